package engines

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

func startTestPostgres(t *testing.T, opts PostgresOptions) *Postgres {
	t.Helper()
	p, err := StartPostgres(t.Context(), opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Stop)
	return p
}

// query runs one statement and returns its single value.
func query(t *testing.T, url, statement string) string {
	t.Helper()
	db, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var value string
	if err := db.QueryRowContext(t.Context(), statement).Scan(&value); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	return value
}

const keep = `CREATE TABLE kept (n int); INSERT INTO kept VALUES (42); SELECT 1`

func TestPostgresKeepsItsDataOverARestart(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(openTempDir(t), "pg")
	first := startTestPostgres(t, PostgresOptions{Dir: dir, CacheDir: cacheDir()})
	query(t, first.URL(), keep)
	first.Stop()
	first.Stop() // harmless

	second := startTestPostgres(t, PostgresOptions{Dir: dir, CacheDir: cacheDir(), Durable: true})
	if got := query(t, second.URL(), `SELECT n FROM kept`); got != "42" {
		t.Errorf("kept %s, want 42", got)
	}
	for setting, want := range map[string]string{
		"fsync":            "on",
		"listen_addresses": "",
		"max_connections":  "400",
		"server_encoding":  "UTF8",
		"TimeZone":         "UTC",
	} {
		if got := query(t, second.URL(), `SELECT current_setting('`+setting+`')`); got != want {
			t.Errorf("%s = %q, want %q", setting, got, want)
		}
	}
	if got := query(t, second.URL(), `SELECT datcollate FROM pg_database WHERE datname = current_database()`); got != "C" {
		t.Errorf("collation %q, want C", got) // a setting only up to version 15
	}
}

func TestPostgresOfAKilledRunIsNoObstacle(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(openTempDir(t), "pg")
	run := startOtherRun(t, "postgres", dir)
	query(t, run.url, keep)
	run.kill()

	p := startTestPostgres(t, PostgresOptions{Dir: dir, CacheDir: cacheDir(), Durable: true})
	if got := query(t, p.URL(), `SELECT n FROM kept`); got != "42" {
		t.Errorf("kept %s, want 42", got)
	}
	text, err := os.ReadFile(filepath.Join(dir, "postgres.log"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(text), "automatic recovery") {
		t.Errorf("the killed run's server was not shut down cleanly:\n%s", text)
	}
}

func TestPostgresRecoversWhenItsServerWasKilledToo(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(openTempDir(t), "pg")
	run := startOtherRun(t, "postgres", dir)
	query(t, run.url, keep)
	pidFile := filepath.Join(dir, "data", "postmaster.pid")
	stale, err := os.ReadFile(pidFile)
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Kill(pidIn(t, dir), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	run.kill()
	// The worst stale pid file names a process that lives: ours.
	_, rest, _ := strings.Cut(string(stale), "\n")
	if err := os.WriteFile(pidFile, []byte(strconv.Itoa(os.Getpid())+"\n"+rest), 0o600); err != nil {
		t.Fatal(err)
	}

	p := startTestPostgres(t, PostgresOptions{Dir: dir, CacheDir: cacheDir(), Durable: true})
	if got := query(t, p.URL(), `SELECT n FROM kept`); got != "42" {
		t.Errorf("kept %s, want 42", got)
	}
}

func TestPostgresRefusesASecondRun(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(openTempDir(t), "pg")
	run := startOtherRun(t, "postgres", dir)
	_, err := StartPostgres(t.Context(), PostgresOptions{Dir: dir, CacheDir: cacheDir()})
	if !errors.Is(err, ErrInUse) {
		t.Fatalf("error %v, want ErrInUse", err)
	}
	if text := err.Error(); strings.Contains(text, "\n") || !strings.Contains(text, dir) ||
		!strings.Contains(text, strconv.Itoa(run.cmd.Process.Pid)) {
		t.Errorf("want one line that names the folder and the process, got %q", text)
	}
	if got := query(t, run.url, `SELECT 'unharmed'`); got != "unharmed" {
		t.Error("the first run was broken")
	}
}

func TestPostgresSaysWhyItDoesNotStart(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(openTempDir(t), "pg")
	startTestPostgres(t, PostgresOptions{Dir: dir, CacheDir: cacheDir()}).Stop()
	conf := filepath.Join(dir, "data", "postgresql.conf")
	if err := os.WriteFile(conf, []byte("no_such_setting = 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := StartPostgres(t.Context(), PostgresOptions{Dir: dir, CacheDir: cacheDir()})
	if err == nil {
		p.Stop()
		t.Fatal("started with a broken configuration")
	}
	if strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "postgresql.conf") {
		t.Errorf("want one line with the server's reason, got %q", err)
	}
	if err := lockIsFree(dir); err != nil {
		t.Errorf("a failed start keeps the folder: %v", err)
	}
}

func TestPostgresHonoursTheContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := filepath.Join(openTempDir(t), "pg")
	if p, err := StartPostgres(ctx, PostgresOptions{Dir: dir, CacheDir: cacheDir()}); err == nil {
		p.Stop()
		t.Fatal("started for a cancelled context")
	}
	if _, err := os.Stat(filepath.Join(dir, "data")); err == nil {
		t.Error("a cancelled start left a half-made data folder")
	}
}

// openTempDir is t.TempDir for children that run as another user: the testing
// package closes its folders to them.
func openTempDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "engines-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// pidIn returns the server's pid from its pid file.
func pidIn(t *testing.T, dir string) int {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "data", "postmaster.pid"))
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(text), "\n")
	pid, err := strconv.Atoi(line)
	if err != nil {
		t.Fatal(err)
	}
	return pid
}

func lockIsFree(dir string) error {
	lock, err := lockFolder(context.Background(), dir)
	if err == nil {
		lock.release()
	}
	return err
}
