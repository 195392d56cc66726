package testenv

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/fnv"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/lib/pq"

	"usher/internal/engines"
)

// setUpLimit bounds what a test waits for its database: a cold start may fetch
// Postgres first.
const setUpLimit = 3 * time.Minute

// ownPostgres is the server of this process, started when first asked for. It
// is never stopped: it ends with the process.
var ownPostgres = sync.OnceValues(func() (*engines.Postgres, error) {
	ctx, cancel := context.WithTimeout(context.Background(), setUpLimit)
	defer cancel()
	return StartPostgres(ctx)
})

// Postgres returns the address of a fresh, empty database for lib/pq. It is
// dropped when the test ends, sessions that are still open included.
func Postgres(t testing.TB) string {
	t.Helper()
	return newDatabase(t, serverURL(t), "template0")
}

// PostgresFromTemplate is Postgres with the schema that migrate makes. The
// first caller on a server migrates a template; all others copy it, which takes
// a fraction of the time. So name must change when the migrations do: let it
// carry their hash. It is at most 40 characters. migrate must close its
// connections before it returns.
func PostgresFromTemplate(t testing.TB, name string, migrate func(url string) error) string {
	t.Helper()
	server := serverURL(t)
	template, err := ensureTemplate(t.Context(), server, name, migrate)
	if err != nil {
		t.Fatalf("testenv: template %s: %v", name, err)
	}
	if ours() {
		return fromPool(t, server, template)
	}
	return newDatabase(t, server, template)
}

// serverURL returns the address of the server's maintenance database.
func serverURL(t testing.TB) string {
	t.Helper()
	if url := os.Getenv(DatabaseVariable); url != "" {
		if !strings.HasPrefix(url, "postgres://") && !strings.HasPrefix(url, "postgresql://") {
			t.Fatalf("testenv: %s must begin with postgres://", DatabaseVariable)
		}
		return url
	}
	server, err := ownPostgres()
	if errors.Is(err, engines.ErrNoPostgres) {
		NotRun(t, err.Error())
	}
	if err != nil {
		t.Fatalf("testenv: %v", err)
	}
	return server.URL()
}

// onServer runs f with a connection to the maintenance database.
func onServer(ctx context.Context, server string, f func(context.Context, *sql.DB) error) error {
	db, err := sql.Open("postgres", server)
	if err != nil {
		return err
	}
	defer db.Close()
	ctx, cancel := context.WithTimeout(ctx, setUpLimit)
	defer cancel()
	return f(ctx, db)
}

func newDatabase(t testing.TB, server, template string) string {
	t.Helper()
	name := databasePrefix + randomName()
	create := func(ctx context.Context, db *sql.DB) error {
		return copyDatabase(ctx, db, name, template)
	}
	if err := onServer(t.Context(), server, create); err != nil {
		t.Fatalf("testenv: create a database: %v", err)
	}
	t.Cleanup(func() {
		remove := func(ctx context.Context, db *sql.DB) error { return drop(ctx, db, name) }
		if err := onServer(context.Background(), server, remove); err != nil {
			t.Errorf("testenv: drop the database: %v", err)
		}
	})
	return withDatabase(t, server, name)
}

// copyDatabase uses FILE_COPY: a third of the time of the default, WAL_LOG, for
// a schema of 60 tables without rows.
func copyDatabase(ctx context.Context, db *sql.DB, name, template string) error {
	_, err := db.ExecContext(ctx, fmt.Sprintf("CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY",
		pq.QuoteIdentifier(name), pq.QuoteIdentifier(template)))
	return err
}

// ensureTemplate returns the name of the migrated template database, making it
// where the server lacks it. A draft is renamed when it is done, so that a
// template that exists is whole.
func ensureTemplate(ctx context.Context, server, name string, migrate func(url string) error) (string, error) {
	template, draft := templatePrefix+name, draftPrefix+name
	return template, onServer(ctx, server, func(ctx context.Context, db *sql.DB) error {
		conn, err := db.Conn(ctx)
		if err != nil {
			return err
		}
		defer conn.Close()
		exists, err := databaseExists(ctx, db, template)
		if err != nil || exists {
			return err
		}
		if _, err := conn.ExecContext(ctx, `SELECT pg_advisory_lock($1)`, lockKey(template)); err != nil {
			return err
		}
		exists, err = databaseExists(ctx, db, template) // made while we waited
		if err != nil || exists {
			return err
		}
		if err := drop(ctx, db, draft); err != nil {
			return err
		}
		if err := copyDatabase(ctx, db, draft, "template0"); err != nil {
			return err
		}
		url, err := databaseURL(server, draft)
		if err != nil {
			return err
		}
		if err := migrate(url); err != nil {
			return fmt.Errorf("migrate: %w", err)
		}
		_, err = db.ExecContext(ctx, fmt.Sprintf("ALTER DATABASE %s RENAME TO %s",
			pq.QuoteIdentifier(draft), pq.QuoteIdentifier(template)))
		return err
	})
}

func databaseExists(ctx context.Context, db *sql.DB, name string) (exists bool, err error) {
	err = db.QueryRowContext(ctx, `SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)`, name).Scan(&exists)
	return exists, err
}

func withDatabase(t testing.TB, server, name string) string {
	t.Helper()
	url, err := databaseURL(server, name)
	if err != nil {
		t.Fatalf("testenv: %v", err)
	}
	return url
}

// databaseURL returns the address of another database on the same server.
func databaseURL(server, name string) (string, error) {
	u, err := url.Parse(server)
	if err != nil {
		return "", fmt.Errorf("%s: %w", DatabaseVariable, err)
	}
	u.Path = "/" + name
	return u.String(), nil
}

// lockKey is the advisory lock of one template.
func lockKey(template string) int64 {
	hash := fnv.New64a()
	_, _ = hash.Write([]byte(template)) // never fails
	return int64(hash.Sum64())
}

// randomName is unique among all tests on a server.
func randomName() string {
	var bytes [8]byte
	_, _ = rand.Read(bytes[:]) // never fails
	return hex.EncodeToString(bytes[:])
}
