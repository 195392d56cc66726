package testenv

import (
	"context"
	"database/sql"
	"errors"
	"net"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/lib/pq"
	"github.com/redis/go-redis/v9"
)

func openDB(t *testing.T, url string) *sql.DB {
	t.Helper()
	db, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func exec(t *testing.T, db *sql.DB, statement string) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

func count(t *testing.T, db *sql.DB, query string, args ...any) int {
	t.Helper()
	var n int
	if err := db.QueryRowContext(t.Context(), query, args...).Scan(&n); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}

func TestPostgresGivesEachTestItsOwn(t *testing.T) {
	t.Parallel()
	first, second := openDB(t, Postgres(t)), openDB(t, Postgres(t))
	exec(t, first, `CREATE TABLE mine (n int)`)
	if n := count(t, second, `SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'`); n != 0 {
		t.Errorf("the second database has %d tables, want none", n)
	}
}

func TestPostgresIsDroppedAtTheEnd(t *testing.T) {
	t.Parallel()
	var name string
	t.Run("user", func(t *testing.T) {
		db, err := sql.Open("postgres", Postgres(t))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = db.Close() })
		if err := db.QueryRow(`SELECT current_database()`).Scan(&name); err != nil {
			t.Fatal(err)
		}
		left, err := db.Conn(context.Background()) // a session that nobody ends
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = left.Close() })
	})
	server := openDB(t, serverURL(t))
	if n := count(t, server, `SELECT count(*) FROM pg_database WHERE datname = $1`, name); name == "" || n != 0 {
		t.Errorf("database %q is still there", name)
	}
}

func TestTemplateIsMadeOnce(t *testing.T) {
	t.Parallel()
	template := "once_" + randomName()
	dropTemplate(t, template)
	var migrations atomic.Int32
	migrate := func(url string) error {
		migrations.Add(1)
		db, err := sql.Open("postgres", url)
		if err != nil {
			return err
		}
		_, err = db.Exec(`CREATE TABLE made (n int); INSERT INTO made VALUES (1)`)
		return errors.Join(err, db.Close())
	}
	var group sync.WaitGroup
	urls := make([]string, 8)
	for i := range urls {
		group.Go(func() { urls[i] = PostgresFromTemplate(t, template, migrate) })
	}
	group.Wait()
	if n := migrations.Load(); n != 1 {
		t.Errorf("migrated %d times, want once", n)
	}
	for _, url := range urls {
		db := openDB(t, url)
		exec(t, db, `INSERT INTO made VALUES (2)`)
		if n := count(t, db, `SELECT count(*) FROM made`); n != 2 {
			t.Errorf("%d rows, want the template's one and mine", n)
		}
	}
}

func TestTemplateOfAFailedMigrationIsNotKept(t *testing.T) {
	t.Parallel()
	template := "failed_" + randomName()
	dropTemplate(t, template)
	server := serverURL(t)
	boom := errors.New("boom")
	_, err := ensureTemplate(t.Context(), server, template, func(url string) error {
		db, err := sql.Open("postgres", url)
		if err != nil {
			return err
		}
		_, err = db.Exec(`CREATE TABLE half (n int)`)
		return errors.Join(err, db.Close(), boom)
	})
	if !errors.Is(err, boom) {
		t.Fatalf("error %v, want boom", err)
	}
	db := openDB(t, PostgresFromTemplate(t, template, func(string) error { return nil }))
	if n := count(t, db, `SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'`); n != 0 {
		t.Error("the failed migration's table is in the template")
	}
}

func dropTemplate(t *testing.T, name string) {
	t.Helper()
	server := openDB(t, serverURL(t))
	t.Cleanup(func() {
		for _, prefix := range []string{templatePrefix, draftPrefix} {
			if err := drop(context.Background(), server, prefix+name); err != nil {
				t.Error(err)
			}
		}
	})
}

