package engines

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"
)

// redisReady bounds the start; reading the append-only file is part of it.
const redisReady = time.Minute

// redisPlaces are looked at after PATH.
var redisPlaces = []string{"/usr/bin", "/usr/sbin", "/usr/local/bin", "/opt/homebrew/bin"}

// ErrNoRedis is returned where neither redis-server nor valkey-server is installed.
var ErrNoRedis = errors.New("neither redis-server nor valkey-server is installed")

// RedisOptions say how to start a Redis.
type RedisOptions struct {
	Dir string       // folder of this server alone; made where missing, kept between runs
	Log *slog.Logger // nil discards
}

// Redis is a running server, which ends with this process.
type Redis struct {
	url  string
	pid  int    // 0 where the server is in this process
	stop func() // idempotent
}

// URL returns the server's address, for go-redis's ParseURL.
func (r *Redis) URL() string { return r.url }

// Durable reports whether the data survives a restart.
func (r *Redis) Durable() bool { return r.pid != 0 }

// Pid returns the server's process, 0 where it is ours.
func (r *Redis) Pid() int { return r.pid }

// Stop shuts the server down and returns when it has ended.
func (r *Redis) Stop() { r.stop() }

// StartRedis starts redis-server or valkey-server on opts.Dir with an
// append-only file. Where neither is installed it starts a stand-in in this
// process that forgets everything when it stops, and warns of that.
//
// The error is one line. It wraps ErrInUse where another process has the folder.
func StartRedis(ctx context.Context, opts RedisOptions) (*Redis, error) {
	log := cmp.Or(opts.Log, slog.New(slog.DiscardHandler))
	r, err := StartRedisServer(ctx, opts)
	if errors.Is(err, ErrNoRedis) {
		log.Warn("Redis is NOT DURABLE: a stand-in runs in this process and forgets its data when it stops; install redis-server or valkey-server")
		return startMiniredis()
	}
	return r, err
}

// StartRedisServer is StartRedis without the stand-in: it returns ErrNoRedis
// where no server is installed.
func StartRedisServer(ctx context.Context, opts RedisOptions) (*Redis, error) {
	path, err := findRedis(redisPlaces)
	if err != nil {
		return nil, err
	}
	log := cmp.Or(opts.Log, slog.New(slog.DiscardHandler))
	r, err := startRedis(ctx, path, opts.Dir, log)
	if err != nil {
		return nil, fmt.Errorf("start Redis: %w", err)
	}
	log.Info("Redis is up", "server", path, "data", opts.Dir)
	return r, nil
}

// findRedis returns the server on PATH, else in one of the places.
func findRedis(places []string) (string, error) {
	for _, name := range []string{"redis-server", "valkey-server"} {
		if path, err := exec.LookPath(name); err == nil {
			return filepath.Abs(path)
		}
		for _, place := range places {
			if path, err := exec.LookPath(filepath.Join(place, name)); err == nil {
				return path, nil
			}
		}
	}
	return "", ErrNoRedis
}

func startRedis(ctx context.Context, server, dir string, log *slog.Logger) (_ *Redis, err error) {
	dir, err = filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	lock, err := lockFolder(ctx, dir)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			lock.release()
		}
	}()
	sockets, err := socketDir(dir, account{})
	if err != nil {
		return nil, err
	}
	socket := filepath.Join(sockets, "redis.sock")
	if err := os.Remove(socket); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err // of a crashed run, for we hold the lock
	}
	logPath := filepath.Join(dir, "redis.log") // of the last run
	logFile, err := os.OpenFile(logPath, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, err
	}
	defer logFile.Close()

	cmd := command(account{}, server, "--port", "0", "--unixsocket", socket, "--unixsocketperm", "700",
		"--dir", dir, "--appendonly", "yes", "--save", "", "--daemonize", "no")
	cmd.Stdout, cmd.Stderr = logFile, logFile
	cmd.ExtraFiles = []*os.File{lock.file}
	c, err := start(cmd, syscall.SIGTERM)
	if err != nil {
		return nil, err
	}
	if err := redisAnswers(ctx, c, socket); err != nil {
		c.stop()
		return nil, errors.New(cmp.Or(tellingLineOf(logPath), err.Error()))
	}
	expect := c.onUnexpectedEnd(func(err error) {
		log.Error("Redis has ended", "error", err, "log", logPath)
	})
	return &Redis{url: (&url.URL{Scheme: "unix", Path: socket}).String(), pid: c.cmd.Process.Pid, stop: sync.OnceFunc(func() {
		expect()
		if c.stop() {
			log.Warn("Redis did not stop in time and was killed; up to a second of its data may be lost")
		}
		lock.release()
	})}, nil
}

// redisAnswers waits until the server answers: it has read its file by then.
func redisAnswers(ctx context.Context, c *child, socket string) error {
	ctx, cancel := context.WithTimeout(ctx, redisReady)
	defer cancel()
	for {
		err := pingRedis(ctx, socket)
		if err == nil {
			return nil
		}
		select {
		case <-c.done:
			return cmp.Or(c.err, errors.New("it ended at once"))
		case <-ctx.Done():
			return fmt.Errorf("it does not answer: %w", err)
		case <-time.After(pollEvery):
		}
	}
}

// pingRedis speaks the protocol itself: the client library logs each dial that
// fails, and here failing is the rule.
func pingRedis(ctx context.Context, socket string) error {
	var dialer net.Dialer
	conn, err := dialer.DialContext(ctx, "unix", socket)
	if err != nil {
		return err
	}
	defer conn.Close()
	defer context.AfterFunc(ctx, func() { _ = conn.Close() })()
	if _, err := io.WriteString(conn, "PING\r\n"); err != nil {
		return err
	}
	answer, err := bufio.NewReader(conn).ReadString('\n')
	if err == nil && answer != "+PONG\r\n" {
		err = errors.New(strings.TrimSpace(answer)) // e.g. LOADING
	}
	return err
}
