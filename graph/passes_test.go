package graph_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
	"usher/store"
)

// What the screens ask of runs and passes.
const (
	passParts = `{id reference state expiresAt boundTo{id name} redeemedBy{id name} redeemedAt revokedAt revokeReason prints run{id number}}`
	runParts  = `{id number location{id name} note groups{id name} createdBy createdAt expiresAt total available redeemed revoked expired printedAt
		passes` + passParts + ` timeline{id kind actor at reason from to}}`
	generatePasses = `mutation($i:GenerateAccessPassesInput!){generateAccessPasses(input:$i){run` + runParts + ` userErrors{code field message}}}`
	bindPass       = `mutation($i:BindAccessPassInput!){bindAccessPass(input:$i){accessPass` + passParts + ` userErrors{code field message}}}`
	revokePasses   = `mutation($i:RevokeAccessPassesInput!){revokeAccessPasses(input:$i){accessPasses` + passParts + ` revokedCount skippedCount userErrors{code field message}}}`
	printPasses    = `mutation($i:PrintAccessPassesInput!){printAccessPasses(input:$i){pdfUrl pageUrl expiresAt count skippedCount userErrors{code field message}}}`
	passRun        = `query($i:ID!){accessPassRun(id:$i)` + runParts + `}`
	passRuns       = `query($o:ID,$n:Int!,$a:String){accessPassRuns(organization:$o,first:$n,after:$a){edges{cursor node{number}} nodes` + runParts + `
		pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}`
)

// input is the variables of a mutation.
func input(v vars) vars { return vars{"i": v} }

// redeemed stores that the contact joined with the pass.
func redeemed(w *wire, pass string, contact invite.ID) {
	w.T.Helper()
	if err := w.DB.InTx(w.T.Context(), func(tx *store.Tx) error {
		p, err := tx.LockPass(w.T.Context(), invite.ID(pass))
		if err == nil {
			p, err = p.Redeem(contact, tx.Now())
		}
		if err == nil {
			err = tx.RedeemPass(w.T.Context(), p)
		}
		return err
	}); err != nil {
		w.T.Fatal(err)
	}
}

