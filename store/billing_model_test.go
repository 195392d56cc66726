package store_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"usher/invite"
	"usher/store"
	"usher/store/storetest"
)

// span is when a household counted, by the model.
type span struct {
	Name, Because string
	Began         time.Time
	Ended         *time.Time
}

// person is a contact of the model.
type person struct {
	invite.Contact
	zone     *time.Location
	archived bool
}

func (p *person) counts() bool { return p.HouseholdID != nil && p.AccountID != nil && !p.archived }

// ledger keeps by plain means what the database keeps by triggers.
type ledger struct {
	t       *rapid.T
	outer   *testing.T
	db      *store.DB
	probe   *storetest.Probe
	now     *time.Time
	n       *tenant
	homes   []invite.ID // that are there
	names   map[invite.ID]string
	people  []*person
	spans   map[invite.ID][]span
	seats   map[string]int // by day and type
	places  []invite.Location
	account int
}

func (m *ledger) do(fn func(*store.Tx) error) {
	if err := m.db.InTx(m.outer.Context(), fn); err != nil {
		m.t.Fatal(err)
	}
}

// settle brings the spans of all households to what their members are now.
func (m *ledger) settle() {
	for h := range m.names {
		var first *person
		for _, p := range m.people {
			if !p.counts() || *p.HouseholdID != h {
				continue
			}
			if first == nil || p.RegisteredAt.Before(*first.RegisteredAt) || p.RegisteredAt.Equal(*first.RegisteredAt) && p.ID < first.ID {
				first = p
			}
		}
		list := m.spans[h]
		var last *span
		if len(list) > 0 {
			last = &list[len(list)-1]
		}
		switch isOpen := last != nil && last.Ended == nil; {
		case first != nil && !isOpen && last != nil && !last.Ended.Before(*m.now):
			last.Ended = nil
		case first != nil && !isOpen:
			m.spans[h] = append(list, span{Name: m.names[h], Because: first.Name, Began: *m.now})
		case first == nil && isOpen && !last.Began.Before(*m.now):
			m.spans[h] = list[:len(list)-1]
		case first == nil && isOpen:
			ended := *m.now
			last.Ended = &ended
		}
	}
}

// seat records that a seat of the person's type came or went.
func (m *ledger) seat(p *person, n int) {
	m.seats[m.now.In(p.zone).Format(time.DateOnly)+" "+string(p.ClientType)] += n
}

func (m *ledger) some() []*person {
	return rapid.SliceOfNDistinct(rapid.SampledFrom(m.people), 1, min(3, len(m.people)), func(p *person) invite.ID { return p.ID }).Draw(m.t, "people")
}

func idsOfPeople(list []*person) (out []invite.ID) {
	for _, p := range list {
		out = append(out, p.ID)
	}
	return out
}

func (m *ledger) create() {
	var list []invite.Contact
	for range rapid.IntRange(1, 3).Draw(m.t, "how many") {
		at := rapid.SampledFrom(m.places).Draw(m.t, "place")
		c := m.n.contact(fmt.Sprintf("Person %d", len(m.people)), "")
		c.LocationID = at.ID
		c.ClientType = rapid.SampledFrom([]invite.ClientType{invite.FullAccess, invite.FullAccessOneWay, invite.Offline}).Draw(m.t, "type")
		if len(m.homes) > 0 && rapid.Bool().Draw(m.t, "in a household") {
			c.HouseholdID = new(rapid.SampledFrom(m.homes).Draw(m.t, "household"))
		}
		zone, err := time.LoadLocation(at.TimeZone)
		if err != nil {
			m.t.Fatal(err)
		}
		list = append(list, c)
		m.people = append(m.people, &person{Contact: c, zone: zone})
		m.seat(m.people[len(m.people)-1], 1)
	}
	m.do(func(tx *store.Tx) error { return tx.InsertContacts(m.outer.Context(), m.n.org.ID, list) })
}

func (m *ledger) found() {
	h := invite.Household{ID: store.NewID(), OrganizationID: m.n.org.ID, LocationID: m.n.location.ID, Name: fmt.Sprintf("Home %d", len(m.names))}
	m.do(func(tx *store.Tx) error { return tx.InsertHouseholds(m.outer.Context(), m.n.org.ID, h) })
	m.homes, m.names[h.ID] = append(m.homes, h.ID), h.Name
}

