package graph

import (
	"context"
	"usher/graph/model"
	"usher/invite"
)

type billingUsageResolver struct{ *Resolver }

func (r *billingUsageResolver) Households(ctx context.Context, obj *model.BillingUsage, first int, after *string) (*model.BilledHouseholdConnection, error) {
	return nil, errPending
}

func (r *queryResolver) BillingUsage(ctx context.Context, organization *invite.ID, period *model.BillingPeriodInput) (*model.BillingUsage, error) {
	return nil, errPending
}
