package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"

	"usher/app"
	"usher/auth"
	"usher/graph/model"
	"usher/invite"
)

// checkOrigin refuses what a page of another origin sends: by POST, by
// WebSocket and as server-sent events. Requests without an Origin do not come
// from a browser's page.
func (o Options) checkOrigin(next http.Handler) http.Handler {
	own := o.PublicURL.Scheme + "://" + o.PublicURL.Host
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		origin := r.Header.Get("Origin")
		if origin != "" && !strings.EqualFold(origin, own) && !(o.Development && sameLoopback(origin, own)) {
			refuse(w, http.StatusForbidden, string(invite.Forbidden), "This origin may not call the API.")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// sameLoopback tells whether two origins are names of this machine and have
// the same port: in development people type localhost and 127.0.0.1.
func sameLoopback(a, b string) bool {
	loop := strings.NewReplacer("://localhost", "://127.0.0.1", "://[::1]", "://127.0.0.1").Replace
	return strings.HasPrefix(loop(b), "http://127.0.0.1") && loop(a) == loop(b)
}

// checkRequest refuses methods and content types that no transport takes. A
// JSON content type cannot be sent by another origin's form.
func (o Options) checkRequest(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		switch r.Method {
		case http.MethodGet:
		case http.MethodPost:
			if media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); media != "application/json" {
				refuse(w, http.StatusUnsupportedMediaType, string(model.BadRequest), "Send Content-Type: application/json.")
				return
			}
		default:
			w.Header().Set("Allow", "GET, POST")
			refuse(w, http.StatusMethodNotAllowed, string(model.BadRequest), "Use POST.")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// identify finds out who is asking: by bearer token, or by cookie. A bad
// bearer token is refused; a bad cookie is nobody, so that a browser whose
// sign-in has ended can sign in again.
func (o Options) identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), visitorKey{}, app.Visitor{Address: o.ClientAddress(r)})
		jar := &cookieJar{w: w, secure: o.PublicURL.Scheme == "https"}
		if c, err := r.Cookie(refreshCookie); err == nil {
			jar.refresh = c.Value
		}
		if r.Method == http.MethodPost && !strings.Contains(r.Header.Get("Accept"), "text/event-stream") {
			ctx = context.WithValue(ctx, jarKey{}, jar)
		}
		if token, ok := bearer(r.Header.Get("Authorization")); ok {
			actor, err := o.App.Authenticate(ctx, token)
			if err != nil {
				o.refuseToken(ctx, w, err)
				return
			}
			ctx = auth.WithActor(ctx, actor)
		} else if c, err := r.Cookie(accessCookie); err == nil {
			actor, err := o.App.Authenticate(ctx, c.Value)
			switch {
			case err == nil:
				ctx = auth.WithActor(context.WithValue(ctx, byCookieKey{}, true), actor)
			case invite.CodeOf(err) == invite.Internal:
				o.refuseToken(ctx, w, err)
				return
			}
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func (o Options) refuseToken(ctx context.Context, w http.ResponseWriter, err error) {
	if invite.CodeOf(err) == invite.Internal {
		o.Log.ErrorContext(ctx, "authenticate", "err", err)
		refuse(w, http.StatusServiceUnavailable, string(invite.Internal), "Something went wrong on our side. Please try again.")
		return
	}
	w.Header().Set("WWW-Authenticate", `Bearer error="invalid_token"`) // RFC 6750, section 3
	refuse(w, http.StatusUnauthorized, string(invite.Unauthenticated), "The access token is not valid or has expired. Refresh the session or sign in again.")
}

// bearer returns the token of an Authorization header; the scheme's case does
// not matter (RFC 9110, section 11.1).
func bearer(header string) (token string, ok bool) {
	scheme, token, _ := strings.Cut(header, " ")
	return strings.TrimSpace(token), strings.EqualFold(scheme, "Bearer")
}

// readBody reads a POST's body within its limit before anybody parses it, and
// refuses what is no request: gqlgen would read without end, and repeat the
// body in its answer and in the log.
func (o Options) readBody(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			o.readSearch(next, w, r)
			return
		}
		limit := int64(strangerBody)
		switch auth.FromContext(r.Context()).Kind {
		case auth.KindStaff, auth.KindSupport:
			limit = staffBody
		}
		var body []byte
		var err error
		if r.ContentLength <= limit {
			body, err = io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
		}
		var large *http.MaxBytesError
		switch {
		case r.ContentLength > limit, errors.As(err, &large):
			w.Header().Set("Connection", "close")
			refuse(w, http.StatusRequestEntityTooLarge, string(model.BadRequest), "The request is too large.")
			return
		case err != nil:
			return // the client is gone
		}
		var read parameters
		if err := json.Unmarshal(body, &read); err != nil || read.Query == "" && !read.names() {
			refuse(w, http.StatusBadRequest, string(model.BadRequest), "The body must be one JSON object with query and variables.")
			return
		}
		if len(read.Extensions[byHash]) > maxName { // so long that nobody should read it again
			refuse(w, http.StatusBadRequest, string(model.BadRequest), howToName)
			return
		}
		if read.DocumentID != nil {
			read.adopt()
			body, _ = json.Marshal(read) // it was just read
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		if jarOf(r.Context()) == nil {
			next.ServeHTTP(bounded{w, http.NewResponseController(w)}, r)
			return
		}
		next.ServeHTTP(&overHTTP{ResponseWriter: w}, r)
	})
}

