package app_test

import (
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
	"usher/store"
)

// asked has the head add somebody, and returns the message that they get.
func (l lane) asked(t *testing.T, in app.MemberInput) app.AdditionMessage {
	t.Helper()
	if err := l.add(in); err != nil {
		t.Fatal(err)
	}
	list := l.World.Mail.Additions()
	return list[len(list)-1]
}

// confirming is the input of whoever follows the message's link.
func confirming(m app.AdditionMessage) app.RegisterInput {
	return app.RegisterInput{Credential: app.Credential{Token: &m.Token}, Name: "Dee Park", Password: apptest.Password}
}

func (l lane) houseOf(contact invite.ID) invite.ID {
	l.World.T.Helper()
	if h := l.Contact(contact).HouseholdID; h != nil {
		return *h
	}
	return ""
}

// Whoever the head added belongs when they confirm: the mail's link proves the
// email, and there is no code.
func TestConfirmByEmail(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Community)
	m := l.asked(t, app.MemberInput{Name: "Dee", Email: new("Dee@Home.example")})
	p := must(l.World.App.Preview(t.Context(), app.Visitor{}, app.Credential{Token: &m.Token}))(t)
	if p.State != app.PreviewOpen || p.Route != invite.ByHousehold || p.Household != "12 Birch Lane" || p.AddedBy != "Ana Park" || p.Name != "Dee" ||
		p.NeedsEmail || p.NeedsProof || p.MaskedEmail != "d•••e@home.example" || p.ExpiresAt == nil || p.AsksAddress {
		t.Errorf("preview: %+v", p)
	}
	joined := must(register(l.World, confirming(m)))(t)
	c := l.Contact(joined.Contact)
	if c.Status != invite.Registered || c.Name != "Dee Park" || *c.Email != "dee@home.example" || *c.JoinedBy != invite.ByHousehold || c.BroughtInBy != "Ana Park" ||
		c.Address != "12 Birch Lane" || l.houseOf(c.ID) != l.id {
		t.Errorf("contact: %+v", c)
	}
	if h := must(l.World.DB.Household(t.Context(), store.InOrganization(l.Org.ID), l.id))(t); *h.HeadID != l.head.Contact {
		t.Error("the head changed")
	}
	if got := l.find("Dee Park").State; got != invite.MemberRegistered {
		t.Errorf("the head sees %s", got)
	}
	refused(t, "the link again", second(register(l.World, confirming(m))), invite.LinkUsed, "input.token")
	if n := l.World.Probe.Int(`SELECT count(*) FROM events WHERE contact_id = $1 AND household_id = $2`, c.ID, l.id); n != 1 {
		t.Errorf("%d facts about the household", n)
	}
}

// Who was asked by text types an email, and proves it.
func TestConfirmByText(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Community)
	m := l.asked(t, app.MemberInput{Name: "Dee", Phone: new("+1 202 555 0188")})
	in := confirming(m)
	refused(t, "no email", second(register(l.World, in)), invite.Required, "input.email")
	in.Email = new("dee@home.example")
	refused(t, "unproven", second(register(l.World, in)), invite.EmailProofNeeded, "input.emailProof")
	joined := must(joinWith(t, l.World, in))(t)
	if c := l.Contact(joined.Contact); *c.Email != "dee@home.example" || l.houseOf(c.ID) != l.id {
		t.Errorf("contact: %+v", c)
	}
}

// Somebody on file, invited or not, is found by the email that they proved.
func TestConfirmAsSomebodyOnFile(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Community)
	eve := l.Create(app.NewContact{Name: "Eve", Email: "eve@home.example"})[0]
	sent := l.Send(eve)[0]
	m := l.asked(t, app.MemberInput{Name: "E.", Email: new("eve@home.example")})
	joined := must(register(l.World, confirming(m)))(t)
	i := l.Invitation(eve.ID)
	if joined.Contact != eve.ID || l.houseOf(eve.ID) != l.id || i.State != invite.Revoked || i.EndReason != "Joined by the household" {
		t.Errorf("joined as %s, invitation %s", joined.Contact, i.State)
	}
	refused(t, "the invitation's link", second(register(l.World, by(sent))), invite.LinkUsed, "input.token")
}

// Somebody who has joined already moves, with the password they have, if they
// are alone where they live; others are not taken from theirs.
func TestConfirmAsSomebodyWhoHasJoined(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Community)
	alone, couple := l.joined("Eve", "eve@home.example"), l.joined("Fay", "fay@home.example")
	own := l.houseOf(alone.Contact)
	if own == "" || own == l.houseOf(couple.Contact) {
		t.Fatal("who registers has a household of their own")
	}
	partner := l.Create(app.NewContact{Name: "Gus", Email: "gus@home.example"})[0]
	if err := l.World.App.UpdateHousehold(l.as(l.Owner), app.HouseholdChange{ID: l.houseOf(couple.Contact), Add: []invite.ID{partner.ID}}); err != nil {
		t.Fatal(err)
	}

	m := l.asked(t, app.MemberInput{Name: "Eve", Email: new("eve@home.example")})
	in := confirming(m)
	in.Password = "Other8-Heron"
	refused(t, "another password", second(register(l.World, in)), invite.AccountExists, "input.password")
	in.Password = apptest.Password
	joined := must(register(l.World, in))(t)
	if joined.Actor.Membership != alone.Membership || l.houseOf(alone.Contact) != l.id || l.Contact(alone.Contact).Name != "Eve" ||
		*l.Contact(alone.Contact).JoinedBy != invite.ByInvitation {
		t.Errorf("moved as %+v", l.Contact(alone.Contact))
	}
	if n := l.World.Probe.Int(`SELECT count(*) FROM households WHERE id = $1`, own); n != 0 {
		t.Error("the empty household is left behind")
	}

	m = l.asked(t, app.MemberInput{Name: "Fay", Email: new("fay@home.example")})
	l.World.Unchanged("taken from the own household", func() {
		refused(t, "two at home", second(register(l.World, confirming(m))), invite.HasHousehold, "")
	})
}

