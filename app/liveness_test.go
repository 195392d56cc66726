package app_test

import (
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
)

// What ends a sign-in is noticed within two seconds, also where the sign-in
// was looked at just before.
func TestSignInsEndWithinSeconds(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(w *apptest.World, gym *apptest.Place, c invite.Contact) error{
		"to offline": func(w *apptest.World, gym *apptest.Place, c invite.Contact) error {
			return w.App.UpdateContact(w.As(gym.Owner), app.UpdateInput{ID: c.ID, ClientType: new(invite.Offline)})
		},
		"archived": func(w *apptest.World, _ *apptest.Place, c invite.Contact) error {
			w.Probe.Exec(`UPDATE contacts SET archived_at = now() WHERE id = $1`, c.ID)
			return nil
		},
		"membership ended": func(w *apptest.World, _ *apptest.Place, c invite.Contact) error {
			w.Probe.Exec(`UPDATE memberships SET ended_at = now() WHERE contact_id = $1`, c.ID)
			return nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := apptest.New(t)
			gym := w.Place(invite.Gym, "Iron Temple")
			c := gym.Contacts(1)[0]
			joined := gym.Join(gym.Send(c)[0])
			live := func() error {
				_, err := w.App.Authenticate(t.Context(), joined.AccessToken)
				return err
			}
			if err := live(); err != nil {
				t.Fatal(err)
			}
			if err := end(w, gym, c); err != nil {
				t.Fatal(err)
			}
			w.Clock.Advance(2 * time.Second)
			if err := live(); invite.CodeOf(err) != invite.Unauthenticated {
				t.Errorf("two seconds later: %v", err)
			}
			if _, err := w.App.Refresh(t.Context(), joined.RefreshToken); invite.CodeOf(err) != invite.Unauthenticated {
				t.Errorf("refreshing: %v", err)
			}
		})
	}
}

// FULL_ACCESS to ONE_WAY and back is about messages: nobody is signed out.
func TestOneWayKeepsTheSignIn(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	joined := gym.Join(gym.Send(c)[0])
	for _, kind := range []invite.ClientType{invite.FullAccessOneWay, invite.FullAccess} {
		setType(t, w, gym, c.ID, kind)
		w.Clock.Advance(2 * time.Second)
		if _, err := w.App.Authenticate(t.Context(), joined.AccessToken); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// Most requests do not ask the database whether the sign-in lives.
func TestLivenessIsRemembered(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	before := w.Statements()
	for range 100 {
		if err := w.App.StillLive(t.Context(), gym.Owner); err != nil {
			t.Fatal(err)
		}
	}
	if n := w.Statements() - before; n > 1 {
		t.Errorf("%d statements for 100 requests at one time", n)
	}
	w.Clock.Advance(gym.Owner.ExpiresAt.Sub(w.Clock.Now()))
	if err := w.App.StillLive(t.Context(), gym.Owner); invite.CodeOf(err) != invite.Unauthenticated {
		t.Errorf("after the token's end: %v", err)
	}
	if err := w.App.StillLive(t.Context(), auth.Actor{Kind: auth.KindAnonymous}); invite.CodeOf(err) != invite.Unauthenticated {
		t.Errorf("nobody: %v", err)
	}
}
