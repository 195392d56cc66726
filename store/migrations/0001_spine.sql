-- +goose Up
-- +goose StatementBegin

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

CREATE TABLE organizations (
    id              uuid PRIMARY KEY,
    name            text NOT NULL CHECK (name <> ''),
    preset          text NOT NULL CHECK (preset IN ('GYM', 'COACH', 'COMMUNITY')),
    region          text NOT NULL DEFAULT 'US',    -- ISO 3166 country, for phones written the national way
    support_contact text NOT NULL DEFAULT '',
    policy          jsonb NOT NULL DEFAULT '{}',   -- invite.PolicyPatch over the preset
    created_at      timestamptz NOT NULL
);

CREATE TABLE locations (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations,
    name            text NOT NULL CHECK (name <> ''),
    name_lower      text NOT NULL,
    time_zone       text NOT NULL,
    policy          jsonb NOT NULL DEFAULT '{}',   -- invite.PolicyPatch over the organization
    created_at      timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    CONSTRAINT locations_name_key UNIQUE (organization_id, name_lower)
);

-- A lane is apart from its location, so that a grant a minute never touches the location's row.
CREATE TABLE lanes (
    location_id     uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    last_slot       timestamptz,                   -- when the last round left
    FOREIGN KEY (organization_id, location_id) REFERENCES locations (organization_id, id)
);

CREATE TABLE accounts (
    id                 uuid PRIMARY KEY,
    email              text NOT NULL CHECK (email <> ''),   -- lowercase, proven
    name               text NOT NULL,
    password_hash      text NOT NULL,
    last_membership_id uuid,
    created_at         timestamptz NOT NULL,
    CONSTRAINT accounts_email_key UNIQUE (email)
);

CREATE TABLE contacts (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations,
    location_id     uuid NOT NULL,
    name            text NOT NULL,
    name_lower      text NOT NULL,
    email           text CHECK (email <> ''),      -- in lower case, an international domain in its ASCII form
    phone           text CHECK (phone <> ''),      -- E.164
    search          text NOT NULL,                 -- lowercase name, email and phone
    stage           text NOT NULL CHECK (stage IN ('PROSPECT', 'TRIAL', 'MEMBER')),
    client_type     text NOT NULL CHECK (client_type IN ('FULL_ACCESS', 'FULL_ACCESS_ONE_WAY', 'OFFLINE')),
    trainer_id      uuid,                          -- membership of the trainer whose client this is
    account_id      uuid REFERENCES accounts,      -- set while REGISTERED
    registered_at   timestamptz,
    -- Derived from account_id and the open or last invitation, kept beside them so that lists and counts read one row.
    status          text NOT NULL CHECK (status IN ('NOT_INVITED', 'QUEUED', 'PENDING', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'REVOKED', 'FAILED', 'REGISTERED')),
    lapses_at       timestamptz,                   -- of the PENDING invitation
    invitation_id   uuid,                          -- the open or last one
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    archived_at     timestamptz,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, location_id) REFERENCES locations (organization_id, id),
    CHECK ((status = 'REGISTERED') = (account_id IS NOT NULL)),
    CHECK ((status = 'PENDING') = (lapses_at IS NOT NULL))
);
CREATE UNIQUE INDEX contacts_email_key ON contacts (organization_id, email) WHERE email IS NOT NULL;
CREATE INDEX contacts_by_phone ON contacts (organization_id, phone) WHERE phone IS NOT NULL;
CREATE INDEX contacts_by_name ON contacts (organization_id, name_lower, id) WHERE archived_at IS NULL;
CREATE INDEX contacts_by_email ON contacts (organization_id, (coalesce(email, '')), id) WHERE archived_at IS NULL;
CREATE INDEX contacts_by_age ON contacts (organization_id, created_at, id) WHERE archived_at IS NULL;
CREATE INDEX contacts_by_status ON contacts (organization_id, status, name_lower, id) WHERE archived_at IS NULL;
CREATE INDEX contacts_archived ON contacts (organization_id, name_lower, id) WHERE archived_at IS NOT NULL;
CREATE INDEX contacts_lapsing ON contacts (organization_id, lapses_at) WHERE status = 'PENDING' AND archived_at IS NULL;
CREATE INDEX contacts_by_trainer ON contacts (organization_id, trainer_id) WHERE trainer_id IS NOT NULL;
CREATE INDEX contacts_search ON contacts USING gin (organization_id, search gin_trgm_ops);

