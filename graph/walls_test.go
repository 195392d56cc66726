package graph_test

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
)

// estate is an organization in which there is one of everything, all of it
// named after the organization.
type estate struct {
	*apptest.Place
	w      *wire
	mark   string            // stands in every name and address of it
	ids    map[string]string // by kind, as the schema names it
	member auth.Actor        // a client, head of a household
	staff  map[invite.Role]auth.Actor
}

func newEstate(w *wire, mark string) *estate {
	w.T.Helper()
	e := &estate{Place: w.Place(invite.Coach, mark), w: w, mark: mark, ids: map[string]string{}, staff: map[invite.Role]auth.Actor{}}
	e.staff[invite.Owner] = e.Owner
	for _, role := range []invite.Role{invite.Leader, invite.Trainer} {
		e.staff[role] = e.Staff(role)
	}
	e.Set(invite.PolicyPatch{Body: ptr("Come to " + mark), TrainersInvite: ptr(true)})
	own := w.as(e.Owner)
	own.do(`mutation($l:ID!,$n:String!){updateLocation(input:{id:$l,name:$n}){userErrors{code}}}`, vars{"l": e.Location.ID, "n": mark + " Branch"}).ok()
	e.member = w.client(e.Place, strings.ToLower(mark)+"-member@example.org")
	e.staff[invite.Client] = e.member
	e.ids = map[string]string{
		"Organization": string(e.Org.ID), "Location": string(e.Location.ID),
		"HouseholdMember": string(e.member.Contact),
		"Account":         string(e.Owner.Account), "Membership": string(e.staff[invite.Leader].Membership),
		"Group":   own.do(`mutation($n:String!){createGroup(input:{name:$n}){group{id}}}`, vars{"n": mark + " Street"}).at("createGroup.group.id"),
		"Program": own.do(`mutation($n:String!){createProgram(input:{name:$n}){program{id}}}`, vars{"n": mark + " Basics"}).at("createProgram.program.id"),
	}
	c := e.fresh()
	e.ids["Contact"] = string(c.ID)
	invited := e.Invite(c)
	e.ids["Invitation"], e.ids["InvitationBatch"] = string(*invited.Items[0].Invitation), string(*invited.Batch)
	shown := own.do(`query($i:ID!){invitation(id:$i){deliveries{id} timeline{id}}}`, vars{"i": e.ids["Invitation"]})
	made := own.do(`mutation($n:String!){generateAccessPasses(input:{count:2,note:$n}){run{id passes{id}}}}`, vars{"n": mark + " stack"})
	e.ids["AccessPassRun"], e.ids["AccessPass"] = made.at("generateAccessPasses.run.id"), made.at("generateAccessPasses.run.passes.0.id")
	e.ids["Delivery"], e.ids["InvitationEvent"] = shown.at("invitation.deliveries.0.id"), shown.at("invitation.timeline.0.id")
	e.ids["Household"] = e.house(e.member.Contact)
	return e
}

// fresh returns somebody new on the file who carries the mark.
func (e *estate) fresh() invite.Contact {
	p := people(1)[0]
	p.Name = e.mark + " Person"
	c := e.Create(p)[0]
	if e.ids["Group"] != "" {
		e.w.as(e.Owner).do(`mutation($c:ID!,$g:ID!,$p:ID!){updateContact(input:{id:$c,groups:[$g],programs:[$p]}){userErrors{code}}}`,
			vars{"c": c.ID, "g": e.ids["Group"], "p": e.ids["Program"]}).ok()
	}
	return c
}

// house returns a household of the contact, its head.
func (e *estate) house(c invite.ID) string {
	return e.w.as(e.Owner).do(`mutation($c:ID!,$n:String!){createHousehold(input:{members:[$c],head:$c,name:$n}){household{id} userErrors{code}}}`,
		vars{"c": c, "n": e.mark + " House"}).ok().at("createHousehold.household.id")
}

// invited returns the invitation of somebody new, and its batch.
func (e *estate) invited() app.InviteResult { return e.Invite(e.fresh()) }

// state returns all of the estate that its owner sees: what others must not
// have changed.
func (e *estate) state() string {
	e.w.T.Helper()
	return e.w.as(e.w.signIn(e.Owner)).do(`query($o:ID!){
		contacts(first:100){nodes{id name email phone stage status updatedAt archivedAt clientType{key} location{id} programs{id} groups{id}
			invitations{id status round endReason channels deliveries{id state attempts} timeline{kind}}}}
		households(first:100){nodes{id name address location{id} head{id} members{id name email phone state}}}
		invitationBatches(first:100){nodes{id total sent failed cancelled waiting}}
		accessPassRuns(first:100){nodes{id number note printedAt total timeline{id kind} passes{id state prints boundTo{id} revokeReason}}}
		organization(id:$o){name supportContact accentColor logoUrl policy{ttlDays paceSeconds subject body button} locations{id name timeZone waiting policy{ttlDays paceSeconds}}
			programs{id name} groups{id name} staff{id role name email}}}`, vars{"o": e.Org.ID}).ok().body
}