func TestSweep(t *testing.T) {
	t.Parallel()
	// A server of our own: other tests' databases must not be swept.
	server, err := StartPostgres(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Stop)
	db := openDB(t, server.URL())
	var earlier []string // its folder may have served other runs
	if err := db.QueryRowContext(t.Context(), `SELECT array_agg(datname) FROM pg_database WHERE datname LIKE 'usher\__%'`).Scan(pq.Array(&earlier)); err != nil {
		t.Fatal(err)
	}
	for _, name := range earlier {
		if err := drop(t.Context(), db, name); err != nil {
			t.Fatal(err)
		}
	}
	exec(t, db, `CREATE DATABASE usher_test_left`)
	exec(t, db, `CREATE DATABASE usher_draft_left`)
	exec(t, db, `CREATE DATABASE usher_template_kept`)
	left := `SELECT count(*) FROM pg_database WHERE datname LIKE 'usher\__%'`
	if err := sweep(t.Context(), server.URL()); err != nil {
		t.Fatal(err)
	}
	if n := count(t, db, left+` AND datname NOT LIKE 'usher\_template\_%'`); n != 0 {
		t.Errorf("%d leftovers survived", n)
	}
	if n := count(t, db, left+` AND datname = 'usher_template_kept'`); n != 1 {
		t.Error("a template in use was swept")
	}
	for _, name := range []string{"a", "b", "c", "d"} {
		exec(t, db, `CREATE DATABASE usher_template_`+name)
	}
	if err := sweep(t.Context(), server.URL()); err != nil {
		t.Fatal(err)
	}
	if n := count(t, db, left); n != 0 {
		t.Errorf("%d templates survived, want none of too many", n)
	}
}

func connect(t *testing.T, url string) *redis.Client {
	t.Helper()
	client, err := newClient(url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	return client
}

func TestRedisKeySpaces(t *testing.T) {
	t.Parallel()
	url, mine := Redis(t)
	client := connect(t, url)
	client.Set(t.Context(), mine+"key", "mine", 0)
	var other string
	t.Run("other", func(t *testing.T) {
		_, other = Redis(t)
		if other == mine {
			t.Fatal("two tests share a prefix")
		}
		for _, key := range []string{"a", "{shard}:b"} {
			if err := client.Set(t.Context(), other+key, "other", 0).Err(); err != nil {
				t.Fatal(err)
			}
		}
	})
	if keys := client.Keys(t.Context(), other+"*").Val(); len(keys) != 0 {
		t.Errorf("the other test left %v", keys)
	}
	if got := client.Get(t.Context(), mine+"key").Val(); got != "mine" {
		t.Errorf("my key reads %q after the other test's end", got)
	}
}

func TestRedisServerCanBeBroken(t *testing.T) {
	t.Parallel()
	server := RedisServer(t)
	client := connect(t, server.URL())
	set := func() { client.Set(t.Context(), "key", "value", 0) }
	get := func() string { return client.Get(t.Context(), "key").Val() }

	set()
	server.Restart()
	if get() != "value" {
		t.Error("a restart lost the key")
	}

	server.Pause()
	impatient := redis.NewClient(&redis.Options{
		Network: "unix", Addr: client.Options().Addr, ReadTimeout: 50 * time.Millisecond, MaxRetries: -1,
	})
	defer impatient.Close()
	var timeout net.Error
	if err := impatient.Ping(t.Context()).Err(); !errors.As(err, &timeout) || !timeout.Timeout() {
		t.Errorf("a paused server must let callers wait, got %v", err)
	}
	server.Resume()
	if get() != "value" {
		t.Error("a resumed server does not answer")
	}

	server.Flush()
	if get() != "" {
		t.Error("a flushed server kept the key")
	}

	set()
	server.Kill()
	if _, err := net.Dial("unix", client.Options().Addr); err == nil {
		t.Error("a killed server answered")
	}
	server.Restart()
	if err := client.Ping(t.Context()).Err(); err != nil {
		t.Errorf("a restarted server does not answer: %v", err)
	}

	server.Pause() // a test may end in the middle of one
}
