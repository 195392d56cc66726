package store

import (
	"context"
	"errors"
	"time"

	"github.com/lib/pq"

	"usher/invite"
)

const factColumns = `e.id, e.position, e.organization_id, e.location_id, e.contact_id, e.invitation_id, e.round_id, e.batch_id, e.household_id, e.group_id, e.pass_run_id, e.pass_id, e.kind,
	e.actor_kind, e.actor_id, e.actor_name, e.from_state, e.to_state, e.channel, e.reason, e.at`

const appendFacts = `
INSERT INTO events (id, organization_id, location_id, contact_id, invitation_id, round_id, batch_id, kind, actor_kind, actor_id,
    actor_name, from_state, to_state, channel, reason, at, household_id, group_id, pass_run_id, pass_id)
SELECT f.id, f.organization_id, coalesce(f.location_id, (SELECT c.location_id FROM contacts c WHERE c.id = f.contact_id)),
    f.contact_id, f.invitation_id, f.round_id,
    coalesce(f.batch_id, (SELECT r.batch_id FROM rounds r WHERE r.invitation_id = f.invitation_id AND r.batch_id IS NOT NULL ORDER BY r.number DESC LIMIT 1)),
    f.kind, f.actor_kind, f.actor_id, f.actor_name, f.from_state, f.to_state, f.channel, f.reason, f.at,
    f.household_id, f.group_id, f.pass_run_id, f.pass_id
FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[],
    $10::uuid[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::timestamptz[],
    $17::uuid[], $18::uuid[], $19::uuid[], $20::uuid[])
  AS f (id, organization_id, location_id, contact_id, invitation_id, round_id, batch_id, kind, actor_kind, actor_id, actor_name,
    from_state, to_state, channel, reason, at, household_id, group_id, pass_run_id, pass_id)`

// Append writes facts to the outbox, in one statement. A fact about a contact
// or an invitation that names no location or batch gets the contact's location
// and the newest batch, so that whoever watches one of these misses nothing.
func (tx *Tx) Append(ctx context.Context, facts []invite.Fact) error {
	if len(facts) == 0 {
		return nil
	}
	var col struct {
		ids, organizations                                       []invite.ID
		locations, contacts, invitations, rounds, batches, actor []*invite.ID
		households, groups, runs, passes                         []*invite.ID
		kinds, actorKinds, actorNames, reasons                   []string
		from, to                                                 []*invite.InvitationState
		channels                                                 []*invite.Channel
		at                                                       []time.Time
	}
	for _, f := range facts {
		col.ids = append(col.ids, NewID())
		col.organizations = append(col.organizations, f.OrganizationID)
		col.locations = append(col.locations, f.LocationID)
		col.contacts = append(col.contacts, f.ContactID)
		col.invitations = append(col.invitations, f.InvitationID)
		col.rounds = append(col.rounds, f.RoundID)
		col.batches = append(col.batches, f.BatchID)
		col.households = append(col.households, f.HouseholdID)
		col.groups = append(col.groups, f.GroupID)
		col.runs = append(col.runs, f.PassRunID)
		col.passes = append(col.passes, f.PassID)
		col.kinds = append(col.kinds, string(f.Kind))
		col.actorKinds = append(col.actorKinds, f.ActorKind)
		col.actor = append(col.actor, f.ActorID)
		col.actorNames = append(col.actorNames, f.ActorName)
		col.from = append(col.from, f.FromState)
		col.to = append(col.to, f.ToState)
		col.channels = append(col.channels, f.Channel)
		col.reasons = append(col.reasons, f.Reason)
		col.at = append(col.at, tx.now)
	}
	_, err := tx.exec(ctx, appendFacts, pq.Array(col.ids), pq.Array(col.organizations), pq.Array(col.locations), pq.Array(col.contacts),
		pq.Array(col.invitations), pq.Array(col.rounds), pq.Array(col.batches), pq.Array(col.kinds), pq.Array(col.actorKinds),
		pq.Array(col.actor), pq.Array(col.actorNames), pq.Array(col.from), pq.Array(col.to), pq.Array(col.channels),
		pq.Array(col.reasons), pq.Array(col.at), pq.Array(col.households), pq.Array(col.groups), pq.Array(col.runs), pq.Array(col.passes))
	return err
}

// relayLock is the advisory lock of the one writer that gives positions.
const relayLock = 7_061_001

const tryRelayLock = `SELECT pg_try_advisory_xact_lock($1)`

const placeFacts = `
WITH next AS (SELECT id FROM events WHERE position IS NULL ORDER BY id LIMIT $1),
     placed AS (SELECT id, nextval('event_positions') AS position FROM (SELECT id FROM next ORDER BY id) ordered)
UPDATE events e SET position = placed.position FROM placed WHERE e.id = placed.id`

// PlaceFacts gives up to limit committed facts their positions and returns how
// many it placed. One caller at a time does it, and the positions become
// visible together at commit: a reader who has seen position n never finds a
// new fact below it. Another replica's turn is no error; then none is placed.
func (tx *Tx) PlaceFacts(ctx context.Context, limit int) (int64, error) {
	var mine bool
	if err := tx.get(ctx, &mine, tryRelayLock, relayLock); err != nil || !mine {
		return 0, err
	}
	return tx.exec(ctx, placeFacts, limit)
}

const factsAfter = `SELECT ` + factColumns + ` FROM events e WHERE e.position > $1 ORDER BY e.position LIMIT $2`

// FactsAfter returns up to limit facts behind the position, in order.
func (r *Reader) FactsAfter(ctx context.Context, position int64, limit int) ([]invite.Fact, error) {
	var out []invite.Fact
	err := r.list(ctx, &out, factsAfter, position, limit)
	return out, err
}

const lastPosition = `SELECT coalesce(max(position), 0) FROM events`

