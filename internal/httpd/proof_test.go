package httpd

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"usher/app"
	"usher/invite"
	"usher/web"
)

// texted sends an invitation as a text message.
func (s *site) texted(who app.NewContact) (invite.Contact, app.Message) {
	s.t.Helper()
	c, messages := s.invited(who)
	return c, messages[invite.SMS]
}

// proof returns the newest mailed code.
func (s *site) proof() app.Proof {
	s.t.Helper()
	list := s.world.Mail.Proofs()
	if len(list) == 0 {
		s.t.Fatal("no code was mailed")
	}
	return list[len(list)-1]
}

func TestJoinByTextProvesTheEmailOnFile(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	c, message := s.texted(app.NewContact{Name: "Noor Haddad", Email: "noor@mail.example", Phone: "+12025550123"})
	b := s.browser()
	b.follow("/join/" + message.Token)
	b.shows("+1•••23", "n•••r@mail.example")

	status(t, b.submit("/join", "name", "Noor H.", "password", goodPassword), http.StatusOK)
	b.shows("Check your email", "n•••r@mail.example")
	b.hides(goodPassword, "Your password, once more")
	if strings.Contains(b.cookie("usher_access"), ".") {
		t.Fatal("signed in before the email was proven")
	}
	if got := s.proof(); got.To != "noor@mail.example" {
		t.Errorf("mailed to %s", got.To)
	}
	status(t, b.submit("/join/proof", "proof", ""), http.StatusUnprocessableEntity)
	b.shows("Enter the 6 digits from the email.")
	status(t, b.submit("/join/proof", "proof", "000000x"), http.StatusUnprocessableEntity)
	b.shows("This code is wrong, used up or older than 10 minutes.")

	first := s.proof().Code
	status(t, b.submit("/join/proof-again"), http.StatusOK)
	if len(s.world.Mail.Proofs()) != 2 {
		t.Fatalf("%d codes mailed", len(s.world.Mail.Proofs()))
	}
	if second := s.proof().Code; second != first {
		status(t, b.submit("/join/proof", "proof", first), http.StatusUnprocessableEntity)
	}
	code := s.proof().Code
	status(t, b.submit("/join/proof", "proof", code[:3]+" "+code[3:]), http.StatusSeeOther)
	b.follow("/join")
	b.shows("You are in", "Noor H.")
	if got := s.gym.Contact(c.ID).Status; got != invite.Registered {
		t.Errorf("status %s", got)
	}
	if _, err := s.world.App.SignIn(t.Context(), app.Visitor{}, "noor@mail.example", goodPassword); err != nil {
		t.Errorf("the kept password is not the chosen one: %v", err)
	}
}

func TestJoinByTextAsksForAnEmailWhereNoneIsOnFile(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	c, message := s.texted(app.NewContact{Name: "Noor Haddad", Phone: "+12025550123"})
	b := s.browser()
	b.follow("/join/" + message.Token)
	status(t, b.submit("/join", "name", "Noor", "password", goodPassword), http.StatusUnprocessableEntity)
	b.shows("Enter the email address that you want to sign in with.", `value="Noor"`)
	status(t, b.submit("/join", "name", "Noor", "email", "noor@", "password", goodPassword), http.StatusUnprocessableEntity)
	b.shows(`value="noor@"`)
	status(t, b.submit("/join", "name", "Noor", "email", "Noor@Mail.example", "password", goodPassword), http.StatusOK)
	b.shows("Noor@Mail.example")
	status(t, b.submit("/join/proof", "proof", s.proof().Code), http.StatusSeeOther)
	if got := s.gym.Contact(c.ID); got.Status != invite.Registered || got.Email == nil || *got.Email != "noor@mail.example" {
		t.Errorf("the contact: %+v", got)
	}
}

func TestPasswordIsAskedAgainOnceItIsNotKeptAnyMore(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	_, message := s.texted(app.NewContact{Name: "Noor Haddad", Email: "noor@mail.example", Phone: "+12025550123"})
	b := s.browser()
	b.follow("/join/" + message.Token)
	b.submit("/join", "name", "Noor", "password", goodPassword)
	s.world.Clock.Advance(passwordLife)
	status(t, b.submit("/join/proof", "proof", s.proof().Code), http.StatusUnprocessableEntity)
	b.shows("Your password, once more", "Enter the password that you chose once more.")
	status(t, b.submit("/join/proof-again", "password", goodPassword), http.StatusOK)
	b.hides("Your password, once more")
	status(t, b.submit("/join/proof", "proof", s.proof().Code), http.StatusSeeOther)
}

