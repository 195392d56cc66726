package store

import (
	"context"
	"time"

	"usher/invite"
)

// contactsByExpiry is ContactPage by when the open invitation lapses. Whoever
// has none comes last in either direction, in the order of the ids, and so
// does whoever's has lapsed, whether or not the sweep has been there. Each of
// the three is a walk along one index, of which the page takes the first rows;
// one ORDER BY over all would sort the organization.
func (r *Reader) contactsByExpiry(ctx context.Context, s Scope, f ContactFilter, descending bool, after *After, limit int, now time.Time) ([]invite.Contact, error) {
	direction, than := "ASC", ">"
	if descending {
		direction, than = "DESC", "<"
	}
	var q query
	walk := func(last string, order string, conditions func()) {
		q.add(`(SELECT `+contactColumns+`, `+last+` AS last FROM contacts c WHERE `).filter(s, f, now)
		conditions()
		q.add(` ORDER BY `+order+`c.id `+direction+` LIMIT ?)`, limit)
	}
	q.add(`SELECT ` + contactColumns + ` FROM (`)
	if after == nil || after.Value != "" {
		walk("false", "c.lapses_at "+direction+", ", func() {
			q.add(` AND c.lapses_at > ?`, now)
			if after != nil {
				q.add(` AND (c.lapses_at, c.id) `+than+` (?::timestamptz, ?::uuid)`, after.Value, after.ID)
			}
		})
		q.add(` UNION ALL `)
	}
	behind := func() {
		if after != nil && after.Value == "" {
			q.add(` AND c.id `+than+` ?::uuid`, after.ID)
		}
	}
	walk("true", "", func() {
		q.add(` AND c.lapses_at <= ?`, now)
		behind()
	})
	q.add(` UNION ALL `)
	walk("true", "c.lapses_at "+direction+", ", func() { // all null: so it is the index's order
		q.add(` AND c.lapses_at IS NULL`)
		behind()
	})
	q.add(`) c ORDER BY c.last, CASE WHEN NOT c.last THEN c.lapses_at END `+direction+`, c.id `+direction+` LIMIT ?`, limit)
	var out []invite.Contact
	err := r.planned(f).list(ctx, &out, q.text.String(), q.args...)
	return out, err
}
