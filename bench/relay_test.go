package bench

import (
	"context"
	"errors"
	"log/slog"
	"testing"
	"time"

	"usher/app"
	"usher/deliver"
	"usher/internal/testenv"
	"usher/jobs"
	"usher/jobs/rdb"
)

// factsASecond is what 83 rounds a second make of facts: one for each of two
// messages, and one for the invitation that opens.
const factsASecond = 3 * claimsASecond

// BenchmarkRelay compares how many facts a second get their position, and are
// brought to Redis, with what the design's sending makes of them. The facts
// are 2,000 contacts that were created and invited; the windows are closed.
func BenchmarkRelay(b *testing.B) {
	const calls = 10
	const facts = 2 * bulk * calls
	t := newTown(b)
	t.World.Clock.Advance(12 * time.Hour) // to the evening
	url, prefix := testenv.Redis(b)
	client, err := rdb.Open(url)
	must(b, err)
	b.Cleanup(func() { _ = client.Close() })
	redis := rdb.New(client, prefix, 8)
	loops, err := jobs.New(jobs.Deps{
		App: t.World.App, DB: t.World.DB, Redis: redis, Email: noEmail{b}, SMS: noSMS{b}, From: "hello@usher.example",
		PublicURL: "https://join.usher.example", Now: t.World.Clock.Now, Log: slog.New(slog.DiscardHandler),
	})
	must(b, err)
	applied := func() int64 {
		position, _, err := redis.Cursor(b.Context())
		must(b, err)
		return position
	}
	// catchUp runs the loops until Redis has come to the position.
	catchUp := func(until int64) {
		ctx, stop := context.WithCancel(b.Context())
		ended := make(chan error)
		go func() { ended <- loops.Run(ctx) }()
		for applied() < until {
			time.Sleep(time.Millisecond)
		}
		stop()
		must(b, <-ended)
	}
	place := func() int64 {
		for {
			n, err := t.World.App.PlaceFacts(b.Context(), 500)
			must(b, err)
			if n == 0 {
				break
			}
		}
		last, err := t.World.DB.LastPosition(b.Context())
		must(b, err)
		return last
	}
	t.create(1, app.InviteNow)
	catchUp(place()) // Redis is built
	var placed, followed samples
	rounds(b, func() {
		for range calls {
			t.create(bulk, app.InviteNow)
		}
		var last int64
		before := applied()
		placed.time(func() { last = place() })
		followed.time(func() { catchUp(last) })
		if last != before+facts {
			b.Fatalf("%d facts, want %d", last-before, facts)
		}
	})
	b.ReportMetric(facts/placed.median()/factsASecond, "placed-x-needed")
	b.ReportMetric(facts/followed.median()/factsASecond, "applied-x-needed")
}

// noEmail and noSMS are providers that nothing may reach.
type (
	noEmail struct{ b *testing.B }
	noSMS   struct{ b *testing.B }
)

var errClosed = errors.New("a message left outside the window")

func (n noEmail) Send(context.Context, deliver.Email) (deliver.Receipt, error) {
	n.b.Error(errClosed)
	return deliver.Receipt{}, errClosed
}

func (n noSMS) Send(context.Context, deliver.SMS) (deliver.Receipt, error) {
	n.b.Error(errClosed)
	return deliver.Receipt{}, errClosed
}
