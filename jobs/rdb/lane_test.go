package rdb_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/redis/go-redis/v9"

	"usher/invite"
	"usher/jobs/rdb"
)

func TestClaimOfNothing(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		none(t, db, t0)
		depth(t, db, "a", 0)
		lanes(t, db, rdb.Lanes{})
		enqueue(t, db) // an empty batch is no error
		must(t, db.Remove(t.Context(), nil))
		none(t, db, t0)
	})
}

func TestDueTime(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		w := waiting("a", "r", invite.Bulk, 1)
		w.Due = t0.Add(500 * time.Microsecond)
		enqueue(t, db, w)
		lanes(t, db, rdb.Lanes{Scheduled: 1, Next: t0.Add(time.Millisecond)})
		none(t, db, t0.Add(-time.Hour))
		none(t, db, t0)
		none(t, db, t0.Add(499*time.Microsecond)) // never early, not by a microsecond
		one(t, db, t0.Add(time.Millisecond), "r")
	})
}

func TestOrder(t *testing.T) {
	const last = rdb.PlaceLimit - 1
	onEach(t, func(t *testing.T, db *rdb.DB) {
		// Places at the far end of what a double holds exactly, in every
		// priority that scores must keep apart.
		enqueue(t, db,
			waiting("a", "spare-last", 8, last),
			waiting("a", "spare-first", 8, last-1),
			waiting("a", "reminder-last", invite.Reminder, last),
			waiting("a", "bulk-last", invite.Bulk, last),
			waiting("a", "reminder-0", invite.Reminder, 0),
			waiting("a", "single-last", invite.Single, last),
			waiting("a", "bulk-7", invite.Bulk, 7),
			waiting("a", "reminder-first", invite.Reminder, last-1),
			waiting("a", "bulk-first", invite.Bulk, last-1),
			waiting("a", "single-first", invite.Single, last-1),
		)
		want := []invite.ID{"single-first", "single-last", "bulk-7", "bulk-first", "bulk-last",
			"reminder-0", "reminder-first", "reminder-last", "spare-first", "spare-last"}
		var got []invite.ID
		for range want {
			for _, c := range claim(t, db, t0) {
				got = append(got, c.Round)
				must(t, db.Done(t.Context(), c, t0))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		none(t, db, t0.Add(time.Hour))
	})
}

func TestScoresOutOfRangeAreRefused(t *testing.T) {
	db := realDB(t, 1)
	for _, w := range []rdb.Waiting{
		waiting("a", "r", invite.Bulk, rdb.PlaceLimit),
		waiting("a", "r", invite.Bulk, -1),
		waiting("a", "r", -1, 1),
		waiting("a", "r", 9, 1),
	} {
		if err := db.Enqueue(t.Context(), []rdb.Waiting{waiting("a", "good", invite.Bulk, 1), w}); err == nil {
			t.Errorf("priority %d, place %d was accepted", w.Priority, w.Place)
		}
	}
	depth(t, db, "a", 0)
}

func TestEnqueueIsIdempotentAndRaises(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		first, second := waiting("a", "first", invite.Bulk, 1), waiting("a", "second", invite.Bulk, 2)
		enqueue(t, db, first, second)
		enqueue(t, db, first, second, second)
		depth(t, db, "a", 2)
		second.Priority = invite.Single
		enqueue(t, db, second)
		depth(t, db, "a", 2)
		must(t, db.Done(t.Context(), one(t, db, t0, "second"), t0))
		must(t, db.Done(t.Context(), one(t, db, t0, "first"), t0))
		none(t, db, t0.Add(time.Hour))
	})
}

func TestEnqueueKeepsTheDueTime(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		slot := t0.Add(time.Minute)
		enqueue(t, db, waiting("a", "1", invite.Bulk, 1), waiting("a", "2", invite.Bulk, 2))
		must(t, db.Done(t.Context(), one(t, db, t0, "1"), slot))
		enqueue(t, db, waiting("a", "3", invite.Single, 3)) // due t0, but the lane waits
		none(t, db, slot.Add(-time.Millisecond))
		one(t, db, slot, "3")
	})
}

func TestEnqueueTakesTheEarliestDue(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		never, late, early := waiting("a", "1", invite.Bulk, 1), waiting("a", "2", invite.Bulk, 2), waiting("a", "3", invite.Bulk, 3)
		never.Due, late.Due = time.Time{}, t0.Add(time.Hour)
		enqueue(t, db, never)
		lanes(t, db, rdb.Lanes{}) // dormant
		none(t, db, t0.Add(time.Hour))
		enqueue(t, db, never, late, early)
		one(t, db, t0, "1")
	})
}

