package invite

import (
	"encoding/json"
	"testing"
	"time"
	_ "time/tzdata" // the tests must not depend on the machine's zones

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// zoneNames are zones whose clocks do something that breaks naive arithmetic.
var zoneNames = []string{
	"UTC",
	"Africa/Casablanca",   // winter time during Ramadan
	"America/New_York",    // the plain case, west
	"America/Sao_Paulo",   // changed at midnight: some days began at 01:00
	"America/St_Johns",    // half-hour offset; once changed at 00:01
	"Asia/Kathmandu",      // +05:45
	"Asia/Tehran",         // +03:30, changed at midnight until 2022
	"Atlantic/Azores",     // changes at midnight local in autumn: 01:00 again
	"Australia/Lord_Howe", // changes by half an hour
	"Europe/Berlin",
	"Europe/Dublin",     // negative DST: winter is the exception
	"Pacific/Apia",      // had no 30 December 2011
	"Pacific/Kwajalein", // had no 21 August 1993
	"Antarctica/Troll",  // changes by two hours
}

func mustZone(t testing.TB, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func at(t testing.TB, rfc3339 string) time.Time {
	t.Helper()
	when, err := time.Parse(time.RFC3339, rfc3339)
	if err != nil {
		t.Fatal(err)
	}
	return when.UTC()
}

func window(t testing.TB, from, to string, days Weekdays) *Window {
	t.Helper()
	f, err := ParseTimeOfDay(from)
	if err != nil {
		t.Fatal(err)
	}
	u, err := ParseTimeOfDay(to)
	if err != nil {
		t.Fatal(err)
	}
	return &Window{f, u, days}
}

func TestParseTimeOfDay(t *testing.T) {
	good := map[string]TimeOfDay{"00:00": 0, "08:00": 480, "23:59": 1439, "24:00": EndOfDay}
	for text, want := range good {
		got, err := ParseTimeOfDay(text)
		if err != nil || got != want {
			t.Errorf("ParseTimeOfDay(%q) = %d, %v; want %d", text, got, err, want)
		}
		if got.String() != text {
			t.Errorf("%d.String() = %q, want %q", got, got.String(), text)
		}
	}
	for _, text := range []string{"", "8:00", "08.00", "24:01", "25:00", "08:60", "-1:00", "+8:00", "08:00 ", "０８:００"} {
		if got, err := ParseTimeOfDay(text); CodeOf(err) != Invalid {
			t.Errorf("ParseTimeOfDay(%q) = %d, %v; want a refusal", text, got, err)
		}
	}
}

func TestWindowJSON(t *testing.T) {
	w := Window{8 * 60, EndOfDay, WeekdaysOf(time.Monday, time.Sunday)}
	text, err := json.Marshal(w)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"from":"08:00","to":"24:00","days":["SUNDAY","MONDAY"]}`
	if string(text) != want {
		t.Errorf("JSON is %s, want %s", text, want)
	}
	var back Window
	if err := json.Unmarshal(text, &back); err != nil || back != w {
		t.Errorf("read back as %+v, %v; want %+v", back, err, w)
	}
	for _, bad := range []string{`{"from":"8"}`, `{"days":["MON"]}`, `{"days":"MONDAY"}`} {
		if err := json.Unmarshal([]byte(bad), &back); err == nil {
			t.Errorf("%s was accepted", bad)
		}
	}
}

func TestWindowCheck(t *testing.T) {
	for name, tc := range map[string]struct {
		w      *Window
		fields []string
	}{
		"any time":      {nil, nil},
		"whole day":     {&Window{0, EndOfDay, EveryDay}, nil},
		"empty":         {&Window{480, 480, EveryDay}, []string{"w.to"}},
		"past midnight": {&Window{22 * 60, 6 * 60, EveryDay}, []string{"w.to"}},
		"too late":      {&Window{480, EndOfDay + 1, EveryDay}, []string{"w.to"}},
		"no days":       {&Window{480, 960, 0}, []string{"w.days"}},
		"eight days":    {&Window{480, 960, 255}, []string{"w.days"}},
		"both":          {&Window{}, []string{"w.to", "w.days"}},
	} {
		var fields []string
		for _, e := range tc.w.Check("w") {
			fields = append(fields, e.Field)
		}
		if diff := cmp.Diff(tc.fields, fields); diff != "" {
			t.Errorf("%s: refused fields (-want +got):\n%s", name, diff)
		}
		if len(tc.fields) > 0 {
			now := at(t, "2026-11-20T12:00:00Z")
			if tc.w.Contains(now, time.UTC) || tc.w.NextOpen(now, time.UTC).Year() != 9999 {
				t.Errorf("%s: a window that cannot be is open", name)
			}
		}
	}
}

// Each case names the first open interval from an instant on.
func TestWindowOpensAcrossClockChanges(t *testing.T) {
	weekdays := WeekdaysOf(time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday)
	for name, tc := range map[string]struct {
		zone, from, to     string
		days               Weekdays
		t                  string
		wantStart, wantEnd string
	}{
		"inside":                               {"Europe/Berlin", "08:00", "16:00", EveryDay, "2026-11-20T10:30:15+01:00", "2026-11-20T10:30:15+01:00", "2026-11-20T16:00:00+01:00"},
		"before":                               {"Europe/Berlin", "08:00", "16:00", EveryDay, "2026-11-20T07:59:59+01:00", "2026-11-20T08:00:00+01:00", "2026-11-20T16:00:00+01:00"},
		"at the end":                           {"Europe/Berlin", "08:00", "16:00", EveryDay, "2026-11-20T16:00:00+01:00", "2026-11-21T08:00:00+01:00", "2026-11-21T16:00:00+01:00"},
		"weekend off":                          {"Europe/Berlin", "08:00", "16:00", weekdays, "2026-11-20T16:00:00+01:00", "2026-11-23T08:00:00+01:00", "2026-11-23T16:00:00+01:00"},
		"spring, the day after":                {"Europe/Berlin", "08:00", "16:00", EveryDay, "2026-03-28T16:00:00+01:00", "2026-03-29T08:00:00+02:00", "2026-03-29T16:00:00+02:00"},
		"spring, starts in the gap":            {"Europe/Berlin", "02:30", "04:00", EveryDay, "2026-03-29T00:00:00+01:00", "2026-03-29T03:00:00+02:00", "2026-03-29T04:00:00+02:00"},
		"spring, all in the gap":               {"Europe/Berlin", "02:00", "03:00", EveryDay, "2026-03-29T00:00:00+01:00", "2026-03-30T02:00:00+02:00", "2026-03-30T03:00:00+02:00"},
		"autumn, repeated, first":              {"Europe/Berlin", "02:00", "03:00", EveryDay, "2026-10-25T00:00:00+02:00", "2026-10-25T02:00:00+02:00", "2026-10-25T03:00:00+02:00"},
		"autumn, repeated, second":             {"Europe/Berlin", "02:15", "02:45", EveryDay, "2026-10-25T02:45:00+02:00", "2026-10-25T02:15:00+01:00", "2026-10-25T02:45:00+01:00"},
		"New York spring":                      {"America/New_York", "01:00", "02:30", EveryDay, "2026-03-08T00:00:00-05:00", "2026-03-08T01:00:00-05:00", "2026-03-08T03:00:00-04:00"},
		"New York autumn":                      {"America/New_York", "01:30", "02:00", EveryDay, "2026-11-01T02:00:00-04:00", "2026-11-01T01:30:00-05:00", "2026-11-01T02:00:00-05:00"},
		"Dublin spring":                        {"Europe/Dublin", "01:00", "02:30", EveryDay, "2026-03-29T00:00:00Z", "2026-03-29T02:00:00+01:00", "2026-03-29T02:30:00+01:00"},
		"Dublin autumn":                        {"Europe/Dublin", "01:30", "08:00", EveryDay, "2026-10-25T01:30:00+01:00", "2026-10-25T01:30:00+01:00", "2026-10-25T02:00:00+01:00"},
		"Lord Howe spring, half an hour gone":  {"Australia/Lord_Howe", "02:00", "03:00", EveryDay, "2026-10-04T00:00:00+10:30", "2026-10-04T02:30:00+11:00", "2026-10-04T03:00:00+11:00"},
		"Lord Howe autumn, half an hour twice": {"Australia/Lord_Howe", "01:30", "02:00", EveryDay, "2026-04-05T02:00:00+11:00", "2026-04-05T01:30:00+10:30", "2026-04-05T02:00:00+10:30"},
		"Sao Paulo, no midnight":               {"America/Sao_Paulo", "00:00", "02:00", EveryDay, "2018-11-03T12:00:00-03:00", "2018-11-04T01:00:00-02:00", "2018-11-04T02:00:00-02:00"},
		"Sao Paulo, 23:00 twice on Saturday":   {"America/Sao_Paulo", "23:00", "24:00", WeekdaysOf(time.Saturday), "2018-02-18T00:00:00-02:00", "2018-02-17T23:00:00-03:00", "2018-02-18T00:00:00-03:00"},
		"Kathmandu":                            {"Asia/Kathmandu", "08:00", "16:00", EveryDay, "2026-11-20T00:00:00Z", "2026-11-20T08:00:00+05:45", "2026-11-20T16:00:00+05:45"},
		"Apia has no Friday":                   {"Pacific/Apia", "08:00", "16:00", WeekdaysOf(time.Friday), "2011-12-29T12:00:00-10:00", "2012-01-06T08:00:00+14:00", "2012-01-06T16:00:00+14:00"},
		"Apia, Thursday to Saturday":           {"Pacific/Apia", "08:00", "16:00", EveryDay, "2011-12-29T16:00:00-10:00", "2011-12-31T08:00:00+14:00", "2011-12-31T16:00:00+14:00"},
		"last day of a leap year":              {"America/New_York", "08:00", "16:00", EveryDay, "2040-12-30T20:00:00-05:00", "2040-12-31T08:00:00-05:00", "2040-12-31T16:00:00-05:00"},
		"Troll, two hours gone":                {"Antarctica/Troll", "01:30", "03:30", EveryDay, "2026-03-29T00:00:00Z", "2026-03-29T03:00:00+02:00", "2026-03-29T03:30:00+02:00"},
	} {
		t.Run(name, func(t *testing.T) {
			zone := mustZone(t, tc.zone)
			w := window(t, tc.from, tc.to, tc.days)
			got, ok := firstOpen(w, at(t, tc.t), zone)
			if !ok {
				t.Fatal("never open")
			}
			if want := (Interval{at(t, tc.wantStart), at(t, tc.wantEnd)}); !got.Start.Equal(want.Start) || !got.End.Equal(want.End) {
				t.Errorf("open from %s to %s, want %s to %s", got.Start.In(zone), got.End.In(zone), want.Start.In(zone), want.End.In(zone))
			}
			if next := w.NextOpen(at(t, tc.t), zone); !next.Equal(got.Start) {
				t.Errorf("NextOpen is %s, want %s", next, got.Start)
			}
		})
	}
}

func firstOpen(w *Window, t time.Time, zone *time.Location) (Interval, bool) {
	for open := range w.Open(t, zone) {
		return open, true
	}
	return Interval{}, false
}

func TestOpenForCountsWhatTheClockSays(t *testing.T) {
	berlin, howe, apia := mustZone(t, "Europe/Berlin"), mustZone(t, "Australia/Lord_Howe"), mustZone(t, "Pacific/Apia")
	night := &Window{0, 6 * 60, EveryDay}
	for name, tc := range map[string]struct {
		w    *Window
		zone *time.Location
		a, b string
		want time.Duration
	}{
		"any time":           {nil, nil, "2026-01-01T00:00:00Z", "2026-01-02T01:00:00Z", 25 * time.Hour},
		"any time, backward": {nil, nil, "2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z", 0},
		"plain day":          {night, berlin, "2026-11-20T00:00:00+01:00", "2026-11-21T00:00:00+01:00", 6 * time.Hour},
		"spring day":         {night, berlin, "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00", 5 * time.Hour},
		"autumn day":         {night, berlin, "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00", 7 * time.Hour},
		"half an hour more":  {night, howe, "2026-04-05T00:00:00+11:00", "2026-04-06T00:00:00+10:30", 6*time.Hour + 30*time.Minute},
		"half an hour less":  {night, howe, "2026-10-04T00:00:00+10:30", "2026-10-05T00:00:00+11:00", 5*time.Hour + 30*time.Minute},
		"the missing day":    {night, apia, "2011-12-29T00:00:00-10:00", "2012-01-01T00:00:00+14:00", 12 * time.Hour},
		"parts of two days":  {night, berlin, "2026-11-20T05:30:00+01:00", "2026-11-21T00:15:00+01:00", 45 * time.Minute},
		"backward":           {night, berlin, "2026-11-21T00:00:00+01:00", "2026-11-20T00:00:00+01:00", 0},
	} {
		if got := tc.w.OpenFor(at(t, tc.a), at(t, tc.b), tc.zone); got != tc.want {
			t.Errorf("%s: open for %s, want %s", name, got, tc.want)
		}
	}
}

func drawZone(t *rapid.T) *time.Location {
	zone, err := time.LoadLocation(rapid.SampledFrom(zoneNames).Draw(t, "zone"))
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// drawInstant favours the neighbourhood of changes of the zone's offset.
func drawInstant(t *rapid.T, zone *time.Location) time.Time {
	when := time.Unix(rapid.Int64Range(0, 4_100_000_000).Draw(t, "unix"), 0) // 1970 to 2099
	if _, change := when.In(zone).ZoneBounds(); !change.IsZero() && rapid.Bool().Draw(t, "near a change") {
		when = change.Add(time.Duration(rapid.Int64Range(-48*3600, 48*3600).Draw(t, "off")) * time.Second)
	}
	return when.Add(time.Duration(rapid.Int64Range(0, 999_999).Draw(t, "µs")) * time.Microsecond).UTC()
}

// drawWindow favours windows that close for a moment only, or never: there the
// pace runs from one day's interval into the next.
func drawWindow(t *rapid.T) *Window {
	from := rapid.OneOf(rapid.Just(0), rapid.IntRange(0, 1439)).Draw(t, "from")
	to := rapid.OneOf(rapid.Just(1440), rapid.IntRange(from+1, 1440)).Draw(t, "to")
	days := rapid.OneOf(rapid.Just(127), rapid.IntRange(1, 127)).Draw(t, "days")
	return &Window{TimeOfDay(from), TimeOfDay(to), Weekdays(days)}
}

// Contains reads the wall clock and Open does arithmetic: they must agree, at
// every interval's edges and between.
func TestOpenAgreesWithTheWallClock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone := drawZone(t)
		from, w := drawInstant(t, zone), drawWindow(t)
		closedFrom, seen := from, 0
		for open := range w.Open(from, zone) {
			if open.Start.Before(closedFrom) || !open.Start.Before(open.End) {
				t.Fatalf("interval %v is empty or out of order", open)
			}
			for _, inside := range []time.Time{open.Start, open.End.Add(-1), open.Start.Add(open.End.Sub(open.Start) / 2)} {
				if !w.Contains(inside, zone) {
					t.Fatalf("%s is yielded as open, but is not inside", inside.In(zone))
				}
			}
			// Every minute between two intervals must be closed.
			for closed := closedFrom; closed.Before(open.Start); closed = closed.Add(time.Minute) {
				if w.Contains(closed, zone) {
					t.Fatalf("%s is inside, but was left out before %s", closed.In(zone), open.Start.In(zone))
				}
			}
			if open.Start.After(from) && open.Start.After(closedFrom) && w.Contains(open.Start.Add(-1), zone) {
				t.Fatalf("open a moment before %s", open.Start.In(zone))
			}
			closedFrom = open.End
			if seen++; seen == 4 {
				return
			}
		}
		t.Fatal("the window stopped opening")
	})
}

// Every zone can be walked to the end of time: no piece of the time line is
// empty, which would never end.
func TestSpansAdvanceInEveryZone(t *testing.T) {
	for _, name := range zoneNames {
		zone := mustZone(t, name)
		steps := 0
		for from := at(t, "1850-01-01T00:00:00Z"); from.Before(endOfTime()); steps++ {
			next := spanAt(from, zone).end
			if !next.After(from) {
				t.Fatalf("%s: the span at %s ends at %s", name, from, next)
			}
			from = next
		}
		if steps > 40_000 {
			t.Errorf("%s: %d spans", name, steps)
		}
	}
}

func TestOpenForIsAdditive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone := drawZone(t)
		a, w := drawInstant(t, zone), drawWindow(t)
		b := a.Add(time.Duration(rapid.Int64Range(0, 10*86400).Draw(t, "s")) * time.Second)
		c := b.Add(time.Duration(rapid.Int64Range(0, 10*86400).Draw(t, "s")) * time.Second)
		if whole, parts := w.OpenFor(a, c, zone), w.OpenFor(a, b, zone)+w.OpenFor(b, c, zone); whole != parts {
			t.Fatalf("open for %s in all, %s in parts", whole, parts)
		}
		if next := w.NextOpen(a, zone); w.OpenFor(a, next, zone) != 0 {
			t.Fatalf("open before NextOpen %s", next)
		}
	})
}
