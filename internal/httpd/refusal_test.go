package httpd

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/web"
)

// TestEveryRefusalIsTranslated provokes what registering and signing in can
// refuse, and looks that the pages say it in their language. A refusal that
// ends the visit has a page of its own, and no text here.
func TestEveryRefusalIsTranslated(t *testing.T) {
	t.Parallel()
	german, _ := web.LocaleByCode("de")
	for _, key := range append(values(refusalTexts), values(weakTexts)...) {
		if german.Texts[key] == "" {
			t.Errorf("no text %q", key)
		}
	}
	refused := []*invite.Error{
		invite.Errorf(invite.Required, "input.name", "x"),
		invite.Errorf(invite.TooLong, "input.name", "x"),
		invite.Errorf(invite.ControlCharacters, "input.name", "x"),
		invite.Errorf(invite.Required, "input.email", "x"),
		invite.Errorf(invite.Invalid, "input.email", "x"),
		invite.Errorf(invite.TooLong, "input.password", "x"),
		invite.Errorf(invite.AccountExists, "input.password", "x"),
		invite.Errorf(invite.WrongCredentials, "input.password", "x"),
		invite.Errorf(invite.EmailProofWrong, "input.emailProof", "x"),
		invite.Errorf(invite.EmailProofUnsent, "input.emailProof", "x").With("email", "a@b.example").With("support", "c@d.example"),
		invite.Errorf(invite.Invalid, "input.phone", "x"),
		invite.Errorf(invite.TooLong, "input.address", "x"),
		invite.Errorf(invite.ControlCharacters, "input.address", "x"),
		invite.Errorf(invite.PhoneProofWrong, "input.phoneProof", "x"),
		invite.Errorf(invite.PhoneProofUnsent, "input.phoneProof", "x").With("phone", "+1•••23").With("support", "c@d.example"),
		invite.Errorf(invite.AlreadyRegistered, "", "x").With("organization", "Iron"),
		invite.Errorf(invite.ContactArchived, "", "x").With("organization", "Iron").With("support", "c@d.example"),
		invite.Errorf(invite.HasHousehold, "", "x").With("household", "The Parks").With("support", "c@d.example"),
		invite.Errorf(invite.Conflict, "", "x"),
		invite.Errorf(invite.NotAllowed, "", "x"),
		invite.Errorf(invite.OfflineClient, "", "x").With("organization", "Iron").With("support", "c@d.example"),
	}
	refused = append(refused, auth.CheckPassword(invite.PasswordFloor(), "input.password", "anna1", []string{"Anna"})...)
	refused = append(refused, auth.CheckPassword(invite.PasswordFloor(), "input.password", "ABC", nil)...)
	said := map[string]bool{}
	for i, shown := range fieldErrors(german, refused) {
		if shown.Message == sentence(refused[i].Message) || strings.ContainsAny(shown.Message, "{}") {
			t.Errorf("%s of %q: %q", refused[i].Code, refused[i].Field, shown.Message)
		}
		said[refusalText(refused[i])] = true
	}
	for _, key := range append(values(refusalTexts), values(weakTexts)...) {
		if !said[key] {
			t.Errorf("nothing was refused by %q", key)
		}
	}
}

func values[K comparable](texts map[K]string) (list []string) {
	for _, text := range texts {
		list = append(list, text)
	}
	return list
}

func TestAnUnknownRefusalIsSaidAsItIs(t *testing.T) {
	t.Parallel()
	got := fieldErrors(web.Locales()[3], []*invite.Error{invite.Errorf(invite.TooMany, "input.widgets", "too many widgets")})
	if len(got) != 1 || got[0] != (web.FieldError{Message: "Too many widgets."}) {
		t.Errorf("%+v", got)
	}
}

