package engines

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	_ "github.com/lib/pq" // the driver that waits for the server
)

const (
	// postgresName is both the superuser and the database.
	postgresName = "usher"
	// postgresPort is part of the socket's name; nothing listens on it.
	postgresPort = "5432"
	// postgresReady bounds the start; recovery after a crash is part of it.
	postgresReady = time.Minute
)

// PostgresOptions say how to start a Postgres.
type PostgresOptions struct {
	Dir      string       // folder of this server alone; made where missing, kept between runs
	CacheDir string       // where the npm package is kept; "" never fetches it
	Durable  bool         // false: commits do not wait for the disk, for tests
	Log      *slog.Logger // nil discards
}

// Postgres is a running server, which ends with this process.
type Postgres struct {
	child  *child
	expect func()
	lock   *folderLock
	socket string
	log    *slog.Logger
}

// StartPostgres starts a server on opts.Dir and waits until it answers. The
// binaries are those on PATH, else the newest of the packagers' places, else
// the npm package. A data folder keeps the major version that made it.
//
// The error is one line. It wraps ErrInUse where another process has the
// folder, ErrNoPostgres where there are no binaries.
func StartPostgres(ctx context.Context, opts PostgresOptions) (*Postgres, error) {
	log := cmp.Or(opts.Log, slog.New(slog.DiscardHandler))
	p, err := startPostgres(ctx, opts, log, postgresPlaces)
	if err != nil {
		return nil, fmt.Errorf("start Postgres: %w", err)
	}
	return p, nil
}

func startPostgres(ctx context.Context, opts PostgresOptions, log *slog.Logger, places []string) (_ *Postgres, err error) {
	as, err := postgresAccount()
	if err != nil {
		return nil, err
	}
	home, err := placeFor(opts.Dir, as)
	if err != nil {
		return nil, err
	}
	lock, err := lockFolder(ctx, home)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			lock.release()
		}
	}()
	data := filepath.Join(home, "data")
	major, err := majorOf(data)
	if err != nil {
		return nil, err
	}
	bins, err := search{places: places, as: as, data: data, major: major, cacheDir: opts.CacheDir, log: log}.find(ctx)
	if err != nil {
		return nil, err
	}
	if major == 0 {
		if err := initData(ctx, bins, data, as); err != nil {
			return nil, err
		}
	}
	socket, err := socketDir(home, as)
	if err != nil {
		return nil, err
	}
	// We hold the lock, so these are of a crashed run. Postgres would believe
	// them if another process bore the old pid.
	for _, stale := range []string{filepath.Join(data, "postmaster.pid"), socketFile(socket), socketFile(socket) + ".lock"} {
		if err := os.Remove(stale); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	p := &Postgres{lock: lock, socket: socket, log: log}
	if err := p.run(ctx, bins, home, data, as, opts.Durable); err != nil {
		return nil, err
	}
	log.Info("Postgres is up", "version", bins.version, "data", data)
	return p, nil
}

// majorOf returns the version that made a data folder, 0 where there is none.
func majorOf(data string) (int, error) {
	text, err := os.ReadFile(filepath.Join(data, "PG_VERSION"))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(strings.TrimSpace(string(text)))
}

// initData makes the data folder, whole or not at all.
func initData(ctx context.Context, bins binaries, data string, as account) error {
	draft := data + ".new"
	if err := os.RemoveAll(draft); err != nil {
		return err
	}
	if err := as.own(draft); err != nil {
		return err
	}
	// --no-sync: a folder lost to a power cut in its first second is made again.
	cmd := command(as, filepath.Join(bins.dir, "initdb"), "-D", draft, "-U", postgresName,
		"-A", "trust", "--no-locale", "-E", "UTF8", "--no-sync")
	if _, err := capture(ctx, cmd); err != nil {
		return fmt.Errorf("initdb: %w", err)
	}
	return os.Rename(draft, data)
}

// run starts the server and waits until it answers.
func (p *Postgres) run(ctx context.Context, bins binaries, home, data string, as account, durable bool) error {
	logPath := filepath.Join(home, "postgres.log") // of the last run
	logFile, err := os.OpenFile(logPath, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer logFile.Close()
	args := []string{"-D", data,
		"-c", "listen_addresses=",
		"-c", "port=" + postgresPort,
		"-c", "unix_socket_directories=" + p.socket,
		"-c", "max_connections=400", // many test processes share one server
		"-c", "jit=off", // compiling a statement takes longer than any of ours does
	}
	if !durable {
		args = append(args, "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")
	}
	cmd := command(as, filepath.Join(bins.dir, "postgres"), args...)
	cmd.Stdout, cmd.Stderr = logFile, logFile
	cmd.ExtraFiles = []*os.File{p.lock.file}
	// SIGINT is Postgres's "fast shutdown": sessions end, data is checkpointed.
	if p.child, err = start(cmd, syscall.SIGINT); err != nil {
		return err
	}
	if err := p.ready(ctx); err != nil {
		p.child.stop()
		return errors.New(cmp.Or(tellingLineOf(logPath), err.Error()))
	}
	p.expect = p.child.onUnexpectedEnd(func(err error) {
		p.log.Error("Postgres has ended", "error", err, "log", logPath)
	})
	return nil
}

// ready waits until the server answers, and makes the database where missing.
func (p *Postgres) ready(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, postgresReady)
	defer cancel()
	db, err := sql.Open("postgres", p.urlOf("postgres"))
	if err != nil {
		return err
	}
	defer db.Close()
	for {
		err := db.PingContext(ctx)
		if err == nil {
			break
		}
		select {
		case <-p.child.done:
			return cmp.Or(p.child.err, errors.New("it ended at once"))
		case <-ctx.Done():
			return fmt.Errorf("it does not answer: %w", err)
		case <-time.After(pollEvery):
		}
	}
	var exists bool
	err = db.QueryRowContext(ctx, `SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)`, postgresName).Scan(&exists)
	if err != nil || exists {
		return err
	}
	_, err = db.ExecContext(ctx, `CREATE DATABASE `+postgresName)
	return err
}

// URL returns the address of the database, for lib/pq.
func (p *Postgres) URL() string { return p.urlOf(postgresName) }

func (p *Postgres) urlOf(database string) string {
	query := url.Values{"host": {p.socket}, "port": {postgresPort}, "user": {postgresName}, "sslmode": {"disable"}}
	return "postgres:///" + database + "?" + query.Encode()
}

// Stop shuts the server down and returns when it has ended.
func (p *Postgres) Stop() {
	p.expect()
	if p.child.stop() {
		p.log.Warn("Postgres did not stop in time and was killed; its next start recovers")
	}
	p.lock.release()
}

func socketFile(dir string) string { return filepath.Join(dir, ".s.PGSQL."+postgresPort) }
