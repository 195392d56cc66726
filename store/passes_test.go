package store_test

import (
	"context"
	"testing"
	"time"

	"usher/invite"
	"usher/store"
)

// passes gives the tenant a run of two passes and a sheet of them, and tells
// which fact is about the run.
func (n *tenant) passes(t testing.TB, db *store.DB) {
	t.Helper()
	ctx := t.Context()
	n.run = invite.PassRun{ID: store.NewID(), OrganizationID: n.org.ID, Number: 1, LocationID: n.location.ID, CreatedByName: "Kim"}
	n.print = store.PassPrint{ID: store.NewID(), OrganizationID: n.org.ID, Paper: invite.A4, PerPage: 4, ExpiresAt: now.Add(time.Minute)}
	var minted []store.MintedPass
	for i, name := range []string{" first", " second"} {
		id := store.NewID()
		n.passIDs = append(n.passIDs, id)
		minted = append(minted, store.MintedPass{ID: id, Number: i + 1, TokenHash: []byte(n.org.Name + name + " token"), CodeHash: []byte(n.org.Name + name + " code"), Sealed: []byte("sealed")})
	}
	write(t, db, func(tx *store.Tx) error {
		return all(
			tx.InsertPassRun(ctx, n.run, []invite.ID{n.group.ID, store.NewID()}, &n.owner.ID), tx.InsertPasses(ctx, n.run, minted),
			tx.InsertPassPrint(ctx, n.print, n.passIDs),
			tx.Append(ctx, []invite.Fact{{Kind: invite.PassesGenerated, OrganizationID: n.org.ID, PassRunID: &n.run.ID}}),
		)
	})
	facts, err := db.RunTimelines(ctx, []invite.ID{n.run.ID}, 10)
	if err != nil || len(facts) != 1 {
		t.Fatalf("%d facts, %v", len(facts), err)
	}
	n.runFact = facts[0].ID
}

// passLooks are the looks at access passes: who sees only some contacts sees
// none of them.
var passLooks = map[string]look{
	"Passes": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.Passes(ctx, s, n.passIDs))
	}, 2, 0, 0},
	"PassRuns": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.PassRuns(ctx, s, []invite.ID{n.run.ID}))
	}, 1, 0, 0},
	"PassRun": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return found(tx.PassRun(ctx, s, n.run.ID))
	}, 1, 0, 0},
	"PassRunPage": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return seen(tx.PassRunPage(ctx, s, n.org.ID, 0, 10))
	}, 1, 0, 0},
	"PassPrint": {func(ctx context.Context, tx *store.Tx, s store.Scope, n *tenant) (int, error) {
		return found(tx.PassPrint(ctx, s, n.print.ID, now))
	}, 1, 0, 0},
}

// A pass is found by its hashes and redeemed once; then nothing of it can be
// read again.
func TestPassIsRedeemedOnce(t *testing.T) {
	t.Parallel()
	db := open(t)
	n := full(t, db, "mine")
	hashes := func(of string) [][]byte { return [][]byte{[]byte("of an older key"), []byte("mine " + of)} }
	p, err := db.PassByCode(t.Context(), hashes("first code"))
	if err != nil || p.ID != n.passIDs[0] || p.Reference() != "1-001" || p.State != invite.PassAvailable || p.Prints != 1 {
		t.Fatalf("%+v, %v", p, err)
	}
	if p, err := db.PassByToken(t.Context(), hashes("second token")); err != nil || p.ID != n.passIDs[1] {
		t.Fatalf("%+v, %v", p, err)
	}
	for name, look := range map[string]func(context.Context, [][]byte) (invite.AccessPass, error){"code": db.PassByCode, "token": db.PassByToken} {
		for _, none := range [][][]byte{nil, hashes("first " + name + " "), hashes("third " + name)} {
			if _, err := look(t.Context(), none); invite.CodeOf(err) != invite.NotFound {
				t.Errorf("%s %q: %v", name, none, err)
			}
		}
	}
	groups, err := db.GroupsOfRun(t.Context(), p.RunID)
	if err != nil || len(groups) != 1 || groups[0] != n.group.ID {
		t.Errorf("groups %v, %v; the one that is no more is passed over", groups, err)
	}
	redeem := func() error {
		return db.InTx(t.Context(), func(tx *store.Tx) error {
			locked, err := tx.LockPass(t.Context(), p.ID)
			if err != nil {
				return err
			}
			locked.State, locked.RedeemedBy, locked.RedeemedAt = invite.PassRedeemed, &n.contacts[0].ID, new(tx.Now())
			return tx.RedeemPass(t.Context(), locked)
		})
	}
	if err := redeem(); err != nil {
		t.Fatal(err)
	}
	if err := redeem(); invite.CodeOf(err) != invite.PassNotAvailable {
		t.Errorf("again: %v", err)
	}
	p, err = db.PassByCode(t.Context(), hashes("first code"))
	if err != nil || p.State != invite.PassRedeemed || *p.RedeemedBy != n.contacts[0].ID || !p.RedeemedAt.Equal(now) {
		t.Errorf("%+v, %v", p, err)
	}
	left, err := db.PassesOnPrint(t.Context(), n.print.ID, now)
	if err != nil || len(left) != 1 || left[0].ID != n.passIDs[1] {
		t.Errorf("on paper: %+v, %v", left, err)
	}
	if _, err := db.PassPrint(t.Context(), store.EveryOrganization(), n.print.ID, n.print.ExpiresAt); invite.CodeOf(err) != invite.NotFound {
		t.Errorf("the sheet outlives its time: %v", err)
	}
	write(t, db, func(tx *store.Tx) error {
		if _, err := tx.LockPass(t.Context(), store.NewID()); invite.CodeOf(err) != invite.NotFound {
			t.Errorf("a pass that never was: %v", err)
		}
		return nil
	})
}
