package app

import (
	"context"

	"usher/invite"
	"usher/store"
)

// houseOf carries a change of a contact, which is locked, into its household:
// who moves to another location takes the household along where nobody else
// belongs to it, and a head who becomes OFFLINE is succeeded.
//
// It returns INVALID for a move away from the other members.
func houseOf(ctx context.Context, tx *store.Tx, before, after invite.Contact) ([]invite.Fact, error) {
	moved := before.LocationID != after.LocationID
	offline := before.ClientType != after.ClientType && after.ClientType == invite.Offline
	if after.HouseholdID == nil || !moved && !offline {
		return nil, nil
	}
	h, err := tx.LockHousehold(ctx, store.InOrganization(after.OrganizationID), *after.HouseholdID)
	if err != nil {
		return nil, err
	}
	members, err := tx.MembersOf(ctx, []invite.ID{h.ID})
	if err != nil {
		return nil, err
	}
	var facts []invite.Fact
	if moved {
		others := labelsWhere(members, func(c invite.Contact) bool { return c.ID != after.ID })
		if others != "" {
			return nil, invite.Errorf(invite.Invalid, "input.location", "%s lives with others in %s, who belong to this location too: %s. Take this contact out of the household first.",
				after.Label(), h.Name, others).With("name", after.Label()).With("household", h.Name).With("names", others)
		}
		h.LocationID = after.LocationID
		facts = append(facts, householdFact(h, &after, h.Name+" moved to another location with "+after.Label()))
	}
	if offline && sameID(h.HeadID, &after.ID) {
		for n := range members {
			if members[n].ID == after.ID {
				members[n] = after
			}
		}
		h.HeadID = invite.NextHead(members)
		facts = append(facts, householdFact(h, &after, after.Label()+" is an offline client and no longer head"))
		for _, c := range members {
			if sameID(h.HeadID, &c.ID) {
				facts = append(facts, householdFact(h, &c, c.Label()+" became head"))
			}
		}
	}
	if facts == nil {
		return nil, nil
	}
	return facts, tx.SaveHousehold(ctx, h)
}

// gather gives new contacts of one location their households: those whose
// addresses are alike become one, or join the one household that has the
// address. Where several have it, or it would have too many members, nobody
// joins any: householdSuggestions shows them.
func gather(ctx context.Context, tx *store.Tx, fresh []invite.Contact) ([]invite.Fact, error) {
	var keys []string
	at := map[string][]int{}
	for n, c := range fresh {
		if key := invite.AddressKey(c.Address); key != "" {
			if at[key] == nil {
				keys = append(keys, key)
			}
			at[key] = append(at[key], n)
		}
	}
	if len(keys) == 0 {
		return nil, nil
	}
	there, sizes, err := householdsAt(ctx, tx, fresh[0], keys)
	if err != nil {
		return nil, err
	}
	var made []invite.Household
	var facts []invite.Fact
	for _, key := range keys {
		first := fresh[at[key][0]]
		h := invite.Household{
			ID: store.NewID(), OrganizationID: first.OrganizationID, LocationID: first.LocationID, Address: first.Address,
			Name: invite.HouseholdName(first.Address, first.Label()),
		}
		if len(there[key]) == 1 {
			h = there[key][0]
		}
		if len(there[key]) > 1 || sizes[h.ID]+len(at[key]) > invite.MaxHouseholdSize {
			continue
		}
		if there[key] == nil {
			made = append(made, h)
			facts = append(facts, householdFact(h, nil, "The household was made"))
		}
		for _, n := range at[key] {
			fresh[n].HouseholdID = &h.ID
			facts = append(facts, householdFact(h, &fresh[n], fresh[n].Label()+" was added"))
		}
	}
	return facts, tx.InsertHouseholds(ctx, fresh[0].OrganizationID, made...)
}

// householdsAt locks the households that have one of the addresses where the
// contact is, and returns them by key, with how many belong to each.
func householdsAt(ctx context.Context, tx *store.Tx, c invite.Contact, keys []string) (map[string][]invite.Household, map[invite.ID]int, error) {
	locked, err := tx.LockHouseholdsAt(ctx, c.OrganizationID, c.LocationID, keys)
	if err != nil {
		return nil, nil, err
	}
	there := map[string][]invite.Household{}
	var ids []invite.ID
	for _, h := range locked {
		key := invite.AddressKey(h.Address)
		there[key] = append(there[key], h)
		ids = append(ids, h.ID)
	}
	members, err := tx.MembersOf(ctx, ids)
	sizes := map[invite.ID]int{}
	for _, m := range members {
		sizes[*m.HouseholdID]++
	}
	return there, sizes, err
}
