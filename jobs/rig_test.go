package jobs

import (
	"context"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/internal/testenv"
	"usher/invite"
	"usher/jobs/rdb"
)

// rig is the real loops on a real Postgres and a real Redis, with a clock that
// a test moves, and providers that say what it tells them to say.
type rig struct {
	*apptest.World
	t        *testing.T
	place    *apptest.Place
	redis    *rdb.DB
	email    *provider
	sms      *provider
	replicas []*Jobs

	mu    sync.Mutex
	turns map[string]int // by loop and replica
	news  chan struct{}  // something was done
	stop  func()
}

// newRig returns a rig with that many replicas, on the shared Redis or on a
// server of the test's own, not started.
func newRig(t *testing.T, replicas int, server *testenv.Server) *rig {
	t.Helper()
	r := &rig{t: t, turns: map[string]int{}, news: make(chan struct{}, 1)}
	r.World = apptest.New(t, func(d *app.Deps) {
		d.Wake = func() {
			for _, j := range r.replicas {
				j.Wake()
			}
		}
	})
	r.email, r.sms = &provider{rig: r}, &provider{rig: r}
	var url, prefix string
	if server != nil {
		url, prefix = server.URL(), "usher:"
	} else {
		url, prefix = testenv.Redis(t)
	}
	for range replicas {
		client, err := rdb.Open(url)
		r.must(err)
		t.Cleanup(func() { _ = client.Close() })
		r.redis = rdb.New(client, prefix, 2)
		j, err := New(Deps{
			App: r.App, DB: r.DB, Redis: r.redis, Email: emails{r.email}, SMS: texts{r.sms},
			From: "invitations@usher.example", PublicURL: "https://join.example/", Now: r.Clock.Now, Log: slog.New(slog.NewTextHandler(r.Log, nil)),
		})
		r.must(err)
		n := len(r.replicas)
		j.turned = func(what string) { r.note(n, what) }
		r.replicas = append(r.replicas, j)
	}
	r.place = r.Place(invite.Gym, "Iron Temple")
	return r
}

// start runs every loop until the test ends, or stop is called.
func (r *rig) start() {
	ctx, cancel := context.WithCancel(r.t.Context())
	var running sync.WaitGroup
	errs := make(chan error, len(r.replicas))
	for _, j := range r.replicas {
		running.Go(func() { errs <- j.Run(ctx) })
	}
	r.stop = sync.OnceFunc(func() {
		cancel()
		running.Wait()
		close(errs)
		for err := range errs {
			if err != nil {
				r.t.Errorf("run: %v", err)
			}
		}
		r.keptSecrets()
	})
	r.t.Cleanup(r.stop)
}

// keptSecrets looks for credentials in the log.
func (r *rig) keptSecrets() {
	log := r.Log.String()
	for _, s := range append(r.email.all(), r.sms.all()...) {
		for _, secret := range []string{s.link(), s.code()} {
			if secret == "" || strings.Contains(log, strings.TrimPrefix(secret, "https://join.example/join/")) {
				r.t.Errorf("a credential is in the log, or was not sent: %q", secret)
			}
		}
	}
}

func (r *rig) note(replica int, what string) {
	r.mu.Lock()
	r.turns[what+string(rune('0'+replica))]++
	r.mu.Unlock()
	select {
	case r.news <- struct{}{}:
	default:
	}
}

func (r *rig) turnsOf(replica int, what string) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.turns[what+string(rune('0'+replica))]
}

// patience is how long anything may take that a test waits for.
const patience = 30 * time.Second

// until returns when cond holds; it looks after each turn of a loop.
func (r *rig) until(what string, cond func() bool) {
	r.t.Helper()
	deadline := time.After(patience)
	for !cond() {
		select {
		case <-r.news:
		case <-deadline:
			r.t.Fatalf("not in time: %s; at %s sent %+v, %d texts; log:\n%s", what, r.Clock.Now(), r.email.all(), len(r.sms.all()), r.Log)
		}
	}
}

// afterTurn returns when each replica's loop has taken a whole turn from now.
func (r *rig) afterTurn(name string) {
	r.t.Helper()
	for n, j := range r.replicas {
		seen := r.turnsOf(n, name)
		for _, l := range j.loops() {
			if l.name == name {
				l.wake()
				// The turn under way may have looked already; the one after it has not.
				r.until(name+" takes a turn", func() bool { l.wake(); return r.turnsOf(n, name) >= seen+2 })
			}
		}
	}
}

func (r *rig) inFlight() bool {
	return slices.ContainsFunc(r.replicas, func(j *Jobs) bool { return j.flight.count.Load() > 0 })
}

