package app

import (
	"context"
	"errors"
	"slices"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// NewHousehold is a household to make.
type NewHousehold struct {
	Organization *invite.ID
	Name         *string // the address, else the head's name, where nil
	Address      *string // that of the first member who has one where nil
	Members      []invite.ID
	Head         *invite.ID // the first of them who joined where nil
}

// CreateHousehold makes a household of contacts of one location that belong to
// none. OWNER, LEADER; permission EDIT_CONTACTS.
//
// Refusals: REQUIRED, TOO_LONG, CONTROL_CHARACTERS, TOO_MANY, INVALID,
// HAS_HOUSEHOLD, CONTACT_ARCHIVED, OFFLINE_CLIENT for a head who cannot sign
// in. NOT_FOUND where a contact is not the organization's.
func (a *App) CreateHousehold(ctx context.Context, in NewHousehold) (invite.ID, error) {
	actor, org, err := a.leading(ctx, auth.EditContacts, in.Organization)
	if err != nil {
		return "", err
	}
	h := invite.Household{ID: store.NewID(), OrganizationID: org.ID, HeadID: in.Head}
	if err := describe(&h, in.Name, in.Address); err != nil {
		return "", err
	}
	ids := invite.Unique(in.Members)
	if err := countMembers("input.members", ids, 1); err != nil {
		return "", err
	}
	return h.ID, a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		members, err := lockAll(ctx, tx, ScopeOf(actor).Within(org.ID), "input.members", ids)
		if err != nil {
			return nil, err
		}
		made, err := in.of(h, members)
		if err != nil {
			return nil, err
		}
		if err := tx.InsertHouseholds(ctx, org.ID, made); err != nil {
			return nil, err
		}
		facts := []invite.Fact{householdFact(made, nil, "The household was made")}
		for _, c := range members {
			facts = append(facts, householdFact(made, &c, c.Label()+" was added"))
		}
		return facts, tx.SetHousehold(ctx, ids, &made.ID)
	})
}

// of returns h with what follows from its members, in the order of the input.
func (in NewHousehold) of(h invite.Household, members []invite.Contact) (invite.Household, error) {
	h.LocationID = members[0].LocationID
	if err := joinable("input.members", h, members).Or(); err != nil {
		return h, err
	}
	if taken := labelsWhere(members, func(c invite.Contact) bool { return c.HouseholdID != nil }); taken != "" {
		return h, invite.Errorf(invite.HasHousehold, "input.members", "Belonging to another household: %s. Take them out first, or add them there.", taken).With("names", taken)
	}
	if in.Head == nil {
		h.HeadID = invite.NextHead(members)
	} else if err := mayBecomeHead(members, *in.Head); err != nil {
		return h, err
	}
	for _, c := range members {
		if in.Address == nil && h.Address == "" {
			h.Address = c.Address
		}
	}
	if in.Name == nil {
		h.Name = nameFor(h, members)
	}
	return h, nil
}

// nameFor returns what a household is called that nobody named.
func nameFor(h invite.Household, members []invite.Contact) string {
	first := members[0]
	for _, c := range members {
		if h.HeadID != nil && c.ID == *h.HeadID {
			first = c
		}
	}
	return invite.HouseholdName(h.Address, first.Label())
}

// DeleteHousehold deletes a household; its members stay on file, and whoever
// was added to it and has not confirmed cannot any more. OWNER, LEADER.
// CONFLICT where a member has joined and the organization is billed by
// household: everyone who joined has one there.
func (a *App) DeleteHousehold(ctx context.Context, id invite.ID) error {
	actor, org, err := a.leadingHousehold(ctx, id)
	if err != nil {
		return err
	}
	for try := 1; ; try++ {
		err := a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
			return deleteHousehold(ctx, tx, ScopeOf(actor).Within(org.ID), org, id)
		})
		if try == maxDeletions || !errors.Is(err, errCameIn) {
			return err
		}
	}
}

// Contacts are locked before their household. Somebody may come in between:
// then it is begun anew, with them. errCameIn is what a user reads who is
// overtaken every time.
const maxDeletions = 5

var errCameIn = invite.Errorf(invite.Conflict, "input.id", "Somebody came into this household at this moment; look again before you delete it.")

