package graph_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

const changes = `subscription($o:ID,$l:ID,$b:ID,$c:ID,$after:String){
	invitationStatusChanged(organization:$o,location:$l,batch:$b,contact:$c,after:$after){
		cursor at from to label contact{id name} invitation{id status}}}`

// opener starts a subscription in one of the two ways that there are.
type opener func(w *wire, a auth.Actor, query string, v vars) *stream

func bySocket(w *wire, a auth.Actor, query string, v vars) *stream {
	return w.socket(a).subscribe(query, v)
}
func byEvents(w *wire, a auth.Actor, query string, v vars) *stream { return w.as(a).listen(query, v) }

// bothWays runs a test over WebSocket and over server-sent events.
func bothWays(t *testing.T, test func(t *testing.T, open opener)) {
	t.Run("websocket", func(t *testing.T) { t.Parallel(); test(t, bySocket) })
	t.Run("sse", func(t *testing.T) { t.Parallel(); test(t, byEvents) })
}

// cursor returns the end of the stream as it is now. A subscription behind it
// misses nothing of what is committed from now on.
func (w *wire) cursor() string {
	w.T.Helper()
	w.place()
	n, err := w.DB.LastPosition(context.Background())
	if err != nil {
		w.T.Fatal(err)
	}
	return strconv.FormatInt(n, 36)
}

// moved demands the next change: of whom, from what, to what.
func (s *stream) moved(c invite.Contact, from, to string) answer {
	s.t.Helper()
	was := `"from":null`
	if from != "" {
		was = `"from":"` + from + `"`
	}
	return s.next().has(string(c.ID), was, `"to":"`+to+`"`)
}

func TestStatusChangesComeInTheirOrder(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, open opener) {
		w := newWire(t)
		p := w.Place(invite.Gym, "Alpha Gym")
		c := p.Contacts(3)
		s := open(w, p.Owner, changes, vars{"after": w.cursor()})
		i := p.Invite(c...)
		w.place()
		for n := range c {
			s.moved(c[n], "", "QUEUED").has(`"label":"Invite Queued"`, `"name":"`+c[n].Name+`"`)
		}
		p.SendNext()
		w.place()
		s.moved(c[0], "QUEUED", "PENDING").has(`"label":"Invite Sent"`, `"status":"PENDING"`)
		if err := w.App.RevokeInvitation(w.As(p.Owner), *i.Items[1].Invitation, "moved away"); err != nil {
			t.Fatal(err)
		}
		w.Clock.Advance(11 * 24 * time.Hour) // the first one lapses; the owner's token with it
		if err := w.App.Expire(w.System("expiry"), []invite.ID{*i.Items[0].Invitation}); err != nil {
			t.Fatal(err)
		}
		w.Clock.Advance(-11 * 24 * time.Hour)
		w.place()
		s.moved(c[1], "QUEUED", "REVOKED")
		s.moved(c[0], "PENDING", "EXPIRED")
	})
}