var uuids = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)

// keepsOut demands that the answer shows nothing of the estate, but for the id
// that was given.
func (e *estate) keepsOut(t *testing.T, what, body, given string, known []string) {
	t.Helper()
	if strings.Contains(strings.ToLower(body), strings.ToLower(e.mark)) {
		t.Errorf("%s: shows something of %s: %.1500s", what, e.mark, body)
	}
	for _, id := range uuids.FindAllString(body, -1) {
		if id != given && slices.Contains(known, id) {
			t.Errorf("%s: shows the id %s: %.1500s", what, id, body)
		}
	}
}

// kindOfID tells which kind of id belongs at a path of a root field; "" for
// one that the test does not know.
func kindOfID(field, path string) string {
	switch last := path[strings.LastIndex(path, ".")+1:]; strings.TrimSuffix(last, "s") {
	case "organization":
		return "Organization"
	case "location":
		return "Location"
	case "contact", "member", "addMember", "removeMember", "head", "add", "remove":
		return "Contact"
	case "household":
		return "Household"
	case "program":
		return "Program"
	case "group":
		return "Group"
	case "batch":
		return "InvitationBatch"
	case "membership", "trainer":
		return "Membership"
	case "run":
		return "AccessPassRun"
	case "passe":
		return "AccessPass"
	}
	return map[string]string{
		"contact.id": "Contact", "updateContact.input.id": "Contact", "organization.id": "Organization", "node.id": "Contact",
		"invitation.id": "Invitation", "resendInvitation.input.id": "Invitation", "revokeInvitation.input.id": "Invitation",
		"invitationBatch.id": "InvitationBatch", "cancelBatch.input.id": "InvitationBatch",
		"updateLocation.input.id": "Location", "updateGroup.input.id": "Group", "updateProgram.input.id": "Program", "deleteGroup.input.id": "Group",
		"group.id": "Group", "updateGroupMembers.input.id": "Group",
		"household.id": "Household", "updateHousehold.input.id": "Household", "deleteHousehold.input.id": "Household",
		"accessPassRun.id": "AccessPassRun", "bindAccessPass.input.id": "AccessPass",
		"updateHouseholdMember.input.id": "HouseholdMember", "resendHouseholdMember.input.id": "HouseholdMember",
		"removeHouseholdMember.input.id": "HouseholdMember", "handOnHousehold.input.id": "HouseholdMember",
	}[field+"."+path]
}

