package rdb_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"usher/invite"
	"usher/jobs/rdb"
)

// Two hundred claimers empty fifty lanes. Every round is claimed once, in its
// lane's order, and no lane is ever in two hands.
func TestTwoHundredClaimers(t *testing.T) {
	const claimers, laneCount, perLane = 200, 50, 20
	db := realDB(t, 4)
	var batch []rdb.Waiting
	for l := range laneCount {
		for i := range perLane { // enqueued backwards, half of them ahead of the rest
			w := waiting(fmt.Sprintf("lane-%02d", l), "", invite.Bulk, int64(perLane-i))
			if i%2 == 0 {
				w.Priority = invite.Single
			}
			w.Round = invite.ID(fmt.Sprintf("%s/%d/%02d", w.Location, w.Priority, w.Place))
			batch = append(batch, w)
		}
	}
	enqueue(t, db, batch...)

	var mu sync.Mutex
	inHand := make(map[invite.ID]bool)
	last := make(map[invite.ID]invite.ID)
	returned := make(map[invite.ID]bool)
	gone := 0
	take := func(c rdb.Claim) (keep bool) {
		mu.Lock()
		defer mu.Unlock()
		if inHand[c.Location] {
			t.Errorf("lane %s is in two hands", c.Location)
		}
		inHand[c.Location] = true
		if keep = returned[c.Round]; !keep && gone%3 == 0 {
			returned[c.Round] = true // hand this one back first
			return false
		}
		if c.Round <= last[c.Location] {
			t.Errorf("%s was claimed after %s", c.Round, last[c.Location])
		}
		last[c.Location] = c.Round
		gone++
		return true
	}
	letGo := func(c rdb.Claim) { // before the lease ends, so that the next holder finds it free
		mu.Lock()
		defer mu.Unlock()
		inHand[c.Location] = false
	}

	var wg sync.WaitGroup
	for i := range claimers {
		wg.Go(func() {
			for {
				claims, err := db.Claim(t.Context(), t0, lease, 1+i%3)
				if err != nil {
					t.Error(err)
					return
				}
				for _, c := range claims {
					end := db.Return
					if take(c) {
						end = db.Done
					}
					letGo(c)
					if err := end(t.Context(), c, t0); err != nil {
						t.Error(err)
					}
				}
				mu.Lock()
				ready := gone == len(batch)
				mu.Unlock()
				if ready {
					return
				}
			}
		})
	}
	wg.Wait()
	if gone != len(batch) {
		t.Errorf("%d rounds left their lanes, want %d", gone, len(batch))
	}
	lanes(t, db, rdb.Lanes{})
}

// Whoever loses the race for a lease must not end another's claim.
func TestOneOfManyLateHoldersWins(t *testing.T) {
	db := realDB(t, 1)
	enqueue(t, db, waiting("a", "1", invite.Bulk, 1), waiting("a", "2", invite.Bulk, 2))
	now := t0
	var held []rdb.Claim
	for range 20 {
		held = append(held, one(t, db, now, "1"))
		now = now.Add(lease)
	}
	var wg sync.WaitGroup
	var mu sync.Mutex
	won := 0
	for _, c := range held {
		wg.Go(func() {
			err := db.Done(t.Context(), c, now)
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				won++
			} else if !errors.Is(err, rdb.ErrLeaseLost) {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if won != 1 {
		t.Errorf("%d holders ended the claim, want 1", won)
	}
	one(t, db, now.Add(time.Second), "2")
}
