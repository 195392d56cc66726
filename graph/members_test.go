package graph_test

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
)

// What the head of a household sees of it, and may do.
const (
	ownParts     = `household{id name memberCount invitedCount registeredCount viewerManages head{name} members{id name email phone state isHead isViewer contact{id} expiresAt problem}} userErrors{code field message}`
	addMember    = `mutation($i:AddHouseholdMemberInput!){addHouseholdMember(input:$i){` + ownParts + `}}`
	updateMember = `mutation($i:UpdateHouseholdMemberInput!){updateHouseholdMember(input:$i){` + ownParts + `}}`
	resendMember = `mutation($id:ID!){resendHouseholdMember(input:{id:$id}){` + ownParts + `}}`
	removeMember = `mutation($id:ID!){removeHouseholdMember(input:{id:$id}){` + ownParts + `}}`
	handOn       = `mutation($id:ID!){handOnHousehold(input:{id:$id}){` + ownParts + `}}`
)

// hearth is a household of an organization, with its head and a member who has
// joined.
type hearth struct {
	*apptest.Place
	w            *wire
	id           invite.ID
	head, member auth.Actor
}

func newHearth(w *wire) hearth {
	w.T.Helper()
	h := hearth{Place: w.Place(invite.Gym, "Birchwood"), w: w}
	h.head, h.member = w.client(h.Place, "ana@home.example"), w.client(h.Place, "ben@home.example")
	h.id = h.home("12 Birch Lane", h.head, h.member)
	return h
}

// home makes a household; the first is its head.
func (h hearth) home(address string, members ...auth.Actor) invite.ID {
	h.w.T.Helper()
	in := app.NewHousehold{Address: &address, Head: &members[0].Contact}
	for _, m := range members {
		in.Members = append(in.Members, m.Contact)
	}
	id, err := h.w.App.CreateHousehold(h.w.As(h.Owner), in)
	if err != nil {
		h.w.T.Fatal(err)
	}
	return id
}

// idOf returns the id of the member with that name, in a payload.
func (a answer) idOf(name string) string {
	a.t.Helper()
	found := regexp.MustCompile(`\{"id":"([^"]+)","name":"` + name + `"`).FindStringSubmatch(a.body)
	if found == nil {
		a.t.Fatalf("no member %s: %s", name, a.short())
	}
	return found[1]
}

func TestHeadOfAHouseholdOverTheWire(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	h := newHearth(w)
	own := w.as(h.head)
	made := own.do(addMember, vars{"i": vars{"name": "Dee", "email": "Dee@Home.example"}}).ok(
		`"memberCount":3,"invitedCount":1,"registeredCount":2,"viewerManages":true`, `"head":{"name":"Member A"}`,
		`"name":"Member A","email":"ana@home.example"`, `"name":"Member B","email":null`, `"state":"REGISTERED"`,
		`"name":"Dee","email":"dee@home.example","phone":null,"state":"ADDED","isHead":false,"isViewer":false,"contact":null`)
	own.do(addMember, vars{"i": vars{"name": "Eli", "phone": "202-555-0143"}}).ok(`"phone":"+12025550143","state":"ADDED"`)
	own.do(addMember, vars{"i": vars{"name": "Fay"}}).ok(`"name":"Fay","email":null,"phone":null,"state":"LISTED"`, `"memberCount":5`)
	dee := made.idOf("Dee")
	own.do(resendMember, vars{"id": dee}).refused("TOO_SOON", "input.id")
	w.Clock.Advance(invite.AdditionPause)
	own.do(resendMember, vars{"id": dee}).ok(`"name":"Dee"`)
	own.do(updateMember, vars{"i": vars{"id": dee, "name": "Dora"}}).ok(`"name":"Dora","email":"dee@home.example"`)
	moved := own.do(updateMember, vars{"i": vars{"id": dee, "email": "dora@home.example", "name": nil}}).ok(`"name":"Dora","email":"dora@home.example"`)
	w.Mail.Break(app.Unsent("The mail server could not be reached."))
	w.Clock.Advance(invite.AdditionPause)
	own.do(resendMember, vars{"id": moved.idOf("Dora")}).ok(`"problem":"The mail server could not be reached."`)
	w.Mail.Break(nil)
	own.do(removeMember, vars{"id": h.head.Contact}).refused("HEAD_REQUIRED", "input.id")
	own.do(removeMember, vars{"id": moved.idOf("Dora")}).ok(`"memberCount":4`).lacks("Dora")
	own.do(removeMember, vars{"id": moved.idOf("Fay")}).ok(`"memberCount":3`).lacks("Fay")
	own.do(handOn, vars{"id": moved.idOf("Eli")}).refused("NOT_ALLOWED", "input.id")
	own.do(handOn, vars{"id": h.member.Contact}).ok(`"viewerManages":false`, `"head":{"name":"Member B"}`).lacks("+12025550143")
	own.do(addMember, vars{"i": vars{"name": "Gil"}}).refused("NOT_ALLOWED", "")

	next := w.as(h.member)
	next.do(removeMember, vars{"id": h.head.Contact}).ok(`"memberCount":2`)
	next.do(removeMember, vars{"id": moved.idOf("Eli")}).ok(`"memberCount":1`)
	next.do(removeMember, vars{"id": h.member.Contact}).ok(`"household":null`)
	if n := w.Probe.Int(`SELECT count(*) FROM households WHERE id = $1`, h.id); n != 0 {
		t.Error("an empty household stays")
	}
	for n, m := range w.Mail.Additions() {
		if w.Probe.Int(`SELECT count(*) FROM events e WHERE strpos(e::text, $1) > 0`, m.Token) != 0 || strings.Contains(w.Log.String(), m.Token) {
			t.Errorf("the token of message %d is kept", n)
		}
	}
}

