package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

const (
	homeParts  = `{id name address location{id} head{id name} memberCount invitedCount registeredCount state viewerManages members{id name state isHead}}`
	makeHome   = `mutation($i:CreateHouseholdInput!){createHousehold(input:$i){household` + homeParts + ` userErrors{code field message}}}`
	changeHome = `mutation($i:UpdateHouseholdInput!){updateHousehold(input:$i){household` + homeParts + ` userErrors{code field message}}}`
	deleteHome = `mutation($h:ID!){deleteHousehold(input:{id:$h}){deletedId userErrors{code field message}}}`
	inviteHome = `mutation($i:InviteHouseholdsInput!){inviteHouseholds(input:$i){queuedCount skippedCount
		results{household{id name} contact{id name} reason outcome error{code message} invitation{id status} expectedSendAt}
		batch{id total} userErrors{code field message}}}`
	showHome = `query($h:ID!){household(id:$h)` + homeParts + `}`
)

// street is an organization with people at a few addresses.
type street struct {
	*apptest.Place
	w   *wire
	own *client
	n   int
}

func newStreet(w *wire, preset invite.Preset, name string) *street {
	w.T.Helper()
	p := w.Place(preset, name)
	p.Set(invite.PolicyPatch{PaceSeconds: ptr(0)})
	return &street{Place: p, w: w, own: w.as(p.Owner)}
}

// neighbor puts somebody on file.
func (s *street) neighbor(name, address string) invite.Contact {
	s.w.T.Helper()
	s.n++
	return s.Create(app.NewContact{Name: name, Email: fmt.Sprintf("n%d@%s.example", s.n, s.Org.ID), Address: address})[0]
}

// join has a contact accept an invitation, and returns them signed in.
func (s *street) join(c invite.Contact) auth.Actor {
	s.w.T.Helper()
	m := s.Send(c)[0]
	joined, err := s.w.App.Register(s.w.T.Context(), app.Visitor{}, app.RegisterInput{
		Credential: app.Credential{Token: &m.Token}, Name: c.Name, Password: apptest.Password,
	})
	if err != nil {
		s.w.T.Fatal(err)
	}
	return joined.Actor
}

// home makes a household.
func (s *street) home(in vars, members ...invite.Contact) string {
	s.w.T.Helper()
	if in == nil {
		in = vars{}
	}
	in["members"] = contactIDs(members)
	return s.own.do(makeHome, vars{"i": in}).ok().at("createHousehold.household.id")
}

func contactIDs(contacts []invite.Contact) []invite.ID {
	ids := []invite.ID{}
	for _, c := range contacts {
		ids = append(ids, c.ID)
	}
	return ids
}

// changes demands that do changes nothing in the database.
func (s *street) changes(t *testing.T, what string, do func()) {
	t.Helper()
	before := s.w.Probe.Contents()
	do()
	if diff := cmp.Diff(before, s.w.Probe.Contents()); diff != "" {
		t.Errorf("%s: something was written:\n%s", what, diff)
	}
}

// reasons returns why the households of the organization changed, in order.
func (s *street) reasons() (out []string) {
	s.w.T.Helper()
	s.w.place()
	facts, err := s.w.DB.FactsAfter(s.w.T.Context(), 0, 10_000)
	if err != nil {
		s.w.T.Fatal(err)
	}
	for _, f := range facts {
		if f.Kind == invite.HouseholdChanged && f.OrganizationID == s.Org.ID {
			out = append(out, f.Reason)
		}
	}
	return out
}

