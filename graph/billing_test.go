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

const usage = `query($o:ID,$p:BillingPeriodInput,$first:Int!=50,$after:String){billingUsage(organization:$o,period:$p){
	unit from to current peak registeredHouseholds seats{clientType{key} count} days{date billed registeredHouseholds seats}
	rules{what counts why} csvUrl
	households(first:$first,after:$after){nodes{household{id name} name from until because} edges{cursor node{name}} pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}}`

// joins lets a contact register by a link of its own.
func (w *wire) joins(p *apptest.Place, c invite.Contact) {
	w.T.Helper()
	for _, m := range p.Send(c) {
		if m.Channel != invite.Email {
			continue
		}
		in := app.RegisterInput{Credential: app.Credential{Token: &m.Token}, Name: c.Name, Password: apptest.Password}
		if _, err := w.App.Register(w.T.Context(), app.Visitor{}, in); err != nil {
			w.T.Fatal(err)
		}
	}
	w.Clock.Advance(time.Minute) // the lane's pace
}

// household makes a household.
func (w *wire) household(p *apptest.Place, name string, members ...invite.Contact) invite.ID {
	w.T.Helper()
	h, err := w.App.CreateHousehold(w.As(p.Owner), app.NewHousehold{Name: &name, Members: idsOf(members)})
	if err != nil {
		w.T.Fatal(err)
	}
	return h
}

// tomorrow advances the clock by a day and returns the owner signed in anew.
func (w *wire) tomorrow(p *apptest.Place) *client {
	w.Clock.Advance(24 * time.Hour)
	p.Owner = w.signIn(p.Owner)
	return w.as(p.Owner)
}

// A household counts from the first who joins until none is left, through every
// way; who is invited never counts.
func TestBilledHouseholds(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Community, "Birch Park")
	own := w.as(p.Owner)
	c := p.Contacts(5)
	parks, waits := w.household(p, "The Parks", c[:3]...), w.household(p, "The Waits", c[3])
	p.Invite(c[3])
	p.SendNext() // and waits for an answer ever after
	w.Clock.Advance(time.Minute)
	day := func(date string, households, seats int) string {
		return fmt.Sprintf(`{"date":"%s","billed":%d,"registeredHouseholds":%d,"seats":%d}`, date, households, households, seats)
	}
	own.do(usage).ok(`"unit":"REGISTERED_HOUSEHOLD","from":"2026-11-01","to":"2026-11-24","current":0,"peak":0,"registeredHouseholds":0`,
		day("2026-11-01", 0, 0), day("2026-11-23", 0, 0), day("2026-11-24", 0, 5), `"nodes":[]`)

	own = w.tomorrow(p)
	w.joins(p, c[0])
	own.do(usage).ok(`"current":1,"peak":1,"registeredHouseholds":1`, day("2026-11-24", 0, 5), day("2026-11-25", 1, 5),
		`"household":{"id":"`+string(parks)+`","name":"The Parks"},"name":"The Parks"`, `"until":null,"because":"`+c[0].Name+`"`)
	own = w.tomorrow(p)
	w.joins(p, c[1]) // the second member changes nothing
	if err := w.App.UpdateHousehold(w.As(p.Owner), app.HouseholdChange{ID: parks, Name: ptr("The Ashes"), Head: &c[1].ID}); err != nil {
		t.Fatal(err)
	}
	own.do(usage).ok(`"current":1,"peak":1`, day("2026-11-26", 1, 5), `"household":{"id":"`+string(parks)+`","name":"The Ashes"},"name":"The Parks"`, `"because":"`+c[0].Name+`"`)
	own = w.tomorrow(p)
	w.archive(c[0]) // one is left
	own.do(usage).ok(`"current":1`, day("2026-11-27", 1, 4))
	own = w.tomorrow(p)
	// The last who joined is taken out, and has a household of their own: one
	// ends, one begins.
	if err := w.App.UpdateHousehold(w.As(p.Owner), app.HouseholdChange{ID: parks, Remove: []invite.ID{c[1].ID}}); err != nil {
		t.Fatal(err)
	}
	at := w.Clock.Now().Format(time.RFC3339)
	shown := own.do(usage).ok(`"current":1,"peak":1`, day("2026-11-28", 1, 4), `"until":"`+at+`"`, `"from":"`+at+`","until":null,"because":"`+c[1].Name+`"`)
	if n := strings.Count(shown.body, `"because":`); n != 2 {
		t.Errorf("%d households counted: %s", n, shown.body)
	}
	own = w.tomorrow(p)
	// It moves to the household that waits, whose span begins, and its own is no
	// more.
	if err := w.App.UpdateHousehold(w.As(p.Owner), app.HouseholdChange{ID: waits, Add: []invite.ID{c[1].ID}}); err != nil {
		t.Fatal(err)
	}
	own.do(usage).ok(`"current":1,"peak":1`, `"household":null`, `"household":{"id":"`+string(waits)+`","name":"The Waits"}`, day("2026-11-29", 1, 4))
	// A period sees what counted in it and nothing else.
	only := func(from, to string) vars { return vars{"p": vars{"from": from, "to": to}} }
	own.do(usage, only("2026-11-25", "2026-11-26")).ok(`"from":"2026-11-25","to":"2026-11-26","current":1,"peak":1`, `"name":"The Parks"`).lacks("The Waits", "2026-11-27\"")
	own.do(usage, only("2026-11-20", "2026-11-24")).ok(`"current":1,"peak":0`, `"nodes":[]`)
	own.do(usage, only("2026-11-29", "2026-11-29")).ok(`"name":"The Waits"`).lacks("The Parks")
	// The month that is over, seen from the next one.
	w.Clock.Advance(3 * 24 * time.Hour)
	p.Owner = w.signIn(p.Owner)
	w.as(p.Owner).do(usage).ok(`"from":"2026-12-01","to":"2026-12-02"`, day("2026-12-01", 1, 4), day("2026-12-02", 1, 4))
}

