package jobs

import (
	"context"
	"slices"
	"testing"
	"time"

	"usher/deliver"
	"usher/invite"
)

func TestCancelledBatchLeavesNothing(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	people := r.newcomers(5)
	batch := r.place.Invite(people...)
	r.start()
	r.settle()
	n, err := r.App.CancelBatch(r.As(r.place.Owner), *batch.Batch)
	if err != nil || n != 4 {
		t.Fatalf("cancelled %d, %v; want 4", n, err)
	}
	r.settle()
	if depth, err := r.redis.Depth(t.Context(), r.place.Location.ID); err != nil || depth != 0 {
		t.Errorf("%d rounds still in the lane (%v)", depth, err)
	}
	for range 5 {
		r.advance(time.Minute)
	}
	if got := len(r.email.all()); got != 1 {
		t.Errorf("%d emails, want the one that had left", got)
	}
	if got := r.place.Contact(people[0].ID).Status; got != invite.ContactStatus(invite.Pending) {
		t.Errorf("the first is %s", got)
	}
	for _, p := range people[1:] {
		if got := r.place.Contact(p.ID).Status; got != invite.NotInvited {
			t.Errorf("%s is %s, want as never invited", *p.Email, got)
		}
	}
}

// A round that Postgres has cancelled and Redis still proposes is not sent.
func TestCancelBeforeRedisKnows(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	people := r.newcomers(3)
	batch := r.place.Invite(people...)
	r.start()
	r.settle()
	r.stop()
	if _, err := r.App.CancelBatch(r.As(r.place.Owner), *batch.Batch); err != nil {
		t.Fatal(err)
	}
	r.Clock.Advance(time.Hour)
	// The sender alone: nobody has told Redis.
	ctx := r.System("sender")
	for range 3 {
		if _, err := r.replicas[0].claim(ctx); err != nil {
			t.Fatal(err)
		}
		r.until("the claim is decided", func() bool { return !r.inFlight() })
	}
	if got := len(r.email.all()); got != 1 {
		t.Errorf("%d emails, want 1", got)
	}
	if depth, err := r.redis.Depth(t.Context(), r.place.Location.ID); err != nil || depth != 0 {
		t.Errorf("%d rounds still in the lane (%v)", depth, err)
	}
}

func TestRevokedWhileWaiting(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	people := r.newcomers(3)
	r.place.Invite(people...)
	r.start()
	r.settle()
	r.must(r.App.RevokeInvitation(r.As(r.place.Owner), r.invitationOf(people[1]).ID, "moved away"))
	r.settle()
	r.advance(time.Minute) // the slot goes to the next in the lane
	r.advance(time.Minute)
	got := r.email.all()
	if len(got) != 2 || got[1].to != *people[2].Email || !got[1].at.Equal(got[0].at.Add(time.Minute)) {
		t.Errorf("sent %+v", got)
	}
	if s := r.place.Contact(people[1].ID).Status; s != invite.ContactStatus(invite.Revoked) {
		t.Errorf("the revoked is %s", s)
	}
}

func TestRevokedOnTheWay(t *testing.T) {
	t.Parallel()
	for name, answer := range map[string]error{
		"accepted":           nil,
		"failed":             &deliver.Failure{Reason: "No."},
		"failed for a while": &deliver.Failure{Temporary: true, Reason: "Later."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, 1, nil)
			hang := make(chan struct{})
			r.email.answers(func(context.Context, sent) error { <-hang; return answer })
			c := r.newcomers(1)[0]
			r.place.Invite(c)
			r.start()
			r.until("the message is on its way", func() bool { return len(r.email.all()) == 1 })
			r.must(r.App.RevokeInvitation(r.As(r.place.Owner), r.invitationOf(c).ID, "a mistake"))
			close(hang)
			r.settle()
			if d := r.delivery(c, invite.Email); d.State != invite.Cancelled || d.SentAt != nil {
				t.Errorf("the result was taken: %+v", d)
			}
			if i := r.invitationOf(c); i.State != invite.Revoked || i.ExpiresAt != nil {
				t.Errorf("the invitation is %+v", i)
			}
			for _, kind := range []invite.FactKind{invite.MessageSent, invite.InvitationSent, invite.MessageFailed, invite.MessageDeferred} {
				if slices.Contains(r.kinds(c), kind) {
					t.Errorf("a fact says %s", kind)
				}
			}
			r.advance(2 * time.Minute)
			if got := len(r.email.all()); got != 1 {
				t.Errorf("%d attempts", got)
			}
		})
	}
}

func TestRevokedWhileDeferred(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	r.email.answers(always(&deliver.Failure{Temporary: true, Reason: "Later."}))
	c := r.newcomers(1)[0]
	r.place.Invite(c)
	r.start()
	r.settle()
	r.must(r.App.RevokeInvitation(r.As(r.place.Owner), r.invitationOf(c).ID, ""))
	r.advance(2 * time.Minute)
	if got := len(r.email.all()); got != 1 {
		t.Errorf("%d attempts after it was revoked", got)
	}
}

// A policy acts at once on what waits, a location's own and the organization's.
func TestPolicyChangesInMidBatch(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	pace := 3600
	r.place.Set(invite.PolicyPatch{PaceSeconds: &pace})
	r.place.Invite(r.newcomers(4)...)
	r.start()
	r.settle()
	r.advance(time.Minute)
	if got := len(r.email.all()); got != 1 {
		t.Fatalf("%d emails in the first minute of an hour's pace", got)
	}
	r.fast(60)
	r.settle()
	if got := len(r.email.all()); got != 2 {
		t.Errorf("%d emails after the pace became a minute, want 2", got)
	}
	// Not before tomorrow.
	r.place.Set(invite.PolicyPatch{SendWindow: &invite.WindowChoice{Window: &invite.Window{From: 0, To: 60, Days: invite.EveryDay}}})
	r.settle()
	r.advance(time.Hour)
	if got := len(r.email.all()); got != 2 {
		t.Errorf("%d emails outside the new window", got)
	}
	zone := "Pacific/Auckland" // 22:01 there; then where it is midnight
	if _, err := r.App.UpdateLocation(r.As(r.place.Owner), r.place.Location.ID, nil, &zone); err != nil {
		t.Fatal(err)
	}
	r.settle()
	if got := len(r.email.all()); got != 2 {
		t.Errorf("%d emails at ten in the evening", got)
	}
	zone = "Pacific/Kiritimati" // UTC+14: 23:01
	if _, err := r.App.UpdateLocation(r.As(r.place.Owner), r.place.Location.ID, nil, &zone); err != nil {
		t.Fatal(err)
	}
	r.settle()
	r.advance(59 * time.Minute)
	if got := len(r.email.all()); got != 3 {
		t.Errorf("%d emails at midnight, want 3", got)
	}
}
