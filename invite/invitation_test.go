package invite

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

func fromNoon(d time.Duration) *time.Time {
	t := noon.Add(d)
	return &t
}

const day = 24 * time.Hour

// situations are all the ways in which an invitation can stand at noon.
var situations = map[string]Invitation{
	"queued":                {State: Queued, Round: 1, TTLDays: 10},
	"queued after expiry":   {State: Queued, Round: 2, TTLDays: 10, ExpiresAt: fromNoon(-day)},
	"queued after failure":  {State: Queued, Round: 2, TTLDays: 10},
	"pending":               {State: Pending, Round: 1, TTLDays: 10, SentAt: fromNoon(-day), ExpiresAt: fromNoon(day)},
	"pending, resent":       {State: Pending, Round: 2, TTLDays: 10, ExpiresAt: fromNoon(day)},
	"lapsed":                {State: Pending, Round: 1, TTLDays: 10, SentAt: fromNoon(-11 * day), ExpiresAt: fromNoon(0)},
	"lapsed, resent before": {State: Pending, Round: 2, TTLDays: 10, ExpiresAt: fromNoon(0)},
	"accepted":              {State: Accepted, Round: 1, TTLDays: 10, SentAt: fromNoon(-day), ExpiresAt: fromNoon(day), AcceptedAt: fromNoon(-time.Hour)},
	"declined":              {State: Declined, Round: 1, TTLDays: 10, SentAt: fromNoon(-day), ExpiresAt: fromNoon(day)},
	"expired":               {State: Expired, Round: 1, TTLDays: 10, SentAt: fromNoon(-11 * day), ExpiresAt: fromNoon(-day)},
	"revoked":               {State: Revoked, Round: 1, TTLDays: 10, SentAt: fromNoon(-day), ExpiresAt: fromNoon(day)},
	"failed":                {State: Failed, Round: 1, TTLDays: 10},
}

// actions are all that can happen to an invitation, at noon.
var actions = map[string]func(Invitation) (Invitation, error){
	"sent":         func(i Invitation) (Invitation, error) { return changed(i.Sent(i.Round, noon)) },
	"sent, old":    func(i Invitation) (Invitation, error) { return changed(i.Sent(i.Round-1, noon)) },
	"round failed": func(i Invitation) (Invitation, error) { return changed(i.RoundFailed(i.Round, "no")) },
	"old failed":   func(i Invitation) (Invitation, error) { return changed(i.RoundFailed(i.Round-1, "no")) },
	"cancel round": func(i Invitation) (Invitation, error) { return changed(i.RoundCancelled()) },
	"lapse":        func(i Invitation) (Invitation, error) { return changed(i.Lapse(noon)) },
	"resend":       func(i Invitation) (Invitation, error) { return i.Resent(nil, noon) },
	"revoke":       func(i Invitation) (Invitation, error) { return i.Revoke("a reason", noon) },
	"accept":       func(i Invitation) (Invitation, error) { return i.Accept(false, noon) },
	"accept, out":  func(i Invitation) (Invitation, error) { return i.Accept(true, noon) },
	"decline":      func(i Invitation) (Invitation, error) { return i.Decline(false, noon) },
	"decline, out": func(i Invitation) (Invitation, error) { return i.Decline(true, noon) },
}

var errUnchanged = errors.New("unchanged")

func changed(i Invitation, did bool) (Invitation, error) {
	if !did {
		return i, errUnchanged
	}
	return i, nil
}

