package invite

import (
	"slices"
	"time"
)

// Lane is what decides when a location's waiting rounds may leave: one contact
// a Pace, and only inside the Window. A slot is the instant at which one
// contact's messages may leave.
//
// Slots that were missed, because nobody waited or nothing ran, are not made
// up: a slot is never less than a Pace after the slot before it.
type Lane struct {
	LastSlot time.Time      // the slot granted last; zero when there was none
	Pace     time.Duration  // at least this much from one slot to the next; 0 for no limit
	Window   *Window        // nil for any time
	Zone     *time.Location // of the location; needed when there is a Window
}

// Next returns the earliest instant at which the next contact may leave: not
// before now, at least a Pace after LastSlot, inside the Window.
func (l Lane) Next(now time.Time) time.Time { return l.Slot(now, 0) }

// Slot returns when the round that has k others before it may leave, if nothing
// else joins the lane and each round leaves in its slot. It is what k+1 calls
// of Next answer when each is made at, and follows, the slot before it.
func (l Lane) Slot(now time.Time, k int) time.Time { return l.Slots(now, []int{k})[0] }

// Slots returns Slot(now, k) for each k of ks, which must be ascending and not
// negative. It is one pass whatever the number of ks, and its cost grows with
// the days the lane needs, not with k: a million rounds of one a minute in
// eight hours a day are 2,084 steps.
//
// Slots that would fall after the year 9999, or more than 292 years after now
// where there is no window, are given as the first instant of that year.
func (l Lane) Slots(now time.Time, ks []int) []time.Time {
	if len(ks) == 0 {
		return []time.Time{}
	}
	if ks[0] < 0 || !slices.IsSorted(ks) {
		panic("invite: ranks of slots must be ascending and not negative")
	}
	if l.Pace < 0 {
		panic("invite: a lane's pace must not be negative")
	}
	slots := make([]time.Time, 0, len(ks))
	next := later(now, l.LastSlot.Add(l.Pace)) // no slot may be earlier
	passed := 0                                // slots before next
	for open := range l.Window.Open(next, l.Zone) {
		start := later(next, open.Start)
		room := roomFor(l.Pace, open.End.Sub(start))
		for len(slots) < len(ks) && (l.Pace == 0 || ks[len(slots)]-passed < room) {
			slots = append(slots, start.Add(time.Duration(ks[len(slots)]-passed)*l.Pace))
		}
		if len(slots) == len(ks) {
			return slots
		}
		passed += room
		next = start.Add(time.Duration(room) * l.Pace)
	}
	for len(slots) < len(ks) {
		slots = append(slots, endOfTime())
	}
	return slots
}

// roomFor returns how many slots fit into the given open time when the first
// lies at its start: none when the open time is over.
func roomFor(pace, open time.Duration) int {
	if open <= 0 || pace <= 0 {
		return 0
	}
	return int((open-1)/pace) + 1
}

// Finish returns when n rounds, waiting in a lane with nothing before them,
// are through: a Pace after the last one's slot. For n of 0 it returns now.
func (l Lane) Finish(now time.Time, n int) time.Time {
	if n <= 0 {
		return now
	}
	return l.Slot(now, n-1).Add(l.Pace)
}

// Limits of retrying a message after temporary failures. Whichever is reached
// first ends it.
const (
	MaxAttempts  = 5
	MaxRetryOpen = 24 * time.Hour // of open window, from the first attempt
)

// RetryAt returns when to attempt a message again after its attempt-th attempt
// (1 is the first) failed for a time at now: 1, 5, 15, then 60 minutes later,
// moved into the window. A retry takes no slot of the lane.
func RetryAt(now time.Time, attempt int, w *Window, zone *time.Location) time.Time {
	wait := time.Hour
	switch {
	case attempt <= 1:
		wait = time.Minute
	case attempt == 2:
		wait = 5 * time.Minute
	case attempt == 3:
		wait = 15 * time.Minute
	}
	return w.NextOpen(now.Add(wait), zone)
}

// GiveUp tells whether a message that was attempted so many times, first at
// firstAttempt, is to be attempted no more: after MaxAttempts attempts, or
// when MaxRetryOpen of open window has passed since the first.
func GiveUp(firstAttempt, now time.Time, attempts int, w *Window, zone *time.Location) bool {
	return attempts >= MaxAttempts || w.OpenFor(firstAttempt, now, zone) >= MaxRetryOpen
}

// policyDay is a day of ttlDays and of reminderDaysBefore: always 24 hours, so
// that a change of the clock or of the location's zone moves no expiry.
const policyDay = 24 * time.Hour

// ReminderAt returns when the reminder of an invitation that expires at
// expiresAt falls due, and false when reminders are off (daysBefore 0). The
// reminder then waits for the window and the lane as every round does.
func ReminderAt(expiresAt time.Time, daysBefore int) (time.Time, bool) {
	if daysBefore <= 0 {
		return time.Time{}, false
	}
	return expiresAt.Add(-time.Duration(daysBefore) * policyDay), true
}
