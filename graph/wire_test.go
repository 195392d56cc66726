package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/graph"
	"usher/jobs"
)

// wire is a world behind a GraphQL server: what a client sees of it goes over
// HTTP and WebSocket.
type wire struct {
	*apptest.World
	URL  string
	wake chan int64 // tells the hub to look
}

// newWire serves a world. change may replace parts of the use cases, options
// parts of the door.
func newWire(t testing.TB, change ...any) *wire {
	t.Helper()
	var deps []func(*app.Deps)
	for _, c := range change {
		if f, ok := c.(func(*app.Deps)); ok {
			deps = append(deps, f)
		}
	}
	w := &wire{World: apptest.New(t, deps...), wake: make(chan int64, 1)}
	log := slog.New(slog.NewTextHandler(w.Log, nil))
	hub := graph.NewHub(w.DB, w.wake, log)
	ctx, stop := context.WithCancel(context.Background())
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		_ = hub.Run(ctx)
	}()
	server := httptest.NewUnstartedServer(nil)
	w.URL = "http://" + server.Listener.Addr().String()
	public, err := url.Parse(w.URL)
	if err != nil {
		t.Fatal(err)
	}
	o := graph.Options{
		App: w.App, DB: w.DB, Hub: hub, Renderer: renderer(t, w.World), Log: log, PublicURL: public,
		ClientAddress: func(*http.Request) netip.Addr { return netip.MustParseAddr("192.0.2.7") },
	}
	for _, c := range change {
		if f, ok := c.(func(*graph.Options)); ok {
			f(&o)
		}
	}
	server.Config.Handler = graph.NewHandler(o)
	server.Config.ErrorLog = slog.NewLogLogger(log.Handler(), slog.LevelWarn)
	server.Start()
	t.Cleanup(func() {
		stop()
		<-stopped
		server.CloseClientConnections()
		server.Close()
	})
	return w
}

