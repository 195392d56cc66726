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

// by returns an input that is good by the link of m.
func by(m app.Message) app.RegisterInput {
	return app.RegisterInput{Credential: app.Credential{Token: &m.Token}, Name: "Ada Lovelace", Password: apptest.Password}
}

func register(w *apptest.World, in app.RegisterInput) (app.Registered, error) {
	return w.App.Register(w.T.Context(), app.Visitor{}, in)
}

// Each unmet part is named, and nothing is written.
func TestRegisterRefusals(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	gym.Set(invite.PolicyPatch{PasswordMinLength: new(9)})
	m := gym.Send(gym.Create(app.NewContact{Email: "grace.hopper@example.com"})[0])[0]
	for name, test := range map[string]struct {
		change func(*app.RegisterInput)
		want   []string
	}{
		"no name":             {func(in *app.RegisterInput) { in.Name = "  " }, []string{"REQUIRED input.name"}},
		"a name of two lines": {func(in *app.RegisterInput) { in.Name = "Ada\r\nBcc: x@example.com" }, []string{"CONTROL_CHARACTERS input.name"}},
		"a long name":         {func(in *app.RegisterInput) { in.Name = strings.Repeat("a", 101) }, []string{"TOO_LONG input.name"}},
		"an empty password":   {func(in *app.RegisterInput) { in.Password = "" }, repeat(5, "PASSWORD_TOO_WEAK input.password")},
		"lower case only":     {func(in *app.RegisterInput) { in.Password = "qwxzvbnmk" }, repeat(3, "PASSWORD_TOO_WEAK input.password")},
		"too short for here":  {func(in *app.RegisterInput) { in.Password = "Tall7-Ot" }, []string{"PASSWORD_TOO_WEAK input.password"}},
		"well-known":          {func(in *app.RegisterInput) { in.Password = "P@ssw0rd1" }, []string{"PASSWORD_BREACHED input.password"}},
		"like the name":       {func(in *app.RegisterInput) { in.Password = "x7-Lovelace" }, []string{"PASSWORD_LIKE_NAME input.password"}},
		"like the email":      {func(in *app.RegisterInput) { in.Password = "9-Hopper-x" }, []string{"PASSWORD_LIKE_NAME input.password"}},
		"like the place":      {func(in *app.RegisterInput) { in.Password = "My-T3mple" }, []string{"PASSWORD_LIKE_NAME input.password"}},
		"a huge password":     {func(in *app.RegisterInput) { in.Password = strings.Repeat("Aa1-", 1<<18) }, []string{"TOO_LONG input.password"}},
	} {
		in := by(m)
		test.change(&in)
		w.Unchanged(name, func() {
			_, err := register(w, in)
			list, _ := invite.Refusals(err)
			var got []string
			for _, e := range list {
				got = append(got, string(e.Code)+" "+e.Field)
				if in.Password != "" && strings.Contains(e.Message, in.Password) {
					t.Errorf("%s: the refusal quotes the password", name)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s: %v\n%s", name, err, diff)
			}
		})
	}
	if len(w.Mail.Proofs()) != 0 {
		t.Error("a proof was mailed")
	}
	must(register(w, by(m)))(t)
}

func repeat(n int, text string) (out []string) {
	for range n {
		out = append(out, text)
	}
	return out
}

// Account, membership and acceptance come together, with a sign-in.
func TestRegister(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	m := gym.Send(c)
	in := by(m[0])
	in.Credential = app.Credential{Code: &m[0].Code}
	joined := must(register(w, in))(t)
	now := gym.Contact(c.ID)
	if now.Status != invite.Registered || now.Name != "Ada Lovelace" || now.AccountID == nil || !now.RegisteredAt.Equal(w.Clock.Now()) || now.LapsesAt != nil {
		t.Errorf("%+v", now)
	}
	if i := gym.Invitation(c.ID); i.State != invite.Accepted || !i.AcceptedAt.Equal(w.Clock.Now()) {
		t.Errorf("%+v", i)
	}
	dead(t, w, gym.Invitation(c.ID).ID)
	if joined.Actor.Kind != auth.KindClient || joined.Actor.Contact != c.ID || joined.Contact != c.ID || joined.Actor.Organization != gym.Org.ID {
		t.Errorf("%+v", joined)
	}
	if _, err := w.App.Authenticate(t.Context(), joined.AccessToken); err != nil {
		t.Errorf("the sign-in: %v", err)
	}
	if _, err := w.App.SignIn(t.Context(), app.Visitor{}, *c.Email, apptest.Password); err != nil {
		t.Errorf("signing in: %v", err)
	}
	account := must(w.DB.AccountByEmail(t.Context(), *c.Email))(t)
	if account.Name != "Ada Lovelace" || strings.Contains(account.PasswordHash, apptest.Password) || !strings.HasPrefix(account.PasswordHash, "$argon2id$") {
		t.Errorf("%+v", account)
	}
	found := must(w.DB.ContactPage(t.Context(), app.ScopeOf(gym.Owner), filterBy("lovelace"), byName, nil, 10, w.Clock.Now()))(t)
	if len(found) != 1 {
		t.Errorf("the new name finds %d", len(found))
	}
}

// A hundred redemptions of one invitation at once, by both channels, by link
// and by code: one account, one membership, one acceptance; the others learn
// that it is used, or with a code nothing.
func TestAHundredRedemptions(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	m := gym.Send(c)[0]
	n := codes(atOnce(100, func(i int) error {
		in := by(m)
		if i%2 == 1 {
			in.Credential = app.Credential{Code: &m.Code}
		}
		_, err := register(w, in)
		return err
	}))
	if n[""] != 1 || n[invite.LinkUsed]+n[invite.CodeNotValid]+n[invite.AccountExists] != 99 {
		t.Errorf("%v", n)
	}
	if n[invite.AccountExists] != 0 {
		t.Errorf("%d were told about the account that was just made", n[invite.AccountExists])
	}
	for query, want := range map[string]int{
		`SELECT count(*) FROM accounts WHERE email LIKE 'person%'`:                                             1,
		`SELECT count(*) FROM memberships WHERE role = 'CLIENT'`:                                               1,
		`SELECT count(*) FROM invitations WHERE state = 'ACCEPTED'`:                                            1,
		`SELECT count(*) FROM events WHERE kind = 'INVITATION_ACCEPTED'`:                                       1,
		`SELECT count(*) FROM sessions s JOIN memberships m ON m.id = s.membership_id WHERE m.role = 'CLIENT'`: 1,
	} {
		if got := w.Probe.Int(query); got != want {
			t.Errorf("%s: %d, want %d", query, got, want)
		}
	}
}

// A person with an account joins another organization with its password; a
// wrong one is told so, since the link has proven the email.
func TestJoiningWithAnAccount(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, coach := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Coach, "Coach Kim")
	person := app.NewContact{Name: "Ada", Email: "ada@example.com"}
	first := gym.Join(gym.Send(gym.Create(person)[0])[0])
	c := coach.Create(person)[0]
	m := coach.Send(c)[0]
	in := by(m)
	in.Password = "Other9-Otter"
	w.Unchanged("another password", func() {
		_, err := register(w, in)
		refused(t, "another password", err, invite.AccountExists, "input.password")
	})
	second := must(register(w, by(m)))(t)
	if second.Actor.Account != first.Actor.Account || second.Actor.Organization != coach.Org.ID {
		t.Errorf("%+v", second.Actor)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM accounts WHERE email = 'ada@example.com'`); n != 1 {
		t.Errorf("%d accounts", n)
	}
	if s := coach.Contact(c.ID).Status; s != invite.Registered {
		t.Errorf("%s", s)
	}
}

// The password of an account that exists is its holder's, whatever a new one
// would have to be here.
func TestJoiningWithAnOlderPassword(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, strict := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Coach, "Otter Swimming")
	strict.Set(invite.PolicyPatch{PasswordMinLength: new(20)})
	person := app.NewContact{Name: "Ada", Email: "ada@example.com"}
	gym.Join(gym.Send(gym.Create(person)[0])[0])
	m := strict.Send(strict.Create(person)[0])[0]
	if _, err := register(w, by(m)); err != nil {
		t.Errorf("the account's password, too short for a new account here: %v", err)
	}
}
