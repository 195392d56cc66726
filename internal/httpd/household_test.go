package httpd

import (
	"context"
	"net/http"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/web"
)

// home is a household of the site, and a browser in which its head is signed
// in.
type home struct {
	*site
	head, member auth.Actor
	id           invite.ID
	browser      *browser
}

func newHome(t *testing.T, s *site) home {
	t.Helper()
	h := home{site: s}
	h.head, h.member = s.joined("Ana Park", "ana@home.example"), s.joined("Ben Park", "ben@home.example")
	id, err := s.world.App.CreateHousehold(s.world.As(s.gym.Owner), app.NewHousehold{
		Name: new("The Parks"), Address: new("12 Birch Lane"), Members: []invite.ID{h.head.Contact, h.member.Contact}, Head: &h.head.Contact,
	})
	if err != nil {
		t.Fatal(err)
	}
	h.id, h.browser = id, s.signedIn("ana@home.example")
	return h
}

// joined is somebody who has joined.
func (s *site) joined(name, email string) auth.Actor {
	s.t.Helper()
	_, messages := s.invited(app.NewContact{Name: name, Email: email})
	token := messages[invite.Email].Token
	joined, err := s.world.App.Register(s.t.Context(), app.Visitor{}, app.RegisterInput{
		Credential: app.Credential{Token: &token}, Name: name, Password: apptest.Password,
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return joined.Actor
}

// signedIn is a browser in which somebody has signed in.
func (s *site) signedIn(email string) *browser {
	s.t.Helper()
	b := s.browser()
	b.follow("/join/sign-in")
	status(s.t, b.submit("/join/sign-in", "email", email, "password", apptest.Password), http.StatusSeeOther)
	return b
}

// path returns the address of a member's page, as the list shows it.
func (h home) path(name string) string {
	h.t.Helper()
	status(h.t, h.browser.follow("/household"), http.StatusOK)
	for _, link := range regexp.MustCompile(`<a href="(/household/[^"]+)">[^<]*<span class="unseen"> ([^<]+)</span>`).FindAllStringSubmatch(h.browser.page, -1) {
		if link[2] == name {
			return link[1]
		}
	}
	h.t.Fatalf("no member is called %s:\n%s", name, h.browser.page)
	return ""
}

func TestHouseholdPage(t *testing.T) {
	t.Parallel()
	h := newHome(t, newSite(t))
	b := h.browser
	status(t, b.follow("/join"), http.StatusOK)
	b.shows("You are in", `href="/household"`)
	response := b.follow("/household")
	status(t, response, http.StatusOK)
	b.shows("The Parks", "12 Birch Lane", "Ana Park", "Ben Park", "head of the household", "Has joined", "Add somebody")
	b.hides("ben@home.example") // has joined
	if got := response.Header; got.Get("Cache-Control") != "no-store" || got.Get("Content-Security-Policy") != policyJoin || got.Get("Referrer-Policy") != "no-referrer" {
		t.Errorf("headers %v", got)
	}

	status(t, b.submit("/household", "name", "Dee Park", "reach", " Dee@home.example "), http.StatusSeeOther)
	b.follow("/household?done=added")
	b.shows("A message is on its way.", "Dee Park", "Asked to confirm", "dee@home.example")
	status(t, b.submit("/household", "name", "Eli Park", "reach", "(202) 555-0143"), http.StatusSeeOther)
	b.follow("/household")
	status(t, b.submit("/household", "name", "Fay Park", "reach", ""), http.StatusSeeOther)
	if got := b.visited[len(b.visited)-1]; got != "/household?done=listed" {
		t.Errorf("leads to %q", got)
	}
	b.follow("/household")
	b.shows("+12025550143", "Listed, without sign-in")
	mails := h.world.Mail.Additions()
	if len(mails) != 2 || mails[0].To != "dee@home.example" || mails[1].To != "+12025550143" {
		t.Errorf("%+v", mails)
	}

	dee := h.path("Dee Park")
	status(t, b.follow(dee), http.StatusOK)
	b.shows("Dee Park", "dee@home.example", "Send the message again")
	status(t, b.submit(dee+"/resend"), http.StatusUnprocessableEntity)
	b.shows("A message to Dee Park left just now.")
	h.world.Clock.Advance(3 * time.Minute)
	status(t, b.submit(dee+"/resend"), http.StatusSeeOther)
	b.follow(dee)
	status(t, b.submit(dee, "name", "Dora Park", "reach", ""), http.StatusSeeOther)
	b.follow("/household?done=saved")
	b.shows("Saved.", "Dora Park", "dee@home.example")
	b.follow(dee)
	status(t, b.submit(dee, "name", "Dora Park", "reach", "dora@home.example"), http.StatusSeeOther)
	b.follow("/household")
	b.shows("dora@home.example")
	b.hides("dee@home.example")

	h.world.Mail.Break(app.Unsent("The mailbox does not exist."))
	status(t, b.submit("/household", "name", "Gil Park", "reach", "gil@home.example"), http.StatusSeeOther)
	b.follow("/household?done=added")
	b.shows("The message did not leave. Check the address")
	b.hides("on its way")
	h.world.Mail.Break(nil)

	fay := h.path("Fay Park")
	b.follow(fay)
	status(t, b.submit(fay+"/remove"), http.StatusSeeOther)
	b.follow("/household?done=removed")
	b.shows("Taken out of the household.")
	b.hides("Fay Park")
	status(t, b.follow(fay), http.StatusNotFound)
	b.shows("does not belong to your household any more")

	ben := h.path("Ben Park")
	b.follow(ben)
	b.shows("changes their own data")
	b.hides("Save<", "Send the message again")
	status(t, b.submit(ben+"/hand-on"), http.StatusSeeOther)
	b.follow("/household?done=handed-on")
	b.shows("Your household has a new head.", "<bdi>Ben Park</bdi> adds and removes members.")
	b.hides("Add somebody", "dora@home.example", ben)
	status(t, b.follow(ben), http.StatusForbidden)
	b.shows("Only the head of your household may do this.")
}

// What is refused is said beside its field, and nothing that was typed is lost.
func TestHouseholdPageRefuses(t *testing.T) {
	t.Parallel()
	limiter := &strict{}
	h := newHome(t, newSiteOver(t, apptest.New(t, func(d *app.Deps) { d.Limiter = limiter })))
	b := h.browser
	b.follow("/household")
	for _, test := range []struct {
		name, reach, says string
		marked            []string
	}{
		{"", "dee@home.example", "Enter the name, 1 to 100 characters.", []string{"name"}},
		{"Win at evil.com", "dee@home.example", "may not be a web or email address", []string{"name"}},
		{"Dee", "dee@", "This is no complete email address.", []string{"reach"}},
		{"Dee", "12", "This is no mobile number", []string{"reach"}},
		{"Dee", "ana@home.example", "ana@home.example is in your household already.", []string{"reach"}},
		{"", "dee@", "Enter the name", []string{"name", "reach"}},
	} {
		status(t, b.submit("/household", "name", test.name, "reach", test.reach), http.StatusUnprocessableEntity)
		b.shows(test.says, `value="`+test.reach+`"`, `value="`+test.name+`"`)
		for _, field := range test.marked {
			b.shows(`href="#`+field+`"`, `id="`+field+`-error"`)
		}
	}
	limiter.refuse.Store(true)
	response := b.submit("/household", "name", "Dee Park", "reach", "dee@home.example")
	status(t, response, http.StatusTooManyRequests)
	if response.Header.Get("Retry-After") == "" {
		t.Error("does not say when to try again")
	}
	b.shows("Too many messages", `value="Dee Park"`, `value="dee@home.example"`)
	limiter.refuse.Store(false)

	b.do(http.MethodPost, "/household", strings.NewReader("name=Dee+Park&reach=dee%40home.example"), "Origin", "null", "Sec-Fetch-Site", "same-origin")
	b.shows("What you typed is still here", `value="Dee Park"`, `value="dee@home.example"`)
	status(t, b.do(http.MethodPost, "/household", strings.NewReader("name="+strings.Repeat("x", 70<<10))), http.StatusBadRequest)
	b.shows("too long or did not arrive in full")
	if n := len(h.world.Mail.Additions()); n != 0 {
		t.Errorf("%d messages left", n)
	}

	h.gym.Set(invite.PolicyPatch{MaxHouseholdMembers: new(3)})
	b.follow("/household")
	status(t, b.submit("/household", "name", "Dee Park", "reach", ""), http.StatusSeeOther)
	b.follow("/household")
	b.shows("Your household has 3 members, as many as <bdi>Iron Temple</bdi> allows.")
	b.hides(`name="reach"`)

	head := h.path("Ana Park")
	b.follow(head)
	b.shows("To leave the household, make another member its head first")
	b.hides(head + "/remove")
}

// strict is a limiter that refuses messages to strangers when told.
type strict struct{ refuse atomic.Bool }

func (s *strict) Allow(_ context.Context, key string, _ app.Limit) (bool, time.Duration, error) {
	return !s.refuse.Load() || !strings.HasPrefix(key, "household:"), time.Minute, nil
}

// Nobody changes a household from another site, or without a page of ours.
func TestHouseholdPageKnowsItsForms(t *testing.T) {
	t.Parallel()
	h := newHome(t, newSite(t))
	b := h.browser
	b.follow("/household")
	good := b.hidden("/household").Get("csrf")
	ben := h.path("Ben Park")
	other := h.signedIn("ben@home.example")
	other.follow("/household")
	other.follow("/join/sign-in")
	foreign := other.hidden("/join/sign-in").Get("csrf")
	for what, test := range map[string]struct{ token, origin, site string }{
		"no token": {"", "null", "same-origin"}, "a guessed token": {"abc", "null", "same-origin"}, "another browser's token": {foreign, "null", "same-origin"},
		"another site": {good, "https://evil.example", "cross-site"}, "another site, by its origin": {good, "https://evil.example", ""},
	} {
		for _, path := range []string{"/household", ben, ben + "/remove", ben + "/hand-on", ben + "/resend"} {
			h.world.Unchanged(what+" "+path, func() {
				status(t, b.do(http.MethodPost, path, strings.NewReader("name=X&csrf="+test.token), "Origin", test.origin, "Sec-Fetch-Site", test.site), http.StatusForbidden)
			})
		}
	}
	for _, path := range []string{"/household", ben, ben + "/remove", ben + "/hand-on", ben + "/resend"} {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			h.world.Unchanged(method+" "+path, func() {
				if got := b.do(method, path, nil).StatusCode; got >= 400 {
					t.Errorf("%s %s: %d", method, path, got)
				}
			})
		}
	}
}

// Another household's member is nobody, whatever one asks for.
func TestHouseholdPageOfOthers(t *testing.T) {
	t.Parallel()
	h := newHome(t, newSite(t))
	neighbour := h.joined("Nia Neighbour", "nia@next.example")
	if _, err := h.world.App.CreateHousehold(h.world.As(h.gym.Owner), app.NewHousehold{Name: new("Next door"), Members: []invite.ID{neighbour.Contact}}); err != nil {
		t.Fatal(err)
	}
	b := h.browser
	b.follow("/household")
	token := b.hidden("/household").Get("csrf")
	for _, id := range []string{string(neighbour.Contact), "00000000-0000-0000-0000-000000000000", "x'--"} {
		path := "/household/" + strings.ReplaceAll(id, "'", "%27")
		for _, action := range []string{"", "/resend", "/hand-on", "/remove"} {
			h.world.Unchanged(path+action, func() {
				response := b.do(http.MethodPost, path+action, strings.NewReader("name=X&csrf="+token), "Origin", "null", "Sec-Fetch-Site", "same-origin")
				status(t, response, http.StatusNotFound)
				b.hides("Nia", "Next door")
			})
		}
		status(t, b.follow(path), http.StatusNotFound)
		b.hides("Nia", "Next door")
	}

	ben := h.signedIn("ben@home.example")
	status(t, ben.follow("/household"), http.StatusOK)
	ben.shows("The Parks", "<bdi>Ana Park</bdi> adds and removes members.")
	ben.hides("Add somebody", "<form")
	status(t, ben.follow("/household/"+string(h.head.Contact)), http.StatusForbidden)
}

// Who is signed out comes back after signing in; who has no household is told
// so.
func TestHouseholdPageForEverybodyElse(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	h := newHome(t, s)
	b := s.browser()
	response := b.do(http.MethodGet, "/household", nil)
	status(t, response, http.StatusSeeOther)
	if got := response.Header.Get("Location"); got != web.JoinSignInPath {
		t.Fatalf("leads to %q", got)
	}
	b.follow("/join/sign-in")
	status(t, b.submit("/join/sign-in", "email", "ana@home.example", "password", "Wrong7-Otter"), http.StatusUnprocessableEntity)
	status(t, b.submit("/join/sign-in", "email", "ana@home.example", "password", apptest.Password), http.StatusSeeOther)
	if got := b.visited[len(b.visited)-1]; got != "/household" {
		t.Errorf("comes back to %q", got)
	}
	status(t, b.follow("/household"), http.StatusOK)
	h.world.Clock.Advance(time.Hour) // the access token has run out
	status(t, b.submit("/household", "name", "Fay Park"), http.StatusSeeOther)
	again := s.signedIn("ana@home.example")
	if got := again.visited[len(again.visited)-1]; got != "/join" {
		t.Errorf("who came for nothing else is led to %q", got)
	}

	s.joined("Solo", "solo@home.example")
	solo := s.signedIn("solo@home.example")
	solo.follow("/join")
	solo.hides(`href="/household"`)
	status(t, solo.follow("/household"), http.StatusForbidden)
	solo.shows("You belong to no household at <bdi>Iron Temple</bdi>.")
	staff := s.signedIn("owner@iron-temple.example")
	staff.follow("/join")
	staff.hides(`href="/household"`)
	status(t, staff.follow("/household"), http.StatusForbidden)
	staff.shows("You are signed in as staff")

	offline := invite.Offline
	if err := h.world.App.UpdateContact(h.world.As(s.gym.Owner), app.UpdateInput{ID: h.member.Contact, ClientType: &offline}); err != nil {
		t.Fatal(err)
	}
	ben := s.browser()
	ben.follow("/household")
	ben.submit("/join/sign-in", "email", "ben@home.example", "password", apptest.Password)
	ben.shows("Iron Temple keeps your data without app access")
}

// The page speaks the visitor's language, also after it was chosen on another.
func TestHouseholdPageInOtherLanguages(t *testing.T) {
	t.Parallel()
	h := newHome(t, newSite(t))
	b := h.browser
	response := b.do(http.MethodGet, "/household?lang=de", nil)
	status(t, response, http.StatusSeeOther)
	if got := response.Header.Get("Location"); got != "/household" {
		t.Fatalf("leads to %q", got)
	}
	b.follow("/household")
	b.shows("Ihr Haushalt", "Jemanden hinzufügen", `lang="de"`)
	b.submit("/household", "name", "", "reach", "dee@")
	b.shows("Geben Sie den Namen ein", "Das ist keine vollständige E-Mail-Adresse.")
	b.follow("/join?lang=fr")
	b.follow("/household")
	b.shows("Votre foyer")
	german, _ := web.LocaleByCode("de")
	for _, key := range append(values(memberTexts), "household.error-not-allowed", "household.error-limit", "household.error-gone", "household.error-stale") {
		if german.Texts[key] == "" {
			t.Errorf("no text %q", key)
		}
	}
}
