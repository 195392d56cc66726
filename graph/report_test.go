package graph_test

import (
	"testing"

	"usher/app"
	"usher/invite"
)

const endOfStream = `{viewer{organization{eventCursor}}}`

func (c *client) eventCursor() string {
	c.w.T.Helper()
	return c.do(endOfStream).ok().at("viewer.organization.eventCursor")
}

// Whatever is committed behind the cursor is replayed, and nothing before it.
func TestEventCursor(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, open opener) {
		w := newWire(t)
		p := w.Place(invite.Gym, "Alpha Gym")
		own := w.as(p.Owner)
		first := own.eventCursor() // before the first event
		c := p.Contacts(3)
		p.Invite(c[0])
		w.place()
		placed := own.eventCursor()
		p.Invite(c[1]) // committed, and not placed
		waiting := own.eventCursor()
		p.Invite(c[2])
		w.place()
		for from, want := range map[string][]invite.Contact{first: c, placed: c[1:], own.eventCursor(): nil} {
			s := open(w, p.Owner, changes, vars{"after": from})
			for _, one := range want {
				s.moved(one, "", "QUEUED")
			}
			s.stop()
		}
		if placed != waiting {
			t.Errorf("the cursor %s stands behind an event that was not placed; it was %s", waiting, placed)
		}
	})
}

// In one document the cursor is read before any list, so that what is
// committed between the two is replayed.
func TestEventCursorComesBeforeTheList(t *testing.T) {
	t.Parallel()
	var w *wire
	w = newWire(t, func(d *app.Deps) {
		d.Wake = func() { // the event is placed as soon as it is committed
			if w != nil {
				w.place()
			}
		}
	})
	p := w.Place(invite.Gym, "Alpha Gym")
	c := p.Contacts(1)[0]
	before := w.as(p.Owner).eventCursor()
	a := w.as(p.Owner).do(`mutation($c:[ID!]){inviteContacts(input:{contacts:$c}){results{contact{organization{eventCursor}}}}}`, vars{"c": []any{c.ID}}).ok()
	if at := a.at("inviteContacts.results.0.contact.organization.eventCursor"); at != before {
		t.Errorf("the cursor is %s, %s before", at, before)
	}
	if now := w.as(p.Owner).eventCursor(); now == before {
		t.Error("the event was not placed")
	}
}

func TestEventCursorIsRefused(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p, other := w.Place(invite.Gym, "Alpha Gym"), w.Place(invite.Gym, "Beta Gym")
	const of = `query($o:ID!){organization(id:$o){eventCursor}}`
	w.as(w.client(p, "member@alpha.example")).do(of, vars{"o": p.Org.ID}).fails("FORBIDDEN")
	w.as(p.Owner).do(of, vars{"o": other.Org.ID}).fails("NOT_FOUND")
	w.as(p.Staff(invite.Trainer)).do(of, vars{"o": p.Org.ID}).ok()
	w.as(w.Support()).do(of, vars{"o": other.Org.ID}).ok()
}
