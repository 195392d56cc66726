package rdb_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"usher/internal/testenv"
	"usher/jobs/rdb"
)

// hourly refills too slowly for a test's duration to matter.
var hourly = rdb.Limit{Rate: 6, Burst: 5, Period: time.Hour}

// clock is a time that stands still until it is moved.
type clock struct{ ns atomic.Int64 }

func newClock() *clock {
	var c clock
	c.ns.Store(t0.UnixNano())
	return &c
}

func (c *clock) now() time.Time       { return time.Unix(0, c.ns.Load()) }
func (c *clock) move(d time.Duration) { c.ns.Add(int64(d)) }

func allow(t *testing.T, l *rdb.Limiter, key string, n int) rdb.Decision {
	t.Helper()
	d, err := l.Allow(t.Context(), key, hourly, n)
	must(t, err)
	return d
}

func allowed(t *testing.T, l *rdb.Limiter, key string, n, remaining int) {
	t.Helper()
	if d := allow(t, l, key, n); d != (rdb.Decision{Allowed: true, Remaining: remaining}) {
		t.Fatalf("%d of %s: %+v, want them allowed and %d remaining", n, key, d, remaining)
	}
}

// refused expects a refusal whose RetryAfter is at most what is given.
func refused(t *testing.T, l *rdb.Limiter, key string, n int, retry time.Duration) {
	t.Helper()
	d := allow(t, l, key, n)
	if d.Allowed || d.Remaining != 0 || d.RetryAfter <= 0 || d.RetryAfter > retry {
		t.Fatalf("%d of %s: %+v, want a refusal for up to %s", n, key, d, retry)
	}
}

// walk is how a limit of 5 at once, then one each ten minutes, must behave
// wherever it is counted.
func walk(t *testing.T, l *rdb.Limiter) {
	t.Helper()
	allowed(t, l, "k", 3, 2)
	refused(t, l, "k", 3, 10*time.Minute) // all or none:
	allowed(t, l, "k", 2, 0)              // the two are still there
	refused(t, l, "k", 1, 10*time.Minute)
	refused(t, l, "k", 5, 50*time.Minute)
	allowed(t, l, "another", 5, 0)
	refused(t, l, "above the burst", 6, 10*time.Minute)
	allowed(t, l, "above the burst", 5, 0)
}

func TestLimiter(t *testing.T) {
	onEachEngine(t, func(t *testing.T, c *redis.Client, prefix string) {
		db := rdb.New(c, prefix, 1)
		l := rdb.NewLimiter(db, newClock().now)
		walk(t, l)
		refused(t, rdb.NewLimiter(db, newClock().now), "k", 1, 10*time.Minute)                // shared
		allowed(t, rdb.NewLimiter(rdb.New(c, prefix+"other:", 1), newClock().now), "k", 5, 0) // by prefix
	})
}

func TestLimiterOfManyAtOnce(t *testing.T) {
	l := rdb.NewLimiter(realDB(t, 1), newClock().now)
	var passed atomic.Int64
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(func() {
			if d, err := l.Allow(t.Context(), "k", hourly, 1); err != nil {
				t.Error(err)
			} else if d.Allowed {
				passed.Add(1)
			}
		})
	}
	wg.Wait()
	if passed.Load() != int64(hourly.Burst) {
		t.Errorf("%d of 100 passed, want %d", passed.Load(), hourly.Burst)
	}
}

func TestLimiterRefusesNonsense(t *testing.T) {
	l := rdb.NewLimiter(realDB(t, 1), newClock().now)
	for _, tt := range []struct {
		limit rdb.Limit
		n     int
	}{
		{hourly, 0}, {hourly, -1}, {rdb.Limit{}, 1},
		{rdb.Limit{Burst: 1, Period: time.Hour}, 1},
		{rdb.Limit{Rate: 1, Period: time.Hour}, 1},
		{rdb.Limit{Rate: 1, Burst: 1}, 1},
	} {
		if d, err := l.Allow(t.Context(), "k", tt.limit, tt.n); err == nil || d.Allowed {
			t.Errorf("%d of %+v: %+v, %v", tt.n, tt.limit, d, err)
		}
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if d, err := l.Allow(gone, "k", hourly, 1); !errors.Is(err, context.Canceled) || d.Allowed {
		t.Errorf("after the caller left: %+v, %v", d, err)
	}
	allowed(t, l, "k", 5, 0) // none of that was counted
}

func TestLimiterWithoutRedis(t *testing.T) {
	s := testenv.RedisServer(t)
	db := rdb.New(open(t, s.URL()), "test:", 1)
	time0 := newClock()
	l := rdb.NewLimiter(db, time0.now)
	s.Kill()
	walk(t, l)

	if d := allow(t, l, "k", 1); d.RetryAfter != 10*time.Minute {
		t.Errorf("retry after %s, want 10m0s", d.RetryAfter)
	}
	time0.move(10*time.Minute - 1)
	refused(t, l, "k", 1, 1)
	time0.move(1)
	allowed(t, l, "k", 1, 0)
	time0.move(24 * time.Hour)
	allowed(t, l, "k", 1, 4) // full again, and no fuller

	s.Restart()
	time0.move(time.Hour)
	allowed(t, l, "back", 5, 0)
	refused(t, rdb.NewLimiter(db, time0.now), "back", 1, 10*time.Minute) // counted in Redis again
}

func TestLimiterWithAHangingRedis(t *testing.T) {
	s := testenv.RedisServer(t)
	l := rdb.NewLimiter(rdb.New(open(t, s.URL()), "test:", 1), newClock().now)
	allowed(t, l, "before", 1, 4)
	s.Pause()
	defer s.Resume()
	began := time.Now()
	walk(t, l)
	for i := range 1000 {
		allow(t, l, fmt.Sprint(i), 1)
	}
	// One call waited for Redis; the others knew better. The sockets' own
	// time-outs would add up to an hour.
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("a thousand calls took %s", took)
	}
}

func TestLimiterWithoutRedisIsBounded(t *testing.T) {
	s := testenv.RedisServer(t)
	db := rdb.New(open(t, s.URL()), "test:", 1)
	s.Kill()
	time0 := newClock()
	l := rdb.NewLimiter(db, time0.now)
	allowed(t, l, "victim", 5, 0)
	for i := range 50_000 - 1 { // with the victim, as many as have a place of their own
		allow(t, l, fmt.Sprint("crowd-", i), 1)
	}
	refused(t, l, "victim", 1, 10*time.Minute) // was not crowded out
	allowed(t, l, "crowd-0", 1, 3)             // nor were those who came early
	for i := range hourly.Burst {              // newcomers share one
		allowed(t, l, fmt.Sprint("late-", i), 1, hourly.Burst-1-i)
	}
	refused(t, l, "latest", 1, 10*time.Minute)
	time0.move(time.Hour) // everybody's time has passed: there is room
	allowed(t, l, "latest", 5, 0)
	allowed(t, l, "another", 5, 0)
}