// settle returns when, at the clock's time, nothing is left to do.
func (r *rig) settle() {
	r.t.Helper()
	for range 50 {
		for _, loop := range []string{"retry", "reminders", "expiry"} {
			r.afterTurn(loop)
		}
		r.until("Redis follows Postgres", r.followed)
		r.afterTurn("sender")
		r.until("nothing is in flight", func() bool { return !r.inFlight() })
		if r.idle() {
			return
		}
	}
	r.t.Fatalf("at %s there is always something to do; log:\n%s", r.Clock.Now(), r.Log)
}

// followed tells whether Redis shows every fact there is.
func (r *rig) followed() bool {
	if r.Probe.Int(`SELECT count(*) FROM events WHERE position IS NULL`) > 0 {
		return false
	}
	last, err := r.DB.LastPosition(r.t.Context())
	r.must(err)
	at, found, err := r.redis.Cursor(r.t.Context())
	return err == nil && found && at >= last
}

// idle tells whether nothing is due by the clock.
func (r *rig) idle() bool {
	ctx, now := r.t.Context(), r.Clock.Now()
	attempts, err := r.DB.DueAttempts(ctx, now, 1)
	r.must(err)
	lanes, err := r.redis.Lanes(ctx)
	r.must(err)
	next := r.next()
	return r.followed() && !r.inFlight() && len(attempts) == 0 && lanes.Leased == 0 && (next.IsZero() || next.After(now))
}

// next returns when Redis has something to propose, zero for never.
func (r *rig) next() time.Time {
	ctx := r.t.Context()
	lanes, err := r.redis.Lanes(ctx)
	r.must(err)
	expiry, err := r.redis.Index(rdb.Expiry).Next(ctx)
	r.must(err)
	reminder, err := r.redis.Index(rdb.Reminder).Next(ctx)
	r.must(err)
	var first time.Time
	for _, at := range []time.Time{lanes.Next, expiry, reminder} {
		if !at.IsZero() && (first.IsZero() || at.Before(first)) {
			first = at
		}
	}
	return first
}

// setClock moves the clock forward and lets the loops see it.
func (r *rig) setClock(to time.Time) {
	r.t.Helper()
	r.Clock.Advance(to.Sub(r.Clock.Now()))
	for _, j := range r.replicas {
		for _, l := range []*loop{j.sender, j.retry, j.expiry, j.reminders} {
			l.wake()
		}
	}
}

// advance is setClock and settle.
func (r *rig) advance(d time.Duration) {
	r.t.Helper()
	r.setClock(r.Clock.Now().Add(d))
	r.settle()
}

// walk advances from one due time to the next, up to end; each step is called
// after the loops have settled. It looks a moment before each due time that
// lies far ahead: nothing may leave early.
func (r *rig) walk(end time.Time, step func(now time.Time)) {
	r.t.Helper()
	for {
		next, now := r.next(), r.Clock.Now()
		if next.IsZero() || next.After(end) {
			r.setClock(end)
			r.settle()
			return
		}
		if next.Sub(now) > 2*time.Minute {
			r.setClock(next.Add(-time.Millisecond))
			r.settle()
		}
		r.setClock(next)
		r.settle()
		step(r.Clock.Now())
	}
}

func (r *rig) must(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}

// invitationOf returns a contact's open or last invitation.
func (r *rig) invitationOf(c invite.Contact) invite.Invitation {
	r.t.Helper()
	now, err := r.DB.Contact(r.t.Context(), every(), c.ID)
	r.must(err)
	i, err := r.DB.Invitation(r.t.Context(), every(), *now.InvitationID)
	r.must(err)
	return i
}

// delivery returns the message of the contact's invitation on the channel, of
// its newest round.
func (r *rig) delivery(c invite.Contact, ch invite.Channel) invite.Delivery {
	r.t.Helper()
	list, err := r.DB.DeliveriesOfInvitations(r.t.Context(), []invite.ID{r.invitationOf(c).ID})
	r.must(err)
	for _, d := range slices.Backward(list) {
		if d.Channel == ch {
			return d
		}
	}
	r.t.Fatalf("no delivery by %s", ch)
	return invite.Delivery{}
}

// kinds returns the kinds of facts about a contact's invitation, oldest first.
func (r *rig) kinds(c invite.Contact) []invite.FactKind {
	r.t.Helper()
	facts, err := r.DB.Timelines(r.t.Context(), []invite.ID{r.invitationOf(c).ID}, 100)
	r.must(err)
	var kinds []invite.FactKind
	for _, f := range slices.Backward(facts) {
		kinds = append(kinds, f.Kind)
	}
	return kinds
}
