// Package devmode brings what the development mode does not ask the person
// for: a Postgres and a Redis, a mail server and a text message provider that
// keep what they get, keys, a free port and demo data.
package devmode

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"usher/auth"
	"usher/internal/config"
	"usher/internal/engines"
	"usher/internal/inbox"
)

// Options say what to start.
type Options struct {
	Settings config.Config // a database or Redis that it names is used and not started
	Now      func() time.Time
	Log      *slog.Logger
}

// Mode is the development mode's own services, running.
type Mode struct {
	Inbox *inbox.Inbox

	postgres *engines.Postgres // nil where one was named
	redis    *engines.Redis    // nil where one was named
	keys     string
	listener net.Listener
	wanted   int // port
}

// Start starts the services and listens on a free port of the loopback
// address. Its error is one line.
func Start(ctx context.Context, o Options) (_ *Mode, err error) {
	m := &Mode{}
	defer func() {
		if err != nil {
			m.Stop()
		}
	}()
	home, err := filepath.Abs(o.Settings.Home)
	if err != nil {
		return nil, err
	}
	// Others may enter: the account that Postgres runs as has to pass through.
	if err := os.MkdirAll(home, 0o755); err != nil {
		return nil, err
	}
	if m.keys, err = keysIn(home); err != nil {
		return nil, err
	}
	if o.Settings.DatabaseURL == "" {
		options := engines.PostgresOptions{Dir: filepath.Join(home, "postgres"), Durable: true, Log: o.Log}
		if cache, err := os.UserCacheDir(); err == nil { // no HOME, no cache: then only installed binaries serve
			options.CacheDir = filepath.Join(cache, "usher")
		}
		if m.postgres, err = engines.StartPostgres(ctx, options); err != nil {
			return nil, err
		}
	}
	if o.Settings.RedisURL == "" {
		if m.redis, err = engines.StartRedis(ctx, engines.RedisOptions{Dir: filepath.Join(home, "redis"), Log: o.Log}); err != nil {
			return nil, err
		}
	}
	if m.Inbox, err = inbox.New(inbox.Options{Dir: filepath.Join(home, "inbox"), Now: o.Now, Log: o.Log}); err != nil {
		return nil, err
	}
	m.wanted, err = portOf(o.Settings.Listen)
	if err != nil {
		return nil, err
	}
	m.listener, err = listen(ctx, m.wanted)
	return m, err
}

// Listener returns where the server is to accept: an address of this machine
// that no other can reach, whatever is configured.
func (m *Mode) Listener() net.Listener { return m.listener }

// Environ returns environ with the services in place of what it names. Mail
// and texts always go to the inbox: demo data must not reach anybody.
func (m *Mode) Environ(environ []string) []string {
	out := append([]string(nil), environ...)
	set := func(name, value string) { out = append(out, name+"="+value) } // the last one counts
	if m.postgres != nil {
		set("DATABASE_URL", m.postgres.URL())
	}
	if m.redis != nil {
		set("REDIS_URL", m.redis.URL())
	}
	set("USHER_PUBLIC_URL", m.URL())
	set("USHER_LISTEN", m.listener.Addr().String())
	set("USHER_TRUSTED_PROXIES", "0")
	set("USHER_KEYS", m.keys)
	set("USHER_SMTP_URL", m.Inbox.SMTPURL())
	set("USHER_MAIL_FROM", "invitations@usher.example")
	set("USHER_SMS_URL", m.Inbox.SMSBaseURL())
	set("USHER_SMS_ACCOUNT_SID", m.Inbox.SMSAccountSID())
	set("USHER_SMS_AUTH_TOKEN", m.Inbox.SMSAuthToken())
	set("USHER_SMS_FROM", "+15005550006") // Twilio's test number that may send
	return out
}

// URL returns the address under which a browser reaches the server.
func (m *Mode) URL() string { return "http://localhost:" + strconv.Itoa(m.port()) }

func (m *Mode) port() int { return m.listener.Addr().(*net.TCPAddr).Port }

// Stop ends the services, Redis and Postgres last.
func (m *Mode) Stop() {
	if m.listener != nil {
		_ = m.listener.Close() // the server has closed it, if it ran
	}
	if m.Inbox != nil {
		_ = m.Inbox.Close() // nobody is left to tell
	}
	if m.redis != nil {
		m.redis.Stop()
	}
	if m.postgres != nil {
		m.postgres.Stop()
	}
}

// keysIn returns the keys of a state folder, which are made once: with other
// keys the invitations that are out could not be found any more.
func keysIn(home string) (string, error) {
	path := filepath.Join(home, "keys")
	text, err := os.ReadFile(path)
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		return strings.TrimSpace(string(text)), err
	}
	key, err := auth.GenerateKey(rand.Reader)
	if err != nil {
		return "", err
	}
	draft := path + ".new" // a run that is killed leaves no half of it
	if err := os.WriteFile(draft, []byte(key+"\n"), 0o600); err != nil {
		return "", err
	}
	return key, os.Rename(draft, path)
}

// portsTried is how many ports are tried from the wanted one on.
const portsTried = 20

func portOf(address string) (int, error) {
	_, text, err := net.SplitHostPort(address)
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(text)
}

// listen listens on the wanted port, or on the next one that is free.
func listen(ctx context.Context, wanted int) (net.Listener, error) {
	var config net.ListenConfig
	last := wanted
	for ; last < wanted+portsTried && last <= 65535; last++ {
		listener, err := config.Listen(ctx, "tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(last)))
		if !errors.Is(err, syscall.EADDRINUSE) {
			return listener, err
		}
	}
	return nil, fmt.Errorf("ports %d to %d of this machine are taken; choose another with USHER_LISTEN, such as :9090", wanted, last-1)
}
