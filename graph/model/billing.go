package model

import (
	"usher/app"
	"usher/invite"
)

// BillingUsage is what counts for the bill.
type BillingUsage struct {
	app.Billing
	SeatCounts []SeatCount
}

// From is the first day as YYYY-MM-DD.
func (u BillingUsage) From() string { return u.Period.Days[0] }

// To is the last day as YYYY-MM-DD.
func (u BillingUsage) To() string { return u.Period.Days[len(u.Period.Days)-1] }

// Days returns each day of the period, oldest first.
func (u BillingUsage) Days() []BillingDay {
	out := make([]BillingDay, len(u.Billing.Days))
	for i, d := range u.Billing.Days {
		out[i] = BillingDay{Date: d.Date, Billed: d.Billed, RegisteredHouseholds: d.Households, Seats: d.Seats}
	}
	return out
}

// RegisteredHouseholds is how many households have a registered member now.
func (u BillingUsage) RegisteredHouseholds() int { return u.Households }

// Seats returns how many clients of each type there are now.
func (u BillingUsage) Seats() []SeatCount { return u.SeatCounts }

// Rules says what counts and what does not.
func (u BillingUsage) Rules() []invite.BillingRule { return invite.BillingRules(u.Unit) }

// CSVURL is where all this is as CSV.
func (u BillingUsage) CSVURL() string { return u.CSVPath() }