// A run from its making to its end, as a leader sees it.
func TestPassesOverTheWire(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	park := w.Place(invite.Community, "Oak Park")
	c := park.Contacts(2)
	own := w.as(park.Staff(invite.Leader))
	group := w.as(park.Owner).do(`mutation{createGroup(input:{name:"Elm Street"}){group{id}}}`).at("createGroup.group.id")
	made := own.do(generatePasses, input(vars{"count": 4, "note": "Elm Street", "ttlDays": 30, "groups": []any{group}, "location": park.Location.ID})).ok(
		`"number":1,"location":{"id":"`+string(park.Location.ID)+`","name":"Main Street"},"note":"Elm Street","groups":[{"id":"`+group+`","name":"Elm Street"}]`,
		`"createdBy":"Leader","createdAt":"2026-11-24T08:00:00Z","expiresAt":"2026-12-24T08:00:00Z"`,
		`"total":4,"available":4,"redeemed":0,"revoked":0,"expired":0,"printedAt":null`,
		`"reference":"1-004","state":"AVAILABLE","expiresAt":"2026-12-24T08:00:00Z","boundTo":null,"redeemedBy":null,"redeemedAt":null,"revokedAt":null,"revokeReason":null,"prints":0`,
		`"kind":"PASSES_GENERATED","actor":"Leader","at":"2026-11-24T08:00:00Z","reason":"4 passes"`)
	run := made.at("generateAccessPasses.run.id")
	var passes []string
	for n := range 4 {
		passes = append(passes, made.at(fmt.Sprintf("generateAccessPasses.run.passes.%d.id", n)))
	}
	own.do(bindPass, input(vars{"id": passes[0], "contact": c[0].ID})).ok(`"boundTo":{"id":"`+string(c[0].ID)+`","name":"Person 000"}`, `"reference":"1-001"`)
	sheet := own.do(printPasses, input(vars{"run": run, "paper": "LETTER", "perPage": 4})).ok(`"count":4,"skippedCount":0`, `"expiresAt":"2026-11-24T08:10:00Z"`)
	page := sheet.at("printAccessPasses.pageUrl")
	if pdf := sheet.at("printAccessPasses.pdfUrl"); pdf != page+".pdf" || !strings.HasPrefix(page, "/passes/") {
		t.Errorf("%s, %s", pdf, page)
	}
	opened, err := w.App.OpenPrint(w.As(park.Owner), invite.ID(strings.TrimPrefix(page, "/passes/")))
	if err != nil || len(opened.Passes) != 4 || opened.Passes[0].For != "Person 000" {
		t.Errorf("%v: %d passes", err, len(opened.Passes))
	}
	redeemed(w, passes[1], c[1].ID)
	own.do(bindPass, input(vars{"id": passes[0]})).ok(`"boundTo":null`)
	revoked := own.do(revokePasses, input(vars{"passes": []any{passes[2], passes[1]}, "reason": "lost"})).
		ok(`"revokedCount":1,"skippedCount":1`, `"reference":"1-003","state":"REVOKED"`, `"revokedAt":"2026-11-24T08:00:00Z","revokeReason":"lost"`, `"reference":"1-002","state":"REDEEMED"`)
	if got := revoked.at("revokeAccessPasses.accessPasses.0.redeemedBy.name"); got != "Person 001" {
		t.Errorf("redeemed by %q", got)
	}
	shown := own.do(passRun, vars{"i": run}).ok(`"total":4,"available":2,"redeemed":1,"revoked":1,"expired":0,"printedAt":"2026-11-24T08:00:00Z"`,
		`"reason":"1 pass: lost"`, `"reason":"4 passes, 4 a page on Letter"`, `"reason":"Pass 1-001 is for Person 000."`, `"prints":1`)
	for _, p := range opened.Passes { // on paper, and nowhere else
		for _, a := range []answer{made, sheet, revoked, shown} {
			a.lacks(p.Code, p.Token, invite.GroupCode(p.Code))
		}
	}
	own.do(`query($i:ID!){accessPassRun(id:$i){passes(states:[REVOKED,REDEEMED]){reference} timeline(first:1){reason}}}`, vars{"i": run}).
		ok(`"passes":[{"reference":"1-002"},{"reference":"1-003"}],"timeline":[{"reason":"1 pass: lost"}]`)
	own.do(`query($i:ID!){accessPassRun(id:$i){passes(states:[]){reference}}}`, vars{"i": run}).ok(`"passes":[]`)
	w.Clock.Advance(30 * 24 * time.Hour)
	own = w.as(w.signIn(park.Owner))
	own.do(passRun, vars{"i": run}).ok(`"total":4,"available":0,"redeemed":1,"revoked":1,"expired":2`, `"reference":"1-001","state":"EXPIRED"`, `"reference":"1-003","state":"REVOKED"`)
	own.do(`query($i:ID!){accessPassRun(id:$i){passes(states:[EXPIRED]){reference}}}`, vars{"i": run}).ok(`"passes":[{"reference":"1-001"},{"reference":"1-004"}]`)
	own.do(printPasses, input(vars{"run": run})).refused("PASS_NOT_AVAILABLE", "").has(`"pdfUrl":null,"pageUrl":null,"expiresAt":null,"count":0`)
	own.do(bindPass, input(vars{"id": passes[0], "contact": c[0].ID})).refused("PASS_NOT_AVAILABLE", "input.id").has(`"accessPass":null`)
}

func TestPassRefusalsOverTheWire(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	park := w.Place(invite.Community, "Oak Park")
	own := w.as(park.Owner)
	mute := park.Contacts(1)[0]
	w.Probe.Exec(`UPDATE contacts SET email = NULL, phone = NULL WHERE id = $1`, mute.ID)
	run := own.do(generatePasses, input(vars{"count": 1})).ok(`"note":null`, `"expiresAt":null`)
	id, pass := run.at("generateAccessPasses.run.id"), run.at("generateAccessPasses.run.passes.0.id")
	w.Unchanged("refused", func() {
		own.do(generatePasses, input(vars{"count": 101})).refused("TOO_MANY", "input.count").has("at most 100", `"run":null`)
		own.do(generatePasses, input(vars{"count": 0})).refused("INVALID", "input.count")
		own.do(generatePasses, input(vars{"count": 1, "ttlDays": 3651})).refused("INVALID", "input.ttlDays")
		own.do(generatePasses, input(vars{"count": 1, "note": strings.Repeat("x", 201)})).refused("TOO_LONG", "input.note")
		own.do(generatePasses, input(vars{"count": 1, "groups": []any{store.NewID()}})).fails("NOT_FOUND")
		own.do(bindPass, input(vars{"id": pass, "contact": mute.ID})).refused("NO_ADDRESS", "input.contact")
		own.do(revokePasses, input(vars{})).refused("REQUIRED", "input.passes").has(`"accessPasses":[]`)
		own.do(revokePasses, input(vars{"run": id, "passes": []any{pass}})).refused("REQUIRED", "input.passes")
		own.do(revokePasses, input(vars{"run": id, "reason": "a\nb"})).refused("CONTROL_CHARACTERS", "input.reason")
		own.do(printPasses, input(vars{"run": id, "perPage": 3})).refused("INVALID", "input.perPage")
		own.do(printPasses, input(vars{"passes": []any{}})).refused("REQUIRED", "input.passes")
		own.do(printPasses, input(vars{"run": id, "paper": "A5"})).fails("BAD_REQUEST")
		own.do(passRun, vars{"i": store.NewID()}).fails("NOT_FOUND")
		own.do(passRun, vars{"i": pass}).fails("NOT_FOUND")
		own.do(`query($i:ID!){accessPassRun(id:$i){timeline(first:101){id}}}`, vars{"i": id}).fails("BAD_REQUEST")
		for _, n := range []int{0, 101} {
			own.do(passRuns, vars{"n": n}).fails("BAD_REQUEST")
		}
		for _, cursor := range []string{"", "0", "-1", "x", "1;", "99999999999999999999", "4294967296"} {
			own.do(passRuns, vars{"n": 5, "a": cursor}).fails("BAD_REQUEST", `"field":"after"`)
		}
	})
}

