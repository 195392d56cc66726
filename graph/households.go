package graph

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"strings"
	"time"

	"usher/app"
	"usher/auth"
	"usher/graph/model"
	"usher/invite"
	"usher/store"
)

type householdResolver struct{ *Resolver }
type householdConnectionResolver struct{ *Resolver }

func (r *contactResolver) Household(ctx context.Context, c *invite.Contact) (*invite.Household, error) {
	return optional(ctx, of(ctx).load().households, c.HouseholdID)
}

func (r *queryResolver) Household(ctx context.Context, id invite.ID) (*invite.Household, error) {
	if _, err := of(ctx).signedIn(); err != nil {
		return nil, err
	}
	return ptr(of(ctx).load().households.load(ctx, id))
}

func (r *queryResolver) Households(ctx context.Context, organization *invite.ID, filter *model.HouseholdFilter, first int, after *string) (*model.HouseholdConnection, error) {
	_, scope, err := listed(ctx, organization, first)
	if err != nil {
		return nil, err
	}
	page := &model.HouseholdConnection{Scope: scope, Edges: []model.HouseholdEdge{}, PageInfo: model.PageInfo{HasPreviousPage: after != nil}}
	if page.Filter, err = householdFilter(filter); err != nil {
		return nil, err
	}
	place, err := readHouseholdCursor(after)
	if err != nil {
		return nil, err
	}
	list, err := r.DB.HouseholdPage(ctx, scope, page.Filter, place, first+1, of(ctx).now)
	if err != nil {
		return nil, err
	}
	if len(list) > first {
		list, page.PageInfo.HasNextPage = list[:first], true
	}
	page.Nodes = notNil(of(ctx).load().sawHouseholds(list))
	for n := range list {
		page.Edges = append(page.Edges, model.HouseholdEdge{Cursor: writeHouseholdCursor(list[n]), Node: &list[n]})
	}
	if n := len(page.Edges); n > 0 {
		page.PageInfo.StartCursor, page.PageInfo.EndCursor = &page.Edges[0].Cursor, &page.Edges[n-1].Cursor
	}
	return page, nil
}

func (r *householdConnectionResolver) TotalCount(ctx context.Context, c *model.HouseholdConnection) (*model.Count, error) {
	n, err := r.DB.CountHouseholds(ctx, c.Scope, c.Filter, of(ctx).now)
	return capped(n), err
}

func householdFilter(f *model.HouseholdFilter) (store.HouseholdFilter, error) {
	if f == nil {
		return store.HouseholdFilter{}, nil
	}
	out := store.HouseholdFilter{States: f.States, Locations: f.Locations, Groups: f.Groups}
	search, err := searchText(f.Search)
	out.Search = search
	return out, err
}

// byHouseholdName marks the cursors of lists of households.
const byHouseholdName store.SortKey = "HOUSEHOLD"

func writeHouseholdCursor(h invite.Household) string {
	text, _ := json.Marshal(cursor{By: byHouseholdName, Value: strings.ToLower(h.Name), ID: h.ID}) // strings
	return base64.RawURLEncoding.EncodeToString(text)
}

