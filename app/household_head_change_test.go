package app_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/invite"
)

// A message that does not leave is shown, and can be sent again at once; one
// that left, after a pause. Each new message ends the link of the one before.
func TestResendingToAMember(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Gym)
	mail := l.World.Mail
	mail.Break(app.Unsent("The mail server refused the recipient. (550 5.1.1)"))
	if err := l.add(app.MemberInput{Name: "Dee", Email: new("dee@home.example")}); err != nil {
		t.Fatalf("a message that does not leave failed the call: %v", err)
	}
	dee := l.find("Dee")
	if dee.State != invite.MemberAdded || dee.Problem != "The mail server refused the recipient. (550 5.1.1)" {
		t.Errorf("%+v", dee)
	}
	if n := l.World.Probe.Int(`SELECT count(*) FROM events WHERE household_id = $1 AND reason = 'The message to Dee did not leave'`, l.id); n != 1 {
		t.Errorf("%d facts of it", n)
	}
	mail.Break(errors.New("template: secret detail"))
	if err := l.resend(dee.ID); err != nil {
		t.Fatal(err)
	}
	if p := l.find("Dee").Problem; p == "" || strings.Contains(p, "secret") {
		t.Errorf("a fault of ours shows as %q", p)
	}
	mail.Break(nil)
	l.World.Clock.Advance(time.Second)
	if err := l.resend(dee.ID); err != nil {
		t.Fatalf("after a message that did not leave: %v", err)
	}
	if p := l.find("Dee").Problem; p != "" {
		t.Errorf("the problem stays: %s", p)
	}
	l.World.Clock.Advance(invite.AdditionPause - time.Second)
	l.World.Unchanged("too soon", func() { refused(t, "too soon", l.resend(dee.ID), invite.TooSoon, "input.id") })
	l.World.Clock.Advance(time.Second)
	got := codes(atOnce(5, func(int) error { return l.resend(dee.ID) }))
	if diff := cmp.Diff(map[invite.Code]int{"": 1, invite.TooSoon: 4}, got); diff != "" {
		t.Error(diff)
	}
	mails := mail.Additions()
	for n, m := range mails {
		_, err := l.byToken(t, m.Token)
		if last := n == len(mails)-1; last != (err == nil) {
			t.Errorf("the link of message %d of %d: %v", n+1, len(mails), err)
		}
	}
}

// An addition lapses after 7 days; its link says so, and another message opens
// it again.
func TestAdditionsLapse(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Gym)
	if err := l.add(app.MemberInput{Name: "Dee", Phone: new("+12025550143")}); err != nil {
		t.Fatal(err)
	}
	l.World.Clock.Advance(invite.AdditionLife - time.Second)
	if s := l.find("Dee").State; s != invite.MemberAdded {
		t.Errorf("a second before: %s", s)
	}
	l.World.Clock.Advance(time.Second)
	dee := l.find("Dee")
	if dee.State != invite.MemberLapsed || dee.ExpiresAt != nil || dee.Phone != "+12025550143" {
		t.Errorf("%+v", dee)
	}
	if _, err := l.byToken(t, l.World.Mail.Additions()[0].Token); err != nil {
		t.Errorf("the lapsed link is not found: %v", err)
	}
	if err := l.resend(dee.ID); err != nil {
		t.Fatal(err)
	}
	if dee = l.find("Dee"); dee.State != invite.MemberAdded || !dee.ExpiresAt.Equal(l.World.Clock.Now().Add(invite.AdditionLife)) {
		t.Errorf("%+v", dee)
	}
}

