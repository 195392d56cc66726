package app_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
)

// lane is a household at 12 Birch Lane: its head has joined, another member
// too, and a third is on file.
type lane struct {
	*apptest.Place
	head, member auth.Actor
	onFile       invite.Contact
	id           invite.ID
}

func newLane(t *testing.T, preset invite.Preset, change ...func(*app.Deps)) lane {
	t.Helper()
	w := apptest.New(t, change...)
	l := lane{Place: w.Place(preset, "Birchwood")}
	l.Set(invite.PolicyPatch{PaceSeconds: new(0)})
	l.head, l.member = l.joined("Ana Park", "ana@home.example"), l.joined("Ben Park", "ben@home.example")
	l.onFile = l.Create(app.NewContact{Name: "Cy Park", Email: "cy@home.example", Phone: "+12025550177"})[0]
	w.Probe.Exec(`UPDATE contacts SET household_id = NULL`) // whoever registers may have one already
	w.Probe.Exec(`DELETE FROM households`)
	l.id = must(w.App.CreateHousehold(w.As(l.Owner), app.NewHousehold{
		Address: new("12 Birch Lane"), Members: []invite.ID{l.head.Contact, l.member.Contact, l.onFile.ID}, Head: &l.head.Contact,
	}))(t)
	return l
}

// joined puts somebody on file, invites them, and has them join.
func (l lane) joined(name, email string) auth.Actor {
	l.World.T.Helper()
	m := l.Send(l.Create(app.NewContact{Name: name, Email: email})[0])[0]
	joined, err := l.World.App.Register(l.World.T.Context(), app.Visitor{}, app.RegisterInput{
		Credential: app.Credential{Token: &m.Token}, Name: name, Password: apptest.Password,
	})
	if err != nil {
		l.World.T.Fatal(err)
	}
	return joined.Actor
}

func (l lane) as(a auth.Actor) context.Context { return l.World.As(a) }

func (l lane) add(in app.MemberInput) error {
	_, err := l.World.App.AddHouseholdMember(l.as(l.head), in)
	return err
}

func (l lane) update(in app.MemberChange) error {
	_, err := l.World.App.UpdateHouseholdMember(l.as(l.head), in)
	return err
}

func (l lane) resend(id invite.ID) error {
	_, err := l.World.App.ResendHouseholdMember(l.as(l.head), id)
	return err
}

func (l lane) remove(id invite.ID) error {
	_, err := l.World.App.RemoveHouseholdMember(l.as(l.head), id)
	return err
}

func (l lane) handOn(id invite.ID) error {
	_, err := l.World.App.HandOnHousehold(l.as(l.head), id)
	return err
}

// sees returns the household as its head sees it.
func (l lane) sees() app.OwnHousehold {
	l.World.T.Helper()
	own, err := l.World.App.OwnHousehold(l.as(l.head))
	if err != nil {
		l.World.T.Fatal(err)
	}
	return own
}

// find returns the member with the name, as the head sees it.
func (l lane) find(name string) app.OwnMember {
	l.World.T.Helper()
	for _, m := range l.sees().Members {
		if m.Name == name {
			return m
		}
	}
	l.World.T.Fatalf("no member is called %s", name)
	return app.OwnMember{}
}

// names returns the members' names and states in order.
func (l lane) names() []string {
	l.World.T.Helper()
	var list []string
	for _, m := range l.sees().Members {
		list = append(list, m.Name+" "+string(m.State))
	}
	return list
}

func (l lane) byToken(t *testing.T, token string) (invite.Addition, error) {
	t.Helper()
	return l.World.DB.AdditionByToken(t.Context(), l.World.App.Keys.Lookups(auth.ForLinkToken, token))
}

