package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"net/netip"
	"net/url"
	"runtime/debug"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/coder/websocket"
	"github.com/vektah/gqlparser/v2/ast"

	"usher/app"
	"usher/auth"
	"usher/graph/generated"
	"usher/graph/model"
	"usher/invite"
	"usher/store"
)

type idType = invite.ID

// Options of NewHandler.
type Options struct {
	App           *app.App
	DB            *store.DB
	Hub           *Hub
	Log           *slog.Logger
	PublicURL     *url.URL // its origin is the only one that browsers may call from
	Development   bool     // anybody may read the schema; mistakes are explained
	ClientAddress func(*http.Request) netip.Addr
}

// NewHandler returns the GraphQL endpoint: POST and GET (GraphQL over HTTP),
// server-sent events, and graphql-transport-ws.
func NewHandler(o Options) http.Handler {
	config := generated.Config{Resolvers: &Resolver{App: o.App, DB: o.DB, Hub: o.Hub}}
	costs(&config.Complexity)
	s := handler.New(generated.NewExecutableSchema(config))
	s.AddTransport(transport.Websocket{
		Implementation: transport.CoderWebsocketImplementation{AcceptOptions: websocket.AcceptOptions{
			Subprotocols:       []string{"graphql-transport-ws"},
			InsecureSkipVerify: true, // checkOrigin has looked, at the public origin instead of the Host header
		}},
		InitFunc:              greet(o),
		InitTimeout:           10 * time.Second,
		KeepAlivePingInterval: 15 * time.Second,
		PingPongInterval:      15 * time.Second,
		PayloadReadLimit:      ptrTo[int64](strangerBody),
	})
	s.AddTransport(transport.SSE{KeepAlivePingInterval: 15 * time.Second}) // before POST, which would take its requests
	s.AddTransport(transport.GET{})
	s.AddTransport(transport.POST{})
	s.SetQueryCache(lru.New[*ast.QueryDocument](1000))
	s.SetParserTokenLimit(maxTokens)
	s.SetDisableSuggestion(!o.Development)
	s.Use(limits{})
	if o.Development {
		s.Use(extension.Introspection{})
	}
	s.Use(&extension.ComplexityLimit{Func: func(ctx context.Context, _ *graphql.OperationContext) int {
		if auth.FromContext(ctx).SignedIn() {
			return signedInCost
		}
		return strangerCost
	}})
	s.AroundResponses(func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		ctx = context.WithValue(ctx, requestKey{}, newRequest(ctx, o.DB))
		return oneVocabulary(next(ctx))
	})
	s.SetErrorPresenter(presenter(o.Log))
	s.SetRecoverFunc(func(ctx context.Context, v any) error {
		o.Log.ErrorContext(ctx, "panic", "value", v, "stack", string(debug.Stack()))
		return errors.New("panic")
	})
	return o.checkOrigin(o.checkRequest(o.identify(o.readBody(s))))
}

// oneVocabulary gives errors of the request itself our code in place of
// gqlgen's.
func oneVocabulary(r *graphql.Response) *graphql.Response {
	if r == nil {
		return nil
	}
	for _, e := range r.Errors {
		switch e.Extensions["code"] {
		case "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "COMPLEXITY_LIMIT_EXCEEDED":
			e.Extensions["code"] = model.BadRequest
		}
	}
	return r
}

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
		if token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
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
				jar.used = true
				ctx = auth.WithActor(ctx, actor)
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

// readBody reads a POST's body within its limit before anybody parses it, and
// refuses what is not one JSON object: gqlgen would read without end, and
// repeat the body in its answer.
func (o Options) readBody(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		limit := int64(strangerBody)
		if auth.FromContext(r.Context()).SignedIn() {
			limit = signedInBody
		}
		if r.Method == http.MethodGet {
			if len(r.URL.RawQuery) > strangerBody {
				refuse(w, http.StatusRequestURITooLong, string(model.BadRequest), "The query is too long; use POST.")
				return
			}
			next.ServeHTTP(w, r)
			return
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
		var object map[string]json.RawMessage
		if err := json.Unmarshal(body, &object); err != nil {
			refuse(w, http.StatusBadRequest, string(model.BadRequest), "The body must be one JSON object with query and variables.")
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

// Close codes of graphql-transport-ws sockets (4400 to 4499 are ours to mean
// what the HTTP status of the same number does).
const closeUnauthorized = 4401

// greet authenticates a socket: by the token of its connection_init, or by the
// cookies that came with the upgrade.
func greet(o Options) transport.WebsocketInitFunc {
	return func(ctx context.Context, hello transport.InitPayload) (context.Context, *transport.InitPayload, error) {
		if token, ok := strings.CutPrefix(hello.Authorization(), "Bearer "); ok {
			actor, err := o.App.Authenticate(ctx, token)
			if err != nil {
				return unwelcome(ctx, "The access token is not valid or has expired.")
			}
			return auth.WithActor(ctx, actor), nil, nil
		}
		if !auth.FromContext(ctx).SignedIn() {
			return unwelcome(ctx, "Sign in first.")
		}
		return ctx, nil, nil
	}
}

// unwelcome ends a socket with a reason. The context must not be nil: gqlgen
// reads the close code from it.
func unwelcome(ctx context.Context, why string) (context.Context, *transport.InitPayload, error) {
	ctx = transport.WithWebsocketCloseCode(transport.AppendCloseReason(ctx, why), closeUnauthorized)
	return ctx, nil, errors.New(why)
}

// cookieJar sets the session cookies of a POST's answer.
type cookieJar struct {
	w       http.ResponseWriter
	secure  bool
	refresh string // the refresh token that came with the request
	used    bool   // the request was authenticated by cookie
}

func (j *cookieJar) set(s app.Signed) { SetSessionCookies(j.w, s, j.secure) }
func (j *cookieJar) clear()           { ClearSessionCookies(j.w, j.secure) }

type (
	jarKey     struct{}
	visitorKey struct{}
)

// jarOf returns the jar of a POST, or nil where no cookie can be set.
func jarOf(ctx context.Context) *cookieJar {
	jar, _ := ctx.Value(jarKey{}).(*cookieJar)
	return jar
}

func visitor(ctx context.Context) app.Visitor {
	v, _ := ctx.Value(visitorKey{}).(app.Visitor)
	return v
}

func ptrTo[T any](v T) *T { return &v }
