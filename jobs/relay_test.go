package jobs

import (
	"testing"
	"time"
)

// Following one fact and following hundreds cost the same statements.
func TestFollowingCostsConstantStatements(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	people := r.place.Contacts(101)
	follow := func() int {
		for {
			more, err := r.replicas[0].placeFacts(t.Context())
			r.must(err)
			if !more {
				break
			}
		}
		before := r.Statements()
		if _, err := r.replicas[0].followFacts(t.Context()); err != nil {
			t.Fatal(err)
		}
		return r.Statements() - before
	}
	follow() // rebuilds
	r.place.Invite(people[0])
	one := follow()
	r.place.Invite(people[1:]...)
	hundred := follow()
	if one != hundred {
		t.Errorf("%d statements for one invitation, %d for a hundred", one, hundred)
	}
	if depth, err := r.redis.Depth(t.Context(), r.place.Location.ID); err != nil || depth != 101 {
		t.Errorf("%d rounds in the lane (%v), want 101", depth, err)
	}
}

// Facts may be followed twice, as after a failover of Redis.
func TestFollowingAgainChangesNothing(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	people := r.newcomers(3)
	r.place.Invite(people...)
	r.start()
	r.settle()
	r.advance(time.Minute)
	r.stop()
	facts, err := r.DB.FactsAfter(t.Context(), 0, 500)
	r.must(err)
	r.must(r.replicas[0].mirror(t.Context(), subjectsOf(facts)))
	lanes, err := r.redis.Lanes(t.Context())
	r.must(err)
	if depth, err := r.redis.Depth(t.Context(), r.place.Location.ID); err != nil || depth != 1 || !lanes.Next.Equal(r.Clock.Now().Add(time.Minute)) {
		t.Errorf("%d rounds in the lane (%v), due at %s", depth, err, lanes.Next)
	}
}
