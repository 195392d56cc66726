package app_test

import (
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
)

var busy = app.Outcome{Failed: true, Temporary: true, Reason: "busy"}

// nextAttempt returns when the contact's email is to be tried again.
func nextAttempt(p *apptest.Place, contact invite.ID) *time.Time {
	return p.Deliveries(contact)[0].NextAttemptAt
}

// Temporary failures are tried again after 1, 5, 15 and 60 minutes; the fifth
// ends the channel. None takes a slot of the lane.
func TestBackoffAndGivingUp(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Create(app.NewContact{Email: "a@example.com"}, app.NewContact{Email: "b@example.com"})
	gym.Invite(c...)
	m := gym.Grant().Messages[0]
	slot := must(w.DB.Location(t.Context(), app.ScopeOf(gym.Owner), gym.Location.ID))(t).LastSlot
	for n, wait := range []time.Duration{time.Minute, 5 * time.Minute, 15 * time.Minute, time.Hour} {
		gym.Record(m, busy)
		due := w.Clock.Now().Add(wait)
		if at := nextAttempt(gym, c[0].ID); at == nil || !at.Equal(due) {
			t.Fatalf("after attempt %d: again at %v, want %v", n+1, at, due)
		}
		w.Clock.Advance(wait - time.Microsecond)
		w.Unchanged("too early", func() {
			if m := must(w.App.TakeUp(w.System("retry"), m.Delivery))(t); m != nil {
				t.Errorf("attempt %d came early", m.Attempt)
			}
		})
		if due := must(w.DB.DueAttempts(t.Context(), w.Clock.Now(), 10))(t); len(due) != 0 {
			t.Errorf("%v due early", due)
		}
		w.Clock.Advance(time.Microsecond)
		if due := must(w.DB.DueAttempts(t.Context(), w.Clock.Now(), 10))(t); len(due) != 1 || due[0] != m.Delivery {
			t.Errorf("due: %v", due)
		}
		m = *must(w.App.TakeUp(w.System("retry"), m.Delivery))(t)
	}
	gym.Record(m, busy)
	d := gym.Deliveries(c[0].ID)[0]
	if d.State != invite.Undelivered || d.Attempt != 5 || d.NextAttemptAt != nil || d.Reason != "Given up after several attempts: busy" {
		t.Errorf("%+v", d)
	}
	if i := gym.Invitation(c[0].ID); i.State != invite.Failed || i.EndReason != d.Reason {
		t.Errorf("%+v", i)
	}
	if now := must(w.DB.Location(t.Context(), app.ScopeOf(gym.Owner), gym.Location.ID))(t).LastSlot; !now.Equal(*slot) {
		t.Errorf("retries moved the lane's last slot from %v to %v", slot, now)
	}
}

// The provider's wait is respected; neither it nor the backoff leaves the
// window, and a window that closed meanwhile holds the attempt back.
func TestRetriesObeyTheWindow(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Create(app.NewContact{Email: "a@example.com"})[0]
	gym.Invite(c)
	m := gym.Grant().Messages[0]
	asked := busy
	asked.RetryAfter = 3 * time.Hour
	gym.Record(m, asked)
	if at := nextAttempt(gym, c.ID); !at.Equal(apptest.Start.Add(3 * time.Hour)) {
		t.Errorf("asked for three hours: %v", at)
	}
	w.Clock.Advance(3 * time.Hour) // noon
	m = *must(w.App.TakeUp(w.System("retry"), m.Delivery))(t)
	asked.RetryAfter = 5 * time.Hour // would be 17:00
	gym.Record(m, asked)
	tomorrow := time.Date(2026, 11, 25, 7, 0, 0, 0, time.UTC)
	if at := nextAttempt(gym, c.ID); !at.Equal(tomorrow) {
		t.Errorf("outside the window: %v, want %v", at, tomorrow)
	}
	w.Clock.Advance(tomorrow.Sub(w.Clock.Now()))
	gym.Set(invite.PolicyPatch{SendWindow: &invite.WindowChoice{Window: &invite.Window{From: 10 * 60, To: 12 * 60, Days: invite.EveryDay}}})
	if m := must(w.App.TakeUp(w.System("retry"), m.Delivery))(t); m != nil {
		t.Errorf("attempt %d outside the new window", m.Attempt)
	}
	if d := gym.Deliveries(c.ID)[0]; d.State != invite.Deferred || d.Attempt != 2 || !d.NextAttemptAt.Equal(tomorrow.Add(2*time.Hour)) {
		t.Errorf("%+v", d)
	}
}

// A channel that was open for 24 hours since the first attempt is given up,
// however few attempts there were.
func TestGivingUpAfterOpenHours(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Create(app.NewContact{Email: "a@example.com"})[0]
	gym.Invite(c)
	m := gym.Grant().Messages[0]
	gym.Record(m, busy)
	w.Clock.Advance(4 * 24 * time.Hour) // eight hours a day
	if m := must(w.App.TakeUp(w.System("retry"), m.Delivery))(t); m != nil {
		t.Errorf("%+v", m)
	}
	if i := gym.Invitation(c.ID); i.State != invite.Failed {
		t.Errorf("%+v", i)
	}
}

// Of many who take up a lost message one does.
func TestOneTakesUp(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	gym.Invite(gym.Contacts(1)...)
	m := gym.Grant().Messages[0]
	w.Clock.Advance(invite.Lease)
	taken := make([]*app.Message, 20)
	for _, err := range atOnce(len(taken), func(i int) (err error) {
		taken[i], err = w.App.TakeUp(w.System("retry"), m.Delivery)
		return err
	}) {
		if err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	for _, m := range taken {
		if m != nil {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d took it up", n)
	}
}
