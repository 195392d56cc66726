package httpd

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func TestClientAddress(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name      string
		proxies   int
		peer      string
		forwarded []string
		want      string
	}{
		{"no proxy", 0, "203.0.113.7:5000", nil, "203.0.113.7"},
		{"no proxy, forged", 0, "203.0.113.7:5000", []string{"198.51.100.1"}, "203.0.113.7"},
		{"one proxy", 1, "10.0.0.1:5000", []string{"203.0.113.7"}, "203.0.113.7"},
		{"one proxy, forged", 1, "10.0.0.1:5000", []string{"198.51.100.1, 203.0.113.7"}, "203.0.113.7"},
		{"two proxies", 2, "10.0.0.1:5000", []string{"198.51.100.1, 203.0.113.7, 10.0.0.2"}, "203.0.113.7"},
		{"two header lines", 2, "10.0.0.1:5000", []string{"198.51.100.1, 203.0.113.7", "10.0.0.2"}, "203.0.113.7"},
		{"past the proxy", 1, "203.0.113.7:5000", nil, "203.0.113.7"},
		{"past one of two", 2, "10.0.0.1:5000", []string{"198.51.100.1"}, "10.0.0.1"},
		{"rubbish", 1, "10.0.0.1:5000", []string{"unknown"}, "10.0.0.1"},
		{"with port", 1, "10.0.0.1:5000", []string{"203.0.113.7:1234"}, "203.0.113.7"},
		{"IPv6", 1, "[::1]:5000", []string{"2001:db8::7"}, "2001:db8::7"},
		{"IPv6 in brackets", 1, "[::1]:5000", []string{"[2001:db8::7]:99"}, "2001:db8::7"},
		{"IPv4 in IPv6", 0, "[::ffff:203.0.113.7]:5000", nil, "203.0.113.7"},
		{"with a zone", 0, "[fe80::1%eth0]:5000", nil, "fe80::1"},
		{"no address", 0, "@", nil, ""},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = test.peer
		for _, line := range test.forwarded {
			r.Header.Add("X-Forwarded-For", line)
		}
		want := netip.Addr{}
		if test.want != "" {
			want = netip.MustParseAddr(test.want)
		}
		if got := ClientAddress(test.proxies)(r); got != want {
			t.Errorf("%s: %v, want %v", test.name, got, want)
		}
	}
}

func TestHealth(t *testing.T) {
	t.Parallel()
	var database, redis error
	stopping := false
	s := newSite(t, func(o *Options) {
		o.Database = func(context.Context) error { return database }
		o.Redis = func(context.Context) error { return redis }
		o.Stopping = func() bool { return stopping }
	})
	away := errors.New("connect to postgres://user:password@db: refused")
	for _, test := range []struct {
		database, redis error
		stopping        bool
		status          int
	}{
		{nil, nil, false, 200}, {nil, away, false, 200}, {away, nil, false, 503}, {nil, nil, true, 503},
	} {
		database, redis, stopping = test.database, test.redis, test.stopping
		b := s.browser()
		status(t, b.do(http.MethodGet, "/healthz", nil), http.StatusOK)
		status(t, b.do(http.MethodGet, "/readyz", nil), test.status)
		var answer map[string]any
		if err := json.Unmarshal([]byte(b.page), &answer); err != nil {
			t.Fatal(err)
		}
		if (answer["database"] == "ok") != (test.database == nil) || (answer["redis"] == "ok") != (test.redis == nil) {
			t.Errorf("answer %v", answer)
		}
		b.hides("password")
	}
}

func TestHomeLeadsToTheAdminAppInDevelopmentOnly(t *testing.T) {
	t.Parallel()
	for development, want := range map[bool]string{true: "/admin/", false: "/join"} {
		s := newSite(t, func(o *Options) { o.Development = development })
		response := s.browser().do(http.MethodGet, "/", nil)
		status(t, response, http.StatusSeeOther)
		if got := response.Header.Get("Location"); got != want {
			t.Errorf("development %t: / leads to %q", development, got)
		}
		status(t, s.browser().do(http.MethodGet, "/inbox", nil), http.StatusNotFound)
	}
}

func TestDevelopmentAnswersUnderItsOwnNameOnly(t *testing.T) {
	t.Parallel()
	handler := ownHost(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "inbox") }), "localhost:8080")
	for _, test := range []struct {
		host, dest string
		status     int
	}{
		{"localhost:8080", "document", 200},
		{"127.0.0.1:8080", "document", 307},
		{"127.0.0.1:8080", "", 200}, // scripts and health checks
		{"[::1]:8080", "empty", 200},
		{"evil.example", "document", 421},
		{"evil.example:8080", "", 421},
		{"localhost.evil.example:8080", "", 421},
		{"192.168.1.5:8080", "", 421},
	} {
		r := httptest.NewRequest(http.MethodGet, "/inbox?q=1", nil)
		r.Host = test.host
		r.Header.Set("Sec-Fetch-Dest", test.dest)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		if w.Code != test.status {
			t.Errorf("%s: status %d, want %d", test.host, w.Code, test.status)
		}
		if location := w.Header().Get("Location"); test.status == 307 && location != "http://localhost:8080/inbox?q=1" {
			t.Errorf("%s leads to %q", test.host, location)
		}
	}
}

