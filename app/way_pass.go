package app

import (
	"context"
	"time"

	"usher/invite"
	"usher/store"
)

// passWay is that of whoever holds an access pass.
type passWay struct {
	pass  invite.AccessPass
	run   invite.PassRun
	bound *invite.Contact // whom the leader bound the pass to
}

// passedBy returns how the way of a pass is read.
func passedBy(ctx context.Context, r *store.Reader) func(invite.AccessPass, error) (way, error) {
	return func(p invite.AccessPass, err error) (way, error) {
		if err != nil {
			return nil, err
		}
		w := &passWay{pass: p}
		scope := store.InOrganization(p.OrganizationID)
		if w.run, err = r.PassRun(ctx, scope, p.RunID); err != nil || p.BoundTo == nil {
			return w, err
		}
		c, err := r.Contact(ctx, scope, *p.BoundTo)
		w.bound = &c
		return w, err
	}
}

func (w *passWay) route() invite.JoinRoute { return invite.ByPass }

func (w *passWay) place() (organization, location invite.ID) {
	if w.bound != nil {
		return w.bound.OrganizationID, w.bound.LocationID
	}
	return w.run.OrganizationID, w.run.LocationID
}

// who: a bound pass does not tell its finder whose it is, but where the code to
// prove it goes, masked.
func (w *passWay) who() person {
	if w.bound == nil {
		return person{}
	}
	return person{email: w.bound.Email, address: w.bound.Address}
}

func (w *passWay) state(now time.Time) PreviewState {
	switch w.pass.StateAt(now) {
	case invite.PassRedeemed:
		return PreviewUsed
	case invite.PassExpired:
		return PreviewExpired
	case invite.PassRevoked:
		return PreviewNotValid
	}
	if w.bound != nil {
		return barred(*w.bound)
	}
	return PreviewOpen
}

func (w *passWay) expiresAt() *time.Time { return w.pass.ExpiresAt }

func (w *passWay) sentTo() *string { return nil }

func (w *passWay) proves(*string) bool { return false }

// phoneToProve: without an email on file, only the phone tells that whoever
// holds the pass is the one that it is bound to.
func (w *passWay) phoneToProve() *string {
	if w.bound == nil || w.bound.Email != nil {
		return nil
	}
	return w.bound.Phone
}

func (w *passWay) subject() invite.ID { return w.pass.ID }

func (w *passWay) contact(ctx context.Context, r *store.Reader, email string) (*invite.ID, error) {
	if w.bound != nil {
		return &w.bound.ID, nil
	}
	return onFile(ctx, r, w.run.OrganizationID, email)
}

func (w *passWay) lock(ctx context.Context, tx *store.Tx) (err error) {
	before := w.pass.BoundTo
	if w.pass, err = tx.LockPass(ctx, w.pass.ID); err != nil {
		return err
	}
	if now := w.pass.BoundTo; (before == nil) != (now == nil) || before != nil && *before != *now {
		return invite.Errorf(invite.Conflict, "", "Your access pass was changed just now. Try again.")
	}
	return nil
}

func (w *passWay) redeem(ctx context.Context, tx *store.Tx, c invite.Contact) ([]invite.Fact, error) {
	next, err := w.pass.Redeem(c.ID, tx.Now())
	if err != nil {
		return nil, err
	}
	if err := tx.RedeemPass(ctx, next); err != nil {
		return nil, err
	}
	facts := []invite.Fact{{
		Kind: invite.PassRedemption, OrganizationID: c.OrganizationID, LocationID: &w.run.LocationID,
		ContactID: &c.ID, PassRunID: &w.run.ID, PassID: &w.pass.ID, Reason: w.pass.Reference(),
	}}
	groups, err := tx.GroupsOfRun(ctx, w.run.ID)
	if err != nil || len(groups) == 0 {
		return facts, err
	}
	for _, g := range groups {
		facts = append(facts, invite.Fact{Kind: invite.GroupChanged, OrganizationID: c.OrganizationID, ContactID: &c.ID, GroupID: &g})
	}
	return facts, tx.JoinGroups(ctx, c.OrganizationID, []invite.ID{c.ID}, groups)
}

func (w *passWay) decline(context.Context, *store.Tx) ([]invite.Fact, error) {
	return nil, invite.Errorf(invite.NotAllowed, "", "An access pass is nobody's to decline.")
}

func (w *passWay) broughtInBy() string { return w.run.CreatedByName }

// onFile returns the contact of the organization that has the email; nil where
// none has.
func onFile(ctx context.Context, r *store.Reader, organization invite.ID, email string) (*invite.ID, error) {
	list, err := r.ContactsByAddress(ctx, organization, []string{email}, nil)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	return &list[0].ID, nil
}
