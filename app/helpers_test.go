package app_test

import (
	"sync"
	"testing"

	"usher/invite"
	"usher/store"
)

// refused fails the test unless err is a refusal with the code and the field.
func refused(t *testing.T, what string, err error, code invite.Code, field string) {
	t.Helper()
	got := ""
	if list, ok := invite.Refusals(err); ok {
		got = list[0].Field
	}
	if invite.CodeOf(err) != code || got != field {
		t.Errorf("%s: %v, want %s at %q", what, err, code, field)
	}
}

// atOnce runs do n times at the same time and returns the errors in order.
func atOnce(n int, do func(i int) error) []error {
	errs := make([]error, n)
	start := make(chan struct{})
	var running sync.WaitGroup
	for i := range n {
		running.Go(func() {
			<-start
			errs[i] = do(i)
		})
	}
	close(start)
	running.Wait()
	return errs
}

// codes counts the errors by code; "" stands for success.
func codes(errs []error) map[invite.Code]int {
	n := map[invite.Code]int{}
	for _, err := range errs {
		n[invite.CodeOf(err)]++
	}
	return n
}

// must returns v where err is nil.
func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// byName is the usual order of lists.
var byName = store.ContactSort{By: store.ByName}

// filterBy is a text search.
func filterBy(text string) store.ContactFilter { return store.ContactFilter{Search: text} }
