package graph

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"usher/graph/model"
	"usher/invite"
	"usher/store"
)

// Hub reads the stream of facts once a process and hands each to the
// subscribers that asked for it. It is only told to look: what happened is
// always read from Postgres.
type Hub struct {
	db   *store.DB
	wake <-chan int64
	log  *slog.Logger

	mu       sync.Mutex
	position int64 // of the last fact handed out
	started  chan struct{}
	streams  map[*stream]struct{}
	stopped  bool // streams opened from now on are closed at once
}

// stream is one subscriber's part of the facts. It is closed when the
// subscriber reads too slowly: the publisher never waits.
type stream struct {
	facts   chan invite.Fact
	matches func(invite.Fact) bool
}

const (
	streamBuffer = 1024        // facts that a subscriber may lag behind
	pageOfFacts  = 500         // facts a statement
	pollInterval = time.Second // when nobody wakes us
	keepFacts    = 7 * 24 * time.Hour
	maxReplay    = 100_000 // facts that are looked through for one replay
)

// NewHub returns a hub that looks when wake says so, and once a second.
func NewHub(db *store.DB, wake <-chan int64, log *slog.Logger) *Hub {
	return &Hub{db: db, wake: wake, log: log, started: make(chan struct{}), streams: map[*stream]struct{}{}}
}

// Run hands out facts until ctx ends, then closes every stream.
func (h *Hub) Run(ctx context.Context) error {
	defer h.closeAll()
	tick := time.NewTicker(pollInterval)
	defer tick.Stop()
	for started := false; ; {
		var err error
		if started {
			err = h.handOut(ctx)
		} else if err = h.start(ctx); err == nil {
			started = true
		}
		if err != nil && ctx.Err() == nil {
			h.log.WarnContext(ctx, "subscriptions wait for the database", "err", err)
		}
		select {
		case <-ctx.Done():
			return nil
		case _, open := <-h.wake:
			if !open { // nobody wakes us any more
				h.wake = nil
			}
		case <-tick.C:
		}
	}
}

func (h *Hub) start(ctx context.Context) error {
	position, err := h.db.LastPosition(ctx)
	if err != nil {
		return err
	}
	h.mu.Lock()
	h.position = position
	h.mu.Unlock()
	close(h.started)
	return nil
}

func (h *Hub) handOut(ctx context.Context) error {
	for {
		facts, err := h.db.FactsAfter(ctx, h.position, pageOfFacts) // only this goroutine moves it
		if err != nil || len(facts) == 0 {
			return err
		}
		h.mu.Lock()
		for _, f := range facts {
			for s := range h.streams {
				if s.matches(f) {
					h.push(s, f)
				}
			}
		}
		h.position = *facts[len(facts)-1].Position
		h.mu.Unlock()
	}
}

// push gives a fact to a stream, or drops the stream if it is full.
func (h *Hub) push(s *stream, f invite.Fact) {
	select {
	case s.facts <- f:
	default:
		delete(h.streams, s)
		close(s.facts)
	}
}

func (h *Hub) closeAll() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.stopped = true
	for s := range h.streams {
		delete(h.streams, s)
		close(s.facts)
	}
}

// open adds a stream and returns the position behind which it is live.
func (h *Hub) open(ctx context.Context, matches func(invite.Fact) bool) (*stream, int64, error) {
	select {
	case <-h.started:
	case <-ctx.Done():
		return nil, 0, ctx.Err()
	}
	s := &stream{facts: make(chan invite.Fact, streamBuffer), matches: matches}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.stopped {
		close(s.facts)
	} else {
		h.streams[s] = struct{}{}
	}
	return s, h.position, nil
}

func (h *Hub) close(s *stream) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if _, ok := h.streams[s]; ok {
		delete(h.streams, s)
		close(s.facts)
	}
}

// check returns RESYNC where the position was never given, or what is behind it
// is no longer kept or too much to replay.
func (h *Hub) check(ctx context.Context, after int64) error {
	last, err := h.db.LastPosition(ctx)
	if err != nil {
		return err
	}
	at, found, err := h.db.NextFactAt(ctx, after)
	if err != nil {
		return err
	}
	if after > last || found && (last-after > maxReplay || h.db.Now().Sub(at) > keepFacts) {
		return invite.Errorf(invite.Code(model.Resync), "after", "This cursor is too old. Read the list again, then subscribe without after.")
	}
	return nil
}

// replay calls each with the matching facts behind the position after, up to
// and with the position to, in order.
func (h *Hub) replay(ctx context.Context, after, to int64, matches func(invite.Fact) bool, each func(invite.Fact) error) error {
	for after < to {
		facts, err := h.db.FactsAfter(ctx, after, pageOfFacts)
		if err != nil || len(facts) == 0 {
			return err
		}
		for _, f := range facts {
			if *f.Position > to {
				return nil
			}
			if matches(f) {
				if err := each(f); err != nil {
					return err
				}
			}
		}
		after = *facts[len(facts)-1].Position
	}
	return nil
}
