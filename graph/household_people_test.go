package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"usher/app"
	"usher/invite"
	"usher/store"
)

// added puts somebody into a household as its head adds them, by email, ending
// that long from now.
func (s *street) added(home string, by invite.ID, name string, ends time.Duration) string {
	id := string(store.NewID())
	s.w.Probe.Exec(`INSERT INTO household_additions (id, organization_id, household_id, added_by, name, channel, address, problem, expires_at, created_at)
		VALUES ($1, $2, $3, $4, $5, 'EMAIL', $6, 'The mailbox is full.', $7, $8)`,
		id, s.Org.ID, home, by, name, strings.ToLower(name)+"@added.example", s.w.Clock.Now().Add(ends), s.w.Clock.Now())
	return id
}

const wholeHome = `query($h:ID!){household(id:$h){name memberCount invitedCount registeredCount state registeredSince viewerManages
	pick{reason contact{id} error{why:code}} head{name email contact{id}}
	members{id name email phone state isHead isViewer expiresAt problem contact{id name}}}}`

// Everybody sees of a household what is theirs to see: staff all of it, its
// head whom they added, a member the names, and nobody else anything.
func TestWhoSeesWhatOfAHousehold(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	s := newStreet(w, invite.Gym, "Birchwood")
	ana, ben, cy, zoe := s.neighbor("Ana", ""), s.neighbor("Ben", ""), s.neighbor("Cy", ""), s.neighbor("Zoe", "")
	home := s.home(vars{"name": "The Parks"}, ana, ben, cy)
	head, member, stranger := s.join(ana), s.join(ben), s.join(zoe)
	s.own.do(changeHome, vars{"i": vars{"id": home, "head": ana.ID}}).ok()
	fay, gus := s.added(home, ana.ID, "Fay", time.Hour), s.added(home, ana.ID, "Gus", 0)
	ask := func(c *client) answer { return c.do(wholeHome, vars{"h": home}) }

	shown := ask(s.own).ok(`"memberCount":5`, `"invitedCount":1`, `"registeredCount":2`, `"state":"REGISTERED"`, `"viewerManages":true`,
		`"error":{"why":"ALREADY_REGISTERED"}`, *ana.Email, *ben.Email, *cy.Email, "fay@added.example", `"problem":"The mailbox is full."`,
		`"registeredSince":"`+s.Contact(ana.ID).RegisteredAt.UTC().Format(time.RFC3339))
	for n, want := range []string{"Ana", "Ben", "Cy", "Fay", "Gus"} {
		if got := shown.at(fmt.Sprintf("household.members.%d.name", n)); got != want {
			t.Errorf("member %d is %s, want %s", n, got, want)
		}
	}
	shown.has(`"id":"`+fay+`","name":"Fay","email":"fay@added.example","phone":null,"state":"ADDED","isHead":false,"isViewer":false,"expiresAt":"20`,
		`"id":"`+gus+`","name":"Gus","email":"gus@added.example","phone":null,"state":"LAPSED","isHead":false,"isViewer":false,"expiresAt":null`)
	ask(w.as(w.Support())).ok(*ben.Email, `"viewerManages":false`)

	// The head: whom they added, and who has not joined; not where another member who has is reached.
	ask(w.as(head)).ok(`"viewerManages":true`, `"pick":null`, "fay@added.example", *cy.Email, *ana.Email,
		`"name":"Ben","email":null,"phone":null,"state":"REGISTERED","isHead":false,"isViewer":false,"expiresAt":null,"problem":null,"contact":null`,
		`"isHead":true,"isViewer":true,"expiresAt":null,"problem":null,"contact":{"id":"`+string(ana.ID)+`","name":"Ana"}`).lacks(*ben.Email)
	// A member: names, and themselves.
	ask(w.as(member)).ok(`"viewerManages":false`, `"pick":null`, *ben.Email, `"name":"Cy"`, `"name":"Fay"`).
		lacks(*ana.Email, *cy.Email, "fay@added.example", "mailbox", string(cy.ID)+`","name":"Cy"}`)
	if got := ask(w.as(member)).at("household.head.contact"); got != "" {
		t.Errorf("a member sees the head's contact: %s", got)
	}
	w.as(member).do(`{viewer{membership{contact{household{name members{name}}}}}}`).ok(`"household":{"name":"The Parks"`)
	for _, c := range []*client{w.as(stranger), newStreet(w, invite.Gym, "Elsewhere").own} {
		ask(c).fails("NOT_FOUND").lacks("Parks")
		c.do(`query($h:ID!){node(id:$h){id}}`, vars{"h": home}).fails("NOT_FOUND")
	}
	ask(w.anyone()).fails("UNAUTHENTICATED")
	w.as(member).do(`query($h:ID!){node(id:$h){...on Household{name}}}`, vars{"h": home}).ok("The Parks")
	for _, list := range []string{`{households{nodes{id}}}`, `{householdSuggestions{key}}`} {
		w.as(member).do(list).fails("FORBIDDEN")
	}

	// A trainer: households of own clients, and of the members the own client.
	trainer := s.Staff(invite.Trainer)
	ask(w.as(trainer)).fails("NOT_FOUND")
	w.as(trainer).do(`{households{totalCount{value} nodes{id}}}`).ok(`"value":0`)
	s.own.do(`mutation($c:ID!,$t:ID!){updateContact(input:{id:$c,trainer:$t}){userErrors{code}}}`, vars{"c": cy.ID, "t": trainer.Membership}).ok()
	ask(w.as(trainer)).ok(*cy.Email, `"viewerManages":false`).lacks(*ana.Email, *ben.Email)
	w.as(trainer).do(`{households{totalCount{value} nodes{name}}}`).ok(`"value":1`, "The Parks")
	w.as(trainer).do(`{householdSuggestions{key}}`).fails("FORBIDDEN")
	// Who leaves sees it no more.
	s.own.do(changeHome, vars{"i": vars{"id": home, "removeMembers": []invite.ID{ben.ID}}}).ok()
	ask(w.as(member)).fails("NOT_FOUND")
}

