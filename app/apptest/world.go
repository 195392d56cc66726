// Package apptest gives tests the use cases on a real database, with people to
// ask and a clock to move.
package apptest

import (
	"context"
	"crypto/rand"
	"fmt"
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

	Statements func() int // how many SQL statements ran so far

	mu sync.Mutex
	n  int // statements
}

// Mailbox keeps the proofs that were mailed.
type Mailbox struct {
	mu     sync.Mutex
	proofs []app.Proof
}

// MailProof keeps a proof.
func (m *Mailbox) MailProof(_ context.Context, p app.Proof) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.proofs = append(m.proofs, p)
	return nil
}

// Proofs returns what was mailed.
func (m *Mailbox) Proofs() []app.Proof {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]app.Proof(nil), m.proofs...)
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

// unlimited lets everything through but what a test limits by prefix of key.
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
	db, err := store.Open(t.Context(), storetest.URL(t), store.Options{Now: w.Clock.Now, OnStatement: func(string) {
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
		Limits: app.DefaultLimits(),
	}
	for _, f := range change {
		f(&deps)
	}
	w.App = app.New(deps)
	return w
}

// Place is an organization with a location and people to act for it.
type Place struct {
	World    *World
	Org      invite.Organization
	Location invite.Location
	Owner    auth.Actor
}

// Place makes an organization with one location in Berlin and an owner.
func (w *World) Place(preset invite.Preset, name string) *Place {
	w.T.Helper()
	p := &Place{World: w, Org: invite.Organization{ID: store.NewID(), Name: name, Preset: preset, Region: "US", SupportContact: "desk@" + slug(name) + ".example"}}
	p.Location = invite.Location{ID: store.NewID(), OrganizationID: p.Org.ID, Name: "Main Street", TimeZone: "Europe/Berlin"}
	w.must(w.DB.InTx(w.T.Context(), func(tx *store.Tx) error {
		if err := tx.InsertOrganization(w.T.Context(), p.Org); err != nil {
			return err
		}
		return tx.InsertLocation(w.T.Context(), p.Location)
	}))
	p.Owner = p.Staff(invite.Owner)
	return p
}

// Staff makes somebody with the role, named and addressed after it, and
// returns them signed in.
func (p *Place) Staff(role invite.Role) auth.Actor {
	p.World.T.Helper()
	name := strings.ToUpper(string(role[:1])) + strings.ToLower(string(role[1:]))
	email := fmt.Sprintf("%s@%s.example", strings.ToLower(string(role)), slug(p.Org.Name))
	return p.World.member(email, name, invite.Membership{OrganizationID: &p.Org.ID, Role: role})
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

// Set changes the organization's policy.
func (p *Place) Set(patch invite.PolicyPatch) {
	p.World.T.Helper()
	_, _, err := p.World.App.UpdatePolicy(p.World.As(p.Owner), app.PolicyInput{Set: patch})
	p.World.must(err)
}

// Contacts puts people on file, n of them, each with an email and a phone, and
// returns them in order.
func (p *Place) Contacts(n int) []invite.Contact {
	p.World.T.Helper()
	var list []app.NewContact
	for i := range n {
		list = append(list, app.NewContact{Name: fmt.Sprintf("Person %03d", i), Email: fmt.Sprintf("person%03d@%s.example", i, slug(p.Org.Name)), Phone: fmt.Sprintf("+1202555%04d", i+100)})
	}
	return p.Create(list...)
}

// Create puts people on file and returns them in order.
func (p *Place) Create(list ...app.NewContact) []invite.Contact {
	p.World.T.Helper()
	made, err := p.World.App.CreateContacts(p.World.As(p.Owner), app.CreateInput{
		Contacts: list, Stage: invite.Member, ClientType: invite.FullAccess, Invite: app.InviteLater,
	})
	p.World.must(err)
	var out []invite.Contact
	for _, item := range made.Items {
		out = append(out, p.Contact(*item.Contact))
	}
	return out
}

// Contact reads a contact.
func (p *Place) Contact(id invite.ID) invite.Contact {
	p.World.T.Helper()
	c, err := p.World.DB.Contact(p.World.T.Context(), store.InOrganization(p.Org.ID), id)
	p.World.must(err)
	return c
}

// Invite queues an invitation for the contacts and returns the result.
func (p *Place) Invite(contacts ...invite.Contact) app.InviteResult {
	p.World.T.Helper()
	var ids []invite.ID
	for _, c := range contacts {
		ids = append(ids, c.ID)
	}
	r, err := p.World.App.InviteContacts(p.World.As(p.Owner), app.InviteInput{Contacts: ids})
	p.World.must(err)
	return r
}

// Waiting returns the rounds that wait in the location's lane, in order.
func (p *Place) Waiting() []store.Place {
	p.World.T.Helper()
	list, err := p.World.DB.WaitingPlaces(p.World.T.Context(), "", 10_000)
	p.World.must(err)
	var out []store.Place
	for _, r := range list {
		if r.LocationID == p.Location.ID {
			out = append(out, r)
		}
	}
	for i := range out {
		for j := i + 1; j < len(out); j++ {
			if out[j].Priority < out[i].Priority || out[j].Priority == out[i].Priority && out[j].Place < out[i].Place {
				out[i], out[j] = out[j], out[i]
			}
		}
	}
	return out
}

// SendNext grants the lane's next round and records that every message was
// accepted; it returns them. The lane must be free to send.
func (p *Place) SendNext() []app.Message {
	p.World.T.Helper()
	waiting := p.Waiting()
	if len(waiting) == 0 {
		p.World.T.Fatal("nothing waits")
	}
	ctx := p.World.System("sender")
	g, err := p.World.App.GrantSlot(ctx, p.Location.ID, waiting[0].ID)
	p.World.must(err)
	if !g.Granted {
		p.World.T.Fatalf("not granted: %+v", g)
	}
	for _, m := range g.Messages {
		p.World.must(p.World.App.Record(ctx, m.Delivery, m.Attempt, app.Outcome{ProviderID: "test"}))
	}
	return g.Messages
}

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

func slug(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, " ", "-"))
}
