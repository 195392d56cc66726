package invite

import "time"

// maxPeriod is the most days that are looked at together.
const maxPeriod = 366

// firstDay is the earliest day that can be asked for.
var firstDay = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)

// Period is days of a place's calendar, none of them in the future.
type Period struct {
	Days  []string    // YYYY-MM-DD, oldest first
	Start time.Time   // when the first day begins
	Ends  []time.Time // when each day ends; of today, just after now
	Today bool        // whether the last day is today
	Zone  *time.Location
}

// End is when the period ends.
func (p Period) End() time.Time { return p.Ends[len(p.Ends)-1] }

// MonthToDate returns the days of the month that it is at now in zone, today
// included.
func MonthToDate(now time.Time, zone *time.Location) Period {
	today := dayOf(now, zone)
	return period(today.AddDate(0, 0, 1-today.Day()), today, now, zone)
}

// ParsePeriod returns the days from one to another, both included, or INVALID
// below field.
func ParsePeriod(field, from, to string, now time.Time, zone *time.Location) (Period, error) {
	first, err := parseDay(field+".from", from)
	if err != nil {
		return Period{}, err
	}
	last, err := parseDay(field+".to", to)
	if err != nil {
		return Period{}, err
	}
	today := dayOf(now, zone)
	switch {
	case last.After(today):
		return Period{}, Errorf(Invalid, field+".to", "The last day may not come after today, %s.", today.Format(time.DateOnly))
	case first.After(last):
		return Period{}, Errorf(Invalid, field+".from", "The first day may not come after the last, %s.", to)
	case last.Sub(first) >= maxPeriod*24*time.Hour:
		return Period{}, Errorf(Invalid, field+".from", "A period has at most %d days: to %s, begin on %s or later.", maxPeriod, to, last.AddDate(0, 0, 1-maxPeriod).Format(time.DateOnly))
	}
	return period(first, last, now, zone), nil
}

func parseDay(field, text string) (time.Time, error) {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil || day.Before(firstDay) {
		return day, Errorf(Invalid, field, "Give a day as YYYY-MM-DD, %s or later.", firstDay.Format(time.DateOnly))
	}
	return day, nil
}

// period returns the days from first to last, which are midnights of UTC.
func period(first, last, now time.Time, zone *time.Location) Period {
	p := Period{Start: startOf(first, zone), Today: last.Equal(dayOf(now, zone)), Zone: zone}
	for day := first; !day.After(last); day = day.AddDate(0, 0, 1) {
		p.Days = append(p.Days, day.Format(time.DateOnly))
		p.Ends = append(p.Ends, startOf(day.AddDate(0, 0, 1), zone))
	}
	if p.Today {
		p.Ends[len(p.Ends)-1] = now.Add(time.Microsecond) // what happens now has happened
	}
	return p
}

// dayOf returns the day that it is at t in zone, as that day's midnight of
// UTC.
func dayOf(t time.Time, zone *time.Location) time.Time {
	y, m, d := t.In(zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// startOf returns the first instant at which the wall clock of zone shows the
// day or a later one: a clock change may leave midnight out, or the whole day.
func startOf(day time.Time, zone *time.Location) time.Time {
	const widest = 26 * time.Hour // no zone is as far as that from UTC
	for at := day.Add(-widest); ; {
		s := spanAt(at, zone)
		if midnight := day.Add(-time.Duration(s.offset) * time.Second); midnight.Before(s.end) {
			return later(midnight, at).UTC()
		}
		at = s.end
	}
}
