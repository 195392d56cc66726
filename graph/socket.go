package graph

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/coder/websocket"

	"usher/auth"
)

// Close codes of graphql-transport-ws sockets (4400 to 4499 are ours to mean
// what the HTTP status of the same number does).
const closeUnauthorized = 4401

// greet authenticates a socket: by the token of its connection_init, or by the
// cookies that came with the upgrade.
func greet(o Options) transport.WebsocketInitFunc {
	return func(ctx context.Context, hello transport.InitPayload) (context.Context, *transport.InitPayload, error) {
		if token, ok := bearer(hello.Authorization()); ok {
			actor, err := o.App.Authenticate(ctx, token)
			if err != nil {
				return unwelcome(ctx, "The access token is not valid or has expired.")
			}
			return auth.WithActor(context.WithValue(ctx, byCookieKey{}, false), actor), nil, nil
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

// writeLimit is how long one message to a subscriber may take to leave.
const writeLimit = 10 * time.Second

// subprotocol is the one that is spoken. gqlgen's older one cannot say why it
// closes a socket.
const subprotocol = "graphql-transport-ws"

// sockets accepts WebSockets whose writes have a limit: gqlgen's wait for ever
// for a peer that does not read, and hold the subscriber's goroutines.
func sockets() transport.WebsocketImplementation {
	return accepter{transport.CoderWebsocketImplementation{AcceptOptions: websocket.AcceptOptions{
		Subprotocols:       []string{subprotocol},
		InsecureSkipVerify: true, // checkOrigin has looked, at the public origin instead of the Host header
	}}}
}

type accepter struct {
	transport.CoderWebsocketImplementation
}

// Accept makes a WebSocket of a request.
func (a accepter) Accept(w http.ResponseWriter, r *http.Request, o transport.WebsocketAcceptOptions) (transport.WebsocketConn, error) {
	o.Subprotocols = nil // gqlgen's own; ours stand in the options
	conn, err := a.CoderWebsocketImplementation.Accept(w, r, o)
	if err != nil {
		return nil, err
	}
	return impatient{named{conn.(socket)}}, nil
}

// socket is what gqlgen's sockets can do.
type socket interface {
	transport.WebsocketConn
	transport.WebsocketReadLimiter
	transport.WebsocketReadDeadliner
}

type impatient struct{ socket }

// WriteJSON sends a message, or closes the socket when that takes too long: a
// read deadline in the past does so at once.
func (s impatient) WriteJSON(v any) error {
	late := time.AfterFunc(writeLimit, func() { _ = s.SetReadDeadline(time.Unix(1, 0)) })
	defer late.Stop()
	return s.socket.WriteJSON(v)
}
