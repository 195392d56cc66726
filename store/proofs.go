package store

import (
	"context"
	"time"

	"usher/invite"
)

const saveProof = `
INSERT INTO proofs (subject_id, address, code_hash, tries, expires_at) VALUES ($1, $2, $3, 0, $4)
ON CONFLICT (subject_id, address) DO UPDATE SET code_hash = excluded.code_hash, tries = 0, expires_at = excluded.expires_at`

// SaveProof stores the keyed hash of a 6-digit code that was sent to an
// address on behalf of subject: an invitation, an access pass or an addition to
// a household. An earlier one of the two dies.
func (tx *Tx) SaveProof(ctx context.Context, subject invite.ID, address string, codeHash []byte, expires time.Time) error {
	_, err := tx.exec(ctx, saveProof, subject, address, codeHash, expires)
	return err
}

const tryProof = `
UPDATE proofs SET tries = tries + 1 WHERE subject_id = $1 AND address = $2 AND expires_at > $3 AND tries < $4
RETURNING code_hash`

// TryProof counts a try and returns the keyed hash to compare with, or
// NOT_FOUND where no live code was sent to the address. The count must be
// committed whether or not the code is right.
func (tx *Tx) TryProof(ctx context.Context, subject invite.ID, address string, maxTries int) ([]byte, error) {
	var hash []byte
	err := tx.get(ctx, &hash, tryProof, subject, address, tx.now, maxTries)
	return hash, err
}
