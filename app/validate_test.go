package app_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// Each entry of a real paste is judged as the committed expectation says, in
// its order, and nothing is written.
func TestValidateThePasteWithMistakes(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../examples/paste-with-mistakes.txt")
	if err != nil {
		t.Fatal(err)
	}
	expected, err := os.ReadFile("../examples/paste-with-mistakes.expected.json")
	if err != nil {
		t.Fatal(err)
	}
	var want []struct {
		Raw         string
		Problem     *string
		Suggestion  *string
		DuplicateOf *int
	}
	if err := json.Unmarshal(expected, &want); err != nil {
		t.Fatal(err)
	}
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	w.Unchanged("validating", func() {
		v := must(w.App.ValidateContacts(w.As(gym.Owner), nil, string(text)))(t)
		if len(v.Entries) != len(want) || v.Good+v.Bad+v.Skipped != len(want) || v.Bad == 0 || v.Skipped == 0 || v.Limit != 200 {
			t.Fatalf("%d entries, %d good, %d bad, %d skipped, want %d in all", len(v.Entries), v.Good, v.Bad, v.Skipped, len(want))
		}
		for n, e := range v.Entries {
			problem := ""
			if e.Problem != nil {
				problem = string(e.Problem.Code)
			}
			if e.Raw != want[n].Raw || problem != orNone(want[n].Problem) || e.Suggestion != orNone(want[n].Suggestion) ||
				(e.DuplicateOf == nil) != (want[n].DuplicateOf == nil) || e.DuplicateOf != nil && *e.DuplicateOf != *want[n].DuplicateOf {
				t.Errorf("entry %d: %+v, want %+v", n, e, want[n])
			}
		}
		in := pasted(string(text))
		_, err := w.App.CreateContacts(w.As(gym.Owner), in)
		if list := refusals(err); len(list) != v.Bad {
			t.Errorf("creating names %d bad entries, validating %d", len(list), v.Bad)
		}
	})
}

func orNone(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func TestValidateRefused(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	for name, test := range map[string]struct {
		actor auth.Actor
		org   *invite.ID
		text  string
		code  invite.Code
		field string
	}{
		"nothing":              {gym.Owner, nil, " \n", invite.Required, "text"},
		"1 MB":                 {gym.Owner, nil, strings.Repeat("a", 1<<20), invite.TooLong, "text"},
		"1001":                 {gym.Owner, nil, addresses(1001), invite.TooMany, "text"},
		"another organization": {gym.Owner, &other.Org.ID, "a@b.com", invite.NotFound, ""},
		"a trainer of a gym":   {gym.Staff(invite.Trainer), nil, "a@b.com", invite.Forbidden, ""},
		"nobody":               {auth.Actor{Kind: auth.KindAnonymous}, nil, "a@b.com", invite.Unauthenticated, ""},
	} {
		w.Unchanged(name, func() {
			_, err := w.App.ValidateContacts(w.As(test.actor), test.org, test.text)
			refused(t, name, err, test.code, test.field)
		})
	}
	if v := must(w.App.ValidateContacts(w.As(gym.Owner), nil, addresses(1000)))(t); v.Good != 1000 {
		t.Errorf("%d good", v.Good)
	}
}

// What each kind of actor may see.
func TestScopeOf(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		actor auth.Actor
		want  store.Scope
	}{
		"owner":        {auth.Actor{Kind: auth.KindStaff, Role: invite.Owner, Organization: "o", Membership: "m"}, store.InOrganization("o")},
		"leader":       {auth.Actor{Kind: auth.KindStaff, Role: invite.Leader, Organization: "o", Membership: "m"}, store.InOrganization("o")},
		"trainer":      {auth.Actor{Kind: auth.KindStaff, Role: invite.Trainer, Organization: "o", Membership: "m"}, store.OwnClients("o", "m")},
		"client":       {auth.Actor{Kind: auth.KindClient, Role: invite.Client, Organization: "o", Contact: "c"}, store.OneContact("o", "c")},
		"support":      {auth.Actor{Kind: auth.KindSupport, Role: invite.Support}, store.EveryOrganization()},
		"system":       {auth.System("expiry"), store.EveryOrganization()},
		"nobody":       {auth.Actor{Kind: auth.KindAnonymous}, store.Scope{}},
		"no kind":      {auth.Actor{Organization: "o"}, store.Scope{}},
		"no such role": {auth.Actor{Kind: "OTHER", Organization: "o"}, store.Scope{}},
	} {
		if got := app.ScopeOf(test.actor); got != test.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
