package rdb_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"usher/invite"
	"usher/jobs/rdb"
)

// cursor expects the cursor at want, or none if want is negative.
func cursor(t *testing.T, db *rdb.DB, want int64) {
	t.Helper()
	got, found, err := db.Cursor(t.Context())
	must(t, err)
	if found != (want >= 0) || found && got != want {
		t.Fatalf("cursor %d, found %v; want %d", got, found, want)
	}
}

func rebuild(t *testing.T, db *rdb.DB) *rdb.Rebuild {
	t.Helper()
	r, err := db.StartRebuild(t.Context(), time.Minute)
	must(t, err)
	return r
}

func TestCursor(t *testing.T) {
	const far = 1 << 52
	onEach(t, func(t *testing.T, db *rdb.DB) {
		ctx := t.Context()
		cursor(t, db, -1)
		if err := db.SetCursor(ctx, 5); !errors.Is(err, rdb.ErrEmptied) {
			t.Fatalf("SetCursor without a cursor: %v, want ErrEmptied", err)
		}
		cursor(t, db, -1) // an emptied Redis must go on looking so

		must(t, rebuild(t, db).Finish(ctx, 0)) // an outbox without facts
		cursor(t, db, 0)
		for _, step := range []struct{ set, want int64 }{{7, 7}, {7, 7}, {3, 7}, {far, far}, {far - 1, far}, {far + 1, far + 1}} {
			must(t, db.SetCursor(ctx, step.set))
			cursor(t, db, step.want)
		}
		must(t, rebuild(t, db).Finish(ctx, 2)) // only a rebuild sets it back
		cursor(t, db, 2)
	})
}

func TestAnotherNumberOfShardsFindsNoCursor(t *testing.T) {
	c, p := realRedis(t)
	three, four := rdb.New(c, p, 3), rdb.New(c, p, 4)
	enqueue(t, three, waiting("a", "1", invite.Bulk, 1))
	must(t, rebuild(t, three).Finish(t.Context(), 9))
	cursor(t, four, -1)

	r := rebuild(t, four)
	must(t, four.Reset(t.Context()))
	must(t, r.Finish(t.Context(), 9))
	cursor(t, four, 9)
	cursor(t, three, -1) // its lanes are gone too
	depth(t, three, "a", 0)
}

func TestOneRebuildsAtATime(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		ctx := t.Context()
		first := rebuild(t, db)
		if _, err := db.StartRebuild(ctx, time.Minute); !errors.Is(err, rdb.ErrRebuilding) {
			t.Fatalf("a second rebuild: %v, want ErrRebuilding", err)
		}
		must(t, first.Extend(ctx, time.Hour))
		must(t, first.Abandon(ctx))
		cursor(t, db, -1)

		second := rebuild(t, db)
		for name, err := range map[string]error{
			"Extend":  first.Extend(ctx, time.Hour),
			"Finish":  first.Finish(ctx, 1),
			"Abandon": first.Abandon(ctx),
		} {
			if !errors.Is(err, rdb.ErrLeaseLost) {
				t.Errorf("%s of a rebuild that is over: %v, want ErrLeaseLost", name, err)
			}
		}
		cursor(t, db, -1)
		must(t, second.Finish(ctx, 2))
		cursor(t, db, 2)
	})
}

func TestRebuildLockEnds(t *testing.T) {
	db := realDB(t, 1)
	dead, err := db.StartRebuild(t.Context(), 20*time.Millisecond)
	must(t, err)
	var next *rdb.Rebuild
	for next == nil {
		next, err = db.StartRebuild(t.Context(), time.Minute)
		if err != nil && !errors.Is(err, rdb.ErrRebuilding) {
			t.Fatal(err)
		}
	}
	if err := dead.Finish(t.Context(), 1); !errors.Is(err, rdb.ErrLeaseLost) {
		t.Errorf("Finish after the lock ended: %v, want ErrLeaseLost", err)
	}
	cursor(t, db, -1)
	must(t, next.Finish(t.Context(), 2))
}

func TestReset(t *testing.T) {
	onEachEngine(t, func(t *testing.T, c *redis.Client, p string) {
		ctx := t.Context()
		// The first prefix as a SCAN pattern would match the second's keys, and
		// not its own.
		db, other := rdb.New(c, p+`[x]*?\:`, 3), rdb.New(c, p+`xab:`, 3)
		for _, d := range []*rdb.DB{db, other} {
			var batch []rdb.Waiting
			for i := range 2_000 { // several steps
				batch = append(batch, waiting(fmt.Sprint("lane-", i), "r", invite.Bulk, 1))
			}
			enqueue(t, d, batch...)
			claim(t, d, t0)
			set(t, d.Index(rdb.Expiry), "a", t0)
			must(t, rebuild(t, d).Finish(ctx, 3))
		}
		r := rebuild(t, db)
		must(t, db.Reset(ctx))
		cursor(t, db, -1)
		lanes(t, db, rdb.Lanes{})
		depth(t, db, "lane-7", 0)
		holds(t, db.Index(rdb.Expiry), 0, time.Time{})
		must(t, r.Finish(ctx, 4)) // the lock is not part of what is rebuilt

		cursor(t, other, 3)
		depth(t, other, "lane-7", 1)
		holds(t, other.Index(rdb.Expiry), 1, t0)
	})
}

// scanFails makes a client whose SCAN commands fail.
type scanFails struct{}

var errScan = errors.New("no scan today")

func (scanFails) DialHook(next redis.DialHook) redis.DialHook                               { return next }
func (scanFails) ProcessPipelineHook(n redis.ProcessPipelineHook) redis.ProcessPipelineHook { return n }
func (scanFails) ProcessHook(next redis.ProcessHook) redis.ProcessHook {
	return func(ctx context.Context, cmd redis.Cmder) error {
		if cmd.Name() == "scan" {
			cmd.SetErr(errScan)
			return errScan
		}
		return next(ctx, cmd)
	}
}

func TestResetCutShortLeavesNoCursor(t *testing.T) {
	c, prefix := realRedis(t)
	db := rdb.New(c, prefix, 2)
	must(t, rebuild(t, db).Finish(t.Context(), 3))
	c.AddHook(scanFails{})
	if err := db.Reset(t.Context()); !errors.Is(err, errScan) {
		t.Fatalf("Reset: %v, want %v", err, errScan)
	}
	cursor(t, db, -1)
}