-- count(*) over a million rows takes 75 ms, so the counts are kept: one row a status and shard; the shard follows the
-- connection, so that two transactions do not wait for each other's counter.
CREATE TABLE contact_counts (
    organization_id uuid NOT NULL,
    status          text NOT NULL,
    shard           smallint NOT NULL,
    n               bigint NOT NULL,
    PRIMARY KEY (organization_id, status, shard)
);

CREATE FUNCTION count_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO contact_counts AS c (organization_id, status, shard, n)
        SELECT organization_id, status, pg_backend_pid() % 32, count(*)
        FROM added WHERE archived_at IS NULL GROUP BY 1, 2 ORDER BY 1, 2
        ON CONFLICT (organization_id, status, shard) DO UPDATE SET n = c.n + excluded.n;
    ELSE
        INSERT INTO contact_counts AS c (organization_id, status, shard, n)
        SELECT organization_id, status, pg_backend_pid() % 32, sum(d) FROM (
            SELECT organization_id, status, 1 AS d FROM added WHERE archived_at IS NULL
            UNION ALL
            SELECT organization_id, status, -1 FROM removed WHERE archived_at IS NULL
        ) changes GROUP BY 1, 2 HAVING sum(d) <> 0 ORDER BY 1, 2
        ON CONFLICT (organization_id, status, shard) DO UPDATE SET n = c.n + excluded.n;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER contacts_counted_insert AFTER INSERT ON contacts
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_contacts();
CREATE TRIGGER contacts_counted_update AFTER UPDATE ON contacts
    REFERENCING NEW TABLE AS added OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_contacts();

CREATE TABLE memberships (
    id              uuid PRIMARY KEY,
    account_id      uuid NOT NULL REFERENCES accounts,
    organization_id uuid REFERENCES organizations, -- null for SUPPORT, which belongs to none
    role            text NOT NULL CHECK (role IN ('OWNER', 'LEADER', 'TRAINER', 'SUPPORT', 'CLIENT')),
    contact_id      uuid,
    created_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    FOREIGN KEY (organization_id, contact_id) REFERENCES contacts (organization_id, id),
    CHECK ((role = 'SUPPORT') = (organization_id IS NULL)),
    CHECK ((role = 'CLIENT') = (contact_id IS NOT NULL)),
    UNIQUE (organization_id, id)
);
CREATE UNIQUE INDEX memberships_staff_key ON memberships (organization_id, account_id) WHERE role <> 'CLIENT' AND ended_at IS NULL;
CREATE UNIQUE INDEX memberships_contact_key ON memberships (contact_id) WHERE contact_id IS NOT NULL AND ended_at IS NULL;
CREATE INDEX memberships_by_account ON memberships (account_id) WHERE ended_at IS NULL;
ALTER TABLE accounts ADD FOREIGN KEY (last_membership_id) REFERENCES memberships (id);
ALTER TABLE contacts ADD FOREIGN KEY (organization_id, trainer_id) REFERENCES memberships (organization_id, id);

-- A sign-in. The refresh token's successor is computed, not stored: generation counts the rotations.
CREATE TABLE sessions (
    id            uuid PRIMARY KEY,
    account_id    uuid NOT NULL REFERENCES accounts,
    membership_id uuid NOT NULL REFERENCES memberships,
    generation    integer NOT NULL DEFAULT 1,
    rotated_at    timestamptz NOT NULL,
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    ended_at      timestamptz
);
CREATE INDEX sessions_by_membership ON sessions (membership_id) WHERE ended_at IS NULL;

CREATE TABLE programs (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations,
    name            text NOT NULL CHECK (name <> ''),
    name_lower      text NOT NULL,
    created_at      timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    CONSTRAINT programs_name_key UNIQUE (organization_id, name_lower)
);
CREATE TABLE enrolments (
    organization_id uuid NOT NULL,
    contact_id      uuid NOT NULL,
    program_id      uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (contact_id, program_id),
    FOREIGN KEY (organization_id, contact_id) REFERENCES contacts (organization_id, id),
    FOREIGN KEY (organization_id, program_id) REFERENCES programs (organization_id, id)
);
CREATE INDEX enrolments_by_program ON enrolments (program_id, contact_id);

