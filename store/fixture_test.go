package store_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"usher/invite"
	"usher/store"
	"usher/store/storetest"
)

// now is the time of every test's store.
var now = time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)

func clock() time.Time { return now }

func open(t testing.TB) *store.DB { return storetest.New(t, clock) }

// tenant is an organization with two contacts, of whom the first is the
// trainer's, each invited.
type tenant struct {
	org         invite.Organization
	location    invite.Location
	program     invite.Program
	group       invite.Group
	owner       invite.Membership
	trainer     invite.Membership
	contacts    []invite.Contact
	batch       invite.Batch
	invitations []invite.Invitation
	rounds      []invite.Round
	deliveries  []invite.Delivery
	facts       []invite.ID
	run         invite.PassRun
	passIDs     []invite.ID
	print       store.PassPrint
	runFact     invite.ID // about the run
	households  []invite.ID
}

// write runs fn in a transaction that must succeed.
func write(t testing.TB, db *store.DB, fn func(*store.Tx) error) {
	t.Helper()
	if err := db.InTx(t.Context(), fn); err != nil {
		t.Fatal(err)
	}
}

// all returns the first error.
func all(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// bare makes an organization with a location, and nobody in it.
func bare(t testing.TB, db *store.DB, name string) *tenant {
	t.Helper()
	n := &tenant{org: invite.Organization{ID: store.NewID(), Name: name, Preset: invite.Gym, Region: "US"}}
	n.location = invite.Location{ID: store.NewID(), OrganizationID: n.org.ID, Name: "Main", TimeZone: "UTC"}
	write(t, db, func(tx *store.Tx) error {
		return all(tx.InsertOrganization(t.Context(), n.org), tx.InsertLocation(t.Context(), n.location))
	})
	return n
}

// contact returns a contact of the tenant's that is not stored yet.
func (n *tenant) contact(name, email string) invite.Contact {
	c := invite.Contact{ID: store.NewID(), OrganizationID: n.org.ID, LocationID: n.location.ID, Name: name, Stage: invite.Member, ClientType: invite.FullAccess}
	if email != "" {
		c.Email = &email
	}
	return c
}

// staff makes somebody with the role.
func (n *tenant) staff(t testing.TB, db *store.DB, role invite.Role) invite.Membership {
	t.Helper()
	a := invite.Account{ID: store.NewID(), Email: fmt.Sprintf("%s@%s.example", strings.ToLower(string(role)), n.org.Name), Name: string(role)}
	m := invite.Membership{ID: store.NewID(), AccountID: a.ID, OrganizationID: &n.org.ID, Role: role}
	write(t, db, func(tx *store.Tx) error {
		return all(tx.InsertAccount(t.Context(), a), tx.InsertMembership(t.Context(), m))
	})
	return m
}

// full makes an organization with something of everything.
func full(t testing.TB, db *store.DB, name string) *tenant {
	t.Helper()
	ctx := t.Context()
	n := bare(t, db, name)
	n.owner, n.trainer = n.staff(t, db, invite.Owner), n.staff(t, db, invite.Trainer)
	n.program = invite.Program{ID: store.NewID(), OrganizationID: n.org.ID, Name: "Yoga"}
	n.group = invite.Group{ID: store.NewID(), OrganizationID: n.org.ID, Name: "Early"}
	n.batch = invite.Batch{ID: store.NewID(), OrganizationID: n.org.ID, CreatedBy: &n.trainer.ID, CreatedByName: "Kim"}
	n.contacts = []invite.Contact{n.contact("Ada", "ada@example.com"), n.contact("Bob", "bob@example.com")}
	n.contacts[0].TrainerID = &n.trainer.ID
	for _, c := range n.contacts {
		i := invite.Invitation{ID: store.NewID(), OrganizationID: n.org.ID, ContactID: c.ID, State: invite.Queued, Round: 1, TTLDays: 10, Channels: invite.EmailOnly}
		r := invite.Round{
			ID: store.NewID(), OrganizationID: n.org.ID, LocationID: n.location.ID, InvitationID: i.ID, ContactID: c.ID,
			BatchID: &n.batch.ID, Number: 1, Purpose: invite.PurposeInvite, Priority: invite.Bulk,
		}
		d := invite.Delivery{
			ID: store.NewID(), OrganizationID: n.org.ID, InvitationID: i.ID, RoundID: r.ID, Number: 1,
			Purpose: invite.PurposeInvite, Channel: invite.Email, State: invite.Scheduled,
		}
		n.invitations, n.rounds, n.deliveries = append(n.invitations, i), append(n.rounds, r), append(n.deliveries, d)
	}
	ids := []invite.ID{n.contacts[0].ID, n.contacts[1].ID}
	write(t, db, func(tx *store.Tx) error {
		return all(
			tx.InsertProgram(ctx, n.program), tx.InsertGroup(ctx, n.group), tx.InsertContacts(ctx, n.org.ID, n.contacts),
			tx.Enrol(ctx, n.org.ID, ids, []invite.ID{n.program.ID}), tx.JoinGroups(ctx, n.org.ID, ids, []invite.ID{n.group.ID}),
			tx.InsertBatch(ctx, n.batch), tx.InsertInvitations(ctx, n.org.ID, n.invitations),
			tx.InsertRounds(ctx, n.org.ID, n.rounds), tx.InsertDeliveries(ctx, n.org.ID, n.deliveries),
			tx.Append(ctx, []invite.Fact{
				n.invitations[0].About(invite.InvitationQueued).Of(n.rounds[0]), n.invitations[1].About(invite.InvitationQueued).Of(n.rounds[1]),
				{Kind: invite.PolicyChanged, OrganizationID: n.org.ID},
			}),
		)
	})
	facts, err := db.Timelines(ctx, []invite.ID{n.invitations[0].ID, n.invitations[1].ID}, 10)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range facts {
		n.facts = append(n.facts, f.ID)
	}
	n.passes(t, db)
	n.houses(t, db)
	return n
}
