package rdb

import (
	"hash/maphash"
	"sync"
	"time"
)

// localLimiter is the limiter's fallback within one process. It holds a bounded
// number of fixed-size entries, whatever keys strangers think of.
type localLimiter struct {
	mu    sync.Mutex
	seed  maphash.Seed
	keys  int
	tat   map[uint64]time.Time // hash of a key to its theoretical arrival time
	rest  map[Limit]time.Time  // one entry for all keys that found no room
	sweep time.Time            // before this a sweep would hardly find anything
}

func newLocalLimiter(keys int) *localLimiter {
	return &localLimiter{
		seed: maphash.MakeSeed(),
		keys: keys,
		tat:  make(map[uint64]time.Time),
		rest: make(map[Limit]time.Time),
	}
}

// allow counts n events of key at now. When there is no room for another key,
// newcomers share one entry a limit: nobody escapes a limit by crowding others
// out, at the price that newcomers then limit each other.
func (l *localLimiter) allow(now time.Time, key string, limit Limit, n int) Decision {
	l.mu.Lock()
	defer l.mu.Unlock()
	id := maphash.String(l.seed, key)
	tat, known := l.tat[id]
	if !known && !l.room(now) {
		d, next := gcra(l.rest[limit], now, limit, n)
		l.rest[limit] = next
		return d
	}
	d, next := gcra(tat, now, limit, n)
	l.tat[id] = next
	return d
}

// room reports whether another key can be held, and makes room if it can:
// an entry whose time has passed says no more than none.
func (l *localLimiter) room(now time.Time) bool {
	if len(l.tat) < l.keys {
		return true
	}
	if now.Before(l.sweep) {
		return false
	}
	for id, tat := range l.tat {
		if !tat.After(now) {
			delete(l.tat, id)
		}
	}
	l.sweep = now.Add(limitRecovery)
	return len(l.tat) < l.keys
}

// gcra is the generic cell rate algorithm (ITU-T I.371) in its virtual
// scheduling form, as redis_rate runs it: tat is the theoretical arrival time
// after the events so far; the second result is that after this call.
func gcra(tat, now time.Time, limit Limit, n int) (Decision, time.Time) {
	interval := limit.Period / time.Duration(limit.Rate)
	if tat.Before(now) {
		tat = now
	}
	next := tat.Add(interval * time.Duration(n))
	spare := now.Sub(next.Add(-interval * time.Duration(limit.Burst)))
	if spare < 0 {
		return Decision{RetryAfter: -spare}, tat
	}
	return Decision{Allowed: true, Remaining: int(spare / max(interval, 1))}, next
}
