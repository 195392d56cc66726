package rdb_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/alicebob/miniredis/v2"
	"github.com/redis/go-redis/v9"

	"usher/internal/testenv"
	"usher/invite"
	"usher/jobs/rdb"
)

// t0 is where the tests' time begins.
var t0 = time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)

const lease = 30 * time.Second

func open(t testing.TB, url string) *redis.Client {
	t.Helper()
	c, err := rdb.Open(url)
	must(t, err)
	t.Cleanup(func() { _ = c.Close() })
	return c
}

// realRedis returns a client of the shared redis-server and the test's prefix.
func realRedis(t testing.TB) (*redis.Client, string) {
	t.Helper()
	url, prefix := testenv.Redis(t)
	return open(t, url), prefix
}

// realDB returns an empty DB on the shared redis-server.
func realDB(t testing.TB, shards int) *rdb.DB {
	t.Helper()
	c, prefix := realRedis(t)
	return rdb.New(c, prefix, shards)
}

// onEach runs test on a redis-server and on miniredis, on one shard and on
// several.
func onEach(t *testing.T, test func(t *testing.T, db *rdb.DB)) {
	t.Helper()
	onEachEngine(t, func(t *testing.T, c *redis.Client, prefix string) {
		for _, shards := range []int{1, 5} {
			t.Run(fmt.Sprintf("%d shards", shards), func(t *testing.T) {
				test(t, rdb.New(c, fmt.Sprint(prefix, shards, ":"), shards))
			})
		}
	})
}

func onEachEngine(t *testing.T, test func(t *testing.T, c *redis.Client, prefix string)) {
	t.Helper()
	t.Run("redis", func(t *testing.T) {
		t.Parallel()
		c, prefix := realRedis(t)
		test(t, c, prefix)
	})
	t.Run("miniredis", func(t *testing.T) {
		t.Parallel()
		test(t, open(t, "redis://"+miniredis.RunT(t).Addr()), "test:")
	})
}

// must fails the test on an error.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// waiting is a round of location that is due at t0.
func waiting(location, round string, p invite.Priority, place int64) rdb.Waiting {
	return rdb.Waiting{Location: invite.ID(location), Round: invite.ID(round), Priority: p, Place: place, Due: t0}
}

func enqueue(t testing.TB, db *rdb.DB, rounds ...rdb.Waiting) {
	t.Helper()
	must(t, db.Enqueue(t.Context(), rounds))
}

func claim(t testing.TB, db *rdb.DB, now time.Time) []rdb.Claim {
	t.Helper()
	claims, err := db.Claim(t.Context(), now, lease, 100)
	must(t, err)
	return claims
}

// one claims and expects exactly this round.
func one(t testing.TB, db *rdb.DB, now time.Time, round string) rdb.Claim {
	t.Helper()
	claims := claim(t, db, now)
	if len(claims) != 1 || claims[0].Round != invite.ID(round) {
		t.Fatalf("claimed %v at %s, want round %s alone", claims, now.Format("15:04:05.000"), round)
	}
	return claims[0]
}

func none(t testing.TB, db *rdb.DB, now time.Time) {
	t.Helper()
	if claims := claim(t, db, now); len(claims) != 0 {
		t.Fatalf("claimed %v at %s, want nothing", claims, now.Format("15:04:05.000"))
	}
}

func depth(t testing.TB, db *rdb.DB, location string, want int64) {
	t.Helper()
	got, err := db.Depth(t.Context(), invite.ID(location))
	must(t, err)
	if got != want {
		t.Fatalf("lane %s holds %d rounds, want %d", location, got, want)
	}
}

func lanes(t testing.TB, db *rdb.DB, want rdb.Lanes) {
	t.Helper()
	got, err := db.Lanes(t.Context())
	must(t, err)
	if got != want {
		t.Fatalf("lanes are %+v, want %+v", got, want)
	}
}
