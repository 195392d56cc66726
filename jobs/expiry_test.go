package jobs

import (
	"slices"
	"testing"
	"time"

	"usher/app"
	"usher/internal/testenv"
	"usher/invite"
	"usher/jobs/rdb"
)

func TestExpiresOnTime(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	if every := r.replicas[0].expiry.every; every >= time.Second {
		t.Errorf("the index is looked at every %s", every)
	}
	c := r.newcomers(1)[0]
	r.place.Invite(c)
	r.start()
	r.settle()
	r.advance(10*24*time.Hour - time.Millisecond)
	if i := r.invitationOf(c); i.State != invite.Pending {
		t.Fatalf("%s a moment before its time", i.State)
	}
	r.advance(time.Millisecond)
	if i := r.invitationOf(c); i.State != invite.Expired {
		t.Fatalf("%s at its time", i.State)
	}
	facts, err := r.DB.Timelines(t.Context(), []invite.ID{r.invitationOf(c).ID}, 1)
	r.must(err)
	if f := facts[0]; f.Kind != invite.InvitationExpired || f.ActorName != "expiry" || f.ActorKind != "SYSTEM" || f.Position == nil {
		t.Errorf("the last fact is %+v", f)
	}
	if n, err := r.redis.Index(rdb.Expiry).Size(t.Context()); err != nil || n != 0 {
		t.Errorf("%d left in the index (%v)", n, err)
	}
}

func TestExpiresWithoutRedis(t *testing.T) {
	t.Parallel()
	server := testenv.RedisServer(t)
	r := newRig(t, 1, server)
	people := r.newcomers(2)
	r.fast(0)
	r.place.Invite(people...)
	r.start()
	r.settle()
	server.Flush()
	server.Kill()
	r.setClock(r.Clock.Now().Add(10 * 24 * time.Hour))
	r.afterTurn("sweep")
	for _, p := range people {
		if i := r.invitationOf(p); i.State != invite.Expired {
			t.Errorf("%s is %s", *p.Email, i.State)
		}
	}
}

// A resend starts the clock again; the old time does nothing.
func TestResendMovesTheExpiry(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	c := r.newcomers(1)[0]
	r.place.Invite(c)
	r.start()
	r.settle()
	r.advance(5 * 24 * time.Hour)
	r.must(r.App.ResendInvitation(r.As(r.place.Owner), app.ResendInput{Invitation: r.invitationOf(c).ID}))
	r.settle()
	if got := len(r.email.all()); got != 2 {
		t.Fatalf("%d emails, want 2", got)
	}
	r.advance(5 * 24 * time.Hour)
	if i := r.invitationOf(c); i.State != invite.Pending {
		t.Fatalf("%s at its first round's time", i.State)
	}
	r.advance(5 * 24 * time.Hour)
	if i := r.invitationOf(c); i.State != invite.Expired {
		t.Errorf("%s at its second round's time", i.State)
	}
}

// An entry of the index that is wrong is put right from Postgres.
func TestIndexIsWrong(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	c := r.newcomers(1)[0]
	r.place.Invite(c)
	r.start()
	r.settle()
	i := r.invitationOf(c)
	r.must(r.redis.Index(rdb.Expiry).Set(t.Context(), []rdb.Entry{{Invitation: i.ID, At: r.Clock.Now().Add(time.Hour)}}))
	r.advance(time.Hour)
	if i := r.invitationOf(c); i.State != invite.Pending {
		t.Fatalf("%s although it has not lapsed", i.State)
	}
	if at, err := r.redis.Index(rdb.Expiry).Next(t.Context()); err != nil || !at.Equal(*i.ExpiresAt) {
		t.Errorf("the index says %s (%v), Postgres %s", at, err, i.ExpiresAt)
	}
}

func TestReminder(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	days := 2
	r.place.Set(invite.PolicyPatch{ReminderDaysBefore: &days})
	people := r.newcomers(3)
	r.place.Invite(people...)
	r.start()
	r.settle()
	r.walk(r.Clock.Now().Add(3*time.Minute), func(time.Time) {})
	first := r.email.all()[0]
	join(t, r, first)                                                                                     // no reminder for who has joined
	r.must(r.App.RevokeInvitation(r.As(r.place.Owner), r.invitationOf(people[1]).ID, "changed our mind")) // nor for who is not invited any more
	r.settle()
	if n, err := r.redis.Index(rdb.Reminder).Size(t.Context()); err != nil || n != 1 {
		t.Errorf("%d reminders in the index (%v), want 1", n, err)
	}
	sentAt := r.email.all()[2].at
	r.setClock(sentAt.Add(8*24*time.Hour - time.Millisecond))
	r.settle()
	if got := len(r.email.all()); got != 3 {
		t.Fatalf("%d emails a moment before the reminder", got)
	}
	r.advance(time.Millisecond)
	all := r.email.all()
	if len(all) != 4 || all[3].to != *people[2].Email || all[3].subject != "Reminder: Iron Temple invites you to its app" {
		t.Fatalf("sent %+v", all[3:])
	}
	if all[3].link() == all[2].link() || all[3].messageID == all[2].messageID {
		t.Error("the reminder is no message of its own")
	}
	if i := r.invitationOf(people[2]); !i.ExpiresAt.Equal(sentAt.Add(10 * 24 * time.Hour)) {
		t.Errorf("the reminder moved the expiry to %s", i.ExpiresAt)
	}
	r.afterTurn("refill")
	r.walk(sentAt.Add(11*24*time.Hour), func(time.Time) {})
	if got := len(r.email.all()); got != 4 {
		t.Errorf("%d emails in the end: a reminder went twice", got)
	}
	if !slices.Contains(r.kinds(people[2]), invite.ReminderQueued) {
		t.Error("no fact tells of the reminder")
	}
}

// join registers by the link of a message.
func join(t *testing.T, r *rig, s sent) {
	t.Helper()
	token := s.link()[len("https://join.example/join/"):]
	_, err := r.App.Register(t.Context(), app.Visitor{}, app.RegisterInput{
		Credential: app.Credential{Token: &token}, Name: "Ada", Password: "Tall7-Otter",
	})
	if err != nil {
		t.Fatal(err)
	}
}
