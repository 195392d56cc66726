package app_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

func setPolicy(w *apptest.World, actor auth.Actor, in app.PolicyInput) error {
	_, _, err := w.App.UpdatePolicy(w.As(actor), in)
	return err
}

// A location's value goes before the organization's, and that before the
// preset's; what is cleared falls back to the level above.
func TestPolicyLevels(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	west := must(w.App.CreateLocation(w.As(gym.Owner), nil, "West Street", "Europe/Paris"))(t)
	ttl := []invite.PolicyField{"ttlDays"}
	type levels struct {
		Main, West int
		Source     invite.Source // at West
	}
	for _, step := range []struct {
		in   app.PolicyInput
		want levels
	}{
		{app.PolicyInput{}, levels{10, 10, invite.FromDefault}},
		{app.PolicyInput{Set: invite.PolicyPatch{TTLDays: new(20)}}, levels{20, 20, invite.FromOrganization}},
		{app.PolicyInput{Location: &west.ID, Set: invite.PolicyPatch{TTLDays: new(5)}}, levels{20, 5, invite.FromLocation}},
		{app.PolicyInput{Set: invite.PolicyPatch{TTLDays: new(25), PaceSeconds: new(0)}}, levels{25, 5, invite.FromLocation}},
		{app.PolicyInput{Location: &west.ID, Clear: ttl}, levels{25, 25, invite.FromOrganization}},
		{app.PolicyInput{Clear: ttl}, levels{10, 10, invite.FromDefault}},
	} {
		if err := setPolicy(w, gym.Owner, step.in); err != nil {
			t.Fatal(err)
		}
		scope := store.InOrganization(gym.Org.ID)
		org := must(w.DB.Organization(t.Context(), scope, gym.Org.ID))(t)
		main := must(w.DB.Location(t.Context(), scope, gym.Location.ID))(t)
		there := must(w.DB.Location(t.Context(), scope, west.ID))(t)
		got := levels{Main: main.PolicyIn(org).TTLDays, West: there.PolicyIn(org).TTLDays}
		for _, s := range invite.PolicySources(org.Overrides, there.Overrides) {
			if s.Field == "ttlDays" {
				got.Source = s.Source
			}
		}
		if diff := cmp.Diff(step.want, got); diff != "" {
			t.Errorf("%+v:\n%s", step.in, diff)
		}
	}
}

func TestPolicyRefused(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	set := func(p invite.PolicyPatch) app.PolicyInput { return app.PolicyInput{Set: p} }
	gym.Set(invite.PolicyPatch{ReminderDaysBefore: new(5)})
	support, trainer := w.Support(), gym.Staff(invite.Trainer)
	for name, test := range map[string]struct {
		actor auth.Actor
		in    app.PolicyInput
		code  invite.Code
		field string
	}{
		"no days":                     {gym.Owner, set(invite.PolicyPatch{TTLDays: new(0)}), invite.Invalid, "input.ttlDays"},
		"31 days":                     {gym.Owner, set(invite.PolicyPatch{TTLDays: new(31)}), invite.Invalid, "input.ttlDays"},
		"a pace below nothing":        {gym.Owner, set(invite.PolicyPatch{PaceSeconds: new(-1)}), invite.Invalid, "input.paceSeconds"},
		"a pace over an hour":         {gym.Owner, set(invite.PolicyPatch{PaceSeconds: new(3601)}), invite.Invalid, "input.paceSeconds"},
		"a weaker password":           {gym.Owner, set(invite.PolicyPatch{PasswordMinLength: new(5)}), invite.Invalid, "input.password.minLength"},
		"a line break in the subject": {gym.Owner, set(invite.PolicyPatch{Subject: new("a\r\nb")}), invite.ControlCharacters, "input.subject"},
		"a life as short as its end":  {gym.Owner, set(invite.PolicyPatch{TTLDays: new(5)}), invite.Invalid, "input.reminderDaysBefore"},
		"the same at the location":    {gym.Owner, app.PolicyInput{Location: &gym.Location.ID, Set: invite.PolicyPatch{TTLDays: new(5)}}, invite.Invalid, "input.reminderDaysBefore"},
		"a location of somebody else": {gym.Owner, app.PolicyInput{Location: &other.Location.ID, Set: invite.PolicyPatch{TTLDays: new(9)}}, invite.NotFound, ""},
		"another organization":        {gym.Owner, app.PolicyInput{Organization: &other.Org.ID, Set: invite.PolicyPatch{TTLDays: new(9)}}, invite.NotFound, ""},
		"support":                     {support, app.PolicyInput{Organization: &gym.Org.ID, Set: invite.PolicyPatch{TTLDays: new(9)}}, invite.Forbidden, ""},
		"a trainer":                   {trainer, set(invite.PolicyPatch{TTLDays: new(9)}), invite.Forbidden, ""},
		"nobody":                      {auth.Actor{Kind: auth.KindAnonymous}, set(invite.PolicyPatch{TTLDays: new(9)}), invite.Unauthenticated, ""},
		"a window that ends as it starts": {gym.Owner, set(invite.PolicyPatch{SendWindow: &invite.WindowChoice{Window: &invite.Window{From: 480, To: 480, Days: invite.EveryDay}}}),
			invite.Invalid, "input.sendWindow.to"},
	} {
		w.Unchanged(name, func() {
			err := setPolicy(w, test.actor, test.in)
			refused(t, name, err, test.code, test.field)
		})
	}
}

