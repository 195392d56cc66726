-- +goose Up
-- +goose StatementBegin

ALTER TABLE organizations ADD COLUMN language text NOT NULL DEFAULT 'EN' CHECK (language IN ('EN', 'ES', 'FR', 'DE', 'PT'));

CREATE TABLE households (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations,
    location_id     uuid NOT NULL,
    name            text NOT NULL CHECK (name <> ''),
    name_lower      text NOT NULL,
    address         text NOT NULL,                 -- street and unit; empty where it is not known
    address_key     text NOT NULL,                 -- what is alike in two ways of writing one address; empty without one
    search          text NOT NULL,                 -- lowercase name and address
    head_id         uuid,                          -- one of its members
    created_at      timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, location_id) REFERENCES locations (organization_id, id)
);
CREATE INDEX households_by_name ON households (organization_id, name_lower, id);
CREATE INDEX households_by_address ON households (organization_id, location_id, address_key) WHERE address_key <> '';
CREATE INDEX households_search ON households USING gin (organization_id, search gin_trgm_ops);

ALTER TABLE contacts
    ADD COLUMN address       text NOT NULL DEFAULT '',
    ADD COLUMN address_key   text NOT NULL DEFAULT '',
    ADD COLUMN household_id  uuid,
    ADD COLUMN joined_by     text CHECK (joined_by IN ('INVITATION', 'ACCESS_PASS', 'HOUSEHOLD')),
    ADD COLUMN brought_in_by text NOT NULL DEFAULT '',  -- whoever invited, generated the pass, or heads the household
    ADD FOREIGN KEY (organization_id, household_id) REFERENCES households (organization_id, id);
UPDATE contacts c SET joined_by = 'INVITATION', brought_in_by = coalesce((SELECT created_by_name FROM invitations i WHERE i.id = c.invitation_id), '')
WHERE c.account_id IS NOT NULL;
CREATE INDEX contacts_by_household ON contacts (household_id) WHERE household_id IS NOT NULL;
CREATE INDEX contacts_of_no_household ON contacts (organization_id, location_id, address_key) WHERE address_key <> '' AND household_id IS NULL AND archived_at IS NULL;
ALTER TABLE households ADD FOREIGN KEY (organization_id, head_id) REFERENCES contacts (organization_id, id);

-- Addresses whose suggestion was taken off the list.
CREATE TABLE household_dismissals (
    organization_id uuid NOT NULL,
    location_id     uuid NOT NULL,
    address_key     text NOT NULL,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (location_id, address_key),
    FOREIGN KEY (organization_id, location_id) REFERENCES locations (organization_id, id)
);

-- Somebody whom the head of a household added: no contact until they confirm, so that nobody learns who is on file.
CREATE TABLE household_additions (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    household_id    uuid NOT NULL,
    added_by        uuid NOT NULL,                 -- contact of the head
    name            text NOT NULL,
    channel         text NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
    address         text NOT NULL,
    token_hash      bytea,                         -- null once it was removed
    sent_at         timestamptz,                   -- when a provider accepted the message; null where none has
    problem         text NOT NULL DEFAULT '',      -- why it did not leave
    expires_at      timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    ended_at        timestamptz,                   -- when it was confirmed or removed
    contact_id      uuid,                          -- who confirmed
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, household_id) REFERENCES households (organization_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, added_by) REFERENCES contacts (organization_id, id),
    FOREIGN KEY (organization_id, contact_id) REFERENCES contacts (organization_id, id)
);
CREATE UNIQUE INDEX household_additions_token_key ON household_additions (token_hash) WHERE token_hash IS NOT NULL;
CREATE INDEX household_additions_open ON household_additions (household_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX household_additions_once ON household_additions (household_id, address) WHERE ended_at IS NULL;

CREATE TABLE pass_runs (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations,
    number          integer NOT NULL,              -- counts within the organization
    location_id     uuid NOT NULL,
    note            text NOT NULL,
    group_ids       uuid[] NOT NULL,               -- groups that were deleted since are passed over
    created_by      uuid,                          -- membership
    created_by_name text NOT NULL,
    expires_at      timestamptz,
    printed_at      timestamptz,
    created_at      timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    CONSTRAINT pass_runs_number_key UNIQUE (organization_id, number),
    FOREIGN KEY (organization_id, location_id) REFERENCES locations (organization_id, id)
);

CREATE TABLE access_passes (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    run_id          uuid NOT NULL,
    number          integer NOT NULL,              -- counts within the run
    state           text NOT NULL CHECK (state IN ('AVAILABLE', 'REDEEMED', 'REVOKED')), -- EXPIRED is computed
    expires_at      timestamptz,
    bound_to        uuid,                          -- contact
    redeemed_by     uuid,                          -- contact
    redeemed_at     timestamptz,
    revoked_at      timestamptz,
    revoke_reason   text NOT NULL DEFAULT '',
    prints          integer NOT NULL DEFAULT 0,
    token_hash      bytea NOT NULL,
    code_hash       bytea NOT NULL,
    sealed          bytea,                         -- the credential, to print it again; erased when it can no longer be redeemed
    UNIQUE (organization_id, id),
    CONSTRAINT access_passes_number_key UNIQUE (run_id, number),
    FOREIGN KEY (organization_id, run_id) REFERENCES pass_runs (organization_id, id),
    FOREIGN KEY (organization_id, bound_to) REFERENCES contacts (organization_id, id),
    FOREIGN KEY (organization_id, redeemed_by) REFERENCES contacts (organization_id, id),
    CHECK ((state = 'REDEEMED') = (redeemed_at IS NOT NULL AND redeemed_by IS NOT NULL)),
    CHECK ((state = 'REVOKED') = (revoked_at IS NOT NULL)),
    CHECK (state = 'AVAILABLE' OR sealed IS NULL)
);
CREATE UNIQUE INDEX access_passes_token_key ON access_passes (token_hash);
CREATE UNIQUE INDEX access_passes_code_key ON access_passes (code_hash);
CREATE INDEX access_passes_sealed ON access_passes (expires_at) WHERE sealed IS NOT NULL AND expires_at IS NOT NULL;

-- A sheet that somebody may print for a few minutes.
CREATE TABLE pass_prints (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations,
    pass_ids        uuid[] NOT NULL,
    paper           text NOT NULL CHECK (paper IN ('A4', 'LETTER')),
    per_page        integer NOT NULL CHECK (per_page IN (1, 4, 8)),
    expires_at      timestamptz NOT NULL,
    created_at      timestamptz NOT NULL
);
CREATE INDEX pass_prints_by_age ON pass_prints (expires_at);

-- Proofs of an address by a 6-digit code. One invitation, pass or addition (the subject) may be tried by several people,
-- so that each address has its own.
CREATE TABLE proofs (
    subject_id uuid NOT NULL,
    address    text NOT NULL,
    code_hash  bytea NOT NULL,
    tries      integer NOT NULL DEFAULT 0,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (subject_id, address)
);
CREATE INDEX proofs_by_age ON proofs (expires_at);
DROP TABLE email_proofs;

ALTER TABLE events
    ADD COLUMN household_id uuid,
    ADD COLUMN group_id     uuid,
    ADD COLUMN pass_run_id  uuid,
    ADD COLUMN pass_id      uuid;
CREATE INDEX events_by_pass_run ON events (pass_run_id, at DESC, id DESC) WHERE pass_run_id IS NOT NULL;

-- +goose StatementEnd
