package jobs

import (
	"context"

	"usher/invite"
	"usher/store"
)

// refillPages is how many pages of each kind one turn puts back.
const refillPages = 10

// refiller goes round and round what waits in Postgres and puts it into Redis,
// as if it had lost it: a net for losses that leave the cursor in place.
type refiller struct {
	jobs               *Jobs
	rounds, invitation invite.ID // where the next turn goes on
}

func (r *refiller) turn(ctx context.Context) (more bool, err error) {
	j := r.jobs
	_, found, err := j.Redis.Cursor(ctx)
	if err != nil || !found { // a rebuild comes, and keeps the lanes' order
		return false, err
	}
	pages := 0
	err = j.eachWaiting(ctx, r.rounds, func(page []store.Place, dues map[invite.ID]due) (bool, error) {
		pages++
		r.rounds = ""
		if len(page) == rebuildPage {
			r.rounds = page[len(page)-1].ID
		}
		return pages < refillPages, j.Redis.Enqueue(ctx, waiting(page, dues))
	})
	if err != nil {
		return false, err
	}
	pages = 0
	err = j.eachPending(ctx, r.invitation, func(page []store.Expiry) (bool, error) {
		pages++
		r.invitation = ""
		if len(page) == rebuildPage {
			r.invitation = page[len(page)-1].ID
		}
		return pages < refillPages, j.index(ctx, page)
	})
	return false, err
}
