package rdb_test

import (
	"errors"
	"testing"
	"time"

	"github.com/alicebob/miniredis/v2"
	"github.com/redis/go-redis/v9"

	"usher/internal/testenv"
	"usher/invite"
	"usher/jobs/rdb"
)

func TestClaimThatIsNeverFinished(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		enqueue(t, db, waiting("a", "1", invite.Bulk, 1), waiting("a", "2", invite.Bulk, 2), waiting("a", "3", invite.Bulk, 3))
		must(t, db.Done(t.Context(), one(t, db, t0, "1"), t0))
		one(t, db, t0, "2") // and its holder dies
		none(t, db, t0.Add(lease-time.Millisecond))
		depth(t, db, "a", 2)
		c := one(t, db, t0.Add(lease), "2") // at once, in the old order
		must(t, db.Done(t.Context(), c, t0))
		one(t, db, t0.Add(lease), "3")
	})
}

func TestRoundsChangeDuringALostLease(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		enqueue(t, db, waiting("a", "1", invite.Bulk, 1), waiting("b", "2", invite.Bulk, 2))
		claim(t, db, t0)
		enqueue(t, db, waiting("a", "3", invite.Single, 3))
		must(t, db.Remove(t.Context(), []rdb.Place{{Location: "b", Round: "2"}}))
		one(t, db, t0.Add(lease), "3") // the newcomer is before the old claim's round; b is gone
		lanes(t, db, rdb.Lanes{Leased: 1, Next: t0.Add(2 * lease)})
	})
}

func TestWishEndsWithALostLease(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		enqueue(t, db, waiting("a", "1", invite.Bulk, 1))
		one(t, db, t0, "1")
		must(t, db.SetDue(t.Context(), t0.Add(time.Second), "a"))
		c := one(t, db, t0.Add(lease), "1") // the wish has come true
		must(t, db.Return(t.Context(), c, t0.Add(time.Hour)))
		lanes(t, db, rdb.Lanes{Scheduled: 1, Next: t0.Add(time.Hour)})
	})
}

func TestEmptiedLaneTakesNoShareOfTheLimit(t *testing.T) {
	db := realDB(t, 1)
	enqueue(t, db, waiting("a", "1", invite.Bulk, 1))
	one(t, db, t0, "1")
	must(t, db.Remove(t.Context(), []rdb.Place{{Location: "a", Round: "1"}}))
	w := waiting("b", "2", invite.Bulk, 2)
	w.Due = t0.Add(lease + time.Second)
	enqueue(t, db, w)
	claims, err := db.Claim(t.Context(), w.Due, lease, 1) // a's lease ended before b was due
	must(t, err)
	if len(claims) != 1 || claims[0].Round != "2" {
		t.Errorf("claimed %v, want round 2", claims)
	}
}

func TestLostLeaseIsRefused(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		ctx := t.Context()
		enqueue(t, db, waiting("a", "1", invite.Bulk, 1))
		lost := one(t, db, t0, "1")
		held := one(t, db, t0.Add(lease), "1")
		refused := func(c rdb.Claim) {
			t.Helper()
			if err := db.Done(ctx, c, t0); !errors.Is(err, rdb.ErrLeaseLost) {
				t.Errorf("Done: %v, want ErrLeaseLost", err)
			}
			if err := db.Return(ctx, c, t0); !errors.Is(err, rdb.ErrLeaseLost) {
				t.Errorf("Return: %v, want ErrLeaseLost", err)
			}
		}
		refused(lost)
		depth(t, db, "a", 1)
		lanes(t, db, rdb.Lanes{Leased: 1, Next: t0.Add(2 * lease)}) // nothing was changed
		must(t, db.Done(ctx, held, t0))
		refused(held) // ended already
		depth(t, db, "a", 0)
	})
}

func TestLateButNotLost(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		enqueue(t, db, waiting("a", "1", invite.Bulk, 1), waiting("a", "2", invite.Bulk, 2))
		c := one(t, db, t0, "1")
		// The lease is long over, but nobody has asked since.
		must(t, db.Done(t.Context(), c, t0.Add(time.Hour)))
		none(t, db, t0.Add(time.Hour-time.Millisecond))
		one(t, db, t0.Add(time.Hour), "2")
	})
}