func TestAccountThatExists(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	_, first := s.emailed()
	b := s.browser()
	b.follow("/join/" + first.Token)
	b.submit("/join", "name", "Maria", "password", goodPassword)

	// The same person is invited by another organization, by text.
	coach := s.world.Place(invite.Coach, "Coach Kai")
	there := &site{t: t, world: s.world, gym: coach, url: s.url}
	c, message := there.texted(app.NewContact{Name: "Maria", Email: "maria@mail.example", Phone: "+12025550199"})
	other := there.browser()
	other.follow("/join/" + message.Token)
	other.submit("/join", "name", "Maria", "password", "Other5-Robin")
	other.hides("account for", "Welcome back") // nothing before the email is proven

	status(t, other.submit("/join/proof", "proof", s.proof().Code), http.StatusUnprocessableEntity)
	other.shows("Welcome back", "m•••a@mail.example", "Enter its password to join")
	other.hides("Please check what you entered")
	status(t, other.submit("/join", "password", "Wrong5-Robin"), http.StatusUnprocessableEntity)
	other.shows("Enter that account’s password to join with it.")
	status(t, other.submit("/join", "password", goodPassword), http.StatusSeeOther)
	if got := coach.Contact(c.ID).Status; got != invite.Registered {
		t.Errorf("status %s", got)
	}
}

// TestNoSecretIsLogged walks a whole registration, with its wrong turns, and
// looks for everything secret in every log line.
func TestNoSecretIsLogged(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	_, messages := s.invited(app.NewContact{Name: "Noor Haddad", Email: "noor@mail.example", Phone: "+12025550123"})
	text, email := messages[invite.SMS], messages[invite.Email]
	b := s.browser()
	b.follow("/join/" + text.Token)
	b.follow("/join/" + text.Token + "/decline")
	b.do(http.MethodGet, "/join/"+text.Token+"/unknown?token="+text.Token, nil)
	b.do(http.MethodPost, "/join/"+text.Token+"/decline", strings.NewReader("x=1"))
	b.do(http.MethodPost, "/join/"+text.Token, nil)
	b.follow("/join")
	b.submit("/join", "name", "Noor", "password", "weak-secret")
	b.submit("/join", "name", "Noor", "password", goodPassword)
	b.submit("/join/proof", "proof", "123456")
	b.submit("/join/proof-again")
	b.submit("/join/proof", "proof", s.proof().Code)
	access, refresh := b.cookie("usher_access"), b.cookie("usher_refresh")
	if access == "" {
		t.Fatal("not joined")
	}
	other := s.browser()
	other.follow("/join")
	other.submit("/join/code", "code", text.Code)
	other.follow("/join/sign-in")
	other.submit("/join/sign-in", "email", "noor@mail.example", "password", "Wrong7-Secret")
	other.submit("/join/sign-in", "email", "noor@mail.example", "password", goodPassword)

	log := s.world.Log.String()
	for name, secret := range map[string]string{
		"link token of the text": text.Token, "link token of the email": email.Token, "end of a token": text.Token[5:],
		"code": text.Code, "grouped code": invite.GroupCode(text.Code), "password": goodPassword, "weak password": "weak-secret",
		"wrong password": "Wrong7-Secret", "access token": access, "refresh token": refresh,
		"email": "noor@mail.example", "phone": "2025550123",
	} {
		if strings.Contains(log, secret) {
			t.Errorf("%s is in the log", name)
		}
	}
	for _, proof := range s.world.Mail.Proofs() { // six digits may stand in a longer number by chance
		if regexp.MustCompile(`\b` + proof.Code + `\b`).MatchString(log) {
			t.Error("a proof is in the log")
		}
	}
	for _, route := range []string{`"route":"GET /join/{token}"`, `"route":"POST /join"`, `"route":"POST /join/proof"`} {
		if !strings.Contains(log, route) {
			t.Errorf("the log lacks %s", route)
		}
	}
	if !strings.Contains(log, web.JoinCodePath) {
		t.Error("the log lacks the code's route")
	}
}
