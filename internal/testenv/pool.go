package testenv

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"sync"
	"testing"

	"github.com/lib/pq"
)

// OursVariable says that the server of DatabaseVariable was started for this
// run and is swept before the next, so that databases may be left on it.
const OursVariable = "USHER_TEST_POSTGRES_IS_OURS"

// idle are databases of which a test has made use and another may, by template.
// Making one and dropping it costs hundreds of milliseconds of the kernel's
// time (it is some four hundred files), emptying one a few.
var idle = struct {
	sync.Mutex
	databases map[string][]pooled
}{databases: map[string][]pooled{}}

// pooled is a copy of a template.
type pooled struct {
	name   string
	schema string   // what it looked like when it was made
	filled []string // tables in which the template has rows
}

// maxKept bounds, in bytes, a database that is used again: what a test with
// many rows leaves behind would slow down the next.
const maxKept = 32 << 20

// ours tells whether databases may be left on the server.
func ours() bool { return os.Getenv(DatabaseVariable) == "" || os.Getenv(OursVariable) != "" }

// fromPool returns an empty copy of the template, which goes back to the pool
// when the test ends.
func fromPool(t testing.TB, server, template string) string {
	t.Helper()
	idle.Lock()
	var p pooled
	if list := idle.databases[template]; len(list) > 0 {
		p, idle.databases[template] = list[len(list)-1], list[:len(list)-1]
	}
	idle.Unlock()
	if p.name == "" {
		p.name = databasePrefix + randomName()
		create := func(ctx context.Context, db *sql.DB) error { return copyDatabase(ctx, db, p.name, template) }
		if err := errors.Join(onServer(t.Context(), server, create), p.within(server, p.look)); err != nil {
			t.Fatalf("testenv: create a database: %v", err)
		}
	}
	t.Cleanup(func() {
		if err := p.within(server, p.empty); err != nil {
			remove := func(ctx context.Context, db *sql.DB) error { return drop(ctx, db, p.name) }
			if err := onServer(context.Background(), server, remove); err != nil {
				t.Errorf("testenv: drop the database: %v", err)
			}
			return
		}
		idle.Lock()
		defer idle.Unlock()
		idle.databases[template] = append(idle.databases[template], p)
	})
	return withDatabase(t, server, p.name)
}

// within runs f with a connection to the database.
func (p *pooled) within(server string, f func(context.Context, *sql.DB) error) error {
	url, err := databaseURL(server, p.name)
	if err != nil {
		return err
	}
	return onServer(context.Background(), url, f)
}

// schemaOf changes with every table, function, trigger or constraint that is
// made, changed or dropped.
const schemaOf = `
SELECT md5(string_agg(line, ' ' ORDER BY line)) FROM (
    SELECT 'c' || oid || ':' || xmin AS line FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT 'a' || attrelid || ':' || attnum || ':' || a.xmin FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = 'public'::regnamespace
    UNION ALL SELECT 'p' || oid || ':' || xmin FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT 't' || oid || ':' || xmin FROM pg_trigger
    UNION ALL SELECT 'k' || oid || ':' || xmin FROM pg_constraint
) catalog`

const tablesWithRows = `
SELECT coalesce(array_agg(tablename), '{}') FROM pg_tables
WHERE schemaname = 'public' AND (xpath('/row/n/text()', query_to_xml(format('SELECT EXISTS (SELECT FROM %I) AS n', tablename), false, true, '')))[1]::text = 'true'`

// look remembers what the copy is like before anybody uses it.
func (p *pooled) look(ctx context.Context, db *sql.DB) error {
	return errors.Join(
		db.QueryRowContext(ctx, schemaOf).Scan(&p.schema),
		db.QueryRowContext(ctx, tablesWithRows).Scan(pq.Array(&p.filled)))
}

const endSessions = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`

// deleteAll empties every table but those that the template fills, without
// triggers and references, and puts the sequences back to their beginning.
const deleteAll = `
DO $$
DECLARE
    one record;
BEGIN
    SET LOCAL session_replication_role = replica;
    FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND NOT tablename = ANY (current_setting('testenv.filled')::text[]) LOOP
        EXECUTE format('DELETE FROM %I', one.tablename);
    END LOOP;
    FOR one IN SELECT sequencename, start_value FROM pg_sequences WHERE schemaname = 'public' LOOP
        PERFORM setval(format('%I', one.sequencename)::regclass, one.start_value, false);
    END LOOP;
END $$`

var errNotReusable = errors.New("the database cannot be used again")

// empty makes the database as it was. It returns an error where that cannot be:
// a test changed the schema, or left much behind.
func (p *pooled) empty(ctx context.Context, db *sql.DB) error {
	db.SetMaxOpenConns(1) // the setting below is the connection's
	if _, err := db.ExecContext(ctx, endSessions); err != nil {
		return err
	}
	var schema string
	var size int64
	if err := db.QueryRowContext(ctx, `SELECT (`+schemaOf+`), pg_database_size(current_database())`).Scan(&schema, &size); err != nil {
		return err
	}
	if schema != p.schema || size > maxKept {
		return errNotReusable
	}
	filled, err := pq.Array(p.filled).Value()
	if err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, `SELECT set_config('testenv.filled', $1, false)`, filled); err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, deleteAll)
	return err
}
