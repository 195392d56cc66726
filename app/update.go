package app

import (
	"context"
	"slices"

	"usher/address"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// ContactField is a field of a contact that can be cleared.
type ContactField string

// The fields.
const (
	FieldName    ContactField = "NAME"
	FieldEmail   ContactField = "EMAIL"
	FieldPhone   ContactField = "PHONE"
	FieldTrainer ContactField = "TRAINER"
	FieldAddress ContactField = "ADDRESS"
)

// UpdateInput is what staff change of a contact; a nil field stays as it is.
type UpdateInput struct {
	ID         invite.ID
	Name       *string
	Email      *string
	Phone      *string
	Address    *string
	Stage      *invite.Stage
	ClientType *invite.ClientType
	Location   *invite.ID
	Trainer    *invite.ID  // membership of the trainer whose client this becomes
	Programs   []invite.ID // all of them; empty for none
	Groups     []invite.ID // all of them; empty for none
	Clear      []ContactField
}

// UpdateContact changes a contact. What was sent to a replaced address can no
// longer be used. A change to OFFLINE revokes the open invitation and ends
// live sign-ins; a change from it invites where the policy's autoInvite is on.
// Permission EDIT_CONTACTS.
//
// Refusals: INVALID, TOO_LONG, CONTROL_CHARACTERS, REQUIRED, EMAIL_TAKEN, and
// NOT_ALLOWED for the email that a person signs in with.
func (a *App) UpdateContact(ctx context.Context, in UpdateInput) error {
	actor := auth.FromContext(ctx)
	if !actor.SignedIn() {
		return invite.Errorf(invite.Unauthenticated, "", "Sign in first.")
	}
	seen, err := a.DB.Contact(ctx, ScopeOf(actor), in.ID)
	if err != nil {
		return err
	}
	if actor.Role == invite.Trainer && slices.Contains(in.Clear, FieldTrainer) {
		return invite.Errorf(invite.NotAllowed, "input.clear", "Only an owner or a leader takes clients from a trainer.")
	}
	_, org, err := a.permitted(ctx, auth.EditContacts, &seen.OrganizationID)
	if err != nil {
		return err
	}
	return a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		before, err := tx.LockContact(ctx, ScopeOf(actor), in.ID)
		if err != nil {
			return nil, err
		}
		b, err := loadBranches(ctx, &tx.Reader, org)
		if err != nil {
			return nil, err
		}
		after, err := in.apply(before, b)
		if err != nil {
			return nil, err
		}
		if in.Trainer != nil {
			if after.TrainerID, err = trainerFor(ctx, tx, actor, org.ID, in.Trainer); err != nil {
				return nil, err
			}
		}
		housed, err := houseOf(ctx, tx, before, after)
		if err != nil {
			return nil, err
		}
		if err := tx.SaveContact(ctx, after); err != nil {
			return nil, err
		}
		grouped, err := in.label(ctx, tx, after)
		if err != nil {
			return nil, err
		}
		facts, err := a.follow(ctx, tx, b, before, after)
		return slices.Concat(facts, housed, grouped), err
	})
}

// apply returns the changed contact.
func (in UpdateInput) apply(c invite.Contact, b branches) (invite.Contact, error) {
	var errs invite.Errors
	note := func(err *invite.Error) {
		if err != nil {
			errs = append(errs, err)
		}
	}
	if in.changes(FieldName, in.Name) {
		name, err := invite.CleanName("input.name", textOf(in.Name))
		c.Name = name
		note(err)
	}
	if in.changes(FieldEmail, in.Email) {
		email, err := changedEmail(in.Email)
		note(err)
		if err == nil && c.AccountID != nil && !same(email, c.Email) {
			note(invite.Errorf(invite.NotAllowed, "input.email", "This person signs in with this email; only they can change it."))
		}
		c.Email = email
	}
	if in.changes(FieldPhone, in.Phone) {
		phone, err := changedPhone(in.Phone, b.organization.Region)
		note(err)
		c.Phone = phone
	}
	if in.changes(FieldAddress, in.Address) {
		home, err := invite.CleanAddress("input.address", textOf(in.Address))
		c.Address = home
		note(err)
	}
	if slices.Contains(in.Clear, FieldTrainer) {
		c.TrainerID = nil
	}
	if in.Stage != nil {
		c.Stage = *in.Stage
	}
	if in.ClientType != nil {
		c.ClientType = *in.ClientType
	}
	if in.Location != nil {
		if _, ok := b.locations[*in.Location]; !ok {
			return c, invite.Errorf(invite.NotFound, "input.location", "No such location.")
		}
		c.LocationID = *in.Location
	}
	if c.Name == "" && c.Email == nil && c.Phone == nil {
		note(invite.Errorf(invite.Required, "input.name", "A contact needs a name, an email address or a phone number."))
	}
	return c, errs.Or()
}

// changes tells whether a field is set or cleared.
func (in UpdateInput) changes(field ContactField, to *string) bool {
	return to != nil || slices.Contains(in.Clear, field)
}

