package invite

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var officeHours = &Window{8 * 60, 16 * 60, EveryDay}

func TestNext(t *testing.T) {
	berlin := mustZone(t, "Europe/Berlin")
	for name, tc := range map[string]struct {
		last, now, want string
		pace            time.Duration
		w               *Window
	}{
		"free lane, open":          {"", "2026-11-20T10:00:00+01:00", "2026-11-20T10:00:00+01:00", time.Minute, officeHours},
		"free lane, closed":        {"", "2026-11-20T18:00:00+01:00", "2026-11-21T08:00:00+01:00", time.Minute, officeHours},
		"free lane, no window":     {"", "2026-11-20T18:00:00+01:00", "2026-11-20T18:00:00+01:00", time.Minute, nil},
		"just left":                {"2026-11-20T10:00:00+01:00", "2026-11-20T10:00:01+01:00", "2026-11-20T10:01:00+01:00", time.Minute, officeHours},
		"pace over":                {"2026-11-20T10:00:00+01:00", "2026-11-20T10:07:09+01:00", "2026-11-20T10:07:09+01:00", time.Minute, officeHours},
		"pace runs into the end":   {"2026-11-20T15:59:30+01:00", "2026-11-20T15:59:31+01:00", "2026-11-21T08:00:00+01:00", time.Minute, officeHours},
		"last minute":              {"2026-11-20T15:58:59+01:00", "2026-11-20T15:59:00+01:00", "2026-11-20T15:59:59+01:00", time.Minute, officeHours},
		"pace longer than a night": {"2026-11-20T15:30:00+01:00", "2026-11-20T16:00:00+01:00", "2026-11-21T09:30:00+01:00", 18 * time.Hour, officeHours},
		"no pace":                  {"2026-11-20T10:00:00+01:00", "2026-11-20T10:00:00+01:00", "2026-11-20T10:00:00+01:00", 0, officeHours},
		"the clock was set back":   {"2026-11-20T10:00:00+01:00", "2026-11-20T09:00:00+01:00", "2026-11-20T10:01:00+01:00", time.Minute, officeHours},
	} {
		l := Lane{Pace: tc.pace, Window: tc.w, Zone: berlin}
		if tc.last != "" {
			l.LastSlot = at(t, tc.last)
		}
		if got, want := l.Next(at(t, tc.now)), at(t, tc.want); !got.Equal(want) {
			t.Errorf("%s: %s, want %s", name, got.In(berlin), want.In(berlin))
		}
	}
}

func TestHundredContactsTakeHundredMinutesOfOpenWindow(t *testing.T) {
	berlin := mustZone(t, "Europe/Berlin")
	weekdays := &Window{8 * 60, 16 * 60, WeekdaysOf(time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday)}
	for name, tc := range map[string]struct {
		w             *Window
		now, wantDone string
	}{
		"no window":            {nil, "2026-11-20T23:00:00+01:00", "2026-11-21T00:40:00+01:00"},
		"in one day":           {weekdays, "2026-11-20T09:00:00+01:00", "2026-11-20T10:40:00+01:00"},
		"to the minute":        {weekdays, "2026-11-20T14:20:00+01:00", "2026-11-20T16:00:00+01:00"},
		"over a weekend":       {weekdays, "2026-11-20T15:30:00+01:00", "2026-11-23T09:10:00+01:00"},
		"begun while closed":   {weekdays, "2026-11-21T12:00:00+01:00", "2026-11-23T09:40:00+01:00"},
		"over a clock change":  {&Window{90, 210, EveryDay}, "2026-03-29T01:30:00+01:00", "2026-03-30T02:10:00+02:00"}, // 01:30 to 03:30 has one hour
		"in an hour come back": {&Window{120, 180, EveryDay}, "2026-10-25T02:00:00+02:00", "2026-10-25T02:40:00+01:00"},
	} {
		l := Lane{Pace: time.Minute, Window: tc.w, Zone: berlin}
		now := at(t, tc.now)
		done := l.Finish(now, 100)
		if want := at(t, tc.wantDone); !done.Equal(want) {
			t.Errorf("%s: done at %s, want %s", name, done.In(berlin), want.In(berlin))
		}
		if open := tc.w.OpenFor(now, done, berlin); open != 100*time.Minute {
			t.Errorf("%s: took %s of open window", name, open)
		}
	}
	if now := at(t, "2026-11-20T23:00:00+01:00"); !(Lane{Pace: time.Minute, Window: officeHours, Zone: berlin}).Finish(now, 0).Equal(now) {
		t.Error("an empty lane is through at once")
	}
}

