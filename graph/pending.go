package graph

import (
	"context"

	"usher/graph/model"
	"usher/invite"
)

// Stubs, so that everything compiles while their implementations are written.
var errPending = invite.Errorf(invite.Internal, "", "Not there yet.")

func (r *queryResolver) PreviewInvite(context.Context, model.InviteContactsInput, model.SendAction, *invite.ID) (*model.InvitePreview, error) {
	return nil, errPending
}

func (r *mutationResolver) ResendInvitations(context.Context, model.InviteContactsInput) (*model.InviteContactsPayload, error) {
	return nil, errPending
}

func (r *locationResolver) Queue(context.Context, *invite.Location, int, *string) (*model.QueuedRoundConnection, error) {
	return nil, errPending
}

func (r *invitationBatchResolver) Queue(context.Context, *invite.Batch, int, *string) (*model.QueuedRoundConnection, error) {
	return nil, errPending
}
