package httpd

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/web"
)

func TestJoinByLink(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	c, message := s.emailed()
	b := s.browser()

	response := b.do(http.MethodGet, "/join/"+message.Token, nil)
	status(t, response, http.StatusSeeOther)
	if got := response.Header.Get("Location"); got != web.JoinPath {
		t.Fatalf("the link leads to %q", got)
	}
	status(t, b.follow("/join"), http.StatusOK)
	b.shows("Iron Temple", "m•••a@mail.example", "Maria Silva", "At least 6 characters<")

	status(t, b.submit("/join", "name", "Maria S.", "password", "weak"), http.StatusUnprocessableEntity)
	b.shows("The password needs at least 6 characters.", "The password needs an upper-case letter.", `value="Maria S."`)
	b.hides(`value="weak"`)
	status(t, b.submit("/join", "name", "", "password", goodPassword), http.StatusUnprocessableEntity)
	b.shows("Enter your name, 1 to 100 characters.")

	status(t, b.submit("/join", "name", "Maria S.", "password", goodPassword), http.StatusSeeOther)
	status(t, b.follow("/join"), http.StatusOK)
	b.shows("You are in", "Maria S.", "Iron Temple")
	if got := s.gym.Contact(c.ID); got.Status != invite.Registered || got.Name != "Maria S." {
		t.Errorf("the contact: %+v", got)
	}
	if _, err := s.world.App.SignIn(t.Context(), app.Visitor{}, "maria@mail.example", goodPassword); err != nil {
		t.Errorf("sign in with the email on file: %v", err)
	}

	status(t, b.submit("/join/sign-out"), http.StatusSeeOther)
	if b.cookie("usher_access") != "" {
		t.Error("signed out and still signed in")
	}
	status(t, b.follow("/join"), http.StatusOK)
	b.shows("Enter your code")
	status(t, b.follow("/join/"+message.Token), http.StatusGone)
	b.shows("You have joined already", "desk@iron-temple.example")
	for _, place := range b.visited {
		if strings.Contains(place, message.Token) || strings.Contains(place, "?") {
			t.Errorf("a redirect leads to %q", place)
		}
	}
}

func TestJoinByTypedCode(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	c, message := s.emailed()
	b := s.browser()

	b.follow("/join")
	status(t, b.submit("/join/code", "code", "AAAAA-BBBBB"), http.StatusUnprocessableEntity)
	b.shows(codeNotValid, `value="AAAAA-BBBBB"`)
	status(t, b.submit("/join/code", "code", "  "), http.StatusUnprocessableEntity)

	status(t, b.submit("/join/code", "code", strings.ToLower(invite.GroupCode(message.Code))), http.StatusSeeOther)
	b.follow("/join")
	b.shows("Iron Temple", "Maria Silva")
	status(t, b.submit("/join", "name", "Maria", "password", goodPassword), http.StatusSeeOther)
	if got := s.gym.Contact(c.ID).Status; got != invite.Registered {
		t.Errorf("status %s", got)
	}

	other := s.browser()
	other.follow("/join")
	other.submit("/join/code", "code", message.Code)
	other.shows(codeNotValid)
	other.hides("Iron Temple", "You have joined", "was used")
}

// TestGetAndHeadChangeNothing opens every address as mail scanners and link
// previews do.
func TestGetAndHeadChangeNothing(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	c, message := s.emailed()
	before, last := s.gym.Contact(c.ID), s.position()
	for _, method := range []string{http.MethodGet, http.MethodHead} {
		b := s.browser()
		for _, path := range []string{
			"/join/" + message.Token, "/join", "/join/" + message.Token + "/decline", "/join/decline", "/join/code", "/join/proof",
			"/join/proof-again", "/join/renew", "/join/sign-in", "/join/sign-out", "/join/", "/join/assets/join.css",
		} {
			response := b.do(method, path, nil)
			if response.StatusCode >= 400 {
				t.Errorf("%s %s: %d", method, path, response.StatusCode)
			}
			if method == http.MethodHead && b.page != "" {
				t.Errorf("HEAD %s has a body", path)
			}
		}
		b.follow("/join/" + message.Token + "/decline")
		b.shows("Decline the invitation?", "m•••a@mail.example")
	}
	if diff := cmp.Diff(before, s.gym.Contact(c.ID)); diff != "" {
		t.Errorf("the contact changed: %s", diff)
	}
	if got := s.position(); got != last {
		t.Errorf("%d facts were written", got-last)
	}
	if len(s.world.Mail.Proofs()) > 0 {
		t.Error("a code was mailed")
	}
}

