package graph

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"strings"

	"usher/app"
	"usher/graph/model"
	"usher/invite"
	"usher/store"
)

func (r *queryResolver) BillingUsage(ctx context.Context, organization *invite.ID, period *model.BillingPeriodInput) (*model.BillingUsage, error) {
	var days *app.DaysInput
	if period != nil {
		days = &app.DaysInput{From: period.From, To: period.To}
	}
	b, err := r.App.BillingUsage(ctx, organization, days)
	if err != nil {
		return nil, err
	}
	out := &model.BillingUsage{Billing: b}
	for _, s := range b.Seats {
		t := clientType(s.ClientType, b.Organization.Policy())
		out.SeatCounts = append(out.SeatCounts, model.SeatCount{ClientType: &t, Count: s.N})
	}
	return out, nil
}

type billingUsageResolver struct{ *Resolver }

func (r *billingUsageResolver) Households(ctx context.Context, u *model.BillingUsage, first int, after *string) (*model.BilledHouseholdConnection, error) {
	if err := pageSize(first); err != nil {
		return nil, err
	}
	place, err := readSpanCursor(after)
	if err != nil {
		return nil, err
	}
	list, err := r.App.BilledHouseholds(ctx, u.Billing, place, first+1)
	if err != nil {
		return nil, err
	}
	page := &model.BilledHouseholdConnection{
		Edges: []model.BilledHouseholdEdge{}, Nodes: []model.BilledHousehold{}, PageInfo: &model.PageInfo{HasPreviousPage: after != nil},
	}
	if len(list) > first {
		list, page.PageInfo.HasNextPage = list[:first], true
	}
	households := of(ctx).load().households
	for _, s := range list {
		households.want(s.HouseholdID)
	}
	for _, s := range list {
		node := model.BilledHousehold{Name: s.Name, From: s.BeganAt, Until: s.EndedAt, Because: s.Because}
		if node.Household, err = optional(ctx, households, &s.HouseholdID); err != nil {
			return nil, err
		}
		page.Nodes = append(page.Nodes, node)
		page.Edges = append(page.Edges, model.BilledHouseholdEdge{Cursor: writeSpanCursor(s), Node: &node})
	}
	if n := len(page.Edges); n > 0 {
		page.PageInfo.StartCursor, page.PageInfo.EndCursor = &page.Edges[0].Cursor, &page.Edges[n-1].Cursor
	}
	return page, nil
}

// spanCursor is a place in the list of households that counted: the last
// one's name, by which the list is sorted, and the id of its stretch of time.
type spanCursor struct {
	Name string    `json:"s"`
	ID   invite.ID `json:"i"`
}

func writeSpanCursor(s store.HouseholdSpan) string {
	text, _ := json.Marshal(spanCursor{s.NameLower, s.ID}) // strings
	return base64.RawURLEncoding.EncodeToString(text)
}

func readSpanCursor(text *string) (*store.After, error) {
	if text == nil {
		return nil, nil
	}
	var c spanCursor
	raw, err := base64.RawURLEncoding.DecodeString(*text)
	if err != nil || json.Unmarshal(raw, &c) != nil || c.Name == "" || strings.ContainsRune(c.Name, 0) || !isID(c.ID) {
		return nil, invite.Errorf(invite.Invalid, "after", "This cursor does not belong to this list; use the endCursor of a page.")
	}
	return &store.After{Value: c.Name, ID: c.ID}, nil
}
