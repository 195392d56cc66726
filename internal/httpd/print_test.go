package httpd

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
)

// as returns the cookie of a sign-in with that email.
func (s *site) as(email string) []string {
	s.t.Helper()
	signed, err := s.world.App.SignIn(s.t.Context(), app.Visitor{}, email, apptest.Password)
	if err != nil {
		s.t.Fatal(err)
	}
	return []string{"Cookie", "usher_access=" + signed.AccessToken}
}

// printRun is passes of the site's gym, and a sheet of them.
type printRun struct {
	ids   []invite.ID
	sheet invite.ID
}

func (s *site) printed(n int) (r printRun) {
	s.t.Helper()
	ctx := s.world.As(s.gym.Owner)
	id, err := s.world.App.GeneratePasses(ctx, app.PassesInput{Count: n, TTLDays: new(30)})
	if err != nil {
		s.t.Fatal(err)
	}
	passes, err := s.world.DB.PassesOfRuns(ctx, []invite.ID{id})
	if err != nil {
		s.t.Fatal(err)
	}
	for _, p := range passes {
		r.ids = append(r.ids, p.ID)
	}
	r.sheet = s.prepare(r.ids)
	return r
}

func (s *site) prepare(passes []invite.ID) invite.ID {
	s.t.Helper()
	prepared, err := s.world.App.PrintPasses(s.world.As(s.gym.Owner), app.PrintInput{
		Selection: app.PassSelection{Passes: passes}, Paper: invite.A4, PerPage: 8,
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return prepared.ID
}

func (s *site) opened(sheet invite.ID) app.Print {
	s.t.Helper()
	opened, err := s.world.App.OpenPrint(s.world.As(s.gym.Owner), sheet)
	if err != nil {
		s.t.Fatal(err)
	}
	return opened
}

// redeem joins with a pass, as its holder does.
func (s *site) redeem(p app.PrintedPass) {
	s.t.Helper()
	b := s.browser()
	b.follow("/join/" + p.Token)
	status(s.t, b.submit("/join", "name", "Ana Park", "email", "ana@mail.example", "password", goodPassword), http.StatusOK)
	status(s.t, b.submit("/join/proof", "proof", s.proof().Code), http.StatusSeeOther)
}

func TestPrint(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	r := s.printed(9)
	var logo bytes.Buffer
	if err := png.Encode(&logo, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	logoPath := s.give(logo.Bytes())
	s.gym.Staff(invite.Leader)
	opened := s.opened(r.sheet)
	for _, email := range []string{"owner@iron-temple.example", "leader@iron-temple.example"} {
		b, cookie := s.browser(), s.as(email)
		for path, kind := range map[string]string{".pdf": "application/pdf", "": "text/html; charset=utf-8"} {
			path = "/passes/" + string(r.sheet) + path
			response := b.do(http.MethodGet, path, nil, cookie...)
			status(t, response, http.StatusOK)
			for name, want := range map[string]string{
				"Content-Type": kind, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff",
				"Content-Length": strconv.Itoa(len(b.page)), "Set-Cookie": "",
			} {
				if got := response.Header.Get(name); got != want {
					t.Errorf("%s: %s is %q, want %q", path, name, got, want)
				}
			}
			policy := response.Header.Get("Content-Security-Policy")
			if !strings.HasPrefix(policy, "default-src 'none';") || strings.Contains(policy, "script-src 'self'") || !strings.Contains(policy, "frame-ancestors 'none'") {
				t.Errorf("%s: policy %s", path, policy)
			}
			size := len(b.page)
			if kind == "application/pdf" {
				if !strings.HasPrefix(b.page, "%PDF-") || !strings.Contains(b.page, "/Subtype /Image") {
					t.Errorf("no PDF with a logo: %.80q", b.page)
				}
				how, args, err := mime.ParseMediaType(response.Header.Get("Content-Disposition"))
				if err != nil || how != "inline" || args["filename"] != "Iron Temple access passes.pdf" {
					t.Errorf("%s %v, %v", how, args, err)
				}
			} else {
				s.checkPage(b, opened, policy, logoPath)
			}
			response = b.do(http.MethodHead, path, nil, cookie...)
			status(t, response, http.StatusOK)
			if n, err := strconv.Atoi(response.Header.Get("Content-Length")); err != nil || n < size/2 || b.page != "" {
				t.Errorf("HEAD %s: %d bytes announced for %d, %v", path, n, size, err)
			}
		}
	}
	s.logsNothingOf(opened)
}

// checkPage compares the page with what is printed, and its nonce with the
// policy.
func (s *site) checkPage(b *browser, opened app.Print, policy, logoPath string) {
	s.t.Helper()
	b.shows("Iron Temple", "Access pass", `src="`+logoPath+`"`, "Main Street", "desk@iron-temple.example", strings.TrimPrefix(s.url, "http://")[:9])
	for _, p := range opened.Passes {
		b.shows(p.Reference, invite.GroupCode(p.Code))
		b.hides(p.Token)
	}
	_, nonce, _ := strings.Cut(policy, "script-src 'nonce-")
	nonce, _, _ = strings.Cut(nonce, "'")
	if n := strings.Count(b.page, "<script"); n != 1 || len(nonce) < 22 {
		s.t.Errorf("%d scripts, nonce %q", n, nonce)
	}
	b.shows(`<script nonce="` + nonce + `">`)
}

// logsNothingOf fails the test if a log line holds what opens a pass.
func (s *site) logsNothingOf(opened app.Print) {
	s.t.Helper()
	log := s.world.Log.String()
	if !strings.Contains(log, `"route":"GET /passes/{sheet}"`) {
		s.t.Errorf("the requests are not logged:\n%s", log)
	}
	for _, p := range opened.Passes {
		for _, secret := range []string{p.Token, p.Code, invite.GroupCode(p.Code)} {
			if strings.Contains(log, secret) {
				s.t.Errorf("the log holds a credential of %s", p.Reference)
			}
		}
	}
}

func TestPrintRefused(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	r := s.printed(2)
	opened := s.opened(r.sheet)
	s.gym.Staff(invite.Trainer)
	client, messages := s.invited(app.NewContact{Name: "Maria Silva", Email: "maria@mail.example"})
	s.gym.Join(messages[invite.Email])
	s.world.Place(invite.Community, "Oak Park")
	s.world.Support()
	sheet := string(r.sheet)

	refused := func(who string, cookie []string, id string, want int, says string) {
		t.Helper()
		for _, path := range []string{"/passes/" + id + ".pdf", "/passes/" + id} {
			for _, method := range []string{http.MethodGet, http.MethodHead} {
				b := s.browser()
				response := b.do(method, path, nil, cookie...)
				if response.StatusCode != want {
					t.Errorf("%s: %s %s answers %d, want %d", who, method, path, response.StatusCode, want)
				}
				if got := response.Header.Get("Content-Type") + response.Header.Get("Cache-Control"); got != "text/html; charset=utf-8no-store" {
					t.Errorf("%s: %s", who, got)
				}
				if method == http.MethodGet {
					b.shows(says, `href="/admin/"`)
					for _, p := range opened.Passes {
						b.hides(p.Token, p.Code, invite.GroupCode(p.Code), p.Reference)
					}
				}
			}
		}
	}
	refused("nobody", nil, sheet, http.StatusUnauthorized, "Sign in to print")
	refused("a forger", []string{"Cookie", "usher_access=forged"}, sheet, http.StatusUnauthorized, "Sign in to print")
	refused("a trainer", s.as("trainer@iron-temple.example"), sheet, http.StatusForbidden, "You may not print access passes")
	refused("a client", s.as(*client.Email), sheet, http.StatusForbidden, "You may not print access passes")
	refused("support", s.as("support@usher.example"), sheet, http.StatusForbidden, "You may not print access passes")
	refused("another organization", s.as("owner@oak-park.example"), sheet, http.StatusNotFound, "This print link has ended")
	owner := s.as("owner@iron-temple.example")
	for _, unknown := range []string{"b7c4f6a0-0000-4000-8000-000000000000", "no-id", "x%00y", string(r.ids[0])} {
		refused("the owner, "+unknown, owner, unknown, http.StatusNotFound, "Print again from the run")
	}
	if b := s.browser(); b.do(http.MethodPost, "/passes/"+sheet, nil, owner...).StatusCode != http.StatusMethodNotAllowed {
		t.Error("a sheet takes POST")
	}
	s.world.Clock.Advance(invite.PrintLife)
	refused("past its life", s.as("owner@iron-temple.example"), sheet, http.StatusNotFound, "This print link has ended")
	s.logsNothingOf(opened)
}

// A sheet that lies open shows what is still good when it is asked for.
func TestPrintLeavesOutWhatWasUsed(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	r := s.printed(3)
	opened := s.opened(r.sheet)
	path, cookie, b := "/passes/"+string(r.sheet), s.as("owner@iron-temple.example"), s.browser()
	revoke := func(ids ...invite.ID) {
		t.Helper()
		if _, err := s.world.App.RevokePasses(s.world.As(s.gym.Owner), app.PassSelection{Passes: ids}, ""); err != nil {
			t.Fatal(err)
		}
	}
	revoke(r.ids[0])
	status(t, b.do(http.MethodGet, path, nil, cookie...), http.StatusOK)
	b.hides(opened.Passes[0].Reference, invite.GroupCode(opened.Passes[0].Code))
	b.shows(opened.Passes[1].Reference, opened.Passes[2].Reference)

	s.redeem(opened.Passes[1])
	status(t, b.do(http.MethodGet, path, nil, cookie...), http.StatusOK)
	b.hides(opened.Passes[1].Reference, invite.GroupCode(opened.Passes[1].Code))
	b.shows(opened.Passes[2].Reference)

	revoke(r.ids[2])
	for _, path := range []string{path, path + ".pdf"} {
		status(t, b.do(http.MethodGet, path, nil, cookie...), http.StatusGone)
		b.shows("There is nothing left to print")
	}
}

// onePrint allows one sheet.
type onePrint struct{ keys []string }

func (l *onePrint) Allow(_ context.Context, key string, _ app.Limit) (bool, time.Duration, error) {
	if !strings.HasPrefix(key, "print:") {
		return true, 0, nil
	}
	l.keys = append(l.keys, key)
	return len(l.keys) == 1, 20 * time.Second, nil
}

func TestPrintsAreLimited(t *testing.T) {
	t.Parallel()
	limiter := &onePrint{}
	s := newSiteOver(t, apptest.New(t, func(d *app.Deps) { d.Limiter = limiter }))
	r := s.printed(1)
	b, cookie := s.browser(), s.as("owner@iron-temple.example")
	status(t, b.do(http.MethodGet, "/passes/"+string(r.sheet), nil, cookie...), http.StatusOK)
	response := b.do(http.MethodGet, "/passes/"+string(r.sheet)+".pdf", nil, cookie...)
	status(t, response, http.StatusTooManyRequests)
	b.shows("Too many sheets at once")
	if wait := response.Header.Get("Retry-After"); wait != "20" {
		t.Errorf("Retry-After: %q", wait)
	}
	if want := "print:" + string(s.gym.Owner.Account); !slices.Equal(limiter.keys, []string{want, want}) {
		t.Errorf("counted as %q, want %s", limiter.keys, want)
	}
}

func TestSheetName(t *testing.T) {
	t.Parallel()
	for organization, want := range map[string]string{
		"Coral Bay": "Coral Bay access passes.pdf", "../a\\b:\"c\"\r\n": "..abc access passes.pdf", "": "access passes.pdf", "נחל": "נחל access passes.pdf",
	} {
		if got := sheetName(organization); got != want {
			t.Errorf("%q: %q, want %q", organization, got, want)
		}
	}
}
