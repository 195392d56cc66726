package app_test

import (
	"slices"
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

func ids(contacts ...invite.Contact) []invite.ID {
	var out []invite.ID
	for _, c := range contacts {
		out = append(out, c.ID)
	}
	return out
}

// Each contact has its own outcome; one that cannot be invited stops nobody.
func TestInviteOutcomes(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(8)
	set := func(n int, kind invite.ClientType) {
		if err := w.App.UpdateContact(w.As(gym.Owner), app.UpdateInput{ID: c[n].ID, ClientType: &kind}); err != nil {
			t.Fatal(err)
		}
	}
	joined := gym.Send(c[1])
	gym.Join(joined[0])
	set(2, invite.Offline)
	w.Probe.Exec(`UPDATE contacts SET archived_at = now() WHERE id = $1`, c[3].ID)
	w.Probe.Exec(`UPDATE contacts SET email = NULL, phone = NULL WHERE id = $1`, c[4].ID)
	gym.Invite(c[5])
	gym.Invite(c[6])
	if err := w.App.RevokeInvitation(w.As(gym.Owner), gym.Invitation(c[6].ID).ID, "A mistake."); err != nil {
		t.Fatal(err)
	}
	order := ids(c[7], c[5], c[4], c[3], c[2], c[1], c[0], c[6], c[7])
	r := must(w.App.InviteContacts(w.As(gym.Owner), app.InviteInput{Contacts: order}))(t)
	want := []invite.Code{"", invite.AlreadyInvited, invite.NoAddress, invite.ContactArchived, invite.OfflineClient, invite.AlreadyRegistered, "", ""}
	if len(r.Items) != len(want) || r.Batch == nil {
		t.Fatalf("%d items for %d contacts, batch %v", len(r.Items), len(want), r.Batch)
	}
	for n, item := range r.Items {
		got := invite.Code("")
		if item.Skipped != nil {
			got = item.Skipped.Code
		}
		if item.Contact != order[n] || got != want[n] || (item.Invitation != nil) != (want[n] == "") {
			t.Errorf("item %d: %+v, want %q", n, item, want[n])
		}
	}
	progress := must(w.DB.Progress(t.Context(), []invite.ID{*r.Batch}))(t)
	if diff := cmp.Diff([]store.BatchProgress{{BatchID: *r.Batch, Progress: invite.Progress{Total: 3, Waiting: 3}}}, progress); diff != "" {
		t.Error(diff)
	}
	for _, c := range []invite.Contact{c[7], c[0], c[6]} {
		if i := gym.Invitation(c.ID); i.State != invite.Queued || i.Round != 1 || i.SentAt != nil || i.ExpiresAt != nil {
			t.Errorf("%+v", i)
		}
	}
	if s := gym.Contact(c[5].ID).Status; s != invite.ContactStatus(invite.Queued) {
		t.Errorf("the one that was invited before: %s", s)
	}
}

func TestInviteNobody(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	c, foreign := gym.Contacts(3), other.Contacts(1)
	text := func(t app.InvitationText) app.InviteInput { return app.InviteInput{Contacts: ids(c...), Text: t} }
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
		"a line break in the subject": {gym.Owner, text(app.InvitationText{Subject: new("a\nb")}), invite.ControlCharacters, "input.invitation.subject"},
		"a long subject":              {gym.Owner, text(app.InvitationText{Subject: new(strings.Repeat("a", 151))}), invite.TooLong, "input.invitation.subject"},
		"HTML in the body":            {gym.Owner, text(app.InvitationText{Body: new("<script>")}), invite.MarkupNotAllowed, "input.invitation.body"},
		"a link in the body":          {gym.Owner, text(app.InvitationText{Body: new("see http://x.example")}), invite.ForeignLink, "input.invitation.body"},
		"no word on the button":       {gym.Owner, text(app.InvitationText{Button: new("")}), invite.Required, "input.invitation.button"},
		"one of another organization": {gym.Owner, app.InviteInput{Contacts: ids(c[0], foreign[0])}, invite.NotFound, ""},
		"another organization":        {gym.Owner, app.InviteInput{Organization: &other.Org.ID, Contacts: ids(foreign...)}, invite.NotFound, ""},
		"support":                     {w.Support(), app.InviteInput{Organization: &gym.Org.ID, Contacts: ids(c...)}, invite.Forbidden, ""},
		"nobody":                      {auth.Actor{Kind: auth.KindAnonymous}, app.InviteInput{Contacts: ids(c...)}, invite.Unauthenticated, ""},
	} {
		w.Unchanged(name, func() {
			_, err := w.App.InviteContacts(w.As(test.actor), test.in)
			refused(t, name, err, test.code, test.field)
		})
	}
	gym.Set(invite.PolicyPatch{MaxBulkCreate: new(2)})
	w.Unchanged("a filter of more than the limit", func() {
		_, err := w.App.InviteContacts(w.As(gym.Owner), app.InviteInput{Filter: &store.ContactFilter{}})
		refused(t, "a filter of more than the limit", err, invite.TooMany, "input.contacts")
	})
}

