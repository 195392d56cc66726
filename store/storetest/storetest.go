// Package storetest gives a test a migrated database of its own.
package storetest

import (
	"testing"
	"time"

	"usher/internal/testenv"
	"usher/store"
)

// New returns a store on a fresh database with today's schema, which is dropped
// when the test ends. now is the store's clock.
func New(t testing.TB, now func() time.Time) *store.DB {
	t.Helper()
	return Open(t, URL(t), now)
}

// URL returns the address of a fresh database with today's schema, for tests
// that open it more than once.
func URL(t testing.TB) string {
	t.Helper()
	return testenv.PostgresFromTemplate(t, store.SchemaVersion(), func(url string) error {
		return store.Migrate(t.Context(), url)
	})
}

// Open returns a store on the database at url until the test ends.
func Open(t testing.TB, url string, now func() time.Time) *store.DB {
	t.Helper()
	db, err := store.Open(t.Context(), url, store.Options{Now: now})
	if err != nil {
		t.Fatalf("storetest: %v", err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Errorf("storetest: close: %v", err)
		}
	})
	return db
}
