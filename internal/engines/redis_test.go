package engines

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"usher/internal/testenv/notrun"
)

// needRedis ends a test that has no redis-server to run with.
func needRedis(t *testing.T) {
	t.Helper()
	if _, err := findRedis(redisPlaces); err != nil {
		notrun.Report(t, err.Error())
	}
}

func startTestRedis(t *testing.T, dir string) *Redis {
	t.Helper()
	needRedis(t)
	r, err := StartRedis(t.Context(), RedisOptions{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Stop)
	return r
}

func redisClient(t *testing.T, url string) *redis.Client {
	t.Helper()
	opts, err := redis.ParseURL(url)
	if err != nil {
		t.Fatal(err)
	}
	client := redis.NewClient(opts)
	t.Cleanup(func() { _ = client.Close() })
	return client
}

func TestRedisKeepsItsDataOverARestart(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(openTempDir(t), "redis")
	first := startTestRedis(t, dir)
	if !first.Durable() || first.Pid() == 0 {
		t.Fatal("a redis-server with an append-only file must call itself durable")
	}
	if err := redisClient(t, first.URL()).Set(t.Context(), "kept", 42, 0).Err(); err != nil {
		t.Fatal(err)
	}
	first.Stop()
	first.Stop() // harmless

	second := startTestRedis(t, dir)
	if got := redisClient(t, second.URL()).Get(t.Context(), "kept").Val(); got != "42" {
		t.Errorf("kept %q, want 42", got)
	}
	if second.URL() != first.URL() {
		t.Errorf("the address changed from %s to %s", first.URL(), second.URL())
	}
}

func TestRedisOfAKilledRunIsNoObstacle(t *testing.T) {
	t.Parallel()
	needRedis(t)
	dir := filepath.Join(openTempDir(t), "redis")
	run := startOtherRun(t, "redis", dir)
	if err := redisClient(t, run.url).Set(t.Context(), "kept", 42, 0).Err(); err != nil {
		t.Fatal(err)
	}
	run.kill()

	r := startTestRedis(t, dir)
	if got := redisClient(t, r.URL()).Get(t.Context(), "kept").Val(); got != "42" {
		t.Errorf("kept %q, want 42", got)
	}
}

func TestRedisRefusesASecondRun(t *testing.T) {
	t.Parallel()
	needRedis(t)
	dir := filepath.Join(openTempDir(t), "redis")
	run := startOtherRun(t, "redis", dir)
	if _, err := StartRedis(t.Context(), RedisOptions{Dir: dir}); !errors.Is(err, ErrInUse) {
		t.Fatalf("error %v, want ErrInUse", err)
	}
	if err := redisClient(t, run.url).Ping(t.Context()).Err(); err != nil {
		t.Errorf("the first run was broken: %v", err)
	}
}

func TestRedisSaysWhyItDoesNotStart(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(openTempDir(t), "redis")
	startTestRedis(t, dir).Stop()
	for _, name := range []string{"appendonlydir/appendonly.aof.manifest", "appendonly.aof"} { // since 7, before
		path := filepath.Join(dir, name)
		if _, err := os.Stat(path); err != nil && name != "appendonly.aof" {
			continue
		}
		if err := os.WriteFile(path, []byte("nonsense\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		break
	}
	r, err := StartRedis(t.Context(), RedisOptions{Dir: dir})
	if err == nil {
		r.Stop()
		t.Fatal("started on a broken file")
	}
	if strings.Contains(err.Error(), "\n") || !strings.Contains(strings.ToLower(err.Error()), "aof") {
		t.Errorf("want one line with the server's reason, got %q", err)
	}
}

func TestMiniredisLetsTimePass(t *testing.T) {
	t.Parallel()
	r, err := startMiniredis()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Stop)
	if r.Durable() || r.Pid() != 0 {
		t.Error("the stand-in must not call itself durable")
	}
	client := redisClient(t, r.URL())
	if err := client.Set(t.Context(), "brief", 1, 100*time.Millisecond).Err(); err != nil {
		t.Fatal(err)
	}
	deadline := time.Now().Add(5 * time.Second)
	for client.Exists(t.Context(), "brief").Val() != 0 {
		if time.Now().After(deadline) {
			t.Fatal("the key never expired")
		}
		time.Sleep(miniredisTick)
	}
	r.Stop()
	if _, err := net.Dial("tcp", client.Options().Addr); err == nil {
		t.Error("the stand-in still answers after Stop")
	}
}
