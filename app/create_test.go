package app_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
	"usher/store"
)

// pasted is an input of pasted text that invites nobody.
func pasted(text string) app.CreateInput {
	return app.CreateInput{Text: &text, Stage: invite.Member, ClientType: invite.FullAccess, Invite: app.InviteLater}
}

func listed(list ...app.NewContact) app.CreateInput {
	return app.CreateInput{Contacts: list, Stage: invite.Member, ClientType: invite.FullAccess, Invite: app.InviteLater}
}

func addresses(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "p%d@example.com\n", i)
	}
	return b.String()
}

func people(n int) []app.NewContact {
	list := make([]app.NewContact, n)
	for i := range list {
		list[i].Email = fmt.Sprintf("p%d@example.com", i)
	}
	return list
}

func TestCreateSizes(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	for _, test := range []struct {
		name  string
		in    app.CreateInput
		code  invite.Code
		field string
	}{
		{"neither text nor contacts", app.CreateInput{}, invite.Required, "input.text"},
		{"both", app.CreateInput{Text: new("a@b.com"), Contacts: people(1)}, invite.Required, "input.text"},
		{"empty text", pasted(""), invite.Required, "input.text"},
		{"only separators", pasted(" ,;\n\t "), invite.Required, "input.text"},
		{"an empty list", app.CreateInput{Contacts: []app.NewContact{}}, invite.Required, "input.contacts"},
		{"201 pasted", pasted(addresses(201)), invite.TooMany, "input.text"},
		{"201 listed", listed(people(201)...), invite.TooMany, "input.contacts"},
		{"1 MB of text", pasted(strings.Repeat("a", 1<<20)), invite.TooLong, "input.text"},
		{"1 MB of separators", pasted(strings.Repeat(",", 1<<20)), invite.TooLong, "input.text"},
	} {
		w.Unchanged(test.name, func() {
			_, err := w.App.CreateContacts(w.As(gym.Owner), test.in)
			refused(t, test.name, err, test.code, test.field)
		})
	}
	_, err := w.App.CreateContacts(w.As(gym.Owner), pasted(addresses(201)))
	if !strings.Contains(fmt.Sprint(err), "At most 200") {
		t.Errorf("the refusal does not say the limit: %v", err)
	}
	for name, in := range map[string]app.CreateInput{"one pasted": pasted("one@example.com"), "200 listed": listed(people(200)...)} {
		made, err := w.App.CreateContacts(w.As(gym.Owner), in)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for n, item := range made.Items {
			if item.Index != n || !item.New || item.Contact == nil || item.Invitation != nil || item.NotInvited != nil {
				t.Fatalf("%s: %+v", name, item)
			}
		}
	}
	if n := w.Probe.Int(`SELECT count(*) FROM contacts`); n != 201 {
		t.Errorf("%d on file, want 201", n)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM invitations`); n != 0 {
		t.Errorf("%d invitations though LATER", n)
	}
}

// One bad entry refuses the whole, and every bad one is named by its index.
func TestBadEntriesAreAllNamed(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	for _, test := range []struct {
		name string
		in   app.CreateInput
		want []string
	}{
		{"pasted", pasted("good@example.com, two words@example.com; jane@@example.com\n+1202555, also@example.com"),
			[]string{"INVALID input.text.1", "INVALID input.text.3", "INVALID input.text.4"}},
		{"listed", listed(app.NewContact{Email: "good@example.com"}, app.NewContact{Email: "bad"}, app.NewContact{Phone: "12"},
			app.NewContact{Name: "Nobody"}, app.NewContact{Email: "x@example.com", Phone: "zero"}, app.NewContact{Email: "  "}),
			[]string{"INVALID input.contacts.1.email", "INVALID input.contacts.2.phone", "REQUIRED input.contacts.3.email",
				"INVALID input.contacts.4.phone", "INVALID input.contacts.5.email"}},
		{"line breaks in names", listed(app.NewContact{Name: "Ada\r\nBcc: x@example.com", Email: "a@example.com"},
			app.NewContact{Name: "Bo\x00b", Email: "b@example.com"}, app.NewContact{Name: "Eve\u202e", Email: "c@example.com"},
			app.NewContact{Name: strings.Repeat("x", 101), Email: "d@example.com"}),
			[]string{"CONTROL_CHARACTERS input.contacts.0", "CONTROL_CHARACTERS input.contacts.1", "CONTROL_CHARACTERS input.contacts.2",
				"TOO_LONG input.contacts.3"}},
		{"control characters in addresses", listed(app.NewContact{Email: "a\r\n@example.com"}, app.NewContact{Email: "a\x00@example.com"},
			app.NewContact{Phone: "+1202555\x000123"}),
			[]string{"INVALID input.contacts.0.email", "INVALID input.contacts.1.email", "INVALID input.contacts.2.phone"}},
	} {
		w.Unchanged(test.name, func() {
			_, err := w.App.CreateContacts(w.As(gym.Owner), test.in)
			list, _ := invite.Refusals(err)
			var got []string
			for _, e := range list {
				got = append(got, string(e.Code)+" "+e.Field)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s: %v\n%s", test.name, err, diff)
			}
		})
	}
}

// What is on file, or stands twice, is skipped with the contact it met.
func TestKnownPeopleAreSkipped(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	ann := app.NewContact{Name: "Ann", Phone: "+12025550101"}
	known := gym.Create(app.NewContact{Email: "on.file@example.com"}, ann)
	type item struct {
		New bool
		Met int // index of the item, or -1-n for the n-th known contact
	}
	isNew := func(n int) item { return item{true, n} }
	for _, test := range []struct {
		name string
		in   app.CreateInput
		want []item
	}{
		{"pasted", pasted("ON.FILE@Example.com new@example.com NEW@example.com 202-555-0101"), []item{{false, -1}, isNew(1), {false, 1}, {false, -2}}},
		{"listed, on file", listed(app.NewContact{Email: "On.File@example.com", Name: "Other"}, app.NewContact{Phone: "(202) 555-0101"}, ann),
			[]item{{false, -1}, {false, -2}, {false, -2}}},
		{"families share a phone", listed(app.NewContact{Name: "Bob", Phone: "+12025550101"}, app.NewContact{Name: "bob", Phone: "2025550101"},
			app.NewContact{Name: "Cleo", Phone: "+12025550101"}), []item{isNew(0), {false, 0}, isNew(2)}},
		{"a nameless repetition meets anybody", listed(app.NewContact{Name: "Dee", Phone: "+12025550102"}, app.NewContact{Phone: "+12025550102"}),
			[]item{isNew(0), {false, 0}}},
		{"names are compared as they are kept", listed(app.NewContact{Name: "Eli  Fox", Phone: "+12025550103"}, app.NewContact{Name: " eli fox", Phone: "+12025550103"}),
			[]item{isNew(0), {false, 0}}},
		{"an email and a shared phone", listed(app.NewContact{Email: "f@example.com", Phone: "+12025550101"}), []item{isNew(0)}},
	} {
		made, err := w.App.CreateContacts(w.As(gym.Owner), test.in)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		for n, want := range test.want {
			got := made.Items[n]
			var met invite.ID
			if want.Met < 0 {
				met = known[-1-want.Met].ID
			} else {
				met = *made.Items[want.Met].Contact
			}
			if got.New != want.New || got.Contact == nil || *got.Contact != met {
				t.Errorf("%s, entry %d: %+v, want %+v", test.name, n, got, want)
			}
		}
	}
	w.Unchanged("only known people", func() {
		if _, err := w.App.CreateContacts(w.As(gym.Owner), pasted("on.file@example.com")); err != nil {
			t.Error(err)
		}
	})
}

// What contacts are given must be of their organization.
func TestCreateStaysInTheOrganization(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	foreignProgram := must(w.App.CreateProgram(w.As(other.Owner), nil, "Yoga"))(t)
	foreignGroup := must(w.App.CreateGroup(w.As(other.Owner), nil, "Early"))(t)
	program := must(w.App.CreateProgram(w.As(gym.Owner), nil, "Yoga"))(t)
	group := must(w.App.CreateGroup(w.As(gym.Owner), nil, "Early"))(t)
	for name, change := range map[string]func(*app.CreateInput){
		"location":                   func(in *app.CreateInput) { in.Location = &other.Location.ID },
		"program":                    func(in *app.CreateInput) { in.Program = &foreignProgram.ID },
		"group beside one's own":     func(in *app.CreateInput) { in.Groups = []invite.ID{group.ID, foreignGroup.ID} },
		"organization":               func(in *app.CreateInput) { in.Organization = &other.Org.ID },
		"a location that is nowhere": func(in *app.CreateInput) { in.Location = new(store.NewID()) },
	} {
		in := pasted("a@example.com")
		change(&in)
		w.Unchanged(name, func() {
			if _, err := w.App.CreateContacts(w.As(gym.Owner), in); invite.CodeOf(err) != invite.NotFound {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
	in := pasted("a@example.com")
	in.Location, in.Program, in.Groups, in.Stage, in.ClientType = &gym.Location.ID, &program.ID, []invite.ID{group.ID, group.ID}, invite.Trial, invite.FullAccessOneWay
	made := must(w.App.CreateContacts(w.As(gym.Owner), in))(t)
	c := gym.Contact(*made.Items[0].Contact)
	if c.LocationID != gym.Location.ID || c.Stage != invite.Trial || c.ClientType != invite.FullAccessOneWay || c.Status != invite.NotInvited {
		t.Errorf("%+v", c)
	}
	scope := store.InOrganization(gym.Org.ID)
	programs := must(w.DB.ProgramsOfContacts(t.Context(), scope, []invite.ID{c.ID}))(t)
	groups := must(w.DB.GroupsOfContacts(t.Context(), scope, []invite.ID{c.ID}))(t)
	if len(programs) != 1 || programs[0].Label.ID != program.ID || len(groups) != 1 || groups[0].Label.ID != group.ID {
		t.Errorf("programs %v, groups %v", programs, groups)
	}
}
