package graph_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

const updateMembers = `mutation($i:UpdateGroupMembersInput!){updateGroupMembers(input:$i){
	group{id name contactCount{value exact}} addedCount removedCount userErrors{code field message}}}`

// group makes a group and returns its id.
func (w *wire) group(p *apptest.Place, name string) invite.ID {
	w.T.Helper()
	g, err := w.App.CreateGroup(w.As(p.Owner), nil, name)
	if err != nil {
		w.T.Fatal(err)
	}
	return g.ID
}

func idsOf(list []invite.Contact) (out []invite.ID) {
	for _, c := range list {
		out = append(out, c.ID)
	}
	return out
}

func TestUpdateGroupMembers(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p, other := w.Place(invite.Community, "Birch Park"), w.Place(invite.Community, "Elm Park")
	own, leader := w.as(p.Owner), w.as(p.Staff(invite.Leader))
	c, theirs := p.Contacts(4), other.Contacts(1)
	street, foreign := w.group(p, "Birch Lane"), w.group(other, "Elm Lane")
	count := func(added, removed, now int) []string {
		return []string{fmt.Sprintf(`"addedCount":%d,"removedCount":%d`, added, removed), fmt.Sprintf(`"contactCount":{"value":%d,"exact":true}`, now)}
	}
	for _, step := range []struct {
		in                  vars
		added, removed, now int
	}{
		{vars{"add": idsOf(c[:3])}, 3, 0, 3},
		{vars{"add": idsOf(c[1:]), "remove": []any{c[0].ID}}, 1, 1, 3},
		{vars{"add": []any{c[1].ID, c[1].ID}, "remove": []any{c[0].ID}}, 0, 0, 3}, // so already
		{vars{}, 0, 0, 3},
		{vars{"remove": []any{c[1].ID, c[1].ID, c[2].ID}}, 0, 2, 1},
	} {
		step.in["id"] = street
		leader.do(updateMembers, vars{"i": step.in}).ok(count(step.added, step.removed, step.now)...)
	}
	many := make([]invite.ID, 201)
	for n := range many {
		many[n] = store.NewID()
	}
	for name, tc := range map[string]struct {
		in          vars
		code, field string
	}{
		"201 come":  {vars{"add": many, "remove": []any{c[3].ID}}, "TOO_MANY", "input.add"},
		"201 leave": {vars{"add": []any{c[0].ID}, "remove": many}, "TOO_MANY", "input.remove"},
		"both":      {vars{"add": idsOf(c), "remove": []any{c[3].ID}}, "INVALID", "input.remove"},
	} {
		tc.in["id"] = street
		w.Unchanged(name, func() { own.do(updateMembers, vars{"i": tc.in}).refused(tc.code, tc.field).has(`"group":null`) })
	}
	for name, tc := range map[string]struct {
		who  *client
		in   vars
		code string
	}{
		"another's contact comes":  {own, vars{"id": street, "add": []any{c[0].ID, theirs[0].ID}}, "NOT_FOUND"},
		"another's contact leaves": {own, vars{"id": street, "remove": []any{theirs[0].ID}}, "NOT_FOUND"},
		"nobody's contact":         {own, vars{"id": street, "add": []any{store.NewID()}}, "NOT_FOUND"},
		"another's group":          {own, vars{"id": foreign, "add": idsOf(c)}, "NOT_FOUND"},
		"a trainer":                {w.as(p.Staff(invite.Trainer)), vars{"id": street, "add": idsOf(c)}, "FORBIDDEN"},
		"support":                  {w.as(w.Support()), vars{"id": street, "add": idsOf(c)}, "FORBIDDEN"},
		"a client":                 {w.as(w.client(p, "member@birch.example")), vars{"id": street, "add": idsOf(c)}, "FORBIDDEN"},
		"nobody":                   {w.anyone(), vars{"id": street, "add": idsOf(c)}, "UNAUTHENTICATED"},
	} {
		w.Unchanged(name, func() { tc.who.do(updateMembers, vars{"i": tc.in}).fails(tc.code) })
	}
	// Two hundred at once go through, in as many statements as one.
	crowd := vars{"id": street, "add": idsOf(p.Create(people(200)...))}
	one := w.cost(own, updateMembers, vars{"i": vars{"id": street, "add": []any{c[0].ID}}}, `"addedCount":1`)
	if all := w.cost(own, updateMembers, vars{"i": crowd}, `"addedCount":200`); differs(one, all) {
		t.Errorf("%d statements for one, %d for 200", one, all)
	}
}

