package app_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
	"usher/store"
)

func TestPassIsBound(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	park := w.Place(invite.Community, "Oak Park")
	c := park.Contacts(2)
	run, passes := generate(t, park, app.PassesInput{Count: 2})
	bind := func(to *invite.ID) {
		t.Helper()
		if err := w.App.BindPass(w.As(park.Owner), passes[0].ID, to); err != nil {
			t.Fatal(err)
		}
		p := passesOf(t, w, run.ID)[0]
		if !cmp.Equal(p.BoundTo, to) {
			t.Errorf("bound to %v, want %v", p.BoundTo, to)
		}
	}
	bind(&c[0].ID)
	w.Unchanged("the same again", func() { bind(&c[0].ID) })
	bind(&c[1].ID)
	bind(nil)
	w.Unchanged("nobody again", func() { bind(nil) })
	if diff := cmp.Diff([]string{
		"Owner PASSES_GENERATED: 2 passes", "Owner PASS_BOUND: Pass 1-001 is for Person 000.", "Owner PASS_BOUND: Pass 1-001 is for Person 001.",
		"Owner PASS_BOUND: Pass 1-001 is for nobody in particular any more.",
	}, happened(t, w, run.ID)); diff != "" {
		t.Error(diff)
	}
	bound := must(w.DB.RunTimelines(t.Context(), []invite.ID{run.ID}, 2))(t)
	for _, f := range bound { // both are about whom it was bound to, and that pass
		if *f.ContactID != c[1].ID || *f.PassID != passes[0].ID {
			t.Errorf("%+v", f)
		}
	}
}

func TestBindRefused(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	park, other := w.Place(invite.Community, "Oak Park"), w.Place(invite.Gym, "Iron Temple")
	c := park.Contacts(5)
	joined, offline, archived, mute, fine := c[0], c[1], c[2], c[3], c[4]
	park.Join(park.Send(joined)[0])
	if err := w.App.UpdateContact(w.As(park.Owner), app.UpdateInput{ID: offline.ID, ClientType: new(invite.Offline)}); err != nil {
		t.Fatal(err)
	}
	w.Probe.Exec(`UPDATE contacts SET archived_at = created_at WHERE id = $1`, archived.ID)
	w.Probe.Exec(`UPDATE contacts SET email = NULL, phone = NULL WHERE id = $1`, mute.ID)
	_, passes := generate(t, park, app.PassesInput{Count: 3, TTLDays: new(1)})
	redeem(t, w, passes[1].ID, joined.ID)
	must(w.App.RevokePasses(w.As(park.Owner), app.PassSelection{Passes: []invite.ID{passes[2].ID}}, ""))(t)
	try := func(name string, pass, contact invite.ID, code invite.Code, field string) {
		t.Helper()
		w.Unchanged(name, func() {
			err := w.App.BindPass(w.As(park.Owner), pass, &contact)
			if code == invite.NotFound && invite.CodeOf(err) == code {
				return
			}
			refused(t, name, err, code, field)
		})
	}
	try("somebody who joined", passes[0].ID, joined.ID, invite.AlreadyRegistered, "input.contact")
	try("an offline client", passes[0].ID, offline.ID, invite.OfflineClient, "input.contact")
	try("somebody archived", passes[0].ID, archived.ID, invite.ContactArchived, "input.contact")
	try("nobody to prove", passes[0].ID, mute.ID, invite.NoAddress, "input.contact")
	try("a redeemed pass", passes[1].ID, fine.ID, invite.PassNotAvailable, "input.id")
	try("a revoked pass", passes[2].ID, fine.ID, invite.PassNotAvailable, "input.id")
	try("another's contact", passes[0].ID, other.Contacts(1)[0].ID, invite.NotFound, "")
	try("a contact of nobody", passes[0].ID, store.NewID(), invite.NotFound, "")
	try("a pass of nobody", store.NewID(), fine.ID, invite.NotFound, "")
	try("another's pass", func() invite.ID { _, p := generate(t, other, app.PassesInput{Count: 1}); return p[0].ID }(), fine.ID, invite.NotFound, "")
	w.Clock.Advance(24 * time.Hour)
	try("an expired pass", passes[0].ID, fine.ID, invite.PassNotAvailable, "input.id")
}

