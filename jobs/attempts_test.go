package jobs

import (
	"context"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"usher/app"
	"usher/deliver"
	"usher/invite"
)

func TestTemporaryFailureIsTriedFiveTimes(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	r.fast(60)
	r.email.answers(always(&deliver.Failure{Temporary: true, Reason: "The mailbox is full.", Code: "452 4.2.2"}))
	c := r.newcomers(1)[0]
	r.place.Invite(c)
	r.start()
	r.settle()
	for n, pause := range []time.Duration{time.Minute, 5 * time.Minute, 15 * time.Minute, time.Hour} {
		d := r.delivery(c, invite.Email)
		if d.State != invite.Deferred || d.Attempt != n+1 || !strings.Contains(d.Reason, "452 4.2.2") {
			t.Fatalf("after attempt %d: %+v", n+1, d)
		}
		if got := r.place.Contact(c.ID).Status; got != invite.ContactStatus(invite.Queued) {
			t.Errorf("after attempt %d the contact is %s", n+1, got)
		}
		r.advance(pause - time.Millisecond)
		if got := len(r.email.all()); got != n+1 {
			t.Fatalf("%d attempts a moment before attempt %d is due", got, n+2)
		}
		r.advance(time.Millisecond)
	}
	sent := r.email.all()
	if len(sent) != 5 {
		t.Fatalf("%d attempts, want 5", len(sent))
	}
	for _, s := range sent[1:] {
		if s.messageID != sent[0].messageID || s.text != sent[0].text || !s.date.Equal(sent[0].date) {
			t.Errorf("a repeat differs:\n%+v\n%+v", sent[0], s)
		}
	}
	if d := r.delivery(c, invite.Email); d.State != invite.Undelivered {
		t.Errorf("the message is %s", d.State)
	}
	i := r.invitationOf(c)
	if i.State != invite.Failed || !strings.Contains(i.EndReason, "The mailbox is full.") {
		t.Errorf("the invitation is %s because %q", i.State, i.EndReason)
	}
	r.advance(48 * time.Hour)
	if got := len(r.email.all()); got != 5 {
		t.Errorf("%d attempts after it was given up", got)
	}
}

func TestRetryWaitsForTheWindowAndTakesNoSlot(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil) // at 09:00 in Berlin, the window closes at 16:00
	people := r.newcomers(3)
	r.Clock.Advance(6*time.Hour + 59*time.Minute + 30*time.Second) // 15:59:30
	r.email.answers(always(&deliver.Failure{Temporary: true, Reason: "Later."}))
	r.place.Invite(people...)
	r.start()
	r.settle()
	r.email.answers(nil)
	r.advance(time.Minute) // 16:00:30
	if got := len(r.email.all()); got != 1 {
		t.Fatalf("%d attempts, the window is closed", got)
	}
	r.advance(15*time.Hour + 59*time.Minute + 29*time.Second) // 07:59:59
	if got := len(r.email.all()); got != 1 {
		t.Fatalf("%d attempts before the window opens", got)
	}
	r.advance(time.Second)
	if got := len(r.email.all()); got != 3 { // the repeat, and the next in the lane
		t.Errorf("%d attempts at 08:00, want 3", got)
	}
}

func TestProviderAsksForALongerWait(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	r.fast(60)
	r.email.answers(always(&deliver.Failure{Temporary: true, RetryAfter: 10 * time.Minute, Reason: "Later."}))
	r.place.Invite(r.newcomers(1)...)
	r.start()
	r.settle()
	r.advance(10*time.Minute - time.Millisecond)
	if got := len(r.email.all()); got != 1 {
		t.Errorf("%d attempts before the time that the provider asked for", got)
	}
	r.advance(time.Millisecond)
	if got := len(r.email.all()); got != 2 {
		t.Errorf("%d attempts, want 2", got)
	}
}

func TestOneChannelFailsTheOtherInvites(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	r.email.answers(always(&deliver.Failure{Reason: "The mailbox does not exist.", Code: "550 5.1.1"}))
	c := r.place.Contacts(1)[0]
	r.place.Invite(c)
	r.start()
	r.settle()
	if d := r.delivery(c, invite.Email); d.State != invite.Undelivered || d.Reason != "The mailbox does not exist. (550 5.1.1)" {
		t.Errorf("email: %s because %q", d.State, d.Reason)
	}
	if d := r.delivery(c, invite.SMS); d.State != invite.Sent || d.ProviderID != "id" {
		t.Errorf("text: %+v", d)
	}
	if got := r.place.Contact(c.ID).Status; got != invite.ContactStatus(invite.Pending) {
		t.Errorf("the contact is %s", got)
	}
	r.advance(2 * time.Hour)
	if got := len(r.email.all()); got != 1 {
		t.Errorf("%d attempts after a permanent failure", got)
	}
}