// A change of the organization's policy must fit every location's own.
func TestPolicyOfAllLevelsTogether(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	if err := setPolicy(w, gym.Owner, app.PolicyInput{Location: &gym.Location.ID, Set: invite.PolicyPatch{ReminderDaysBefore: new(8)}}); err != nil {
		t.Fatal(err)
	}
	w.Unchanged("too short for the location's reminder", func() {
		refused(t, "8 days", setPolicy(w, gym.Owner, app.PolicyInput{Set: invite.PolicyPatch{TTLDays: new(8)}}), invite.Invalid, "input.reminderDaysBefore")
	})
	if err := setPolicy(w, gym.Owner, app.PolicyInput{Set: invite.PolicyPatch{TTLDays: new(9)}}); err != nil {
		t.Error(err)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM events WHERE kind = 'POLICY_CHANGED' AND organization_id = $1`, gym.Org.ID); n != 2 {
		t.Errorf("%d facts of two changes", n)
	}
}

// Two changes of different fields at once are both kept.
func TestPolicyChangesAtOnce(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	patches := []invite.PolicyPatch{
		{TTLDays: new(7)}, {PaceSeconds: new(7)}, {Subject: new("Seven")}, {MaxBulkCreate: new(7)}, {PasswordMinLength: new(7)}, {AutoInvite: new(true)},
	}
	for _, err := range atOnce(len(patches), func(i int) error { return setPolicy(w, gym.Owner, app.PolicyInput{Set: patches[i]}) }) {
		if err != nil {
			t.Fatal(err)
		}
	}
	p := must(w.App.AnyOrganization(t.Context(), gym.Org.ID))(t).Policy()
	if p.TTLDays != 7 || p.PaceSeconds != 7 || p.Texts.Subject != "Seven" || p.MaxBulkCreate != 7 || p.Password.MinLength != 7 || !p.AutoInvite {
		t.Errorf("%+v", p)
	}
}

// Staff come and go; the last owner stays.
func TestStaff(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	leader := gym.Staff(invite.Leader)
	add := func(actor auth.Actor, email string, role invite.Role, password *string) (invite.Membership, error) {
		return w.App.AddStaff(w.As(actor), app.StaffInput{Name: "Kim", Email: email, Role: role, InitialPassword: password})
	}
	strong := new("Blue4-Heron")
	for name, test := range map[string]struct {
		err   func() error
		code  invite.Code
		field string
	}{
		"a leader adds":   {func() error { _, err := add(leader, "k@example.com", invite.Trainer, strong); return err }, invite.Forbidden, ""},
		"no staff role":   {func() error { _, err := add(gym.Owner, "k@example.com", invite.Client, strong); return err }, invite.Invalid, "input.role"},
		"support":         {func() error { _, err := add(gym.Owner, "k@example.com", invite.Support, strong); return err }, invite.Invalid, "input.role"},
		"a bad email":     {func() error { _, err := add(gym.Owner, "k@", invite.Trainer, strong); return err }, invite.Invalid, "input.email"},
		"no password":     {func() error { _, err := add(gym.Owner, "k@example.com", invite.Trainer, nil); return err }, invite.Required, "input.initialPassword"},
		"a weak password": {func() error { _, err := add(gym.Owner, "k@example.com", invite.Trainer, new("weak")); return err }, invite.PasswordTooWeak, "input.initialPassword"},
		"staff already":   {func() error { _, err := add(gym.Owner, "leader@iron-temple.example", invite.Trainer, nil); return err }, invite.Conflict, "input.email"},
		"the last owner":  {func() error { _, err := w.App.RemoveStaff(w.As(gym.Owner), gym.Owner.Membership); return err }, invite.Conflict, "input.membership"},
		"another's staff": {func() error { _, err := w.App.RemoveStaff(w.As(gym.Owner), other.Owner.Membership); return err }, invite.NotFound, ""},
		"by a leader":     {func() error { _, err := w.App.RemoveStaff(w.As(leader), gym.Owner.Membership); return err }, invite.Forbidden, ""},
		"a name of a break": {func() error {
			_, err := w.App.AddStaff(w.As(gym.Owner), app.StaffInput{Name: "K\nim", Email: "k@example.com", Role: invite.Trainer})
			return err
		}, invite.ControlCharacters, "input.name"},
	} {
		w.Unchanged(name, func() { refused(t, name, test.err(), test.code, test.field) })
	}
	must(add(gym.Owner, "kim@example.com", invite.Owner, strong))(t)
	kim := must(signIn(w, "kim@example.com", *strong))(t)
	if _, err := w.App.Authenticate(t.Context(), kim.AccessToken); err != nil {
		t.Fatal(err)
	}
	must(w.App.RemoveStaff(w.As(kim.Actor), gym.Owner.Membership))(t)
	w.Clock.Advance(2 * time.Second)
	if err := w.App.StillLive(t.Context(), gym.Owner); invite.CodeOf(err) != invite.Unauthenticated {
		t.Errorf("the removed owner's sign-in: %v", err)
	}
	if err := w.App.StillLive(t.Context(), kim.Actor); err != nil {
		t.Errorf("the one who stays: %v", err)
	}
	must(add(kim.Actor, "owner@iron-temple.example", invite.Trainer, nil))(t) // may come back
}

// Two owners who remove each other at once leave one.
func TestOwnersRemoveEachOther(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	must(w.App.AddStaff(w.As(gym.Owner), app.StaffInput{Name: "Kim", Email: "kim@example.com", Role: invite.Owner, InitialPassword: new("Blue4-Heron")}))(t)
	owners := []auth.Actor{gym.Owner, must(signIn(w, "kim@example.com", "Blue4-Heron"))(t).Actor}
	n := codes(atOnce(2, func(i int) error {
		_, err := w.App.RemoveStaff(w.As(owners[i]), owners[1-i].Membership)
		return err
	}))
	if n[""] != 1 || n[invite.Conflict] != 1 {
		t.Errorf("%v", n)
	}
}