func TestPassesAreRevoked(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	park := w.Place(invite.Community, "Oak Park")
	one, first := generate(t, park, app.PassesInput{Count: 3, TTLDays: new(1)})
	two, second := generate(t, park, app.PassesInput{Count: 4})
	redeem(t, w, second[0].ID, park.Contacts(1)[0].ID)
	revoke := func(reason string, ids ...invite.ID) app.RevokedPasses {
		t.Helper()
		return must(w.App.RevokePasses(w.As(park.Owner), app.PassSelection{Passes: ids}, reason))(t)
	}
	states := func(run invite.ID) (out []invite.PassState) {
		for _, p := range passesOf(t, w, run) {
			out = append(out, p.StateAt(w.DB.Now()))
		}
		return out
	}
	// A selection of two runs, in any order, one twice, one redeemed.
	got := revoke(" lost  in the post ", second[1].ID, first[2].ID, second[0].ID, first[0].ID, first[0].ID)
	if got.Revoked != 3 || got.Skipped != 1 {
		t.Errorf("revoked %d, skipped %d", got.Revoked, got.Skipped)
	}
	stored := must(w.DB.Passes(t.Context(), store.InOrganization(park.Org.ID), passIDs(got.Passes)))(t)
	if diff := cmp.Diff(stored, got.Passes); diff != "" || stored[0].RevokeReason != "lost in the post" || !stored[0].RevokedAt.Equal(w.DB.Now()) {
		t.Errorf("what is told and what is stored differ, or the reason does: %s", diff)
	}
	const A, R, V, X = invite.PassAvailable, invite.PassRedeemed, invite.PassRevoked, invite.PassExpired
	if s1, s2 := states(one.ID), states(two.ID); !slices.Equal(s1, []invite.PassState{V, A, V}) || !slices.Equal(s2, []invite.PassState{R, V, A, A}) {
		t.Errorf("%v %v", s1, s2)
	}
	w.Unchanged("again", func() {
		if got := revoke("again", first[0].ID, second[0].ID); got.Revoked != 0 || got.Skipped != 2 {
			t.Errorf("%+v", got)
		}
	})
	// A run, and an expired one stays expired.
	w.Clock.Advance(24 * time.Hour)
	got = must(w.App.RevokePasses(w.As(park.Owner), app.PassSelection{Run: &two.ID}, ""))(t)
	if got.Revoked != 2 || got.Skipped != 2 || len(got.Passes) != 4 {
		t.Errorf("%+v", got)
	}
	w.Unchanged("an expired one", func() {
		if got := must(w.App.RevokePasses(w.As(park.Owner), app.PassSelection{Run: &one.ID}, ""))(t); got.Revoked != 0 || got.Skipped != 3 {
			t.Errorf("%+v", got)
		}
	})
	if s1, s2 := states(one.ID), states(two.ID); !slices.Equal(s1, []invite.PassState{V, X, V}) || !slices.Equal(s2, []invite.PassState{R, V, V, V}) {
		t.Errorf("%v %v", s1, s2)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM access_passes WHERE sealed IS NOT NULL AND state <> 'AVAILABLE'`); n != 0 {
		t.Errorf("%d credentials can still be read", n)
	}
	if diff := cmp.Diff([]string{"Owner PASSES_GENERATED: 3 passes", "Owner PASSES_REVOKED: 2 passes: lost in the post"}, happened(t, w, one.ID)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{
		"Owner PASSES_GENERATED: 4 passes", "Owner PASSES_REVOKED: 1 pass: lost in the post", "Owner PASSES_REVOKED: 2 passes",
	}, happened(t, w, two.ID)); diff != "" {
		t.Error(diff)
	}
}

// A selection is a run or passes, 1 to 100 of one organization, for revoking
// as for printing.
func TestPassSelectionsRefused(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	park, other := w.Place(invite.Community, "Oak Park"), w.Place(invite.Gym, "Iron Temple")
	run, passes := generate(t, park, app.PassesInput{Count: 100})
	theirs, foreign := generate(t, other, app.PassesInput{Count: 1})
	many := append(passIDs(passes), passes[0].ID)
	for name, test := range map[string]struct {
		in   app.PassSelection
		code invite.Code
	}{
		"nothing":               {app.PassSelection{}, invite.Required},
		"an empty list":         {app.PassSelection{Passes: []invite.ID{}}, invite.Required},
		"both":                  {app.PassSelection{Run: &run.ID, Passes: passIDs(passes)}, invite.Required},
		"a run and no pass":     {app.PassSelection{Run: &run.ID, Passes: []invite.ID{}}, invite.Required},
		"101":                   {app.PassSelection{Passes: many}, invite.TooMany},
		"another's run":         {app.PassSelection{Run: &theirs.ID}, invite.NotFound},
		"a run of nobody":       {app.PassSelection{Run: new(store.NewID())}, invite.NotFound},
		"one of another's":      {app.PassSelection{Passes: []invite.ID{passes[0].ID, foreign[0].ID}}, invite.NotFound},
		"one of nobody's":       {app.PassSelection{Passes: []invite.ID{passes[0].ID, store.NewID()}}, invite.NotFound},
		"a run's id for a pass": {app.PassSelection{Passes: []invite.ID{run.ID}}, invite.NotFound},
	} {
		w.Unchanged(name, func() {
			_, revoked := w.App.RevokePasses(w.As(park.Owner), test.in, "")
			_, printed := w.App.PrintPasses(w.As(park.Owner), app.PrintInput{Selection: test.in, Paper: invite.A4, PerPage: 8})
			for call, err := range map[string]error{"revoke": revoked, "print": printed} {
				if test.code == invite.NotFound && invite.CodeOf(err) == test.code {
					continue
				}
				refused(t, call+" "+name, err, test.code, "input.passes")
			}
		})
	}
	for reason, code := range map[string]invite.Code{strings.Repeat("x", 201): invite.TooLong, "a\x00b": invite.ControlCharacters} {
		w.Unchanged("a bad reason", func() {
			_, err := w.App.RevokePasses(w.As(park.Owner), app.PassSelection{Run: &run.ID}, reason)
			refused(t, "a bad reason", err, code, "input.reason")
		})
	}
	if got := must(w.App.RevokePasses(w.As(park.Owner), app.PassSelection{Passes: passIDs(passes)}, strings.Repeat("é", 200)))(t); got.Revoked != 100 {
		t.Errorf("%d of a hundred", got.Revoked)
	}
}

// Of a redemption and a revocation at once, one happens.
func TestPassIsRedeemedOrRevoked(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	park := w.Place(invite.Community, "Oak Park")
	c := park.Contacts(1)[0]
	run, passes := generate(t, park, app.PassesInput{Count: 20})
	errs := atOnce(40, func(i int) error {
		p := passes[i/2]
		if i%2 == 0 {
			_, err := w.App.RevokePasses(w.As(park.Owner), app.PassSelection{Passes: []invite.ID{p.ID}}, "")
			return err
		}
		return w.DB.InTx(t.Context(), func(tx *store.Tx) error {
			locked, err := tx.LockPass(t.Context(), p.ID)
			if err == nil {
				locked, err = locked.Redeem(c.ID, tx.Now())
			}
			if err == nil {
				err = tx.RedeemPass(t.Context(), locked)
			}
			return err
		})
	})
	n := codes(errs)
	counts := must(w.DB.PassCounts(t.Context(), []invite.ID{run.ID}, w.DB.Now()))(t)[0]
	if n[""]+n[invite.PassNotAvailable] != 40 || counts.Redeemed+counts.Revoked != 20 || counts.Revoked != n[invite.PassNotAvailable] {
		t.Errorf("%v %+v", n, counts)
	}
}