func TestMillionthSlot(t *testing.T) {
	l := Lane{Pace: time.Minute, Window: officeHours, Zone: time.UTC}
	now := at(t, "2026-11-20T08:00:00Z")
	// 480 a day: 2083 days take 999,840.
	want := now.AddDate(0, 0, 2083).Add(160 * time.Minute)
	if got := l.Slot(now, 1_000_000); !got.Equal(want) {
		t.Errorf("slot 1,000,000 is at %s, want %s", got, want)
	}
	l.Window = nil
	if got, want := l.Slot(now, 1_000_000), now.Add(1_000_000*time.Minute); !got.Equal(want) {
		t.Errorf("without a window it is at %s, want %s", got, want)
	}
	l.Pace = time.Hour
	if got := l.Slot(now, 1_000_000_000); !got.Equal(endOfTime()) {
		t.Errorf("a slot after 114,000 years is at %s", got)
	}
	never := Lane{Pace: time.Minute, Window: &Window{}, Zone: time.UTC}
	if got := never.Next(now); !got.Equal(endOfTime()) {
		t.Errorf("a window that is never open has a slot at %s", got)
	}
}

func TestThePaceRunsOverMidnightOfAWholeDayWindow(t *testing.T) {
	l := Lane{Pace: 7 * time.Hour, Window: &Window{0, EndOfDay, EveryDay}, Zone: mustZone(t, "Asia/Kathmandu")}
	now := at(t, "2026-11-20T08:00:00Z")
	for k := range 20 {
		if got, want := l.Slot(now, k), now.Add(time.Duration(k)*7*time.Hour); !got.Equal(want) {
			t.Fatalf("slot %d is at %s, want %s", k, got, want)
		}
	}
}

func drawLane(t *rapid.T) (Lane, time.Time) {
	zone := drawZone(t)
	now := drawInstant(t, zone)
	l := Lane{Zone: zone, Pace: time.Duration(rapid.SampledFrom([]int64{0, 1, 7, 60, 61, 1800, 3600, 40_000}).Draw(t, "pace")) * time.Second}
	if rapid.Bool().Draw(t, "window") {
		l.Window = drawWindow(t)
	}
	if rapid.Bool().Draw(t, "used before") {
		l.LastSlot = now.Add(time.Duration(rapid.Int64Range(-7200, 7200).Draw(t, "ago")) * time.Second)
	}
	return l, now
}

// Slots is arithmetic; iterating Next is the definition. They must agree, and
// what they give must keep the pace and the window.
func TestSlotsAreWhatIteratingNextGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l, now := drawLane(t)
		ks := rapid.SliceOfN(rapid.IntRange(0, 400), 1, 10).Draw(t, "ks")
		slices.Sort(ks)
		got := l.Slots(now, ks)

		step, at := l, now
		var slots []time.Time
		for range ks[len(ks)-1] + 1 {
			slot := step.Next(at)
			if slot.Before(at) || (!step.LastSlot.IsZero() && slot.Sub(step.LastSlot) < l.Pace) {
				t.Fatalf("slot %s is before %s, or less than %s after %s", slot, at, l.Pace, step.LastSlot)
			}
			if !l.Window.Contains(slot, l.Zone) {
				t.Fatalf("slot %s is outside the window", slot.In(l.Zone))
			}
			if earliest := later(at, step.LastSlot.Add(l.Pace)); l.Window.OpenFor(earliest, slot, l.Zone) != 0 {
				t.Fatalf("slot %s was possible earlier, after %s", slot.In(l.Zone), earliest.In(l.Zone))
			}
			slots = append(slots, slot)
			step.LastSlot, at = slot, slot
		}
		for i, k := range ks {
			if !got[i].Equal(slots[k]) {
				t.Fatalf("slot %d is at %s, iterating gives %s", k, got[i].In(l.Zone), slots[k].In(l.Zone))
			}
		}
		n := len(slots)
		if done := l.Finish(now, n); !done.Equal(slots[n-1].Add(l.Pace)) {
			t.Fatalf("%d rounds are through at %s", n, done)
		}
	})
}

// A manager changes pace, window and zone while a batch leaves; now and then
// nothing runs for a while. Each slot keeps the rules that held when it was
// granted, and no slot makes up for a missed one.
func TestChangesInMidBatchKeepThePaceAndTheWindow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l, now := drawLane(t)
		for range 40 {
			switch rapid.IntRange(0, 9).Draw(t, "event") {
			case 0:
				l.Pace = time.Duration(rapid.IntRange(0, 3600).Draw(t, "pace")) * time.Second
			case 1:
				l.Window = drawWindow(t)
			case 2:
				l.Window = nil
			case 3:
				l.Zone = drawZone(t)
			case 4: // an outage
				now = now.Add(time.Duration(rapid.IntRange(0, 200_000).Draw(t, "outage")) * time.Second)
			}
			slot := l.Next(now)
			if slot.Before(now) || !l.Window.Contains(slot, l.Zone) || (!l.LastSlot.IsZero() && slot.Sub(l.LastSlot) < l.Pace) {
				t.Fatalf("at %s the lane %+v gave %s", now, l, slot)
			}
			l.LastSlot, now = slot, slot
		}
	})
}

