package rdb

import (
	"crypto/rand"
	"errors"
	"fmt"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/redis/go-redis/v9"
)

// ErrLeaseLost says that a claim or a rebuild lock is no longer the caller's:
// its lease ran out and somebody else may hold it, or Redis was emptied. After
// a broken connection it may also mean that the first attempt got through.
var ErrLeaseLost = errors.New("rdb: the lease was lost")

// DB is the lanes, indexes, cursor and bus under one key prefix. It is safe for
// concurrent use, by any number of processes.
type DB struct {
	client redis.UniversalClient
	keys   keys
	turn   atomic.Uint32 // which shard a Claim asks first
}

// New returns a DB whose keys begin with prefix. All processes on one prefix
// must agree on the number of shards, at least 1; one that does not will find
// no cursor and rebuild. On a single server a few shards suffice; on a cluster
// they are what spreads the load.
func New(client redis.UniversalClient, prefix string, shards int) *DB {
	return &DB{client: client, keys: keys{prefix: prefix, shards: max(shards, 1)}}
}

// Open returns a client for a redis://, rediss:// or unix:// URL that gives up
// when its context does. Without that, a request would wait for a hanging
// Redis as long as the socket's time-outs allow, retries included.
func Open(url string) (*redis.Client, error) {
	opts, err := redis.ParseURL(url)
	if err != nil {
		return nil, fmt.Errorf("rdb: %w", err)
	}
	opts.ContextTimeoutEnabled = true
	return redis.NewClient(opts), nil
}

// newToken returns a name for a lease that nobody else has and nobody guesses.
func newToken() string { return rand.Text() }

// ceilMillis returns t in unix milliseconds rounded up, so that nothing is due
// early.
func ceilMillis(t time.Time) int64 {
	ms := t.UnixMilli()
	if t.After(time.UnixMilli(ms)) {
		ms++
	}
	return ms
}

// dueArg returns a due time for a script: unix milliseconds rounded up, and ""
// for the zero time, which means "not scheduled".
func dueArg(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return strconv.FormatInt(ceilMillis(t), 10)
}

// nowArg returns now for a script: unix milliseconds rounded down, so that what
// is due at the result is due at t.
func nowArg(t time.Time) string { return strconv.FormatInt(t.UnixMilli(), 10) }
