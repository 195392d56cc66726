package store

import (
	"context"
	"strings"
	"time"

	"github.com/lib/pq"

	"usher/invite"
)

// ContactFilter narrows a list; every field that is set must match, and within
// one field any of its values.
type ContactFilter struct {
	Stages      []invite.Stage
	Statuses    []invite.ContactStatus
	ClientTypes []invite.ClientType
	Programs    []invite.ID
	Groups      []invite.ID
	Locations   []invite.ID
	Trainers    []invite.ID // by membership
	Households  []invite.ID
	InHousehold *bool // only members of a household, or only those of none
	JoinedBy    []invite.JoinRoute
	Search      string // every word must stand somewhere in name, email, phone or address
	Archived    bool   // only archived contacts instead of only the others

	ExpiresBefore *time.Time // whose invitation is open and lapses before
}

// Empty tells whether the filter lets every contact on file through.
func (f ContactFilter) Empty() bool {
	return !f.Archived && strings.TrimSpace(f.Search) == "" && f.Stages == nil && f.Statuses == nil &&
		f.ClientTypes == nil && f.Programs == nil && f.Groups == nil && f.Locations == nil && f.Trainers == nil &&
		f.Households == nil && f.InHousehold == nil && f.JoinedBy == nil && f.ExpiresBefore == nil
}

// ContactSort is the order of a list; ties are broken by id.
type ContactSort struct {
	By         SortKey
	Descending bool
}

// SortKey is what a list of contacts is sorted by.
type SortKey string

// The sort keys. Contacts without an email come first by EMAIL; those without
// an open invitation come last by EXPIRES_AT, in either direction.
const (
	ByName      SortKey = "NAME"
	ByEmail     SortKey = "EMAIL"
	ByCreatedAt SortKey = "CREATED_AT"
	ByExpiry    SortKey = "EXPIRES_AT"
)

// After is the place in a list behind which a page begins: the sort key's
// value of the last row seen, and its id.
type After struct {
	Value string
	ID    invite.ID
}

var sortColumns = map[SortKey]string{
	ByName:      "c.name_lower",
	ByEmail:     "coalesce(c.email, '')",
	ByCreatedAt: "c.created_at",
}

// SortValue returns what c is sorted by at now, as After needs it.
func (s ContactSort) SortValue(c invite.Contact, now time.Time) string {
	switch s.By {
	case ByExpiry:
		if c.LapsesAt == nil || c.StatusAt(now) != invite.ContactStatus(invite.Pending) {
			return ""
		}
		return c.LapsesAt.UTC().Format(time.RFC3339Nano)
	case ByEmail:
		return deref(c.Email)
	case ByCreatedAt:
		return c.CreatedAt.UTC().Format(time.RFC3339Nano)
	default:
		return strings.ToLower(c.Name)
	}
}