func TestPlayground(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{"index.html": {Data: []byte("<p>playground</p>")}, "assets/a-1.js": {Data: []byte("let a")}}
	get := func(handler http.Handler, path string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		return w
	}
	built := playground(files)
	index, asset := get(built, "/playground/"), get(built, "/playground/assets/a-1.js")
	if index.Code != 200 || !strings.Contains(index.Body.String(), "playground") || index.Header().Get("Cache-Control") != "no-cache" {
		t.Errorf("index: %d %q", index.Code, index.Header())
	}
	if asset.Code != 200 || !strings.Contains(asset.Header().Get("Cache-Control"), "immutable") {
		t.Errorf("asset: %d %q", asset.Code, asset.Header())
	}
	policy := index.Header().Get("Content-Security-Policy")
	for _, bad := range []string{"unsafe-eval", "http:", "https:", "*", "script-src 'self' '"} {
		if strings.Contains(policy, bad) {
			t.Errorf("policy %q has %q", policy, bad)
		}
	}
	if missing := get(playground(fstest.MapFS{}), "/playground/"); missing.Code != http.StatusServiceUnavailable || !strings.Contains(missing.Body.String(), "make build") {
		t.Errorf("not built: %d %s", missing.Code, missing.Body)
	}
}

func TestAdmin(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{
		"index.html":    {Data: []byte(`<meta property="csp-nonce" nonce="CSP_NONCE"><script nonce="CSP_NONCE" src="/admin/assets/a-1.js"></script>`)},
		"assets/a-1.js": {Data: []byte("let a")},
	}
	get := func(handler http.Handler, path string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		return w
	}
	nonce := regexp.MustCompile(`'nonce-([A-Za-z0-9+/=]{20,})'`)
	seen := map[string]bool{}
	for _, path := range []string{"/admin/", "/admin/contacts/123", "/admin/settings/policy"} {
		w := get(admin(files), path)
		policy := w.Header().Get("Content-Security-Policy")
		m := nonce.FindStringSubmatch(policy)
		if w.Code != http.StatusOK || m == nil || strings.Count(w.Body.String(), m[1]) != 2 || strings.Contains(w.Body.String(), "CSP_NONCE") {
			t.Fatalf("%s: %d %q %s", path, w.Code, policy, w.Body)
		}
		if seen[m[1]] {
			t.Errorf("%s: a nonce came twice", path)
		}
		seen[m[1]] = true
		if !strings.Contains(policy, "script-src 'self';") || strings.Contains(policy, "unsafe") || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %q", path, w.Header())
		}
	}
	if asset := get(admin(files), "/admin/assets/a-1.js"); asset.Code != http.StatusOK || !strings.Contains(asset.Header().Get("Cache-Control"), "immutable") {
		t.Errorf("asset: %d %q", asset.Code, asset.Header())
	}
	if missing := get(admin(files), "/admin/assets/b-2.js"); missing.Code != http.StatusNotFound || strings.Contains(missing.Header().Get("Cache-Control"), "immutable") {
		t.Errorf("missing asset: %d %q", missing.Code, missing.Header())
	}
	if unbuilt := get(admin(fstest.MapFS{}), "/admin/"); unbuilt.Code != http.StatusServiceUnavailable {
		t.Errorf("not built: %d", unbuilt.Code)
	}
}

func TestPanicIsAnsweredAndLoggedByItsRoute(t *testing.T) {
	t.Parallel()
	s := newSite(t, func(o *Options) {
		o.GraphQL = http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("broken") })
	})
	b := s.browser()
	status(t, b.do(http.MethodPost, "/graphql?secret=1", strings.NewReader("{}")), http.StatusInternalServerError)
	b.hides("broken", "goroutine")
	if log := s.world.Log.String(); !strings.Contains(log, `"cause":"broken"`) || !strings.Contains(log, `"route":"/graphql"`) || strings.Contains(log, "secret") {
		t.Errorf("log: %s", log)
	}
}

// TestStreamsOutliveTheLimitOfBodies keeps a stream open for longer than a body
// may take, and cuts off a body that takes longer.
func TestStreamsOutliveTheLimitOfBodies(t *testing.T) {
	t.Parallel()
	const body = 50 * time.Millisecond
	ended := make(chan error, 1)
	server := httptest.NewServer(limited(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := io.ReadAll(r.Body)
		if r.URL.Path == "/graphql" && err == nil {
			select { // longer than the limits
			case <-r.Context().Done():
				err = r.Context().Err()
			case <-time.After(6 * body):
			}
		}
		ended <- err
	}), body, body))
	t.Cleanup(server.Close)

	response, err := http.Post(server.URL+"/graphql", "application/json", strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	if err := <-ended; err != nil {
		t.Errorf("the stream was ended: %v", err)
	}

	u, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	conn, err := net.Dial("tcp", u.Host)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := io.WriteString(conn, "POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nname="); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-ended:
		if err == nil {
			t.Error("a body that never ends was read")
		}
	case <-time.After(10 * time.Second):
		t.Error("a body that never ends was waited for")
	}
}
