package app

import (
	"context"
	"strings"
	"time"

	"usher/address"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// PolicyInput changes the policy of an organization, or overrides it at one
// location.
type PolicyInput struct {
	Organization *invite.ID
	Location     *invite.ID
	Set          invite.PolicyPatch
	Clear        []invite.PolicyField // falls back to the level above
}

// UpdatePolicy stores the change and returns the organization and, where the
// change is a location's, the location. Window, pace and zone act at once.
// Permission MANAGE_POLICY. Refusals: INVALID and the texts', by field.
func (a *App) UpdatePolicy(ctx context.Context, in PolicyInput) (invite.Organization, *invite.Location, error) {
	_, org, err := a.permitted(ctx, auth.ManagePolicy, in.Organization)
	if err != nil {
		return org, nil, err
	}
	if err := in.Set.Check().Or(); err != nil {
		return org, nil, err
	}
	var location *invite.Location
	err = a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		if err := tx.LockOrganization(ctx, org.ID); err != nil {
			return nil, err
		}
		if org, err = tx.Organization(ctx, store.InOrganization(org.ID), org.ID); err != nil {
			return nil, err
		}
		b, err := loadBranches(ctx, &tx.Reader, org)
		if err != nil {
			return nil, err
		}
		if location, err = in.apply(&b); err != nil {
			return nil, err
		}
		if err := b.checkPolicies(); err != nil {
			return nil, err
		}
		org = b.organization
		fact := invite.Fact{Kind: invite.PolicyChanged, OrganizationID: org.ID}
		if location != nil {
			fact.LocationID = &location.ID
			return []invite.Fact{fact}, tx.SaveLocationPolicy(ctx, location.ID, location.Overrides)
		}
		return []invite.Fact{fact}, tx.SaveOrganizationPolicy(ctx, org.ID, org.Overrides)
	})
	return org, location, err
}

// apply makes the change in b and returns the changed location, if it is one.
func (in PolicyInput) apply(b *branches) (*invite.Location, error) {
	if in.Location == nil {
		b.organization.Overrides = b.organization.Overrides.Merge(in.Set).Without(in.Clear...)
		return nil, nil //nolint:nilnil // the organization's own policy is no location's
	}
	l, ok := b.locations[*in.Location]
	if !ok {
		return nil, invite.Errorf(invite.NotFound, "input.location", "No such location.")
	}
	l.Overrides = l.Overrides.Merge(in.Set).Without(in.Clear...)
	b.locations[l.ID] = l
	return &l, nil
}

// checkPolicies returns what the values together make impossible, for the
// organization and for each location with overrides of its own.
func (b branches) checkPolicies() error {
	if err := b.organization.Policy().Check().Or(); err != nil {
		return err
	}
	for _, l := range b.locations {
		if err := l.PolicyIn(b.organization).Check().Or(); err != nil {
			return err
		}
	}
	return nil
}

// named returns the cleaned name of a thing that must have one.
func named(name string) (string, error) {
	name, refused := invite.CleanName("input.name", name)
	switch {
	case refused != nil:
		return "", refused
	case name == "":
		return "", invite.Errorf(invite.Required, "input.name", "Enter a name, 1 to %d characters.", invite.MaxNameLength)
	}
	return name, nil
}

// zoned returns the time zone if it is an IANA name that this build knows.
func zoned(name string) (string, error) {
	name = strings.TrimSpace(name)
	if _, err := time.LoadLocation(name); err != nil || name == "" || name == "Local" {
		return "", invite.Errorf(invite.Invalid, "input.timeZone", "Give an IANA time zone such as Europe/Berlin or America/New_York.")
	}
	return name, nil
}

// CreateLocation adds a location. Permission MANAGE_LOCATIONS. Refusals:
// REQUIRED, TOO_LONG, INVALID, CONFLICT for a name that is taken.
func (a *App) CreateLocation(ctx context.Context, organization *invite.ID, name, zone string) (invite.Location, error) {
	_, org, err := a.permitted(ctx, auth.ManageLocations, organization)
	if err != nil {
		return invite.Location{}, err
	}
	l := invite.Location{ID: store.NewID(), OrganizationID: org.ID}
	if l.Name, err = named(name); err != nil {
		return l, err
	}
	if l.TimeZone, err = zoned(zone); err != nil {
		return l, err
	}
	return l, a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) { return nil, tx.InsertLocation(ctx, l) })
}

