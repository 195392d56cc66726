package httpd

import (
	"bytes"
	"errors"
	"io"
	"math"
	"net/http"
	"strconv"
	"time"

	"github.com/google/uuid"

	"usher/app"
	"usher/auth"
	"usher/invite"
	"usher/web"
)

// join serves the pages on which an invited person joins.
type join struct {
	Options
	secure bool   // whether cookies are for encrypted connections only
	at     string // path of the pages, and of their cookies
}

// register adds the routes. GET and HEAD change nothing: mail scanners and
// link previews open links.
func (j *join) register(mux *http.ServeMux) {
	get := func(path string, serve http.HandlerFunc) { mux.Handle("GET "+path, noStore(j.choosing(serve))) }
	page := func(path string, serve http.HandlerFunc) { get(path, withoutQuery(path, serve)) }
	post := func(path string, serve http.HandlerFunc) { mux.Handle("POST "+path, noStore(j.form(serve))) }

	page(web.JoinPath, j.home)
	page(web.JoinSignInPath, j.showSignIn)
	page(web.JoinDecline, j.confirmDecline)
	page(web.JoinProofPath, j.showAwaited)
	get(web.JoinPath+"/{token}", j.open)
	get(web.JoinPath+"/{token}/{rest...}", j.openDecline) // "/{token}/decline" would overlap with the assets
	// Whoever reloads the answer to a form, or types its address, starts over.
	for _, path := range []string{web.JoinCodePath, web.JoinProofAgain, web.JoinRenewPath, web.JoinSignOut, web.JoinPath + "/{$}"} {
		get(path, toHome)
	}
	post(web.JoinPath, j.join)
	post(web.JoinCodePath, j.enterCode)
	post(web.JoinProofPath, j.prove)
	post(web.JoinProofAgain, j.proveAgain)
	post(web.JoinDecline, j.decline)
	post(web.JoinRenewPath, j.renew)
	post(web.JoinSignInPath, j.signIn)
	post(web.JoinSignOut, j.signOut)
	mux.Handle("POST "+web.JoinPath+"/{token}/decline", noStore(http.HandlerFunc(j.declineOneClick)))
	mux.Handle("GET "+web.JoinAssetsPath, joinAssets())
	mux.Handle("GET "+web.JoinAccentPath+"{file}", http.HandlerFunc(joinAccent))
}

// joinAssets serves the pages' style sheet, script and icon, which are asked
// for by version.
func joinAssets() http.Handler {
	files := http.StripPrefix(web.JoinAssetsPath, http.FileServerFS(web.JoinAssets()))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		cacheVersion(w, r)
		files.ServeHTTP(w, r)
	})
}

// joinAccent serves the style sheet of a color. Any color has one: there is
// nothing to look up.
func joinAccent(w http.ResponseWriter, r *http.Request) {
	accent, ok := web.JoinAccentColor(r.PathValue("file"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	cacheVersion(w, r)
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	_, _ = io.WriteString(w, web.JoinAccentCSS(accent)) // a client that left needs no answer
}

// cacheVersion lets caches keep for ever what is asked for by version.
func cacheVersion(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Has("v") {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
}

func toHome(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, web.JoinPath, http.StatusSeeOther)
}

// form reads a form and lets it through if it comes from a page of ours.
func (j *join) form(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, maxForm)
		if err := r.ParseForm(); err != nil {
			status := http.StatusBadRequest
			var large *http.MaxBytesError
			if errors.As(err, &large) {
				status = http.StatusRequestEntityTooLarge
			}
			j.startOver(w, r, status, "error.form")
			return
		}
		if !j.ours(r) {
			j.startOver(w, r, http.StatusForbidden, stale)
			return
		}
		next(w, r)
	}
}

// stale is the text for a form that belongs to no visit that we know of.
const stale = "error.stale"

