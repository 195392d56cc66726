package testenv

import (
	"database/sql"
	"testing"
)

// A database that is used again is as it was made: no rows but the template's,
// sequences at their beginning. One whose schema a test changed is never seen
// again.
func TestADatabaseIsUsedAgainEmpty(t *testing.T) {
	if !ours() {
		t.Skip("databases on somebody else's server are dropped")
	}
	const template = "pool-test"
	migrate := func(url string) error {
		db, err := sql.Open("postgres", url)
		if err != nil {
			return err
		}
		defer db.Close()
		_, err = db.Exec(`
			CREATE TABLE version (n int); INSERT INTO version VALUES (7);
			CREATE TABLE parents (id int PRIMARY KEY); CREATE TABLE children (id serial, parent int NOT NULL REFERENCES parents);
			CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'kept'; END $$;
			CREATE TRIGGER kept BEFORE DELETE ON children FOR EACH ROW EXECUTE FUNCTION refuse()`)
		return err
	}
	use := func(what string, do func(t *testing.T, db *sql.DB)) (name string) {
		t.Run(what, func(t *testing.T) {
			db := openDB(t, PostgresFromTemplate(t, template, migrate))
			if err := db.QueryRowContext(t.Context(), `SELECT current_database()`).Scan(&name); err != nil {
				t.Fatal(err)
			}
			do(t, db)
		})
		return name
	}
	first := use("rows", func(t *testing.T, db *sql.DB) {
		exec(t, db, `INSERT INTO parents VALUES (1); INSERT INTO children (parent) VALUES (1), (1)`)
	})
	again := use("again", func(t *testing.T, db *sql.DB) {
		exec(t, db, `INSERT INTO parents VALUES (2); INSERT INTO children (parent) VALUES (2)`)
		if count(t, db, `SELECT count(*) FROM parents`) != 1 || count(t, db, `SELECT id FROM children`) != 1 || count(t, db, `SELECT n FROM version`) != 7 {
			t.Error("it is not as it was made")
		}
	})
	if first != again {
		t.Errorf("%s was not used again, %s was made", first, again)
	}
	changed := use("another schema", func(t *testing.T, db *sql.DB) { exec(t, db, `ALTER TABLE parents ADD COLUMN name text`) })
	next := use("after it", func(t *testing.T, db *sql.DB) {
		if count(t, db, `SELECT count(*) FROM information_schema.columns WHERE table_name = 'parents'`) != 1 {
			t.Error("another test's column")
		}
	})
	if changed == next {
		t.Errorf("%s was used again", changed)
	}
}
