package httpd

import (
	"io"
	"net/http"
	"regexp"
	"strings"

	"usher/app"
	"usher/invite"
	"usher/web"
)

// join registers the visitor from the invitation's page. That page has a field
// for the proof, a hidden one, only where it asks for the password of an
// account that exists.
func (j *join) join(w http.ResponseWriter, r *http.Request) {
	v, ok := j.visit(r)
	if !ok {
		j.startOver(w, r, http.StatusForbidden, stale)
		return
	}
	tried := typed(r)
	tried.accountExists = r.PostForm.Has(web.FieldProof)
	j.finish(w, r, v, tried, r.PostFormValue(web.FieldPassword))
}

// prove registers with the 6-digit code that was mailed.
func (j *join) prove(w http.ResponseWriter, r *http.Request) {
	j.proving(w, r, func(v visit, tried attempt, password string) {
		required := func(text, field, why string) bool {
			if strings.TrimSpace(text) != "" {
				return false
			}
			tried.errors = fieldError(locale(r), field, why)
			j.showProof(w, r, v, tried, password)
			return true
		}
		if tried.byPhone && required(tried.phoneProof, web.FieldPhoneProof, "error.phone-proof-required") ||
			!tried.byPhone && required(tried.proof, web.FieldProof, "error.proof-required") {
			return
		}
		j.finish(w, r, v, tried, password)
	})
}

// proveAgain has another 6-digit code sent.
func (j *join) proveAgain(w http.ResponseWriter, r *http.Request) {
	j.proving(w, r, func(v visit, tried attempt, password string) {
		tried.proof = ""
		if tried.byPhone {
			tried.phoneProof = ""
		}
		j.finish(w, r, v, tried, password)
	})
}

// proving finds the password that belongs to a form of the proof's page: kept,
// or typed once more where it was not kept.
func (j *join) proving(w http.ResponseWriter, r *http.Request, next func(visit, attempt, string)) {
	v, ok := j.visit(r)
	if !ok {
		j.startOver(w, r, http.StatusForbidden, stale)
		return
	}
	tried, password := typed(r), r.PostFormValue(web.FieldPassword)
	if password == "" {
		password = v.password(j.Now())
	}
	if password == "" {
		tried.errors = fieldError(locale(r), web.FieldPassword, "error.password-again")
		j.showProof(w, r, v, tried, "")
		return
	}
	next(v, tried, password)
}

// typed returns the fields of a form that registers.
// The page that asks for a phone's code has no field for the email's.
func typed(r *http.Request) attempt {
	return attempt{
		name: r.PostFormValue(web.FieldName), email: r.PostFormValue(web.FieldEmail),
		phone: r.PostFormValue(web.FieldPhone), address: r.PostFormValue(web.FieldAddress),
		proof: findProof(r.PostFormValue(web.FieldProof)), phoneProof: findProof(r.PostFormValue(web.FieldPhoneProof)),
		byPhone: r.PostForm.Has(web.FieldPhoneProof) && !r.PostForm.Has(web.FieldProof),
	}
}

var sixDigits = regexp.MustCompile(`(?:^|[^0-9])([0-9]{3})[ .-]?([0-9]{3})(?:$|[^0-9])`)

// findProof returns the 6 digits in what was typed or pasted: digits, or the
// sentence of the message that holds them. Anything else it returns as it is.
func findProof(text string) string {
	if found := sixDigits.FindStringSubmatch(text); found != nil {
		return found[1] + found[2]
	}
	return text
}

// finish registers and signs in, or shows the page on which to go on.
func (j *join) finish(w http.ResponseWriter, r *http.Request, v visit, tried attempt, password string) {
	in := app.RegisterInput{
		Credential: v.credential(), Name: tried.name, Password: password, Email: filled(tried.email), Phone: filled(tried.phone),
		Address: filled(tried.address), Proof: filled(tried.proof), PhoneProof: filled(tried.phoneProof),
	}
	joined, err := j.App.Register(r.Context(), j.visitor(r), in)
	if err == nil {
		j.Sessions.Set(w, joined.Signed)
		j.forget(w)
		toHome(w, r)
		return
	}
	refused, expected := invite.Refusals(err)
	if !expected {
		j.refuse(w, r, err)
		return
	}
	switch code := invite.CodeOf(err); code {
	case invite.EmailProofNeeded, invite.PhoneProofNeeded:
		tried.byPhone = code == invite.PhoneProofNeeded
		j.showProof(w, r, v, tried, password)
	case invite.EmailProofWrong, invite.EmailProofUnsent, invite.PhoneProofWrong, invite.PhoneProofUnsent:
		tried.byPhone = code == invite.PhoneProofWrong || code == invite.PhoneProofUnsent
		tried.errors = fieldErrors(locale(r), refused)
		j.showProof(w, r, v, tried, password)
	case invite.AccountExists:
		if tried.accountExists { // not the first time that the page asks
			tried.errors = fieldErrors(locale(r), refused)
		}
		tried.accountExists = true
		j.showInvitation(w, r, v, http.StatusUnprocessableEntity, tried)
	case invite.CodeNotValid:
		j.forget(w)
		j.showWrongCode(w, r, v.Code)
	default: // of a link that died meanwhile, the page says so itself
		if err := j.remember(w, v.noting(tried)); err != nil {
			j.fault(w, r, err)
			return
		}
		tried.errors = fieldErrors(locale(r), refused)
		j.showInvitation(w, r, v, http.StatusUnprocessableEntity, tried)
	}
}

// filled returns nil for an empty text.
func filled(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// showAwaited shows the form for the 6-digit code again, while one is awaited:
// to whoever reloads the page, or reads it in another language.
func (j *join) showAwaited(w http.ResponseWriter, r *http.Request) {
	v, ok := j.visit(r)
	password := v.password(j.Now())
	if !ok || password == "" {
		toHome(w, r)
		return
	}
	j.drawProof(w, r, v, v.typed(), password)
}

// showProof asks for the 6-digit code, and keeps the password for it.
func (j *join) showProof(w http.ResponseWriter, r *http.Request, v visit, tried attempt, password string) {
	if password != "" {
		if err := j.remember(w, v.noting(tried).keep(password, j.Now())); err != nil {
			j.fault(w, r, err)
			return
		}
	}
	j.drawProof(w, r, v, tried, password)
}

func (j *join) drawProof(w http.ResponseWriter, r *http.Request, v visit, tried attempt, password string) {
	p, err := j.preview(r, v)
	if err != nil {
		j.refuse(w, r, err)
		return
	}
	if p.State != app.PreviewOpen {
		j.showInvitation(w, r, v, http.StatusOK, tried)
		return
	}
	page := web.ProvePage{JoinPage: j.page(w, r, p), Carried: tried.carried(), ByPhone: tried.byPhone, AskPassword: password == ""}
	switch {
	case tried.byPhone:
		page.SentTo, page.PhoneProof = p.MaskedPhone, ""
	case p.NeedsEmail: // nobody but its owner has typed it
		page.SentTo = tried.email
	default:
		page.SentTo = p.MaskedEmail
	}
	page.Here = web.JoinPath
	if password != "" {
		page.Here = web.JoinProofPath
	}
	page.Errors = tried.errors
	status := http.StatusOK
	if len(page.Errors) > 0 {
		status = http.StatusUnprocessableEntity
	}
	j.write(w, r, status, func(out io.Writer) error { return web.RenderProve(out, page) })
}
