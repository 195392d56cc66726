package store_test

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"usher/invite"
	"usher/store"
)

// lanes makes two locations with n rounds in them, of every priority and state,
// in two batches and in none; every third contact is the trainer's. It returns
// those that wait.
func lanes(t *testing.T, db *store.DB, n *tenant, random *rand.Rand, count int) []invite.Round {
	t.Helper()
	west := invite.Location{ID: store.NewID(), OrganizationID: n.org.ID, Name: "West", TimeZone: "UTC"}
	trainer := n.staff(t, db, invite.Trainer)
	n.trainer = trainer
	batches := []invite.Batch{n.batch, {ID: store.NewID(), OrganizationID: n.org.ID, CreatedByName: "Kim"}, {ID: store.NewID(), OrganizationID: n.org.ID, CreatedByName: "Kim"}}
	var contacts []invite.Contact
	var invitations []invite.Invitation
	var rounds []invite.Round
	for k := range count {
		c := n.contact("Somebody", "")
		if k%3 == 0 {
			c.TrainerID = &trainer.ID
		}
		i := invite.Invitation{ID: store.NewID(), OrganizationID: n.org.ID, ContactID: c.ID, State: invite.Queued, Round: 1, TTLDays: 10, Channels: invite.EmailOnly}
		r := invite.Round{
			ID: store.NewID(), OrganizationID: n.org.ID, LocationID: n.location.ID, InvitationID: i.ID, ContactID: c.ID,
			Number: 1, Purpose: invite.PurposeInvite, Priority: invite.Priority(random.IntN(3)),
		}
		if random.IntN(3) == 0 {
			r.LocationID = west.ID
		}
		if b := random.IntN(3); b > 0 {
			r.BatchID = &batches[b].ID
		}
		contacts, invitations, rounds = append(contacts, c), append(invitations, i), append(rounds, r)
	}
	write(t, db, func(tx *store.Tx) error {
		return all(tx.InsertLocation(t.Context(), west), tx.InsertContacts(t.Context(), n.org.ID, contacts), tx.InsertBatch(t.Context(), batches[1]),
			tx.InsertBatch(t.Context(), batches[2]), tx.InsertInvitations(t.Context(), n.org.ID, invitations), tx.InsertRounds(t.Context(), n.org.ID, rounds))
	})
	var waiting []invite.Round
	write(t, db, func(tx *store.Tx) error {
		for k, r := range rounds {
			r, err := tx.Round(t.Context(), r.ID) // with its place
			if err != nil {
				return err
			}
			if k%5 == 4 {
				r.State = []invite.RoundState{invite.RoundSending, invite.RoundDone, invite.RoundCancelled}[random.IntN(3)]
				if err := tx.SaveRound(t.Context(), r); err != nil {
					return err
				}
				continue
			}
			waiting = append(waiting, r)
		}
		return nil
	})
	slices.SortFunc(waiting, func(a, b invite.Round) int {
		return cmp.Or(cmp.Compare(a.Priority, b.Priority), cmp.Compare(a.Place, b.Place))
	})
	return waiting
}

// rankOf counts what waits in the lane before the round.
func rankOf(r invite.Round, waiting []invite.Round) int {
	n := 0
	for _, w := range waiting {
		if w.LocationID == r.LocationID {
			if w.ID == r.ID {
				return n
			}
			n++
		}
	}
	return -1
}