func textOf(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func changedEmail(to *string) (*string, *invite.Error) {
	if to == nil || *to == "" {
		return nil, nil
	}
	email, problem := address.ParseEmail(*to)
	if problem != nil {
		return nil, invite.Errorf(invite.Invalid, "input.email", "%s", problem.Message)
	}
	return &email.Lower, nil
}

func changedPhone(to *string, region string) (*string, *invite.Error) {
	if to == nil || *to == "" {
		return nil, nil
	}
	phone, problem := address.ParsePhone(*to, region)
	if problem != nil {
		return nil, invite.Errorf(invite.Invalid, "input.phone", "%s", problem.Message)
	}
	text := string(phone)
	return &text, nil
}

// label sets programs and groups, and returns the facts.
func (in UpdateInput) label(ctx context.Context, tx *store.Tx, c invite.Contact) ([]invite.Fact, error) {
	scope := store.InOrganization(c.OrganizationID)
	if in.Programs != nil {
		ids := invite.Unique(in.Programs)
		found, err := tx.Programs(ctx, scope, ids)
		if err != nil {
			return nil, err
		}
		if len(found) != len(ids) {
			return nil, invite.Errorf(invite.NotFound, "input.programs", "No such program.")
		}
		if err := tx.SetPrograms(ctx, c, ids); err != nil {
			return nil, err
		}
	}
	if in.Groups == nil {
		return nil, nil
	}
	ids := invite.Unique(in.Groups)
	found, err := tx.KeepGroups(ctx, scope, ids)
	if err != nil {
		return nil, err
	}
	if len(found) != len(ids) {
		return nil, invite.Errorf(invite.NotFound, "input.groups", "No such group.")
	}
	return regroup(ctx, tx, c, ids)
}

// follow does what a change of the contact means for its invitation and its
// sign-ins.
func (a *App) follow(ctx context.Context, tx *store.Tx, b branches, before, after invite.Contact) ([]invite.Fact, error) {
	facts := []invite.Fact{{
		Kind: invite.ContactChanged, OrganizationID: after.OrganizationID, LocationID: &after.LocationID,
		ContactID: &after.ID, InvitationID: after.InvitationID,
	}}
	replaced := false
	for _, ch := range []invite.Channel{invite.Email, invite.SMS} {
		if old := before.AddressFor(ch); old != nil && !same(old, after.AddressFor(ch)) {
			if err := tx.EndCredentialsAt(ctx, after.ID, ch); err != nil {
				return nil, err
			}
			replaced = true
		}
	}
	if replaced {
		ended, err := settleSending(ctx, tx, after)
		if err != nil {
			return nil, err
		}
		facts = append(facts, ended...)
	}
	if before.LocationID != after.LocationID {
		moved, err := tx.MoveWaiting(ctx, after.ID, after.LocationID)
		if err != nil {
			return nil, err
		}
		for _, r := range moved {
			facts = append(facts, invite.Fact{Kind: invite.ContactChanged, OrganizationID: after.OrganizationID, ContactID: &after.ID, InvitationID: &r.InvitationID}.Of(r))
		}
	}
	if before.ClientType == after.ClientType {
		return facts, nil
	}
	var more []invite.Fact
	var err error
	switch {
	case after.ClientType == invite.Offline:
		more, err = a.takeOffline(ctx, tx, after)
	case before.ClientType == invite.Offline && b.policyOf(after).AutoInvite && after.Invitable(b.policyOf(after).Channels, tx.Now()) == nil:
		var q queued
		q, err = a.queue(ctx, tx, b, []invite.Contact{after}, InvitationText{})
		more = q.facts
	}
	return append(facts, more...), err
}

// settleSending ends the rounds of the contact's invitation whose last open
// message was cancelled.
func settleSending(ctx context.Context, tx *store.Tx, c invite.Contact) ([]invite.Fact, error) {
	if c.InvitationID == nil {
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
	var facts []invite.Fact
	for _, r := range rounds {
		if r.State != invite.RoundSending {
			continue
		}
		ended, err := settle(ctx, tx, i, r)
		if err != nil {
			return nil, err
		}
		facts = append(facts, ended...)
	}
	return facts, nil
}

// takeOffline revokes the open invitation and ends live sign-ins.
func (a *App) takeOffline(ctx context.Context, tx *store.Tx, c invite.Contact) ([]invite.Fact, error) {
	if err := tx.EndSessionsOfContact(ctx, c.ID); err != nil {
		return nil, err
	}
	if c.InvitationID == nil {
		return nil, nil
	}
	t := target{invitation: *c.InvitationID, contact: c.ID}
	t.branches.organization.ID = c.OrganizationID
	_, i, rounds, err := t.lock(ctx, tx)
	if err != nil {
		return nil, err
	}
	facts, err := revoke(ctx, tx, i, rounds, "The client type became OFFLINE.")
	if _, expected := invite.Refusals(err); expected { // it was over already
		return nil, nil
	}
	return facts, err
}

// same tells whether two optional texts are equal.
func same(a, b *string) bool {
	return (a == nil) == (b == nil) && (a == nil || *a == *b)
}
