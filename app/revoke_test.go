package app_test

import (
	"strings"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
)

// dead fails the test where a message of the invitation may still leave, or
// its credential can be read or used.
func dead(t *testing.T, w *apptest.World, invitation invite.ID) {
	t.Helper()
	if n := w.Probe.Int(`SELECT count(*) FROM deliveries WHERE invitation_id = $1
		AND (sealed IS NOT NULL OR code_hash IS NOT NULL OR token_hash IS NOT NULL AND credential_ended_at IS NULL)`, invitation); n != 0 {
		t.Errorf("%d messages keep their credential", n)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM deliveries WHERE invitation_id = $1 AND state IN ('SCHEDULED', 'DISPATCHING', 'DEFERRED')`, invitation); n != 0 {
		t.Errorf("%d messages are still to leave", n)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM rounds WHERE invitation_id = $1 AND state IN ('WAITING', 'SENDING')`, invitation); n != 0 {
		t.Errorf("%d rounds are still open", n)
	}
}

func TestRevoke(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(4)
	messages := map[int][]app.Message{}
	for n, prepare := range []func(c invite.Contact) []app.Message{
		func(c invite.Contact) []app.Message { gym.Invite(c); return nil },                             // waiting
		func(c invite.Contact) []app.Message { gym.Invite(c); return gym.Grant().Messages },            // on its way
		func(c invite.Contact) []app.Message { return gym.Send(c) },                                    // sent
		func(c invite.Contact) []app.Message { m := gym.Send(c); resendLater(t, w, gym, c); return m }, // resent
	} {
		messages[n] = prepare(c[n])
		if err := w.App.RevokeInvitation(w.As(gym.Owner), gym.Invitation(c[n].ID).ID, "Left the gym."); err != nil {
			t.Fatal(err)
		}
		w.Clock.Advance(time.Minute)
	}
	for n := range c {
		i := gym.Invitation(c[n].ID)
		if i.State != invite.Revoked || i.EndReason != "Left the gym." || gym.Contact(c[n].ID).Status != invite.ContactStatus(invite.Revoked) {
			t.Errorf("case %d: %+v", n, i)
		}
		dead(t, w, i.ID)
		for _, m := range messages[n] {
			if s := look(t, w, m); s != app.PreviewNotValid {
				t.Errorf("case %d: the link of its %s is %s", n, m.Channel, s)
			}
		}
		w.Unchanged("revoked twice", func() {
			refused(t, "revoked twice", w.App.RevokeInvitation(w.As(gym.Owner), i.ID, ""), invite.NotRevocable, "id")
		})
	}
	w.Unchanged("a result that comes late", func() {
		for _, m := range messages[1] {
			gym.Record(m, app.Outcome{ProviderID: "late"})
		}
	})
	gym.Invite(c...) // a new one may be made
	if i := gym.Invitation(c[1].ID); i.State != invite.Queued || i.Round != 1 {
		t.Errorf("%+v", i)
	}
}

// resendLater resends the contact's invitation as soon as it may.
func resendLater(t *testing.T, w *apptest.World, p *apptest.Place, c invite.Contact) {
	t.Helper()
	w.Clock.Advance(invite.ResendInterval)
	if err := resend(w, p.Owner, p.Invitation(c.ID).ID); err != nil {
		t.Fatal(err)
	}
}

func TestRevokeRefused(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	c := gym.Contacts(3)
	gym.Join(gym.Send(c[0])[0])
	w.Clock.Advance(time.Minute)
	declined := gym.Send(c[1])
	if err := w.App.Decline(t.Context(), app.Visitor{}, app.Credential{Code: &declined[1].Code}); err != nil {
		t.Fatal(err)
	}
	w.Clock.Advance(time.Minute)
	gym.Send(c[2])
	lapsed := gym.Invitation(c[2].ID)
	foreign := other.Invite(other.Contacts(1)...).Items[0].Invitation
	for name, test := range map[string]struct {
		actor  auth.Actor
		id     invite.ID
		reason string
		code   invite.Code
		field  string
	}{
		"accepted":                {gym.Owner, gym.Invitation(c[0].ID).ID, "", invite.AlreadyAccepted, "id"},
		"declined":                {gym.Owner, gym.Invitation(c[1].ID).ID, "", invite.NotRevocable, "id"},
		"of another organization": {gym.Owner, *foreign, "", invite.NotFound, ""},
		"support":                 {w.Support(), *foreign, "", invite.Forbidden, ""},
		"nobody":                  {auth.Actor{Kind: auth.KindAnonymous}, *foreign, "", invite.Unauthenticated, ""},
		"a reason of two lines":   {gym.Owner, lapsed.ID, "a\nb", invite.ControlCharacters, "input.reason"},
		"a long reason":           {gym.Owner, lapsed.ID, strings.Repeat("x", 101), invite.TooLong, "input.reason"},
	} {
		w.Unchanged(name, func() {
			refused(t, name, w.App.RevokeInvitation(w.As(test.actor), test.id, test.reason), test.code, test.field)
		})
	}
	w.Clock.Advance(lapsed.ExpiresAt.Sub(w.Clock.Now()))
	w.Unchanged("lapsed and not yet swept", func() {
		refused(t, "lapsed", w.App.RevokeInvitation(w.As(gym.Owner), lapsed.ID, ""), invite.NotRevocable, "id")
	})
}
