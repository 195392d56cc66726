package app_test

import (
	"fmt"
	"strings"
	"testing"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// Whether creating invites: what the input says, and where it leaves that to
// the policy, the preset's autoInvite.
func TestCreateInvites(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	places := map[invite.Preset]*apptest.Place{
		invite.Gym: w.Place(invite.Gym, "Iron Temple"), invite.Coach: w.Place(invite.Coach, "Coach Kim"), invite.Community: w.Place(invite.Community, "Oak Hill"),
	}
	for n, test := range []struct {
		preset invite.Preset
		when   app.InviteWhen
		kind   invite.ClientType
		want   bool
	}{
		{invite.Gym, app.InviteNow, invite.FullAccess, true},
		{invite.Gym, app.InviteNow, invite.FullAccessOneWay, true},
		{invite.Gym, app.InviteLater, invite.FullAccess, false},
		{invite.Gym, app.InviteByType, invite.FullAccess, false},
		{invite.Community, app.InviteByType, invite.FullAccess, false},
		{invite.Community, app.InviteNow, invite.FullAccess, true},
		{invite.Coach, app.InviteByType, invite.FullAccess, true},
		{invite.Coach, app.InviteByType, invite.FullAccessOneWay, true},
		{invite.Coach, app.InviteByType, invite.Offline, false},
		{invite.Coach, app.InviteLater, invite.FullAccess, false},
		{invite.Gym, app.InviteLater, invite.Offline, false},
	} {
		p := places[test.preset]
		in := pasted(fmt.Sprintf("n%d@example.com", n))
		in.ClientType, in.Invite = test.kind, test.when
		made, err := w.App.CreateContacts(w.As(p.Owner), in)
		if err != nil {
			t.Errorf("%+v: %v", test, err)
			continue
		}
		c := p.Contact(*made.Items[0].Contact)
		want := invite.NotInvited
		if test.want {
			want = invite.ContactStatus(invite.Queued)
		}
		if c.Status != want || (made.Batch != nil) != test.want || (made.Items[0].Invitation != nil) != test.want || made.Items[0].NotInvited != nil {
			t.Errorf("%+v: %s, batch %v, item %+v", test, c.Status, made.Batch, made.Items[0])
		}
	}
}

func TestCreateRefusesToInvite(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	for name, test := range map[string]struct {
		change func(*app.CreateInput)
		code   invite.Code
		field  string
	}{
		"offline clients now":      {func(in *app.CreateInput) { in.ClientType = invite.Offline }, invite.OfflineClient, "input.invite"},
		"a header in the subject":  {func(in *app.CreateInput) { in.Invitation.Subject = new("Hi\r\nBcc: x@example.com") }, invite.ControlCharacters, "input.invitation.subject"},
		"markup in the body":       {func(in *app.CreateInput) { in.Invitation.Body = new("<b>Hi</b>") }, invite.MarkupNotAllowed, "input.invitation.body"},
		"a link on the button":     {func(in *app.CreateInput) { in.Invitation.Button = new("evil.com") }, invite.ForeignLink, "input.invitation.button"},
		"an unknown placeholder":   {func(in *app.CreateInput) { in.Invitation.Body = new("Hi {{code}}") }, invite.UnknownPlaceholder, "input.invitation.body"},
		"an empty key":             {func(in *app.CreateInput) { in.IdempotencyKey = new("") }, invite.Invalid, "input.idempotencyKey"},
		"a key of 101 characters":  {func(in *app.CreateInput) { in.IdempotencyKey = new(strings.Repeat("k", 101)) }, invite.Invalid, "input.idempotencyKey"},
		"a key with a zero in it":  {func(in *app.CreateInput) { in.IdempotencyKey = new("a\x00b") }, invite.Invalid, "input.idempotencyKey"},
		"a key that is not UTF-8":  {func(in *app.CreateInput) { in.IdempotencyKey = new("a\xffb") }, invite.Invalid, "input.idempotencyKey"},
		"a subject without a word": {func(in *app.CreateInput) { in.Invitation.Subject = new("  ") }, invite.Required, "input.invitation.subject"},
	} {
		in := pasted("a@example.com")
		in.Invite = app.InviteNow
		test.change(&in)
		w.Unchanged(name, func() {
			_, err := w.App.CreateContacts(w.As(gym.Owner), in)
			refused(t, name, err, test.code, test.field)
		})
	}
}

// A contact without an address for the chosen channels is created, and the
// item says why it is not invited.
func TestCreateSaysWhoIsNotInvited(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	in := pasted("a@example.com 202-555-0101")
	in.Invite, in.Invitation.Channels = app.InviteNow, new(invite.SMSOnly)
	made := must(w.App.CreateContacts(w.As(gym.Owner), in))(t)
	if r := made.Items[0]; r.NotInvited == nil || r.NotInvited.Code != invite.NoAddress || r.Invitation != nil || !r.New {
		t.Errorf("%+v", r)
	}
	if r := made.Items[1]; r.NotInvited != nil || r.Invitation == nil {
		t.Errorf("%+v", r)
	}
	if n := len(gym.Waiting()); n != 1 {
		t.Errorf("%d wait", n)
	}
}

func TestWhoMayCreate(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, coach := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Coach, "Coach Kim")
	client, support := gym.Join(gym.Send(gym.Contacts(1)[0])[0]).Actor, w.Support()
	in := pasted("a@example.com")
	for _, test := range []struct {
		name  string
		actor auth.Actor
		in    app.CreateInput
		want  invite.Code
	}{
		{"nobody", auth.Actor{Kind: auth.KindAnonymous}, in, invite.Unauthenticated},
		{"a client", client, in, invite.Forbidden},
		{"a trainer of a gym", gym.Staff(invite.Trainer), in, invite.Forbidden},
		{"support", support, app.CreateInput{Organization: &gym.Org.ID, Text: in.Text}, invite.Forbidden},
		{"support that names nobody", support, in, invite.Required},
		{"an owner of another organization", coach.Owner, app.CreateInput{Organization: &gym.Org.ID, Text: in.Text}, invite.NotFound},
	} {
		w.Unchanged(test.name, func() {
			if _, err := w.App.CreateContacts(w.As(test.actor), test.in); invite.CodeOf(err) != test.want {
				t.Errorf("%s: %v, want %s", test.name, err, test.want)
			}
		})
	}
	if _, err := w.App.CreateContacts(w.As(gym.Staff(invite.Leader)), in); err != nil {
		t.Errorf("a leader: %v", err)
	}
}

