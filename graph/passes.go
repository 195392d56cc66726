package graph

import (
	"context"
	"usher/graph/model"
	"usher/invite"
)

type accessPassResolver struct{ *Resolver }

func (r *accessPassResolver) Run(ctx context.Context, obj *invite.AccessPass) (*invite.PassRun, error) {
	return nil, errPending
}

func (r *accessPassResolver) BoundTo(ctx context.Context, obj *invite.AccessPass) (*invite.Contact, error) {
	return nil, errPending
}

func (r *accessPassResolver) RedeemedBy(ctx context.Context, obj *invite.AccessPass) (*invite.Contact, error) {
	return nil, errPending
}

type accessPassRunResolver struct{ *Resolver }

func (r *accessPassRunResolver) Location(ctx context.Context, obj *invite.PassRun) (*invite.Location, error) {
	return nil, errPending
}

func (r *accessPassRunResolver) Groups(ctx context.Context, obj *invite.PassRun) ([]invite.Group, error) {
	return nil, errPending
}

func (r *accessPassRunResolver) CreatedBy(ctx context.Context, obj *invite.PassRun) (string, error) {
	return "", errPending
}

func (r *accessPassRunResolver) Total(ctx context.Context, obj *invite.PassRun) (int, error) {
	return 0, errPending
}

func (r *accessPassRunResolver) Available(ctx context.Context, obj *invite.PassRun) (int, error) {
	return 0, errPending
}

func (r *accessPassRunResolver) Redeemed(ctx context.Context, obj *invite.PassRun) (int, error) {
	return 0, errPending
}

func (r *accessPassRunResolver) Revoked(ctx context.Context, obj *invite.PassRun) (int, error) {
	return 0, errPending
}

func (r *accessPassRunResolver) Expired(ctx context.Context, obj *invite.PassRun) (int, error) {
	return 0, errPending
}

func (r *accessPassRunResolver) Passes(ctx context.Context, obj *invite.PassRun, states []invite.PassState) ([]invite.AccessPass, error) {
	return nil, errPending
}

func (r *accessPassRunResolver) Timeline(ctx context.Context, obj *invite.PassRun, first int) ([]invite.Fact, error) {
	return nil, errPending
}

func (r *mutationResolver) GenerateAccessPasses(ctx context.Context, input model.GenerateAccessPassesInput) (*model.GenerateAccessPassesPayload, error) {
	return nil, errPending
}

func (r *mutationResolver) BindAccessPass(ctx context.Context, input model.BindAccessPassInput) (*model.AccessPassPayload, error) {
	return nil, errPending
}

func (r *mutationResolver) RevokeAccessPasses(ctx context.Context, input model.RevokeAccessPassesInput) (*model.RevokeAccessPassesPayload, error) {
	return nil, errPending
}

func (r *mutationResolver) PrintAccessPasses(ctx context.Context, input model.PrintAccessPassesInput) (*model.PrintAccessPassesPayload, error) {
	return nil, errPending
}

func (r *queryResolver) AccessPassRuns(ctx context.Context, organization *invite.ID, first int, after *string) (*model.AccessPassRunConnection, error) {
	return nil, errPending
}

func (r *queryResolver) AccessPassRun(ctx context.Context, id invite.ID) (*invite.PassRun, error) {
	return nil, errPending
}
