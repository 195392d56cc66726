package app

import (
	"context"

	"usher/invite"
	"usher/store"
)

// homes are the households that somebody's joining touches, locked: the one
// that they were added to, and the one that they are in.
type homes struct {
	addedTo, own *invite.Household
}

func lockHomes(ctx context.Context, tx *store.Tx, p Preview, c invite.Contact) (homes, error) {
	var ids []invite.ID
	added, _ := p.way.(*householdWay)
	if added != nil {
		ids = append(ids, added.household.ID)
	}
	if c.HouseholdID != nil {
		ids = append(ids, *c.HouseholdID)
	}
	list, err := tx.LockHouseholds(ctx, store.InOrganization(c.OrganizationID), invite.Unique(ids))
	var h homes
	for _, one := range list {
		if added != nil && one.ID == added.household.ID {
			h.addedTo = &one
		}
		if c.HouseholdID != nil && one.ID == *c.HouseholdID {
			h.own = &one
		}
	}
	if err == nil && added != nil && h.addedTo == nil { // deleted since the look
		p.State = PreviewNotValid
		err = p.refusal(Credential{Token: new("")})
	}
	return h, err
}

// settle gives whoever joined their place: in the household that they were
// added to, else the one that they are in, else, where households are billed,
// one of their own.
func (h homes) settle(ctx context.Context, tx *store.Tx, p Preview, c *invite.Contact) ([]invite.Fact, error) {
	switch {
	case h.addedTo != nil && h.own != nil && h.own.ID != h.addedTo.ID:
		return h.move(ctx, tx, p, c)
	case h.addedTo != nil:
		return h.enter(ctx, tx, *h.addedTo, c)
	case h.own != nil:
		return h.lead(ctx, tx, *c)
	case p.Policy.BillingUnit == invite.RegisteredHousehold:
		return settleAlone(ctx, tx, *c)
	}
	return nil, nil
}

// move lets somebody leave a household of which they are the only member.
func (h homes) move(ctx context.Context, tx *store.Tx, p Preview, c *invite.Contact) ([]invite.Fact, error) {
	members, err := tx.MembersOf(ctx, []invite.ID{h.own.ID})
	if err != nil {
		return nil, err
	}
	if len(members) > 1 {
		return nil, invite.Errorf(invite.HasHousehold, "", "You belong to another household, %s. Leave it first, or ask: %s.", h.own.Name, p.Organization.Contact()).
			With("household", h.own.Name).With("support", p.Organization.Contact())
	}
	facts, err := h.enter(ctx, tx, *h.addedTo, c)
	if err != nil {
		return nil, err
	}
	left := householdFact(*h.own, c, c.Label()+" moved to "+h.addedTo.Name)
	return append(facts, left), tx.DeleteHouseholds(ctx, h.own.ID)
}

func (h homes) enter(ctx context.Context, tx *store.Tx, to invite.Household, c *invite.Contact) ([]invite.Fact, error) {
	if c.HouseholdID != nil && *c.HouseholdID == to.ID {
		return []invite.Fact{householdFact(to, c, c.Label()+" confirmed")}, nil
	}
	c.HouseholdID = &to.ID
	return []invite.Fact{householdFact(to, c, c.Label()+" confirmed")}, tx.SetHousehold(ctx, []invite.ID{c.ID}, &to.ID)
}

// lead makes the first member who joins the head, so that somebody can add the
// rest.
func (h homes) lead(ctx context.Context, tx *store.Tx, c invite.Contact) ([]invite.Fact, error) {
	var head *invite.Contact
	if h.own.HeadID != nil {
		found, err := tx.Contact(ctx, store.InOrganization(c.OrganizationID), *h.own.HeadID)
		if err != nil {
			return nil, err
		}
		head = &found
	}
	if !invite.JoinHead(*h.own, head, c) {
		return []invite.Fact{householdFact(*h.own, &c, c.Label()+" joined")}, nil
	}
	h.own.HeadID = &c.ID
	return []invite.Fact{householdFact(*h.own, &c, c.Label()+" joined, and is its head")}, tx.SaveHousehold(ctx, *h.own)
}
