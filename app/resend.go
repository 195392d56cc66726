package app

import (
	"context"
	"time"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// ResendInput names the invitation to send once more.
type ResendInput struct {
	Invitation     invite.ID
	Text           InvitationText
	IdempotencyKey *string `json:"-"`
}

// ResendInvitation gives an invitation its next round. While a round waits
// already, that one is moved to the front instead. Permission RESEND.
//
// Refusals: ALREADY_ACCEPTED, ALREADY_REGISTERED, NOT_RESENDABLE, TOO_SOON,
// OFFLINE_CLIENT, CONTACT_ARCHIVED, NO_ADDRESS, the texts' refusals.
func (a *App) ResendInvitation(ctx context.Context, in ResendInput) error {
	actor := auth.FromContext(ctx)
	if err := in.Text.check(); err != nil {
		return err
	}
	target, err := a.target(ctx, actor, auth.Resend, in.Invitation)
	if err != nil {
		return err
	}
	return a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		_, facts, err := idempotent(ctx, tx, "resendInvitation", in.IdempotencyKey, in, func() (struct{}, []invite.Fact, error) {
			facts, err := a.resend(ctx, tx, target, in.Text)
			return struct{}{}, facts, err
		})
		return facts, err
	})
}

// target is an invitation that the actor may act on, with what its policy
// follows from.
type target struct {
	invitation, contact invite.ID
	branches            branches
}

// target finds an invitation in the actor's scope and asks for the permission
// at its contact's location. NOT_FOUND where the actor may not see it.
func (a *App) target(ctx context.Context, actor auth.Actor, p auth.Permission, id invite.ID) (target, error) {
	if !actor.SignedIn() {
		return target{}, invite.Errorf(invite.Unauthenticated, "", "Sign in first.")
	}
	i, err := a.DB.Invitation(ctx, ScopeOf(actor), id)
	if err != nil {
		return target{}, err
	}
	c, err := a.DB.Contact(ctx, ScopeOf(actor), i.ContactID)
	if err != nil {
		return target{}, err
	}
	org, err := a.DB.Organization(ctx, store.InOrganization(i.OrganizationID), i.OrganizationID)
	if err != nil {
		return target{}, err
	}
	b, err := loadBranches(ctx, &a.DB.Reader, org)
	if err != nil {
		return target{}, err
	}
	return target{i.ID, c.ID, b}, actor.Require(p, b.policyOf(c).TrainersInvite)
}

// lock returns the target's contact, locked, and its invitation and rounds as
// they stand under the lock.
func (t target) lock(ctx context.Context, tx *store.Tx) (c invite.Contact, i invite.Invitation, rounds []invite.Round, err error) {
	scope := store.InOrganization(t.branches.organization.ID)
	if c, err = tx.LockContact(ctx, scope, t.contact); err != nil {
		return c, i, nil, err
	}
	if i, err = tx.Invitation(ctx, scope, t.invitation); err != nil {
		return c, i, nil, err
	}
	rounds, err = tx.RoundsOfInvitations(ctx, []invite.ID{i.ID})
	return c, i, rounds, err
}

// resend makes the next round of the target, or raises the one that waits.
func (a *App) resend(ctx context.Context, tx *store.Tx, t target, text InvitationText) ([]invite.Fact, error) {
	c, i, rounds, err := t.lock(ctx, tx)
	if err != nil {
		return nil, err
	}
	s, err := nextRound(c, i, rounds, t.branches.policyOf(c), text, tx.Now())
	if err != nil {
		return nil, err
	}
	q, err := a.put(ctx, tx, i.OrganizationID, []sending{s})
	return q.facts, err
}

// nextRound returns the next round of a contact's invitation, or the one that
// waits, to be moved to the front; or the refusal.
func nextRound(c invite.Contact, i invite.Invitation, rounds []invite.Round, p invite.Policy, text InvitationText, now time.Time) (sending, error) {
	s := sending{contact: c, before: i.StateAt(now)}
	var lastSlot *time.Time
	for _, r := range rounds {
		if r.State == invite.RoundWaiting && r.Purpose == invite.PurposeInvite {
			s.invitation, s.raised = i, &r
			return s, nil
		}
		left := r.Accepted || r.State == invite.RoundSending // a round that came to nothing bothered nobody
		if left && r.SlotAt != nil && (lastSlot == nil || r.SlotAt.After(*lastSlot)) {
			lastSlot = r.SlotAt
		}
	}
	i, err := i.Resent(lastSlot, now)
	if err != nil {
		return s, err
	}
	switch {
	case c.ArchivedAt != nil:
		return s, invite.Errorf(invite.ContactArchived, "id", "%s is archived; restore the contact first.", c.Label())
	case c.ClientType == invite.Offline:
		return s, invite.Errorf(invite.OfflineClient, "id", "%s is an offline client; change the client type first.", c.Label())
	case c.Status == invite.Registered:
		return s, joinedAlready(c)
	}
	texts := text.over(invite.Texts{Subject: i.Subject, Body: i.Body, Button: i.Button})
	i.Subject, i.Body, i.Button = texts.Subject, texts.Body, texts.Button
	if text.Channels != nil {
		i.Channels = *text.Channels
	}
	if err := c.Reachable(i.Channels); err != nil {
		return s, err
	}
	i.TTLDays, i.ReminderDaysBefore = p.TTLDays, p.ReminderDaysBefore
	s.invitation = i
	return s, nil
}

// joinedAlready is the refusal of an invitation that nobody needs any more,
// because the contact joined in another way.
func joinedAlready(c invite.Contact) *invite.Error {
	return invite.Errorf(invite.AlreadyRegistered, "", "%s has joined already.", c.Label())
}
