package store_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"usher/internal/testenv"
	"usher/invite"
	"usher/store"
	"usher/store/storetest"
)

// home makes a household of n people, none of whom has joined.
func (n *tenant) home(t testing.TB, db *store.DB, name string, people int) (invite.Household, []invite.Contact) {
	t.Helper()
	h := invite.Household{ID: store.NewID(), OrganizationID: n.org.ID, LocationID: n.location.ID, Name: name}
	var list []invite.Contact
	for i := range people {
		c := n.contact(fmt.Sprintf("%s %d", name, i), "")
		c.HouseholdID = &h.ID
		list = append(list, c)
	}
	write(t, db, func(tx *store.Tx) error {
		return all(tx.InsertHouseholds(t.Context(), n.org.ID, h), tx.InsertContacts(t.Context(), n.org.ID, list))
	})
	return h, list
}

// account makes an account for somebody who is about to join.
func account(t testing.TB, db *store.DB, c invite.Contact) invite.ID {
	t.Helper()
	a := invite.Account{ID: store.NewID(), Email: string(c.ID) + "@people.example", Name: c.Name}
	write(t, db, func(tx *store.Tx) error { return tx.InsertAccount(t.Context(), a) })
	return a.ID
}

func (n *tenant) allSpans(t testing.TB, db *store.DB) []store.HouseholdSpan {
	t.Helper()
	list, err := db.HouseholdSpans(t.Context(), n.org.ID, time.Time{}, now.AddDate(1, 0, 0), nil, 1000)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// together runs both in transactions of which the second begins to write while
// the first has not committed yet.
func together(t *testing.T, db *store.DB, first, second func(*store.Tx) error) {
	t.Helper()
	written, started, commit := make(chan struct{}), make(chan struct{}), make(chan struct{})
	var both sync.WaitGroup
	both.Go(func() {
		once := sync.OnceFunc(func() { close(written) })
		if err := db.InTx(t.Context(), func(tx *store.Tx) error {
			err := first(tx)
			once()
			<-commit
			return err
		}); err != nil {
			t.Error(err)
		}
	})
	both.Go(func() {
		once := sync.OnceFunc(func() { close(started) })
		<-written
		if err := db.InTx(t.Context(), func(tx *store.Tx) error {
			once()
			return second(tx)
		}); err != nil {
			t.Error(err)
		}
	})
	<-started
	time.Sleep(50 * time.Millisecond) // until the second waits for the first
	close(commit)
	both.Wait()
}

// Two who join at once open one span; and the last who leaves does not end it
// for the one who joins at that moment, whichever comes first.
func TestSpansOfThoseWhoComeAndGoTogether(t *testing.T) {
	t.Parallel()
	db := open(t)
	n := bare(t, db, "park")
	ctx := context.Background()
	join := func(c invite.Contact) func(*store.Tx) error {
		a := account(t, db, c)
		return func(tx *store.Tx) error { return tx.JoinContact(ctx, c, a) }
	}
	leave := func(c invite.Contact) func(*store.Tx) error {
		return func(tx *store.Tx) error { return tx.SetHousehold(ctx, []invite.ID{c.ID}, nil) }
	}
	h, c := n.home(t, db, "two join", 2)
	together(t, db, join(c[0]), join(c[1]))
	if since, err := db.RegisteredSince(ctx, []invite.ID{h.ID}); err != nil || len(since) != 1 {
		t.Errorf("two who join at once: %v, %v", since, err)
	}
	together(t, db, leave(c[0]), leave(c[1]))
	if since, err := db.RegisteredSince(ctx, []invite.ID{h.ID}); err != nil || len(since) != 0 {
		t.Errorf("two who leave at once: %v, %v", since, err)
	}
	for name, order := range map[string]func(first, second func(*store.Tx) error){
		"leaves, joins": func(l, j func(*store.Tx) error) { together(t, db, l, j) },
		"joins, leaves": func(l, j func(*store.Tx) error) { together(t, db, j, l) },
	} {
		h, c := n.home(t, db, name, 2)
		write(t, db, join(c[0]))
		order(leave(c[0]), join(c[1]))
		if since, err := db.RegisteredSince(ctx, []invite.ID{h.ID}); err != nil || len(since) != 1 {
			t.Errorf("%s: %v, %v", name, since, err)
		}
	}
	spans := map[invite.ID]int{}
	for _, s := range n.allSpans(t, db) {
		if spans[s.HouseholdID]++; spans[s.HouseholdID] > 1 {
			t.Errorf("%s has %d spans at one moment", s.Name, spans[s.HouseholdID])
		}
	}
}

// Many who come and go at once: a household has a span that has not ended
// where somebody is left in it, and no other.
func TestSpansOfACrowd(t *testing.T) {
	t.Parallel()
	db := open(t)
	n := bare(t, db, "park")
	var homes []invite.ID
	var people []invite.Contact
	for i := range 4 {
		h, c := n.home(t, db, fmt.Sprintf("home %d", i), 4)
		homes, people = append(homes, h.ID), append(people, c...)
	}
	for _, c := range people {
		a := account(t, db, c)
		write(t, db, func(tx *store.Tx) error { return tx.JoinContact(t.Context(), c, a) })
	}
	var crowd sync.WaitGroup
	for i, c := range people {
		crowd.Go(func() {
			for round := range 6 {
				var to *invite.ID
				if (i+round)%3 != 0 {
					to = &homes[(i*7+round*5)%len(homes)]
				}
				if err := db.InTx(t.Context(), func(tx *store.Tx) error { return tx.SetHousehold(t.Context(), []invite.ID{c.ID}, to) }); err != nil {
					t.Error(err)
				}
			}
		})
	}
	crowd.Wait()
	since, err := db.RegisteredSince(t.Context(), homes)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range homes {
		members, err := db.MembersOf(t.Context(), []invite.ID{h})
		if err != nil {
			t.Fatal(err)
		}
		if _, open := since[h]; open != (len(members) > 0) {
			t.Errorf("%d members, and its span is open: %v", len(members), open)
		}
	}
}

// What was there before spans and seats were kept is in them.
func TestBillingOfEarlierContacts(t *testing.T) {
	t.Parallel()
	url := testenv.Postgres(t)
	if err := store.MigrateTo(t.Context(), url, 5); err != nil {
		t.Fatal(err)
	}
	db, probe := storetest.Open(t, url, clock), storetest.NewProbe(t, url)
	n := bare(t, db, "park")
	h, c := n.home(t, db, "The Parks", 3)
	_, waiting := n.home(t, db, "The Waits", 1)
	for _, one := range c[:2] {
		a := account(t, db, one)
		write(t, db, func(tx *store.Tx) error { return tx.JoinContact(t.Context(), one, a) })
	}
	probe.Exec(`UPDATE contacts SET registered_at = registered_at - interval '1 hour' WHERE id = $1`, c[1].ID)
	probe.Exec(`UPDATE contacts SET created_at = created_at - interval '3 days', archived_at = updated_at, client_type = 'OFFLINE' WHERE id = $1`, waiting[0].ID)
	if err := store.Migrate(t.Context(), url); err != nil {
		t.Fatal(err)
	}
	spans := n.allSpans(t, db)
	if len(spans) != 1 || spans[0].HouseholdID != h.ID || spans[0].Because != c[1].Name || spans[0].EndedAt != nil || !spans[0].BeganAt.Equal(now) {
		t.Errorf("spans: %+v", spans)
	}
	seats, err := db.SeatChanges(t.Context(), n.org.ID, "2000-01-01")
	want := []store.SeatChange{{"2026-11-21", invite.Offline, 1}, {"2026-11-24", invite.FullAccess, 3}, {"2026-11-24", invite.Offline, -1}}
	if err != nil || fmt.Sprint(seats) != fmt.Sprint(want) {
		t.Errorf("seats: %v, %v; want %v", seats, err, want)
	}
}
