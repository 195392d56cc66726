package bench

import (
	"testing"

	"usher/invite"
	"usher/store"
)

// nobody is an id below every other.
const nobody = invite.ID("00000000-0000-0000-0000-000000000000")

const pageSize = 50

// BenchmarkContactList compares pages and counts of a list of 600,000 contacts
// with its first page. The design: a page at depth 500,000 costs what the
// first does; counts per status cost less than counting.
func BenchmarkContactList(b *testing.B) {
	t := newTown(b)
	t.crowd()
	scope, now := store.InOrganization(t.Org.ID), t.World.Clock.Now()
	byName := store.ContactSort{By: store.ByName}
	page := func(b *testing.B, f store.ContactFilter, after *store.After, rows int) func() {
		return func() {
			list, err := t.World.DB.ContactPage(b.Context(), scope, f, byName, after, pageSize, now)
			if err != nil || len(list) != rows {
				b.Fatalf("%d rows, %v; want %d", len(list), err, rows)
			}
			if after != nil && list[0].Name < after.Value {
				b.Fatalf("a page behind %s begins with %s", after.Value, list[0].Name)
			}
		}
	}
	first := func(b *testing.B) func() { return page(b, store.ContactFilter{}, nil, pageSize) }
	deep := &store.After{Value: crowdPlace(depth), ID: nobody}
	// compare reports what one thing takes as a multiple of its peer.
	compare := func(b *testing.B, unit string, peer, thing func()) {
		var peers, things samples
		rounds(b, func() {
			peers.time(peer)
			things.time(thing)
		})
		b.ReportMetric(things.median()/peers.median(), unit)
	}

	most := store.ContactFilter{Statuses: []invite.ContactStatus{
		invite.Registered, invite.NotInvited, invite.ContactStatus(invite.Pending), invite.ContactStatus(invite.Expired),
	}}
	b.Run("depth=500000", func(b *testing.B) {
		compare(b, "x-first-page", first(b), page(b, store.ContactFilter{}, deep, pageSize))
	})
	b.Run("status/depth=500000", func(b *testing.B) {
		compare(b, "x-its-first-page", page(b, most, nil, pageSize), page(b, most, deep, pageSize))
	})
	b.Run("status", func(b *testing.B) { compare(b, "x-first-page", first(b), page(b, most, nil, pageSize)) })
	b.Run("rare-status", func(b *testing.B) {
		compare(b, "x-first-page", first(b), page(b, store.ContactFilter{Statuses: []invite.ContactStatus{rareStatus}}, nil, pageSize))
	})
	for _, search := range []struct {
		name, text string
		rows       int
	}{
		{"one", "crowd599123@", 1},
		{"hundreds", "c4ca42", pageSize},
		{"everybody", "crowd.example", pageSize},
		{"nobody", "zzzz", 0},
		{"nobody-by-one-letter", "ü", 0},
		{"everybody-by-one-letter", "c", pageSize},
	} {
		b.Run("search="+search.name, func(b *testing.B) {
			compare(b, "x-first-page", first(b), page(b, store.ContactFilter{Search: search.text}, nil, search.rows))
		})
	}

	counting := func() { // what the kept counts save
		if n := t.World.Probe.Int(`SELECT sum(n) FROM (SELECT count(*) AS n FROM contacts WHERE organization_id = '` + string(t.Org.ID) + `' GROUP BY status) counts`); n != crowdSize {
			b.Fatalf("%d contacts, want %d", n, crowdSize)
		}
	}
	b.Run("kept-counts", func(b *testing.B) {
		kept := func() {
			totals, err := t.World.DB.StatusTotals(b.Context(), []invite.ID{t.Org.ID}, now)
			sum := 0
			for _, c := range totals {
				sum += c.N
			}
			if err != nil || sum != crowdSize {
				b.Fatalf("%d contacts, %v; want %d", sum, err, crowdSize)
			}
		}
		compare(b, "counting-x-kept-counts", kept, counting)
	})
	b.Run("filtered-counts", func(b *testing.B) {
		counts := func() {
			list, err := t.World.DB.CountByStatus(b.Context(), scope, store.ContactFilter{Stages: []invite.Stage{invite.Member}}, now)
			must(b, err)
			for _, c := range list {
				if c.Status == rareStatus && c.N != crowdSize/10_000 || c.Status != rareStatus && c.N != store.CountLimit+1 {
					b.Fatalf("%d contacts are %s", c.N, c.Status)
				}
			}
		}
		compare(b, "x-counting", counting, counts)
	})
}
