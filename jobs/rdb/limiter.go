package rdb

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/go-redis/redis_rate/v10"
)

const (
	// limitPatience is how long a request waits for Redis's answer.
	limitPatience = 250 * time.Millisecond
	// limitRecovery is how long Redis is left alone after it failed to answer.
	limitRecovery = time.Second
	// localKeys is how many keys the fallback tells apart.
	localKeys = 50_000
)

// Limit allows Rate events a Period in the long run, and Burst at once.
type Limit struct {
	Rate   int
	Burst  int
	Period time.Duration
}

// Decision is the answer to one Allow.
type Decision struct {
	Allowed    bool
	RetryAfter time.Duration // how long to wait before the same call can be allowed; 0 if it was
	Remaining  int           // how many events could follow at once
}

// Limiter counts events against limits, for all processes together, by the
// generic cell rate algorithm. While Redis does not answer each process counts
// for itself with the same limits, so that strangers stay limited.
type Limiter struct {
	shared *redis_rate.Limiter
	keys   keys
	now    func() time.Time
	away   atomic.Int64 // unix ns until which Redis is left alone; 0 if it answers
	local  *localLimiter
}

// NewLimiter returns a limiter that keeps its state under db's prefix. The
// client of db should give up with its context, as one from Open does. now
// serves the fallback; Redis counts by its own clock.
func NewLimiter(db *DB, now func() time.Time) *Limiter {
	return &Limiter{
		shared: redis_rate.NewLimiter(db.client),
		keys:   db.keys,
		now:    now,
		local:  newLocalLimiter(localKeys),
	}
}

// Allow counts n events of key, all or none. More events than the burst are
// never allowed. The error is the context's, or says that the limit or n is
// not positive; a Redis that is away is no error.
func (l *Limiter) Allow(ctx context.Context, key string, limit Limit, n int) (Decision, error) {
	if limit.Rate < 1 || limit.Burst < 1 || limit.Period <= 0 || n < 1 {
		return Decision{}, fmt.Errorf("rdb: cannot limit %d events to %+v", n, limit)
	}
	if l.askRedis() {
		d, err := l.askShared(ctx, key, limit, n)
		if err == nil {
			l.away.Store(0)
			return d, nil
		}
		if ctx.Err() != nil {
			return Decision{}, ctx.Err()
		}
		l.away.Store(l.now().Add(limitRecovery).UnixNano())
	}
	return l.local.allow(l.now(), key, limit, n), nil
}

// askRedis reports whether this call should ask Redis: always while it answers,
// else one call each recovery time, so that the others do not wait in vain.
func (l *Limiter) askRedis() bool {
	until := l.away.Load()
	now := l.now()
	return until == 0 ||
		now.UnixNano() >= until && l.away.CompareAndSwap(until, now.Add(limitRecovery).UnixNano())
}

func (l *Limiter) askShared(ctx context.Context, key string, limit Limit, n int) (Decision, error) {
	ctx, cancel := context.WithTimeout(ctx, limitPatience)
	defer cancel()
	r, err := l.shared.AllowN(ctx, l.keys.limit(key), redis_rate.Limit(limit), n)
	if err != nil {
		return Decision{}, err
	}
	return Decision{Allowed: r.Allowed == n, RetryAfter: max(r.RetryAfter, 0), Remaining: r.Remaining}, nil
}
