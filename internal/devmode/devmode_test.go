package devmode

import (
	"bytes"
	"errors"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"usher/internal/config"
)

// settings name engines, so that none are started: what starts them is tested
// where it is, and the whole by running the binary.
func settings(t *testing.T, home string) config.Config {
	t.Helper()
	c, err := config.Load(config.Development, []string{
		"USHER_HOME=" + home, "DATABASE_URL=postgres://given", "REDIS_URL=redis://given", "USHER_LISTEN=0.0.0.0:0",
		"USHER_SMTP_URL=smtps://real.example",
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func start(t *testing.T, c config.Config) *Mode {
	t.Helper()
	m, err := Start(t.Context(), Options{Settings: c, Now: time.Now, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(m.Stop)
	return m
}

func TestTheModeFillsInWhatServeNeeds(t *testing.T) {
	t.Parallel()
	home := filepath.Join(t.TempDir(), "state")
	m := start(t, settings(t, home))
	environ := m.Environ([]string{"DATABASE_URL=postgres://given", "REDIS_URL=redis://given", "USHER_LISTEN=0.0.0.0:0", "USHER_SMTP_URL=smtps://real.example"})
	c, err := config.Load(config.Serve, environ)
	if err != nil {
		t.Fatal(err)
	}
	if c.DatabaseURL.Reveal() != "postgres://given" || c.RedisURL.Reveal() != "redis://given" {
		t.Error("a database or Redis that was named is not used")
	}
	if c.SMTPURL.Reveal() != m.Inbox.SMTPURL() {
		t.Error("mail would leave this machine")
	}
	host, _, err := net.SplitHostPort(c.Listen)
	if err != nil || host != "127.0.0.1" {
		t.Errorf("it listens on %s", c.Listen)
	}
}

func TestKeysAreMadeOnceAndKeptToOneself(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	first, second := start(t, settings(t, home)), start(t, settings(t, home))
	if first.keys == "" || first.keys != second.keys {
		t.Error("the second start has other keys")
	}
	info, err := os.Stat(filepath.Join(home, "keys"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if other := start(t, settings(t, t.TempDir())); other.keys == first.keys {
		t.Error("two state folders have the same keys")
	}
}

func TestTheNextFreePort(t *testing.T) {
	t.Parallel()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	wanted := taken.Addr().(*net.TCPAddr).Port
	listener, err := listen(t.Context(), wanted)
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	got := listener.Addr().(*net.TCPAddr)
	if got.Port <= wanted || got.Port >= wanted+portsTried || !got.IP.IsLoopback() {
		t.Errorf("wanted %d, got %v", wanted, got)
	}

	m := start(t, settings(t, t.TempDir()))
	m.wanted = wanted
	var out bytes.Buffer
	if err := m.WriteBanner(&out, nil); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "is taken, so this is") {
		t.Errorf("the banner does not say so:\n%s", out.String())
	}
}

func TestBanner(t *testing.T) {
	t.Parallel()
	m := start(t, settings(t, t.TempDir()))
	var out bytes.Buffer
	if err := m.WriteBanner(&out, nil); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{m.URL() + "/playground/", m.URL() + "/inbox", "6:40"} {
		if !strings.Contains(out.String(), part) {
			t.Errorf("the banner lacks %s", part)
		}
	}
	for _, a := range Accounts() {
		if !strings.Contains(out.String(), a.Email) || !strings.Contains(out.String(), a.Password) {
			t.Errorf("the banner lacks %s", a.Email)
		}
	}
	if strings.Contains(out.String(), m.keys) || strings.Contains(out.String(), "NOT DURABLE") {
		t.Errorf("the banner says too much:\n%s", out.String())
	}
	out.Reset()
	if err := m.WriteBanner(&out, errors.Join(ErrOtherData)); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), ownerPassword) || !strings.Contains(out.String(), ErrOtherData.Error()) {
		t.Errorf("without demo data:\n%s", out.String())
	}
}
