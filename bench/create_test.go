package bench

import (
	"testing"

	"usher/app"
	"usher/invite"
	"usher/store"
)

// bulk is the most that one call creates by default.
const bulk = 200

// BenchmarkInsertContacts compares 200 contacts in one statement, and in a loop
// of 200 statements, with one contact in one statement; each in a transaction.
// The design: about 10 and 70 to 120 times.
func BenchmarkInsertContacts(b *testing.B) {
	t := newTown(b)
	contacts := func(n int) []invite.Contact {
		list := make([]invite.Contact, n)
		for i, p := range t.newcomers(n) {
			list[i] = invite.Contact{
				ID: store.NewID(), LocationID: t.Location.ID, Name: p.Name, Email: &p.Email, Phone: &p.Phone,
				Stage: invite.Member, ClientType: invite.FullAccess,
			}
		}
		return list
	}
	insert := func(s *samples, statements ...[]invite.Contact) {
		s.time(func() {
			must(b, t.World.DB.InTx(b.Context(), func(tx *store.Tx) error {
				for _, list := range statements {
					if err := tx.InsertContacts(b.Context(), t.Org.ID, list); err != nil {
						return err
					}
				}
				return nil
			}))
		})
	}
	var one, unnest, loop samples
	rounds(b, func() {
		for range 5 { // it is short
			insert(&one, contacts(1))
		}
		insert(&unnest, contacts(bulk))
		var singles [][]invite.Contact
		for range bulk {
			singles = append(singles, contacts(1))
		}
		insert(&loop, singles...)
	})
	b.ReportMetric(unnest.median()/one.median(), "unnest-x-one-insert")
	b.ReportMetric(loop.median()/one.median(), "loop-x-one-insert")
}

// BenchmarkCreateAndInvite compares a call that creates and invites 200 people
// with one that creates and invites one, in time and in statements.
func BenchmarkCreateAndInvite(b *testing.B) {
	t := newTown(b)
	t.create(1, app.InviteNow) // statements are prepared now
	var one, all samples
	var ofOne, ofAll int
	counted := func(n int) int {
		before := t.World.Statements()
		if made := t.create(n, app.InviteNow); made.Batch == nil {
			b.Fatal("nobody was invited")
		}
		return t.World.Statements() - before
	}
	rounds(b, func() {
		for range 3 {
			one.time(func() { ofOne = counted(1) })
		}
		all.time(func() { ofAll = counted(bulk) })
	})
	if ofAll != ofOne {
		b.Errorf("%d statements for %d people, %d for one", ofAll, bulk, ofOne)
	}
	b.ReportMetric(all.median()/one.median(), "x-one-contact")
	b.ReportMetric(float64(ofAll), "statements")
}
