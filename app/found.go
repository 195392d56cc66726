package app

import (
	"context"
	"strings"

	"usher/address"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// Person is somebody who gets an account.
type Person struct {
	Name     string
	Email    string
	Password string
}

// NewOrganization is an organization to begin with.
type NewOrganization struct {
	Name           string
	Preset         invite.Preset
	Region         string // ISO 3166 country, for phones written the national way
	SupportContact string // the owner's email where empty
	AccentColor    string // "#rrggbb"; Usher's own where empty
	Locations      []NewLocation
	Owner          Person
}

// NewLocation is a location to begin with.
type NewLocation struct {
	Name     string
	TimeZone string // IANA name
}

// Founded is a new organization.
type Founded struct {
	Organization invite.Organization
	Locations    []invite.Location
	Owner        invite.Membership
}

// CreateOrganization makes an organization with its locations and its owner,
// all or nothing. Only the system itself may: who runs the installation.
//
// Refusals: FORBIDDEN; by field REQUIRED, TOO_LONG, INVALID and those of
// UpdateOrganization; the password's; ACCOUNT_EXISTS where the owner's email has an account.
func (a *App) CreateOrganization(ctx context.Context, in NewOrganization) (Founded, error) {
	var f Founded
	if err := systemOnly(ctx); err != nil {
		return f, err
	}
	name, err := named(in.Name)
	if err != nil {
		return f, err
	}
	region := strings.ToUpper(strings.TrimSpace(in.Region))
	switch {
	case len(region) != 2:
		return f, invite.Errorf(invite.Invalid, "input.region", "Give a country by its two letters, such as US or DE.")
	case len(in.Locations) == 0:
		return f, invite.Errorf(invite.Required, "input.locations", "An organization has at least one location.")
	}
	f.Organization = invite.Organization{ID: store.NewID(), Name: name, Preset: in.Preset, Region: region}
	if err := in.present(&f.Organization); err != nil {
		return f, err
	}
	account, err := a.newAccount(ctx, in.Owner, name)
	if err != nil {
		return f, err
	}
	if f.Organization.SupportContact == "" {
		f.Organization.SupportContact = account.Email
	}
	for _, l := range in.Locations {
		made := invite.Location{ID: store.NewID(), OrganizationID: f.Organization.ID}
		if made.Name, err = named(l.Name); err != nil {
			return f, err
		}
		if made.TimeZone, err = zoned(l.TimeZone); err != nil {
			return f, err
		}
		f.Locations = append(f.Locations, made)
	}
	f.Owner = invite.Membership{ID: store.NewID(), AccountID: account.ID, OrganizationID: &f.Organization.ID, Role: invite.Owner}
	return f, a.DB.InTx(ctx, func(tx *store.Tx) error {
		if err := tx.InsertOrganization(ctx, f.Organization); err != nil {
			return err
		}
		for _, l := range f.Locations {
			if err := tx.InsertLocation(ctx, l); err != nil {
				return err
			}
		}
		if err := tx.InsertAccount(ctx, account); err != nil {
			return err
		}
		return tx.InsertMembership(ctx, f.Owner)
	})
}

// present gives the organization what people will see of it.
func (in NewOrganization) present(o *invite.Organization) error {
	var refused *invite.Error
	if in.SupportContact != "" {
		if o.SupportContact, refused = invite.CleanSupportContact("input.supportContact", in.SupportContact); refused != nil {
			return refused
		}
	}
	if in.AccentColor != "" {
		if o.AccentColor, refused = parseAccent("input.accentColor", in.AccentColor); refused != nil {
			return refused
		}
	}
	return nil
}

// CreateSupport makes somebody of the platform's support. Only the system
// itself may. Refusals as of CreateOrganization's owner.
func (a *App) CreateSupport(ctx context.Context, p Person) error {
	if err := systemOnly(ctx); err != nil {
		return err
	}
	account, err := a.newAccount(ctx, p)
	if err != nil {
		return err
	}
	return a.DB.InTx(ctx, func(tx *store.Tx) error {
		if err := tx.InsertAccount(ctx, account); err != nil {
			return err
		}
		return tx.InsertMembership(ctx, invite.Membership{ID: store.NewID(), AccountID: account.ID, Role: invite.Support})
	})
}

func systemOnly(ctx context.Context) error {
	if auth.FromContext(ctx).Kind != auth.KindSystem {
		return invite.Errorf(invite.Forbidden, "", "Only who runs this installation may do that.")
	}
	return nil
}

// newAccount returns an account for the person, not stored yet. words are
// names that the password may not resemble, beside the person's own.
func (a *App) newAccount(ctx context.Context, p Person, words ...string) (invite.Account, error) {
	name, err := named(p.Name)
	if err != nil {
		return invite.Account{}, err
	}
	email, problem := address.ParseEmail(p.Email)
	if problem != nil {
		return invite.Account{}, invite.Errorf(invite.Invalid, "input.email", "%s", problem.Message)
	}
	if err := auth.CheckPassword(invite.PasswordFloor(), "input.password", p.Password, append(words, name, email.Lower)).Or(); err != nil {
		return invite.Account{}, err
	}
	hash, err := a.Hasher.Hash(ctx, p.Password)
	return invite.Account{ID: store.NewID(), Email: email.Lower, Name: name, PasswordHash: hash}, err
}
