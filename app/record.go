package app

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"usher/invite"
	"usher/store"
)

// Outcome is how one attempt ended.
type Outcome struct {
	ProviderID string        // where the provider accepted the message
	Failed     bool          // it did not
	Temporary  bool          // the same message may be accepted later
	RetryAfter time.Duration // the least wait that the provider asked for
	Reason     string        // for staff; holds no credential
}

// Record writes down how an attempt ended. A result that comes after its lease
// was taken over, or for a message that was cancelled meanwhile, is stale and
// changes nothing.
func (a *App) Record(ctx context.Context, delivery invite.ID, attempt int, o Outcome) error {
	return a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		w, err := a.lockDelivery(ctx, tx, delivery)
		if err != nil {
			return nil, err
		}
		if w.delivery.State != invite.Dispatching || w.delivery.Attempt != attempt {
			return nil, nil
		}
		switch {
		case !o.Failed:
			return w.accepted(ctx, tx, o)
		case o.Temporary:
			return w.deferred(ctx, tx, o)
		}
		return w.failed(ctx, tx, o.Reason)
	})
}

// work is a delivery under its contact's lock, with what decides about it.
type work struct {
	organization invite.Organization
	lane         invite.Lane
	contact      invite.Contact
	invitation   invite.Invitation
	round        invite.Round
	delivery     invite.Delivery
}

func (a *App) lockDelivery(ctx context.Context, tx *store.Tx, id invite.ID) (w work, err error) {
	if w.delivery, err = tx.Delivery(ctx, id); err != nil {
		return w, err
	}
	if w.round, err = tx.Round(ctx, w.delivery.RoundID); err != nil {
		return w, err
	}
	scope := store.InOrganization(w.delivery.OrganizationID)
	if w.contact, err = tx.LockContact(ctx, scope, w.round.ContactID); err != nil {
		return w, err
	}
	// Again, as they stand under the lock.
	if w.delivery, err = tx.Delivery(ctx, id); err != nil {
		return w, err
	}
	if w.round, err = tx.Round(ctx, w.delivery.RoundID); err != nil {
		return w, err
	}
	if w.invitation, err = tx.Invitation(ctx, scope, w.delivery.InvitationID); err != nil {
		return w, err
	}
	if w.organization, err = tx.Organization(ctx, scope, w.delivery.OrganizationID); err != nil {
		return w, err
	}
	l, err := tx.Location(ctx, scope, w.round.LocationID)
	if err != nil {
		return w, err
	}
	w.lane, err = l.LaneIn(w.organization)
	return w, err
}

// accepted records that a provider took the message: older credentials on the
// channel end, and with the round's first message the invitation opens.
func (w work) accepted(ctx context.Context, tx *store.Tx, o Outcome) ([]invite.Fact, error) {
	now, d := tx.Now(), w.delivery
	d.State, d.Reason, d.ProviderID, d.SentAt, d.NextAttemptAt = invite.Sent, "", o.ProviderID, &now, nil
	if err := tx.SaveDelivery(ctx, d); err != nil {
		return nil, err
	}
	if err := tx.EraseSeal(ctx, d.ID); err != nil {
		return nil, err
	}
	if d.Number > 1 {
		if err := tx.EndCredentials(ctx, store.Ended{Invitation: d.InvitationID, UpTo: d.Number - 1, Channel: &d.Channel}); err != nil {
			return nil, err
		}
	}
	w.round.Accepted = true
	if err := tx.SaveRound(ctx, w.round); err != nil {
		return nil, err
	}
	facts := []invite.Fact{w.invitation.About(invite.MessageSent).Of(w.round).On(d.Channel)}
	if d.Purpose == invite.PurposeInvite {
		if next, opened := w.invitation.Sent(d.Number, now); opened {
			facts = append(facts, w.invitation.About(invite.InvitationSent).Of(w.round).Moved(w.invitation.StateAt(now), next.State))
			if err := tx.SaveInvitations(ctx, next); err != nil {
				return nil, err
			}
			w.invitation = next
		}
	}
	more, err := settle(ctx, tx, w.invitation, w.round)
	return append(facts, more...), err
}

// deferred records a temporary failure and when to try again, or gives up.
func (w work) deferred(ctx context.Context, tx *store.Tx, o Outcome) ([]invite.Fact, error) {
	now, d := tx.Now(), w.delivery
	if invite.GiveUp(*d.FirstAttemptAt, now, d.Attempt, w.lane.Window, w.lane.Zone) {
		return w.failed(ctx, tx, "Given up after several attempts: "+o.Reason)
	}
	at := invite.RetryAt(now, d.Attempt, w.lane.Window, w.lane.Zone)
	if asked := now.Add(o.RetryAfter); asked.After(at) {
		at = w.lane.Window.NextOpen(asked, w.lane.Zone)
	}
	d.State, d.Reason, d.NextAttemptAt = invite.Deferred, o.Reason, &at
	return []invite.Fact{w.invitation.About(invite.MessageDeferred).Of(w.round).On(d.Channel).Because(o.Reason)}, tx.SaveDelivery(ctx, d)
}

