// Package graph is the GraphQL door: thin resolvers, one file a section of the
// schema. Writes go to package app; reads go to the store through loaders that
// live as long as one response.
package graph

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"usher/app"
	"usher/graph/generated"
	"usher/graph/model"
	"usher/invite"
	"usher/store"
)

// Resolver is the root of the resolvers.
type Resolver struct {
	App      *app.App
	DB       *store.DB
	Hub      *Hub
	Renderer Renderer
}

type queryResolver struct{ *Resolver }
type mutationResolver struct{ *Resolver }
type subscriptionResolver struct{ *Resolver }

var _ generated.ResolverRoot = (*Resolver)(nil)

// Query returns the resolvers of the queries.
func (r *Resolver) Query() generated.QueryResolver { return &queryResolver{r} }

// Mutation returns the resolvers of the mutations.
func (r *Resolver) Mutation() generated.MutationResolver { return &mutationResolver{r} }

// Subscription returns the resolvers of the subscriptions.
func (r *Resolver) Subscription() generated.SubscriptionResolver { return &subscriptionResolver{r} }

// Viewer returns the resolvers of Viewer.
func (r *Resolver) Viewer() generated.ViewerResolver { return &viewerResolver{r} }

// Membership returns the resolvers of Membership.
func (r *Resolver) Membership() generated.MembershipResolver { return &membershipResolver{r} }

// Organization returns the resolvers of Organization.
func (r *Resolver) Organization() generated.OrganizationResolver { return &organizationResolver{r} }

// Location returns the resolvers of Location.
func (r *Resolver) Location() generated.LocationResolver { return &locationResolver{r} }

// Contact returns the resolvers of Contact.
func (r *Resolver) Contact() generated.ContactResolver { return &contactResolver{r} }

// ContactConnection returns the resolvers of ContactConnection.
func (r *Resolver) ContactConnection() generated.ContactConnectionResolver {
	return &contactConnectionResolver{r}
}

// Invitation returns the resolvers of Invitation.
func (r *Resolver) Invitation() generated.InvitationResolver { return &invitationResolver{r} }

// InvitationBatch returns the resolvers of InvitationBatch.
func (r *Resolver) InvitationBatch() generated.InvitationBatchResolver {
	return &invitationBatchResolver{r}
}

// InvitationEvent returns the resolvers of InvitationEvent.
func (r *Resolver) InvitationEvent() generated.InvitationEventResolver {
	return &invitationEventResolver{r}
}

// InvitationStatusChange returns the resolvers of InvitationStatusChange.
func (r *Resolver) InvitationStatusChange() generated.InvitationStatusChangeResolver {
	return &invitationStatusChangeResolver{r}
}

// Delivery returns the resolvers of Delivery.
func (r *Resolver) Delivery() generated.DeliveryResolver { return &deliveryResolver{r} }

// AccessPass returns the resolvers of AccessPass.
func (r *Resolver) AccessPass() generated.AccessPassResolver { return &accessPassResolver{r} }

// AccessPassRun returns the resolvers of AccessPassRun.
func (r *Resolver) AccessPassRun() generated.AccessPassRunResolver { return &accessPassRunResolver{r} }

// BillingUsage returns the resolvers of BillingUsage.
func (r *Resolver) BillingUsage() generated.BillingUsageResolver { return &billingUsageResolver{r} }

// Group returns the resolvers of Group.
func (r *Resolver) Group() generated.GroupResolver { return &groupResolver{r} }

// HouseholdConnection returns the resolvers of HouseholdConnection.
func (r *Resolver) HouseholdConnection() generated.HouseholdConnectionResolver {
	return &householdConnectionResolver{r}
}

// Household returns the resolvers of Household.
func (r *Resolver) Household() generated.HouseholdResolver { return &householdResolver{r} }

// OrganizationChange returns the resolvers of OrganizationChange.
func (r *Resolver) OrganizationChange() generated.OrganizationChangeResolver {
	return &organizationChangeResolver{r}
}

// ofClients are the kinds that a client may fetch by id. The others a client
// meets through the own contact only.
var ofClients = []string{"Account", "Membership", "Organization", "Contact", "Household", "Invitation", "Delivery"}

// Node finds a record by its id, whatever its type.
func (r *queryResolver) Node(ctx context.Context, id invite.ID) (model.Node, error) {
	actor, err := of(ctx).signedIn()
	if err != nil {
		return nil, err
	}
	kind, err := r.DB.KindOf(ctx, id)
	if err != nil {
		return nil, err
	}
	l := of(ctx).load()
	ids := []invite.ID{id}
	if actor.Role == invite.Client && !slices.Contains(ofClients, kind) {
		kind = ""
	}
	switch kind {
	case "Organization":
		return node(l.organizations.load(ctx, id))
	case "Location":
		return node(l.locations.load(ctx, id))
	case "Contact":
		return node(l.contacts.load(ctx, id))
	case "Invitation":
		return node(l.invitations.load(ctx, id))
	case "Household":
		return node(l.households.load(ctx, id))
	case "InvitationBatch":
		return node(l.batches.load(ctx, id))
	case "AccessPassRun":
		return node(l.passRuns.load(ctx, id))
	case "AccessPass":
		return node(l.passes.load(ctx, id))
	case "Program":
		return node(store.One(r.DB.Programs(ctx, l.scope, ids)))
	case "Group":
		return node(store.One(r.DB.Groups(ctx, l.scope, ids)))
	case "Delivery":
		return node(store.One(r.DB.Deliveries(ctx, l.scope, ids)))
	case "InvitationEvent":
		return node(store.One(r.DB.Facts(ctx, l.scope, ids)))
	case "Account":
		if id == actor.Account {
			return node(l.accounts.load(ctx, id))
		}
	case "Membership":
		m, err := l.memberships.load(ctx, id)
		if err != nil || m.AccountID == actor.Account || r.staffSees(ctx, m) {
			return node(m, err)
		}
	}
	return nil, invite.Errorf(invite.NotFound, "id", "No such record.")
}

// staffSees tells whether the asker, as staff, sees the membership: another of
// the staff, or one of a contact in scope.
func (r *queryResolver) staffSees(ctx context.Context, m invite.Membership) bool {
	actor, l := of(ctx).asker(), of(ctx).load()
	if m.OrganizationID == nil || actor.Role == invite.Client {
		return false
	}
	if m.ContactID != nil {
		_, ok, err := l.contacts.find(ctx, *m.ContactID)
		return ok && err == nil
	}
	_, ok, err := l.organizations.find(ctx, *m.OrganizationID)
	return ok && err == nil
}

func node[T any](v T, err error) (model.Node, error) {
	if err != nil {
		return nil, err
	}
	return &v, nil
}

// ptr returns the address of v, or nil with the error.
func ptr[T any](v T, err error) (*T, error) {
	if err != nil {
		return nil, err
	}
	return &v, nil
}

// optional loads a record that may not be there, or not be visible.
func optional[T any](ctx context.Context, from *loader[T], key *invite.ID) (*T, error) {
	if key == nil {
		return nil, nil
	}
	v, ok, err := from.find(ctx, *key)
	if err != nil || !ok {
		return nil, err
	}
	return &v, nil
}

func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// filled returns nil for an empty text.
func filled(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func id(p *invite.ID) invite.ID {
	if p == nil {
		return ""
	}
	return *p
}

func isID(id invite.ID) bool {
	u, err := uuid.Parse(string(id))
	return err == nil && u.String() == string(id)
}