// position returns how many facts there are.
func (s *site) position() int64 {
	s.t.Helper()
	if _, err := s.world.App.PlaceFacts(s.t.Context(), 1000); err != nil {
		s.t.Fatal(err)
	}
	n, err := s.world.DB.LastPosition(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	return n
}

func TestEveryJoinAnswerKeepsTheLinkToItself(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	_, message := s.emailed()
	b := s.browser()
	for _, path := range []string{"/join/" + message.Token, "/join", "/join/" + message.Token + "/decline", "/join/decline", "/join/sign-in", "/join/short", "/join/" + strings.Repeat("x", 4000)} {
		response := b.do(http.MethodGet, path, nil)
		for header, want := range map[string]string{"Referrer-Policy": "no-referrer", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"} {
			if got := response.Header.Get(header); got != want {
				t.Errorf("%s: %s is %q, want %q", path, header, got, want)
			}
		}
		if got := response.Header.Get("Content-Security-Policy"); !strings.Contains(got, "frame-ancestors 'none'") || strings.Contains(got, "unsafe") {
			t.Errorf("%s: policy %q", path, got)
		}
		for _, c := range response.Cookies() {
			if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/join" {
				t.Errorf("%s: cookie %s", path, c.Name)
			}
			if strings.Contains(c.Value, message.Token) {
				t.Errorf("%s: cookie %s holds the token readably", path, c.Name)
			}
		}
		b.hides(message.Token)
	}
}

func TestCookiesAreSecureUnderHTTPS(t *testing.T) {
	t.Parallel()
	s := newSite(t, func(o *Options) { o.PublicURL = &url.URL{Scheme: "https", Host: "usher.example"} })
	response := s.browser().do(http.MethodGet, "/join", nil)
	if len(response.Cookies()) == 0 || !response.Cookies()[0].Secure {
		t.Error("a cookie travels in the clear")
	}
	if response.Header.Get("Strict-Transport-Security") == "" {
		t.Error("no HSTS")
	}
}

func TestForeignFormsAreRefused(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	c, message := s.emailed()
	b := s.browser()
	b.follow("/join/" + message.Token)
	fields := b.hidden("/join/decline")
	post := func(b *browser, values url.Values, headers ...string) *http.Response {
		return b.do(http.MethodPost, "/join/decline", strings.NewReader(values.Encode()), headers...)
	}
	stranger := s.browser() // has a token of its own, but not ours
	stranger.follow("/join")
	foreign := stranger.hidden("/join/code")

	for name, response := range map[string]*http.Response{
		"no token":            post(b, url.Values{}, "Sec-Fetch-Site", "same-origin"),
		"another's token":     post(b, foreign, "Sec-Fetch-Site", "same-origin"),
		"no cookie":           post(s.browser(), fields, "Sec-Fetch-Site", "same-origin"),
		"another site":        post(b, fields, "Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"),
		"a sibling site":      post(b, fields, "Sec-Fetch-Site", "same-site"),
		"null and cross-site": post(b, fields, "Sec-Fetch-Site", "cross-site", "Origin", "null"),
		"origin alone":        post(b, fields, "Origin", "https://evil.example"),
		"origin by prefix":    post(b, fields, "Origin", s.url+".evil.example"),
	} {
		if response.StatusCode != http.StatusForbidden {
			t.Errorf("%s: status %d", name, response.StatusCode)
		}
	}
	if got := s.gym.Contact(c.ID).Status; got != invite.ContactStatus(invite.Pending) {
		t.Fatalf("status %s", got)
	}
	status(t, post(b, fields, "Origin", s.url), http.StatusOK) // a browser without Sec-Fetch-Site
	if got := s.gym.Contact(c.ID).Status; got != invite.ContactStatus(invite.Declined) {
		t.Errorf("status %s after our own form", got)
	}
}

func TestFormsAreBounded(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.browser()
	b.follow("/join")
	status(t, b.submit("/join/code", "code", strings.Repeat("A", 100<<10)), http.StatusRequestEntityTooLarge)
	b.follow("/join")
	status(t, b.submit("/join/code", "code", strings.Repeat("A", 10<<10)), http.StatusUnprocessableEntity)
}

func TestDeclineByPage(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	c, message := s.emailed()
	b := s.browser()
	status(t, b.follow("/join/"+message.Token+"/decline"), http.StatusOK)
	status(t, b.submit("/join/decline"), http.StatusOK)
	b.shows("You have declined", "Iron Temple")
	if got := s.gym.Contact(c.ID).Status; got != invite.ContactStatus(invite.Declined) {
		t.Errorf("status %s", got)
	}
	status(t, b.follow("/join/"+message.Token), http.StatusNotFound)
	b.shows("This link does not work")
}

func TestDeclineByOneClick(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	c, message := s.emailed()
	path := "/join/" + message.Token + "/decline"
	click := func(body, kind string) *http.Response {
		return s.browser().do(http.MethodPost, path, strings.NewReader(body), "Content-Type", kind)
	}
	status(t, click("", "application/x-www-form-urlencoded"), http.StatusBadRequest)
	status(t, click("List-Unsubscribe=No", "application/x-www-form-urlencoded"), http.StatusBadRequest)
	if got := s.gym.Contact(c.ID).Status; got != invite.ContactStatus(invite.Pending) {
		t.Fatalf("status %s", got)
	}
	multipart := "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n"
	response := click(multipart, "multipart/form-data; boundary=x")
	status(t, response, http.StatusOK)
	if len(response.Cookies()) > 0 {
		t.Error("it sets cookies")
	}
	if got := s.gym.Contact(c.ID).Status; got != invite.ContactStatus(invite.Declined) {
		t.Errorf("status %s", got)
	}
	status(t, click("List-Unsubscribe=One-Click", "application/x-www-form-urlencoded"), http.StatusNotFound)
	path = "/join/1AAAAAAAAAAAAAAAAAAAAAAAA/decline"
	status(t, click("List-Unsubscribe=One-Click", "application/x-www-form-urlencoded"), http.StatusNotFound)
}

