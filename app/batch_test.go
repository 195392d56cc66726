package app_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

func progressOf(t *testing.T, w *apptest.World, batch invite.ID) invite.Progress {
	t.Helper()
	return must(w.DB.Progress(t.Context(), []invite.ID{batch}))(t)[0].Progress
}

// Cancelling a batch takes back what waits, and lets finish what is on its way
// or out.
func TestCancelBatch(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(5)
	batch := *gym.Invite(c[:4]...).Batch
	gym.Invite(c[4]) // another batch; it goes first
	gym.SendNext()
	w.Clock.Advance(time.Minute)
	gym.SendNext()
	w.Clock.Advance(time.Minute)
	onItsWay := gym.Grant().Messages
	n, err := w.App.CancelBatch(w.As(gym.Owner), batch)
	if n != 2 || err != nil {
		t.Fatalf("%d cancelled, %v", n, err)
	}
	want := []invite.ContactStatus{invite.ContactStatus(invite.Pending), invite.ContactStatus(invite.Queued), invite.NotInvited, invite.NotInvited, invite.ContactStatus(invite.Pending)}
	for n := range c {
		if s := gym.Contact(c[n].ID).Status; s != want[n] {
			t.Errorf("contact %d: %s, want %s", n, s, want[n])
		}
	}
	for _, contact := range c[2:4] {
		if i := gym.Invitation(contact.ID); i.State != invite.Revoked || i.EndReason != invite.ReasonBatchCancelled {
			t.Errorf("%+v", i)
		}
		for _, d := range gym.Deliveries(contact.ID) {
			if d.State != invite.Cancelled {
				t.Errorf("a message is %s", d.State)
			}
		}
	}
	for _, m := range onItsWay {
		gym.Record(m, app.Outcome{})
	}
	if s := gym.Contact(c[1].ID).Status; s != invite.ContactStatus(invite.Pending) {
		t.Errorf("on its way: %s", s)
	}
	if diff := cmp.Diff(invite.Progress{Total: 4, Sent: 2, Cancelled: 2}, progressOf(t, w, batch)); diff != "" {
		t.Error(diff)
	}
	facts := w.Probe.Int(`SELECT count(*) FROM events WHERE batch_id = $1 AND kind = 'ROUND_CANCELLED' AND from_state = 'QUEUED' AND to_state = 'REVOKED'`, batch)
	if whole := w.Probe.Int(`SELECT count(*) FROM events WHERE batch_id = $1 AND kind = 'BATCH_CANCELLED'`, batch); facts != 2 || whole != 1 {
		t.Errorf("%d facts of rounds, %d of the batch", facts, whole)
	}
	w.Unchanged("again", func() {
		_, err := w.App.CancelBatch(w.As(gym.Owner), batch)
		refused(t, "again", err, invite.BatchFinished, "input.id")
	})
	gym.Invite(c[2:4]...)
	if n := len(gym.Waiting()); n != 2 {
		t.Errorf("%d wait after inviting them again", n)
	}
}

