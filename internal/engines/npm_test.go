package engines

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writeFiles makes a tree; keys are paths.
func writeFiles(t *testing.T, root string, mode os.FileMode, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), mode); err != nil {
			t.Fatal(err)
		}
	}
}

func TestLinkLibraries(t *testing.T) {
	t.Parallel()
	pkg := t.TempDir()
	writeFiles(t, pkg, 0o644, map[string]string{
		"native/lib/libpq.so.5.18": "the library",
		"native/pg-symlinks.json": `[
			{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"},
			{"source":"native/lib/libpq.so.5.18","target":"native/share/libpq.so"}]`,
	})
	if err := os.Mkdir(filepath.Join(pkg, "native", "share"), 0o755); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second finds its work done
		if err := linkLibraries(pkg); err != nil {
			t.Fatal(err)
		}
	}
	moved := filepath.Join(t.TempDir(), "moved")
	if err := os.Rename(pkg, moved); err != nil {
		t.Fatal(err)
	}
	for _, link := range []string{"native/lib/libpq.so.5", "native/share/libpq.so"} {
		if text, err := os.ReadFile(filepath.Join(moved, link)); err != nil || string(text) != "the library" {
			t.Errorf("%s reads %q, %v", link, text, err)
		}
	}
}

func TestLinkLibrariesRefuses(t *testing.T) {
	t.Parallel()
	for name, list := range map[string]string{
		"a target outside": `[{"source":"native/a","target":"../../a"}]`,
		"a source outside": `[{"source":"/etc/passwd","target":"native/a"}]`,
		"no list":          `{`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			pkg := t.TempDir()
			writeFiles(t, pkg, 0o644, map[string]string{"native/pg-symlinks.json": list})
			if err := linkLibraries(pkg); err == nil {
				t.Error("no error")
			}
			if entries, _ := os.ReadDir(filepath.Join(pkg, "native")); len(entries) != 1 {
				t.Errorf("something was made: %v", entries)
			}
		})
	}
}

// fakePostgres answers --version, which is all that finding one needs.
func fakePostgres(version string) map[string]string {
	script := "#!/bin/sh\necho \"postgres (PostgreSQL) " + version + "\"\n"
	return map[string]string{"bin/initdb": script, "bin/postgres": script}
}

func TestFindPostgres(t *testing.T) {
	places := t.TempDir()
	for _, version := range []string{"9.6", "14.9", "16.3", "17.1"} {
		writeFiles(t, filepath.Join(places, "of", version), 0o755, fakePostgres(version))
	}
	// The newest does not run.
	writeFiles(t, filepath.Join(places, "of", "19"), 0o755, map[string]string{"bin/initdb": "#!/bin/sh\nexit 1\n", "bin/postgres": ""})
	writeFiles(t, filepath.Join(places, "path"), 0o755, fakePostgres("15.2 (Debian 15.2-1)"))
	writeFiles(t, filepath.Join(places, "old"), 0o755, fakePostgres("13.4"))
	packaged := filepath.Join(places, "of", "*", "bin")

	for _, test := range []struct {
		name, path string
		places     []string
		major      int
		want       string // version
		wantError  string
	}{
		{name: "PATH goes first", path: "path/bin", places: []string{packaged}, want: "15.2"},
		{name: "too old on PATH", path: "old/bin", places: []string{packaged}, want: "17.1"},
		{name: "the newest that runs", places: []string{packaged}, want: "17.1"},
		{name: "the data folder's version", path: "path/bin", places: []string{packaged}, major: 16, want: "16.3"},
		{name: "the data folder's version is gone", path: "path/bin", places: []string{packaged}, major: 20, wantError: "/some/data"},
		{name: "nothing at all", wantError: "postgresql"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv("PATH", "/bin:"+filepath.Join(places, test.path))
			got, err := search{places: test.places, data: "/some/data", major: test.major}.find(t.Context())
			if test.wantError != "" {
				if !errors.Is(err, ErrNoPostgres) || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), test.wantError) {
					t.Fatalf("error %v, want one line with %q", err, test.wantError)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got.version != test.want {
				t.Errorf("found %s, want %s", got.version, test.want)
			}
		})
	}
}
