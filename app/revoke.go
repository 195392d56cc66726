package app

import (
	"context"
	"fmt"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

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
	return invite.Unique(ids)
}