// Links that are no good.
func TestConfirmTooLate(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Community)
	removed := l.asked(t, app.MemberInput{Name: "Dee", Email: new("dee@home.example")})
	if err := l.remove(l.find("Dee").ID); err != nil {
		t.Fatal(err)
	}
	refused(t, "taken out", second(register(l.World, confirming(removed))), invite.LinkNotValid, "input.token")

	declined := l.asked(t, app.MemberInput{Name: "Eve", Email: new("eve@home.example")})
	if err := l.World.App.Decline(t.Context(), app.Visitor{}, app.Credential{Token: &declined.Token}); err != nil {
		t.Fatal(err)
	}
	refused(t, "declined", second(register(l.World, confirming(declined))), invite.LinkNotValid, "input.token")
	for _, name := range l.names() {
		if name == "Eve ADDED" {
			t.Error("who declined is still awaited")
		}
	}

	late := l.asked(t, app.MemberInput{Name: "Fay", Email: new("fay@home.example")})
	l.World.Clock.Advance(7 * 24 * time.Hour)
	l.World.Unchanged("late", func() {
		refused(t, "late", second(register(l.World, confirming(late))), invite.LinkExpired, "input.token")
		if err := l.World.App.RequestNew(t.Context(), app.Visitor{}, late.Token); err != nil {
			t.Error(err)
		}
	})

	gone := l.asked(t, app.MemberInput{Name: "Gus", Email: new("gus@home.example")})
	l.World.Probe.Exec(`UPDATE contacts SET household_id = NULL WHERE household_id = $1`, l.id)
	l.World.Probe.Exec(`DELETE FROM households WHERE id = $1`, l.id)
	refused(t, "the household is no more", second(register(l.World, confirming(gone))), invite.LinkNotValid, "input.token")
}

// Fifty clicks at once confirm once.
func TestConfirmAtOnce(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Community)
	m := l.asked(t, app.MemberInput{Name: "Dee", Email: new("dee@home.example")})
	won := 0
	for _, err := range atOnce(8, func(int) error { return second(register(l.World, confirming(m))) }) {
		switch invite.CodeOf(err) {
		case "":
			won++
		case invite.LinkUsed, invite.AccountExists, invite.Conflict:
		default:
			t.Error(err)
		}
	}
	if n := l.World.Probe.Int(`SELECT count(*) FROM contacts WHERE email = 'dee@home.example'`); won != 1 || n != 1 {
		t.Errorf("%d won, %d contacts", won, n)
	}
}

// The first member who joins becomes the head, unless the head has joined.
func TestWhoBecomesHead(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	place := w.Place(invite.Community, "Maple Commons")
	place.Set(invite.PolicyPatch{PaceSeconds: new(0)})
	people := place.Create(app.NewContact{Name: "Ana", Email: "ana@example.com"}, app.NewContact{Name: "Bo", Email: "bo@example.com"}, app.NewContact{Name: "Cy", Email: "cy@example.com"})
	id := must(w.App.CreateHousehold(w.As(place.Owner), app.NewHousehold{
		Name: new("The Parks"), Members: []invite.ID{people[0].ID, people[1].ID, people[2].ID}, Head: &people[0].ID,
	}))(t)
	head := func() invite.ID {
		return *must(w.DB.Household(t.Context(), store.InOrganization(place.Org.ID), id))(t).HeadID
	}
	place.Join(place.Send(people[1])[0])
	if head() != people[1].ID {
		t.Error("the first who joined is not the head")
	}
	place.Join(place.Send(people[0])[0])
	place.Join(place.Send(people[2])[0])
	if head() != people[1].ID {
		t.Error("a head who has joined was replaced")
	}
}

// Two of one household who join at the same time leave one head.
func TestTwoOfAHouseholdJoinAtOnce(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	place := w.Place(invite.Community, "Maple Commons")
	place.Set(invite.PolicyPatch{PaceSeconds: new(0)})
	people := place.Create(app.NewContact{Name: "Ana", Email: "ana@example.com"}, app.NewContact{Name: "Bo", Email: "bo@example.com"})
	id := must(w.App.CreateHousehold(w.As(place.Owner), app.NewHousehold{Name: new("The Parks"), Members: []invite.ID{people[0].ID, people[1].ID}}))(t)
	links := []app.Message{place.Send(people[0])[0], place.Send(people[1])[0]}
	for _, err := range atOnce(2, func(n int) error { return second(register(w, by(links[n]))) }) {
		if err != nil {
			t.Error(err)
		}
	}
	if n := w.Probe.Int(`SELECT count(*) FROM household_spans WHERE household_id = $1 AND ended_at IS NULL`, id); n != 1 {
		t.Errorf("%d spans are billed", n)
	}
	if h := must(w.DB.Household(t.Context(), store.InOrganization(place.Org.ID), id))(t); h.HeadID == nil {
		t.Error("nobody is head")
	}
}
