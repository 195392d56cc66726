package auth

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/go-cmp/cmp"

	"usher/invite"
)

var leader = Actor{
	Kind: KindStaff, Account: "acc-1", Membership: "mem-1", Organization: "org-1", Session: "ses-1", Role: invite.Leader,
}

// issue returns an access token of leader, issued at noon.
func issue(t testing.TB, keys *Keyring) string {
	t.Helper()
	token, _, err := NewTokens(keys, "usher", "usher-api").IssueAccess(leader, noon)
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func TestAccessTokenCarriesTheActor(t *testing.T) {
	tokens := NewTokens(ring(t, entry("a", 1)), "usher", "usher-api")
	tests := []struct {
		name  string
		actor Actor
	}{
		{"leader", leader},
		{"client", Actor{Kind: KindClient, Account: "a", Membership: "m", Organization: "o", Contact: "c", Session: "s", Role: invite.Client}},
		{"support", Actor{Kind: KindSupport, Account: "a", Session: "s", Role: invite.Support}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			issuedAt := noon.Add(123 * time.Millisecond)
			token, expiresAt, err := tokens.IssueAccess(tt.actor, issuedAt)
			if err != nil {
				t.Fatal(err)
			}
			if want := noon.Add(15 * time.Minute); !expiresAt.Equal(want) {
				t.Errorf("expires at %v; want %v", expiresAt, want)
			}
			got, err := tokens.VerifyAccess(token, issuedAt)
			if err != nil {
				t.Fatal(err)
			}
			want := tt.actor
			want.ExpiresAt = expiresAt
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("actor (-issued +verified):\n%s", diff)
			}
		})
	}
}

