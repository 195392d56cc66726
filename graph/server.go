package graph

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"runtime/debug"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"usher/app"
	"usher/auth"
	"usher/graph/generated"
	"usher/invite"
	"usher/store"
)

type idType = invite.ID

// Options of NewHandler.
type Options struct {
	App           *app.App
	DB            *store.DB
	Hub           *Hub
	Renderer      Renderer
	Log           *slog.Logger
	PublicURL     *url.URL          // its origin is the only one that browsers may call from
	Development   bool              // anybody may read the schema; mistakes are explained
	Documents     map[string]string // what our own apps ask, by its SHA-256 in hexadecimal digits
	DocumentsOnly bool              // nothing else is served, but to support
	ClientAddress func(*http.Request) netip.Addr
}

// NewHandler returns the GraphQL endpoint: POST and GET (GraphQL over HTTP),
// server-sent events, and graphql-transport-ws.
func NewHandler(o Options) http.Handler {
	config := generated.Config{Resolvers: &Resolver{App: o.App, DB: o.DB, Hub: o.Hub, Renderer: o.Renderer}}
	costs(&config.Complexity)
	s := handler.New(generated.NewExecutableSchema(config))
	s.AddTransport(transport.Websocket{
		Implementation:        sockets(),
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
	s.Use(&documents{known: o.Documents, only: o.DocumentsOnly})
	s.Use(&limits{openSchema: o.Development})
	present := presenter(o.Log)
	s.AroundOperations(func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		if err := o.mayRun(ctx); err != nil {
			return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{present(ctx, err)}})
		}
		return next(withEnding(ctx))
	})
	s.AroundResponses(func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		r := next(context.WithValue(ctx, requestKey{}, newRequest(ctx, o.DB)))
		if r == nil {
			return ended(ctx)
		}
		r.Errors = r.Errors[:min(len(r.Errors), maxErrors)]
		return r
	})
	s.SetErrorPresenter(present)
	s.SetRecoverFunc(func(ctx context.Context, v any) error {
		o.Log.ErrorContext(ctx, "panic", "value", v, "stack", string(debug.Stack()))
		return errors.New("panic")
	})
	return o.checkOrigin(o.checkRequest(o.identify(o.readBody(s))))
}

// mayRun is asked before each operation. A socket may be older than the end of
// its sign-in, so whether that still lives is asked for each operation on it.
func (o Options) mayRun(ctx context.Context) error {
	if graphql.GetOperationContext(ctx).Operation.Operation == ast.Subscription && jarOf(ctx) != nil {
		return invite.Errorf(invite.Invalid, "", "A subscription needs a WebSocket, or Accept: text/event-stream.")
	}
	if actor := auth.FromContext(ctx); actor.SignedIn() {
		return o.App.StillLive(ctx, actor)
	}
	return nil
}
