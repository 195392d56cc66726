package bench

import (
	"testing"
	"time"

	"usher/app/apptest"
	"usher/invite"
)

// BenchmarkLane compares the expected time of the millionth round of a lane
// with that of its first, and with counting a million slots one by one.
func BenchmarkLane(b *testing.B) {
	lane, err := invite.Location{TimeZone: "Europe/Berlin"}.LaneIn(invite.Organization{Preset: invite.Gym})
	must(b, err)
	const million = 1_000_000
	var first, last, counted samples
	rounds(b, func() {
		first.time(func() {
			for range 1000 {
				lane.Slot(apptest.Start, 0)
			}
		})
		var at time.Time
		last.time(func() { at = lane.Slot(apptest.Start, million) })
		counted.time(func() {
			step, now := lane, apptest.Start
			for range million + 1 {
				now = step.Next(now)
				step.LastSlot = now
			}
			if !now.Equal(at) {
				b.Fatalf("the slot is %s, counted %s", at, now)
			}
		})
	})
	b.ReportMetric(1000*last.median()/first.median(), "x-first-slot")
	b.ReportMetric(last.median()/counted.median(), "x-counting")
}
