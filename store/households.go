package store

import (
	"context"
	"strings"

	"github.com/lib/pq"

	"usher/invite"
)

const householdColumns = `h.id, h.organization_id, h.location_id, h.name, h.address, h.head_id, h.created_at`

// households limits the rows of alias, the households table, to the scope: of
// all staff, a trainer sees those that an own client belongs to, and a client
// the own one.
func (q *query) households(s Scope, alias string) *query {
	q.tenant(s, alias)
	if s.trainer != "" || s.contact != "" {
		q.add(` AND EXISTS (SELECT FROM contacts seen WHERE seen.household_id = `+alias+`.id AND seen.archived_at IS NULL AND `).contacts(s, "seen").add(`)`)
	}
	return q
}

// Households returns those of ids that the scope sees, in any order.
func (r *Reader) Households(ctx context.Context, s Scope, ids []invite.ID) ([]invite.Household, error) {
	var q query
	q.add(`SELECT `+householdColumns+` FROM households h WHERE h.id = ANY(?) AND `, pq.Array(ids)).households(s, "h")
	var out []invite.Household
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// Household returns one household, or NOT_FOUND.
func (r *Reader) Household(ctx context.Context, s Scope, id invite.ID) (invite.Household, error) {
	return One(r.Households(ctx, s, []invite.ID{id}))
}

// LockHouseholds returns those of ids that the scope sees, in the order of
// their ids, and makes other changes of them and of who belongs to them wait.
// Contacts are locked before households.
func (tx *Tx) LockHouseholds(ctx context.Context, s Scope, ids []invite.ID) ([]invite.Household, error) {
	var q query
	q.add(`SELECT `+householdColumns+` FROM households h WHERE h.id = ANY(?) AND `, pq.Array(ids)).households(s, "h")
	q.add(` ORDER BY h.id FOR NO KEY UPDATE`)
	var out []invite.Household
	err := tx.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// LockHousehold is LockHouseholds of one, or NOT_FOUND.
func (tx *Tx) LockHousehold(ctx context.Context, s Scope, id invite.ID) (invite.Household, error) {
	return One(tx.LockHouseholds(ctx, s, []invite.ID{id}))
}

const lockHouseholdsAt = `SELECT ` + householdColumns + ` FROM households h
WHERE h.organization_id = $1 AND h.location_id = $2 AND h.address_key = ANY($3) AND h.address_key <> '' ORDER BY h.id FOR NO KEY UPDATE`

// LockHouseholdsAt is LockHouseholds of those at a location whose address has
// one of the keys.
func (tx *Tx) LockHouseholdsAt(ctx context.Context, organization, location invite.ID, keys []string) ([]invite.Household, error) {
	var out []invite.Household
	err := tx.list(ctx, &out, lockHouseholdsAt, organization, location, pq.Array(keys))
	return out, err
}

const insertHouseholds = `
INSERT INTO households (id, organization_id, location_id, name, name_lower, address, address_key, search, head_id, created_at)
SELECT id, $1, location_id, name, name_lower, address, address_key, search, head_id, $2
FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::uuid[])
  AS t (id, location_id, name, name_lower, address, address_key, search, head_id)`

// InsertHouseholds adds households of one organization in one statement. A
// head is on file already; contacts become members by SetHousehold, or are
// inserted as such.
func (tx *Tx) InsertHouseholds(ctx context.Context, organization invite.ID, list ...invite.Household) error {
	if len(list) == 0 {
		return nil
	}
	var col struct {
		ids, locations                                  []invite.ID
		names, folded, addresses, addressKeys, searches []string
		heads                                           []*invite.ID
	}
	for _, h := range list {
		col.ids = append(col.ids, h.ID)
		col.locations = append(col.locations, h.LocationID)
		col.names = append(col.names, h.Name)
		col.folded = append(col.folded, strings.ToLower(h.Name))
		col.addresses = append(col.addresses, h.Address)
		col.addressKeys = append(col.addressKeys, invite.AddressKey(h.Address))
		col.searches = append(col.searches, householdSearch(h))
		col.heads = append(col.heads, h.HeadID)
	}
	_, err := tx.exec(ctx, insertHouseholds, organization, tx.now, pq.Array(col.ids), pq.Array(col.locations), pq.Array(col.names),
		pq.Array(col.folded), pq.Array(col.addresses), pq.Array(col.addressKeys), pq.Array(col.searches), pq.Array(col.heads))
	return err
}

const saveHousehold = `
UPDATE households SET location_id = $2, name = $3, name_lower = $4, address = $5, address_key = $6, search = $7, head_id = $8
WHERE id = $1`

// SaveHousehold stores a household that the caller has locked.
func (tx *Tx) SaveHousehold(ctx context.Context, h invite.Household) error {
	_, err := tx.exec(ctx, saveHousehold, h.ID, h.LocationID, h.Name, strings.ToLower(h.Name), h.Address, invite.AddressKey(h.Address),
		householdSearch(h), h.HeadID)
	return err
}

// householdSearch is what the text search looks through.
func householdSearch(h invite.Household) string {
	return strings.ToLower(h.Name + " " + h.Address)
}

const leaveHouseholds = `UPDATE contacts SET household_id = NULL, updated_at = $2 WHERE household_id = ANY($1)`
const deleteHouseholds = `DELETE FROM households WHERE id = ANY($1)`

// DeleteHouseholds deletes households with whoever was added to them and has
// not confirmed. Contacts of theirs, archived ones too, belong to none then.
func (tx *Tx) DeleteHouseholds(ctx context.Context, ids ...invite.ID) error {
	if len(ids) == 0 {
		return nil
	}
	if _, err := tx.exec(ctx, leaveHouseholds, pq.Array(ids), tx.now); err != nil {
		return err
	}
	_, err := tx.exec(ctx, deleteHouseholds, pq.Array(ids))
	return err
}

const setHousehold = `UPDATE contacts SET household_id = $2, updated_at = $3 WHERE id = ANY($1)`

// SetHousehold makes contacts, which the caller has locked, members of the
// household, which is locked too, or of none where it is nil.
func (tx *Tx) SetHousehold(ctx context.Context, contacts []invite.ID, household *invite.ID) error {
	if len(contacts) == 0 {
		return nil
	}
	_, err := tx.exec(ctx, setHousehold, pq.Array(contacts), household, tx.now)
	return err
}

const membersOf = `SELECT ` + contactColumns + ` FROM contacts c WHERE c.household_id = ANY($1) AND c.archived_at IS NULL
ORDER BY c.household_id, c.name_lower, c.id`

// MembersOf returns the contacts on file of households that the caller has
// seen within its scope, by name.
func (r *Reader) MembersOf(ctx context.Context, households []invite.ID) ([]invite.Contact, error) {
	var out []invite.Contact
	err := r.list(ctx, &out, membersOf, pq.Array(households))
	return out, err
}

const openAdditionsOf = `SELECT ` + additionColumns + ` FROM household_additions a WHERE a.household_id = ANY($1) AND a.ended_at IS NULL
ORDER BY a.household_id, a.created_at, a.id`

// OpenAdditionsOf returns who was added to households, which the caller has
// seen within its scope, and has not confirmed yet, in the order in which they
// were added; lapsed ones too.
func (r *Reader) OpenAdditionsOf(ctx context.Context, households []invite.ID) ([]invite.Addition, error) {
	var out []invite.Addition
	err := r.list(ctx, &out, openAdditionsOf, pq.Array(households))
	return out, err
}

const moveAdditions = `
UPDATE household_additions SET household_id = $2 WHERE id IN (
    SELECT DISTINCT ON (a.address) a.id FROM household_additions a
    WHERE a.household_id = ANY($1) AND a.ended_at IS NULL
      AND NOT EXISTS (SELECT FROM household_additions b WHERE b.household_id = $2 AND b.address = a.address AND b.ended_at IS NULL)
    ORDER BY a.address, a.created_at DESC, a.id)`

// MoveAdditions takes who was added to some households, all locked, and has not
// confirmed to another one, but for addresses that wait there already.
func (tx *Tx) MoveAdditions(ctx context.Context, from []invite.ID, to invite.ID) error {
	if len(from) == 0 {
		return nil
	}
	_, err := tx.exec(ctx, moveAdditions, pq.Array(from), to)
	return err
}
