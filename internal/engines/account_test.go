package engines

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPlaceFor covers both cases of the machine it runs on: root, who lends
// children another account, and anybody else, who does not.
func TestPlaceFor(t *testing.T) {
	t.Parallel()
	as, err := postgresAccount()
	if err != nil {
		t.Fatal(err)
	}
	open := filepath.Join(openTempDir(t), "open")
	if got, err := placeFor(open, as); err != nil || got != open {
		t.Errorf("an open folder became %s, %v", got, err)
	}
	closed := filepath.Join(openTempDir(t), "home", "state")
	if err := os.MkdirAll(filepath.Dir(closed), 0o700); err != nil {
		t.Fatal(err)
	}
	got, err := placeFor(closed, as)
	if err != nil {
		t.Fatal(err)
	}
	if as.credential == nil {
		if got != closed {
			t.Errorf("our own account was sent to %s", got)
		}
		return
	}
	t.Cleanup(func() { _ = os.RemoveAll(got) })
	if !strings.HasPrefix(got, systemState+"/") || !as.canEnter(got) {
		t.Errorf("%s cannot enter %s", as.name, got)
	}
	if again, err := placeFor(closed, as); err != nil || again != got {
		t.Errorf("the second time %s, %v; want %s", again, err, got)
	}
	if err := RemoveState(t.Context(), filepath.Dir(closed)); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{got, closed} {
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%s survived RemoveState", dir)
		}
	}
}