func TestHouseholdsList(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	s := newStreet(w, invite.Gym, "Birchwood")
	names := []string{"Acorn", "birch", "Čedar", "Elm", "عائلة"}
	var homes []string
	var people []invite.Contact
	for n, name := range names {
		c := s.neighbor("Person "+name, fmt.Sprintf("%d Birch Lane", n))
		people, homes = append(people, c), append(homes, s.home(vars{"name": name}, c))
	}
	const list = `query($f:HouseholdFilter,$n:Int!,$a:String){households(filter:$f,first:$n,after:$a){nodes{id name} edges{cursor node{id}} totalCount{value exact}
		pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}`
	var seen []string
	after := any(nil)
	for range names {
		page := s.own.do(list, vars{"n": 2, "a": after}).ok(`"totalCount":{"value":5,"exact":true}`)
		for n := range 2 {
			if len(seen) < len(names) {
				seen = append(seen, page.at(fmt.Sprintf("households.nodes.%d.name", n)))
			}
		}
		if after = page.at("households.pageInfo.endCursor"); page.at("households.pageInfo.hasNextPage") != "true" {
			break
		}
	}
	slices.Sort(seen)
	if want := slices.Sorted(slices.Values(names)); !slices.Equal(seen, want) {
		t.Errorf("the pages show %q, want %q", seen, want)
	}
	group := s.own.do(`mutation{createGroup(input:{name:"North side"}){group{id}}}`).at("createGroup.group.id")
	s.own.do(`mutation($c:ID!,$g:ID!){updateContact(input:{id:$c,groups:[$g]}){userErrors{code}}}`, vars{"c": people[0].ID, "g": group}).ok()
	s.join(people[2])
	s.Send(people[3])
	w.Clock.Advance(30 * 24 * time.Hour) // so that the last one's invitation lapses
	s.own = w.as(w.signIn(s.Owner))
	s.Invite(people[1])
	s.added(homes[4], people[4].ID, "Fay", time.Hour)
	for _, tc := range []struct {
		filter vars
		want   []string
	}{
		{vars{"search": "BIRCH lane 3"}, []string{"Elm"}},
		{vars{"search": "acorn"}, []string{"Acorn"}},
		{vars{"search": "nothing of it"}, nil},
		{vars{"search": "100%"}, nil},
		{vars{"search": "عائلة"}, []string{"عائلة"}},
		{vars{"states": []string{"REGISTERED"}}, []string{"Čedar"}},
		{vars{"states": []string{"INVITED"}}, []string{"birch", "عائلة"}},
		{vars{"states": []string{"NOT_INVITED"}}, []string{"Acorn", "Elm"}},
		{vars{"states": []string{"NOT_INVITED", "REGISTERED"}}, []string{"Acorn", "Čedar", "Elm"}},
		{vars{"states": []string{}}, nil},
		{vars{"groups": []string{group}}, []string{"Acorn"}},
		{vars{"locations": []invite.ID{s.Location.ID}, "search": "e"}, names},
		{vars{"locations": []invite.ID{store.NewID()}}, nil},
	} {
		got := s.own.do(list, vars{"f": tc.filter, "n": 50}).ok(fmt.Sprintf(`"totalCount":{"value":%d,`, len(tc.want)))
		for _, name := range names {
			if has := strings.Contains(got.body, `"name":"`+name+`"`); has != slices.Contains(tc.want, name) {
				t.Errorf("%v shows %s: %t", tc.filter, name, has)
			}
		}
	}
	s.own.do(list, vars{"n": 0}).fails("BAD_REQUEST", "1 to 100")
	s.own.do(list, vars{"n": 101}).fails("BAD_REQUEST", "1 to 100")
	s.own.do(list, vars{"n": 1, "a": "nonsense"}).fails("BAD_REQUEST", "cursor")
	s.own.do(list, vars{"n": 1, "f": vars{"search": strings.Repeat("x", 101)}}).fails("BAD_REQUEST", "100")
	contacts := s.own.do(`{contacts(first:1){pageInfo{endCursor}}}`).at("contacts.pageInfo.endCursor")
	s.own.do(list, vars{"n": 1, "a": contacts}).fails("BAD_REQUEST", "cursor")
	other := newStreet(w, invite.Gym, "Elsewhere")
	other.own.do(list, vars{"n": 50, "f": vars{"locations": []invite.ID{s.Location.ID}}}).ok(`"nodes":[]`)
	w.as(w.Support()).do(`query($o:ID!){households(organization:$o){totalCount{value}}}`, vars{"o": s.Org.ID}).ok(`"value":5`)
	other.own.do(`query($o:ID!){households(organization:$o){totalCount{value}}}`, vars{"o": s.Org.ID}).fails("NOT_FOUND")
}