// LastPosition returns the newest position, 0 before the first.
func (r *Reader) LastPosition(ctx context.Context) (int64, error) {
	var n int64
	err := r.get(ctx, &n, lastPosition)
	return n, err
}

const positionAge = `SELECT at FROM events WHERE position > $1 ORDER BY position LIMIT 1`

// NextFactAt returns when the first fact behind the position happened, and
// false where there is none.
func (r *Reader) NextFactAt(ctx context.Context, position int64) (time.Time, bool, error) {
	var at time.Time
	err := r.get(ctx, &at, positionAge, position)
	if invite.CodeOf(err) == invite.NotFound {
		return at, false, nil
	}
	return at, err == nil, err
}

const timelines = `
SELECT e.* FROM unnest($1::uuid[]) AS t (id) CROSS JOIN LATERAL (
    SELECT ` + factColumns + ` FROM events e WHERE e.invitation_id = t.id ORDER BY e.at DESC, e.id DESC LIMIT $2) e
ORDER BY e.invitation_id, e.at DESC, e.id DESC`

// Timelines returns up to limit facts about each of the invitations, newest
// first. The caller has seen the invitations within its scope.
func (r *Reader) Timelines(ctx context.Context, invitations []invite.ID, limit int) ([]invite.Fact, error) {
	var out []invite.Fact
	err := r.list(ctx, &out, timelines, pq.Array(invitations), limit)
	return out, err
}

// Facts returns those of ids that the scope sees and that are about a contact
// or a run of access passes, in any order.
func (r *Reader) Facts(ctx context.Context, s Scope, ids []invite.ID) ([]invite.Fact, error) {
	var q query
	q.add(`SELECT `+factColumns+` FROM events e LEFT JOIN contacts c ON c.id = e.contact_id WHERE e.id = ANY(?)`, pq.Array(ids))
	q.add(` AND (c.id IS NOT NULL AND `).contacts(s, "c").add(` OR e.pass_run_id IS NOT NULL AND `).passes(s, "e").add(`)`)
	var out []invite.Fact
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

const claimKey = `
INSERT INTO idempotency_keys (actor_id, mutation, key, input_hash, created_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (actor_id, mutation, key) DO NOTHING`
const keyResult = `SELECT input_hash, result FROM idempotency_keys WHERE actor_id = $1 AND mutation = $2 AND key = $3`

// KeyResult is what a call with an idempotency key answered.
type KeyResult struct {
	InputHash []byte
	Result    []byte
}

// ClaimKey makes this transaction the one that answers for an idempotency key
// and returns nil; or, after the one that came first has committed, its
// result.
func (tx *Tx) ClaimKey(ctx context.Context, actor invite.ID, mutation, key string, inputHash []byte) (*KeyResult, error) {
	n, err := tx.exec(ctx, claimKey, actor, mutation, key, inputHash, tx.now)
	if err != nil || n == 1 {
		return nil, err
	}
	var r KeyResult
	return &r, tx.get(ctx, &r, keyResult, actor, mutation, key)
}

const answerKey = `UPDATE idempotency_keys SET result = $4 WHERE actor_id = $1 AND mutation = $2 AND key = $3`

// AnswerKey stores what the call answered: ids, never tokens or codes.
func (tx *Tx) AnswerKey(ctx context.Context, actor invite.ID, mutation, key string, result []byte) error {
	_, err := tx.exec(ctx, answerKey, actor, mutation, key, string(result))
	return err
}

const forgetKeys = `DELETE FROM idempotency_keys WHERE created_at < $1`
const forgetProofs = `DELETE FROM proofs WHERE expires_at < $1`
const forgetSessions = `DELETE FROM sessions WHERE expires_at < $1`

// Forget deletes what has outlived its use: idempotency keys after 24 hours,
// ended proofs, sign-ins 30 days after they lapsed, sheets of access passes
// whose time ran out, and what such passes could be printed from.
func (tx *Tx) Forget(ctx context.Context) error {
	_, e1 := tx.exec(ctx, forgetKeys, tx.now.Add(-24*time.Hour))
	_, e2 := tx.exec(ctx, forgetProofs, tx.now)
	_, e3 := tx.exec(ctx, forgetSessions, tx.now.AddDate(0, 0, -30))
	return errors.Join(e1, e2, e3, tx.forgetPasses(ctx))
}

const kindOf = `
SELECT 'Organization' AS kind FROM organizations WHERE id = $1
UNION ALL SELECT 'Location' FROM locations WHERE id = $1
UNION ALL SELECT 'Account' FROM accounts WHERE id = $1
UNION ALL SELECT 'Membership' FROM memberships WHERE id = $1
UNION ALL SELECT 'Contact' FROM contacts WHERE id = $1
UNION ALL SELECT 'Program' FROM programs WHERE id = $1
UNION ALL SELECT 'Group' FROM groups WHERE id = $1
UNION ALL SELECT 'Household' FROM households WHERE id = $1
UNION ALL SELECT 'AccessPassRun' FROM pass_runs WHERE id = $1
UNION ALL SELECT 'AccessPass' FROM access_passes WHERE id = $1
UNION ALL SELECT 'Invitation' FROM invitations WHERE id = $1
UNION ALL SELECT 'InvitationBatch' FROM batches WHERE id = $1
UNION ALL SELECT 'Delivery' FROM deliveries WHERE id = $1
UNION ALL SELECT 'InvitationEvent' FROM events WHERE id = $1 LIMIT 1`

// KindOf returns the schema's type name of the record with this id, whoever
// may see it, or NOT_FOUND.
func (r *Reader) KindOf(ctx context.Context, id invite.ID) (string, error) {
	var kind string
	err := r.get(ctx, &kind, kindOf, id)
	return kind, err
}
