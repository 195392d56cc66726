package store_test

import (
	"context"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"usher/invite"
	"usher/store"
)

// look is one read under a scope: how many rows it sees of what n has.
type look struct {
	see                     func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error)
	whole, trainer, contact int // how many the organization, the trainer and the first contact see
}

func seen[T any](list []T, err error) (int, error) { return len(list), err }

// found is seen of a method that answers one record or NOT_FOUND.
func found[T any](_ T, err error) (int, error) {
	if invite.CodeOf(err) == invite.NotFound {
		return 0, nil
	}
	return 1, err
}

func contactIDs(n *tenant) []invite.ID { return []invite.ID{n.contacts[0].ID, n.contacts[1].ID} }

// looks are all methods that take a Scope, by name. The second contact is what
// the trainer and the first contact must not see.
var looks = map[string]look{
	"Organizations": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.Organizations(ctx, s, []invite.ID{n.org.ID}))
	}, 1, 1, 1},
	"Organization": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return found(tx.Organization(ctx, s, n.org.ID))
	}, 1, 1, 1},
	"OrganizationPage": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.OrganizationPage(ctx, s, strings.ToLower(n.org.Name), nil, 10))
	}, 1, 1, 1},
	"Locations": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.Locations(ctx, s, []invite.ID{n.location.ID}))
	}, 1, 1, 1},
	"Location": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return found(tx.Location(ctx, s, n.location.ID))
	}, 1, 1, 1},
	"LocationsOf": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.LocationsOf(ctx, s, []invite.ID{n.org.ID}))
	}, 1, 1, 1},
	"Programs": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.Programs(ctx, s, []invite.ID{n.program.ID}))
	}, 1, 1, 1},
	"ProgramsOf": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.ProgramsOf(ctx, s, []invite.ID{n.org.ID}))
	}, 1, 1, 1},
	"ProgramsOfContacts": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.ProgramsOfContacts(ctx, s, contactIDs(n)))
	}, 2, 2, 2}, // the contacts were seen before
	"Groups": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.Groups(ctx, s, []invite.ID{n.group.ID}))
	}, 1, 1, 1},
	"GroupsOf": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.GroupsOf(ctx, s, []invite.ID{n.org.ID}))
	}, 1, 1, 1},
	"GroupsOfContacts": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.GroupsOfContacts(ctx, s, contactIDs(n)))
	}, 2, 2, 2},
	"Contacts": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.Contacts(ctx, s, contactIDs(n)))
	}, 2, 1, 1},
	"Contact": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return found(tx.Contact(ctx, s, n.contacts[1].ID))
	}, 1, 0, 0},
	"LockContacts": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.LockContacts(ctx, s, contactIDs(n)))
	}, 2, 1, 1},
	"LockContact": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return found(tx.LockContact(ctx, s, n.contacts[1].ID))
	}, 1, 0, 0},
	"ContactPage": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.ContactPage(ctx, s.Within(n.org.ID), store.ContactFilter{}, store.ContactSort{By: store.ByName}, nil, 10, now))
	}, 2, 1, 1},
	"CountContacts": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return tx.CountContacts(ctx, s.Within(n.org.ID), store.ContactFilter{}, now)
	}, 2, 1, 1},
	"CountByStatus": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		total := 0
		counts, err := tx.CountByStatus(ctx, s.Within(n.org.ID), store.ContactFilter{}, now)
		for _, c := range counts {
			total += c.N
		}
		return total, err
	}, 2, 1, 1},
	"QueuesOfLocations": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.QueuesOfLocations(ctx, s, []invite.ID{n.location.ID}, store.Front, 10))
	}, 2, 1, 1},
	"QueuesOfBatches": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.QueuesOfBatches(ctx, s, []invite.ID{n.batch.ID}, store.Front, 10))
	}, 2, 1, 1},
	"Invitations": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.Invitations(ctx, s, []invite.ID{n.invitations[0].ID, n.invitations[1].ID}))
	}, 2, 1, 1},
	"Invitation": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return found(tx.Invitation(ctx, s, n.invitations[1].ID))
	}, 1, 0, 0},
	"InvitationsOfContacts": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.InvitationsOfContacts(ctx, s, contactIDs(n), 10))
	}, 2, 1, 1},
	"Deliveries": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.Deliveries(ctx, s, []invite.ID{n.deliveries[0].ID, n.deliveries[1].ID}))
	}, 2, 1, 1},
	"Problems": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		for _, d := range n.deliveries {
			d.State = invite.Undelivered
			if err := tx.SaveDelivery(ctx, d); err != nil {
				return 0, err
			}
		}
		return seen(tx.Problems(ctx, s, []invite.ID{n.org.ID}, 10))
	}, 2, 1, 1},
	"Facts": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.Facts(ctx, s, append(slices.Clone(n.facts), n.runFact)))
	}, 3, 1, 1},
	"Batches": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.Batches(ctx, s, []invite.ID{n.batch.ID}))
	}, 1, 1, 0}, // the trainer made it
	"Batch": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return found(tx.Batch(ctx, s, n.batch.ID))
	}, 1, 1, 0},
	"BatchPage": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.BatchPage(ctx, s.Within(n.org.ID), nil, 10))
	}, 1, 1, 0},
}

