package app_test

import (
	"fmt"
	"slices"
	"testing"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
	"usher/store"
)

func (l lane) household(id invite.ID) invite.Household {
	l.World.T.Helper()
	return must(l.World.DB.Household(l.World.T.Context(), store.InOrganization(l.Org.ID), id))(l.World.T.(*testing.T))
}

// Two of the staff who put the same person into two new households at once:
// one of them is told that the person has one.
func TestOneHouseholdAContact(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	p := w.Place(invite.Gym, "Birchwood")
	for round := range 10 {
		c := p.Create(app.NewContact{Name: "Ana", Email: fmt.Sprintf("ana%d@example.org", round)})[0]
		errs := atOnce(8, func(int) error {
			_, err := w.App.CreateHousehold(w.As(p.Owner), app.NewHousehold{Members: []invite.ID{c.ID}})
			return err
		})
		if n := codes(errs); n[""] != 1 || n[invite.HasHousehold] != 7 {
			t.Fatalf("%v", n)
		}
	}
	if n := w.Probe.Int(`SELECT count(*) FROM households`); n != 10 {
		t.Errorf("%d households", n)
	}
}

// Members who move crosswise between two households, many times at once, with
// the households' heads changing and whole households ending: nothing waits
// for ever, everybody has one household at most, and every head is a member.
func TestMovingCrosswise(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	p := w.Place(invite.Gym, "Birchwood")
	people := p.Contacts(8)
	var homes []invite.ID
	for n := range 4 {
		homes = append(homes, must(w.App.CreateHousehold(w.As(p.Owner), app.NewHousehold{
			Members: []invite.ID{people[2*n].ID, people[2*n+1].ID}, Head: &people[2*n].ID,
		}))(t))
	}
	errs := atOnce(50, func(i int) error {
		in := app.HouseholdChange{ID: homes[i%len(homes)], Add: []invite.ID{people[(i*3)%8].ID, people[(i*5+1)%8].ID}}
		switch i % 10 {
		case 7:
			return w.App.DeleteHousehold(w.As(p.Owner), homes[(i+1)%len(homes)])
		case 8:
			_, err := w.App.InviteHouseholds(w.As(p.Owner), app.HouseholdsToInvite{Filter: &store.HouseholdFilter{}})
			return err
		case 9:
			return w.App.UpdateContact(w.As(p.Owner), app.UpdateInput{ID: people[i%8].ID, ClientType: new(invite.Offline)})
		}
		return w.App.UpdateHousehold(w.As(p.Owner), in)
	})
	for i, err := range errs {
		switch invite.CodeOf(err) {
		case "", invite.NotFound: // a household that ended
		case invite.Required: // no household was left to invite
		default:
			t.Errorf("%d: %v", i, err)
		}
	}
	if n := w.Probe.Int(`SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`); n != 0 {
		t.Errorf("%d deadlocks: locks are not taken in one order", n)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM households h WHERE NOT EXISTS (SELECT FROM contacts c WHERE c.household_id = h.id)`); n != 0 {
		t.Errorf("%d households without members", n)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM households h WHERE head_id IS NOT NULL AND NOT EXISTS (SELECT FROM contacts c WHERE c.household_id = h.id AND c.id = h.head_id)`); n != 0 {
		t.Errorf("%d heads who are no members", n)
	}
}

