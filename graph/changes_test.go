package graph_test

import (
	"strings"
	"testing"
	"time"

	"usher/app"
	"usher/invite"
	"usher/store"
)

const orgChanges = `subscription($o:ID,$after:String){organizationChanged(organization:$o,after:$after){
	cursor at kind actor reason contact{id name} household{id name} group{id name} accessPassRun{id number}}}`

// tell appends facts as a use case does.
func (w *wire) tell(facts ...invite.Fact) {
	w.T.Helper()
	for n := range facts {
		facts[n].ActorKind, facts[n].ActorName = "SYSTEM", "test"
	}
	if err := w.DB.InTx(w.T.Context(), func(tx *store.Tx) error { return tx.Append(w.T.Context(), facts) }); err != nil {
		w.T.Fatal(err)
	}
}

// happened demands the next change: of which kind, with what in it.
func (s *stream) happened(kind invite.FactKind, fragments ...string) answer {
	s.t.Helper()
	return s.next().has(append(fragments, `"kind":"`+string(kind)+`"`)...)
}

// What is missed while nobody listens is replayed, whichever of the two
// subscriptions gave the cursor; then the stream is live.
func TestOrganizationChanges(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, open opener) {
		w := newWire(t)
		p, other := w.Place(invite.Community, "Birch Park"), w.Place(invite.Community, "Elm Park")
		c := p.Contacts(2)
		statuses := open(w, p.Owner, changes, vars{"after": w.cursor()})
		p.Invite(c[0])
		w.place()
		statuses.moved(c[0], "", "QUEUED")
		home, err := w.App.CreateHousehold(w.As(p.Owner), app.NewHousehold{Name: ptr("Birch Lane 12"), Members: idsOf(c)})
		if err != nil {
			t.Fatal(err)
		}
		w.place()
		p.Invite(c[1])
		w.place()
		from := statuses.moved(c[1], "", "QUEUED").at("invitationStatusChanged.cursor")

		street := w.group(p, "Birch Lane")
		w.group(other, "Elm Lane")
		if err := w.App.UpdateHousehold(w.As(p.Owner), app.HouseholdChange{ID: home, Name: ptr("The Parks")}); err != nil {
			t.Fatal(err)
		}
		w.place()
		s := open(w, p.Owner, orgChanges, vars{"after": from})
		s.happened("GROUP_CHANGED", `"reason":"Birch Lane was created"`, `"group":{"id":"`+string(street)+`","name":"Birch Lane"}`, `"contact":null`, `"actor":"Owner"`)
		last := s.happened("HOUSEHOLD_CHANGED", `"household":{"id":"`+string(home)+`","name":"The Parks"}`, `"group":null`, `"accessPassRun":null`)

		own := w.as(p.Owner)
		own.do(updateMembers, vars{"i": vars{"id": street, "add": idsOf(c)}}).ok()
		own.do(updateMembers, vars{"i": vars{"id": street, "remove": []any{c[1].ID}}}).ok()
		own.do(updateMembers, vars{"i": vars{"id": street, "remove": []any{c[1].ID}}}).ok() // nothing happens
		own.do(`mutation($i:UpdateGroupInput!){updateGroup(input:$i){userErrors{code}}}`, vars{"i": vars{"id": street, "name": "Birch Road"}}).ok()
		w.tell(invite.Fact{Kind: invite.ContactJoined, OrganizationID: p.Org.ID, ContactID: &c[1].ID})
		w.place()
		s.happened("GROUP_CHANGED", `"reason":"2 people came into Birch Lane"`, `"contact":null`)
		s.happened("GROUP_CHANGED", `"reason":"`+c[1].Name+` left Birch Lane"`, `"contact":{"id":"`+string(c[1].ID)+`"`)
		s.happened("GROUP_CHANGED", "Birch Lane is now Birch Road")
		s.happened("CONTACT_JOINED", `"contact":{"id":"`+string(c[1].ID)+`"`)

		own.do(`mutation($i:DeleteGroupInput!){deleteGroup(input:$i){userErrors{code}}}`, vars{"i": vars{"id": street}}).ok()
		w.place()
		s.happened("GROUP_CHANGED", "Birch Road was deleted", `"group":null`)

		// And back: a cursor of this one continues the other.
		again := open(w, p.Owner, changes, vars{"after": last.at("organizationChanged.cursor")})
		if err := w.App.RevokeInvitation(w.As(p.Owner), *p.Contact(c[1].ID).InvitationID, ""); err != nil {
			t.Fatal(err)
		}
		w.place()
		again.moved(c[1], "QUEUED", "REVOKED")
		s.silent()
	})
}

// Changes of a contact's groups are told, whoever makes them.
func TestGroupsOfContactsAreTold(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Community, "Birch Park")
	lane, road := w.group(p, "Birch Lane"), w.group(p, "Birch Road")
	s := byEvents(w, p.Owner, orgChanges, vars{"after": w.cursor()})
	own := w.as(p.Owner)
	made := own.do(`mutation($i:CreateContactsInput!){createContacts(input:$i){results{contact{id}}}}`,
		vars{"i": vars{"contacts": []any{vars{"name": "Ana Park", "email": "ana@birch.example"}}, "groups": []any{lane}, "invite": "LATER"}})
	w.place()
	s.happened("GROUP_CHANGED", `"reason":"Ana Park came into Birch Lane"`, string(lane))
	const update = `mutation($i:UpdateContactInput!){updateContact(input:$i){userErrors{code}}}`
	id := made.at("createContacts.results.0.contact.id")
	own.do(update, vars{"i": vars{"id": id, "groups": []any{road}}}).ok()
	own.do(update, vars{"i": vars{"id": id, "groups": []any{road}}}).ok() // is so already
	own.do(update, vars{"i": vars{"id": id, "groups": []any{}}}).ok()
	w.place()
	got := s.next().body + s.next().body // in any order
	for _, want := range []string{"Ana Park left Birch Lane", "Ana Park came into Birch Road"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not told: %s", want, got)
		}
	}
	s.happened("GROUP_CHANGED", "Ana Park left Birch Road")
	s.silent()
}