// allLooks are the looks of every file.
func allLooks() map[string]look {
	out := maps.Clone(looks)
	maps.Copy(out, passLooks)
	maps.Copy(out, householdLooks)
	maps.Copy(out, groupLooks)
	return out
}

// No read sees past its scope: not another organization's, for a trainer not
// another's clients, for a contact nobody else, and the zero Scope nothing.
func TestScopes(t *testing.T) {
	t.Parallel()
	db := open(t)
	mine, other := full(t, db, "mine"), full(t, db, "other")
	stranger := mine.staff(t, db, invite.Leader)
	type expected struct {
		name  string
		scope store.Scope
		want  func(look) int
	}
	nothing := func(look) int { return 0 }
	whole := func(l look) int { return l.whole }
	for name, l := range allLooks() {
		write(t, db, func(tx *store.Tx) error {
			for _, e := range []expected{
				{"the organization", store.InOrganization(mine.org.ID), whole},
				{"everybody's", store.EveryOrganization(), whole},
				{"narrowed to the organization", store.EveryOrganization().Within(mine.org.ID), whole},
				{"the trainer", store.OwnClients(mine.org.ID, mine.trainer.ID), func(l look) int { return l.trainer }},
				{"the contact", store.OneContact(mine.org.ID, mine.contacts[0].ID), func(l look) int { return l.contact }},
				{"another organization", store.InOrganization(other.org.ID), nothing},
				{"another organization's trainer", store.OwnClients(other.org.ID, mine.trainer.ID), nothing},
				{"another organization's contact", store.OneContact(other.org.ID, mine.contacts[0].ID), nothing},
				{"narrowed to another organization", store.InOrganization(mine.org.ID).Within(other.org.ID), nothing},
				{"nobody", store.Scope{}, nothing},
			} {
				n, err := l.see(t.Context(), tx, e.scope, mine)
				if err != nil || n != e.want(l) {
					t.Errorf("%s: %s sees %d, want %d (%v)", name, e.name, n, e.want(l), err)
				}
			}
			if l.trainer < l.whole { // what is the trainer's alone
				if n, err := l.see(t.Context(), tx, store.OwnClients(mine.org.ID, stranger.ID), mine); err != nil || n != 0 {
					t.Errorf("%s: a trainer without clients sees %d (%v)", name, n, err)
				}
			}
			return nil
		})
	}
}

// Every method that takes a Scope stands in the table above.
func TestEveryScopedMethodIsLookedAt(t *testing.T) {
	t.Parallel()
	scope := reflect.TypeFor[store.Scope]()
	methods := 0
	for method := range reflect.TypeFor[*store.Tx]().Methods() {
		for in := range method.Type.Ins() {
			if in != scope {
				continue
			}
			methods++
			if _, ok := allLooks()[method.Name]; !ok {
				t.Errorf("%s has no line in looks", method.Name)
			}
		}
	}
	if methods != len(allLooks()) {
		t.Errorf("%d methods take a Scope, looks has %d", methods, len(allLooks()))
	}
}
