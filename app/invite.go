package app

import (
	"context"

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
	ids = invite.Unique(ids)
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
