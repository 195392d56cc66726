package bench

import (
	"context"
	"fmt"
	"testing"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// town is a place with an endless supply of new people.
type town struct {
	*apptest.Place
	b      *testing.B
	people int
}

// newTown returns a town in a world of its own; change may replace parts of it.
func newTown(b *testing.B, change ...func(*app.Deps)) *town {
	b.Helper()
	return &town{Place: apptest.New(b, change...).Place(invite.Gym, "Iron Works"), b: b}
}

// owner returns a context in which the owner asks.
func (t *town) owner() context.Context { return t.World.As(t.Owner) }

// newcomers returns n people who are not on file yet.
func (t *town) newcomers(n int) []app.NewContact {
	list := make([]app.NewContact, n)
	for i := range list {
		t.people++
		list[i] = app.NewContact{
			Name:  fmt.Sprintf("Newcomer %d", t.people),
			Email: fmt.Sprintf("newcomer%d@iron-works.example", t.people),
			Phone: fmt.Sprintf("+49151%08d", 20_000_000+t.people),
		}
	}
	return list
}

// create puts n new people on file.
func (t *town) create(n int, when app.InviteWhen) app.CreateResult {
	t.b.Helper()
	made, err := t.World.App.CreateContacts(t.owner(), app.CreateInput{
		Contacts: t.newcomers(n), Stage: invite.Member, ClientType: invite.FullAccess, Invite: when,
	})
	must(t.b, err)
	return made
}

// lanes gives the organization n more locations.
func (t *town) lanes(n int) {
	t.b.Helper()
	must(t.b, t.World.DB.InTx(t.b.Context(), func(tx *store.Tx) error {
		for i := range n {
			l := invite.Location{ID: store.NewID(), OrganizationID: t.Org.ID, Name: fmt.Sprintf("Lane %d", i), TimeZone: "Europe/Berlin"}
			if err := tx.InsertLocation(t.b.Context(), l); err != nil {
				return err
			}
		}
		return nil
	}))
}

// spread moves those who were never invited to the locations in turns.
func (t *town) spread() {
	t.b.Helper()
	t.World.Probe.Exec(`
UPDATE contacts c SET location_id = l.id
FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM locations) l,
     (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM contacts WHERE status = 'NOT_INVITED') f
WHERE f.id = c.id AND l.n = f.n % (SELECT count(*) FROM locations)`)
}

// queue puts n new people on file, spread over the locations, invites them,
// and returns the rounds that wait now.
func (t *town) queue(n int) []store.Place {
	t.b.Helper()
	var ids []invite.ID
	for _, item := range t.create(n, app.InviteLater).Items {
		ids = append(ids, *item.Contact)
	}
	t.spread()
	_, err := t.World.App.InviteContacts(t.owner(), app.InviteInput{Contacts: ids})
	must(t.b, err)
	waiting, err := t.World.DB.WaitingPlaces(t.b.Context(), "", 10_000)
	must(t.b, err)
	return waiting
}

// grant grants a round its slot, which must be free.
func (t *town) grant(p store.Place) []app.Message {
	g, err := t.World.App.GrantSlot(t.World.System("sender"), p.LocationID, p.ID)
	if err != nil || !g.Granted {
		t.b.Errorf("not granted: %+v, %v", g, err)
	}
	return g.Messages
}

// record notes that the messages were accepted by their provider.
func (t *town) record(messages []app.Message) {
	for _, m := range messages {
		if err := t.World.App.Record(t.World.System("sender"), m.Delivery, m.Attempt, app.Outcome{ProviderID: "bench"}); err != nil {
			t.b.Error(err)
		}
	}
}

// token returns an access token of the actor.
func (t *town) token(a auth.Actor) string {
	t.b.Helper()
	token, _, err := t.World.App.Tokens.IssueAccess(a, t.World.Clock.Now())
	must(t.b, err)
	return token
}
