package testenv

import (
	"context"
	"errors"
	"os"
	"sync"
	"syscall"
	"testing"

	"github.com/redis/go-redis/v9"

	"usher/internal/engines"
	"usher/internal/testenv/notrun"
)

// ownRedis is the server of this process, started when first asked for. It is
// never stopped: it ends with the process.
var ownRedis = sync.OnceValues(func() (*engines.Redis, error) {
	ctx, cancel := context.WithTimeout(context.Background(), setUpLimit)
	defer cancel()
	return StartRedis(ctx)
})

// NotRun ends a test that lacks a tool: it is skipped and listed by `make
// test`, and fails where CI is true. The reason names the tool.
func NotRun(t testing.TB, reason string) {
	t.Helper()
	notrun.Report(t, reason)
}

// Redis returns the address of a shared server for go-redis's ParseURL, and a
// prefix for the test's keys. Keys with the prefix are deleted when the test
// ends; a test must touch no others. Where no redis-server is installed the
// server is a stand-in (miniredis); a test that it cannot serve uses
// RedisServer.
func Redis(t testing.TB) (url, prefix string) {
	t.Helper()
	url = os.Getenv(RedisVariable)
	if url == "" {
		server, err := ownRedis()
		if err != nil {
			t.Fatalf("testenv: %v", err)
		}
		url = server.URL()
	}
	prefix = "test:" + randomName() + ":"
	t.Cleanup(func() {
		if err := deleteKeys(url, prefix); err != nil {
			t.Errorf("testenv: delete the test's keys: %v", err)
		}
	})
	return url, prefix
}

func deleteKeys(url, prefix string) error {
	client, err := newClient(url)
	if err != nil {
		return err
	}
	defer client.Close()
	ctx, cancel := context.WithTimeout(context.Background(), setUpLimit)
	defer cancel()
	keys := client.Scan(ctx, 0, prefix+"*", 1000).Iterator()
	for keys.Next(ctx) {
		if err := client.Unlink(ctx, keys.Val()).Err(); err != nil {
			return err
		}
	}
	return keys.Err()
}

func newClient(url string) (*redis.Client, error) {
	opts, err := redis.ParseURL(url)
	if err != nil {
		return nil, err
	}
	return redis.NewClient(opts), nil
}

func flush(ctx context.Context, url string) error {
	client, err := newClient(url)
	if err != nil {
		return err
	}
	defer client.Close()
	return client.FlushAll(ctx).Err()
}

// Server is a redis-server that one test has for itself, to break.
type Server struct {
	t      testing.TB
	dir    string
	server *engines.Redis
}

// RedisServer starts a redis-server with an append-only file for this test
// alone. Without one installed the test is not run.
func RedisServer(t testing.TB) *Server {
	t.Helper()
	s := &Server{t: t, dir: t.TempDir()}
	s.start()
	t.Cleanup(func() { s.server.Stop() })
	return s
}

func (s *Server) start() {
	s.t.Helper()
	server, err := engines.StartRedisServer(context.Background(), engines.RedisOptions{Dir: s.dir})
	if errors.Is(err, engines.ErrNoRedis) {
		NotRun(s.t, err.Error())
	}
	if err != nil {
		s.t.Fatalf("testenv: %v", err)
	}
	s.server = server
}

// URL returns the server's address, which a restart does not change.
func (s *Server) URL() string { return s.server.URL() }

// Restart stops the server cleanly, unless it was killed, and starts it again
// with its data.
func (s *Server) Restart() {
	s.t.Helper()
	s.server.Stop()
	s.start()
}

// Kill is kill -9: the server is away until Restart. Its file is as it was,
// less what it had not yet written.
func (s *Server) Kill() {
	s.t.Helper()
	s.signal(syscall.SIGKILL)
	s.server.Stop() // returns when it has ended
}

// Pause suspends the server: connections stay open and get no answer.
func (s *Server) Pause() {
	s.t.Helper()
	s.signal(syscall.SIGSTOP)
}

// Resume ends a Pause.
func (s *Server) Resume() {
	s.t.Helper()
	s.signal(syscall.SIGCONT)
}

// Flush makes the server lose every key.
func (s *Server) Flush() {
	s.t.Helper()
	if err := flush(context.Background(), s.URL()); err != nil {
		s.t.Fatalf("testenv: flush: %v", err)
	}
}

func (s *Server) signal(sig syscall.Signal) {
	s.t.Helper()
	if err := syscall.Kill(s.server.Pid(), sig); err != nil {
		s.t.Fatalf("testenv: %v to redis-server: %v", sig, err)
	}
}
