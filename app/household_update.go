package app

import (
	"context"
	"slices"

	"usher/invite"
	"usher/store"
)

// HouseholdChange is what staff change of a household; a nil field stays as it
// is.
type HouseholdChange struct {
	ID      invite.ID
	Name    *string
	Address *string
	Add     []invite.ID // contacts, of whatever household
	Remove  []invite.ID // members
	Head    *invite.ID  // one of the members
}

// UpdateHousehold changes a household. Whoever is added leaves the household
// they were in; one that nobody is left in is deleted, and its additions that
// wait go along. Where a head leaves, the member who joined first becomes
// head. In an organization billed by household, whoever has joined and is
// taken out gets a household of their own. OWNER, LEADER; permission
// EDIT_CONTACTS.
//
// Refusals: REQUIRED, TOO_LONG, CONTROL_CHARACTERS, TOO_MANY, INVALID,
// CONTACT_ARCHIVED, OFFLINE_CLIENT for a head who cannot sign in. NOT_FOUND
// where the household or a contact is not the organization's.
func (a *App) UpdateHousehold(ctx context.Context, in HouseholdChange) error {
	actor, org, err := a.leadingHousehold(ctx, in.ID)
	if err != nil {
		return err
	}
	if err := in.check(); err != nil {
		return err
	}
	return a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		m, err := in.lock(ctx, tx, ScopeOf(actor).Within(org.ID))
		if err != nil {
			return nil, err
		}
		if err := m.decide(in); err != nil {
			return nil, err
		}
		m.settles = billedByHousehold(org)
		return m.save(ctx, tx)
	})
}

// check judges what can be judged without looking.
func (in HouseholdChange) check() error {
	var blank invite.Household
	if err := describe(&blank, in.Name, in.Address); err != nil {
		return err
	}
	if err := countMembers("input.addMembers", in.Add, 0); err != nil {
		return err
	}
	if slices.ContainsFunc(in.Add, func(id invite.ID) bool { return slices.Contains(in.Remove, id) }) {
		return invite.Errorf(invite.Invalid, "input.removeMembers", "Nobody can be added and taken out at once.")
	}
	return nil
}

// moves is a household as it will be, and what becomes of those whose members
// come to it.
type moves struct {
	household, before invite.Household
	members           []invite.Contact // on file, as they will be
	added, removed    []invite.Contact
	others            []leaving
	settles           bool // whoever has joined and is taken out gets a household of their own
}

// leaving is a household that members leave.
type leaving struct {
	household invite.Household
	left      []invite.Contact // who stays
}

// lock locks the contacts that move, then every household they leave or come
// to: who belongs to these cannot change meanwhile.
func (in HouseholdChange) lock(ctx context.Context, tx *store.Tx, s store.Scope) (*moves, error) {
	m := &moves{}
	add, remove := invite.Unique(in.Add), invite.Unique(in.Remove)
	contacts, err := tx.LockContacts(ctx, s, append(add, remove...))
	if err != nil {
		return nil, err
	}
	homes := []invite.ID{in.ID}
	for _, c := range contacts {
		switch {
		case slices.Contains(remove, c.ID):
			m.removed = append(m.removed, c)
		case c.HouseholdID == nil || *c.HouseholdID != in.ID:
			m.added = append(m.added, c)
		}
		if c.HouseholdID != nil {
			homes = append(homes, *c.HouseholdID)
		}
	}
	if missing := len(add) + len(remove) - len(contacts); missing > 0 {
		field := "input.addMembers"
		if len(m.removed) < len(remove) {
			field = "input.removeMembers"
		}
		return nil, invite.Errorf(invite.NotFound, field, "%d of the contacts do not exist.", missing)
	}
	return m, m.lockHouseholds(ctx, tx, s, in.ID, homes)
}

func (m *moves) lockHouseholds(ctx context.Context, tx *store.Tx, s store.Scope, target invite.ID, homes []invite.ID) error {
	locked, err := tx.LockHouseholds(ctx, s, homes)
	if err != nil {
		return err
	}
	everybody, err := tx.MembersOf(ctx, homes)
	if err != nil {
		return err
	}
	for _, h := range locked {
		stay := slices.DeleteFunc(slices.Clone(everybody), func(c invite.Contact) bool {
			return *c.HouseholdID != h.ID || contains(m.added, c) || h.ID == target && contains(m.removed, c)
		})
		if h.ID == target {
			m.household, m.before, m.members = h, h, append(stay, m.added...)
		} else if slices.ContainsFunc(m.added, func(c invite.Contact) bool { return c.HouseholdID != nil && *c.HouseholdID == h.ID }) {
			m.others = append(m.others, leaving{h, stay})
		}
	}
	if m.household.ID == "" { // deleted while its contacts were locked
		return invite.Errorf(invite.NotFound, "input.id", "No such household.")
	}
	return nil
}

func contains(contacts []invite.Contact, c invite.Contact) bool {
	return slices.ContainsFunc(contacts, func(o invite.Contact) bool { return o.ID == c.ID })
}

// decide judges the moves and says what the households will be.
func (m *moves) decide(in HouseholdChange) error {
	if err := joinable("input.addMembers", m.household, m.added).Or(); err != nil {
		return err
	}
	strangers := labelsWhere(m.removed, func(c invite.Contact) bool { return c.HouseholdID == nil || *c.HouseholdID != in.ID })
	switch {
	case strangers != "":
		return invite.Errorf(invite.Invalid, "input.removeMembers", "Not a member of this household: %s.", strangers).With("names", strangers)
	case len(m.members) > invite.MaxHouseholdSize && len(m.added) > 0:
		return householdTooBig("input.addMembers")
	}
	if err := describe(&m.household, in.Name, in.Address); err != nil {
		return err
	}
	if in.Head != nil {
		m.household.HeadID = in.Head
		return mayBecomeHead(m.members, *in.Head)
	}
	if len(m.added)+len(m.removed) > 0 {
		m.household.HeadID = headAmong(m.household, m.members)
	}
	for n := range m.others {
		h := &m.others[n].household
		h.HeadID = headAmong(*h, m.others[n].left)
	}
	return nil
}

// headAmong returns the head of h once these are its members: the one it has,
// unless that one left, or has not joined and another has.
func headAmong(h invite.Household, members []invite.Contact) *invite.ID {
	next := invite.NextHead(members)
	for _, c := range members {
		if h.HeadID != nil && c.ID == *h.HeadID && (next == nil || c.MayHead()) {
			return h.HeadID
		}
	}
	return next
}

// ownHousehold returns a household for somebody who has joined and has none.
func ownHousehold(c invite.Contact) invite.Household {
	return invite.Household{
		ID: store.NewID(), OrganizationID: c.OrganizationID, LocationID: c.LocationID, Address: c.Address,
		Name: invite.HouseholdName(c.Address, c.Label()), HeadID: invite.NextHead([]invite.Contact{c}),
	}
}
