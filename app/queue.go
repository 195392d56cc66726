package app

import (
	"context"

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

// queued is what one action put into lanes.
type queued struct {
	batch       invite.Batch
	invitations map[invite.ID]invite.Invitation // by contact
	facts       []invite.Fact
}

// queue makes a first-round invitation for each contact and gives it a place
// in its location's lane: a handful of statements, however many contacts. The
// caller holds the contacts' locks and has found each of them invitable.
func (a *App) queue(ctx context.Context, tx *store.Tx, b branches, contacts []invite.Contact, text InvitationText) (queued, error) {
	actor := auth.FromContext(ctx)
	batch, err := newBatch(ctx, tx, b.organization.ID)
	if err != nil {
		return queued{}, err
	}
	priority := invite.Bulk
	if len(contacts) == 1 {
		priority = invite.Single
	}
	q := queued{batch: batch, invitations: map[invite.ID]invite.Invitation{}}
	var list []invite.Invitation
	var rounds []invite.Round
	var deliveries []invite.Delivery
	for _, c := range contacts {
		p := b.policyOf(c)
		texts := text.over(p.Texts)
		i := invite.Invitation{
			ID: store.NewID(), OrganizationID: c.OrganizationID, ContactID: c.ID, State: invite.Queued, Round: 1,
			TTLDays: p.TTLDays, Channels: text.rule(p), ReminderDaysBefore: p.ReminderDaysBefore,
			Subject: texts.Subject, Body: texts.Body, Button: texts.Button,
			CreatedByName: batch.CreatedByName, CreatedAt: tx.Now(),
		}
		r := newRound(i, c, invite.PurposeInvite, priority, &batch.ID)
		list, rounds = append(list, i), append(rounds, r)
		deliveries = append(deliveries, newDeliveries(i, r, c)...)
		q.invitations[c.ID] = i
		q.facts = append(q.facts, i.About(invite.InvitationQueued).Of(r).Moved("", invite.Queued))
	}
	if err := tx.InsertInvitations(ctx, b.organization.ID, list); err != nil {
		return queued{}, err
	}
	if err := tx.InsertRounds(ctx, b.organization.ID, rounds); err != nil {
		return queued{}, err
	}
	a.Log.InfoContext(ctx, "queued", "batch", batch.ID, "actor", actor.Membership, "contacts", len(contacts))
	return q, tx.InsertDeliveries(ctx, b.organization.ID, deliveries)
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
