package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Migrate brings the schema of the database at url to this build's version.
// Replicas that start together wait for one another.
func Migrate(ctx context.Context, url string) error {
	return withSchema(url, func(p *goose.Provider) error {
		_, err := p.Up(ctx)
		return err
	})
}

// SchemaBehind tells whether the schema of the database at url is older than
// this build's. It changes nothing.
func SchemaBehind(ctx context.Context, url string) (behind bool, err error) {
	err = withSchema(url, func(p *goose.Provider) error {
		behind, err = p.HasPending(ctx)
		return err
	})
	return behind, err
}

func withSchema(url string, use func(*goose.Provider) error) error {
	db, err := sql.Open("postgres", url)
	if err != nil {
		return errors.New("the database's address cannot be read") // without the cause, which quotes it
	}
	defer func() { _ = db.Close() }() // what was written is committed
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectPostgres, db, files, goose.WithSessionLocker(locker))
	if err != nil {
		return err
	}
	if err := use(p); err != nil {
		return fmt.Errorf("schema: %w", err)
	}
	return nil
}

// SchemaVersion names the schema by the content of its migrations.
func SchemaVersion() string {
	h := sha256.New()
	names, _ := fs.Glob(migrations, "migrations/*.sql") // the pattern is well-formed
	for _, name := range names {
		text, _ := migrations.ReadFile(name) // it was just listed
		h.Write(text)
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}
