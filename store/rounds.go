package store

import (
	"context"

	"github.com/lib/pq"

	"usher/invite"
)

const roundColumns = `r.id, r.organization_id, r.location_id, r.invitation_id, r.contact_id, r.batch_id, r.number, r.purpose,
	r.priority, r.place, r.state, r.accepted, r.slot_at, r.created_at`

// A message of an earlier round that has not arrived is not a problem any more
// when the next round is queued.
const insertRounds = `
WITH added AS (
    INSERT INTO rounds (id, organization_id, location_id, invitation_id, contact_id, batch_id, number, purpose, priority, state, created_at)
    SELECT id, $1, location_id, invitation_id, contact_id, batch_id, number, purpose, priority, 'WAITING', $2
    FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::int[], $9::text[], $10::smallint[])
      WITH ORDINALITY AS t (id, location_id, invitation_id, contact_id, batch_id, number, purpose, priority, nth)
    ORDER BY nth
    RETURNING invitation_id, number
)
UPDATE deliveries d SET superseded = true FROM added a
WHERE a.number > 1 AND d.invitation_id = a.invitation_id AND d.number < a.number
  AND d.state IN ('DEFERRED', 'BOUNCED', 'COMPLAINED', 'SUPPRESSED', 'FAILED')`

// InsertRounds adds waiting rounds of one organization in one statement; their
// places in the lane follow the order of the list.
func (tx *Tx) InsertRounds(ctx context.Context, organization invite.ID, list []invite.Round) error {
	var col struct {
		ids, locations, invitations, contacts []invite.ID
		batches                               []*invite.ID
		numbers, priorities                   []int64
		purposes                              []string
	}
	for _, r := range list {
		col.ids = append(col.ids, r.ID)
		col.locations = append(col.locations, r.LocationID)
		col.invitations = append(col.invitations, r.InvitationID)
		col.contacts = append(col.contacts, r.ContactID)
		col.batches = append(col.batches, r.BatchID)
		col.numbers = append(col.numbers, int64(r.Number))
		col.purposes = append(col.purposes, string(r.Purpose))
		col.priorities = append(col.priorities, int64(r.Priority))
	}
	_, err := tx.exec(ctx, insertRounds, organization, tx.now, pq.Array(col.ids), pq.Array(col.locations), pq.Array(col.invitations),
		pq.Array(col.contacts), pq.Array(col.batches), pq.Array(col.numbers), pq.Array(col.purposes), pq.Array(col.priorities))
	return err
}

const saveRound = `UPDATE rounds SET state = $2, accepted = $3, slot_at = $4, priority = $5 WHERE id = $1`

// SaveRound stores a changed round. The caller holds the contact's lock.
func (tx *Tx) SaveRound(ctx context.Context, r invite.Round) error {
	_, err := tx.exec(ctx, saveRound, r.ID, r.State, r.Accepted, r.SlotAt, r.Priority)
	return err
}

const raiseRounds = `UPDATE rounds SET priority = $2 WHERE id = ANY($1) AND state = 'WAITING'`

// RaiseRounds moves waiting rounds before everything that is not for one
// person alone; among themselves they keep their order. The caller holds the
// contacts' locks.
func (tx *Tx) RaiseRounds(ctx context.Context, ids []invite.ID) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := tx.exec(ctx, raiseRounds, pq.Array(ids), invite.Single)
	return err
}

const roundByID = `SELECT ` + roundColumns + ` FROM rounds r WHERE r.id = $1`

// Round returns one round, or NOT_FOUND.
func (r *Reader) Round(ctx context.Context, id invite.ID) (invite.Round, error) {
	var out invite.Round
	err := r.get(ctx, &out, roundByID, id)
	return out, err
}

const roundsOfInvitations = `
SELECT ` + roundColumns + ` FROM rounds r WHERE r.invitation_id = ANY($1) ORDER BY r.invitation_id, r.number, r.purpose`

// RoundsOfInvitations returns every round of the invitations, oldest first.
func (r *Reader) RoundsOfInvitations(ctx context.Context, ids []invite.ID) ([]invite.Round, error) {
	var out []invite.Round
	err := r.list(ctx, &out, roundsOfInvitations, pq.Array(ids))
	return out, err
}

const waitingOfBatch = `SELECT ` + roundColumns + ` FROM rounds r WHERE r.batch_id = $1 AND r.state = 'WAITING' ORDER BY r.contact_id`

// WaitingOfBatch returns the rounds of a batch that wait.
func (r *Reader) WaitingOfBatch(ctx context.Context, batch invite.ID) ([]invite.Round, error) {
	var out []invite.Round
	err := r.list(ctx, &out, waitingOfBatch, batch)
	return out, err
}

const cancelRounds = `UPDATE rounds SET state = 'CANCELLED' WHERE id = ANY($1) AND state = 'WAITING'`
const cancelScheduled = `UPDATE deliveries SET state = 'CANCELLED' WHERE round_id = ANY($1) AND state = 'SCHEDULED'`

// CancelRounds cancels waiting rounds and their messages. The caller holds the
// contacts' locks.
func (tx *Tx) CancelRounds(ctx context.Context, ids []invite.ID) error {
	if len(ids) == 0 {
		return nil
	}
	if _, err := tx.exec(ctx, cancelRounds, pq.Array(ids)); err != nil {
		return err
	}
	_, err := tx.exec(ctx, cancelScheduled, pq.Array(ids))
	return err
}