// A group shows how many of it stand where: as of now, without those who are
// archived, and to a trainer the own clients alone.
func TestGroupCounts(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Coach, "Alpha Coach")
	p.Set(invite.PolicyPatch{PaceSeconds: ptr(0)})
	own, trainer := w.as(p.Owner), p.Staff(invite.Trainer)
	street := w.group(p, "Birch Lane")
	w.group(p, "Empty")
	c := p.Contacts(4)
	mine, err := w.App.CreateContacts(w.As(trainer), app.CreateInput{
		Contacts: people(1), Groups: []invite.ID{street}, Stage: invite.Member, ClientType: invite.FullAccess, Invite: app.InviteLater,
	})
	if err != nil || len(mine.Items) != 1 {
		t.Fatal(mine, err)
	}
	own.do(updateMembers, vars{"i": vars{"id": street, "add": idsOf(c)}}).ok(`"value":5`)
	p.Send(c[0]) // and it lapses
	w.Clock.Advance(15 * 24 * time.Hour)
	own, asTrainer := w.as(w.signIn(p.Owner)), w.as(w.signIn(trainer))
	p.Send(c[1])
	p.Invite(c[2])
	w.archive(c[3])
	const ask = `query($id:ID!){group(id:$id){name contactCount{value exact} statusCounts{status label count{value exact}}}}`
	own.do(ask, vars{"id": street}).ok(`"name":"Birch Lane"`, `"contactCount":{"value":4,"exact":true}`,
		`{"status":"NOT_INVITED","label":"Never Invited","count":{"value":1,"exact":true}}`,
		`{"status":"QUEUED","label":"Invite Queued","count":{"value":1,"exact":true}}`,
		`{"status":"PENDING","label":"Invite Pending","count":{"value":1,"exact":true}}`,
		`{"status":"EXPIRED","label":"Invite Expired","count":{"value":1,"exact":true}}`,
		`{"status":"REGISTERED","label":"Registered","count":{"value":0,"exact":true}}`)
	asTrainer.do(ask, vars{"id": street}).ok(`"contactCount":{"value":1,"exact":true}`,
		`{"status":"NOT_INVITED","label":"Never Invited","count":{"value":1,"exact":true}}`, `{"status":"PENDING","label":"Invite Pending","count":{"value":0`)
	w.as(w.Support()).do(ask, vars{"id": street}).ok(`"contactCount":{"value":4`)
	own.do(`{viewer{organization{groups{name contactCount{value}}}}}`).ok(`[{"name":"Birch Lane","contactCount":{"value":4}},{"name":"Empty","contactCount":{"value":0}}]`)

	other := w.Place(invite.Gym, "Beta Gym")
	w.as(other.Owner).do(ask, vars{"id": street}).fails("NOT_FOUND").lacks("Birch")
	own.do(ask, vars{"id": store.NewID()}).fails("NOT_FOUND")
	w.anyone().do(ask, vars{"id": street}).fails("UNAUTHENTICATED")
	w.as(w.client(p, "member@alpha.example")).do(ask, vars{"id": street}).fails("FORBIDDEN")
}

// archive takes a contact off the file.
func (w *wire) archive(c invite.Contact) {
	w.T.Helper()
	w.Probe.Exec(`UPDATE contacts SET archived_at = $2, updated_at = $2 WHERE id = $1`, c.ID, w.Clock.Now())
}

func TestPageOfGroupsCostsAConstantNumberOfStatements(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	var cost []int
	for _, n := range []int{1, 40} {
		p := w.Place(invite.Gym, fmt.Sprintf("Gym %d", n))
		c := p.Contacts(3)
		for i := range n {
			g := w.group(p, fmt.Sprintf("Street %d", i))
			if _, err := w.App.UpdateGroupMembers(w.As(p.Owner), app.MembersInput{Group: g, Add: idsOf(c)}); err != nil {
				t.Fatal(err)
			}
		}
		cost = append(cost, w.cost(w.as(p.Owner), `{viewer{organization{groups{id name contactCount{value} statusCounts{status label count{value}}}}}}`, nil, `"contactCount":{"value":3}`))
	}
	if differs(cost[0], cost[1]) || cost[1] > 8 {
		t.Errorf("%v statements for one and 40 groups", cost)
	}
}

// Two who put the same people into the same group, and take them out, wait for
// one another and count each once.
func TestGroupMembersTogether(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	g, all := w.group(p, "Birch Lane"), idsOf(p.Contacts(20))
	sums := make(chan int, 8)
	for n := range cap(sums) {
		go func() {
			in := app.MembersInput{Group: g, Add: append(all[n:len(all):len(all)], all[:n]...)}
			done, err := w.App.UpdateGroupMembers(auth.WithActor(context.Background(), p.Owner), in)
			if err != nil {
				t.Error(err)
			}
			sums <- done.Added
		}()
	}
	sum := 0
	for range cap(sums) {
		sum += <-sums
	}
	if sum != len(all) {
		t.Errorf("%d came in, counted by all; there are %d", sum, len(all))
	}
}
