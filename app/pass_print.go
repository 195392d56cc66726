package app

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// PrintInput says which passes to print, and how.
type PrintInput struct {
	Selection PassSelection
	Paper     invite.PaperSize
	PerPage   int // 1, 4 or 8
}

// PreparedPrint is a sheet that can be opened until it expires.
type PreparedPrint struct {
	ID        invite.ID
	ExpiresAt time.Time
	Count     int // passes on it
	Skipped   int // left out: no longer available
}

// PrintPasses prepares a sheet of the available ones of the passes, and
// records who prints what. Permission MANAGE_PASSES.
//
// Refusals: REQUIRED unless it is either a run or passes; TOO_MANY; INVALID for
// the number a page; PASS_NOT_AVAILABLE where none is. NOT_FOUND where one of
// them is not the organization's.
func (a *App) PrintPasses(ctx context.Context, in PrintInput) (PreparedPrint, error) {
	var out PreparedPrint
	actor := auth.FromContext(ctx)
	if err := actor.Require(auth.ManagePasses, false); err != nil {
		return out, err
	}
	if in.PerPage != 1 && in.PerPage != 4 && in.PerPage != 8 {
		return out, invite.Errorf(invite.Invalid, "input.perPage", "A page holds 1, 4 or 8 access passes.")
	}
	if err := in.Selection.check(); err != nil {
		return out, err
	}
	err := a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		all, available, err := in.Selection.lock(ctx, tx, ScopeOf(actor))
		if err != nil {
			return nil, err
		}
		if len(available) == 0 {
			return nil, invite.Errorf(invite.PassNotAvailable, "", "None of these access passes is available any more; only available ones are printed.")
		}
		sheet := store.PassPrint{ID: store.NewID(), OrganizationID: available[0].OrganizationID, Paper: in.Paper, PerPage: in.PerPage, ExpiresAt: tx.Now().Add(invite.PrintLife)}
		out = PreparedPrint{ID: sheet.ID, ExpiresAt: sheet.ExpiresAt, Count: len(available), Skipped: len(all) - len(available)}
		return factsOfRuns(invite.PassesPrinted, available, func(n int) string {
			return fmt.Sprintf("%s, %d a page on %s", passCount(n), in.PerPage, in.Paper.Name())
		}), tx.InsertPassPrint(ctx, sheet, passIDs(available))
	})
	return out, err
}

// Print is a sheet of access passes as it goes on paper. It holds credentials:
// it is never stored, and never part of an answer of the API.
type Print struct {
	Organization invite.Organization
	Paper        invite.PaperSize
	PerPage      int // 1, 4 or 8
	Passes       []PrintedPass
}

// PrintedPass is one pass of a sheet.
type PrintedPass struct {
	Reference string // tells it from others; opens nothing
	Code      string // normalized, ungrouped
	Token     string // of the join link
	Location  string // name
	TimeZone  string // IANA name, of the location
	ExpiresAt *time.Time
	For       string // name of the contact that it is bound to; "" where it is bound to none
}

// OpenPrint returns what is on a sheet: those of its passes that are still
// available, which may be none. Permission MANAGE_PASSES. NOT_FOUND for an
// unknown sheet, another organization's, or one whose time is over;
// RATE_LIMITED for one too many.
func (a *App) OpenPrint(ctx context.Context, id invite.ID) (Print, error) {
	actor, now := auth.FromContext(ctx), a.DB.Now()
	if err := actor.Require(auth.ManagePasses, false); err != nil {
		return Print{}, err
	}
	if err := a.limit(ctx, "print:"+string(actor.Account), a.Limits.Prints); err != nil {
		return Print{}, err
	}
	parsed, err := uuid.Parse(string(id))
	if err != nil { // it comes from an address
		return Print{}, invite.Errorf(invite.NotFound, "", "No such record.")
	}
	sheet, err := a.DB.PassPrint(ctx, ScopeOf(actor), invite.ID(parsed.String()), now)
	if err != nil {
		return Print{}, err
	}
	out := Print{Paper: sheet.Paper, PerPage: sheet.PerPage}
	if out.Organization, err = a.DB.Organization(ctx, ScopeOf(actor), sheet.OrganizationID); err != nil {
		return Print{}, err
	}
	list, err := a.DB.PassesOnPrint(ctx, sheet.ID, now)
	if err != nil {
		return Print{}, err
	}
	for _, p := range list {
		plain, err := a.Keys.Open(passPurpose, p.Sealed, []byte(p.ID))
		if err != nil {
			return Print{}, fmt.Errorf("access pass %s: %w", p.ID, err)
		}
		var s secret
		if err := json.Unmarshal(plain, &s); err != nil {
			return Print{}, fmt.Errorf("access pass %s: %w", p.ID, err)
		}
		out.Passes = append(out.Passes, PrintedPass{
			Reference: invite.AccessPass{RunNumber: p.RunNumber, Number: p.Number}.Reference(), Code: s.Code, Token: s.Token,
			Location: p.Location, TimeZone: p.TimeZone, ExpiresAt: p.ExpiresAt, For: p.BoundName,
		})
	}
	return out, nil
}
