package jobs

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"usher/app"
)

// loop takes turns for as long as its context lasts.
type loop struct {
	name  string
	actor string        // under whose name its facts are written
	every time.Duration // the longest wait between two turns
	woken chan struct{}
	turn  func(context.Context) (more bool, err error) // more: the next turn has something to do already
	log   *slog.Logger
}

// wake makes the next turn begin at once. It never blocks.
func (l *loop) wake() {
	select {
	case l.woken <- struct{}{}:
	default: // it is awake
	}
}

// After a turn that failed a loop waits ever longer, whoever wakes it.
const (
	firstPause = 100 * time.Millisecond
	lastPause  = 2 * time.Second
)

// run takes turns until ctx ends. turned is called after each.
func (l *loop) run(ctx context.Context, turned func(name string)) {
	ctx = app.AsSystem(ctx, l.actor)
	var trouble outage
	pause := firstPause
	for ctx.Err() == nil {
		more, err := l.guarded(ctx)
		if ctx.Err() != nil {
			return
		}
		trouble.note(ctx, l.log, l.name, err)
		turned(l.name)
		switch {
		case err != nil:
			wait(ctx, pause, nil)
			pause = min(2*pause, lastPause)
			continue
		case !more:
			wait(ctx, l.every, l.woken)
		}
		pause = firstPause
	}
}

// guarded takes one turn; a panic in it becomes an error.
func (l *loop) guarded(ctx context.Context) (more bool, err error) {
	defer func() {
		if p := recover(); p != nil {
			l.log.ErrorContext(ctx, "panic", "in", l.name, "panic", p, "stack", string(debug.Stack()))
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return l.turn(ctx)
}

// wait returns when the context ends, the time is over, or it is woken.
func wait(ctx context.Context, d time.Duration, woken <-chan struct{}) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	case <-woken:
	}
}

// outage logs the first of a row of failures, and the success that ends it.
type outage struct {
	mu      sync.Mutex
	failing bool
}

func (o *outage) note(ctx context.Context, log *slog.Logger, what string, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	switch {
	case err != nil && !o.failing:
		log.ErrorContext(ctx, "failing; trying again", "in", what, "err", err)
	case err == nil && o.failing:
		log.InfoContext(ctx, "works again", "in", what)
	}
	o.failing = err != nil
}
