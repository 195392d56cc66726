package store

import (
	"context"
	"time"

	"github.com/lib/pq"

	"usher/invite"
)

const deliveryColumns = `d.id, d.organization_id, d.invitation_id, d.round_id, d.number, d.purpose, d.channel, d.address, d.state,
	d.attempt, d.first_attempt_at, d.next_attempt_at, d.reason, d.provider_id, d.sent_at, d.credential_ended_at, d.created_at`

const insertDeliveries = `
INSERT INTO deliveries (id, organization_id, invitation_id, round_id, number, purpose, channel, state, reason, created_at)
SELECT id, $1, invitation_id, round_id, number, purpose, channel, state, reason, $2
FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::int[], $7::text[], $8::text[], $9::text[], $10::text[])
  AS t (id, invitation_id, round_id, number, purpose, channel, state, reason)`

// InsertDeliveries adds messages of one organization in one statement. They
// have neither address nor credential until they are dispatched.
func (tx *Tx) InsertDeliveries(ctx context.Context, organization invite.ID, list []invite.Delivery) error {
	var col struct {
		ids, invitations, rounds            []invite.ID
		numbers                             []int64
		purposes, channels, states, reasons []string
	}
	for _, d := range list {
		col.ids = append(col.ids, d.ID)
		col.invitations = append(col.invitations, d.InvitationID)
		col.rounds = append(col.rounds, d.RoundID)
		col.numbers = append(col.numbers, int64(d.Number))
		col.purposes = append(col.purposes, string(d.Purpose))
		col.channels = append(col.channels, string(d.Channel))
		col.states = append(col.states, string(d.State))
		col.reasons = append(col.reasons, d.Reason)
	}
	_, err := tx.exec(ctx, insertDeliveries, organization, tx.now, pq.Array(col.ids), pq.Array(col.invitations), pq.Array(col.rounds),
		pq.Array(col.numbers), pq.Array(col.purposes), pq.Array(col.channels), pq.Array(col.states), pq.Array(col.reasons))
	return err
}

const deliveriesOfInvitations = `
SELECT ` + deliveryColumns + ` FROM deliveries d WHERE d.invitation_id = ANY($1)
ORDER BY d.invitation_id, d.number, d.purpose, d.channel LIMIT 10000`

// DeliveriesOfInvitations returns the messages of the invitations, oldest
// first. The caller has seen the invitations within its scope.
func (r *Reader) DeliveriesOfInvitations(ctx context.Context, ids []invite.ID) ([]invite.Delivery, error) {
	var out []invite.Delivery
	err := r.list(ctx, &out, deliveriesOfInvitations, pq.Array(ids))
	return out, err
}

const deliveriesOfRound = `SELECT ` + deliveryColumns + ` FROM deliveries d WHERE d.round_id = $1 ORDER BY d.channel`

// DeliveriesOfRound returns the messages of a round.
func (r *Reader) DeliveriesOfRound(ctx context.Context, round invite.ID) ([]invite.Delivery, error) {
	var out []invite.Delivery
	err := r.list(ctx, &out, deliveriesOfRound, round)
	return out, err
}

