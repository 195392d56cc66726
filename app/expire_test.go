package app_test

import (
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
)

func expire(t *testing.T, w *apptest.World, list ...invite.ID) {
	t.Helper()
	if err := w.App.Expire(w.System("expiry"), list); err != nil {
		t.Fatal(err)
	}
}

// An invitation ends at the instant, on read at once, in the tables with the
// sweep; what has not lapsed is left alone.
func TestExpire(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(3)
	early := gym.Send(c[0])
	w.Clock.Advance(time.Minute)
	gym.Send(c[1])
	gym.Invite(c[2])
	all := []invite.ID{gym.Invitation(c[0].ID).ID, gym.Invitation(c[1].ID).ID, gym.Invitation(c[2].ID).ID}
	w.Clock.Advance(gym.Invitation(c[0].ID).ExpiresAt.Sub(w.Clock.Now()) - time.Microsecond)
	w.Unchanged("a microsecond early", func() { expire(t, w, all...) })
	w.Clock.Advance(time.Microsecond)
	if s := gym.Contact(c[0].ID).StatusAt(w.Clock.Now()); s != invite.ContactStatus(invite.Expired) {
		t.Errorf("before the sweep: %s", s)
	}
	if s := look(t, w, early[0]); s != app.PreviewExpired {
		t.Errorf("its link, before the sweep: %s", s)
	}
	if lapsed := must(w.DB.Lapsed(t.Context(), w.Clock.Now(), 10))(t); len(lapsed) != 1 || lapsed[0] != all[0] {
		t.Errorf("lapsed: %v", lapsed)
	}
	expire(t, w, all...)
	for n, want := range []invite.InvitationState{invite.Expired, invite.Pending, invite.Queued} {
		if i := gym.Invitation(c[n].ID); i.State != want {
			t.Errorf("contact %d: %s, want %s", n, i.State, want)
		}
	}
	dead(t, w, all[0])
	if s := look(t, w, early[1]); s != app.PreviewExpired {
		t.Errorf("its link, after the sweep: %s", s)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM events WHERE kind = 'INVITATION_EXPIRED' AND from_state = 'PENDING' AND to_state = 'EXPIRED' AND actor_name = 'expiry'`); n != 1 {
		t.Errorf("%d facts of expiry", n)
	}
	w.Unchanged("swept again", func() { expire(t, w, all...) })
}

// A text that is still tried when the invitation lapses is not sent any more.
func TestExpiryStopsWhatIsTried(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	gym.Set(invite.PolicyPatch{TTLDays: new(1)})
	c := gym.Contacts(1)[0]
	gym.Invite(c)
	m := gym.Grant().Messages
	gym.Record(m[0], app.Outcome{})
	gym.Record(m[1], busy)
	w.Clock.Advance(24 * time.Hour)
	expire(t, w, gym.Invitation(c.ID).ID)
	dead(t, w, gym.Invitation(c.ID).ID)
	w.Unchanged("taken up", func() {
		if m := must(w.App.TakeUp(w.System("retry"), m[1].Delivery))(t); m != nil {
			t.Errorf("%+v", m)
		}
	})
}

// An invitation that was resent before it lapsed waits for its new round: the
// old credentials die, the new one opens it again.
func TestLapseWhileAResendWaits(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	old := gym.Send(c)
	i := gym.Invitation(c.ID)
	w.Clock.Advance(i.ExpiresAt.Sub(w.Clock.Now()) - time.Hour)
	if err := resend(w, gym.Owner, i.ID); err != nil {
		t.Fatal(err)
	}
	w.Clock.Advance(time.Hour)
	if s := gym.Invitation(c.ID).StateAt(w.Clock.Now()); s != invite.Queued {
		t.Errorf("before the sweep: %s", s)
	}
	expire(t, w, i.ID)
	if s := gym.Contact(c.ID).Status; s != invite.ContactStatus(invite.Queued) {
		t.Errorf("after the sweep: %s", s)
	}
	for _, m := range old {
		if s := look(t, w, m); s != app.PreviewNotValid {
			t.Errorf("the old %s: %s", m.Channel, s)
		}
	}
	fresh := gym.SendNext()
	if next := gym.Invitation(c.ID); next.State != invite.Pending || !next.ExpiresAt.Equal(w.Clock.Now().AddDate(0, 0, 10)) {
		t.Errorf("%+v", next)
	}
	gym.Join(fresh[0])
}

// Whom a change overtook between the proposal and the sweep is left alone.
func TestExpiryLosesToJoining(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	m := gym.Send(c)
	id := gym.Invitation(c.ID).ID
	w.Clock.Advance(9 * 24 * time.Hour)
	gym.Join(m[0])
	w.Clock.Advance(2 * 24 * time.Hour)
	w.Unchanged("accepted", func() { expire(t, w, id) })
}

// One reminder a round falls due before expiry, waits behind everybody else,
// does not start the clock again, and does not go to those it comes too late
// for.
func TestReminders(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	gym.Set(invite.PolicyPatch{ReminderDaysBefore: new(2), SendWindow: &invite.WindowChoice{}})
	c := gym.Contacts(4)
	var all []invite.ID
	first := gym.Send(c[0])
	gym.Set(invite.PolicyPatch{ReminderDaysBefore: new(0)})
	w.Clock.Advance(time.Minute)
	gym.Send(c[1]) // its terms have no reminder
	for _, contact := range c[:2] {
		all = append(all, gym.Invitation(contact.ID).ID)
	}
	remind := func() {
		t.Helper()
		if err := w.App.QueueReminders(w.System("reminders"), all); err != nil {
			t.Fatal(err)
		}
	}
	due := gym.Invitation(c[0].ID).ExpiresAt.Add(-2 * 24 * time.Hour)
	w.Clock.Advance(due.Sub(w.Clock.Now()) - time.Microsecond)
	w.Unchanged("a microsecond early", remind)
	w.Clock.Advance(time.Microsecond)
	remind()
	w.Unchanged("a second time", remind)
	gym.Invite(c[2], c[3])
	waiting := gym.Waiting()
	if len(waiting) != 3 || waiting[2].Priority != invite.Reminder {
		t.Fatalf("%+v", waiting)
	}
	gym.SendNext()
	w.Clock.Advance(time.Minute)
	gym.SendNext()
	w.Clock.Advance(time.Minute)
	expires := *gym.Invitation(c[0].ID).ExpiresAt
	reminder := gym.SendNext()
	if reminder[0].Purpose != invite.PurposeReminder || !reminder[0].ExpiresAt.Equal(expires) || reminder[0].Token == first[0].Token {
		t.Errorf("%+v", reminder[0])
	}
	if i := gym.Invitation(c[0].ID); i.State != invite.Pending || !i.ExpiresAt.Equal(expires) || i.Round != 1 {
		t.Errorf("%+v", i)
	}
	for _, m := range append(first, reminder...) {
		if s := look(t, w, m); s != app.PreviewOpen {
			t.Errorf("the %s of the %s: %s", m.Channel, m.Purpose, s)
		}
	}
	w.Unchanged("after it left", remind)
	gym.Join(reminder[0])
}

// A reminder that waits while its person joins never leaves; nor does one that
// waits while its invitation lapses.
func TestRemindersComeToNothing(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	gym.Set(invite.PolicyPatch{ReminderDaysBefore: new(1), SendWindow: &invite.WindowChoice{}})
	c := gym.Contacts(2)
	m := gym.Send(c[0])
	w.Clock.Advance(time.Minute)
	gym.Send(c[1])
	w.Clock.Advance(9*24*time.Hour + time.Minute)
	lapsing := gym.Invitation(c[1].ID).ID
	if err := w.App.QueueReminders(w.System("reminders"), []invite.ID{gym.Invitation(c[0].ID).ID, lapsing}); err != nil {
		t.Fatal(err)
	}
	gym.Join(m[0])
	if n := len(gym.Waiting()); n != 1 {
		t.Fatalf("%d wait after one joined", n)
	}
	w.Clock.Advance(24 * time.Hour)
	g := must(grant(w, gym.Location.ID, gym.Waiting()[0].ID))(t)
	if g.Granted || g.Waits || len(g.Messages) != 0 {
		t.Errorf("lapsed and not yet swept: %+v", g)
	}
	expire(t, w, lapsing)
	dead(t, w, lapsing)
}