func TestAccessTokenHasTheAgreedClaims(t *testing.T) {
	var header, claims map[string]any
	parts := strings.Split(issue(t, ring(t, entry("key-1", 1))), ".")
	for i, into := range []*map[string]any{&header, &claims} {
		text, err := base64.RawURLEncoding.DecodeString(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, into); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(map[string]any{"alg": "EdDSA", "kid": "key-1", "typ": "at+jwt"}, header); diff != "" {
		t.Errorf("header (-want +got):\n%s", diff)
	}
	at := float64(noon.Unix())
	want := map[string]any{
		"iss": "usher", "aud": []any{"usher-api"}, "sub": "acc-1", "sid": "ses-1", "mid": "mem-1", "org": "org-1",
		"role": "LEADER", "iat": at, "exp": at + 900,
	}
	if diff := cmp.Diff(want, claims); diff != "" {
		t.Errorf("claims (-want +got):\n%s", diff)
	}
}

func TestIssueAccessRefusesWhoHasNotSignedIn(t *testing.T) {
	without := func(change func(*Actor)) Actor {
		a := leader
		change(&a)
		return a
	}
	for name, actor := range map[string]Actor{
		"anonymous":            {Kind: KindAnonymous},
		"system":               System("relay"),
		"no account":           without(func(a *Actor) { a.Account = "" }),
		"no session":           without(func(a *Actor) { a.Session = "" }),
		"no role":              without(func(a *Actor) { a.Role = "" }),
		"unknown role":         without(func(a *Actor) { a.Role = "ADMIN" }),
		"staff of nothing":     without(func(a *Actor) { a.Organization = "" }),
		"no membership":        without(func(a *Actor) { a.Membership = "" }),
		"client of no contact": without(func(a *Actor) { a.Role = invite.Client }),
	} {
		token, _, err := NewTokens(ring(t, entry("a", 1)), "usher", "usher-api").IssueAccess(actor, noon)
		if err == nil || token != "" {
			t.Errorf("%s: issued %q", name, token)
		}
		if got := invite.CodeOf(err); got != invite.Internal {
			t.Errorf("%s: code %q; want %q", name, got, invite.Internal)
		}
	}
}

func TestAccessTokenEnds(t *testing.T) {
	keys := ring(t, entry("a", 1))
	tokens := NewTokens(keys, "usher", "usher-api")
	token := issue(t, keys)
	end := noon.Add(AccessTTL)
	for _, at := range []time.Time{noon.Add(-9 * time.Second), noon, end, end.Add(9 * time.Second)} {
		if _, err := tokens.VerifyAccess(token, at); err != nil {
			t.Errorf("at %v: %v", at, err)
		}
	}
	_, err := tokens.VerifyAccess(token, end.Add(11*time.Second))
	wantUnauthenticated(t, err, "has expired; refresh the session", token)
	_, err = tokens.VerifyAccess(token, noon.Add(-11*time.Second))
	wantUnauthenticated(t, err, "not valid yet", token)
}

func TestAccessTokenSurvivesRotationUntilItsKeyIsDropped(t *testing.T) {
	token := issue(t, ring(t, entry("old", 1)))
	rotated := NewTokens(ring(t, entry("new", 2), entry("old", 1)), "usher", "usher-api")
	if _, err := rotated.VerifyAccess(token, noon); err != nil {
		t.Errorf("after rotation: %v", err)
	}
	fresh, _, err := rotated.IssueAccess(leader, noon)
	if err != nil {
		t.Fatal(err)
	}
	dropped := NewTokens(ring(t, entry("new", 2)), "usher", "usher-api")
	if _, err := dropped.VerifyAccess(fresh, noon); err != nil {
		t.Errorf("the active key does not sign: %v", err)
	}
	_, err = dropped.VerifyAccess(token, noon)
	wantUnauthenticated(t, err, "not one of ours", token)
}

// forge signs claims like those of leader's token as an attacker, or a
// mistaken service, might.
func forge(t *testing.T, method jwt.SigningMethod, key any, header map[string]any, change func(jwt.MapClaims)) string {
	t.Helper()
	claims := jwt.MapClaims{
		"iss": "usher", "aud": "usher-api", "sub": "acc-1", "sid": "ses-1", "mid": "mem-1", "org": "org-1", "role": "LEADER",
		"iat": noon.Unix(), "exp": noon.Add(time.Minute).Unix(),
	}
	if change != nil {
		change(claims)
	}
	token := jwt.NewWithClaims(method, claims)
	token.Header["kid"], token.Header["typ"] = "a", "at+jwt"
	for name, value := range header {
		if value == nil {
			delete(token.Header, name)
			continue
		}
		token.Header[name] = value
	}
	text, err := token.SignedString(key)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestVerifyAccessRefuses(t *testing.T) {
	keys := ring(t, entry("a", 1))
	ours := keys.keys[0].sign
	public := ours.Public().(ed25519.PublicKey)
	_, stranger, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	eddsa := jwt.SigningMethodEdDSA
	with := func(name string, value any) func(jwt.MapClaims) {
		return func(c jwt.MapClaims) { c[name] = value }
	}
	without := func(name string) func(jwt.MapClaims) {
		return func(c jwt.MapClaims) { delete(c, name) }
	}
	good := forge(t, eddsa, ours, nil, nil)
	parts := strings.Split(good, ".")
	const foreign, elsewhere = "not one of ours", "by or for another service"
	tests := []struct {
		name, token, hint string
	}{
		{"empty", "", "malformed"},
		{"one word", "secret-looking-text", "malformed"},
		{"two parts", parts[0] + "." + parts[1], "malformed"},
		{"four parts", good + ".x", "malformed"},
		{"header is no JSON", "bm90IGpzb24." + parts[1] + "." + parts[2], "malformed"},
		{"with its scheme", "Bearer " + good, "malformed"},
		{"padded", parts[0] + "=." + parts[1] + "." + parts[2], "malformed"},
		{"1 MB", strings.Repeat("a", 1<<20), "longer than 4096 bytes"},
		{"alg none", forge(t, jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, nil, nil), foreign},
		{"alg none over our signature", encodePart(`{"alg":"none","kid":"a","typ":"at+jwt"}`) + "." + parts[1] + "." + parts[2], foreign},
		{"alg NONE without signature", encodePart(`{"alg":"NONE","kid":"a","typ":"at+jwt"}`) + "." + parts[1] + ".", foreign},
		{"HS256 keyed with our public key", forge(t, jwt.SigningMethodHS256, []byte(public), nil, nil), foreign},
		{"HS256 keyed with our lookup key", forge(t, jwt.SigningMethodHS256, keys.keys[0].lookup, nil, nil), foreign},
		{"another's key under our kid", forge(t, eddsa, stranger, nil, nil), foreign},
		{"unknown kid", forge(t, eddsa, ours, map[string]any{"kid": "b"}, nil), foreign},
		{"no kid", forge(t, eddsa, ours, map[string]any{"kid": nil}, nil), foreign},
		{"kid of another type", forge(t, eddsa, ours, map[string]any{"kid": []string{"a"}}, nil), foreign},
		{"another type of token", forge(t, eddsa, ours, map[string]any{"typ": "JWT"}, nil), foreign},
		{"claims exchanged", parts[0] + "." + encodePart(`{"role":"OWNER"}`) + "." + parts[2], foreign},
		{"signature cut", good[:len(good)-4], "malformed"},
		{"no signature", parts[0] + "." + parts[1] + ".", foreign},
		{"another audience", forge(t, eddsa, ours, nil, with("aud", "other-api")), elsewhere},
		{"no audience", forge(t, eddsa, ours, nil, without("aud")), "incomplete"},
		{"another issuer", forge(t, eddsa, ours, nil, with("iss", "other")), elsewhere},
		{"expired", forge(t, eddsa, ours, nil, with("exp", noon.Add(-time.Minute).Unix())), "has expired"},
		{"never expires", forge(t, eddsa, ours, nil, without("exp")), "incomplete"},
		{"issued in the future", forge(t, eddsa, ours, nil, with("iat", noon.Add(time.Minute).Unix())), "not valid yet"},
		{"no session", forge(t, eddsa, ours, nil, without("sid")), "incomplete"},
		{"no account", forge(t, eddsa, ours, nil, without("sub")), "incomplete"},
		{"role of no one", forge(t, eddsa, ours, nil, with("role", "SYSTEM")), "incomplete"},
		{"claim of another type", forge(t, eddsa, ours, nil, with("org", 7)), "malformed"},
	}
	tokens := NewTokens(keys, "usher", "usher-api")
	if _, err := tokens.VerifyAccess(good, noon); err != nil {
		t.Fatalf("the forger's good token is refused, so the others prove nothing: %v", err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			actor, err := tokens.VerifyAccess(tt.token, noon)
			wantUnauthenticated(t, err, tt.hint, strings.Split(tt.token, ".")...)
			if actor != (Actor{}) {
				t.Errorf("refused, but with an actor: %+v", actor)
			}
		})
	}
}

func encodePart(text string) string { return base64.RawURLEncoding.EncodeToString([]byte(text)) }
