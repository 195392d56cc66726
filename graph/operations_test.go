package graph_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// The operations of the schema, each once over the wire as it is meant, and
// with each refusal that it promises.

func TestViewer(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	const ask = `{viewer{account{email name} membership{role} memberships{role organization{name}} organization{name preset supportContact} permissions}}`
	w.anyone().do(ask).ok(`"viewer":null`)
	w.as(p.Owner).do(ask).ok(`"role":"OWNER"`, `"name":"Alpha Gym","preset":"GYM","supportContact":"desk@alpha-gym.example"`, "MANAGE_BILLING")
	w.as(w.Support()).do(ask).ok(`"role":"SUPPORT"`, `"organization":null`, `"permissions":["VIEW_CONTACTS"`).lacks("INVITE\"", "MANAGE")
	trainer := p.Staff(invite.Trainer)
	w.as(trainer).do(ask).ok("EDIT_CONTACTS").lacks(`"INVITE"`)
	p.Set(invite.PolicyPatch{TrainersInvite: ptr(true)})
	w.as(trainer).do(ask).ok(`"INVITE"`)
}

func TestContactsAndContact(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	c := p.Create(app.NewContact{Name: "Ann Ash", Email: "ann@example.org", Phone: "+12025550123"}, app.NewContact{Name: "Bob Birch", Email: "bob@example.org"})
	p.Invite(c[0])
	own := w.as(p.Owner)
	const list = `query($f:ContactFilter,$s:ContactSort){contacts(filter:$f,sort:$s){nodes{name} totalCount{value exact} statusCounts{status label count{value exact}}}}`
	own.do(list).ok(`[{"name":"Ann Ash"},{"name":"Bob Birch"}]`, `"totalCount":{"value":2,"exact":true}`, `{"status":"QUEUED","label":"Invite Queued","count":{"value":1,"exact":true}}`)
	own.do(list, vars{"s": vars{"field": "EMAIL", "direction": "DESC"}}).ok(`[{"name":"Bob Birch"},{"name":"Ann Ash"}]`)
	for _, tc := range []struct {
		filter vars
		names  string
	}{
		{vars{"search": "BIRCH bob"}, "Bob"}, {vars{"search": "0123"}, "Ann"}, {vars{"search": "100%"}, ""},
		{vars{"statuses": []any{"QUEUED"}}, "Ann"}, {vars{"statuses": []any{"NOT_INVITED", "PENDING"}}, "Bob"}, {vars{"stages": []any{"PROSPECT"}}, ""},
		{vars{"clientTypes": []any{"FULL_ACCESS"}}, "Ann Bob"}, {vars{"archived": true}, ""}, {vars{"locations": []any{p.Location.ID}}, "Ann Bob"},
	} {
		got := own.do(list, vars{"f": tc.filter}).ok()
		for _, name := range []string{"Ann", "Bob"} {
			if strings.Contains(got.body, name) != strings.Contains(tc.names, name) {
				t.Errorf("%v: %s", tc.filter, got.short())
			}
		}
	}
	own.do(list, vars{"f": vars{"search": strings.Repeat("x", 101)}}).fails("BAD_REQUEST", "filter.search")
	own.do(list, vars{"f": vars{"search": "a\nb"}}).fails("BAD_REQUEST", "filter.search")
	w.anyone().do(list).fails("UNAUTHENTICATED")
	w.as(w.Support()).do(list).fails("BAD_REQUEST", "organization")
	w.as(w.signInAs("support@usher.example")).do(`query($o:ID){contacts(organization:$o){nodes{name}}}`, vars{"o": p.Org.ID}).ok("Ann Ash")
	const one = `query($i:ID!){contact(id:$i){name phone stageLabel clientType{name canSignIn messaging} location{name} status statusLabel registeredAt archivedAt}}`
	own.do(one, vars{"i": c[0].ID}).ok(`"phone":"+12025550123"`, `"stageLabel":"Member"`, `"messaging":"BOTH_WAYS"`, `"statusLabel":"Invite Queued"`, `"registeredAt":null`)
	own.do(one, vars{"i": store.NewID()}).fails("NOT_FOUND")
	w.anyone().do(one, vars{"i": c[0].ID}).fails("UNAUTHENTICATED")
}