func TestHouseholdSuggestions(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	s := newStreet(w, invite.Gym, "Birchwood")
	const ask = `query($o:ID){householdSuggestions(organization:$o){key address location{id} contacts{id name} households{id name memberCount}}}`
	const dismiss = `mutation($l:ID!,$k:String!){dismissHouseholdSuggestion(input:{location:$l,key:$k}){dismissed userErrors{code field message}}}`
	s.neighbor("Alone", "1 Birch Lane")
	s.neighbor("Nowhere", "")
	s.neighbor("Nowhere Else", "")
	ana, ben := s.neighbor("Ana", "12 Birch Lane, Apt 3"), s.neighbor("Ben", "12 birch ln #3")
	s.join(ana) // suggested all the same
	cy, di, ed := s.neighbor("Cy", "14 Birch Lane"), s.neighbor("Di", "14 BIRCH LN"), s.neighbor("Ed", "14 Birch Ln.")
	fourteen := s.home(nil, cy, di)
	got := s.own.do(ask).ok(
		`{"key":"14 birch ln","address":"14 Birch Lane","location":{"id":"`+string(s.Location.ID)+`"},"contacts":[{"id":"`+string(ed.ID)+`","name":"Ed"}],"households":[{"id":"`+fourteen+`","name":"14 Birch Lane","memberCount":2}]}`,
		`{"key":"12 birch ln apt 3","address":"12 Birch Lane, Apt 3"`, string(ana.ID), string(ben.ID)).lacks("Alone", "Nowhere")
	if got.at("householdSuggestions.0.key") != "14 birch ln" {
		t.Error("the address with most people does not come first")
	}
	s.changes(t, "looking", func() { s.own.do(ask) })
	// Of another location it is another address.
	branch := s.own.do(`mutation{createLocation(input:{name:"North",timeZone:"Europe/Rome"}){location{id}}}`).at("createLocation.location.id")
	s.own.do(`mutation($c:ID!,$l:ID!){updateContact(input:{id:$c,location:$l}){userErrors{code}}}`, vars{"c": ben.ID, "l": branch}).ok()
	s.own.do(ask).ok(`"14 birch ln"`).lacks("12 birch ln")
	s.own.do(`mutation($c:ID!,$l:ID!){updateContact(input:{id:$c,location:$l}){userErrors{code}}}`, vars{"c": ben.ID, "l": s.Location.ID}).ok()

	// Dismissed, for good; by whoever may.
	there := vars{"l": s.Location.ID, "k": "12 birch ln apt 3"}
	other, trainer := newStreet(w, invite.Gym, "Elsewhere"), w.as(s.Staff(invite.Trainer))
	support := w.as(w.Support())
	s.changes(t, "who may not", func() {
		other.own.do(dismiss, there).fails("NOT_FOUND")
		trainer.do(dismiss, there).fails("FORBIDDEN")
		support.do(dismiss, there).fails("FORBIDDEN")
		w.anyone().do(dismiss, there).fails("UNAUTHENTICATED")
		for _, key := range []string{"", "12 Birch Lane", strings.Repeat("x", 801)} {
			s.own.do(dismiss, vars{"l": s.Location.ID, "k": key}).refused("INVALID", "input.key").has(`"dismissed":false`)
		}
	})
	s.own.do(dismiss, there).ok(`"dismissed":true`)
	facts := len(s.reasons())
	s.own.do(dismiss, there).ok(`"dismissed":true`)
	if again := len(s.reasons()); again != facts {
		t.Error("dismissing twice is remembered twice")
	}
	s.own.do(ask).ok(`"14 birch ln"`).lacks("12 birch ln")
	// Joined, it is none any more.
	s.own.do(changeHome, vars{"i": vars{"id": fourteen, "addMembers": []invite.ID{ed.ID}}}).ok()
	s.own.do(ask).ok(`"householdSuggestions":[]`)
	other.own.do(ask, vars{"o": s.Org.ID}).fails("NOT_FOUND")
	other.own.do(ask).ok(`"householdSuggestions":[]`)
	support.do(ask, vars{"o": s.Org.ID}).ok(`"householdSuggestions":[]`)
	support.do(ask).fails("BAD_REQUEST", "Name the organization")
}

