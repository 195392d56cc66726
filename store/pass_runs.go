package store

import (
	"context"

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
