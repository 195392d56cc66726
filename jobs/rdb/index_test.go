package rdb_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/invite"
	"usher/jobs/rdb"
)

func set(t *testing.T, x *rdb.Index, id string, at time.Time) {
	t.Helper()
	must(t, x.Set(t.Context(), []rdb.Entry{{Invitation: invite.ID(id), At: at}}))
}

// due hands out at now and expects exactly these invitations.
func due(t *testing.T, x *rdb.Index, now time.Time, want ...invite.ID) []rdb.Due {
	t.Helper()
	got, err := x.Due(t.Context(), now, lease, 100)
	must(t, err)
	var ids []invite.ID
	for _, d := range got {
		ids = append(ids, d.Invitation)
	}
	slices.Sort(ids)
	if diff := cmp.Diff(want, ids); diff != "" {
		t.Fatalf("due at %s: %s", now.Format("15:04:05.000"), diff)
	}
	return got
}

// holds checks the index's size and next time.
func holds(t *testing.T, x *rdb.Index, size int64, next time.Time) {
	t.Helper()
	gotSize, err := x.Size(t.Context())
	must(t, err)
	gotNext, err := x.Next(t.Context())
	must(t, err)
	if gotSize != size || !gotNext.Equal(next) {
		t.Fatalf("the index holds %d, next at %s; want %d, %s", gotSize, gotNext, size, next)
	}
}

func TestIndex(t *testing.T) {
	at := t0.Add(500 * time.Microsecond) // falls on the next whole millisecond
	for _, tt := range []struct {
		name string
		run  func(t *testing.T, x *rdb.Index)
	}{
		{"empty", func(t *testing.T, x *rdb.Index) {
			due(t, x, t0)
			holds(t, x, 0, time.Time{})
			must(t, x.Set(t.Context(), nil))
			must(t, x.Clear(t.Context()))
			must(t, x.Done(t.Context(), nil))
		}},
		{"never early", func(t *testing.T, x *rdb.Index) {
			set(t, x, "a", at)
			holds(t, x, 1, t0.Add(time.Millisecond))
			due(t, x, at.Add(-time.Microsecond))
			due(t, x, t0.Add(time.Millisecond), "a")
		}},
		{"handed out once, again after the lease", func(t *testing.T, x *rdb.Index) {
			set(t, x, "a", t0)
			due(t, x, t0, "a")
			due(t, x, t0.Add(lease-time.Millisecond))
			holds(t, x, 1, t0.Add(lease))
			due(t, x, t0.Add(lease), "a")
		}},
		{"done", func(t *testing.T, x *rdb.Index) {
			set(t, x, "a", t0)
			set(t, x, "b", t0)
			must(t, x.Done(t.Context(), due(t, x, t0, "a", "b")))
			holds(t, x, 0, time.Time{})
		}},
		{"a new time meanwhile survives done", func(t *testing.T, x *rdb.Index) {
			set(t, x, "a", t0)
			old := due(t, x, t0, "a")
			set(t, x, "a", t0.Add(time.Hour)) // resent
			due(t, x, t0.Add(lease))          // the old time is forgotten
			must(t, x.Done(t.Context(), old))
			due(t, x, t0.Add(time.Hour), "a")
		}},
		{"a second holder survives the first one's done", func(t *testing.T, x *rdb.Index) {
			set(t, x, "a", t0)
			first := due(t, x, t0, "a")
			second := due(t, x, t0.Add(lease), "a")
			must(t, x.Done(t.Context(), first))
			holds(t, x, 1, t0.Add(2*lease))
			must(t, x.Done(t.Context(), second))
			holds(t, x, 0, time.Time{})
		}},
		{"cleared while it waits and while it is handed out", func(t *testing.T, x *rdb.Index) {
			set(t, x, "a", t0)
			set(t, x, "b", t0.Add(time.Minute))
			due(t, x, t0, "a")
			must(t, x.Clear(t.Context(), "a", "b", "unknown"))
			due(t, x, t0.Add(time.Hour))
			holds(t, x, 0, time.Time{})
		}},
		{"set twice", func(t *testing.T, x *rdb.Index) {
			set(t, x, "a", t0)
			set(t, x, "a", t0.Add(time.Hour))
			due(t, x, t0.Add(time.Minute))
			set(t, x, "a", t0.Add(time.Minute))
			due(t, x, t0.Add(time.Minute), "a")
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			onEach(t, func(t *testing.T, db *rdb.DB) { tt.run(t, db.Index(rdb.Expiry)) })
		})
	}
}

func TestIndexesAreApart(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		expiry, reminder := db.Index(rdb.Expiry), db.Index(rdb.Reminder)
		set(t, expiry, "a", t0)
		due(t, reminder, t0)
		set(t, reminder, "a", t0)
		must(t, reminder.Clear(t.Context(), "a"))
		due(t, expiry, t0, "a")
	})
}

func TestIndexKeepsItsLimit(t *testing.T) {
	onEach(t, func(t *testing.T, db *rdb.DB) {
		x := db.Index(rdb.Expiry)
		const all = 2_345
		var entries []rdb.Entry
		for i := range all {
			entries = append(entries, rdb.Entry{Invitation: invite.ID(fmt.Sprint(i)), At: t0})
		}
		must(t, x.Set(t.Context(), entries))
		left := all
		for _, limit := range []int{1, 3, 1000, 7, 2000} {
			got, err := x.Due(t.Context(), t0, lease, limit)
			must(t, err)
			if want := min(limit, left); len(got) != want {
				t.Fatalf("limit %d: handed out %d, want %d", limit, len(got), want)
			}
			left -= len(got)
		}
		// Leases that ran out and new entries share one limit.
		for i := range 10 {
			entries[i].At = t0.Add(lease)
		}
		must(t, x.Set(t.Context(), entries[:10]))
		for _, limit := range []int{5, 2_000} {
			got, err := x.Due(t.Context(), t0.Add(lease), lease, limit)
			must(t, err)
			if len(got) != limit {
				t.Fatalf("limit %d: handed out %d", limit, len(got))
			}
		}
	})
}

func TestManySweepers(t *testing.T) {
	db := realDB(t, 4)
	x := db.Index(rdb.Expiry)
	var entries []rdb.Entry
	for i := range 1000 {
		entries = append(entries, rdb.Entry{Invitation: invite.ID(fmt.Sprint(i)), At: t0})
	}
	must(t, x.Set(t.Context(), entries))
	var mu sync.Mutex
	times := make(map[invite.ID]int)
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			for {
				got, err := x.Due(t.Context(), t0, lease, 7)
				if err != nil {
					t.Error(err)
				}
				if len(got) == 0 {
					return
				}
				mu.Lock()
				for _, d := range got {
					times[d.Invitation]++
				}
				mu.Unlock()
				if err := x.Done(t.Context(), got); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if len(times) != len(entries) {
		t.Errorf("%d invitations were handed out, want %d", len(times), len(entries))
	}
	for id, n := range times {
		if n != 1 {
			t.Errorf("invitation %s was handed out %d times", id, n)
		}
	}
	holds(t, x, 0, time.Time{})
}