// failed records that the message is given up; it will not be repeated.
func (w work) failed(ctx context.Context, tx *store.Tx, reason string) ([]invite.Fact, error) {
	d := w.delivery
	d.State, d.Reason, d.NextAttemptAt = invite.Undelivered, reason, nil
	if err := tx.SaveDelivery(ctx, d); err != nil {
		return nil, err
	}
	if err := tx.EraseSeal(ctx, d.ID); err != nil {
		return nil, err
	}
	more, err := settle(ctx, tx, w.invitation, w.round)
	return append([]invite.Fact{w.invitation.About(invite.MessageFailed).Of(w.round).On(d.Channel).Because(reason)}, more...), err
}

// settle ends a round none of whose messages will be attempted again, and with
// it an invitation that waited for nothing else.
func settle(ctx context.Context, tx *store.Tx, i invite.Invitation, r invite.Round) ([]invite.Fact, error) {
	deliveries, err := tx.DeliveriesOfRound(ctx, r.ID)
	if err != nil {
		return nil, err
	}
	reason := ""
	for _, d := range deliveries {
		if !d.State.Over() {
			return nil, nil
		}
		if d.Reason != "" && (reason == "" || d.State == invite.Undelivered) {
			reason = d.Reason
		}
	}
	r.State = invite.RoundDone
	if err := tx.SaveRound(ctx, r); err != nil || r.Accepted || r.Purpose == invite.PurposeReminder {
		return nil, err
	}
	next, failed := i.RoundFailed(r.Number, reason)
	if !failed {
		if r.Number == i.Round {
			err = fallBack(ctx, tx, i)
		}
		return nil, err
	}
	return []invite.Fact{i.About(invite.InvitationFailed).Of(r).Moved(i.State, next.State).Because(reason)}, tx.SaveInvitations(ctx, next)
}

// fallBack gives open invitations whose resend came to nothing the sending
// that still counts; without one they would lapse into waiting for ever for a
// round that is gone. The caller holds the contacts' locks.
func fallBack(ctx context.Context, tx *store.Tx, list ...invite.Invitation) error {
	open := map[invite.ID]invite.Invitation{}
	for _, i := range list {
		if i.State == invite.Pending && i.SentAt == nil {
			open[i.ID] = i
		}
	}
	if len(open) == 0 {
		return nil
	}
	deliveries, err := tx.DeliveriesOfInvitations(ctx, slices.Collect(maps.Keys(open)))
	if err != nil {
		return err
	}
	for _, d := range deliveries {
		if i := open[d.InvitationID]; d.Purpose == invite.PurposeInvite && d.State.WasAccepted() && (i.SentAt == nil || d.SentAt.After(*i.SentAt)) {
			i.SentAt = d.SentAt
			open[i.ID] = i
		}
	}
	return tx.SaveInvitations(ctx, slices.Collect(maps.Values(open))...)
}

// TakeUp gives the next attempt of a message that is due again: one that was
// deferred, or one whose sender was lost before it recorded a result. It
// returns nil where somebody else took it, it was cancelled, or it must wait
// for the window. An attempt takes no slot of the lane.
func (a *App) TakeUp(ctx context.Context, delivery invite.ID) (*Message, error) {
	var m *Message
	err := a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		m = nil
		w, err := a.lockDelivery(ctx, tx, delivery)
		if err != nil {
			return nil, err
		}
		now, d := tx.Now(), w.delivery
		if d.State.Over() || d.NextAttemptAt == nil || d.NextAttemptAt.After(now) {
			return nil, nil
		}
		if invite.GiveUp(*d.FirstAttemptAt, now, d.Attempt, w.lane.Window, w.lane.Zone) {
			return w.failed(ctx, tx, "Given up after several attempts.")
		}
		if !w.lane.Window.Contains(now, w.lane.Zone) {
			at := w.lane.Window.NextOpen(now, w.lane.Zone)
			d.State, d.NextAttemptAt = invite.Deferred, &at
			return nil, tx.SaveDelivery(ctx, d)
		}
		sealed, err := tx.Sealed(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		plain, err := a.Keys.Open(sealPurpose, sealed, []byte(d.ID))
		if err != nil { // counts as an attempt, so that it ends; meanwhile somebody may give the key back
			a.Log.ErrorContext(ctx, "credential cannot be opened", "delivery", d.ID, "err", err)
			w.delivery.Attempt++
			return w.deferred(ctx, tx, Outcome{Reason: "The key that protects the invitation's link is missing."})
		}
		var s secret
		if err := json.Unmarshal(plain, &s); err != nil {
			return nil, err
		}
		lease := now.Add(invite.Lease)
		d.State, d.Attempt, d.NextAttemptAt = invite.Dispatching, d.Attempt+1, &lease
		again := message(w.organization, w.contact, w.invitation, d, s, now)
		m = &again
		return nil, tx.SaveDelivery(ctx, d)
	})
	return m, err
}
