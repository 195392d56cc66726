package jobs

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"usher/app/apptest"
	"usher/invite"
)

// take runs a loop that takes these turns, and then none; it returns what was
// logged.
func take(t *testing.T, turns ...func() (bool, error)) string {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	var log apptest.Log
	n := 0
	l := &loop{
		name: "test", actor: "test", every: time.Hour, woken: make(chan struct{}, 1), log: slog.New(slog.NewTextHandler(&log, nil)),
		turn: func(context.Context) (bool, error) {
			n++
			return turns[n-1]()
		},
	}
	l.run(ctx, func(string) {
		if n == len(turns) {
			cancel()
		}
		l.wake()
	})
	return log.String()
}

func works() (bool, error) { return false, nil }
func fails() (bool, error) { return false, errors.New("away") }

func TestLoopOutlivesPanic(t *testing.T) {
	t.Parallel()
	log := take(t, works, func() (bool, error) { panic("oh no") }, works)
	for _, want := range []string{`msg=panic in=test panic="oh no"`, "loop_test.go", `msg="works again" in=test`} {
		if !strings.Contains(log, want) {
			t.Errorf("the log lacks %s:\n%s", want, log)
		}
	}
}

func TestLoopLogsAnOutageOnce(t *testing.T) {
	t.Parallel()
	log := take(t, works, fails, fails, fails, works, works, fails, works)
	if n := strings.Count(log, "failing; trying again"); n != 2 {
		t.Errorf("two outages are logged %d times:\n%s", n, log)
	}
	if n := strings.Count(log, "works again"); n != 2 {
		t.Errorf("the ends of two outages are logged %d times:\n%s", n, log)
	}
}

func TestLoopGoesOnAtOnce(t *testing.T) {
	t.Parallel()
	more := func() (bool, error) { return true, nil }
	take(t, more, more, works) // or the test does not end within the hour
}

// A panic in a grant or a message is logged and costs that one alone.
func TestPanicInFlight(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	r.fast(0)
	people := r.newcomers(2)
	r.email.answers(func(_ context.Context, s sent) error {
		if s.to == *people[0].Email {
			panic("oh no")
		}
		return nil
	})
	r.place.Invite(people...)
	r.start()
	r.settle()
	if s := r.place.Contact(people[1].ID).Status; s != invite.ContactStatus(invite.Pending) {
		t.Errorf("the other is %s", s)
	}
	if !strings.Contains(r.Log.String(), `panic="oh no"`) {
		t.Error("the panic is not logged")
	}
}

// At the end nothing new begins, and what is on its way is sent and recorded.
func TestGracefulEnd(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	r.fast(0)
	hang := make(chan struct{})
	r.email.answers(func(context.Context, sent) error { <-hang; return nil })
	people := r.newcomers(2)
	r.place.Invite(people[0])
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	j := r.replicas[0]
	go func() { ended <- j.Run(ctx) }()
	r.until("a message is on its way", func() bool { return len(r.email.all()) == 1 })
	cancel()
	r.place.Invite(people[1])
	select {
	case err := <-ended:
		t.Fatalf("ended while a message was on its way: %v", err)
	default:
	}
	close(hang)
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	if s := r.place.Contact(people[0].ID).Status; s != invite.ContactStatus(invite.Pending) {
		t.Errorf("what was on its way is not recorded: %s", s)
	}
	if got := len(r.email.all()); got != 1 {
		t.Errorf("%d messages: something began after the end", got)
	}
}

func TestEndDoesNotWaitForEver(t *testing.T) {
	t.Parallel()
	hang := make(chan struct{})
	f := newFlight(slog.New(slog.DiscardHandler), 1, func(string) {})
	f.start(t.Context(), "call", func(context.Context) { <-hang })
	if err := f.wait(time.Millisecond); err == nil || !strings.Contains(err.Error(), "1 calls") {
		t.Errorf("%v", err)
	}
	close(hang)
	if err := f.wait(patience); err != nil {
		t.Error(err)
	}
}

func TestNewRefuses(t *testing.T) {
	t.Parallel()
	for _, d := range []Deps{
		{From: "nobody", PublicURL: "https://join.example"},
		{From: "Us <us@join.example>", PublicURL: "https://join.example"},
		{From: "us@join.example", PublicURL: ""},
		{From: "us@join.example", PublicURL: "join.example"},
		{From: "us@join.example", PublicURL: "ftp://join.example"},
	} {
		if _, err := New(d); err == nil {
			t.Errorf("took the sender %q and the URL %q", d.From, d.PublicURL)
		}
	}
}
