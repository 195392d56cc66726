package app

import (
	"context"

	"usher/auth"
)

// AsSystem returns a context in which a loop of our own acts, under its name:
// the facts of what it does carry it.
func AsSystem(ctx context.Context, loop string) context.Context {
	return auth.WithActor(ctx, auth.System(loop))
}
