package httpd

import (
	"io"
	"net/http"

	"usher/app"
	"usher/auth"
	"usher/invite"
	"usher/web"
)

// showSignedIn shows who is signed in, or runs otherwise where nobody is.
func (j *join) showSignedIn(w http.ResponseWriter, r *http.Request, otherwise func()) {
	actor, err := j.actor(r)
	switch {
	case err != nil:
		j.fault(w, r, err)
		return
	case !actor.SignedIn():
		otherwise()
		return
	}
	page, err := j.signedInPage(w, r, actor)
	if err != nil {
		j.fault(w, r, err)
		return
	}
	j.write(w, r, http.StatusOK, func(out io.Writer) error { return web.RenderSignedIn(out, page) })
}

func (j *join) signedInPage(w http.ResponseWriter, r *http.Request, actor auth.Actor) (web.SignedInPage, error) {
	account, err := j.App.DB.Account(r.Context(), actor.Account)
	if err != nil {
		return web.SignedInPage{}, err
	}
	org := invite.Organization{Name: "Usher"} // support staff belong to no organization
	if actor.Organization != "" {
		if org, err = j.App.DB.Organization(r.Context(), app.ScopeOf(actor), actor.Organization); err != nil {
			return web.SignedInPage{}, err
		}
	}
	page := web.SignedInPage{JoinPage: j.page(w, r, app.Preview{Organization: org}), Name: account.Name}
	if actor.Kind == auth.KindClient {
		contact, err := j.App.DB.Contact(r.Context(), app.ScopeOf(actor), actor.Contact)
		if err != nil {
			return page, err
		}
		page.Household = contact.HouseholdID != nil
	}
	return page, nil
}

// host returns the organization that the visitor came for, so that the page to
// sign in names whom to ask; nothing where it is not known.
func (j *join) host(r *http.Request) app.Preview {
	v, ok := j.visit(r)
	if !ok || v.Token == "" {
		return app.Preview{}
	}
	p, err := j.preview(r, v)
	if err != nil { // the sign-in itself will say what is wrong
		return app.Preview{}
	}
	return p
}

func (j *join) showSignIn(w http.ResponseWriter, r *http.Request) {
	page := web.SignInPage{JoinPage: j.page(w, r, j.host(r))}
	j.write(w, r, http.StatusOK, func(out io.Writer) error { return web.RenderSignIn(out, page) })
}

func (j *join) signIn(w http.ResponseWriter, r *http.Request) {
	email := r.PostFormValue(web.FieldEmail)
	signed, err := j.App.SignIn(r.Context(), j.visitor(r), email, r.PostFormValue(web.FieldPassword))
	if err == nil {
		j.Sessions.Set(w, signed)
		j.forget(w) // or the page of a used link would come back
		j.back(w, r)
		return
	}
	refused, expected := invite.Refusals(err)
	if !expected {
		j.refuse(w, r, err)
		return
	}
	page := web.SignInPage{JoinPage: j.page(w, r, j.host(r)), Email: email}
	page.Errors = fieldErrors(page.Locale, refused)
	j.write(w, r, http.StatusUnprocessableEntity, func(out io.Writer) error { return web.RenderSignIn(out, page) })
}

// signOut ends the browser's sign-in, one whose access token has run out too.
func (j *join) signOut(w http.ResponseWriter, r *http.Request) {
	actor, err := j.actor(r)
	if _, refresh := j.Sessions.Tokens(r); err == nil && !actor.SignedIn() && refresh != "" {
		var signed app.Signed
		if signed, err = j.App.Refresh(r.Context(), refresh); err == nil {
			actor = signed.Actor
		} else if invite.CodeOf(err) == invite.Unauthenticated {
			err = nil // it has ended already
		}
	}
	if err == nil {
		err = j.App.SignOut(auth.WithActor(r.Context(), actor))
	}
	if err != nil {
		j.fault(w, r, err)
		return
	}
	j.Sessions.Clear(w)
	toHome(w, r)
}