// The list runs from the newest to the oldest, whatever is added meanwhile.
func TestPassRunsArePaged(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	park, other := w.Place(invite.Community, "Oak Park"), w.Place(invite.Gym, "Iron Temple")
	own := w.as(park.Owner)
	own.do(passRuns, vars{"n": 2}).ok(`"edges":[],"nodes":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false,"startCursor":null,"endCursor":null}`)
	for range 3 {
		own.do(generatePasses, input(vars{"count": 1})).ok()
	}
	w.as(other.Owner).do(generatePasses, input(vars{"count": 1})).ok()
	first := own.do(passRuns, vars{"n": 2}).ok(`"node":{"number":3}`, `"node":{"number":2}`, `"hasNextPage":true,"hasPreviousPage":false`).lacks(`"number":1}`)
	own.do(generatePasses, input(vars{"count": 1})).ok()
	own.do(passRuns, vars{"n": 2, "a": first.at("accessPassRuns.pageInfo.endCursor")}).
		ok(`"edges":[{"cursor":"1","node":{"number":1}}]`, `"hasNextPage":false,"hasPreviousPage":true`)
	own.do(passRuns, vars{"n": 4}).ok(`"hasNextPage":false`)
	w.as(other.Owner).do(passRuns, vars{"n": 5}).ok(`"node":{"number":1}`).lacks(`"number":2`)
}

// Owners and leaders do everything, support reads, everybody else is refused.
func TestWhoSeesPasses(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	park, other := w.Place(invite.Community, "Oak Park"), w.Place(invite.Gym, "Iron Temple")
	made := w.as(park.Owner).do(generatePasses, input(vars{"count": 1, "note": "Quagga"})).ok()
	run, pass := made.at("generateAccessPasses.run.id"), made.at("generateAccessPasses.run.passes.0.id")
	event := made.at("generateAccessPasses.run.timeline.0.id")
	calls := map[string]func(*client) answer{
		"list": func(c *client) answer { return c.do(passRuns, vars{"n": 5, "o": park.Org.ID}) },
		"run":  func(c *client) answer { return c.do(passRun, vars{"i": run}) },
		"generate": func(c *client) answer {
			return c.do(generatePasses, input(vars{"count": 1, "organization": park.Org.ID}))
		},
		"bind":   func(c *client) answer { return c.do(bindPass, input(vars{"id": pass})) },
		"revoke": func(c *client) answer { return c.do(revokePasses, input(vars{"run": run})) },
		"print":  func(c *client) answer { return c.do(printPasses, input(vars{"passes": []any{pass}})) },
	}
	member := w.client(park, "member@example.org")
	refused := map[string]struct {
		who  *client
		code string
	}{
		"trainer": {w.as(park.Staff(invite.Trainer)), "FORBIDDEN"}, "client": {w.as(member), "FORBIDDEN"}, "nobody": {w.anyone(), "UNAUTHENTICATED"},
		"another organization's owner": {w.as(other.Owner), "NOT_FOUND"},
	}
	support := w.as(w.Support())
	nodes := []string{run, pass, event}
	const node = `query($i:ID!){node(id:$i){id __typename ...on AccessPassRun{note total} ...on AccessPass{reference run{note}} ...on InvitationEvent{kind reason}}}`
	w.Unchanged("refused", func() {
		for name, call := range calls {
			for _, r := range refused {
				call(r.who).fails(r.code).lacks("Quagga", "AVAILABLE")
			}
			switch name {
			case "list", "run":
				call(support).ok("Quagga", "AVAILABLE", "PASSES_GENERATED")
			default:
				call(support).fails("FORBIDDEN").lacks("Quagga")
			}
		}
		support.do(passRuns, vars{"n": 5}).fails("BAD_REQUEST", `"field":"organization"`)
		for _, id := range nodes {
			for who, r := range refused {
				if who != "nobody" {
					r.who.do(node, vars{"i": id}).fails("NOT_FOUND")
				}
			}
			support.do(node, vars{"i": id}).ok(id)
			w.as(park.Owner).do(node, vars{"i": id}).ok(id)
		}
	})
	for _, name := range []string{"list", "run", "generate", "bind", "print", "revoke"} {
		calls[name](w.as(park.Owner)).ok()
	}
}

