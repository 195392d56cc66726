package storetest

import (
	"database/sql"
	"fmt"
	"testing"

	"github.com/lib/pq"
)

// Probe looks at a test's database past the store, to see what was written
// and what was not.
type Probe struct {
	t  testing.TB
	db *sql.DB
}

// NewProbe returns a probe of the database at url until the test ends.
func NewProbe(t testing.TB, url string) *Probe {
	t.Helper()
	db, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatalf("storetest: %v", err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return &Probe{t, db}
}

// Int returns the one number that the query selects.
func (p *Probe) Int(query string, args ...any) (n int) {
	p.t.Helper()
	if err := p.db.QueryRowContext(p.t.Context(), query, args...).Scan(&n); err != nil {
		p.t.Fatalf("%s: %v", query, err)
	}
	return n
}

// Exec makes a change that no use case makes.
func (p *Probe) Exec(query string, args ...any) {
	p.t.Helper()
	if _, err := p.db.ExecContext(p.t.Context(), query, args...); err != nil {
		p.t.Fatalf("%s: %v", query, err)
	}
}

// Contents returns every table with a line about all that is in it, so that
// two looks are equal where nothing was written between them.
func (p *Probe) Contents() map[string]string {
	p.t.Helper()
	var tables pq.StringArray
	err := p.db.QueryRowContext(p.t.Context(), `SELECT array_agg(tablename) FROM pg_tables WHERE schemaname = 'public'`).Scan(&tables)
	if err != nil {
		p.t.Fatalf("storetest: %v", err)
	}
	contents := map[string]string{}
	for _, table := range tables {
		var n int
		var sum string
		query := `SELECT count(*), coalesce(md5(string_agg(t::text, E'\n' ORDER BY t::text)), '') FROM ` + pq.QuoteIdentifier(table) + ` t`
		if err := p.db.QueryRowContext(p.t.Context(), query).Scan(&n, &sum); err != nil {
			p.t.Fatalf("%s: %v", table, err)
		}
		contents[table] = fmt.Sprintf("%d rows, %s", n, sum)
	}
	return contents
}
