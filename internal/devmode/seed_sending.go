package devmode

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"usher/app"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// campaign invites people so many days ago and lets the messages leave, one
// after another as the lane allows. It returns the messages by contact.
func (s *seeder) campaign(ctx context.Context, p place, location invite.Location, daysAgo int, role invite.Role, contacts []invite.ID) (map[invite.ID]app.Message, error) {
	at, err := morning(s.present, daysAgo, location.TimeZone)
	if err != nil {
		return nil, err
	}
	s.clock.at = at
	invited, err := s.app.InviteContacts(p.as(ctx, role), app.InviteInput{Contacts: contacts})
	if err != nil {
		return nil, err
	}
	of := map[invite.ID]invite.ID{}
	for _, item := range invited.Items {
		if item.Invitation == nil {
			return nil, fmt.Errorf("contact %s was not invited: %w", item.Contact, item.Skipped)
		}
		of[*item.Invitation] = item.Contact
	}
	return s.leave(ctx, location, of)
}

// leave lets what waits at a location leave, one after another as its lane
// allows, and returns the messages by contact; of has the contacts by
// invitation.
func (s *seeder) leave(ctx context.Context, location invite.Location, of map[invite.ID]invite.ID) (map[invite.ID]app.Message, error) {
	rounds, err := s.waiting(ctx, location)
	if err != nil {
		return nil, err
	}
	messages := map[invite.ID]app.Message{}
	for _, round := range rounds {
		sent, err := s.send(ctx, location, round.ID)
		if err != nil {
			return nil, err
		}
		r, err := s.db.Round(ctx, round.ID)
		if err != nil {
			return nil, err
		}
		for _, m := range sent {
			if m.Channel == invite.Email {
				messages[of[r.InvitationID]] = m
			}
		}
	}
	return messages, nil
}

// waiting returns the rounds that wait at the location, first to leave first.
func (s *seeder) waiting(ctx context.Context, location invite.Location) ([]store.Place, error) {
	list, err := s.db.WaitingPlaces(ctx, "", 10_000)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(r store.Place) bool { return r.LocationID != location.ID })
	slices.SortFunc(list, func(a, b store.Place) int {
		return cmp.Or(cmp.Compare(a.Priority, b.Priority), cmp.Compare(a.Place, b.Place))
	})
	return list, nil
}

// send lets a round leave when its slot comes, and records what the providers
// said. As in the inbox, addresses that begin with "bounce+" are refused.
func (s *seeder) send(ctx context.Context, location invite.Location, round invite.ID) ([]app.Message, error) {
	ctx = app.AsSystem(ctx, "sender")
	grant, err := s.app.GrantSlot(ctx, location.ID, round)
	if err == nil && grant.Waits {
		s.clock.at = grant.Next
		grant, err = s.app.GrantSlot(ctx, location.ID, round)
	}
	if err != nil {
		return nil, err
	}
	s.clock.advance(time.Second)
	for _, m := range grant.Messages {
		outcome := app.Outcome{ProviderID: string(m.Delivery)}
		if strings.HasPrefix(m.Address, "bounce+") {
			outcome = app.Outcome{Failed: true, Reason: "The mailbox does not exist. (550 5.1.1)"}
		}
		if err := s.app.Record(ctx, m.Delivery, m.Attempt, outcome); err != nil {
			return nil, err
		}
	}
	return grant.Messages, nil
}

// join registers the holder of a message, an hour after it left.
func (s *seeder) join(ctx context.Context, m app.Message, who Account) error {
	_, err := s.enter(ctx, m, who)
	return err
}

// enter is join, and returns a context in which whoever joined acts.
func (s *seeder) enter(ctx context.Context, m app.Message, who Account) (context.Context, error) {
	s.clock.advance(time.Hour)
	joined, err := s.app.Register(ctx, app.Visitor{}, app.RegisterInput{
		Credential: app.Credential{Token: &m.Token}, Name: who.Name, Password: who.Password,
	})
	return auth.WithActor(ctx, joined.Actor), err
}

// decline says no in the name of a message's holder.
func (s *seeder) decline(ctx context.Context, m app.Message) error {
	s.clock.advance(time.Hour)
	return s.app.Decline(ctx, app.Visitor{}, app.Credential{Token: &m.Token})
}

// expire ends what has lapsed by the present, each at its time.
func (s *seeder) expire(ctx context.Context) error {
	ids, err := s.db.Lapsed(ctx, s.present, 1000)
	if err != nil {
		return err
	}
	lapsed, err := s.db.Invitations(ctx, store.EveryOrganization(), ids)
	if err != nil {
		return err
	}
	for _, i := range lapsed {
		s.clock.at = *i.ExpiresAt
		if err := s.app.Expire(app.AsSystem(ctx, "expiry"), []invite.ID{i.ID}); err != nil {
			return err
		}
	}
	s.clock.at = s.present
	return nil
}
