package app

import (
	"context"
	"iter"
	"net/url"
	"time"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// Billing is what counts for the bill of an organization.
type Billing struct {
	Organization invite.Organization
	Unit         invite.BillingUnit
	Period       invite.Period
	Households   int // with at least one registered member, now
	Seats        []SeatCount
	Days         []BillingDay // of the period
}

// SeatCount is how many clients of a type are on file.
type SeatCount struct {
	ClientType invite.ClientType
	N          int
}

// BillingDay is what counted at the end of a day, or counts now if it is today.
type BillingDay struct {
	Date              string // YYYY-MM-DD
	Households, Seats int
	Billed            int // that of the two which is billed
}

// DaysInput is the first and the last day of a period, both as YYYY-MM-DD.
type DaysInput struct{ From, To string }

// BillingUsage returns what counts for the bill of a period, the current month
// up to today where none is given. Days are those of the calendar of the
// organization's first location by name. Permission MANAGE_BILLING; support
// reads it too. INVALID for a period that cannot be.
func (a *App) BillingUsage(ctx context.Context, organization *invite.ID, days *DaysInput) (Billing, error) {
	org, err := a.billed(ctx, organization)
	if err != nil {
		return Billing{}, err
	}
	b := Billing{Organization: org, Unit: org.Policy().BillingUnit}
	if b.Period, err = a.period(ctx, org, days); err != nil {
		return b, err
	}
	err = a.count(ctx, &b)
	return b, err
}

// billed returns the organization whose bill the actor may see.
func (a *App) billed(ctx context.Context, given *invite.ID) (invite.Organization, error) {
	actor := auth.FromContext(ctx)
	if actor.Kind != auth.KindSupport {
		_, org, err := a.permitted(ctx, auth.ManageBilling, given)
		return org, err
	}
	id, err := OrganizationOf(actor, given)
	if err != nil {
		return invite.Organization{}, err
	}
	return a.DB.Organization(ctx, ScopeOf(actor), id)
}

func (a *App) period(ctx context.Context, org invite.Organization, days *DaysInput) (invite.Period, error) {
	locations, err := a.DB.LocationsOf(ctx, store.InOrganization(org.ID), []invite.ID{org.ID})
	if err != nil {
		return invite.Period{}, err
	}
	zone := time.UTC
	if len(locations) > 0 {
		if zone, err = time.LoadLocation(locations[0].TimeZone); err != nil {
			zone = time.UTC // as where days are counted
		}
	}
	if days == nil {
		return invite.MonthToDate(a.DB.Now(), zone), nil
	}
	return invite.ParsePeriod("period", days.From, days.To, a.DB.Now(), zone)
}

// count reads what counted on each day, and counts now.
func (a *App) count(ctx context.Context, b *Billing) error {
	at := b.Period.Ends
	if !b.Period.Today {
		at = append(at[:len(at):len(at)], a.DB.Now().Add(time.Microsecond)) // and now
	}
	households, err := a.DB.RegisteredHouseholds(ctx, b.Organization.ID, at)
	if err != nil {
		return err
	}
	changes, err := a.DB.SeatChanges(ctx, b.Organization.ID, b.Period.Days[0])
	if err != nil {
		return err
	}
	b.Households = households[len(households)-1]
	seats, next := 0, 0
	for i, date := range b.Period.Days {
		now := b.Period.Today && i == len(b.Period.Days)-1 // be it tomorrow already at another location
		for ; next < len(changes) && (now || changes[next].Day <= date); next++ {
			seats += changes[next].N
		}
		b.Days = append(b.Days, BillingDay{Date: date, Households: households[i], Seats: seats, Billed: b.unit(households[i], seats)})
	}
	for _, t := range []invite.ClientType{invite.FullAccess, invite.FullAccessOneWay, invite.Offline} {
		seats := SeatCount{ClientType: t}
		for _, c := range changes {
			if c.ClientType == t {
				seats.N += c.N
			}
		}
		b.Seats = append(b.Seats, seats)
	}
	return nil
}

// unit returns that of the two numbers which is billed.
func (b Billing) unit(households, seats int) int {
	if b.Unit == invite.RegisteredHousehold {
		return households
	}
	return seats
}

// Current is how many units count now.
func (b Billing) Current() int {
	seats := 0
	for _, s := range b.Seats {
		seats += s.N
	}
	return b.unit(b.Households, seats)
}

// Peak is the most that counted on any day of the period.
func (b Billing) Peak() int {
	most := 0
	for _, d := range b.Days {
		most = max(most, d.Billed)
	}
	return most
}

// CSVPath is where all this is as CSV.
func (b Billing) CSVPath() string {
	days := b.Period.Days
	return "/billing.csv?" + url.Values{"organization": {string(b.Organization.ID)}, "from": {days[0]}, "to": {days[len(days)-1]}}.Encode()
}

// BilledHouseholds returns up to limit stretches of time in which a household
// counted, as far as they lie in the period, by name; none where seats are
// billed.
func (a *App) BilledHouseholds(ctx context.Context, b Billing, after *store.After, limit int) ([]store.HouseholdSpan, error) {
	if b.Unit != invite.RegisteredHousehold {
		return nil, nil
	}
	return a.DB.HouseholdSpans(ctx, b.Organization.ID, b.Period.Start, b.Period.End(), after, limit)
}

// spansAPage is how many households are read at once for a list of all.
const spansAPage = 1000

// AllBilledHouseholds yields what BilledHouseholds returns page by page; after
// an error it ends.
func (a *App) AllBilledHouseholds(ctx context.Context, b Billing) iter.Seq2[store.HouseholdSpan, error] {
	return func(yield func(store.HouseholdSpan, error) bool) {
		var after *store.After
		for {
			page, err := a.BilledHouseholds(ctx, b, after, spansAPage)
			if err != nil {
				yield(store.HouseholdSpan{}, err)
				return
			}
			for _, s := range page {
				if !yield(s, nil) {
					return
				}
				after = &store.After{Value: s.NameLower, ID: s.ID}
			}
			if len(page) < spansAPage {
				return
			}
		}
	}
}
