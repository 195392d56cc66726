package rdb_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"github.com/alicebob/miniredis/v2"
	"github.com/redis/go-redis/v9"

	"usher/invite"
	"usher/jobs/rdb"
)

// t0 is where the tests' time begins.
var t0 = time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)

const lease = 30 * time.Second

// shared is the real server that most tests use, each under its own prefix.
var shared *server

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "rdb")
	if err != nil {
		panic(err)
	}
	if shared, err = startServer(dir); err != nil {
		panic(err)
	}
	code := m.Run()
	shared.kill()
	os.RemoveAll(dir)
	os.Exit(code)
}

// server is a private redis-server on a unix socket.
type server struct {
	dir string
	cmd *exec.Cmd
}

// startServer runs redis-server with its data in dir, and waits until it answers.
func startServer(dir string) (*server, error) {
	s := &server{dir: dir}
	return s, s.start()
}

func (s *server) start() error {
	s.cmd = exec.Command("redis-server", "--port", "0", "--unixsocket", s.socket(),
		"--dir", s.dir, "--save", "", "--appendonly", "yes", "--appendfsync", "always")
	if err := s.cmd.Start(); err != nil {
		return fmt.Errorf("redis-server: %w", err)
	}
	c := redis.NewClient(&redis.Options{Network: "unix", Addr: s.socket(), MaxRetries: -1})
	defer c.Close()
	for range 500 {
		if c.Ping(context.Background()).Err() == nil {
			return nil
		}
		time.Sleep(10 * time.Millisecond)
	}
	s.kill()
	return fmt.Errorf("redis-server in %s does not answer", s.dir)
}

// kill ends the server as a crash would.
func (s *server) kill() {
	s.cmd.Process.Kill()
	s.cmd.Wait()
}

func (s *server) socket() string { return filepath.Join(s.dir, "s") }
func (s *server) url() string    { return "unix://" + s.socket() }

// ownServer runs a server that the test may break.
func ownServer(t *testing.T) *server {
	t.Helper()
	dir, err := os.MkdirTemp("", "rdb") // t.TempDir is too long for a socket
	if err != nil {
		t.Fatal(err)
	}
	s, err := startServer(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.kill(); os.RemoveAll(dir) })
	return s
}

func open(t testing.TB, url string) *redis.Client {
	t.Helper()
	c, err := rdb.Open(url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

var prefixes atomic.Int64

// prefix returns a key space that no other test uses.
func prefix() string { return "test" + strconv.FormatInt(prefixes.Add(1), 10) + ":" }

// realDB returns an empty DB on the shared real server.
func realDB(t testing.TB, shards int) *rdb.DB {
	return rdb.New(open(t, shared.url()), prefix(), shards)
}

// onEach runs test on a real redis-server and on miniredis, on one shard and on
// several.
func onEach(t *testing.T, test func(t *testing.T, db *rdb.DB)) {
	t.Helper()
	onEachClient(t, func(t *testing.T, c *redis.Client) {
		for _, shards := range []int{1, 5} {
			t.Run(fmt.Sprintf("%d shards", shards), func(t *testing.T) {
				test(t, rdb.New(c, prefix(), shards))
			})
		}
	})
}

func onEachClient(t *testing.T, test func(t *testing.T, c *redis.Client)) {
	t.Helper()
	t.Run("redis", func(t *testing.T) {
		t.Parallel()
		test(t, open(t, shared.url()))
	})
	t.Run("miniredis", func(t *testing.T) {
		t.Parallel()
		test(t, open(t, "redis://"+miniredis.RunT(t).Addr()))
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
