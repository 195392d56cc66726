package store

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/lib/pq"

	"usher/invite"
)

type organizationRow struct {
	invite.Organization
	Policy []byte
}

func (r organizationRow) organization() (invite.Organization, error) {
	o := r.Organization
	return o, json.Unmarshal(r.Policy, &o.Overrides)
}

type locationRow struct {
	invite.Location
	Policy []byte
}

func (r locationRow) location() (invite.Location, error) {
	l := r.Location
	return l, json.Unmarshal(r.Policy, &l.Overrides)
}

// unwrap turns rows into what they hold.
func unwrap[R, T any](rows []R, err error, f func(R) (T, error)) ([]T, error) {
	if err != nil {
		return nil, err
	}
	out := make([]T, len(rows))
	for i, row := range rows {
		if out[i], err = f(row); err != nil {
			return nil, err
		}
	}
	return out, nil
}

const organizationColumns = `o.id, o.name, o.preset, o.region, o.support_contact, o.accent_color, o.language, o.policy, o.created_at,
    coalesce((SELECT hash FROM organization_logos WHERE organization_id = o.id), '') AS logo`

// Organizations returns those of ids that the scope sees, in any order.
func (r *Reader) Organizations(ctx context.Context, s Scope, ids []invite.ID) ([]invite.Organization, error) {
	var q query
	q.add(`SELECT `+organizationColumns+` FROM organizations o WHERE o.id = ANY(?)`, pq.Array(ids))
	if !s.every {
		q.add(` AND o.id = ?`, nullable(s.organization))
	}
	var rows []organizationRow
	err := r.list(ctx, &rows, q.text.String(), q.args...)
	return unwrap(rows, err, organizationRow.organization)
}

// Organization returns one organization, or NOT_FOUND.
func (r *Reader) Organization(ctx context.Context, s Scope, id invite.ID) (invite.Organization, error) {
	return One(r.Organizations(ctx, s, []invite.ID{id}))
}

const insertOrganization = `
INSERT INTO organizations (id, name, name_lower, preset, region, support_contact, accent_color, policy, created_at, language)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce(nullif($10, ''), 'EN'))`

// InsertOrganization adds an organization.
func (tx *Tx) InsertOrganization(ctx context.Context, o invite.Organization) error {
	policy, err := json.Marshal(o.Overrides)
	if err != nil {
		return err
	}
	_, err = tx.exec(ctx, insertOrganization, o.ID, o.Name, strings.ToLower(o.Name), o.Preset, o.Region, o.SupportContact,
		o.AccentColor, string(policy), tx.now, o.Language)
	return err
}

const savePresentation = `UPDATE organizations SET name = $2, name_lower = $3, support_contact = $4, accent_color = $5, language = $6 WHERE id = $1`

// SavePresentation stores name, support contact, accent color and language. The logo is
// SaveLogo's.
func (tx *Tx) SavePresentation(ctx context.Context, o invite.Organization) error {
	_, err := tx.exec(ctx, savePresentation, o.ID, o.Name, strings.ToLower(o.Name), o.SupportContact, o.AccentColor, o.Language)
	return err
}

// OrganizationPage returns up to limit organizations by name, behind after
// where it is set, whose names hold search, a text in lower case.
func (r *Reader) OrganizationPage(ctx context.Context, s Scope, search string, after *After, limit int) ([]invite.Organization, error) {
	var q query
	q.add(`SELECT ` + organizationColumns + ` FROM organizations o WHERE true`)
	if !s.every {
		q.add(` AND o.id = ?`, nullable(s.organization))
	}
	if search != "" {
		q.add(` AND o.name_lower LIKE ?`, "%"+likeEscaper.Replace(search)+"%")
	}
	if after != nil {
		q.add(` AND (o.name_lower, o.id) > (?, ?::uuid)`, after.Value, after.ID)
	}
	q.add(` ORDER BY o.name_lower, o.id LIMIT ?`, limit)
	var rows []organizationRow
	err := r.list(ctx, &rows, q.text.String(), q.args...)
	return unwrap(rows, err, organizationRow.organization)
}

const lockOrganization = `SELECT id FROM organizations WHERE id = $1 FOR NO KEY UPDATE`

// LockOrganization makes changes of one organization's policy and staff, and
// the creation of its contacts, wait for one another.
func (tx *Tx) LockOrganization(ctx context.Context, id invite.ID) error {
	var got invite.ID
	return tx.get(ctx, &got, lockOrganization, id)
}

const saveOrganizationPolicy = `UPDATE organizations SET policy = $2 WHERE id = $1`

// SaveOrganizationPolicy stores the overrides of the organization's policy.
func (tx *Tx) SaveOrganizationPolicy(ctx context.Context, id invite.ID, p invite.PolicyPatch) error {
	return tx.savePolicy(ctx, saveOrganizationPolicy, id, p)
}

