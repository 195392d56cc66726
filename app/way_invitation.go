package app

import (
	"context"
	"errors"
	"time"

	"usher/invite"
	"usher/store"
)

// invitedWay is that of whoever holds an invitation's link or code.
type invitedWay struct {
	delivery   invite.Delivery
	invitation invite.Invitation
	invitee    invite.Contact
	rounds     []invite.Round // read with the lock
}

// invitedBy returns how the way of a message is read.
func invitedBy(ctx context.Context, r *store.Reader) func(invite.Delivery, error) (way, error) {
	return func(d invite.Delivery, err error) (way, error) {
		if err != nil {
			return nil, err
		}
		w := &invitedWay{delivery: d}
		scope := store.InOrganization(d.OrganizationID)
		if w.invitation, err = r.Invitation(ctx, scope, d.InvitationID); err != nil {
			return nil, err
		}
		w.invitee, err = r.Contact(ctx, scope, w.invitation.ContactID)
		return w, err
	}
}

func (w *invitedWay) route() invite.JoinRoute { return invite.ByInvitation }

func (w *invitedWay) place() (organization, location invite.ID) {
	return w.invitee.OrganizationID, w.invitee.LocationID
}

func (w *invitedWay) who() person { return personOf(w.invitee) }

// dispatched tells whether the credential's message is out or on its way.
func (w *invitedWay) dispatched() bool {
	return w.delivery.State.WasAccepted() || w.delivery.State == invite.Dispatching || w.delivery.State == invite.Deferred
}

func (w *invitedWay) state(now time.Time) PreviewState {
	state := w.invitation.StateAt(now)
	if state == invite.Accepted {
		return PreviewUsed
	}
	if why := barred(w.invitee); why != PreviewOpen {
		return why
	}
	switch {
	case state == invite.Expired:
		return PreviewExpired
	case w.delivery.CredentialEndedAt != nil: // a newer message replaced it
		return PreviewNotValid
	case state == invite.Pending, state == invite.Queued && w.dispatched():
		return PreviewOpen
	}
	return PreviewNotValid
}

func (w *invitedWay) expiresAt() *time.Time {
	if w.invitation.State == invite.Queued {
		return nil
	}
	return w.invitation.ExpiresAt
}

func (w *invitedWay) sentTo() *string { return w.delivery.Address }

// proves: the message was sent to the email on file.
func (w *invitedWay) proves(email *string) bool {
	return w.delivery.Channel == invite.Email && email != nil && w.invitee.Email != nil && *email == *w.invitee.Email &&
		w.delivery.Address != nil && *w.delivery.Address == *email
}

func (w *invitedWay) phoneToProve() *string { return nil }

func (w *invitedWay) subject() invite.ID { return w.invitation.ID }

func (w *invitedWay) contact(context.Context, *store.Reader, string) (*invite.ID, error) {
	return &w.invitee.ID, nil
}

func (w *invitedWay) lock(ctx context.Context, tx *store.Tx) (err error) {
	scope := store.InOrganization(w.invitee.OrganizationID)
	if w.invitee, err = tx.LockContact(ctx, scope, w.invitee.ID); err != nil {
		return err
	}
	if w.invitation, err = tx.Invitation(ctx, scope, w.invitation.ID); err != nil {
		return err
	}
	if w.rounds, err = tx.RoundsOfInvitations(ctx, []invite.ID{w.invitation.ID}); err != nil {
		return err
	}
	w.delivery, err = tx.Delivery(ctx, w.delivery.ID)
	return err
}

func (w *invitedWay) redeem(ctx context.Context, tx *store.Tx, _ invite.Contact) ([]invite.Fact, error) {
	next, err := w.invitation.Accept(w.dispatched(), tx.Now())
	if err != nil {
		return nil, err
	}
	if err := received(ctx, tx, w.delivery, w.rounds); err != nil {
		return nil, err
	}
	facts, err := w.end(ctx, tx, next)
	return append(facts, next.About(invite.InvitationAccepted).On(w.delivery.Channel).Moved(w.invitation.StateAt(tx.Now()), next.State)), err
}

func (w *invitedWay) decline(ctx context.Context, tx *store.Tx) ([]invite.Fact, error) {
	next, err := w.invitation.Decline(w.dispatched(), tx.Now())
	if err != nil {
		return nil, err
	}
	facts, err := w.end(ctx, tx, next)
	return append(facts, next.About(invite.InvitationDeclined).Moved(w.invitation.StateAt(tx.Now()), next.State)), err
}

// end stores the invitation that is over, with its credentials and rounds.
func (w *invitedWay) end(ctx context.Context, tx *store.Tx, next invite.Invitation) ([]invite.Fact, error) {
	facts, err := endInvitation(ctx, tx, next, w.rounds)
	if err != nil {
		return nil, err
	}
	return facts, tx.SaveInvitations(ctx, next)
}

func (w *invitedWay) broughtInBy() string { return w.invitation.CreatedByName }

// received records that a message reached its person although our record of
// its sending is not written yet.
func received(ctx context.Context, tx *store.Tx, d invite.Delivery, rounds []invite.Round) error {
	if d.State.Over() {
		return nil
	}
	now := tx.Now()
	d.State, d.Reason, d.SentAt, d.NextAttemptAt = invite.Sent, "", &now, nil
	if err := tx.SaveDelivery(ctx, d); err != nil {
		return err
	}
	for _, r := range rounds {
		if r.ID == d.RoundID {
			r.Accepted = true
			return tx.SaveRound(ctx, r)
		}
	}
	return errors.New("a delivery's round is missing")
}
