package rdb_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"usher/invite"
	"usher/jobs/rdb"
)

// modelLane is what a lane should be, said in the plainest way.
type modelLane struct {
	rounds map[invite.ID]rdb.Waiting
	due    time.Time // zero: dormant, or leased
	ends   time.Time // end of the lease; zero: not leased
	claim  rdb.Claim
	wish   time.Time
}

func (l *modelLane) first() invite.ID {
	return slices.MinFunc(slices.Collect(maps.Values(l.rounds)), func(a, b rdb.Waiting) int {
		return cmp.Or(cmp.Compare(a.Priority, b.Priority), cmp.Compare(a.Place, b.Place))
	}).Round
}

func (l *modelLane) schedule(due time.Time) {
	l.due = time.Time{}
	if len(l.rounds) > 0 {
		l.due = due
	}
}

// model is an in-memory queue that is driven beside the real one.
type model struct {
	db     *rdb.DB
	shards int
	now    time.Time
	lanes  map[invite.ID]*modelLane
	held   []rdb.Claim // every claim ever made and not yet ended, void ones too
	rounds int
}

func (m *model) lane(id invite.ID) *modelLane {
	if m.lanes[id] == nil {
		m.lanes[id] = &modelLane{rounds: make(map[invite.ID]rdb.Waiting)}
	}
	return m.lanes[id]
}

var (
	anyLocation = rapid.SampledFrom([]invite.ID{"a", "b", "c", "d", "e", "f"})
	anyDelay    = rapid.SampledFrom([]time.Duration{0, 1, 2, 5, 10, 30, 31, 60})
)

func (m *model) later(t *rapid.T) time.Time {
	return m.now.Add(anyDelay.Draw(t, "delay") * time.Second)
}

// laterOrNever is zero in one case of several.
func (m *model) laterOrNever(t *rapid.T) time.Time {
	if rapid.IntRange(0, 4).Draw(t, "never") == 0 {
		return time.Time{}
	}
	return m.later(t)
}

func (m *model) enqueue(t *rapid.T) {
	var batch []rdb.Waiting
	for range rapid.IntRange(1, 5).Draw(t, "batch") {
		w := rdb.Waiting{
			Location: anyLocation.Draw(t, "location"),
			Priority: invite.Priority(rapid.IntRange(0, 2).Draw(t, "priority")),
			Due:      m.laterOrNever(t),
		}
		known := slices.Sorted(maps.Keys(m.lane(w.Location).rounds))
		if len(known) > 0 && rapid.Bool().Draw(t, "again") {
			w.Round = rapid.SampledFrom(known).Draw(t, "round")
			w.Place = m.lane(w.Location).rounds[w.Round].Place
		} else {
			m.rounds++
			w.Round, w.Place = invite.ID(fmt.Sprintf("r%04d", m.rounds)), int64(m.rounds)
		}
		batch = append(batch, w)
	}
	check(t, m.db.Enqueue(context.Background(), batch))

	first := make(map[invite.ID]time.Time)
	for _, w := range batch {
		m.lane(w.Location).rounds[w.Round] = w
		if d := first[w.Location]; d.IsZero() || !w.Due.IsZero() && w.Due.Before(d) {
			first[w.Location] = w.Due
		}
	}
	for location, due := range first {
		if l := m.lane(location); l.ends.IsZero() && l.due.IsZero() {
			l.schedule(due)
		}
	}
}

func (m *model) remove(t *rapid.T) {
	location := anyLocation.Draw(t, "location")
	l := m.lane(location)
	round := invite.ID("unknown")
	if known := slices.Sorted(maps.Keys(l.rounds)); len(known) > 0 {
		round = rapid.SampledFrom(known).Draw(t, "round")
	}
	check(t, m.db.Remove(context.Background(), []rdb.Place{{Location: location, Round: round}}))
	delete(l.rounds, round)
	l.schedule(l.due)
}

// reached returns the lanes whose time is not after now, the earliest first.
func (m *model) reached(timeOf func(*modelLane) time.Time) []invite.ID {
	var ids []invite.ID
	for id, l := range m.lanes {
		if at := timeOf(l); !at.IsZero() && !at.After(m.now) {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b invite.ID) int {
		return cmp.Or(timeOf(m.lanes[a]).Compare(timeOf(m.lanes[b])), cmp.Compare(a, b))
	})
	return ids
}

