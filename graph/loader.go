package graph

import (
	"context"
	"sync"

	"usher/invite"
)

// loader reads records by key for one response, in as few statements as the
// response has levels: a resolver that returns a list first says which keys
// its elements will need (want), and the first of them to be asked for (load)
// reads all of them. There is no time window, so the number of statements does
// not depend on how busy the machine is.
type loader[V any] struct {
	fetch func(ctx context.Context, keys []invite.ID) (map[invite.ID]V, error)

	mu     sync.Mutex
	wanted map[invite.ID]bool
	got    map[invite.ID]V
	known  map[invite.ID]bool // fetched, whether or not there was a record
}

func newLoader[V any](fetch func(context.Context, []invite.ID) (map[invite.ID]V, error)) *loader[V] {
	return &loader[V]{fetch: fetch, wanted: map[invite.ID]bool{}, got: map[invite.ID]V{}, known: map[invite.ID]bool{}}
}

// want says that keys may be asked for.
func (l *loader[V]) want(keys ...invite.ID) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, k := range keys {
		if k != "" && !l.known[k] {
			l.wanted[k] = true
		}
	}
}

// find returns the value of key, or false where there is none.
func (l *loader[V]) find(ctx context.Context, key invite.ID) (V, bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.known[key] {
		l.wanted[key] = true
		keys := make([]invite.ID, 0, len(l.wanted))
		for k := range l.wanted {
			keys = append(keys, k)
		}
		got, err := l.fetch(ctx, keys)
		if err != nil {
			var none V
			return none, false, err
		}
		for _, k := range keys {
			l.known[k] = true
			if v, ok := got[k]; ok {
				l.got[k] = v
			}
		}
		clear(l.wanted)
	}
	v, ok := l.got[key]
	return v, ok, nil
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
