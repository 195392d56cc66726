package rdb

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"

	"usher/invite"
)

// PlaceLimit is what a round's place must stay below. Scores are IEEE doubles,
// exact up to 2^53 (about 9.007e15), so that this leaves nine priorities.
const PlaceLimit = 1_000_000_000_000_000

// maxPriority is the highest priority whose scores are exact.
const maxPriority = 8

// chunk is how many members one script call takes: enough to make the call's
// cost vanish, few enough for Lua's stack and for other clients' patience.
const chunk = 500

// Waiting is a round that waits in its location's lane.
type Waiting struct {
	Location invite.ID
	Round    invite.ID
	Priority invite.Priority
	Place    int64     // order within the priority; from 0, below PlaceLimit
	Due      time.Time // when the lane's next slot is, if the lane is not scheduled yet; zero leaves it dormant
}

// score orders a lane: by priority, then by place.
func (w Waiting) score() (string, error) {
	if w.Priority < 0 || w.Priority > maxPriority || w.Place < 0 || w.Place >= PlaceLimit {
		return "", fmt.Errorf("rdb: round %s: priority %d, place %d is out of range", w.Round, w.Priority, w.Place)
	}
	return strconv.FormatInt(int64(w.Priority)*PlaceLimit+w.Place, 10), nil
}

// Enqueue puts rounds into their lanes, in one pipeline however many. A lane
// that is neither scheduled nor leased becomes due at the earliest Due given
// for it; any other keeps its time. A round that waits already takes the new
// priority and place. After an error, call it again with the same rounds.
func (db *DB) Enqueue(ctx context.Context, rounds []Waiting) error {
	pairs := make([]member, len(rounds))
	dues := make(map[invite.ID]time.Time)
	for i, w := range rounds {
		score, err := w.score()
		if err != nil {
			return err
		}
		pairs[i] = member{w.Location, []any{score, string(w.Round)}}
		if d, ok := dues[w.Location]; !w.Due.IsZero() && (!ok || w.Due.Before(d)) {
			dues[w.Location] = w.Due
		}
	}
	var calls []call
	for _, g := range byLocation(pairs) {
		s := db.keys.shardOf(g.location)
		calls = append(calls, call{
			keys: []string{db.keys.lane(g.location), db.keys.due(s), db.keys.leases(s)},
			args: append([]any{string(g.location), dueArg(dues[g.location])}, g.args...),
		})
	}
	return db.exec(ctx, enqueueScript, calls)
}

// Place names a round in its lane.
type Place struct {
	Location invite.ID
	Round    invite.ID
}

// Remove takes rounds out of their lanes, in one pipeline; those that are not
// there are no error. A round that is claimed at this moment leaves its lane
// too, and its claim ends as any other.
func (db *DB) Remove(ctx context.Context, rounds []Place) error {
	members := make([]member, len(rounds))
	for i, r := range rounds {
		members[i] = member{r.Location, []any{string(r.Round)}}
	}
	var calls []call
	for _, g := range byLocation(members) {
		calls = append(calls, call{
			keys: []string{db.keys.lane(g.location), db.keys.due(db.keys.shardOf(g.location))},
			args: append([]any{string(g.location)}, g.args...),
		})
	}
	return db.exec(ctx, removeScript, calls)
}

// SetDue moves the due time of lanes that hold rounds, earlier or later, and
// wakes those that are paused: for a resume, or a policy that changed. While a
// lane is leased the time is remembered; it counts when the claim ends, if it
// is earlier than the time that the claim ends with.
func (db *DB) SetDue(ctx context.Context, due time.Time, locations ...invite.ID) error {
	return db.setDue(ctx, dueArg(due), locations)
}

// Pause takes lanes out of the due set; their rounds keep their places. A lane
// that is leased comes back when its claim ends, once: Postgres refuses the
// next one, and its Return without a due time leaves the lane dormant.
func (db *DB) Pause(ctx context.Context, locations ...invite.ID) error {
	return db.setDue(ctx, "", locations)
}

func (db *DB) setDue(ctx context.Context, due string, locations []invite.ID) error {
	calls := make([]call, len(locations))
	for i, location := range locations {
		s := db.keys.shardOf(location)
		calls[i] = call{
			keys: []string{db.keys.lane(location), db.keys.due(s), db.keys.leases(s), db.keys.wishes(s)},
			args: []any{string(location), due},
		}
	}
	return db.exec(ctx, setDueScript, calls)
}

// Depth returns how many rounds wait in a lane, a claimed one included.
func (db *DB) Depth(ctx context.Context, location invite.ID) (int64, error) {
	return db.client.ZCard(ctx, db.keys.lane(location)).Result()
}

// Lanes says how busy the lanes are.
type Lanes struct {
	Scheduled int64     // lanes with rounds and a due time
	Leased    int64     // lanes that somebody holds a claim on
	Next      time.Time // when Claim next has something to do: the earliest due time or end of a lease; zero if never
}

// Lanes reads the size of all lanes and when the next is due, in one pipeline.
func (db *DB) Lanes(ctx context.Context) (Lanes, error) {
	var cards [2][]*redis.IntCmd
	var heads []*redis.ZSliceCmd
	pipe := db.client.Pipeline()
	for s := range db.keys.shards {
		for i, key := range []string{db.keys.due(s), db.keys.leases(s)} {
			cards[i] = append(cards[i], pipe.ZCard(ctx, key))
			heads = append(heads, pipe.ZRangeWithScores(ctx, key, 0, 0))
		}
	}
	if _, err := pipe.Exec(ctx); err != nil {
		return Lanes{}, err
	}
	return Lanes{Scheduled: sum(cards[0]), Leased: sum(cards[1]), Next: earliest(heads)}, nil
}

// member is what a script is told about one round of a location.
type member struct {
	location invite.ID
	args     []any
}

// byLocation joins the args of one location's members, at most chunk of them,
// in the order given.
func byLocation(members []member) []member {
	var groups []member
	last := make(map[invite.ID]int) // the group of a location that is still filled
	count := make(map[invite.ID]int)
	for _, m := range members {
		if count[m.location]%chunk == 0 {
			last[m.location] = len(groups)
			groups = append(groups, member{location: m.location})
		}
		count[m.location]++
		g := &groups[last[m.location]]
		g.args = append(g.args, m.args...)
	}
	return groups
}

// sum adds up the replies of commands that were executed.
func sum(cmds []*redis.IntCmd) int64 {
	var total int64
	for _, cmd := range cmds {
		total += cmd.Val()
	}
	return total
}

// earliest returns the lowest score as a time, or zero if all sets are empty.
func earliest(heads []*redis.ZSliceCmd) time.Time {
	var first time.Time
	for _, cmd := range heads {
		for _, z := range cmd.Val() {
			if at := time.UnixMilli(int64(z.Score)).UTC(); first.IsZero() || at.Before(first) {
				first = at
			}
		}
	}
	return first
}
