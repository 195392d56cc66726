package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// BindPass binds an available pass to a contact, or to nobody where contact is
// nil. Permission MANAGE_PASSES.
//
// Refusals: PASS_NOT_AVAILABLE; of the contact CONTACT_ARCHIVED,
// OFFLINE_CLIENT, ALREADY_REGISTERED and NO_ADDRESS.
func (a *App) BindPass(ctx context.Context, id invite.ID, contact *invite.ID) error {
	actor := auth.FromContext(ctx)
	if err := actor.Require(auth.ManagePasses, false); err != nil {
		return err
	}
	seen, err := store.One(a.DB.Passes(ctx, ScopeOf(actor), []invite.ID{id}))
	if err != nil {
		return err
	}
	return a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		return bindPass(ctx, tx, seen, contact)
	})
}

func bindPass(ctx context.Context, tx *store.Tx, p invite.AccessPass, contact *invite.ID) ([]invite.Fact, error) {
	var to invite.Contact
	if contact != nil { // contacts are locked before passes
		var err error
		if to, err = tx.LockContact(ctx, store.InOrganization(p.OrganizationID), *contact); err != nil {
			return nil, err
		}
		if refused := to.Holder("input.contact"); refused != nil {
			return nil, refused
		}
	}
	p, err := tx.LockPass(ctx, p.ID)
	if err != nil {
		return nil, err
	}
	bound, err := p.Bind(contact, tx.Now())
	if err != nil {
		return nil, err
	}
	fact := aboutRun(invite.PassBound, p.OrganizationID, p.RunID)
	fact.PassID = &p.ID
	switch {
	case contact == nil && p.BoundTo == nil, contact != nil && p.BoundTo != nil && *p.BoundTo == *contact:
		return nil, nil // as it was
	case contact != nil:
		fact.ContactID, fact.Reason = contact, fmt.Sprintf("Pass %s is for %s.", p.Reference(), to.Label())
	default:
		fact.ContactID, fact.Reason = p.BoundTo, fmt.Sprintf("Pass %s is for nobody in particular any more.", p.Reference())
	}
	return []invite.Fact{fact}, tx.BindPass(ctx, bound)
}

// PassSelection is a run of access passes, or some of an organization.
type PassSelection struct {
	Run    *invite.ID
	Passes []invite.ID
}

// check refuses what is not exactly one of the two, or too much.
func (s PassSelection) check() error {
	switch {
	case (s.Run == nil) == (s.Passes == nil), s.Run == nil && len(s.Passes) == 0:
		return invite.Errorf(invite.Required, "input.passes", "Give either run, or passes: 1 to %d of them.", invite.MaxPassesPerRun)
	case len(s.Passes) > invite.MaxPassesPerRun:
		return invite.Errorf(invite.TooMany, "input.passes", "Name at most %d access passes; these are %d.", invite.MaxPassesPerRun, len(s.Passes))
	}
	return nil
}

// lock returns the passes of the selection, locked, by run and number, and
// apart from them those that are available. Who may manage passes sees one
// organization, so that they are all of that one.
func (s PassSelection) lock(ctx context.Context, tx *store.Tx, scope store.Scope) (all, available []invite.AccessPass, err error) {
	var list []invite.AccessPass
	if s.Run != nil {
		if _, err = tx.PassRun(ctx, scope, *s.Run); err == nil {
			list, err = tx.PassesOfRuns(ctx, []invite.ID{*s.Run})
		}
	} else {
		list, err = tx.Passes(ctx, scope, s.Passes)
		if err == nil && len(list) != len(invite.Unique(s.Passes)) {
			err = invite.Errorf(invite.NotFound, "input.passes", "No such access pass.")
		}
	}
	if err != nil {
		return nil, nil, err
	}
	if all, err = tx.LockPasses(ctx, passIDs(list)); err != nil {
		return nil, nil, err
	}
	slices.SortFunc(all, func(a, b invite.AccessPass) int {
		return cmp.Or(cmp.Compare(a.RunNumber, b.RunNumber), cmp.Compare(a.Number, b.Number))
	})
	for _, p := range all {
		if p.StateAt(tx.Now()) == invite.PassAvailable {
			available = append(available, p)
		}
	}
	return all, available, nil
}

// RevokedPasses is what became of the passes that were to be revoked.
type RevokedPasses struct {
	Passes  []invite.AccessPass // all that were chosen, as they are now
	Revoked int
	Skipped int // no longer available, and left as they were
}

// RevokePasses takes the available ones of the passes back: their codes and
// links die at once. Permission MANAGE_PASSES. Refusals: REQUIRED unless it is
// either a run or passes; TOO_MANY, TOO_LONG, CONTROL_CHARACTERS. NOT_FOUND
// where one of them is not the organization's.
func (a *App) RevokePasses(ctx context.Context, s PassSelection, reason string) (RevokedPasses, error) {
	var out RevokedPasses
	actor := auth.FromContext(ctx)
	if err := actor.Require(auth.ManagePasses, false); err != nil {
		return out, err
	}
	reason, refused := invite.CleanLine("input.reason", reason, invite.MaxPassNote)
	if refused != nil {
		return out, refused
	}
	if err := s.check(); err != nil {
		return out, err
	}
	err := a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		all, available, err := s.lock(ctx, tx, ScopeOf(actor))
		if err != nil {
			return nil, err
		}
		if err := tx.RevokePasses(ctx, passIDs(available), reason); err != nil {
			return nil, err
		}
		out = RevokedPasses{Passes: all, Revoked: len(available), Skipped: len(all) - len(available)}
		for n, p := range all {
			if next, err := p.Revoke(reason, tx.Now()); err == nil {
				out.Passes[n] = next
			}
		}
		return factsOfRuns(invite.PassesRevoked, available, func(n int) string {
			if reason == "" {
				return passCount(n)
			}
			return passCount(n) + ": " + reason
		}), nil
	})
	return out, err
}

// factsOfRuns returns a fact for each run that the passes, sorted by run, are
// of; because says why, given how many of its passes it is about.
func factsOfRuns(kind invite.FactKind, passes []invite.AccessPass, because func(n int) string) []invite.Fact {
	var facts []invite.Fact
	for len(passes) > 0 {
		first := passes[0]
		n := 1
		for n < len(passes) && passes[n].RunID == first.RunID {
			n++
		}
		facts = append(facts, aboutRun(kind, first.OrganizationID, first.RunID).Because(because(n)))
		passes = passes[n:]
	}
	return facts
}

func passIDs(list []invite.AccessPass) []invite.ID {
	ids := []invite.ID{} // a nil slice is NULL, and nothing is = ANY(NULL)
	for _, p := range list {
		ids = append(ids, p.ID)
	}
	return ids
}
