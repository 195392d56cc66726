package app

import (
	"context"
	"strings"

	"usher/auth"
	"usher/color"
	"usher/invite"
	"usher/store"
)

// PresentationInput changes how an organization presents itself; nil leaves a
// field as it is.
type PresentationInput struct {
	Organization   *invite.ID
	Name           *string
	SupportContact *string
	AccentColor    *string // "#rrggbb"
	Logo           *string // a PNG, JPEG or WebP picture in base64
	Language       *invite.Language
	ClearColor     bool // back to Usher's own
	ClearLogo      bool
}

// UpdateOrganization stores the change and returns the organization as it is
// then. Permission MANAGE_ORGANIZATION. Refusals, all of them at once: INVALID,
// REQUIRED, TOO_LONG, CONTROL_CHARACTERS and FOREIGN_LINK by field.
func (a *App) UpdateOrganization(ctx context.Context, in PresentationInput) (invite.Organization, error) {
	_, org, err := a.permitted(ctx, auth.ManageOrganization, in.Organization)
	if err != nil {
		return org, err
	}
	change, err := in.check()
	if err != nil {
		return org, err
	}
	err = a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		if err := tx.LockOrganization(ctx, org.ID); err != nil {
			return nil, err
		}
		before, err := tx.Organization(ctx, store.InOrganization(org.ID), org.ID)
		if err != nil {
			return nil, err
		}
		org = change.apply(before)
		changed := differences(before, org)
		if changed == "" {
			return nil, nil
		}
		if err := change.save(ctx, tx, org); err != nil {
			return nil, err
		}
		return []invite.Fact{invite.Fact{Kind: invite.OrganizationChanged, OrganizationID: org.ID}.Because(changed)}, nil
	})
	return org, err
}

// presentation is a change whose values are clean; nil leaves a field.
type presentation struct {
	name, supportContact, accentColor *string
	language                          *invite.Language
	logo                              *store.Logo
	clearLogo                         bool
}

// check returns the change with clean values, or all that is to be mended.
func (in PresentationInput) check() (presentation, error) {
	out := presentation{language: in.Language, clearLogo: in.ClearLogo}
	var errs invite.Errors
	refuse := func(refused *invite.Error) {
		if refused != nil {
			errs = append(errs, refused)
		}
	}
	if in.Name != nil {
		name, refused := invite.CleanOrganizationName("input.name", *in.Name)
		refuse(refused)
		out.name = &name
	}
	if in.SupportContact != nil {
		contact, refused := invite.CleanSupportContact("input.supportContact", *in.SupportContact)
		refuse(refused)
		out.supportContact = &contact
	}
	switch {
	case in.ClearColor && in.AccentColor != nil:
		refuse(invite.Errorf(invite.Invalid, "input.clear", "Give either a new color or ACCENT_COLOR in clear."))
	case in.ClearColor:
		out.accentColor = new(string)
	case in.AccentColor != nil:
		accent, refused := parseAccent("input.accentColor", *in.AccentColor)
		refuse(refused)
		out.accentColor = &accent
	}
	switch {
	case in.ClearLogo && in.Logo != nil:
		refuse(invite.Errorf(invite.Invalid, "input.clear", "Give either a new logo or LOGO in clear."))
	case in.Logo != nil:
		logo, refused := parseLogo("input.logo", *in.Logo)
		refuse(refused)
		out.logo = &logo
	}
	return out, errs.Or()
}

// parseAccent reads an accent color as it is stored.
func parseAccent(field, text string) (string, *invite.Error) {
	c, err := color.Parse(text)
	if err != nil {
		return "", invite.Errorf(invite.Invalid, field, "Give a color as #rrggbb, such as %s.", invite.DefaultAccent)
	}
	return c.Hex(), nil
}

// apply returns the organization with the change.
func (p presentation) apply(o invite.Organization) invite.Organization {
	if p.name != nil {
		o.Name = *p.name
	}
	if p.supportContact != nil {
		o.SupportContact = *p.supportContact
	}
	if p.accentColor != nil {
		o.AccentColor = *p.accentColor
	}
	if p.language != nil {
		o.Language = *p.language
	}
	switch {
	case p.logo != nil:
		o.Logo = p.logo.Hash
	case p.clearLogo:
		o.Logo = ""
	}
	return o
}

// differences names what is not the same, for the timeline; "" where all is.
func differences(before, after invite.Organization) string {
	var list []string
	for _, field := range []struct {
		name    string
		changed bool
	}{
		{"name", before.Name != after.Name},
		{"support contact", before.SupportContact != after.SupportContact},
		{"accent color", before.AccentColor != after.AccentColor},
		{"logo", before.Logo != after.Logo},
		{"language", before.Language != after.Language},
	} {
		if field.changed {
			list = append(list, field.name)
		}
	}
	return strings.Join(list, ", ")
}

// save stores o, to which the change has led.
func (p presentation) save(ctx context.Context, tx *store.Tx, o invite.Organization) error {
	if err := tx.SavePresentation(ctx, o); err != nil {
		return err
	}
	switch {
	case p.logo != nil:
		return tx.SaveLogo(ctx, o.ID, *p.logo)
	case p.clearLogo:
		return tx.DeleteLogo(ctx, o.ID)
	}
	return nil
}
