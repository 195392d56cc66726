package app

import (
	"context"

	"usher/invite"
	"usher/store"
)

// RemoveHouseholdMember takes a member out of the household of which the actor
// is head and returns the household's id; a household that nobody is left in is
// deleted. Who has joined keeps the account; the link of who has not confirmed
// dies; who was listed without an address is archived.
//
// Refusals: those of asHead; HEAD_REQUIRED for the head while others belong to
// the household, and NOT_ALLOWED for the last member where households are
// billed.
func (a *App) RemoveHouseholdMember(ctx context.Context, id invite.ID) (invite.ID, error) {
	h, err := a.ownHome(ctx)
	if err != nil {
		return "", err
	}
	return h.household.ID, a.asHead(ctx, h, &id, func(tx *store.Tx, h *home) ([]invite.Fact, error) {
		contact, addition, err := h.member(id)
		switch {
		case err != nil:
			return nil, err
		case addition != nil:
			return h.withdraw(ctx, tx, addition.ID)
		case contact.ID == h.actor.Contact:
			return h.dissolve(ctx, tx, *contact)
		}
		return h.release(ctx, tx, *contact)
	})
}

// withdraw ends an addition.
func (h *home) withdraw(ctx context.Context, tx *store.Tx, id invite.ID) ([]invite.Fact, error) {
	addition, err := h.lockAddition(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	return []invite.Fact{h.changed(nil, addition.Name+" was taken out")}, tx.EndAddition(ctx, id, nil)
}

// release takes somebody on file, other than the head, out.
func (h *home) release(ctx context.Context, tx *store.Tx, c invite.Contact) ([]invite.Fact, error) {
	facts := []invite.Fact{h.changed(&c, c.Label()+" was taken out")}
	switch {
	case c.MemberStateOf(tx.Now()) == invite.MemberListed:
		changed := invite.Fact{Kind: invite.ContactChanged, OrganizationID: c.OrganizationID, LocationID: &c.LocationID, ContactID: &c.ID}
		return append(facts, changed), tx.ArchiveContact(ctx, c.ID)
	case c.Status == invite.Registered && billedByHousehold(h.organization):
		more, err := settleAlone(ctx, tx, c)
		return append(facts, more...), err
	}
	return facts, tx.SetHousehold(ctx, []invite.ID{c.ID}, nil)
}

// settleAlone gives somebody who has joined a household of their own.
func settleAlone(ctx context.Context, tx *store.Tx, c invite.Contact) ([]invite.Fact, error) {
	own := ownHousehold(c)
	if err := tx.InsertHouseholds(ctx, own.OrganizationID, own); err != nil {
		return nil, err
	}
	fact := householdFact(own, &c, c.Label()+" got a household of their own")
	return []invite.Fact{fact}, tx.SetHousehold(ctx, []invite.ID{c.ID}, &own.ID)
}

// dissolve takes the head out, as the last of the household, which ends.
func (h *home) dissolve(ctx context.Context, tx *store.Tx, head invite.Contact) ([]invite.Fact, error) {
	support := h.organization.Contact()
	switch {
	case h.size() > 1:
		return nil, invite.Errorf(invite.HeadRequired, "input.id", "You look after this household: make another member the head first, or take everybody else out.")
	case billedByHousehold(h.organization):
		return nil, invite.Errorf(invite.NotAllowed, "input.id", "Everybody at %s belongs to a household. Contact: %s.", h.organization.Name, support).
			With("organization", h.organization.Name).With("support", support)
	}
	return []invite.Fact{h.changed(&head, "The last member left")}, tx.DeleteHouseholds(ctx, h.household.ID)
}

// HandOnHousehold makes another member the head of the household of which the
// actor is, and returns its id.
//
// Refusals: those of asHead; NOT_ALLOWED for who has not joined or cannot sign
// in.
func (a *App) HandOnHousehold(ctx context.Context, id invite.ID) (invite.ID, error) {
	h, err := a.ownHome(ctx)
	if err != nil {
		return "", err
	}
	return h.household.ID, a.asHead(ctx, h, &id, func(tx *store.Tx, h *home) ([]invite.Fact, error) {
		contact, addition, err := h.member(id)
		switch {
		case err != nil:
			return nil, err
		case addition != nil:
			return nil, refuseHead(addition.Name)
		case !contact.MayHead():
			return nil, refuseHead(contact.Label())
		case contact.ID == h.actor.Contact: // so it is already
			return nil, nil
		}
		h.household.HeadID = &contact.ID
		return []invite.Fact{h.changed(contact, contact.Label()+" became the head")}, tx.SaveHousehold(ctx, h.household)
	})
}

func refuseHead(name string) error {
	return invite.Errorf(invite.NotAllowed, "input.id", "%s has not joined, or cannot sign in; only somebody who can becomes the head.", name).With("name", name)
}
