package app_test

import (
	"strings"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
)

func signIn(w *apptest.World, email, password string) (app.Signed, error) {
	return w.App.SignIn(w.T.Context(), app.Visitor{}, email, password)
}

// Every pair that does not match has one answer.
func TestSignInRefusals(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	w.Place(invite.Gym, "Iron Temple")
	const email = "owner@iron-temple.example"
	for _, right := range []string{email, "OWNER@Iron-Temple.example", "  " + email + "\n"} {
		signed, err := signIn(w, right, apptest.Password)
		if err != nil || signed.Actor.Role != invite.Owner {
			t.Errorf("%q: %+v %v", right, signed.Actor, err)
		}
	}
	var said string
	for name, pair := range map[string][2]string{
		"wrong password":          {email, "Tall7-Ottet"},
		"another case":            {email, strings.ToLower(apptest.Password)},
		"a space more":            {email, apptest.Password + " "},
		"no password":             {email, ""},
		"a huge password":         {email, strings.Repeat("x", 1<<20)},
		"unknown email":           {"nobody@iron-temple.example", apptest.Password},
		"no email":                {"", apptest.Password},
		"a huge email":            {strings.Repeat("x", 1<<20), apptest.Password},
		"a zero in the email":     {"owner\x00@iron-temple.example", apptest.Password},
		"an email that is broken": {"owner\xff@iron-temple.example", apptest.Password},
	} {
		w.Unchanged(name, func() {
			_, err := signIn(w, pair[0], pair[1])
			refused(t, name, err, invite.WrongCredentials, "input.password")
			if said == "" {
				said = errorText(err)
			}
			if errorText(err) != said {
				t.Errorf("%s: %q, another: %q", name, errorText(err), said)
			}
		})
	}
}

// An offline client, or one whose organization took the membership back, is
// told so, but only after the right password.
func TestSignInOfClientsWhoMayNot(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	gym.Join(gym.Send(c)[0])
	setType(t, w, gym, c.ID, invite.Offline)
	_, err := signIn(w, *c.Email, "Wrong7-Otter")
	refused(t, "wrong password", err, invite.WrongCredentials, "input.password")
	w.Unchanged("offline", func() {
		_, err = signIn(w, *c.Email, apptest.Password)
		refused(t, "right password", err, invite.OfflineClient, "")
		if !strings.Contains(errorText(err), "Iron Temple") || !strings.Contains(errorText(err), "desk@iron-temple.example") {
			t.Errorf("%v", err)
		}
	})
	setType(t, w, gym, c.ID, invite.FullAccessOneWay)
	must(signIn(w, *c.Email, apptest.Password))(t)
	w.Probe.Exec(`UPDATE memberships SET ended_at = now() WHERE contact_id = $1`, c.ID)
	_, err = signIn(w, *c.Email, apptest.Password)
	refused(t, "no membership", err, invite.NotAllowed, "")
}

// Refreshing rotates; the token before is answered alike for ten seconds, and
// ends the sign-in after that.
func TestRefresh(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	w.Place(invite.Gym, "Iron Temple")
	refresh := func(token string) (app.Signed, error) { return w.App.Refresh(t.Context(), token) }
	first := must(signIn(w, "owner@iron-temple.example", apptest.Password))(t)
	w.Clock.Advance(time.Hour)
	second := must(refresh(first.RefreshToken))(t)
	if second.RefreshToken == first.RefreshToken || second.AccessToken == first.AccessToken || !second.Expires.Equal(w.Clock.Now().AddDate(0, 0, 30)) || second.Actor.Session != first.Actor.Session {
		t.Errorf("%+v", second)
	}
	w.Clock.Advance(auth.RefreshGrace)
	if again := must(refresh(first.RefreshToken))(t); again.RefreshToken != second.RefreshToken {
		t.Error("another successor within the grace")
	}
	third := must(refresh(second.RefreshToken))(t)
	w.Clock.Advance(auth.RefreshGrace + time.Microsecond)
	actor := must(w.App.Authenticate(t.Context(), third.AccessToken))(t)
	if _, err := refresh(second.RefreshToken); invite.CodeOf(err) != invite.Unauthenticated {
		t.Errorf("a used token: %v", err)
	}
	if _, err := refresh(third.RefreshToken); invite.CodeOf(err) != invite.Unauthenticated {
		t.Errorf("the newest token after a used one came: %v", err)
	}
	if err := w.App.StillLive(t.Context(), actor); invite.CodeOf(err) != invite.Unauthenticated {
		t.Errorf("the access token after that: %v", err)
	}
	must(signIn(w, "owner@iron-temple.example", apptest.Password))(t)
}

func TestRefreshRefusals(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	w.Place(invite.Gym, "Iron Temple")
	signed := must(signIn(w, "owner@iron-temple.example", apptest.Password))(t)
	for _, token := range []string{"", "x", signed.AccessToken, signed.RefreshToken + "A", strings.Replace(signed.RefreshToken, ".1.", ".2.", 1), strings.Repeat("1.", 1<<19)} {
		w.Unchanged("no token", func() {
			if _, err := w.App.Refresh(t.Context(), token); invite.CodeOf(err) != invite.Unauthenticated {
				t.Errorf("%.30q: %v", token, err)
			}
		})
	}
	w.Clock.Advance(30 * 24 * time.Hour)
	w.Unchanged("unused for 30 days", func() {
		if _, err := w.App.Refresh(t.Context(), signed.RefreshToken); invite.CodeOf(err) != invite.Unauthenticated {
			t.Errorf("%v", err)
		}
	})
	w.Clock.Advance(31 * 24 * time.Hour)
	if err := w.App.Forget(w.System("forget")); err != nil {
		t.Fatal(err)
	}
	if _, err := w.App.Refresh(t.Context(), signed.RefreshToken); invite.CodeOf(err) != invite.Unauthenticated {
		t.Errorf("forgotten: %v", err)
	}
}

