package store

import (
	"context"
	"errors"
	"time"

	"github.com/lib/pq"

	"usher/invite"
)

// PassPrint is a sheet that somebody may print until it expires.
type PassPrint struct {
	ID             invite.ID
	OrganizationID invite.ID
	Paper          invite.PaperSize
	PerPage        int
	ExpiresAt      time.Time
}

const insertPrint = `
INSERT INTO pass_prints (id, organization_id, pass_ids, paper, per_page, expires_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`
const countPrint = `UPDATE access_passes SET prints = prints + 1 WHERE id = ANY($1)`
const markPrinted = `UPDATE pass_runs SET printed_at = $2 WHERE id IN (SELECT run_id FROM access_passes WHERE id = ANY($1))`

// InsertPassPrint adds a sheet of the passes and counts it with each of them
// and with their runs. The caller holds the passes' locks.
func (tx *Tx) InsertPassPrint(ctx context.Context, p PassPrint, passes []invite.ID) error {
	if _, err := tx.exec(ctx, insertPrint, p.ID, p.OrganizationID, pq.Array(passes), p.Paper, p.PerPage, p.ExpiresAt, tx.now); err != nil {
		return err
	}
	if _, err := tx.exec(ctx, countPrint, pq.Array(passes)); err != nil {
		return err
	}
	_, err := tx.exec(ctx, markPrinted, pq.Array(passes), tx.now)
	return err
}

// PassPrint returns a sheet that has not expired at now, or NOT_FOUND.
func (r *Reader) PassPrint(ctx context.Context, s Scope, id invite.ID, now time.Time) (PassPrint, error) {
	var q query
	q.add(`SELECT t.id, t.organization_id, t.paper, t.per_page, t.expires_at FROM pass_prints t WHERE t.id = ?`, id)
	q.add(` AND t.expires_at > ? AND `, now).passes(s, "t")
	var out PassPrint
	err := r.get(ctx, &out, q.text.String(), q.args...)
	return out, err
}

const passesOnPrint = `
SELECT p.id, r.number AS run_number, p.number, p.sealed, p.expires_at, l.name AS location, l.time_zone, coalesce(c.name, '') AS bound_name
FROM pass_prints t JOIN access_passes p ON p.id = ANY(t.pass_ids) AND p.organization_id = t.organization_id
  JOIN pass_runs r ON r.id = p.run_id JOIN locations l ON l.id = r.location_id LEFT JOIN contacts c ON c.id = p.bound_to
WHERE t.id = $1 AND p.state = 'AVAILABLE' AND p.sealed IS NOT NULL AND (p.expires_at IS NULL OR p.expires_at > $2)
ORDER BY r.number, p.number, p.id`

// PrintedPass is a pass as it goes on paper.
type PrintedPass struct {
	ID        invite.ID
	RunNumber int
	Number    int
	Sealed    []byte
	ExpiresAt *time.Time
	Location  string
	TimeZone  string
	BoundName string // of the contact that it is bound to; "" without one
}

// PassesOnPrint returns the passes of the sheet that are available at now, by
// run and number. The caller has seen the sheet within its scope.
func (r *Reader) PassesOnPrint(ctx context.Context, id invite.ID, now time.Time) ([]PrintedPass, error) {
	var out []PrintedPass
	err := r.list(ctx, &out, passesOnPrint, id, now)
	return out, err
}

const forgetPrints = `DELETE FROM pass_prints WHERE expires_at < $1`
const forgetSeals = `UPDATE access_passes SET sealed = NULL WHERE sealed IS NOT NULL AND expires_at <= $1`

// forgetPasses deletes sheets that have expired, and the readable credentials
// of passes that have.
func (tx *Tx) forgetPasses(ctx context.Context) error {
	_, e1 := tx.exec(ctx, forgetPrints, tx.now)
	_, e2 := tx.exec(ctx, forgetSeals, tx.now)
	return errors.Join(e1, e2)
}