func (m *model) claim(t *rapid.T) {
	// A claim ends no more lost leases than it may claim lanes. How a small
	// limit falls on several shards is not the model's business.
	limit := rapid.IntRange(1, 8).Draw(t, "limit")
	if m.shards > 1 {
		limit *= 6 * m.shards
	}
	lost := m.reached(func(l *modelLane) time.Time { return l.ends })
	for _, id := range lost[:min(limit, len(lost))] {
		l := m.lanes[id]
		l.schedule(l.ends)
		l.ends, l.wish = time.Time{}, time.Time{}
	}
	ready := m.reached(func(l *modelLane) time.Time { return l.due })

	claims, err := m.db.Claim(context.Background(), m.now, lease, limit)
	check(t, err)
	if want := min(limit, len(ready)); len(claims) != want {
		t.Fatalf("%d claims, want %d", len(claims), want)
	}
	for i, c := range claims {
		l := m.lanes[c.Location]
		switch {
		case !slices.Contains(ready, c.Location):
			t.Fatalf("lane %s was claimed and is not due", c.Location)
		case m.shards == 1 && c.Location != ready[i]:
			t.Fatalf("claim %d is of lane %s, want %s", i, c.Location, ready[i])
		case !l.ends.IsZero():
			t.Fatalf("lane %s was claimed twice", c.Location)
		case c.Round != l.first():
			t.Fatalf("lane %s: claimed %s, want %s", c.Location, c.Round, l.first())
		}
		l.ends, l.claim, l.due = m.now.Add(lease), c, time.Time{}
		m.held = append(m.held, c)
	}
}

func (m *model) end(t *rapid.T) {
	if len(m.held) == 0 {
		t.Skip("no claim is held")
	}
	i := rapid.IntRange(0, len(m.held)-1).Draw(t, "held")
	c, due := m.held[i], m.laterOrNever(t)
	m.held = slices.Delete(m.held, i, i+1)
	done := rapid.Bool().Draw(t, "done")
	end := m.db.Return
	if done {
		end = m.db.Done
	}
	err := end(context.Background(), c, due)
	l := m.lane(c.Location)
	if l.ends.IsZero() || l.claim != c {
		if !errors.Is(err, rdb.ErrLeaseLost) {
			t.Fatalf("a void claim ended with %v, want ErrLeaseLost", err)
		}
		return
	}
	check(t, err)
	if done {
		delete(l.rounds, c.Round)
	}
	if !l.wish.IsZero() && (due.IsZero() || l.wish.Before(due)) {
		due = l.wish
	}
	l.ends, l.wish = time.Time{}, time.Time{}
	l.schedule(due)
}

func (m *model) setDue(t *rapid.T) {
	location, due := anyLocation.Draw(t, "location"), m.laterOrNever(t)
	if due.IsZero() {
		check(t, m.db.Pause(context.Background(), location))
	} else {
		check(t, m.db.SetDue(context.Background(), due, location))
	}
	if l := m.lane(location); !l.ends.IsZero() {
		l.wish = due
	} else {
		l.schedule(due)
	}
}

func (m *model) wait(t *rapid.T) { m.now = m.later(t) }

// compare checks all that can be seen from outside.
func (m *model) compare(t *rapid.T) {
	var want rdb.Lanes
	at := func(next time.Time) {
		if want.Next.IsZero() || next.Before(want.Next) {
			want.Next = next
		}
	}
	for id, l := range m.lanes {
		n, err := m.db.Depth(context.Background(), id)
		check(t, err)
		if int(n) != len(l.rounds) {
			t.Fatalf("lane %s holds %d rounds, want %d", id, n, len(l.rounds))
		}
		if !l.ends.IsZero() {
			want.Leased++
			at(l.ends)
		} else if !l.due.IsZero() {
			want.Scheduled++
			at(l.due)
		}
	}
	got, err := m.db.Lanes(context.Background())
	check(t, err)
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
}

func check(t *rapid.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestModel(t *testing.T) {
	client, prefix := realRedis(t)
	runs := 0
	rapid.Check(t, func(t *rapid.T) {
		shards := rapid.SampledFrom([]int{1, 1, 4}).Draw(t, "shards")
		runs++
		m := &model{
			db:     rdb.New(client, fmt.Sprint(prefix, runs, ":"), shards),
			shards: shards,
			now:    t0,
			lanes:  make(map[invite.ID]*modelLane),
		}
		t.Repeat(map[string]func(*rapid.T){
			"enqueue": m.enqueue,
			"remove":  m.remove,
			"claim":   m.claim,
			"claim2":  m.claim, // as often as enqueue, so that leases run out
			"end":     m.end,
			"setDue":  m.setDue,
			"wait":    m.wait,
			"":        m.compare,
		})
	})
}
