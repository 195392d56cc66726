package httpd

import (
	"cmp"
	"context"
	"io"
	"net/http"
	"strings"

	"usher/app"
	"usher/auth"
	"usher/invite"
	"usher/web"
)

// household serves the page on which residents look after their household. It
// does what the API's mutations of heads do, by forms.
type household struct {
	*join // with cookies of the page's own path
}

func (h *household) register(mux *http.ServeMux) {
	const member = web.HouseholdPath + "/{member}"
	get := func(path string, serve http.HandlerFunc) {
		mux.Handle("GET "+path, noStore(h.choosing(h.known(serve))))
	}
	post := func(path string, draw drawing, do change) {
		mux.Handle("POST "+path, noStore(h.known(h.changing(draw, do))))
	}

	get(web.HouseholdPath, func(w http.ResponseWriter, r *http.Request) { h.list(w, r, http.StatusOK, nil) })
	get(member, func(w http.ResponseWriter, r *http.Request) { h.member(w, r, http.StatusOK, nil) })
	get(member+"/{action}", func(w http.ResponseWriter, r *http.Request) { // whoever reloads the answer to a form
		http.Redirect(w, r, web.HouseholdPath, http.StatusSeeOther)
	})
	post(web.HouseholdPath, h.list, h.add)
	post(member, h.member, h.correct)
	post(member+"/"+web.HouseholdResend, h.member, h.byID("sent", h.App.ResendHouseholdMember))
	post(member+"/"+web.HouseholdHandOn, h.member, h.byID("handed-on", h.App.HandOnHousehold))
	post(member+"/"+web.HouseholdRemove, h.member, h.byID("removed", h.App.RemoveHouseholdMember))
}

// change does what a form asks for, and says what was done.
type change func(r *http.Request) (done string, err error)

// drawing draws a page, with what is to be mended on it.
type drawing func(w http.ResponseWriter, r *http.Request, status int, errs []web.FieldError)

// known lets in who is signed in, as the request's actor, and sends others to
// sign in and back.
func (h *household) known(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Has(web.JoinLanguage) { // it is kept: a reload need not undo a later choice
			http.Redirect(w, r, r.URL.Path, http.StatusSeeOther)
			return
		}
		actor, err := h.signedIn(w, r)
		switch {
		case invite.CodeOf(err) == invite.Unauthenticated:
			h.setCookieAt(w, web.JoinPath, returnCookie, "household", returnLife)
			http.Redirect(w, r, web.JoinSignInPath, http.StatusSeeOther)
		case err != nil:
			h.refuse(w, r, err)
		default:
			next(w, r.WithContext(auth.WithActor(r.Context(), actor)))
		}
	}
}

const (
	returnCookie = "usher_join_return"
	returnLife   = 10 * 60 // seconds
)

// back leads whoever has signed in to the page that they came for.
func (j *join) back(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie(returnCookie); err != nil {
		toHome(w, r)
		return
	}
	j.setCookieAt(w, web.JoinPath, returnCookie, "", -1)
	http.Redirect(w, r, web.HouseholdPath, http.StatusSeeOther)
}

// changing does what a form of ours asks for and leads back to the list, or
// draws the form's page again.
func (h *household) changing(draw drawing, do change) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, maxForm)
		if err := r.ParseForm(); err != nil {
			draw(w, r, http.StatusBadRequest, fieldError(locale(r), "", "error.form"))
			return
		}
		if !h.ours(r) {
			draw(w, r, http.StatusForbidden, fieldError(locale(r), "", "household.error-stale"))
			return
		}
		done, err := do(r)
		switch refused, expected := invite.Refusals(err); {
		case err == nil:
			http.Redirect(w, r, web.HouseholdPath+"?"+web.HouseholdDone+"="+done, http.StatusSeeOther)
		case expected:
			draw(w, r, http.StatusUnprocessableEntity, memberErrors(locale(r), refused))
		case invite.CodeOf(err) == invite.RateLimited:
			setRetryAfter(w, err)
			draw(w, r, http.StatusTooManyRequests, fieldError(locale(r), "", "household.error-limit"))
		case invite.CodeOf(err) == invite.NotFound:
			h.list(w, r, http.StatusNotFound, fieldError(locale(r), "", "household.error-gone"))
		case invite.CodeOf(err) == invite.Forbidden: // staff: the list says so
			h.list(w, r, http.StatusForbidden, nil)
		default:
			h.fault(w, r, err)
		}
	}
}

// add adds somebody, or lists them where there is no address.
func (h *household) add(r *http.Request) (string, error) {
	in := app.MemberInput{Name: r.PostFormValue(web.FieldName)}
	in.Email, in.Phone = reachOf(r)
	done := "added"
	if in.Email == nil && in.Phone == nil {
		done = "listed"
	}
	_, err := h.App.AddHouseholdMember(r.Context(), in)
	return done, err
}

