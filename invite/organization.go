package invite

import (
	"strings"
	"time"
)

// Organization is a tenant: one business or community. Nothing ever crosses
// it, but for support staff.
type Organization struct {
	ID             ID
	Name           string
	Preset         Preset
	Region         string   // ISO 3166 country, for phones written the national way
	SupportContact string   // shown on every join and sign-in error
	AccentColor    string   // "#rrggbb" in lower case; empty where none was chosen
	Language       Language // of what it prints
	Logo           string   // SHA-256 of the picture in hex; empty without one
	Overrides      PolicyPatch
	CreatedAt      time.Time
}

// Language is one that Usher writes.
type Language string

// The languages.
const (
	English    Language = "EN"
	Spanish    Language = "ES"
	French     Language = "FR"
	German     Language = "DE"
	Portuguese Language = "PT"
)

// DefaultAccent is the accent color of an organization that has chosen none.
const DefaultAccent = "#2f6f4f"

// Policy returns the organization's effective policy.
func (o Organization) Policy() Policy { return o.Preset.Policy().With(o.Overrides) }

// Accent returns the effective accent color as "#rrggbb".
func (o Organization) Accent() string {
	if o.AccentColor == "" {
		return DefaultAccent
	}
	return o.AccentColor
}

// Contact returns the support contact as the end of a sentence that brings its
// own full stop.
func (o Organization) Contact() string { return strings.TrimRight(o.SupportContact, ". ") }

// LogoPath returns the path and query under which the logo is served, "" where
// there is none. It changes with the picture, so that caches may keep it.
func (o Organization) LogoPath() string {
	if o.Logo == "" {
		return ""
	}
	return "/logo/" + string(o.ID) + "?v=" + o.Logo
}

// Location is a branch of an organization, with a time zone and a lane.
type Location struct {
	ID             ID
	OrganizationID ID
	Name           string
	TimeZone       string // IANA name
	Overrides      PolicyPatch
	LastSlot       *time.Time // when the last round left the lane
	CreatedAt      time.Time
}

// PolicyIn returns the effective policy at the location of o.
func (l Location) PolicyIn(o Organization) Policy { return o.Policy().With(l.Overrides) }

// LaneIn returns the location's lane as it stands under o's policy.
// It returns an error when the stored time zone is not known to this build.
func (l Location) LaneIn(o Organization) (Lane, error) {
	zone, err := time.LoadLocation(l.TimeZone)
	if err != nil {
		return Lane{}, err
	}
	p := l.PolicyIn(o)
	lane := Lane{Pace: time.Duration(p.PaceSeconds) * time.Second, Window: p.Window, Zone: zone}
	if l.LastSlot != nil {
		lane.LastSlot = *l.LastSlot
	}
	return lane, nil
}

// Account is somebody who can sign in: a globally unique, proven email and a
// password.
type Account struct {
	ID               ID
	Email            string
	Name             string
	PasswordHash     string
	LastMembershipID *ID
	CreatedAt        time.Time
}

// Membership ties an account to a role in one organization, and to a contact
// where the role is Client. OrganizationID is nil for Support.
type Membership struct {
	ID             ID
	AccountID      ID
	OrganizationID *ID
	Role           Role
	ContactID      *ID
	CreatedAt      time.Time
	EndedAt        *time.Time
}

// Program is what a client is enrolled in.
type Program struct {
	ID             ID
	OrganizationID ID
	Name           string
}

// Group is a named set of contacts.
type Group struct {
	ID             ID
	OrganizationID ID
	Name           string
}
