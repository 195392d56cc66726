package jobs

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"usher/app"
	"usher/invite"
	"usher/store"
)

// The loops over two weeks, across a change of the clock: 100 contacts at one a
// minute from a Saturday at 14:30, somebody who comes in between, and everyone's
// reminder.
func TestWholeDaysAcrossClockChange(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		saturday time.Time
		late     int // how many come in while reminders wait, one of them alone
	}{
		// An hour later on the wall, the last reminders fall due outside the window
		// and wait together for Sunday.
		"spring": {time.Date(2027, 3, 27, 14, 30, 0, 0, berlin), 4},
		"autumn": {time.Date(2027, 10, 30, 14, 30, 0, 0, berlin), 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, 1, nil)
			saturday := test.saturday
			r.Clock.Advance(saturday.Sub(r.Clock.Now()))
			days := 3
			r.place.Set(invite.PolicyPatch{ReminderDaysBefore: &days})
			people := r.place.Contacts(101 + test.late)
			r.place.Invite(people[:100]...)
			r.start()
			r.settle()

			interrupted, late := false, test.late == 0
			sunday := saturday.AddDate(0, 0, 1).Add(-6*time.Hour - 27*time.Minute) // 08:03
			r.walk(saturday.AddDate(0, 0, 12), func(now time.Time) {
				if !interrupted && !now.Before(sunday) {
					interrupted = true
					r.place.Invite(people[100]) // alone: before what is left of the batch
				}
				if !late && now.After(saturday.AddDate(0, 0, 7)) && waits(r, invite.Reminder) {
					late = true
					r.place.Invite(people[101:104]...) // before the reminders
					r.place.Invite(people[104])        // before these
				}
				r.settle()
			})
			if !interrupted || !late {
				t.Fatalf("nothing came in between (%v, %v)", interrupted, late)
			}
			checkSends(t, r, people, berlin)
			checkOrder(t, r)
			// 90 on Saturday, ten and one on Sunday.
			last := slotOf(t, r, people[99])
			if want := saturday.AddDate(0, 0, 1).Add(-6*time.Hour - 20*time.Minute); !last.Equal(want) {
				t.Errorf("the batch's last left %s, want %s", last.In(berlin), want)
			}
			for _, p := range people[:101] {
				if got := r.place.Contact(p.ID).Status; got != invite.ContactStatus(invite.Expired) {
					t.Errorf("%s is %s after all the days", p.Name, got)
				}
			}
		})
	}
}

func waits(r *rig, p invite.Priority) bool {
	return slices.ContainsFunc(r.place.Waiting(), func(w store.Place) bool { return w.Priority == p })
}

// checkSends looks at what left: inside the window, a pace apart, everything,
// and nothing twice.
func checkSends(t *testing.T, r *rig, people []invite.Contact, zone *time.Location) {
	t.Helper()
	emails, texts := r.email.all(), r.sms.all()
	if len(emails) != len(texts) {
		t.Errorf("%d emails, %d texts", len(emails), len(texts))
	}
	ids := map[string]bool{}
	perPerson := map[string]int{}
	var last time.Time
	slices.SortStableFunc(emails, func(a, b sent) int { return a.at.Compare(b.at) })
	for _, s := range emails {
		if local := s.at.In(zone); local.Hour() < 8 || local.Hour() >= 16 {
			t.Errorf("%s left at %s", s.to, local)
		}
		if !last.IsZero() && s.at.Sub(last) < time.Minute {
			t.Errorf("%s left %s after the one before", s.to, s.at.Sub(last))
		}
		if ids[s.messageID] {
			t.Errorf("%s left twice", s.messageID)
		}
		ids[s.messageID] = true
		last = s.at
		perPerson[s.to]++
	}
	for n, p := range people {
		want := 2 // the invitation and the reminder
		if n > 100 {
			want = 1 // it came late: its reminder is still to come
		}
		if got := perPerson[*p.Email]; got != want {
			t.Errorf("person %d got %d emails, want %d", n, got, want)
		}
	}
	at := map[time.Time]int{}
	for _, s := range emails {
		at[s.at]++
	}
	for _, s := range texts {
		if at[s.at] != 1 {
			t.Errorf("the text to %s left without its email", s.to)
		}
	}
}

// checkOrder looks at every round that left: at its slot nothing waited that
// goes before it.
func checkOrder(t *testing.T, r *rig) {
	t.Helper()
	rounds := roundsOf(t, r)
	for _, a := range rounds {
		for _, b := range rounds {
			first := b.Priority < a.Priority || b.Priority == a.Priority && b.Place < a.Place
			if first && b.CreatedAt.Before(*a.SlotAt) && b.SlotAt.After(*a.SlotAt) {
				t.Errorf("a round of priority %d left at %s although one of %d waited since %s", a.Priority, a.SlotAt, b.Priority, b.CreatedAt)
			}
		}
	}
}

// roundsOf returns the rounds of everyone's invitations; each must have left.
func roundsOf(t *testing.T, r *rig) []invite.Round {
	t.Helper()
	contacts, err := r.DB.ContactPage(t.Context(), store.InOrganization(r.place.Org.ID), store.ContactFilter{}, store.ContactSort{By: store.ByName}, nil, 1000, r.Clock.Now())
	r.must(err)
	var ids []invite.ID
	for _, c := range contacts {
		if c.InvitationID != nil {
			ids = append(ids, *c.InvitationID)
		}
	}
	rounds, err := r.DB.RoundsOfInvitations(t.Context(), ids)
	r.must(err)
	for _, round := range rounds {
		if round.SlotAt == nil || round.State != invite.RoundDone {
			t.Fatalf("round %+v never left", round)
		}
	}
	return rounds
}

func slotOf(t *testing.T, r *rig, c invite.Contact) time.Time {
	t.Helper()
	for _, s := range r.email.all() {
		if s.to == *c.Email {
			return s.at
		}
	}
	t.Fatalf("nothing went to %s", *c.Email)
	return time.Time{}
}

// fast lets the lane send without a window, one contact a pace.
func (r *rig) fast(paceSeconds int) {
	r.t.Helper()
	r.place.Set(invite.PolicyPatch{PaceSeconds: &paceSeconds, SendWindow: &invite.WindowChoice{}})
}

// newcomers puts people without a phone on file.
func (r *rig) newcomers(n int) []invite.Contact {
	r.t.Helper()
	var list []app.NewContact
	for i := range n {
		list = append(list, app.NewContact{Email: fmt.Sprintf("new%03d@home.example", i)})
	}
	return r.place.Create(list...)
}
