package rdb_test

import (
	"context"
	"testing"
	"time"

	"usher/internal/testenv"
	"usher/jobs/rdb"
)

// heard returns the next value of a listener.
func heard(t *testing.T, bus <-chan int64) int64 {
	t.Helper()
	select {
	case position, open := <-bus:
		if !open {
			t.Fatal("the listener has ended")
		}
		return position
	case <-time.After(20 * time.Second):
		t.Fatal("nothing was heard")
	}
	return 0
}

// until reads until position, and fails on any value that is higher.
func until(t *testing.T, bus <-chan int64, position int64) {
	t.Helper()
	for {
		switch got := heard(t, bus); {
		case got == position:
			return
		case got > position:
			t.Fatalf("heard %d, want nothing above %d", got, position)
		}
	}
}

func TestBus(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		first, second := db.Listen(ctx), db.Listen(ctx)
		for _, bus := range []<-chan int64{first, second} {
			if got := heard(t, bus); got != 0 {
				t.Fatalf("heard %d at first, want 0: look, whatever you know", got)
			}
		}
		must(t, db.Wake(ctx, 5))
		until(t, first, 5)
		until(t, second, 5)

		// Nobody reads: the publisher goes on, and the reader finds the last.
		for position := int64(6); position <= 2000; position++ {
			must(t, db.Wake(ctx, position))
		}
		until(t, first, 2000)
		until(t, second, 2000)

		cancel()
		for range first { // closed
		}
		for range second {
		}
	})
}

func TestBusesAreApart(t *testing.T) {
	one, other := realDB(t, 1), realDB(t, 1)
	bus := one.Listen(t.Context())
	heard(t, bus)
	must(t, other.Wake(t.Context(), 8))
	must(t, one.Wake(t.Context(), 7))
	until(t, bus, 7)
}

func TestBusSurvivesTheServer(t *testing.T) {
	s := testenv.RedisServer(t)
	db := rdb.New(open(t, s.URL()), "test:", 1)
	bus := db.Listen(t.Context())
	heard(t, bus)
	must(t, db.Wake(t.Context(), 3))
	until(t, bus, 3)

	s.Kill()
	s.Restart()
	if got := heard(t, bus); got != 0 {
		t.Fatalf("heard %d after the connection was lost, want 0", got)
	}
	must(t, db.Wake(t.Context(), 4))
	until(t, bus, 4)
}

func TestListenBeforeTheServerStarts(t *testing.T) {
	s := testenv.RedisServer(t)
	s.Kill()
	db := rdb.New(open(t, s.URL()), "test:", 1)
	ctx, cancel := context.WithCancel(t.Context())
	bus := db.Listen(ctx)
	s.Restart()
	heard(t, bus)

	s.Kill()
	cancel()
	for range bus { // ends while Redis is away
	}
}
