package graph

import (
	"context"

	"usher/app"
	"usher/graph/model"
)

func (r *queryResolver) InvitationPreview(ctx context.Context, token, code *string) (*model.InvitationPreview, error) {
	p, err := r.App.Preview(ctx, visitor(ctx), app.Credential{Token: token, Code: code})
	if err != nil {
		return nil, err
	}
	out := &model.InvitationPreview{State: p.State, NeedsEmailProof: p.NeedsProof, NeedsEmail: p.NeedsEmail,
		NeedsPhoneProof: p.NeedsPhoneProof, AsksAddress: p.AsksAddress, ExpiresAt: p.ExpiresAt}
	if p.State == app.PreviewNotValid {
		return out, nil
	}
	out.Route, out.HouseholdName, out.AddedBy, out.MaskedPhone = &p.Route, filled(p.Household), filled(p.AddedBy), filled(p.MaskedPhone)
	out.OrganizationName, out.SupportContact = &p.Organization.Name, &p.Organization.SupportContact
	out.AccentColor, out.LogoURL = ptrTo(p.Organization.Accent()), filled(p.Organization.LogoPath())
	out.Name, out.MaskedAddress, out.MaskedEmail = filled(p.Name), filled(p.MaskedAddress), filled(p.MaskedEmail)
	if p.State == app.PreviewOpen {
		out.PasswordPolicy = &model.PasswordPolicy{PasswordRule: p.Policy.Password}
	}
	return out, nil
}

func (r *mutationResolver) Register(ctx context.Context, in model.RegisterInput) (*model.RegisterPayload, error) {
	if err := r.deliverable(ctx, in.Transport); err != nil {
		return nil, err
	}
	joined, err := r.App.Register(ctx, visitor(ctx), app.RegisterInput{
		Credential: app.Credential{Token: in.Token, Code: in.Code},
		Name:       in.Name, Password: in.Password, Email: in.Email, Proof: in.EmailProof,
		PhoneProof: in.PhoneProof, Phone: in.Phone, Address: in.Address,
	})
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return &model.RegisterPayload{UserErrors: errs}, err
	}
	out := &model.RegisterPayload{Viewer: &model.Viewer{Actor: joined.Actor}, Tokens: r.hand(ctx, in.Transport, joined.Signed), UserErrors: errs}
	out.Contact, err = ptr(of(ctx).load().contacts.load(ctx, joined.Contact))
	return out, err
}

func (r *mutationResolver) DeclineInvitation(ctx context.Context, in model.DeclineInvitationInput) (*model.DeclineInvitationPayload, error) {
	errs, err := refusals(r.App.Decline(ctx, visitor(ctx), app.Credential{Token: in.Token, Code: in.Code}))
	return &model.DeclineInvitationPayload{Declined: err == nil && len(errs) == 0, UserErrors: errs}, err
}

func (r *mutationResolver) RequestNewInvitation(ctx context.Context, in model.RequestNewInvitationInput) (*model.RequestNewInvitationPayload, error) {
	errs, err := refusals(r.App.RequestNew(ctx, visitor(ctx), in.Token))
	return &model.RequestNewInvitationPayload{Accepted: err == nil && len(errs) == 0, UserErrors: errs}, err
}
