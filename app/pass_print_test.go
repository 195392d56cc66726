package app_test

import (
	"crypto/rand"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// printed prepares a sheet of the passes and opens it.
func printed(t *testing.T, p *apptest.Place, ids ...invite.ID) (app.PreparedPrint, app.Print) {
	t.Helper()
	in := app.PrintInput{Selection: app.PassSelection{Passes: ids}, Paper: invite.Letter, PerPage: 4}
	sheet := must(p.World.App.PrintPasses(p.World.As(p.Owner), in))(t)
	return sheet, must(p.World.App.OpenPrint(p.World.As(p.Owner), sheet.ID))(t)
}

// What goes on paper opens the pass that it is printed for.
func TestPassesArePrinted(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	park := w.Place(invite.Community, "Oak Park")
	c := park.Contacts(1)[0]
	run, passes := generate(t, park, app.PassesInput{Count: 12, TTLDays: new(30)})
	if err := w.App.BindPass(w.As(park.Owner), passes[1].ID, &c.ID); err != nil {
		t.Fatal(err)
	}
	w.Clock.Advance(time.Hour)
	sheet := must(w.App.PrintPasses(w.As(park.Owner), app.PrintInput{Selection: app.PassSelection{Run: &run.ID}, Paper: invite.A4, PerPage: 8}))(t)
	if sheet.Count != 12 || sheet.Skipped != 0 || !sheet.ExpiresAt.Equal(w.DB.Now().Add(10*time.Minute)) {
		t.Errorf("%+v", sheet)
	}
	var got app.Print
	w.Unchanged("opening", func() { got = must(w.App.OpenPrint(w.As(park.Owner), sheet.ID))(t) })
	if got.Organization.Name != "Oak Park" || got.Paper != invite.A4 || got.PerPage != 8 || len(got.Passes) != 12 {
		t.Fatalf("%+v", got)
	}
	for n, p := range got.Passes {
		want := app.PrintedPass{Reference: passes[n].Reference(), Location: "Main Street", TimeZone: "Europe/Berlin", ExpiresAt: run.ExpiresAt}
		if n == 1 {
			want.For = "Person 000"
		}
		if diff := cmp.Diff(want, p, cmpopts.IgnoreFields(app.PrintedPass{}, "Code", "Token")); diff != "" {
			t.Error(diff)
		}
		byCode, err := w.DB.PassByCode(t.Context(), w.App.Keys.Lookups(auth.ForTypedCode, p.Code))
		if err != nil || byCode.ID != passes[n].ID || byCode.Prints != 1 || len(p.Code) != invite.CodeLength {
			t.Errorf("the code %q: %v", p.Code, err)
		}
		byToken, err := w.DB.PassByToken(t.Context(), w.App.Keys.Lookups(auth.ForLinkToken, p.Token))
		if err != nil || byToken.ID != passes[n].ID || !invite.IsLinkToken(p.Token) {
			t.Errorf("the link %q: %v", p.Token, err)
		}
	}
	if r := newestRun(t, park); r.PrintedAt == nil || !r.PrintedAt.Equal(w.DB.Now()) {
		t.Errorf("printed at %v", r.PrintedAt)
	}
	// Again, some of them: the same credentials, counted and recorded.
	_, again := printed(t, park, passes[2].ID, passes[0].ID, passes[2].ID)
	if diff := cmp.Diff([]app.PrintedPass{got.Passes[0], got.Passes[2]}, again.Passes); diff != "" {
		t.Error(diff)
	}
	var counts []int
	for _, p := range passesOf(t, w, run.ID) {
		counts = append(counts, p.Prints)
	}
	if !slices.Equal(counts, []int{2, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1}) {
		t.Errorf("prints %v", counts)
	}
	if diff := cmp.Diff([]string{
		"Owner PASSES_GENERATED: 12 passes", "Owner PASS_BOUND: Pass 1-002 is for Person 000.",
		"Owner PASSES_PRINTED: 12 passes, 8 a page on A4", "Owner PASSES_PRINTED: 2 passes, 4 a page on Letter",
	}, happened(t, w, run.ID)); diff != "" {
		t.Error(diff)
	}
}

// A sheet shows what is available when it is opened, whatever it was when it
// was prepared.
func TestPrintShowsAvailablePassesOnly(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	park := w.Place(invite.Community, "Oak Park")
	_, soon := generate(t, park, app.PassesInput{Count: 1, TTLDays: new(1)})
	run, passes := generate(t, park, app.PassesInput{Count: 3})
	w.Clock.Advance(24*time.Hour - time.Minute)
	sheet, opened := printed(t, park, append(passIDs(passes), soon[0].ID)...)
	if len(opened.Passes) != 4 || opened.Passes[0].Reference != "1-001" || opened.Passes[3].Reference != "2-003" {
		t.Fatalf("%+v", opened.Passes)
	}
	redeem(t, w, passes[0].ID, park.Contacts(1)[0].ID)
	must(w.App.RevokePasses(w.As(park.Owner), app.PassSelection{Passes: []invite.ID{passes[1].ID}}, ""))(t)
	w.Clock.Advance(time.Minute)
	opened = must(w.App.OpenPrint(w.As(park.Owner), sheet.ID))(t)
	if len(opened.Passes) != 1 || opened.Passes[0].Reference != "2-003" {
		t.Errorf("%+v", opened.Passes)
	}
	again := must(w.App.PrintPasses(w.As(park.Owner), app.PrintInput{Selection: app.PassSelection{Run: &run.ID}, Paper: invite.A4, PerPage: 1}))(t)
	if again.Count != 1 || again.Skipped != 2 {
		t.Errorf("%+v", again)
	}
	gone := []invite.ID{soon[0].ID, passes[0].ID, passes[1].ID}
	w.Unchanged("nothing to print", func() {
		_, err := w.App.PrintPasses(w.As(park.Owner), app.PrintInput{Selection: app.PassSelection{Passes: gone}, Paper: invite.A4, PerPage: 1})
		refused(t, "nothing to print", err, invite.PassNotAvailable, "")
	})
	must(w.App.RevokePasses(w.As(park.Owner), app.PassSelection{Passes: []invite.ID{passes[2].ID}}, ""))(t)
	if opened = must(w.App.OpenPrint(w.As(park.Owner), sheet.ID))(t); len(opened.Passes) != 0 {
		t.Errorf("%+v", opened.Passes)
	}
}

func TestPrintRefused(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	park, other := w.Place(invite.Community, "Oak Park"), w.Place(invite.Gym, "Iron Temple")
	_, passes := generate(t, park, app.PassesInput{Count: 1})
	for _, n := range []int{-8, 0, 2, 9, 1 << 40} {
		w.Unchanged("an odd number a page", func() {
			_, err := w.App.PrintPasses(w.As(park.Owner), app.PrintInput{Selection: app.PassSelection{Passes: passIDs(passes)}, Paper: invite.A4, PerPage: n})
			refused(t, "an odd number a page", err, invite.Invalid, "input.perPage")
		})
	}
	sheet, _ := printed(t, park, passes[0].ID)
	support := w.Support()
	support.Organization = park.Org.ID
	for who, test := range map[string]struct {
		actor auth.Actor
		code  invite.Code
	}{
		"nobody": {auth.Actor{Kind: auth.KindAnonymous}, invite.Unauthenticated}, "another's owner": {other.Owner, invite.NotFound},
		"trainer": {park.Staff(invite.Trainer), invite.Forbidden}, "support": {support, invite.Forbidden},
		"client": {park.Join(park.Send(park.Contacts(1)[0])[0]).Actor, invite.Forbidden}, "leader": {park.Staff(invite.Leader), ""},
	} {
		if opened, err := w.App.OpenPrint(w.As(test.actor), sheet.ID); invite.CodeOf(err) != test.code || err != nil && len(opened.Passes) > 0 {
			t.Errorf("%s: %v, %d passes", who, err, len(opened.Passes))
		}
	}
	for _, id := range []invite.ID{store.NewID(), passes[0].ID, "", "x", "'; --", "urn:uuid:" + sheet.ID[1:]} {
		if _, err := w.App.OpenPrint(w.As(park.Owner), id); invite.CodeOf(err) != invite.NotFound {
			t.Errorf("%q: %v", id, err)
		}
	}
	w.Clock.Advance(10*time.Minute - time.Microsecond)
	must(w.App.OpenPrint(w.As(park.Owner), sheet.ID))(t)
	w.Clock.Advance(time.Microsecond)
	if _, err := w.App.OpenPrint(w.As(park.Owner), sheet.ID); invite.CodeOf(err) != invite.NotFound {
		t.Errorf("past its life: %v", err)
	}
}

// Passes outlive a rotation of keys for as long as their key stays in the
// ring.
func TestPassesSurviveARotationOfKeys(t *testing.T) {
	t.Parallel()
	key := func() string { return must(auth.GenerateKey(rand.Reader))(t) }
	ring := func(keys string) *auth.Keyring { return must(auth.ParseKeyring(keys, rand.Reader))(t) }
	before, after := key(), key()
	w := apptest.New(t, func(d *app.Deps) { d.Keys = ring(before) })
	park := w.Place(invite.Community, "Oak Park")
	_, passes := generate(t, park, app.PassesInput{Count: 1})
	sheet, first := printed(t, park, passes[0].ID)
	with := func(keys string) *app.App {
		d := w.App.Deps
		d.Keys = ring(keys)
		return app.New(d)
	}
	rotated := with(after + "," + before)
	if again := must(rotated.OpenPrint(w.As(park.Owner), sheet.ID))(t); !cmp.Equal(first, again) {
		t.Errorf("after rotation: %s", cmp.Diff(first, again))
	}
	found, err := w.DB.PassByCode(t.Context(), rotated.Keys.Lookups(auth.ForTypedCode, first.Passes[0].Code))
	if err != nil || found.ID != passes[0].ID {
		t.Errorf("after rotation: %v", err)
	}
	if _, err := with(after).OpenPrint(w.As(park.Owner), sheet.ID); invite.CodeOf(err) != invite.Internal {
		t.Errorf("without the key: %v", err)
	}
}

// What has ended is forgotten: sheets, and what expired passes were printed
// from.
func TestEndedPassesAreForgotten(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	park := w.Place(invite.Community, "Oak Park")
	generate(t, park, app.PassesInput{Count: 2, TTLDays: new(1)})
	_, passes := generate(t, park, app.PassesInput{Count: 3})
	printed(t, park, passes[0].ID)
	left := func(sheets, seals int) {
		t.Helper()
		if err := w.App.Forget(w.System("forget")); err != nil {
			t.Fatal(err)
		}
		if n := w.Probe.Int(`SELECT count(*) FROM pass_prints`); n != sheets {
			t.Errorf("%d sheets, want %d", n, sheets)
		}
		if n := w.Probe.Int(`SELECT count(*) FROM access_passes WHERE sealed IS NOT NULL`); n != seals {
			t.Errorf("%d sealed credentials, want %d", n, seals)
		}
	}
	left(1, 5)
	w.Clock.Advance(10*time.Minute + time.Second)
	left(0, 5)
	w.Clock.Advance(24 * time.Hour)
	left(0, 3)
	redeem(t, w, passes[0].ID, park.Contacts(1)[0].ID)
	left(0, 2)
	must(w.App.RevokePasses(w.As(park.Owner), app.PassSelection{Passes: passIDs(passes)}, ""))(t)
	left(0, 0)
}

// A hundred passes are one statement, and quick: tens of milliseconds; the
// limit leaves room for a busy machine.
func TestHundredPassesAreQuick(t *testing.T) {
	w := apptest.New(t)
	park := w.Place(invite.Community, "Oak Park")
	statements := func(count int) int {
		before := w.Statements()
		generate(t, park, app.PassesInput{Count: count})
		return w.Statements() - before
	}
	one, began := statements(1), time.Now()
	hundred, took := statements(100), time.Since(began)
	if one != hundred {
		t.Errorf("%d statements for one pass, %d for a hundred", one, hundred)
	}
	began = time.Now()
	sheet := must(w.App.PrintPasses(w.As(park.Owner), app.PrintInput{Selection: app.PassSelection{Run: new(newestRun(t, park).ID)}, Paper: invite.A4, PerPage: 8}))(t)
	if opened := must(w.App.OpenPrint(w.As(park.Owner), sheet.ID))(t); len(opened.Passes) != 100 {
		t.Errorf("%d passes on paper", len(opened.Passes))
	}
	t.Logf("generated in %s, printed and opened in %s", took, time.Since(began))
	if took > 2*time.Second || time.Since(began) > 2*time.Second {
		t.Errorf("generated in %s, printed and opened in %s", took, time.Since(began))
	}
}

func newestRun(t *testing.T, p *apptest.Place) invite.PassRun {
	t.Helper()
	return must(p.World.DB.PassRunPage(t.Context(), store.InOrganization(p.Org.ID), p.Org.ID, 0, 1))(t)[0]
}
