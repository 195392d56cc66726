package graph

import (
	"context"
	"time"

	"usher/app"
	"usher/auth"
	"usher/graph/model"
	"usher/invite"
	"usher/store"
)

// groupLoaders read what hangs on a group.
type groupLoaders struct {
	groupCounts   *loader[int]
	groupStatuses *loader[[]store.StatusCount]
}

func (l *loaders) ofGroups(db *store.DB, now time.Time) {
	l.groupCounts = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID]int, error) {
		list, err := db.GroupCounts(ctx, l.scope, k)
		out := map[invite.ID]int{}
		for _, c := range list {
			out[c.GroupID] = c.N
		}
		return out, err
	})
	l.groupStatuses = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]store.StatusCount, error) {
		list, err := db.GroupStatusCounts(ctx, l.scope, k, now)
		return grouped(list, err, func(o store.GroupStatusCount) invite.ID { return o.GroupID },
			func(o store.GroupStatusCount) store.StatusCount { return o.StatusCount })
	})
}

func (l *loaders) sawGroups(list []invite.Group) []invite.Group {
	for _, g := range list {
		l.organizations.want(g.OrganizationID)
		l.groupCounts.want(g.ID)
		l.groupStatuses.want(g.ID)
	}
	return list
}

type groupResolver struct{ *Resolver }

func (r *queryResolver) Group(ctx context.Context, id invite.ID) (*invite.Group, error) {
	if _, err := of(ctx).require(auth.ViewContacts); err != nil {
		return nil, err
	}
	return ptr(of(ctx).load().groups.load(ctx, id))
}

func (r *groupResolver) ContactCount(ctx context.Context, g *invite.Group) (*model.Count, error) {
	if _, err := of(ctx).require(auth.ViewContacts); err != nil {
		return nil, err
	}
	n, _, err := of(ctx).load().groupCounts.find(ctx, g.ID)
	return capped(n), err
}

func (r *groupResolver) StatusCounts(ctx context.Context, g *invite.Group) ([]model.StatusCount, error) {
	if _, err := of(ctx).require(auth.ViewContacts); err != nil {
		return nil, err
	}
	org, err := of(ctx).load().organizations.load(ctx, g.OrganizationID)
	if err != nil {
		return nil, err
	}
	list, _, err := of(ctx).load().groupStatuses.find(ctx, g.ID)
	return everyStatus(org, list, capped), err
}

func (r *mutationResolver) UpdateGroupMembers(ctx context.Context, in model.UpdateGroupMembersInput) (*model.UpdateGroupMembersPayload, error) {
	done, err := r.App.UpdateGroupMembers(ctx, app.MembersInput{Group: in.ID, Add: in.Add, Remove: in.Remove})
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return &model.UpdateGroupMembersPayload{UserErrors: errs}, err
	}
	return &model.UpdateGroupMembersPayload{Group: &done.Group, AddedCount: done.Added, RemovedCount: done.Removed, UserErrors: errs}, nil
}
