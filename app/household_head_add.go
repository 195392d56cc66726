package app

import (
	"context"

	"usher/invite"
	"usher/store"
)

// MemberInput is somebody whom the head of a household adds.
type MemberInput struct {
	Name  string
	Email *string // this, or Phone, or neither
	Phone *string
}

// AddHouseholdMember adds somebody to the household of which the actor is head
// and returns its id. With an address the person gets a message and belongs to
// the household once they confirm; the address is looked up nowhere, so that
// the answer and the work are the same whoever it belongs to. With neither
// address the person is put on file, OFFLINE.
//
// Refusals: those of asHead; REQUIRED, TOO_LONG, CONTROL_CHARACTERS,
// FOREIGN_LINK, INVALID; CONFLICT for an address that the household has;
// HOUSEHOLD_FULL; RATE_LIMITED.
func (a *App) AddHouseholdMember(ctx context.Context, in MemberInput) (invite.ID, error) {
	h, err := a.ownHome(ctx)
	if err != nil {
		return "", err
	}
	if err := h.refuseOthers(); err != nil {
		return "", err
	}
	name, to, err := h.judge(in.Name, in.Email, in.Phone)
	if err != nil {
		return "", err
	}
	if err := h.refuseAdding(to); err != nil { // before it is counted as a message
		return "", err
	}
	if to.none() {
		return h.household.ID, a.asHead(ctx, h, nil, func(tx *store.Tx, h *home) ([]invite.Fact, error) {
			return h.list(ctx, tx, name)
		})
	}
	if err := a.limitMails(ctx, h); err != nil {
		return "", err
	}
	var l letter
	err = a.asHead(ctx, h, nil, func(tx *store.Tx, h *home) (facts []invite.Fact, err error) {
		if err := h.refuseAdding(to); err != nil {
			return nil, err
		}
		l, err = a.ask(ctx, tx, h, name, to)
		return []invite.Fact{h.changed(nil, name+" was added")}, err
	})
	if err != nil {
		return "", err
	}
	a.post(ctx, h, l)
	return h.household.ID, nil
}

// refuseAdding returns why nobody can be added at that address, or nil.
func (h *home) refuseAdding(to reach) error {
	if err := h.refuseMore(); err != nil {
		return err
	}
	return h.refuseTwice(to)
}

// list puts a person without an address on file.
func (h *home) list(ctx context.Context, tx *store.Tx, name string) ([]invite.Fact, error) {
	if err := h.refuseMore(); err != nil {
		return nil, err
	}
	c := invite.Contact{
		ID: store.NewID(), OrganizationID: h.household.OrganizationID, LocationID: h.household.LocationID, HouseholdID: &h.household.ID,
		Name: name, Address: h.household.Address, Stage: invite.Member, ClientType: invite.Offline, Status: invite.NotInvited,
	}
	created := invite.Fact{Kind: invite.ContactCreated, OrganizationID: c.OrganizationID, LocationID: &c.LocationID, ContactID: &c.ID}
	return []invite.Fact{created, h.changed(&c, name+" was added")}, tx.InsertContacts(ctx, c.OrganizationID, []invite.Contact{c})
}

// ask adds somebody until they confirm, and returns the message to them.
func (a *App) ask(ctx context.Context, tx *store.Tx, h *home, name string, to reach) (letter, error) {
	addition := invite.Addition{
		ID: store.NewID(), OrganizationID: h.household.OrganizationID, HouseholdID: h.household.ID, AddedBy: h.actor.Contact,
		Name: name, Channel: to.channel, Address: to.address,
	}.Renewed(tx.Now())
	l, err := a.letterTo(h, addition)
	if err != nil {
		return l, err
	}
	return l, tx.InsertAddition(ctx, addition, l.hash)
}
