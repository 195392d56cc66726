package store_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"usher/invite"
	"usher/store"
	"usher/store/storetest"
)

// Two transactions that lock two rows in opposite orders: Postgres stops one,
// which runs again from its start, and both come through.
func TestInTxRetriesADeadlock(t *testing.T) {
	t.Parallel()
	db := open(t)
	a, b := bare(t, db, "a"), bare(t, db, "b")
	var runs atomic.Int32
	both := make(chan struct{})
	var first sync.WaitGroup
	first.Add(2)
	go func() { first.Wait(); close(both) }()
	cross := func(one, two invite.ID) error {
		met := false
		return db.InTx(t.Context(), func(tx *store.Tx) error {
			runs.Add(1)
			if err := tx.LockOrganization(t.Context(), one); err != nil {
				return err
			}
			if !met { // only the first run waits for the other to hold its row
				met = true
				first.Done()
				<-both
			}
			return tx.LockOrganization(t.Context(), two)
		})
	}
	results := make(chan error, 2)
	go func() { results <- cross(a.org.ID, b.org.ID) }()
	go func() { results <- cross(b.org.ID, a.org.ID) }()
	for range 2 {
		if err := <-results; err != nil {
			t.Errorf("%v", err)
		}
	}
	if n := runs.Load(); n < 3 {
		t.Errorf("%d runs: there was no deadlock", n)
	}
}

// A refusal rolls back, is handed on as it is, and is not tried again.
func TestInTxRollsBack(t *testing.T) {
	t.Parallel()
	db := open(t)
	n := bare(t, db, "a")
	refusal := invite.Errorf(invite.TooSoon, "id", "Wait.")
	runs := 0
	err := db.InTx(t.Context(), func(tx *store.Tx) error {
		runs++
		if err := tx.InsertGroup(t.Context(), invite.Group{ID: store.NewID(), OrganizationID: n.org.ID, Name: "Early"}); err != nil {
			return err
		}
		return refusal
	})
	if !errors.Is(err, refusal) || runs != 1 {
		t.Errorf("%v after %d runs", err, runs)
	}
	groups, err := db.GroupsOf(t.Context(), store.InOrganization(n.org.ID), []invite.ID{n.org.ID})
	if err != nil || len(groups) != 0 {
		t.Errorf("%v %v", groups, err)
	}
}

func TestInTxPanics(t *testing.T) {
	t.Parallel()
	db := storetest.New(t, clock)
	n := bare(t, db, "a")
	func() {
		defer func() { _ = recover() }()
		_ = db.InTx(t.Context(), func(tx *store.Tx) error {
			if err := tx.LockOrganization(t.Context(), n.org.ID); err != nil {
				t.Error(err)
			}
			panic("a fault of ours")
		})
	}()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	err := db.InTx(ctx, func(tx *store.Tx) error { return tx.LockOrganization(ctx, n.org.ID) })
	if err != nil {
		t.Errorf("the row of the transaction that panicked stays locked: %v", err)
	}
}

// The time of a transaction is fixed, UTC and in microseconds.
func TestTxNow(t *testing.T) {
	t.Parallel()
	ticks := time.Date(2026, 11, 24, 9, 0, 0, 123_456_789, time.FixedZone("CET", 3600))
	db := storetest.New(t, func() time.Time { ticks = ticks.Add(time.Second); return ticks })
	write(t, db, func(tx *store.Tx) error {
		first := tx.Now()
		if first.Location() != time.UTC || first.Nanosecond() != 123_456_000 {
			t.Errorf("%v", first)
		}
		if later := tx.Now(); !later.Equal(first) {
			t.Errorf("%v, then %v", first, later)
		}
		return nil
	})
}

// Transactions that meet statements nobody prepared need no second connection:
// with all connections taken they would wait for each other for ever.
func TestTransactionsNeedOneConnection(t *testing.T) {
	t.Parallel()
	url := storetest.URL(t)
	db, err := store.Open(t.Context(), url, store.Options{Now: clock, MaxConns: 2})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	n := bare(t, db, "a")
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	var inside sync.WaitGroup
	inside.Add(2)
	results := make(chan error, 2)
	for i := range 2 {
		go func() {
			results <- db.InTx(ctx, func(tx *store.Tx) error {
				inside.Done()
				inside.Wait() // both hold a connection before either meets a new statement
				return tx.InsertGroup(ctx, invite.Group{ID: store.NewID(), OrganizationID: n.org.ID, Name: fmt.Sprint(i)})
			})
		}()
	}
	for range 2 {
		if err := <-results; err != nil {
			t.Error(err)
		}
	}
}

