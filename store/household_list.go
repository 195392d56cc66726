package store

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/lib/pq"

	"usher/invite"
)

// HouseholdFilter narrows a list; every field that is set must match, and
// within one field any of its values.
type HouseholdFilter struct {
	Search    string // every word must stand somewhere in name or address
	States    []invite.HouseholdState
	Locations []invite.ID
	Groups    []invite.ID // with a member in any of these
}

// Empty tells whether the filter lets every household through.
func (f HouseholdFilter) Empty() bool {
	return strings.TrimSpace(f.Search) == "" && f.States == nil && f.Locations == nil && f.Groups == nil
}

// HouseholdPage returns up to limit households by name, behind after where it
// is set, by keyset.
func (r *Reader) HouseholdPage(ctx context.Context, s Scope, f HouseholdFilter, after *After, limit int, now time.Time) ([]invite.Household, error) {
	var q query
	q.add(`SELECT `+householdColumns+` FROM households h WHERE `).householdFilter(s, f, now)
	if after != nil {
		q.add(` AND (h.name_lower, h.id) > (?, ?::uuid)`, after.Value, after.ID)
	}
	q.add(` ORDER BY h.name_lower, h.id LIMIT ?`, limit)
	var out []invite.Household
	err := r.planned(f).list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// CountHouseholds returns how many households match, at most CountLimit+1.
func (r *Reader) CountHouseholds(ctx context.Context, s Scope, f HouseholdFilter, now time.Time) (int, error) {
	var q query
	q.add(`SELECT count(*) FROM (SELECT 1 FROM households h WHERE `).householdFilter(s, f, now).add(` LIMIT ?) matched`, CountLimit+1)
	var n int
	err := r.planned(f).get(ctx, &n, q.text.String(), q.args...)
	return n, err
}

// householdFilter adds the conditions of a scope and a filter over households
// h.
func (q *query) householdFilter(s Scope, f HouseholdFilter, now time.Time) *query {
	q.households(s, "h")
	if f.Locations != nil {
		q.add(` AND h.location_id = ANY(?)`, pq.Array(f.Locations))
	}
	if f.Groups != nil {
		q.add(` AND EXISTS (SELECT FROM contacts m JOIN group_members g ON g.contact_id = m.id
    WHERE m.household_id = h.id AND m.archived_at IS NULL AND g.group_id = ANY(?))`, pq.Array(f.Groups))
	}
	if f.States != nil {
		q.householdStates(f.States, now)
	}
	return q.words("h.search", f.Search)
}

// householdStates limits to households in one of the states at now, as
// invite.HouseholdStateOf tells them.
func (q *query) householdStates(states []invite.HouseholdState, now time.Time) {
	const (
		registered = `EXISTS (SELECT FROM contacts m WHERE m.household_id = h.id AND m.archived_at IS NULL AND m.status = 'REGISTERED')`
		invited    = `(EXISTS (SELECT FROM contacts m WHERE m.household_id = h.id AND m.archived_at IS NULL
        AND (m.status = 'QUEUED' OR m.status = 'PENDING' AND m.lapses_at > ?))
    OR EXISTS (SELECT FROM household_additions a WHERE a.household_id = h.id AND a.ended_at IS NULL AND a.expires_at > ?))`
	)
	q.add(` AND (false`)
	if slices.Contains(states, invite.HouseholdRegistered) {
		q.add(` OR ` + registered)
	}
	if slices.Contains(states, invite.HouseholdInvited) {
		q.add(` OR NOT `+registered+` AND `+invited, now, now)
	}
	if slices.Contains(states, invite.HouseholdNotInvited) {
		q.add(` OR NOT `+registered+` AND NOT `+invited, now, now)
	}
	q.add(`)`)
}

// Suggestion is an address at which contacts and households may belong
// together.
type Suggestion struct {
	LocationID invite.ID
	AddressKey string
}

const householdSuggestions = `
WITH alike AS (
    SELECT location_id, address_key, sum(contacts) AS contacts, sum(households) AS households FROM (
        SELECT location_id, address_key, count(*) AS contacts, 0 AS households FROM contacts
        WHERE organization_id = $1 AND address_key <> '' AND household_id IS NULL AND archived_at IS NULL GROUP BY 1, 2
        UNION ALL
        SELECT location_id, address_key, 0, count(*) FROM households WHERE organization_id = $1 AND address_key <> '' GROUP BY 1, 2
    ) both_kinds GROUP BY 1, 2 HAVING sum(contacts) + sum(households) >= 2
)
SELECT a.location_id, a.address_key FROM alike a
WHERE NOT EXISTS (SELECT FROM household_dismissals d WHERE d.location_id = a.location_id AND d.address_key = a.address_key)
ORDER BY a.contacts + CASE WHEN a.households = 0 THEN 0 ELSE (
    SELECT count(*) FROM households h JOIN contacts m ON m.household_id = h.id AND m.archived_at IS NULL
    WHERE h.organization_id = $1 AND h.location_id = a.location_id AND h.address_key = a.address_key AND h.address_key <> '') END DESC,
    a.address_key, a.location_id
LIMIT $2`

// HouseholdSuggestions returns up to limit addresses of the organization that
// contacts without a household and households have in common, most people
// first; without those that were dismissed.
func (r *Reader) HouseholdSuggestions(ctx context.Context, organization invite.ID, limit int) ([]Suggestion, error) {
	var out []Suggestion
	err := r.list(ctx, &out, householdSuggestions, organization, limit)
	return out, err
}

const contactsAt = `
SELECT c.* FROM unnest($2::uuid[], $3::text[]) AS t (location_id, address_key) CROSS JOIN LATERAL (
    SELECT c.address_key, ` + contactColumns + ` FROM contacts c
    WHERE c.organization_id = $1 AND c.location_id = t.location_id AND c.address_key = t.address_key AND c.address_key <> ''
      AND c.household_id IS NULL AND c.archived_at IS NULL
    ORDER BY c.created_at, c.id LIMIT $4) c
ORDER BY c.created_at, c.id`

const householdsAt = `
SELECT h.* FROM unnest($2::uuid[], $3::text[]) AS t (location_id, address_key) CROSS JOIN LATERAL (
    SELECT h.address_key, ` + householdColumns + ` FROM households h
    WHERE h.organization_id = $1 AND h.location_id = t.location_id AND h.address_key = t.address_key AND h.address_key <> ''
    ORDER BY h.created_at, h.id LIMIT $4) h
ORDER BY h.created_at, h.id`

// Suggested is who and what stands at a suggestion's address, oldest first.
type Suggested struct {
	Contacts   []invite.Contact // of no household
	Households []invite.Household
}

// SuggestedAt returns what stands at each of the suggestions: up to contacts
// and households each.
func (r *Reader) SuggestedAt(ctx context.Context, organization invite.ID, list []Suggestion, contacts, households int) (map[Suggestion]Suggested, error) {
	var locations []invite.ID
	var keys []string
	for _, s := range list {
		locations, keys = append(locations, s.LocationID), append(keys, s.AddressKey)
	}
	var people []struct {
		invite.Contact
		AddressKey string
	}
	if err := r.list(ctx, &people, contactsAt, organization, pq.Array(locations), pq.Array(keys), contacts); err != nil {
		return nil, err
	}
	var homes []struct {
		invite.Household
		AddressKey string
	}
	if err := r.list(ctx, &homes, householdsAt, organization, pq.Array(locations), pq.Array(keys), households); err != nil {
		return nil, err
	}
	out := map[Suggestion]Suggested{}
	for _, p := range people {
		at := Suggestion{p.LocationID, p.AddressKey}
		s := out[at]
		s.Contacts = append(s.Contacts, p.Contact)
		out[at] = s
	}
	for _, h := range homes {
		at := Suggestion{h.LocationID, h.AddressKey}
		s := out[at]
		s.Households = append(s.Households, h.Household)
		out[at] = s
	}
	return out, nil
}

const dismissSuggestion = `
INSERT INTO household_dismissals (organization_id, location_id, address_key, created_at) VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING`

// DismissSuggestion takes a suggestion off the list for good and tells whether
// it stood there until now.
func (tx *Tx) DismissSuggestion(ctx context.Context, organization invite.ID, s Suggestion) (bool, error) {
	n, err := tx.exec(ctx, dismissSuggestion, organization, s.LocationID, s.AddressKey, tx.now)
	return n > 0, err
}
