package jobs

import (
	"context"
	"time"

	"usher/invite"
	"usher/jobs/rdb"
)

const (
	duePerTurn = 200
	indexLease = 10 * time.Second // then what was not settled comes again
)

// expire ends invitations as their time comes.
func (j *Jobs) expire(ctx context.Context) (more bool, err error) {
	return j.settleDue(ctx, rdb.Expiry, j.App.Expire)
}

// settleDue does what is due to the invitations of an index and takes them out.
// Those for which it was not due after all get their time anew from Postgres.
func (j *Jobs) settleDue(ctx context.Context, name rdb.IndexName, act func(context.Context, []invite.ID) error) (more bool, err error) {
	index := j.Redis.Index(name)
	due, err := index.Due(ctx, j.Now(), indexLease, duePerTurn)
	if len(due) == 0 {
		return false, err
	}
	ids := make([]invite.ID, len(due))
	for i, d := range due {
		ids[i] = d.Invitation
	}
	if err := act(ctx, ids); err != nil {
		return false, err
	}
	now, err := j.DB.Expiries(ctx, ids)
	if err != nil {
		return false, err
	}
	if err := j.index(ctx, now); err != nil {
		return false, err
	}
	return len(due) == duePerTurn, index.Done(ctx, due)
}

// sweepLapsed ends what lapsed while Redis was away. It needs no Redis.
func (j *Jobs) sweepLapsed(ctx context.Context) (more bool, err error) {
	ids, err := j.DB.Lapsed(ctx, j.DB.Now(), duePerTurn)
	if err != nil || len(ids) == 0 {
		return false, err
	}
	return len(ids) == duePerTurn, j.App.Expire(ctx, ids)
}