CREATE TABLE groups (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations,
    name            text NOT NULL CHECK (name <> ''),
    name_lower      text NOT NULL,
    created_at      timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    CONSTRAINT groups_name_key UNIQUE (organization_id, name_lower)
);
CREATE TABLE group_members (
    organization_id uuid NOT NULL,
    contact_id      uuid NOT NULL,
    group_id        uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (contact_id, group_id),
    FOREIGN KEY (organization_id, contact_id) REFERENCES contacts (organization_id, id),
    FOREIGN KEY (organization_id, group_id) REFERENCES groups (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX group_members_by_group ON group_members (group_id, contact_id);

CREATE TABLE batches (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations,
    created_by      uuid,                          -- membership; null for the system
    created_by_name text NOT NULL,
    created_at      timestamptz NOT NULL,
    cancelled_at    timestamptz,
    UNIQUE (organization_id, id)
);
CREATE INDEX batches_newest ON batches (organization_id, created_at DESC, id DESC);

CREATE TABLE invitations (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations,
    contact_id      uuid NOT NULL,
    state           text NOT NULL CHECK (state IN ('QUEUED', 'PENDING', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'REVOKED', 'FAILED')),
    round           integer NOT NULL DEFAULT 1,
    -- Snapshot of the policy and the edited texts at the time of queueing.
    ttl_days        integer NOT NULL,
    channels        text NOT NULL CHECK (channels IN ('ALL_AVAILABLE', 'EMAIL_ONLY', 'SMS_ONLY')),
    reminder_days_before integer NOT NULL,
    subject         text NOT NULL,
    body            text NOT NULL,
    button          text NOT NULL,
    sent_at         timestamptz,                   -- first accepted message of the current round
    expires_at      timestamptz,
    accepted_at     timestamptz,
    end_reason      text NOT NULL DEFAULT '',
    created_by_name text NOT NULL,
    created_at      timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, contact_id) REFERENCES contacts (organization_id, id),
    CHECK (state <> 'PENDING' OR expires_at IS NOT NULL),
    CHECK ((state = 'ACCEPTED') = (accepted_at IS NOT NULL))
);
CREATE UNIQUE INDEX invitations_open_key ON invitations (contact_id) WHERE state IN ('QUEUED', 'PENDING', 'EXPIRED', 'FAILED');
CREATE INDEX invitations_by_contact ON invitations (contact_id, created_at DESC);
CREATE INDEX invitations_expiring ON invitations (expires_at) WHERE state = 'PENDING';
ALTER TABLE contacts ADD FOREIGN KEY (organization_id, invitation_id) REFERENCES invitations (organization_id, id);

CREATE SEQUENCE round_places;

CREATE TABLE rounds (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    location_id     uuid NOT NULL,
    invitation_id   uuid NOT NULL,
    contact_id      uuid NOT NULL,
    batch_id        uuid,
    number          integer NOT NULL,
    purpose         text NOT NULL CHECK (purpose IN ('INVITE', 'REMINDER')),
    priority        smallint NOT NULL CHECK (priority IN (0, 1, 2)),
    place           bigint NOT NULL DEFAULT nextval('round_places'),
    state           text NOT NULL CHECK (state IN ('WAITING', 'SENDING', 'DONE', 'CANCELLED')),
    accepted        boolean NOT NULL DEFAULT false,  -- a provider accepted a message of it
    slot_at         timestamptz,                     -- when it was granted its slot
    created_at      timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    CONSTRAINT rounds_once UNIQUE (invitation_id, number, purpose),
    FOREIGN KEY (organization_id, location_id) REFERENCES locations (organization_id, id),
    FOREIGN KEY (organization_id, contact_id) REFERENCES contacts (organization_id, id),
    FOREIGN KEY (organization_id, invitation_id) REFERENCES invitations (organization_id, id),
    FOREIGN KEY (organization_id, batch_id) REFERENCES batches (organization_id, id)
);
CREATE INDEX rounds_lane ON rounds (location_id, priority, place) WHERE state = 'WAITING';
CREATE INDEX rounds_by_batch ON rounds (batch_id, state);
CREATE UNIQUE INDEX rounds_waiting_once ON rounds (invitation_id) WHERE state = 'WAITING' AND purpose = 'INVITE';

CREATE TABLE deliveries (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    invitation_id   uuid NOT NULL,
    round_id        uuid NOT NULL,
    number          integer NOT NULL,
    purpose         text NOT NULL,
    channel         text NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
    address         text,                           -- fixed when it is dispatched
    state           text NOT NULL CHECK (state IN ('SCHEDULED', 'DISPATCHING', 'SENT', 'DELIVERED', 'DEFERRED', 'BOUNCED', 'COMPLAINED', 'SUPPRESSED', 'SKIPPED', 'FAILED', 'CANCELLED')),
    attempt         integer NOT NULL DEFAULT 0,
    first_attempt_at timestamptz,
    next_attempt_at timestamptz,                    -- DISPATCHING: when its lease ends; DEFERRED: when it is tried again
    reason          text NOT NULL DEFAULT '',
    provider_id     text NOT NULL DEFAULT '',
    sent_at         timestamptz,
    -- The credential: keyed hashes to find it by, sealed text to repeat it with until a provider has accepted it.
    token_hash      bytea,
    code_hash       bytea,
    sealed          bytea,
    credential_ended_at timestamptz,
    created_at      timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    CONSTRAINT deliveries_once UNIQUE (invitation_id, number, purpose, channel),
    FOREIGN KEY (organization_id, invitation_id) REFERENCES invitations (organization_id, id),
    FOREIGN KEY (organization_id, round_id) REFERENCES rounds (organization_id, id),
    CHECK (state NOT IN ('DISPATCHING', 'DEFERRED') OR (next_attempt_at IS NOT NULL AND sealed IS NOT NULL AND address IS NOT NULL))
);
CREATE UNIQUE INDEX deliveries_token_key ON deliveries (token_hash) WHERE token_hash IS NOT NULL;
CREATE UNIQUE INDEX deliveries_code_key ON deliveries (code_hash) WHERE code_hash IS NOT NULL;
CREATE INDEX deliveries_retry ON deliveries (next_attempt_at) WHERE state IN ('DISPATCHING', 'DEFERRED');
CREATE INDEX deliveries_by_round ON deliveries (round_id);

-- Proofs of an email address by a mailed 6-digit code; one live proof an invitation.
CREATE TABLE email_proofs (
    invitation_id   uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    email           text NOT NULL,
    code_hash       bytea NOT NULL,
    tries           integer NOT NULL DEFAULT 0,
    expires_at      timestamptz NOT NULL,
    FOREIGN KEY (organization_id, invitation_id) REFERENCES invitations (organization_id, id)
);

-- The outbox and the timeline in one: facts are written in the transaction that made them; the relay gives each its
-- position after commit, so that a reader who has seen position n will never find a new event below it.
CREATE TABLE events (
    id              uuid PRIMARY KEY,
    position        bigint UNIQUE,
    organization_id uuid NOT NULL,
    location_id     uuid,
    contact_id      uuid,
    invitation_id   uuid,
    round_id        uuid,
    batch_id        uuid,
    kind            text NOT NULL,
    actor_kind      text NOT NULL,
    actor_id        uuid,
    actor_name      text NOT NULL,
    from_state      text,
    to_state        text,
    channel         text,
    reason          text NOT NULL DEFAULT '',
    at              timestamptz NOT NULL
);
CREATE SEQUENCE event_positions;
CREATE INDEX events_unplaced ON events (id) WHERE position IS NULL;
CREATE INDEX events_by_invitation ON events (invitation_id, at DESC, id DESC) WHERE invitation_id IS NOT NULL;
CREATE INDEX events_by_age ON events (at);

CREATE TABLE idempotency_keys (
    actor_id   uuid NOT NULL,                        -- account
    mutation   text NOT NULL,
    key        text NOT NULL,
    input_hash bytea NOT NULL,
    result     jsonb,                                -- ids, never tokens or codes
    created_at timestamptz NOT NULL,
    PRIMARY KEY (actor_id, mutation, key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

-- +goose StatementEnd

