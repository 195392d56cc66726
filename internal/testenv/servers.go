package testenv

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/lib/pq"

	"usher/internal/engines"
)

// Names of the variables that point to servers which run already.
const (
	DatabaseVariable = "DATABASE_URL" // postgres://...; its user may create databases
	RedisVariable    = "REDIS_URL"    // redis://... or unix://...
)

const (
	databasePrefix = "usher_test_"     // one test's database
	templatePrefix = "usher_template_" // finished
	draftPrefix    = "usher_draft_"    // being migrated; of a killed run where nobody does
	maxTemplates   = 4                 // more are of yesterday's migrations
	maxFolders     = 64
)

// StartPostgres starts a server for tests: not durable, empty but for the
// templates of earlier runs. It ends with this process.
func StartPostgres(ctx context.Context) (*engines.Postgres, error) {
	server, err := inFreeFolder("postgres", func(dir, cache string) (*engines.Postgres, error) {
		return engines.StartPostgres(ctx, engines.PostgresOptions{Dir: dir, CacheDir: cache})
	})
	if err != nil {
		return nil, err
	}
	if err := sweep(ctx, server.URL()); err != nil {
		server.Stop()
		return nil, fmt.Errorf("sweep the test server: %w", err)
	}
	return server, nil
}

// StartRedis starts an empty server for tests, which ends with this process.
// Where no redis-server is installed it is the stand-in in this process, of
// which Durable is false.
func StartRedis(ctx context.Context) (*engines.Redis, error) {
	server, err := inFreeFolder("redis", func(dir, _ string) (*engines.Redis, error) {
		return engines.StartRedis(ctx, engines.RedisOptions{Dir: dir})
	})
	if err != nil {
		return nil, err
	}
	if err := flush(ctx, server.URL()); err != nil {
		server.Stop()
		return nil, fmt.Errorf("empty the test server: %w", err)
	}
	return server, nil
}

// inFreeFolder starts a server in the first of the numbered folders that no
// other process uses. Folders are used again, so they do not pile up, and a
// start finds its data folder made.
func inFreeFolder[Server any](kind string, start func(dir, cache string) (Server, error)) (Server, error) {
	cache := cacheDir()
	for n := range maxFolders {
		server, err := start(filepath.Join(cache, "test", kind+"-"+strconv.Itoa(n)), cache)
		if !errors.Is(err, engines.ErrInUse) {
			return server, err
		}
	}
	var none Server
	return none, fmt.Errorf("all %d folders for test servers below %s are in use", maxFolders, cache)
}

// cacheDir is shared by all checkouts of one user.
func cacheDir() string {
	cache, err := os.UserCacheDir()
	if err != nil { // no HOME
		cache = filepath.Join(os.TempDir(), strconv.Itoa(os.Getuid()))
	}
	return filepath.Join(cache, "usher")
}

// sweep drops what killed runs left on a server that only we use.
func sweep(ctx context.Context, url string) error {
	db, err := sql.Open("postgres", url)
	if err != nil {
		return err
	}
	defer db.Close()
	var leftovers []string
	err = db.QueryRowContext(ctx, `
		SELECT array_agg(datname) FROM pg_database
		WHERE starts_with(datname, $1) OR starts_with(datname, $2)
		OR starts_with(datname, $3) AND (SELECT count(*) FROM pg_database WHERE starts_with(datname, $3)) > $4`,
		databasePrefix, draftPrefix, templatePrefix, maxTemplates).Scan(pq.Array(&leftovers))
	if err != nil {
		return err
	}
	for _, name := range leftovers {
		if err := drop(ctx, db, name); err != nil {
			return err
		}
	}
	return nil
}

func drop(ctx context.Context, db *sql.DB, name string) error {
	_, err := db.ExecContext(ctx, "DROP DATABASE IF EXISTS "+pq.QuoteIdentifier(name)+" WITH (FORCE)")
	return err
}
