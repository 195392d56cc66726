package httpd

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"time"

	"usher/app"
)

const (
	visitCookie  = "usher_join"
	visitPurpose = "join-visit" // of the seal
	// visitLife is how long a person may take from opening a link to joining.
	visitLife = time.Hour
	// passwordLife is that of the mailed 6-digit code, for which alone the
	// password is kept.
	passwordLife = 10 * time.Minute
	// maxTyped bounds, in bytes, each field that is remembered as it was typed: a
	// cookie has 4 KB. What is longer was refused.
	maxTyped = 400
	// maxToken bounds what a link may put into the cookie. Anything that is not
	// of the form of a token is found not valid later.
	maxToken = 64
)

// visit is what the join pages remember of a browser: the credential that it
// came with, what they typed and, while an email is being proven, the chosen
// password. It lives
// in a cookie that is sealed, so that neither the browser's store nor a backup
// of it holds a credential, and that scripts cannot read.
type visit struct {
	Token        string    `json:"t,omitempty"` // of a link; this or Code
	Code         string    `json:"c,omitempty"` // as typed
	Ends         time.Time `json:"e"`
	Name         string    `json:"n,omitempty"` // as typed
	Email        string    `json:"m,omitempty"` // this and the next two as typed
	Phone        string    `json:"f,omitempty"`
	Address      string    `json:"a,omitempty"`
	PhoneProof   string    `json:"d,omitempty"` // the 6-digit code that was texted
	ByPhone      bool      `json:"b,omitempty"` // it is awaited
	Password     []byte    `json:"p,omitempty"`
	PasswordEnds time.Time `json:"q,omitzero"`
}

// credential returns what the visitor came with.
func (v visit) credential() app.Credential {
	if v.Code != "" {
		return app.Credential{Code: &v.Code}
	}
	return app.Credential{Token: &v.Token}
}

// password returns the kept password, and "" where there is none.
func (v visit) password(now time.Time) string {
	if now.Before(v.PasswordEnds) {
		return string(v.Password)
	}
	return ""
}

// noting returns v with what was typed, so that a reload does not lose it.
func (v visit) noting(tried attempt) visit {
	for _, text := range []string{tried.name, tried.email, tried.phone, tried.address, tried.phoneProof} {
		if len(text) > maxTyped {
			return v
		}
	}
	v.Name, v.Email, v.Phone, v.Address = tried.name, tried.email, tried.phone, tried.address
	v.PhoneProof, v.ByPhone = tried.phoneProof, tried.byPhone
	return v
}

// typed returns what was typed.
func (v visit) typed() attempt {
	return attempt{name: v.Name, email: v.Email, phone: v.Phone, address: v.Address, phoneProof: v.PhoneProof, byPhone: v.ByPhone}
}

// keep returns v with the password, kept for as long as the 6-digit code lives.
func (v visit) keep(password string, now time.Time) visit {
	v.Password, v.PasswordEnds = []byte(password), now.Add(passwordLife)
	return v
}

// visit returns what the request's cookie holds, and false where there is
// none, it is too old or not of ours.
func (j *join) visit(r *http.Request) (visit, bool) {
	cookie, err := r.Cookie(visitCookie)
	if err != nil {
		return visit{}, false
	}
	sealed, err := base64.RawURLEncoding.DecodeString(cookie.Value)
	if err != nil {
		return visit{}, false
	}
	plain, err := j.Keys.Open(visitPurpose, sealed, nil)
	if err != nil {
		return visit{}, false
	}
	var v visit
	if json.Unmarshal(plain, &v) != nil || !j.Now().Before(v.Ends) {
		return visit{}, false
	}
	return v, true
}

// begin remembers the credential that a visitor came with.
func (j *join) begin(w http.ResponseWriter, v visit) error {
	v.Ends = j.Now().Add(visitLife)
	return j.remember(w, v)
}

// remember writes v into the cookie.
func (j *join) remember(w http.ResponseWriter, v visit) error {
	plain, err := json.Marshal(v)
	if err != nil {
		return err
	}
	sealed, err := j.Keys.Seal(visitPurpose, plain, nil)
	if err != nil {
		return err
	}
	j.setCookie(w, visitCookie, base64.RawURLEncoding.EncodeToString(sealed), int(v.Ends.Sub(j.Now()).Seconds()))
	return nil
}

// forget ends the visit.
func (j *join) forget(w http.ResponseWriter) { j.setCookie(w, visitCookie, "", -1) }

// setCookie sets a cookie of the join pages. It is Lax and not Strict: a person
// who follows a link from a web mail comes from another site, and Strict
// cookies would be missing on the page that the link leads to.
func (j *join) setCookie(w http.ResponseWriter, name, value string, seconds int) {
	j.setCookieAt(w, j.at, name, value, seconds)
}

// setCookieAt sets a cookie for the pages under a path.
func (j *join) setCookieAt(w http.ResponseWriter, path, name, value string, seconds int) {
	http.SetCookie(w, &http.Cookie{
		Name: name, Value: value, Path: path, MaxAge: seconds,
		HttpOnly: true, Secure: j.secure, SameSite: http.SameSiteLaxMode,
	})
}
