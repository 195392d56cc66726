// Package httpd is the HTTP side of Usher that is not GraphQL: the join pages,
// access passes to print, health, the built apps, and what holds for every
// answer: security headers, time limits and the access log.
package httpd

import (
	"context"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"time"

	"usher/app"
	"usher/auth"
	"usher/web"
)

// Options are what the handler serves and needs. All are required but those
// that say otherwise.
type Options struct {
	App      *app.App
	Keys     *auth.Keyring // seals and signs what the join pages keep in cookies
	Sessions Sessions
	GraphQL  http.Handler // mounted at /graphql
	Inbox    http.Handler // mounted at /inbox in development; nil elsewhere

	AppleApps   []string     // ids of the iOS apps that open our links; empty where there is none
	AndroidApps []AndroidApp // and the Android apps

	PublicURL     *url.URL // where browsers reach us; decides about Secure cookies and whose forms are ours
	Development   bool
	ClientAddress func(*http.Request) netip.Addr
	Database      func(context.Context) error // nil where it answers
	Redis         func(context.Context) error // nil where it answers
	Stopping      func() bool                 // true once the process is to receive no new requests
	Now           func() time.Time
	Log           *slog.Logger
}

// Sessions are the cookies that hold a browser's sign-in, the same for the
// join pages as for GraphQL.
type Sessions interface {
	// Set gives the browser its sign-in.
	Set(w http.ResponseWriter, s app.Signed)
	// Clear takes it away.
	Clear(w http.ResponseWriter)
	// Tokens returns the access and the refresh token that the browser sent;
	// empty where it sent none.
	Tokens(r *http.Request) (access, refresh string)
}

// New returns the handler of the whole server.
func New(o Options) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/graphql", noStore(o.GraphQL))
	mux.Handle("GET /healthz", http.HandlerFunc(healthz))
	mux.Handle("GET /readyz", readyz(o))
	mux.Handle("GET /admin/", admin(web.Admin()))
	mux.Handle("GET /playground/", playground(web.Playground()))
	mux.Handle("GET /logo/{organization}", logo(o))
	mux.Handle("GET /billing.csv", noStore(billing(o)))
	wellKnown(mux, o)
	home := web.JoinPath
	if o.Development {
		home = adminPath
	}
	mux.Handle("GET /{$}", http.RedirectHandler(home, http.StatusSeeOther))
	if o.Inbox != nil {
		mux.Handle("/inbox", o.Inbox)
		mux.Handle("/inbox/", o.Inbox)
	}
	secure := o.PublicURL.Scheme == "https"
	(&join{Options: o, secure: secure, at: web.JoinPath}).register(mux)
	(&household{&join{Options: o, secure: secure, at: web.HouseholdPath}}).register(mux)
	(&printer{Options: o, rendering: make(chan struct{}, 1)}).register(mux)

	handler := limited(mux, bodyTime, answerTime)
	if o.Development {
		handler = ownHost(handler, o.PublicURL.Host)
	}
	return logged(headers(handler, o.PublicURL.Scheme == "https"), o.Log, o.Now)
}
