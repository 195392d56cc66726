package graph

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
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

const (
	longestMessage = 300 // characters that are repeated of a message that quotes the request
	maxErrors      = 20  // errors that one answer shows: a document can be wrong in a thousand places
)

// presenter turns errors into what a client may read: a code, and for our own
// faults an id to look up and nothing else.
func presenter(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		shown := *graphql.DefaultErrorPresenter(ctx, err) // a copy: transports look at gqlgen's code after us
		var known *invite.Error
		var many invite.Errors
		switch {
		case errors.As(err, &known):
		case errors.As(err, &many) && len(many) > 0:
			known = many[0]
		case shown.Extensions["code"] == string(model.PersistedQueryNotFound):
			return &shown
		case isRequestError(&shown):
			shown.Message = short(shown.Message)
			if len(shown.Path.String()) > longestMessage { // an unknown field's name
				shown.Path = nil
			}
			shown.Extensions = map[string]any{"code": model.BadRequest}
			return &shown
		default:
			id := uuid.NewString()
			log.ErrorContext(ctx, "internal", "id", id, "path", shown.Path.String(), "err", err)
			shown.Message = "Something went wrong on our side. Please try again; if it stays, tell support this id: " + id
			shown.Extensions = map[string]any{"code": invite.Internal, "id": id}
			return &shown
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
		return &shown
	}
}

// short cuts a text that may hold as much as the request did.
func short(message string) string {
	if r := []rune(message); len(r) > longestMessage {
		return string(r[:longestMessage]) + "…"
	}
	return message
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
// before any resolver ran.
func isRequestError(err *gqlerror.Error) bool {
	switch err.Extensions["code"] {
	case errcode.ParseFailed, errcode.ValidationFailed:
		return true
	}
	return false
}

// refuse answers a request that is not looked at any further.
func refuse(w http.ResponseWriter, status int, c, message string) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(`{"errors":[{"message":"` + message + `","extensions":{"code":"` + c + `"}}]}`))
}
