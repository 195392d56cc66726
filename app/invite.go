package app

import (
	"context"
	"fmt"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// InviteInput names whom to invite: ids or a filter, not both.
type InviteInput struct {
	Organization   *invite.ID
	Contacts       []invite.ID
	Filter         *store.ContactFilter
	Text           InvitationText
	IdempotencyKey *string `json:"-"`
}

// Invited is what became of one contact.
type Invited struct {
	Contact    invite.ID
	Invitation *invite.ID
	Skipped    *invite.Error
}

// InviteResult is what became of all, in the order of the input, and the batch
// of those that were queued.
type InviteResult struct {
	Batch *invite.ID
	Items []Invited
}

// InviteContacts queues an invitation for each contact that can have one; the
// others are named with the reason and stop nobody. Permission INVITE.
//
// Refusals: REQUIRED, TOO_MANY, the texts' refusals, IDEMPOTENCY_REUSED;
// NOT_FOUND where one of the ids is not a contact the actor may see.
func (a *App) InviteContacts(ctx context.Context, in InviteInput) (InviteResult, error) {
	actor, org, err := a.permitted(ctx, auth.Invite, in.Organization)
	if err != nil {
		return InviteResult{}, err
	}
	if err := in.Text.check(); err != nil {
		return InviteResult{}, err
	}
	var result InviteResult
	err = a.write(ctx, func(tx *store.Tx) (facts []invite.Fact, err error) {
		result, facts, err = idempotent(ctx, tx, "inviteContacts", in.IdempotencyKey, in, func() (InviteResult, []invite.Fact, error) {
			ids, err := in.selected(ctx, tx, actor, org) // only now: the first call may have changed whom a filter finds
			if err != nil {
				return InviteResult{}, nil, err
			}
			return a.inviteAll(ctx, tx, actor, org, ids, in.Text)
		})
		return facts, err
	})
	return result, err
}

// selected returns the ids of the contacts that the input selects, each once.
func (in InviteInput) selected(ctx context.Context, tx *store.Tx, actor auth.Actor, org invite.Organization) ([]invite.ID, error) {
	limit := org.Policy().MaxBulkCreate
	if (in.Contacts == nil) == (in.Filter == nil) {
		return nil, invite.Errorf(invite.Required, "input.contacts", "Give either contacts or filter.")
	}
	ids := in.Contacts
	if in.Filter != nil {
		page, err := tx.ContactPage(ctx, ScopeOf(actor).Within(org.ID), *in.Filter, store.ContactSort{By: store.ByName}, nil, limit+1, tx.Now())
		if err != nil {
			return nil, err
		}
		for _, c := range page {
			ids = append(ids, c.ID)
		}
	}
	ids = unique(ids)
	switch {
	case len(ids) > limit:
		return nil, invite.Errorf(invite.TooMany, "input.contacts", "At most %d contacts can be invited at once; choose fewer. Nobody was invited.", limit)
	case len(ids) == 0 && in.Filter != nil:
		return nil, invite.Errorf(invite.Required, "input.filter", "No contact matches the filter.")
	case len(ids) == 0:
		return nil, invite.Errorf(invite.Required, "input.contacts", "Choose 1 to %d contacts.", limit)
	}
	return ids, nil
}

func (a *App) inviteAll(ctx context.Context, tx *store.Tx, actor auth.Actor, org invite.Organization, ids []invite.ID, text InvitationText) (InviteResult, []invite.Fact, error) {
	locked, err := tx.LockContacts(ctx, ScopeOf(actor).Within(org.ID), ids)
	if err != nil {
		return InviteResult{}, nil, err
	}
	if len(locked) != len(ids) {
		return InviteResult{}, nil, invite.Errorf(invite.NotFound, "input.contacts", "%d of the contacts do not exist.", len(ids)-len(locked))
	}
	b, err := loadBranches(ctx, &tx.Reader, org)
	if err != nil {
		return InviteResult{}, nil, err
	}
	byID := map[invite.ID]invite.Contact{}
	for _, c := range locked {
		byID[c.ID] = c
	}
	result := InviteResult{Items: make([]Invited, len(ids))}
	var able []invite.Contact
	for n, id := range ids {
		c := byID[id]
		result.Items[n] = Invited{Contact: id, Skipped: b.refuseTrainer(actor, c)}
		if result.Items[n].Skipped == nil {
			result.Items[n].Skipped = c.Invitable(text.rule(b.policyOf(c)), tx.Now())
		}
		if result.Items[n].Skipped == nil {
			able = append(able, c)
		}
	}
	if len(able) == 0 {
		return result, nil, nil
	}
	q, err := a.queue(ctx, tx, b, able, text)
	if err != nil {
		return InviteResult{}, nil, err
	}
	result.Batch = &q.batch.ID
	for n := range result.Items {
		if i, ok := q.invitations[result.Items[n].Contact]; ok {
			result.Items[n].Invitation = &i.ID
		}
	}
	return result, q.facts, nil
}

// ResendInput names the invitation to send once more.
type ResendInput struct {
	Invitation     invite.ID
	Text           InvitationText
	IdempotencyKey *string `json:"-"`
}

// ResendInvitation gives an invitation its next round. While a round waits
// already, that one is moved to the front instead. Permission RESEND.
//
// Refusals: ALREADY_ACCEPTED, NOT_RESENDABLE, TOO_SOON, OFFLINE_CLIENT,
// CONTACT_ARCHIVED, NO_ADDRESS, NOT_ALLOWED, the texts' refusals.
func (a *App) ResendInvitation(ctx context.Context, in ResendInput) error {
	actor := auth.FromContext(ctx)
	if err := in.Text.check(); err != nil {
		return err
	}
	target, err := a.target(ctx, actor, auth.Resend, in.Invitation)
	if err != nil {
		return err
	}
	return a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		_, facts, err := idempotent(ctx, tx, "resendInvitation", in.IdempotencyKey, in, func() (struct{}, []invite.Fact, error) {
			facts, err := a.resend(ctx, tx, target, in.Text)
			return struct{}{}, facts, err
		})
		return facts, err
	})
}