// Every state meets every action: the state that follows, a refusal's code, or
// "-" where nothing may change. The rows are the table of the design.
func TestTransitions(t *testing.T) {
	t.Parallel()
	const none = "-"
	table := map[string]map[string]string{
		"queued": {
			"sent": "PENDING", "round failed": "FAILED", "cancel round": "REVOKED", "resend": "TOO_SOON", "revoke": "REVOKED",
			"accept": "LINK_NOT_VALID", "accept, out": "ACCEPTED", "decline": "LINK_NOT_VALID", "decline, out": "DECLINED",
		},
		"queued after expiry": {
			"sent": "PENDING", "round failed": "FAILED", "cancel round": "EXPIRED", "resend": "TOO_SOON", "revoke": "REVOKED",
			"accept": "LINK_NOT_VALID", "accept, out": "ACCEPTED", "decline": "LINK_NOT_VALID", "decline, out": "DECLINED",
		},
		"queued after failure": {
			"sent": "PENDING", "round failed": "FAILED", "cancel round": "FAILED", "resend": "TOO_SOON", "revoke": "REVOKED",
			"accept": "LINK_NOT_VALID", "accept, out": "ACCEPTED", "decline": "LINK_NOT_VALID", "decline, out": "DECLINED",
		},
		"pending": {
			"resend": "PENDING", "revoke": "REVOKED",
			"accept": "ACCEPTED", "accept, out": "ACCEPTED", "decline": "DECLINED", "decline, out": "DECLINED",
		},
		"pending, resent": { // a round that fails or is cancelled changes nothing
			"sent": "PENDING", "resend": "PENDING", "revoke": "REVOKED",
			"accept": "ACCEPTED", "accept, out": "ACCEPTED", "decline": "DECLINED", "decline, out": "DECLINED",
		},
		"lapsed": { // acts as EXPIRED, whatever is stored
			"lapse": "EXPIRED", "resend": "QUEUED", "revoke": "NOT_REVOCABLE",
			"accept": "LINK_EXPIRED", "accept, out": "LINK_EXPIRED", "decline": "LINK_EXPIRED", "decline, out": "LINK_EXPIRED",
		},
		"lapsed, resent before": { // acts as QUEUED
			"sent": "PENDING", "lapse": "QUEUED", "resend": "TOO_SOON", "revoke": "REVOKED",
			"accept": "LINK_NOT_VALID", "accept, out": "ACCEPTED", "decline": "LINK_NOT_VALID", "decline, out": "DECLINED",
		},
		"accepted": {
			"resend": "ALREADY_ACCEPTED", "revoke": "ALREADY_ACCEPTED",
			"accept": "LINK_USED", "accept, out": "LINK_USED", "decline": "LINK_USED", "decline, out": "LINK_USED",
		},
		"declined": {
			"resend": "NOT_RESENDABLE", "revoke": "NOT_REVOCABLE",
			"accept": "LINK_NOT_VALID", "accept, out": "LINK_NOT_VALID", "decline": "LINK_NOT_VALID", "decline, out": "LINK_NOT_VALID",
		},
		"expired": {
			"resend": "QUEUED", "revoke": "NOT_REVOCABLE",
			"accept": "LINK_EXPIRED", "accept, out": "LINK_EXPIRED", "decline": "LINK_EXPIRED", "decline, out": "LINK_EXPIRED",
		},
		"revoked": {
			"resend": "NOT_RESENDABLE", "revoke": "NOT_REVOCABLE",
			"accept": "LINK_NOT_VALID", "accept, out": "LINK_NOT_VALID", "decline": "LINK_NOT_VALID", "decline, out": "LINK_NOT_VALID",
		},
		"failed": {
			"resend": "QUEUED", "revoke": "REVOKED",
			"accept": "LINK_NOT_VALID", "accept, out": "LINK_NOT_VALID", "decline": "LINK_NOT_VALID", "decline, out": "LINK_NOT_VALID",
		},
	}
	for name, from := range situations {
		for action, act := range actions {
			want, listed := table[name][action]
			if !listed {
				want = none
			}
			next, err := act(from)
			got := string(next.State)
			switch {
			case errors.Is(err, errUnchanged):
				got = none
			case err != nil:
				got = string(CodeOf(err))
			}
			if got != want {
				t.Errorf("%s, %s: %s, want %s", name, action, got, want)
			}
			if refusedOrUnchanged := err != nil; refusedOrUnchanged && action != "resend" {
				if diff := cmp.Diff(from, next); diff != "" {
					t.Errorf("%s, %s: refused, yet changed:\n%s", name, action, diff)
				}
			}
		}
	}
}

// The clock of an invitation's life starts with a round's first message, and
// again with a resend's; later messages of the round do not move it.
func TestSentStartsTheClock(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"queued", "queued after expiry", "pending, resent", "lapsed, resent before"} {
		first, ok := situations[name].Sent(situations[name].Round, noon)
		if !ok || !first.SentAt.Equal(noon) || !first.ExpiresAt.Equal(noon.Add(10*day)) {
			t.Errorf("%s: sent %v, expires %v", name, first.SentAt, first.ExpiresAt)
		}
		if _, again := first.Sent(first.Round, noon.Add(time.Hour)); again {
			t.Errorf("%s: the second message of the round moved the clock", name)
		}
	}
}

func TestResendOfPendingKeepsItsLife(t *testing.T) {
	t.Parallel()
	before := situations["pending"]
	next, err := before.Resent(nil, noon)
	if err != nil {
		t.Fatal(err)
	}
	if next.State != Pending || next.Round != 2 || next.SentAt != nil || !next.ExpiresAt.Equal(*before.ExpiresAt) {
		t.Errorf("%+v", next)
	}
	if state := next.StateAt(before.ExpiresAt.Add(-time.Microsecond)); state != Pending {
		t.Errorf("before it lapses: %s", state)
	}
	if state := next.StateAt(*before.ExpiresAt); state != Queued {
		t.Errorf("lapsed while the new round waits: %s, want QUEUED", state)
	}
}