func TestCreateHousehold(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	s := newStreet(w, invite.Gym, "Birchwood")
	ana, ben, cy := s.neighbor("Ana Park", ""), s.neighbor("Ben Park", "12 Birch Lane"), s.neighbor("Cy Cole", "14 Birch Lane")
	s.own.do(makeHome, vars{"i": vars{"members": []invite.ID{ana.ID, ben.ID, ana.ID}}}).
		ok(`"name":"12 Birch Lane"`, `"address":"12 Birch Lane"`, `"head":null`, `"memberCount":2`, `"state":"NOT_INVITED"`, `"viewerManages":true`,
			`"members":[{"id":"`+string(ana.ID)+`","name":"Ana Park","state":"ON_FILE","isHead":false},{"id":"`+string(ben.ID)+`"`)
	if got := s.reasons(); !slices.Equal(got, []string{"The household was made", "Ana Park was added", "Ben Park was added"}) {
		t.Errorf("facts %q", got)
	}
	s.own.do(`query($c:ID!){contact(id:$c){address household{name}}}`, vars{"c": ana.ID}).ok(`"address":null`, `"household":{"name":"12 Birch Lane"}`)

	// A name, an address and a head of one's own; in any script.
	named := s.own.do(makeHome, vars{"i": vars{"members": []invite.ID{cy.ID}, "name": " משפחת  כהן 🏠 ", "address": " 14  Birch Lane ", "head": cy.ID}}).
		ok(`"name":"משפחת כהן 🏠"`, `"address":"14 Birch Lane"`, `"head":{"id":"`+string(cy.ID)+`","name":"Cy Cole"}`).at("createHousehold.household.id")
	s.own.do(showHome, vars{"h": named}).ok(`"name":"משפחת כהן 🏠"`)
	// Without an address it is called after its head, who joined first.
	di, ed := s.neighbor("Di Dee", ""), s.neighbor("Ed Dee", "")
	s.join(ed)
	s.own.do(makeHome, vars{"i": vars{"members": []invite.ID{di.ID, ed.ID}}}).
		ok(`"name":"Ed Dee"`, `"address":null`, `"head":{"id":"`+string(ed.ID)+`"`, `"state":"REGISTERED"`, `"registeredCount":1`)
}

func TestCreateHouseholdRefuses(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	s := newStreet(w, invite.Gym, "Birchwood")
	ana, ben := s.neighbor("Ana Park", "12 Birch Lane"), s.neighbor("Ben Park", "")
	taken, off, gone, far := s.neighbor("Taken Tim", ""), s.neighbor("Off Line", ""), s.neighbor("Gone Girl", ""), s.neighbor("Far Away", "")
	s.home(nil, taken)
	w.Probe.Exec(`UPDATE contacts SET client_type = 'OFFLINE' WHERE id = $1`, off.ID)
	w.Probe.Exec(`UPDATE contacts SET archived_at = updated_at WHERE id = $1`, gone.ID)
	branch := s.own.do(`mutation{createLocation(input:{name:"North",timeZone:"Europe/Rome"}){location{id}}}`).at("createLocation.location.id")
	s.own.do(`mutation($c:ID!,$l:ID!){updateContact(input:{id:$c,location:$l}){userErrors{code}}}`, vars{"c": far.ID, "l": branch}).ok()
	crowd := make([]invite.ID, invite.MaxHouseholdSize+1)
	for n := range crowd {
		crowd[n] = store.NewID()
	}
	for name, tc := range map[string]struct {
		in          vars
		code, field string
		says        string
	}{
		"nobody":            {vars{"members": []string{}}, "REQUIRED", "input.members", "1 to 50"},
		"too many":          {vars{"members": crowd}, "TOO_MANY", "input.members", "at most 50"},
		"taken":             {vars{"members": []invite.ID{ana.ID, taken.ID}}, "HAS_HOUSEHOLD", "input.members", "Taken Tim"},
		"of two locations":  {vars{"members": []invite.ID{ana.ID, far.ID}}, "INVALID", "input.members", "Far Away"},
		"archived":          {vars{"members": []invite.ID{ana.ID, gone.ID}}, "CONTACT_ARCHIVED", "input.members", "Gone Girl"},
		"no name":           {vars{"members": []invite.ID{ana.ID}, "name": "  "}, "REQUIRED", "input.name", "1 to 100"},
		"long name":         {vars{"members": []invite.ID{ana.ID}, "name": strings.Repeat("x", 101)}, "TOO_LONG", "input.name", "100"},
		"broken name":       {vars{"members": []invite.ID{ana.ID}, "name": "a\nb"}, "CONTROL_CHARACTERS", "input.name", "line breaks"},
		"long address":      {vars{"members": []invite.ID{ana.ID}, "address": strings.Repeat("x", 201)}, "TOO_LONG", "input.address", "200"},
		"broken address":    {vars{"members": []invite.ID{ana.ID}, "address": "a\u202eb"}, "CONTROL_CHARACTERS", "input.address", "control"},
		"a head elsewhere":  {vars{"members": []invite.ID{ana.ID}, "head": ben.ID}, "INVALID", "input.head", "one of the members"},
		"a head not at all": {vars{"members": []invite.ID{ana.ID, off.ID}, "head": off.ID}, "OFFLINE_CLIENT", "input.head", "Off Line"},
	} {
		s.changes(t, name, func() {
			got := s.own.do(makeHome, vars{"i": tc.in}).refused(tc.code, tc.field)
			got.has(`"household":null`, tc.says)
		})
	}
	trainer, support, other := w.as(s.Staff(invite.Trainer)), w.as(w.Support()), newStreet(w, invite.Gym, "Elsewhere")
	stranger := other.neighbor("X", "")
	s.changes(t, "who may not", func() {
		in := vars{"i": vars{"members": []invite.ID{ana.ID}}}
		s.own.do(makeHome, vars{"i": vars{"members": []invite.ID{ana.ID, store.NewID()}}}).fails("NOT_FOUND")
		s.own.do(makeHome, vars{"i": vars{"members": []string{"nonsense"}}}).fails("BAD_REQUEST")
		trainer.do(makeHome, in).fails("FORBIDDEN")
		support.do(makeHome, vars{"i": vars{"members": []invite.ID{ana.ID}, "organization": s.Org.ID}}).fails("FORBIDDEN")
		w.anyone().do(makeHome, in).fails("UNAUTHENTICATED")
		other.own.do(makeHome, in).fails("NOT_FOUND").lacks("Ana")
		other.own.do(makeHome, vars{"i": vars{"members": []invite.ID{stranger.ID}, "organization": s.Org.ID}}).fails("NOT_FOUND")
	})
	w.as(s.join(ana)).do(makeHome, vars{"i": vars{"members": []invite.ID{ana.ID}}}).fails("FORBIDDEN")
	w.as(s.Staff(invite.Leader)).do(makeHome, vars{"i": vars{"members": []invite.ID{ben.ID}}}).ok()
}

