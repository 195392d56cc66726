package jobs

import (
	"context"
	"errors"

	"usher/invite"
	"usher/jobs/rdb"
)

// factsPerTurn is how many facts get their position, or are followed, at once.
const factsPerTurn = 500

// placeFacts gives committed facts their positions. It needs no Redis:
// subscribers read positions from Postgres.
func (j *Jobs) placeFacts(ctx context.Context) (more bool, err error) {
	placed, err := j.App.PlaceFacts(ctx, factsPerTurn)
	if placed > 0 {
		j.follow.wake()
	}
	return placed == factsPerTurn, err
}

// followFacts brings Redis up to date with the facts behind its cursor, and
// wakes who waits for them. The facts only name what to look at.
func (j *Jobs) followFacts(ctx context.Context) (more bool, err error) {
	position, found, err := j.Redis.Cursor(ctx)
	if err != nil {
		return false, err
	}
	if !found {
		return j.rebuild(ctx)
	}
	facts, err := j.DB.FactsAfter(ctx, position, factsPerTurn)
	if err != nil || len(facts) == 0 {
		return false, err
	}
	if err := j.mirror(ctx, subjectsOf(facts)); err != nil {
		return false, err
	}
	position = *facts[len(facts)-1].Position
	err = j.Redis.SetCursor(ctx, position)
	if errors.Is(err, rdb.ErrEmptied) {
		return true, nil // the next turn rebuilds
	}
	if err != nil {
		return false, err
	}
	j.sender.wake()
	return len(facts) == factsPerTurn, j.Redis.Wake(ctx, position)
}

// subjects is what a page of facts is about, each once.
type subjects struct {
	rounds, invitations []invite.ID
	// Whose policy changed, and with it the times of what waits there.
	locations, organizations []invite.ID
}

func subjectsOf(facts []invite.Fact) subjects {
	var s subjects
	add := func(to *[]invite.ID, id *invite.ID) {
		if id != nil {
			*to = append(*to, *id)
		}
	}
	for _, f := range facts {
		add(&s.rounds, f.RoundID)
		add(&s.invitations, f.InvitationID)
		if f.Kind == invite.PolicyChanged {
			if f.LocationID != nil {
				add(&s.locations, f.LocationID)
			} else {
				add(&s.organizations, &f.OrganizationID)
			}
		}
	}
	return subjects{invite.Unique(s.rounds), invite.Unique(s.invitations), invite.Unique(s.locations), invite.Unique(s.organizations)}
}
