package app

import (
	"context"
	"slices"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// HouseholdsToInvite names households: ids or a filter, not both.
type HouseholdsToInvite struct {
	Organization   *invite.ID
	Households     []invite.ID
	Filter         *store.HouseholdFilter
	Text           InvitationText
	IdempotencyKey *string `json:"-"`
}

// InvitedHousehold is what became of one household.
type InvitedHousehold struct {
	Household  invite.ID
	Contact    *invite.ID // who was picked, nil where nobody was
	Reason     invite.HouseholdPickReason
	Invitation *invite.ID
	Skipped    *invite.Error
}

// InvitedHouseholds is what became of all, in the order of the input, and the
// batch of the invitations; nil where none was queued.
type InvitedHouseholds struct {
	Batch *invite.ID
	Items []InvitedHousehold
}

// InviteHouseholds queues an invitation for one contact of each household, for
// whoever joins adds the rest: see invite.PickToInvite. Households of which
// nobody is invited are named with the reason and stop nobody. OWNER, LEADER;
// permission INVITE.
//
// Refusals: REQUIRED, TOO_MANY, the texts' refusals, IDEMPOTENCY_REUSED;
// NOT_FOUND where one of the ids is not a household of the organization.
func (a *App) InviteHouseholds(ctx context.Context, in HouseholdsToInvite) (InvitedHouseholds, error) {
	_, org, err := a.leading(ctx, auth.Invite, in.Organization)
	if err != nil {
		return InvitedHouseholds{}, err
	}
	if err := in.Text.check(); err != nil {
		return InvitedHouseholds{}, err
	}
	var result InvitedHouseholds
	err = a.write(ctx, func(tx *store.Tx) (facts []invite.Fact, err error) {
		result, facts, err = idempotent(ctx, tx, "inviteHouseholds", in.IdempotencyKey, in, func() (InvitedHouseholds, []invite.Fact, error) {
			return a.inviteHouseholds(ctx, tx, org, in)
		})
		return facts, err
	})
	return result, err
}

func (a *App) inviteHouseholds(ctx context.Context, tx *store.Tx, org invite.Organization, in HouseholdsToInvite) (InvitedHouseholds, []invite.Fact, error) {
	var none InvitedHouseholds
	list, err := in.selected(ctx, tx, org)
	if err != nil {
		return none, nil, err
	}
	members, err := lockMembersOf(ctx, tx, org, list)
	if err != nil {
		return none, nil, err
	}
	p := plan{}
	if p.branches, err = loadBranches(ctx, &tx.Reader, org); err != nil {
		return none, nil, err
	}
	result := InvitedHouseholds{Items: make([]InvitedHousehold, len(list))}
	for n, h := range list {
		policy := p.branches.locations[h.LocationID].PolicyIn(org)
		pick, reason, refusal := invite.PickToInvite(members[h.ID], h.HeadID, in.Text.rule(policy), tx.Now())
		result.Items[n] = InvitedHousehold{Household: h.ID, Skipped: refusal}
		if refusal == nil {
			result.Items[n].Contact, result.Items[n].Reason = &pick.ID, reason
			p.items = append(p.items, Invited{Contact: pick.ID})
			p.sendings = append(p.sendings, firstRound(pick, policy, in.Text, tx.Now()))
		}
	}
	sent, facts, err := a.carryOut(ctx, tx, p)
	if err != nil {
		return none, nil, err
	}
	result.Batch = sent.Batch
	queued := sent.Items
	for n := range result.Items {
		if result.Items[n].Contact != nil {
			result.Items[n].Invitation, queued = queued[0].Invitation, queued[1:]
		}
	}
	return result, facts, nil
}

// selected returns the households that the input names or its filter finds,
// each once.
func (in HouseholdsToInvite) selected(ctx context.Context, tx *store.Tx, org invite.Organization) ([]invite.Household, error) {
	limit, scope := org.Policy().MaxBulkCreate, store.InOrganization(org.ID)
	tooMany := invite.Errorf(invite.TooMany, "input.households", "At most %d households at once; choose fewer. Nothing was queued.", limit)
	if (in.Households == nil) == (in.Filter == nil) {
		return nil, invite.Errorf(invite.Required, "input.households", "Give either households or filter.")
	}
	if in.Filter != nil {
		list, err := tx.HouseholdPage(ctx, scope, *in.Filter, nil, limit+1, tx.Now())
		switch {
		case err != nil:
			return nil, err
		case len(list) > limit:
			return nil, tooMany
		case len(list) == 0:
			return nil, invite.Errorf(invite.Required, "input.filter", "No household matches the filter.")
		}
		return list, nil
	}
	ids := invite.Unique(in.Households)
	switch {
	case len(ids) > limit:
		return nil, tooMany
	case len(ids) == 0:
		return nil, invite.Errorf(invite.Required, "input.households", "Choose 1 to %d households.", limit)
	}
	list, err := tx.Households(ctx, scope, ids)
	if err != nil {
		return nil, err
	}
	if len(list) != len(ids) {
		return nil, invite.Errorf(invite.NotFound, "input.households", "%d of the households do not exist.", len(ids)-len(list))
	}
	slices.SortFunc(list, func(a, b invite.Household) int { return slices.Index(ids, a.ID) - slices.Index(ids, b.ID) })
	return list, nil
}

// lockMembersOf locks the members on file of households and returns them by
// household. What was read before the locks may have changed: whoever was
// invited, joined or left in between is seen as they are now.
func lockMembersOf(ctx context.Context, tx *store.Tx, org invite.Organization, list []invite.Household) (map[invite.ID][]invite.Contact, error) {
	ids := make([]invite.ID, len(list))
	for n, h := range list {
		ids[n] = h.ID
	}
	seen, err := tx.MembersOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	locked, err := tx.LockContacts(ctx, store.InOrganization(org.ID), idsOf(seen))
	if err != nil {
		return nil, err
	}
	members := map[invite.ID][]invite.Contact{}
	for _, c := range locked {
		if c.HouseholdID != nil && c.ArchivedAt == nil {
			members[*c.HouseholdID] = append(members[*c.HouseholdID], c)
		}
	}
	return members, nil
}