// ContactPage returns up to limit contacts of one organization in the order of
// sort, behind after where it is set, by keyset: a deep page costs what the
// first does.
func (r *Reader) ContactPage(ctx context.Context, s Scope, f ContactFilter, sort ContactSort, after *After, limit int, now time.Time) ([]invite.Contact, error) {
	if sort.By == ByExpiry {
		return r.contactsByExpiry(ctx, s, f, sort.Descending, after, limit, now)
	}
	column, direction, than := sortColumns[sort.By], "ASC", ">"
	if sort.Descending {
		direction, than = "DESC", "<"
	}
	var q query
	q.add(`SELECT `+contactColumns+` FROM contacts c WHERE `).filter(s, f, now)
	if after != nil {
		cast := ""
		if sort.By == ByCreatedAt {
			cast = "::timestamptz"
		}
		q.add(` AND (`+column+`, c.id) `+than+` (?`+cast+`, ?::uuid)`, after.Value, after.ID)
	}
	q.add(` ORDER BY `+column+` `+direction+`, c.id `+direction+` LIMIT ?`, limit)
	var out []invite.Contact
	err := r.planned(f).list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// planned returns a reader whose statements Postgres plans for their values
// where there is a filter: what suits a rare word took a frequent one forty
// times as long. Without a filter one plan suits all, and is kept.
func (r *Reader) planned(filter interface{ Empty() bool }) *Reader {
	if filter.Empty() {
		return r
	}
	fresh := *r
	fresh.unprepared = true
	return &fresh
}

// filter adds the conditions of a scope and a filter over contacts c.
func (q *query) filter(s Scope, f ContactFilter, now time.Time) *query {
	q.contacts(s, "c")
	if f.Archived {
		q.add(` AND c.archived_at IS NOT NULL`)
	} else {
		q.add(` AND c.archived_at IS NULL`)
	}
	if f.Stages != nil {
		q.add(` AND c.stage = ANY(?)`, pq.Array(f.Stages))
	}
	if f.ClientTypes != nil {
		q.add(` AND c.client_type = ANY(?)`, pq.Array(f.ClientTypes))
	}
	if f.Locations != nil {
		q.add(` AND c.location_id = ANY(?)`, pq.Array(f.Locations))
	}
	if f.Trainers != nil {
		q.add(` AND c.trainer_id = ANY(?)`, pq.Array(f.Trainers))
	}
	if f.Programs != nil {
		q.add(` AND EXISTS (SELECT 1 FROM enrolments e WHERE e.contact_id = c.id AND e.program_id = ANY(?))`, pq.Array(f.Programs))
	}
	if f.Groups != nil {
		q.add(` AND EXISTS (SELECT 1 FROM group_members g WHERE g.contact_id = c.id AND g.group_id = ANY(?))`, pq.Array(f.Groups))
	}
	if f.Households != nil {
		q.add(` AND c.household_id = ANY(?)`, pq.Array(f.Households))
	}
	if f.InHousehold != nil {
		q.add(` AND (c.household_id IS NOT NULL) = ?`, *f.InHousehold)
	}
	if f.JoinedBy != nil {
		q.add(` AND c.joined_by = ANY(?)`, pq.Array(f.JoinedBy))
	}
	if f.Statuses != nil {
		q.status(f.Statuses, now)
	}
	if f.ExpiresBefore != nil {
		q.add(` AND c.lapses_at > ? AND c.lapses_at < ?`, now, *f.ExpiresBefore)
	}
	return q.words("c.search", f.Search)
}

// words limits to rows in whose column every word of the search stands.
func (q *query) words(column, search string) *query {
	for _, word := range strings.Fields(strings.ToLower(search)) {
		if strings.ContainsRune(word, 0) { // stands in no text, and Postgres takes no argument with it
			return q.add(` AND false`)
		}
		q.add(` AND `+column+` LIKE ?`, "%"+likeEscaper.Replace(word)+"%")
	}
	return q
}

var likeEscaper = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// status limits to statuses as they are at now: a lapsed invitation is
// expired whether or not the sweep has been there.
func (q *query) status(statuses []invite.ContactStatus, now time.Time) {
	var pending, expired bool
	for _, st := range statuses {
		pending = pending || st == invite.ContactStatus(invite.Pending)
		expired = expired || st == invite.ContactStatus(invite.Expired)
	}
	q.add(` AND (c.status = ANY(?)`, pq.Array(statuses))
	switch {
	case pending && !expired:
		q.add(` AND NOT (c.status = 'PENDING' AND c.lapses_at <= ?)`, now)
	case expired && !pending:
		q.add(` OR (c.status = 'PENDING' AND c.lapses_at <= ?)`, now)
	}
	q.add(`)`)
}

// CountLimit is where counts of a filtered list stop.
const CountLimit = 10_000

// CountContacts returns how many contacts match, at most CountLimit+1.
func (r *Reader) CountContacts(ctx context.Context, s Scope, f ContactFilter, now time.Time) (int, error) {
	var q query
	q.add(`SELECT count(*) FROM (SELECT 1 FROM contacts c WHERE `).filter(s, f, now).add(` LIMIT ?) matched`, CountLimit+1)
	var n int
	err := r.planned(f).get(ctx, &n, q.text.String(), q.args...)
	return n, err
}

// StatusCount is how many contacts stand in a status.
type StatusCount struct {
	Status invite.ContactStatus
	N      int
}

// statusNow is the status of contact c at a time.
const statusNow = `CASE WHEN c.status = 'PENDING' AND c.lapses_at <= ? THEN 'EXPIRED' ELSE c.status END`

// CountByStatus returns how many matching contacts stand in each status that
// has any, each at most CountLimit+1. All of them are counted: a scan that
// stopped early would have met too few of a rare status.
func (r *Reader) CountByStatus(ctx context.Context, s Scope, f ContactFilter, now time.Time) ([]StatusCount, error) {
	var q query
	q.add(`SELECT status, least(count(*), ?) AS n FROM (SELECT `, CountLimit+1).add(statusNow, now)
	q.add(` AS status FROM contacts c WHERE `).filter(s, f, now).add(`) matched GROUP BY status`)
	var out []StatusCount
	err := r.planned(f).list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// statusTotals reads the kept counts; the few rows that lapsed since the last
// sweep are moved from PENDING to EXPIRED on the way.
const statusTotals = `
WITH lapsed AS (
    SELECT organization_id, count(*) AS n FROM contacts
    WHERE organization_id = ANY($1) AND status = 'PENDING' AND archived_at IS NULL AND lapses_at <= $2
    GROUP BY organization_id
)
SELECT organization_id, status, sum(n)::bigint AS n FROM (
    SELECT organization_id, status, n FROM contact_counts WHERE organization_id = ANY($1)
    UNION ALL SELECT organization_id, 'PENDING', -n FROM lapsed
    UNION ALL SELECT organization_id, 'EXPIRED', n FROM lapsed
) counts GROUP BY organization_id, status HAVING sum(n) <> 0`

// OrganizationStatusCount is a StatusCount of one organization.
type OrganizationStatusCount struct {
	OrganizationID invite.ID
	StatusCount
}

// StatusTotals returns how many contacts on file stand in each status, exact,
// for each of the organizations.
func (r *Reader) StatusTotals(ctx context.Context, organizations []invite.ID, now time.Time) ([]OrganizationStatusCount, error) {
	var out []OrganizationStatusCount
	err := r.list(ctx, &out, statusTotals, pq.Array(organizations), now)
	return out, err
}

// Fits tells whether value can be a sort value of this order.
func (s ContactSort) Fits(value string) bool {
	switch s.By {
	case ByName, ByEmail:
		return !strings.ContainsRune(value, 0)
	case ByExpiry:
		if value == "" {
			return true
		}
	}
	at, err := time.Parse(time.RFC3339Nano, value)
	return err == nil && at.Year() > 0 // Postgres has no year 0
}
