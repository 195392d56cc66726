package store

import (
	"context"

	"github.com/pressly/goose/v3"
)

// MigrateTo is Migrate up to a version.
func MigrateTo(ctx context.Context, url string, version int64) error {
	return withSchema(url, func(p *goose.Provider) error {
		_, err := p.UpTo(ctx, version)
		return err
	})
}