// target is an invitation that the actor may act on, with what its policy
// follows from.
type target struct {
	invitation, contact invite.ID
	branches            branches
}

// target finds an invitation in the actor's scope and asks for the permission
// at its contact's location. NOT_FOUND where the actor may not see it.
func (a *App) target(ctx context.Context, actor auth.Actor, p auth.Permission, id invite.ID) (target, error) {
	if !actor.SignedIn() {
		return target{}, invite.Errorf(invite.Unauthenticated, "", "Sign in first.")
	}
	i, err := a.DB.Invitation(ctx, ScopeOf(actor), id)
	if err != nil {
		return target{}, err
	}
	c, err := a.DB.Contact(ctx, ScopeOf(actor), i.ContactID)
	if err != nil {
		return target{}, err
	}
	org, err := a.DB.Organization(ctx, store.InOrganization(i.OrganizationID), i.OrganizationID)
	if err != nil {
		return target{}, err
	}
	b, err := loadBranches(ctx, &a.DB.Reader, org)
	if err != nil {
		return target{}, err
	}
	return target{i.ID, c.ID, b}, actor.Require(p, b.policyOf(c).TrainersInvite)
}

// lock returns the target's contact, locked, and its invitation and rounds as
// they stand under the lock.
func (t target) lock(ctx context.Context, tx *store.Tx) (c invite.Contact, i invite.Invitation, rounds []invite.Round, err error) {
	scope := store.InOrganization(t.branches.organization.ID)
	if c, err = tx.LockContact(ctx, scope, t.contact); err != nil {
		return c, i, nil, err
	}
	if i, err = tx.Invitation(ctx, scope, t.invitation); err != nil {
		return c, i, nil, err
	}
	rounds, err = tx.RoundsOfInvitations(ctx, []invite.ID{i.ID})
	return c, i, rounds, err
}