func TestInviteHouseholds(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	s := newStreet(w, invite.Community, "Birchwood")
	phone := "+12025550111"
	both := s.Create(app.NewContact{Name: "Both Ways", Email: "both@people.example", Phone: phone})[0]
	byPhone := s.Create(app.NewContact{Name: "By Phone", Phone: "+12025550112"})[0]
	ana, ben, cy, di, ed := s.neighbor("Ana", ""), s.neighbor("Ben", ""), s.neighbor("Cy", ""), s.neighbor("Di", ""), s.neighbor("Ed", "")
	off := s.neighbor("Off", "")
	w.Probe.Exec(`UPDATE contacts SET client_type = 'OFFLINE' WHERE id = $1`, off.ID)
	headed := s.home(vars{"name": "Headed", "head": ben.ID}, ana, ben)
	reach := s.home(vars{"name": "Reach"}, byPhone, both)
	joined := s.home(vars{"name": "Joined"}, cy, di)
	s.join(cy)
	waits := s.home(vars{"name": "Waits"}, ed)
	s.Invite(ed)
	offline := s.home(vars{"name": "Offline"}, off)
	all := []string{offline, headed, joined, reach, waits, headed}
	in := vars{"households": all, "idempotencyKey": "once"}

	first := s.own.do(inviteHome, vars{"i": in}).has(`"queuedCount":2`, `"skippedCount":3`, `"total":2`).lacks(`"errors"`)
	for n, want := range []struct{ household, contact, reason, code string }{
		{offline, "", "", "OFFLINE_CLIENT"}, {headed, string(ben.ID), "HEAD", ""}, {joined, "", "", "ALREADY_REGISTERED"},
		{reach, string(both.ID), "EMAIL_AND_PHONE", ""}, {waits, "", "", "ALREADY_INVITED"},
	} {
		at := fmt.Sprintf("inviteHouseholds.results.%d.", n)
		outcome := map[bool]string{true: "QUEUED", false: "SKIPPED"}[want.code == ""]
		for path, value := range map[string]string{
			"household.id": want.household, "contact.id": want.contact, "reason": want.reason, "error.code": want.code, "outcome": outcome,
		} {
			if got := first.at(at + path); got != value {
				t.Errorf("result %d: %s is %q, want %q", n, path, got, value)
			}
		}
		if (first.at(at+"expectedSendAt") != "") != (want.code == "") || (first.at(at+"invitation.id") != "") != (want.code == "") {
			t.Errorf("result %d: %s", n, first.short())
		}
	}
	first.has("Cy has joined and adds the rest.")
	// The same call again answers the same; another one finds nobody left to invite.
	if again := s.own.do(inviteHome, vars{"i": in}); again.body != first.body {
		t.Errorf("the second answer differs:\n%s\n%s", first.body, again.body)
	}
	s.own.do(inviteHome, vars{"i": vars{"households": []string{headed}, "idempotencyKey": "once"}}).refused("IDEMPOTENCY_REUSED", "input.idempotencyKey")
	s.own.do(inviteHome, vars{"i": vars{"households": all}}).has(`"queuedCount":0`, `"skippedCount":5`, `"batch":null`)
	if n := w.Probe.Int(`SELECT count(*) FROM invitations`); n != 4 { // two of them for Cy and Ed
		t.Errorf("%d invitations", n)
	}
	// By a filter, with texts of its own.
	s.home(vars{"name": "Fresh"}, s.neighbor("Fresh", ""))
	s.own.do(inviteHome, vars{"i": vars{"filter": vars{"states": []string{"NOT_INVITED"}}, "invitation": vars{"channels": "EMAIL_ONLY"}}}).
		has(`"queuedCount":1`, `"skippedCount":1`, `"reason":"ONLY_ONE"`)
}

