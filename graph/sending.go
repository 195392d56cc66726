package graph

import (
	"context"

	"usher/app"
	"usher/graph/model"
)

func invitationText(in *model.InvitationTextInput) app.InvitationText {
	if in == nil {
		return app.InvitationText{}
	}
	return app.InvitationText{Channels: in.Channels, Subject: in.Subject, Body: in.Body, Button: in.Button}
}

func inviteInput(in model.InviteContactsInput) (app.InviteInput, error) {
	out := app.InviteInput{
		Organization: in.Organization, Contacts: in.Contacts,
		Text: invitationText(in.Invitation), IdempotencyKey: in.IdempotencyKey,
	}
	if in.Filter == nil {
		return out, nil
	}
	filter, err := contactFilter(in.Filter)
	out.Filter = &filter
	return out, err
}

func (r *mutationResolver) InviteContacts(ctx context.Context, in model.InviteContactsInput) (*model.InviteContactsPayload, error) {
	return r.send(ctx, in, r.App.InviteContacts)
}

func (r *mutationResolver) ResendInvitations(ctx context.Context, in model.InviteContactsInput) (*model.InviteContactsPayload, error) {
	return r.send(ctx, in, r.App.ResendInvitations)
}

func (r *mutationResolver) send(ctx context.Context, in model.InviteContactsInput, do func(context.Context, app.InviteInput) (app.InviteResult, error)) (*model.InviteContactsPayload, error) {
	var result app.InviteResult
	input, err := inviteInput(in)
	if err == nil {
		result, err = do(ctx, input)
	}
	errs, err := refusals(err)
	out := &model.InviteContactsPayload{Results: []model.InvitedContact{}, UserErrors: errs}
	if err != nil || len(errs) > 0 {
		return out, err
	}
	l := of(ctx).load()
	for _, item := range result.Items {
		l.contacts.want(item.Contact)
		l.invitations.want(id(item.Invitation))
	}
	for _, item := range result.Items {
		one, err := r.invited(ctx, item)
		if err != nil {
			return nil, err
		}
		if one.Outcome == model.InviteOutcomeQueued {
			out.QueuedCount++
		} else {
			out.SkippedCount++
		}
		out.Results = append(out.Results, one)
	}
	out.Batch, err = optional(ctx, l.batches, result.Batch)
	return out, err
}

func (r *mutationResolver) invited(ctx context.Context, item app.Invited) (model.InvitedContact, error) {
	l := of(ctx).load()
	out := model.InvitedContact{Outcome: model.InviteOutcomeSkipped, Error: userError(item.Skipped)}
	contact, err := l.contacts.load(ctx, item.Contact)
	if err != nil {
		return out, err
	}
	out.Contact = &contact
	if out.Invitation, err = optional(ctx, l.invitations, item.Invitation); err != nil || out.Invitation == nil {
		return out, err
	}
	out.Outcome = model.InviteOutcomeQueued
	out.ExpectedSendAt, err = (&invitationResolver{r.Resolver}).ExpectedSendAt(ctx, out.Invitation)
	if err != nil || out.ExpectedSendAt != nil {
		return out, err
	}
	rounds, _, err := l.rounds.find(ctx, out.Invitation.ID)
	for _, round := range rounds { // it has left since
		out.ExpectedSendAt = round.SlotAt
	}
	return out, err
}