func TestLostLeasesBeyondTheLimit(t *testing.T) {
	db := realDB(t, 1)
	for _, location := range []string{"a", "b", "c"} {
		enqueue(t, db, waiting(location, location, invite.Bulk, 1))
	}
	claim(t, db, t0)
	for range 3 {
		claims, err := db.Claim(t.Context(), t0.Add(lease), lease, 1)
		must(t, err)
		if len(claims) != 1 {
			t.Fatalf("claimed %v, want one", claims)
		}
	}
	none(t, db, t0.Add(lease))
}

func TestScriptsAreLoadedAgain(t *testing.T) {
	scriptsAreLoadedAgain := func(t *testing.T, c *redis.Client) {
		db := rdb.New(c, "test:", 3)
		flush := func() { must(t, c.ScriptFlush(t.Context()).Err()) }
		flush()
		enqueue(t, db, waiting("a", "1", invite.Bulk, 1), waiting("b", "2", invite.Bulk, 2))
		flush()
		claims := claim(t, db, t0)
		if len(claims) != 2 {
			t.Fatalf("claimed %v", claims)
		}
		flush()
		must(t, db.Return(t.Context(), claims[0], t0))
		flush()
		must(t, db.Remove(t.Context(), []rdb.Place{{Location: claims[0].Location, Round: claims[0].Round}}))
		flush()
		must(t, db.SetDue(t.Context(), t0, claims[1].Location))
		lanes(t, db, rdb.Lanes{Leased: 1, Next: t0.Add(lease)})
	}
	t.Run("redis", func(t *testing.T) { scriptsAreLoadedAgain(t, open(t, testenv.RedisServer(t).URL())) })
	t.Run("miniredis", func(t *testing.T) {
		scriptsAreLoadedAgain(t, open(t, "redis://"+miniredis.RunT(t).Addr()))
	})
}

// Redis loses everything in the middle of a claim; the rebuild must neither be
// hindered nor be undone by the claim that was under way.
func TestFlushDuringAClaim(t *testing.T) {
	s := testenv.RedisServer(t)
	db := rdb.New(open(t, s.URL()), "test:", 3)
	ctx := t.Context()
	enqueue(t, db, waiting("a", "1", invite.Bulk, 1), waiting("a", "2", invite.Bulk, 2))
	old := one(t, db, t0, "1")
	s.Flush()
	none(t, db, t0.Add(time.Hour))
	if _, found, err := db.Cursor(ctx); found || err != nil {
		t.Fatalf("cursor found: %v, %v", found, err)
	}

	slot := t0.Add(time.Minute)
	again := waiting("a", "2", invite.Bulk, 2)
	again.Due = slot
	enqueue(t, db, again)
	if err := db.Done(ctx, old, t0); !errors.Is(err, rdb.ErrLeaseLost) {
		t.Errorf("Done after the flush: %v, want ErrLeaseLost", err)
	}
	none(t, db, slot.Add(-time.Millisecond)) // no burst
	one(t, db, slot, "2")
}

func TestServerIsKilledAndStartsAgain(t *testing.T) {
	s := testenv.RedisServer(t)
	client := open(t, s.URL())
	must(t, client.ConfigSet(t.Context(), "appendfsync", "always").Err())
	db := rdb.New(client, "test:", 3)
	ctx := t.Context()
	enqueue(t, db, waiting("a", "1", invite.Bulk, 1), waiting("b", "2", invite.Bulk, 2), waiting("b", "3", invite.Bulk, 3))
	must(t, db.Remove(ctx, []rdb.Place{{Location: "a", Round: "1"}}))
	c := one(t, db, t0, "2")

	s.Kill()
	if _, err := db.Claim(ctx, t0.Add(lease), lease, 10); err == nil {
		t.Error("Claim without a server returned no error")
	}
	s.Restart()

	none(t, db, t0) // the lease survived
	must(t, db.Done(ctx, c, t0))
	one(t, db, t0, "3") // and so did the order
}
