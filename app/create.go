package app

import (
	"context"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// InviteWhen says what to do about inviting created contacts.
type InviteWhen string

// The choices.
const (
	InviteNow    InviteWhen = "NOW"
	InviteLater  InviteWhen = "LATER"
	InviteByType InviteWhen = "BY_TYPE" // the policy's autoInvite decides
)

// CreateInput is a list of people to put on file: Text or Contacts.
type CreateInput struct {
	Organization   *invite.ID
	Text           *string
	Contacts       []NewContact
	Location       *invite.ID // the first by name where nil
	Trainer        *invite.ID // membership; a trainer's own where nil
	Program        *invite.ID
	Groups         []invite.ID
	MakeHouseholds bool // of contacts whose addresses are alike; see gather
	Stage          invite.Stage
	ClientType     invite.ClientType
	Invite         InviteWhen
	Invitation     InvitationText
	IdempotencyKey *string `json:"-"`
}

// Created is what became of one entry.
type Created struct {
	Index      int
	New        bool       // false: on file already, or it stood twice
	Contact    *invite.ID // nil where the met contact is not the actor's to see
	Invitation *invite.ID
	NotInvited *invite.Error
}

// CreateResult is what became of all entries, in their order.
type CreateResult struct {
	Items []Created
	Batch *invite.ID
}

// CreateContacts puts people on file, all or none, and invites them if told
// to. Permission CREATE_CONTACTS, and INVITE where it invites.
//
// Refusals: one for each bad entry, REQUIRED, TOO_MANY, TOO_LONG,
// OFFLINE_CLIENT, the texts' refusals, IDEMPOTENCY_REUSED. NOT_FOUND where
// location, program or a group is not the organization's.
func (a *App) CreateContacts(ctx context.Context, in CreateInput) (CreateResult, error) {
	actor, org, err := a.permitted(ctx, auth.CreateContacts, in.Organization)
	if err != nil {
		return CreateResult{}, err
	}
	entries, err := in.entries(org)
	if err != nil {
		return CreateResult{}, err
	}
	if err := in.Invitation.check(); err != nil {
		return CreateResult{}, err
	}
	if in.MakeHouseholds && in.Contacts == nil {
		return CreateResult{}, invite.Errorf(invite.Invalid, "input.makeHouseholds", "Pasted text has no addresses to make households of; give contacts.")
	}
	if in.Invite == InviteNow && in.ClientType == invite.Offline {
		return CreateResult{}, invite.Errorf(invite.OfflineClient, "input.invite", "Offline clients are never invited; choose LATER or another client type.")
	}
	var result CreateResult
	err = a.write(ctx, func(tx *store.Tx) (facts []invite.Fact, err error) {
		result, facts, err = idempotent(ctx, tx, "createContacts", in.IdempotencyKey, in, func() (CreateResult, []invite.Fact, error) {
			return a.createAll(ctx, tx, actor, org, in, entries)
		})
		return facts, err
	})
	return result, err
}

// entries judges the input; with one bad entry every bad one is an error.
func (in CreateInput) entries(org invite.Organization) ([]Entry, error) {
	if (in.Text == nil) == (in.Contacts == nil) {
		return nil, invite.Errorf(invite.Required, "input.text", "Give either text or contacts.")
	}
	var entries []Entry
	var err error
	limit := org.Policy().MaxBulkCreate
	if in.Text != nil {
		entries, err = readPaste("input.text", *in.Text, org, limit)
	} else {
		entries, err = readList("input.contacts", in.Contacts, org, limit)
	}
	if err != nil {
		return nil, err
	}
	var bad invite.Errors
	for _, e := range entries {
		if e.refused != nil {
			bad = append(bad, e.refused)
		}
	}
	return entries, bad.Or()
}

func (a *App) createAll(ctx context.Context, tx *store.Tx, actor auth.Actor, org invite.Organization, in CreateInput, entries []Entry) (CreateResult, []invite.Fact, error) {
	fail := func(err error) (CreateResult, []invite.Fact, error) { return CreateResult{}, nil, err }
	// Creations in one organization wait for one another, so that what is on
	// file when the list is compared is on file when it is written.
	if err := tx.LockOrganization(ctx, org.ID); err != nil {
		return fail(err)
	}
	b, err := loadBranches(ctx, &tx.Reader, org)
	if err != nil {
		return fail(err)
	}
	location, err := in.place(ctx, tx, b)
	if err != nil {
		return fail(err)
	}
	if in.Trainer, err = trainerFor(ctx, tx, actor, org.ID, in.Trainer); err != nil {
		return fail(err)
	}
	if err := actor.Require(auth.CreateContacts, b.locations[location].PolicyIn(org).TrainersInvite); err != nil {
		return fail(err)
	}
	if err := meet(ctx, &tx.Reader, org, entries); err != nil {
		return fail(err)
	}
	result, fresh := in.sort(actor, tx, org, location, entries)
	if len(fresh) == 0 {
		return result, nil, nil
	}
	var housed []invite.Fact
	if in.MakeHouseholds {
		if housed, err = gather(ctx, tx, fresh); err != nil {
			return fail(err)
		}
	}
	if err := tx.InsertContacts(ctx, org.ID, fresh); err != nil {
		return fail(err)
	}
	var ids []invite.ID
	var facts []invite.Fact
	for _, c := range fresh {
		ids = append(ids, c.ID)
		facts = append(facts, invite.Fact{Kind: invite.ContactCreated, OrganizationID: org.ID, LocationID: &location, ContactID: &c.ID})
	}
	facts = append(facts, housed...)
	if in.Program != nil {
		if err := tx.Enrol(ctx, org.ID, ids, []invite.ID{*in.Program}); err != nil {
			return fail(err)
		}
	}
	grouped, err := joinGroups(ctx, tx, org.ID, fresh, in.Groups)
	if err != nil {
		return fail(err)
	}
	facts = append(facts, grouped...)
	more, err := a.inviteFresh(ctx, tx, actor, b, in, fresh, &result)
	return result, append(facts, more...), err
}

// place returns the location to create at, after a look whether it, the
// program and the groups are the organization's.
func (in CreateInput) place(ctx context.Context, tx *store.Tx, b branches) (invite.ID, error) {
	if in.Program != nil {
		if _, err := store.One(tx.Programs(ctx, store.InOrganization(b.organization.ID), []invite.ID{*in.Program})); err != nil {
			return "", invite.Errorf(invite.NotFound, "input.program", "No such program.")
		}
	}
	return placed(ctx, tx, b, in.Location, in.Groups)
}

// placed returns the location, the first by name where none is given, after a
// look whether it and the groups are the organization's.
func placed(ctx context.Context, tx *store.Tx, b branches, location *invite.ID, groups []invite.ID) (invite.ID, error) {
	if len(groups) > 0 {
		found, err := tx.Groups(ctx, store.InOrganization(b.organization.ID), groups)
		if err != nil {
			return "", err
		}
		if len(found) != len(invite.Unique(groups)) {
			return "", invite.Errorf(invite.NotFound, "input.groups", "No such group.")
		}
	}
	if location == nil {
		return b.ordered[0].ID, nil
	}
	if _, ok := b.locations[*location]; !ok {
		return "", invite.Errorf(invite.NotFound, "input.location", "No such location.")
	}
	return *location, nil
}

// trainerFor returns the trainer whose clients new contacts become: the given
// one, or the actor where that is a trainer. Trainers give clients to nobody
// else.
func trainerFor(ctx context.Context, tx *store.Tx, actor auth.Actor, organization invite.ID, given *invite.ID) (*invite.ID, error) {
	switch {
	case actor.Role == invite.Trainer && given != nil && *given != actor.Membership:
		return nil, invite.Errorf(invite.NotAllowed, "input.trainer", "Only an owner or a leader gives clients to another trainer.")
	case actor.Role == invite.Trainer:
		return &actor.Membership, nil
	case given == nil:
		return given, nil
	}
	m, err := store.One(tx.Memberships(ctx, []invite.ID{*given}))
	if invite.CodeOf(err) == invite.NotFound || err == nil && (m.OrganizationID == nil || *m.OrganizationID != organization) {
		return nil, invite.Errorf(invite.NotFound, "input.trainer", "No such trainer.")
	}
	if err == nil && (m.Role != invite.Trainer || m.EndedAt != nil) {
		err = invite.Errorf(invite.Invalid, "input.trainer", "Name a membership with the role TRAINER.")
	}
	return given, err
}

// sort tells new people from those on file, and makes contacts of the new.
func (in CreateInput) sort(actor auth.Actor, tx *store.Tx, org invite.Organization, location invite.ID, entries []Entry) (CreateResult, []invite.Contact) {
	result := CreateResult{Items: make([]Created, len(entries))}
	var fresh []invite.Contact
	for n, e := range entries {
		item := &result.Items[n]
		*item = Created{Index: e.Index}
		switch {
		case e.DuplicateOf != nil:
			item.Contact = result.Items[*e.DuplicateOf].Contact
		case e.Existing != nil:
			if visibleTo(actor, *e.Existing) {
				item.Contact = &e.Existing.ID
			}
		default:
			c := invite.Contact{
				ID: store.NewID(), OrganizationID: org.ID, LocationID: location, Name: e.Name, Email: e.Email, Phone: e.Phone, Address: e.Address,
				Stage: in.Stage, ClientType: in.ClientType, Status: invite.NotInvited, TrainerID: in.Trainer, CreatedAt: tx.Now(), UpdatedAt: tx.Now(),
			}
			fresh = append(fresh, c)
			item.New, item.Contact = true, &c.ID
		}
	}
	return result, fresh
}

// inviteFresh invites the new contacts where the input, or the policy, says so.
func (a *App) inviteFresh(ctx context.Context, tx *store.Tx, actor auth.Actor, b branches, in CreateInput, fresh []invite.Contact, result *CreateResult) ([]invite.Fact, error) {
	p := b.policyOf(fresh[0]) // all are at one location
	switch {
	case in.Invite == InviteLater, in.ClientType == invite.Offline, in.Invite == InviteByType && !p.AutoInvite:
		return nil, nil
	}
	if err := actor.Require(auth.Invite, p.TrainersInvite); err != nil {
		return nil, err
	}
	refusals := map[invite.ID]*invite.Error{}
	var able []invite.Contact
	for _, c := range fresh {
		if refusal := c.Invitable(in.Invitation.rule(p), tx.Now()); refusal != nil {
			refusals[c.ID] = refusal
		} else {
			able = append(able, c)
		}
	}
	var q queued
	if len(able) > 0 {
		var err error
		if q, err = a.queue(ctx, tx, b, able, in.Invitation); err != nil {
			return nil, err
		}
		result.Batch = &q.batch.ID
	}
	for n := range result.Items {
		item := &result.Items[n]
		if !item.New {
			continue
		}
		item.NotInvited = refusals[*item.Contact]
		if i, ok := q.invitations[*item.Contact]; ok {
			item.Invitation = &i.ID
		}
	}
	return q.facts, nil
}
