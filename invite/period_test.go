package invite

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestMonthToDate(t *testing.T) {
	for name, tc := range map[string]struct {
		zone, now string
		days      []string
		start     string
	}{
		"the third":                   {"Europe/Berlin", "2026-11-03T10:00:00Z", []string{"2026-11-01", "2026-11-02", "2026-11-03"}, "2026-10-31T23:00:00Z"},
		"the first":                   {"Europe/Berlin", "2026-12-01T10:00:00Z", []string{"2026-12-01"}, "2026-11-30T23:00:00Z"},
		"the next month there only":   {"Pacific/Auckland", "2026-11-30T12:00:00Z", []string{"2026-12-01"}, "2026-11-30T11:00:00Z"},
		"the next month not there":    {"America/Los_Angeles", "2026-03-02T07:59:59Z", []string{"2026-03-01"}, "2026-03-01T08:00:00Z"},
		"the last of a leap February": {"UTC", "2028-02-29T23:59:59Z", nil, "2028-02-01T00:00:00Z"},
	} {
		p := MonthToDate(at(t, tc.now), mustZone(t, tc.zone))
		if diff := cmp.Diff(tc.days, p.Days); diff != "" && tc.days != nil {
			t.Errorf("%s: %s", name, diff)
		}
		if !p.Today || !p.Start.Equal(at(t, tc.start)) || !p.End().Equal(at(t, tc.now).Add(time.Microsecond)) || len(p.Ends) != len(p.Days) {
			t.Errorf("%s: %+v", name, p)
		}
	}
	if p := MonthToDate(at(t, "2028-02-29T23:59:59Z"), time.UTC); len(p.Days) != 29 {
		t.Errorf("%d days", len(p.Days))
	}
}

func TestParsePeriod(t *testing.T) {
	now, berlin := at(t, "2026-11-24T08:00:00Z"), mustZone(t, "Europe/Berlin")
	for _, tc := range []struct {
		from, to        string
		days            int
		start, end      string
		field, accepted string // where it is refused
	}{
		{"2026-11-24", "2026-11-24", 1, "2026-11-23T23:00:00Z", "2026-11-24T08:00:00.000001Z", "", ""},
		{"2026-11-01", "2026-11-23", 23, "2026-10-31T23:00:00Z", "2026-11-23T23:00:00Z", "", ""},
		{"2026-03-29", "2026-03-29", 1, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", "", ""}, // a day of 23 hours
		{"2026-10-25", "2026-10-25", 1, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "", ""}, // and of 25
		{"2024-02-28", "2024-03-01", 3, "2024-02-27T23:00:00Z", "2024-03-01T23:00:00Z", "", ""},
		{"2025-11-24", "2026-11-24", 366, "2025-11-23T23:00:00Z", "2026-11-24T08:00:00.000001Z", "", ""},
		{"2025-11-23", "2026-11-24", 0, "", "", "period.from", "to 2026-11-24, begin on 2025-11-24 or later"},
		{"2026-11-20", "2026-11-19", 0, "", "", "period.from", "may not come after the last, 2026-11-19"},
		{"2026-11-20", "2026-11-25", 0, "", "", "period.to", "after today, 2026-11-24"},
		{"9999-12-31", "9999-12-31", 0, "", "", "period.to", "after today"},
		{"1999-12-31", "2000-01-01", 0, "", "", "period.from", "2000-01-01 or later"},
		{"0000-01-01", "2026-11-24", 0, "", "", "period.from", "YYYY-MM-DD"},
		{"2026-02-29", "2026-11-24", 0, "", "", "period.from", "YYYY-MM-DD"},
		{"2026-11-01", "24.11.2026", 0, "", "", "period.to", "YYYY-MM-DD"},
		{"2026-11-01", "2026-11-24T00:00:00Z", 0, "", "", "period.to", "YYYY-MM-DD"},
		{"", "2026-11-24", 0, "", "", "period.from", "YYYY-MM-DD"},
		{"2026-11-01", "", 0, "", "", "period.to", "YYYY-MM-DD"},
	} {
		p, err := ParsePeriod("period", tc.from, tc.to, now, berlin)
		if tc.field != "" {
			known, _ := Refusals(err)
			if len(known) != 1 || known[0].Code != Invalid || known[0].Field != tc.field || !strings.Contains(known[0].Message, tc.accepted) {
				t.Errorf("%s to %s: %v", tc.from, tc.to, err)
			}
			continue
		}
		if err != nil || len(p.Days) != tc.days || !p.Start.Equal(at(t, tc.start)) || !p.End().Equal(at(t, tc.end)) || p.Days[0] != tc.from || p.Days[len(p.Days)-1] != tc.to {
			t.Errorf("%s to %s: %+v, %v", tc.from, tc.to, p, err)
		}
	}
}

// In every zone days follow one another without gap or overlap, and each ends
// when the wall clock first shows another one.
func TestDaysFillThePeriodInEveryZone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone := drawZone(t)
		now := drawInstant(t, zone)
		if now.Before(firstDay.AddDate(1, 0, 0)) {
			return
		}
		last := dayOf(now, zone)
		from := last.AddDate(0, 0, -rapid.IntRange(0, 40).Draw(t, "days"))
		p, err := ParsePeriod("period", from.Format(time.DateOnly), last.Format(time.DateOnly), now, zone)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.IsSortedFunc(append([]time.Time{p.Start}, p.Ends...), time.Time.Compare) {
			t.Fatalf("not in order: %v %v", p.Start, p.Ends)
		}
		for i, end := range p.Ends[:len(p.Ends)-1] {
			if before := dayOf(end.Add(-time.Nanosecond), zone); before.Format(time.DateOnly) > p.Days[i] {
				t.Fatalf("%s ends at %v, when it is %v already", p.Days[i], end.In(zone), before)
			}
			if after := dayOf(end, zone); after.Format(time.DateOnly) <= p.Days[i] {
				t.Fatalf("%s ends at %v, when it is still %v", p.Days[i], end.In(zone), after)
			}
		}
	})
}
