-- +goose Up

-- Contacts by when their invitation lapses, those without one at the end, in pages. It does what contacts_lapsing did.
CREATE INDEX contacts_by_lapse ON contacts (organization_id, lapses_at, id) WHERE archived_at IS NULL;
DROP INDEX contacts_lapsing;
