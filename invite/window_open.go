package invite

import (
	"iter"
	"time"
)

// Interval is the time from Start up to but not at End.
type Interval struct{ Start, End time.Time }

// endOfTime is later than anything Usher plans. Every search for an open
// instant ends there, so that none runs for ever.
func endOfTime() time.Time { return time.Date(9999, time.January, 1, 0, 0, 0, 0, time.UTC) }

const secondsPerDay = 24 * 60 * 60

// Open yields the intervals from t on during which the window is open, in
// order, none empty, until the year 9999. They do not overlap, but one may end
// where the next begins: at midnight, or where the zone's offset changes.
//
// The time line is cut at local midnights and at changes of the zone's offset.
// Within such a piece the wall clock runs evenly, so that each piece holds at
// most one open interval, found by plain arithmetic.
func (w *Window) Open(t time.Time, zone *time.Location) iter.Seq[Interval] {
	return func(yield func(Interval) bool) {
		end := endOfTime()
		if w == nil {
			if t.Before(end) {
				yield(Interval{t, end})
			}
			return
		}
		if len(w.Check("")) > 0 {
			return
		}
		for from := t; from.Before(end); {
			span := spanAt(from, zone)
			if !w.openWithin(span, from, yield) {
				return
			}
			from = span.end
		}
	}
}

// span is a piece of the time line in which a zone keeps one offset from UTC.
type span struct {
	offset int64     // seconds east of UTC
	end    time.Time // when the offset next changes, or the end of time
}

func spanAt(t time.Time, zone *time.Location) span {
	local := t.In(zone)
	_, offset := local.Zone()
	_, end := local.ZoneBounds()
	switch {
	case end.IsZero() || end.After(endOfTime()):
		end = endOfTime()
	case !end.After(t):
		// Go 1.26 takes every year beyond a zone's table (after 2037) to have 365
		// days, so on the last day of a leap year the bound it gives has passed. No
		// zone's rule changes the clock on that day.
		end = t.UTC().Truncate(secondsPerDay * time.Second).Add(secondsPerDay * time.Second)
	}
	return span{int64(offset), end}
}

// openWithin yields the window's intervals from t to the end of the span; false
// when the consumer has had enough.
func (w *Window) openWithin(s span, t time.Time, yield func(Interval) bool) bool {
	localSecond := t.Unix() + s.offset
	day := floorDiv(localSecond, secondsPerDay)
	for {
		midnight := time.Unix(day*secondsPerDay-s.offset, 0).UTC()
		if !midnight.Before(s.end) {
			return true
		}
		// 1970-01-01 was a Thursday.
		weekday := time.Weekday(((day+int64(time.Thursday))%7 + 7) % 7)
		if w.Days.Has(weekday) {
			start := later(t, midnight.Add(time.Duration(w.From)*time.Minute))
			end := midnight.Add(time.Duration(w.To) * time.Minute)
			if end.After(s.end) {
				end = s.end
			}
			if start.Before(end) && !yield(Interval{start, end}) {
				return false
			}
		}
		day++
	}
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
