package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// generate makes a run and returns it with its passes.
func generate(t *testing.T, p *apptest.Place, in app.PassesInput) (invite.PassRun, []invite.AccessPass) {
	t.Helper()
	id := must(p.World.App.GeneratePasses(p.World.As(p.Owner), in))(t)
	return must(p.World.DB.PassRun(t.Context(), store.InOrganization(p.Org.ID), id))(t), passesOf(t, p.World, id)
}

func passesOf(t *testing.T, w *apptest.World, run invite.ID) []invite.AccessPass {
	t.Helper()
	return must(w.DB.PassesOfRuns(t.Context(), []invite.ID{run}))(t)
}

// redeem stores that the contact joined with the pass.
func redeem(t *testing.T, w *apptest.World, pass, contact invite.ID) {
	t.Helper()
	if err := w.DB.InTx(t.Context(), func(tx *store.Tx) error {
		p, err := tx.LockPass(t.Context(), pass)
		if err != nil {
			return err
		}
		if p, err = p.Redeem(contact, tx.Now()); err != nil {
			return err
		}
		return tx.RedeemPass(t.Context(), p)
	}); err != nil {
		t.Fatal(err)
	}
}

// happened returns the facts about a run, oldest first, as text.
func happened(t *testing.T, w *apptest.World, run invite.ID) (out []string) {
	t.Helper()
	for _, f := range must(w.DB.RunTimelines(t.Context(), []invite.ID{run}, 100))(t) {
		out = append(out, fmt.Sprintf("%s %s: %s", f.ActorName, f.Kind, f.Reason))
	}
	slices.Reverse(out)
	return out
}

func passIDs(list []invite.AccessPass) (ids []invite.ID) {
	for _, p := range list {
		ids = append(ids, p.ID)
	}
	return ids
}

func TestPassesAreGenerated(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	park := w.Place(invite.Community, "Oak Park")
	group := must(w.App.CreateGroup(w.As(park.Owner), nil, "Elm Street"))(t)
	branch := must(w.App.CreateLocation(w.As(park.Owner), nil, "Annex", "America/New_York"))(t)
	run, passes := generate(t, park, app.PassesInput{
		Count: 3, Location: &park.Location.ID, Note: "  Elm   Street, 🏡 ", TTLDays: new(30), Groups: []invite.ID{group.ID, group.ID},
	})
	ends := w.DB.Now().AddDate(0, 0, 30)
	want := invite.PassRun{
		ID: run.ID, OrganizationID: park.Org.ID, Number: 1, LocationID: park.Location.ID, Note: "Elm Street, 🏡",
		CreatedByName: "Owner", ExpiresAt: &ends, CreatedAt: w.DB.Now(),
	}
	if diff := cmp.Diff(want, run); diff != "" {
		t.Error(diff)
	}
	for n, p := range passes {
		want := invite.AccessPass{
			ID: p.ID, OrganizationID: park.Org.ID, RunID: run.ID, RunNumber: 1, Number: n + 1, State: invite.PassAvailable, ExpiresAt: &ends,
		}
		if diff := cmp.Diff(want, p); diff != "" {
			t.Error(diff)
		}
	}
	if groups := must(w.DB.GroupsOfRun(t.Context(), run.ID))(t); len(passes) != 3 || !slices.Equal(groups, []invite.ID{group.ID}) {
		t.Errorf("%d passes, groups %v", len(passes), groups)
	}
	if diff := cmp.Diff([]string{"Owner PASSES_GENERATED: 3 passes"}, happened(t, w, run.ID)); diff != "" {
		t.Error(diff)
	}
	// What is left out: the first location by name, no group, no note, no end.
	run, passes = generate(t, park, app.PassesInput{Count: 1})
	if run.Number != 2 || run.LocationID != branch.ID || run.Note != "" || run.ExpiresAt != nil || passes[0].ExpiresAt != nil || passes[0].Reference() != "2-001" {
		t.Errorf("%+v %+v", run, passes)
	}
	if diff := cmp.Diff([]string{"Owner PASSES_GENERATED: 1 pass"}, happened(t, w, run.ID)); diff != "" {
		t.Error(diff)
	}
	// The policy's life, where there is one; each organization counts for itself.
	other := w.Place(invite.Gym, "Iron Temple")
	other.Set(invite.PolicyPatch{PassTTLDays: new(90)})
	if run, _ = generate(t, other, app.PassesInput{Count: 1}); run.Number != 1 || !run.ExpiresAt.Equal(w.DB.Now().AddDate(0, 0, 90)) {
		t.Errorf("%+v", run)
	}
}

