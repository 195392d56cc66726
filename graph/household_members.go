package graph

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"usher/auth"
	"usher/graph/model"
	"usher/invite"
)

// maxMembers is the most members that a household shows.
const maxMembers = 100

func (r *householdResolver) Address(_ context.Context, h *invite.Household) (*string, error) {
	return filled(h.Address), nil
}

func (r *householdResolver) Location(ctx context.Context, h *invite.Household) (*invite.Location, error) {
	return ptr(of(ctx).load().locations.load(ctx, h.LocationID))
}

// people reads who belongs to a household: on file, and added by its head.
func people(ctx context.Context, h *invite.Household) ([]invite.Contact, []invite.Addition, error) {
	members, _, err := of(ctx).load().householdMembers.find(ctx, h.ID)
	if err != nil {
		return nil, nil, err
	}
	additions, _, err := of(ctx).load().householdAdditions.find(ctx, h.ID)
	return members, additions, err
}

func (r *householdResolver) Head(ctx context.Context, h *invite.Household) (*model.HouseholdMember, error) {
	members, _, err := people(ctx, h)
	for _, c := range members {
		if isHead(h, c.ID) {
			return ptr(memberOf(ctx, h, c))
		}
	}
	return nil, err
}

func isHead(h *invite.Household, contact invite.ID) bool {
	return h.HeadID != nil && *h.HeadID == contact
}

func (r *householdResolver) Members(ctx context.Context, h *invite.Household) ([]model.HouseholdMember, error) {
	members, additions, err := people(ctx, h)
	if err != nil {
		return nil, err
	}
	out := []model.HouseholdMember{}
	for _, c := range members {
		m, err := memberOf(ctx, h, c)
		if err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	for _, a := range additions {
		out = append(out, addedMember(ctx, h, a))
	}
	slices.SortStableFunc(out, func(a, b model.HouseholdMember) int {
		return cmp.Or(rankOf(a)-rankOf(b), cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.ID, b.ID))
	})
	return out[:min(len(out), maxMembers)], nil
}

// rankOf puts the head first, then who has joined, then the others.
func rankOf(m model.HouseholdMember) int {
	switch {
	case m.IsHead:
		return 0
	case m.State == invite.MemberRegistered:
		return 1
	}
	return 2
}

// memberOf returns a member on file as the asker may see them: staff see the
// addresses of contacts in their scope, everybody their own, and the head those
// of members who have not joined.
func memberOf(ctx context.Context, h *invite.Household, c invite.Contact) (model.HouseholdMember, error) {
	actor := of(ctx).asker()
	m := model.HouseholdMember{ID: c.ID, Name: c.Name, State: c.MemberStateOf(of(ctx).now), IsHead: isHead(h, c.ID), IsViewer: c.ID == actor.Contact}
	contact, err := optional(ctx, of(ctx).load().contacts, &c.ID)
	m.Contact = contact
	if contact != nil || m.State != invite.MemberRegistered && headed(actor, h) {
		m.Email, m.Phone = c.Email, c.Phone
	}
	return m, err
}

// headed tells whether the asker is the head of the household.
func headed(actor auth.Actor, h *invite.Household) bool {
	return actor.Kind == auth.KindClient && isHead(h, actor.Contact)
}

// addedMember returns somebody who was added and has not confirmed. Of members
// only the head sees at which address.
func addedMember(ctx context.Context, h *invite.Household, a invite.Addition) model.HouseholdMember {
	actor := of(ctx).asker()
	m := model.HouseholdMember{ID: a.ID, Name: a.Name, State: invite.MemberAdded, ExpiresAt: &a.ExpiresAt}
	if a.Lapsed(of(ctx).now) {
		m.State, m.ExpiresAt = invite.MemberLapsed, nil
	}
	if actor.Kind != auth.KindClient || headed(actor, h) {
		m.Problem = filled(a.Problem)
		if a.Channel == invite.Email {
			m.Email = &a.Address
		} else {
			m.Phone = &a.Address
		}
	}
	return m
}

func (r *householdResolver) MemberCount(ctx context.Context, h *invite.Household) (int, error) {
	members, additions, err := people(ctx, h)
	return len(members) + len(additions), err
}

func (r *householdResolver) InvitedCount(ctx context.Context, h *invite.Household) (int, error) {
	members, additions, err := people(ctx, h)
	_, invited := invite.CountMembers(members, additions, of(ctx).now)
	return invited, err
}

func (r *householdResolver) RegisteredCount(ctx context.Context, h *invite.Household) (int, error) {
	members, additions, err := people(ctx, h)
	registered, _ := invite.CountMembers(members, additions, of(ctx).now)
	return registered, err
}

func (r *householdResolver) State(ctx context.Context, h *invite.Household) (invite.HouseholdState, error) {
	members, additions, err := people(ctx, h)
	return invite.HouseholdStateOf(members, additions, of(ctx).now), err
}

func (r *householdResolver) RegisteredSince(ctx context.Context, h *invite.Household) (*time.Time, error) {
	return optional(ctx, of(ctx).load().householdSince, &h.ID)
}

func (r *householdResolver) Pick(ctx context.Context, h *invite.Household) (*model.HouseholdPick, error) {
	if of(ctx).asker().Kind == auth.KindClient {
		return nil, nil
	}
	l := of(ctx).load()
	org, err := l.organizations.load(ctx, h.OrganizationID)
	if err != nil {
		return nil, err
	}
	location, err := l.locations.load(ctx, h.LocationID)
	if err != nil {
		return nil, err
	}
	members, _, err := people(ctx, h)
	if err != nil {
		return nil, err
	}
	picked, reason, refusal := invite.PickToInvite(members, h.HeadID, location.PolicyIn(org).Channels, of(ctx).now)
	if refusal != nil {
		return &model.HouseholdPick{Error: userError(refusal)}, nil
	}
	contact, err := optional(ctx, l.contacts, &picked.ID)
	return &model.HouseholdPick{Contact: contact, Reason: &reason}, err
}

func (r *householdResolver) ViewerManages(ctx context.Context, h *invite.Household) (bool, error) {
	actor := of(ctx).asker()
	return leads(actor) || headed(actor, h), nil
}
