package store_test

import (
	"context"

	"usher/invite"
	"usher/store"
)

// groupLooks are the looks at groups: who sees only some contacts counts those
// only.
var groupLooks = map[string]look{
	"KeepGroups": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.KeepGroups(ctx, s, []invite.ID{n.group.ID}))
	}, 1, 1, 1},
	"GroupCounts": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		counts, err := tx.GroupCounts(ctx, s, []invite.ID{n.group.ID})
		total := 0
		for _, c := range counts {
			total += c.N
		}
		return total, err
	}, 2, 1, 1},
	"GroupStatusCounts": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		counts, err := tx.GroupStatusCounts(ctx, s, []invite.ID{n.group.ID}, now)
		total := 0
		for _, c := range counts {
			total += c.N
		}
		return total, err
	}, 2, 1, 1},
}