// parameters are those of a request (GraphQL over HTTP, section 5.1).
type parameters struct {
	Query         string                     `json:"query"`
	OperationName string                     `json:"operationName"`
	Variables     map[string]json.RawMessage `json:"variables"`
	Extensions    map[string]json.RawMessage `json:"extensions"`
	DocumentID    *string                    `json:"documentId,omitempty"`
}

// readSearch lets a GET through whose parameters can be read, and whatever
// wants to become a WebSocket.
func (o Options) readSearch(next http.Handler, w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Upgrade") != "" {
		if !strings.Contains(strings.Join(r.Header.Values("Sec-WebSocket-Protocol"), ","), subprotocol) {
			refuse(w, http.StatusBadRequest, string(model.BadRequest), "Offer the WebSocket subprotocol "+subprotocol+".")
			return
		}
		next.ServeHTTP(w, r)
		return
	}
	if len(r.URL.RawQuery) > strangerBody {
		refuse(w, http.StatusRequestURITooLong, string(model.BadRequest), "The query is too long; use POST.")
		return
	}
	search, err := url.ParseQuery(r.URL.RawQuery)
	read := parameters{Query: search.Get("query")}
	for name, object := range map[string]*map[string]json.RawMessage{"variables": &read.Variables, "extensions": &read.Extensions} {
		if text := search.Get(name); text != "" && err == nil {
			err = json.Unmarshal([]byte(text), object)
		}
	}
	if search.Has("documentId") {
		read.DocumentID = ptrTo(search.Get("documentId"))
	}
	if err != nil || read.Query == "" && !read.names() {
		refuse(w, http.StatusBadRequest, string(model.BadRequest), "Give query, and variables as one JSON object.")
		return
	}
	if read.DocumentID != nil {
		read.adopt()
		extensions, _ := json.Marshal(read.Extensions) // it was just read
		search.Set("extensions", string(extensions))
		r.URL.RawQuery = search.Encode()
	}
	next.ServeHTTP(&overHTTP{ResponseWriter: w}, r)
}

// cookieJar sets the session cookies of a POST's answer.
type cookieJar struct {
	w       http.ResponseWriter
	secure  bool
	refresh string // the refresh token that came with the request
}

func (j *cookieJar) set(s app.Signed) { SetSessionCookies(j.w, s, j.secure) }
func (j *cookieJar) clear()           { ClearSessionCookies(j.w, j.secure) }

type (
	jarKey      struct{}
	visitorKey  struct{}
	byCookieKey struct{}
)

// jarOf returns the jar of a POST, or nil where no cookie can be set.
func jarOf(ctx context.Context) *cookieJar {
	jar, _ := ctx.Value(jarKey{}).(*cookieJar)
	return jar
}

// byCookie tells whether the asker was authenticated by cookie: then no script
// may see a token.
func byCookie(ctx context.Context) bool {
	is, _ := ctx.Value(byCookieKey{}).(bool)
	return is
}

func visitor(ctx context.Context) app.Visitor {
	v, _ := ctx.Value(visitorKey{}).(app.Visitor)
	return v
}

func ptrTo[T any](v T) *T { return &v }
