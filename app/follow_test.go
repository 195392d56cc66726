package app_test

import (
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
)

// What was sent to an address that was replaced can be used no more; what went
// to the other one can.
func TestReplacedAddresses(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	m := gym.Send(c)
	if err := update(w, gym.Owner, app.UpdateInput{ID: c.ID, Name: new("Ada"), Email: new(*c.Email), Phone: new(*c.Phone)}); err != nil {
		t.Fatal(err)
	}
	for _, m := range m {
		if s := look(t, w, m); s != app.PreviewOpen {
			t.Errorf("the %s, after a change that replaced nothing: %s", m.Channel, s)
		}
	}
	if err := update(w, gym.Owner, app.UpdateInput{ID: c.ID, Email: new("right@example.com")}); err != nil {
		t.Fatal(err)
	}
	for n, want := range []app.PreviewState{app.PreviewNotValid, app.PreviewOpen} {
		if s := look(t, w, m[n]); s != want {
			t.Errorf("the %s: %s, want %s", m[n].Channel, s, want)
		}
	}
	if p := must(w.App.Preview(t.Context(), app.Visitor{}, app.Credential{Code: &m[0].Code}))(t); p.State != app.PreviewNotValid {
		t.Errorf("the code: %s", p.State)
	}
	if i := gym.Invitation(c.ID); i.State != invite.Pending {
		t.Errorf("%+v", i)
	}
	resendLater(t, w, gym, c)
	if fresh := gym.SendNext(); fresh[0].Address != "right@example.com" {
		t.Errorf("%+v", fresh[0])
	}
}

// A message on its way to an address that was replaced is stopped; where it
// was the only one, the invitation has failed and can be resent.
func TestReplacedOnItsWay(t *testing.T) {
	t.Parallel()
	for _, deferred := range []bool{false, true} {
		w := apptest.New(t)
		gym := w.Place(invite.Gym, "Iron Temple")
		c := gym.Create(app.NewContact{Email: "wrong@example.com"})[0]
		gym.Invite(c)
		m := gym.Grant().Messages[0]
		if deferred {
			gym.Record(m, busy)
		}
		if err := update(w, gym.Owner, app.UpdateInput{ID: c.ID, Email: new("right@example.com")}); err != nil {
			t.Fatal(err)
		}
		i := gym.Invitation(c.ID)
		if i.State != invite.Failed || i.EndReason == "" {
			t.Errorf("%+v", i)
		}
		dead(t, w, i.ID)
		w.Unchanged("its result", func() { gym.Record(m, app.Outcome{}) })
		w.Clock.Advance(time.Hour)
		w.Unchanged("taken up", func() {
			if m := must(w.App.TakeUp(w.System("retry"), m.Delivery))(t); m != nil {
				t.Errorf("%+v", m)
			}
		})
		if err := resend(w, gym.Owner, i.ID); err != nil {
			t.Fatal(err)
		}
		if fresh := gym.SendNext(); fresh[0].Address != "right@example.com" || fresh[0].Token == m.Token {
			t.Errorf("%+v", fresh[0])
		}
	}
}

// A change to OFFLINE takes back what is open; a change from it invites where
// the policy says so.
func TestOfflineAndBack(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, coach := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Coach, "Coach Kim")
	for _, test := range []struct {
		place *apptest.Place
		to    invite.ClientType
		want  invite.ContactStatus
	}{
		{gym, invite.FullAccess, invite.ContactStatus(invite.Revoked)},
		{coach, invite.FullAccess, invite.ContactStatus(invite.Queued)},
		{coach, invite.FullAccessOneWay, invite.ContactStatus(invite.Queued)},
	} {
		p := test.place
		c := p.Create(app.NewContact{Email: string("p-" + test.to + "@example.com")})[0]
		p.Invite(c)
		first := p.Invitation(c.ID).ID
		setType(t, w, p, c.ID, invite.Offline)
		if i := p.Invitation(c.ID); i.State != invite.Revoked || i.EndReason == "" || len(p.Waiting()) != 0 {
			t.Errorf("offline: %+v, %d wait", i, len(p.Waiting()))
		}
		dead(t, w, first)
		setType(t, w, p, c.ID, invite.Offline)
		setType(t, w, p, c.ID, test.to)
		if s := p.Contact(c.ID).Status; s != test.want {
			t.Errorf("%s of a %s back from offline: %s, want %s", test.to, p.Org.Preset, s, test.want)
		}
		if test.want == invite.ContactStatus(invite.Queued) {
			if w := p.Waiting(); len(w) != 1 || w[0].Priority != invite.Single {
				t.Errorf("%+v", w)
			}
			if p.Invitation(c.ID).ID == first {
				t.Error("the revoked invitation came back")
			}
			p.SendNext()
			w.Clock.Advance(time.Minute)
		}
	}
}

// A client who joined, went offline and came back is not invited again: the
// account is still theirs.
func TestRegisteredOfflineAndBack(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	coach := w.Place(invite.Coach, "Coach Kim")
	c := coach.Contacts(1)[0]
	coach.Join(coach.Send(c)[0])
	setType(t, w, coach, c.ID, invite.Offline)
	if now := coach.Contact(c.ID); now.Status != invite.Registered || coach.Invitation(c.ID).State != invite.Accepted {
		t.Errorf("%+v", now)
	}
	setType(t, w, coach, c.ID, invite.FullAccess)
	if n := len(coach.Waiting()); n != 0 {
		t.Errorf("%d wait", n)
	}
	must(signIn(w, *c.Email, apptest.Password))(t)
}

// A contact who moves takes the waiting round along, with its rank.
func TestMovingMovesTheWaitingRound(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(3)
	west := must(w.App.CreateLocation(w.As(gym.Owner), nil, "West Street", "America/New_York"))(t)
	gym.Invite(c...)
	waiting := gym.Waiting()
	if err := update(w, gym.Owner, app.UpdateInput{ID: c[0].ID, Location: &west.ID}); err != nil {
		t.Fatal(err)
	}
	if now := gym.Waiting(); len(now) != 2 || now[0].ID != waiting[1].ID {
		t.Errorf("%+v", now)
	}
	if g := must(grant(w, gym.Location.ID, waiting[0].ID))(t); g.Granted || g.Waits {
		t.Errorf("granted in the lane it left: %+v", g)
	}
	g := must(grant(w, west.ID, waiting[0].ID))(t)
	if g.Granted || !g.Waits || !g.Next.Equal(time.Date(2026, 11, 24, 13, 0, 0, 0, time.UTC)) {
		t.Errorf("three in the morning in New York: %+v", g)
	}
	w.Clock.Advance(g.Next.Sub(w.Clock.Now()))
	if g := must(grant(w, west.ID, waiting[0].ID))(t); !g.Granted {
		t.Errorf("%+v", g)
	}
	gym.Grant() // the lane it left has lost no slot
	if n := w.Probe.Int(`SELECT count(*) FROM events WHERE kind = 'CONTACT_CHANGED' AND round_id = $1 AND location_id = $2`, waiting[0].ID, west.ID); n != 1 {
		t.Errorf("%d facts tell the lanes of the move", n)
	}
}
