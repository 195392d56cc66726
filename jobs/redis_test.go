package jobs

import (
	"slices"
	"strings"
	"testing"
	"time"

	"usher/app"
	"usher/internal/testenv"
	"usher/invite"
	"usher/jobs/rdb"
)

func TestTwoReplicas(t *testing.T) {
	t.Parallel()
	r := newRig(t, 2, nil)
	other := r.Place(invite.Gym, "Other Place")
	people, strangers := r.newcomers(30), other.Contacts(10)
	r.place.Invite(people...)
	other.Invite(strangers...)
	r.start()
	r.settle()
	r.walk(r.Clock.Now().Add(40*time.Minute), func(time.Time) {})
	checkOnceAndPaced(t, r, people, time.Minute)
	if got := len(r.sms.all()); got != len(strangers) {
		t.Errorf("%d texts, want %d", got, len(strangers))
	}
	if last := slotOf(t, r, people[29]); !last.Equal(people[29].CreatedAt.Add(29 * time.Minute)) {
		t.Errorf("the last left at %s; a slot was lost", last)
	}
}

// checkOnceAndPaced looks at what went to the people: one email each, a pace
// apart, in their order.
func checkOnceAndPaced(t *testing.T, r *rig, people []invite.Contact, pace time.Duration) {
	t.Helper()
	var last time.Time
	for _, p := range people {
		got := slices.DeleteFunc(r.email.all(), func(s sent) bool { return s.to != *p.Email })
		if len(got) != 1 {
			t.Errorf("%d emails to %s, want 1", len(got), *p.Email)
			continue
		}
		if !last.IsZero() && got[0].at.Sub(last) < pace {
			t.Errorf("%s left %s after the one before", *p.Email, got[0].at.Sub(last))
		}
		last = got[0].at
	}
}

func TestRedisEmptiedInMidBatch(t *testing.T) {
	t.Parallel()
	server := testenv.RedisServer(t)
	r := newRig(t, 2, server)
	people := r.newcomers(12)
	r.place.Invite(people...)
	r.start()
	r.settle()
	r.walk(r.Clock.Now().Add(4*time.Minute), func(time.Time) {})
	if got := len(r.email.all()); got != 5 {
		t.Fatalf("%d emails after four minutes, want 5", got)
	}
	server.Flush()
	r.settle()
	if got := len(r.email.all()); got != 5 {
		t.Fatalf("%d emails right after Redis was emptied, want the same 5", got)
	}
	r.advance(59 * time.Second)
	if got := len(r.email.all()); got != 5 {
		t.Errorf("%d emails before the next slot", got)
	}
	// Emptied again while ten slots are missed: they are not made up.
	server.Flush()
	r.advance(10 * time.Minute)
	if got := len(r.email.all()); got != 6 {
		t.Errorf("%d emails after a gap, want 6: a burst", got)
	}
	r.place.Invite(r.place.Contacts(1)[0]) // alone: goes first also after a rebuild
	server.Flush()
	r.settle()
	r.walk(r.Clock.Now().Add(10*time.Minute), func(time.Time) {})
	checkOnceAndPaced(t, r, people, time.Minute)
	if all := r.email.all(); len(all) != 13 || all[6].to != "person000@iron-temple.example" {
		t.Errorf("%d emails; the seventh went to %s, not to the one who was invited alone", len(all), all[6].to)
	}
	if n, err := r.redis.Index(rdb.Expiry).Size(t.Context()); err != nil || n != 13 {
		t.Errorf("the index holds %d expiries (%v), want 13", n, err)
	}
}

