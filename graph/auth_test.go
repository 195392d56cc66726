package graph_test

import (
	"context"
	"encoding/base64"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"usher/app/apptest"
	"usher/auth"
	"usher/graph"
	"usher/invite"
)

const signIn = `mutation($e:String!,$p:String!,$t:TokenTransport!){signIn(input:{email:$e,password:$p,transport:$t}){
	viewer{account{email} membership{role} permissions} tokens{accessToken expiresAt refreshToken} userErrors{code field message}}}`

const refresh = `mutation($r:String){refreshSession(input:{refreshToken:$r}){viewer{account{email}} tokens{accessToken refreshToken} userErrors{code}}}`

const who = `{viewer{account{email}}}`

func https(o *graph.Options) { o.PublicURL = &url.URL{Scheme: "https", Host: "usher.example"} }

func TestCookiesAreSafe(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*graph.Options){"http": func(*graph.Options) {}, "https": https} {
		w := newWire(t, change)
		w.Place(invite.Gym, "Alpha Gym")
		got := w.anyone().do(signIn, vars{"e": "Owner@alpha-gym.example ", "p": apptest.Password, "t": "COOKIE"}).
			ok(`"email":"owner@alpha-gym.example"`, `"role":"OWNER"`, `"INVITE"`, `"tokens":null`)
		cookies := (&http.Response{Header: got.header}).Cookies()
		if len(cookies) != 2 {
			t.Fatalf("%d cookies", len(cookies))
		}
		for _, c := range cookies {
			if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.MaxAge <= 0 || c.Secure != (name == "https") {
				t.Errorf("%s: %v", name, c)
			}
			got.lacks(c.Value)
		}
		if got.header.Get("Cache-Control") != "no-store" {
			t.Errorf("the answer may be stored: %v", got.header)
		}
	}
}

func TestBrowserSignsInRefreshesAndSignsOut(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.Place(invite.Gym, "Alpha Gym")
	b := w.browser()
	b.do(who).ok(`"viewer":null`)
	b.do(signIn, vars{"e": "owner@alpha-gym.example", "p": apptest.Password, "t": "COOKIE"}).ok()
	b.do(who).ok("owner@alpha-gym.example")
	site, _ := url.Parse(w.URL)
	stolen := b.http.Jar.Cookies(site)
	w.Clock.Advance(20 * time.Minute) // the access token has ended: nobody, and not an error
	b.do(who).ok(`"viewer":null`)
	b.do(refresh, vars{}).ok("owner@alpha-gym.example", `"tokens":null`)
	b.do(who).ok("owner@alpha-gym.example")
	// A second tab with the old token is answered with the same successor; long
	// after that the old token ends the sign-in.
	tab := w.browser()
	tab.http.Jar.SetCookies(site, stolen)
	tab.do(refresh, vars{}).ok("owner@alpha-gym.example")
	w.Clock.Advance(time.Minute)
	thief := w.browser()
	thief.http.Jar.SetCookies(site, stolen)
	thief.do(refresh, vars{}).fails("UNAUTHENTICATED")
	if left := thief.http.Jar.Cookies(site); len(left) != 0 {
		t.Errorf("refused, and keeps %v", left)
	}
	w.Clock.Advance(3 * time.Second)
	b.do(who).ok(`"viewer":null`)
	b.do(`{contacts{nodes{id}}}`).fails("UNAUTHENTICATED")
	b.do(signIn, vars{"e": "owner@alpha-gym.example", "p": apptest.Password, "t": "COOKIE"}).ok()
	kept := b.http.Jar.Cookies(site)
	b.do(`mutation{signOut{userErrors{code}} }`).ok()
	if left := b.http.Jar.Cookies(site); len(left) != 0 {
		t.Errorf("signed out, and keeps %v", left)
	}
	b.http.Jar.SetCookies(site, kept) // signed out everywhere, copies included
	b.do(who).ok(`"viewer":null`)
	b.do(refresh, vars{}).fails("UNAUTHENTICATED")
	b.do(`mutation{signOut{userErrors{code}}}`).ok() // safe when nobody is signed in
}

