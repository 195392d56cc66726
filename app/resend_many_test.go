package app_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

func resendMany(w *apptest.World, actor auth.Actor, contacts ...invite.Contact) (app.InviteResult, error) {
	return w.App.ResendInvitations(w.As(actor), app.InviteInput{Contacts: ids(contacts...)})
}

// inEveryState puts somebody into each state that an invitation can be in when it is
// to be sent once more. It leaves the clock where TOO_SOON still holds for one.
func inEveryState(t *testing.T, w *apptest.World, gym *apptest.Place) map[string]invite.Contact {
	t.Helper()
	names := []string{"expired", "not swept", "failed", "accepted", "revoked", "declined", "cancelled", "archived", "offline", "moved away", "pending", "too soon", "waiting", "single", "on its way", "never"}
	c := map[string]invite.Contact{}
	for n, contact := range gym.Contacts(len(names)) {
		c[names[n]] = contact
	}
	for _, name := range []string{"expired", "not swept", "offline"} {
		gym.Send(c[name])
		w.Clock.Advance(time.Minute)
	}
	w.Clock.Advance(10 * 24 * time.Hour)
	var lapsed []invite.ID
	for _, name := range []string{"expired", "offline"} {
		lapsed = append(lapsed, gym.Invitation(c[name].ID).ID)
	}
	if err := w.App.Expire(w.System("expiry"), lapsed); err != nil {
		t.Fatal(err)
	}
	setType(t, w, gym, c["offline"].ID, invite.Offline)
	gym.Invite(c["failed"])
	for _, m := range gym.Grant().Messages {
		gym.Record(m, app.Outcome{Failed: true, Reason: "No such mailbox."})
	}
	sent := map[string][]app.Message{}
	for _, name := range []string{"accepted", "revoked", "declined", "archived", "moved away", "pending"} {
		w.Clock.Advance(time.Minute)
		sent[name] = gym.Send(c[name])
	}
	gym.Join(sent["accepted"][0])
	if err := w.App.RevokeInvitation(w.As(gym.Owner), gym.Invitation(c["revoked"].ID).ID, ""); err != nil {
		t.Fatal(err)
	}
	if err := w.App.Decline(t.Context(), app.Visitor{}, app.Credential{Token: &sent["declined"][0].Token}); err != nil {
		t.Fatal(err)
	}
	w.Probe.Exec(`UPDATE contacts SET archived_at = now() WHERE id = $1`, c["archived"].ID)
	w.Probe.Exec(`UPDATE contacts SET email = NULL, phone = NULL WHERE id = $1`, c["moved away"].ID)
	if _, err := w.App.CancelBatch(w.As(gym.Owner), *gym.Invite(c["cancelled"]).Batch); err != nil {
		t.Fatal(err)
	}
	w.Clock.Advance(15 * time.Minute)
	gym.Send(c["too soon"])
	w.Clock.Advance(time.Minute)
	gym.Invite(c["on its way"])
	gym.Grant()
	w.Clock.Advance(time.Minute)
	gym.Invite(c["waiting"], c["never"])
	w.Probe.Exec(`UPDATE contacts SET invitation_id = NULL, status = 'NOT_INVITED' WHERE id = $1`, c["never"].ID)
	w.Probe.Exec(`UPDATE rounds SET state = 'CANCELLED' WHERE contact_id = $1`, c["never"].ID)
	gym.Invite(c["single"])
	for name, contact := range c {
		c[name] = gym.Contact(contact.ID)
	}
	return c
}

