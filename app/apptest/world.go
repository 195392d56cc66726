// Package apptest gives tests the use cases on a real database, with people to
// ask and a clock to move.
package apptest

import (
	"context"
	"crypto/rand"
	"log/slog"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"usher/app"
	"usher/auth"
	"usher/invite"
	"usher/store"
	"usher/store/storetest"
)

// Password is everybody's.
const Password = "Tall7-Otter"

// Start is when a world's clock begins: a Tuesday at nine in Berlin.
var Start = time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)

// Clock is moved by hand.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// Now returns the clock's time.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Advance moves the clock.
func (c *Clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// World is the use cases with what they need.
type World struct {
	T     testing.TB
	App   *app.App
	DB    *store.DB
	Clock *Clock
	Mail  *Mailbox
	Log   *Log
	Probe *storetest.Probe // looks at the tables

	Statements func() int // how many SQL statements ran so far

	mu sync.Mutex
	n  int // statements
}

// Mailbox keeps the proofs that were sent, and the messages to members of
// households.
type Mailbox struct {
	mu        sync.Mutex
	proofs    []app.Proof
	additions []app.AdditionMessage
	broken    error
}

// SendProof keeps a proof.
func (m *Mailbox) SendProof(_ context.Context, p app.Proof) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.proofs = append(m.proofs, p)
	return nil
}

// Proofs returns what was sent.
func (m *Mailbox) Proofs() []app.Proof {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]app.Proof(nil), m.proofs...)
}

// SendAddition keeps a message to a member of a household, or fails as Break
// says.
func (m *Mailbox) SendAddition(_ context.Context, a app.AdditionMessage) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.additions = append(m.additions, a)
	return m.broken
}

// Additions returns the messages to members of households, those that failed
// too.
func (m *Mailbox) Additions() []app.AdditionMessage {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]app.AdditionMessage(nil), m.additions...)
}

// Break makes messages to members of households fail from now on; nil mends
// it.
func (m *Mailbox) Break(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.broken = err
}

// Log keeps what was logged, so that a test can look for secrets in it.
type Log struct {
	mu   sync.Mutex
	text strings.Builder
}

// Write keeps a line.
func (l *Log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

// String returns all that was logged.
func (l *Log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// unlimited lets everything through.
type unlimited struct{}

func (unlimited) Allow(context.Context, string, app.Limit) (bool, time.Duration, error) {
	return true, 0, nil
}

// New returns a world. change may replace parts of it before the use cases are
// made.
func New(t testing.TB, change ...func(*app.Deps)) *World {
	t.Helper()
	w := &World{T: t, Clock: &Clock{now: Start}, Mail: &Mailbox{}, Log: &Log{}}
	w.Statements = func() int { w.mu.Lock(); defer w.mu.Unlock(); return w.n }
	url := storetest.URL(t)
	w.Probe = storetest.NewProbe(t, url)
	db, err := store.Open(t.Context(), url, store.Options{Now: w.Clock.Now, OnStatement: func(query string) {
		if strings.Contains(query, "e.position > $1") { // subscriptions look once a second, whoever asks what
			return
		}
		w.mu.Lock()
		w.n++
		w.mu.Unlock()
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	w.DB = db
	key, err := auth.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	keys, err := auth.ParseKeyring(key, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	deps := app.Deps{
		DB: db, Keys: keys, Tokens: auth.NewTokens(keys, "usher", "usher"), Hasher: auth.NewHasher(runtime.NumCPU()),
		Limiter: unlimited{}, Mailer: w.Mail, Random: rand.Reader, Wake: func() {}, Log: slog.New(slog.NewTextHandler(w.Log, nil)),
		Limits: app.DefaultLimits(), Additions: w.Mail,
	}
	for _, f := range change {
		f(&deps)
	}
	w.App = app.New(deps)
	return w
}

// Support makes somebody of the platform's support, signed in.
func (w *World) Support() auth.Actor {
	return w.member("support@usher.example", "Sam Support", invite.Membership{Role: invite.Support})
}

func (w *World) member(email, name string, m invite.Membership) auth.Actor {
	w.T.Helper()
	ctx := w.T.Context()
	hash, err := w.App.Hasher.Hash(ctx, Password)
	w.must(err)
	account := invite.Account{ID: store.NewID(), Email: email, Name: name, PasswordHash: hash}
	m.ID, m.AccountID = store.NewID(), account.ID
	w.must(w.DB.InTx(ctx, func(tx *store.Tx) error {
		if err := tx.InsertAccount(ctx, account); err != nil {
			return err
		}
		return tx.InsertMembership(ctx, m)
	}))
	signed, err := w.App.SignIn(ctx, app.Visitor{}, email, Password)
	w.must(err)
	return signed.Actor
}

// As returns a context in which the actor asks.
func (w *World) As(a auth.Actor) context.Context { return auth.WithActor(w.T.Context(), a) }

// System returns a context in which a part of the system acts.
func (w *World) System(name string) context.Context {
	return auth.WithActor(w.T.Context(), auth.System(name))
}

func (w *World) must(err error) {
	w.T.Helper()
	if err != nil {
		w.T.Fatal(err)
	}
}

// Unchanged fails the test where do writes anything.
func (w *World) Unchanged(what string, do func()) {
	w.T.Helper()
	before := w.Probe.Contents()
	do()
	for table, now := range w.Probe.Contents() {
		if now != before[table] {
			w.T.Errorf("%s: %s was written: %s, before %s", what, table, now, before[table])
		}
	}
}
