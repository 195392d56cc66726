package main

import (
	"bytes"
	"database/sql"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"usher/internal/testenv"
)

// The committed schema is the one that the migrations make, and dumping leaves
// nothing behind.
func TestDumpIsCurrent(t *testing.T) {
	t.Parallel()
	server := testenv.Postgres(t)
	var out bytes.Buffer
	if err := run(t.Context(), server, &out); err != nil {
		t.Fatal(err)
	}
	committed, err := os.ReadFile("../schema.sql")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(committed), out.String()); diff != "" {
		t.Errorf("store/schema.sql is old, run make generate:\n%s", diff)
	}
	db, err := sql.Open("postgres", server)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var left int
	if err := db.QueryRowContext(t.Context(), `SELECT count(*) FROM pg_database WHERE datname LIKE 'usher\_dump\_%'`).Scan(&left); err != nil || left != 0 {
		t.Errorf("%d scratch databases are left, %v", left, err)
	}
}

func TestDumpNeedsAServer(t *testing.T) {
	t.Parallel()
	for _, server := range []string{"", "postgres://127.0.0.1:1/none?sslmode=disable&connect_timeout=1"} {
		var out bytes.Buffer
		if err := run(t.Context(), server, &out); err == nil || out.Len() != 0 {
			t.Errorf("%q: wrote %d bytes, %v", server, out.Len(), err)
		}
	}
}
