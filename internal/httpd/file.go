package httpd

import (
	"errors"
	"net/http"

	"usher/auth"
	"usher/invite"
)

// signedIn returns who is signed in in this browser. An access token that has
// run out while its page was open is renewed.
func (o Options) signedIn(w http.ResponseWriter, r *http.Request) (auth.Actor, error) {
	actor, err := o.actor(r)
	if err != nil || actor.SignedIn() {
		return actor, err
	}
	_, refresh := o.Sessions.Tokens(r)
	if refresh == "" {
		return actor, invite.Errorf(invite.Unauthenticated, "", "Sign in first.")
	}
	signed, err := o.App.Refresh(r.Context(), refresh)
	if err != nil {
		return actor, err
	}
	o.Sessions.Set(w, signed)
	return signed.Actor, nil
}

// refuseFile says in plain text why there is no file.
func (o Options) refuseFile(w http.ResponseWriter, r *http.Request, err error) {
	status, message := http.StatusServiceUnavailable, "This cannot be read just now. Please try again."
	var known *invite.Error
	errors.As(err, &known)
	switch invite.CodeOf(err) {
	case invite.Unauthenticated:
		status = http.StatusUnauthorized
	case invite.Forbidden:
		status = http.StatusForbidden
	case invite.NotFound:
		status = http.StatusNotFound
	case invite.Invalid, invite.Required:
		status = http.StatusBadRequest
	default:
		if r.Context().Err() == nil {
			o.Log.ErrorContext(r.Context(), "file not read", "path", r.URL.Path, "err", err)
		}
		known = nil
	}
	if known != nil {
		message = sentence(known.Message)
	}
	http.Error(w, message, status)
}
