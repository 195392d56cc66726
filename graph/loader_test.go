package graph

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/invite"
)

// fetches counts what a loader of names reads.
type fetches struct {
	mu   sync.Mutex
	keys [][]invite.ID
}

func (f *fetches) loader(known map[invite.ID]string) *loader[string] {
	return newLoader(func(_ context.Context, keys []invite.ID) (map[invite.ID]string, error) {
		f.mu.Lock()
		defer f.mu.Unlock()
		slices.Sort(keys)
		f.keys = append(f.keys, keys)
		out := map[invite.ID]string{}
		for _, k := range keys {
			if v, ok := known[k]; ok {
				out[k] = v
			}
		}
		return out, nil
	})
}

func TestLoaderReadsWhatIsWantedAtOnce(t *testing.T) {
	var f fetches
	l := f.loader(map[invite.ID]string{"a": "Ada", "b": "Ben", "d": "Dora"})
	l.want("a", "b", "c", "", "a")
	for key, want := range map[invite.ID]string{"a": "Ada", "b": "Ben"} {
		if got, err := l.load(t.Context(), key); err != nil || got != want {
			t.Errorf("%s: %q %v", key, got, err)
		}
	}
	if _, err := l.load(t.Context(), "c"); invite.CodeOf(err) != invite.NotFound {
		t.Errorf("what does not exist: %v", err)
	}
	if _, found, err := l.find(t.Context(), "c"); found || err != nil {
		t.Errorf("found %v, %v", found, err)
	}
	l.want("a", "c") // known, the one as missing
	if got, err := l.load(t.Context(), "d"); err != nil || got != "Dora" {
		t.Errorf("%q %v", got, err)
	}
	if diff := cmp.Diff([][]invite.ID{{"a", "b", "c"}, {"d"}}, f.keys); diff != "" {
		t.Error(diff)
	}
}

func TestLoaderReadsOnceForManyAtOnce(t *testing.T) {
	var f fetches
	l := f.loader(map[invite.ID]string{"a": "Ada"})
	var wg sync.WaitGroup
	for range 50 {
		wg.Go(func() {
			if got, err := l.load(context.Background(), "a"); err != nil || got != "Ada" {
				t.Errorf("%q %v", got, err)
			}
		})
	}
	wg.Wait()
	if len(f.keys) != 1 {
		t.Errorf("%d fetches", len(f.keys))
	}
}

// Two loaders that want of each other, asked at once: with a lock held while
// reading, this is a deadlock.
func TestLoadersThatWantOfEachOther(t *testing.T) {
	var one, two *loader[string]
	var bothRead sync.WaitGroup
	bothRead.Add(2)
	read := func(other **loader[string]) func(context.Context, []invite.ID) (map[invite.ID]string, error) {
		return func(context.Context, []invite.ID) (map[invite.ID]string, error) {
			bothRead.Done()
			bothRead.Wait()
			(*other).want("x")
			return map[invite.ID]string{"a": "A"}, nil
		}
	}
	one, two = newLoader(read(&two)), newLoader(read(&one))
	done := make(chan error, 2)
	for _, l := range []*loader[string]{one, two} {
		go func() {
			_, err := l.load(context.Background(), "a")
			done <- err
		}()
	}
	for range 2 {
		select {
		case err := <-done:
			if err != nil {
				t.Error(err)
			}
		case <-time.After(10 * time.Second):
			t.Fatal("the loaders wait for each other")
		}
	}
}

func TestLoaderThatFails(t *testing.T) {
	broken, tries := errors.New("broken"), 0
	l := newLoader(func(context.Context, []invite.ID) (map[invite.ID]string, error) {
		tries++
		return nil, broken
	})
	for _, key := range []invite.ID{"a", "a", "b"} {
		if _, err := l.load(t.Context(), key); !errors.Is(err, broken) {
			t.Errorf("%s: %v", key, err)
		}
	}
	if tries != 1 {
		t.Errorf("%d tries: a page would make one for each of its rows", tries)
	}
}

func TestLoaderThatPanics(t *testing.T) {
	l := newLoader(func(context.Context, []invite.ID) (map[invite.ID]string, error) { panic("boom") })
	func() {
		defer func() { _ = recover() }()
		_, _ = l.load(t.Context(), "a")
	}()
	if _, err := l.load(t.Context(), "a"); err == nil {
		t.Error("the next to ask is told nothing")
	}
}

func TestLoaderStopsWaitingWithItsContext(t *testing.T) {
	release := make(chan struct{})
	started := make(chan struct{})
	l := newLoader(func(context.Context, []invite.ID) (map[invite.ID]string, error) {
		close(started)
		<-release
		return map[invite.ID]string{"a": "Ada"}, nil
	})
	first := make(chan string)
	go func() {
		got, _ := l.load(context.Background(), "a")
		first <- got
	}()
	<-started
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.load(ctx, "a"); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	close(release)
	if got := <-first; got != "Ada" {
		t.Errorf("%q", got)
	}
}

func TestGroupedKeepsTheOrder(t *testing.T) {
	type row struct{ of, name string }
	got, err := grouped([]row{{"a", "1"}, {"b", "2"}, {"a", "3"}}, nil, func(r row) invite.ID { return invite.ID(r.of) }, func(r row) string { return r.name })
	if diff := cmp.Diff(map[invite.ID][]string{"a": {"1", "3"}, "b": {"2"}}, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
}