// The ranks are those that counting one by one gives, for any choice of rounds.
func TestRanks(t *testing.T) {
	t.Parallel()
	db, random := open(t), rand.New(rand.NewPCG(7, 11)) //nolint:gosec // a test that can be repeated
	n := bare(t, db, "a")
	waiting := lanes(t, db, n, random, 60)
	lanes(t, db, bare(t, db, "b"), random, 20)
	for range 30 {
		var ids, invitations, batches []invite.ID
		want := map[invite.ID]int{}
		for _, r := range waiting {
			if random.IntN(4) == 0 {
				ids, invitations = append(ids, r.ID), append(invitations, r.InvitationID)
				want[r.ID] = rankOf(r, waiting)
			}
			if r.BatchID != nil {
				batches = append(batches, *r.BatchID)
			}
		}
		check := func(what string, want map[invite.ID]int) func([]store.Rank, error) {
			return func(list []store.Rank, err error) {
				t.Helper()
				got := map[invite.ID]int{}
				for _, r := range list {
					got[r.RoundID] = r.Rank
				}
				if err != nil || !gocmp.Equal(want, got) || len(list) != len(want) {
					t.Fatalf("%s (%v):\n%s", what, err, gocmp.Diff(want, got))
				}
			}
		}
		check("rounds", want)(db.RanksOfRounds(t.Context(), append(ids, store.NewID())))
		check("invitations", want)(db.RanksOfInvitations(t.Context(), invitations))
		last := map[[2]invite.ID]invite.Round{}
		for _, r := range waiting {
			if r.BatchID != nil {
				last[[2]invite.ID{*r.BatchID, r.LocationID}] = r
			}
		}
		ends := map[invite.ID]int{}
		for _, r := range last {
			ends[r.ID] = rankOf(r, waiting)
		}
		check("batches", ends)(db.LastOfBatches(t.Context(), invite.Unique(batches)))
	}
	if list, err := db.RanksOfRounds(t.Context(), nil); err != nil || len(list) != 0 {
		t.Errorf("of none: %d, %v", len(list), err)
	}
}

// Pages of several queues at once show each round once, in order, and to a
// trainer the own clients' only.
func TestQueues(t *testing.T) {
	t.Parallel()
	db, random := open(t), rand.New(rand.NewPCG(3, 5)) //nolint:gosec // a test that can be repeated
	n := bare(t, db, "a")
	waiting := lanes(t, db, n, random, 60)
	others := lanes(t, db, bare(t, db, "b"), random, 10)
	own := map[invite.ID]bool{}
	mine, err := db.Contacts(t.Context(), store.OwnClients(n.org.ID, n.trainer.ID), contactsOf(waiting))
	if err != nil || len(mine) < 5 {
		t.Fatalf("%d own clients, %v", len(mine), err)
	}
	for _, c := range mine {
		own[c.ID] = true
	}
	type queue struct {
		name string
		of   func(invite.Round) invite.ID
		read func(store.Scope, []invite.ID, store.Spot, int) ([]invite.Round, error)
	}
	for _, q := range []queue{
		{"lanes", func(r invite.Round) invite.ID { return r.LocationID }, func(s store.Scope, ids []invite.ID, after store.Spot, n int) ([]invite.Round, error) {
			return db.QueuesOfLocations(t.Context(), s, ids, after, n)
		}},
		{"batches", func(r invite.Round) invite.ID {
			if r.BatchID == nil {
				return ""
			}
			return *r.BatchID
		}, func(s store.Scope, ids []invite.ID, after store.Spot, n int) ([]invite.Round, error) {
			return db.QueuesOfBatches(t.Context(), s, ids, after, n)
		}},
	} {
		want := map[invite.ID][]invite.ID{}
		for _, r := range append(slices.Clone(waiting), others...) {
			if id := q.of(r); id != "" {
				want[id] = append(want[id], r.ID)
			}
		}
		var ids []invite.ID
		for id, list := range want {
			ids = append(ids, id)
			var got []invite.ID
			for after := store.Front; ; {
				page, err := q.read(store.EveryOrganization(), []invite.ID{id}, after, 3)
				if err != nil {
					t.Fatal(err)
				}
				if len(page) == 0 {
					break
				}
				for _, r := range page {
					got = append(got, r.ID)
					after = store.Spot{Priority: r.Priority, Place: r.Place}
				}
			}
			if !slices.Equal(got, list) {
				t.Errorf("%s, in pages: %v, want %v", q.name, got, list)
			}
		}
		firsts := map[invite.ID][]invite.ID{}
		list, err := q.read(store.InOrganization(n.org.ID), ids, store.Front, 4)
		for _, r := range list {
			firsts[q.of(r)] = append(firsts[q.of(r)], r.ID)
		}
		for _, id := range ids {
			first := want[id][:min(4, len(want[id]))]
			if slices.Contains(first, others[0].ID) || !slices.ContainsFunc(waiting, func(r invite.Round) bool { return q.of(r) == id }) {
				first = nil // the other organization's
			}
			if err != nil || !slices.Equal(firsts[id], first) {
				t.Errorf("%s, all at once: %v, want %v (%v)", q.name, firsts[id], first, err)
			}
		}
		list, err = q.read(store.OwnClients(n.org.ID, n.trainer.ID), ids, store.Front, 100)
		seen := 0
		for _, r := range waiting {
			if own[r.ContactID] && q.of(r) != "" {
				seen++
			}
		}
		if err != nil || len(list) != seen || slices.ContainsFunc(list, func(r invite.Round) bool { return !own[r.ContactID] }) {
			t.Errorf("%s: the trainer sees %d, want %d (%v)", q.name, len(list), seen, err)
		}
	}
}

