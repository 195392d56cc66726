package store_test

import (
	"errors"
	"sync"
	"testing"

	"usher/invite"
	"usher/store"
	"usher/store/storetest"
)

// Under many writers and two placers, who has read up to a position never
// finds a new fact below it, and every committed fact is read once.
func TestPositionsAreNeverSkipped(t *testing.T) {
	t.Parallel()
	db := open(t)
	n := bare(t, db, "a")
	const writers, each = 8, 40
	rolledBack := errors.New("rolled back")
	var writing sync.WaitGroup
	for range writers {
		writing.Go(func() {
			for i := range each {
				err := db.InTx(t.Context(), func(tx *store.Tx) error {
					facts := make([]invite.Fact, 1+i%3)
					for k := range facts {
						facts[k] = invite.Fact{Kind: invite.PolicyChanged, OrganizationID: n.org.ID}
					}
					if err := tx.Append(t.Context(), facts); err != nil || i%5 != 4 {
						return err
					}
					return rolledBack
				})
				if err != nil && !errors.Is(err, rolledBack) {
					t.Error(err)
				}
			}
		})
	}
	done := make(chan struct{})
	go func() { writing.Wait(); close(done) }()
	place := func() (placed int64) {
		err := db.InTx(t.Context(), func(tx *store.Tx) (err error) {
			placed, err = tx.PlaceFacts(t.Context(), 7)
			return err
		})
		if err != nil {
			t.Error(err)
		}
		return placed
	}
	var placing sync.WaitGroup
	for range 2 {
		placing.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
					place()
				}
			}
		})
	}
	read, last := map[invite.ID]bool{}, int64(0)
	follow := func() {
		facts, err := db.FactsAfter(t.Context(), last, 1000)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range facts {
			if *f.Position <= last || read[f.ID] {
				t.Fatalf("position %d after %d", *f.Position, last)
			}
			read[f.ID], last = true, *f.Position
		}
	}
	for running := true; running; {
		select {
		case <-done:
			running = false
		default:
		}
		follow()
	}
	placing.Wait()
	for place() > 0 {
	}
	follow()
	if end, err := db.LastPosition(t.Context()); err != nil || end != last {
		t.Errorf("last position %d, read up to %d, %v", end, last, err)
	}
	// i%3+1 facts a transaction, but for each fifth, which was rolled back.
	want := 0
	for i := range each {
		if i%5 != 4 {
			want += 1 + i%3
		}
	}
	if want *= writers; len(read) != want {
		t.Errorf("%d facts were read, %d committed", len(read), want)
	}
}

// Another placer's turn is no error, and takes nothing from it.
func TestOnePlacerAtATime(t *testing.T) {
	t.Parallel()
	url := storetest.URL(t)
	db := storetest.Open(t, url, clock)
	n := bare(t, db, "a")
	write(t, db, func(tx *store.Tx) error {
		return tx.Append(t.Context(), []invite.Fact{{Kind: invite.PolicyChanged, OrganizationID: n.org.ID}})
	})
	write(t, db, func(first *store.Tx) error {
		placed, err := first.PlaceFacts(t.Context(), 10)
		if err != nil || placed != 1 {
			t.Errorf("placed %d, %v", placed, err)
		}
		write(t, db, func(second *store.Tx) error {
			placed, err := second.PlaceFacts(t.Context(), 10)
			if placed != 0 {
				t.Errorf("the second placed %d at the same time", placed)
			}
			return err
		})
		if facts, err := db.FactsAfter(t.Context(), 0, 10); err != nil || len(facts) != 0 {
			t.Errorf("%d facts are read before they are committed, %v", len(facts), err)
		}
		return nil
	})
	if facts, err := db.FactsAfter(t.Context(), 0, 10); err != nil || len(facts) != 1 {
		t.Errorf("%d facts, %v", len(facts), err)
	}
}
