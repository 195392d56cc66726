package graph

import (
	"context"
	"time"

	"usher/app"
	"usher/auth"
	"usher/graph/model"
	"usher/invite"
)

type invitationResolver struct{ *Resolver }
type invitationBatchResolver struct{ *Resolver }
type invitationEventResolver struct{ *Resolver }
type deliveryResolver struct{ *Resolver }

func (r *queryResolver) Invitation(ctx context.Context, id invite.ID) (*invite.Invitation, error) {
	if _, err := of(ctx).require(auth.ViewContacts); err != nil {
		return nil, err
	}
	return ptr(of(ctx).load().invitations.load(ctx, id))
}

func (r *queryResolver) InvitationBatch(ctx context.Context, id invite.ID) (*invite.Batch, error) {
	if _, err := of(ctx).require(auth.ViewContacts); err != nil {
		return nil, err
	}
	return ptr(of(ctx).load().batches.load(ctx, id))
}

func (r *queryResolver) InvitationBatches(ctx context.Context, organization *invite.ID, first int, after *string) (*model.InvitationBatchConnection, error) {
	_, scope, err := listed(ctx, organization, first)
	if err != nil {
		return nil, err
	}
	var place *invite.ID
	if after != nil {
		id := invite.ID(*after)
		if !isID(id) {
			return nil, invite.Errorf(invite.Invalid, "after", "This cursor does not belong to this list; use the endCursor of a page.")
		}
		if _, err := r.DB.Batch(ctx, scope, id); err != nil {
			return nil, err
		}
		place = &id
	}
	list, err := r.DB.BatchPage(ctx, scope, place, first+1)
	if err != nil {
		return nil, err
	}
	page := &model.InvitationBatchConnection{Edges: []model.InvitationBatchEdge{}, PageInfo: &model.PageInfo{HasPreviousPage: after != nil}}
	if len(list) > first {
		list, page.PageInfo.HasNextPage = list[:first], true
	}
	page.Nodes = notNil(of(ctx).load().sawBatches(list))
	for n := range list {
		page.Edges = append(page.Edges, model.InvitationBatchEdge{Cursor: string(list[n].ID), Node: &list[n]})
	}
	if n := len(page.Edges); n > 0 {
		page.PageInfo.StartCursor, page.PageInfo.EndCursor = &page.Edges[0].Cursor, &page.Edges[n-1].Cursor
	}
	return page, nil
}

func (r *invitationResolver) Contact(ctx context.Context, i *invite.Invitation) (*invite.Contact, error) {
	return ptr(of(ctx).load().contacts.load(ctx, i.ContactID))
}

func (r *invitationResolver) Status(ctx context.Context, i *invite.Invitation) (invite.InvitationState, error) {
	return i.StateAt(of(ctx).now), nil
}

func (r *invitationResolver) StatusLabel(ctx context.Context, i *invite.Invitation) (string, error) {
	c, err := of(ctx).load().contacts.load(ctx, i.ContactID)
	if err != nil {
		return "", err
	}
	p, err := policy(ctx, &c)
	return p.StatusLabels[invite.ContactStatus(i.StateAt(of(ctx).now))], err
}

func (r *invitationResolver) ExpiresAt(ctx context.Context, i *invite.Invitation) (*time.Time, error) {
	if i.StateAt(of(ctx).now) == invite.Queued {
		return nil, nil
	}
	return i.ExpiresAt, nil
}

// Channels are those that the invitation asks for, whether or not the contact
// has an address.
func (r *invitationResolver) Channels(_ context.Context, i *invite.Invitation) ([]invite.Channel, error) {
	list, _ := i.Channels.For(true, true)
	return list, nil
}

func (r *invitationResolver) ExpectedSendAt(ctx context.Context, i *invite.Invitation) (*time.Time, error) {
	l := of(ctx).load()
	rank, waits, err := l.ranks.find(ctx, i.ID)
	if err != nil || !waits {
		return nil, err
	}
	lane, err := laneOf(ctx, rank.LocationID)
	if err != nil {
		return nil, err
	}
	at := lane.Slot(of(ctx).now, rank.Rank)
	return &at, nil
}

// laneOf returns a location's lane as it stands.
func laneOf(ctx context.Context, location invite.ID) (invite.Lane, error) {
	l := of(ctx).load()
	loc, err := l.locations.load(ctx, location)
	if err != nil {
		return invite.Lane{}, err
	}
	org, err := l.organizations.load(ctx, loc.OrganizationID)
	if err != nil {
		return invite.Lane{}, err
	}
	return loc.LaneIn(org)
}

func (r *invitationResolver) Batch(ctx context.Context, i *invite.Invitation) (*invite.Batch, error) {
	rounds, _, err := of(ctx).load().rounds.find(ctx, i.ID)
	if err != nil {
		return nil, err
	}
	var newest *invite.ID
	for _, round := range rounds {
		if round.BatchID != nil {
			newest = round.BatchID
		}
	}
	return optional(ctx, of(ctx).load().batches, newest)
}

