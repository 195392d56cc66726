package store

import (
	"context"
	"time"

	"github.com/lib/pq"

	"usher/invite"
)

const runColumns = `r.id, r.organization_id, r.number, r.location_id, r.note, r.created_by_name, r.expires_at, r.printed_at, r.created_at`

// PassRuns returns those of ids that the scope sees, in any order.
func (r *Reader) PassRuns(ctx context.Context, s Scope, ids []invite.ID) ([]invite.PassRun, error) {
	var q query
	q.add(`SELECT `+runColumns+` FROM pass_runs r WHERE r.id = ANY(?) AND `, pq.Array(ids)).passes(s, "r")
	var out []invite.PassRun
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// PassRun returns one run of access passes, or NOT_FOUND.
func (r *Reader) PassRun(ctx context.Context, s Scope, id invite.ID) (invite.PassRun, error) {
	return One(r.PassRuns(ctx, s, []invite.ID{id}))
}

// PassRunPage returns up to limit runs of the organization, newest first,
// behind the run of that number where it is not 0.
func (r *Reader) PassRunPage(ctx context.Context, s Scope, organization invite.ID, after, limit int) ([]invite.PassRun, error) {
	var q query
	q.add(`SELECT `+runColumns+` FROM pass_runs r WHERE r.organization_id = ? AND `, organization).passes(s, "r")
	if after != 0 {
		q.add(` AND r.number < ?`, after)
	}
	q.add(` ORDER BY r.number DESC LIMIT ?`, limit)
	var out []invite.PassRun
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

const nextRunNumber = `SELECT coalesce(max(number), 0) + 1 FROM pass_runs WHERE organization_id = $1`

// NextRunNumber returns the number of the organization's next run. The caller
// holds the organization's lock.
func (tx *Tx) NextRunNumber(ctx context.Context, organization invite.ID) (int, error) {
	var n int
	err := tx.get(ctx, &n, nextRunNumber, organization)
	return n, err
}

const insertPassRun = `
INSERT INTO pass_runs (id, organization_id, number, location_id, note, group_ids, created_by, created_by_name, expires_at, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

// InsertPassRun adds a run, without its passes. by is the membership of whoever
// generated it, nil for the system itself.
func (tx *Tx) InsertPassRun(ctx context.Context, r invite.PassRun, groups []invite.ID, by *invite.ID) error {
	if groups == nil {
		groups = []invite.ID{} // a nil slice is NULL
	}
	_, err := tx.exec(ctx, insertPassRun, r.ID, r.OrganizationID, r.Number, r.LocationID, r.Note, pq.Array(groups), by, r.CreatedByName, r.ExpiresAt, tx.now)
	return err
}

const passCounts = `
SELECT run_id, count(*) AS total,
    count(*) FILTER (WHERE state = 'AVAILABLE' AND (expires_at IS NULL OR expires_at > $2)) AS available,
    count(*) FILTER (WHERE state = 'REDEEMED') AS redeemed,
    count(*) FILTER (WHERE state = 'REVOKED') AS revoked,
    count(*) FILTER (WHERE state = 'AVAILABLE' AND expires_at <= $2) AS expired
FROM access_passes WHERE run_id = ANY($1) GROUP BY run_id`

// PassCount is how many passes of a run stand where.
type PassCount struct {
	RunID                                        invite.ID
	Total, Available, Redeemed, Revoked, Expired int
}

// PassCounts counts the passes of the runs as they stand at now. The caller
// has seen the runs within its scope.
func (r *Reader) PassCounts(ctx context.Context, runs []invite.ID, now time.Time) ([]PassCount, error) {
	var out []PassCount
	err := r.list(ctx, &out, passCounts, pq.Array(runs), now)
	return out, err
}

const runTimelines = `
SELECT e.* FROM unnest($1::uuid[]) AS t (id) CROSS JOIN LATERAL (
    SELECT ` + factColumns + ` FROM events e WHERE e.pass_run_id = t.id ORDER BY e.at DESC, e.id DESC LIMIT $2) e
ORDER BY e.pass_run_id, e.at DESC, e.id DESC`

// RunTimelines returns up to limit facts about each of the runs, newest first.
// The caller has seen the runs within its scope.
func (r *Reader) RunTimelines(ctx context.Context, runs []invite.ID, limit int) ([]invite.Fact, error) {
	var out []invite.Fact
	err := r.list(ctx, &out, runTimelines, pq.Array(runs), limit)
	return out, err
}

const groupsOfRuns = `
SELECT r.id AS run_id, g.id AS "label.id", g.organization_id AS "label.organization_id", g.name AS "label.name"
FROM pass_runs r JOIN groups g ON g.organization_id = r.organization_id AND g.id = ANY(r.group_ids)
WHERE r.id = ANY($1) ORDER BY r.id, g.name_lower, g.id`

// RunGroup is a group that those who join with a pass of the run come into.
type RunGroup struct {
	RunID invite.ID
	Label invite.Group
}

// GroupsOfRuns returns the groups of the runs that still exist, by name. The
// caller has seen the runs within its scope.
func (r *Reader) GroupsOfRuns(ctx context.Context, runs []invite.ID) ([]RunGroup, error) {
	var out []RunGroup
	err := r.list(ctx, &out, groupsOfRuns, pq.Array(runs))
	return out, err
}

// GroupsOfRun returns the ids of a run's groups that still exist, by name.
func (r *Reader) GroupsOfRun(ctx context.Context, run invite.ID) ([]invite.ID, error) {
	list, err := r.GroupsOfRuns(ctx, []invite.ID{run})
	var out []invite.ID
	for _, g := range list {
		out = append(out, g.Label.ID)
	}
	return out, err
}
