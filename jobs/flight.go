package jobs

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"usher/invite"
)

// flight is the work that goes on beside the loops. It is not cut short when
// they stop: each piece ends by itself, within the limits of its calls.
type flight struct {
	log   *slog.Logger
	group sync.WaitGroup
	count atomic.Int64
	ended func(what string) // told what is over, once it no longer counts
	pools map[invite.Channel]chan struct{}
}

// newFlight returns a flight with room for so many messages of each channel:
// where one provider hangs, the other's messages still leave.
func newFlight(log *slog.Logger, room int, ended func(what string)) *flight {
	return &flight{log: log, ended: ended, pools: map[invite.Channel]chan struct{}{
		invite.Email: make(chan struct{}, room), invite.SMS: make(chan struct{}, room),
	}}
}

// start runs work in a goroutine of its own, with a context that has ctx's
// values and not its end. A panic in it is logged.
func (f *flight) start(ctx context.Context, what string, work func(context.Context)) {
	f.count.Add(1)
	f.group.Go(func() {
		defer f.ended(what)
		defer f.count.Add(-1)
		ctx := context.WithoutCancel(ctx)
		defer func() {
			if p := recover(); p != nil {
				f.log.ErrorContext(ctx, "panic", "in", "flight", "panic", p, "stack", string(debug.Stack()))
			}
		}()
		work(ctx)
	})
}

// board takes a place for a message of the channel; false where none is free.
// leave gives it back.
func (f *flight) board(ch invite.Channel) bool {
	select {
	case f.pools[ch] <- struct{}{}:
		return true
	default:
		return false
	}
}

func (f *flight) leave(ch invite.Channel) { <-f.pools[ch] }

// full tells whether some channel has no place left.
func (f *flight) full() bool {
	for _, pool := range f.pools {
		if len(pool) == cap(pool) {
			return true
		}
	}
	return false
}

// wait returns when nothing is in flight any more, or an error after limit.
// Nothing is started meanwhile but by what is in flight.
func (f *flight) wait(limit time.Duration) error {
	landed := make(chan struct{})
	go func() {
		f.group.Wait()
		close(landed)
	}()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case <-landed:
		return nil
	case <-timer.C:
		return fmt.Errorf("jobs: %d calls were still on their way at the end", f.count.Load())
	}
}
