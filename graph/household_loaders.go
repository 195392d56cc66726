package graph

import (
	"context"
	"time"

	"usher/invite"
	"usher/store"
)

// householdLoaders read who belongs to households.
type householdLoaders struct {
	households         *loader[invite.Household]
	householdMembers   *loader[[]invite.Contact] // on file
	householdAdditions *loader[[]invite.Addition]
	householdSince     *loader[time.Time] // of those with a registered member
}

func (l *loaders) ofHouseholds(db *store.DB) {
	l.households = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID]invite.Household, error) {
		list, err := db.Households(ctx, l.scope, k)
		return byID(l.sawHouseholds(list), err, func(o invite.Household) invite.ID { return o.ID })
	})
	l.householdMembers = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]invite.Contact, error) {
		list, err := db.MembersOf(ctx, k)
		for _, c := range list {
			l.contacts.want(c.ID) // how much of them the asker sees is for the scope to say
		}
		return grouped(list, err, func(o invite.Contact) invite.ID { return *o.HouseholdID }, itself)
	})
	l.householdAdditions = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]invite.Addition, error) {
		list, err := db.OpenAdditionsOf(ctx, k)
		return grouped(list, err, func(o invite.Addition) invite.ID { return o.HouseholdID }, itself)
	})
	l.householdSince = newLoader(db.RegisteredSince)
}

// sawHouseholds says what may be asked of the households of a list.
func (l *loaders) sawHouseholds(list []invite.Household) []invite.Household {
	for _, h := range list {
		l.organizations.want(h.OrganizationID)
		l.locations.want(h.LocationID)
		l.householdMembers.want(h.ID)
		l.householdAdditions.want(h.ID)
		l.householdSince.want(h.ID)
	}
	return list
}
