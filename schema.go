package main

import (
	"context"
	"errors"

	"usher/store"
)

// requireSchema returns an error where the database's schema is older than
// this binary's. Who migrates a real installation decides when.
func requireSchema(ctx context.Context, url string) error {
	behind, err := store.SchemaBehind(ctx, url)
	if err == nil && behind {
		err = errors.New("the database's schema is older than this version: run `usher migrate` first")
	}
	return err
}