func TestALaneHasOneClaim(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		enqueue(t, db, waiting("a", "1", invite.Bulk, 1), waiting("a", "2", invite.Bulk, 2))
		c := one(t, db, t0, "1")
		none(t, db, t0)
		enqueue(t, db, waiting("a", "0", invite.Single, 3)) // newcomers do not open a second claim
		must(t, db.SetDue(t.Context(), t0, "a"))            // nor does a resume
		none(t, db, t0.Add(lease-time.Millisecond))
		lanes(t, db, rdb.Lanes{Leased: 1, Next: t0.Add(lease)})
		must(t, db.Done(t.Context(), c, t0))
		one(t, db, t0, "0")
	})
}

func TestReturnKeepsThePlace(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		slot := t0.Add(time.Minute)
		enqueue(t, db, waiting("a", "1", invite.Bulk, 1), waiting("a", "2", invite.Bulk, 2))
		must(t, db.Return(t.Context(), one(t, db, t0, "1"), slot))
		depth(t, db, "a", 2)
		none(t, db, slot.Add(-time.Millisecond))
		one(t, db, slot, "1")
	})
}

func TestRemove(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		ctx := t.Context()
		enqueue(t, db, waiting("a", "1", invite.Bulk, 1), waiting("a", "2", invite.Bulk, 2), waiting("b", "3", invite.Bulk, 3))
		must(t, db.Remove(ctx, []rdb.Place{{"a", "1"}, {"b", "3"}, {"b", "none"}, {"none", "1"}}))
		lanes(t, db, rdb.Lanes{Scheduled: 1, Next: t0}) // b is empty and not due any more
		c := one(t, db, t0, "2")

		must(t, db.Remove(ctx, []rdb.Place{{"a", "2"}})) // cancelled while claimed
		depth(t, db, "a", 0)
		enqueue(t, db, waiting("a", "4", invite.Bulk, 4))
		none(t, db, t0) // the claim still holds the lane
		must(t, db.Return(ctx, c, t0))
		must(t, db.Done(ctx, one(t, db, t0, "4"), t0))
		lanes(t, db, rdb.Lanes{})
	})
}

func TestSetDueAndPause(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		ctx := t.Context()
		soon, late := t0.Add(time.Minute), t0.Add(time.Hour)

		must(t, db.SetDue(ctx, t0, "empty"))
		lanes(t, db, rdb.Lanes{}) // a lane without rounds is never due

		enqueue(t, db, waiting("a", "1", invite.Bulk, 1), waiting("b", "2", invite.Bulk, 1))
		must(t, db.Pause(ctx, "a", "b"))
		lanes(t, db, rdb.Lanes{})
		none(t, db, late)
		depth(t, db, "a", 1)

		must(t, db.SetDue(ctx, late, "a", "b"))
		must(t, db.SetDue(ctx, soon, "a")) // earlier
		one(t, db, soon, "1")
		must(t, db.SetDue(ctx, late.Add(time.Hour), "b")) // later
		none(t, db, soon.Add(lease-1))
		lanes(t, db, rdb.Lanes{Scheduled: 1, Leased: 1, Next: soon.Add(lease)})
	})
}

func TestSetDueDuringALease(t *testing.T) {
	soon, late := t0.Add(time.Minute), t0.Add(time.Hour)
	for _, tt := range []struct {
		name      string
		meanwhile func(t *testing.T, db *rdb.DB)
		due       time.Time // what the claim ends with
		want      time.Time // when the lane is due then; zero for dormant
	}{
		{"nothing", func(*testing.T, *rdb.DB) {}, late, late},
		{"paused, as Postgres said", func(*testing.T, *rdb.DB) {}, time.Time{}, time.Time{}},
		{"resumed after Postgres said paused", func(t *testing.T, db *rdb.DB) {
			must(t, db.SetDue(t.Context(), soon, "a"))
		}, time.Time{}, soon},
		{"a shorter pace", func(t *testing.T, db *rdb.DB) { must(t, db.SetDue(t.Context(), soon, "a")) }, late, soon},
		{"a longer pace", func(t *testing.T, db *rdb.DB) { must(t, db.SetDue(t.Context(), late, "a")) }, soon, soon},
		{"resumed and paused again", func(t *testing.T, db *rdb.DB) {
			must(t, db.SetDue(t.Context(), soon, "a"))
			must(t, db.Pause(t.Context(), "a"))
		}, time.Time{}, time.Time{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			onEach(t, func(t *testing.T, db *rdb.DB) {
				enqueue(t, db, waiting("a", "1", invite.Bulk, 1))
				c := one(t, db, t0, "1")
				tt.meanwhile(t, db)
				none(t, db, t0)
				must(t, db.Return(t.Context(), c, tt.due))
				want := rdb.Lanes{Next: tt.want}
				if !tt.want.IsZero() {
					want.Scheduled = 1
				}
				lanes(t, db, want)
				// The wish is used up: it does not return with the next claim.
				must(t, db.SetDue(t.Context(), t0, "a"))
				must(t, db.Return(t.Context(), one(t, db, t0, "1"), late))
				lanes(t, db, rdb.Lanes{Scheduled: 1, Next: late})
			})
		})
	}
}