// renderer composes messages as the sender does; it sends nothing.
func renderer(t testing.TB, w *apptest.World) graph.Renderer {
	t.Helper()
	j, err := jobs.New(jobs.Deps{App: w.App, From: "invitations@usher.example", PublicURL: "https://usher.example", Now: w.DB.Now, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// place gives the facts that were committed their positions and wakes the hub,
// as the relay does.
func (w *wire) place() {
	w.T.Helper()
	for {
		n, err := w.App.PlaceFacts(context.Background(), 500)
		if err != nil {
			w.T.Error(err)
		}
		if n == 0 {
			break
		}
	}
	select {
	case w.wake <- 0:
	default:
	}
}

// token returns an access token of the actor.
func (w *wire) token(a auth.Actor) string {
	w.T.Helper()
	token, _, err := w.App.Tokens.IssueAccess(a, w.Clock.Now())
	if err != nil {
		w.T.Fatal(err)
	}
	return token
}

// client is somebody who calls the API.
type client struct {
	w      *wire
	http   *http.Client
	header http.Header
}

// anyone returns a client that is not signed in and keeps no cookies.
func (w *wire) anyone() *client {
	return &client{w: w, http: &http.Client{}, header: http.Header{}}
}

// as returns a client with the actor's bearer token.
func (w *wire) as(a auth.Actor) *client {
	c := w.anyone()
	c.header.Set("Authorization", "Bearer "+w.token(a))
	return c
}

// browser returns a client that keeps cookies and names its origin.
func (w *wire) browser() *client {
	c := w.anyone()
	c.http.Jar, _ = cookiejar.New(nil) // without options there is no error
	c.header.Set("Origin", w.URL)
	return c
}

// with returns the client with one more header.
func (c *client) with(name, value string) *client {
	out := &client{w: c.w, http: c.http, header: c.header.Clone()}
	out.header.Set(name, value)
	return out
}

type vars = map[string]any

// answer is what came back.
type answer struct {
	t      testing.TB
	status int
	header http.Header
	body   string
}

// do posts an operation.
func (c *client) do(query string, v ...vars) answer {
	c.w.T.Helper()
	body := map[string]any{"query": query}
	if len(v) > 0 {
		body["variables"] = v[0]
	}
	text, err := json.Marshal(body)
	if err != nil {
		c.w.T.Fatal(err)
	}
	return c.send(http.MethodPost, "", "application/json", bytes.NewReader(text))
}

// send makes a request. search is the part of the address behind the "?".
func (c *client) send(method, search, media string, body io.Reader) answer {
	c.w.T.Helper()
	req, err := http.NewRequestWithContext(context.Background(), method, c.w.URL+"/graphql?"+search, body)
	if err != nil {
		c.w.T.Fatal(err)
	}
	req.Header = c.header.Clone()
	if media != "" {
		req.Header.Set("Content-Type", media)
	}
	res, err := c.http.Do(req)
	if err != nil {
		c.w.T.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		c.w.T.Fatal(err)
	}
	return answer{c.w.T, res.StatusCode, res.Header, string(text)}
}

// neverShown are pieces of what no answer may ever hold.
var neverShown = []string{"argon2", "pq:", "sql:", "token_hash", "panic", "goroutine", ".go:"}

// has demands each of the fragments, and none of what nobody may see.
func (a answer) has(fragments ...string) answer {
	a.t.Helper()
	for _, f := range fragments {
		if !strings.Contains(a.body, f) {
			a.t.Errorf("the answer lacks %s\n%s", f, a.short())
		}
	}
	return a.lacks(neverShown...)
}

// lacks demands that none of the fragments is there.
func (a answer) lacks(fragments ...string) answer {
	a.t.Helper()
	for _, f := range fragments {
		if strings.Contains(a.body, f) {
			a.t.Errorf("the answer holds %s\n%s", f, a.short())
		}
	}
	return a
}

// ok demands an answer without errors and refusals.
func (a answer) ok(fragments ...string) answer {
	a.t.Helper()
	if a.status != http.StatusOK {
		a.t.Errorf("status %d", a.status)
	}
	return a.lacks(`"errors"`, `"code":"`).has(fragments...)
}

// fails demands a top-level error with the code.
func (a answer) fails(code string, fragments ...string) answer {
	a.t.Helper()
	return a.has(`"errors"`, `"code":"`+code+`"`).has(fragments...)
}

// refused demands an entry of userErrors with the code and the field; an empty
// field stands for null.
func (a answer) refused(code, field string) answer {
	a.t.Helper()
	want := `"field":null`
	if field != "" {
		want = `"field":"` + field + `"`
	}
	for _, e := range a.userErrors() {
		if e.Code == code && (e.Field == nil && field == "" || e.Field != nil && *e.Field == field) {
			if e.Message == "" {
				a.t.Error("a refusal without a message")
			}
			return a.lacks(`"errors"`).has()
		}
	}
	a.t.Errorf("no refusal %s %s\n%s", code, want, a.short())
	return a
}

type userError struct {
	Code    string
	Field   *string
	Message string
}

// userErrors returns the refusals of the first payload.
func (a answer) userErrors() []userError {
	var body struct {
		Data map[string]struct{ UserErrors []userError }
	}
	_ = json.Unmarshal([]byte(a.body), &body) // what is no such answer has none
	for _, payload := range body.Data {
		return payload.UserErrors
	}
	return nil
}

// at returns the text at a path such as "signIn.tokens.accessToken" of the
// data; numbers are places in lists.
func (a answer) at(path string) string {
	a.t.Helper()
	var body struct{ Data any }
	if err := json.Unmarshal([]byte(a.body), &body); err != nil {
		a.t.Fatalf("%v: %s", err, a.short())
	}
	at := body.Data
	for _, step := range strings.Split(path, ".") {
		switch v := at.(type) {
		case map[string]any:
			at = v[step]
		case []any:
			var n int
			if _ = json.Unmarshal([]byte(step), &n); n >= len(v) {
				a.t.Fatalf("nothing at %s: %s", path, a.short())
			}
			at = v[n]
		}
	}
	switch v := at.(type) {
	case string:
		return v
	case nil:
		return ""
	}
	text, _ := json.Marshal(at) // it came from JSON
	return string(text)
}

func (a answer) short() string {
	if len(a.body) > 2000 {
		return a.body[:2000] + "..."
	}
	return a.body
}
