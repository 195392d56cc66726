package store

import (
	"context"

	"github.com/lib/pq"

	"usher/invite"
)

const householdColumns = `h.id, h.organization_id, h.location_id, h.name, h.address, h.head_id, h.created_at`

// Households returns those of ids that the scope sees, in any order: of all
// staff, a trainer sees those of own clients, and a client the own one.
func (r *Reader) Households(ctx context.Context, s Scope, ids []invite.ID) ([]invite.Household, error) {
	var q query
	q.add(`SELECT `+householdColumns+` FROM households h WHERE h.id = ANY(?) AND `, pq.Array(ids)).tenant(s, "h")
	if s.trainer != "" || s.contact != "" {
		q.add(` AND EXISTS (SELECT FROM contacts c WHERE c.household_id = h.id AND `).contacts(s, "c").add(`)`)
	}
	var out []invite.Household
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}
