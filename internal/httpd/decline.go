package httpd

import (
	"io"
	"net/http"

	"usher/app"
	"usher/invite"
	"usher/web"
)

// confirmDecline asks before it declines: the link in the message is a GET,
// which changes nothing.
func (j *join) confirmDecline(w http.ResponseWriter, r *http.Request) {
	v, ok := j.visit(r)
	if !ok {
		toHome(w, r)
		return
	}
	p, err := j.preview(r, v)
	switch {
	case err != nil:
		j.refuse(w, r, err)
	case p.State != app.PreviewOpen:
		j.showInvitation(w, r, v, http.StatusOK, attempt{})
	default:
		page := linkPage(j.page(w, r, p), p)
		j.write(w, r, http.StatusOK, func(out io.Writer) error { return web.RenderDecline(out, page) })
	}
}

// decline ends the invitation that the visitor came with.
func (j *join) decline(w http.ResponseWriter, r *http.Request) {
	v, ok := j.visit(r)
	if !ok {
		j.startOver(w, r, http.StatusForbidden, stale)
		return
	}
	p, err := j.preview(r, v)
	if err == nil {
		err = j.App.Decline(r.Context(), j.visitor(r), v.credential())
	}
	if _, expected := invite.Refusals(err); expected { // it is over already; the page says how
		j.showInvitation(w, r, v, http.StatusOK, attempt{})
		return
	}
	if err != nil {
		j.refuse(w, r, err)
		return
	}
	j.forget(w)
	page := j.page(w, r, p)
	page.Here = "" // the visit has ended
	j.write(w, r, http.StatusOK, func(out io.Writer) error { return web.RenderDeclined(out, page) })
}

// declineOneClick is what mail programs call for the header List-Unsubscribe
// (RFC 8058): no cookie, no page of ours before it, no redirect. The token in
// the address proves the right to it, and the body that no mere link was
// followed.
func (j *join) declineOneClick(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	if r.PostFormValue("List-Unsubscribe") != "One-Click" {
		http.Error(w, "The body must be List-Unsubscribe=One-Click (RFC 8058).", http.StatusBadRequest)
		return
	}
	token := r.PathValue("token")
	err := j.App.Decline(r.Context(), j.visitor(r), app.Credential{Token: &token})
	switch code := invite.CodeOf(err); code {
	case "":
		_, _ = io.WriteString(w, "You have declined.\n")
	case invite.LinkNotValid:
		http.Error(w, "This link does not work any more.", http.StatusNotFound)
	case invite.LinkExpired, invite.LinkUsed, invite.OfflineClient:
		http.Error(w, "The invitation is over.", http.StatusGone)
	default:
		j.refuse(w, r, err)
	}
}