func (r *invitationResolver) Deliveries(ctx context.Context, i *invite.Invitation) ([]invite.Delivery, error) {
	list, _, err := of(ctx).load().deliveries.find(ctx, i.ID)
	if len(list) > maxDeliveries {
		list = list[:maxDeliveries]
	}
	return notNil(list), err
}

func (r *invitationResolver) Timeline(ctx context.Context, i *invite.Invitation, first int) ([]invite.Fact, error) {
	if _, err := of(ctx).require(auth.ViewTimeline); err != nil {
		return nil, err
	}
	if err := pageSize(first); err != nil {
		return nil, err
	}
	list, _, err := of(ctx).load().timelines.find(ctx, i.ID)
	if len(list) > first {
		list = list[:first]
	}
	return notNil(list), err
}

func (r *deliveryResolver) Round(_ context.Context, d *invite.Delivery) (int, error) {
	return d.Number, nil
}
func (r *deliveryResolver) Attempts(_ context.Context, d *invite.Delivery) (int, error) {
	return d.Attempt, nil
}

func (r *invitationEventResolver) Actor(_ context.Context, f *invite.Fact) (string, error) {
	return f.ActorName, nil
}

func (r *invitationEventResolver) From(_ context.Context, f *invite.Fact) (*invite.InvitationState, error) {
	return f.FromState, nil
}

func (r *invitationEventResolver) To(_ context.Context, f *invite.Fact) (*invite.InvitationState, error) {
	return f.ToState, nil
}

func (r *invitationBatchResolver) CreatedBy(_ context.Context, b *invite.Batch) (string, error) {
	return b.CreatedByName, nil
}

func (r *invitationBatchResolver) progress(ctx context.Context, b *invite.Batch) (invite.Progress, error) {
	p, _, err := of(ctx).load().progress.find(ctx, b.ID)
	return p, err
}

func (r *invitationBatchResolver) Total(ctx context.Context, b *invite.Batch) (int, error) {
	p, err := r.progress(ctx, b)
	return p.Total, err
}

func (r *invitationBatchResolver) Sent(ctx context.Context, b *invite.Batch) (int, error) {
	p, err := r.progress(ctx, b)
	return p.Sent, err
}

func (r *invitationBatchResolver) Failed(ctx context.Context, b *invite.Batch) (int, error) {
	p, err := r.progress(ctx, b)
	return p.Failed, err
}

func (r *invitationBatchResolver) Cancelled(ctx context.Context, b *invite.Batch) (int, error) {
	p, err := r.progress(ctx, b)
	return p.Cancelled, err
}

func (r *invitationBatchResolver) Waiting(ctx context.Context, b *invite.Batch) (int, error) {
	p, err := r.progress(ctx, b)
	return p.Waiting, err
}

func (r *invitationBatchResolver) Finished(ctx context.Context, b *invite.Batch) (bool, error) {
	p, err := r.progress(ctx, b)
	return p.Waiting == 0, err
}

func (r *invitationBatchResolver) ExpectedFinishAt(ctx context.Context, b *invite.Batch) (*time.Time, error) {
	lasts, _, err := of(ctx).load().lasts.find(ctx, b.ID)
	var finish *time.Time
	for _, last := range lasts {
		lane, err := laneOf(ctx, last.LocationID)
		if err != nil {
			return nil, err
		}
		if at := lane.Finish(of(ctx).now, last.Rank+1); finish == nil || at.After(*finish) {
			finish = &at
		}
	}
	return finish, err
}

func (r *mutationResolver) ResendInvitation(ctx context.Context, in model.ResendInvitationInput) (*model.InvitationPayload, error) {
	return invitationPayload(ctx, in.ID, r.App.ResendInvitation(ctx, app.ResendInput{
		Invitation: in.ID, Text: invitationText(in.Invitation), IdempotencyKey: in.IdempotencyKey,
	}))
}

func (r *mutationResolver) RevokeInvitation(ctx context.Context, in model.RevokeInvitationInput) (*model.InvitationPayload, error) {
	return invitationPayload(ctx, in.ID, r.App.RevokeInvitation(ctx, in.ID, text(in.Reason)))
}

func invitationPayload(ctx context.Context, id invite.ID, err error) (*model.InvitationPayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return &model.InvitationPayload{UserErrors: errs}, err
	}
	i, err := of(ctx).load().invitations.load(ctx, id)
	return &model.InvitationPayload{Invitation: &i, UserErrors: errs}, err
}

func (r *mutationResolver) CancelBatch(ctx context.Context, in model.CancelBatchInput) (*model.CancelBatchPayload, error) {
	n, err := r.App.CancelBatch(ctx, in.ID)
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return &model.CancelBatchPayload{UserErrors: errs}, err
	}
	b, err := of(ctx).load().batches.load(ctx, in.ID)
	return &model.CancelBatchPayload{Batch: &b, CancelledCount: n, UserErrors: errs}, err
}