// startOver answers a form that cannot be dealt with, and says why.
func (j *join) startOver(w http.ResponseWriter, r *http.Request, status int, why string) {
	page := web.EnterCodePage{JoinPage: j.page(w, r, app.Preview{})}
	page.Errors = fieldError(page.Locale, "", why)
	j.write(w, r, status, func(out io.Writer) error { return web.RenderEnterCode(out, page) })
}

// page returns what every page shows, about the invitation of p.
func (j *join) page(w http.ResponseWriter, r *http.Request, p app.Preview) web.JoinPage {
	page := web.JoinPage{Locale: locale(r), Here: again(r), CSRF: j.csrf(w, r)}
	if org := p.Organization; org.Name != "" {
		page.Organization, page.Support = org.Name, org.SupportContact
		page.Accent, page.Logo = org.Accent(), org.LogoPath()
	}
	return page
}

// write sends a page, or nothing of it where it cannot be drawn.
func (j *join) write(w http.ResponseWriter, r *http.Request, status int, render func(io.Writer) error) {
	var body bytes.Buffer
	if err := render(&body); err != nil {
		id := j.note(r, err)
		http.Error(w, "Something went wrong on our side. Tell support this number: "+id, http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Security-Policy", policyJoin)
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Language", locale(r).Tag)
	h.Set("Vary", "Accept-Language, Cookie")
	w.WriteHeader(status)
	_, _ = body.WriteTo(w) // a client that left needs no answer
}

// fault answers an error that is no refusal: an id to look up in the log, and
// nothing else.
func (j *join) fault(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil { // the client left
		return
	}
	page := web.FaultPage{JoinPage: j.page(w, r, app.Preview{}), ID: j.note(r, err)}
	j.write(w, r, http.StatusInternalServerError, func(out io.Writer) error { return web.RenderFault(out, page) })
}

// note logs a fault under an id, which it returns.
func (j *join) note(r *http.Request, err error) string {
	id := uuid.NewString()
	j.Log.ErrorContext(r.Context(), "join page failed", "id", id, "route", route(r), "err", err)
	return id
}

// refuse answers an error that is not about a field: too many attempts, or a
// fault.
func (j *join) refuse(w http.ResponseWriter, r *http.Request, err error) {
	if invite.CodeOf(err) != invite.RateLimited {
		j.fault(w, r, err)
		return
	}
	var limit *app.RateLimit
	page := web.LimitReachedPage{JoinPage: j.page(w, r, app.Preview{})}
	if errors.As(err, &limit) {
		page.RetryAfter = limit.RetryAfter
	}
	w.Header().Set("Retry-After", strconv.Itoa(max(1, int(math.Ceil(page.RetryAfter.Seconds())))))
	j.write(w, r, http.StatusTooManyRequests, func(out io.Writer) error { return web.RenderLimitReached(out, page) })
}

// preview tells what the visitor may do with what they came with.
func (j *join) preview(r *http.Request, v visit) (app.Preview, error) {
	return j.App.Preview(r.Context(), j.visitor(r), v.credential())
}

func (j *join) visitor(r *http.Request) app.Visitor {
	return app.Visitor{Address: j.ClientAddress(r)}
}

// actor returns who is signed in in this browser; an anonymous one if nobody.
func (o Options) actor(r *http.Request) (auth.Actor, error) {
	access, _ := o.Sessions.Tokens(r)
	if access == "" {
		return auth.Actor{Kind: auth.KindAnonymous}, nil
	}
	actor, err := o.App.Authenticate(r.Context(), access)
	if invite.CodeOf(err) == invite.Unauthenticated {
		return auth.Actor{Kind: auth.KindAnonymous}, nil
	}
	return actor, err
}

// expiry returns when the invitation lapses, in the zone of the person's
// location; zero where it does not.
func expiry(p app.Preview) time.Time {
	if p.ExpiresAt == nil {
		return time.Time{}
	}
	zone, err := time.LoadLocation(p.TimeZone)
	if err != nil { // stored by a build that knew it
		zone = time.UTC
	}
	return p.ExpiresAt.In(zone)
}
