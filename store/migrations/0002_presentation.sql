-- +goose Up
-- +goose StatementBegin

ALTER TABLE organizations
    ADD COLUMN name_lower   text NOT NULL DEFAULT '',
    ADD COLUMN accent_color text NOT NULL DEFAULT '' CHECK (accent_color ~ '^(#[0-9a-f]{6})?$'); -- empty: Usher's own

UPDATE organizations SET name_lower = lower(name);
ALTER TABLE organizations ALTER COLUMN name_lower DROP DEFAULT;
CREATE INDEX organizations_by_name ON organizations (name_lower, id);
CREATE INDEX organizations_search ON organizations USING gin (name_lower gin_trgm_ops);

-- A logo is apart from its organization, so that reading organizations never reads pictures.
CREATE TABLE organization_logos (
    organization_id uuid PRIMARY KEY REFERENCES organizations,
    media_type      text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
    hash            text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'), -- SHA-256 of the picture
    picture         bytea NOT NULL CHECK (octet_length(picture) BETWEEN 1 AND 204800)
);

-- +goose StatementEnd
