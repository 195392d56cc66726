package graph

import (
	"context"

	"usher/app"
	"usher/graph/model"
)

func (r *mutationResolver) AddHouseholdMember(ctx context.Context, in model.AddHouseholdMemberInput) (*model.HouseholdPayload, error) {
	id, err := r.App.AddHouseholdMember(ctx, app.MemberInput{Name: in.Name, Email: in.Email, Phone: in.Phone})
	return householdPayload(ctx, id, err)
}

func (r *mutationResolver) UpdateHouseholdMember(ctx context.Context, in model.UpdateHouseholdMemberInput) (*model.HouseholdPayload, error) {
	id, err := r.App.UpdateHouseholdMember(ctx, app.MemberChange{ID: in.ID, Name: in.Name, Email: in.Email, Phone: in.Phone})
	return householdPayload(ctx, id, err)
}

func (r *mutationResolver) ResendHouseholdMember(ctx context.Context, in model.HouseholdMemberInput) (*model.HouseholdPayload, error) {
	id, err := r.App.ResendHouseholdMember(ctx, in.ID)
	return householdPayload(ctx, id, err)
}

func (r *mutationResolver) RemoveHouseholdMember(ctx context.Context, in model.HouseholdMemberInput) (*model.HouseholdPayload, error) {
	id, err := r.App.RemoveHouseholdMember(ctx, in.ID)
	return householdPayload(ctx, id, err)
}

func (r *mutationResolver) HandOnHousehold(ctx context.Context, in model.HouseholdMemberInput) (*model.HouseholdPayload, error) {
	id, err := r.App.HandOnHousehold(ctx, in.ID)
	return householdPayload(ctx, id, err)
}
