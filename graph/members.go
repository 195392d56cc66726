package graph

import (
	"context"
	"usher/graph/model"
)

func (r *mutationResolver) AddHouseholdMember(ctx context.Context, input model.AddHouseholdMemberInput) (*model.HouseholdPayload, error) {
	return nil, errPending
}

func (r *mutationResolver) UpdateHouseholdMember(ctx context.Context, input model.UpdateHouseholdMemberInput) (*model.HouseholdPayload, error) {
	return nil, errPending
}

func (r *mutationResolver) ResendHouseholdMember(ctx context.Context, input model.HouseholdMemberInput) (*model.HouseholdPayload, error) {
	return nil, errPending
}

func (r *mutationResolver) RemoveHouseholdMember(ctx context.Context, input model.HouseholdMemberInput) (*model.HouseholdPayload, error) {
	return nil, errPending
}

func (r *mutationResolver) HandOnHousehold(ctx context.Context, input model.HouseholdMemberInput) (*model.HouseholdPayload, error) {
	return nil, errPending
}