func deleteHousehold(ctx context.Context, tx *store.Tx, s store.Scope, org invite.Organization, id invite.ID) ([]invite.Fact, error) {
	seen, err := tx.MembersOf(ctx, []invite.ID{id})
	if err != nil {
		return nil, err
	}
	if _, err := tx.LockContacts(ctx, s, idsOf(seen)); err != nil {
		return nil, err
	}
	h, err := tx.LockHousehold(ctx, s, id)
	if err != nil {
		return nil, err
	}
	members, err := tx.MembersOf(ctx, []invite.ID{id})
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(members, func(c invite.Contact) bool { return !contains(seen, c) }) {
		return nil, errCameIn
	}
	joined := labelsWhere(members, func(c invite.Contact) bool { return c.AccountID != nil })
	if joined != "" && billedByHousehold(org) {
		return nil, invite.Errorf(invite.Conflict, "input.id", "Joined: %s. Everyone who has joined belongs to a household here; add them to another one instead.", joined).With("names", joined)
	}
	facts := []invite.Fact{householdFact(h, nil, h.Name+" was deleted")}
	for _, c := range members {
		facts = append(facts, householdFact(h, &c, c.Label()+" left: the household was deleted"))
	}
	return facts, tx.DeleteHouseholds(ctx, id)
}

// DismissSuggestion takes what stands at one address of a location off the
// suggested households for good. OWNER, LEADER. INVALID for what is no key.
func (a *App) DismissSuggestion(ctx context.Context, s store.Suggestion) error {
	actor := auth.FromContext(ctx)
	if !actor.SignedIn() {
		return invite.Errorf(invite.Unauthenticated, "", "Sign in first.")
	}
	location, err := a.DB.Location(ctx, ScopeOf(actor), s.LocationID)
	if err != nil {
		return err
	}
	if _, _, err := a.leading(ctx, auth.EditContacts, &location.OrganizationID); err != nil {
		return err
	}
	if s.AddressKey == "" || len(s.AddressKey) > 4*invite.MaxAddressLength || invite.AddressKey(s.AddressKey) != s.AddressKey {
		return invite.Errorf(invite.Invalid, "input.key", "Give the key of a suggestion as householdSuggestions has it.")
	}
	return a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		fresh, err := tx.DismissSuggestion(ctx, location.OrganizationID, s)
		if err != nil || !fresh {
			return nil, err
		}
		return []invite.Fact{{
			Kind: invite.HouseholdChanged, OrganizationID: location.OrganizationID, LocationID: &location.ID,
			Reason: "The suggested household at " + s.AddressKey + " was dismissed",
		}}, nil
	})
}

// leading is permitted for what owners and leaders may do and trainers may
// not.
func (a *App) leading(ctx context.Context, p auth.Permission, given *invite.ID) (auth.Actor, invite.Organization, error) {
	actor, org, err := a.permitted(ctx, p, given)
	if err == nil && actor.Role == invite.Trainer {
		err = invite.Errorf(invite.Forbidden, "", "Only an owner or a leader looks after households.")
	}
	return actor, org, err
}

// leadingHousehold is leading for a household that the actor sees.
func (a *App) leadingHousehold(ctx context.Context, id invite.ID) (auth.Actor, invite.Organization, error) {
	actor := auth.FromContext(ctx)
	if !actor.SignedIn() {
		return actor, invite.Organization{}, invite.Errorf(invite.Unauthenticated, "", "Sign in first.")
	}
	h, err := a.DB.Household(ctx, ScopeOf(actor), id)
	if err != nil {
		return actor, invite.Organization{}, err
	}
	return a.leading(ctx, auth.EditContacts, &h.OrganizationID)
}

func billedByHousehold(org invite.Organization) bool {
	return org.Policy().BillingUnit == invite.RegisteredHousehold
}

// lockAll locks contacts and returns them in the order of ids. NOT_FOUND at
// field where one is not to be seen.
func lockAll(ctx context.Context, tx *store.Tx, s store.Scope, field string, ids []invite.ID) ([]invite.Contact, error) {
	found, err := tx.LockContacts(ctx, s, ids)
	if err != nil {
		return nil, err
	}
	if len(found) != len(ids) {
		return nil, invite.Errorf(invite.NotFound, field, "%d of the contacts do not exist.", len(ids)-len(found))
	}
	slices.SortFunc(found, func(a, b invite.Contact) int { return slices.Index(ids, a.ID) - slices.Index(ids, b.ID) })
	return found, nil
}
