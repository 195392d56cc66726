package app_test

import (
	"strings"
	"testing"

	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
)

// Locations, groups and programs have names that are theirs alone within one
// organization, and are made by those who may.
func TestNamedThings(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	leader, trainer, support := gym.Staff(invite.Leader), gym.Staff(invite.Trainer), w.Support()
	create := map[string]func(actor auth.Actor, organization *invite.ID, name string) error{
		"location": func(actor auth.Actor, organization *invite.ID, name string) error {
			_, err := w.App.CreateLocation(w.As(actor), organization, name, "Europe/Berlin")
			return err
		},
		"group": func(actor auth.Actor, organization *invite.ID, name string) error {
			_, err := w.App.CreateGroup(w.As(actor), organization, name)
			return err
		},
		"program": func(actor auth.Actor, organization *invite.ID, name string) error {
			_, err := w.App.CreateProgram(w.As(actor), organization, name)
			return err
		},
	}
	for what, add := range create {
		if err := add(gym.Owner, nil, " Early  birds "); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		for _, test := range []struct {
			name         string
			actor        auth.Actor
			organization *invite.ID
			given        string
			code         invite.Code
			field        string
		}{
			{"taken", gym.Owner, nil, "EARLY BIRDS", invite.Conflict, "input.name"},
			{"no name", gym.Owner, nil, " ", invite.Required, "input.name"},
			{"two lines", gym.Owner, nil, "a\nb", invite.ControlCharacters, "input.name"},
			{"long", gym.Owner, nil, strings.Repeat("x", 101), invite.TooLong, "input.name"},
			{"another organization", gym.Owner, &other.Org.ID, "Late", invite.NotFound, ""},
			{"a trainer", trainer, nil, "Late", invite.Forbidden, ""},
			{"support", support, &gym.Org.ID, "Late", invite.Forbidden, ""},
			{"nobody", auth.Actor{Kind: auth.KindAnonymous}, nil, "Late", invite.Unauthenticated, ""},
		} {
			name := what + ", " + test.name
			w.Unchanged(name, func() { refused(t, name, add(test.actor, test.organization, test.given), test.code, test.field) })
		}
		if err := add(other.Owner, nil, "Early birds"); err != nil {
			t.Errorf("%s of the same name in another organization: %v", what, err)
		}
		want := invite.Code("")
		if what == "location" {
			want = invite.Forbidden
		}
		if err := add(leader, nil, "Late"); invite.CodeOf(err) != want {
			t.Errorf("%s by a leader: %v", what, err)
		}
	}
}

func TestChangingLocationsAndGroups(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	early := must(w.App.CreateGroup(w.As(gym.Owner), nil, "Early"))(t)
	must(w.App.CreateGroup(w.As(gym.Owner), nil, "Late"))(t)
	nobody := auth.Actor{Kind: auth.KindAnonymous}
	for name, test := range map[string]struct {
		do    func() error
		code  invite.Code
		field string
	}{
		"a zone that is none":  {func() error { return zone(w, gym.Owner, gym.Location.ID, "Mars/Olympus") }, invite.Invalid, "input.timeZone"},
		"no zone":              {func() error { return zone(w, gym.Owner, gym.Location.ID, " ") }, invite.Invalid, "input.timeZone"},
		"the server's zone":    {func() error { return zone(w, gym.Owner, gym.Location.ID, "Local") }, invite.Invalid, "input.timeZone"},
		"a path":               {func() error { return zone(w, gym.Owner, gym.Location.ID, "../../etc/passwd") }, invite.Invalid, "input.timeZone"},
		"another's location":   {func() error { return zone(w, gym.Owner, other.Location.ID, "UTC") }, invite.NotFound, ""},
		"nobody's zone":        {func() error { return zone(w, nobody, gym.Location.ID, "UTC") }, invite.Unauthenticated, ""},
		"a taken group name":   {func() error { _, err := w.App.RenameGroup(w.As(gym.Owner), early.ID, "late"); return err }, invite.Conflict, "input.name"},
		"another's group":      {func() error { _, err := w.App.RenameGroup(w.As(other.Owner), early.ID, "Mine"); return err }, invite.NotFound, ""},
		"deleting another's":   {func() error { return w.App.DeleteGroup(w.As(other.Owner), early.ID) }, invite.NotFound, ""},
		"deleting, a client's": {func() error { return w.App.DeleteGroup(w.As(nobody), early.ID) }, invite.Unauthenticated, ""},
	} {
		w.Unchanged(name, func() { refused(t, name, test.do(), test.code, test.field) })
	}
	if err := zone(w, gym.Owner, gym.Location.ID, "America/New_York"); err != nil {
		t.Error(err)
	}
	if g := must(w.App.RenameGroup(w.As(gym.Owner), early.ID, "EARLY"))(t); g.Name != "EARLY" {
		t.Errorf("%+v", g)
	}
}

func zone(w *apptest.World, actor auth.Actor, location invite.ID, name string) error {
	_, err := w.App.UpdateLocation(w.As(actor), location, nil, &name)
	return err
}
