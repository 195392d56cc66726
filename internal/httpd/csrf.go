package httpd

import (
	"crypto/hmac"
	"crypto/rand"
	"encoding/base64"
	"net/http"
	"net/url"

	"usher/web"
)

const (
	csrfCookie  = "usher_join_csrf"
	csrfPurpose = "join-csrf" // of the keyed hash
	csrfBytes   = 18
	csrfLife    = 12 * 60 * 60 // seconds
	maxForm     = 64 << 10
)

// csrf returns the value that the browser's forms must send back: a keyed hash
// of a random cookie, which is set where the browser has none. Another site
// can neither read the cookie nor make the hash.
func (j *join) csrf(w http.ResponseWriter, r *http.Request) string {
	secret, ok := csrfSecret(r)
	if !ok {
		var b [csrfBytes]byte
		_, _ = rand.Read(b[:]) // never fails, see crypto/rand
		secret = base64.RawURLEncoding.EncodeToString(b[:])
		j.setCookie(w, csrfCookie, secret, csrfLife)
	}
	return base64.RawURLEncoding.EncodeToString(j.Keys.Lookup(csrfPurpose, secret))
}

func csrfSecret(r *http.Request) (string, bool) {
	cookie, err := r.Cookie(csrfCookie)
	return cookieValue(cookie), err == nil && len(cookie.Value) == base64.RawURLEncoding.EncodedLen(csrfBytes)
}

func cookieValue(c *http.Cookie) string {
	if c == nil {
		return ""
	}
	return c.Value
}

// ours reports whether a form comes from a page of ours, by the token and by
// what the browser says of its origin.
func (j *join) ours(r *http.Request) bool {
	secret, ok := csrfSecret(r)
	if !ok || !sameOrigin(r, j.PublicURL) {
		return false
	}
	sent, err := base64.RawURLEncoding.DecodeString(r.PostFormValue(web.FieldCSRF))
	if err != nil {
		return false
	}
	for _, want := range j.Keys.Lookups(csrfPurpose, secret) {
		if hmac.Equal(sent, want) {
			return true
		}
	}
	return false
}

// sameOrigin reports whether the browser names no other site as the sender
// (W3C Fetch Metadata; Fetch standard, "append a request Origin header").
//
// "null" is the Origin of every form on a page with referrer policy
// no-referrer, so it says nothing. Browsers that do not send Sec-Fetch-Site,
// such as Safari to http://localhost, are left to the token.
func sameOrigin(r *http.Request, public *url.URL) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
	default:
		return false
	}
	switch origin := r.Header.Get("Origin"); origin {
	case "", "null", public.Scheme + "://" + public.Host:
		return true
	}
	return false
}
