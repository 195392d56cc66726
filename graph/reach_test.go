package graph_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// TestNodeOfEveryKind asks for a record of every kind by its id: of the own
// organization, and of another.
func TestNodeOfEveryKind(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	a, b := newEstate(w, "Alpha"), newEstate(w, "Zebra")
	known := uuids.FindAllString(b.state(), -1)
	var kinds []string
	for _, def := range schema().GetPossibleTypes(schema().Types["Node"]) {
		kinds = append(kinds, def.Name)
	}
	slices.Sort(kinds)
	delete(b.ids, "HouseholdMember") // is no node
	if have := slices.Sorted(maps.Keys(b.ids)); !slices.Equal(kinds, have) {
		t.Fatalf("the schema has nodes %v, this test tries %v", kinds, have)
	}
	// Which of the own organization's records each sees; the owner sees all.
	sees := map[invite.Role][]string{
		invite.Leader:  {"Organization", "Location", "Membership", "Group", "Program", "Contact", "Invitation", "InvitationBatch", "Delivery", "InvitationEvent", "Household", "AccessPassRun", "AccessPass"},
		invite.Trainer: {"Organization", "Location", "Membership", "Group", "Program"},
		invite.Client:  {"Organization", "Household"},
	}
	support := w.Support()
	for _, kind := range kinds {
		ask := fmt.Sprintf("query($id:ID!){node(id:$id){__typename id ...on %s{%s}}}", kind, leaves(schema(), schema().Types[kind]))
		w.as(a.Owner).do(ask, vars{"id": a.ids[kind]}).ok(`"__typename":"`+kind+`"`, `"id":"`+a.ids[kind]+`"`)
		for role, actor := range a.staff {
			got := w.as(actor).do(ask, vars{"id": b.ids[kind]}).fails("NOT_FOUND")
			b.keepsOut(t, string(role)+" "+kind, got.body, "", known)
			mine := ask
			if role == invite.Client {
				mine = strings.Replace(ask, "eventCursor", "", 1) // staff's
			}
			own := w.as(actor).do(mine, vars{"id": a.ids[kind]})
			if role == invite.Owner || slices.Contains(sees[role], kind) {
				own.ok()
			} else {
				own.fails("NOT_FOUND")
			}
		}
		w.as(support).do(ask, vars{"id": b.ids[kind]}).has(`"node"`)
		w.anyone().do(ask, vars{"id": b.ids[kind]}).fails("UNAUTHENTICATED")
	}
	w.as(a.Owner).do(`query($id:ID!){node(id:$id){id}}`, vars{"id": store.NewID()}).fails("NOT_FOUND")
	// A client's own records.
	c := a.Contact(a.member.Contact)
	for kind, id := range map[string]invite.ID{"Contact": c.ID, "Invitation": *c.InvitationID, "Account": a.member.Account, "Membership": a.member.Membership} {
		w.as(a.member).do(`query($id:ID!){node(id:$id){__typename}}`, vars{"id": id}).ok(kind)
	}
}

// roots are where somebody of the estate can begin to look, each with what is
// there.
func (e *estate) roots(actor auth.Actor) map[string]string {
	c := e.ids["Contact"]
	i, batch := e.ids["Invitation"], e.ids["InvitationBatch"]
	if actor.Kind == auth.KindClient {
		c = string(actor.Contact)
		i = string(*e.Contact(actor.Contact).InvitationID)
	}
	out := map[string]string{"viewer": "Viewer", "contacts(first:5)": "ContactConnection", "invitationBatches(first:5)": "InvitationBatchConnection", "accessPassRuns(first:5)": "AccessPassRunConnection", "households(first:5)": "HouseholdConnection", "householdSuggestions(first:2)": "HouseholdSuggestion", "billingUsage": "BillingUsage"}
	for call, kind := range map[string]string{"contact": "Contact", "organization": "Organization", "invitation": "Invitation", "invitationBatch": "InvitationBatch", "household": "Household", "group": "Group", "node": "Node"} {
		id := map[string]string{"contact": c, "organization": e.ids["Organization"], "invitation": i, "invitationBatch": batch, "household": e.ids["Household"], "group": e.ids["Group"], "node": c}[call]
		out[fmt.Sprintf("%s(id:%q)", call, id)] = kind
	}
	return out
}

