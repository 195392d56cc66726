package store

import (
	"context"
	"time"

	"github.com/lib/pq"

	"usher/invite"
)

// Expiry is when an invitation lapses and when its reminder is due: what the
// indexes in Redis are made of.
type Expiry struct {
	ID                 invite.ID
	State              invite.InvitationState // as stored
	ExpiresAt          *time.Time             // always set while PENDING
	ReminderDaysBefore int
	Reminded           bool // the current round has its reminder, or is not sent yet
}

// reminded counts where EXISTS would do: Postgres may answer an EXISTS beside
// an OR by reading the whole table once, which a page of these cannot afford.
const expiryColumns = `i.id, i.state, i.expires_at, i.reminder_days_before, i.sent_at IS NULL OR (
    SELECT count(*) > 0 FROM rounds r WHERE r.invitation_id = i.id AND r.number = i.round AND r.purpose = 'REMINDER') AS reminded`

const expiriesByID = `SELECT ` + expiryColumns + ` FROM invitations i WHERE i.id = ANY($1)`

// Expiries returns those of ids that exist, whatever their state, in any order.
func (r *Reader) Expiries(ctx context.Context, ids []invite.ID) ([]Expiry, error) {
	var out []Expiry
	err := r.list(ctx, &out, expiriesByID, pq.Array(ids))
	return out, err
}

const pendingExpiries = `
SELECT ` + expiryColumns + ` FROM invitations i WHERE i.state = 'PENDING' AND i.id > $1 ORDER BY i.id LIMIT $2`

// PendingExpiries returns up to limit open invitations behind the id after, in
// the order of their ids; an empty after starts at the first.
func (r *Reader) PendingExpiries(ctx context.Context, after invite.ID, limit int) ([]Expiry, error) {
	var out []Expiry
	err := r.list(ctx, &out, pendingExpiries, orZero(after), limit)
	return out, err
}

const lapsed = `SELECT id FROM invitations WHERE state = 'PENDING' AND expires_at <= $1 ORDER BY expires_at LIMIT $2`

// Lapsed returns up to limit invitations that are stored as PENDING and lapsed
// by now.
func (r *Reader) Lapsed(ctx context.Context, now time.Time, limit int) ([]invite.ID, error) {
	var out []invite.ID
	err := r.list(ctx, &out, lapsed, now, limit)
	return out, err
}