const moveWaiting = `
UPDATE rounds r SET location_id = $2 WHERE r.contact_id = $1 AND r.state = 'WAITING' RETURNING ` + roundColumns

// MoveWaiting moves a contact's waiting rounds to another location's lane,
// where they keep their order, and returns them. The caller holds the
// contact's lock.
func (tx *Tx) MoveWaiting(ctx context.Context, contact, location invite.ID) ([]invite.Round, error) {
	var out []invite.Round
	err := tx.list(ctx, &out, moveWaiting, contact, location)
	return out, err
}

// Place is what Redis needs to know of a waiting round.
type Place struct {
	ID         invite.ID
	LocationID invite.ID
	Priority   invite.Priority
	Place      int64
	State      invite.RoundState
}

const placesOfRounds = `SELECT id, location_id, priority, place, state FROM rounds WHERE id = ANY($1)`

// Places returns where rounds stand, those that do not wait any more too.
func (r *Reader) Places(ctx context.Context, ids []invite.ID) ([]Place, error) {
	var out []Place
	err := r.list(ctx, &out, placesOfRounds, pq.Array(ids))
	return out, err
}

const waitingPlaces = `
SELECT id, location_id, priority, place, state FROM rounds WHERE state = 'WAITING' AND id > $1 ORDER BY id LIMIT $2`

// WaitingPlaces returns up to limit waiting rounds behind the id after, in the
// order of their ids; an empty after starts at the first.
func (r *Reader) WaitingPlaces(ctx context.Context, after invite.ID, limit int) ([]Place, error) {
	var out []Place
	err := r.list(ctx, &out, waitingPlaces, orZero(after), limit)
	return out, err
}

const batchColumns = `b.id, b.organization_id, b.created_by, b.created_by_name, b.created_at, b.cancelled_at`

// Batches returns those of ids that the scope sees, in any order. A trainer
// sees the batches the trainer made.
func (r *Reader) Batches(ctx context.Context, s Scope, ids []invite.ID) ([]invite.Batch, error) {
	var q query
	q.add(`SELECT `+batchColumns+` FROM batches b WHERE b.id = ANY(?) AND `, pq.Array(ids)).batches(s)
	var out []invite.Batch
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// Batch returns one batch, or NOT_FOUND.
func (r *Reader) Batch(ctx context.Context, s Scope, id invite.ID) (invite.Batch, error) {
	return One(r.Batches(ctx, s, []invite.ID{id}))
}

// BatchPage returns up to limit batches, newest first, behind the one after
// where it is set.
func (r *Reader) BatchPage(ctx context.Context, s Scope, after *invite.ID, limit int) ([]invite.Batch, error) {
	var q query
	q.add(`SELECT ` + batchColumns + ` FROM batches b WHERE `).batches(s)
	if after != nil {
		q.add(` AND (b.created_at, b.id) < (SELECT created_at, id FROM batches WHERE id = ?)`, *after)
	}
	q.add(` ORDER BY b.created_at DESC, b.id DESC LIMIT ?`, limit)
	var out []invite.Batch
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// batches limits the rows of b, the batches table, to the scope.
func (q *query) batches(s Scope) *query {
	q.tenant(s, "b")
	if s.trainer != "" {
		q.add(` AND b.created_by = ?`, s.trainer)
	}
	if s.contact != "" {
		q.add(` AND false`)
	}
	return q
}

const insertBatch = `INSERT INTO batches (id, organization_id, created_by, created_by_name, created_at) VALUES ($1, $2, $3, $4, $5)`

// InsertBatch adds a batch.
func (tx *Tx) InsertBatch(ctx context.Context, b invite.Batch) error {
	_, err := tx.exec(ctx, insertBatch, b.ID, b.OrganizationID, b.CreatedBy, b.CreatedByName, tx.now)
	return err
}

const cancelBatch = `UPDATE batches SET cancelled_at = $2 WHERE id = $1`

// CancelBatch records that what waited of the batch was cancelled.
func (tx *Tx) CancelBatch(ctx context.Context, id invite.ID) error {
	_, err := tx.exec(ctx, cancelBatch, id, tx.now)
	return err
}

// BatchProgress is the Progress of one batch.
type BatchProgress struct {
	BatchID invite.ID
	invite.Progress
}

const progress = `
SELECT batch_id, count(*) AS total,
    count(*) FILTER (WHERE accepted) AS sent,
    count(*) FILTER (WHERE state = 'DONE' AND NOT accepted) AS failed,
    count(*) FILTER (WHERE state = 'CANCELLED') AS cancelled,
    count(*) FILTER (WHERE state = 'WAITING' OR (state = 'SENDING' AND NOT accepted)) AS waiting
FROM rounds WHERE batch_id = ANY($1) GROUP BY batch_id`

// Progress counts the rounds of each of the batches.
func (r *Reader) Progress(ctx context.Context, batches []invite.ID) ([]BatchProgress, error) {
	var out []BatchProgress
	err := r.list(ctx, &out, progress, pq.Array(batches))
	return out, err
}
