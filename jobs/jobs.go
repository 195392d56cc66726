package jobs

import (
	"context"
	"fmt"
	"log/slog"
	"net/mail"
	"net/url"
	"strings"
	"sync"
	"time"

	"usher/app"
	"usher/deliver"
	"usher/jobs/rdb"
	"usher/store"
)

// EmailSender hands one email to a mail server. The error is a
// [*deliver.Failure].
type EmailSender interface {
	Send(ctx context.Context, email deliver.Email) (deliver.Receipt, error)
}

// Deps is what the loops work with.
type Deps struct {
	App       *app.App
	DB        *store.DB
	Redis     *rdb.DB
	Email     EmailSender
	SMS       deliver.SMSSender
	From      string           // address that emails are from; its domain ends every Message-ID
	PublicURL string           // where the join pages are, as in "https://join.example"
	Now       func() time.Time // decides what is due; waits between turns are real time
	Log       *slog.Logger
}

// Jobs are the loops of one process. Any number of processes may run them on
// one Postgres and one Redis.
type Jobs struct {
	Deps
	domain string // of Message-IDs

	place, follow, refill, sender, retry, expiry, sweep, reminders, forget *loop

	workers chan struct{} // one for each claim that is being decided
	grants  outage
	flight  *flight
	turned  func(what string) // tells a test that a turn, a grant or a message is over
}

// Limits of what one process does at a time.
const (
	maxGrants   = 8    // lanes decided about
	maxInFlight = 1024 // calls to providers, by channel
	drainTime   = 25 * time.Second
)

// New returns the loops, not running yet. It returns an error when From is no
// address or PublicURL no absolute web address.
func New(deps Deps) (*Jobs, error) {
	from, err := mail.ParseAddress(deps.From)
	if err != nil || from.Address != deps.From {
		return nil, fmt.Errorf("jobs: the sender %q is not an email address", deps.From)
	}
	base, err := url.Parse(deps.PublicURL)
	if err != nil || base.Host == "" || base.Scheme != "https" && base.Scheme != "http" {
		return nil, fmt.Errorf("jobs: the public URL %q is not an absolute web address", deps.PublicURL)
	}
	deps.PublicURL = strings.TrimRight(deps.PublicURL, "/")
	j := &Jobs{
		Deps:    deps,
		domain:  deps.From[strings.LastIndexByte(deps.From, '@')+1:],
		workers: make(chan struct{}, maxGrants),
		turned:  func(string) {},
	}
	j.flight = newFlight(deps.Log, maxInFlight, func(what string) { j.turned(what) })
	loop := func(name, actor string, every time.Duration, turn func(context.Context) (bool, error)) *loop {
		return &loop{name: name, actor: actor, every: every, woken: make(chan struct{}, 1), turn: turn, log: deps.Log}
	}
	j.place = loop("place", "relay", 200*time.Millisecond, j.placeFacts)
	j.follow = loop("follow", "relay", 200*time.Millisecond, j.followFacts)
	j.refill = loop("refill", "relay", 30*time.Second, (&refiller{jobs: j}).turn)
	j.sender = loop("sender", "sender", 100*time.Millisecond, j.claim)
	j.retry = loop("retry", "sender", time.Second, j.takeUp)
	j.expiry = loop("expiry", "expiry", 300*time.Millisecond, j.expire)
	j.sweep = loop("sweep", "expiry", 30*time.Second, j.sweepLapsed)
	j.reminders = loop("reminders", "reminders", time.Second, j.remind)
	j.forget = loop("forget", "janitor", time.Hour, j.forgetOld)
	return j, nil
}

func (j *Jobs) loops() []*loop {
	return []*loop{j.place, j.follow, j.refill, j.sender, j.retry, j.expiry, j.sweep, j.reminders, j.forget}
}

// Wake says that the outbox has something. It never blocks; without it the
// relay finds out within 200 ms.
func (j *Jobs) Wake() { j.place.wake() }

// Run runs every loop until ctx ends. Then nothing new is begun, and Run
// returns when the messages on their way are sent and recorded, after 25
// seconds at the latest; the error says if some were not.
func (j *Jobs) Run(ctx context.Context) error {
	var running sync.WaitGroup
	for _, l := range j.loops() {
		running.Go(func() { l.run(ctx, j.turned) })
	}
	running.Wait()
	return j.flight.wait(drainTime)
}

// every is the scope of the loops: all organizations.
func every() store.Scope { return store.EveryOrganization() }
