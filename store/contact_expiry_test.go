package store_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"usher/invite"
	"usher/store"
)

// expiring makes an organization of people named after when their invitation
// lapses: "past" at the very moment, "1h" in an hour, "none" without one.
func expiring(t *testing.T, db *store.DB, names ...string) *tenant {
	t.Helper()
	n := bare(t, db, strings.Join(names, " "))
	var list []invite.Invitation
	for _, name := range names {
		c := n.contact(name, "")
		n.contacts = append(n.contacts, c)
		if name == "none" {
			continue
		}
		lapses := now
		if ahead, err := time.ParseDuration(name); err == nil {
			lapses = now.Add(ahead)
		}
		list = append(list, invite.Invitation{
			ID: store.NewID(), OrganizationID: n.org.ID, ContactID: c.ID, State: invite.Queued, Round: 1, TTLDays: 10, Channels: invite.EmailOnly, ExpiresAt: &lapses,
		})
	}
	write(t, db, func(tx *store.Tx) error {
		if err := all(tx.InsertContacts(t.Context(), n.org.ID, n.contacts), tx.InsertInvitations(t.Context(), n.org.ID, list)); err != nil {
			return err
		}
		for k := range list {
			list[k].State = invite.Pending
		}
		return tx.SaveInvitations(t.Context(), list...)
	})
	return n
}

// pagesByExpiry reads the whole list in pages and returns the names.
func pagesByExpiry(t *testing.T, db *store.DB, n *tenant, descending bool, size int) (names []string, ids []invite.ID) {
	t.Helper()
	sort := store.ContactSort{By: store.ByExpiry, Descending: descending}
	var after *store.After
	for {
		page, err := db.ContactPage(t.Context(), store.InOrganization(n.org.ID), store.ContactFilter{}, sort, after, size, now)
		if err != nil {
			t.Fatal(err)
		}
		if len(page) == 0 {
			return names, ids
		}
		for _, c := range page {
			names, ids = append(names, c.Name), append(ids, c.ID)
			after = &store.After{Value: sort.SortValue(c, now), ID: c.ID}
		}
		if !sort.Fits(after.Value) {
			t.Errorf("%q does not fit the order it came from", after.Value)
		}
		if len(names) > len(n.contacts) {
			t.Fatalf("the list does not end: %q", names)
		}
	}
}

// Whoever has no open invitation comes last in either direction, and so does
// one whose invitation has lapsed and was not swept yet.
func TestOrderByExpiry(t *testing.T) {
	t.Parallel()
	db := open(t)
	n := expiring(t, db, "none", "3h", "past", "1h", "-1h", "2h", "none", "1h", "1h")
	expiring(t, db, "30m", "past", "none") // somebody else's
	for descending, want := range map[bool]string{false: "1h 1h 1h 2h 3h", true: "3h 2h 1h 1h 1h"} {
		var first []invite.ID
		for _, size := range []int{1, 2, 3, 5, 8, 100} {
			names, ids := pagesByExpiry(t, db, n, descending, size)
			if len(names) != 9 || strings.Join(names[:5], " ") != want {
				t.Errorf("descending %v, pages of %d: %q", descending, size, names)
			}
			if size == 1 {
				first = ids
			}
			if !slices.Equal(first, ids) {
				t.Errorf("descending %v: another order with pages of %d", descending, size)
			}
			last := slices.Clone(ids[5:])
			if descending {
				slices.Reverse(last)
			}
			if !slices.IsSorted(last) {
				t.Errorf("descending %v: those without an open invitation are not in the order of their ids", descending)
			}
		}
	}
}

// A lapsed invitation is over: it lapses before nothing.
func TestExpiresBefore(t *testing.T) {
	t.Parallel()
	db := open(t)
	n := expiring(t, db, "none", "3h", "past", "1h", "-1h", "2h")
	for before, want := range map[time.Duration]string{
		3*time.Hour + time.Microsecond: "1h 2h 3h", 3 * time.Hour: "1h 2h", 90 * time.Minute: "1h", time.Hour: "", 0: "", -2 * time.Hour: "", 1000 * time.Hour: "1h 2h 3h",
	} {
		f := store.ContactFilter{ExpiresBefore: new(now.Add(before))}
		if f.Empty() {
			t.Fatal("the filter counts as none")
		}
		list, err := db.ContactPage(t.Context(), store.InOrganization(n.org.ID), f, store.ContactSort{By: store.ByName}, nil, 10, now)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, c := range list {
			names = append(names, c.Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("before %v: %q, want %q", before, got, want)
		}
		if count, err := db.CountContacts(t.Context(), store.InOrganization(n.org.ID), f, now); err != nil || count != len(list) {
			t.Errorf("before %v: counted %d, listed %d, %v", before, count, len(list), err)
		}
	}
	f := store.ContactFilter{ExpiresBefore: new(now.Add(1000 * time.Hour)), Statuses: []invite.ContactStatus{invite.ContactStatus(invite.Expired)}}
	if count, err := db.CountContacts(t.Context(), store.InOrganization(n.org.ID), f, now); err != nil || count != 0 {
		t.Errorf("%d expired ones lapse before something (%v)", count, err)
	}
}
