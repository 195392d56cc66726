package httpd

import (
	"io"
	"net/http"
	"strings"

	"usher/app"
	"usher/invite"
	"usher/web"
)

// open takes the token out of the address: it goes into a cookie, and the
// browser to the page without it.
func (j *join) open(w http.ResponseWriter, r *http.Request) { j.moveToken(w, r, web.JoinPath) }

// openDecline is open for the link that declines.
func (j *join) openDecline(w http.ResponseWriter, r *http.Request) {
	j.moveToken(w, r, web.JoinDecline)
}

func (j *join) moveToken(w http.ResponseWriter, r *http.Request, to string) {
	token := r.PathValue("token")
	if err := j.begin(w, visit{Token: token[:min(len(token), maxToken)]}); err != nil {
		j.fault(w, r, err)
		return
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// home shows the invitation that the visitor came with; else who is signed in;
// else the form for a code.
func (j *join) home(w http.ResponseWriter, r *http.Request) {
	if v, ok := j.visit(r); ok {
		j.showInvitation(w, r, v, http.StatusOK, v.typed())
		return
	}
	j.showSignedIn(w, r, func() {
		page := web.EnterCodePage{JoinPage: j.page(w, r, app.Preview{})}
		j.write(w, r, http.StatusOK, func(out io.Writer) error { return web.RenderEnterCode(out, page) })
	})
}

// attempt is what a person typed, and what of it is to be mended.
type attempt struct {
	name, email, phone, address string
	proof, phoneProof           string
	byPhone                     bool // it is the phone's code that is awaited
	errors                      []web.FieldError
	accountExists               bool
}

// carried returns what travels through the pages that finish joining.
func (a attempt) carried() web.Carried {
	return web.Carried{Name: a.name, Email: a.email, Phone: a.phone, Address: a.address, PhoneProof: a.phoneProof}
}

// showInvitation shows what the visitor can do with what they came with.
// status is that of an invitation which can be used.
func (j *join) showInvitation(w http.ResponseWriter, r *http.Request, v visit, status int, tried attempt) {
	p, err := j.preview(r, v)
	if err != nil {
		j.refuse(w, r, err)
		return
	}
	base := j.page(w, r, p)
	link := linkPage(base, p)
	switch {
	case p.State == app.PreviewOpen:
		j.showOpen(w, r, p, status, tried)
	case p.State == app.PreviewExpired:
		j.write(w, r, http.StatusGone, func(out io.Writer) error { return web.RenderLinkExpired(out, link) })
	case p.State == app.PreviewOffline:
		j.write(w, r, http.StatusGone, func(out io.Writer) error { return web.RenderLinkOffline(out, base) })
	case p.State == app.PreviewUsed:
		j.showSignedIn(w, r, func() {
			j.write(w, r, http.StatusGone, func(out io.Writer) error { return web.RenderLinkUsed(out, link) })
		})
	case v.Code != "":
		j.forget(w)
		j.showWrongCode(w, r, v.Code)
	default:
		j.forget(w) // or the page's way to the form for a code led back here
		j.write(w, r, http.StatusNotFound, func(out io.Writer) error { return web.RenderLinkNotValid(out, base) })
	}
}

// linkPage returns what the pages of a link that cannot be used show.
func linkPage(base web.JoinPage, p app.Preview) web.LinkPage {
	return web.LinkPage{JoinPage: base, Pass: p.Route == invite.ByPass, Household: p.Household, MaskedAddress: p.MaskedAddress}
}

func (j *join) showOpen(w http.ResponseWriter, r *http.Request, p app.Preview, status int, tried attempt) {
	page := web.InvitationPage{
		JoinPage: j.page(w, r, p), Carried: tried.carried(), Pass: p.Route == invite.ByPass, Household: p.Household, AddedBy: p.AddedBy,
		MaskedAddress: p.MaskedAddress, MaskedEmail: p.MaskedEmail, MaskedPhone: p.MaskedPhone,
		ExpiresAt: expiry(p), AskEmail: p.NeedsEmail, AskPhone: p.Route == invite.ByPass && !p.NeedsPhoneProof, AskAddress: p.AsksAddress,
		AccountExists: tried.accountExists, Proof: tried.proof,
	}
	page.Here, page.Errors = web.JoinPath, tried.errors
	if page.Name == "" && status == http.StatusOK {
		page.Name = p.Name
	}
	if p.NeedsEmail { // nobody but its owner has typed it
		page.MaskedEmail = tried.email
	}
	for _, part := range p.Policy.Password.Missing("") {
		shown := web.RulePart{Kind: string(part)}
		if part == invite.PartLength {
			shown.Count = p.Policy.Password.MinLength
		}
		page.PasswordRule = append(page.PasswordRule, shown)
	}
	j.write(w, r, status, func(out io.Writer) error { return web.RenderInvitation(out, page) })
}

// enterCode takes a typed code for what the visitor came with, or one in a
// pasted message, or the pasted link itself.
func (j *join) enterCode(w http.ResponseWriter, r *http.Request) {
	typed := r.PostFormValue(web.FieldCode)
	v := visit{Code: typed[:min(len(typed), maxToken)]}
	if token, ok := invite.FindLinkToken(typed); ok {
		v = visit{Token: token}
	} else if code, ok := invite.FindCode(typed); ok {
		v.Code = code
	}
	if v.Token == "" && v.Code == "" {
		j.showWrongCode(w, r, "")
		return
	}
	p, err := j.preview(r, v)
	switch {
	case err != nil:
		j.refuse(w, r, err)
		return
	case v.Code != "" && p.State != app.PreviewOpen:
		j.showWrongCode(w, r, typed)
		return
	}
	if err := j.begin(w, v); err != nil {
		j.fault(w, r, err)
		return
	}
	toHome(w, r)
}

// showWrongCode gives the one answer to every code that cannot be used. It
// shows what was typed, unless it looks like a link: no page holds a token.
func (j *join) showWrongCode(w http.ResponseWriter, r *http.Request, typed string) {
	if strings.Contains(typed, web.JoinPath+"/") {
		typed = ""
	}
	page := web.EnterCodePage{JoinPage: j.page(w, r, app.Preview{}), Code: typed}
	page.Errors = fieldError(page.Locale, web.FieldCode, "error.code")
	j.write(w, r, http.StatusUnprocessableEntity, func(out io.Writer) error { return web.RenderEnterCode(out, page) })
}

// renew asks for a new invitation in place of an expired one.
func (j *join) renew(w http.ResponseWriter, r *http.Request) {
	v, ok := j.visit(r)
	if !ok || v.Token == "" {
		j.startOver(w, r, http.StatusForbidden, stale)
		return
	}
	p, err := j.preview(r, v)
	if err == nil {
		err = j.App.RequestNew(r.Context(), j.visitor(r), v.Token)
	}
	if err != nil {
		j.refuse(w, r, err)
		return
	}
	j.forget(w)
	page := linkPage(j.page(w, r, p), p)
	j.write(w, r, http.StatusOK, func(out io.Writer) error { return web.RenderLinkRenewed(out, page) })
}
