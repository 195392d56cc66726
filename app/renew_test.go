package app_test

import (
	"strings"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
)

// Asking for a new message answers alike for every link, and queues a round
// for an expired one only: one, ahead of batches, to the address on file.
func TestRequestNew(t *testing.T) {
	t.Parallel()
	ask := func(w *apptest.World, token string) {
		w.T.Helper()
		if err := w.App.RequestNew(w.T.Context(), app.Visitor{}, token); err != nil {
			w.T.Errorf("%v", err)
		}
	}
	for name, end := range ends {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := apptest.New(t)
			gym := w.Place(invite.Gym, "Iron Temple")
			gym.Set(invite.PolicyPatch{PaceSeconds: new(0)})
			list := gym.Contacts(4)
			c := list[0]
			m := gym.Send(c)[0]
			end.do(t, w, gym, c, m)
			if end.link != app.PreviewExpired {
				w.Unchanged(name, func() { ask(w, m.Token) })
				return
			}
			gym.Invite(list[1:]...)
			ask(w, m.Token)
			ask(w, m.Token)
			waiting := gym.Waiting()
			if len(waiting) != 4 || waiting[0].Priority != invite.Single {
				t.Fatalf("%+v", waiting)
			}
			if i := gym.Invitation(c.ID); i.State != invite.Queued || i.Round != 2 {
				t.Errorf("%+v", i)
			}
			fresh := gym.SendNext()
			if fresh[0].Address != *c.Email {
				t.Errorf("to %s", fresh[0].Address)
			}
			w.Unchanged("by the old link, while the new one is out", func() { ask(w, m.Token) })
			if s := look(t, w, m); s != app.PreviewNotValid {
				t.Errorf("the old link: %s", s)
			}
			gym.Join(fresh[0])
		})
	}
	t.Run("unknown", func(t *testing.T) {
		t.Parallel()
		w := apptest.New(t)
		w.Unchanged("unknown", func() {
			ask(w, "")
			ask(w, "1"+strings.Repeat("A", invite.LinkTokenLength-1))
		})
	})
	t.Run("an expired one that cannot be sent", func(t *testing.T) {
		t.Parallel()
		w := apptest.New(t)
		gym := w.Place(invite.Gym, "Iron Temple")
		c := gym.Contacts(1)[0]
		m := gym.Send(c)[0]
		w.Clock.Advance(11 * 24 * time.Hour)
		w.Probe.Exec(`UPDATE contacts SET email = NULL, phone = NULL WHERE id = $1`, c.ID)
		w.Unchanged("no address", func() { ask(w, m.Token) })
	})
}

// Many clicks at once make one round.
func TestRequestNewAtOnce(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	m := gym.Send(gym.Contacts(1)[0])[0]
	w.Clock.Advance(11 * 24 * time.Hour)
	if n := codes(atOnce(20, func(int) error { return w.App.RequestNew(t.Context(), app.Visitor{}, m.Token) })); n[""] != 20 {
		t.Errorf("%v", n)
	}
	if n := len(gym.Waiting()); n != 1 {
		t.Errorf("%d rounds wait", n)
	}
}
