package app

import (
	"context"
	"encoding/json"
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
	s, sealed, err := a.newSecret(sealPurpose, d.ID)
	if err != nil {
		return secret{}, err
	}
	return s, tx.Mint(ctx, d.ID, a.Keys.Lookup(auth.ForLinkToken, s.Token), a.Keys.Lookup(auth.ForTypedCode, s.Code), sealed)
}

// newSecret makes a credential and seals it for the record that it is of.
func (a *App) newSecret(purpose string, of invite.ID) (s secret, sealed []byte, err error) {
	if s.Token, err = auth.NewLinkToken(a.Random); err != nil {
		return secret{}, nil, err
	}
	if s.Code, err = auth.NewCode(a.Random); err != nil {
		return secret{}, nil, err
	}
	plain, err := json.Marshal(s)
	if err != nil {
		return secret{}, nil, err
	}
	sealed, err = a.Keys.Seal(purpose, plain, []byte(of))
	return s, sealed, err
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
