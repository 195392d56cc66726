package httpd

import (
	"bytes"
	"errors"
	"io"
	"math"
	"net/http"
	"strconv"
	"strings"
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
	secure bool // whether cookies are for encrypted connections only
}

// register adds the routes. GET and HEAD change nothing: mail scanners and
// link previews open links.
func (j *join) register(mux *http.ServeMux) {
	get := func(path string, serve http.HandlerFunc) { mux.Handle("GET "+path, noStore(serve)) }
	post := func(path string, serve http.HandlerFunc) { mux.Handle("POST "+path, noStore(j.form(serve))) }

	get(web.JoinPath, j.home)
	get(web.JoinPath+"/{token}", j.open)
	get(web.JoinPath+"/{token}/{rest...}", j.openDecline) // "/{token}/decline" would overlap with the assets
	get(web.JoinSignInPath, j.showSignIn)
	get(web.JoinDecline, j.confirmDecline)
	// Whoever reloads the answer to a form, or types its address, starts over.
	for _, path := range []string{web.JoinCodePath, web.JoinProofPath, web.JoinProofAgain, web.JoinRenewPath, web.JoinSignOut, web.JoinPath + "/{$}"} {
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
}

// joinAssets serves the pages' style sheet, script and icon, which are asked
// for by version.
func joinAssets() http.Handler {
	files := http.StripPrefix(web.JoinAssetsPath, http.FileServerFS(web.JoinAssets()))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Has("v") {
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		files.ServeHTTP(w, r)
	})
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
			http.Error(w, "The form cannot be read.", status)
			return
		}
		if !j.ours(r) {
			j.startOver(w, r, http.StatusForbidden)
			return
		}
		next(w, r)
	}
}

// startOver answers a form that belongs to no visit that we know of.
func (j *join) startOver(w http.ResponseWriter, r *http.Request, status int) {
	page := web.EnterCodePage{JoinPage: j.page(w, r, app.Preview{})}
	page.Errors = []web.FieldError{{Message: "This page was open for too long, or your browser keeps no cookies. Open the link from your message again, or enter the code."}}
	j.write(w, r, status, func(out io.Writer) error { return web.RenderEnterCode(out, page) })
}

// page returns what every page shows, about the invitation of p.
func (j *join) page(w http.ResponseWriter, r *http.Request, p app.Preview) web.JoinPage {
	return web.JoinPage{CSRF: j.csrf(w, r), Organization: p.Organization.Name, Support: p.Organization.SupportContact}
}

// write sends a page, or nothing of it where it cannot be drawn.
func (j *join) write(w http.ResponseWriter, r *http.Request, status int, render func(io.Writer) error) {
	var body bytes.Buffer
	if err := render(&body); err != nil {
		j.fault(w, r, err)
		return
	}
	w.Header().Set("Content-Security-Policy", policyJoin)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = body.WriteTo(w) // a client that left needs no answer
}

// fault answers an error that is no refusal: an id to look up in the log, and
// nothing else.
func (j *join) fault(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil { // the client left
		return
	}
	id := uuid.NewString()
	j.Log.ErrorContext(r.Context(), "join page failed", "id", id, "route", route(r), "err", err)
	http.Error(w, "Something went wrong on our side. Try again in a minute. If it stays so, tell support this number: "+id, http.StatusInternalServerError)
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

// fieldErrors returns refusals as the pages show them. The last step of a
// field's path is the name of the form's field; other fields have none.
func fieldErrors(refused []*invite.Error) []web.FieldError {
	var list []web.FieldError
	for _, e := range refused {
		name := e.Field[strings.LastIndexByte(e.Field, '.')+1:]
		switch name {
		case "emailProof":
			name = web.FieldProof
		case web.FieldName, web.FieldEmail, web.FieldPassword, web.FieldCode:
		default:
			name = ""
		}
		list = append(list, web.FieldError{Field: name, Message: sentence(e.Message)})
	}
	return list
}

// sentence begins text with a capital and ends it with a full stop.
func sentence(text string) string {
	if text == "" {
		return text
	}
	text = strings.ToUpper(text[:1]) + text[1:]
	if strings.ContainsAny(text[len(text)-1:], ".!?") {
		return text
	}
	return text + "."
}

// actor returns who is signed in in this browser; an anonymous one if nobody.
func (j *join) actor(r *http.Request) (auth.Actor, error) {
	access, _ := j.Sessions.Tokens(r)
	if access == "" {
		return auth.Actor{Kind: auth.KindAnonymous}, nil
	}
	actor, err := j.App.Authenticate(r.Context(), access)
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
