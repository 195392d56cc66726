package app_test

import (
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
)

func resend(w *apptest.World, actor auth.Actor, id invite.ID) error {
	return w.App.ResendInvitation(w.As(actor), app.ResendInput{Invitation: id})
}

// look returns what the holder of a message's link can do with it.
func look(t *testing.T, w *apptest.World, m app.Message) app.PreviewState {
	t.Helper()
	return must(w.App.Preview(t.Context(), app.Visitor{}, app.Credential{Token: &m.Token}))(t).State
}

// A resend of an open invitation leaves the earlier messages good until the
// new one is accepted, channel by channel, and then starts the clock again.
func TestResendKeepsOldCredentialsUntilTheNewIsAccepted(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	old := gym.Send(c)
	w.Clock.Advance(time.Hour)
	expires := *gym.Invitation(c.ID).ExpiresAt
	if err := resend(w, gym.Owner, gym.Invitation(c.ID).ID); err != nil {
		t.Fatal(err)
	}
	if i := gym.Invitation(c.ID); i.State != invite.Pending || i.Round != 2 || i.SentAt != nil || !i.ExpiresAt.Equal(expires) {
		t.Errorf("while the new round waits: %+v", i)
	}
	fresh := gym.Grant().Messages
	for _, m := range append(old, fresh...) {
		if s := look(t, w, m); s != app.PreviewOpen {
			t.Errorf("%s of attempt %d, before anything is accepted: %s", m.Channel, m.Attempt, s)
		}
	}
	gym.Record(fresh[0], app.Outcome{})
	for n, want := range []app.PreviewState{app.PreviewNotValid, app.PreviewOpen} {
		if s := look(t, w, old[n]); s != want {
			t.Errorf("old %s after the new email was accepted: %s, want %s", old[n].Channel, s, want)
		}
	}
	if p := must(w.App.Preview(t.Context(), app.Visitor{}, app.Credential{Code: &old[0].Code}))(t); p.State != app.PreviewNotValid {
		t.Errorf("old code: %s", p.State)
	}
	i := gym.Invitation(c.ID)
	if want := w.Clock.Now().AddDate(0, 0, 10); !i.ExpiresAt.Equal(want) || i.SentAt == nil {
		t.Errorf("expires %v, want %v", i.ExpiresAt, want)
	}
	gym.Record(fresh[1], app.Outcome{})
	if s := look(t, w, old[1]); s != app.PreviewNotValid {
		t.Errorf("old text after both were accepted: %s", s)
	}
	if again := gym.Invitation(c.ID); !again.ExpiresAt.Equal(*i.ExpiresAt) {
		t.Error("the second message moved the clock")
	}
	gym.Join(fresh[0])
}

func TestResendRefused(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	c := gym.Contacts(6)
	invitation := map[string]invite.ID{}
	send := func(n int, name string) []app.Message {
		m := gym.Send(c[n])
		w.Clock.Advance(time.Minute)
		invitation[name] = gym.Invitation(c[n].ID).ID
		return m
	}
	gym.Join(send(0, "accepted")[0])
	send(1, "revoked")
	if err := w.App.RevokeInvitation(w.As(gym.Owner), invitation["revoked"], ""); err != nil {
		t.Fatal(err)
	}
	declined := send(2, "declined")
	if err := w.App.Decline(t.Context(), app.Visitor{}, app.Credential{Token: &declined[0].Token}); err != nil {
		t.Fatal(err)
	}
	send(3, "archived")
	w.Probe.Exec(`UPDATE contacts SET archived_at = now() WHERE id = $1`, c[3].ID)
	send(4, "without addresses")
	w.Probe.Exec(`UPDATE contacts SET email = NULL, phone = NULL WHERE id = $1`, c[4].ID)
	w.Clock.Advance(14 * time.Minute)
	send(5, "sent a minute ago")
	foreign := other.Invite(other.Contacts(1)...).Items[0].Invitation
	for name, test := range map[string]struct {
		actor auth.Actor
		id    invite.ID
		code  invite.Code
		field string
	}{
		"accepted":                {gym.Owner, invitation["accepted"], invite.AlreadyAccepted, "id"},
		"revoked":                 {gym.Owner, invitation["revoked"], invite.NotResendable, "id"},
		"declined":                {gym.Owner, invitation["declined"], invite.NotResendable, "id"},
		"archived":                {gym.Owner, invitation["archived"], invite.ContactArchived, "id"},
		"without addresses":       {gym.Owner, invitation["without addresses"], invite.NoAddress, ""},
		"sent a minute ago":       {gym.Owner, invitation["sent a minute ago"], invite.TooSoon, "id"},
		"of another organization": {gym.Owner, *foreign, invite.NotFound, ""},
		"by nobody":               {auth.Actor{Kind: auth.KindAnonymous}, *foreign, invite.Unauthenticated, ""},
		"by a gym's trainer":      {gym.Staff(invite.Trainer), *foreign, invite.NotFound, ""},
	} {
		w.Unchanged(name, func() { refused(t, name, resend(w, test.actor, test.id), test.code, test.field) })
	}
	w.Unchanged("bad texts", func() {
		err := w.App.ResendInvitation(w.As(gym.Owner), app.ResendInput{Invitation: invitation["sent a minute ago"], Text: app.InvitationText{Subject: new("a\r\nb")}})
		refused(t, "bad texts", err, invite.ControlCharacters, "input.invitation.subject")
	})
}

