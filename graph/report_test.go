package graph_test

import (
	"strconv"
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

const endOfStream = `{viewer{organization{eventCursor}}}`

func (c *client) eventCursor() string {
	c.w.T.Helper()
	return c.do(endOfStream).ok().at("viewer.organization.eventCursor")
}

// Whatever is committed behind the cursor is replayed, and nothing before it.
func TestEventCursor(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, open opener) {
		w := newWire(t)
		p := w.Place(invite.Gym, "Alpha Gym")
		own := w.as(p.Owner)
		first := own.eventCursor() // before the first event
		c := p.Contacts(3)
		p.Invite(c[0])
		w.place()
		placed := own.eventCursor()
		p.Invite(c[1]) // committed, and not placed
		waiting := own.eventCursor()
		p.Invite(c[2])
		w.place()
		for from, want := range map[string][]invite.Contact{first: c, placed: c[1:], own.eventCursor(): nil} {
			s := open(w, p.Owner, changes, vars{"after": from})
			for _, one := range want {
				s.moved(one, "", "QUEUED")
			}
			s.stop()
		}
		if placed != waiting {
			t.Errorf("the cursor %s stands behind an event that was not placed; it was %s", waiting, placed)
		}
	})
}

// In one document the cursor is read before any list, so that what is
// committed between the two is replayed.
func TestEventCursorComesBeforeTheList(t *testing.T) {
	t.Parallel()
	var w *wire
	w = newWire(t, func(d *app.Deps) {
		d.Wake = func() { // the event is placed as soon as it is committed
			if w != nil {
				w.place()
			}
		}
	})
	p := w.Place(invite.Gym, "Alpha Gym")
	c := p.Contacts(1)[0]
	before := w.as(p.Owner).eventCursor()
	a := w.as(p.Owner).do(`mutation($c:[ID!]){inviteContacts(input:{contacts:$c}){results{contact{organization{eventCursor}}}}}`, vars{"c": []any{c.ID}}).ok()
	if at := a.at("inviteContacts.results.0.contact.organization.eventCursor"); at != before {
		t.Errorf("the cursor is %s, %s before", at, before)
	}
	if now := w.as(p.Owner).eventCursor(); now == before {
		t.Error("the event was not placed")
	}
}

func TestEventCursorIsRefused(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p, other := w.Place(invite.Gym, "Alpha Gym"), w.Place(invite.Gym, "Beta Gym")
	const of = `query($o:ID!){organization(id:$o){eventCursor}}`
	w.as(w.client(p, "member@alpha.example")).do(of, vars{"o": p.Org.ID}).fails("FORBIDDEN")
	w.as(p.Owner).do(of, vars{"o": other.Org.ID}).fails("NOT_FOUND")
	w.as(p.Staff(invite.Trainer)).do(of, vars{"o": p.Org.ID}).ok()
	w.as(w.Support()).do(of, vars{"o": other.Org.ID}).ok()
}

const reported = `query($o:ID!,$d:Int!,$l:ID){organization(id:$o){report(days:$d,location:$l){
	days{date queued sent accepted declined expired revoked failed} funnel{created invited sent registered}}}}`

