package store

import (
	"context"

	"github.com/lib/pq"

	"usher/invite"
)

// Rank is a waiting round's place in its lane, from 0.
type Rank struct {
	RoundID      invite.ID
	InvitationID invite.ID
	BatchID      *invite.ID
	LocationID   invite.ID
	Rank         int
}

// ranked counts the rounds before each wanted one. In each priority of a lane
// it numbers those from the first wanted one to the last; what is before these
// is only counted, and what is behind not looked at. (Bounds of priority and
// place together would be one comparison of rows, at whose end Postgres 15 does
// not stop reading an index.)
const ranked = `
SELECT w.id AS round_id, w.invitation_id, w.batch_id, w.location_id, n.rank
FROM (SELECT location_id, priority, min(place) AS low, max(place) AS high FROM wanted GROUP BY location_id, priority) span
CROSS JOIN LATERAL (
    SELECT count(*) AS earlier FROM rounds r
    WHERE r.location_id = span.location_id AND r.state = 'WAITING' AND r.priority < span.priority
) e
CROSS JOIN LATERAL (
    SELECT count(*) AS lower FROM rounds r
    WHERE r.location_id = span.location_id AND r.state = 'WAITING' AND r.priority = span.priority AND r.place < span.low
) l
CROSS JOIN LATERAL (
    SELECT r.id, e.earlier + l.lower + row_number() OVER (ORDER BY r.place) - 1 AS rank FROM rounds r
    WHERE r.location_id = span.location_id AND r.state = 'WAITING' AND r.priority = span.priority AND r.place BETWEEN span.low AND span.high
) n
JOIN wanted w ON w.id = n.id`

const wanted = `WITH wanted AS (SELECT * FROM rounds WHERE state = 'WAITING' AND `

const ranksOfRounds = wanted + `id = ANY($1))` + ranked

// RanksOfRounds returns the place of each of the rounds that waits.
func (r *Reader) RanksOfRounds(ctx context.Context, ids []invite.ID) ([]Rank, error) {
	var out []Rank
	err := r.list(ctx, &out, ranksOfRounds, pq.Array(ids))
	return out, err
}

const ranksOfInvitations = wanted + `invitation_id = ANY($1))` + ranked

// RanksOfInvitations returns the place of each waiting round of the
// invitations.
func (r *Reader) RanksOfInvitations(ctx context.Context, ids []invite.ID) ([]Rank, error) {
	var out []Rank
	err := r.list(ctx, &out, ranksOfInvitations, pq.Array(ids))
	return out, err
}

const lastOfBatches = wanted + `batch_id = ANY($1))
SELECT DISTINCT ON (batch_id, location_id) * FROM (` + ranked + `) lanes ORDER BY batch_id, location_id, rank DESC`

// LastOfBatches returns, for each batch and each lane it waits in, its last
// waiting round.
func (r *Reader) LastOfBatches(ctx context.Context, batches []invite.ID) ([]Rank, error) {
	var out []Rank
	err := r.list(ctx, &out, lastOfBatches, pq.Array(batches))
	return out, err
}

// Depth is how many rounds wait in a lane.
type Depth struct {
	LocationID invite.ID
	N          int
}

const depths = `
SELECT location_id, count(*) AS n FROM rounds WHERE state = 'WAITING' AND location_id = ANY($1) GROUP BY location_id`

// Depths returns how many rounds wait in each of the lanes; an empty lane has
// no row.
func (r *Reader) Depths(ctx context.Context, locations []invite.ID) ([]Depth, error) {
	var out []Depth
	err := r.list(ctx, &out, depths, pq.Array(locations))
	return out, err
}

// Spot is where a waiting round stands in the order of lanes. A page of a queue
// begins behind one.
type Spot struct {
	Priority invite.Priority
	Place    int64
}

// Front is before every round.
var Front = Spot{Priority: -1}

// QueuesOfLocations returns up to perLane rounds that wait in each of the
// lanes, in their order, behind the spot: those of the contacts that the scope
// sees.
func (r *Reader) QueuesOfLocations(ctx context.Context, s Scope, locations []invite.ID, after Spot, perLane int) ([]invite.Round, error) {
	return r.queues(ctx, s, "location_id", locations, after, perLane)
}

// QueuesOfBatches is QueuesOfLocations of what waits of each of the batches,
// in whichever lanes: in the order of priority and place.
func (r *Reader) QueuesOfBatches(ctx context.Context, s Scope, batches []invite.ID, after Spot, perBatch int) ([]invite.Round, error) {
	return r.queues(ctx, s, "batch_id", batches, after, perBatch)
}

func (r *Reader) queues(ctx context.Context, s Scope, column string, ids []invite.ID, after Spot, limit int) ([]invite.Round, error) {
	var q query
	q.add(`SELECT `+roundColumns+` FROM unnest(?::uuid[]) AS q (id) CROSS JOIN LATERAL (
    SELECT w.* FROM rounds w JOIN contacts c ON c.id = w.contact_id
    WHERE w.`+column+` = q.id AND w.state = 'WAITING' AND (w.priority, w.place) > (?, ?) AND `,
		pq.Array(ids), after.Priority, after.Place).contacts(s, "c")
	q.add(` ORDER BY w.priority, w.place LIMIT ?) r ORDER BY q.id, r.priority, r.place`, limit)
	var out []invite.Round
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// Joining is what one action would put into a lane: fresh rounds at the end of
// their priority, and waiting ones that are raised, between the places Lowest
// and Highest.
type Joining struct {
	LocationID      invite.ID
	Lowest, Highest int64 // 0 where none is raised
}

// Ahead is how many rounds that wait already would leave before.
type Ahead struct {
	LocationID invite.ID
	Fresh      int // before the first fresh round
	Lowest     int // of priority SINGLE, before the place Lowest
	Highest    int // of priority SINGLE, before the place Highest
}

const ahead = `
SELECT j.location_id, count(r.place) AS fresh,
    count(r.place) FILTER (WHERE r.priority = 0 AND r.place < j.lowest) AS lowest,
    count(r.place) FILTER (WHERE r.priority = 0 AND r.place < j.highest) AS highest
FROM unnest($1::uuid[], $2::bigint[], $3::bigint[]) AS j (location_id, lowest, highest)
LEFT JOIN rounds r ON r.location_id = j.location_id AND r.state = 'WAITING' AND r.priority <= $4
GROUP BY j.location_id`

// Ahead counts, for each of the lanes, what would leave before the rounds that
// join it. Fresh rounds have the priority.
func (r *Reader) Ahead(ctx context.Context, lanes []Joining, priority invite.Priority) ([]Ahead, error) {
	if len(lanes) == 0 {
		return nil, nil
	}
	var locations []invite.ID
	var lowest, highest []int64
	for _, j := range lanes {
		locations, lowest, highest = append(locations, j.LocationID), append(lowest, j.Lowest), append(highest, j.Highest)
	}
	var out []Ahead
	err := r.list(ctx, &out, ahead, pq.Array(locations), pq.Array(lowest), pq.Array(highest), priority)
	return out, err
}