func TestUpdateHousehold(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	s := newStreet(w, invite.Gym, "Birchwood")
	ana, ben, cy, di, ed := s.neighbor("Ana", "12 Birch Lane"), s.neighbor("Ben", ""), s.neighbor("Cy", "9 Elm Road"), s.neighbor("Di", ""), s.neighbor("Ed", "")
	first, second := s.home(vars{"name": "The Parks", "head": ana.ID}, ana, ben), s.home(nil, cy, di)
	change := func(in vars) answer { return s.own.do(changeHome, vars{"i": in}) }

	change(vars{"id": first, "name": "Parks and Co", "address": ""}).ok(`"name":"Parks and Co"`, `"address":null`, `"memberCount":2`)
	change(vars{"id": first}).ok(`"name":"Parks and Co"`)
	// Two become one: who is added leaves the other, which ends with the last.
	w.Probe.Exec(`INSERT INTO household_additions (id, organization_id, household_id, added_by, name, channel, address, expires_at, created_at)
		VALUES ($1, $2, $3, $4, 'Fay', 'EMAIL', 'fay@example.org', $5, $6)`, store.NewID(), s.Org.ID, second, cy.ID, w.Clock.Now().Add(time.Hour), w.Clock.Now())
	change(vars{"id": first, "addMembers": []invite.ID{cy.ID, ana.ID}}).ok(`"memberCount":3`)
	s.own.do(showHome, vars{"h": second}).ok(`"memberCount":2`, `"state":"INVITED"`, `"name":"Fay","state":"ADDED"`)
	change(vars{"id": first, "addMembers": []invite.ID{di.ID}}).ok(`"memberCount":5`, `"name":"Fay","state":"ADDED"`)
	s.own.do(showHome, vars{"h": second}).fails("NOT_FOUND")
	// Another head, one who has not joined yet; who leaves is nobody's head.
	change(vars{"id": first, "head": ben.ID}).ok(`"head":{"id":"` + string(ben.ID) + `"`)
	change(vars{"id": first, "removeMembers": []invite.ID{ben.ID}}).ok(`"memberCount":4`, `"head":null`)
	// A member who has joined and comes to a household without such a head becomes it; and the next one stays a member.
	s.join(ed)
	change(vars{"id": first, "head": ana.ID}).ok()
	change(vars{"id": first, "addMembers": []invite.ID{ed.ID}}).ok(`"head":{"id":"` + string(ed.ID) + `"`)
	s.join(ben)
	change(vars{"id": first, "addMembers": []invite.ID{ben.ID}}).ok(`"head":{"id":"`+string(ed.ID)+`"`, `"registeredCount":2`)
	change(vars{"id": first, "removeMembers": []invite.ID{ed.ID}}).ok(`"head":{"id":"` + string(ben.ID) + `"`)
	if c := s.Contact(ed.ID); c.HouseholdID != nil {
		t.Error("who is taken out has a household still")
	}
	got := s.reasons()
	for _, want := range []string{
		"The Parks is now Parks and Co", "The address was changed", "Cy left for Parks and Co", "Cy was added", "9 Elm Road was deleted: nobody was left",
		"Ben became head", "Ben was taken out", "Ed became head",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no fact %q in %q", want, got)
		}
	}
	// With the last member it ends.
	change(vars{"id": first, "removeMembers": []invite.ID{ana.ID, ben.ID, cy.ID, di.ID}}).ok(`"household":null`)
	s.own.do(showHome, vars{"h": first}).fails("NOT_FOUND")
}