// A deleted household keeps its history.
func TestDeletedHouseholdHasCounted(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym") // where a household with members may be deleted
	c := p.Contacts(2)
	h := w.household(p, "The Parks", c...)
	w.joins(p, c[0])
	own := w.tomorrow(p)
	if err := w.App.DeleteHousehold(w.As(p.Owner), h); err != nil {
		t.Fatal(err)
	}
	own.do(usage).ok(`"unit":"CLIENT_SEAT"`, `"current":2,"peak":2,"registeredHouseholds":0`, `"nodes":[]`,
		`{"date":"2026-11-24","billed":2,"registeredHouseholds":1,"seats":2},{"date":"2026-11-25","billed":2,"registeredHouseholds":0,"seats":2}`)
	p.Set(invite.PolicyPatch{BillingUnit: ptr(invite.RegisteredHousehold)})
	own.do(usage).ok(`"current":0,"peak":1`, `"household":null,"name":"The Parks"`, `"because":"`+c[0].Name+`"`)
}

func TestSeats(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	own := w.as(p.Owner)
	c := p.Contacts(6)
	own.do(usage).ok(`"unit":"CLIENT_SEAT"`, `"current":6,"peak":6`,
		`"seats":[{"clientType":{"key":"FULL_ACCESS"},"count":6},{"clientType":{"key":"FULL_ACCESS_ONE_WAY"},"count":0},{"clientType":{"key":"OFFLINE"},"count":0}]`,
		`{"what":"An offline client","counts":true`, `{"what":"An open invitation","counts":false`, `{"what":"An archived client","counts":false`)
	for n, typ := range []invite.ClientType{invite.Offline, invite.FullAccessOneWay, invite.Offline} {
		if err := w.App.UpdateContact(w.As(p.Owner), app.UpdateInput{ID: c[n].ID, ClientType: &typ}); err != nil {
			t.Fatal(err)
		}
	}
	own = w.tomorrow(p)
	w.archive(c[2])
	w.archive(c[5])
	own.do(usage).ok(`"current":4,"peak":6`,
		`{"clientType":{"key":"FULL_ACCESS"},"count":2},{"clientType":{"key":"FULL_ACCESS_ONE_WAY"},"count":1},{"clientType":{"key":"OFFLINE"},"count":1}`,
		`{"date":"2026-11-23","billed":0,`, `{"date":"2026-11-24","billed":6,"registeredHouseholds":0,"seats":6},{"date":"2026-11-25","billed":4,"registeredHouseholds":0,"seats":4}`)
}