// Many tabs that refresh at once get one successor, and nobody is signed out.
func TestTabsRefreshAtOnce(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	w.Place(invite.Gym, "Iron Temple")
	token := must(signIn(w, "owner@iron-temple.example", apptest.Password))(t).RefreshToken
	for range 3 {
		tabs := make([]app.Signed, 10)
		for _, err := range atOnce(len(tabs), func(i int) (err error) {
			tabs[i], err = w.App.Refresh(t.Context(), token)
			return err
		}) {
			if err != nil {
				t.Fatal(err)
			}
		}
		for _, tab := range tabs {
			if tab.RefreshToken != tabs[0].RefreshToken {
				t.Fatal("two successors of one token")
			}
		}
		token = tabs[0].RefreshToken
		w.Clock.Advance(time.Hour)
	}
}

func TestSignOut(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	signed := must(signIn(w, "owner@iron-temple.example", apptest.Password))(t)
	actor := must(w.App.Authenticate(t.Context(), signed.AccessToken))(t)
	for range 2 {
		if err := w.App.SignOut(w.As(actor)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.App.Authenticate(t.Context(), signed.AccessToken); invite.CodeOf(err) != invite.Unauthenticated {
		t.Errorf("access: %v", err)
	}
	if _, err := w.App.Refresh(t.Context(), signed.RefreshToken); invite.CodeOf(err) != invite.Unauthenticated {
		t.Errorf("refresh: %v", err)
	}
	if err := w.App.StillLive(t.Context(), gym.Owner); err != nil {
		t.Errorf("another sign-in of the same person: %v", err)
	}
	if err := w.App.SignOut(t.Context()); err != nil {
		t.Errorf("nobody signs out: %v", err)
	}
}

// A person of two organizations opens the one used last, and switches.
func TestSwitchMembership(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, coach := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Coach, "Coach Kim")
	person := app.NewContact{Name: "Ada", Email: "ada@example.com"}
	first := gym.Join(gym.Send(gym.Create(person)[0])[0])
	contact := coach.Create(person)[0]
	second := coach.Join(coach.Send(contact)[0])
	if s := must(signIn(w, "ada@example.com", apptest.Password))(t); s.Actor.Organization != coach.Org.ID {
		t.Error("did not open the membership used last")
	}
	actor := must(w.App.Authenticate(t.Context(), second.AccessToken))(t)
	switched := must(w.App.SwitchMembership(w.As(actor), first.Actor.Membership))(t)
	if switched.Actor.Organization != gym.Org.ID || switched.Actor.Session != second.Actor.Session || switched.Actor.Contact != first.Contact {
		t.Errorf("%+v", switched.Actor)
	}
	if _, err := w.App.Authenticate(t.Context(), second.AccessToken); invite.CodeOf(err) != invite.Unauthenticated {
		t.Errorf("the token of the membership before: %v", err)
	}
	if _, err := w.App.Authenticate(t.Context(), switched.AccessToken); err != nil {
		t.Errorf("the new token: %v", err)
	}
	if s := must(w.App.Refresh(t.Context(), switched.RefreshToken))(t); s.Actor.Organization != gym.Org.ID {
		t.Error("refreshing opened the membership before")
	}
	if s := must(signIn(w, "ada@example.com", apptest.Password))(t); s.Actor.Organization != gym.Org.ID {
		t.Error("did not open the membership that was switched to")
	}
	setType(t, w, coach, contact.ID, invite.Offline)
	for name, test := range map[string]struct {
		actor auth.Actor
		to    invite.ID
		want  invite.Code
	}{
		"somebody else's": {switched.Actor, gym.Owner.Membership, invite.NotFound},
		"offline there":   {switched.Actor, second.Actor.Membership, invite.OfflineClient},
		"nobody":          {auth.Actor{Kind: auth.KindAnonymous}, first.Actor.Membership, invite.Unauthenticated},
	} {
		w.Unchanged(name, func() {
			if _, err := w.App.SwitchMembership(w.As(test.actor), test.to); invite.CodeOf(err) != test.want {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
}

// Where the membership used last cannot be opened, another one is.
func TestSignInPassesOverWhatIsClosed(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, coach := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Coach, "Coach Kim")
	person := app.NewContact{Name: "Ada", Email: "ada@example.com"}
	gym.Join(gym.Send(gym.Create(person)[0])[0])
	contact := coach.Create(person)[0]
	coach.Join(coach.Send(contact)[0])
	setType(t, w, coach, contact.ID, invite.Offline)
	if s := must(signIn(w, "ada@example.com", apptest.Password))(t); s.Actor.Organization != gym.Org.ID {
		t.Errorf("%+v", s.Actor)
	}
}
