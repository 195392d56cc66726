package app

import (
	"context"

	"usher/invite"
	"usher/store"
)

// join records that somebody joined. Of many simultaneous attempts one wins:
// the locks let one at a time through, and the credential's state lets one.
// Locks are taken in the order of the house: contacts, households, then the
// credential's own row.
func (a *App) join(ctx context.Context, tx *store.Tx, p Preview, j joiner, cred Credential) (Registered, []invite.Fact, error) {
	fail := func(err error) (Registered, []invite.Fact, error) { return Registered{}, nil, err }
	c, facts, err := a.joining(ctx, tx, p, j)
	if err != nil {
		return fail(err)
	}
	homes, err := lockHomes(ctx, tx, p, c)
	if err != nil {
		return fail(err)
	}
	if err := p.way.lock(ctx, tx); err != nil {
		return fail(err)
	}
	if p.State = p.way.state(tx.Now()); p.State != PreviewOpen {
		return fail(p.refusal(cred))
	}
	if j.fresh {
		if err := tx.InsertAccount(ctx, j.account); err != nil {
			return fail(err)
		}
	}
	m, joined, err := a.become(ctx, tx, p, j, &c)
	if err != nil {
		return fail(err)
	}
	facts = append(facts, joined...)
	housed, err := homes.settle(ctx, tx, p, &c)
	if err != nil {
		return fail(err)
	}
	redeemed, err := p.way.redeem(ctx, tx, c)
	if err != nil {
		return fail(err)
	}
	signed, err := a.open(ctx, tx, m)
	return Registered{signed, c.ID}, append(append(facts, housed...), redeemed...), err
}

// joining returns the locked contact that the person joins as, made for them
// where none is on file.
func (a *App) joining(ctx context.Context, tx *store.Tx, p Preview, j joiner) (invite.Contact, []invite.Fact, error) {
	organization, location := p.way.place()
	id, err := p.way.contact(ctx, &tx.Reader, j.email)
	if err != nil {
		return invite.Contact{}, nil, err
	}
	if id == nil {
		c := invite.Contact{
			ID: store.NewID(), OrganizationID: organization, LocationID: location, Name: j.name, Email: &j.email, Phone: j.phone,
			Address: j.address, Stage: invite.Member, ClientType: invite.FullAccess, Status: invite.NotInvited,
		}
		if c.Address == "" {
			c.Address = p.way.who().address
		}
		fact := invite.Fact{Kind: invite.ContactCreated, OrganizationID: organization, LocationID: &location, ContactID: &c.ID}
		err := tx.InsertContacts(ctx, organization, []invite.Contact{c})
		if invite.CodeOf(err) == invite.EmailTaken { // put on file since the look
			err = changedMeanwhile()
		}
		return c, []invite.Fact{fact}, err
	}
	c, err := tx.LockContact(ctx, store.InOrganization(organization), *id)
	if err != nil {
		return c, nil, err
	}
	if c.Email != nil && *c.Email != j.email { // corrected by staff since the look: what was proven is another one
		return c, nil, changedMeanwhile()
	}
	return c, nil, refuseJoining(p, c)
}

func changedMeanwhile() error {
	return invite.Errorf(invite.Conflict, "", "Your email on file was changed just now. Try again.")
}

// refuseJoining returns why the contact that has the proven email cannot join
// this way, or nil. Of an invitation's own contact its way has told.
func refuseJoining(p Preview, c invite.Contact) error {
	if p.Route == invite.ByInvitation {
		return nil
	}
	support := p.Organization.Contact()
	switch {
	case c.ClientType == invite.Offline:
		return invite.Errorf(invite.OfflineClient, "", "%s keeps your data without app access. Contact: %s.", p.Organization.Name, support).
			With("organization", p.Organization.Name).With("support", support)
	case c.ArchivedAt != nil:
		return invite.Errorf(invite.ContactArchived, "", "%s has closed your file. Contact: %s.", p.Organization.Name, support).
			With("organization", p.Organization.Name).With("support", support)
	case c.AccountID != nil && p.Route == invite.ByPass:
		return invite.Errorf(invite.AlreadyRegistered, "", "You have joined %s already: sign in instead. The access pass was not used up; somebody else can have it.", p.Organization.Name).
			With("organization", p.Organization.Name)
	}
	return nil
}

// become makes the contact the account's, and returns the membership to open.
// Somebody who has joined before, and is added to a household now, stays who
// they are.
func (a *App) become(ctx context.Context, tx *store.Tx, p Preview, j joiner, c *invite.Contact) (invite.Membership, []invite.Fact, error) {
	if c.AccountID != nil {
		m, err := tx.MembershipOfContact(ctx, c.ID)
		if err == nil && m.AccountID != j.account.ID {
			err = invite.Errorf(invite.Conflict, "", "This email belongs to another sign-in of %s. Contact: %s.", p.Organization.Name, p.Organization.Contact())
		}
		return m, nil, err
	}
	m := invite.Membership{ID: store.NewID(), AccountID: j.account.ID, OrganizationID: &c.OrganizationID, Role: invite.Client, ContactID: &c.ID}
	if err := tx.InsertMembership(ctx, m); err != nil {
		return m, nil, err
	}
	route := p.Route
	c.Name, c.Email, c.JoinedBy, c.BroughtInBy = j.name, &j.account.Email, &route, p.way.broughtInBy()
	if c.Phone == nil {
		c.Phone = j.phone
	}
	if c.Address == "" {
		c.Address = j.address
	}
	if err := tx.JoinContact(ctx, *c, j.account.ID); err != nil {
		return m, nil, err
	}
	c.AccountID, c.Status = &j.account.ID, invite.Registered
	facts, err := endOther(ctx, tx, p, *c)
	return m, append(facts, invite.Fact{
		Kind: invite.ContactJoined, OrganizationID: c.OrganizationID, LocationID: &c.LocationID, ContactID: &c.ID, Reason: string(route),
	}), err
}

// endOther takes back the open invitation of somebody who joined by another
// way: nothing of it may arrive any more.
func endOther(ctx context.Context, tx *store.Tx, p Preview, c invite.Contact) ([]invite.Fact, error) {
	if p.Route == invite.ByInvitation || c.InvitationID == nil {
		return nil, nil
	}
	i, err := tx.Invitation(ctx, store.InOrganization(c.OrganizationID), *c.InvitationID)
	if err != nil {
		return nil, err
	}
	rounds, err := tx.RoundsOfInvitations(ctx, []invite.ID{i.ID})
	if err != nil {
		return nil, err
	}
	reason := "Joined with an access pass"
	if p.Route == invite.ByHousehold {
		reason = "Joined by the household"
	}
	facts, err := revoke(ctx, tx, i, rounds, reason)
	if _, expected := invite.Refusals(err); expected { // it is over already
		return nil, nil
	}
	return facts, err
}