func TestCancelBatchRefused(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	batch := *gym.Invite(gym.Contacts(2)...).Batch
	for name, test := range map[string]struct {
		actor auth.Actor
		id    invite.ID
		want  invite.Code
	}{
		"another organization's": {other.Owner, batch, invite.NotFound},
		"one that is nowhere":    {gym.Owner, store.NewID(), invite.NotFound},
		"support":                {w.Support(), batch, invite.Forbidden},
		"a gym's trainer":        {gym.Staff(invite.Trainer), batch, invite.NotFound},
		"nobody":                 {auth.Actor{Kind: auth.KindAnonymous}, batch, invite.Unauthenticated},
	} {
		w.Unchanged(name, func() {
			if _, err := w.App.CancelBatch(w.As(test.actor), test.id); invite.CodeOf(err) != test.want {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
}

// A cancelled resend puts its invitation back to where it stood, and what
// stood stays able to lapse, to be resent and to be joined by.
func TestCancelledResends(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(3)
	gym.Invite(c[0]) // fails
	for _, m := range gym.Grant().Messages {
		gym.Record(m, app.Outcome{Failed: true, Reason: "no such mailbox"})
	}
	w.Clock.Advance(time.Minute)
	gym.Send(c[1]) // expires
	w.Clock.Advance(10 * 24 * time.Hour)
	if err := w.App.Expire(w.System("expiry"), []invite.ID{gym.Invitation(c[1].ID).ID}); err != nil {
		t.Fatal(err)
	}
	open := gym.Send(c[2]) // stays open
	expires := *gym.Invitation(c[2].ID).ExpiresAt
	w.Clock.Advance(time.Hour)
	for n, want := range []invite.InvitationState{invite.Failed, invite.Expired, invite.Pending} {
		id := gym.Invitation(c[n].ID).ID
		if err := resend(w, gym.Owner, id); err != nil {
			t.Fatal(err)
		}
		round := must(w.DB.Round(t.Context(), gym.Waiting()[0].ID))(t)
		if _, err := w.App.CancelBatch(w.As(gym.Owner), *round.BatchID); err != nil {
			t.Fatal(err)
		}
		if i := gym.Invitation(c[n].ID); i.State != want || gym.Contact(c[n].ID).Status != invite.ContactStatus(want) {
			t.Errorf("contact %d: %+v", n, i)
		}
		if err := resend(w, gym.Owner, id); err != nil {
			t.Errorf("contact %d cannot be resent to: %v", n, err)
		}
		if _, err := w.App.CancelBatch(w.As(gym.Owner), *must(w.DB.Round(t.Context(), gym.Waiting()[0].ID))(t).BatchID); err != nil {
			t.Fatal(err)
		}
	}
	if s := look(t, w, open[0]); s != app.PreviewOpen {
		t.Errorf("the message that is out: %s", s)
	}
	w.Clock.Advance(expires.Sub(w.Clock.Now()))
	lapsesFor(t, w, gym, c[2])
}

// lapsesFor asks that the contact's invitation reads as EXPIRED before the
// sweep, is so after it, and can be resent.
func lapsesFor(t *testing.T, w *apptest.World, p *apptest.Place, c invite.Contact) {
	t.Helper()
	i := p.Invitation(c.ID)
	if s := i.StateAt(w.Clock.Now()); s != invite.Expired {
		t.Errorf("lapsed, and reads as %s", s)
	}
	if err := w.App.Expire(w.System("expiry"), []invite.ID{i.ID}); err != nil {
		t.Fatal(err)
	}
	if s := p.Contact(c.ID).Status; s != invite.ContactStatus(invite.Expired) {
		t.Errorf("swept, and is %s", s)
	}
	dead(t, w, i.ID)
	if err := resend(w, p.Owner, i.ID); err != nil {
		t.Errorf("cannot be resent to: %v", err)
	}
}

// A resend that fails for good leaves the open invitation as it was.
func TestFailedResendOfAnOpenInvitation(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	open := gym.Send(c)
	expires := *gym.Invitation(c.ID).ExpiresAt
	resendLater(t, w, gym, c)
	for _, m := range gym.Grant().Messages {
		gym.Record(m, app.Outcome{Failed: true, Reason: "mailbox full"})
	}
	if i := gym.Invitation(c.ID); i.State != invite.Pending || !i.ExpiresAt.Equal(expires) {
		t.Errorf("%+v", i)
	}
	if s := look(t, w, open[0]); s != app.PreviewOpen {
		t.Errorf("the message that is out: %s", s)
	}
	w.Clock.Advance(expires.Sub(w.Clock.Now()))
	lapsesFor(t, w, gym, c)
}

// A round that fails while a newer one waits leaves that one its own clock.
func TestAnOldRoundFailsWhileANewOneWaits(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	gym.Send(c)
	resendLater(t, w, gym, c)
	second := gym.Grant().Messages
	for _, m := range second {
		gym.Record(m, app.Outcome{Failed: true, Temporary: true, RetryAfter: time.Hour, Reason: "busy"})
	}
	resendLater(t, w, gym, c)
	w.Clock.Advance(time.Hour)
	for _, m := range second {
		again := must(w.App.TakeUp(w.System("retry"), m.Delivery))(t)
		gym.Record(*again, app.Outcome{Failed: true, Reason: "mailbox full"})
	}
	if i := gym.Invitation(c.ID); i.State != invite.Pending || i.Round != 3 || i.SentAt != nil {
		t.Errorf("while the third round waits: %+v", i)
	}
	gym.SendNext()
	if i := gym.Invitation(c.ID); !i.ExpiresAt.Equal(w.Clock.Now().AddDate(0, 0, 10)) {
		t.Errorf("expires %v", i.ExpiresAt)
	}
}