// An offline client's expired invitation is not sent again; support may send
// anybody's.
func TestWhoAndWhomToResend(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	gym.Send(c)
	w.Clock.Advance(11 * 24 * time.Hour)
	id := gym.Invitation(c.ID).ID
	if err := w.App.Expire(w.System("expiry"), []invite.ID{id}); err != nil {
		t.Fatal(err)
	}
	setType(t, w, gym, c.ID, invite.Offline)
	if s := gym.Contact(c.ID).Status; s != invite.ContactStatus(invite.Expired) {
		t.Errorf("what is over is not revoked: %s", s)
	}
	w.Unchanged("offline", func() { refused(t, "offline", resend(w, gym.Owner, id), invite.OfflineClient, "id") })
	setType(t, w, gym, c.ID, invite.FullAccess)
	support := w.Support()
	if err := resend(w, support, id); err != nil {
		t.Fatalf("support: %v", err)
	}
	facts := must(w.DB.Timelines(t.Context(), []invite.ID{id}, 1))(t)
	f := facts[0]
	if f.Kind != invite.RoundQueued || *f.FromState != invite.Expired || *f.ToState != invite.Queued || f.ActorName != "Sam Support" || f.ActorKind != string(auth.KindSupport) {
		t.Errorf("%+v", f)
	}
}

func setType(t *testing.T, w *apptest.World, p *apptest.Place, id invite.ID, kind invite.ClientType) {
	t.Helper()
	if err := w.App.UpdateContact(w.As(p.Owner), app.UpdateInput{ID: id, ClientType: &kind}); err != nil {
		t.Fatal(err)
	}
}

// A resend while a round waits makes no other: it moves that one to the front.
func TestResendRaisesTheWaitingRound(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(4)
	gym.Invite(c[0], c[1], c[2])
	waiting := gym.Waiting()
	last := waiting[2].ID
	for range 2 {
		if err := resend(w, gym.Owner, gym.Invitation(c[2].ID).ID); err != nil {
			t.Fatal(err)
		}
	}
	now := gym.Waiting()
	if len(now) != 3 || now[0].ID != last || now[0].Priority != invite.Single {
		t.Errorf("%+v", now)
	}
	if i := gym.Invitation(c[2].ID); i.Round != 1 || i.State != invite.Queued {
		t.Errorf("%+v", i)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM rounds WHERE invitation_id = $1`, gym.Invitation(c[2].ID).ID); n != 1 {
		t.Errorf("%d rounds", n)
	}
}

// Every resend at once: one round.
func TestManyResendsAtOnce(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	gym.Send(c)
	w.Clock.Advance(time.Hour)
	id := gym.Invitation(c.ID).ID
	if n := codes(atOnce(20, func(int) error { return resend(w, gym.Owner, id) })); n[""] != 20 {
		t.Errorf("%v", n)
	}
	if n := len(gym.Waiting()); n != 1 {
		t.Errorf("%d rounds wait", n)
	}
	if n := gym.Invitation(c.ID).Round; n != 2 {
		t.Errorf("round %d", n)
	}
}

// A resend carries today's policy and the texts of before, edited where told.
func TestResendTerms(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	must(w.App.InviteContacts(w.As(gym.Owner), app.InviteInput{Contacts: ids(c), Text: app.InvitationText{Subject: new("First"), Body: new("Kept")}}))(t)
	gym.SendNext()
	gym.Set(invite.PolicyPatch{TTLDays: new(3), Subject: new("The policy's")})
	w.Clock.Advance(time.Hour)
	in := app.ResendInput{Invitation: gym.Invitation(c.ID).ID, Text: app.InvitationText{Button: new("Again"), Channels: new(invite.SMSOnly)}}
	if err := w.App.ResendInvitation(w.As(gym.Owner), in); err != nil {
		t.Fatal(err)
	}
	m := gym.SendNext()
	if len(m) != 1 || m[0].Channel != invite.SMS || m[0].Texts != (invite.Texts{Subject: "First", Body: "Kept", Button: "Again"}) {
		t.Errorf("%+v", m)
	}
	if i := gym.Invitation(c.ID); !i.ExpiresAt.Equal(w.Clock.Now().AddDate(0, 0, 3)) {
		t.Errorf("expires %v", i.ExpiresAt)
	}
}

// A mistyped address is corrected and sent to while the person stands there.
func TestResendAtOnceAfterARoundThatReachedNobody(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Create(app.NewContact{Name: "Ann", Email: "an@example.com"})[0]
	gym.Invite(c)
	refused := gym.Grant()
	gym.Record(refused.Messages[0], app.Outcome{Failed: true, Reason: "No such mailbox."})
	if got := gym.Invitation(c.ID).State; got != invite.Failed {
		t.Fatalf("state %s", got)
	}
	right := "ann@example.com"
	if err := w.App.UpdateContact(w.As(gym.Owner), app.UpdateInput{ID: c.ID, Email: &right}); err != nil {
		t.Fatal(err)
	}
	if err := w.App.ResendInvitation(w.As(gym.Owner), app.ResendInput{Invitation: gym.Invitation(c.ID).ID}); err != nil {
		t.Fatalf("at once: %v", err)
	}
	w.Clock.Advance(time.Minute) // the lane's pace
	if sent := gym.SendNext(); len(sent) != 1 || sent[0].Address != right {
		t.Errorf("%+v", sent)
	}
}
