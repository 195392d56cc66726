// Command dump prints the schema that the migrations make, in a stable,
// readable form, for store/schema.sql: what a reader looks up, and what shows
// in a review what a migration changed. It makes a scratch database on the
// server of DATABASE_URL and drops it again.
//
//	go run ./internal/testenv/with -- go run ./store/dump
package main

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/signal"

	"github.com/lib/pq"

	"usher/store"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Getenv("DATABASE_URL"), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "dump:", err)
		os.Exit(1)
	}
}

// run writes the schema to out.
func run(ctx context.Context, server string, out io.Writer) (err error) {
	if server == "" {
		return errors.New("DATABASE_URL must name a Postgres server on which a database can be made")
	}
	admin, err := sql.Open("postgres", server)
	if err != nil {
		return err
	}
	defer admin.Close()
	name := "usher_dump_" + rand.Text()
	if _, err := admin.ExecContext(ctx, `CREATE DATABASE `+pq.QuoteIdentifier(name)+` TEMPLATE template0`); err != nil {
		return err
	}
	defer func() {
		_, dropped := admin.ExecContext(context.WithoutCancel(ctx), `DROP DATABASE `+pq.QuoteIdentifier(name)+` WITH (FORCE)`)
		err = errors.Join(err, dropped)
	}()
	scratch, err := url.Parse(server)
	if err != nil {
		return err
	}
	scratch.Path = "/" + name
	if err := store.Migrate(ctx, scratch.String()); err != nil {
		return err
	}
	db, err := sql.Open("postgres", scratch.String())
	if err != nil {
		return err
	}
	defer db.Close()
	return dump(ctx, db, out)
}