func TestValidateAndCreateContacts(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	own := w.as(p.Owner)
	p.Create(app.NewContact{Name: "Ann Ash", Email: "ann@example.org"})
	own.do(`query($t:String!){validateContacts(text:$t){goodCount badCount skippedCount limit entries{index email problem message suggestion duplicateOf existing{name}}}}`,
		vars{"t": "new@example.org, ann@example.org; New@Example.org bad@@example.org cara@gmial.com"}).
		ok(`"goodCount":2,"badCount":1,"skippedCount":2,"limit":200`, `"existing":{"name":"Ann Ash"}`, `"duplicateOf":0`, `"problem":"TWO_AT_SIGNS"`, `"suggestion":"cara@gmail.com"`)
	own.do(`{validateContacts(text:""){limit}}`).fails("BAD_REQUEST", `"field":"text"`)
	text, err := os.ReadFile("../examples/paste-200.txt")
	if err != nil {
		t.Fatal(err)
	}
	made := own.do(create, vars{"i": vars{"text": string(text), "invite": "NOW", "idempotencyKey": "k1"}}).ok(`"createdCount":200`, `"skippedCount":0`, `"total":200`)
	again := own.do(create, vars{"i": vars{"text": string(text), "invite": "NOW", "idempotencyKey": "k1"}}).ok()
	if made.body != again.body {
		t.Error("a retried call answers differently")
	}
	own.do(create, vars{"i": vars{"text": "x@example.org", "idempotencyKey": "k1"}}).refused("IDEMPOTENCY_REUSED", "input.idempotencyKey")
	own.do(create, vars{"i": vars{"text": "ann@example.org", "invite": "NOW"}}).ok(`"createdCount":0,"skippedCount":1`, `"outcome":"SKIPPED"`, `"name":"Ann Ash"`, `"batch":null`)
	own.do(create, vars{"i": vars{"contacts": []any{vars{"phone": "(202) 555-0188"}}, "invite": "NOW", "invitation": vars{"channels": "EMAIL_ONLY"}}}).
		has(`"createdCount":1`, `"notInvited":{"code":"NO_ADDRESS"}`, `"invitation":null`)
	w.as(p.Staff(invite.Trainer)).do(create, vars{"i": vars{"text": "yolanda@example.org"}}).fails("FORBIDDEN")
	w.anyone().do(create, vars{"i": vars{"text": "yolanda@example.org"}}).fails("UNAUTHENTICATED")
	w.as(w.Support()).do(create, vars{"i": vars{"text": "yolanda@example.org", "organization": p.Org.ID}}).fails("FORBIDDEN")
	own.do(`{contacts(filter:{search:"yolanda@example.org"}){totalCount{value}}}`).ok(`"value":0`)
}