// A day in the life of an invitation of each kind, and what the report says of
// it; on another day of the location's calendar it is somewhere else.
func TestReport(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	p.Set(invite.PolicyPatch{PaceSeconds: ptr(0), Channels: ptr(invite.EmailOnly), SendWindow: &invite.WindowChoice{}})
	c := p.Contacts(7) // on the 24th
	sent := map[int][]app.Message{}
	for n := range 5 {
		p.Invite(c[n])
		if n < 4 {
			sent[n] = p.SendNext()
		}
	}
	p.Join(sent[0][0])                                                                           // accepted
	must(t, w.App.Decline(t.Context(), app.Visitor{}, app.Credential{Token: &sent[1][0].Token})) // declined
	must(t, w.App.RevokeInvitation(w.As(p.Owner), *p.Contact(c[2].ID).InvitationID, ""))         // revoked
	p.Record(p.Grant().Messages[0], app.Outcome{Failed: true, Reason: "no such mailbox"})        // the fifth failed
	batch := p.Invite(c[5]).Batch
	if _, err := w.App.CancelBatch(w.As(p.Owner), *batch); err != nil { // revoked
		t.Fatal(err)
	}
	w.Clock.Advance(14*time.Hour + 59*time.Minute) // 23:59 in Berlin
	w.resend(p, c[4])
	p.SendNext() // the first that left of its invitation
	w.Clock.Advance(time.Minute)
	w.resend(p, c[3])
	p.SendNext() // the second
	w.Clock.Advance(10*24*time.Hour - time.Minute)
	must(t, w.App.Expire(w.System("expiry"), []invite.ID{p.Invitation(c[3].ID).ID, p.Invitation(c[4].ID).ID}))
	w.place()
	a := w.as(p.Owner).do(reported, vars{"o": p.Org.ID, "d": 12}).ok()
	day := func(n int) string { return a.at("organization.report.days." + strconv.Itoa(n)) }
	for n, want := range map[int]string{
		0:  `{"accepted":0,"date":"2026-11-23","declined":0,"expired":0,"failed":0,"queued":0,"revoked":0,"sent":0}`,
		1:  `{"accepted":1,"date":"2026-11-24","declined":1,"expired":0,"failed":1,"queued":7,"revoked":2,"sent":5}`,
		2:  `{"accepted":0,"date":"2026-11-25","declined":0,"expired":0,"failed":0,"queued":1,"revoked":0,"sent":1}`,
		11: `{"accepted":0,"date":"2026-12-04","declined":0,"expired":1,"failed":0,"queued":0,"revoked":0,"sent":0}`,
	} {
		if got := day(n); got != want {
			t.Errorf("day %d: %s, want %s", n, got, want)
		}
	}
	if got, want := a.at("organization.report.funnel"), `{"created":7,"invited":6,"registered":1,"sent":5}`; got != want {
		t.Errorf("funnel %s, want %s", got, want)
	}
	w.as(p.Owner).do(reported, vars{"o": p.Org.ID, "d": 12, "l": p.Location.ID}).ok(`"queued":7`)
	second, err := w.App.CreateLocation(w.As(p.Owner), nil, "Second", "Pacific/Auckland")
	must(t, err)
	w.as(p.Owner).do(reported, vars{"o": p.Org.ID, "d": 12, "l": second.ID}).ok(`"date":"2026-12-05"`).lacks(`"queued":7`, `"created":7`)
}

