package app_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
)

func present(w *apptest.World, actor auth.Actor, in app.PresentationInput) error {
	_, err := w.App.UpdateOrganization(w.As(actor), in)
	return err
}

// Each change is made alone, stays, is the organization's only, and leaves a
// fact that names what was changed; what changes nothing writes nothing.
func TestUpdateOrganization(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	leader := gym.Staff(invite.Leader)
	small, large := picture(pngOf(t, 1, 1)), picture(pngOf(t, 1024, 1024))
	untouched := must(w.App.AnyOrganization(t.Context(), other.Org.ID))(t)
	want := must(w.App.AnyOrganization(t.Context(), gym.Org.ID))(t)
	for _, step := range []struct {
		actor  auth.Actor
		in     app.PresentationInput
		change func()
		reason string
	}{
		{gym.Owner, app.PresentationInput{Name: new(" Iron  Temple East ")}, func() { want.Name = "Iron Temple East" }, "name"},
		{leader, app.PresentationInput{SupportContact: new("Ask Anna at the desk.")}, func() { want.SupportContact = "Ask Anna at the desk." }, "support contact"},
		{leader, app.PresentationInput{AccentColor: new("#A1B2C3")}, func() { want.AccentColor = "#a1b2c3" }, "accent color"},
		{leader, app.PresentationInput{Logo: &small}, func() { want.Logo = hashOf(small) }, "logo"},
		{leader, app.PresentationInput{Organization: &gym.Org.ID, Name: new("Iron Temple"), Logo: &large}, func() { want.Name, want.Logo = "Iron Temple", hashOf(large) }, "name, logo"},
		{leader, app.PresentationInput{Logo: &large, AccentColor: new("#a1b2c3"), Name: new("Iron Temple")}, nil, ""},
		{leader, app.PresentationInput{Language: new(invite.Portuguese)}, func() { want.Language = invite.Portuguese }, "language"},
		{leader, app.PresentationInput{Language: new(invite.Portuguese)}, nil, ""},
		{leader, app.PresentationInput{}, nil, ""},
		{leader, app.PresentationInput{ClearColor: true, ClearLogo: true}, func() { want.AccentColor, want.Logo = "", "" }, "accent color, logo"},
		{leader, app.PresentationInput{ClearColor: true, ClearLogo: true}, nil, ""},
	} {
		do := func() {
			got, err := w.App.UpdateOrganization(w.As(step.actor), step.in)
			if err != nil {
				t.Fatalf("%s: %v", step.reason, err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("answered after %q:\n%s", step.reason, diff)
			}
		}
		if step.change == nil {
			w.Unchanged("what is so already", do)
			continue
		}
		step.change()
		do()
		if diff := cmp.Diff(want, must(w.App.AnyOrganization(t.Context(), gym.Org.ID))(t)); diff != "" {
			t.Errorf("stored after %q:\n%s", step.reason, diff)
		}
		n := w.Probe.Int(`SELECT count(*) FROM events WHERE organization_id = $1 AND kind = 'ORGANIZATION_CHANGED' AND reason = $2 AND actor_id = $3`,
			gym.Org.ID, step.reason, step.actor.Membership)
		if n != 1 {
			t.Errorf("%d facts say that %q was changed", n, step.reason)
		}
	}
	if n := w.Probe.Int(`SELECT count(*) FROM organization_logos`); n != 0 {
		t.Errorf("%d logos are left", n)
	}
	if diff := cmp.Diff(untouched, must(w.App.AnyOrganization(t.Context(), other.Org.ID))(t)); diff != "" {
		t.Errorf("another organization was changed:\n%s", diff)
	}
}

func TestUpdateOrganizationRefusals(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	trainer, support := gym.Staff(invite.Trainer), w.Support()
	client := auth.Actor{Kind: auth.KindClient, Role: invite.Client, Account: gym.Owner.Account, Organization: gym.Org.ID, Contact: gym.Contacts(1)[0].ID}
	logo := picture(pngOf(t, 1, 1))
	for name, test := range map[string]struct {
		actor auth.Actor
		in    app.PresentationInput
		code  invite.Code
		field string
	}{
		"nobody":               {auth.Actor{Kind: auth.KindAnonymous}, app.PresentationInput{Name: new("Mine")}, invite.Unauthenticated, ""},
		"a trainer":            {trainer, app.PresentationInput{Name: new("Mine")}, invite.Forbidden, ""},
		"a client":             {client, app.PresentationInput{Name: new("Mine")}, invite.Forbidden, ""},
		"support":              {support, app.PresentationInput{Organization: &gym.Org.ID, Name: new("Mine")}, invite.Forbidden, ""},
		"another organization": {gym.Owner, app.PresentationInput{Organization: &other.Org.ID, Name: new("Mine")}, invite.NotFound, ""},

		"no name":           {gym.Owner, app.PresentationInput{Name: new(" ")}, invite.Required, "input.name"},
		"a long name":       {gym.Owner, app.PresentationInput{Name: new(strings.Repeat("x", 101))}, invite.TooLong, "input.name"},
		"a name of 2 lines": {gym.Owner, app.PresentationInput{Name: new("Iron\nTemple")}, invite.ControlCharacters, "input.name"},
		"a name with NUL":   {gym.Owner, app.PresentationInput{Name: new("Iron\x00Temple")}, invite.ControlCharacters, "input.name"},
		"a link as a name":  {gym.Owner, app.PresentationInput{Name: new("win at evil.com")}, invite.ForeignLink, "input.name"},

		"no contact":           {gym.Owner, app.PresentationInput{SupportContact: new("")}, invite.Required, "input.supportContact"},
		"a long contact":       {gym.Owner, app.PresentationInput{SupportContact: new(strings.Repeat("x", 201))}, invite.TooLong, "input.supportContact"},
		"a contact with lines": {gym.Owner, app.PresentationInput{SupportContact: new("a@b.example\r\nBcc: c@d.example")}, invite.ControlCharacters, "input.supportContact"},
		"a contact as a link":  {gym.Owner, app.PresentationInput{SupportContact: new("https://evil.example/")}, invite.ForeignLink, "input.supportContact"},

		"no color":              {gym.Owner, app.PresentationInput{AccentColor: new("")}, invite.Invalid, "input.accentColor"},
		"a short color":         {gym.Owner, app.PresentationInput{AccentColor: new("#fff")}, invite.Invalid, "input.accentColor"},
		"a color by name":       {gym.Owner, app.PresentationInput{AccentColor: new("red")}, invite.Invalid, "input.accentColor"},
		"a transparent color":   {gym.Owner, app.PresentationInput{AccentColor: new("#ff000080")}, invite.Invalid, "input.accentColor"},
		"a color with more":     {gym.Owner, app.PresentationInput{AccentColor: new("#ff0000;background:url(//evil.example)")}, invite.Invalid, "input.accentColor"},
		"a color, and none":     {gym.Owner, app.PresentationInput{AccentColor: new("#ff0000"), ClearColor: true}, invite.Invalid, "input.clear"},
		"a logo, and none":      {gym.Owner, app.PresentationInput{Logo: &logo, ClearLogo: true}, invite.Invalid, "input.clear"},
		"a logo that is no one": {gym.Owner, app.PresentationInput{Logo: new("aGVsbG8=")}, invite.Invalid, "input.logo"},
		"one wrong, one right":  {gym.Owner, app.PresentationInput{Name: new("Right"), AccentColor: new("wrong")}, invite.Invalid, "input.accentColor"},
	} {
		w.Unchanged(name, func() { refused(t, name, present(w, test.actor, test.in), test.code, test.field) })
	}
	// All that is wrong is said at once.
	list, _ := invite.Refusals(present(w, gym.Owner, app.PresentationInput{Name: new(""), SupportContact: new(""), AccentColor: new(""), Logo: new("")}))
	var fields []string
	for _, e := range list {
		fields = append(fields, e.Field)
	}
	if diff := cmp.Diff([]string{"input.name", "input.supportContact", "input.accentColor", "input.logo"}, fields); diff != "" {
		t.Error(diff)
	}
}

// An organization that is founded with a color keeps it, and one with a wrong
// one is not founded.
func TestFoundedWithAColor(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	in := app.NewOrganization{
		Name: "Iron Temple", Preset: invite.Gym, Region: "US", SupportContact: " Ask  at the desk. ", AccentColor: "#B8431E",
		Locations: []app.NewLocation{{Name: "Main", TimeZone: "UTC"}}, Owner: app.Person{Name: "Olga", Email: "olga@iron.example", Password: apptest.Password},
	}
	for field, change := range map[string]func(*app.NewOrganization){
		"input.accentColor":    func(o *app.NewOrganization) { o.AccentColor = "rust" },
		"input.supportContact": func(o *app.NewOrganization) { o.SupportContact = "a\nb" },
	} {
		wrong := in
		change(&wrong)
		w.Unchanged(field, func() {
			_, err := w.App.CreateOrganization(w.System("init"), wrong)
			if list, _ := invite.Refusals(err); len(list) != 1 || list[0].Field != field {
				t.Errorf("%s: %v", field, err)
			}
		})
	}
	made := must(w.App.CreateOrganization(w.System("init"), in))(t)
	got := must(w.App.AnyOrganization(t.Context(), made.Organization.ID))(t)
	if got.AccentColor != "#b8431e" || got.Accent() != "#b8431e" || got.SupportContact != "Ask at the desk." || got.Logo != "" {
		t.Errorf("%+v", got)
	}
}

func TestRenameProgram(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	yoga := must(w.App.CreateProgram(w.As(gym.Owner), nil, "Yoga"))(t)
	must(w.App.CreateProgram(w.As(gym.Owner), nil, "Strength"))(t)
	rename := func(actor auth.Actor, name string) error {
		_, err := w.App.RenameProgram(w.As(actor), yoga.ID, name)
		return err
	}
	for name, test := range map[string]struct {
		actor auth.Actor
		given string
		code  invite.Code
		field string
	}{
		"taken":     {gym.Owner, "STRENGTH", invite.Conflict, "input.name"},
		"no name":   {gym.Owner, " ", invite.Required, "input.name"},
		"long":      {gym.Owner, strings.Repeat("x", 101), invite.TooLong, "input.name"},
		"two lines": {gym.Owner, "a\nb", invite.ControlCharacters, "input.name"},
		"another's": {other.Owner, "Mine", invite.NotFound, ""},
		"a trainer": {gym.Staff(invite.Trainer), "Mine", invite.Forbidden, ""},
		"support":   {w.Support(), "Mine", invite.Forbidden, ""},
		"nobody":    {auth.Actor{Kind: auth.KindAnonymous}, "Mine", invite.Unauthenticated, ""},
	} {
		w.Unchanged(name, func() { refused(t, name, rename(test.actor, test.given), test.code, test.field) })
	}
	if p := must(w.App.RenameProgram(w.As(gym.Staff(invite.Leader)), yoga.ID, " Yoga  Flow "))(t); p.Name != "Yoga Flow" {
		t.Errorf("%+v", p)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM programs WHERE id = $1 AND name = 'Yoga Flow' AND name_lower = 'yoga flow'`, yoga.ID); n != 1 {
		t.Error("the new name is not stored")
	}
}
