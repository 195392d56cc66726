package jobs

import (
	"context"
	"errors"
	"runtime/debug"
	"time"

	"usher/app"
	"usher/invite"
	"usher/jobs/rdb"
)

const (
	redisPatience = 5 * time.Second  // for one call that must not be lost when the loop stops
	grantPatience = 10 * time.Second // well within the claim's lease
	grantPause    = 5 * time.Second  // before a lane is tried again that could not be decided
)

// claim leases as many lanes that are due as there are free workers, and has
// each decided about by one of them.
func (j *Jobs) claim(ctx context.Context) (more bool, err error) {
	select { // at least one
	case j.workers <- struct{}{}:
	case <-ctx.Done():
		return false, nil
	}
	free := 1
	for free < cap(j.workers) && j.takeWorker() {
		free++
	}
	// A claim that the loop's end would cut short holds its lane for a lease.
	patient, cancel := context.WithTimeout(context.WithoutCancel(ctx), redisPatience)
	defer cancel()
	claims, err := j.Redis.Claim(patient, j.Now(), invite.Lease, free)
	for range free - len(claims) {
		<-j.workers
	}
	for _, c := range claims { // held, even where another shard failed
		j.flight.start(ctx, "grant", func(ctx context.Context) {
			defer func() { <-j.workers }()
			j.decide(ctx, c)
		})
	}
	return len(claims) == free, err
}

func (j *Jobs) takeWorker() bool {
	select {
	case j.workers <- struct{}{}:
		return true
	default:
		return false
	}
}

// decide asks Postgres for the slot that Redis proposes, and sends what was
// granted.
func (j *Jobs) decide(ctx context.Context, c rdb.Claim) {
	grant, err := j.grant(ctx, c)
	j.grants.note(ctx, j.Log, "grant", err)
	ctx, cancel := context.WithTimeout(ctx, redisPatience)
	defer cancel()
	switch {
	case err != nil:
		err = j.Redis.Return(ctx, c, j.Now().Add(grantPause))
	case grant.Waits:
		err = j.Redis.Return(ctx, c, grant.Next)
	default:
		for _, m := range grant.Messages {
			j.dispatch(ctx, m)
		}
		err = j.Redis.Done(ctx, c, grant.Next)
		if !grant.Next.After(j.Now()) {
			j.sender.wake()
		}
	}
	if err != nil && !errors.Is(err, rdb.ErrLeaseLost) {
		j.Log.WarnContext(ctx, "claim not ended; its lease will", "location", c.Location, "err", err)
	}
}

// grant is App.GrantSlot in time for the lease; a panic in it is an error.
func (j *Jobs) grant(ctx context.Context, c rdb.Claim) (g app.Grant, err error) {
	defer func() {
		if p := recover(); p != nil {
			j.Log.ErrorContext(ctx, "panic", "in", "grant", "panic", p, "stack", string(debug.Stack()))
			err = errors.New("panic in a grant")
		}
	}()
	ctx, cancel := context.WithTimeout(ctx, grantPatience)
	defer cancel()
	return j.App.GrantSlot(ctx, c.Location, c.Round)
}