func (m *ledger) rename() {
	if len(m.homes) == 0 {
		return
	}
	h := rapid.SampledFrom(m.homes).Draw(m.t, "household")
	m.names[h] += "'"
	renamed := invite.Household{ID: h, OrganizationID: m.n.org.ID, LocationID: m.n.location.ID, Name: m.names[h]}
	m.do(func(tx *store.Tx) error { return tx.SaveHousehold(m.outer.Context(), renamed) })
}

func (m *ledger) join() {
	for _, p := range m.some() {
		if p.AccountID != nil || p.archived {
			continue
		}
		m.account++
		a := invite.Account{ID: store.NewID(), Email: fmt.Sprintf("%d@%s.example", m.account, m.n.org.ID), Name: p.Name}
		m.do(func(tx *store.Tx) error {
			return all(tx.InsertAccount(m.outer.Context(), a), tx.JoinContact(m.outer.Context(), p.Contact, a.ID))
		})
		p.AccountID, p.RegisteredAt = &a.ID, new(*m.now)
		m.settle()
	}
}

func (m *ledger) move() {
	list := m.some()
	var to *invite.ID
	if len(m.homes) > 0 && rapid.IntRange(0, 2).Draw(m.t, "to a household") > 0 {
		to = new(rapid.SampledFrom(m.homes).Draw(m.t, "household"))
	}
	m.do(func(tx *store.Tx) error { return tx.SetHousehold(m.outer.Context(), idsOfPeople(list), to) })
	for _, p := range list {
		p.HouseholdID = to
	}
}

// archive takes people off the file, or brings them back, each the other way.
func (m *ledger) archive() {
	for _, p := range m.some() {
		m.probe.Exec(`UPDATE contacts SET archived_at = CASE WHEN archived_at IS NULL THEN $2::timestamptz END, updated_at = $2 WHERE id = $1`, p.ID, *m.now)
		if p.archived = !p.archived; p.archived {
			m.seat(p, -1)
		} else {
			m.seat(p, 1)
		}
		m.settle()
	}
}

// change gives somebody another type, and another location perhaps.
func (m *ledger) change() {
	for _, p := range m.some() {
		before := *p
		p.ClientType = rapid.SampledFrom([]invite.ClientType{invite.FullAccess, invite.FullAccessOneWay, invite.Offline}).Draw(m.t, "type")
		at := rapid.SampledFrom(m.places).Draw(m.t, "place")
		p.LocationID = at.ID
		p.zone, _ = time.LoadLocation(at.TimeZone) // it was loaded before
		m.do(func(tx *store.Tx) error { return tx.SaveContact(m.outer.Context(), p.Contact) })
		if before.ClientType != p.ClientType && !p.archived {
			before.zone = p.zone // both sides of one change fall on one day
			m.seat(&before, -1)
			m.seat(p, 1)
		}
	}
}

func (m *ledger) dissolve() {
	if len(m.homes) == 0 {
		return
	}
	h := rapid.SampledFrom(m.homes).Draw(m.t, "household")
	m.do(func(tx *store.Tx) error { return tx.DeleteHouseholds(m.outer.Context(), h) })
	for _, p := range m.people {
		if p.HouseholdID != nil && *p.HouseholdID == h {
			p.HouseholdID = nil
		}
	}
	m.homes = slices.DeleteFunc(m.homes, func(x invite.ID) bool { return x == h })
}

