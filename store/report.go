package store

import (
	"context"
	"time"

	"github.com/lib/pq"

	"usher/invite"
)

// ReportDay is how much of what happened in an organization, or at one of its
// locations, on one day of the location's calendar.
type ReportDay struct {
	OrganizationID invite.ID
	Date           string // YYYY-MM-DD
	Created        int    // contacts
	Invited        int    // invitations made
	Queued         int    // rounds, resends included
	Sent           int    // rounds of which a first message left
	FirstSent      int    // of Sent: the invitation's first
	Accepted       int
	Declined       int
	Expired        int
	Revoked        int
	Failed         int
}

// Reports returns the days up to today, today included, of each of the
// organizations, oldest first, or of one location where it is given. Days on
// which nothing happened are there too. Of several locations, today is where
// the day has begun first. The caller has seen the organizations within its
// scope, and that the location is theirs.
//
// Events are counted when they get their positions, a moment after they are
// committed.
func (r *Reader) Reports(ctx context.Context, organizations []invite.ID, location *invite.ID, days int, now time.Time) ([]ReportDay, error) {
	var q query
	q.add(`
WITH today AS (
    SELECT z.organization_id, max(day_at(?, z.time_zone)) AS day FROM (
        SELECT DISTINCT l.organization_id, l.time_zone FROM locations l WHERE l.organization_id = ANY(?)`, now, pq.Array(organizations))
	if location != nil {
		q.add(` AND l.id = ?`, *location)
	}
	q.add(`) z GROUP BY z.organization_id
)
SELECT t.organization_id, to_char(t.day - back, 'YYYY-MM-DD') AS date,
    coalesce(r.created, 0) AS created, coalesce(r.invited, 0) AS invited, coalesce(r.queued, 0) AS queued, coalesce(r.sent, 0) AS sent,
    coalesce(r.first_sent, 0) AS first_sent, coalesce(r.accepted, 0) AS accepted, coalesce(r.declined, 0) AS declined,
    coalesce(r.expired, 0) AS expired, coalesce(r.revoked, 0) AS revoked, coalesce(r.failed, 0) AS failed
FROM today t CROSS JOIN generate_series(0, ?::integer - 1) back
LEFT JOIN report_days r ON r.organization_id = t.organization_id AND r.day = t.day - back AND r.location_id`, days)
	if location != nil {
		q.add(` = ?`, *location)
	} else {
		q.add(` IS NULL`)
	}
	q.add(` ORDER BY t.organization_id, t.day - back`)
	var out []ReportDay
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// Problem is a message that did not arrive.
type Problem struct {
	invite.Delivery
	ContactID invite.ID
	At        time.Time // when it was last tried, or more was heard of it
}

// problem is the condition of an index: both are the same words.
const problem = `d.state IN ('DEFERRED', 'BOUNCED', 'COMPLAINED', 'SUPPRESSED', 'FAILED') AND d.credential_ended_at IS NULL AND NOT d.superseded`

// Problems returns up to limit messages of each of the organizations that did
// not arrive, the newest first: of the current round of invitations that are
// not over, of contacts on file whom the scope sees and who have not joined.
// The caller has seen the organizations within its scope.
func (r *Reader) Problems(ctx context.Context, s Scope, organizations []invite.ID, limit int) ([]Problem, error) {
	const wanted = `i.round = d.number AND c.invitation_id = i.id AND c.account_id IS NULL AND c.archived_at IS NULL`
	var q query
	q.add(`SELECT p.* FROM unnest(?::uuid[]) o (id) CROSS JOIN LATERAL (
    SELECT `+deliveryColumns+`, coalesce(d.tried_at, d.created_at) AS at, `, pq.Array(organizations))
	if s.WholeOrganization() || s.every {
		// Along the index, whatever share is wanted: a condition that is a
		// subquery is not mistaken for one that few rows meet.
		q.add(`(SELECT r.contact_id FROM rounds r WHERE r.id = d.round_id) AS contact_id FROM deliveries d
    WHERE d.organization_id = o.id AND `).tenant(s, "d")
		q.add(` AND (SELECT ` + wanted + ` FROM invitations i JOIN contacts c ON c.id = i.contact_id WHERE i.id = d.invitation_id)`)
	} else { // from the few contacts that the scope sees
		q.add(`c.id AS contact_id FROM contacts c JOIN invitations i ON i.id = c.invitation_id JOIN deliveries d ON d.invitation_id = i.id
    WHERE c.organization_id = o.id AND `).contacts(s, "c")
		q.add(` AND ` + wanted)
	}
	q.add(` AND `+problem+` ORDER BY coalesce(d.tried_at, d.created_at) DESC, d.id DESC LIMIT ?) p
ORDER BY p.organization_id, p.at DESC, p.id DESC`, limit)
	var out []Problem
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}
