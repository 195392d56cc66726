package store

import (
	"context"
	"time"

	"github.com/lib/pq"

	"usher/invite"
)

const registeredSince = `SELECT household_id, began_at FROM household_spans WHERE household_id = ANY($1) AND ended_at IS NULL`

// RegisteredSince returns since when each of the households has had a
// registered member on file without a break; those that have none are left
// out. The caller has seen the households within its scope.
func (r *Reader) RegisteredSince(ctx context.Context, households []invite.ID) (map[invite.ID]time.Time, error) {
	var list []struct {
		HouseholdID invite.ID
		BeganAt     time.Time
	}
	err := r.list(ctx, &list, registeredSince, pq.Array(households))
	out := make(map[invite.ID]time.Time, len(list))
	for _, l := range list {
		out[l.HouseholdID] = l.BeganAt
	}
	return out, err
}

const householdMoves = `
SELECT width_bucket(at, $2::timestamptz[]) AS until, sum(n) AS n FROM (
    SELECT began_at AS at, 1 AS n FROM household_spans WHERE organization_id = $1
    UNION ALL SELECT ended_at, -1 FROM household_spans WHERE organization_id = $1 AND ended_at IS NOT NULL
) moves GROUP BY 1 ORDER BY 1`

// RegisteredHouseholds returns how many households of the organization had a
// registered member on file at each of the times, which ascend: those that
// had one just before it.
func (r *Reader) RegisteredHouseholds(ctx context.Context, organization invite.ID, at []time.Time) ([]int, error) {
	var moves []struct{ Until, N int } // Until counts the times that were no later
	if err := r.list(ctx, &moves, householdMoves, organization, pq.Array(at)); err != nil {
		return nil, err
	}
	out := make([]int, len(at))
	for _, m := range moves {
		for i := m.Until; i < len(at); i++ {
			out[i] += m.N
		}
	}
	return out, nil
}

// SeatChange is how many seats of a type came, less those that went, on a day.
type SeatChange struct {
	Day        string // YYYY-MM-DD
	ClientType invite.ClientType
	N          int
}

const seatChanges = `
SELECT to_char(greatest(day, $2::date), 'YYYY-MM-DD') AS day, client_type, sum(change) AS n
FROM seat_days WHERE organization_id = $1 GROUP BY 1, 2 HAVING sum(change) <> 0 ORDER BY 1, 2`

// SeatChanges returns the changes of the organization's seats by day, those
// before the day from as if they were on it. The sum of all is what there is
// now.
func (r *Reader) SeatChanges(ctx context.Context, organization invite.ID, from string) ([]SeatChange, error) {
	var out []SeatChange
	err := r.list(ctx, &out, seatChanges, organization, from)
	return out, err
}

// HouseholdSpan is a stretch of time in which a household counted.
type HouseholdSpan struct {
	ID          invite.ID
	HouseholdID invite.ID // it may be no more
	Name        string    // the household's when it began
	NameLower   string
	Because     string // whose joining made it count
	BeganAt     time.Time
	EndedAt     *time.Time
}

// HouseholdSpans returns up to limit spans of the organization that lie in the
// time from start up to but not at end, be it in part, by name and id, behind
// after where it is set.
func (r *Reader) HouseholdSpans(ctx context.Context, organization invite.ID, start, end time.Time, after *After, limit int) ([]HouseholdSpan, error) {
	var q query
	q.add(`SELECT id, household_id, name, name_lower, because, began_at, ended_at FROM household_spans WHERE organization_id = ?`, organization)
	q.add(` AND began_at < ? AND (ended_at IS NULL OR ended_at > ?)`, end, start)
	if after != nil {
		q.add(` AND (name_lower, id) > (?, ?::uuid)`, after.Value, after.ID)
	}
	q.add(` ORDER BY name_lower, id LIMIT ?`, limit)
	var out []HouseholdSpan
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}