// agree demands that the database has what the model has.
func (m *ledger) agree() {
	m.settle()
	end := m.now.Add(24 * time.Hour)
	list, err := m.db.HouseholdSpans(m.outer.Context(), m.n.org.ID, time.Time{}, end, nil, 1000)
	if err != nil {
		m.t.Fatal(err)
	}
	slices.SortStableFunc(list, func(a, b store.HouseholdSpan) int { return a.BeganAt.Compare(b.BeganAt) })
	got, want := map[invite.ID][]span{}, map[invite.ID][]span{}
	since := map[invite.ID]time.Time{}
	for _, s := range list {
		got[s.HouseholdID] = append(got[s.HouseholdID], span{s.Name, s.Because, s.BeganAt, s.EndedAt})
	}
	counting := 0
	for h, spans := range m.spans {
		if len(spans) == 0 {
			continue
		}
		want[h] = spans
		if last := spans[len(spans)-1]; last.Ended == nil {
			since[h] = last.Began
			counting++
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		m.t.Fatalf("spans (-model +database):\n%s", diff)
	}
	open, err := m.db.RegisteredSince(m.outer.Context(), m.homes)
	if err != nil {
		m.t.Fatal(err)
	}
	if diff := cmp.Diff(since, open); diff != "" {
		m.t.Fatalf("registered since (-model +database):\n%s", diff)
	}
	m.agreeOnNumbers(counting)
}

func (m *ledger) agreeOnNumbers(counting int) {
	past := m.now.Add(-36 * time.Hour)
	n, err := m.db.RegisteredHouseholds(m.outer.Context(), m.n.org.ID, []time.Time{past, m.now.Add(time.Microsecond)})
	if err != nil {
		m.t.Fatal(err)
	}
	then := 0
	for _, spans := range m.spans {
		for _, s := range spans {
			if s.Began.Before(past) && (s.Ended == nil || !s.Ended.Before(past)) {
				then++
			}
		}
	}
	if diff := cmp.Diff([]int{then, counting}, n); diff != "" {
		m.t.Fatalf("households, 36 hours ago and now (-model +database):\n%s", diff)
	}
	changes, err := m.db.SeatChanges(m.outer.Context(), m.n.org.ID, "2000-01-01")
	if err != nil {
		m.t.Fatal(err)
	}
	seats, types := map[string]int{}, map[invite.ClientType]int{}
	for _, c := range changes {
		seats[c.Day+" "+string(c.ClientType)] = c.N
		types[c.ClientType] += c.N
	}
	for key, n := range m.seats {
		if n == 0 {
			delete(m.seats, key)
		}
	}
	if diff := cmp.Diff(m.seats, seats); diff != "" {
		m.t.Fatalf("seats (-model +database):\n%s", diff)
	}
	for _, p := range m.people {
		if !p.archived {
			types[p.ClientType]--
		}
	}
	for typ, n := range types {
		if n != 0 {
			m.t.Fatalf("%d seats of type %s too many", n, typ)
		}
	}
}

// Whatever happens, in whatever order, the spans and the seats are those of a
// plain model.
func TestBillingAgreesWithAModel(t *testing.T) {
	t.Parallel()
	at := now
	url := storetest.URL(t)
	db, probe := storetest.Open(t, url, func() time.Time { return at }), storetest.NewProbe(t, url)
	round := 0
	rapid.Check(t, func(r *rapid.T) {
		round++
		at = now
		m := &ledger{
			t: r, outer: t, db: db, probe: probe, now: &at, n: bare(t, db, fmt.Sprintf("model %d", round)),
			names: map[invite.ID]string{}, spans: map[invite.ID][]span{}, seats: map[string]int{},
		}
		m.places = []invite.Location{m.n.location}
		for _, zone := range []string{"Pacific/Auckland", "America/Los_Angeles"} {
			l := invite.Location{ID: store.NewID(), OrganizationID: m.n.org.ID, Name: zone, TimeZone: zone}
			m.do(func(tx *store.Tx) error { return tx.InsertLocation(t.Context(), l) })
			m.places = append(m.places, l)
		}
		m.found()
		m.create()
		m.join()
		acts := []func(){m.create, m.found, m.rename, m.join, m.join, m.join, m.move, m.move, m.move, m.move, m.archive, m.archive, m.change, m.dissolve}
		for range rapid.IntRange(1, 40).Draw(r, "steps") {
			at = at.Add(rapid.SampledFrom([]time.Duration{0, 0, 0, time.Minute, 7 * time.Hour, 40 * time.Hour}).Draw(r, "passes"))
			rapid.SampledFrom(acts).Draw(r, "act")()
			m.agree()
		}
	})
}