func TestResendInterval(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		slot    time.Duration
		message string
	}{
		{-15 * time.Minute, ""},
		{-15*time.Minute + time.Microsecond, "TOO_SOON: id: A message left less than 15 minutes ago; try again in a minute."},
		{-14 * time.Minute, "TOO_SOON: id: A message left less than 15 minutes ago; try again in a minute."},
		{-10*time.Minute - time.Second, "TOO_SOON: id: A message left less than 15 minutes ago; try again in 5 minutes."},
		{0, "TOO_SOON: id: A message left less than 15 minutes ago; try again in 15 minutes."},
	} {
		for _, name := range []string{"pending", "expired", "failed"} {
			got := ""
			next, err := situations[name].Resent(fromNoon(test.slot), noon)
			if err != nil {
				got = err.Error()
			} else if next.Round != 2 {
				t.Errorf("%s: round %d", name, next.Round)
			}
			if got != test.message {
				t.Errorf("%s, last slot at %v: %q, want %q", name, test.slot, got, test.message)
			}
		}
	}
}

func TestLapsesAtTheInstant(t *testing.T) {
	t.Parallel()
	i := situations["pending"]
	if s := i.StateAt(i.ExpiresAt.Add(-1)); s != Pending {
		t.Errorf("just before: %s", s)
	}
	if s := i.StateAt(*i.ExpiresAt); s != Expired {
		t.Errorf("at expiresAt: %s", s)
	}
}

func TestEndReasons(t *testing.T) {
	t.Parallel()
	revoked, _ := situations["queued"].Revoke("left the gym", noon)
	cancelled, _ := situations["queued"].RoundCancelled()
	failed, _ := situations["queued"].RoundFailed(1, "no such mailbox")
	resent, _ := failed.Resent(nil, noon)
	for _, test := range []struct {
		i      Invitation
		reason string
		status ContactStatus
	}{
		{revoked, "left the gym", ContactStatus(Revoked)},
		{cancelled, ReasonBatchCancelled, NotInvited},
		{failed, "no such mailbox", ContactStatus(Failed)},
		{resent, "", ContactStatus(Queued)},
	} {
		if test.i.EndReason != test.reason || test.i.ContactStatus() != test.status {
			t.Errorf("%s: reason %q, contact %s; want %q, %s", test.i.State, test.i.EndReason, test.i.ContactStatus(), test.reason, test.status)
		}
	}
}

func TestSendable(t *testing.T) {
	t.Parallel()
	for name, i := range situations {
		want := i.State == Queued || i.State == Pending
		if i.Sendable() != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}

// Whatever happens in whatever order: accepted stays accepted, nothing lapsed
// acts as PENDING, and rounds only go up.
func TestInvitationInvariants(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		now := noon
		i := Invitation{State: Queued, Round: 1, TTLDays: rapid.IntRange(1, MaxTTLDays).Draw(t, "ttl")}
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			before := i
			now = now.Add(time.Duration(rapid.IntRange(0, 20*24).Draw(t, "hours")) * time.Hour)
			switch rapid.SampledFrom([]string{"sent", "failed", "cancelled", "lapse", "resend", "revoke", "accept", "decline"}).Draw(t, "action") {
			case "sent":
				i, _ = i.Sent(rapid.IntRange(1, i.Round).Draw(t, "round"), now)
			case "failed":
				i, _ = i.RoundFailed(rapid.IntRange(1, i.Round).Draw(t, "round"), "no")
			case "cancelled":
				i, _ = i.RoundCancelled()
			case "lapse":
				i, _ = i.Lapse(now)
			case "resend":
				if next, err := i.Resent(nil, now); err == nil {
					i = next
				}
			case "revoke":
				i, _ = i.Revoke("", now)
			case "accept":
				i, _ = i.Accept(rapid.Bool().Draw(t, "out"), now)
			case "decline":
				i, _ = i.Decline(rapid.Bool().Draw(t, "out"), now)
			}
			if before.State == Accepted && !cmp.Equal(before, i) {
				t.Fatalf("an accepted invitation changed:\n%s", cmp.Diff(before, i))
			}
			if i.Round < before.Round {
				t.Fatalf("round %d after %d", i.Round, before.Round)
			}
			if (i.State == Accepted) != (i.AcceptedAt != nil) || i.State == Pending && i.ExpiresAt == nil {
				t.Fatalf("breaks a constraint of its table: %+v", i)
			}
			if i.StateAt(now) == Pending && !now.Before(*i.ExpiresAt) {
				t.Fatalf("lapsed, yet PENDING: %+v", i)
			}
		}
	})
}