func TestEveryChannelFails(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	r.email.answers(always(&deliver.Failure{Reason: "The mailbox does not exist."}))
	r.sms.answers(always(&deliver.Failure{Reason: "The mailbox does not exist."}))
	c := r.place.Contacts(1)[0]
	r.place.Invite(c)
	r.start()
	r.settle()
	i := r.invitationOf(c)
	if i.State != invite.Failed || i.EndReason != "The mailbox does not exist." {
		t.Errorf("the invitation is %s because %q", i.State, i.EndReason)
	}
	if i.ExpiresAt != nil {
		t.Error("an invitation that nobody got has an expiry")
	}
}

// Where a process ends between handing a message over and recording it, the
// same message goes out once more after the lease, and the invitation opens
// once.
func TestLostOutcome(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	r.email.answers(func(context.Context, sent) error { panic("lost") })
	c := r.newcomers(1)[0]
	r.place.Invite(c)
	r.start()
	r.settle()
	if d := r.delivery(c, invite.Email); d.State != invite.Dispatching || d.Attempt != 1 {
		t.Fatalf("an outcome was recorded: %+v", d)
	}
	r.email.answers(nil)
	r.advance(invite.Lease - time.Millisecond)
	if got := len(r.email.all()); got != 1 {
		t.Fatalf("%d attempts within the lease", got)
	}
	r.advance(time.Millisecond)
	all := r.email.all()
	if len(all) != 2 {
		t.Fatalf("%d attempts after the lease, want 2", len(all))
	}
	if a, b := all[0], all[1]; a.messageID != b.messageID || a.link() != b.link() || a.code() != b.code() {
		t.Errorf("the second attempt differs:\n%+v\n%+v", a, b)
	}
	if d := r.delivery(c, invite.Email); d.State != invite.Sent || d.Attempt != 2 {
		t.Errorf("the message is %+v", d)
	}
	want := []invite.FactKind{invite.InvitationQueued, invite.MessageSkipped, invite.MessageSent, invite.InvitationSent}
	if got := r.kinds(c); !sameSet(got, want) {
		t.Errorf("facts %v, want %v", got, want)
	}
}

// A database that is away for a moment does not make an accepted message go
// twice.
func TestOutcomeIsRecordedInTheEnd(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	r.email.answers(func(context.Context, sent) error {
		r.Probe.Exec(`ALTER TABLE deliveries RENAME TO deliveries_away`)
		return nil
	})
	c := r.newcomers(1)[0]
	r.place.Invite(c)
	r.start()
	r.until("recording fails", func() bool { return r.turnsOf(0, "record again") > 0 })
	r.Probe.Exec(`ALTER TABLE deliveries_away RENAME TO deliveries`)
	r.until("recording succeeds", func() bool { return r.delivery(c, invite.Email).State == invite.Sent })
	if d := r.delivery(c, invite.Email); d.Attempt != 1 {
		t.Errorf("the message is %+v", d)
	}
	r.advance(time.Hour)
	if got := len(r.email.all()); got != 1 {
		t.Errorf("%d emails", got)
	}
}

// A result that comes after the message's lease was taken over changes nothing.
func TestLateOutcomeIsStale(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	hang, done := make(chan struct{}), make(chan struct{})
	var later atomic.Bool
	r.email.answers(func(context.Context, sent) error {
		if !later.Swap(true) {
			<-hang
			defer close(done)
			return &deliver.Failure{Reason: "No."}
		}
		return nil
	})
	c := r.newcomers(1)[0]
	r.place.Invite(c)
	r.start()
	r.until("the first attempt hangs", func() bool { return len(r.email.all()) == 1 })
	r.setClock(r.Clock.Now().Add(invite.Lease))
	r.until("the second attempt is recorded", func() bool { return r.delivery(c, invite.Email).State == invite.Sent })
	close(hang)
	<-done
	r.settle()
	if d := r.delivery(c, invite.Email); d.State != invite.Sent || d.Attempt != 2 {
		t.Errorf("the late result was taken: %+v", d)
	}
	if got := r.place.Contact(c.ID).Status; got != invite.ContactStatus(invite.Pending) {
		t.Errorf("the contact is %s", got)
	}
}

