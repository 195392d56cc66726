package app

import (
	"cmp"
	"context"
	"fmt"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// PassesInput says how many access passes to generate, and for what.
type PassesInput struct {
	Organization   *invite.ID
	Count          int
	Location       *invite.ID // the first by name where nil
	Note           string
	TTLDays        *int // the policy's where nil
	Groups         []invite.ID
	IdempotencyKey *string `json:"-"`
}

// GeneratePasses mints a run of access passes, all or none, and returns the
// run. Permission MANAGE_PASSES.
//
// Refusals: TOO_MANY above the policy's limit or for too many groups; INVALID,
// TOO_LONG and CONTROL_CHARACTERS by field; IDEMPOTENCY_REUSED. NOT_FOUND where
// the location or a group is not the organization's.
func (a *App) GeneratePasses(ctx context.Context, in PassesInput) (invite.ID, error) {
	actor, org, err := a.permitted(ctx, auth.ManagePasses, in.Organization)
	if err != nil {
		return "", err
	}
	if err := in.check(); err != nil {
		return "", err
	}
	name, err := nameOf(ctx, &a.DB.Reader, actor)
	if err != nil {
		return "", err
	}
	run := invite.PassRun{OrganizationID: org.ID, Note: in.Note, CreatedByName: name}
	err = a.write(ctx, func(tx *store.Tx) (facts []invite.Fact, err error) {
		run.ID, facts, err = idempotent(ctx, tx, "generateAccessPasses", in.IdempotencyKey, in, func() (invite.ID, []invite.Fact, error) {
			return a.generate(ctx, tx, org, in, run)
		})
		return facts, err
	})
	return run.ID, err
}

// check judges what does not depend on the location, and cleans the note.
func (in *PassesInput) check() error {
	var errs invite.Errors
	note, refused := invite.CleanLine("input.note", in.Note, invite.MaxPassNote)
	if refused != nil {
		errs = append(errs, refused)
	}
	in.Note = note
	if in.Count < 1 {
		errs = append(errs, invite.Errorf(invite.Invalid, "input.count", "Generate at least 1 access pass."))
	}
	if d := in.TTLDays; d != nil && (*d < 1 || *d > invite.MaxPassTTLDays) {
		errs = append(errs, invite.Errorf(invite.Invalid, "input.ttlDays", "Access passes live 1 to %d days.", invite.MaxPassTTLDays))
	}
	if n := len(in.Groups); n > invite.MaxPassGroups {
		errs = append(errs, invite.Errorf(invite.TooMany, "input.groups", "Name at most %d groups; these are %d.", invite.MaxPassGroups, n))
	}
	return errs.Or()
}

// generate adds the run and its passes. Runs of one organization wait for one
// another, so that no two get one number.
func (a *App) generate(ctx context.Context, tx *store.Tx, org invite.Organization, in PassesInput, run invite.PassRun) (invite.ID, []invite.Fact, error) {
	fail := func(err error) (invite.ID, []invite.Fact, error) { return "", nil, err }
	if err := tx.LockOrganization(ctx, org.ID); err != nil {
		return fail(err)
	}
	b, err := loadBranches(ctx, &tx.Reader, org)
	if err != nil {
		return fail(err)
	}
	if run.LocationID, err = placed(ctx, tx, b, in.Location, in.Groups); err != nil {
		return fail(err)
	}
	p := b.locations[run.LocationID].PolicyIn(org)
	if in.Count > p.MaxPassesPerRun {
		return fail(invite.Errorf(invite.TooMany, "input.count", "One run has at most %d access passes; %d are asked for. Generate several runs.", p.MaxPassesPerRun, in.Count))
	}
	if run.Number, err = tx.NextRunNumber(ctx, org.ID); err != nil {
		return fail(err)
	}
	run.ID = store.NewID()
	if days := cmp.Or(in.TTLDays, p.PassTTLDays); days != nil {
		at := tx.Now().AddDate(0, 0, *days)
		run.ExpiresAt = &at
	}
	var by *invite.ID
	if actor := auth.FromContext(ctx); actor.Membership != "" {
		by = &actor.Membership
	}
	if err := tx.InsertPassRun(ctx, run, invite.Unique(in.Groups), by); err != nil {
		return fail(err)
	}
	passes, err := a.mintPasses(in.Count)
	if err != nil {
		return fail(err)
	}
	fact := aboutRun(invite.PassesGenerated, org.ID, run.ID).Because(passCount(in.Count))
	return run.ID, []invite.Fact{fact}, tx.InsertPasses(ctx, run, passes)
}

// passPurpose separates the sealed credentials of access passes from other
// sealed texts.
const passPurpose = "pass"

// mintPasses makes n passes, each with a link and a code of its own, sealed for
// as long as it may be printed.
func (a *App) mintPasses(n int) ([]store.MintedPass, error) {
	out := make([]store.MintedPass, n)
	for i := range out {
		id := store.NewID()
		s, sealed, err := a.newSecret(passPurpose, id)
		if err != nil {
			return nil, err
		}
		out[i] = store.MintedPass{
			ID: id, Number: i + 1, Sealed: sealed,
			TokenHash: a.Keys.Lookup(auth.ForLinkToken, s.Token), CodeHash: a.Keys.Lookup(auth.ForTypedCode, s.Code),
		}
	}
	return out, nil
}

// aboutRun starts a fact about a run of access passes.
func aboutRun(kind invite.FactKind, organization, run invite.ID) invite.Fact {
	return invite.Fact{Kind: kind, OrganizationID: organization, PassRunID: &run}
}

func passCount(n int) string {
	if n == 1 {
		return "1 pass"
	}
	return fmt.Sprintf("%d passes", n)
}