// A trainer creates own clients where the policy says so, and learns nothing
// of anybody else's.
func TestTrainersCreate(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	coach := w.Place(invite.Coach, "Coach Kim")
	trainer := coach.Staff(invite.Trainer)
	owned := coach.Create(app.NewContact{Email: "owners@example.com"})[0]
	in := pasted("owners@example.com mine@example.com")
	in.Invite = app.InviteNow
	made := must(w.App.CreateContacts(w.As(trainer), in))(t)
	if r := made.Items[0]; r.New || r.Contact != nil {
		t.Errorf("a client of somebody else's is shown to the trainer: %+v", r)
	}
	mine := coach.Contact(*made.Items[1].Contact)
	if mine.TrainerID == nil || *mine.TrainerID != trainer.Membership || mine.Status != invite.ContactStatus(invite.Queued) {
		t.Errorf("%+v", mine)
	}
	again := must(w.App.CreateContacts(w.As(trainer), in))(t)
	if r := again.Items[1]; r.New || r.Contact == nil || *r.Contact != mine.ID {
		t.Errorf("an own client that is met is not shown: %+v", r)
	}
	v := must(w.App.ValidateContacts(w.As(trainer), nil, *in.Text))(t)
	if v.Entries[0].Existing != nil || v.Skipped != 2 || v.Entries[1].Existing == nil {
		t.Errorf("validation: %+v", v)
	}
	if c := coach.Contact(owned.ID); c.TrainerID != nil || c.Status != invite.NotInvited {
		t.Errorf("%+v", c)
	}
	coach.Set(invite.PolicyPatch{TrainersInvite: new(false)})
	w.Unchanged("trainersInvite off", func() {
		if _, err := w.App.CreateContacts(w.As(trainer), pasted("next@example.com")); invite.CodeOf(err) != invite.Forbidden {
			t.Errorf("%v", err)
		}
	})
}

// An owner gives new clients to a trainer of the organization; a trainer gives
// none to another.
func TestCreateForATrainer(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	coach, other := w.Place(invite.Coach, "Coach Kim"), w.Place(invite.Coach, "Other Coach")
	trainer, leader, foreign := coach.Staff(invite.Trainer), coach.Staff(invite.Leader), other.Staff(invite.Trainer)
	for name, test := range map[string]struct {
		actor auth.Actor
		given invite.ID
		code  invite.Code
		field string
	}{
		"another organization's trainer": {coach.Owner, foreign.Membership, invite.NotFound, ""},
		"nobody's membership":            {coach.Owner, store.NewID(), invite.NotFound, ""},
		"a leader":                       {coach.Owner, leader.Membership, invite.Invalid, "input.trainer"},
		"by a trainer":                   {trainer, leader.Membership, invite.NotAllowed, "input.trainer"},
	} {
		in := pasted("a@example.com")
		in.Trainer = &test.given
		w.Unchanged(name, func() {
			_, err := w.App.CreateContacts(w.As(test.actor), in)
			refused(t, name, err, test.code, test.field)
		})
	}
	in := pasted("a@example.com")
	in.Trainer = &trainer.Membership
	made := must(w.App.CreateContacts(w.As(coach.Owner), in))(t)
	if c := coach.Contact(*made.Items[0].Contact); c.TrainerID == nil || *c.TrainerID != trainer.Membership {
		t.Errorf("%+v", c)
	}
}