func TestPassesRefused(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	park, other := w.Place(invite.Community, "Oak Park"), w.Place(invite.Gym, "Iron Temple")
	small := must(w.App.CreateLocation(w.As(park.Owner), nil, "Small", "UTC"))(t)
	_, _, err := w.App.UpdatePolicy(w.As(park.Owner), app.PolicyInput{Location: &small.ID, Set: invite.PolicyPatch{MaxPassesPerRun: new(5)}})
	if err != nil {
		t.Fatal(err)
	}
	foreign := must(w.App.CreateGroup(w.As(other.Owner), nil, "Theirs"))(t)
	for name, test := range map[string]struct {
		in    app.PassesInput
		code  invite.Code
		field string
	}{
		"none":                          {app.PassesInput{Count: 0}, invite.Invalid, "input.count"},
		"fewer than none":               {app.PassesInput{Count: -1}, invite.Invalid, "input.count"},
		"one too many":                  {app.PassesInput{Count: 101}, invite.TooMany, "input.count"},
		"far too many":                  {app.PassesInput{Count: 1 << 30}, invite.TooMany, "input.count"},
		"one too many of the location":  {app.PassesInput{Count: 6, Location: &small.ID}, invite.TooMany, "input.count"},
		"no life":                       {app.PassesInput{Count: 1, TTLDays: new(0)}, invite.Invalid, "input.ttlDays"},
		"too long a life":               {app.PassesInput{Count: 1, TTLDays: new(3651)}, invite.Invalid, "input.ttlDays"},
		"long note":                     {app.PassesInput{Count: 1, Note: strings.Repeat("é", 201)}, invite.TooLong, "input.note"},
		"a note that turns text around": {app.PassesInput{Count: 1, Note: "a\u202eb"}, invite.ControlCharacters, "input.note"},
		"a note of two lines":           {app.PassesInput{Count: 1, Note: "a\nb"}, invite.ControlCharacters, "input.note"},
		"many groups":                   {app.PassesInput{Count: 1, Groups: make([]invite.ID, 21)}, invite.TooMany, "input.groups"},
		"long key":                      {app.PassesInput{Count: 1, IdempotencyKey: new(strings.Repeat("k", 101))}, invite.Invalid, "input.idempotencyKey"},
	} {
		w.Unchanged(name, func() {
			_, err := w.App.GeneratePasses(w.As(park.Owner), test.in)
			refused(t, name, err, test.code, test.field)
		})
	}
	for name, in := range map[string]app.PassesInput{
		"another's group": {Count: 1, Groups: []invite.ID{foreign.ID}}, "a group of nobody": {Count: 1, Groups: []invite.ID{store.NewID()}},
		"another's location": {Count: 1, Location: &other.Location.ID}, "another organization": {Count: 1, Organization: &other.Org.ID},
	} {
		w.Unchanged(name, func() {
			if _, err := w.App.GeneratePasses(w.As(park.Owner), in); invite.CodeOf(err) != invite.NotFound {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
	_, err = w.App.GeneratePasses(w.As(park.Owner), app.PassesInput{Count: 101})
	if err == nil || !strings.Contains(err.Error(), "at most 100") {
		t.Errorf("the limit is not told: %v", err)
	}
	_, err = w.App.GeneratePasses(w.As(park.Owner), app.PassesInput{Note: "\n", TTLDays: new(0)})
	if list, _ := invite.Refusals(err); len(list) != 3 {
		t.Errorf("not all that is wrong is told at once: %v", list)
	}
	// What is just allowed.
	generate(t, park, app.PassesInput{Count: 5, Location: &small.ID, TTLDays: new(3650), Note: strings.Repeat("é", 200)})
	if _, passes := generate(t, park, app.PassesInput{Count: 100, Location: &park.Location.ID, TTLDays: new(1)}); len(passes) != 100 || passes[99].Reference() != "2-100" {
		t.Errorf("%d passes", len(passes))
	}
}

// asked are the calls about passes, each on what is park's.
func asked(w *apptest.World, run, pass invite.ID) map[string]func(auth.Actor) error {
	return map[string]func(auth.Actor) error{
		"generate": func(a auth.Actor) error {
			_, err := w.App.GeneratePasses(w.As(a), app.PassesInput{Count: 1})
			return err
		},
		"bind": func(a auth.Actor) error { return w.App.BindPass(w.As(a), pass, nil) },
		"revoke a run": func(a auth.Actor) error {
			_, err := w.App.RevokePasses(w.As(a), app.PassSelection{Run: &run}, "")
			return err
		},
		"revoke one": func(a auth.Actor) error {
			_, err := w.App.RevokePasses(w.As(a), app.PassSelection{Passes: []invite.ID{pass}}, "")
			return err
		},
		"print a run": func(a auth.Actor) error {
			_, err := w.App.PrintPasses(w.As(a), app.PrintInput{Selection: app.PassSelection{Run: &run}, Paper: invite.A4, PerPage: 1})
			return err
		},
		"print one": func(a auth.Actor) error {
			_, err := w.App.PrintPasses(w.As(a), app.PrintInput{Selection: app.PassSelection{Passes: []invite.ID{pass}}, Paper: invite.A4, PerPage: 1})
			return err
		},
	}
}

// Only who manages passes does anything with them, and only with the own ones.
func TestWhoManagesPasses(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	park, other := w.Place(invite.Community, "Oak Park"), w.Place(invite.Gym, "Iron Temple")
	park.Set(invite.PolicyPatch{TrainersInvite: new(true)})
	run, passes := generate(t, park, app.PassesInput{Count: 2})
	client := park.Join(park.Send(park.Contacts(1)[0])[0]).Actor
	trainer, support := park.Staff(invite.Trainer), w.Support()
	support.Organization = park.Org.ID // as if a tool had put it there
	for name, call := range asked(w, run.ID, passes[0].ID) {
		for who, test := range map[string]struct {
			actor auth.Actor
			code  invite.Code
		}{
			"trainer": {trainer, invite.Forbidden}, "client": {client, invite.Forbidden},
			"support": {support, invite.Forbidden}, "nobody": {auth.Actor{Kind: auth.KindAnonymous}, invite.Unauthenticated},
		} {
			if err := call(test.actor); invite.CodeOf(err) != test.code {
				t.Errorf("%s %s: %v", who, name, err)
			}
		}
		if name != "generate" {
			w.Unchanged(name, func() {
				if err := call(other.Owner); invite.CodeOf(err) != invite.NotFound {
					t.Errorf("another organization's owner %s: %v", name, err)
				}
			})
		}
	}
	if got := passesOf(t, w, run.ID); !cmp.Equal(passes, got) {
		t.Errorf("something was done: %s", cmp.Diff(passes, got))
	}
	leader := park.Staff(invite.Leader)
	for _, name := range []string{"generate", "bind", "print a run", "print one", "revoke one", "revoke a run"} {
		if err := asked(w, run.ID, passes[0].ID)[name](leader); err != nil {
			t.Errorf("a leader's %s: %v", name, err)
		}
	}
}

// Runs that are generated at once have numbers of their own.
func TestRunsAtOnce(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	park := w.Place(invite.Community, "Oak Park")
	leaders := []auth.Actor{park.Owner, park.Staff(invite.Leader)}
	for _, err := range atOnce(10, func(i int) error {
		_, err := w.App.GeneratePasses(w.As(leaders[i%2]), app.PassesInput{Count: 2})
		return err
	}) {
		if err != nil {
			t.Error(err)
		}
	}
	runs := must(w.DB.PassRunPage(t.Context(), store.InOrganization(park.Org.ID), park.Org.ID, 0, 20))(t)
	for n, r := range runs {
		if r.Number != 10-n {
			t.Errorf("run %d of 10 has number %d", 10-n, r.Number)
		}
	}
	if passes := w.Probe.Int(`SELECT count(*) FROM access_passes`); len(runs) != 10 || passes != 20 {
		t.Errorf("%d runs with %d passes", len(runs), passes)
	}
}

// Copies of one call have one effect and one answer.
func TestRetriedRun(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	park := w.Place(invite.Community, "Oak Park")
	in := app.PassesInput{Count: 7, IdempotencyKey: new("key")}
	runs := make([]invite.ID, 10)
	for _, err := range atOnce(len(runs), func(i int) (err error) {
		runs[i], err = w.App.GeneratePasses(w.As(park.Owner), in)
		return err
	}) {
		if err != nil {
			t.Fatal(err)
		}
	}
	w.Unchanged("an hour later", func() {
		w.Clock.Advance(time.Hour)
		if again := must(w.App.GeneratePasses(w.As(park.Owner), in))(t); again != runs[0] {
			t.Errorf("another run: %s", again)
		}
		in.Count = 8
		_, err := w.App.GeneratePasses(w.As(park.Owner), in)
		refused(t, "other input", err, invite.IdempotencyReused, "input.idempotencyKey")
	})
	if unique := invite.Unique(runs); len(unique) != 1 || len(passesOf(t, w, unique[0])) != 7 || w.Probe.Int(`SELECT count(*) FROM access_passes`) != 7 {
		t.Errorf("runs %v", unique)
	}
}
