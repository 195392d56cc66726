package rdb

import (
	"context"
	"strconv"
	"time"

	"usher/invite"
)

// Claim is the right to decide about the first round of a lane, for as long as
// its lease lasts. It ends with Done or Return.
type Claim struct {
	Location invite.ID
	Round    invite.ID
	Token    string // proves that the lease is still this claim's
}

// Claim leases up to limit lanes that are due at now, each with its first round:
// by priority, then by place. It returns fewer only if no more are due. A lane
// has one claim at a time; a claim that is not ended when its lease runs out is
// void, and its lane due at once.
//
// Claims that come together with an error are held all the same: another shard
// was out of reach.
func (db *DB) Claim(ctx context.Context, now time.Time, lease time.Duration, limit int) ([]Claim, error) {
	token := newToken()
	found, err := db.gather(ctx, claimScript, limit, 2, func(s, quota int) call {
		return call{
			keys: []string{db.keys.due(s), db.keys.leases(s), db.keys.tokens(s), db.keys.wishes(s)},
			args: []any{nowArg(now), dueArg(now.Add(lease)), strconv.Itoa(quota), token, db.keys.lanes(s)},
		}
	})
	claims := make([]Claim, len(found))
	for i, f := range found {
		claims[i] = Claim{Location: invite.ID(f[0]), Round: invite.ID(f[1]), Token: token}
	}
	return claims, err
}

// Done ends a claim whose round left the lane: it was granted a slot, or it no
// longer waits. If other rounds wait the lane is due at next, or dormant if
// next is zero. Returns ErrLeaseLost, and changes nothing, if the claim is void.
func (db *DB) Done(ctx context.Context, c Claim, next time.Time) error {
	return db.release(ctx, c, next, string(c.Round))
}

// Return ends a claim whose round was not granted: it keeps its place, and the
// lane is due at due, or dormant if due is zero (the lane is paused). Returns
// ErrLeaseLost, and changes nothing, if the claim is void.
func (db *DB) Return(ctx context.Context, c Claim, due time.Time) error {
	return db.release(ctx, c, due, "")
}

func (db *DB) release(ctx context.Context, c Claim, due time.Time, gone string) error {
	s := db.keys.shardOf(c.Location)
	held, err := releaseScript.Run(ctx, db.client,
		[]string{db.keys.lane(c.Location), db.keys.due(s), db.keys.leases(s), db.keys.tokens(s), db.keys.wishes(s)},
		string(c.Location), c.Token, dueArg(due), gone).Bool()
	return leaseError(held, err)
}

// leaseError turns a script's "held or lost" into an error.
func leaseError(held bool, err error) error {
	if err == nil && !held {
		return ErrLeaseLost
	}
	return err
}