// The names of constraints become refusals with their field.
func TestConflicts(t *testing.T) {
	t.Parallel()
	db := open(t)
	n := full(t, db, "a")
	other := bare(t, db, "b")
	in := func(fn func(tx *store.Tx) error) error { return db.InTx(t.Context(), fn) }
	ctx := t.Context()
	for name, test := range map[string]struct {
		err   error
		code  invite.Code
		field string
	}{
		"location": {in(func(tx *store.Tx) error {
			return tx.InsertLocation(ctx, invite.Location{ID: store.NewID(), OrganizationID: n.org.ID, Name: "MAIN", TimeZone: "UTC"})
		}), invite.Conflict, "input.name"},
		"group": {in(func(tx *store.Tx) error {
			return tx.InsertGroup(ctx, invite.Group{ID: store.NewID(), OrganizationID: n.org.ID, Name: "early"})
		}), invite.Conflict, "input.name"},
		"program": {in(func(tx *store.Tx) error {
			return tx.InsertProgram(ctx, invite.Program{ID: store.NewID(), OrganizationID: n.org.ID, Name: "YOGA"})
		}), invite.Conflict, "input.name"},
		"email": {in(func(tx *store.Tx) error {
			return tx.InsertContacts(ctx, n.org.ID, []invite.Contact{n.contact("X", "ada@example.com")})
		}), invite.EmailTaken, "input.email"},
		"account": {in(func(tx *store.Tx) error {
			return tx.InsertAccount(ctx, invite.Account{ID: store.NewID(), Email: "owner@a.example"})
		}), invite.AccountExists, "input.email"},
		"staff": {in(func(tx *store.Tx) error {
			return tx.InsertMembership(ctx, invite.Membership{ID: store.NewID(), AccountID: n.owner.AccountID, OrganizationID: &n.org.ID, Role: invite.Leader})
		}), invite.Conflict, "input.email"},
		"open invitation": {in(func(tx *store.Tx) error {
			again := n.invitations[0]
			again.ID = store.NewID()
			return tx.InsertInvitations(ctx, n.org.ID, []invite.Invitation{again})
		}), invite.AlreadyInvited, "input.contacts"},
	} {
		var refusal *invite.Error
		if !errors.As(test.err, &refusal) || refusal.Code != test.code || name != "open invitation" && refusal.Field != test.field {
			t.Errorf("%s: %v", name, test.err)
		}
	}
	// The same names and emails are free in another organization.
	write(t, db, func(tx *store.Tx) error {
		return all(tx.InsertGroup(ctx, invite.Group{ID: store.NewID(), OrganizationID: other.org.ID, Name: "Early"}),
			tx.InsertContacts(ctx, other.org.ID, []invite.Contact{other.contact("Ada", "ada@example.com")}))
	})
}

// No row can name another organization's: the keys are composite.
func TestForeignKeysKeepTenantsApart(t *testing.T) {
	t.Parallel()
	db := open(t)
	a, b := full(t, db, "a"), full(t, db, "b")
	ctx := t.Context()
	stray := b.contact("Stray", "")
	stray.LocationID = a.location.ID
	for name, fn := range map[string]func(tx *store.Tx) error{
		"a contact at another's location": func(tx *store.Tx) error { return tx.InsertContacts(ctx, b.org.ID, []invite.Contact{stray}) },
		"another's program":               func(tx *store.Tx) error { return tx.Enrol(ctx, b.org.ID, contactIDs(b), []invite.ID{a.program.ID}) },
		"another's contact in a group":    func(tx *store.Tx) error { return tx.JoinGroups(ctx, b.org.ID, contactIDs(a), []invite.ID{b.group.ID}) },
		"an invitation of another's contact": func(tx *store.Tx) error {
			i := a.invitations[0]
			i.ID, i.State = store.NewID(), invite.Revoked
			return tx.InsertInvitations(ctx, b.org.ID, []invite.Invitation{i})
		},
		"a round in another's batch": func(tx *store.Tx) error {
			r := b.rounds[0]
			r.ID, r.Number, r.BatchID = store.NewID(), 2, &a.batch.ID
			return tx.InsertRounds(ctx, b.org.ID, []invite.Round{r})
		},
	} {
		if err := db.InTx(ctx, fn); invite.CodeOf(err) != invite.Internal {
			t.Errorf("%s: %v", name, err)
		}
	}
}