// A head adds somebody by email, by text, and a child who is only listed.
func TestHeadAddsMembers(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Gym)
	want := []string{"Ana Park REGISTERED", "Ben Park REGISTERED", "Cy Park ON_FILE"}
	if diff := cmp.Diff(want, l.names()); diff != "" {
		t.Fatal(diff)
	}
	for _, in := range []app.MemberInput{
		{Name: "  Dee   Park ", Email: new(" Dee@Home.Example ")},
		{Name: "Eli Park 👶", Phone: new("(202) 555-0143"), Email: new("")},
		{Name: "Fay Park"},
	} {
		if err := l.add(in); err != nil {
			t.Fatalf("%s: %v", in.Name, err)
		}
	}
	want = append(want, "Dee Park ADDED", "Eli Park 👶 ADDED", "Fay Park LISTED")
	if diff := cmp.Diff(want, l.names()); diff != "" {
		t.Error(diff)
	}
	ends := apptest.Start.Add(7 * 24 * time.Hour)
	wantDee := app.OwnMember{Name: "Dee Park", Email: "dee@home.example", State: invite.MemberAdded, ExpiresAt: &ends}
	if diff := cmp.Diff(wantDee, l.find("Dee Park"), cmpopts.IgnoreFields(app.OwnMember{}, "ID")); diff != "" {
		t.Error(diff)
	}
	mails := l.World.Mail.Additions()
	if len(mails) != 2 {
		t.Fatalf("%d messages", len(mails))
	}
	wantMail := app.AdditionMessage{
		Channel: invite.SMS, To: "+12025550143", Name: "Eli Park 👶", Head: "Ana Park", Household: "12 Birch Lane",
		Organization: l.sees().Organization, Token: mails[1].Token, Lifetime: 7 * 24 * time.Hour,
	}
	if diff := cmp.Diff(wantMail, mails[1]); diff != "" {
		t.Error(diff)
	}
	if mails[0].Token == mails[1].Token || !invite.IsLinkToken(mails[0].Token) {
		t.Errorf("tokens %q, %q", mails[0].Token, mails[1].Token)
	}
	dee := must(l.byToken(t, mails[0].Token))(t)
	if dee.Name != "Dee Park" || dee.HouseholdID != l.id || dee.AddedBy != l.head.Contact || dee.SentAt == nil || dee.Problem != "" {
		t.Errorf("%+v", dee)
	}
	fay := l.Contact(l.find("Fay Park").ID)
	if fay.ClientType != invite.Offline || fay.Stage != invite.Member || fay.Address != "12 Birch Lane" || fay.LocationID != l.Location.ID || fay.HouseholdID == nil {
		t.Errorf("%+v", fay)
	}
	if n := l.World.Probe.Int(`SELECT count(*) FROM events WHERE kind = 'HOUSEHOLD_CHANGED' AND household_id = $1 AND actor_name = 'Ana Park' AND reason LIKE '% was added'`, l.id); n != 3 {
		t.Errorf("%d facts of additions", n)
	}
	if n := l.World.Probe.Int(`SELECT count(*) FROM events WHERE kind = 'CONTACT_CREATED' AND contact_id = $1`, fay.ID); n != 1 {
		t.Errorf("%d facts of the listed contact", n)
	}
	if n := l.World.Probe.Int(`SELECT count(*) FROM contacts WHERE name LIKE '% Park%'`); n != 4 {
		t.Errorf("%d contacts: somebody who has not confirmed is none", n)
	}
}

func TestWhatHeadsCannotAdd(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Gym)
	if err := l.add(app.MemberInput{Name: "Dee", Email: new("dee@home.example")}); err != nil {
		t.Fatal(err)
	}
	if err := l.add(app.MemberInput{Name: "Eli", Phone: new("+12025550143")}); err != nil {
		t.Fatal(err)
	}
	mails := len(l.World.Mail.Additions())
	for what, tc := range map[string]struct {
		in    app.MemberInput
		code  invite.Code
		field string
	}{
		"no name":              {app.MemberInput{Name: " ", Email: new("x@home.example")}, invite.Required, "input.name"},
		"a long name":          {app.MemberInput{Name: strings.Repeat("é", 101)}, invite.TooLong, "input.name"},
		"a name of two lines":  {app.MemberInput{Name: "Dee\nBcc: all@home.example"}, invite.ControlCharacters, "input.name"},
		"a link for a name":    {app.MemberInput{Name: "Win at evil.com", Email: new("x@home.example")}, invite.ForeignLink, "input.name"},
		"an address as a name": {app.MemberInput{Name: "me@evil.com"}, invite.ForeignLink, "input.name"},
		"a bad email":          {app.MemberInput{Name: "X", Email: new("x@")}, invite.Invalid, "input.email"},
		"a bad phone":          {app.MemberInput{Name: "X", Phone: new("123")}, invite.Invalid, "input.phone"},
		"both":                 {app.MemberInput{Name: "X", Email: new("x@home.example"), Phone: new("+12025550144")}, invite.Invalid, "input.phone"},
		"one added already":    {app.MemberInput{Name: "X", Email: new("DEE@home.example")}, invite.Conflict, "input.email"},
		"a number added":       {app.MemberInput{Name: "X", Phone: new("202-555-0143")}, invite.Conflict, "input.phone"},
		"the head's own":       {app.MemberInput{Name: "X", Email: new("ana@home.example")}, invite.Conflict, "input.email"},
		"one on file here":     {app.MemberInput{Name: "X", Phone: new("+12025550177")}, invite.Conflict, "input.phone"},
	} {
		l.World.Unchanged(what, func() { refused(t, what, l.add(tc.in), tc.code, tc.field) })
	}
	err := l.add(app.MemberInput{Name: "", Email: new("x@")})
	if list, _ := invite.Refusals(err); len(list) != 2 {
		t.Errorf("not both at once: %v", err)
	}
	if n := len(l.World.Mail.Additions()); n != mails {
		t.Errorf("%d messages left", n-mails)
	}
}