func TestExpiredLinkIsRenewed(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	c, message := s.emailed()
	s.world.Clock.Advance(11 * 24 * time.Hour)
	byCode := s.browser()
	byCode.follow("/join")
	byCode.submit("/join/code", "code", message.Code)
	byCode.shows(codeNotValid)
	byCode.hides("expired")

	b := s.browser()
	status(t, b.follow("/join/"+message.Token), http.StatusGone)
	b.shows("This invitation has expired", "m•••a@mail.example", "desk@iron-temple.example")
	status(t, b.submit("/join/renew"), http.StatusOK)
	b.shows("Look out for a new message")
	if got := s.gym.Contact(c.ID).Status; got != invite.ContactStatus(invite.Queued) {
		t.Errorf("status %s", got)
	}
}

func TestLinkPages(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	c, message := s.emailed()

	b := s.browser()
	b.follow("/join/" + message.Token) // opens the page before the link dies
	offline := invite.Offline
	if err := s.world.App.UpdateContact(s.world.As(s.gym.Owner), app.UpdateInput{ID: c.ID, ClientType: &offline}); err != nil {
		t.Fatal(err)
	}
	status(t, b.submit("/join", "name", "Maria", "password", goodPassword), http.StatusGone)
	b.shows("No sign-in is needed", "Iron Temple")

	for _, token := range []string{"1AAAAAAAAAAAAAAAAAAAAAAAA", "x", message.Token[:20], "..%2f..", strings.Repeat("y", 2000)} {
		status(t, b.follow("/join/"+token), http.StatusNotFound)
		b.shows("This link does not work")
		b.hides("Iron Temple")
	}
}

func TestTheVisitEnds(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	_, message := s.emailed()
	b := s.browser()
	b.follow("/join/" + message.Token)
	s.world.Clock.Advance(visitLife)
	status(t, b.submit("/join", "name", "Maria", "password", goodPassword), http.StatusForbidden)
	b.shows("Open the link from your message again")
	if b.cookie("usher_access") != "" {
		t.Error("signed in")
	}
}

// countdown lets so many attempts through and no more.
type countdown struct{ left atomic.Int64 }

func (c *countdown) Allow(context.Context, string, app.Limit) (bool, time.Duration, error) {
	return c.left.Add(-1) >= 0, 90 * time.Second, nil
}

func TestTooManyAttempts(t *testing.T) {
	t.Parallel()
	limiter := &countdown{}
	limiter.left.Store(1000)
	s := newSiteOver(t, apptest.New(t, func(d *app.Deps) { d.Limiter = limiter }))
	limiter.left.Store(2) // a typed code is counted twice
	b := s.browser()
	b.follow("/join")
	status(t, b.submit("/join/code", "code", "AAAAABBBBB"), http.StatusUnprocessableEntity)
	response := b.submit("/join/code", "code", "AAAAABBBBB")
	status(t, response, http.StatusTooManyRequests)
	if got := response.Header.Get("Retry-After"); got != "90" {
		t.Errorf("Retry-After %q", got)
	}
	b.shows("Too many attempts", "2 minutes")
}

func TestSignInAndOut(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.browser()
	b.follow("/join/sign-in")
	status(t, b.submit("/join/sign-in", "email", "owner@iron-temple.example", "password", "wrong"), http.StatusUnprocessableEntity)
	b.shows("Email and password do not match", `value="owner@iron-temple.example"`)
	status(t, b.submit("/join/sign-in", "email", "owner@iron-temple.example", "password", apptest.Password), http.StatusSeeOther)
	b.follow("/join")
	b.shows("You are in", "Owner")

	refresh := b.cookie("usher_refresh")
	s.world.Clock.Advance(auth.AccessTTL + time.Minute) // the access token has run out, the sign-in has not
	status(t, b.submit("/join/sign-out"), http.StatusSeeOther)
	if b.cookie("usher_access") != "" || b.cookie("usher_refresh") != "" {
		t.Error("the cookies stay")
	}
	if _, err := s.world.App.Refresh(t.Context(), refresh); invite.CodeOf(err) != invite.Unauthenticated {
		t.Errorf("the sign-in lives on: %v", err)
	}
}

func TestEveryPostAsksForTheToken(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	for _, path := range []string{web.JoinPath, web.JoinSignInPath, web.JoinCodePath, web.JoinDecline, web.JoinProofPath, web.JoinProofAgain, web.JoinRenewPath, web.JoinSignOut} {
		response := s.browser().do(http.MethodPost, path, strings.NewReader(""))
		status(t, response, http.StatusForbidden)
	}
}
