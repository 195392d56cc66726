package jobs

import (
	"context"

	"usher/jobs/rdb"
)

// remind queues the nudge of invitations that are about to lapse. Without Redis
// nothing is sent anyway, so that it needs no sweep.
func (j *Jobs) remind(ctx context.Context) (more bool, err error) {
	return j.settleDue(ctx, rdb.Reminder, j.App.QueueReminders)
}