// All five are the head's alone.
func TestOnlyTheHeadChangesAHousehold(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Gym)
	if err := l.add(app.MemberInput{Name: "Dee", Email: new("dee@home.example")}); err != nil {
		t.Fatal(err)
	}
	dee := l.find("Dee").ID
	single := l.joined("Solo", "solo@home.example")
	l.World.Probe.Exec(`UPDATE contacts SET household_id = NULL WHERE id = $1`, single.Contact)
	other := newNeighbour(t, l)
	for who, tc := range map[string]struct {
		actor auth.Actor
		code  invite.Code
	}{
		"nobody": {auth.Actor{Kind: auth.KindAnonymous}, invite.Unauthenticated}, "an owner": {l.Owner, invite.Forbidden},
		"a trainer": {l.Staff(invite.Trainer), invite.Forbidden}, "support": {l.World.Support(), invite.Forbidden},
		"a member": {l.member, invite.NotAllowed}, "a client of no household": {single, invite.NotAllowed},
		"the head of another": {other, invite.NotFound},
	} {
		ctx, a := l.as(tc.actor), l.World.App
		for what, do := range map[string]func() error{
			"updates": func() error {
				_, err := a.UpdateHouseholdMember(ctx, app.MemberChange{ID: dee, Name: new("X")})
				return err
			},
			"resends":  func() error { _, err := a.ResendHouseholdMember(ctx, dee); return err },
			"removes":  func() error { _, err := a.RemoveHouseholdMember(ctx, dee); return err },
			"hands on": func() error { _, err := a.HandOnHousehold(ctx, l.member.Contact); return err },
			"adds":     func() error { _, err := a.AddHouseholdMember(ctx, app.MemberInput{Name: "X"}); return err },
		} {
			if what == "adds" && tc.code == invite.NotFound { // to the own one
				continue
			}
			l.World.Unchanged(who+" "+what, func() {
				if err := do(); invite.CodeOf(err) != tc.code {
					t.Errorf("%s %s: %v, want %s", who, what, err, tc.code)
				}
			})
		}
	}
}

// newNeighbour returns the head of another household of the place.
func newNeighbour(t *testing.T, l lane) auth.Actor {
	t.Helper()
	other := l.joined("Nia Neighbour", "nia@next.example")
	l.World.Probe.Exec(`UPDATE contacts SET household_id = NULL WHERE id = $1`, other.Contact)
	must(l.World.App.CreateHousehold(l.as(l.Owner), app.NewHousehold{Name: new("Next door"), Members: []invite.ID{other.Contact}, Head: &other.Contact}))(t)
	return other
}

// Nothing tells whether the address that a head gives is known: not the
// answer, not the message, not the work.
func TestAddingAnswersAlike(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Gym)
	newNeighbour(t, l)
	l.Create(app.NewContact{Name: "On File", Email: "file@home.example"})
	elsewhere := l.World.Place(invite.Gym, "Elsewhere")
	elsewhere.Join(elsewhere.Send(elsewhere.Create(app.NewContact{Email: "account@home.example"})[0])[0])
	archived := l.Create(app.NewContact{Email: "archived@home.example"})[0]
	l.World.Probe.Exec(`UPDATE contacts SET archived_at = now() WHERE id = $1`, archived.ID)

	type answer struct {
		View       []app.OwnMember
		Message    app.AdditionMessage
		Statements int
	}
	ask := func(email string) (a answer) {
		before := l.World.Statements()
		if err := l.add(app.MemberInput{Name: "Dee", Email: &email}); err != nil {
			t.Fatalf("%s: %v", email, err)
		}
		a.Statements = l.World.Statements() - before
		a.View = l.sees().Members
		a.Message = l.World.Mail.Additions()[len(l.World.Mail.Additions())-1]
		if err := l.remove(l.find("Dee").ID); err != nil {
			t.Fatal(err)
		}
		return a
	}
	ask("warm@home.example") // what is said is prepared from here on
	want := ask("unknown@home.example")
	for what, email := range map[string]string{
		"on file": "file@home.example", "with an account elsewhere": "account@home.example", "archived": "archived@home.example",
		"of another household": "nia@next.example", "of this household": "ben@home.example", "of the staff": "owner@birchwood.example",
	} {
		got := ask(email)
		same := cmp.Transformer("address", func(s string) string { return strings.ReplaceAll(s, email, "unknown@home.example") })
		ignore := cmp.Options{cmpopts.IgnoreFields(app.OwnMember{}, "ID"), cmpopts.IgnoreFields(app.AdditionMessage{}, "Token"), cmp.FilterValues(func(a, b string) bool { return strings.Contains(a+b, email) }, same)}
		if diff := cmp.Diff(want, got, ignore); diff != "" {
			t.Errorf("%s: the answer tells:\n%s", what, diff)
		}
	}
}