func TestUpdateContact(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	c := p.Create(app.NewContact{Name: "Ann Ash", Email: "ann@example.org"}, app.NewContact{Name: "Bob Birch", Email: "bob@example.org"})
	own := w.as(p.Owner)
	const ask = `mutation($i:UpdateContactInput!){updateContact(input:$i){contact{name email phone stage clientType{key} status groups{name} programs{id} trainer{role}} userErrors{code field message}}}`
	group := own.do(`mutation{createGroup(input:{name:"Oak Street"}){group{id name} userErrors{code}}}`).ok().at("createGroup.group.id")
	trainer := p.Staff(invite.Trainer)
	own.do(ask, vars{"i": vars{"id": c[0].ID, "name": " Ann   Oak ", "phone": "202 555 0123", "stage": "TRIAL", "groups": []any{group}, "trainer": trainer.Membership}}).
		ok(`"name":"Ann Oak","email":"ann@example.org","phone":"+12025550123","stage":"TRIAL"`, "Oak Street", `"trainer":{"role":"TRAINER"}`)
	own.do(ask, vars{"i": vars{"id": c[0].ID, "clear": []any{"PHONE", "TRAINER"}, "groups": []any{}}}).ok(`"phone":null`, `"groups":[]`, `"trainer":null`, `"name":"Ann Oak"`)
	own.do(ask, vars{"i": vars{"id": c[0].ID, "email": "BOB@example.org"}}).refused("EMAIL_TAKEN", "input.email").has(`"contact":null`)
	own.do(ask, vars{"i": vars{"id": c[0].ID, "email": "nonsense"}}).refused("INVALID", "input.email")
	own.do(ask, vars{"i": vars{"id": c[0].ID, "phone": "12"}}).refused("INVALID", "input.phone")
	own.do(ask, vars{"i": vars{"id": c[0].ID, "name": "A\nB"}}).refused("CONTROL_CHARACTERS", "input.name")
	own.do(ask, vars{"i": vars{"id": c[0].ID, "name": strings.Repeat("x", 101)}}).refused("TOO_LONG", "input.name")
	own.do(ask, vars{"i": vars{"id": c[0].ID, "clear": []any{"NAME", "EMAIL"}}}).refused("REQUIRED", "input.name")
	p.Invite(c[1])
	own.do(ask, vars{"i": vars{"id": c[1].ID, "clientType": "OFFLINE"}}).ok(`"key":"OFFLINE"`, `"status":"REVOKED"`)
	member := w.client(p, "member@alpha.example")
	own.do(ask, vars{"i": vars{"id": member.Contact, "email": "other@example.org"}}).refused("NOT_ALLOWED", "input.email")
	w.as(member).do(ask, vars{"i": vars{"id": member.Contact, "name": "Me"}}).fails("FORBIDDEN")
	w.anyone().do(ask, vars{"i": vars{"id": c[0].ID}}).fails("UNAUTHENTICATED")
}