// resend sends the contact's invitation once more.
func (w *wire) resend(p *apptest.Place, c invite.Contact) {
	w.T.Helper()
	must(w.T, w.App.ResendInvitation(w.As(p.Owner), app.ResendInput{Invitation: *p.Contact(c.ID).InvitationID}))
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestReportIsRefused(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p, other := w.Place(invite.Gym, "Alpha Gym"), w.Place(invite.Gym, "Beta Gym")
	ask := func(a auth.Actor, v vars) answer {
		all := vars{"o": p.Org.ID, "d": 30}
		for name, value := range v {
			all[name] = value
		}
		return w.as(a).do(reported, all)
	}
	for _, a := range []auth.Actor{p.Owner, p.Staff(invite.Leader), w.Support()} {
		ask(a, nil).ok(`"date"`)
		ask(a, vars{"d": 1}).ok()
		ask(a, vars{"d": 90}).ok()
		ask(a, vars{"d": 0}).fails("BAD_REQUEST", "days is 1 to 90", `"field":"days"`)
		ask(a, vars{"d": 91}).fails("BAD_REQUEST", "days is 1 to 90")
		ask(a, vars{"d": -1}).fails("BAD_REQUEST")
		ask(a, vars{"l": other.Location.ID}).fails("NOT_FOUND")
		ask(a, vars{"l": store.NewID()}).fails("NOT_FOUND")
		ask(a, vars{"l": p.Location.ID}).ok()
	}
	ask(p.Staff(invite.Trainer), nil).fails("FORBIDDEN", "leader")
	ask(w.client(p, "member@alpha.example"), nil).fails("FORBIDDEN")
	ask(other.Owner, nil).fails("NOT_FOUND")
	w.anyone().do(reported, vars{"o": p.Org.ID, "d": 30}).fails("UNAUTHENTICATED")
}

const problems = `query($o:ID!,$n:Int!){organization(id:$o){deliveryProblems(first:$n){at contact{id name} delivery{state reason channel}}}}`

// undelivered makes messages of new invitations fail for good, oldest first.
func (w *wire) undelivered(p *apptest.Place, list ...invite.Contact) {
	w.T.Helper()
	for _, c := range list {
		p.Invite(c)
		for _, m := range p.Grant().Messages {
			p.Record(m, app.Outcome{Failed: true, Reason: "no such mailbox"})
		}
		w.Clock.Advance(time.Minute)
	}
}

func TestDeliveryProblems(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Coach, "Alpha Coach")
	p.Set(invite.PolicyPatch{PaceSeconds: ptr(0), SendWindow: &invite.WindowChoice{}, Channels: ptr(invite.EmailOnly)})
	trainer := p.Staff(invite.Trainer)
	c := p.Contacts(8)
	must(t, w.App.UpdateContact(w.As(p.Owner), app.UpdateInput{ID: c[1].ID, Trainer: &trainer.Membership}))
	w.undelivered(p, c[:6]...)
	p.Invite(c[6]) // will be tried again
	p.Record(p.Grant().Messages[0], app.Outcome{Failed: true, Temporary: true, Reason: "mailbox full"})
	p.Send(c[7]) // has arrived
	must(t, w.App.RevokeInvitation(w.As(p.Owner), *p.Contact(c[2].ID).InvitationID, ""))
	w.Probe.Exec(`UPDATE contacts SET archived_at = now() WHERE id = $1`, c[3].ID)
	w.Clock.Advance(invite.ResendInterval)
	w.resend(p, c[4]) // and waits
	w.resend(p, c[5])
	p.SendNext() // the fifth's left
	w.Clock.Advance(invite.ResendInterval)
	p.Record(p.Grant().Messages[0], app.Outcome{Failed: true, Reason: "blocked"}) // the sixth's failed once more
	names := func(a answer) (list []string) {
		for n := 0; ; n++ {
			name := a.at("organization.deliveryProblems." + strconv.Itoa(n) + ".contact.name")
			if list = append(list, name); n+1 == strings.Count(a.body, `"at"`) {
				return list
			}
		}
	}
	all := w.as(p.Owner).do(problems, vars{"o": p.Org.ID, "n": 100}).ok(`"reason":"blocked"`, `"state":"DEFERRED"`, `"reason":"mailbox full"`)
	want := []string{"Person 005", "Person 006", "Person 001", "Person 000"}
	if diff := cmp.Diff(want, names(all)); diff != "" {
		t.Error(diff)
	}
	if at, want := all.at("organization.deliveryProblems.2.at"), apptest.Start.Add(time.Minute).Format(time.RFC3339); at != want {
		t.Errorf("it failed at %s, want %s", at, want)
	}
	if diff := cmp.Diff(want[:2], names(w.as(w.Support()).do(problems, vars{"o": p.Org.ID, "n": 2}).ok())); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want[2:3], names(w.as(trainer).do(problems, vars{"o": p.Org.ID, "n": 100}).ok())); diff != "" {
		t.Error(diff)
	}
	for n, ok := range map[int]bool{0: false, 1: true, 100: true, 101: false} {
		if a := w.as(p.Owner).do(problems, vars{"o": p.Org.ID, "n": n}); ok {
			a.ok()
		} else {
			a.fails("BAD_REQUEST", "first is 1 to 100")
		}
	}
	other := w.Place(invite.Gym, "Beta Gym")
	w.as(other.Owner).do(problems, vars{"o": p.Org.ID, "n": 1}).fails("NOT_FOUND")
	w.as(w.client(other, "member@beta.example")).do(problems, vars{"o": other.Org.ID, "n": 1}).fails("FORBIDDEN")
	w.anyone().do(problems, vars{"o": p.Org.ID, "n": 1}).fails("UNAUTHENTICATED")
}

// The overview costs the same whatever there is, and for one organization of a
// list as for all.
func TestOverviewCostsAConstantNumberOfStatements(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	support := w.Support()
	cost := map[string][]int{}
	for _, n := range []int{1, 12} {
		p := w.Place(invite.Gym, "Gym of "+strconv.Itoa(n))
		p.Set(invite.PolicyPatch{PaceSeconds: ptr(0), SendWindow: &invite.WindowChoice{}})
		w.undelivered(p, p.Create(people(n)...)...)
		w.place()
		cost["overview"] = append(cost["overview"], w.cost(w.as(p.Owner), `{viewer{organization{eventCursor report{days{queued} funnel{created}}
			week:report(days:7){days{queued}} deliveryProblems{at contact{name status location{name}} delivery{state address attempts}}}}}`, nil, `"at"`))
		const list = `{organizations(search:"gym of",first:20){nodes{report(days:7){days{queued}} deliveryProblems(first:5){at contact{name} delivery{state}}}}}`
		cost["list"] = append(cost["list"], w.cost(w.as(support), list, nil, `"at"`))
		for i := range n - 1 {
			w.Place(invite.Gym, "Gym of none "+strconv.Itoa(i))
		}
	}
	cost["list"] = append(cost["list"], w.cost(w.as(support), `{organizations(search:"gym of",first:20){nodes{report(days:7){days{queued}}
		deliveryProblems(first:5){at contact{name} delivery{state}}}}}`, nil, `"at"`))
	for what, n := range cost {
		t.Logf("%s: %v statements", what, n)
		if differs(n[0], n[len(n)-1]) || n[0] > 10 {
			t.Errorf("%s: %v statements", what, n)
		}
	}
}
