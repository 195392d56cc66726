package rdb

import (
	"context"
	"slices"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"

	"usher/invite"
)

// IndexName names an index; it is part of the keys.
type IndexName string

// The indexes.
const (
	Expiry   IndexName = "expiry"   // invitations by expiresAt
	Reminder IndexName = "reminder" // invitations by when their reminder is to be queued
)

// Index is a set of invitations by the time at which something happens to each.
type Index struct {
	db   *DB
	name IndexName
}

// Index returns the index of that name.
func (db *DB) Index(name IndexName) *Index { return &Index{db, name} }

// Entry is an invitation and its time.
type Entry struct {
	Invitation invite.ID
	At         time.Time
}

// Set gives invitations their time, in one pipeline. An earlier time is
// replaced, and an invitation that is handed out at this moment is no longer:
// its Done will not take the new time away.
func (x *Index) Set(ctx context.Context, entries []Entry) error {
	waiting := make([][]redis.Z, x.db.keys.shards)
	leased := make([][]any, x.db.keys.shards)
	for _, e := range entries {
		s := x.db.keys.shardOf(e.Invitation)
		waiting[s] = append(waiting[s], redis.Z{Score: float64(ceilMillis(e.At)), Member: string(e.Invitation)})
		leased[s] = append(leased[s], string(e.Invitation))
	}
	pipe := x.db.client.Pipeline()
	for s := range waiting {
		// In this order a Due in between finds nothing. In the other it could
		// lease the new entry, which would then be removed.
		for ids := range slices.Chunk(leased[s], chunk) {
			pipe.ZRem(ctx, x.db.keys.indexLeased(x.name, s), ids...)
		}
		for entries := range slices.Chunk(waiting[s], chunk) {
			pipe.ZAdd(ctx, x.db.keys.index(x.name, s), entries...)
		}
	}
	_, err := pipe.Exec(ctx)
	return err
}

// Clear takes invitations out, handed out or not, in one pipeline.
func (x *Index) Clear(ctx context.Context, invitations ...invite.ID) error {
	members := make([][]any, x.db.keys.shards)
	for _, id := range invitations {
		s := x.db.keys.shardOf(id)
		members[s] = append(members[s], string(id))
	}
	pipe := x.db.client.Pipeline()
	for s := range members {
		for ids := range slices.Chunk(members[s], chunk) {
			// In this order: what a Due moves from the one to the other in
			// between is found in the other.
			pipe.ZRem(ctx, x.db.keys.index(x.name, s), ids...)
			pipe.ZRem(ctx, x.db.keys.indexLeased(x.name, s), ids...)
		}
	}
	_, err := pipe.Exec(ctx)
	return err
}

// Due is an invitation whose time has come, handed out until its lease ends.
type Due struct {
	Invitation invite.ID
	Lease      time.Time // when the lease ends; it tells one handing out from the next
}

// Due hands out up to limit invitations whose time is not after now. Each comes
// again after the lease unless Done, Clear or Set settles it. It returns fewer
// than limit only if no more are due; those that come with an error are handed
// out all the same.
func (x *Index) Due(ctx context.Context, now time.Time, lease time.Duration, limit int) ([]Due, error) {
	ends := now.Add(lease).Truncate(time.Millisecond).UTC()
	found, err := x.db.gather(ctx, indexClaimScript, limit, 1, func(s, quota int) call {
		return call{
			keys: []string{x.db.keys.index(x.name, s), x.db.keys.indexLeased(x.name, s)},
			args: []any{nowArg(now), dueArg(ends), strconv.Itoa(quota)},
		}
	})
	due := make([]Due, len(found))
	for i, f := range found {
		due[i] = Due{Invitation: invite.ID(f[0]), Lease: ends}
	}
	return due, err
}

// Done takes invitations out that were dealt with. One that was given a new
// time meanwhile, or handed out again, stays: that is no error.
func (x *Index) Done(ctx context.Context, due []Due) error {
	type key struct {
		shard int
		ends  string
	}
	groups := make(map[key][]any)
	for _, d := range due {
		k := key{x.db.keys.shardOf(d.Invitation), dueArg(d.Lease)}
		groups[k] = append(groups[k], string(d.Invitation))
	}
	var calls []call
	for k, ids := range groups {
		calls = append(calls, call{
			keys: []string{x.db.keys.indexLeased(x.name, k.shard)},
			args: append([]any{k.ends}, ids...),
		})
	}
	return x.db.exec(ctx, indexDoneScript, calls)
}

// Next returns when Due next has something to hand out: the earliest time or
// end of a lease, or zero if the index is empty.
func (x *Index) Next(ctx context.Context) (time.Time, error) {
	var heads []*redis.ZSliceCmd
	pipe := x.db.client.Pipeline()
	for s := range x.db.keys.shards {
		heads = append(heads,
			pipe.ZRangeWithScores(ctx, x.db.keys.index(x.name, s), 0, 0),
			pipe.ZRangeWithScores(ctx, x.db.keys.indexLeased(x.name, s), 0, 0))
	}
	if _, err := pipe.Exec(ctx); err != nil {
		return time.Time{}, err
	}
	return earliest(heads), nil
}

// Size returns how many invitations the index holds, those handed out included.
func (x *Index) Size(ctx context.Context) (int64, error) {
	var cards []*redis.IntCmd
	pipe := x.db.client.Pipeline()
	for s := range x.db.keys.shards {
		cards = append(cards,
			pipe.ZCard(ctx, x.db.keys.index(x.name, s)),
			pipe.ZCard(ctx, x.db.keys.indexLeased(x.name, s)))
	}
	if _, err := pipe.Exec(ctx); err != nil {
		return 0, err
	}
	return sum(cards), nil
}
