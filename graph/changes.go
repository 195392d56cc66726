package graph

import (
	"context"
	"slices"

	"usher/graph/model"
	"usher/invite"
)

// ofOrganization are the kinds of facts that organizationChanged tells.
var ofOrganization = []invite.FactKind{
	invite.ContactJoined, invite.HouseholdChanged, invite.GroupChanged,
	invite.PassesGenerated, invite.PassesPrinted, invite.PassesRevoked, invite.PassBound, invite.PassRedemption,
}

// OrganizationChanged replays what was missed and goes live.
func (r *subscriptionResolver) OrganizationChanged(ctx context.Context, organization *invite.ID, after *string) (<-chan *model.OrganizationChange, error) {
	w, err := r.watch(ctx, organization, nil, nil, nil)
	if err != nil {
		return nil, err
	}
	matches := func(f invite.Fact) bool { return slices.Contains(ofOrganization, f.Kind) && w.about(f) }
	return changes(ctx, r, w, after, matches, func(f invite.Fact) *model.OrganizationChange {
		return &model.OrganizationChange{Fact: f}
	})
}

type organizationChangeResolver struct{ *Resolver }

func (r *organizationChangeResolver) Contact(ctx context.Context, c *model.OrganizationChange) (*invite.Contact, error) {
	return optional(ctx, of(ctx).load().contacts, c.Fact.ContactID)
}

func (r *organizationChangeResolver) Household(ctx context.Context, c *model.OrganizationChange) (*invite.Household, error) {
	return optional(ctx, of(ctx).load().households, c.Fact.HouseholdID)
}

func (r *organizationChangeResolver) Group(ctx context.Context, c *model.OrganizationChange) (*invite.Group, error) {
	return optional(ctx, of(ctx).load().groups, c.Fact.GroupID)
}

func (r *organizationChangeResolver) AccessPassRun(ctx context.Context, c *model.OrganizationChange) (*invite.PassRun, error) {
	if of(ctx).asker().Role == invite.Trainer {
		return nil, nil
	}
	return optional(ctx, of(ctx).load().passRuns, c.Fact.PassRunID)
}
