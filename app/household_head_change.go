package app

import (
	"context"

	"usher/invite"
	"usher/store"
)

// MemberChange corrects a member; what is nil stays as it is.
type MemberChange struct {
	ID    invite.ID
	Name  *string
	Email *string // instead of whatever address there was; this or Phone
	Phone *string
}

// UpdateHouseholdMember corrects a member who has not joined and returns the
// household's id. A new address gets a message of its own, and the link in the
// earlier one dies; somebody who was listed without an address has to confirm
// once they have one.
//
// Refusals: those of asHead and AddHouseholdMember but HOUSEHOLD_FULL;
// NOT_ALLOWED for who has joined, or whom staff look after.
func (a *App) UpdateHouseholdMember(ctx context.Context, in MemberChange) (invite.ID, error) {
	h, err := a.ownHome(ctx)
	if err != nil {
		return "", err
	}
	if err := h.refuseOthers(); err != nil {
		return "", err
	}
	change, err := h.correction(a, in)
	if err != nil {
		return "", err
	}
	if change.moves {
		if err := h.refuseTwice(change.to); err != nil {
			return "", err
		}
		if err := a.limitMails(ctx, h); err != nil {
			return "", err
		}
	}
	var l *letter
	err = a.asHead(ctx, h, &in.ID, func(tx *store.Tx, h *home) (facts []invite.Fact, err error) {
		change, err := h.correction(a, in)
		if err != nil {
			return nil, err
		}
		l, facts, err = change.apply(ctx, a, tx, h)
		return facts, err
	})
	if err != nil {
		return "", err
	}
	if l != nil {
		a.post(ctx, h, *l)
	}
	return h.household.ID, nil
}

// correction is what a change comes to.
type correction struct {
	contact  *invite.Contact  // this
	addition *invite.Addition // or this is corrected
	name     string
	to       reach
	moves    bool // to another address
}

// correction judges the change of a member.
func (h *home) correction(a *App, in MemberChange) (c correction, err error) {
	if c.contact, c.addition, err = h.member(in.ID); err != nil {
		return c, err
	}
	was := reach{}
	if c.contact != nil {
		c.name = c.contact.Name
		if err := h.refuseCorrecting(*c.contact, a); err != nil {
			return c, err
		}
	} else {
		c.name, was = c.addition.Name, reach{c.addition.Channel, c.addition.Address}
	}
	if in.Name != nil {
		c.name = *in.Name
	}
	c.name, c.to, err = h.judge(c.name, in.Email, in.Phone)
	c.moves = !c.to.none() && c.to != was
	return c, err
}

// refuseCorrecting returns NOT_ALLOWED for a contact that is not the head's to
// correct.
func (h *home) refuseCorrecting(c invite.Contact, a *App) error {
	switch c.MemberStateOf(a.DB.Now()) {
	case invite.MemberListed:
		return nil
	case invite.MemberRegistered:
		return invite.Errorf(invite.NotAllowed, "input.id", "%s has joined and changes their own data.", c.Label()).With("name", c.Label())
	}
	return invite.Errorf(invite.NotAllowed, "input.id", "%s is looked after by %s. Contact: %s.", c.Label(), h.organization.Name, h.organization.Contact()).
		With("name", c.Label()).With("organization", h.organization.Name).With("support", h.organization.Contact())
}

// apply stores the correction and returns the message that it takes, if any.
func (c correction) apply(ctx context.Context, a *App, tx *store.Tx, h *home) (*letter, []invite.Fact, error) {
	reason := c.name + " was corrected"
	switch {
	case c.moves:
		return c.move(ctx, a, tx, h)
	case c.contact != nil:
		c.contact.Name = c.name
		facts := []invite.Fact{
			{Kind: invite.ContactChanged, OrganizationID: c.contact.OrganizationID, LocationID: &c.contact.LocationID, ContactID: &c.contact.ID},
			h.changed(c.contact, reason),
		}
		return nil, facts, tx.SaveContact(ctx, *c.contact)
	}
	addition, err := h.lockAddition(ctx, tx, c.addition.ID)
	if err != nil {
		return nil, nil, err
	}
	addition.Name = c.name
	return nil, []invite.Fact{h.changed(nil, reason)}, tx.SaveAddition(ctx, addition, nil)
}

// move gives a member another address. Whoever holds the link to the earlier
// one may be confirming at this moment: so it ends, and the new address has an
// addition of its own.
func (c correction) move(ctx context.Context, a *App, tx *store.Tx, h *home) (*letter, []invite.Fact, error) {
	if err := h.refuseTwice(c.to); err != nil {
		return nil, nil, err
	}
	facts := []invite.Fact{h.changed(nil, c.name+" was given another address")}
	if c.contact != nil {
		if err := tx.ArchiveContact(ctx, c.contact.ID); err != nil {
			return nil, nil, err
		}
		facts = append(facts, invite.Fact{Kind: invite.ContactChanged, OrganizationID: c.contact.OrganizationID, LocationID: &c.contact.LocationID, ContactID: &c.contact.ID})
	} else {
		if _, err := h.lockAddition(ctx, tx, c.addition.ID); err != nil {
			return nil, nil, err
		}
		if err := tx.EndAddition(ctx, c.addition.ID, nil); err != nil {
			return nil, nil, err
		}
	}
	l, err := a.ask(ctx, tx, h, c.name, c.to)
	return &l, facts, err
}

// lockAddition returns an open addition of the household under its lock:
// whoever confirms holds it last of all.
func (h *home) lockAddition(ctx context.Context, tx *store.Tx, id invite.ID) (invite.Addition, error) {
	addition, err := tx.LockAddition(ctx, id)
	if err == nil && addition.EndedAt != nil {
		err = invite.Errorf(invite.NotFound, "input.id", "No such member of your household.")
	}
	return addition, err
}

// ResendHouseholdMember sends the message to a member who has not confirmed
// once more and returns the household's id; the earlier link dies.
//
// Refusals: those of asHead, NOT_ALLOWED for who has no message to confirm,
// TOO_SOON, RATE_LIMITED.
func (a *App) ResendHouseholdMember(ctx context.Context, id invite.ID) (invite.ID, error) {
	h, err := a.ownHome(ctx)
	if err != nil {
		return "", err
	}
	if err := h.refuseOthers(); err != nil {
		return "", err
	}
	contact, addition, err := h.member(id)
	switch {
	case err != nil:
		return "", err
	case contact != nil:
		return "", invite.Errorf(invite.NotAllowed, "input.id", "%s has no message to confirm that could be sent again.", contact.Label()).With("name", contact.Label())
	}
	if refused := addition.Resendable(a.DB.Now()); refused != nil {
		return "", refused
	}
	if err := a.limitMails(ctx, h); err != nil {
		return "", err
	}
	var l letter
	err = a.asHead(ctx, h, &id, func(tx *store.Tx, h *home) ([]invite.Fact, error) {
		addition, err := h.lockAddition(ctx, tx, id)
		if err != nil {
			return nil, err
		}
		if refused := addition.Resendable(tx.Now()); refused != nil { // sent meanwhile
			return nil, refused
		}
		addition.AddedBy = h.actor.Contact
		addition = addition.Renewed(tx.Now())
		if l, err = a.letterTo(h, addition); err != nil {
			return nil, err
		}
		return []invite.Fact{h.changed(nil, addition.Name+" was sent another message")}, tx.SaveAddition(ctx, addition, l.hash)
	})
	if err != nil {
		return "", err
	}
	a.post(ctx, h, l)
	return h.household.ID, nil
}
