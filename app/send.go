package app

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// Message is one message to put on its way now: everything that composing and
// sending it needs. Every attempt of one delivery has the same credential.
type Message struct {
	Delivery     invite.ID // names the message to providers in every attempt
	Attempt      int
	Purpose      invite.Purpose
	Channel      invite.Channel
	Address      string
	Recipient    string // the contact's name; may be empty
	Organization invite.Organization
	Texts        invite.Texts
	Token        string    // of the join link
	Code         string    // normalized, ungrouped
	ExpiresAt    time.Time // when the invitation will have lapsed
	CreatedAt    time.Time // the same in every attempt
}

// Grant is Postgres' answer to a proposal of Redis.
type Grant struct {
	Granted  bool
	Waits    bool      // the round keeps its place; otherwise it left the lane
	Next     time.Time // when the lane may send again
	Messages []Message
}

// GrantSlot decides whether the round may leave its lane now. One transaction
// compares and sets the lane's last slot and the messages' first attempt
// before any I/O, so that an emptied Redis, an expired lease or another replica
// can break neither the pace nor "once".
func (a *App) GrantSlot(ctx context.Context, location, round invite.ID) (Grant, error) {
	var g Grant
	err := a.write(ctx, func(tx *store.Tx) (facts []invite.Fact, err error) {
		g, facts, err = a.grant(ctx, tx, location, round)
		return facts, err
	})
	return g, err
}

func (a *App) grant(ctx context.Context, tx *store.Tx, location, round invite.ID) (Grant, []invite.Fact, error) {
	l, err := tx.LockLane(ctx, location)
	if err != nil {
		return Grant{}, nil, err
	}
	org, err := tx.Organization(ctx, store.EveryOrganization(), l.OrganizationID)
	if err != nil {
		return Grant{}, nil, err
	}
	lane, err := l.LaneIn(org)
	if err != nil {
		return Grant{}, nil, err
	}
	next := lane.Next(tx.Now())
	if next.After(tx.Now()) {
		return Grant{Waits: true, Next: next}, nil, nil
	}
	gone := Grant{Next: next}
	r, err := tx.Round(ctx, round)
	if invite.CodeOf(err) == invite.NotFound {
		return gone, nil, nil
	}
	if err != nil {
		return Grant{}, nil, err
	}
	c, err := tx.LockContact(ctx, store.InOrganization(r.OrganizationID), r.ContactID)
	if err != nil {
		return Grant{}, nil, err
	}
	if r, err = tx.Round(ctx, round); err != nil { // as it stands under the lock
		return Grant{}, nil, err
	}
	if r.State != invite.RoundWaiting || r.LocationID != location {
		return gone, nil, nil
	}
	i, err := tx.Invitation(ctx, store.InOrganization(r.OrganizationID), r.InvitationID)
	if err != nil {
		return Grant{}, nil, err
	}
	reminds := i.StateAt(tx.Now()) == invite.Pending && i.Round == r.Number
	if !i.Sendable() || r.Purpose == invite.PurposeReminder && !reminds {
		return gone, []invite.Fact{i.About(invite.RoundWasCancelled).Of(r).Because("The invitation is over.")},
			tx.CancelRounds(ctx, []invite.ID{r.ID})
	}
	messages, facts, err := a.dispatch(ctx, tx, org, c, i, r)
	if err != nil {
		return Grant{}, nil, err
	}
	if len(messages) == 0 { // nobody to reach: the round is over and its slot is the next one's
		more, err := settle(ctx, tx, i, r)
		return gone, append(facts, more...), err
	}
	now := tx.Now()
	r.State, r.SlotAt = invite.RoundSending, &now
	if err := tx.SaveRound(ctx, r); err != nil {
		return Grant{}, nil, err
	}
	lane.LastSlot = now
	return Grant{Granted: true, Next: lane.Next(now), Messages: messages}, facts, tx.TakeSlot(ctx, location)
}

// dispatch mints the credentials of a round's messages and makes them
// DISPATCHING; those without an address are SKIPPED.
func (a *App) dispatch(ctx context.Context, tx *store.Tx, org invite.Organization, c invite.Contact, i invite.Invitation, r invite.Round) ([]Message, []invite.Fact, error) {
	deliveries, err := tx.DeliveriesOfRound(ctx, r.ID)
	if err != nil {
		return nil, nil, err
	}
	var messages []Message
	var facts []invite.Fact
	for _, d := range deliveries {
		if d.State != invite.Scheduled && d.State != invite.Skipped {
			continue
		}
		d.Address = c.AddressFor(d.Channel)
		if d.Address == nil {
			d.State, d.Reason = invite.Skipped, noAddress(d.Channel)
			facts = append(facts, i.About(invite.MessageSkipped).Of(r).On(d.Channel).Because(d.Reason))
			if err := tx.SaveDelivery(ctx, d); err != nil {
				return nil, nil, err
			}
			continue
		}
		secret, err := a.mint(ctx, tx, d)
		if err != nil {
			return nil, nil, err
		}
		now, lease := tx.Now(), tx.Now().Add(invite.Lease)
		d.State, d.Reason, d.Attempt, d.FirstAttemptAt, d.NextAttemptAt = invite.Dispatching, "", 1, &now, &lease
		if err := tx.SaveDelivery(ctx, d); err != nil {
			return nil, nil, err
		}
		messages = append(messages, message(org, c, i, d, secret, now))
	}
	return messages, facts, nil
}

// secret is a credential as it is sealed.
type secret struct {
	Token string `json:"t"`
	Code  string `json:"c"`
}

// sealPurpose separates sealed invitation credentials from other sealed texts.
const sealPurpose = "delivery"

// mint makes the credential of a message, once.
func (a *App) mint(ctx context.Context, tx *store.Tx, d invite.Delivery) (secret, error) {
	token, err := auth.NewLinkToken(a.Random)
	if err != nil {
		return secret{}, err
	}
	code, err := auth.NewCode(a.Random)
	if err != nil {
		return secret{}, err
	}
	s := secret{token, code}
	plain, err := json.Marshal(s)
	if err != nil {
		return secret{}, err
	}
	sealed, err := a.Keys.Seal(sealPurpose, plain, []byte(d.ID))
	if err != nil {
		return secret{}, err
	}
	return s, tx.Mint(ctx, d.ID, a.Keys.Lookup(auth.ForLinkToken, token), a.Keys.Lookup(auth.ForTypedCode, code), sealed)
}

func message(org invite.Organization, c invite.Contact, i invite.Invitation, d invite.Delivery, s secret, now time.Time) Message {
	m := Message{
		Delivery: d.ID, Attempt: d.Attempt, Purpose: d.Purpose, Channel: d.Channel, Address: *d.Address,
		Recipient: c.Name, Organization: org, Texts: invite.Texts{Subject: i.Subject, Body: i.Body, Button: i.Button},
		Token: s.Token, Code: s.Code, CreatedAt: d.CreatedAt,
	}
	if d.Purpose == invite.PurposeReminder && i.ExpiresAt != nil {
		m.ExpiresAt = *i.ExpiresAt
	} else {
		m.ExpiresAt = now.AddDate(0, 0, i.TTLDays)
	}
	return m
}

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
