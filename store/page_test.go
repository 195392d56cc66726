package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/invite"
	"usher/store"
	"usher/store/storetest"
)

// Pages of every size, in every order, give each row once, though most rows
// tie: names in two cases, no email, the same time.
func TestPagesGiveEveryRowOnce(t *testing.T) {
	t.Parallel()
	at := now
	db := storetest.New(t, func() time.Time { return at })
	n, other := bare(t, db, "a"), bare(t, db, "b")
	want := []invite.ID{}
	for k := range 4 {
		var list []invite.Contact
		for i := range 6 {
			email := ""
			if i%3 == 0 {
				email = fmt.Sprintf("e%d.%d@example.com", k, i)
			}
			c := n.contact([]string{"Zoë", "ada", "Ada", "ADA", "", "it's \\ %"}[i], email)
			list = append(list, c)
			want = append(want, c.ID)
		}
		at = now.Add(time.Duration(1+k/2) * time.Microsecond)
		write(t, db, func(tx *store.Tx) error {
			return all(tx.InsertContacts(t.Context(), n.org.ID, list), tx.InsertContacts(t.Context(), other.org.ID, []invite.Contact{other.contact("Ada", "")}))
		})
	}
	slices.Sort(want)
	for _, by := range []store.SortKey{store.ByName, store.ByEmail, store.ByCreatedAt} {
		orders := map[bool][]invite.ID{}
		for _, descending := range []bool{false, true} {
			for _, size := range []int{1, 2, 5, 24, 100} {
				sort := store.ContactSort{By: by, Descending: descending}
				var got []invite.ID
				var values []string
				var after *store.After
				for {
					page, err := db.ContactPage(t.Context(), store.InOrganization(n.org.ID), store.ContactFilter{}, sort, after, size, at)
					if err != nil {
						t.Fatal(err)
					}
					if len(page) == 0 {
						break
					}
					for _, c := range page {
						got, values = append(got, c.ID), append(values, sort.SortValue(c, at))
					}
					last := page[len(page)-1]
					after = &store.After{Value: sort.SortValue(last, at), ID: last.ID}
					if !sort.Fits(after.Value) {
						t.Errorf("%q does not fit the order it came from", after.Value)
					}
				}
				if seen := slices.Sorted(slices.Values(got)); !slices.Equal(seen, want) {
					t.Errorf("%s, descending %v, pages of %d: %d rows, want each of %d once", by, descending, size, len(got), len(want))
				}
				if descending {
					slices.Reverse(values)
				}
				if !slices.IsSorted(values) {
					t.Errorf("%s, descending %v: %q", by, descending, values)
				}
				if orders[descending] != nil && !slices.Equal(orders[descending], got) {
					t.Errorf("%s: another order with pages of %d", by, size)
				}
				orders[descending] = got
			}
		}
		slices.Reverse(orders[true])
		if !slices.Equal(orders[false], orders[true]) {
			t.Errorf("%s: descending is not ascending backwards", by)
		}
	}
}

// A page that stands still while rows come and go before it.
func TestPagesAmongChanges(t *testing.T) {
	t.Parallel()
	db := open(t)
	n := bare(t, db, "a")
	insert := func(names ...string) {
		write(t, db, func(tx *store.Tx) error {
			var list []invite.Contact
			for _, name := range names {
				list = append(list, n.contact(name, ""))
			}
			return tx.InsertContacts(t.Context(), n.org.ID, list)
		})
	}
	sort := store.ContactSort{By: store.ByName}
	insert("b", "d", "f", "h")
	page := func(after *store.After) (names []string, next *store.After) {
		list, err := db.ContactPage(t.Context(), store.InOrganization(n.org.ID), store.ContactFilter{}, sort, after, 2, now)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range list {
			names, next = append(names, c.Name), &store.After{Value: sort.SortValue(c, now), ID: c.ID}
		}
		return names, next
	}
	_, after := page(nil)
	insert("a", "c", "e")
	if names, _ := page(after); !slices.Equal(names, []string{"e", "f"}) {
		t.Errorf("%q", names)
	}
}

func TestFits(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		by    store.SortKey
		value string
		want  bool
	}{
		{store.ByName, "ada", true}, {store.ByName, "", true}, {store.ByName, "a\x00", false}, {store.ByEmail, "\x00", false},
		{store.ByCreatedAt, "2026-11-24T08:00:00.000001Z", true}, {store.ByCreatedAt, "yesterday", false}, {store.ByCreatedAt, "", false},
		{store.ByExpiry, "2026-11-24T08:00:00Z", true}, {store.ByExpiry, "", true}, {store.ByExpiry, "soon", false}, {store.ByExpiry, "0000-11-24T08:00:00Z", false},
	} {
		if got := (store.ContactSort{By: test.by}).Fits(test.value); got != test.want {
			t.Errorf("%s %q: %v", test.by, test.value, got)
		}
	}
}