func readHouseholdCursor(text *string) (*store.After, error) {
	if text == nil {
		return nil, nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(*text)
	var c cursor
	if err != nil || len(raw) > 2000 || json.Unmarshal(raw, &c) != nil || c.By != byHouseholdName || !isID(c.ID) || strings.ContainsRune(c.Value, 0) {
		return nil, invite.Errorf(invite.Invalid, "after", "This cursor does not belong to this list; use the endCursor of a page of households.")
	}
	return &store.After{Value: c.Value, ID: c.ID}, nil
}

// Most of what one suggestion shows.
const (
	maxSuggestedContacts   = 50
	maxSuggestedHouseholds = 10
)

func (r *queryResolver) HouseholdSuggestions(ctx context.Context, organization *invite.ID, first int) ([]model.HouseholdSuggestion, error) {
	org, _, err := listed(ctx, organization, first)
	if err != nil {
		return nil, err
	}
	if of(ctx).asker().Role == invite.Trainer {
		return nil, invite.Errorf(invite.Forbidden, "", "Only an owner or a leader looks after households.")
	}
	list, err := r.DB.HouseholdSuggestions(ctx, org, first)
	if err != nil {
		return nil, err
	}
	there, err := r.DB.SuggestedAt(ctx, org, list, maxSuggestedContacts, maxSuggestedHouseholds)
	if err != nil {
		return nil, err
	}
	l := of(ctx).load()
	for _, s := range list {
		l.locations.want(s.LocationID)
		l.sawContacts(there[s].Contacts)
		l.sawHouseholds(there[s].Households)
	}
	out := []model.HouseholdSuggestion{}
	for _, s := range list {
		one, err := suggestion(ctx, s, there[s])
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, nil
}

func suggestion(ctx context.Context, s store.Suggestion, at store.Suggested) (model.HouseholdSuggestion, error) {
	out := model.HouseholdSuggestion{Key: s.AddressKey, Contacts: notNil(at.Contacts), Households: notNil(at.Households)}
	var first time.Time
	if len(at.Households) > 0 {
		out.Address, first = at.Households[0].Address, at.Households[0].CreatedAt
	}
	if len(at.Contacts) > 0 && (out.Address == "" || at.Contacts[0].CreatedAt.Before(first)) {
		out.Address = at.Contacts[0].Address
	}
	location, err := of(ctx).load().locations.load(ctx, s.LocationID)
	out.Location = &location
	return out, err
}

func (r *mutationResolver) CreateHousehold(ctx context.Context, in model.CreateHouseholdInput) (*model.HouseholdPayload, error) {
	id, err := r.App.CreateHousehold(ctx, app.NewHousehold{Organization: in.Organization, Name: in.Name, Address: in.Address, Members: in.Members, Head: in.Head})
	return householdPayload(ctx, id, err)
}

func (r *mutationResolver) UpdateHousehold(ctx context.Context, in model.UpdateHouseholdInput) (*model.HouseholdPayload, error) {
	return householdPayload(ctx, in.ID, r.App.UpdateHousehold(ctx, app.HouseholdChange{
		ID: in.ID, Name: in.Name, Address: in.Address, Add: in.AddMembers, Remove: in.RemoveMembers, Head: in.Head,
	}))
}

// householdPayload answers a change of a household. Where nobody is left in
// it, there is none any more.
func householdPayload(ctx context.Context, id invite.ID, err error) (*model.HouseholdPayload, error) {
	errs, err := refusals(err)
	out := &model.HouseholdPayload{UserErrors: errs}
	if err != nil || len(errs) > 0 {
		return out, err
	}
	out.Household, err = optional(ctx, of(ctx).load().households, &id)
	return out, err
}

func (r *mutationResolver) DeleteHousehold(ctx context.Context, in model.DeleteHouseholdInput) (*model.DeleteHouseholdPayload, error) {
	errs, err := refusals(r.App.DeleteHousehold(ctx, in.ID))
	if err != nil || len(errs) > 0 {
		return &model.DeleteHouseholdPayload{UserErrors: errs}, err
	}
	return &model.DeleteHouseholdPayload{DeletedID: &in.ID, UserErrors: errs}, nil
}

func (r *mutationResolver) DismissHouseholdSuggestion(ctx context.Context, in model.DismissHouseholdSuggestionInput) (*model.DismissHouseholdSuggestionPayload, error) {
	errs, err := refusals(r.App.DismissSuggestion(ctx, store.Suggestion{LocationID: in.Location, AddressKey: in.Key}))
	return &model.DismissHouseholdSuggestionPayload{Dismissed: err == nil && len(errs) == 0, UserErrors: errs}, err
}

func householdsToInvite(in model.InviteHouseholdsInput) (app.HouseholdsToInvite, error) {
	out := app.HouseholdsToInvite{
		Organization: in.Organization, Households: in.Households,
		Text: invitationText(in.Invitation), IdempotencyKey: in.IdempotencyKey,
	}
	if in.Filter == nil {
		return out, nil
	}
	filter, err := householdFilter(in.Filter)
	out.Filter = &filter
	return out, err
}

func (r *mutationResolver) InviteHouseholds(ctx context.Context, in model.InviteHouseholdsInput) (*model.InviteHouseholdsPayload, error) {
	var result app.InvitedHouseholds
	input, err := householdsToInvite(in)
	if err == nil {
		result, err = r.App.InviteHouseholds(ctx, input)
	}
	errs, err := refusals(err)
	out := &model.InviteHouseholdsPayload{Results: []model.InvitedHousehold{}, UserErrors: errs}
	if err != nil || len(errs) > 0 {
		return out, err
	}
	l := of(ctx).load()
	for _, item := range result.Items {
		l.households.want(item.Household)
		l.contacts.want(id(item.Contact))
		l.invitations.want(id(item.Invitation))
	}
	for _, item := range result.Items {
		one, err := r.invitedHousehold(ctx, item)
		if err != nil {
			return nil, err
		}
		if one.Outcome == model.InviteOutcomeQueued {
			out.QueuedCount++
		} else {
			out.SkippedCount++
		}
		out.Results = append(out.Results, one)
	}
	out.Batch, err = optional(ctx, l.batches, result.Batch)
	return out, err
}

func (r *mutationResolver) invitedHousehold(ctx context.Context, item app.InvitedHousehold) (model.InvitedHousehold, error) {
	out := model.InvitedHousehold{Outcome: model.InviteOutcomeSkipped, Error: userError(item.Skipped)}
	household, err := of(ctx).load().households.load(ctx, item.Household)
	out.Household = &household
	if err != nil || item.Contact == nil {
		return out, err
	}
	sent, err := r.invited(ctx, app.Invited{Contact: *item.Contact, Invitation: item.Invitation})
	out.Contact, out.Reason, out.Outcome = sent.Contact, &item.Reason, sent.Outcome
	out.Invitation, out.ExpectedSendAt = sent.Invitation, sent.ExpectedSendAt
	return out, err
}

// leads tells whether the asker looks after households of the organization
// they work for.
func leads(actor auth.Actor) bool { return actor.Role == invite.Owner || actor.Role == invite.Leader }
