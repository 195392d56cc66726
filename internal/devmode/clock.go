package devmode

import "time"

// clock is the seed's: demo data happens in the past, at times it chooses.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func (c *clock) advance(d time.Duration) { c.at = c.at.Add(d) }

// morning returns ten o'clock in the zone, so many days before now: within
// every preset's send window, and never in the future.
func morning(now time.Time, daysAgo int, zone string) (time.Time, error) {
	where, err := time.LoadLocation(zone)
	if err != nil {
		return time.Time{}, err
	}
	y, m, d := now.In(where).AddDate(0, 0, -daysAgo).Date()
	return time.Date(y, m, d, 10, 0, 0, 0, where), nil
}
