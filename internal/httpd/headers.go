package httpd

import (
	"net"
	"net/http"
	"net/netip"
)

// Content security policies (W3C CSP Level 3). Nothing is ever loaded from
// another origin, and no page of ours may be framed.
const (
	policyNone = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	policyJoin = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
	// The editor sets styles by script and carries fonts and images as data.
	policyPlayground = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; " +
		"img-src 'self' data:; font-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

// headers sets what every answer has; a handler with other needs sets its own.
func headers(next http.Handler, encrypted bool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policyNone)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		if encrypted {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		next.ServeHTTP(w, r)
	})
}

// noStore keeps answers out of every cache: they are about one person.
func noStore(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}

// ownHost refuses requests under any name but this machine's, and sends
// browsers to the one that links and cookies use. In development the inbox is
// open to whoever reaches us; without this, a page of the outside world could
// read it after rebinding its own name to 127.0.0.1.
func ownHost(next http.Handler, host string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			name = r.Host
		}
		switch {
		case !isLoopback(name):
			http.Error(w, "The development mode answers on this machine only.", http.StatusMisdirectedRequest)
		case r.Host != host && isPage(r):
			http.Redirect(w, r, "http://"+host+r.URL.RequestURI(), http.StatusTemporaryRedirect)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// isPage reports whether a browser is about to show the answer as a page.
func isPage(r *http.Request) bool {
	return r.Method == http.MethodGet && r.Header.Get("Sec-Fetch-Dest") == "document"
}

func isLoopback(host string) bool {
	address, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && address.IsLoopback()
}