func TestNativeAppSignsInRefreshesAndSignsOut(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.Place(invite.Gym, "Alpha Gym")
	got := w.anyone().do(signIn, vars{"e": "owner@alpha-gym.example", "p": apptest.Password, "t": "BEARER"}).ok(`"expiresAt":"2026-11-24T08:15:00Z"`)
	if c := got.header.Values("Set-Cookie"); len(c) != 0 {
		t.Errorf("cookies for a native app: %v", c)
	}
	access, token := got.at("signIn.tokens.accessToken"), got.at("signIn.tokens.refreshToken")
	w.bearer(access).do(who).ok("owner@alpha-gym.example")
	w.anyone().with("Authorization", "bearer "+access).do(who).ok("owner@alpha-gym.example")
	next := w.anyone().do(refresh, vars{"r": token}).ok("owner@alpha-gym.example")
	if c := next.header.Values("Set-Cookie"); len(c) != 0 {
		t.Errorf("cookies for a native app: %v", c)
	}
	w.anyone().do(refresh, vars{"r": "1.nonsense"}).fails("UNAUTHENTICATED")
	w.bearer(access).do(`mutation{signOut{userErrors{code}}}`).ok()
	w.Clock.Advance(3 * time.Second)
	w.bearer(next.at("refreshSession.tokens.accessToken")).do(who).fails("UNAUTHENTICATED")
	w.anyone().do(refresh, vars{"r": next.at("refreshSession.tokens.refreshToken")}).fails("UNAUTHENTICATED")
}

func TestSignInRefusals(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	member := w.client(p, "member@alpha.example")
	ask := func(email, password string) answer {
		return w.anyone().do(signIn, vars{"e": email, "p": password, "t": "BEARER"})
	}
	wrong := ask("owner@alpha-gym.example", "Wrong7-Otter").refused("WRONG_CREDENTIALS", "input.password").has(`"viewer":null`, `"tokens":null`)
	for _, email := range []string{"nobody@alpha-gym.example", "", strings.Repeat("x", 5000), "owner@alpha-gym.example, x@y.z"} {
		if got := ask(email, apptest.Password); got.body != wrong.body {
			t.Errorf("another answer for %.20s: %s", email, got.short())
		}
	}
	w.as(p.Owner).do(`mutation($c:ID!){updateContact(input:{id:$c,clientType:OFFLINE}){contact{clientType{key}} userErrors{code}}}`, vars{"c": member.Contact}).ok("OFFLINE")
	ask("member@alpha.example", apptest.Password).refused("OFFLINE_CLIENT", "").has("desk@alpha-gym.example")
	if got := ask("member@alpha.example", "Wrong7-Otter"); got.body != wrong.body {
		t.Errorf("the password was wrong, and something is told: %s", got.body)
	}
}

// Tokens that are none of ours, or not any more, are refused at the door.
func TestBadTokensAreRefused(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	good := w.token(p.Owner)
	parts := strings.Split(good, ".")
	encode := base64.RawURLEncoding.EncodeToString
	bad := map[string]string{
		"empty": "", "nonsense": "nonsense", "of two parts": parts[0] + "." + parts[1], "long": strings.Repeat("x", 10_000),
		"alg none":          encode([]byte(`{"alg":"none","typ":"at+jwt"}`)) + "." + parts[1] + ".",
		"alg none, signed":  encode([]byte(`{"alg":"none","typ":"at+jwt"}`)) + "." + parts[1] + "." + parts[2],
		"alg HS256":         encode([]byte(`{"alg":"HS256","typ":"at+jwt"}`)) + "." + parts[1] + "." + parts[2],
		"another payload":   parts[0] + "." + encode([]byte(`{"role":"OWNER"}`)) + "." + parts[2],
		"another signature": parts[0] + "." + parts[1] + "." + encode(make([]byte, 64)),
	}
	statements := w.Statements()
	for name, token := range bad {
		got := w.bearer(token).do(who)
		if got.status != http.StatusUnauthorized || !strings.HasPrefix(got.header.Get("WWW-Authenticate"), "Bearer") {
			t.Errorf("%s: %d %v", name, got.status, got.header)
		}
		got.fails("UNAUTHENTICATED").lacks("owner@")
		// As a cookie it is nobody's: a browser must be able to sign in again.
		w.anyone().with("Cookie", "usher_access="+token).do(who).ok(`"viewer":null`)
	}
	if n := w.Statements() - statements; n != 0 {
		t.Errorf("%d statements for bad tokens", n)
	}
	w.Clock.Advance(auth.AccessTTL + time.Minute)
	if got := w.bearer(good).do(who).fails("UNAUTHENTICATED"); got.status != http.StatusUnauthorized {
		t.Errorf("an expired token: %d", got.status)
	}
	for _, token := range bad {
		if len(token) > 20 && strings.Contains(w.Log.String(), token) {
			t.Errorf("the log holds a token")
		}
	}
}