func TestUpdateHouseholdRefuses(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	s := newStreet(w, invite.Gym, "Birchwood")
	ana, ben, off := s.neighbor("Ana", ""), s.neighbor("Ben", ""), s.neighbor("Off", "")
	w.Probe.Exec(`UPDATE contacts SET client_type = 'OFFLINE' WHERE id = $1`, off.ID)
	full := s.Create(people(invite.MaxHouseholdSize)...)
	home, crowded := s.home(nil, ana, off), s.home(vars{"name": "Crowd"}, full...)
	_ = crowded
	for name, tc := range map[string]struct {
		in          vars
		code, field string
	}{
		"a name":           {vars{"name": ""}, "REQUIRED", "input.name"},
		"an address":       {vars{"address": strings.Repeat("x", 201)}, "TOO_LONG", "input.address"},
		"a stranger goes":  {vars{"removeMembers": []invite.ID{ben.ID}}, "INVALID", "input.removeMembers"},
		"both":             {vars{"addMembers": []invite.ID{ben.ID}, "removeMembers": []invite.ID{ben.ID}}, "INVALID", "input.removeMembers"},
		"a strange head":   {vars{"head": ben.ID}, "INVALID", "input.head"},
		"a head who goes":  {vars{"head": ana.ID, "removeMembers": []invite.ID{ana.ID}}, "INVALID", "input.head"},
		"an offline head":  {vars{"head": off.ID}, "OFFLINE_CLIENT", "input.head"},
		"too many at once": {vars{"addMembers": append(contactIDs(full), ben.ID)}, "TOO_MANY", "input.addMembers"},
		"too many in all":  {vars{"addMembers": contactIDs(full)}, "TOO_MANY", "input.addMembers"},
	} {
		tc.in["id"] = home
		s.changes(t, name, func() {
			s.own.do(changeHome, vars{"i": tc.in}).refused(tc.code, tc.field).has(`"household":null`)
		})
	}
	trainer := s.Staff(invite.Trainer)
	member := s.join(ana)
	other, support := newStreet(w, invite.Gym, "Elsewhere"), w.as(w.Support())
	stranger := other.neighbor("X", "")
	s.changes(t, "who may not", func() {
		in := vars{"i": vars{"id": home, "name": "Mine"}}
		w.as(trainer).do(changeHome, in).fails("NOT_FOUND") // has no client in it
		w.as(member).do(changeHome, in).fails("FORBIDDEN")
		other.own.do(changeHome, in).fails("NOT_FOUND")
		support.do(changeHome, in).fails("FORBIDDEN")
		w.anyone().do(changeHome, in).fails("UNAUTHENTICATED")
		for _, field := range []string{"addMembers", "removeMembers"} {
			s.own.do(changeHome, vars{"i": vars{"id": home, field: []invite.ID{stranger.ID}}}).fails("NOT_FOUND")
		}
		s.own.do(changeHome, vars{"i": vars{"id": store.NewID(), "name": "X"}}).fails("NOT_FOUND")
	})
	s.own.do(`mutation($c:ID!,$t:ID!){updateContact(input:{id:$c,trainer:$t}){userErrors{code}}}`, vars{"c": ana.ID, "t": trainer.Membership}).ok()
	w.as(trainer).do(changeHome, vars{"i": vars{"id": home, "name": "Mine"}}).fails("FORBIDDEN")
	w.as(trainer).do(deleteHome, vars{"h": home}).fails("FORBIDDEN")
}

