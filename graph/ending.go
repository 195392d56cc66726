package graph

import (
	"context"
	"errors"
	"log/slog"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"usher/graph/model"
	"usher/invite"
)

type endingKey struct{}

// withEnding gives an operation a place for the reason why its stream ends.
// gqlgen has one for WebSockets only.
func withEnding(ctx context.Context) context.Context {
	return context.WithValue(ctx, endingKey{}, new(atomic.Pointer[gqlerror.Error]))
}

// end says why the stream of ctx ends. Call it before the stream's channel is
// closed.
func end(ctx context.Context, log *slog.Logger, err error) {
	shown := &gqlerror.Error{
		Message:    "The stream has ended. Read the list again, then subscribe without after.",
		Extensions: map[string]any{"code": model.Resync},
	}
	var known *invite.Error
	if errors.As(err, &known) {
		shown.Message, shown.Extensions["code"] = known.Message, code(known.Code)
	} else {
		log.WarnContext(ctx, "a subscription ended", "err", err)
	}
	ctx.Value(endingKey{}).(*atomic.Pointer[gqlerror.Error]).Store(shown)
}

// ended returns the reason why the stream of ctx has ended as its last
// response, once; nil where it just ended.
func ended(ctx context.Context) *graphql.Response {
	place, _ := ctx.Value(endingKey{}).(*atomic.Pointer[gqlerror.Error])
	if place == nil {
		return nil
	}
	if why := place.Swap(nil); why != nil {
		return &graphql.Response{Errors: gqlerror.List{why}}
	}
	return nil
}