// A trainer hears of own clients only; and of a pass that one of them
// redeemed, not of which run it was.
func TestTrainersHearOfOwnClients(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Coach, "Alpha Coach")
	trainer := p.Staff(invite.Trainer)
	theirs := p.Contacts(1)[0]
	mine, err := w.App.CreateContacts(w.As(trainer), app.CreateInput{Contacts: people(1), Stage: invite.Member, ClientType: invite.FullAccess, Invite: app.InviteLater})
	if err != nil {
		t.Fatal(err)
	}
	run, err := w.App.GeneratePasses(w.As(p.Owner), app.PassesInput{Count: 1})
	if err != nil {
		t.Fatal(err)
	}
	from := w.cursor()
	streams := map[string]*stream{
		"trainer": byEvents(w, trainer, orgChanges, vars{"after": from}),
		"support": byEvents(w, w.Support(), orgChanges, vars{"after": from, "o": p.Org.ID}),
	}
	w.group(p, "Birch Lane")
	var facts []invite.Fact
	for _, c := range []*invite.ID{&theirs.ID, mine.Items[0].Contact, nil} {
		for _, kind := range []invite.FactKind{
			invite.ContactJoined, invite.HouseholdChanged, invite.GroupChanged,
			invite.PassesGenerated, invite.PassesPrinted, invite.PassesRevoked, invite.PassBound, invite.PassRedemption,
		} {
			facts = append(facts, invite.Fact{Kind: kind, OrganizationID: p.Org.ID, ContactID: c, PassRunID: &run})
		}
		facts = append(facts, invite.Fact{Kind: invite.ContactChanged, OrganizationID: p.Org.ID, ContactID: c}) // not of these
	}
	w.tell(facts...)
	w.place()
	streams["support"].happened("GROUP_CHANGED", "Birch Lane")
	for n, f := range facts {
		if f.Kind == invite.ContactChanged {
			continue
		}
		streams["support"].happened(f.Kind, `"accessPassRun":{"id":"`+string(run)+`","number":1}`)
		if n/9 == 1 {
			streams["trainer"].happened(f.Kind, string(*f.ContactID), `"accessPassRun":null`)
		}
	}
	time.Sleep(50 * time.Millisecond) // everything is handed out; nothing more may be on its way
	for _, s := range streams {
		s.silent()
	}
}

func TestOrganizationChangesAreRefused(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, open opener) {
		w := newWire(t)
		p, other := w.Place(invite.Gym, "Alpha Gym"), w.Place(invite.Gym, "Beta Gym")
		old := w.cursor()
		w.group(p, "Birch Lane")
		w.place()
		w.Clock.Advance(8 * 24 * time.Hour)
		owner := w.signIn(p.Owner)
		member := w.client(p, "member@alpha.example")
		for _, tc := range []struct {
			name, code string
			s          *stream
		}{
			{"another organization", "NOT_FOUND", open(w, owner, orgChanges, vars{"o": other.Org.ID})},
			{"nobody's organization", "NOT_FOUND", open(w, w.Support(), orgChanges, vars{"o": store.NewID()})},
			{"a client", "FORBIDDEN", open(w, member, orgChanges, nil)},
			{"support for no organization", "BAD_REQUEST", open(w, w.signInAs("support@usher.example"), orgChanges, nil)},
			{"no cursor", "BAD_REQUEST", open(w, owner, orgChanges, vars{"after": "not a cursor"})},
			{"a negative cursor", "BAD_REQUEST", open(w, owner, orgChanges, vars{"after": "-1"})},
			{"a cursor that was never given", "RESYNC", open(w, owner, orgChanges, vars{"after": "zzzzzz"})},
			{"a cursor that is too old", "RESYNC", open(w, owner, orgChanges, vars{"after": old})},
		} {
			t.Log(tc.name)
			tc.s.ends(tc.code)
		}
	})
}

// The stream ends with the sign-in.
func TestOrganizationChangesEndWithTheSignIn(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, open opener) {
		w := newWire(t)
		p := w.Place(invite.Gym, "Alpha Gym")
		leader := w.signIn(p.Staff(invite.Leader))
		s := open(w, leader, orgChanges, vars{"after": w.cursor()})
		w.group(p, "Birch Lane")
		w.place()
		s.happened("GROUP_CHANGED")
		w.as(p.Owner).do(`mutation($m:ID!){removeStaff(input:{membership:$m}){userErrors{code}}}`, vars{"m": leader.Membership}).ok()
		w.Clock.Advance(3 * time.Second) // what is believed of a sign-in is older than that
		w.group(p, "Birch Road")
		w.place()
		s.ends("UNAUTHENTICATED")
	})
}