func TestBillingIsRefused(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p, other := w.Place(invite.Community, "Birch Park"), w.Place(invite.Community, "Elm Park")
	own, support := w.as(p.Owner), w.as(w.Support())
	own.do(usage, vars{"o": p.Org.ID}).ok()
	support.do(usage, vars{"o": p.Org.ID}).ok(`"unit":"REGISTERED_HOUSEHOLD"`)
	member := w.client(p, "member@birch.example")
	for name, tc := range map[string]struct {
		c    *client
		v    vars
		code string
	}{
		"another organization":        {own, vars{"o": other.Org.ID}, "NOT_FOUND"},
		"nobody's organization":       {support, vars{"o": store.NewID()}, "NOT_FOUND"},
		"support for no organization": {support, nil, "BAD_REQUEST"},
		"a leader":                    {w.as(p.Staff(invite.Leader)), nil, "FORBIDDEN"},
		"a trainer":                   {w.as(p.Staff(invite.Trainer)), nil, "FORBIDDEN"},
		"a client":                    {w.as(member), nil, "FORBIDDEN"},
		"nobody":                      {w.anyone(), nil, "UNAUTHENTICATED"},
		"no households":               {own, vars{"first": 0}, "BAD_REQUEST"},
		"too many households":         {own, vars{"first": 101}, "BAD_REQUEST"},
		"another list's cursor":       {own, vars{"after": "eyJuIjoiYSIsImkiOiIwMWExZjliZS00ZTJlLTc2MzMtYTg1MS1hMGE2OWU5ZjBkMmYifQ"}, "BAD_REQUEST"},
	} {
		t.Run(name, func(t *testing.T) { tc.c.do(usage, tc.v).fails(tc.code).lacks("Elm", "registeredHouseholds\":") })
	}
	for _, tc := range []struct{ from, to, field, accepted string }{
		{"2026-11-25", "2026-11-24", "period.from", "may not come after the last"},
		{"2026-11-01", "2026-11-25", "period.to", "today, 2026-11-24"},
		{"2025-11-23", "2026-11-24", "period.from", "at most 366 days"},
		{"yesterday", "2026-11-24", "period.from", "YYYY-MM-DD"},
		{"2026-11-01", "2026-11-31", "period.to", "YYYY-MM-DD"},
	} {
		own.do(usage, vars{"p": vars{"from": tc.from, "to": tc.to}}).fails("BAD_REQUEST", `"field":"`+tc.field+`"`, tc.accepted)
	}
}

// Days begin and end where the first location by name is, and households page
// by name, whatever their script.
func TestBilledHouseholdsPage(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Community, "Birch Park")
	names := []string{"=1+1", "🏡 Home", "Ünal", "שלום", "ann"}
	c := p.Contacts(len(names))
	for n, name := range names {
		w.household(p, name, c[n])
		w.joins(p, c[n])
	}
	own := w.as(p.Owner)
	own.do(usage).ok(`"to":"2026-11-24"`, `"current":5`)
	if _, err := w.App.CreateLocation(w.As(p.Owner), nil, "Auckland", "Pacific/Auckland"); err != nil {
		t.Fatal(err)
	}
	w.Clock.Advance(3 * time.Hour) // it is the 25th in Auckland, the 24th in Berlin
	own = w.as(w.signIn(p.Owner))
	own.do(usage).ok(`"to":"2026-11-25"`)
	seen := map[string]bool{}
	v := vars{"first": 2}
	for more := true; more; {
		page := own.do(usage, v).ok()
		for n := range 2 {
			if name := page.at(fmt.Sprintf("billingUsage.households.nodes.%d.name", n)); name != "" {
				seen[name] = true
			}
			if len(seen) == len(names) {
				break
			}
		}
		more = page.at("billingUsage.households.pageInfo.hasNextPage") == "true"
		v["after"] = page.at("billingUsage.households.pageInfo.endCursor")
	}
	for _, name := range names {
		if !seen[name] {
			t.Errorf("%q is on no page", name)
		}
	}
}

func TestBillingCostsAConstantNumberOfStatements(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	var cost []int
	for _, n := range []int{1, 12} {
		p := w.Place(invite.Community, fmt.Sprintf("Park %d", n))
		c := p.Contacts(n)
		for i := range c {
			w.household(p, fmt.Sprintf("Home %d", i), c[i])
			w.joins(p, c[i])
		}
		own := w.as(w.signIn(p.Owner))
		cost = append(cost, w.cost(own, usage, nil, fmt.Sprintf(`"current":%d`, n)))
	}
	if differs(cost[0], cost[1]) || cost[1] > 10 {
		t.Errorf("%v statements for one household and 12", cost)
	}
}
