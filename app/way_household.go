package app

import (
	"context"
	"time"

	"usher/invite"
	"usher/store"
)

// householdWay is that of somebody whom the head of a household added.
type householdWay struct {
	addition  invite.Addition
	household invite.Household
	head      invite.Contact // who added the person
}

// addedBy returns how the way of an addition is read.
func addedBy(ctx context.Context, r *store.Reader) func(invite.Addition, error) (way, error) {
	return func(a invite.Addition, err error) (way, error) {
		if err != nil {
			return nil, err
		}
		w := &householdWay{addition: a}
		scope := store.InOrganization(a.OrganizationID)
		if w.household, err = r.Household(ctx, scope, a.HouseholdID); err != nil {
			return nil, err
		}
		w.head, err = r.Contact(ctx, scope, a.AddedBy)
		return w, err
	}
}

func (w *householdWay) route() invite.JoinRoute { return invite.ByHousehold }

func (w *householdWay) place() (organization, location invite.ID) {
	return w.household.OrganizationID, w.household.LocationID
}

func (w *householdWay) who() person {
	p := person{name: w.addition.Name, address: w.household.Address, household: w.household.Name, addedBy: w.head.Label()}
	if w.addition.Channel == invite.Email {
		p.email = &w.addition.Address
	}
	return p
}

func (w *householdWay) state(now time.Time) PreviewState {
	switch {
	case w.addition.ContactID != nil:
		return PreviewUsed
	case w.addition.EndedAt != nil:
		return PreviewNotValid
	case !now.Before(w.addition.ExpiresAt):
		return PreviewExpired
	}
	return PreviewOpen
}

func (w *householdWay) expiresAt() *time.Time { return &w.addition.ExpiresAt }

func (w *householdWay) sentTo() *string { return &w.addition.Address }

func (w *householdWay) proves(email *string) bool {
	return w.addition.Channel == invite.Email && email != nil && *email == w.addition.Address
}

func (w *householdWay) phoneToProve() *string { return nil }

func (w *householdWay) subject() invite.ID { return w.addition.ID }

func (w *householdWay) contact(ctx context.Context, r *store.Reader, email string) (*invite.ID, error) {
	return onFile(ctx, r, w.household.OrganizationID, email)
}

func (w *householdWay) lock(ctx context.Context, tx *store.Tx) (err error) {
	w.addition, err = tx.LockAddition(ctx, w.addition.ID)
	return err
}

func (w *householdWay) redeem(ctx context.Context, tx *store.Tx, c invite.Contact) ([]invite.Fact, error) {
	return nil, tx.EndAddition(ctx, w.addition.ID, &c.ID)
}

func (w *householdWay) decline(ctx context.Context, tx *store.Tx) ([]invite.Fact, error) {
	fact := invite.Fact{
		Kind: invite.HouseholdChanged, OrganizationID: w.household.OrganizationID, LocationID: &w.household.LocationID,
		HouseholdID: &w.household.ID, Reason: w.addition.Name + " declined to be added",
	}
	return []invite.Fact{fact}, tx.EndAddition(ctx, w.addition.ID, nil)
}

func (w *householdWay) broughtInBy() string { return w.head.Label() }