func contactsOf(rounds []invite.Round) (ids []invite.ID) {
	for _, r := range rounds {
		ids = append(ids, r.ContactID)
	}
	return ids
}

// What is counted before a joining round is what counting one by one gives.
func TestAhead(t *testing.T) {
	t.Parallel()
	db, random := open(t), rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a test that can be repeated
	n := bare(t, db, "a")
	waiting := lanes(t, db, n, random, 60)
	empty := invite.Location{ID: store.NewID(), OrganizationID: n.org.ID, Name: "Empty", TimeZone: "UTC"}
	write(t, db, func(tx *store.Tx) error { return tx.InsertLocation(t.Context(), empty) })
	low, high := waiting[random.IntN(20)].Place, waiting[20+random.IntN(20)].Place
	join := []store.Joining{{LocationID: n.location.ID, Lowest: low, Highest: high}, {LocationID: empty.ID}}
	for _, priority := range []invite.Priority{invite.Single, invite.Bulk} {
		want := store.Ahead{LocationID: n.location.ID}
		for _, r := range waiting {
			if r.LocationID != n.location.ID {
				continue
			}
			if r.Priority <= priority {
				want.Fresh++
			}
			if r.Priority == invite.Single && r.Place < low {
				want.Lowest++
			}
			if r.Priority == invite.Single && r.Place < high {
				want.Highest++
			}
		}
		got, err := db.Ahead(t.Context(), join, priority)
		slices.SortFunc(got, func(a, b store.Ahead) int { return b.Fresh - a.Fresh })
		if diff := gocmp.Diff([]store.Ahead{want, {LocationID: empty.ID}}, got); err != nil || diff != "" || want.Fresh == 0 {
			t.Errorf("%d (%v):\n%s", priority, err, diff)
		}
	}
}

// Only what waits is raised, and keeps its order.
func TestRaiseRounds(t *testing.T) {
	t.Parallel()
	db, random := open(t), rand.New(rand.NewPCG(9, 9)) //nolint:gosec // a test that can be repeated
	n := bare(t, db, "a")
	waiting := lanes(t, db, n, random, 20)
	gone := waiting[0]
	gone.State, gone.Priority = invite.RoundCancelled, invite.Bulk
	write(t, db, func(tx *store.Tx) error { return tx.SaveRound(t.Context(), gone) })
	write(t, db, func(tx *store.Tx) error {
		return all(tx.RaiseRounds(t.Context(), nil), tx.RaiseRounds(t.Context(), []invite.ID{gone.ID, waiting[len(waiting)-1].ID, waiting[len(waiting)-2].ID}))
	})
	raised := 0
	for k, before := range waiting {
		r, err := db.Round(t.Context(), before.ID)
		switch {
		case err != nil:
			t.Fatal(err)
		case k == 0 && r.Priority != invite.Bulk:
			t.Error("one that does not wait was raised")
		case k >= len(waiting)-2 && r.Priority == invite.Single && r.Place == before.Place:
			raised++
		case k > 0 && k < len(waiting)-2 && r.Priority != before.Priority:
			t.Error("another was raised")
		}
	}
	if raised != 2 {
		t.Errorf("%d were raised", raised)
	}
}