// stacks makes runs of passes, of which each third is bound and each fourth
// redeemed, and returns the place.
func stacks(w *wire, runs, passes int) *apptest.Place {
	w.T.Helper()
	p := w.Place(invite.Community, fmt.Sprintf("Stacks %d", runs))
	ctx := w.As(p.Owner)
	c := p.Contacts(2)
	group, err := w.App.CreateGroup(ctx, nil, "Elm Street")
	if err != nil {
		w.T.Fatal(err)
	}
	for range runs {
		run, err := w.App.GeneratePasses(ctx, app.PassesInput{Count: passes, Groups: []invite.ID{group.ID}})
		if err != nil {
			w.T.Fatal(err)
		}
		w.Probe.Exec(`UPDATE access_passes SET bound_to = $2 WHERE run_id = $1 AND number % 3 = 0`, run, c[0].ID)
		w.Probe.Exec(`UPDATE access_passes SET state = 'REDEEMED', sealed = NULL, redeemed_by = $2, redeemed_at = $3 WHERE run_id = $1 AND number % 4 = 0`, run, c[1].ID, w.Clock.Now())
	}
	return p
}

// Runs and their passes cost the same for one as for many, read and written.
func TestPassesCostAConstantNumberOfStatements(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	small, large := stacks(w, 1, 4), stacks(w, 20, 100)
	list := func(p *apptest.Place) int { return w.cost(w.as(p.Owner), passRuns, vars{"n": 20}) }
	one, many := list(small), list(large)
	t.Logf("runs: %d statements for one, %d for twenty of a hundred", one, many)
	if differs(one, many) || many > 14 {
		t.Errorf("%d statements for one run, %d for twenty", one, many)
	}
	for name, call := range map[string]func(c *client, count int, run string) int{
		"generate": func(c *client, count int, _ string) int {
			return w.cost(c, generatePasses, input(vars{"count": count}), fmt.Sprintf(`"total":%d`, count))
		},
		"print":  func(c *client, count int, run string) int { return w.cost(c, printPasses, input(vars{"run": run})) },
		"revoke": func(c *client, count int, run string) int { return w.cost(c, revokePasses, input(vars{"run": run})) },
	} {
		var costs []int
		for _, count := range []int{2, 100} {
			c := w.as(large.Owner)
			run := c.do(generatePasses, input(vars{"count": count})).at("generateAccessPasses.run.id")
			costs = append(costs, call(c, count, run))
		}
		t.Logf("%s: %v", name, costs)
		if differs(costs[0], costs[1]) {
			t.Errorf("%s: %d statements for 2, %d for 100", name, costs[0], costs[1])
		}
	}
}

// Whoever watches the organization sees what happens to its passes at once.
func TestPassesAreToldLive(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	park := w.Place(invite.Community, "Oak Park")
	from := w.as(park.Owner).do(`{viewer{organization{eventCursor}}}`).at("viewer.organization.eventCursor")
	s := w.as(park.Owner).listen(`subscription($a:String!){organizationChanged(after:$a){kind actor reason accessPassRun{number available}}}`, vars{"a": from})
	defer s.stop()
	w.as(park.Staff(invite.Leader)).do(generatePasses, input(vars{"count": 2})).ok()
	w.place()
	s.next().ok(`"kind":"PASSES_GENERATED","actor":"Leader","reason":"2 passes","accessPassRun":{"number":1,"available":2}`)
}
