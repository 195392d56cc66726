package app

import (
	"context"

	"usher/invite"
	"usher/store"
)

// InviteInput names whom to send to: ids or a filter, not both.
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
// of the rounds that were made; nil where none was.
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
	return a.send(ctx, SendInvite, in)
}

// ResendInvitations gives the open or lapsed invitation of each contact its
// next round, all in one batch; a round that waits already is moved to the
// front instead. Whoever has no invitation to send again is named with the
// reason and stops nobody. Permission RESEND. Refusals are InviteContacts'.
func (a *App) ResendInvitations(ctx context.Context, in InviteInput) (InviteResult, error) {
	return a.send(ctx, SendAgain, in)
}

func (a *App) send(ctx context.Context, action SendAction, in InviteInput) (InviteResult, error) {
	actor, org, err := a.permitted(ctx, action.permission(), in.Organization)
	if err != nil {
		return InviteResult{}, err
	}
	if err := in.Text.check(); err != nil {
		return InviteResult{}, err
	}
	var result InviteResult
	err = a.write(ctx, func(tx *store.Tx) (facts []invite.Fact, err error) {
		result, facts, err = idempotent(ctx, tx, action.mutation(), in.IdempotencyKey, in, func() (InviteResult, []invite.Fact, error) {
			p, err := planner{&tx.Reader, tx.LockContacts, tx.Now(), actor, org}.plan(ctx, action, in)
			if err != nil {
				return InviteResult{}, nil, err
			}
			return a.carryOut(ctx, tx, p)
		})
		return facts, err
	})
	return result, err
}

// carryOut does what was planned under the contacts' locks.
func (a *App) carryOut(ctx context.Context, tx *store.Tx, p plan) (InviteResult, []invite.Fact, error) {
	result := InviteResult{Items: p.items}
	q, err := a.put(ctx, tx, p.branches.organization.ID, p.sendings)
	if err != nil {
		return InviteResult{}, nil, err
	}
	if q.batch != nil {
		result.Batch = &q.batch.ID
	}
	for n := range result.Items {
		if i, ok := q.invitations[result.Items[n].Contact]; ok {
			result.Items[n].Invitation = &i.ID
		}
	}
	return result, q.facts, nil
}
