package httpd

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"usher/app"
	"usher/web"
)

func TestLanguageIsNegotiated(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	for accept, want := range map[string]struct{ tag, title string }{
		"":                        {"en", "Enter your code"},
		"de-AT,de;q=0.9,en;q=0.5": {"de", "Code eingeben"},
		"pt":                      {"pt-BR", "Digite seu código"},
		"ja":                      {"en", "Enter your code"},
	} {
		b := s.browser()
		response := b.do(http.MethodGet, "/join", nil, "Accept-Language", accept)
		b.shows(`<html lang="`+want.tag+`">`, want.title)
		if got := response.Header.Get("Content-Language"); got != want.tag {
			t.Errorf("%q: Content-Language %q, want %q", accept, got, want.tag)
		}
		if got := response.Header.Get("Vary"); got != "Accept-Language, Cookie" {
			t.Errorf("Vary %q", got)
		}
	}
}

func TestLanguageIsChosenAndKept(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	_, message := s.emailed()
	b := s.browser()

	response := b.do(http.MethodGet, "/join/"+message.Token+"?lang=fr", nil, "Accept-Language", "de")
	status(t, response, http.StatusSeeOther)
	if got := response.Header.Get("Location"); got != web.JoinPath {
		t.Fatalf("the link leads to %q", got)
	}
	b.do(http.MethodGet, "/join", nil, "Accept-Language", "de")
	b.shows("Vous êtes invité", "Rejoindre <bdi>Iron Temple</bdi>")
	status(t, b.submit("/join", "name", "Maria", "password", "weak"), http.StatusUnprocessableEntity)
	b.shows("Le mot de passe doit comporter au moins 6 caractères.", `value="Maria"`)

	response = b.do(http.MethodGet, "/join?lang=es", nil)
	status(t, response, http.StatusSeeOther)
	if got := response.Header.Get("Location"); got != web.JoinPath {
		t.Errorf("a choice leads to %q", got)
	}
	if got := response.Header.Get("Cache-Control"); got != "no-store" {
		t.Errorf("Cache-Control %q", got)
	}
	b.follow("/join")
	b.shows("Tiene una invitación", `value="Maria"`) // what was typed is not lost

	for _, unknown := range []string{"xx", "", "de-DE", strings.Repeat("d", 5000), "en%0d%0aSet-Cookie:x=1"} {
		response = b.do(http.MethodGet, "/join?lang="+unknown, nil)
		status(t, response, http.StatusSeeOther)
		if got := response.Header.Values("Set-Cookie"); len(got) > 0 {
			t.Errorf("%.20q sets %v", unknown, got)
		}
	}
	b.follow("/join")
	b.shows("Tiene una invitación")
}

// TestLanguageMenu follows the menu's links on each page that has one, and
// looks that pages which cannot be had again have none.
func TestLanguageMenu(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	_, message := s.texted(app.NewContact{Name: "Noor Haddad", Email: "noor@mail.example", Phone: "+12025550123"})
	b := s.browser()
	german := regexp.MustCompile(`href="([^"]+\?lang=de)"`)
	inGerman := func(title string) {
		t.Helper()
		link := german.FindStringSubmatch(b.page)
		if link == nil {
			t.Fatalf("no menu:\n%s", b.page)
		}
		b.follow(link[1])
		b.shows(title, `<html lang="de">`)
		b.follow(strings.Replace(link[1], "=de", "=en", 1))
	}
	b.follow("/join")
	inGerman("Code eingeben")
	b.submit("/join/code", "code", "AAAAABBBBB")
	inGerman("Code eingeben")
	b.follow("/join/sign-in")
	inGerman("Anmelden")
	b.follow("/join/" + message.Token)
	inGerman("Sie sind eingeladen")
	b.submit("/join", "name", "Noor H.", "password", goodPassword)
	mails := len(s.world.Mail.Proofs())
	inGerman("Sehen Sie in Ihre E-Mails")
	if got := len(s.world.Mail.Proofs()); got != mails {
		t.Errorf("reading the page in German mailed %d codes", got-mails)
	}
	status(t, b.submit("/join/proof", "proof", "Your code: "+s.proof().Code+", for 10 minutes"), http.StatusSeeOther)
	b.follow("/join")
	b.shows("You are in", "Noor H.")
	inGerman("Sie sind dabei")

	other := s.browser()
	_, mailed := s.emailed()
	other.follow("/join/" + mailed.Token + "/decline")
	other.shows("?lang=de")
	other.submit("/join/decline")
	other.shows("You have declined")
	other.hides("?lang=")
}

// TestTheAwaitedCodeIsNotAwaitedForEver looks that the page for the 6 digits is
// there as long as the password is kept, and that showing it keeps nothing.
func TestTheAwaitedCodeIsNotAwaitedForEver(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	_, message := s.texted(app.NewContact{Name: "Noor Haddad", Email: "noor@mail.example", Phone: "+12025550123"})
	b := s.browser()
	status(t, b.do(http.MethodGet, "/join/proof", nil), http.StatusSeeOther)
	b.follow("/join/" + message.Token)
	status(t, b.do(http.MethodGet, "/join/proof", nil), http.StatusSeeOther)
	b.follow("/join")
	b.submit("/join", "name", "Noor H.", "password", goodPassword)
	s.world.Clock.Advance(passwordLife / 2)
	status(t, b.do(http.MethodGet, "/join/proof", nil), http.StatusOK)
	b.shows("Check your email", `name="name" value="Noor H."`)
	b.hides(goodPassword)
	s.world.Clock.Advance(passwordLife / 2)
	status(t, b.do(http.MethodGet, "/join/proof", nil), http.StatusSeeOther)
}

func TestExpiryIsInThePlacesZone(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	_, message := s.emailed()
	b := s.browser()
	b.follow("/join/" + message.Token + "?lang=pt")
	if !regexp.MustCompile(`<time datetime="2026-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d" data-yours="[^"]+">\d+º? de [a-z]+ de 2026, \d\d:\d\d C?ES?T</time>`).MatchString(b.page) {
		t.Errorf("no date as Portuguese has it:\n%s", b.page)
	}
}
