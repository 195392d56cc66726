package app_test

import (
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
	"usher/store"
)

func grant(w *apptest.World, location, round invite.ID) (app.Grant, error) {
	return w.App.GrantSlot(w.System("sender"), location, round)
}

// Postgres keeps the pace, whatever proposes, and never makes up for slots
// that were missed.
func TestPace(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	gym.Invite(gym.Contacts(4)...)
	waiting := gym.Waiting()
	if g := gym.Grant(); !g.Next.Equal(apptest.Start.Add(time.Minute)) {
		t.Errorf("next %v", g.Next)
	}
	for _, early := range []time.Duration{0, time.Second, 58*time.Second + 999_999*time.Microsecond} {
		w.Clock.Advance(early)
		w.Unchanged("before the next slot", func() {
			g := must(grant(w, gym.Location.ID, waiting[1].ID))(t)
			if g.Granted || !g.Waits || !g.Next.Equal(apptest.Start.Add(time.Minute)) || g.Messages != nil {
				t.Errorf("%v early: %+v", early, g)
			}
		})
	}
	w.Clock.Advance(time.Microsecond)
	gym.Grant()
	w.Clock.Advance(time.Hour) // 59 slots are missed
	gym.Grant()
	w.Unchanged("no burst after a pause", func() {
		if g := must(grant(w, gym.Location.ID, waiting[3].ID))(t); g.Granted {
			t.Errorf("%+v", g)
		}
	})
}

// The window and the pace act at once, on what waits too, and on the wall
// clock of the location's zone of today.
func TestWindow(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	gym.Invite(gym.Contacts(5)...)
	waiting := gym.Waiting()
	propose := func(what string, n int, next time.Time) {
		t.Helper()
		g := must(grant(w, gym.Location.ID, waiting[n].ID))(t)
		if g.Granted != next.IsZero() || !next.IsZero() && (!g.Waits || !g.Next.Equal(next)) {
			t.Errorf("%s: %+v, want next %v", what, g, next)
		}
	}
	w.Clock.Advance(7*time.Hour - time.Microsecond) // 15:59:59.999999 in Berlin
	propose("the last microsecond", 0, time.Time{})
	w.Clock.Advance(time.Minute)
	tomorrow := time.Date(2026, 11, 25, 7, 0, 0, 0, time.UTC)
	propose("after four", 1, tomorrow)
	gym.Set(invite.PolicyPatch{SendWindow: &invite.WindowChoice{}})
	propose("any time", 1, time.Time{})
	w.Clock.Advance(time.Second)
	gym.Set(invite.PolicyPatch{PaceSeconds: new(1)})
	propose("a pace of a second", 2, time.Time{})
	w.Clock.Advance(time.Second)
	if _, _, err := w.App.UpdatePolicy(w.As(gym.Owner), app.PolicyInput{Clear: []invite.PolicyField{"sendWindow"}}); err != nil {
		t.Fatal(err)
	}
	propose("the window again", 3, tomorrow)
	if _, err := w.App.UpdateLocation(w.As(gym.Owner), gym.Location.ID, nil, new("America/New_York")); err != nil {
		t.Fatal(err)
	}
	propose("ten in New York", 3, time.Time{})
}

