package store

import (
	"context"

	"github.com/lib/pq"

	"usher/invite"
)

const additionColumns = `a.id, a.organization_id, a.household_id, a.added_by, a.name, a.channel, a.address, a.sent_at, a.problem,
	a.expires_at, a.created_at, a.ended_at, a.contact_id`

const additionByToken = `SELECT ` + additionColumns + ` FROM household_additions a WHERE a.token_hash = ANY($1)`

// AdditionByToken returns the addition whose link token has one of the keyed
// hashes, or NOT_FOUND. One that has lapsed or was confirmed is found; one that
// was removed, or got a newer message, has this token no more.
func (r *Reader) AdditionByToken(ctx context.Context, hashes [][]byte) (invite.Addition, error) {
	var a invite.Addition
	err := r.get(ctx, &a, additionByToken, pq.ByteaArray(hashes))
	return a, err
}

const lockAddition = `SELECT ` + additionColumns + ` FROM household_additions a WHERE a.id = $1 FOR NO KEY UPDATE`

// LockAddition returns an addition and makes other changes of it wait, or
// NOT_FOUND. Callers have seen it in its household, or hold its token; they
// lock contacts and the household before it.
func (tx *Tx) LockAddition(ctx context.Context, id invite.ID) (invite.Addition, error) {
	var a invite.Addition
	err := tx.get(ctx, &a, lockAddition, id)
	return a, err
}

const insertAddition = `
INSERT INTO household_additions (id, organization_id, household_id, added_by, name, channel, address, token_hash, expires_at, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

// InsertAddition adds somebody to a household until they confirm with the
// token of that keyed hash. It returns CONFLICT where the address waits in the
// household already.
func (tx *Tx) InsertAddition(ctx context.Context, a invite.Addition, tokenHash []byte) error {
	_, err := tx.exec(ctx, insertAddition, a.ID, a.OrganizationID, a.HouseholdID, a.AddedBy, a.Name, a.Channel, a.Address,
		tokenHash, a.ExpiresAt, tx.now)
	return addedTwice(err, a)
}

const saveAddition = `
UPDATE household_additions SET name = $2, channel = $3, address = $4, token_hash = coalesce($5, token_hash), expires_at = $6,
    sent_at = $7, problem = $8, added_by = $9
WHERE id = $1 AND ended_at IS NULL`

// SaveAddition stores an open addition. With a tokenHash the link of every
// earlier message dies; nil keeps it. It returns CONFLICT where the address
// waits in the household already.
func (tx *Tx) SaveAddition(ctx context.Context, a invite.Addition, tokenHash []byte) error {
	_, err := tx.exec(ctx, saveAddition, a.ID, a.Name, a.Channel, a.Address, tokenHash, a.ExpiresAt, a.SentAt, a.Problem, a.AddedBy)
	return addedTwice(err, a)
}

func addedTwice(err error, a invite.Addition) error {
	if violates(err, "household_additions_once") {
		return invite.AddedAlready(a.Channel, a.Address)
	}
	return err
}

const endAddition = `
UPDATE household_additions SET ended_at = $2, contact_id = $3, token_hash = CASE WHEN $3::uuid IS NOT NULL THEN token_hash END
WHERE id = $1 AND ended_at IS NULL`

// EndAddition records that an addition was confirmed by the contact or, where
// that is nil, removed. The link of a confirmed one goes on telling its person
// that they have joined; that of a removed one dies. Ending it twice changes
// nothing.
func (tx *Tx) EndAddition(ctx context.Context, id invite.ID, contact *invite.ID) error {
	_, err := tx.exec(ctx, endAddition, id, tx.now, contact)
	return err
}

const recordAddition = `
UPDATE household_additions SET sent_at = $3, problem = $4 WHERE id = $1 AND token_hash = $2 AND ended_at IS NULL`

// RecordAddition writes down what became of the message with the token of that
// keyed hash: a problem, or "" where a provider accepted it. It returns false
// where a newer message has taken its place, or the addition has ended.
func (tx *Tx) RecordAddition(ctx context.Context, id invite.ID, tokenHash []byte, problem string) (bool, error) {
	sent := &tx.now
	if problem != "" {
		sent = nil
	}
	n, err := tx.exec(ctx, recordAddition, id, tokenHash, sent, problem)
	return n > 0, err
}

const archiveContact = `UPDATE contacts SET archived_at = $2, updated_at = $2, household_id = NULL WHERE id = $1 AND archived_at IS NULL`

// ArchiveContact takes a contact, which the caller has locked, off the file and
// out of its household.
func (tx *Tx) ArchiveContact(ctx context.Context, id invite.ID) error {
	_, err := tx.exec(ctx, archiveContact, id, tx.now)
	return err
}