// resend makes the next round of the target, or raises the one that waits.
func (a *App) resend(ctx context.Context, tx *store.Tx, t target, text InvitationText) ([]invite.Fact, error) {
	c, i, rounds, err := t.lock(ctx, tx)
	if err != nil {
		return nil, err
	}
	var lastSlot invite.Round
	for _, r := range rounds {
		if r.State == invite.RoundWaiting && r.Purpose == invite.PurposeInvite {
			r.Priority = invite.Single
			return []invite.Fact{i.About(invite.RoundRaised).Of(r)}, tx.SaveRound(ctx, r)
		}
		if r.SlotAt != nil && (lastSlot.SlotAt == nil || r.SlotAt.After(*lastSlot.SlotAt)) {
			lastSlot = r
		}
	}
	p := t.branches.policyOf(c)
	before := i.StateAt(tx.Now())
	i, err = i.Resent(lastSlot.SlotAt, tx.Now())
	if err != nil {
		return nil, err
	}
	switch {
	case c.ArchivedAt != nil:
		return nil, invite.Errorf(invite.ContactArchived, "id", "%s is archived; restore the contact first.", c.Label())
	case c.ClientType == invite.Offline:
		return nil, invite.Errorf(invite.OfflineClient, "id", "%s is an offline client; change the client type first.", c.Label())
	}
	texts := text.over(invite.Texts{Subject: i.Subject, Body: i.Body, Button: i.Button})
	i.Subject, i.Body, i.Button = texts.Subject, texts.Body, texts.Button
	if text.Channels != nil {
		i.Channels = *text.Channels
	}
	if err := c.Reachable(i.Channels); err != nil {
		return nil, err
	}
	i.TTLDays, i.ReminderDaysBefore = p.TTLDays, p.ReminderDaysBefore
	batch, err := newBatch(ctx, tx, i.OrganizationID)
	if err != nil {
		return nil, err
	}
	r := newRound(i, c, invite.PurposeInvite, invite.Single, &batch.ID)
	if before == invite.Expired { // the sweep may not have been there
		if err := tx.EndCredentials(ctx, store.Ended{Invitation: i.ID, UpTo: i.Round - 1}); err != nil {
			return nil, err
		}
	}
	if err := tx.SaveInvitations(ctx, i); err != nil {
		return nil, err
	}
	if err := tx.InsertRounds(ctx, i.OrganizationID, []invite.Round{r}); err != nil {
		return nil, err
	}
	if err := tx.InsertDeliveries(ctx, i.OrganizationID, newDeliveries(i, r, c)); err != nil {
		return nil, err
	}
	fact := i.About(invite.RoundQueued).Of(r)
	if before != i.State {
		fact = fact.Moved(before, i.State)
	}
	return []invite.Fact{fact}, nil
}

// RevokeInvitation takes an invitation back: its credentials die and unsent
// messages are cancelled. Permission REVOKE_INVITATION.
//
// Refusals: ALREADY_ACCEPTED, NOT_REVOCABLE, TOO_LONG, CONTROL_CHARACTERS.
func (a *App) RevokeInvitation(ctx context.Context, id invite.ID, reason string) error {
	t, err := a.target(ctx, auth.FromContext(ctx), auth.RevokeInvitation, id)
	if err != nil {
		return err
	}
	reason, refused := invite.CleanName("input.reason", reason)
	if refused != nil {
		return refused
	}
	return a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		_, i, rounds, err := t.lock(ctx, tx)
		if err != nil {
			return nil, err
		}
		return revoke(ctx, tx, i, rounds, reason)
	})
}

// revoke takes back an invitation whose contact is locked.
func revoke(ctx context.Context, tx *store.Tx, i invite.Invitation, rounds []invite.Round, reason string) ([]invite.Fact, error) {
	before := i.StateAt(tx.Now())
	i, err := i.Revoke(reason, tx.Now())
	if err != nil {
		return nil, err
	}
	facts, err := endInvitation(ctx, tx, i, rounds)
	if err != nil {
		return nil, err
	}
	return append(facts, i.About(invite.InvitationRevoked).Moved(before, i.State).Because(reason)), tx.SaveInvitations(ctx, i)
}