// calls returns, for each root field that takes an id somewhere, arguments with
// which its own owner's call goes through.
func (e *estate) calls() map[string]func() vars {
	id := func(kind string) func() vars { return func() vars { return vars{"id": e.ids[kind]} } }
	input := func(v vars) func() vars { return func() vars { return vars{"input": maps.Clone(v)} } }
	return map[string]func() vars{
		"node": id("Contact"), "contact": id("Contact"), "organization": id("Organization"), "invitation": id("Invitation"), "invitationBatch": id("InvitationBatch"),
		"contacts": func() vars { return vars{} }, "invitationBatches": func() vars { return vars{} }, "passwordPolicy": func() vars { return vars{} },
		"validateContacts":   func() vars { return vars{"text": "somebody@example.org"} },
		"createContacts":     func() vars { return vars{"input": vars{"text": unique() + "@example.org", "invite": "LATER"}} },
		"updateContact":      func() vars { return vars{"input": vars{"id": e.fresh().ID, "stage": "TRIAL"}} },
		"inviteContacts":     func() vars { return vars{"input": vars{"contacts": []any{e.fresh().ID}}} },
		"resendInvitation":   func() vars { return vars{"input": vars{"id": e.invited().Items[0].Invitation}} },
		"revokeInvitation":   func() vars { return vars{"input": vars{"id": e.invited().Items[0].Invitation}} },
		"cancelBatch":        func() vars { return vars{"input": vars{"id": e.invited().Batch}} },
		"resendInvitations":  func() vars { return vars{"input": vars{"contacts": []any{e.invited().Items[0].Contact}}} },
		"previewInvite":      func() vars { return vars{"input": vars{"contacts": []any{e.ids["Contact"]}}} },
		"updatePolicy":       input(vars{"ttlDays": 9}),
		"updateOrganization": input(vars{"accentColor": "#3949ab"}),
		"updateProgram":      func() vars { return vars{"input": vars{"id": e.ids["Program"], "name": e.mark + " Basics"}} },
		"createLocation":     func() vars { return vars{"input": vars{"name": unique(), "timeZone": "Europe/Rome"}} },
		"updateLocation":     func() vars { return vars{"input": vars{"id": e.ids["Location"], "timeZone": "Europe/Rome"}} },
		"createGroup":        func() vars { return vars{"input": vars{"name": unique()}} },
		"createProgram":      func() vars { return vars{"input": vars{"name": unique()}} },
		"updateGroup":        func() vars { return vars{"input": vars{"id": e.group(), "name": unique()}} },
		"deleteGroup":        func() vars { return vars{"input": vars{"id": e.group()}} },
		"addStaff": func() vars {
			return vars{"input": vars{"name": "New Hand", "email": unique() + "@example.org", "role": "TRAINER", "initialPassword": apptest.Password}}
		},
		"removeStaff":          func() vars { return vars{"input": vars{"membership": e.hand()}} },
		"switchMembership":     func() vars { return vars{"input": vars{"membership": e.Owner.Membership}} },
		"household":            id("Household"),
		"households":           func() vars { return vars{} },
		"householdSuggestions": func() vars { return vars{} },
		"createHousehold":      func() vars { return vars{"input": vars{"members": []any{e.fresh().ID}}} },
		"updateHousehold":      func() vars { return vars{"input": vars{"id": e.house(e.fresh().ID), "name": unique()}} },
		"deleteHousehold":      func() vars { return vars{"input": vars{"id": e.house(e.fresh().ID)}} },
		"inviteHouseholds":     func() vars { return vars{"input": vars{"households": []any{e.house(e.fresh().ID)}}} },
		"accessPassRun":        id("AccessPassRun"),
		"dismissHouseholdSuggestion": func() vars {
			return vars{"input": vars{"location": e.Location.ID, "key": "12 birch ln"}}
		},
		"billingUsage":            func() vars { return vars{} },
		"group":                   id("Group"),
		"updateGroupMembers":      func() vars { return vars{"input": vars{"id": e.ids["Group"]}} },
		"organizationChanged":     func() vars { return vars{} },
		"accessPassRuns":          func() vars { return vars{} },
		"generateAccessPasses":    input(vars{"count": 1}),
		"bindAccessPass":          func() vars { return vars{"input": vars{"id": e.ids["AccessPass"], "contact": e.ids["Contact"]}} },
		"revokeAccessPasses":      func() vars { return vars{"input": vars{"passes": []any{e.pass()}}} },
		"updateHouseholdMember":   func() vars { return vars{"input": vars{"id": e.added(), "name": e.mark + " Child"}} },
		"resendHouseholdMember":   func() vars { return vars{"input": vars{"id": e.added()}} },
		"removeHouseholdMember":   func() vars { return vars{"input": vars{"id": e.added()}} },
		"handOnHousehold":         func() vars { return vars{"input": vars{"id": e.member.Contact}} },
		"printAccessPasses":       func() vars { return vars{"input": vars{"passes": []any{e.ids["AccessPass"]}}} },
		"invitationStatusChanged": func() vars { return vars{} },
		"batchProgress":           func() vars { return vars{"batch": e.ids["InvitationBatch"]} },
	}
}

func unique() string { return strings.Split(people(1)[0].Email, "@")[0] }

func (e *estate) group() string {
	return e.w.as(e.Owner).do(`mutation($n:String!){createGroup(input:{name:$n}){group{id}}}`, vars{"n": unique()}).at("createGroup.group.id")
}

// pass returns an access pass that was just generated.
func (e *estate) pass() string {
	return e.w.as(e.Owner).do(`mutation{generateAccessPasses(input:{count:1}){run{passes{id}}}}`).at("generateAccessPasses.run.passes.0.id")
}

// added returns the only member of the household but its head, to whom a
// message may be sent.
func (e *estate) added() invite.ID {
	e.w.T.Helper()
	e.w.Probe.Exec(`DELETE FROM household_additions WHERE household_id = $1`, e.ids["Household"])
	home, err := e.w.App.AddHouseholdMember(e.w.As(e.member), app.MemberInput{Name: e.mark + " Child", Email: ptr(unique() + "@example.org")})
	must(e.w.T, err)
	e.w.Clock.Advance(invite.AdditionPause)
	list, err := e.w.DB.OpenAdditionsOf(e.w.T.Context(), []invite.ID{home})
	must(e.w.T, err)
	return list[0].ID
}

// caller returns who may call the root field.
func (e *estate) caller(field string) auth.Actor {
	if strings.HasSuffix(field, "HouseholdMember") || field == "handOnHousehold" {
		return e.member
	}
	return e.Owner
}

