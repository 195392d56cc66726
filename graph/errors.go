package graph

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"usher/app"
	"usher/graph/model"
	"usher/invite"
)

// refusals returns the expected refusals of err as data, or err itself where
// it answers the request as a whole. The list is never null.
func refusals(err error) ([]model.UserError, error) {
	out := []model.UserError{}
	if err == nil {
		return out, nil
	}
	list, expected := invite.Refusals(err)
	if !expected {
		return out, err
	}
	for _, e := range list {
		out = append(out, *userError(e))
	}
	return out, nil
}

func userError(e *invite.Error) *model.UserError {
	if e == nil {
		return nil
	}
	u := &model.UserError{Code: e.Code, Message: e.Message}
	if e.Field != "" {
		u.Field = &e.Field
	}
	return u
}

// presenter turns errors into what a client may read: a code, and for our own
// faults an id to look up and nothing else.
func presenter(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		shown := graphql.DefaultErrorPresenter(ctx, err)
		var known *invite.Error
		var many invite.Errors
		switch {
		case errors.As(err, &known):
		case errors.As(err, &many) && len(many) > 0:
			known = many[0]
		case shown.Extensions["code"] != nil && shown.Unwrap() == nil, isRequestError(err):
			shown.Extensions = map[string]any{"code": model.BadRequest}
			return shown
		default:
			id := uuid.NewString()
			log.ErrorContext(ctx, "internal", "id", id, "path", shown.Path.String(), "err", err)
			shown.Message = "Something went wrong on our side. Please try again; if it stays, tell support this id: " + id
			shown.Extensions = map[string]any{"code": invite.Internal, "id": id}
			return shown
		}
		shown.Message = known.Message
		shown.Extensions = map[string]any{"code": code(known.Code)}
		if known.Field != "" {
			shown.Extensions["field"] = known.Field
		}
		var limited *app.RateLimit
		if errors.As(err, &limited) {
			shown.Extensions["retryAfterSeconds"] = int(limited.RetryAfter/time.Second) + 1
		}
		return shown
	}
}

// code returns the top-level code of a refusal: one that is data elsewhere
// means here that the request itself was bad.
func code(c invite.Code) string {
	switch c {
	case invite.Unauthenticated, invite.Forbidden, invite.NotFound, invite.RateLimited, invite.Internal, invite.Code(model.Resync):
		return string(c)
	}
	return string(model.BadRequest)
}

// isRequestError tells whether the error was found in the request itself,
// while its arguments were read: it carries no error of ours.
func isRequestError(err error) bool {
	var g *gqlerror.Error
	return errors.As(err, &g) && g.Rule != ""
}

// refuse answers a request that is not looked at any further.
func refuse(w http.ResponseWriter, status int, c, message string) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(`{"errors":[{"message":"` + message + `","extensions":{"code":"` + c + `"}}]}`))
}