func TestHeadCorrectsMembers(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Gym)
	for _, in := range []app.MemberInput{{Name: "Dee", Email: new("dee@home.example")}, {Name: "Eli", Email: new("eli@home.example")}, {Name: "Fay"}} {
		if err := l.add(in); err != nil {
			t.Fatal(err)
		}
	}
	dee, fay, mail := l.find("Dee"), l.find("Fay"), l.World.Mail
	first := mail.Additions()[0].Token

	for _, in := range []app.MemberChange{{Name: new(" Dora ")}, {Email: new("DEE@home.example")}, {}} { // nothing to ask anew
		in.ID = dee.ID
		if err := l.update(in); err != nil {
			t.Fatal(err)
		}
	}
	if got := l.find("Dora"); got.ID != dee.ID || got.Email != "dee@home.example" || len(mail.Additions()) != 2 {
		t.Errorf("%+v, %d messages", got, len(mail.Additions()))
	}
	if _, err := l.byToken(t, first); err != nil {
		t.Errorf("the link died with the name: %v", err)
	}

	if err := l.update(app.MemberChange{ID: dee.ID, Phone: new("+12025550143")}); err != nil {
		t.Fatal(err)
	}
	moved := l.find("Dora")
	if moved.Phone != "+12025550143" || moved.Email != "" || len(mail.Additions()) != 3 || mail.Additions()[2].To != "+12025550143" {
		t.Errorf("%+v, %+v", moved, mail.Additions())
	}
	if _, err := l.byToken(t, first); invite.CodeOf(err) != invite.NotFound {
		t.Errorf("the link to the earlier address: %v", err)
	}
	if _, err := l.byToken(t, mail.Additions()[2].Token); err != nil {
		t.Errorf("the new link: %v", err)
	}

	if err := l.update(app.MemberChange{ID: fay.ID, Name: new("Faye")}); err != nil {
		t.Fatal(err)
	}
	if c := l.Contact(fay.ID); c.Name != "Faye" || l.find("Faye").State != invite.MemberListed {
		t.Errorf("%+v", c)
	}
	l.Set(invite.PolicyPatch{MaxHouseholdMembers: new(6)}) // it is full, and nobody is added
	if err := l.update(app.MemberChange{ID: fay.ID, Email: new("faye@home.example")}); err != nil {
		t.Fatal(err)
	}
	if c := l.Contact(fay.ID); c.ArchivedAt == nil || c.HouseholdID != nil {
		t.Errorf("%+v", c)
	}
	if got := l.find("Faye"); got.State != invite.MemberAdded || got.Email != "faye@home.example" || len(mail.Additions()) != 4 {
		t.Errorf("%+v", got)
	}
}

func TestWhatHeadsCannotCorrect(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Gym)
	other := newNeighbour(t, l)
	invited := l.Create(app.NewContact{Name: "Gil Park", Email: "gil@home.example"})[0]
	must(l.World.App.InviteContacts(l.as(l.Owner), app.InviteInput{Contacts: ids(invited)}))(t)
	l.World.Probe.Exec(`UPDATE contacts SET household_id = $1 WHERE id = $2`, l.id, invited.ID)
	for _, in := range []app.MemberInput{{Name: "Dee", Email: new("dee@home.example")}, {Name: "Eli", Email: new("eli@home.example")}, {Name: "Fay"}} {
		if err := l.add(in); err != nil {
			t.Fatal(err)
		}
	}
	dee, fay := l.find("Dee").ID, l.find("Fay").ID
	mails := len(l.World.Mail.Additions())
	for what, tc := range map[string]struct {
		in    app.MemberChange
		code  invite.Code
		field string
	}{
		"the head":               {app.MemberChange{ID: l.head.Contact, Name: new("X")}, invite.NotAllowed, "input.id"},
		"who has joined":         {app.MemberChange{ID: l.member.Contact, Email: new("x@home.example")}, invite.NotAllowed, "input.id"},
		"who is on file":         {app.MemberChange{ID: l.onFile.ID, Name: new("X")}, invite.NotAllowed, "input.id"},
		"who is invited":         {app.MemberChange{ID: invited.ID, Name: new("X")}, invite.NotAllowed, "input.id"},
		"no name":                {app.MemberChange{ID: dee, Name: new("")}, invite.Required, "input.name"},
		"a link for a name":      {app.MemberChange{ID: fay, Name: new("www.evil.com")}, invite.ForeignLink, "input.name"},
		"a bad email":            {app.MemberChange{ID: dee, Email: new("dee@")}, invite.Invalid, "input.email"},
		"both addresses":         {app.MemberChange{ID: dee, Email: new("x@home.example"), Phone: new("+12025550144")}, invite.Invalid, "input.phone"},
		"another's address":      {app.MemberChange{ID: dee, Email: new("eli@home.example")}, invite.Conflict, "input.email"},
		"another's, for a child": {app.MemberChange{ID: fay, Email: new("ana@home.example")}, invite.Conflict, "input.email"},
	} {
		l.World.Unchanged(what, func() { refused(t, what, l.update(tc.in), tc.code, tc.field) })
	}
	for _, id := range []invite.ID{other.Contact, "00000000-0000-0000-0000-000000000000", "no id"} {
		for what, do := range map[string]func() error{
			"update": func() error { return l.update(app.MemberChange{ID: id}) }, "resend": func() error { return l.resend(id) },
			"remove": func() error { return l.remove(id) }, "hand on": func() error { return l.handOn(id) },
		} {
			l.World.Unchanged(what, func() {
				if err := do(); invite.CodeOf(err) != invite.NotFound {
					t.Errorf("%s %s: %v", what, id, err)
				}
			})
		}
	}
	for what, id := range map[string]invite.ID{"the head": l.head.Contact, "who has joined": l.member.Contact, "a child": fay, "who is invited": invited.ID} {
		l.World.Unchanged(what, func() { refused(t, "resend to "+what, l.resend(id), invite.NotAllowed, "input.id") })
	}
	if n := len(l.World.Mail.Additions()); n != mails {
		t.Errorf("%d messages left", n-mails)
	}
	if err := l.update(app.MemberChange{ID: l.onFile.ID}); !strings.Contains(err.Error(), "desk@birchwood.example") {
		t.Errorf("does not say whom to ask: %v", err)
	}
}