// What is missed while nobody listens is replayed, then the stream is live:
// under writers that never rest, whatever the moment of the cut, nothing is
// missing and nothing comes twice.
func TestResumedStreamHasNeitherGapNorRepetition(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, open opener) {
		w := newWire(t)
		p := w.Place(invite.Gym, "Alpha Gym")
		from := w.cursor()
		var writers, relay sync.WaitGroup
		done := make(chan struct{})
		for range 3 {
			writers.Go(func() {
				for n := range 12 {
					made, err := w.App.CreateContacts(w.As(p.Owner), app.CreateInput{
						Contacts: people(1 + n%4), Stage: invite.Member, ClientType: invite.FullAccess, Invite: app.InviteNow,
					})
					if err == nil && n%3 == 0 {
						_, err = w.App.CancelBatch(w.As(p.Owner), *made.Batch)
					}
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		relay.Go(func() {
			for more := true; more; {
				select {
				case <-done:
					more = false
				case <-time.After(3 * time.Millisecond):
				}
				w.place()
			}
		})
		go func() { writers.Wait(); close(done) }()
		const all = 3 * (30 + 10) // of each writer: how many it queues, how many it cancels
		var got []string
		for cursor := from; len(got) < all; {
			s := open(w, p.Owner, changes, vars{"after": cursor})
			for range min(1+rand.IntN(20), all-len(got)) {
				cursor = s.next().at("invitationStatusChanged.cursor")
				got = append(got, cursor)
			}
			s.stop()
		}
		relay.Wait()
		if diff := cmp.Diff(w.changesAfter(from), got); diff != "" {
			t.Errorf("(-committed +read):\n%s", diff)
		}
	})
}

// changesAfter returns the cursors of all changes of status behind one.
func (w *wire) changesAfter(cursor string) (out []string) {
	w.T.Helper()
	w.place()
	at, _ := strconv.ParseInt(cursor, 36, 64) // ours
	list, err := w.DB.FactsAfter(context.Background(), at, 100_000)
	if err != nil {
		w.T.Fatal(err)
	}
	for _, f := range list {
		if f.ToState != nil {
			out = append(out, strconv.FormatInt(*f.Position, 36))
		}
	}
	return out
}

// people returns n new contacts with emails that nobody else has.
func people(n int) (out []app.NewContact) {
	for range n {
		out = append(out, app.NewContact{Name: "New Person", Email: string(store.NewID()) + "@people.example"})
	}
	return out
}

// A reader that comes from a replica which is a moment ahead is not shown again
// what it has seen there.
func TestCursorThatIsAheadOfTheHub(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	w.place()
	c := p.Contacts(2)
	for _, one := range c {
		p.Invite(one)
		if _, err := w.App.PlaceFacts(t.Context(), 500); err != nil { // and nobody wakes the hub
			t.Fatal(err)
		}
	}
	last, err := w.DB.LastPosition(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s := bySocket(w, p.Owner, changes, vars{"after": strconv.FormatInt(last, 36)})
	next := p.Create(people(1)...)[0]
	time.Sleep(100 * time.Millisecond) // until it has subscribed; the hub looks by itself after a second
	p.Invite(next)
	w.place()
	s.moved(next, "", "QUEUED")
}

func TestStreamShowsOnlyWhatWasAskedFor(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Coach, "Alpha Coach") // trainers invite
	other := w.Place(invite.Gym, "Beta Gym")
	trainer := p.Staff(invite.Trainer)
	second, err := w.App.CreateLocation(w.As(p.Owner), nil, "Second", "Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	create := func(a auth.Actor, at *invite.ID) (invite.Contact, app.CreateResult) {
		made, err := w.App.CreateContacts(w.As(a), app.CreateInput{Contacts: people(1), Location: at, Stage: invite.Member, ClientType: invite.FullAccess, Invite: app.InviteNow})
		if err != nil {
			t.Fatal(err)
		}
		return p.Contact(*made.Items[0].Contact), made
	}
	here, batch := create(p.Owner, &p.Location.ID)
	there, _ := create(p.Owner, &second.ID)
	own, _ := create(trainer, &p.Location.ID)
	from := w.cursor()
	streams := map[string]*stream{
		"all":      byEvents(w, p.Owner, changes, vars{"after": from}),
		"support":  byEvents(w, w.Support(), changes, vars{"after": from, "o": p.Org.ID}),
		"location": byEvents(w, p.Owner, changes, vars{"after": from, "l": second.ID}),
		"batch":    byEvents(w, p.Owner, changes, vars{"after": from, "b": batch.Batch}),
		"contact":  byEvents(w, p.Owner, changes, vars{"after": from, "c": there.ID}),
		"trainer":  byEvents(w, trainer, changes, vars{"after": from}),
	}
	theirs := other.Contacts(1)
	other.Invite(theirs...)
	// Revoking is a change that belongs to no round: it must come to who watches
	// a location or a batch all the same.
	for _, c := range []invite.Contact{here, there, own} {
		if err := w.App.RevokeInvitation(w.As(p.Owner), *c.InvitationID, ""); err != nil {
			t.Fatal(err)
		}
	}
	w.place()
	for name, want := range map[string][]invite.Contact{
		"all": {here, there, own}, "support": {here, there, own}, "location": {there}, "batch": {here}, "contact": {there}, "trainer": {own},
	} {
		for _, c := range want {
			streams[name].moved(c, "QUEUED", "REVOKED").lacks(string(theirs[0].ID))
		}
	}
	time.Sleep(50 * time.Millisecond) // everything is handed out; nothing more may be on its way
	for _, s := range streams {
		s.silent()
	}
}

func TestStreamIsRefused(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, open opener) {
		w := newWire(t)
		p, other := w.Place(invite.Gym, "Alpha Gym"), w.Place(invite.Gym, "Beta Gym")
		c := other.Contacts(1)
		batch := other.Invite(c...).Batch
		member := w.client(p, "member@alpha.example")
		const progress = `subscription($b:ID!){batchProgress(batch:$b){total}}`
		for _, tc := range []struct {
			who   auth.Actor
			query string
			v     vars
			code  string
		}{
			{p.Owner, changes, vars{"o": other.Org.ID}, "NOT_FOUND"},
			{p.Owner, changes, vars{"l": other.Location.ID}, "NOT_FOUND"},
			{p.Owner, changes, vars{"c": c[0].ID}, "NOT_FOUND"},
			{p.Owner, changes, vars{"b": batch}, "NOT_FOUND"},
			{p.Owner, progress, vars{"b": batch}, "NOT_FOUND"},
			{p.Owner, changes, vars{"c": store.NewID()}, "NOT_FOUND"},
			{member, changes, nil, "FORBIDDEN"},
			{member, progress, vars{"b": batch}, "FORBIDDEN"},
			{w.Support(), changes, nil, "BAD_REQUEST"},
			{p.Owner, changes, vars{"after": "not a cursor"}, "BAD_REQUEST"},
			{p.Owner, changes, vars{"after": "-1"}, "BAD_REQUEST"},
			{p.Owner, changes, vars{"after": "zzzzzz"}, "RESYNC"}, // never given
			{p.Owner, `subscription{invitationStatusChanged{nope}}`, nil, "BAD_REQUEST"},
			{p.Owner, `subscription{a:invitationStatusChanged{at} b:invitationStatusChanged{at}}`, nil, "BAD_REQUEST"},
		} {
			open(w, tc.who, tc.query, tc.v).ends(tc.code)
		}
	})
}