func TestClaimKeepsItsLimitOverAllShards(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		const all = 40
		for i := range all {
			enqueue(t, db, waiting(fmt.Sprintf("lane-%d", i), fmt.Sprintf("r-%d", i), invite.Bulk, 1))
		}
		// Small limits cannot ask every shard at first, 39 leaves an odd rest,
		// and none may come back short while lanes are due.
		seen := make(map[invite.ID]bool)
		for _, limit := range []int{0, 1, 2, 3, 7, 13, 100} {
			claims, err := db.Claim(t.Context(), t0, lease, limit)
			must(t, err)
			if want := min(limit, all-len(seen)); len(claims) != want {
				t.Fatalf("limit %d: %d claims, want %d", limit, len(claims), want)
			}
			for _, c := range claims {
				if seen[c.Location] {
					t.Fatalf("lane %s claimed twice", c.Location)
				}
				seen[c.Location] = true
			}
		}
	})
}

// However unevenly the lanes fall on the shards, an even share of the limit
// for each must not leave due lanes behind.
func TestClaimReachesItsLimitOnUnevenShards(t *testing.T) {
	db := realDB(t, 5)
	for n := range 12 {
		for i := range n {
			enqueue(t, db, waiting(fmt.Sprintf("lane-%d-%d", n, i), "r", invite.Bulk, 1))
		}
		claims, err := db.Claim(t.Context(), t0, lease, n)
		must(t, err)
		if len(claims) != n {
			t.Errorf("%d lanes are due, limit %d: %d claims", n, n, len(claims))
		}
		none(t, db, t0)
	}
}

func TestClaimTakesTheLongestDueFirst(t *testing.T) {
	db := realDB(t, 1)
	for i, location := range []string{"third", "first", "second"} {
		w := waiting(location, location, invite.Bulk, 1)
		w.Due = t0.Add([]time.Duration{3, 1, 2}[i] * time.Second)
		enqueue(t, db, w)
	}
	for _, want := range []invite.ID{"first", "second", "third"} {
		claims, err := db.Claim(t.Context(), t0.Add(time.Minute), lease, 1)
		must(t, err)
		if len(claims) != 1 || claims[0].Location != want {
			t.Errorf("claimed %v, want %s", claims, want)
		}
	}
}

func TestLargeBatch(t *testing.T) {
	onEachEngine(t, func(t *testing.T, c *redis.Client, prefix string) {
		db := rdb.New(c, prefix, 3)
		const n = 12_345
		var batch []rdb.Waiting
		var places []rdb.Place
		for i := range n {
			w := waiting("big", fmt.Sprintf("r-%05d", n-i), invite.Bulk, int64(n-i))
			if i%2 == 0 {
				w.Location = invite.ID(fmt.Sprintf("small-%d", i%200))
			}
			batch = append(batch, w)
			places = append(places, rdb.Place{Location: w.Location, Round: w.Round})
		}
		enqueue(t, db, batch...)
		depth(t, db, "big", n/2)
		lanes(t, db, rdb.Lanes{Scheduled: 101, Next: t0})
		for _, c := range claim(t, db, t0) {
			if c.Location == "big" && c.Round != "r-00002" {
				t.Errorf("the big lane begins with %s", c.Round)
			}
		}
		must(t, db.Remove(t.Context(), places))
		depth(t, db, "big", 0)
	})
}

func TestKeysCarryTheirShard(t *testing.T) {
	c, p := realRedis(t)
	db := rdb.New(c, p, 4)
	for i := range 50 {
		enqueue(t, db, waiting(fmt.Sprintf("lane-%d", i), "r", invite.Bulk, 1))
	}
	claim(t, db, t0)
	found, err := c.Keys(t.Context(), p+"*").Result()
	must(t, err)
	shards := make(map[string]bool)
	for _, key := range found {
		tag, _, ok := strings.Cut(strings.TrimPrefix(key, p), "}:")
		if !ok || !strings.HasPrefix(tag, "{s") {
			t.Errorf("key %q has no shard", key)
		}
		shards[tag] = true
	}
	if len(shards) != 4 {
		t.Errorf("50 lanes use the shards %v, want all 4", shards)
	}
}