// endInvitation ends every credential of an invitation and cancels the rounds
// that wait.
func endInvitation(ctx context.Context, tx *store.Tx, i invite.Invitation, rounds []invite.Round) ([]invite.Fact, error) {
	var waiting []invite.ID
	var facts []invite.Fact
	for _, r := range rounds {
		if r.State == invite.RoundWaiting {
			waiting = append(waiting, r.ID)
			facts = append(facts, i.About(invite.RoundWasCancelled).Of(r))
		}
	}
	if err := tx.CancelRounds(ctx, waiting); err != nil {
		return nil, err
	}
	return facts, tx.EndCredentials(ctx, store.Ended{Invitation: i.ID, UpTo: i.Round})
}

// CancelBatch cancels what still waits of a batch and returns how many rounds
// that were. Permission MANAGE_BATCHES. Refusals: BATCH_FINISHED.
func (a *App) CancelBatch(ctx context.Context, id invite.ID) (int, error) {
	actor := auth.FromContext(ctx)
	if !actor.SignedIn() {
		return 0, invite.Errorf(invite.Unauthenticated, "", "Sign in first.")
	}
	batch, err := a.DB.Batch(ctx, ScopeOf(actor), id)
	if err != nil {
		return 0, err
	}
	if _, _, err := a.permitted(ctx, auth.ManageBatches, &batch.OrganizationID); err != nil {
		return 0, err
	}
	var cancelled int
	err = a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		facts, n, err := cancelBatch(ctx, tx, batch)
		cancelled = n
		return facts, err
	})
	return cancelled, err
}

func cancelBatch(ctx context.Context, tx *store.Tx, batch invite.Batch) ([]invite.Fact, int, error) {
	scope := store.InOrganization(batch.OrganizationID)
	seen, err := tx.WaitingOfBatch(ctx, batch.ID)
	if err != nil {
		return nil, 0, err
	}
	if _, err := tx.LockContacts(ctx, scope, contactsOf(seen)); err != nil {
		return nil, 0, err
	}
	rounds, err := tx.WaitingOfBatch(ctx, batch.ID) // under the locks: some may have left meanwhile
	if err != nil {
		return nil, 0, err
	}
	if len(rounds) == 0 {
		return nil, 0, invite.Errorf(invite.BatchFinished, "input.id", "Nothing of this batch waits any more.")
	}
	var roundIDs, invitationIDs []invite.ID
	for _, r := range rounds {
		roundIDs = append(roundIDs, r.ID)
		invitationIDs = append(invitationIDs, r.InvitationID)
	}
	invitations, err := tx.Invitations(ctx, scope, invitationIDs)
	if err != nil {
		return nil, 0, err
	}
	byID := map[invite.ID]invite.Invitation{}
	for _, i := range invitations {
		byID[i.ID] = i
	}
	var changed, kept []invite.Invitation
	facts := []invite.Fact{{
		Kind: invite.BatchCancelled, OrganizationID: batch.OrganizationID, BatchID: &batch.ID,
		Reason: fmt.Sprintf("%d waiting sendings cancelled.", len(rounds)),
	}}
	for _, r := range rounds {
		i := byID[r.InvitationID]
		fact := i.About(invite.RoundWasCancelled).Of(r).Because(invite.ReasonBatchCancelled)
		if next, moved := i.RoundCancelled(); moved {
			fact = fact.Moved(i.State, next.State)
			changed = append(changed, next)
		} else {
			kept = append(kept, i)
		}
		facts = append(facts, fact)
	}
	if err := fallBack(ctx, tx, kept...); err != nil {
		return nil, 0, err
	}
	if err := tx.CancelRounds(ctx, roundIDs); err != nil {
		return nil, 0, err
	}
	if err := tx.CancelBatch(ctx, batch.ID); err != nil {
		return nil, 0, err
	}
	return facts, len(rounds), tx.SaveInvitations(ctx, changed...)
}

func contactsOf(rounds []invite.Round) []invite.ID {
	var ids []invite.ID
	for _, r := range rounds {
		ids = append(ids, r.ContactID)
	}
	return unique(ids)
}

// unique returns ids without repetitions, in their order.
func unique(ids []invite.ID) []invite.ID {
	seen := map[invite.ID]bool{}
	var out []invite.ID
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}
