package graph

import (
	"context"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"

	"usher/auth"
	"usher/graph/model"
	"usher/invite"
	"usher/store"
)

// visible returns an error where the asker is not the organization's staff, nor
// support. An organization may be shown to others: to whoever has another
// membership there.
func visible(ctx context.Context, o *invite.Organization, p auth.Permission) error {
	if _, err := of(ctx).require(p); err != nil {
		return err
	}
	_, err := of(ctx).load().organizations.load(ctx, o.ID)
	return err
}

// EventCursor returns where the stream of events ends. Positions are given in
// one stream, so that there is one before the organization's first event too.
func (r *organizationResolver) EventCursor(ctx context.Context, o *invite.Organization) (string, error) {
	if err := visible(ctx, o, auth.ViewContacts); err != nil {
		return "", err
	}
	position, err := of(ctx).position()
	return model.EventCursor(position), err
}

// endOfStream returns what reads the newest position, once. Where the document
// asks for it, that is done before anything else of the answer is read: fields
// are resolved at the same time, and what is committed between a list and a
// later cursor would be in neither. Field names are never escaped, so that
// looking for the word overlooks nothing.
func endOfStream(ctx context.Context, db *store.DB, asker auth.Actor) func() (int64, error) {
	read := sync.OnceValues(func() (int64, error) { return db.LastPosition(ctx) })
	if asker.SignedIn() && graphql.HasOperationContext(ctx) && strings.Contains(graphql.GetOperationContext(ctx).RawQuery, "eventCursor") {
		_, _ = read() // whoever asks is told
	}
	return read
}
