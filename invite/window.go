package invite

import (
	"encoding/json"
	"fmt"
	"math/bits"
	"time"
)

// TimeOfDay is a wall-clock time in minutes after midnight, 0 to 1440. 1440
// is "24:00", the end of the day; only a Window's To can have it.
type TimeOfDay int

// EndOfDay is 24:00.
const EndOfDay TimeOfDay = 24 * 60

// ParseTimeOfDay reads "HH:MM", from "00:00" to "24:00". The error is an
// Error with code Invalid and no field.
func ParseTimeOfDay(s string) (TimeOfDay, error) {
	refuse := func() (TimeOfDay, error) {
		return 0, Errorf(Invalid, "", "A time of day must be written HH:MM, from 00:00 to 24:00.")
	}
	if len(s) != len("HH:MM") || s[2] != ':' {
		return refuse()
	}
	for _, i := range []int{0, 1, 3, 4} {
		if s[i] < '0' || s[i] > '9' {
			return refuse()
		}
	}
	hour, minute := int(s[0]-'0')*10+int(s[1]-'0'), int(s[3]-'0')*10+int(s[4]-'0')
	t := TimeOfDay(hour*60 + minute)
	if minute > 59 || t > EndOfDay {
		return refuse()
	}
	return t, nil
}

// String returns "HH:MM".
func (t TimeOfDay) String() string { return fmt.Sprintf("%02d:%02d", int(t)/60, int(t)%60) }

// MarshalText returns "HH:MM".
func (t TimeOfDay) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what ParseTimeOfDay accepts.
func (t *TimeOfDay) UnmarshalText(text []byte) (err error) {
	*t, err = ParseTimeOfDay(string(text))
	return err
}

// Weekdays is a set of days of the week: bit n stands for time.Weekday(n).
type Weekdays uint8

// EveryDay is the set of all seven days.
const EveryDay Weekdays = 1<<7 - 1

// weekdayNames are the words of the JSON form, indexed by time.Weekday.
var weekdayNames = [7]string{"SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"}

// WeekdaysOf returns the set of the given days.
func WeekdaysOf(days ...time.Weekday) Weekdays {
	var set Weekdays
	for _, day := range days {
		set |= 1 << day
	}
	return set
}

// Has tells whether day is in the set.
func (d Weekdays) Has(day time.Weekday) bool { return d&(1<<day) != 0 }

// List returns the days of the set, Sunday first.
func (d Weekdays) List() []time.Weekday {
	days := make([]time.Weekday, 0, bits.OnesCount8(uint8(d)))
	for day := time.Sunday; day <= time.Saturday; day++ {
		if d.Has(day) {
			days = append(days, day)
		}
	}
	return days
}

// MarshalJSON writes a list of English names: ["MONDAY","TUESDAY"].
func (d Weekdays) MarshalJSON() ([]byte, error) {
	names := []string{}
	for _, day := range d.List() {
		names = append(names, weekdayNames[day])
	}
	return json.Marshal(names)
}

// UnmarshalJSON reads what MarshalJSON writes, in any order.
func (d *Weekdays) UnmarshalJSON(data []byte) error {
	var names []string
	if err := json.Unmarshal(data, &names); err != nil {
		return err
	}
	*d = 0
	for _, name := range names {
		day := time.Sunday
		for day <= time.Saturday && weekdayNames[day] != name {
			day++
		}
		if day > time.Saturday {
			return Errorf(Invalid, "", "A weekday must be one of SUNDAY to SATURDAY.")
		}
		*d |= 1 << day
	}
	return nil
}

// Window is when invitations may leave: on the given days, from From up to but
// not at To, on the wall clock of a location's time zone.
//
// An instant is inside if and only if its local weekday is in Days and its
// local time of day is in [From, To). So an hour that a clock change repeats is
// open twice, and one that it leaves out is never open.
//
// A nil *Window means any time; all methods accept it, and then ignore the
// zone. A window that Check refuses is never open.
type Window struct {
	From TimeOfDay `json:"from"`
	To   TimeOfDay `json:"to"`
	Days Weekdays  `json:"days"`
}

// Check returns why w cannot be a window: no days, or From not before To. A
// window does not run past midnight. The fields of the refusals are below field.
func (w *Window) Check(field string) Errors {
	if w == nil {
		return nil
	}
	var errs Errors
	if w.From < 0 || w.To > EndOfDay || w.From >= w.To {
		errs = append(errs, Errorf(Invalid, field+".to", "The window must end after it starts, at 24:00 at the latest."))
	}
	if w.Days == 0 || w.Days > EveryDay {
		errs = append(errs, Errorf(Invalid, field+".days", "The window must be open on at least one day of the week."))
	}
	return errs
}

// Contains tells whether t is inside the window.
func (w *Window) Contains(t time.Time, zone *time.Location) bool {
	if w == nil {
		return true
	}
	if len(w.Check("")) > 0 {
		return false
	}
	local := t.In(zone)
	minute := TimeOfDay(local.Hour()*60 + local.Minute())
	return w.Days.Has(local.Weekday()) && w.From <= minute && minute < w.To
}

// NextOpen returns the earliest instant inside the window that is not before
// t: t itself when it is inside. For a window that is never open it returns an
// instant in the year 9999.
func (w *Window) NextOpen(t time.Time, zone *time.Location) time.Time {
	for open := range w.Open(t, zone) {
		return open.Start
	}
	return endOfTime()
}

// OpenFor returns how much of the time from a to b is inside the window; 0
// when b is not after a.
func (w *Window) OpenFor(a, b time.Time, zone *time.Location) time.Duration {
	var total time.Duration
	for open := range w.Open(a, zone) {
		if !open.Start.Before(b) {
			break
		}
		if open.End.After(b) {
			open.End = b
		}
		total += open.End.Sub(open.Start)
	}
	return total
}
