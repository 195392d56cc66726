package httpd

import (
	"encoding/json"
	"io"
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	applePath   = "/.well-known/apple-app-site-association"
	androidPath = "/.well-known/assetlinks.json"
)

// file makes a request as a phone does: without cookies, and no redirect is
// followed.
func (s *site) file(method, path string) (*http.Response, string) {
	s.t.Helper()
	req, err := http.NewRequestWithContext(s.t.Context(), method, s.url+path, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	res, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		s.t.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return res, string(text)
}

func TestAppLinks(t *testing.T) {
	t.Parallel()
	s := newSite(t, func(o *Options) {
		o.AppleApps = []string{"A1B2C3D4E5.example.usher", "0123456789.example.other"}
		o.AndroidApps = []AndroidApp{{"example.usher", "AA:01"}, {"example.other", "BB:02"}, {"example.usher", "CC:03"}}
	})
	for path, want := range map[string]string{
		applePath: `{"applinks": {"details": [{"appIDs": ["A1B2C3D4E5.example.usher", "0123456789.example.other"], "components": [{"/": "/join/*"}]}]},
			"webcredentials": {"apps": ["A1B2C3D4E5.example.usher", "0123456789.example.other"]}}`,
		androidPath: `[{"relation": ["delegate_permission/common.handle_all_urls", "delegate_permission/common.get_login_creds"],
				"target": {"namespace": "android_app", "package_name": "example.usher", "sha256_cert_fingerprints": ["AA:01", "CC:03"]}},
			{"relation": ["delegate_permission/common.handle_all_urls", "delegate_permission/common.get_login_creds"],
				"target": {"namespace": "android_app", "package_name": "example.other", "sha256_cert_fingerprints": ["BB:02"]}}]`,
	} {
		res, body := s.file(http.MethodGet, path)
		h := res.Header
		if res.StatusCode != http.StatusOK || h.Get("Content-Type") != "application/json" || h.Get("Cache-Control") != "public, max-age=3600" || h.Values("Set-Cookie") != nil {
			t.Errorf("%s: %d %v", path, res.StatusCode, h)
		}
		var got, expected any
		if err := json.Unmarshal([]byte(want), &expected); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(body), &got); err != nil {
			t.Errorf("%s: %v: %s", path, err, body)
		}
		if diff := cmp.Diff(expected, got); diff != "" {
			t.Errorf("%s: %s", path, diff)
		}
		if res, body := s.file(http.MethodHead, path); res.StatusCode != http.StatusOK || body != "" {
			t.Errorf("HEAD %s: %d %s", path, res.StatusCode, body)
		}
		if res, _ := s.file(http.MethodPost, path); res.StatusCode != http.StatusMethodNotAllowed {
			t.Errorf("POST %s: %d", path, res.StatusCode)
		}
		if res, _ := s.file(http.MethodGet, path+"/"); res.StatusCode != http.StatusNotFound {
			t.Errorf("%s/: %d", path, res.StatusCode)
		}
	}
}

func TestAppLinksOfNoApp(t *testing.T) {
	t.Parallel()
	none := newSite(t)
	ios := newSite(t, func(o *Options) { o.AppleApps = []string{"A1B2C3D4E5.example.usher"} })
	for _, tc := range []struct {
		s    *site
		path string
		want int
	}{
		{none, applePath, http.StatusNotFound}, {none, androidPath, http.StatusNotFound},
		{ios, applePath, http.StatusOK}, {ios, androidPath, http.StatusNotFound},
		{ios, "/.well-known/", http.StatusNotFound}, {ios, "/.well-known/other", http.StatusNotFound},
	} {
		if res, _ := tc.s.file(http.MethodGet, tc.path); res.StatusCode != tc.want {
			t.Errorf("%s: %d, want %d", tc.path, res.StatusCode, tc.want)
		}
	}
}