const saveLocationPolicy = `UPDATE locations SET policy = $2 WHERE id = $1`

// SaveLocationPolicy stores the overrides of the location's policy.
func (tx *Tx) SaveLocationPolicy(ctx context.Context, id invite.ID, p invite.PolicyPatch) error {
	return tx.savePolicy(ctx, saveLocationPolicy, id, p)
}

func (tx *Tx) savePolicy(ctx context.Context, sql string, id invite.ID, p invite.PolicyPatch) error {
	text, err := json.Marshal(p)
	if err != nil {
		return err
	}
	_, err = tx.exec(ctx, sql, id, string(text))
	return err
}

const locationColumns = `l.id, l.organization_id, l.name, l.time_zone, l.policy, l.created_at, lanes.last_slot`
const locationsFrom = ` FROM locations l JOIN lanes ON lanes.location_id = l.id WHERE `

// Locations returns those of ids that the scope sees, in any order.
func (r *Reader) Locations(ctx context.Context, s Scope, ids []invite.ID) ([]invite.Location, error) {
	var q query
	q.add(`SELECT `+locationColumns+locationsFrom+`l.id = ANY(?) AND `, pq.Array(ids)).tenant(s, "l")
	return r.locations(ctx, &q)
}

// Location returns one location, or NOT_FOUND.
func (r *Reader) Location(ctx context.Context, s Scope, id invite.ID) (invite.Location, error) {
	return One(r.Locations(ctx, s, []invite.ID{id}))
}

// LocationsOf returns every location of the organizations, by name.
func (r *Reader) LocationsOf(ctx context.Context, s Scope, organizations []invite.ID) ([]invite.Location, error) {
	var q query
	q.add(`SELECT `+locationColumns+locationsFrom+`l.organization_id = ANY(?) AND `, pq.Array(organizations)).tenant(s, "l")
	q.add(` ORDER BY l.name_lower, l.id`)
	return r.locations(ctx, &q)
}

func (r *Reader) locations(ctx context.Context, q *query) ([]invite.Location, error) {
	var rows []locationRow
	err := r.list(ctx, &rows, q.text.String(), q.args...)
	return unwrap(rows, err, locationRow.location)
}

const insertLocation = `
WITH location AS (
    INSERT INTO locations (id, organization_id, name, name_lower, time_zone, policy, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id, organization_id
) INSERT INTO lanes (location_id, organization_id) SELECT id, organization_id FROM location`

// InsertLocation adds a location with its lane. It returns CONFLICT where the
// organization has one of that name.
func (tx *Tx) InsertLocation(ctx context.Context, l invite.Location) error {
	policy, err := json.Marshal(l.Overrides)
	if err != nil {
		return err
	}
	_, err = tx.exec(ctx, insertLocation, l.ID, l.OrganizationID, l.Name, strings.ToLower(l.Name), l.TimeZone, string(policy), tx.now)
	return nameTaken(err, "locations_name_key", "location")
}

const saveLocation = `UPDATE locations SET name = $2, name_lower = $3, time_zone = $4 WHERE id = $1`

// SaveLocation stores name and time zone. It returns CONFLICT where the
// organization has another one of that name.
func (tx *Tx) SaveLocation(ctx context.Context, l invite.Location) error {
	_, err := tx.exec(ctx, saveLocation, l.ID, l.Name, strings.ToLower(l.Name), l.TimeZone)
	return nameTaken(err, "locations_name_key", "location")
}

const lockLane = `SELECT location_id FROM lanes WHERE location_id = $1 FOR UPDATE`

// LockLane makes grants in one lane wait for one another, and returns the
// location with its last slot.
func (tx *Tx) LockLane(ctx context.Context, location invite.ID) (invite.Location, error) {
	var got invite.ID
	if err := tx.get(ctx, &got, lockLane, location); err != nil {
		return invite.Location{}, err
	}
	return tx.Location(ctx, EveryOrganization(), location)
}

const takeSlot = `UPDATE lanes SET last_slot = $2 WHERE location_id = $1`

// TakeSlot records that a round leaves the lane at the transaction's time.
func (tx *Tx) TakeSlot(ctx context.Context, location invite.ID) error {
	_, err := tx.exec(ctx, takeSlot, location, tx.now)
	return err
}

func nameTaken(err error, constraint, what string) error {
	if violates(err, constraint) {
		return invite.Errorf(invite.Conflict, "input.name", "There is a %s of this name already; choose another name.", what)
	}
	return err
}

// One returns the first element of what a read found, or NOT_FOUND.
func One[T any](list []T, err error) (T, error) {
	var zero T
	if err != nil {
		return zero, err
	}
	if len(list) == 0 {
		return zero, invite.Errorf(invite.NotFound, "", "No such record.")
	}
	return list[0], nil
}

// nullable returns nil for an empty id.
func nullable(id invite.ID) *invite.ID {
	if id == "" {
		return nil
	}
	return &id
}
