package rdb

import (
	"context"
	"errors"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"
)

// ErrEmptied says that there is no cursor: Redis was emptied, or never filled,
// and is to be rebuilt from Postgres.
var ErrEmptied = errors.New("rdb: no cursor, Redis must be rebuilt")

// ErrRebuilding says that another process rebuilds at this moment.
var ErrRebuilding = errors.New("rdb: another process is rebuilding")

// Cursor returns the position of the last outbox fact that Redis reflects, and
// false if there is none: see ErrEmptied.
func (db *DB) Cursor(ctx context.Context) (position int64, found bool, err error) {
	position, err = db.client.HGet(ctx, db.keys.cursor(), db.keys.cursorField()).Int64()
	if errors.Is(err, redis.Nil) {
		return 0, false, nil
	}
	return position, err == nil, err
}

// SetCursor moves the cursor forward to position; if it stands further ahead
// it stays. It never creates a cursor: returns ErrEmptied if there is none.
// Otherwise a Redis that was emptied between two facts would look whole.
func (db *DB) SetCursor(ctx context.Context, position int64) error {
	moved, err := cursorAdvanceScript.Run(ctx, db.client,
		[]string{db.keys.cursor()}, db.keys.cursorField(), position).Int()
	if err == nil && moved < 0 {
		return ErrEmptied
	}
	return err
}

// Rebuild is the right to fill Redis from Postgres, held by one process at a
// time. Its course: Reset, Enqueue and Set everything that waits, Finish.
type Rebuild struct {
	db    *DB
	token string
}

// StartRebuild takes the rebuild lock, which ends after ttl by Redis's clock
// unless extended. Returns ErrRebuilding if another process holds it.
func (db *DB) StartRebuild(ctx context.Context, ttl time.Duration) (*Rebuild, error) {
	token := newToken()
	err := db.client.SetArgs(ctx, db.keys.rebuild(), token, redis.SetArgs{Mode: "NX", TTL: ttl}).Err()
	if errors.Is(err, redis.Nil) {
		return nil, ErrRebuilding
	}
	if err != nil {
		return nil, err
	}
	return &Rebuild{db: db, token: token}, nil
}

// Extend lets the lock last ttl from now. Returns ErrLeaseLost if it is over.
func (r *Rebuild) Extend(ctx context.Context, ttl time.Duration) error {
	held, err := rebuildExtendScript.Run(ctx, r.db.client,
		[]string{r.db.keys.rebuild()}, r.token, ttl.Milliseconds()).Bool()
	return leaseError(held, err)
}

// Finish sets the cursor to the outbox position that the rebuild reflects and
// lets go of the lock, in one step. Returns ErrLeaseLost, and sets nothing, if
// the lock is over: then what was written may be incomplete.
func (r *Rebuild) Finish(ctx context.Context, position int64) error {
	return r.end(ctx, strconv.FormatInt(position, 10))
}

// Abandon lets go of the lock without a cursor, so that another process can
// start at once. Returns ErrLeaseLost if the lock was over already.
func (r *Rebuild) Abandon(ctx context.Context) error { return r.end(ctx, "") }

func (r *Rebuild) end(ctx context.Context, position string) error {
	held, err := rebuildEndScript.Run(ctx, r.db.client,
		[]string{r.db.keys.rebuild(), r.db.keys.cursor()},
		r.token, r.db.keys.cursorField(), position).Bool()
	return leaseError(held, err)
}

// resetStep is how many keys Reset asks for, and unlinks, at a time.
const resetStep = 500

// Reset deletes the cursor and then all lanes and indexes, in small steps, so
// that other clients of the server go on. Cut short, it leaves no cursor, and
// so a Redis that asks to be rebuilt. Rate limits and the rebuild lock stay.
func (db *DB) Reset(ctx context.Context) error {
	if err := db.client.Unlink(ctx, db.keys.cursor()).Err(); err != nil {
		return err
	}
	if cluster, ok := db.client.(*redis.ClusterClient); ok {
		return cluster.ForEachMaster(ctx, func(ctx context.Context, node *redis.Client) error {
			return db.unlinkAll(ctx, node)
		})
	}
	return db.unlinkAll(ctx, db.client)
}

// unlinkAll deletes the keys of all shards that one node holds. Each key has
// its own command, since one command may not span slots.
func (db *DB) unlinkAll(ctx context.Context, node redis.Cmdable) error {
	var at uint64
	for {
		found, next, err := node.Scan(ctx, at, db.keys.sharded(), resetStep).Result()
		if err != nil {
			return err
		}
		if len(found) > 0 {
			pipe := node.Pipeline()
			for _, key := range found {
				pipe.Unlink(ctx, key)
			}
			if _, err := pipe.Exec(ctx); err != nil {
				return err
			}
		}
		if next == 0 {
			return nil
		}
		at = next
	}
}