// Deliveries returns those of ids that the scope sees, in any order.
func (r *Reader) Deliveries(ctx context.Context, s Scope, ids []invite.ID) ([]invite.Delivery, error) {
	var q query
	q.add(`SELECT `+deliveryColumns+` FROM deliveries d JOIN invitations i ON i.id = d.invitation_id JOIN contacts c ON c.id = i.contact_id
WHERE d.id = ANY(?) AND `, pq.Array(ids)).contacts(s, "c")
	var out []invite.Delivery
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

const saveDelivery = `
UPDATE deliveries SET address = $2, state = $3, attempt = $4, first_attempt_at = $5, next_attempt_at = $6, reason = $7, provider_id = $8, sent_at = $9,
    tried_at = CASE WHEN state <> $3 OR attempt <> $4 THEN $10 ELSE tried_at END
WHERE id = $1`

// SaveDelivery stores a changed message; its credential is stored apart. The
// caller holds the contact's lock.
func (tx *Tx) SaveDelivery(ctx context.Context, d invite.Delivery) error {
	_, err := tx.exec(ctx, saveDelivery, d.ID, d.Address, d.State, d.Attempt, d.FirstAttemptAt, d.NextAttemptAt, d.Reason, d.ProviderID, d.SentAt, tx.now)
	return err
}

const mint = `UPDATE deliveries SET token_hash = $2, code_hash = $3, sealed = $4 WHERE id = $1 AND token_hash IS NULL`

// Mint stores a message's credential: hashes to find it by, sealed text to
// repeat it with. A credential is minted once; a second call changes nothing.
// Call it before the message becomes DISPATCHING.
func (tx *Tx) Mint(ctx context.Context, delivery invite.ID, tokenHash, codeHash, sealed []byte) error {
	_, err := tx.exec(ctx, mint, delivery, tokenHash, codeHash, sealed)
	return err
}

const sealedText = `SELECT sealed FROM deliveries WHERE id = $1 AND sealed IS NOT NULL`

// Sealed returns the sealed credential of a message that no provider has
// accepted yet, or NOT_FOUND.
func (r *Reader) Sealed(ctx context.Context, delivery invite.ID) ([]byte, error) {
	var out []byte
	err := r.get(ctx, &out, sealedText, delivery)
	return out, err
}

const eraseSeal = `UPDATE deliveries SET sealed = NULL WHERE id = $1`

// EraseSeal forgets the readable credential of a message that need not be
// repeated.
func (tx *Tx) EraseSeal(ctx context.Context, delivery invite.ID) error {
	_, err := tx.exec(ctx, eraseSeal, delivery)
	return err
}

// A code is forgotten with its credential; a link's hash stays, so that its
// holder can be told what became of the invitation.
const endCredentials = `
UPDATE deliveries d SET sealed = NULL, code_hash = NULL, credential_ended_at = coalesce(d.credential_ended_at, $1), next_attempt_at = NULL,
    state = CASE WHEN d.state IN ('SCHEDULED', 'DISPATCHING', 'DEFERRED') THEN 'CANCELLED' ELSE d.state END
FROM unnest($2::uuid[], $3::int[], $4::text[]) AS t (invitation_id, up_to, channel)
WHERE d.invitation_id = t.invitation_id AND d.number <= t.up_to AND (t.channel IS NULL OR d.channel = t.channel)`

// A round whose last open message was cancelled is done.
const settleRounds = `
UPDATE rounds r SET state = 'DONE'
WHERE r.invitation_id = ANY($1) AND r.state = 'SENDING'
  AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.round_id = r.id AND d.state IN ('SCHEDULED', 'DISPATCHING', 'DEFERRED'))`

// Ended says which credentials of an invitation end: those of its rounds up to
// a number, on one channel or on all.
type Ended struct {
	Invitation invite.ID
	UpTo       int
	Channel    *invite.Channel
}

// EndCredentials ends credentials and cancels what of them is not sent. The
// caller holds the contacts' locks.
func (tx *Tx) EndCredentials(ctx context.Context, list ...Ended) error {
	if len(list) == 0 {
		return nil
	}
	var ids []invite.ID
	var upTo []int64
	var channels []*invite.Channel
	for _, e := range list {
		ids, upTo, channels = append(ids, e.Invitation), append(upTo, int64(e.UpTo)), append(channels, e.Channel)
	}
	if _, err := tx.exec(ctx, endCredentials, tx.now, pq.Array(ids), pq.Array(upTo), pq.Array(channels)); err != nil {
		return err
	}
	_, err := tx.exec(ctx, settleRounds, pq.Array(ids))
	return err
}

const endCredentialsAt = `
UPDATE deliveries d SET sealed = NULL, code_hash = NULL, credential_ended_at = coalesce(credential_ended_at, $3), next_attempt_at = NULL,
    state = CASE WHEN d.state IN ('DISPATCHING', 'DEFERRED') THEN 'CANCELLED' ELSE d.state END,
    reason = CASE WHEN d.state IN ('DISPATCHING', 'DEFERRED') THEN 'The address was changed.' ELSE d.reason END
FROM invitations i
WHERE i.id = d.invitation_id AND i.contact_id = $1 AND d.channel = $2 AND d.address IS NOT NULL`

// EndCredentialsAt ends what was sent to a contact on a channel whose address
// was replaced, and cancels what is on its way there. The caller ends rounds of
// which nothing is left.
func (tx *Tx) EndCredentialsAt(ctx context.Context, contact invite.ID, channel invite.Channel) error {
	_, err := tx.exec(ctx, endCredentialsAt, contact, channel, tx.now)
	return err
}

const deliveryByToken = `SELECT ` + deliveryColumns + ` FROM deliveries d WHERE d.token_hash = ANY($1)`
const deliveryByCode = `SELECT ` + deliveryColumns + ` FROM deliveries d WHERE d.code_hash = ANY($1)`

// DeliveryByToken returns the message whose link token has one of the keyed
// hashes, or NOT_FOUND.
func (r *Reader) DeliveryByToken(ctx context.Context, hashes [][]byte) (invite.Delivery, error) {
	var d invite.Delivery
	err := r.get(ctx, &d, deliveryByToken, pq.ByteaArray(hashes))
	return d, err
}

// DeliveryByCode returns the message whose typed code has one of the keyed
// hashes, or NOT_FOUND.
func (r *Reader) DeliveryByCode(ctx context.Context, hashes [][]byte) (invite.Delivery, error) {
	var d invite.Delivery
	err := r.get(ctx, &d, deliveryByCode, pq.ByteaArray(hashes))
	return d, err
}

const dueAttempts = `
SELECT d.id FROM deliveries d WHERE d.state IN ('DISPATCHING', 'DEFERRED') AND d.next_attempt_at <= $1 ORDER BY d.next_attempt_at LIMIT $2`

// DueAttempts returns up to limit messages whose next attempt is due: deferred
// ones, and ones whose sender was lost.
func (r *Reader) DueAttempts(ctx context.Context, now time.Time, limit int) ([]invite.ID, error) {
	var out []invite.ID
	err := r.list(ctx, &out, dueAttempts, now, limit)
	return out, err
}

const deliveryByID = `SELECT ` + deliveryColumns + ` FROM deliveries d WHERE d.id = $1`

// Delivery returns one message for the sender, or NOT_FOUND.
func (r *Reader) Delivery(ctx context.Context, id invite.ID) (invite.Delivery, error) {
	var d invite.Delivery
	err := r.get(ctx, &d, deliveryByID, id)
	return d, err
}