// UpdateLocation renames a location or moves it to another zone; what waits
// follows at once. Permission MANAGE_LOCATIONS. Refusals as of CreateLocation.
func (a *App) UpdateLocation(ctx context.Context, id invite.ID, name, zone *string) (invite.Location, error) {
	actor := auth.FromContext(ctx)
	l, err := a.DB.Location(ctx, ScopeOf(actor), id)
	if err != nil {
		return l, signInFirst(actor, err)
	}
	if _, _, err := a.permitted(ctx, auth.ManageLocations, &l.OrganizationID); err != nil {
		return l, err
	}
	if name != nil {
		if l.Name, err = named(*name); err != nil {
			return l, err
		}
	}
	if zone != nil {
		if l.TimeZone, err = zoned(*zone); err != nil {
			return l, err
		}
	}
	return l, a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		return []invite.Fact{{Kind: invite.PolicyChanged, OrganizationID: l.OrganizationID, LocationID: &l.ID}}, tx.SaveLocation(ctx, l)
	})
}

// signInFirst turns NOT_FOUND into UNAUTHENTICATED for nobody in particular.
func signInFirst(actor auth.Actor, err error) error {
	if actor.Kind == auth.KindAnonymous && invite.CodeOf(err) == invite.NotFound {
		return invite.Errorf(invite.Unauthenticated, "", "Sign in first.")
	}
	return err
}

// StaffInput names a person and the role they get.
type StaffInput struct {
	Organization    *invite.ID
	Name            string
	Email           string
	Role            invite.Role
	InitialPassword *string
}

// AddStaff gives a person a staff role; where the email has no account, one is
// made. Permission MANAGE_STAFF. Refusals: INVALID, REQUIRED, the password's,
// CONFLICT for somebody who is on the staff already.
func (a *App) AddStaff(ctx context.Context, in StaffInput) (invite.Membership, error) {
	_, org, err := a.permitted(ctx, auth.ManageStaff, in.Organization)
	if err != nil {
		return invite.Membership{}, err
	}
	switch in.Role {
	case invite.Owner, invite.Leader, invite.Trainer:
	default:
		return invite.Membership{}, invite.Errorf(invite.Invalid, "input.role", "A staff role is OWNER, LEADER or TRAINER.")
	}
	account, fresh, err := a.staffAccount(ctx, org, in)
	if err != nil {
		return invite.Membership{}, err
	}
	m := invite.Membership{ID: store.NewID(), AccountID: account.ID, OrganizationID: &org.ID, Role: in.Role}
	return m, a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		if fresh {
			if err := tx.InsertAccount(ctx, account); err != nil {
				return nil, err
			}
		}
		return nil, tx.InsertMembership(ctx, m)
	})
}

func (a *App) staffAccount(ctx context.Context, org invite.Organization, in StaffInput) (account invite.Account, fresh bool, err error) {
	name, err := named(in.Name)
	if err != nil {
		return account, false, err
	}
	email, problem := address.ParseEmail(in.Email)
	if problem != nil {
		return account, false, invite.Errorf(invite.Invalid, "input.email", "%s", problem.Message)
	}
	account, err = a.DB.AccountByEmail(ctx, email.Lower)
	if invite.CodeOf(err) != invite.NotFound {
		return account, false, err
	}
	if in.InitialPassword == nil {
		return account, false, invite.Errorf(invite.Required, "input.initialPassword", "This email has no account yet; give a first password for it.")
	}
	words := []string{name, email.Lower, org.Name}
	if err := auth.CheckPassword(org.Policy().Password, "input.initialPassword", *in.InitialPassword, words).Or(); err != nil {
		return account, false, err
	}
	hash, err := a.Hasher.Hash(ctx, *in.InitialPassword)
	return invite.Account{ID: store.NewID(), Email: email.Lower, Name: name, PasswordHash: hash}, true, err
}

// RemoveStaff ends a staff membership and its live sign-ins. Permission
// MANAGE_STAFF. Refusals: CONFLICT for the last owner.
func (a *App) RemoveStaff(ctx context.Context, id invite.ID) (invite.Membership, error) {
	_, org, err := a.permitted(ctx, auth.ManageStaff, nil)
	if err != nil {
		return invite.Membership{}, err
	}
	var removed invite.Membership
	err = a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		if err := tx.LockOrganization(ctx, org.ID); err != nil {
			return nil, err
		}
		staff, err := tx.StaffOf(ctx, []invite.ID{org.ID})
		if err != nil {
			return nil, err
		}
		owners, found := 0, false
		for _, m := range staff {
			if m.Role == invite.Owner {
				owners++
			}
			if m.ID == id {
				removed, found = m, true
			}
		}
		switch {
		case !found:
			return nil, invite.Errorf(invite.NotFound, "input.membership", "No such staff member.")
		case removed.Role == invite.Owner && owners == 1:
			return nil, invite.Errorf(invite.Conflict, "input.membership", "The last owner cannot be removed; make somebody else an owner first.")
		}
		return nil, tx.EndMembership(ctx, id)
	})
	return removed, err
}

// AnyOrganization returns an organization for what is public about it, such as
// its password rule, whoever asks.
func (a *App) AnyOrganization(ctx context.Context, id invite.ID) (invite.Organization, error) {
	return a.DB.Organization(ctx, store.InOrganization(id), id)
}
