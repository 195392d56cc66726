package graph

import (
	"context"
	"time"
	"usher/graph/model"
	"usher/invite"
)

func (r *contactResolver) Household(ctx context.Context, obj *invite.Contact) (*invite.Household, error) {
	return nil, errPending
}

type householdResolver struct{ *Resolver }

func (r *householdResolver) Location(ctx context.Context, obj *invite.Household) (*invite.Location, error) {
	return nil, errPending
}

func (r *householdResolver) Head(ctx context.Context, obj *invite.Household) (*model.HouseholdMember, error) {
	return nil, errPending
}

func (r *householdResolver) Members(ctx context.Context, obj *invite.Household) ([]model.HouseholdMember, error) {
	return nil, errPending
}

func (r *householdResolver) MemberCount(ctx context.Context, obj *invite.Household) (int, error) {
	return 0, errPending
}

func (r *householdResolver) InvitedCount(ctx context.Context, obj *invite.Household) (int, error) {
	return 0, errPending
}

func (r *householdResolver) RegisteredCount(ctx context.Context, obj *invite.Household) (int, error) {
	return 0, errPending
}

func (r *householdResolver) State(ctx context.Context, obj *invite.Household) (invite.HouseholdState, error) {
	return invite.HouseholdState(""), errPending
}

func (r *householdResolver) RegisteredSince(ctx context.Context, obj *invite.Household) (*time.Time, error) {
	return nil, errPending
}

func (r *householdResolver) Pick(ctx context.Context, obj *invite.Household) (*model.HouseholdPick, error) {
	return nil, errPending
}

func (r *householdResolver) ViewerManages(ctx context.Context, obj *invite.Household) (bool, error) {
	return false, errPending
}

func (r *mutationResolver) CreateHousehold(ctx context.Context, input model.CreateHouseholdInput) (*model.HouseholdPayload, error) {
	return nil, errPending
}

func (r *mutationResolver) UpdateHousehold(ctx context.Context, input model.UpdateHouseholdInput) (*model.HouseholdPayload, error) {
	return nil, errPending
}

func (r *mutationResolver) DeleteHousehold(ctx context.Context, input model.DeleteHouseholdInput) (*model.DeleteHouseholdPayload, error) {
	return nil, errPending
}

func (r *mutationResolver) DismissHouseholdSuggestion(ctx context.Context, input model.DismissHouseholdSuggestionInput) (*model.DismissHouseholdSuggestionPayload, error) {
	return nil, errPending
}

func (r *mutationResolver) InviteHouseholds(ctx context.Context, input model.InviteHouseholdsInput) (*model.InviteHouseholdsPayload, error) {
	return nil, errPending
}

func (r *queryResolver) Household(ctx context.Context, id invite.ID) (*invite.Household, error) {
	return nil, errPending
}

func (r *queryResolver) Households(ctx context.Context, organization *invite.ID, filter *model.HouseholdFilter, first int, after *string) (*model.HouseholdConnection, error) {
	return nil, errPending
}

func (r *queryResolver) HouseholdSuggestions(ctx context.Context, organization *invite.ID, first int) ([]model.HouseholdSuggestion, error) {
	return nil, errPending
}