func TestHeadTakesMembersOut(t *testing.T) {
	t.Parallel()
	for _, preset := range []invite.Preset{invite.Gym, invite.Community} {
		l := newLane(t, preset)
		for _, in := range []app.MemberInput{{Name: "Dee", Email: new("dee@home.example")}, {Name: "Fay"}} {
			if err := l.add(in); err != nil {
				t.Fatal(err)
			}
		}
		dee, fay := l.find("Dee").ID, l.find("Fay").ID
		l.World.Unchanged("the head", func() { refused(t, "the head", l.remove(l.head.Contact), invite.HeadRequired, "input.id") })
		for _, id := range []invite.ID{dee, fay, l.onFile.ID, l.member.Contact} {
			if err := l.remove(id); err != nil {
				t.Fatal(err)
			}
			l.World.Unchanged("again", func() {
				if err := l.remove(id); invite.CodeOf(err) != invite.NotFound {
					t.Errorf("twice: %v", err)
				}
			})
		}
		if _, err := l.byToken(t, l.World.Mail.Additions()[0].Token); invite.CodeOf(err) != invite.NotFound {
			t.Errorf("the link works on: %v", err)
		}
		if c := l.Contact(fay); c.ArchivedAt == nil {
			t.Errorf("a child who was taken out: %+v", c)
		}
		if c := l.Contact(l.onFile.ID); c.ArchivedAt != nil || c.HouseholdID != nil {
			t.Errorf("who is on file: %+v", c)
		}
		left := l.Contact(l.member.Contact)
		if left.AccountID == nil || left.ArchivedAt != nil || (left.HouseholdID != nil) != (preset == invite.Community) {
			t.Errorf("%s: who has joined: %+v", preset, left)
		}
		if preset == invite.Community {
			own := must(l.World.App.OwnHousehold(l.as(l.member)))(t)
			if own.Household.ID == l.id || !own.IsHead || len(own.Members) != 1 {
				t.Errorf("a household of their own: %+v", own)
			}
			l.World.Unchanged("the last one", func() { refused(t, "the last one", l.remove(l.head.Contact), invite.NotAllowed, "input.id") })
			continue
		}
		if err := l.remove(l.head.Contact); err != nil {
			t.Fatalf("the last one: %v", err)
		}
		if n := l.World.Probe.Int(`SELECT count(*) FROM households WHERE id = $1`, l.id); n != 0 {
			t.Error("an empty household stays")
		}
		if c := l.Contact(l.head.Contact); c.AccountID == nil || c.HouseholdID != nil {
			t.Errorf("%+v", c)
		}
		if _, err := l.World.App.OwnHousehold(l.as(l.head)); invite.CodeOf(err) != invite.NotAllowed {
			t.Errorf("%v", err)
		}
	}
}

// The head and who is to follow leave at once: somebody stays head of whoever
// is left.
func TestHandingOn(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Gym)
	for _, in := range []app.MemberInput{{Name: "Dee", Email: new("dee@home.example")}, {Name: "Fay"}} {
		if err := l.add(in); err != nil {
			t.Fatal(err)
		}
	}
	kept := l.joined("Hal Park", "hal@home.example")
	l.World.Probe.Exec(`UPDATE contacts SET household_id = $1, client_type = 'OFFLINE' WHERE id = $2`, l.id, kept.Contact)
	for what, id := range map[string]invite.ID{"who has not confirmed": l.find("Dee").ID, "a child": l.find("Fay").ID, "who is on file": l.onFile.ID, "who is offline": kept.Contact} {
		l.World.Unchanged(what, func() { refused(t, what, l.handOn(id), invite.NotAllowed, "input.id") })
	}
	if err := l.handOn(l.head.Contact); err != nil {
		t.Errorf("to the head: %v", err)
	}
	got := codes(atOnce(2, func(i int) error {
		if i == 0 {
			return l.remove(l.member.Contact)
		}
		return l.handOn(l.member.Contact)
	}))
	var head *invite.ID
	h, err := l.World.DB.Household(t.Context(), app.ScopeOf(l.Owner), l.id)
	if head = h.HeadID; err != nil || head == nil || got[""] != 1 {
		t.Fatalf("%v, %v, %v", got, h, err)
	}
	if c := l.Contact(*head); c.HouseholdID == nil || *c.HouseholdID != l.id {
		t.Errorf("the head does not belong to the household: %+v", c)
	}
}

