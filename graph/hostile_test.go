package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
	"usher/app"
	"usher/app/apptest"
	"usher/invite"
)

// endless is a body of n bytes that has no end in sight.
func endless(n int64) io.Reader {
	return io.MultiReader(strings.NewReader(`{"query":"`), io.LimitReader(spaces{}, n))
}

type spaces struct{}

func (spaces) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestLargeBodiesAreRefused(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	member := w.client(p, "member@alpha.example")
	const kb, mb = int64(1 << 10), int64(1 << 20)
	for _, tc := range []struct {
		who     string
		c       *client
		size    int64
		tooMuch bool
	}{
		{"stranger", w.anyone(), 31 * kb, false}, {"stranger", w.anyone(), 33 * kb, true}, {"stranger", w.anyone(), 20 * mb, true},
		{"client", w.as(member), 33 * kb, true}, {"client", w.as(member), 20 * mb, true},
		{"staff", w.as(p.Owner), mb - kb, false}, {"staff", w.as(p.Owner), mb + kb, true}, {"staff", w.as(p.Owner), 20 * mb, true},
	} {
		for _, chunked := range []bool{true, false} {
			before, start := w.Statements(), time.Now()
			body := endless(tc.size)
			if !chunked {
				text, _ := io.ReadAll(body) // from memory
				body = strings.NewReader(string(text))
			}
			got, err := tc.c.try(body)
			if err != nil { // the server closed before the client had sent all
				if !tc.tooMuch || !chunked && tc.size < mb {
					t.Errorf("%s, %d bytes: %v", tc.who, tc.size, err)
				}
				continue
			}
			t.Logf("%-8s %8d bytes, chunked %-5v: %d in %v", tc.who, tc.size, chunked, got.status, time.Since(start).Round(100*time.Microsecond))
			got.fails("BAD_REQUEST").lacks("      ")
			if (got.status == http.StatusRequestEntityTooLarge) != tc.tooMuch {
				t.Errorf("%s, %d bytes: %d", tc.who, tc.size, got.status)
			}
			if n := w.Statements() - before; n > 1 { // the sign-in's, the first time
				t.Errorf("%d statements", n)
			}
		}
	}
	long := w.as(p.Owner).send(http.MethodGet, "query="+url.QueryEscape("{viewer{account{id}}}"+strings.Repeat(" ", 40_000)), "", nil)
	if long.fails("BAD_REQUEST"); long.status != http.StatusRequestURITooLong {
		t.Errorf("a long GET: %d", long.status)
	}
}

