package store

import (
	"context"
	"strings"

	"github.com/lib/pq"

	"usher/invite"
)

const contactColumns = `c.id, c.organization_id, c.location_id, c.household_id, c.name, c.email, c.phone, c.address, c.stage, c.client_type, c.trainer_id,
	c.account_id, c.registered_at, c.joined_by, c.brought_in_by, c.status, c.lapses_at, c.invitation_id, c.created_at, c.updated_at, c.archived_at`

// Contacts returns those of ids that the scope sees, in any order.
func (r *Reader) Contacts(ctx context.Context, s Scope, ids []invite.ID) ([]invite.Contact, error) {
	var q query
	q.add(`SELECT `+contactColumns+` FROM contacts c WHERE c.id = ANY(?) AND `, pq.Array(ids)).contacts(s, "c")
	var out []invite.Contact
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// Contact returns one contact, or NOT_FOUND.
func (r *Reader) Contact(ctx context.Context, s Scope, id invite.ID) (invite.Contact, error) {
	return One(r.Contacts(ctx, s, []invite.ID{id}))
}

// LockContacts returns those of ids that the scope sees, and makes other
// changes of them and of their invitations wait. It locks in the order of the
// ids, so that two calls cannot wait for each other.
func (tx *Tx) LockContacts(ctx context.Context, s Scope, ids []invite.ID) ([]invite.Contact, error) {
	var q query
	q.add(`SELECT `+contactColumns+` FROM contacts c WHERE c.id = ANY(?) AND `, pq.Array(ids)).contacts(s, "c")
	q.add(` ORDER BY c.id FOR NO KEY UPDATE`)
	var out []invite.Contact
	err := tx.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// LockContact is LockContacts of one, or NOT_FOUND.
func (tx *Tx) LockContact(ctx context.Context, s Scope, id invite.ID) (invite.Contact, error) {
	return One(tx.LockContacts(ctx, s, []invite.ID{id}))
}

// ContactsByAddress returns the contacts of the organization that have one of
// the emails, in lower case, or one of the phones.
func (r *Reader) ContactsByAddress(ctx context.Context, organization invite.ID, emails, phones []string) ([]invite.Contact, error) {
	const sql = `
SELECT ` + contactColumns + ` FROM contacts c WHERE c.organization_id = $1 AND c.email = ANY($2)
UNION
SELECT ` + contactColumns + ` FROM contacts c WHERE c.organization_id = $1 AND c.phone = ANY($3)
ORDER BY created_at, id`
	var out []invite.Contact
	err := r.list(ctx, &out, sql, organization, pq.Array(emails), pq.Array(phones))
	return out, err
}

const insertContacts = `
INSERT INTO contacts (id, organization_id, location_id, household_id, name, name_lower, email, phone, address, address_key, search, stage, client_type,
    trainer_id, status, created_at, updated_at)
SELECT id, $1, location_id, household_id, name, name_lower, nullif(email, ''), nullif(phone, ''), address, address_key, search, stage, client_type,
    trainer_id, 'NOT_INVITED', $2, $2
FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::uuid[], $13::uuid[], $14::text[],
    $15::text[])
  AS t (id, location_id, name, name_lower, email, phone, search, stage, client_type, trainer_id, household_id, address, address_key)`

// InsertContacts adds contacts of one organization in one statement; none has
// an invitation yet. It returns EMAIL_TAKEN where an email stands already; the
// caller holds the organization's lock and has looked.
func (tx *Tx) InsertContacts(ctx context.Context, organization invite.ID, list []invite.Contact) error {
	var col struct {
		ids, locations                                         []invite.ID
		names, folded, emails, phones, searches, stages, types []string
		trainers, households                                   []*invite.ID
		addresses, addressKeys                                 []string
	}
	for _, c := range list {
		email, phone := deref(c.Email), deref(c.Phone)
		col.ids = append(col.ids, c.ID)
		col.locations = append(col.locations, c.LocationID)
		col.names = append(col.names, c.Name)
		col.folded = append(col.folded, strings.ToLower(c.Name))
		col.emails = append(col.emails, email)
		col.phones = append(col.phones, phone)
		col.searches = append(col.searches, searchText(c))
		col.stages = append(col.stages, string(c.Stage))
		col.types = append(col.types, string(c.ClientType))
		col.trainers = append(col.trainers, c.TrainerID)
		col.households = append(col.households, c.HouseholdID)
		col.addresses = append(col.addresses, c.Address)
		col.addressKeys = append(col.addressKeys, invite.AddressKey(c.Address))
	}
	_, err := tx.exec(ctx, insertContacts, organization, tx.now,
		pq.Array(col.ids), pq.Array(col.locations), pq.Array(col.names), pq.Array(col.folded), pq.Array(col.emails),
		pq.Array(col.phones), pq.Array(col.searches), pq.Array(col.stages), pq.Array(col.types), pq.Array(col.trainers),
		pq.Array(col.households), pq.Array(col.addresses), pq.Array(col.addressKeys))
	return emailTaken(err)
}

const saveContact = `
UPDATE contacts SET location_id = $2, name = $3, name_lower = $4, email = $5, phone = $6, search = $7,
    stage = $8, client_type = $9, updated_at = $10, trainer_id = $11, household_id = $12, address = $13, address_key = $14
WHERE id = $1`

// SaveContact stores what staff can change of a contact. It returns
// EMAIL_TAKEN where another contact of the organization has the email.
func (tx *Tx) SaveContact(ctx context.Context, c invite.Contact) error {
	_, err := tx.exec(ctx, saveContact, c.ID, c.LocationID, c.Name, strings.ToLower(c.Name), c.Email, c.Phone,
		searchText(c), c.Stage, c.ClientType, tx.now, c.TrainerID, c.HouseholdID, c.Address, invite.AddressKey(c.Address))
	return emailTaken(err)
}

func emailTaken(err error) error {
	if violates(err, "contacts_email_key") {
		return invite.Errorf(invite.EmailTaken, "input.email", "Another contact has this email; each contact needs its own.")
	}
	return err
}

const joinContact = `
UPDATE contacts SET account_id = $2, registered_at = $3, updated_at = $3, status = 'REGISTERED', lapses_at = NULL,
    name = $4, name_lower = $5, email = coalesce(email, $6), search = $7, phone = coalesce(phone, $8), address = $9, address_key = $10,
    household_id = $11, joined_by = $12, brought_in_by = $13
WHERE id = $1`

// JoinContact records that the account joined as the contact, which takes
// c's name, address, household and way of joining, and its email and phone
// where none was on file.
func (tx *Tx) JoinContact(ctx context.Context, c invite.Contact, account invite.ID) error {
	_, err := tx.exec(ctx, joinContact, c.ID, account, tx.now, c.Name, strings.ToLower(c.Name), c.Email, searchText(c),
		c.Phone, c.Address, invite.AddressKey(c.Address), c.HouseholdID, c.JoinedBy, c.BroughtInBy)
	return emailTaken(err)
}

// searchText is what the text search looks through.
func searchText(c invite.Contact) string {
	return strings.ToLower(strings.Join([]string{c.Name, deref(c.Email), deref(c.Phone), c.Address}, " "))
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