// TestNothingReachableIsForeign follows every field from everything that
// somebody sees, and looks for the other organization in the answers.
func TestNothingReachableIsForeign(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	a, b := newEstate(w, "Alpha"), newEstate(w, "Zebra")
	known := uuids.FindAllString(b.state(), -1)
	sch := schema()
	seen := 0
	for role, actor := range a.staff {
		for call, kind := range a.roots(actor) {
			for _, set := range reach(sch, sch.Types[kind], 4) {
				seen++
				got := w.as(actor).do("{"+call+set+"}").lacks("INTERNAL", "BAD_REQUEST").has()
				b.keepsOut(t, string(role)+" "+call+set, got.body, "", known)
			}
		}
	}
	if seen < 500 {
		t.Errorf("only %d selections", seen)
	}
}

// TestClientsSeeThemselvesOnly follows every field from everything a client
// sees, and looks for anybody else.
func TestClientsSeeThemselvesOnly(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	a := newEstate(w, "Alpha")
	other := a.Create(app.NewContact{Name: "Quagga Neighbour", Email: "quagga@example.org"})[0]
	a.Invite(other)
	sch, me := schema(), w.as(a.member)
	for call, kind := range a.roots(a.member) {
		for _, set := range reach(sch, sch.Types[kind], 4) {
			me.do("{"+call+set+"}").lacks("Quagga", "quagga", string(other.ID), "INTERNAL", "BAD_REQUEST", "Person")
		}
	}
	me.do(`{viewer{permissions membership{role contact{email status location{name} invitation{deliveries{address}}}}}}`).
		ok(`"permissions":[]`, "alpha-member@example.org", "REGISTERED", "Alpha Branch")
	for _, refused := range []string{
		`{contacts{nodes{id}}}`, `{contacts{totalCount{value} statusCounts{count{value}}}}`, `{invitationBatches{nodes{id}}}`,
		`{accessPassRuns{nodes{id}}}`, `{accessPassRun(id:"` + a.ids["AccessPassRun"] + `"){id}}`,
		`{invitation(id:"` + a.ids["Invitation"] + `"){id}}`, `{invitationBatch(id:"` + a.ids["InvitationBatch"] + `"){id}}`,
		`{validateContacts(text:"quagga@example.org"){entries{existing{id}}}}`,
		`{viewer{organization{locations{id}}}}`, `{viewer{organization{programs{id}}}}`, `{viewer{organization{groups{id}}}}`,
		`{viewer{organization{staff{email}}}}`, `{viewer{organization{statusCounts{count{value}}}}}`,
		`{viewer{organization{eventCursor}}}`, `{viewer{organization{report{days{sent}}}}}`, `{viewer{organization{deliveryProblems{at}}}}`,
		`{viewer{membership{contact{location{waiting}}}}}`, `{viewer{membership{contact{location{expectedFinishAt}}}}}`,
		`{viewer{membership{contact{invitation{timeline{actor}}}}}}`,
	} {
		me.do(refused).fails("FORBIDDEN")
	}
	for _, hidden := range []string{`{contact(id:"` + string(other.ID) + `"){id}}`, `{node(id:"` + string(other.ID) + `"){id}}`} {
		me.do(hidden).fails("NOT_FOUND")
	}
}