func TestOldCursorsAreToldToResync(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	from := w.cursor()
	p.Invite(p.Contacts(1)...)
	w.place()
	w.Clock.Advance(7*24*time.Hour - time.Minute)
	bySocket(w, p.Owner, changes, vars{"after": from}).next().has("QUEUED")
	w.Clock.Advance(2 * time.Minute)
	bySocket(w, p.Owner, changes, vars{"after": from}).ends("RESYNC")
	// The end of the stream is never too old: nothing was missed behind it.
	s := bySocket(w, p.Owner, changes, vars{"after": w.cursor()})
	p.Invite(p.Create(people(1)...)...)
	w.place()
	s.next().has("QUEUED")
}

// A POST waits for one answer; a stream by POST would wait for an event.
func TestSubscriptionByPlainPostIsRefused(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	w.as(p.Owner).do(changes).fails("BAD_REQUEST", "WebSocket")
}

func TestManySubscribers(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	from := w.cursor()
	var all []*stream
	shared := w.socket(p.Owner)
	for n := range 200 {
		switch n % 4 {
		case 0:
			all = append(all, byEvents(w, p.Owner, changes, vars{"after": from}))
		case 1:
			all = append(all, bySocket(w, p.Owner, changes, vars{"after": from}))
		default:
			all = append(all, shared.subscribe(changes, vars{"after": from}))
		}
	}
	c := p.Contacts(5)
	p.Invite(c...)
	w.place()
	for _, s := range slices.Backward(all) {
		for n := range c {
			s.moved(c[n], "", "QUEUED")
		}
	}
}

// client makes somebody of the place who has joined and is signed in.
func (w *wire) client(p *apptest.Place, email string) auth.Actor {
	w.T.Helper()
	c := p.Create(app.NewContact{Name: "Member " + strings.ToUpper(email[:1]), Email: email})[0]
	p.Invite(c)
	for {
		w.Clock.Advance(time.Minute)
		for _, m := range p.SendNext() {
			if m.Address == email {
				joined, err := w.App.Register(context.Background(), app.Visitor{}, app.RegisterInput{
					Credential: app.Credential{Token: &m.Token}, Name: c.Name, Password: apptest.Password,
				})
				if err != nil {
					w.T.Fatal(err)
				}
				return joined.Actor
			}
		}
	}
}