func TestInviteHouseholdsRefuses(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	s := newStreet(w, invite.Coach, "Birchwood")
	s.Set(invite.PolicyPatch{MaxBulkCreate: ptr(2)})
	ana := s.neighbor("Ana", "")
	home := s.home(nil, ana)
	s.home(nil, s.neighbor("Ben", ""))
	s.home(nil, s.neighbor("Cy", ""))
	for name, tc := range map[string]struct {
		in          vars
		code, field string
	}{
		"neither":        {vars{}, "REQUIRED", "input.households"},
		"both":           {vars{"households": []string{home}, "filter": vars{}}, "REQUIRED", "input.households"},
		"none":           {vars{"households": []string{}}, "REQUIRED", "input.households"},
		"too many":       {vars{"households": []invite.ID{store.NewID(), store.NewID(), store.NewID()}}, "TOO_MANY", "input.households"},
		"too many found": {vars{"filter": vars{}}, "TOO_MANY", "input.households"},
		"none found":     {vars{"filter": vars{"search": "nothing"}}, "REQUIRED", "input.filter"},
		"a bad text":     {vars{"households": []string{home}, "invitation": vars{"subject": "see https://evil.example"}}, "FOREIGN_LINK", "input.invitation.subject"},
		"a bad key":      {vars{"households": []string{home}, "idempotencyKey": ""}, "INVALID", "input.idempotencyKey"},
	} {
		s.changes(t, name, func() {
			s.own.do(inviteHome, vars{"i": tc.in}).refused(tc.code, tc.field).has(`"results":[]`, `"queuedCount":0`)
		})
	}
	trainer := s.Staff(invite.Trainer) // of a preset whose trainers invite
	s.own.do(`mutation($c:ID!,$t:ID!){updateContact(input:{id:$c,trainer:$t}){userErrors{code}}}`, vars{"c": ana.ID, "t": trainer.Membership}).ok()
	support, other := w.as(w.Support()), newStreet(w, invite.Gym, "Elsewhere")
	s.changes(t, "who may not", func() {
		in := vars{"i": vars{"households": []string{home}}}
		w.as(trainer).do(inviteHome, in).fails("FORBIDDEN")
		support.do(inviteHome, vars{"i": vars{"households": []string{home}, "organization": s.Org.ID}}).fails("FORBIDDEN")
		other.own.do(inviteHome, in).fails("NOT_FOUND")
		w.anyone().do(inviteHome, in).fails("UNAUTHENTICATED")
		s.own.do(inviteHome, vars{"i": vars{"households": []any{home, store.NewID()}}}).fails("NOT_FOUND")
	})
	w.as(s.join(ana)).do(inviteHome, vars{"i": vars{"households": []string{home}}}).fails("FORBIDDEN")
}