func TestOrganizationMutations(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	own, leader := w.as(p.Owner), w.as(p.Staff(invite.Leader))
	const policy = `mutation($i:UpdatePolicyInput!){updatePolicy(input:$i){policy{ttlDays sendWindow{from to days} paceSeconds statusLabels{status label} sources{field source}} userErrors{code field message}}}`
	leader.do(policy, vars{"i": vars{"ttlDays": 5, "sendWindow": vars{"from": "09:00", "to": "12:30", "days": []any{"MONDAY"}}, "statusLabels": []any{vars{"status": "PENDING", "label": "Asked"}}}}).
		ok(`"ttlDays":5,"sendWindow":{"from":"09:00","to":"12:30","days":["MONDAY"]}`, `{"status":"PENDING","label":"Asked"}`, `{"field":"ttlDays","source":"ORGANIZATION"}`)
	leader.do(policy, vars{"i": vars{"location": p.Location.ID, "anyTime": true, "paceSeconds": 0}}).ok(`"sendWindow":null`, `"paceSeconds":0`, `{"field":"paceSeconds","source":"LOCATION"}`)
	for field, v := range map[string]vars{
		"input.ttlDays": {"ttlDays": 31}, "input.paceSeconds": {"paceSeconds": 3601}, "input.maxBulkCreate": {"maxBulkCreate": 201}, "input.sendWindow.from": {"sendWindow": vars{"from": "9", "to": "12:00"}},
		"input.sendWindow": {"sendWindow": vars{"from": "09:00", "to": "12:00"}, "anyTime": true}, "input.reminderDaysBefore": {"reminderDaysBefore": 5}, "input.passTtlDays": {"passTtlDays": 0},
	} {
		leader.do(policy, vars{"i": v}).refused("INVALID", field).has(`"policy":null`)
	}
	const location = `mutation($i:CreateLocationInput!){createLocation(input:$i){location{name timeZone} userErrors{code field message}}}`
	own.do(location, vars{"i": vars{"name": "Side Street", "timeZone": "America/New_York"}}).ok("America/New_York")
	own.do(location, vars{"i": vars{"name": "side street", "timeZone": "America/New_York"}}).refused("CONFLICT", "input.name")
	own.do(location, vars{"i": vars{"name": "X", "timeZone": "Mars/Olympus"}}).refused("INVALID", "input.timeZone")
	own.do(location, vars{"i": vars{"name": " ", "timeZone": "Europe/Rome"}}).refused("REQUIRED", "input.name")
	leader.do(location, vars{"i": vars{"name": "X", "timeZone": "Europe/Rome"}}).fails("FORBIDDEN")
	own.do(`mutation($i:ID!){updateLocation(input:{id:$i,timeZone:"Asia/Kathmandu"}){location{timeZone name} userErrors{code}}}`, vars{"i": p.Location.ID}).ok("Kathmandu", "Main Street")
	const staff = `mutation($i:AddStaffInput!){addStaff(input:$i){membership{id role name email} userErrors{code field message}}}`
	hand := vars{"name": "Hal Hand", "email": "hal@example.org", "role": "TRAINER", "initialPassword": apptest.Password}
	made := own.do(staff, vars{"i": hand}).ok(`"role":"TRAINER","name":"Hal Hand","email":"hal@example.org"`)
	own.do(staff, vars{"i": hand}).refused("CONFLICT", "input.email")
	own.do(staff, vars{"i": vars{"name": "X", "email": "x@example.org", "role": "TRAINER"}}).refused("REQUIRED", "input.initialPassword")
	own.do(staff, vars{"i": vars{"name": "X", "email": "x@example.org", "role": "TRAINER", "initialPassword": "x"}}).refused("PASSWORD_TOO_WEAK", "input.initialPassword")
	for _, role := range []string{"SUPPORT", "CLIENT"} {
		own.do(staff, vars{"i": vars{"name": "X", "email": "x@example.org", "role": role, "initialPassword": apptest.Password}}).refused("INVALID", "input.role")
	}
	leader.do(staff, vars{"i": hand}).fails("FORBIDDEN")
	const remove = `mutation($m:ID!){removeStaff(input:{membership:$m}){membership{role} userErrors{code field message}}}`
	own.do(remove, vars{"m": made.at("addStaff.membership.id")}).ok("TRAINER")
	own.do(remove, vars{"m": made.at("addStaff.membership.id")}).fails("NOT_FOUND")
	own.do(remove, vars{"m": p.Owner.Membership}).refused("CONFLICT", "input.membership")
	trainer := p.Staff(invite.Trainer)
	for _, thing := range []string{"Group", "Program"} {
		call := fmt.Sprintf(`mutation($n:String!){create%s(input:{name:$n}){%s{id name} userErrors{code field message}}}`, thing, strings.ToLower(thing))
		leader.do(call, vars{"n": "Yoga"}).ok(`"name":"Yoga"`)
		leader.do(call, vars{"n": "YOGA"}).refused("CONFLICT", "input.name")
		leader.do(call, vars{"n": ""}).refused("REQUIRED", "input.name")
		leader.do(call, vars{"n": "a\tb"}).refused("CONTROL_CHARACTERS", "input.name")
		w.as(trainer).do(call, vars{"n": "Z"}).fails("FORBIDDEN")
	}
}

// signInAs signs an account in.
func (w *wire) signInAs(email string) auth.Actor {
	w.T.Helper()
	signed, err := w.App.SignIn(w.T.Context(), app.Visitor{}, email, apptest.Password)
	if err != nil {
		w.T.Fatal(err)
	}
	return signed.Actor
}

// Our fault shows an id, which the log has with the cause, and nothing else.
func TestFaultsShowAnIDOnly(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	c := w.as(p.Owner)
	c.do(who).ok() // the sign-in is believed in for two seconds
	if err := w.DB.Close(); err != nil {
		t.Fatal(err)
	}
	got := c.do(`{contacts{nodes{id}}}`).fails("INTERNAL").lacks("database", "closed", "sql")
	id := uuids.FindString(got.body)
	if !strings.Contains(w.Log.String(), id) || id == "" || !strings.Contains(w.Log.String(), "database is closed") {
		t.Errorf("the log does not explain %s:\n%s", id, w.Log.String())
	}
	w.Clock.Advance(3 * time.Second)
	c.do(who).fails("INTERNAL").lacks("database", "closed", "sql")
}