func TestHangingProviderDelaysNobodyElse(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	hang := make(chan struct{})
	release := sync.OnceFunc(func() { close(hang) })
	r.email.answers(func(_ context.Context, s sent) error {
		if strings.HasSuffix(s.to, "@iron-temple.example") {
			<-hang
		}
		return nil
	})
	people := r.place.Contacts(3)
	other := r.Place(invite.Gym, "Other Place")
	strangers := other.Contacts(2)
	r.place.Invite(people...)
	other.Invite(strangers...)
	r.start()
	t.Cleanup(release)
	r.until("the other's messages and everybody's text are recorded", func() bool {
		return len(r.email.all()) == 2 && r.delivery(people[0], invite.SMS).State == invite.Sent &&
			r.delivery(strangers[0], invite.Email).State == invite.Sent && r.delivery(strangers[0], invite.SMS).State == invite.Sent
	})
	r.setClock(r.Clock.Now().Add(time.Minute)) // the first attempts still hang
	r.until("the next slot of both lanes is used", func() bool { return len(r.email.all()) == 5 && len(r.sms.all()) == 4 })
	r.until("the other lane's are recorded", func() bool {
		return other.Contact(strangers[1].ID).Status == invite.ContactStatus(invite.Pending)
	})
	release()
	r.settle()
}

// Where every place for a channel is taken by calls that hang, a message is
// deferred without a call, and the other channel is not touched.
func TestNoRoomDefers(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	r.replicas[0].flight = newFlight(r.replicas[0].Log, 1, r.replicas[0].turned)
	r.fast(0)
	hang := make(chan struct{})
	r.email.answers(func(context.Context, sent) error { <-hang; return nil })
	people := r.place.Contacts(2)
	r.place.Invite(people...)
	r.start()
	full := func(c invite.Contact) bool { return r.delivery(c, invite.Email).State == invite.Deferred }
	r.until("one hangs and one is deferred", func() bool { return len(r.email.all()) == 1 && (full(people[0]) || full(people[1])) })
	close(hang)
	r.settle()
	r.advance(time.Minute)
	if got := len(r.email.all()); got != 2 {
		t.Errorf("%d emails after the provider works again, want 2", got)
	}
}

// A corrected address ends what is on its way to the wrong one, and the
// invitation can be sent again.
func TestAddressCorrectedBetweenAttempts(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	r.email.answers(always(&deliver.Failure{Temporary: true, Reason: "Later."}))
	c := r.newcomers(1)[0]
	r.place.Invite(c)
	r.start()
	r.settle()
	right := "right@home.example"
	r.must(r.App.UpdateContact(r.As(r.place.Owner), app.UpdateInput{ID: c.ID, Email: &right}))
	r.settle()
	if d := r.delivery(c, invite.Email); d.State != invite.Cancelled {
		t.Errorf("the message to the old address is %s", d.State)
	}
	if i := r.invitationOf(c); i.State != invite.Failed || i.EndReason == "" {
		t.Fatalf("the invitation is %s because %q", i.State, i.EndReason)
	}
	r.email.answers(nil)
	r.advance(invite.ResendInterval)
	r.must(r.App.ResendInvitation(r.As(r.place.Owner), app.ResendInput{Invitation: r.invitationOf(c).ID}))
	r.settle()
	if all := r.email.all(); len(all) != 2 || all[1].to != right {
		t.Errorf("sent %+v", all)
	}
	if s := r.place.Contact(c.ID).Status; s != invite.ContactStatus(invite.Pending) {
		t.Errorf("the contact is %s", s)
	}
}

// A credential that cannot be opened, for want of its key, fails its message in
// the end and holds up no other.
func TestUnreadableCredential(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	r.fast(60)
	r.email.answers(always(&deliver.Failure{Temporary: true, Reason: "Later."}))
	people := r.newcomers(2)
	r.place.Invite(people[0])
	r.start()
	r.settle()
	r.stop()
	r.email.answers(nil)

	stranger := newRig(t, 1, nil) // other keys
	r.replicas[0].App = app.New(func() app.Deps { d := r.App.Deps; d.Keys = stranger.App.Keys; return d }())
	r.start()
	r.advance(time.Minute)
	d := r.delivery(people[0], invite.Email)
	if d.State != invite.Deferred || !strings.Contains(d.Reason, "key") {
		t.Errorf("the message is %s because %q", d.State, d.Reason)
	}
	r.place.Invite(people[1])
	r.settle()
	if got := r.email.all(); len(got) != 2 || got[1].to != *people[1].Email {
		t.Errorf("the other message did not leave: %+v", got)
	}
	for range 3 {
		r.advance(time.Hour)
	}
	if i := r.invitationOf(people[0]); i.State != invite.Failed {
		t.Errorf("the invitation is %s", i.State)
	}
}

func sameSet(a, b []invite.FactKind) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}