func TestInviteByFilter(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	c := gym.Contacts(5)
	other.Contacts(2)
	gym.Invite(c[1])
	r := must(w.App.InviteContacts(w.As(gym.Owner), app.InviteInput{Filter: &store.ContactFilter{Statuses: []invite.ContactStatus{invite.NotInvited}}}))(t)
	var got []invite.ID
	for _, item := range r.Items {
		got = append(got, item.Contact)
	}
	if diff := cmp.Diff(ids(c[0], c[2], c[3], c[4]), got); diff != "" {
		t.Error(diff)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM invitations WHERE organization_id = $1`, other.Org.ID); n != 0 {
		t.Errorf("%d of another organization were invited", n)
	}
}

// What is invited carries the policy and the texts of its time; what is
// changed later changes only what is queued later.
func TestInvitationsKeepTheirTerms(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(2)
	ttl, days := 5, 2
	gym.Set(invite.PolicyPatch{TTLDays: &ttl, ReminderDaysBefore: &days, Subject: new("Ours")})
	in := app.InviteInput{Contacts: ids(c[0]), Text: app.InvitationText{Channels: new(invite.EmailOnly), Button: new("Come in")}}
	must(w.App.InviteContacts(w.As(gym.Owner), in))(t)
	gym.Set(invite.PolicyPatch{TTLDays: new(20), ReminderDaysBefore: new(0), Subject: new("Later")})
	gym.Invite(c[1])
	first, second := gym.Invitation(c[0].ID), gym.Invitation(c[1].ID)
	if first.TTLDays != 5 || first.ReminderDaysBefore != 2 || first.Subject != "Ours" || first.Button != "Come in" || first.Channels != invite.EmailOnly {
		t.Errorf("%+v", first)
	}
	if second.TTLDays != 20 || second.ReminderDaysBefore != 0 || second.Subject != "Later" || second.Button != "Join now" || second.Channels != invite.AllAvailable {
		t.Errorf("%+v", second)
	}
	if n := len(gym.Deliveries(c[0].ID)); n != 1 {
		t.Errorf("EMAIL_ONLY made %d messages", n)
	}
	if m := gym.SendNext(); m[0].Texts.Subject != "Ours" || !m[0].ExpiresAt.Equal(apptest.Start.AddDate(0, 0, 5)) {
		t.Errorf("%+v", m[0])
	}
}

// One contact leaves before many, in the order of the input within each.
func TestOrderInTheLane(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(7)
	gym.Invite(c[4], c[2], c[3])
	gym.Invite(c[1], c[0])
	gym.Invite(c[6])
	gym.Invite(c[5])
	want := ids(c[6], c[5], c[4], c[2], c[3], c[1], c[0])
	var got []invite.ID
	for _, p := range gym.Waiting() {
		r := must(w.DB.Round(t.Context(), p.ID))(t)
		got = append(got, r.ContactID)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	ranks := must(w.DB.RanksOfInvitations(t.Context(), []invite.ID{gym.Invitation(c[2].ID).ID}))(t)
	if len(ranks) != 1 || ranks[0].Rank != slices.Index(want, c[2].ID) {
		t.Errorf("%+v", ranks)
	}
}

// A trainer invites own clients, where the location's policy lets trainers.
func TestTrainersInviteTheirOwn(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	coach := w.Place(invite.Coach, "Coach Kim")
	trainer := coach.Staff(invite.Trainer)
	other := coach.Create(app.NewContact{Email: "owners@example.com"})[0]
	made := must(w.App.CreateContacts(w.As(trainer), pasted("a@example.com b@example.com c@example.com")))(t)
	annex := must(w.App.CreateLocation(w.As(coach.Owner), nil, "Annex", "Europe/Berlin"))(t)
	at := func(n int, l invite.ID) invite.ID {
		id := *made.Items[n].Contact
		if err := w.App.UpdateContact(w.As(coach.Owner), app.UpdateInput{ID: id, Location: &l}); err != nil {
			t.Fatal(err)
		}
		return id
	}
	here, there := at(0, coach.Location.ID), at(1, annex.ID)
	_, _, err := w.App.UpdatePolicy(w.As(coach.Owner), app.PolicyInput{Location: &annex.ID, Set: invite.PolicyPatch{TrainersInvite: new(false)}})
	if err != nil {
		t.Fatal(err)
	}
	w.Unchanged("somebody else's client", func() {
		if _, err := w.App.InviteContacts(w.As(trainer), app.InviteInput{Contacts: []invite.ID{here, other.ID}}); invite.CodeOf(err) != invite.NotFound {
			t.Errorf("%v", err)
		}
	})
	r := must(w.App.InviteContacts(w.As(trainer), app.InviteInput{Filter: &store.ContactFilter{}}))(t)
	for _, item := range r.Items {
		switch {
		case item.Contact == other.ID:
			t.Error("the filter found somebody else's client")
		case item.Contact == there && (item.Skipped == nil || item.Skipped.Code != invite.NotAllowed):
			t.Errorf("where trainers do not invite: %+v", item)
		case item.Contact == here && item.Skipped != nil:
			t.Errorf("an own client: %+v", item)
		}
	}
	w.Clock.Advance(time.Minute)
	if err := w.App.RevokeInvitation(w.As(trainer), coach.Invitation(here).ID, ""); err != nil {
		t.Errorf("revoking an own client's: %v", err)
	}
	invited := coach.Invite(other)
	w.Unchanged("somebody else's invitation and batch", func() {
		if err := w.App.RevokeInvitation(w.As(trainer), *invited.Items[0].Invitation, ""); invite.CodeOf(err) != invite.NotFound {
			t.Errorf("%v", err)
		}
		if _, err := w.App.CancelBatch(w.As(trainer), *invited.Batch); invite.CodeOf(err) != invite.NotFound {
			t.Errorf("%v", err)
		}
	})
}

// A location may let trainers invite where the organization does not.
func TestTrainersInviteWhereALocationLetsThem(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	trainer := gym.Staff(invite.Trainer)
	annex := must(w.App.CreateLocation(w.As(gym.Owner), nil, "Annex", "Europe/Berlin"))(t)
	if _, _, err := w.App.UpdatePolicy(w.As(gym.Owner), app.PolicyInput{Location: &annex.ID, Set: invite.PolicyPatch{TrainersInvite: new(true)}}); err != nil {
		t.Fatal(err)
	}
	in := pasted("a@example.com")
	in.Location = &gym.Location.ID
	w.Unchanged("where they do not", func() {
		if _, err := w.App.CreateContacts(w.As(trainer), in); invite.CodeOf(err) != invite.Forbidden {
			t.Errorf("%v", err)
		}
	})
	in.Location, in.Invite = &annex.ID, app.InviteNow
	made, err := w.App.CreateContacts(w.As(trainer), in)
	if err != nil {
		t.Fatal(err)
	}
	if made.Items[0].Invitation == nil {
		t.Errorf("%+v", made.Items[0])
	}
}