// Two who invite the same households at once invite everybody once.
func TestInvitingHouseholdsAtOnce(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	p := w.Place(invite.Gym, "Birchwood")
	for _, c := range p.Contacts(20) {
		must(w.App.CreateHousehold(w.As(p.Owner), app.NewHousehold{Members: []invite.ID{c.ID}}))(t)
	}
	errs := atOnce(6, func(int) error {
		_, err := w.App.InviteHouseholds(w.As(p.Owner), app.HouseholdsToInvite{Filter: &store.HouseholdFilter{}})
		return err
	})
	if n := codes(errs); n[""] != 6 {
		t.Errorf("%v", n)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM invitations`); n != 20 {
		t.Errorf("%d invitations", n)
	}
}

// A household costs as many statements as two hundred.
func TestInvitingHouseholdsCostsTheSame(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	var cost []int
	for _, n := range []int{1, 200} {
		p := w.Place(invite.Gym, fmt.Sprintf("Birchwood %d", n))
		var list []app.NewContact
		for i := range n {
			list = append(list, app.NewContact{Email: fmt.Sprintf("p%d@b%d.example", i, n), Address: fmt.Sprintf("%d Birch Lane", i)})
		}
		before := w.Statements()
		_, err := w.App.CreateContacts(w.As(p.Owner), app.CreateInput{Contacts: list, MakeHouseholds: true, Stage: invite.Member, ClientType: invite.FullAccess, Invite: app.InviteLater})
		if err != nil {
			t.Fatal(err)
		}
		cost = append(cost, w.Statements()-before)
		before = w.Statements()
		r, err := w.App.InviteHouseholds(w.As(p.Owner), app.HouseholdsToInvite{Filter: &store.HouseholdFilter{}})
		if err != nil || len(r.Items) != n || r.Items[n-1].Invitation == nil {
			t.Fatal(len(r.Items), err)
		}
		cost = append(cost, w.Statements()-before)
	}
	if cost[0] != cost[2] || cost[1] != cost[3] {
		t.Errorf("creating takes %d and %d statements, inviting %d and %d", cost[0], cost[2], cost[1], cost[3])
	}
}

// What staff change of a contact reaches the household.
func TestContactsAndTheirHousehold(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Gym)
	w, own := l.World, l.as(l.Owner)
	north := must(w.App.CreateLocation(own, nil, "North", "Europe/Rome"))(t)

	// Who lives with others does not move away alone.
	before := w.Probe.Contents()
	refused(t, "moving", w.App.UpdateContact(own, app.UpdateInput{ID: l.onFile.ID, Location: &north.ID}), invite.Invalid, "input.location")
	refused(t, "a long address", w.App.UpdateContact(own, app.UpdateInput{ID: l.onFile.ID, Address: new(string(make([]rune, 201)))}), invite.ControlCharacters, "input.address")
	if after := w.Probe.Contents(); fmt.Sprint(before) != fmt.Sprint(after) {
		t.Error("a refused change wrote something")
	}
	// Who lives alone takes the household along.
	alone := l.Create(app.NewContact{Name: "Lone Lee", Email: "lone@home.example", Address: "1 Elm Road"})[0]
	home := must(w.App.CreateHousehold(own, app.NewHousehold{Members: []invite.ID{alone.ID}}))(t)
	if err := w.App.UpdateContact(own, app.UpdateInput{ID: alone.ID, Location: &north.ID, Address: new(" 2  Elm Road ")}); err != nil {
		t.Fatal(err)
	}
	if h, c := l.household(home), l.Contact(alone.ID); h.LocationID != north.ID || c.Address != "2 Elm Road" || h.Address != "1 Elm Road" {
		t.Errorf("%+v, %+v", h, c)
	}
	if err := w.App.UpdateContact(own, app.UpdateInput{ID: alone.ID, Clear: []app.ContactField{app.FieldAddress}}); err != nil || l.Contact(alone.ID).Address != "" {
		t.Error(err)
	}
	// A head who becomes OFFLINE is succeeded by the next one, and the last one by nobody.
	for _, next := range []*invite.ID{&l.member.Contact, nil} {
		head := *l.household(l.id).HeadID
		if err := w.App.UpdateContact(own, app.UpdateInput{ID: head, ClientType: new(invite.Offline)}); err != nil {
			t.Fatal(err)
		}
		if h := l.household(l.id); (h.HeadID == nil) != (next == nil) || next != nil && *h.HeadID != *next {
			t.Errorf("head %v, want %v", h.HeadID, next)
		}
	}
}

// An import makes households of alike addresses where it is asked to, and
// never otherwise.
func TestImportMakesHouseholds(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	p := w.Place(invite.Community, "Birchwood")
	n := 0
	create := func(households bool, addresses ...string) []invite.Contact {
		var list []app.NewContact
		for _, address := range addresses {
			n++
			list = append(list, app.NewContact{Name: fmt.Sprintf("Person %d", n), Email: fmt.Sprintf("p%d@example.org", n), Address: address})
		}
		made, err := w.App.CreateContacts(w.As(p.Owner), app.CreateInput{Contacts: list, MakeHouseholds: households, Stage: invite.Member, ClientType: invite.FullAccess, Invite: app.InviteLater})
		if err != nil {
			t.Fatal(err)
		}
		var out []invite.Contact
		for _, item := range made.Items {
			out = append(out, p.Contact(*item.Contact))
		}
		return out
	}
	for _, c := range create(false, "12 Birch Lane", "12 birch ln") {
		if c.HouseholdID != nil {
			t.Error("a household was made silently")
		}
	}
	list := create(true, "12 Birch Lane, Apt 3", "", "12 birch ln #3", "רחוב הרצל 12 🏠", "12 Birch Ln Unit 4")
	if list[0].HouseholdID == nil || list[2].HouseholdID == nil || *list[0].HouseholdID != *list[2].HouseholdID || list[1].HouseholdID != nil ||
		list[3].HouseholdID == nil || list[4].HouseholdID == nil || *list[4].HouseholdID == *list[0].HouseholdID {
		t.Fatalf("%+v", list)
	}
	h := must(w.DB.Household(t.Context(), store.InOrganization(p.Org.ID), *list[3].HouseholdID))(t)
	if h.Name != "רחוב הרצל 12 🏠" || h.Address != h.Name || h.HeadID != nil {
		t.Errorf("%+v", h)
	}
	// Later ones join the household that is there; at an address with two of them, none.
	if later := create(true, "12 BIRCH LANE APT. 3"); later[0].HouseholdID == nil || *later[0].HouseholdID != *list[0].HouseholdID {
		t.Error("the household at the address was passed over")
	}
	must(w.App.CreateHousehold(w.As(p.Owner), app.NewHousehold{Members: []invite.ID{list[1].ID}, Address: new("12 Birch Lane Apt 3")}))(t)
	if later := create(true, "12 Birch Lane Apt 3"); later[0].HouseholdID != nil {
		t.Error("one of two households was chosen")
	}
	// More than belong to a household at one address are a building.
	tower := create(true, slices.Repeat([]string{"1 Tower Road"}, invite.MaxHouseholdSize+1)...)
	if slices.ContainsFunc(tower, func(c invite.Contact) bool { return c.HouseholdID != nil }) {
		t.Error("a building became a household")
	}
	if full := create(true, slices.Repeat([]string{"2 Tower Road"}, invite.MaxHouseholdSize)...); full[0].HouseholdID == nil {
		t.Error("fifty are not a household")
	}
	before := w.Probe.Contents()
	for _, in := range []app.CreateInput{
		{Text: new("a@example.org"), MakeHouseholds: true},
		{Contacts: []app.NewContact{{Email: "a@example.org", Address: "1\n2"}}},
		{Contacts: []app.NewContact{{Email: "a@example.org", Address: fmt.Sprintf("%0201d", 1)}}},
	} {
		in.Stage, in.ClientType, in.Invite = invite.Member, invite.FullAccess, app.InviteLater
		_, err := w.App.CreateContacts(w.As(p.Owner), in)
		switch {
		case in.MakeHouseholds:
			refused(t, "pasted text", err, invite.Invalid, "input.makeHouseholds")
		case in.Contacts[0].Address == "1\n2":
			refused(t, "a broken address", err, invite.ControlCharacters, "input.contacts.0.address")
		default:
			refused(t, "a long address", err, invite.TooLong, "input.contacts.0.address")
		}
	}
	if fmt.Sprint(before) != fmt.Sprint(w.Probe.Contents()) {
		t.Error("a refused import wrote something")
	}
}

// Whoever came in by a household or a pass is not swept into an invitation of
// everybody, and is found by how they came.
func TestWhoJoinedIsNeverInvitedAgain(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Gym)
	w := l.World
	for id, route := range map[invite.ID]invite.JoinRoute{l.head.Contact: invite.ByHousehold, l.member.Contact: invite.ByPass} {
		w.Probe.Exec(`UPDATE contacts SET joined_by = $2, invitation_id = NULL WHERE id = $1`, id, route)
	}
	r, err := w.App.InviteContacts(l.as(l.Owner), app.InviteInput{Filter: &store.ContactFilter{}})
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range r.Items {
		if joined := item.Contact != l.onFile.ID; joined != (item.Invitation == nil) || joined && item.Skipped.Code != invite.AlreadyRegistered {
			t.Errorf("%+v", item)
		}
	}
	again, err := w.App.ResendInvitations(l.as(l.Owner), app.InviteInput{Contacts: []invite.ID{l.head.Contact, l.member.Contact}})
	if err != nil || again.Batch != nil {
		t.Errorf("resent: %+v, %v", again, err)
	}
	loner := l.Create(app.NewContact{Name: "Loner", Email: "loner@home.example", Address: "77 Wharf Street"})[0]
	for name, tc := range map[string]struct {
		filter store.ContactFilter
		want   []invite.ID
	}{
		"by household":    {store.ContactFilter{JoinedBy: []invite.JoinRoute{invite.ByHousehold}}, []invite.ID{l.head.Contact}},
		"by several ways": {store.ContactFilter{JoinedBy: []invite.JoinRoute{invite.ByHousehold, invite.ByPass}}, []invite.ID{l.head.Contact, l.member.Contact}},
		"by no way":       {store.ContactFilter{JoinedBy: []invite.JoinRoute{}}, nil},
		"of a household":  {store.ContactFilter{Households: []invite.ID{l.id}}, []invite.ID{l.head.Contact, l.member.Contact, l.onFile.ID}},
		"of another":      {store.ContactFilter{Households: []invite.ID{store.NewID()}}, nil},
		"in a household":  {store.ContactFilter{InHousehold: new(true)}, []invite.ID{l.head.Contact, l.member.Contact, l.onFile.ID}},
		"in none":         {store.ContactFilter{InHousehold: new(false)}, []invite.ID{loner.ID}},
		"by address":      {store.ContactFilter{Search: "wharf 77"}, []invite.ID{loner.ID}},
		"both":            {store.ContactFilter{Households: []invite.ID{l.id}, Statuses: []invite.ContactStatus{invite.Registered}}, []invite.ID{l.head.Contact, l.member.Contact}},
	} {
		list, err := w.DB.ContactPage(t.Context(), store.InOrganization(l.Org.ID), tc.filter, byName, nil, 10, w.DB.Now())
		var got []invite.ID
		for _, c := range list {
			got = append(got, c.ID)
		}
		slices.Sort(got)
		slices.Sort(tc.want)
		if err != nil || !slices.Equal(got, tc.want) {
			t.Errorf("%s: %v, want %v (%v)", name, got, tc.want, err)
		}
		if tc.filter.Empty() {
			t.Errorf("%s is taken for no filter", name)
		}
	}
}
