package store_test

import (
	"context"
	"fmt"
	"testing"

	"usher/invite"
	"usher/store"
)

// houses gives each contact of the tenant a household of their own.
func (n *tenant) houses(t testing.TB, db *store.DB) {
	t.Helper()
	ctx := t.Context()
	for at := range n.contacts {
		c := &n.contacts[at]
		h := invite.Household{ID: store.NewID(), OrganizationID: n.org.ID, LocationID: n.location.ID, Name: c.Name + "'s", Address: fmt.Sprintf("%d Birch Lane", at), HeadID: &c.ID}
		n.households = append(n.households, h.ID)
		c.HouseholdID = &h.ID
		write(t, db, func(tx *store.Tx) error {
			return all(tx.InsertHouseholds(ctx, n.org.ID, h), tx.SetHousehold(ctx, []invite.ID{c.ID}, &h.ID))
		})
	}
}

// householdLooks are the looks at households: a trainer sees those of own
// clients, a client the own one.
var householdLooks = map[string]look{
	"Households": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.Households(ctx, s, n.households))
	}, 2, 1, 1},
	"Household": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return found(tx.Household(ctx, s, n.households[1]))
	}, 1, 0, 0},
	"LockHouseholds": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.LockHouseholds(ctx, s, n.households))
	}, 2, 1, 1},
	"LockHousehold": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return found(tx.LockHousehold(ctx, s, n.households[1]))
	}, 1, 0, 0},
	"HouseholdPage": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.HouseholdPage(ctx, s.Within(n.org.ID), store.HouseholdFilter{Search: "birch"}, nil, 10, now))
	}, 2, 1, 1},
	"CountHouseholds": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return tx.CountHouseholds(ctx, s.Within(n.org.ID), store.HouseholdFilter{}, now)
	}, 2, 1, 1},
}

// An archived client shows a household to nobody any more.
func TestArchivedMembersShowNothing(t *testing.T) {
	t.Parallel()
	db := open(t)
	n := full(t, db, "mine")
	write(t, db, func(tx *store.Tx) error { return tx.ArchiveContact(t.Context(), n.contacts[0].ID) })
	for _, s := range []store.Scope{store.OwnClients(n.org.ID, n.trainer.ID), store.OneContact(n.org.ID, n.contacts[0].ID)} {
		if list, err := db.Households(t.Context(), s, n.households); len(list) != 0 || err != nil {
			t.Errorf("%d households, %v", len(list), err)
		}
	}
	if list, err := db.MembersOf(t.Context(), n.households); len(list) != 1 || err != nil {
		t.Errorf("%d members, %v", len(list), err)
	}
}

// Suggestions are bounded, and so is what each shows.
func TestSuggestionsAreBounded(t *testing.T) {
	t.Parallel()
	db := open(t)
	n := bare(t, db, "mine")
	var list []invite.Contact
	for at := range 60 {
		for home := range 3 {
			c := n.contact(fmt.Sprintf("P%d-%d", at, home), "")
			c.Address = fmt.Sprintf("%d Birch Lane", home)
			if home == 2 && at > 0 {
				continue // alone there
			}
			list = append(list, c)
		}
	}
	write(t, db, func(tx *store.Tx) error { return tx.InsertContacts(t.Context(), n.org.ID, list) })
	got, err := db.HouseholdSuggestions(t.Context(), n.org.ID, 10)
	if err != nil || len(got) != 2 {
		t.Fatalf("%v, %v", got, err)
	}
	if one, err := db.HouseholdSuggestions(t.Context(), n.org.ID, 1); err != nil || len(one) != 1 || one[0].AddressKey != "0 birch ln" {
		t.Errorf("%v, %v", one, err)
	}
	there, err := db.SuggestedAt(t.Context(), n.org.ID, got, 50, 10)
	if err != nil || len(there[got[0]].Contacts) != 50 || len(there[got[1]].Contacts) != 50 {
		t.Errorf("%d contacts, %v", len(there[got[0]].Contacts), err)
	}
	other := bare(t, db, "other")
	if none, err := db.HouseholdSuggestions(t.Context(), other.org.ID, 10); err != nil || len(none) != 0 {
		t.Errorf("%v, %v", none, err)
	}
}