// What a page of another origin sends is refused, whichever way it comes.
func TestForeignOriginsAreRefused(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	for _, origin := range []string{"https://evil.example", "null", "http://127.0.0.1:1", strings.Replace(w.URL, "http", "https", 1), w.URL + ".evil.example"} {
		c := w.as(p.Owner).with("Origin", origin)
		for what, got := range map[string]answer{
			"POST": c.do(who), "SSE": c.with("Accept", "text/event-stream").do(who), "GET": c.send(http.MethodGet, "query="+url.QueryEscape(who), "", nil),
		} {
			if got.fails("FORBIDDEN").lacks("owner@"); got.status != http.StatusForbidden {
				t.Errorf("%s from %s: %d", what, origin, got.status)
			}
		}
		if _, res, err := c.dial(); err == nil || res == nil || res.StatusCode != http.StatusForbidden {
			t.Errorf("WebSocket from %s: %v", origin, err)
		}
	}
	own := w.as(p.Owner).with("Origin", w.URL)
	own.do(who).ok()
	if s, _, err := own.dial(); err != nil {
		t.Errorf("WebSocket from our own origin: %v", err)
	} else {
		s.hello(`{"Authorization":"Bearer ` + w.token(p.Owner) + `"}`)
	}
	if got := own.do(who); got.header.Get("Access-Control-Allow-Origin") != "" {
		t.Error("other origins are let in")
	}
}

// In development people type localhost and 127.0.0.1; elsewhere these are two.
func TestLoopbackNamesAreOneInDevelopment(t *testing.T) {
	t.Parallel()
	for development, want := range map[bool]int{true: http.StatusOK, false: http.StatusForbidden} {
		w := newWire(t, func(o *graph.Options) { o.Development = development })
		got := w.anyone().with("Origin", strings.Replace(w.URL, "127.0.0.1", "localhost", 1)).do(who)
		if got.status != want {
			t.Errorf("development %v: %d", development, got.status)
		}
	}
}

func TestSocketsAreAuthenticated(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	for name, hello := range map[string]string{
		"nobody": `{}`, "nonsense": `{"Authorization":"Bearer nonsense"}`, "other scheme": `{"Authorization":"Basic b3duZXI6eA=="}`, "a number": `{"Authorization":7}`,
	} {
		s, _, err := w.anyone().dial()
		if err != nil {
			t.Fatal(err)
		}
		s.say(message{Type: "connection_init", Payload: []byte(hello)})
		_, _, err = s.conn.Read(t.Context())
		if websocket.CloseStatus(err) != 4401 || !strings.Contains(err.Error(), ".") { // a sentence that says why
			t.Errorf("%s: %v", name, err)
		}
	}
	// By cookie, as a browser.
	b := w.browser()
	b.do(signIn, vars{"e": "owner@alpha-gym.example", "p": apptest.Password, "t": "COOKIE"}).ok()
	s, _, err := b.dial()
	if err != nil {
		t.Fatal(err)
	}
	s.hello(`{}`)
	s.subscribe(who).next().has("owner@alpha-gym.example")
	// No script may get at a token by way of its cookie.
	const swap = `mutation($m:ID!){switchMembership(input:{membership:$m}){tokens{accessToken} userErrors{code}}}`
	s.subscribe(swap, vars{"m": p.Owner.Membership}).next().fails("BAD_REQUEST").lacks("accessToken\":\"")
	b.with("Accept", "text/event-stream").do(swap, vars{"m": p.Owner.Membership}).fails("BAD_REQUEST").lacks("accessToken\":\"")
	b.do(swap, vars{"m": p.Owner.Membership}).ok(`"tokens":null`)
	// Cookies cannot be set over a socket.
	bearer := w.socket(p.Owner)
	bearer.subscribe(signIn, vars{"e": "owner@alpha-gym.example", "p": apptest.Password, "t": "COOKIE"}).next().fails("BAD_REQUEST", "BEARER")
	bearer.subscribe(signIn, vars{"e": "owner@alpha-gym.example", "p": apptest.Password, "t": "BEARER"}).next().has("accessToken")
}

// Who connects and says nothing is sent away.
func TestSilentSocketIsClosed(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	s, _, err := w.anyone().dial()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if _, _, err = s.conn.Read(ctx); websocket.CloseStatus(err) == -1 {
		t.Errorf("the socket is not closed: %v", err)
	}
}

// A client that speaks another protocol than graphql-transport-ws is not
// served: the older one has no way to refuse a sign-in.
func TestOtherSubprotocols(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	for _, offered := range [][]string{nil, {"graphql-ws"}} {
		_, res, err := websocket.Dial(t.Context(), w.URL+"/graphql", &websocket.DialOptions{Subprotocols: offered, HTTPHeader: w.as(p.Owner).header})
		if err == nil || res.StatusCode != http.StatusBadRequest {
			t.Errorf("%v: %v", offered, err)
		}
	}
	conn, _, err := websocket.Dial(t.Context(), w.URL+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-ws", "graphql-transport-ws"}})
	if err != nil || conn.Subprotocol() != "graphql-transport-ws" {
		t.Errorf("%v", err)
	}
}