func TestLocationThatChangesZone(t *testing.T) {
	l := Lane{LastSlot: at(t, "2026-11-20T15:59:00+01:00"), Pace: time.Minute, Window: officeHours, Zone: mustZone(t, "Europe/Berlin")}
	now := at(t, "2026-11-20T15:59:00+01:00")
	if got, want := l.Next(now), at(t, "2026-11-21T08:00:00+01:00"); !got.Equal(want) {
		t.Errorf("before: %s, want %s", got, want)
	}
	l.Zone = mustZone(t, "America/New_York") // there it is 09:59
	if got, want := l.Next(now), at(t, "2026-11-20T10:00:00-05:00"); !got.Equal(want) {
		t.Errorf("moved west: %s, want %s", got, want)
	}
	l.Zone = mustZone(t, "Asia/Kathmandu") // there it is 20:44
	if got, want := l.Next(now), at(t, "2026-11-21T08:00:00+05:45"); !got.Equal(want) {
		t.Errorf("moved east: %s, want %s", got, want)
	}
}

func TestSlotsRefusesWhatNoCallerMayAsk(t *testing.T) {
	if got := (Lane{}).Slots(time.Time{}, nil); len(got) != 0 {
		t.Errorf("no ranks gave %v", got)
	}
	for name, call := range map[string]func(){
		"unsorted":      func() { Lane{}.Slots(time.Time{}, []int{2, 1}) },
		"negative rank": func() { Lane{}.Slot(time.Time{}, -1) },
		"negative pace": func() { Lane{Pace: -1}.Next(time.Time{}) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			call()
		}()
	}
}

func TestRetryAt(t *testing.T) {
	now := at(t, "2026-11-20T15:50:00Z")
	for attempt, want := range map[int]string{1: "2026-11-20T15:51:00Z", 2: "2026-11-20T15:55:00Z", 3: "2026-11-21T08:00:00Z", 4: "2026-11-21T08:00:00Z"} {
		if got := RetryAt(now, attempt, officeHours, time.UTC); !got.Equal(at(t, want)) {
			t.Errorf("after attempt %d: %s, want %s", attempt, got, want)
		}
	}
	for attempt, want := range map[int]time.Duration{1: time.Minute, 2: 5 * time.Minute, 3: 15 * time.Minute, 4: time.Hour, 5: time.Hour} {
		if got := RetryAt(now, attempt, nil, nil).Sub(now); got != want {
			t.Errorf("without a window, after attempt %d: %s, want %s", attempt, got, want)
		}
	}
}

func TestGiveUp(t *testing.T) {
	first := at(t, "2026-11-20T08:00:00Z")
	for name, tc := range map[string]struct {
		now      string
		attempts int
		w        *Window
		want     bool
	}{
		"young":                          {"2026-11-20T09:00:00Z", 4, officeHours, false},
		"fifth attempt":                  {"2026-11-20T09:00:00Z", 5, officeHours, true},
		"a day, but nights are not open": {"2026-11-22T15:59:59Z", 1, officeHours, false},
		"24 open hours":                  {"2026-11-22T16:00:00Z", 1, officeHours, true},
		"almost a day, any time":         {"2026-11-21T07:59:59Z", 1, nil, false},
		"a day, any time":                {"2026-11-21T08:00:00Z", 1, nil, true},
	} {
		if got := GiveUp(first, at(t, tc.now), tc.attempts, tc.w, time.UTC); got != tc.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

func TestReminderAt(t *testing.T) {
	expires := at(t, "2026-03-30T09:00:00Z")
	if got, on := ReminderAt(expires, 2); !on || !got.Equal(at(t, "2026-03-28T09:00:00Z")) {
		t.Errorf("two days before: %s, %t", got, on)
	}
	if got, on := ReminderAt(expires, 0); on {
		t.Errorf("reminders are off, got %s", got)
	}
}

// The cost of the expected time of the last of a million: days, not slots.
func BenchmarkMillionthSlot(b *testing.B) {
	zone := mustZone(b, "Europe/Berlin")
	l := Lane{Pace: time.Minute, Window: officeHours, Zone: zone}
	now := at(b, "2026-11-20T10:00:00Z")
	for b.Loop() {
		l.Slot(now, 1_000_000)
	}
}