// Of fifty at once as many come in as there is room.
func TestHouseholdIsFull(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Gym)
	l.Set(invite.PolicyPatch{MaxHouseholdMembers: new(8)})
	got := codes(atOnce(50, func(i int) error {
		in := app.MemberInput{Name: fmt.Sprintf("Member %d", i)}
		if i%2 == 0 {
			in.Email = new(fmt.Sprintf("m%d@home.example", i))
		}
		return l.add(in)
	}))
	if diff := cmp.Diff(map[invite.Code]int{"": 5, invite.HouseholdFull: 45}, got); diff != "" {
		t.Error(diff)
	}
	own := l.sees()
	if len(own.Members) != 8 || own.Limit != 8 {
		t.Errorf("%d members, at most %d", len(own.Members), own.Limit)
	}
	err := l.add(app.MemberInput{Name: "One more"})
	refused(t, "one more", err, invite.HouseholdFull, "")
	if !strings.Contains(err.Error(), "8 members") || !strings.Contains(err.Error(), "desk@birchwood.example") {
		t.Errorf("%v", err)
	}
	last := own.Members[len(own.Members)-1]
	if err := l.remove(last.ID); err != nil {
		t.Fatal(err)
	}
	if err := l.add(app.MemberInput{Name: "One more"}); err != nil {
		t.Error(err)
	}
}

// One address at once stands in the household once.
func TestOneAddressAtOnce(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Gym)
	got := codes(atOnce(10, func(int) error { return l.add(app.MemberInput{Name: "Dee", Email: new("dee@home.example")}) }))
	if diff := cmp.Diff(map[invite.Code]int{"": 1, invite.Conflict: 9}, got); diff != "" {
		t.Error(diff)
	}
	if n := len(l.World.Mail.Additions()); n != 1 {
		t.Errorf("%d messages", n)
	}
}

// budget is a limiter that counts as Redis does, within one period.
type budget struct {
	counter
	left map[string]int
}

func (b *budget) Allow(_ context.Context, key string, l app.Limit) (bool, time.Duration, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if _, ok := b.left[key]; !ok {
		b.left[key] = l.Rate
	}
	b.left[key]--
	return b.left[key] >= 0, time.Minute, nil
}

// A head who adds a thousand writes to twenty strangers an hour, whatever they
// take out in between, and fills the household once.
func TestHeadWhoAddsAThousand(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Gym, func(d *app.Deps) { d.Limiter = &budget{left: map[string]int{}} })
	got := map[invite.Code]int{}
	for i := range 1000 {
		err := l.add(app.MemberInput{Name: fmt.Sprintf("Member %d", i), Email: new(fmt.Sprintf("m%d@home.example", i))})
		got[invite.CodeOf(err)]++
		if invite.CodeOf(err) == invite.HouseholdFull && i < 100 {
			for _, m := range l.sees().Members {
				if m.State == invite.MemberAdded {
					if err := l.remove(m.ID); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
	if got[""] != 20 || got[invite.RateLimited]+got[invite.HouseholdFull] != 980 || got[invite.RateLimited] == 0 {
		t.Errorf("%v", got)
	}
	if n := len(l.World.Mail.Additions()); n != 20 {
		t.Errorf("%d messages", n)
	}
	if n := len(l.sees().Members); n > 10 {
		t.Errorf("%d members", n)
	}
	if err := l.add(app.MemberInput{Name: "A child"}); invite.CodeOf(err) == invite.RateLimited {
		t.Error("who is only listed gets no message, and counts as one")
	}
	added := l.sees().Members[slices.IndexFunc(l.sees().Members, func(m app.OwnMember) bool { return m.State == invite.MemberAdded })]
	l.World.Clock.Advance(time.Hour)
	for what, do := range map[string]func() error{
		"resending":     func() error { return l.resend(added.ID) },
		"a new address": func() error { return l.update(app.MemberChange{ID: added.ID, Email: new("new@home.example")}) },
	} {
		l.World.Unchanged(what, func() {
			if err := do(); invite.CodeOf(err) != invite.RateLimited {
				t.Errorf("%s: %v", what, err)
			}
		})
	}
	if err := l.update(app.MemberChange{ID: added.ID, Name: new("Only a name")}); err != nil {
		t.Errorf("a correction without a message: %v", err)
	}
}