// Each contact has its own outcome, and it is the one that the resend of this
// one alone would have.
func TestResendManyOutcomes(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := inEveryState(t, w, gym)
	want := map[string]invite.Code{
		"accepted": invite.AlreadyAccepted, "revoked": invite.NotResendable, "declined": invite.NotResendable, "cancelled": invite.NotResendable,
		"archived": invite.ContactArchived, "offline": invite.OfflineClient, "moved away": invite.NoAddress, "too soon": invite.TooSoon,
		"on its way": invite.TooSoon, "never": invite.NotResendable,
	}
	for name, code := range want {
		if c[name].InvitationID == nil {
			continue
		}
		w.Unchanged(name+", alone", func() {
			if err := resend(w, gym.Owner, *c[name].InvitationID); invite.CodeOf(err) != code {
				t.Errorf("%s, alone: %v, want %s", name, err, code)
			}
		})
	}
	before := map[string]invite.Invitation{}
	var all []invite.Contact
	var names []string
	for name, contact := range c {
		if contact.InvitationID != nil {
			before[name] = gym.Invitation(contact.ID)
		}
		names, all = append(names, name), append(all, contact)
	}
	r := must(resendMany(w, gym.Owner, append(all, all[0])...))(t)
	if len(r.Items) != len(all) || r.Batch == nil {
		t.Fatalf("%d items for %d contacts, batch %v", len(r.Items), len(all), r.Batch)
	}
	for n, item := range r.Items {
		name, got := names[n], invite.Code("")
		if item.Skipped != nil {
			got = item.Skipped.Code
			if item.Skipped.Field != "" || item.Skipped.Message == "" {
				t.Errorf("%s: %+v", name, item.Skipped)
			}
		}
		if item.Contact != all[n].ID || got != want[name] || (item.Invitation != nil) != (want[name] == "") {
			t.Errorf("%s: %+v, want %q", name, item, want[name])
		}
		if item.Invitation != nil && *item.Invitation != before[name].ID {
			t.Errorf("%s: another invitation", name)
		}
	}
	progress := must(w.DB.Progress(t.Context(), []invite.ID{*r.Batch}))(t)
	if diff := cmp.Diff([]store.BatchProgress{{BatchID: *r.Batch, Progress: invite.Progress{Total: 4, Waiting: 4}}}, progress); diff != "" {
		t.Error(diff)
	}
	for _, name := range []string{"expired", "not swept", "failed", "pending"} {
		state := invite.Queued
		if name == "pending" {
			state = invite.Pending
		}
		if i := gym.Invitation(c[name].ID); i.State != state || i.Round != before[name].Round+1 || i.SentAt != nil {
			t.Errorf("%s: %+v", name, i)
		}
	}
	for _, name := range []string{"waiting", "single"} {
		if i := gym.Invitation(c[name].ID); !cmp.Equal(i, before[name]) {
			t.Errorf("%s: %s", name, cmp.Diff(before[name], i))
		}
	}
	if n := w.Probe.Int(`SELECT count(*) FROM deliveries WHERE invitation_id = $1 AND number = 1 AND credential_ended_at IS NULL`, before["not swept"].ID); n != 0 {
		t.Errorf("%d messages of an expired invitation keep their credential", n)
	}
	kinds := map[invite.FactKind]int{}
	for name := range before {
		f := must(w.DB.Timelines(t.Context(), []invite.ID{before[name].ID}, 1))(t)[0]
		if f.ActorName == "Owner" && (f.Kind == invite.RoundQueued || f.Kind == invite.RoundRaised) {
			kinds[f.Kind]++
		}
	}
	if kinds[invite.RoundQueued] != 4 || kinds[invite.RoundRaised] != 2 {
		t.Errorf("%v", kinds)
	}
}