// TestTrainersSeeTheirOwnClientsOnly does the same for a trainer.
func TestTrainersSeeTheirOwnClientsOnly(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	a := newEstate(w, "Alpha")
	trainer := a.staff[invite.Trainer]
	other := a.Create(app.NewContact{Name: "Quagga Neighbour", Email: "quagga@example.org"})[0]
	invited := a.Invite(other)
	made, err := w.App.CreateContacts(w.As(trainer), app.CreateInput{Contacts: []app.NewContact{{Name: "Own Client", Email: "own@example.org"}}, Stage: invite.Member, ClientType: invite.FullAccess, Invite: app.InviteNow})
	if err != nil {
		t.Fatal(err)
	}
	c := w.as(trainer)
	sch := schema()
	for call, kind := range a.roots(trainer) {
		for _, set := range reach(sch, sch.Types[kind], 3) {
			c.do("{"+call+set+"}").lacks("Quagga", "quagga", string(other.ID), "INTERNAL")
		}
	}
	c.do(`{contacts{totalCount{value exact} nodes{name} statusCounts{status count{value}}}}`).
		ok(`"totalCount":{"value":1,"exact":true}`, `"nodes":[{"name":"Own Client"}]`, `{"status":"QUEUED","count":{"value":1}}`)
	c.do(`{invitationBatches{nodes{id}}}`).ok(string(*made.Batch)).lacks(string(*invited.Batch))
	// Whom they meet by address stays unseen, too.
	c.do(`mutation{createContacts(input:{text:"quagga@example.org"}){results{outcome contact{id}} userErrors{code}}}`).
		ok(`{"outcome":"SKIPPED","contact":null}`)
	c.do(`{validateContacts(text:"quagga@example.org"){skippedCount entries{existing{id}}}}`).ok(`"skippedCount":1`, `"existing":null`)
	for _, hidden := range []string{
		`{contact(id:"` + string(other.ID) + `"){id}}`, `{invitation(id:"` + string(*invited.Items[0].Invitation) + `"){id}}`,
		`{invitationBatch(id:"` + string(*invited.Batch) + `"){id}}`,
		`mutation{updateContact(input:{id:"` + string(other.ID) + `",name:"X"}){contact{id}}}`,
		`mutation{inviteContacts(input:{contacts:["` + string(other.ID) + `"]}){queuedCount}}`,
		`mutation{resendInvitation(input:{id:"` + string(*invited.Items[0].Invitation) + `"}){invitation{id}}}`,
		`mutation{revokeInvitation(input:{id:"` + string(*invited.Items[0].Invitation) + `"}){invitation{id}}}`,
		`mutation{cancelBatch(input:{id:"` + string(*invited.Batch) + `"}){cancelledCount}}`,
	} {
		c.do(hidden).fails("NOT_FOUND")
	}
}

// Somebody with memberships in two organizations sees of the one that is not
// open its name, to switch, and not what its staff sees.
func TestOtherMembershipShowsTheNameOnly(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	a, b := newEstate(w, "Alpha"), newEstate(w, "Zebra")
	email := "owner@alpha.example"
	c := b.Create(app.NewContact{Name: "Both", Email: email})[0]
	b.Invite(c)
	var both app.Registered
	for both.Contact == "" {
		w.Clock.Advance(60e9)
		for _, m := range b.SendNext() {
			if m.Address == email {
				var err error
				both, err = w.App.Register(t.Context(), app.Visitor{}, app.RegisterInput{Credential: app.Credential{Token: &m.Token}, Name: "Both", Password: apptest.Password})
				if err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	own := w.as(w.signIn(a.Owner)) // the membership used last is the client's
	own = w.bearer(own.do(`mutation($m:ID!){switchMembership(input:{membership:$m}){viewer{membership{role}} tokens{accessToken} userErrors{code}}}`, vars{"m": a.Owner.Membership}).
		ok(`"role":"OWNER"`).at("switchMembership.tokens.accessToken"))
	own.do(`{viewer{memberships{role organization{name supportContact}}}}`).ok(`{"role":"CLIENT","organization":{"name":"Zebra"`)
	for _, field := range []string{"staff{name email}", "locations{name}", "programs{name}", "groups{name}", "statusCounts{count{value}}"} {
		own.do(`{viewer{memberships{role organization{`+field+`}}}}`).fails("NOT_FOUND").
			lacks("Zebra", "zebra-member", "owner@zebra", "leader@zebra")
	}
	if got := own.do(`{viewer{memberships{contact{name}}}}`).ok(); strings.Contains(got.body, "Both") {
		t.Errorf("the contact of the other organization is shown: %s", got.body)
	}
}

// bearer returns a client with an access token.
func (w *wire) bearer(token string) *client { return w.anyone().with("Authorization", "Bearer "+token) }
