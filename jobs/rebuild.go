package jobs

import (
	"context"
	"errors"
	"maps"
	"time"

	"usher/invite"
	"usher/jobs/rdb"
	"usher/store"
)

const (
	rebuildPage  = 1000
	rebuildLease = 30 * time.Second // of the lock; extended with each page
)

// rebuild fills an emptied Redis from Postgres. Lanes stay dormant until all
// rounds are in, so that none leaves before one that goes first. What happens
// in Postgres meanwhile is followed from the position read at the start.
func (j *Jobs) rebuild(ctx context.Context) (more bool, err error) {
	lock, err := j.Redis.StartRebuild(ctx, rebuildLease)
	if errors.Is(err, rdb.ErrRebuilding) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer func() {
		if err != nil {
			ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
			defer cancel()
			_ = lock.Abandon(ctx) // else it ends with its lease
		}
	}()
	_, found, err := j.Redis.Cursor(ctx)
	if err != nil {
		return false, err
	}
	if found { // somebody was done between our look and our lock
		return true, lock.Abandon(ctx)
	}
	position, err := j.DB.LastPosition(ctx)
	if err != nil {
		return false, err
	}
	if err := j.Redis.Reset(ctx); err != nil {
		return false, err
	}
	dues := map[invite.ID]due{}
	err = j.eachWaiting(ctx, "", func(page []store.Place, lanes map[invite.ID]due) (bool, error) {
		maps.Copy(dues, lanes)
		if err := j.Redis.Enqueue(ctx, waiting(page, nil)); err != nil {
			return false, err
		}
		return true, lock.Extend(ctx, rebuildLease)
	})
	if err != nil {
		return false, err
	}
	err = j.eachPending(ctx, "", func(page []store.Expiry) (bool, error) {
		if err := j.index(ctx, page); err != nil {
			return false, err
		}
		return true, lock.Extend(ctx, rebuildLease)
	})
	if err != nil {
		return false, err
	}
	if err := j.setDue(ctx, dues); err != nil {
		return false, err
	}
	if err := lock.Finish(ctx, position); err != nil {
		return false, err
	}
	j.Log.InfoContext(ctx, "Redis was empty and is rebuilt", "lanes", len(dues), "position", position)
	return true, nil
}

// eachWaiting calls use with the waiting rounds behind the id after, page by
// page, and when their lanes are due, until use returns false.
func (j *Jobs) eachWaiting(ctx context.Context, after invite.ID, use func([]store.Place, map[invite.ID]due) (bool, error)) error {
	for {
		page, err := j.DB.WaitingPlaces(ctx, after, rebuildPage)
		if err != nil {
			return err
		}
		dues, err := j.dues(ctx, lanesOf(page), nil)
		if err != nil {
			return err
		}
		if on, err := use(page, dues); err != nil || !on || len(page) < rebuildPage {
			return err
		}
		after = page[len(page)-1].ID
	}
}

// eachPending calls use with the open invitations behind the id after, page by
// page, until it returns false.
func (j *Jobs) eachPending(ctx context.Context, after invite.ID, use func([]store.Expiry) (bool, error)) error {
	for {
		page, err := j.DB.PendingExpiries(ctx, after, rebuildPage)
		if err != nil {
			return err
		}
		if on, err := use(page); err != nil || !on || len(page) < rebuildPage {
			return err
		}
		after = page[len(page)-1].ID
	}
}