func TestHeadsMutationsRefuse(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	h := newHearth(w)
	other := w.client(h.Place, "nia@next.example")
	h.home("14 Birch Lane", other)
	single := w.client(h.Place, "solo@next.example")
	w.Probe.Exec(`UPDATE contacts SET household_id = NULL WHERE id = $1`, single.Contact)
	elsewhere := w.Place(invite.Gym, "Elsewhere")
	foreign := w.client(elsewhere, "zoe@elsewhere.example")
	dee := w.as(h.head).do(addMember, vars{"i": vars{"name": "Dee", "email": "dee@home.example"}}).ok().idOf("Dee")
	w.Clock.Advance(invite.AdditionPause)
	staff := []auth.Actor{h.Owner, h.Staff(invite.Leader), h.Staff(invite.Trainer), w.Support()}

	calls := map[string]func(id any) (string, vars){
		"update":  func(id any) (string, vars) { return updateMember, vars{"i": vars{"id": id, "name": "X"}} },
		"resend":  func(id any) (string, vars) { return resendMember, vars{"id": id} },
		"remove":  func(id any) (string, vars) { return removeMember, vars{"id": id} },
		"hand on": func(id any) (string, vars) { return handOn, vars{"id": id} },
	}
	before := w.Probe.Contents()["household_additions"]
	for what, call := range calls {
		query, v := call(dee)
		w.anyone().do(query, v).fails("UNAUTHENTICATED")
		for _, who := range staff {
			w.as(who).do(query, v).fails("FORBIDDEN")
		}
		w.as(h.member).do(query, v).refused("NOT_ALLOWED", "")
		w.as(single).do(query, v).refused("NOT_ALLOWED", "")
		w.as(other).do(query, v).fails("NOT_FOUND")
		for _, id := range []invite.ID{other.Contact, single.Contact, foreign.Contact, h.id, "00000000-0000-4000-8000-000000000000"} {
			query, v := call(id)
			w.as(h.head).do(query, v).fails("NOT_FOUND").lacks("Member N", "Member S", "Member Z")
		}
		if t.Failed() {
			t.Fatalf("%s is not refused", what)
		}
	}
	if now := w.Probe.Contents()["household_additions"]; now != before {
		t.Errorf("something was changed: %s, before %s", now, before)
	}
	for field, in := range map[string]vars{
		"REQUIRED input.name":           {"name": ""},
		"FOREIGN_LINK input.name":       {"name": "www.evil.com"},
		"CONTROL_CHARACTERS input.name": {"name": "D\u202ee"},
		"TOO_LONG input.name":           {"name": strings.Repeat("x", 101)},
		"INVALID input.email":           {"name": "X", "email": "x@"},
		"INVALID input.phone":           {"name": "X", "phone": "0000"},
		"CONFLICT input.email":          {"name": "X", "email": "dee@home.example"},
	} {
		code, path, _ := strings.Cut(field, " ")
		w.as(h.head).do(addMember, vars{"i": in}).refused(code, path)
	}
	h.Set(invite.PolicyPatch{MaxHouseholdMembers: ptr(3)})
	w.as(h.head).do(addMember, vars{"i": vars{"name": "X"}}).refused("HOUSEHOLD_FULL", "").has("3 members")
	w.as(h.head).do(updateMember, vars{"i": vars{"id": h.member.Contact, "name": "X"}}).refused("NOT_ALLOWED", "input.id")
}