// Every word must stand somewhere; the signs of LIKE stand for themselves.
func TestSearch(t *testing.T) {
	t.Parallel()
	db := open(t)
	n := bare(t, db, "a")
	phone := "+12025550123"
	percent, under, back, plain := n.contact("100% Fit", "p@example.com"), n.contact("A_B", "u@example.com"), n.contact(`C\D`, "b@example.com"), n.contact("Zoë Müller", "axb@example.com")
	plain.Phone = &phone
	write(t, db, func(tx *store.Tx) error {
		return tx.InsertContacts(t.Context(), n.org.ID, []invite.Contact{percent, under, back, plain})
	})
	for search, want := range map[string]string{
		"":                        `100% Fit, A_B, C\D, Zoë Müller`,
		"  ":                      `100% Fit, A_B, C\D, Zoë Müller`,
		"%":                       "100% Fit",
		"_":                       "A_B",
		`\`:                       `C\D`,
		`\d`:                      `C\D`,
		"a_b":                     "A_B",
		"0%f":                     "",
		"MÜLLER zoë":              "Zoë Müller",
		"müller example +1202":    "Zoë Müller",
		"müller nobody":           "",
		"550123":                  "Zoë Müller",
		"'; DROP TABLE x; --":     "",
		"a\x00":                   "",
		"a\xff":                   "",
		strings.Repeat("x", 5000): "",
	} {
		f := store.ContactFilter{Search: search}
		list, err := db.ContactPage(t.Context(), store.InOrganization(n.org.ID), f, store.ContactSort{By: store.ByName}, nil, 10, now)
		if err != nil {
			t.Errorf("%.20q: %v", search, err)
			continue
		}
		var names []string
		for _, c := range list {
			names = append(names, c.Name)
		}
		if diff := cmp.Diff(want, strings.Join(names, ", ")); diff != "" {
			t.Errorf("%.20q:\n%s", search, diff)
		}
		if count, err := db.CountContacts(t.Context(), store.InOrganization(n.org.ID), f, now); err != nil || count != len(list) {
			t.Errorf("%.20q: counted %d, listed %d, %v", search, count, len(list), err)
		}
	}
}

// Each filter narrows, and several together narrow more.
func TestFilters(t *testing.T) {
	t.Parallel()
	db := open(t)
	n := full(t, db, "a")
	extra := n.contact("Cleo", "cleo@example.com")
	extra.Stage, extra.ClientType = invite.Trial, invite.Offline
	archived := n.contact("Dan", "dan@example.com")
	west := invite.Location{ID: store.NewID(), OrganizationID: n.org.ID, Name: "West", TimeZone: "UTC"}
	extra.LocationID = west.ID
	write(t, db, func(tx *store.Tx) error {
		return all(tx.InsertLocation(t.Context(), west), tx.InsertContacts(t.Context(), n.org.ID, []invite.Contact{extra, archived}))
	})
	write(t, db, func(tx *store.Tx) error {
		_, _, err := tx.SetGroups(t.Context(), n.contacts[1], nil)
		return err
	})
	for name, test := range map[string]struct {
		f    store.ContactFilter
		want string
	}{
		"none":                {store.ContactFilter{}, "Ada Bob Cleo Dan"},
		"stage":               {store.ContactFilter{Stages: []invite.Stage{invite.Trial}}, "Cleo"},
		"two stages":          {store.ContactFilter{Stages: []invite.Stage{invite.Trial, invite.Member}}, "Ada Bob Cleo Dan"},
		"client type":         {store.ContactFilter{ClientTypes: []invite.ClientType{invite.Offline}}, "Cleo"},
		"location":            {store.ContactFilter{Locations: []invite.ID{west.ID}}, "Cleo"},
		"program":             {store.ContactFilter{Programs: []invite.ID{n.program.ID}}, "Ada Bob"},
		"group":               {store.ContactFilter{Groups: []invite.ID{n.group.ID}}, "Ada"},
		"trainer":             {store.ContactFilter{Trainers: []invite.ID{n.trainer.ID}}, "Ada"},
		"status":              {store.ContactFilter{Statuses: []invite.ContactStatus{invite.NotInvited}}, "Cleo Dan"},
		"program, not group":  {store.ContactFilter{Programs: []invite.ID{n.program.ID}, Search: "bob"}, "Bob"},
		"nothing of anything": {store.ContactFilter{Stages: []invite.Stage{}}, ""},
		"what nobody has":     {store.ContactFilter{Groups: []invite.ID{store.NewID()}}, ""},
		"archived":            {store.ContactFilter{Archived: true}, ""},
	} {
		list, err := db.ContactPage(t.Context(), store.InOrganization(n.org.ID), test.f, store.ContactSort{By: store.ByName}, nil, 10, now)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var names []string
		for _, c := range list {
			names = append(names, c.Name)
		}
		if got := strings.Join(names, " "); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}
