package app_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
)

// states returns the states of the contact's messages, the email's first.
func states(p *apptest.Place, contact invite.ID) []invite.DeliveryState {
	var out []invite.DeliveryState
	for _, d := range p.Deliveries(contact) {
		out = append(out, d.State)
	}
	return out
}

// What becomes of an invitation whose two messages end in every pair of ways.
func TestOutcomesOfTwoChannels(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	good, bad := app.Outcome{ProviderID: "id-1"}, app.Outcome{Failed: true, Reason: "no such mailbox"}
	later := app.Outcome{Failed: true, Temporary: true, Reason: "busy"}
	c := gym.Contacts(7)
	for n, test := range []struct {
		email, sms app.Outcome
		state      invite.InvitationState
		round      invite.RoundState
		messages   []invite.DeliveryState
	}{
		{good, good, invite.Pending, invite.RoundDone, []invite.DeliveryState{invite.Sent, invite.Sent}},
		{good, bad, invite.Pending, invite.RoundDone, []invite.DeliveryState{invite.Sent, invite.Undelivered}},
		{bad, good, invite.Pending, invite.RoundDone, []invite.DeliveryState{invite.Undelivered, invite.Sent}},
		{bad, bad, invite.Failed, invite.RoundDone, []invite.DeliveryState{invite.Undelivered, invite.Undelivered}},
		{good, later, invite.Pending, invite.RoundSending, []invite.DeliveryState{invite.Sent, invite.Deferred}},
		{later, bad, invite.Queued, invite.RoundSending, []invite.DeliveryState{invite.Deferred, invite.Undelivered}},
		{later, later, invite.Queued, invite.RoundSending, []invite.DeliveryState{invite.Deferred, invite.Deferred}},
	} {
		gym.Invite(c[n])
		m := gym.Grant().Messages
		gym.Record(m[0], test.email)
		gym.Record(m[1], test.sms)
		i := gym.Invitation(c[n].ID)
		round := must(w.DB.RoundsOfInvitations(t.Context(), []invite.ID{i.ID}))(t)[0]
		if i.State != test.state || round.State != test.round || gym.Contact(c[n].ID).Status != invite.ContactStatus(test.state) {
			t.Errorf("case %d: invitation %s, round %s, contact %s", n, i.State, round.State, gym.Contact(c[n].ID).Status)
		}
		if diff := cmp.Diff(test.messages, states(gym, c[n].ID)); diff != "" {
			t.Errorf("case %d:\n%s", n, diff)
		}
		if (i.State == invite.Pending) != (i.ExpiresAt != nil) || (i.State == invite.Failed) != (i.EndReason == "no such mailbox") {
			t.Errorf("case %d: %+v", n, i)
		}
		w.Clock.Advance(time.Minute)
	}
}

// A channel without an address is skipped and says so; where the other one
// fails, the invitation has failed for that one's reason.
func TestSkippedChannels(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Create(app.NewContact{Email: "a@example.com"}, app.NewContact{Phone: "+12025550101"}, app.NewContact{Email: "b@example.com"})
	for n, skipped := range []invite.Channel{invite.SMS, invite.Email} {
		if m := gym.Send(c[n]); len(m) != 1 || m[0].Channel == skipped {
			t.Errorf("%+v", m)
		}
		for _, d := range gym.Deliveries(c[n].ID) {
			want := invite.Sent
			if d.Channel == skipped {
				want = invite.Skipped
			}
			if d.State != want || (d.Reason != "") != (want == invite.Skipped) {
				t.Errorf("%+v", d)
			}
		}
		w.Clock.Advance(time.Minute)
	}
	gym.Invite(c[2])
	gym.Record(gym.Grant().Messages[0], app.Outcome{Failed: true, Reason: "mailbox full"})
	if i := gym.Invitation(c[2].ID); i.State != invite.Failed || i.EndReason != "mailbox full" {
		t.Errorf("%+v", i)
	}
}

// A result counts once, for the attempt that is under way.
func TestStaleResults(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	gym.Invite(gym.Contacts(1)...)
	m := gym.Grant().Messages[0]
	w.Clock.Advance(invite.Lease)
	again := must(w.App.TakeUp(w.System("retry"), m.Delivery))(t)
	if again == nil || again.Attempt != 2 {
		t.Fatalf("%+v", again)
	}
	for name, o := range map[string]app.Outcome{"accepted": {}, "failed": {Failed: true}, "deferred": {Failed: true, Temporary: true}} {
		w.Unchanged(name+" in an attempt that was taken over", func() { gym.Record(m, o) })
	}
	gym.Record(*again, app.Outcome{ProviderID: "second"})
	for name, stale := range map[string]app.Message{"the first attempt": m, "the second, twice": *again} {
		w.Unchanged(name, func() { gym.Record(stale, app.Outcome{Failed: true, Reason: "late"}) })
	}
	w.Unchanged("taken up though sent", func() {
		if m := must(w.App.TakeUp(w.System("retry"), m.Delivery))(t); m != nil {
			t.Errorf("%+v", m)
		}
	})
}

// All attempts of a message carry the credential that was minted with it, and
// nothing else can be read of it once it is accepted, given up, expired or
// revoked.
func TestOneCredentialForEveryAttempt(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	gym.Invite(gym.Contacts(1)...)
	sealed := func() int { return w.Probe.Int(`SELECT count(*) FROM deliveries WHERE sealed IS NOT NULL`) }
	if sealed() != 0 || w.Probe.Int(`SELECT count(*) FROM deliveries WHERE token_hash IS NOT NULL OR code_hash IS NOT NULL`) != 0 {
		t.Error("a credential before the message leaves")
	}
	first := gym.Grant().Messages
	if first[0].Token == first[1].Token || first[0].Code == first[1].Code {
		t.Error("two channels share a credential")
	}
	m := first[0]
	for attempt := 2; attempt <= 4; attempt++ {
		gym.Record(m, app.Outcome{Failed: true, Temporary: true, Reason: "busy"})
		w.Clock.Advance(time.Hour)
		again := must(w.App.TakeUp(w.System("retry"), m.Delivery))(t)
		if again == nil {
			t.Fatalf("attempt %d was not given", attempt)
		}
		if again.Attempt != attempt || again.Token != m.Token || again.Code != m.Code || !again.CreatedAt.Equal(m.CreatedAt) || again.Delivery != m.Delivery {
			t.Errorf("attempt %d: %+v, first %+v", attempt, again, first[0])
		}
		m = *again
	}
	if n := sealed(); n != 2 {
		t.Errorf("%d sealed credentials while two messages are under way", n)
	}
	gym.Record(m, app.Outcome{})
	if n := sealed(); n != 1 {
		t.Errorf("%d sealed after the email was accepted", n)
	}
	gym.Record(first[1], app.Outcome{Failed: true, Reason: "no such number"})
	if n := sealed(); n != 0 {
		t.Errorf("%d sealed after the text was given up", n)
	}
	for _, secret := range []string{m.Token, m.Code, first[1].Token, first[1].Code} {
		for _, table := range []string{"deliveries", "events", "invitations", "rounds", "contacts", "batches", "idempotency_keys"} {
			if n := w.Probe.Int(`SELECT count(*) FROM `+table+` t WHERE t::text ILIKE '%' || $1 || '%'`, secret); n != 0 {
				t.Errorf("%s holds a credential", table)
			}
		}
		if strings.Contains(w.Log.String(), secret) {
			t.Error("the log holds a credential")
		}
	}
}
