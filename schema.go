package main

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed store/migrations/*.sql
var migrations embed.FS

// requireSchema returns an error where the database's schema is older than
// this binary's. It changes nothing: who migrates a real installation decides
// when.
func requireSchema(ctx context.Context, url string) (err error) {
	db, err := sql.Open("postgres", url)
	if err != nil {
		return errors.New("DATABASE_URL cannot be read") // without the cause, which quotes it
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := db.PingContext(ctx); err != nil {
		return fmt.Errorf("DATABASE_URL: the database does not answer: %w", err)
	}
	files, err := fs.Sub(migrations, "store/migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectPostgres, db, files)
	if err != nil {
		return err
	}
	behind, err := provider.HasPending(ctx)
	if err != nil {
		return fmt.Errorf("look at the schema: %w", err)
	}
	if behind {
		return errors.New("the database's schema is older than this version: run `usher migrate` first")
	}
	return nil
}
