package app_test

import (
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

func update(w *apptest.World, actor auth.Actor, in app.UpdateInput) error {
	return w.App.UpdateContact(w.As(actor), in)
}

// Each field can be set, and cleared where it may be empty; what is not named
// stays.
func TestUpdateFields(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Create(app.NewContact{Name: "Ada", Email: "ada@example.com", Phone: "+12025550123"})[0]
	trainer := gym.Staff(invite.Trainer)
	west := must(w.App.CreateLocation(w.As(gym.Owner), nil, "West Street", "Europe/Paris"))(t)
	for _, test := range []struct {
		name string
		in   app.UpdateInput
		want func(*invite.Contact)
	}{
		{"name", app.UpdateInput{Name: new("  Grace  Hopper ")}, func(c *invite.Contact) { c.Name = "Grace Hopper" }},
		{"email", app.UpdateInput{Email: new("Grace@Example.com")}, func(c *invite.Contact) { c.Email = new("grace@example.com") }},
		{"phone", app.UpdateInput{Phone: new("(202) 555-0199")}, func(c *invite.Contact) { c.Phone = new("+12025550199") }},
		{"stage", app.UpdateInput{Stage: new(invite.Trial)}, func(c *invite.Contact) { c.Stage = invite.Trial }},
		{"client type", app.UpdateInput{ClientType: new(invite.FullAccessOneWay)}, func(c *invite.Contact) { c.ClientType = invite.FullAccessOneWay }},
		{"location", app.UpdateInput{Location: &west.ID}, func(c *invite.Contact) { c.LocationID = west.ID }},
		{"trainer", app.UpdateInput{Trainer: &trainer.Membership}, func(c *invite.Contact) { c.TrainerID = &trainer.Membership }},
		{"no trainer", app.UpdateInput{Clear: []app.ContactField{app.FieldTrainer}}, func(c *invite.Contact) { c.TrainerID = nil }},
		{"no name and phone", app.UpdateInput{Clear: []app.ContactField{app.FieldName, app.FieldPhone}}, func(c *invite.Contact) { c.Name, c.Phone = "", nil }},
		{"a name again, no email", app.UpdateInput{Name: new("Grace"), Clear: []app.ContactField{app.FieldEmail}}, func(c *invite.Contact) { c.Name, c.Email = "Grace", nil }},
		{"nothing", app.UpdateInput{}, func(*invite.Contact) {}},
	} {
		w.Clock.Advance(time.Second)
		want := gym.Contact(c.ID)
		test.want(&want)
		want.UpdatedAt = w.Clock.Now()
		test.in.ID = c.ID
		if err := update(w, gym.Owner, test.in); err != nil {
			t.Fatalf("%s: %v", test.name, err)
		}
		if diff := cmp.Diff(want, gym.Contact(c.ID)); diff != "" {
			t.Errorf("%s:\n%s", test.name, diff)
		}
	}
	for search, want := range map[string]int{"grace": 1, "ada": 0, "555-0123": 0, "example": 0} {
		if n := must(w.DB.CountContacts(t.Context(), app.ScopeOf(gym.Owner), filterBy(search), w.Clock.Now()))(t); n != want {
			t.Errorf("searching %q finds %d", search, n)
		}
	}
}

func TestUpdateLabels(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	c := gym.Contacts(1)[0]
	program := func(p *apptest.Place, name string) invite.ID {
		return must(w.App.CreateProgram(w.As(p.Owner), nil, name))(t).ID
	}
	group := func(p *apptest.Place, name string) invite.ID {
		return must(w.App.CreateGroup(w.As(p.Owner), nil, name))(t).ID
	}
	yoga, box := program(gym, "Yoga"), program(gym, "Box")
	early, late := group(gym, "Early"), group(gym, "Late")
	foreignProgram, foreignGroup := program(other, "Yoga"), group(other, "Early")
	has := func(what string, programs, groups []invite.ID) {
		t.Helper()
		scope := app.ScopeOf(gym.Owner)
		got := [2][]invite.ID{{}, {}}
		for _, p := range must(w.DB.ProgramsOfContacts(t.Context(), scope, []invite.ID{c.ID}))(t) {
			got[0] = append(got[0], p.Label.ID)
		}
		for _, g := range must(w.DB.GroupsOfContacts(t.Context(), scope, []invite.ID{c.ID}))(t) {
			got[1] = append(got[1], g.Label.ID)
		}
		if diff := cmp.Diff([2][]invite.ID{programs, groups}, got); diff != "" {
			t.Errorf("%s:\n%s", what, diff)
		}
	}
	set := func(programs, groups []invite.ID) error {
		return update(w, gym.Owner, app.UpdateInput{ID: c.ID, Programs: programs, Groups: groups})
	}
	for _, step := range []struct{ programs, groups, wantPrograms, wantGroups []invite.ID }{
		{[]invite.ID{yoga, box, yoga}, []invite.ID{early}, []invite.ID{box, yoga}, []invite.ID{early}},
		{[]invite.ID{yoga}, nil, []invite.ID{yoga}, []invite.ID{early}},
		{nil, []invite.ID{late}, []invite.ID{yoga}, []invite.ID{late}},
		{[]invite.ID{}, []invite.ID{}, []invite.ID{}, []invite.ID{}},
		{[]invite.ID{box}, []invite.ID{early, late}, []invite.ID{box}, []invite.ID{early, late}},
	} {
		if err := set(step.programs, step.groups); err != nil {
			t.Fatal(err)
		}
		has("set", step.wantPrograms, step.wantGroups)
	}
	w.Unchanged("another organization's", func() {
		for _, err := range []error{set([]invite.ID{yoga, foreignProgram}, nil), set(nil, []invite.ID{early, foreignGroup})} {
			if invite.CodeOf(err) != invite.NotFound {
				t.Errorf("%v", err)
			}
		}
	})
	if err := w.App.DeleteGroup(w.As(gym.Owner), early); err != nil {
		t.Fatal(err)
	}
	has("after the group was deleted", []invite.ID{box}, []invite.ID{late})
}

func TestUpdateRefused(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	c := gym.Create(app.NewContact{Name: "Ada", Email: "ada@example.com"}, app.NewContact{Name: "Bob", Email: "bob@example.com"}, app.NewContact{Email: "only@example.com"})
	joined := gym.Join(gym.Send(c[1])[0])
	foreign := other.Contacts(1)[0]
	leader, support := gym.Staff(invite.Leader), w.Support()
	for name, test := range map[string]struct {
		actor auth.Actor
		in    app.UpdateInput
		code  invite.Code
		field string
	}{
		"another's email":        {gym.Owner, app.UpdateInput{ID: c[0].ID, Email: new("BOB@example.com")}, invite.EmailTaken, "input.email"},
		"a bad email":            {gym.Owner, app.UpdateInput{ID: c[0].ID, Email: new("a@@b")}, invite.Invalid, "input.email"},
		"a bad phone":            {gym.Owner, app.UpdateInput{ID: c[0].ID, Phone: new("12")}, invite.Invalid, "input.phone"},
		"a name of two lines":    {gym.Owner, app.UpdateInput{ID: c[0].ID, Name: new("A\nB")}, invite.ControlCharacters, "input.name"},
		"a long name":            {gym.Owner, app.UpdateInput{ID: c[0].ID, Name: new(strings.Repeat("a", 101))}, invite.TooLong, "input.name"},
		"nothing left":           {gym.Owner, app.UpdateInput{ID: c[2].ID, Clear: []app.ContactField{app.FieldEmail}}, invite.Required, "input.name"},
		"a registered email":     {gym.Owner, app.UpdateInput{ID: c[1].ID, Email: new("new@example.com")}, invite.NotAllowed, "input.email"},
		"no registered email":    {gym.Owner, app.UpdateInput{ID: c[1].ID, Clear: []app.ContactField{app.FieldEmail}}, invite.NotAllowed, "input.email"},
		"a foreign contact":      {gym.Owner, app.UpdateInput{ID: foreign.ID, Name: new("X")}, invite.NotFound, ""},
		"a foreign location":     {gym.Owner, app.UpdateInput{ID: c[0].ID, Location: &other.Location.ID}, invite.NotFound, "input.location"},
		"a foreign trainer":      {gym.Owner, app.UpdateInput{ID: c[0].ID, Trainer: &other.Owner.Membership}, invite.NotFound, "input.trainer"},
		"a leader as trainer":    {gym.Owner, app.UpdateInput{ID: c[0].ID, Trainer: &leader.Membership}, invite.Invalid, "input.trainer"},
		"support":                {support, app.UpdateInput{ID: c[0].ID, Name: new("X")}, invite.Forbidden, ""},
		"a client, of their own": {joined.Actor, app.UpdateInput{ID: c[1].ID, Name: new("X")}, invite.Forbidden, ""},
		"a client, of another":   {joined.Actor, app.UpdateInput{ID: c[0].ID, Name: new("X")}, invite.NotFound, ""},
		"nobody":                 {auth.Actor{Kind: auth.KindAnonymous}, app.UpdateInput{ID: c[0].ID}, invite.Unauthenticated, ""},
		"a contact nowhere":      {gym.Owner, app.UpdateInput{ID: store.NewID()}, invite.NotFound, ""},
	} {
		w.Unchanged(name, func() {
			err := update(w, test.actor, test.in)
			if test.code == invite.NotFound {
				test.field = "" // not a refusal on a payload
			}
			refused(t, name, err, test.code, test.field)
		})
	}
	if err := update(w, gym.Owner, app.UpdateInput{ID: c[1].ID, Email: new("Bob@example.com"), Phone: new("+12025550123")}); err != nil {
		t.Errorf("a registered person's email, unchanged: %v", err)
	}
	if err := update(w, gym.Owner, app.UpdateInput{ID: c[0].ID, Email: new("only2@example.com"), Name: new("A\nB"), Phone: new("1")}); len(refusals(err)) != 2 {
		t.Errorf("two bad fields, and %v", err)
	}
}

func refusals(err error) []*invite.Error {
	list, _ := invite.Refusals(err)
	return list
}

// Trainers edit their own clients, and nobody else's.
func TestTrainersEditTheirOwn(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	trainer := gym.Staff(invite.Trainer)
	c := gym.Contacts(2)
	if err := update(w, gym.Owner, app.UpdateInput{ID: c[0].ID, Trainer: &trainer.Membership}); err != nil {
		t.Fatal(err)
	}
	if err := update(w, trainer, app.UpdateInput{ID: c[0].ID, Name: new("Mine")}); err != nil {
		t.Error(err)
	}
	w.Unchanged("not the trainer's", func() {
		if err := update(w, trainer, app.UpdateInput{ID: c[1].ID, Name: new("Mine")}); invite.CodeOf(err) != invite.NotFound {
			t.Errorf("%v", err)
		}
	})
}