// try posts a body that the server may not want to read to its end.
func (c *client) try(body io.Reader) (answer, error) {
	req, err := http.NewRequestWithContext(context.Background(), http.MethodPost, c.w.URL+"/graphql", body)
	if err != nil {
		return answer{}, err
	}
	req.Header = c.header.Clone()
	req.Header.Set("Content-Type", "application/json")
	res, err := c.http.Do(req)
	if err != nil {
		return answer{}, err
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	return answer{c.w.T, res.StatusCode, res.Header, string(text)}, err
}

func TestOtherBodiesAreRefused(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	const ask = `{"query":"{viewer{account{id}}}"`
	for body, status := range map[string]int{
		"": 400, "null": 400, "7": 400, `"x"`: 400, "{": 400, "{}": 400, "[]": 400, `[` + ask + `},` + ask + `}]`: 400, ask + `} {}`: 400,
		`{"query":7}`: 400, `{"query":null}`: 400, ask + `,"variables":"x"}`: 400, ask + `,"variables":[]}`: 400, ask + `,"operationName":{}}`: 400,
		ask + `,"extensions":7}`: 400, ask + `,"variables":` + strings.Repeat(`{"a":`, 11_000): 413, ask + `,"variables":` + strings.Repeat("[", 20_000) + "}": 400,
		"\xff\xfe{}": 400, ask + `,"password":"hush"` + "\x00}": 400,
	} {
		got := w.anyone().send(http.MethodPost, "", "application/json", strings.NewReader(body))
		if got.fails("BAD_REQUEST"); got.status != status {
			t.Errorf("%.60s: %d", body, got.status)
		}
	}
	for _, fine := range []string{ask + `}`, ask + `,"variables":null,"operationName":null,"extensions":null}`, ask + `,"variables":{},"somethingElse":1}`} {
		w.anyone().send(http.MethodPost, "", "application/json; charset=utf-8", strings.NewReader(fine)).ok(`"viewer":null`)
	}
	for _, media := range []string{"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/graphql", "application/jsonx"} {
		got := w.anyone().send(http.MethodPost, "", media, strings.NewReader(ask+"}"))
		if got.fails("BAD_REQUEST"); got.status != http.StatusUnsupportedMediaType {
			t.Errorf("%s: %d", media, got.status)
		}
	}
	for _, method := range []string{http.MethodPut, http.MethodDelete, http.MethodPatch, http.MethodOptions, http.MethodHead} {
		if got := w.anyone().send(method, "", "application/json", strings.NewReader(ask+"}")); got.status != http.StatusMethodNotAllowed || got.header.Get("Allow") != "GET, POST" {
			t.Errorf("%s: %d %v", method, got.status, got.header)
		}
	}
	if log := w.Log.String(); strings.Contains(log, "hush") {
		t.Errorf("the log holds a body: %s", log)
	}
}

// hostile documents; each is refused before any resolver runs.
func hostileDocuments() map[string]string {
	repeat := func(n int, f func(int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(f(i))
		}
		return b.String()
	}
	return map[string]string{
		"4,000 repeated fields":              "{viewer{account{" + strings.Repeat("id ", 4000) + "}}}",
		"500 repeated fields":                "{viewer{account{" + strings.Repeat("id ", 500) + "}}}",
		"a path repeated in many selections": "{" + strings.Repeat("viewer{"+strings.Repeat("account{id}", 15)+"}", 15) + "}",
		"100 aliases of signIn": "mutation{" + repeat(100, func(i int) string {
			return fmt.Sprintf("a%d:signIn(input:{email:\"e\",password:\"p\"}){userErrors{code}}", i)
		}) + "}",
		"21 aliases of signIn": "mutation{" + repeat(21, func(i int) string {
			return fmt.Sprintf("a%d:signIn(input:{email:\"e\",password:\"p\"}){userErrors{code}}", i)
		}) + "}",
		"100 aliases in a fragment": "mutation{...f} fragment f on Mutation{" + repeat(100, func(i int) string { return fmt.Sprintf("a%d:signOut{userErrors{code}}", i) }) + "}",
		"aliases in two fragments":  "mutation{...f ...g} fragment f on Mutation{" + repeat(15, func(i int) string { return fmt.Sprintf("a%d:signOut{userErrors{code}}", i) }) + "} fragment g on Mutation{" + repeat(15, func(i int) string { return fmt.Sprintf("b%d:signOut{userErrors{code}}", i) }) + "}",
		"40 levels":                 "{viewer{membership" + strings.Repeat("{contact{organization{staff", 12) + "{id" + strings.Repeat("}", 39),
		"fragments in a circle":     "{viewer{...a}} fragment a on Viewer{...b} fragment b on Viewer{...a}",
		"a fragment of itself":      "{viewer{...a}} fragment a on Viewer{account{id} ...a}",
		"fragments that double":     "{viewer{...a0}}" + repeat(30, func(i int) string { return fmt.Sprintf("fragment a%d on Viewer{...a%d ...a%d}", i, i+1, i+1) }) + "fragment a30 on Viewer{account{id}}",
		"fragments that widen": "{viewer{...a0}}" + repeat(12, func(i int) string {
			return fmt.Sprintf("fragment a%d on Viewer{x:memberships{id} ...a%d y:memberships{id} ...a%d}", i, i+1, i+1)
		}) + "fragment a12 on Viewer{account{id}}",
		"deep introspection":          "{__schema{types{fields{type{fields{type{fields{type{fields{type{name}}}}}}}}}}}",
		"introspection by a stranger": "{__schema{types{name}}}",
		"a type by a stranger":        "query{...f} fragment f on Query{__type(name:\"Contact\"){fields{name}}}",
		"a list in a list":            "{contacts(filter:{stages:" + strings.Repeat("[", 500) + strings.Repeat("]", 500) + "}){nodes{id}}}",
		"an object in an object":      "{contacts(filter:" + strings.Repeat("{filter:", 300) + "1" + strings.Repeat("}", 300) + "){nodes{id}}}",
		"a number beyond 64 bits":     "{contacts(first:99999999999999999999){nodes{id}}}",
		"a number beyond 32 bits":     "{contacts(first:2147483648){nodes{id}}}",
		"a default beyond 64 bits":    "query($f:Int!=99999999999999999999){contacts(first:$f){nodes{id}}}",
		"a float without end":         "{contacts(first:1e999){nodes{id}}}",
		"a null character":            `mutation{signIn(input:{email:"a\u0000",password:"x"}){userErrors{code}}}`,
		"an unknown field":            "{" + strings.Repeat("x", 20_000) + "}",
		"an unknown fragment":         "{...nowhere}",
		"an unused fragment":          "{viewer{account{id}}} fragment f on Viewer{account{id}}",
		"an unknown directive":        "{viewer @nope{account{id}}}",
		"not GraphQL":                 "SELECT * FROM contacts",
		"unfinished":                  "{viewer{account{id}",
		"a lone quote":                `{viewer{account(id:"`,
		"two anonymous operations":    "{viewer{account{id}}} {viewer{account{id}}}",
		"only a fragment":             "fragment f on Viewer{account{id}}",
		"dear for a stranger": "{" + repeat(15, func(i int) string {
			return fmt.Sprintf("a%d:viewer{organization{locations{policy{sources{field}}} staff{id}}}", i)
		}) + "}",
		"too many variables": "query(" + repeat(400, func(i int) string { return fmt.Sprintf("$v%d:Int ", i) }) + "){viewer{account{id}}}",
	}
}

func TestHostileDocumentsAreRefusedBeforeAnythingRuns(t *testing.T) {
	w := newWire(t) // alone, for its measurements
	w.Place(invite.Gym, "Alpha Gym")
	c := w.anyone()
	c.do(who).ok()
	for name, query := range hostileDocuments() {
		statements := w.Statements()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		got := c.do(query)
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		t.Logf("%-28s %8v %6d KB  %s", name, took.Round(10*time.Microsecond), (after.TotalAlloc-before.TotalAlloc)>>10, got.body[:min(len(got.body), 110)])
		got.fails("BAD_REQUEST").lacks("Did you mean", strings.Repeat("x", 1000))
		if got.status != http.StatusOK || len(got.body) > 8_000 {
			t.Errorf("%s: status %d, %d bytes", name, got.status, len(got.body))
		}
		if n := w.Statements() - statements; n != 0 {
			t.Errorf("%s: %d statements", name, n)
		}
	}
	if log := w.Log.String(); strings.Contains(log, "panic") {
		t.Errorf("something panicked: %s", log)
	}
}

// The same over a socket: an error message, and the socket lives on.
func TestHostileDocumentsOnASocket(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	s := w.socket(p.Owner)
	for name, query := range hostileDocuments() {
		if strings.Contains(name, "stranger") || name == "too many variables" {
			continue // a matter of who asks
		}
		st := s.subscribe(query)
		select {
		case e := <-st.events:
			if e.kind != "error" || !strings.Contains(e.body, `"BAD_REQUEST"`) {
				t.Errorf("%s: %s %.300s", name, e.kind, e.body)
			}
		case <-time.After(patience):
			t.Errorf("%s: no answer", name)
		}
	}
	s.subscribe(who).next().has("owner@alpha-gym.example")
}

// counter is a limiter that lets each key through so often.
type counter struct {
	mu    sync.Mutex
	most  int
	count map[string]int
}

func (c *counter) Allow(_ context.Context, key string, _ app.Limit) (bool, time.Duration, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.count[key]++
	return c.count[key] <= c.most, 90 * time.Second, nil
}

// A limit counts operations and aliases, not requests.
func TestLimitsCountAliases(t *testing.T) {
	t.Parallel()
	limiter := &counter{most: 1000, count: map[string]int{}}
	w := newWire(t, func(d *app.Deps) { d.Limiter = limiter })
	w.Place(invite.Gym, "Alpha Gym")
	limiter.most, limiter.count = 3, map[string]int{}
	var many strings.Builder
	for n := range 20 {
		fmt.Fprintf(&many, "a%d:signIn(input:{email:\"owner@alpha-gym.example\",password:\"guess%d\"}){userErrors{code}} ", n, n)
	}
	got := w.anyone().do("mutation{"+many.String()+"}").fails("RATE_LIMITED", `"retryAfterSeconds":91`)
	if n := strings.Count(got.body, "RATE_LIMITED") + strings.Count(got.body, "WRONG_CREDENTIALS"); n == 0 || strings.Count(got.body, "WRONG_CREDENTIALS") > 3 {
		t.Errorf("%s", got.short())
	}
	// The right password does not help who has guessed too often.
	w.anyone().do(signIn, vars{"e": "owner@alpha-gym.example", "p": apptest.Password, "t": "BEARER"}).fails("RATE_LIMITED").lacks("accessToken")
	limiter.count = map[string]int{}
	many.Reset()
	for n := range 20 {
		fmt.Fprintf(&many, "a%d:invitationPreview(code:\"AAAAA-AAAA%d\"){state} ", n, n%10)
	}
	got = w.anyone().do("{" + many.String() + "}").fails("RATE_LIMITED")
	if n := limiter.count["credential:192.0.2.0/24"]; n != 20 {
		t.Errorf("%d attempts were counted of 20: %s", n, got.short())
	}
}

// Whatever text or number stands wherever one can stand, the fault is never
// ours, and what is refused is refused in words.
func TestNoInputIsOurFault(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	e := newEstate(w, "Alpha")
	sch, calls := schema(), e.calls()
	for name, base := range map[string]vars{
		"signIn": {"input": vars{"email": "nobody@example.org", "password": "x", "transport": "BEARER"}}, "refreshSession": {"input": vars{}},
		"invitationPreview": {}, "register": {"input": vars{"name": "X", "password": apptest.Password, "code": "AAAAA-AAAAA", "transport": "BEARER"}},
		"declineInvitation": {"input": vars{"code": "AAAAA-AAAAA"}}, "requestNewInvitation": {"input": vars{"token": "x"}},
	} {
		calls[name] = func() vars { return base }
	}
	texts := []any{"", " ", "\x00", "\r\n", "a\r\nBcc: x@y.z", "\u202e", "\ud7ff\ufffd", "' OR 1=1 --", "%_\\", strings.Repeat("x", 6000), "<b>", "{{nope}}", "https://evil.example", "0000-01-01T00:00:00Z"}
	numbers := []any{-2147483648, -1, 0, 1, 101, 2147483647, 9007199254740993, json.Number("1e400"), "7"}
	tried := 0
	for _, f := range rootFields(sch) {
		payload := sch.Types[f.Type.Name()]
		show := "{" + leaves(sch, payload) + "}"
		if payload.Fields.ForName("userErrors") != nil {
			show = "{userErrors{code field message}}"
		}
		f.inputs(sch, func(path string, typ *ast.Type) {
			var values []any
			switch typ.Name() {
			case "String", "ID", "Time":
				values = texts
			case "Int":
				values = numbers
			case "Boolean":
				values = []any{"yes", 1}
			default:
				values = []any{"NOPE", "", 7, vars{}, []any{}}
			}
			for _, value := range values {
				tried++
				base := vars{}
				if call := calls[f.Name]; call != nil {
					base = call()
				}
				if f.operation == "subscription" {
					value = fmt.Sprint(value)
					s := w.as(e.Owner).listen(f.document(show), put(base, path, typ, value))
					s.ends("BAD_REQUEST")
					s.stop()
					continue
				}
				w.as(e.Owner).do(f.document(show), put(base, path, typ, value)).lacks("INTERNAL").has()
			}
		})
	}
	if tried < 1000 {
		t.Errorf("only %d inputs", tried)
	}
	if log := w.Log.String(); strings.Contains(log, "panic") || strings.Contains(log, "internal") {
		t.Errorf("%.3000s", log)
	}
}