func TestDeleteHousehold(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	s := newStreet(w, invite.Gym, "Birchwood")
	ana, ben := s.neighbor("Ana", "12 Birch Lane"), s.neighbor("Ben", "")
	home := s.home(nil, ana, ben)
	w.Probe.Exec(`UPDATE contacts SET archived_at = updated_at WHERE id = $1`, ben.ID)
	w.Probe.Exec(`INSERT INTO household_additions (id, organization_id, household_id, added_by, name, channel, address, expires_at, created_at)
		VALUES ($1, $2, $3, $4, 'Fay', 'EMAIL', 'fay@example.org', $5, $6)`, store.NewID(), s.Org.ID, home, ana.ID, w.Clock.Now().Add(time.Hour), w.Clock.Now())
	member := s.join(ana) // seats are billed here: so it may go
	support, other := w.as(w.Support()), newStreet(w, invite.Gym, "Elsewhere")
	s.changes(t, "who may not", func() {
		w.as(member).do(deleteHome, vars{"h": home}).fails("FORBIDDEN")
		support.do(deleteHome, vars{"h": home}).fails("FORBIDDEN")
		other.own.do(deleteHome, vars{"h": home}).fails("NOT_FOUND")
		w.anyone().do(deleteHome, vars{"h": home}).fails("UNAUTHENTICATED")
	})
	s.own.do(deleteHome, vars{"h": home}).ok(`"deletedId":"` + home + `"`)
	s.own.do(deleteHome, vars{"h": home}).fails("NOT_FOUND")
	for _, c := range []invite.Contact{ana, ben} {
		if s.Contact(c.ID).HouseholdID != nil {
			t.Errorf("%s has a household still", c.Name)
		}
	}
	if n := w.Probe.Int(`SELECT count(*) FROM household_additions`); n != 0 {
		t.Errorf("%d additions are left", n)
	}
	if got := s.reasons(); !slices.Contains(got, "12 Birch Lane was deleted") || !slices.Contains(got, "Ana left: the household was deleted") {
		t.Errorf("facts %q", got)
	}
}

// Where households are billed, everybody who has joined belongs to one.
func TestBilledByHousehold(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	s := newStreet(w, invite.Community, "Birchwood")
	ana, ben, cy := s.neighbor("Ana", ""), s.neighbor("Ben", "12 Birch Lane"), s.neighbor("Cy", "")
	home := s.home(vars{"name": "The Parks"}, ana, ben, cy)
	s.join(ana)
	s.join(ben)
	s.changes(t, "delete", func() {
		s.own.do(deleteHome, vars{"h": home}).refused("CONFLICT", "input.id").has(`"deletedId":null`, "Ana, Ben")
	})
	s.own.do(changeHome, vars{"i": vars{"id": home, "removeMembers": []invite.ID{ana.ID, ben.ID, cy.ID}}}).ok(`"household":null`)
	for _, tc := range []struct {
		c    invite.Contact
		name string
	}{{ana, "Ana"}, {ben, "12 Birch Lane"}} {
		at := s.Contact(tc.c.ID).HouseholdID
		if at == nil {
			t.Fatalf("%s has joined and no household", tc.c.Name)
		}
		s.own.do(showHome, vars{"h": at}).ok(`"name":"`+tc.name+`"`, `"head":{"id":"`+string(tc.c.ID)+`"`, `"memberCount":1`)
	}
	if s.Contact(cy.ID).HouseholdID != nil {
		t.Error("who has not joined got a household")
	}
	// Without anybody who has joined it may go, here too.
	di := s.neighbor("Di", "")
	s.own.do(deleteHome, vars{"h": s.home(nil, di)}).ok()
}
