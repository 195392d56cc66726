package graph

import (
	"context"
	"usher/graph/model"
	"usher/invite"
)

type groupResolver struct{ *Resolver }

func (r *groupResolver) ContactCount(ctx context.Context, obj *invite.Group) (*model.Count, error) {
	return nil, errPending
}

func (r *groupResolver) StatusCounts(ctx context.Context, obj *invite.Group) ([]model.StatusCount, error) {
	return nil, errPending
}

func (r *mutationResolver) UpdateGroupMembers(ctx context.Context, input model.UpdateGroupMembersInput) (*model.UpdateGroupMembersPayload, error) {
	return nil, errPending
}

func (r *queryResolver) Group(ctx context.Context, id invite.ID) (*invite.Group, error) {
	return nil, errPending
}
