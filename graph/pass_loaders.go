package graph

import (
	"context"
	"time"

	"usher/invite"
	"usher/store"
)

// passLoaders read access passes and what hangs on their runs.
type passLoaders struct {
	passes       *loader[invite.AccessPass]
	passCounts   *loader[store.PassCount] // by run
	runPasses    *loader[[]invite.AccessPass]
	runGroups    *loader[[]invite.Group]
	runTimelines *loader[[]invite.Fact]
}

func (l *loaders) ofPasses(db *store.DB, now time.Time) {
	l.passes = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID]invite.AccessPass, error) {
		list, err := db.Passes(ctx, l.scope, k)
		return byID(l.sawPasses(list), err, func(o invite.AccessPass) invite.ID { return o.ID })
	})
	l.passCounts = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID]store.PassCount, error) {
		list, err := db.PassCounts(ctx, k, now)
		return byID(list, err, func(o store.PassCount) invite.ID { return o.RunID })
	})
	l.runPasses = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]invite.AccessPass, error) {
		list, err := db.PassesOfRuns(ctx, k)
		return grouped(l.sawPasses(list), err, func(o invite.AccessPass) invite.ID { return o.RunID }, itself)
	})
	l.runGroups = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]invite.Group, error) {
		list, err := db.GroupsOfRuns(ctx, k)
		for _, o := range list {
			l.sawGroups([]invite.Group{o.Label})
		}
		return grouped(list, err, func(o store.RunGroup) invite.ID { return o.RunID },
			func(o store.RunGroup) invite.Group { return o.Label })
	})
	l.runTimelines = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]invite.Fact, error) {
		list, err := db.RunTimelines(ctx, k, maxTimeline)
		return grouped(list, err, func(o invite.Fact) invite.ID { return *o.PassRunID }, itself)
	})
}

// sawRuns says what may be asked of the runs of a list.
func (l *loaders) sawRuns(list []invite.PassRun) []invite.PassRun {
	for _, r := range list {
		l.locations.want(r.LocationID)
		l.passCounts.want(r.ID)
		l.runPasses.want(r.ID)
		l.runGroups.want(r.ID)
		l.runTimelines.want(r.ID)
	}
	return list
}

// sawPasses says what may be asked of the passes of a list.
func (l *loaders) sawPasses(list []invite.AccessPass) []invite.AccessPass {
	for _, p := range list {
		l.passRuns.want(p.RunID)
		l.contacts.want(id(p.BoundTo), id(p.RedeemedBy))
	}
	return list
}
