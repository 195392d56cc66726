package jobs

import (
	"context"
	"errors"
	"fmt"
)

// attemptsPerTurn is how many messages one turn takes up.
const attemptsPerTurn = 100

// takeUp sends again what is due for it: what was deferred, and what was on its
// way in a process that is no more.
func (j *Jobs) takeUp(ctx context.Context) (more bool, err error) {
	if j.flight.full() {
		return false, nil
	}
	ids, err := j.DB.DueAttempts(ctx, j.DB.Now(), attemptsPerTurn)
	if err != nil {
		return false, err
	}
	var errs []error
	for _, id := range ids {
		m, err := j.App.TakeUp(ctx, id)
		if err != nil { // the others are not to suffer for it
			errs = append(errs, fmt.Errorf("delivery %s: %w", id, err))
			continue
		}
		if m != nil {
			j.dispatch(ctx, *m)
		}
	}
	return len(ids) == attemptsPerTurn, errors.Join(errs...)
}