func (e *estate) hand() string {
	return e.w.as(e.Owner).do(`mutation($i:AddStaffInput!){addStaff(input:$i){membership{id}}}`,
		vars{"i": e.calls()["addStaff"]()["input"]}).at("addStaff.membership.id")
}

// public are the places where another organization's id is meant to be given.
var public = map[string]string{
	"passwordPolicy.organization": "the rule is shown to whoever is about to register",
}

// TestForeignIdsAreRefused gives, at every place of every operation where an id
// can stand, another organization's id of the right kind, as everybody. A new
// place that it does not know how to fill fails it.
func TestForeignIdsAreRefused(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	a, b := newEstate(w, "Alpha"), newEstate(w, "Zebra")
	sch, calls := schema(), a.calls()
	before := b.state()
	known := uuids.FindAllString(before, -1)
	places := 0
	for _, f := range rootFields(sch) {
		payload := sch.Types[f.Type.Name()]
		show := widest(reach(sch, payload, 3))
		if payload.Fields.ForName("userErrors") != nil {
			show = "{userErrors{code field message} " + show[1:]
		}
		f.inputs(sch, func(path string, typ *ast.Type) {
			if typ.Name() != "ID" {
				return
			}
			places++
			kind, call := kindOfID(f.Name, path), calls[f.Name]
			if kind == "" || call == nil {
				t.Fatalf("this test does not know which id belongs at %s.%s", f.Name, path)
			}
			if f.operation != "subscription" {
				if own := w.as(a.caller(f.Name)).do(f.document(show), call()); len(own.userErrors()) > 0 || strings.Contains(own.body, `"errors"`) {
					t.Fatalf("%s: the call does not go through even with own ids: %s", f.Name, own.short())
				}
			}
			for _, who := range []string{"OWNER", "LEADER", "TRAINER", "CLIENT", "nobody"} {
				c := w.anyone()
				if actor, ok := a.staff[invite.Role(who)]; ok {
					c = w.as(actor)
				}
				what := who + " " + f.Name + "(" + path + ")"
				got := c.run(f, show, put(call(), path, typ, b.ids[kind]))
				b.keepsOut(t, what, got.body, b.ids[kind], known)
				if public[f.Name+"."+path] == "" && !got.isRefusal() && !got.isEmpty() {
					t.Errorf("%s is not refused: %s", what, got.short())
				}
				got.lacks(`"INTERNAL"`)
			}
		})
	}
	if places < 40 {
		t.Errorf("only %d places: is the schema read?", places)
	}
	if diff := cmp.Diff(before, b.state()); diff != "" {
		t.Errorf("something of the other organization was changed:\n%s", diff)
	}
}

// widest returns the longest of the selections.
func widest(sets []string) string {
	return slices.MaxFunc(sets, func(a, b string) int { return len(a) - len(b) })
}

// run does the operation; of a subscription it returns the first event.
func (c *client) run(f rootField, show string, v vars) answer {
	c.w.T.Helper()
	if f.operation != "subscription" {
		return c.do(f.document(show), v)
	}
	s := c.listen(f.document(show), v)
	defer s.stop()
	select {
	case e := <-s.events:
		return answer{t: c.w.T, status: 200, body: e.body}
	case <-time.After(patience):
		c.w.T.Fatalf("%s is silent, as if it were allowed", f.Name)
	}
	return answer{}
}

// put returns the variables with the value at the path; where a list is
// wanted, as its only element.
func put(v vars, path string, t *ast.Type, value any) vars {
	text, _ := json.Marshal(v) // plain values
	out := vars{}
	_ = json.Unmarshal(text, &out)
	at := out
	steps := strings.Split(path, ".")
	for _, step := range steps[:len(steps)-1] {
		next, ok := at[step].(map[string]any)
		if !ok {
			next = map[string]any{}
			at[step] = next
			if step == "filter" {
				delete(at, "contacts") // one or the other
				delete(at, "households")
			}
		}
		at = next
	}
	if steps[len(steps)-1] == "run" {
		delete(at, "passes")
	}
	if t.Elem != nil {
		value = []any{value}
	}
	at[steps[len(steps)-1]] = value
	return out
}

func (a answer) isRefusal() bool {
	return strings.Contains(a.body, `"errors"`) || len(a.userErrors()) > 0
}

// isEmpty tells whether a filter by an id that is not one's own found nobody.
func (a answer) isEmpty() bool {
	return (strings.HasPrefix(a.body, `{"data":{"contacts":{`) || strings.HasPrefix(a.body, `{"data":{"households":{`)) && !uuids.MatchString(a.body)
}