// Many are behind whatever was for one person; what waited already goes first.
func TestResendManyInTheLane(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(7)
	gym.Send(c[0])
	w.Clock.Advance(time.Minute)
	gym.Send(c[1])
	w.Clock.Advance(time.Hour)
	gym.Invite(c[2], c[3])
	gym.Invite(c[4])
	must(resendMany(w, gym.Owner, c[1], c[3], c[0]))(t)
	gym.Invite(c[5])
	must(resendMany(w, gym.Owner, c[5]))(t)
	var got []invite.ID
	for _, p := range gym.Waiting() {
		got = append(got, must(w.DB.Round(t.Context(), p.ID))(t).ContactID)
	}
	if want := ids(c[3], c[4], c[5], c[2], c[1], c[0]); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// One contact is sent to as by a resend of one: before a batch. What was only
// moved to the front makes no batch.
func TestResendManyOfOne(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(3)
	gym.Send(c[0])
	w.Clock.Advance(time.Hour)
	if r := must(resendMany(w, gym.Owner, c[0]))(t); r.Batch == nil || gym.Waiting()[0].Priority != invite.Single {
		t.Errorf("%+v, %+v", r, gym.Waiting())
	}
	gym.SendNext()
	gym.Invite(c[1], c[2])
	r := must(resendMany(w, gym.Owner, c[1], c[2]))(t)
	if r.Batch != nil || r.Items[0].Invitation == nil || r.Items[1].Skipped != nil {
		t.Errorf("%+v", r)
	}
	for _, p := range gym.Waiting() {
		if p.Priority != invite.Single {
			t.Errorf("%+v", p)
		}
	}
	w.Unchanged("nobody", func() {
		w.Clock.Advance(time.Minute)
		if r := must(resendMany(w, gym.Owner, c[0]))(t); r.Batch != nil || r.Items[0].Skipped.Code != invite.TooSoon {
			t.Errorf("%+v", r.Items[0])
		}
	})
}

func TestResendManyRefused(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	c, foreign := gym.Contacts(3), other.Contacts(1)
	gym.Invite(c...)
	other.Invite(foreign...)
	support := w.Support()
	many := make([]invite.ID, 201)
	for n := range many {
		many[n] = store.NewID()
	}
	for name, test := range map[string]struct {
		actor auth.Actor
		in    app.InviteInput
		code  invite.Code
		field string
	}{
		"neither contacts nor filter": {gym.Owner, app.InviteInput{}, invite.Required, "input.contacts"},
		"both":                        {gym.Owner, app.InviteInput{Contacts: ids(c...), Filter: &store.ContactFilter{}}, invite.Required, "input.contacts"},
		"an empty list":               {gym.Owner, app.InviteInput{Contacts: []invite.ID{}}, invite.Required, "input.contacts"},
		"a filter that finds nobody":  {gym.Owner, app.InviteInput{Filter: &store.ContactFilter{Search: "nobody"}}, invite.Required, "input.filter"},
		"201":                         {gym.Owner, app.InviteInput{Contacts: many}, invite.TooMany, "input.contacts"},
		"a bad subject":               {gym.Owner, app.InviteInput{Contacts: ids(c...), Text: app.InvitationText{Subject: new("a\nb")}}, invite.ControlCharacters, "input.invitation.subject"},
		"an empty key":                {gym.Owner, app.InviteInput{Contacts: ids(c...), IdempotencyKey: new("")}, invite.Invalid, "input.idempotencyKey"},
		"one of another organization": {gym.Owner, app.InviteInput{Contacts: ids(c[0], foreign[0])}, invite.NotFound, ""},
		"another organization":        {gym.Owner, app.InviteInput{Organization: &other.Org.ID, Contacts: ids(foreign...)}, invite.NotFound, ""},
		"support without naming it":   {support, app.InviteInput{Contacts: ids(c...)}, invite.Required, "organization"},
		"support, another's contact":  {support, app.InviteInput{Organization: &gym.Org.ID, Contacts: ids(foreign...)}, invite.NotFound, ""},
		"a gym's trainer":             {gym.Staff(invite.Trainer), app.InviteInput{Contacts: ids(c...)}, invite.Forbidden, ""},
		"nobody":                      {auth.Actor{Kind: auth.KindAnonymous}, app.InviteInput{Contacts: ids(c...)}, invite.Unauthenticated, ""},
	} {
		w.Unchanged(name, func() {
			_, err := w.App.ResendInvitations(w.As(test.actor), test.in)
			refused(t, name, err, test.code, test.field)
		})
	}
	r := must(w.App.ResendInvitations(w.As(support), app.InviteInput{Organization: &gym.Org.ID, Filter: &store.ContactFilter{}}))(t)
	for _, item := range r.Items {
		if item.Skipped != nil {
			t.Errorf("support: %+v", item.Skipped)
		}
	}
}

// A trainer resends to own clients, where the location's policy lets trainers.
func TestTrainersResendToTheirOwn(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	coach := w.Place(invite.Coach, "Coach Kim")
	trainer := coach.Staff(invite.Trainer)
	other := coach.Create(app.NewContact{Email: "owners@example.com"})[0]
	made := must(w.App.CreateContacts(w.As(trainer), pasted("a@example.com b@example.com")))(t)
	here, there := *made.Items[0].Contact, *made.Items[1].Contact
	annex := must(w.App.CreateLocation(w.As(coach.Owner), nil, "Annex", "Europe/Berlin"))(t)
	if err := w.App.UpdateContact(w.As(coach.Owner), app.UpdateInput{ID: there, Location: &annex.ID}); err != nil {
		t.Fatal(err)
	}
	coach.Invite(coach.Contact(here), coach.Contact(there), other)
	if _, _, err := w.App.UpdatePolicy(w.As(coach.Owner), app.PolicyInput{Location: &annex.ID, Set: invite.PolicyPatch{TrainersInvite: new(false)}}); err != nil {
		t.Fatal(err)
	}
	w.Unchanged("somebody else's client", func() {
		_, err := w.App.ResendInvitations(w.As(trainer), app.InviteInput{Contacts: []invite.ID{here, other.ID}})
		refused(t, "somebody else's client", err, invite.NotFound, "")
	})
	r := must(w.App.ResendInvitations(w.As(trainer), app.InviteInput{Filter: &store.ContactFilter{}}))(t)
	if len(r.Items) != 2 {
		t.Fatalf("%+v", r.Items)
	}
	for _, item := range r.Items {
		refusedThere := item.Skipped != nil && item.Skipped.Code == invite.NotAllowed
		if refusedThere != (item.Contact == there) {
			t.Errorf("%+v: %v", item, item.Skipped)
		}
	}
}

// A resend carries today's policy and the texts of each one's own invitation.
func TestResendManyTerms(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(2)
	for n, subject := range []string{"First", "Second"} {
		must(w.App.InviteContacts(w.As(gym.Owner), app.InviteInput{Contacts: ids(c[n]), Text: app.InvitationText{Subject: &subject}}))(t)
		gym.SendNext()
		w.Clock.Advance(time.Hour)
	}
	gym.Set(invite.PolicyPatch{TTLDays: new(3), Subject: new("The policy's")})
	in := app.InviteInput{Contacts: ids(c...), Text: app.InvitationText{Button: new("Again"), Channels: new(invite.EmailOnly)}}
	must(w.App.ResendInvitations(w.As(gym.Owner), in))(t)
	for n, subject := range []string{"First", "Second"} {
		m := gym.SendNext()
		if len(m) != 1 || m[0].Address != *c[n].Email || m[0].Texts.Subject != subject || m[0].Texts.Button != "Again" {
			t.Errorf("%+v", m)
		}
		if i := gym.Invitation(c[n].ID); !i.ExpiresAt.Equal(w.Clock.Now().AddDate(0, 0, 3)) {
			t.Errorf("expires %v", i.ExpiresAt)
		}
		w.Clock.Advance(time.Minute)
	}
}

// Calls at once about the same people: one round each.
func TestManyBulkResendsAtOnce(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	gym.Set(invite.PolicyPatch{PaceSeconds: new(0)})
	c := gym.Contacts(10)
	for _, contact := range c {
		gym.Send(contact)
	}
	w.Clock.Advance(time.Hour)
	errs := atOnce(20, func(i int) error {
		some := slices.Clone(c)
		if i%2 == 1 {
			slices.Reverse(some)
		}
		_, err := resendMany(w, gym.Owner, some...)
		return err
	})
	if n := codes(errs); n[""] != 20 {
		t.Errorf("%v", n)
	}
	if n := len(gym.Waiting()); n != 10 {
		t.Errorf("%d rounds wait", n)
	}
}
