package graph

import (
	"context"

	"usher/graph/model"
	"usher/invite"
)

// Stubs, so that everything compiles while their implementations are written.
var errPending = invite.Errorf(invite.Internal, "", "Not there yet.")

func (r *queryResolver) Organizations(context.Context, *string, int, *string) (*model.OrganizationConnection, error) {
	return nil, errPending
}

func (r *queryResolver) PreviewInvite(context.Context, model.InviteContactsInput, model.SendAction, *invite.ID) (*model.InvitePreview, error) {
	return nil, errPending
}

func (r *mutationResolver) UpdateOrganization(context.Context, model.UpdateOrganizationInput) (*model.OrganizationPayload, error) {
	return nil, errPending
}

func (r *mutationResolver) UpdateProgram(context.Context, model.UpdateProgramInput) (*model.ProgramPayload, error) {
	return nil, errPending
}

func (r *mutationResolver) ResendInvitations(context.Context, model.InviteContactsInput) (*model.InviteContactsPayload, error) {
	return nil, errPending
}

func (r *organizationResolver) AccentColor(context.Context, *invite.Organization) (string, error) {
	return "#2f6f4f", nil
}

func (r *organizationResolver) LogoURL(context.Context, *invite.Organization) (*string, error) {
	return nil, nil
}

func (r *organizationResolver) Report(context.Context, *invite.Organization, int, *invite.ID) (*model.InvitationReport, error) {
	return nil, errPending
}

func (r *organizationResolver) DeliveryProblems(context.Context, *invite.Organization, int) ([]model.DeliveryProblem, error) {
	return nil, errPending
}

func (r *locationResolver) Queue(context.Context, *invite.Location, int, *string) (*model.QueuedRoundConnection, error) {
	return nil, errPending
}

func (r *invitationBatchResolver) Queue(context.Context, *invite.Batch, int, *string) (*model.QueuedRoundConnection, error) {
	return nil, errPending
}