// TestRefusalsNameWhomToAsk signs in as somebody who may not, in German.
func TestRefusalsNameWhomToAsk(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	c, message := s.emailed()
	b := s.browser()
	b.follow("/join/" + message.Token + "?lang=de")
	b.shows("Sie sind eingeladen")
	b.submit("/join", "name", "Maria", "password", goodPassword)
	offline := invite.Offline
	if err := s.world.App.UpdateContact(s.world.As(s.gym.Owner), app.UpdateInput{ID: c.ID, ClientType: &offline}); err != nil {
		t.Fatal(err)
	}
	other := s.browser()
	other.follow("/join/sign-in?lang=de")
	status(t, other.submit("/join/sign-in", "email", "maria@mail.example", "password", goodPassword), http.StatusUnprocessableEntity)
	other.shows("Iron Temple führt Ihre Daten ohne Zugang zur App", "desk@iron-temple.example", `value="maria@mail.example"`)

	// Whoever came by a link reads whom to ask on the page to sign in.
	_, second := s.invited(app.NewContact{Name: "Nia", Email: "nia@mail.example"})
	b = s.browser()
	b.follow("/join/" + second[invite.Email].Token)
	b.follow("/join/sign-in")
	b.shows("Iron Temple", "desk@iron-temple.example")
	status(t, b.submit("/join/sign-in", "email", "nia@mail.example", "password", apptest.Password), http.StatusUnprocessableEntity)
	b.shows("Email and password do not match", "desk@iron-temple.example")
}

func TestPastedMessages(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	_, message := s.emailed()
	for name, text := range map[string]string{
		"the code's sentence": "Or type this code: " + invite.GroupCode(message.Code) + ". It expires in 10 days.",
		"the link":            s.url + "/join/" + message.Token,
		"both":                "Open " + s.url + "/join/" + message.Token + " or type the code " + strings.ToLower(invite.GroupCode(message.Code)),
	} {
		b := s.browser()
		b.follow("/join")
		if got := b.submit("/join/code", "code", text).StatusCode; got != http.StatusSeeOther {
			t.Errorf("%s: status %d", name, got)
		}
		b.follow("/join")
		b.shows("Iron Temple", "Maria Silva")
		b.hides(message.Token, message.Code)
	}
	b := s.browser()
	b.follow("/join")
	status(t, b.submit("/join/code", "code", s.url+"/join/1AAAAAAAAAAAAAAAAAAAAAAAA"), http.StatusSeeOther)
	status(t, b.follow("/join"), http.StatusNotFound)
	b.shows("This link does not work")

	b = s.browser()
	b.follow("/join")
	b.submit("/join/code", "code", s.url+"/join/"+message.Token+"x") // a link, but not quite
	b.shows(codeNotValid)
	b.hides(message.Token)
}

func TestFindProof(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"123456": "123456", " 123 456 ": "123456", "123-456": "123456", "Your code: 123456. It works for 10 minutes.": "123456",
		"12345": "12345", "1234567": "1234567", "": "", "abc": "abc", "call 2025550123": "call 2025550123",
	} {
		if got := findProof(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestAccentStyleSheet(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	_, message := s.emailed()
	b := s.browser()
	b.follow("/join/" + message.Token)
	_, address, _ := strings.Cut(b.page, `href="`+web.JoinAccentPath)
	address, _, _ = strings.Cut(address, `"`)
	response := b.do(http.MethodGet, web.JoinAccentPath+address, nil)
	status(t, response, http.StatusOK)
	for header, want := range map[string]string{
		"Content-Type": "text/css; charset=utf-8", "Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff",
	} {
		if got := response.Header.Get(header); got != want {
			t.Errorf("%s is %q, want %q", header, got, want)
		}
	}
	if len(response.Cookies()) > 0 {
		t.Error("it sets cookies")
	}
	b.shows("--accent:" + invite.DefaultAccent)

	for _, none := range []string{"2F6F4F.css", "2f6f4f", "red.css", "fff.css", "2f6f4f.css/x", url.PathEscape("2f6f4f;}*{.css")} {
		response := s.browser().do(http.MethodGet, web.JoinAccentPath+none, nil)
		if response.StatusCode == http.StatusOK {
			t.Errorf("%s: %d", none, response.StatusCode)
		}
	}
	status(t, b.do(http.MethodGet, web.JoinAccentPath+"2f6f4g.css", nil), http.StatusNotFound)
}
