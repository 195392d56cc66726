package graph

import (
	"context"
	"errors"
	"sync"

	"usher/invite"
)

// loader reads records by key for one response, in as few statements as the
// response has levels: a resolver that returns a list first says which keys
// its elements will need (want), and the first of them to be asked for (load)
// reads all of them. There is no time window, so the number of statements does
// not depend on how busy the machine is.
//
// No lock is held while records are read: a fetch says what may be asked of
// other loaders, and those may be reading at the same time and say the same of
// this one.
type loader[V any] struct {
	fetch func(ctx context.Context, keys []invite.ID) (map[invite.ID]V, error)

	mu      sync.Mutex
	wanted  map[invite.ID]bool
	asked   map[invite.ID]bool // fetched, or being fetched, whether or not there is a record
	got     map[invite.ID]V
	reading chan struct{} // closed when the fetch that runs has ended; nil where none does
	failed  error         // of a fetch; a response does not try again
}

func newLoader[V any](fetch func(context.Context, []invite.ID) (map[invite.ID]V, error)) *loader[V] {
	return &loader[V]{fetch: fetch, wanted: map[invite.ID]bool{}, asked: map[invite.ID]bool{}, got: map[invite.ID]V{}}
}

// want says that keys may be asked for.
func (l *loader[V]) want(keys ...invite.ID) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, k := range keys {
		if k != "" && !l.asked[k] {
			l.wanted[k] = true
		}
	}
}

// find returns the value of key, or false where there is none.
func (l *loader[V]) find(ctx context.Context, key invite.ID) (V, bool, error) {
	var none V
	l.mu.Lock()
	defer l.mu.Unlock()
	for {
		switch {
		case l.failed != nil:
			return none, false, l.failed
		case l.reading != nil: // perhaps this very key
			if err := l.wait(ctx); err != nil {
				return none, false, err
			}
		case l.asked[key]:
			v, ok := l.got[key]
			return v, ok, nil
		default:
			l.wanted[key] = true
			l.read(ctx)
		}
	}
}

// wait lets the fetch that runs end. The caller holds the lock, but not
// meanwhile.
func (l *loader[V]) wait(ctx context.Context) error {
	reading := l.reading
	l.mu.Unlock()
	defer l.mu.Lock()
	select {
	case <-reading:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// read fetches what is wanted. The caller holds the lock, but not meanwhile.
func (l *loader[V]) read(ctx context.Context) {
	keys := make([]invite.ID, 0, len(l.wanted))
	for k := range l.wanted {
		keys = append(keys, k)
		l.asked[k] = true
	}
	clear(l.wanted)
	l.reading = make(chan struct{})
	defer func() {
		close(l.reading)
		l.reading = nil
	}()
	var got map[invite.ID]V
	err := errors.New("a fetch panicked")
	defer func() {
		l.failed = err
		for k, v := range got {
			l.got[k] = v
		}
	}()
	l.mu.Unlock()
	defer l.mu.Lock()
	got, err = l.fetch(ctx, keys)
}

// load returns the value of key, or NOT_FOUND.
func (l *loader[V]) load(ctx context.Context, key invite.ID) (V, error) {
	v, ok, err := l.find(ctx, key)
	if err == nil && !ok {
		err = invite.Errorf(invite.NotFound, "", "No such record.")
	}
	return v, err
}

// byID keys records by their ids.
func byID[V any](list []V, err error, id func(V) invite.ID) (map[invite.ID]V, error) {
	out := make(map[invite.ID]V, len(list))
	for _, v := range list {
		out[id(v)] = v
	}
	return out, err
}

// grouped collects records under a key that several share, in their order.
func grouped[V, W any](list []V, err error, key func(V) invite.ID, value func(V) W) (map[invite.ID][]W, error) {
	out := map[invite.ID][]W{}
	for _, v := range list {
		out[key(v)] = append(out[key(v)], value(v))
	}
	return out, err
}

func itself[V any](v V) V { return v }
