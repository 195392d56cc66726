package apptest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"usher/app"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// Place is an organization with a location and people to act for it.
type Place struct {
	World    *World
	Org      invite.Organization
	Location invite.Location
	Owner    auth.Actor
}

// Place makes an organization with one location in Berlin and an owner.
func (w *World) Place(preset invite.Preset, name string) *Place {
	w.T.Helper()
	p := &Place{World: w, Org: invite.Organization{ID: store.NewID(), Name: name, Preset: preset, Region: "US", SupportContact: "desk@" + slug(name) + ".example"}}
	p.Location = invite.Location{ID: store.NewID(), OrganizationID: p.Org.ID, Name: "Main Street", TimeZone: "Europe/Berlin"}
	w.must(w.DB.InTx(w.T.Context(), func(tx *store.Tx) error {
		if err := tx.InsertOrganization(w.T.Context(), p.Org); err != nil {
			return err
		}
		return tx.InsertLocation(w.T.Context(), p.Location)
	}))
	p.Owner = p.Staff(invite.Owner)
	return p
}

// Staff makes somebody with the role, named and addressed after it, and
// returns them signed in.
func (p *Place) Staff(role invite.Role) auth.Actor {
	p.World.T.Helper()
	name := strings.ToUpper(string(role[:1])) + strings.ToLower(string(role[1:]))
	email := fmt.Sprintf("%s@%s.example", strings.ToLower(string(role)), slug(p.Org.Name))
	return p.World.member(email, name, invite.Membership{OrganizationID: &p.Org.ID, Role: role})
}

// Set changes the organization's policy.
func (p *Place) Set(patch invite.PolicyPatch) {
	p.World.T.Helper()
	_, _, err := p.World.App.UpdatePolicy(p.World.As(p.Owner), app.PolicyInput{Set: patch})
	p.World.must(err)
}

// Contacts puts people on file, n of them, each with an email and a phone, and
// returns them in order.
func (p *Place) Contacts(n int) []invite.Contact {
	p.World.T.Helper()
	var list []app.NewContact
	for i := range n {
		list = append(list, app.NewContact{Name: fmt.Sprintf("Person %03d", i), Email: fmt.Sprintf("person%03d@%s.example", i, slug(p.Org.Name)), Phone: fmt.Sprintf("+1202555%04d", i+100)})
	}
	return p.Create(list...)
}

// Create puts people on file and returns them in order.
func (p *Place) Create(list ...app.NewContact) []invite.Contact {
	p.World.T.Helper()
	made, err := p.World.App.CreateContacts(p.World.As(p.Owner), app.CreateInput{
		Contacts: list, Stage: invite.Member, ClientType: invite.FullAccess, Invite: app.InviteLater,
	})
	p.World.must(err)
	var out []invite.Contact
	for _, item := range made.Items {
		out = append(out, p.Contact(*item.Contact))
	}
	return out
}

// Contact reads a contact.
func (p *Place) Contact(id invite.ID) invite.Contact {
	p.World.T.Helper()
	c, err := p.World.DB.Contact(p.World.T.Context(), store.InOrganization(p.Org.ID), id)
	p.World.must(err)
	return c
}

// Invite queues an invitation for the contacts and returns the result.
func (p *Place) Invite(contacts ...invite.Contact) app.InviteResult {
	p.World.T.Helper()
	var ids []invite.ID
	for _, c := range contacts {
		ids = append(ids, c.ID)
	}
	r, err := p.World.App.InviteContacts(p.World.As(p.Owner), app.InviteInput{Contacts: ids})
	p.World.must(err)
	return r
}

// Waiting returns the rounds that wait in the location's lane, in order.
func (p *Place) Waiting() []store.Place {
	p.World.T.Helper()
	list, err := p.World.DB.WaitingPlaces(p.World.T.Context(), "", 10_000)
	p.World.must(err)
	list = slices.DeleteFunc(list, func(r store.Place) bool { return r.LocationID != p.Location.ID })
	slices.SortFunc(list, func(a, b store.Place) int {
		return cmp.Or(cmp.Compare(a.Priority, b.Priority), cmp.Compare(a.Place, b.Place))
	})
	return list
}

// Grant grants the lane's next round a slot. The lane must be free to send.
func (p *Place) Grant() app.Grant {
	p.World.T.Helper()
	waiting := p.Waiting()
	if len(waiting) == 0 {
		p.World.T.Fatal("nothing waits")
	}
	g, err := p.World.App.GrantSlot(p.World.System("sender"), p.Location.ID, waiting[0].ID)
	p.World.must(err)
	if !g.Granted {
		p.World.T.Fatalf("not granted: %+v", g)
	}
	return g
}

// Record writes down how the attempt that m is ended.
func (p *Place) Record(m app.Message, o app.Outcome) {
	p.World.T.Helper()
	p.World.must(p.World.App.Record(p.World.System("sender"), m.Delivery, m.Attempt, o))
}

// SendNext grants the lane's next round and records that every message was
// accepted; it returns them. The lane must be free to send.
func (p *Place) SendNext() []app.Message {
	p.World.T.Helper()
	g := p.Grant()
	for _, m := range g.Messages {
		p.Record(m, app.Outcome{ProviderID: "test"})
	}
	return g.Messages
}

// Send invites the contact alone and sends; it returns the messages, by email
// first. The lane must be free to send.
func (p *Place) Send(c invite.Contact) []app.Message {
	p.World.T.Helper()
	p.Invite(c)
	return p.SendNext()
}

// Invitation returns the contact's open or last invitation.
func (p *Place) Invitation(contact invite.ID) invite.Invitation {
	p.World.T.Helper()
	c := p.Contact(contact)
	if c.InvitationID == nil {
		p.World.T.Fatalf("%s was never invited", c.Label())
	}
	i, err := p.World.DB.Invitation(p.World.T.Context(), store.InOrganization(p.Org.ID), *c.InvitationID)
	p.World.must(err)
	return i
}

// Deliveries returns the messages of the contact's open or last invitation,
// oldest first, by email before by text.
func (p *Place) Deliveries(contact invite.ID) []invite.Delivery {
	p.World.T.Helper()
	list, err := p.World.DB.DeliveriesOfInvitations(p.World.T.Context(), []invite.ID{p.Invitation(contact).ID})
	p.World.must(err)
	return list
}

// Join registers by the message's link.
func (p *Place) Join(m app.Message) app.Registered {
	p.World.T.Helper()
	joined, err := p.World.App.Register(p.World.T.Context(), app.Visitor{}, app.RegisterInput{
		Credential: app.Credential{Token: &m.Token}, Name: "Ada Lovelace", Password: Password,
	})
	p.World.must(err)
	return joined
}

func slug(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, " ", "-"))
}
