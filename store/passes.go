package store

import (
	"context"

	"github.com/lib/pq"

	"usher/invite"
)

const passColumns = `p.id, p.organization_id, p.run_id, r.number AS run_number, p.number, p.state, p.expires_at, p.bound_to, p.redeemed_by,
	p.redeemed_at, p.revoked_at, p.revoke_reason, p.prints`

const fromPasses = ` FROM access_passes p JOIN pass_runs r ON r.id = p.run_id `

// passes limits the rows of alias, a table of access passes, to the scope. Who
// sees only some contacts sees none of them.
func (q *query) passes(s Scope, alias string) *query {
	if s.trainer != "" || s.contact != "" {
		return q.add("false")
	}
	return q.tenant(s, alias)
}

const passByToken = `SELECT ` + passColumns + fromPasses + `WHERE p.token_hash = ANY($1)`
const passByCode = `SELECT ` + passColumns + fromPasses + `WHERE p.code_hash = ANY($1)`

// PassByToken returns the access pass whose link token has one of the keyed
// hashes, in whatever state, or NOT_FOUND.
func (r *Reader) PassByToken(ctx context.Context, hashes [][]byte) (invite.AccessPass, error) {
	var p invite.AccessPass
	err := r.get(ctx, &p, passByToken, pq.ByteaArray(hashes))
	return p, err
}

// PassByCode returns the access pass whose typed code has one of the keyed
// hashes, in whatever state, or NOT_FOUND.
func (r *Reader) PassByCode(ctx context.Context, hashes [][]byte) (invite.AccessPass, error) {
	var p invite.AccessPass
	err := r.get(ctx, &p, passByCode, pq.ByteaArray(hashes))
	return p, err
}

// Passes returns those of ids that the scope sees, by run and number.
func (r *Reader) Passes(ctx context.Context, s Scope, ids []invite.ID) ([]invite.AccessPass, error) {
	var q query
	q.add(`SELECT `+passColumns+fromPasses+`WHERE p.id = ANY(?) AND `, pq.Array(ids)).passes(s, "p")
	q.add(` ORDER BY r.number, p.number, p.id`)
	var out []invite.AccessPass
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// PassesOfRuns returns the passes of the runs, by number. The caller has seen
// the runs within its scope.
func (r *Reader) PassesOfRuns(ctx context.Context, runs []invite.ID) ([]invite.AccessPass, error) {
	const sql = `SELECT ` + passColumns + fromPasses + `WHERE p.run_id = ANY($1) ORDER BY p.run_id, p.number`
	var out []invite.AccessPass
	err := r.list(ctx, &out, sql, pq.Array(runs))
	return out, err
}

const lockPasses = `SELECT ` + passColumns + fromPasses + `WHERE p.id = ANY($1) ORDER BY p.id FOR NO KEY UPDATE OF p`

// LockPasses returns the passes and makes other changes of them wait. It locks
// in the order of the ids. The caller has seen them within its scope.
func (tx *Tx) LockPasses(ctx context.Context, ids []invite.ID) ([]invite.AccessPass, error) {
	var out []invite.AccessPass
	err := tx.list(ctx, &out, lockPasses, pq.Array(ids))
	return out, err
}

// LockPass is LockPasses of one, or NOT_FOUND. Lock the contact that it is
// bound to, and a household, before it.
func (tx *Tx) LockPass(ctx context.Context, id invite.ID) (invite.AccessPass, error) {
	return One(tx.LockPasses(ctx, []invite.ID{id}))
}

const redeemPass = `
UPDATE access_passes SET state = 'REDEEMED', redeemed_by = $2, redeemed_at = $3, sealed = NULL
WHERE id = $1 AND state = 'AVAILABLE'`

// RedeemPass stores who redeemed the pass, and when, and forgets its readable
// credential. It returns PASS_NOT_AVAILABLE where somebody was faster.
func (tx *Tx) RedeemPass(ctx context.Context, p invite.AccessPass) error {
	n, err := tx.exec(ctx, redeemPass, p.ID, p.RedeemedBy, p.RedeemedAt)
	if err == nil && n == 0 {
		err = invite.Errorf(invite.PassNotAvailable, "", "Access pass %s is no longer available.", p.Reference())
	}
	return err
}

const revokePasses = `
UPDATE access_passes SET state = 'REVOKED', revoked_at = $2, revoke_reason = $3, sealed = NULL
WHERE id = ANY($1) AND state = 'AVAILABLE'`

// RevokePasses takes passes back in one statement, for one reason, and forgets
// their readable credentials. The caller holds their locks.
func (tx *Tx) RevokePasses(ctx context.Context, ids []invite.ID, reason string) error {
	_, err := tx.exec(ctx, revokePasses, pq.Array(ids), tx.now, reason)
	return err
}

const bindPass = `UPDATE access_passes SET bound_to = $2 WHERE id = $1`

// BindPass stores whom the pass is bound to. The caller holds its lock.
func (tx *Tx) BindPass(ctx context.Context, p invite.AccessPass) error {
	_, err := tx.exec(ctx, bindPass, p.ID, p.BoundTo)
	return err
}

// MintedPass is a pass with its credential: hashes to find it by, sealed text
// to print it again.
type MintedPass struct {
	ID        invite.ID
	Number    int
	TokenHash []byte
	CodeHash  []byte
	Sealed    []byte
}

const insertPasses = `
INSERT INTO access_passes (id, organization_id, run_id, number, state, expires_at, token_hash, code_hash, sealed)
SELECT id, $1, $2, number, 'AVAILABLE', $3, token_hash, code_hash, sealed
FROM unnest($4::uuid[], $5::int[], $6::bytea[], $7::bytea[], $8::bytea[]) AS t (id, number, token_hash, code_hash, sealed)`

// InsertPasses adds the passes of a run in one statement.
func (tx *Tx) InsertPasses(ctx context.Context, run invite.PassRun, list []MintedPass) error {
	var col struct {
		ids                  []invite.ID
		numbers              []int64
		tokens, codes, seals pq.ByteaArray
	}
	for _, p := range list {
		col.ids = append(col.ids, p.ID)
		col.numbers = append(col.numbers, int64(p.Number))
		col.tokens = append(col.tokens, p.TokenHash)
		col.codes = append(col.codes, p.CodeHash)
		col.seals = append(col.seals, p.Sealed)
	}
	_, err := tx.exec(ctx, insertPasses, run.OrganizationID, run.ID, run.ExpiresAt, pq.Array(col.ids), pq.Array(col.numbers), col.tokens, col.codes, col.seals)
	return err
}
