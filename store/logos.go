package store

import (
	"context"

	"usher/invite"
)

// Logo is the picture that an organization shows on its screens.
type Logo struct {
	MediaType string
	Hash      string // SHA-256 of the picture, in hex
	Picture   []byte
}

const logo = `SELECT media_type, hash, picture FROM organization_logos WHERE organization_id = $1`

// Logo returns the organization's logo, or NOT_FOUND. It is public.
func (r *Reader) Logo(ctx context.Context, organization invite.ID) (Logo, error) {
	var l Logo
	err := r.get(ctx, &l, logo, organization)
	return l, err
}

const saveLogo = `
INSERT INTO organization_logos (organization_id, media_type, hash, picture) VALUES ($1, $2, $3, $4)
ON CONFLICT (organization_id) DO UPDATE SET media_type = excluded.media_type, hash = excluded.hash, picture = excluded.picture`

// SaveLogo gives the organization a logo, in place of the one it had.
func (tx *Tx) SaveLogo(ctx context.Context, organization invite.ID, l Logo) error {
	_, err := tx.exec(ctx, saveLogo, organization, l.MediaType, l.Hash, l.Picture)
	return err
}

const deleteLogo = `DELETE FROM organization_logos WHERE organization_id = $1`

// DeleteLogo takes the organization's logo away.
func (tx *Tx) DeleteLogo(ctx context.Context, organization invite.ID) error {
	_, err := tx.exec(ctx, deleteLogo, organization)
	return err
}
