package httpd

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/jpeg"
	"image/png"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"usher/app"
	"usher/invite"
)

// give gives the gym a logo and returns the picture and its path.
func (s *site) give(picture []byte) string {
	s.t.Helper()
	text := base64.StdEncoding.EncodeToString(picture)
	org, err := s.world.App.UpdateOrganization(s.world.As(s.gym.Owner), app.PresentationInput{Logo: &text})
	if err != nil {
		s.t.Fatal(err)
	}
	return org.LogoPath()
}

func pictures(t *testing.T) (asPNG, asJPEG []byte) {
	t.Helper()
	var p, j bytes.Buffer
	drawn := image.NewGray(image.Rect(0, 0, 40, 30))
	if err := png.Encode(&p, drawn); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&j, drawn, nil); err != nil {
		t.Fatal(err)
	}
	return p.Bytes(), j.Bytes()
}

func TestLogo(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	first, second := pictures(t)
	bare := "/logo/" + string(s.gym.Org.ID)
	b := s.browser()

	response := b.do(http.MethodGet, bare, nil)
	status(t, response, http.StatusNotFound)
	if kept := response.Header.Get("Cache-Control"); strings.Contains(kept, "immutable") {
		t.Errorf("that there is no logo is kept: %q", kept)
	}
	old := s.give(first)
	present := s.give(second)
	if old == present {
		t.Fatalf("both pictures are at %s", old)
	}
	for path, kept := range map[string]string{
		present: logoKept, old: logoBrief, bare: logoBrief, bare + "?v=": logoBrief, bare + "?v=" + strings.Repeat("0", 64): logoBrief,
	} {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			response := b.do(method, path, nil)
			status(t, response, http.StatusOK)
			want := string(second)
			if method == http.MethodHead {
				want = ""
			}
			if b.page != want {
				t.Errorf("%s %s answers %d bytes", method, path, len(b.page))
			}
			for name, value := range map[string]string{
				"Content-Type": "image/jpeg", "Content-Length": strconv.Itoa(len(second)), "X-Content-Type-Options": "nosniff",
				"Content-Security-Policy": policyNone, "Cache-Control": kept, "Set-Cookie": "",
			} {
				if got := response.Header.Get(name); got != value {
					t.Errorf("%s %s: %s is %q, want %q", method, path, name, got, value)
				}
			}
			again := b.do(method, path, nil, "If-None-Match", response.Header.Get("ETag"))
			status(t, again, http.StatusNotModified)
			if b.page != "" {
				t.Errorf("%d bytes of what the browser has", len(b.page))
			}
		}
	}
	status(t, b.do(http.MethodGet, present, nil, "If-None-Match", `"`+strings.Repeat("0", 64)+`"`), http.StatusOK)

	// Gone is gone, whatever version is asked for.
	if _, err := s.world.App.UpdateOrganization(s.world.As(s.gym.Owner), app.PresentationInput{ClearLogo: true}); err != nil {
		t.Fatal(err)
	}
	status(t, b.do(http.MethodGet, present, nil), http.StatusNotFound)
}

func TestLogoOfNobody(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	asPNG, _ := pictures(t)
	s.give(asPNG)
	other := s.world.Place(invite.Gym, "Other Gym")
	b := s.browser()
	for _, path := range []string{
		"/logo/" + string(other.Org.ID), "/logo/0193a7b4-0000-7000-8000-000000000000", "/logo/" + string(s.gym.Location.ID),
		"/logo/", "/logo", "/logo/x", "/logo/%00", "/logo/'%20OR%20true--", "/logo/..%2f..%2fetc%2fpasswd",
		"/logo/" + string(s.gym.Org.ID) + "/more", "/logo/" + strings.Repeat("a", 2000),
	} {
		status(t, b.do(http.MethodGet, path, nil), http.StatusNotFound)
		b.hides("pq:", "uuid")
	}
	status(t, b.do(http.MethodPost, "/logo/"+string(s.gym.Org.ID), strings.NewReader("")), http.StatusMethodNotAllowed)
	if log := s.world.Log.String(); strings.Contains(log, `"level":"ERROR"`) {
		t.Errorf("logged as faults:\n%s", log)
	}
}