// A page of households costs the same for one as for a hundred, whatever is
// selected; so do suggestions.
func TestHouseholdPagesCostAConstantNumberOfStatements(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	const all = `{id name address createdAt location{name} head{name contact{id}} members{id name email phone state isHead isViewer expiresAt problem contact{id status location{name}}}
		memberCount invitedCount registeredCount state registeredSince viewerManages pick{contact{id name} reason error{why:code}}}`
	costs := map[string][]int{}
	for _, n := range []int{1, 100} {
		s := newStreet(w, invite.Gym, fmt.Sprintf("Row %d", n))
		var homes, loose []app.NewContact
		for i := range n {
			for _, name := range []string{"Ana", "Ben"} {
				homes = append(homes, app.NewContact{Name: name, Email: fmt.Sprintf("%s%d@r%d.example", name, i, n), Address: fmt.Sprintf("%d Birch Lane", i)})
				loose = append(loose, app.NewContact{Name: name, Email: fmt.Sprintf("%s%d@l%d.example", name, i, n), Address: fmt.Sprintf("%d Birch Lane", i)})
			}
		}
		for _, list := range [][]app.NewContact{homes[:n], homes[n:], loose[:n], loose[n:]} {
			_, err := w.App.CreateContacts(w.As(s.Owner), app.CreateInput{Contacts: list, MakeHouseholds: list[0].Email == homes[0].Email || list[0].Email == homes[n].Email, Stage: invite.Member, ClientType: invite.FullAccess, Invite: app.InviteLater})
			if err != nil {
				t.Fatal(err)
			}
		}
		for what, ask := range map[string]struct{ query, holds string }{
			"households":  {`{households(first:100){nodes` + all + ` edges{cursor} pageInfo{hasNextPage} totalCount{value}}}`, fmt.Sprintf(`"totalCount":{"value":%d}`, n)},
			"filtered":    {`{households(first:100,filter:{search:"birch",states:[NOT_INVITED]}){nodes` + all + ` totalCount{value}}}`, fmt.Sprintf(`"totalCount":{"value":%d}`, n)},
			"suggestions": {`{householdSuggestions(first:100){key address location{name} contacts{id name status} households` + all + `}}`, `"key":"0 birch ln"`},
			"contacts":    {`{contacts(first:100){nodes{id address household{id name state memberCount}}}}`, `"name":"0 Birch Lane"`},
		} {
			costs[what] = append(costs[what], w.cost(s.own, ask.query, nil, ask.holds))
		}
	}
	for what, n := range costs {
		t.Logf("%s: %d statements for one, %d for a hundred", what, n[0], n[1])
		if differs(n[0], n[1]) || n[1] > 12 {
			t.Errorf("%s: %d statements for one, %d for a hundred", what, n[0], n[1])
		}
	}
}
