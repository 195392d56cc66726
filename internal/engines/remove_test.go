package engines

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestRemoveState(t *testing.T) {
	t.Parallel()
	needRedis(t)
	state := filepath.Join(openTempDir(t), "state")
	run := startOtherRun(t, "redis", filepath.Join(state, "redis"))
	if err := RemoveState(t.Context(), state); !errors.Is(err, ErrInUse) {
		t.Fatalf("error %v, want ErrInUse", err)
	}
	if err := redisClient(t, run.url).Set(t.Context(), "kept", 42, 0).Err(); err != nil {
		t.Fatalf("the run was broken: %v", err)
	}
	run.kill()
	for range 2 { // the second finds nothing, and that is fine
		if err := RemoveState(t.Context(), state); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(state); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is still there: %v", err)
	}
}

func TestRemoveStateRefusesFoldersThatHoldMore(t *testing.T) {
	work, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	t.Setenv("HOME", filepath.Join(home, "me"))
	for _, dir := range []string{"/", ".", "..", filepath.Dir(work), home, filepath.Join(home, "me")} {
		if err := refuseToRemove(must(filepath.Abs(dir))); err == nil {
			t.Errorf("%s would be removed", dir)
		}
	}
	for _, dir := range []string{".usher", filepath.Join(home, "other")} {
		if err := refuseToRemove(must(filepath.Abs(dir))); err != nil {
			t.Errorf("%s: %v", dir, err)
		}
	}
}

func must(path string, err error) string {
	if err != nil {
		panic(err)
	}
	return path
}
