package app

import (
	"context"
	"slices"
	"strconv"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// home is a household as its head changes it.
type home struct {
	actor        auth.Actor
	organization invite.Organization
	policy       invite.Policy // at the household's location
	household    invite.Household
	members      []invite.Contact
	additions    []invite.Addition // open ones
}

// ownHome returns the household that the actor, a client, belongs to.
//
// It returns UNAUTHENTICATED, FORBIDDEN for staff, and NOT_ALLOWED for a client
// of no household.
func (a *App) ownHome(ctx context.Context) (home, error) {
	h := home{actor: auth.FromContext(ctx)}
	switch {
	case !h.actor.SignedIn():
		return h, invite.Errorf(invite.Unauthenticated, "", "Sign in first.")
	case h.actor.Kind != auth.KindClient:
		return h, invite.Errorf(invite.Forbidden, "", "Only the head of a household does this; staff use updateHousehold.")
	}
	self, err := a.DB.Contact(ctx, ScopeOf(h.actor), h.actor.Contact)
	if err != nil {
		return h, err
	}
	if h.organization, err = a.DB.Organization(ctx, ScopeOf(h.actor), h.actor.Organization); err != nil {
		return h, err
	}
	if self.HouseholdID == nil {
		return h, invite.Errorf(invite.NotAllowed, "", "You belong to no household. Contact: %s.", h.organization.Contact()).
			With("support", h.organization.Contact())
	}
	if err := h.read(ctx, &a.DB.Reader, *self.HouseholdID); err != nil {
		return h, err
	}
	l, err := a.DB.Location(ctx, h.scope(), h.household.LocationID)
	h.policy = l.PolicyIn(h.organization)
	return h, err
}

// scope sees the household's organization: who heads a household sees more of
// it than the own contact.
func (h *home) scope() store.Scope { return store.InOrganization(h.actor.Organization) }

// read reads the household with who belongs to it.
func (h *home) read(ctx context.Context, r *store.Reader, id invite.ID) (err error) {
	if h.household, err = r.Household(ctx, h.scope(), id); err != nil {
		return err
	}
	if h.members, err = r.MembersOf(ctx, []invite.ID{id}); err != nil {
		return err
	}
	h.additions, err = r.OpenAdditionsOf(ctx, []invite.ID{id})
	return err
}

// refuseOthers returns NOT_ALLOWED where the actor is not the head.
func (h *home) refuseOthers() error {
	if h.household.HeadID != nil && *h.household.HeadID == h.actor.Contact {
		return nil
	}
	return invite.Errorf(invite.NotAllowed, "", "Only the head of your household may do this.")
}

// size is how many belong to the household, those included who have not
// confirmed.
func (h *home) size() int { return len(h.members) + len(h.additions) }

// refuseMore returns HOUSEHOLD_FULL where the household has room for nobody.
func (h *home) refuseMore() error {
	limit := h.policy.MaxHouseholdMembers
	if h.size() < limit {
		return nil
	}
	return invite.Errorf(invite.HouseholdFull, "", "A household may have %d members, and yours has %d. Take somebody out first, or contact %s.",
		limit, h.size(), h.organization.Contact()).
		With("limit", strconv.Itoa(limit)).With("support", h.organization.Contact())
}

// member finds a member by the id of the contact or the addition, or returns
// NOT_FOUND.
func (h *home) member(id invite.ID) (*invite.Contact, *invite.Addition, error) {
	if at := slices.IndexFunc(h.members, func(c invite.Contact) bool { return c.ID == id }); at >= 0 {
		return &h.members[at], nil, nil
	}
	if at := slices.IndexFunc(h.additions, func(a invite.Addition) bool { return a.ID == id }); at >= 0 {
		return nil, &h.additions[at], nil
	}
	return nil, nil, invite.Errorf(invite.NotFound, "input.id", "No such member of your household.")
}

// changed is the fact of a change, about a contact where that is not nil.
func (h *home) changed(c *invite.Contact, reason string) invite.Fact {
	return householdFact(h.household, c, reason)
}

// asHead runs fn for the head of a household with what it is under its lock,
// and with the member's contact locked before it; id names the member.
//
// Refusals: those of ownHome, NOT_ALLOWED for who is not the head, NOT_FOUND
// where nobody of the household has the id.
func (a *App) asHead(ctx context.Context, h home, id *invite.ID, fn func(*store.Tx, *home) ([]invite.Fact, error)) error {
	if err := h.refuseOthers(); err != nil {
		return err
	}
	var locked []invite.ID
	if id != nil {
		contact, _, err := h.member(*id)
		if err != nil {
			return err
		}
		if contact != nil {
			locked = []invite.ID{contact.ID}
		}
	}
	return a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		if _, err := tx.LockContacts(ctx, h.scope(), locked); err != nil {
			return nil, err
		}
		if _, err := tx.LockHousehold(ctx, h.scope(), h.household.ID); err != nil {
			return nil, err
		}
		now := h
		if err := now.read(ctx, &tx.Reader, h.household.ID); err != nil {
			return nil, err
		}
		if err := now.refuseOthers(); err != nil { // handed on meanwhile
			return nil, err
		}
		return fn(tx, &now)
	})
}