// The whole answer is the same, and the work too, whoever an address belongs
// to.
func TestAddingOverTheWireAnswersAlike(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	h := newHearth(w)
	h.home("14 Birch Lane", w.client(h.Place, "nia@next.example"))
	w.client(w.Place(invite.Gym, "Elsewhere"), "zoe@elsewhere.example")
	h.Create(app.NewContact{Name: "On File", Email: "file@home.example", Phone: "+12025550199"})
	own := w.as(h.head)
	ask := func(in vars) (body string, statements int) {
		in["name"] = "Dee"
		before := w.Statements()
		made := own.do(addMember, vars{"i": in}).ok(`"state":"ADDED"`)
		statements = w.Statements() - before
		own.do(removeMember, vars{"id": made.idOf("Dee")}).ok()
		for _, given := range in {
			made.body = strings.ReplaceAll(made.body, fmt.Sprint(given), "GIVEN")
		}
		return uuids.ReplaceAllString(made.body, "ID"), statements
	}
	for _, channel := range []struct {
		field, unknown string
		known          []string
	}{
		{"email", "unknown@home.example", []string{"file@home.example", "nia@next.example", "zoe@elsewhere.example", "ben@home.example", "owner@birchwood.example"}},
		{"phone", "+12025550111", []string{"+12025550199"}},
	} {
		ask(vars{channel.field: channel.unknown}) // what is asked for the first time is prepared
		want, work := ask(vars{channel.field: channel.unknown})
		for _, address := range channel.known {
			got, statements := ask(vars{channel.field: address})
			if got != want {
				t.Errorf("%s:\n%s\nunknown:\n%s", address, got, want)
			}
			if statements != work {
				t.Errorf("%s: %d statements, %d for an unknown one", address, statements, work)
			}
		}
	}
}

func TestMessagesToMembersAreLimited(t *testing.T) {
	t.Parallel()
	w := newWire(t, func(d *app.Deps) {
		d.Limits.HouseholdMails = app.Limit{Rate: 1, Period: time.Hour}
		d.Limiter = newRates()
	})
	h := newHearth(w)
	own := w.as(h.head)
	own.do(addMember, vars{"i": vars{"name": "Dee", "email": "dee@home.example"}}).ok()
	own.do(addMember, vars{"i": vars{"name": "Eli", "email": "eli@home.example"}}).fails("RATE_LIMITED")
	own.do(addMember, vars{"i": vars{"name": "Fay"}}).ok(`"state":"LISTED"`)
	if n := len(w.Mail.Additions()); n != 1 {
		t.Errorf("%d messages", n)
	}
}

// rates counts attempts by key and forgets none.
type rates struct {
	mu sync.Mutex
	n  map[string]int
}

func newRates() *rates { return &rates{n: map[string]int{}} }

func (r *rates) Allow(_ context.Context, key string, l app.Limit) (bool, time.Duration, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.n[key]++
	return r.n[key] <= l.Rate || !strings.HasPrefix(key, "household:"), time.Minute, nil
}
