package app

import (
	"context"
	"time"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// InvitationText is what the sender of invitations may edit; nil fields are
// the policy's, or on a resend the invitation's.
type InvitationText struct {
	Channels *invite.ChannelRule
	Subject  *string
	Body     *string
	Button   *string
}

// over returns the texts of base with the edited ones in their place.
func (t InvitationText) over(base invite.Texts) invite.Texts {
	for _, edit := range []struct {
		from *string
		to   *string
	}{{t.Subject, &base.Subject}, {t.Body, &base.Body}, {t.Button, &base.Button}} {
		if edit.from != nil {
			*edit.to = *edit.from
		}
	}
	return base
}

// check returns why the edited texts cannot be sent.
func (t InvitationText) check() error {
	return t.over(invite.Texts{Subject: "-", Body: "-", Button: "-"}).Check("input.invitation.").Or()
}

// rule returns the chosen channels, or those of the policy.
func (t InvitationText) rule(p invite.Policy) invite.ChannelRule {
	if t.Channels != nil {
		return *t.Channels
	}
	return p.Channels
}

// branches is an organization with its locations: what the policy of a
// contact follows from.
type branches struct {
	organization invite.Organization
	locations    map[invite.ID]invite.Location
	ordered      []invite.Location // by name
}

func loadBranches(ctx context.Context, r *store.Reader, org invite.Organization) (branches, error) {
	list, err := r.LocationsOf(ctx, store.InOrganization(org.ID), []invite.ID{org.ID})
	b := branches{organization: org, locations: map[invite.ID]invite.Location{}, ordered: list}
	for _, l := range list {
		b.locations[l.ID] = l
	}
	return b, err
}

// policyOf returns the policy that applies to the contact.
func (b branches) policyOf(c invite.Contact) invite.Policy {
	return b.locations[c.LocationID].PolicyIn(b.organization)
}

// refuseTrainer returns why a trainer may not invite the contact, or nil:
// whether trainers invite can differ from location to location.
func (b branches) refuseTrainer(actor auth.Actor, c invite.Contact) *invite.Error {
	if actor.Role == invite.Trainer && !b.policyOf(c).TrainersInvite {
		return invite.Errorf(invite.NotAllowed, "", "Trainers do not invite clients of %s; ask a leader.", b.locations[c.LocationID].Name)
	}
	return nil
}

// sending is one contact's next place in its lane, decided and not written yet.
type sending struct {
	contact    invite.Contact
	before     invite.InvitationState // "" for a first round
	invitation invite.Invitation      // as it will be
	raised     *invite.Round          // it waits already and moves to the front; nothing else changes
}

// firstRound returns a new invitation of a contact that is invitable.
func firstRound(c invite.Contact, p invite.Policy, text InvitationText, now time.Time) sending {
	texts := text.over(p.Texts)
	return sending{contact: c, invitation: invite.Invitation{
		ID: store.NewID(), OrganizationID: c.OrganizationID, ContactID: c.ID, State: invite.Queued, Round: 1,
		TTLDays: p.TTLDays, Channels: text.rule(p), ReminderDaysBefore: p.ReminderDaysBefore,
		Subject: texts.Subject, Body: texts.Body, Button: texts.Button, CreatedAt: now,
	}}
}

// priorityOf returns the priority of the rounds that one action makes.
func priorityOf(list []sending) invite.Priority {
	if len(list) == 1 {
		return invite.Single
	}
	return invite.Bulk
}

// fact returns what is remembered of the sending's new round.
func (s sending) fact(r invite.Round) invite.Fact {
	switch {
	case s.before == "":
		return s.invitation.About(invite.InvitationQueued).Of(r).Moved("", s.invitation.State)
	case s.before != s.invitation.State:
		return s.invitation.About(invite.RoundQueued).Of(r).Moved(s.before, s.invitation.State)
	}
	return s.invitation.About(invite.RoundQueued).Of(r)
}

// queued is what one action put into lanes.
type queued struct {
	batch       *invite.Batch                   // of the new rounds; nil without
	invitations map[invite.ID]invite.Invitation // by contact
	facts       []invite.Fact
}

// queue makes a first-round invitation for each contact. The caller holds the
// contacts' locks and has found each of them invitable.
func (a *App) queue(ctx context.Context, tx *store.Tx, b branches, contacts []invite.Contact, text InvitationText) (queued, error) {
	var list []sending
	for _, c := range contacts {
		list = append(list, firstRound(c, b.policyOf(c), text, tx.Now()))
	}
	return a.put(ctx, tx, b.organization.ID, list)
}

// put gives each sending its place in its location's lane: a handful of
// statements, however many. The caller holds the contacts' locks.
func (a *App) put(ctx context.Context, tx *store.Tx, organization invite.ID, list []sending) (queued, error) {
	q := queued{invitations: map[invite.ID]invite.Invitation{}}
	var fresh []sending
	var raised []invite.ID
	for _, s := range list {
		q.invitations[s.contact.ID] = s.invitation
		if s.raised == nil {
			fresh = append(fresh, s)
			continue
		}
		r := *s.raised
		r.Priority = invite.Single
		raised = append(raised, r.ID)
		q.facts = append(q.facts, s.invitation.About(invite.RoundRaised).Of(r))
	}
	if err := tx.RaiseRounds(ctx, raised); err != nil || len(fresh) == 0 {
		return q, err
	}
	batch, err := newBatch(ctx, tx, organization)
	if err != nil {
		return q, err
	}
	q.batch = &batch
	facts, err := putFresh(ctx, tx, batch, fresh, priorityOf(list))
	q.facts = append(q.facts, facts...)
	a.Log.InfoContext(ctx, "queued", "batch", batch.ID, "actor", auth.FromContext(ctx).Membership, "contacts", len(fresh), "raised", len(raised))
	return q, err
}

// putFresh writes the new rounds of a batch with their invitations and messages.
func putFresh(ctx context.Context, tx *store.Tx, batch invite.Batch, list []sending, priority invite.Priority) ([]invite.Fact, error) {
	var first, again []invite.Invitation
	var ended []store.Ended
	var rounds []invite.Round
	var deliveries []invite.Delivery
	var facts []invite.Fact
	for _, s := range list {
		i := s.invitation
		if s.before == "" {
			i.CreatedByName = batch.CreatedByName
			first = append(first, i)
		} else {
			again = append(again, i)
		}
		if s.before == invite.Expired { // the sweep may not have been there
			ended = append(ended, store.Ended{Invitation: i.ID, UpTo: i.Round - 1})
		}
		r := newRound(i, s.contact, invite.PurposeInvite, priority, &batch.ID)
		rounds, deliveries = append(rounds, r), append(deliveries, newDeliveries(i, r, s.contact)...)
		facts = append(facts, s.fact(r))
	}
	if err := tx.EndCredentials(ctx, ended...); err != nil {
		return nil, err
	}
	if err := tx.InsertInvitations(ctx, batch.OrganizationID, first); err != nil {
		return nil, err
	}
	if err := tx.SaveInvitations(ctx, again...); err != nil {
		return nil, err
	}
	if err := tx.InsertRounds(ctx, batch.OrganizationID, rounds); err != nil {
		return nil, err
	}
	return facts, tx.InsertDeliveries(ctx, batch.OrganizationID, deliveries)
}

func newBatch(ctx context.Context, tx *store.Tx, organization invite.ID) (invite.Batch, error) {
	actor := auth.FromContext(ctx)
	name, err := nameOf(ctx, &tx.Reader, actor)
	if err != nil {
		return invite.Batch{}, err
	}
	batch := invite.Batch{ID: store.NewID(), OrganizationID: organization, CreatedByName: name, CreatedAt: tx.Now()}
	if actor.Membership != "" && actor.Organization != "" {
		batch.CreatedBy = &actor.Membership
	}
	return batch, tx.InsertBatch(ctx, batch)
}

func newRound(i invite.Invitation, c invite.Contact, purpose invite.Purpose, priority invite.Priority, batch *invite.ID) invite.Round {
	return invite.Round{
		ID: store.NewID(), OrganizationID: i.OrganizationID, LocationID: c.LocationID, InvitationID: i.ID, ContactID: c.ID,
		BatchID: batch, Number: i.Round, Purpose: purpose, Priority: priority, State: invite.RoundWaiting,
	}
}

// newDeliveries returns a message for each channel that the invitation asks
// for; one without an address is skipped, and says so.
func newDeliveries(i invite.Invitation, r invite.Round, c invite.Contact) []invite.Delivery {
	use, skipped := i.Channels.For(c.Email != nil, c.Phone != nil)
	var list []invite.Delivery
	add := func(ch invite.Channel, state invite.DeliveryState, reason string) {
		list = append(list, invite.Delivery{
			ID: store.NewID(), OrganizationID: i.OrganizationID, InvitationID: i.ID, RoundID: r.ID,
			Number: r.Number, Purpose: r.Purpose, Channel: ch, State: state, Reason: reason,
		})
	}
	for _, ch := range use {
		add(ch, invite.Scheduled, "")
	}
	for _, ch := range skipped {
		add(ch, invite.Skipped, noAddress(ch))
	}
	return list
}

func noAddress(ch invite.Channel) string {
	if ch == invite.Email {
		return "No email address on file."
	}
	return "No mobile phone on file."
}