func TestHandedOn(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Gym)
	if err := l.add(app.MemberInput{Name: "Dee", Email: new("dee@home.example")}); err != nil {
		t.Fatal(err)
	}
	dee := l.find("Dee").ID
	if err := l.handOn(l.member.Contact); err != nil {
		t.Fatal(err)
	}
	if err := l.handOn(l.member.Contact); invite.CodeOf(err) != invite.NotAllowed {
		t.Errorf("by who is no longer head: %v", err)
	}
	before := l.sees()
	if before.IsHead || before.Members[0].Name != "Ben Park" || !before.Members[0].IsHead {
		t.Errorf("%+v", before)
	}
	for _, m := range before.Members {
		if m.Email+m.Phone+m.Problem != "" {
			t.Errorf("a member sees %+v", m)
		}
	}
	l.head = l.member
	l.World.Clock.Advance(time.Hour)
	if err := l.resend(dee); err != nil {
		t.Fatal(err)
	}
	m := l.World.Mail.Additions()[1]
	if a := must(l.byToken(t, m.Token))(t); m.Head != "Ben Park" || a.AddedBy != l.member.Contact {
		t.Errorf("%+v, %+v", m, a)
	}
	if err := l.remove(before.Members[1].ID); err != nil {
		t.Errorf("the former head is taken out: %v", err)
	}
}

// No table, log or answer holds the token of a link.
func TestNoTokenOfAHouseholdIsKept(t *testing.T) {
	t.Parallel()
	l := newLane(t, invite.Gym)
	l.World.Mail.Break(errors.New("some fault"))
	if err := l.add(app.MemberInput{Name: "Dee", Email: new("dee@home.example")}); err != nil {
		t.Fatal(err)
	}
	l.World.Mail.Break(nil)
	dee := l.find("Dee")
	l.World.Clock.Advance(time.Hour)
	if err := l.resend(dee.ID); err != nil {
		t.Fatal(err)
	}
	if err := l.update(app.MemberChange{ID: dee.ID, Phone: new("+12025550143")}); err != nil {
		t.Fatal(err)
	}
	mails := l.World.Mail.Additions()
	if len(mails) != 3 || l.World.Log.String() == "" {
		t.Fatalf("%d messages: the test looks at nothing", len(mails))
	}
	for n, m := range mails {
		if strings.Contains(l.World.Log.String(), m.Token) {
			t.Errorf("the log holds the token of message %d", n)
		}
		for table := range l.World.Probe.Contents() {
			if l.World.Probe.Int(`SELECT count(*) FROM `+table+` t WHERE strpos(t::text, $1) > 0`, m.Token) != 0 {
				t.Errorf("%s holds the token of message %d", table, n)
			}
		}
	}
	if n := l.World.Probe.Int(`SELECT count(*) FROM household_additions WHERE ended_at IS NULL AND token_hash IS NOT NULL`); n != 1 {
		t.Errorf("%d links work", n)
	}
}

// leaving is a sender whose caller leaves while it sends.
type leaving struct {
	leave func()
	limit time.Duration
	ended error
}

func (s *leaving) SendAddition(ctx context.Context, _ app.AdditionMessage) error {
	s.leave()
	ends, _ := ctx.Deadline()
	s.limit, s.ended = time.Until(ends), ctx.Err()
	return nil
}

// What a head does does not wait for a provider that hangs longer than a call
// may take, nor for a head who leaves.
func TestMessageOutlivesItsHead(t *testing.T) {
	t.Parallel()
	sender := &leaving{}
	l := newLane(t, invite.Gym, func(d *app.Deps) { d.Additions = sender })
	ctx, cancel := context.WithCancel(l.as(l.head))
	sender.leave = cancel
	if _, err := l.World.App.AddHouseholdMember(ctx, app.MemberInput{Name: "Dee", Email: new("dee@home.example")}); err != nil {
		t.Fatal(err)
	}
	if sender.limit <= 0 || sender.limit > invite.CallTimeout || sender.ended != nil || ctx.Err() == nil {
		t.Errorf("%+v", sender)
	}
	if dee := l.find("Dee"); dee.State != invite.MemberAdded || dee.Problem != "" {
		t.Errorf("%+v", dee)
	}
	if n := l.World.Probe.Int(`SELECT count(*) FROM household_additions WHERE sent_at IS NOT NULL`); n != 1 {
		t.Error("what became of the message is not recorded")
	}
}