// Without Redis requests answer, facts get their positions and invitations
// lapse; sending waits.
func TestRedisAway(t *testing.T) {
	t.Parallel()
	server := testenv.RedisServer(t)
	r := newRig(t, 1, server)
	people := r.newcomers(6)
	r.place.Invite(people[:3]...)
	r.start()
	r.settle()
	server.Kill()
	before, err := r.DB.LastPosition(t.Context())
	r.must(err)
	r.place.Invite(people[3:]...)
	r.until("facts are placed", func() bool {
		now, err := r.DB.LastPosition(t.Context())
		return err == nil && now >= before+3
	})
	r.setClock(r.Clock.Now().Add(10 * time.Minute))
	r.afterTurn("sender")
	r.afterTurn("follow")
	if got := len(r.email.all()); got != 1 {
		t.Errorf("%d emails without Redis", got)
	}
	server.Restart()
	r.until("Redis follows again", r.followed)
	r.settle()
	if got := len(r.email.all()); got != 2 {
		t.Errorf("%d emails when Redis is back, want 2: missed slots are not made up", got)
	}
	r.walk(r.Clock.Now().Add(4*time.Minute), func(time.Time) {})
	checkOnceAndPaced(t, r, people, time.Minute)
	for _, loop := range []string{"sender", "follow"} {
		if n := strings.Count(r.Log.String(), `msg="failing; trying again" in=`+loop+" "); n != 1 {
			t.Errorf("the outage is logged %d times for %s, want once", n, loop)
		}
		if !strings.Contains(r.Log.String(), `msg="works again" in=`+loop) {
			t.Errorf("the end of the outage is not logged for %s", loop)
		}
	}
}

// What Redis lost in part, its cursor still there, comes back.
func TestRedisLostALane(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	people := r.newcomers(3)
	r.place.Invite(people...)
	r.start()
	r.settle()
	var lost []rdb.Place
	for _, w := range r.place.Waiting() {
		lost = append(lost, rdb.Place{Location: w.LocationID, Round: w.ID})
	}
	r.must(r.redis.Remove(t.Context(), lost))
	r.must(r.redis.Index(rdb.Expiry).Clear(t.Context(), r.invitationOf(people[0]).ID))
	r.advance(time.Minute)
	if got := len(r.email.all()); got != 1 {
		t.Fatalf("%d emails: the lane was not lost", got)
	}
	r.afterTurn("refill")
	r.settle()
	r.advance(time.Minute)
	checkOnceAndPaced(t, r, people, time.Minute)
	if n, err := r.redis.Index(rdb.Expiry).Size(t.Context()); err != nil || n != 3 {
		t.Errorf("the index holds %d expiries (%v), want 3", n, err)
	}
}

// A round goes where its contact goes.
func TestMovedToAnotherLane(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	people := r.newcomers(3)
	second, err := r.App.CreateLocation(r.As(r.place.Owner), nil, "Harbour", "Europe/Berlin")
	r.must(err)
	r.place.Invite(people...)
	r.start()
	r.settle()
	r.must(r.App.UpdateContact(r.As(r.place.Owner), app.UpdateInput{ID: people[2].ID, Location: &second.ID}))
	r.settle()
	if got := r.email.all(); len(got) != 2 || got[1].to != *people[2].Email {
		t.Errorf("sent %+v; the free lane's first should have left at once", got)
	}
	r.advance(time.Minute)
	r.advance(time.Minute)
	checkOnceAndPaced(t, r, people[:2], time.Minute)
	if got := len(r.email.all()); got != 3 {
		t.Errorf("%d emails, want 3", got)
	}
}

// Redis proposes, Postgres decides: a lane that comes up too early sends
// nothing, and its round keeps its place.
func TestRedisProposesTooEarly(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	people := r.newcomers(2)
	r.place.Invite(people...)
	r.start()
	r.settle()
	r.must(r.redis.SetDue(t.Context(), r.Clock.Now(), r.place.Location.ID))
	r.settle()
	if got := len(r.email.all()); got != 1 {
		t.Errorf("%d emails within a pace", got)
	}
	if lanes, err := r.redis.Lanes(t.Context()); err != nil || !lanes.Next.Equal(r.Clock.Now().Add(time.Minute)) {
		t.Errorf("the lane is due at %s (%v), want a pace from now", lanes.Next, err)
	}
	r.advance(time.Minute)
	checkOnceAndPaced(t, r, people, time.Minute)
}