// correct changes a member's name and, where one was typed, the address.
func (h *household) correct(r *http.Request) (string, error) {
	name := r.PostFormValue(web.FieldName)
	in := app.MemberChange{ID: memberOf(r), Name: &name}
	in.Email, in.Phone = reachOf(r)
	_, err := h.App.UpdateHouseholdMember(r.Context(), in)
	return "saved", err
}

func (h *household) byID(done string, do func(context.Context, invite.ID) (invite.ID, error)) change {
	return func(r *http.Request) (string, error) {
		_, err := do(r.Context(), memberOf(r))
		return done, err
	}
}

func memberOf(r *http.Request) invite.ID { return invite.ID(r.PathValue("member")) }

// reachOf returns what was typed as the address: an email where it looks like
// one, else a phone number; neither where the field is empty.
func reachOf(r *http.Request) (email, phone *string) {
	typed := strings.TrimSpace(r.PostFormValue(web.FieldReach))
	switch {
	case typed == "":
		return nil, nil
	case strings.Contains(typed, "@"):
		return &typed, nil
	}
	return nil, &typed
}

// own returns the household that the visitor may look at; where there is none,
// it has answered.
func (h *household) own(w http.ResponseWriter, r *http.Request) (app.OwnHousehold, bool) {
	own, err := h.App.OwnHousehold(r.Context())
	switch code := invite.CodeOf(err); code {
	case "":
		return own, true
	case invite.NotAllowed, invite.Forbidden:
		page := web.NoHouseholdPage{JoinPage: h.page(w, r, app.Preview{Organization: own.Organization}), Staff: code == invite.Forbidden}
		page.Here = web.HouseholdPath
		h.write(w, r, http.StatusForbidden, func(out io.Writer) error { return web.RenderNoHousehold(out, page) })
	default:
		h.refuse(w, r, err)
	}
	return own, false
}

// list draws the household, and what was typed where the form comes back.
func (h *household) list(w http.ResponseWriter, r *http.Request, status int, errs []web.FieldError) {
	own, ok := h.own(w, r)
	if !ok {
		return
	}
	page := web.HouseholdPage{
		JoinPage: h.page(w, r, app.Preview{Organization: own.Organization}), Household: own.Household.Name, Manages: own.IsHead,
		Name: r.PostFormValue(web.FieldName), Reach: r.PostFormValue(web.FieldReach),
	}
	page.Here, page.Errors = web.HouseholdPath, errs
	if len(errs) == 0 {
		page.Done = r.URL.Query().Get(web.HouseholdDone)
	}
	if own.Household.Address != own.Household.Name {
		page.Address = own.Household.Address
	}
	for _, m := range own.Members {
		if page.Members = append(page.Members, shownMember(m)); m.IsHead {
			page.Head = m.Name
		}
	}
	if len(own.Members) >= own.Limit {
		page.Full = own.Limit
	}
	if page.Full > 0 || !page.Manages { // no fields to lead to
		page.Errors = general(errs)
	}
	h.write(w, r, status, func(out io.Writer) error { return web.RenderHousehold(out, page) })
}

// member draws one member for the head.
func (h *household) member(w http.ResponseWriter, r *http.Request, status int, errs []web.FieldError) {
	own, ok := h.own(w, r)
	if !ok {
		return
	}
	if !own.IsHead {
		h.list(w, r, cmp.Or(refusedOf(status), http.StatusForbidden), fieldError(locale(r), "", "household.error-head"))
		return
	}
	for _, m := range own.Members {
		if m.ID != memberOf(r) {
			continue
		}
		page := web.HouseholdMemberPage{
			JoinPage: h.page(w, r, app.Preview{Organization: own.Organization}), Household: own.Household.Name, Member: shownMember(m),
			MayHead: m.MayHead && !m.IsHead, Last: len(own.Members) == 1, Name: m.Name, Reach: r.PostFormValue(web.FieldReach),
		}
		page.Here, page.Errors = page.Member.Path(), errs
		if r.PostForm.Has(web.FieldName) {
			page.Name = r.PostFormValue(web.FieldName)
		}
		if !page.Member.Editable() {
			page.Errors = general(errs)
		}
		h.write(w, r, status, func(out io.Writer) error { return web.RenderHouseholdMember(out, page) })
		return
	}
	h.list(w, r, http.StatusNotFound, fieldError(locale(r), "", "household.error-gone"))
}

// refusedOf returns the status of a refusal, 0 of a success.
func refusedOf(status int) int {
	if status < http.StatusBadRequest {
		return 0
	}
	return status
}

func shownMember(m app.OwnMember) web.HouseholdMember {
	return web.HouseholdMember{
		ID: string(m.ID), Name: m.Name, Reach: cmp.Or(m.Email, m.Phone), State: string(m.State), IsHead: m.IsHead, IsViewer: m.IsViewer,
		Problem: m.Problem != "",
	}
}