// Of all who propose rounds of a lane at once, one is granted.
func TestOneGrantASlot(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	gym.Invite(gym.Contacts(10)...)
	waiting := gym.Waiting()
	for round := range 3 {
		grants := make([]app.Grant, 20)
		for _, err := range atOnce(len(grants), func(i int) (err error) {
			grants[i], err = grant(w, gym.Location.ID, waiting[i%len(waiting)].ID)
			return err
		}) {
			if err != nil {
				t.Fatal(err)
			}
		}
		granted := 0
		for _, g := range grants {
			if g.Granted {
				granted++
			}
		}
		if granted != 1 {
			t.Errorf("%d granted", granted)
		}
		if n := w.Probe.Int(`SELECT count(*) FROM rounds WHERE slot_at IS NOT NULL`); n != round+1 {
			t.Errorf("%d have a slot", n)
		}
		w.Clock.Advance(time.Minute)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM (SELECT slot_at FROM rounds WHERE slot_at IS NOT NULL GROUP BY slot_at HAVING count(*) > 1) same`); n != 0 {
		t.Error("two rounds share a slot")
	}
}

// Two copies of the same round, without a pace to part them: it leaves once.
func TestARoundLeavesOnce(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	gym.Set(invite.PolicyPatch{PaceSeconds: new(0)})
	gym.Invite(gym.Contacts(1)...)
	round := gym.Waiting()[0].ID
	messages := make([]int, 20)
	for _, err := range atOnce(len(messages), func(i int) error {
		g, err := grant(w, gym.Location.ID, round)
		messages[i] = len(g.Messages)
		return err
	}) {
		if err != nil {
			t.Fatal(err)
		}
	}
	total := 0
	for _, n := range messages {
		total += n
	}
	if total != 2 {
		t.Errorf("%d messages left, want one email and one text", total)
	}
}

// A proposal of something that does not wait in the lane takes no slot.
func TestProposalsInVain(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	annex := must(w.App.CreateLocation(w.As(gym.Owner), nil, "West Street", "Europe/Berlin"))(t)
	gym.Invite(gym.Contacts(2)...)
	waiting := gym.Waiting()
	gym.SendNext()
	w.Clock.Advance(time.Minute)
	for name, round := range map[string]invite.ID{"one that left": waiting[0].ID, "one that is nowhere": store.NewID()} {
		w.Unchanged(name, func() {
			if g := must(grant(w, gym.Location.ID, round))(t); g.Granted || g.Waits || g.Next.After(w.Clock.Now()) {
				t.Errorf("%s: %+v", name, g)
			}
		})
	}
	w.Unchanged("in another lane", func() {
		if g := must(grant(w, annex.ID, waiting[1].ID))(t); g.Granted || g.Waits {
			t.Errorf("%+v", g)
		}
	})
	gym.Grant()
}

// A contact who can be reached no more takes no slot from the next one.
func TestNobodyToReach(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(2)
	gym.Invite(c...)
	if err := w.App.UpdateContact(w.As(gym.Owner), app.UpdateInput{ID: c[0].ID, Clear: []app.ContactField{app.FieldEmail, app.FieldPhone}}); err != nil {
		t.Fatal(err)
	}
	g := must(grant(w, gym.Location.ID, gym.Waiting()[0].ID))(t)
	if g.Granted || g.Waits || g.Messages != nil {
		t.Errorf("%+v", g)
	}
	if i := gym.Invitation(c[0].ID); i.State != invite.Failed || i.EndReason == "" {
		t.Errorf("%+v", i)
	}
	for _, d := range gym.Deliveries(c[0].ID) {
		if d.State != invite.Skipped || d.Reason == "" || d.Address != nil {
			t.Errorf("%+v", d)
		}
	}
	if m := gym.Grant().Messages; m[0].Address != *c[1].Email {
		t.Errorf("the next one: %+v", m[0])
	}
}

// A message goes to the address of the moment it leaves.
func TestAddressesOfTheMoment(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Create(app.NewContact{Name: "Ada", Email: "old@example.com"})[0]
	gym.Invite(c)
	before := gym.Deliveries(c.ID)
	if before[0].State != invite.Scheduled || before[1].State != invite.Skipped || before[1].Reason == "" {
		t.Errorf("%+v", before)
	}
	err := w.App.UpdateContact(w.As(gym.Owner), app.UpdateInput{ID: c.ID, Email: new("new@example.com"), Phone: new("+12025550199")})
	if err != nil {
		t.Fatal(err)
	}
	m := gym.SendNext()
	if len(m) != 2 || m[0].Address != "new@example.com" || m[1].Address != "+12025550199" {
		t.Errorf("%+v", m)
	}
	for _, d := range gym.Deliveries(c.ID) {
		if d.State != invite.Sent || d.Attempt != 1 || d.Reason != "" {
			t.Errorf("%+v", d)
		}
	}
}
