package engines

import (
	"errors"
	"testing"
	"time"
)

func TestLockOfOneProcess(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first, err := lockFolder(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	before := time.Now()
	if _, err := lockFolder(t.Context(), dir); !errors.Is(err, ErrInUse) {
		t.Fatalf("error %v, want ErrInUse", err)
	}
	if waited := time.Since(before); waited > orphanGrace/2 {
		t.Errorf("waited %v for a holder that lives", waited)
	}
	first.release()
	second, err := lockFolder(t.Context(), dir)
	if err != nil {
		t.Fatalf("after the release: %v", err)
	}
	second.release()
}
