package graph

import (
	"context"
	"usher/graph/model"
	"usher/invite"
)

type organizationChangeResolver struct{ *Resolver }

func (r *organizationChangeResolver) Contact(ctx context.Context, obj *model.OrganizationChange) (*invite.Contact, error) {
	return nil, errPending
}

func (r *organizationChangeResolver) Household(ctx context.Context, obj *model.OrganizationChange) (*invite.Household, error) {
	return nil, errPending
}

func (r *organizationChangeResolver) Group(ctx context.Context, obj *model.OrganizationChange) (*invite.Group, error) {
	return nil, errPending
}

func (r *organizationChangeResolver) AccessPassRun(ctx context.Context, obj *model.OrganizationChange) (*invite.PassRun, error) {
	return nil, errPending
}

func (r *subscriptionResolver) OrganizationChanged(ctx context.Context, organization *invite.ID, after *string) (<-chan *model.OrganizationChange, error) {
	return nil, errPending
}
