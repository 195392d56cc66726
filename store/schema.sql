-- The schema that store/migrations makes. Written by `make generate`: do not edit.

CREATE EXTENSION btree_gin;
CREATE EXTENSION pg_trgm;

CREATE SEQUENCE event_positions;
CREATE SEQUENCE round_places;

CREATE TABLE access_passes (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    run_id uuid NOT NULL,
    number integer NOT NULL,
    state text NOT NULL,
    expires_at timestamp with time zone,
    bound_to uuid,
    redeemed_by uuid,
    redeemed_at timestamp with time zone,
    revoked_at timestamp with time zone,
    revoke_reason text NOT NULL DEFAULT ''::text,
    prints integer NOT NULL DEFAULT 0,
    token_hash bytea NOT NULL,
    code_hash bytea NOT NULL,
    sealed bytea,
    CONSTRAINT access_passes_pkey PRIMARY KEY (id),
    CONSTRAINT access_passes_number_key UNIQUE (run_id, number),
    CONSTRAINT access_passes_organization_id_id_key UNIQUE (organization_id, id),
    CONSTRAINT access_passes_check CHECK (((state = 'REDEEMED'::text) = ((redeemed_at IS NOT NULL) AND (redeemed_by IS NOT NULL)))),
    CONSTRAINT access_passes_check1 CHECK (((state = 'REVOKED'::text) = (revoked_at IS NOT NULL))),
    CONSTRAINT access_passes_check2 CHECK (((state = 'AVAILABLE'::text) OR (sealed IS NULL))),
    CONSTRAINT access_passes_state_check CHECK ((state = ANY (ARRAY['AVAILABLE'::text, 'REDEEMED'::text, 'REVOKED'::text]))),
    CONSTRAINT access_passes_organization_id_bound_to_fkey FOREIGN KEY (organization_id, bound_to) REFERENCES contacts(organization_id, id),
    CONSTRAINT access_passes_organization_id_redeemed_by_fkey FOREIGN KEY (organization_id, redeemed_by) REFERENCES contacts(organization_id, id),
    CONSTRAINT access_passes_organization_id_run_id_fkey FOREIGN KEY (organization_id, run_id) REFERENCES pass_runs(organization_id, id)
);
CREATE UNIQUE INDEX access_passes_code_key ON public.access_passes USING btree (code_hash);
CREATE INDEX access_passes_sealed ON public.access_passes USING btree (expires_at) WHERE ((sealed IS NOT NULL) AND (expires_at IS NOT NULL));
CREATE UNIQUE INDEX access_passes_token_key ON public.access_passes USING btree (token_hash);

CREATE TABLE accounts (
    id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    password_hash text NOT NULL,
    last_membership_id uuid,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT accounts_pkey PRIMARY KEY (id),
    CONSTRAINT accounts_email_key UNIQUE (email),
    CONSTRAINT accounts_email_check CHECK ((email <> ''::text)),
    CONSTRAINT accounts_last_membership_id_fkey FOREIGN KEY (last_membership_id) REFERENCES memberships(id)
);

CREATE TABLE batches (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    created_by uuid,
    created_by_name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    cancelled_at timestamp with time zone,
    CONSTRAINT batches_pkey PRIMARY KEY (id),
    CONSTRAINT batches_organization_id_id_key UNIQUE (organization_id, id),
    CONSTRAINT batches_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX batches_newest ON public.batches USING btree (organization_id, created_at DESC, id DESC);

CREATE TABLE contact_counts (
    organization_id uuid NOT NULL,
    status text NOT NULL,
    shard smallint NOT NULL,
    n bigint NOT NULL,
    CONSTRAINT contact_counts_pkey PRIMARY KEY (organization_id, status, shard)
);

CREATE TABLE contacts (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    location_id uuid NOT NULL,
    name text NOT NULL,
    name_lower text NOT NULL,
    email text,
    phone text,
    search text NOT NULL,
    stage text NOT NULL,
    client_type text NOT NULL,
    trainer_id uuid,
    account_id uuid,
    registered_at timestamp with time zone,
    status text NOT NULL,
    lapses_at timestamp with time zone,
    invitation_id uuid,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    archived_at timestamp with time zone,
    address text NOT NULL DEFAULT ''::text,
    address_key text NOT NULL DEFAULT ''::text,
    household_id uuid,
    joined_by text,
    brought_in_by text NOT NULL DEFAULT ''::text,
    CONSTRAINT contacts_pkey PRIMARY KEY (id),
    CONSTRAINT contacts_organization_id_id_key UNIQUE (organization_id, id),
    CONSTRAINT contacts_check CHECK (((status = 'REGISTERED'::text) = (account_id IS NOT NULL))),
    CONSTRAINT contacts_check1 CHECK (((status = 'PENDING'::text) = (lapses_at IS NOT NULL))),
    CONSTRAINT contacts_client_type_check CHECK ((client_type = ANY (ARRAY['FULL_ACCESS'::text, 'FULL_ACCESS_ONE_WAY'::text, 'OFFLINE'::text]))),
    CONSTRAINT contacts_email_check CHECK ((email <> ''::text)),
    CONSTRAINT contacts_joined_by_check CHECK ((joined_by = ANY (ARRAY['INVITATION'::text, 'ACCESS_PASS'::text, 'HOUSEHOLD'::text]))),
    CONSTRAINT contacts_phone_check CHECK ((phone <> ''::text)),
    CONSTRAINT contacts_stage_check CHECK ((stage = ANY (ARRAY['PROSPECT'::text, 'TRIAL'::text, 'MEMBER'::text]))),
    CONSTRAINT contacts_status_check CHECK ((status = ANY (ARRAY['NOT_INVITED'::text, 'QUEUED'::text, 'PENDING'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'EXPIRED'::text, 'REVOKED'::text, 'FAILED'::text, 'REGISTERED'::text]))),
    CONSTRAINT contacts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
    CONSTRAINT contacts_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id),
    CONSTRAINT contacts_organization_id_household_id_fkey FOREIGN KEY (organization_id, household_id) REFERENCES households(organization_id, id),
    CONSTRAINT contacts_organization_id_invitation_id_fkey FOREIGN KEY (organization_id, invitation_id) REFERENCES invitations(organization_id, id),
    CONSTRAINT contacts_organization_id_location_id_fkey FOREIGN KEY (organization_id, location_id) REFERENCES locations(organization_id, id),
    CONSTRAINT contacts_organization_id_trainer_id_fkey FOREIGN KEY (organization_id, trainer_id) REFERENCES memberships(organization_id, id)
);
CREATE INDEX contacts_archived ON public.contacts USING btree (organization_id, name_lower, id) WHERE (archived_at IS NOT NULL);
CREATE INDEX contacts_by_age ON public.contacts USING btree (organization_id, created_at, id) WHERE (archived_at IS NULL);
CREATE INDEX contacts_by_email ON public.contacts USING btree (organization_id, COALESCE(email, ''::text), id) WHERE (archived_at IS NULL);
CREATE INDEX contacts_by_household ON public.contacts USING btree (household_id) WHERE (household_id IS NOT NULL);
CREATE INDEX contacts_by_lapse ON public.contacts USING btree (organization_id, lapses_at, id) WHERE (archived_at IS NULL);
CREATE INDEX contacts_by_name ON public.contacts USING btree (organization_id, name_lower, id) WHERE (archived_at IS NULL);
CREATE INDEX contacts_by_phone ON public.contacts USING btree (organization_id, phone) WHERE (phone IS NOT NULL);
CREATE INDEX contacts_by_status ON public.contacts USING btree (organization_id, status, name_lower, id) WHERE (archived_at IS NULL);
CREATE INDEX contacts_by_trainer ON public.contacts USING btree (organization_id, trainer_id) WHERE (trainer_id IS NOT NULL);
CREATE UNIQUE INDEX contacts_email_key ON public.contacts USING btree (organization_id, email) WHERE (email IS NOT NULL);
CREATE INDEX contacts_of_no_household ON public.contacts USING btree (organization_id, location_id, address_key) WHERE ((address_key <> ''::text) AND (household_id IS NULL) AND (archived_at IS NULL));
CREATE INDEX contacts_search ON public.contacts USING gin (organization_id, search gin_trgm_ops);
CREATE TRIGGER contacts_billed_insert AFTER INSERT ON public.contacts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION bill_contacts();
CREATE TRIGGER contacts_billed_update AFTER UPDATE ON public.contacts REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION bill_contacts();
CREATE TRIGGER contacts_counted_insert AFTER INSERT ON public.contacts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_contacts();
CREATE TRIGGER contacts_counted_update AFTER UPDATE ON public.contacts REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_contacts();

CREATE TABLE deliveries (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    invitation_id uuid NOT NULL,
    round_id uuid NOT NULL,
    number integer NOT NULL,
    purpose text NOT NULL,
    channel text NOT NULL,
    address text,
    state text NOT NULL,
    attempt integer NOT NULL DEFAULT 0,
    first_attempt_at timestamp with time zone,
    next_attempt_at timestamp with time zone,
    reason text NOT NULL DEFAULT ''::text,
    provider_id text NOT NULL DEFAULT ''::text,
    sent_at timestamp with time zone,
    token_hash bytea,
    code_hash bytea,
    sealed bytea,
    credential_ended_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    tried_at timestamp with time zone,
    superseded boolean NOT NULL DEFAULT false,
    CONSTRAINT deliveries_pkey PRIMARY KEY (id),
    CONSTRAINT deliveries_once UNIQUE (invitation_id, number, purpose, channel),
    CONSTRAINT deliveries_organization_id_id_key UNIQUE (organization_id, id),
    CONSTRAINT deliveries_channel_check CHECK ((channel = ANY (ARRAY['EMAIL'::text, 'SMS'::text]))),
    CONSTRAINT deliveries_check CHECK (((state <> ALL (ARRAY['DISPATCHING'::text, 'DEFERRED'::text])) OR ((next_attempt_at IS NOT NULL) AND (sealed IS NOT NULL) AND (address IS NOT NULL)))),
    CONSTRAINT deliveries_state_check CHECK ((state = ANY (ARRAY['SCHEDULED'::text, 'DISPATCHING'::text, 'SENT'::text, 'DELIVERED'::text, 'DEFERRED'::text, 'BOUNCED'::text, 'COMPLAINED'::text, 'SUPPRESSED'::text, 'SKIPPED'::text, 'FAILED'::text, 'CANCELLED'::text]))),
    CONSTRAINT deliveries_organization_id_invitation_id_fkey FOREIGN KEY (organization_id, invitation_id) REFERENCES invitations(organization_id, id),
    CONSTRAINT deliveries_organization_id_round_id_fkey FOREIGN KEY (organization_id, round_id) REFERENCES rounds(organization_id, id)
);
CREATE INDEX deliveries_by_round ON public.deliveries USING btree (round_id);
CREATE UNIQUE INDEX deliveries_code_key ON public.deliveries USING btree (code_hash) WHERE (code_hash IS NOT NULL);
CREATE INDEX deliveries_problems ON public.deliveries USING btree (organization_id, COALESCE(tried_at, created_at) DESC, id DESC) WHERE ((state = ANY (ARRAY['DEFERRED'::text, 'BOUNCED'::text, 'COMPLAINED'::text, 'SUPPRESSED'::text, 'FAILED'::text])) AND (credential_ended_at IS NULL) AND (NOT superseded));
CREATE INDEX deliveries_retry ON public.deliveries USING btree (next_attempt_at) WHERE (state = ANY (ARRAY['DISPATCHING'::text, 'DEFERRED'::text]));
CREATE UNIQUE INDEX deliveries_token_key ON public.deliveries USING btree (token_hash) WHERE (token_hash IS NOT NULL);

CREATE TABLE enrolments (
    organization_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    program_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT enrolments_pkey PRIMARY KEY (contact_id, program_id),
    CONSTRAINT enrolments_organization_id_contact_id_fkey FOREIGN KEY (organization_id, contact_id) REFERENCES contacts(organization_id, id),
    CONSTRAINT enrolments_organization_id_program_id_fkey FOREIGN KEY (organization_id, program_id) REFERENCES programs(organization_id, id)
);
CREATE INDEX enrolments_by_program ON public.enrolments USING btree (program_id, contact_id);

CREATE TABLE events (
    id uuid NOT NULL,
    "position" bigint,
    organization_id uuid NOT NULL,
    location_id uuid,
    contact_id uuid,
    invitation_id uuid,
    round_id uuid,
    batch_id uuid,
    kind text NOT NULL,
    actor_kind text NOT NULL,
    actor_id uuid,
    actor_name text NOT NULL,
    from_state text,
    to_state text,
    channel text,
    reason text NOT NULL DEFAULT ''::text,
    at timestamp with time zone NOT NULL,
    household_id uuid,
    group_id uuid,
    pass_run_id uuid,
    pass_id uuid,
    CONSTRAINT events_pkey PRIMARY KEY (id),
    CONSTRAINT events_position_key UNIQUE ("position")
);
CREATE INDEX events_by_age ON public.events USING btree (at);
CREATE INDEX events_by_invitation ON public.events USING btree (invitation_id, at DESC, id DESC) WHERE (invitation_id IS NOT NULL);
CREATE INDEX events_by_pass_run ON public.events USING btree (pass_run_id, at DESC, id DESC) WHERE (pass_run_id IS NOT NULL);
CREATE INDEX events_unplaced ON public.events USING btree (id) WHERE ("position" IS NULL);
CREATE TRIGGER events_reported AFTER UPDATE ON public.events REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION report_placed();

CREATE TABLE group_members (
    organization_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    group_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT group_members_pkey PRIMARY KEY (contact_id, group_id),
    CONSTRAINT group_members_organization_id_contact_id_fkey FOREIGN KEY (organization_id, contact_id) REFERENCES contacts(organization_id, id),
    CONSTRAINT group_members_organization_id_group_id_fkey FOREIGN KEY (organization_id, group_id) REFERENCES groups(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX group_members_by_group ON public.group_members USING btree (group_id, contact_id);

CREATE TABLE groups (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    name text NOT NULL,
    name_lower text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT groups_pkey PRIMARY KEY (id),
    CONSTRAINT groups_name_key UNIQUE (organization_id, name_lower),
    CONSTRAINT groups_organization_id_id_key UNIQUE (organization_id, id),
    CONSTRAINT groups_name_check CHECK ((name <> ''::text)),
    CONSTRAINT groups_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id)
);

CREATE TABLE household_additions (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    household_id uuid NOT NULL,
    added_by uuid NOT NULL,
    name text NOT NULL,
    channel text NOT NULL,
    address text NOT NULL,
    token_hash bytea,
    sent_at timestamp with time zone,
    problem text NOT NULL DEFAULT ''::text,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    contact_id uuid,
    CONSTRAINT household_additions_pkey PRIMARY KEY (id),
    CONSTRAINT household_additions_organization_id_id_key UNIQUE (organization_id, id),
    CONSTRAINT household_additions_channel_check CHECK ((channel = ANY (ARRAY['EMAIL'::text, 'SMS'::text]))),
    CONSTRAINT household_additions_organization_id_added_by_fkey FOREIGN KEY (organization_id, added_by) REFERENCES contacts(organization_id, id),
    CONSTRAINT household_additions_organization_id_contact_id_fkey FOREIGN KEY (organization_id, contact_id) REFERENCES contacts(organization_id, id),
    CONSTRAINT household_additions_organization_id_household_id_fkey FOREIGN KEY (organization_id, household_id) REFERENCES households(organization_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX household_additions_once ON public.household_additions USING btree (household_id, address) WHERE (ended_at IS NULL);
CREATE INDEX household_additions_open ON public.household_additions USING btree (household_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX household_additions_token_key ON public.household_additions USING btree (token_hash) WHERE (token_hash IS NOT NULL);

CREATE TABLE household_dismissals (
    organization_id uuid NOT NULL,
    location_id uuid NOT NULL,
    address_key text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT household_dismissals_pkey PRIMARY KEY (location_id, address_key),
    CONSTRAINT household_dismissals_organization_id_location_id_fkey FOREIGN KEY (organization_id, location_id) REFERENCES locations(organization_id, id)
);

CREATE TABLE household_spans (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    household_id uuid NOT NULL,
    name text NOT NULL,
    name_lower text NOT NULL,
    because text NOT NULL,
    began_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT household_spans_pkey PRIMARY KEY (id),
    CONSTRAINT household_spans_check CHECK ((ended_at > began_at)),
    CONSTRAINT household_spans_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX household_spans_by_household ON public.household_spans USING btree (household_id, ended_at);
CREATE INDEX household_spans_by_name ON public.household_spans USING btree (organization_id, name_lower, id);
CREATE UNIQUE INDEX household_spans_open_key ON public.household_spans USING btree (household_id) WHERE (ended_at IS NULL);

CREATE TABLE households (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    location_id uuid NOT NULL,
    name text NOT NULL,
    name_lower text NOT NULL,
    address text NOT NULL,
    address_key text NOT NULL,
    search text NOT NULL,
    head_id uuid,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT households_pkey PRIMARY KEY (id),
    CONSTRAINT households_organization_id_id_key UNIQUE (organization_id, id),
    CONSTRAINT households_name_check CHECK ((name <> ''::text)),
    CONSTRAINT households_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id),
    CONSTRAINT households_organization_id_head_id_fkey FOREIGN KEY (organization_id, head_id) REFERENCES contacts(organization_id, id),
    CONSTRAINT households_organization_id_location_id_fkey FOREIGN KEY (organization_id, location_id) REFERENCES locations(organization_id, id)
);
CREATE INDEX households_by_address ON public.households USING btree (organization_id, location_id, address_key) WHERE (address_key <> ''::text);
CREATE INDEX households_by_name ON public.households USING btree (organization_id, name_lower, id);
CREATE INDEX households_search ON public.households USING gin (organization_id, search gin_trgm_ops);

CREATE TABLE idempotency_keys (
    actor_id uuid NOT NULL,
    mutation text NOT NULL,
    key text NOT NULL,
    input_hash bytea NOT NULL,
    result jsonb,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT idempotency_keys_pkey PRIMARY KEY (actor_id, mutation, key)
);
CREATE INDEX idempotency_keys_by_age ON public.idempotency_keys USING btree (created_at);

CREATE TABLE invitations (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    state text NOT NULL,
    round integer NOT NULL DEFAULT 1,
    ttl_days integer NOT NULL,
    channels text NOT NULL,
    reminder_days_before integer NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    button text NOT NULL,
    sent_at timestamp with time zone,
    expires_at timestamp with time zone,
    accepted_at timestamp with time zone,
    end_reason text NOT NULL DEFAULT ''::text,
    created_by_name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT invitations_pkey PRIMARY KEY (id),
    CONSTRAINT invitations_organization_id_id_key UNIQUE (organization_id, id),
    CONSTRAINT invitations_channels_check CHECK ((channels = ANY (ARRAY['ALL_AVAILABLE'::text, 'EMAIL_ONLY'::text, 'SMS_ONLY'::text]))),
    CONSTRAINT invitations_check CHECK (((state <> 'PENDING'::text) OR (expires_at IS NOT NULL))),
    CONSTRAINT invitations_check1 CHECK (((state = 'ACCEPTED'::text) = (accepted_at IS NOT NULL))),
    CONSTRAINT invitations_state_check CHECK ((state = ANY (ARRAY['QUEUED'::text, 'PENDING'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'EXPIRED'::text, 'REVOKED'::text, 'FAILED'::text]))),
    CONSTRAINT invitations_organization_id_contact_id_fkey FOREIGN KEY (organization_id, contact_id) REFERENCES contacts(organization_id, id),
    CONSTRAINT invitations_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX invitations_by_contact ON public.invitations USING btree (contact_id, created_at DESC);
CREATE INDEX invitations_expiring ON public.invitations USING btree (expires_at) WHERE (state = 'PENDING'::text);
CREATE UNIQUE INDEX invitations_open_key ON public.invitations USING btree (contact_id) WHERE (state = ANY (ARRAY['QUEUED'::text, 'PENDING'::text, 'EXPIRED'::text, 'FAILED'::text]));

CREATE TABLE lanes (
    location_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    last_slot timestamp with time zone,
    CONSTRAINT lanes_pkey PRIMARY KEY (location_id),
    CONSTRAINT lanes_organization_id_location_id_fkey FOREIGN KEY (organization_id, location_id) REFERENCES locations(organization_id, id)
);

CREATE TABLE locations (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    name text NOT NULL,
    name_lower text NOT NULL,
    time_zone text NOT NULL,
    policy jsonb NOT NULL DEFAULT '{}'::jsonb,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT locations_pkey PRIMARY KEY (id),
    CONSTRAINT locations_name_key UNIQUE (organization_id, name_lower),
    CONSTRAINT locations_organization_id_id_key UNIQUE (organization_id, id),
    CONSTRAINT locations_name_check CHECK ((name <> ''::text)),
    CONSTRAINT locations_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id)
);

CREATE TABLE memberships (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    organization_id uuid,
    role text NOT NULL,
    contact_id uuid,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT memberships_pkey PRIMARY KEY (id),
    CONSTRAINT memberships_organization_id_id_key UNIQUE (organization_id, id),
    CONSTRAINT memberships_check CHECK (((role = 'SUPPORT'::text) = (organization_id IS NULL))),
    CONSTRAINT memberships_check1 CHECK (((role = 'CLIENT'::text) = (contact_id IS NOT NULL))),
    CONSTRAINT memberships_role_check CHECK ((role = ANY (ARRAY['OWNER'::text, 'LEADER'::text, 'TRAINER'::text, 'SUPPORT'::text, 'CLIENT'::text]))),
    CONSTRAINT memberships_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
    CONSTRAINT memberships_organization_id_contact_id_fkey FOREIGN KEY (organization_id, contact_id) REFERENCES contacts(organization_id, id),
    CONSTRAINT memberships_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX memberships_by_account ON public.memberships USING btree (account_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX memberships_contact_key ON public.memberships USING btree (contact_id) WHERE ((contact_id IS NOT NULL) AND (ended_at IS NULL));
CREATE UNIQUE INDEX memberships_staff_key ON public.memberships USING btree (organization_id, account_id) WHERE ((role <> 'CLIENT'::text) AND (ended_at IS NULL));

CREATE TABLE organization_logos (
    organization_id uuid NOT NULL,
    media_type text NOT NULL,
    hash text NOT NULL,
    picture bytea NOT NULL,
    CONSTRAINT organization_logos_pkey PRIMARY KEY (organization_id),
    CONSTRAINT organization_logos_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT organization_logos_media_type_check CHECK ((media_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'image/webp'::text]))),
    CONSTRAINT organization_logos_picture_check CHECK (((octet_length(picture) >= 1) AND (octet_length(picture) <= 204800))),
    CONSTRAINT organization_logos_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id)
);

CREATE TABLE organizations (
    id uuid NOT NULL,
    name text NOT NULL,
    preset text NOT NULL,
    region text NOT NULL DEFAULT 'US'::text,
    support_contact text NOT NULL DEFAULT ''::text,
    policy jsonb NOT NULL DEFAULT '{}'::jsonb,
    created_at timestamp with time zone NOT NULL,
    name_lower text NOT NULL,
    accent_color text NOT NULL DEFAULT ''::text,
    language text NOT NULL DEFAULT 'EN'::text,
    CONSTRAINT organizations_pkey PRIMARY KEY (id),
    CONSTRAINT organizations_accent_color_check CHECK ((accent_color ~ '^(#[0-9a-f]{6})?$'::text)),
    CONSTRAINT organizations_language_check CHECK ((language = ANY (ARRAY['EN'::text, 'ES'::text, 'FR'::text, 'DE'::text, 'PT'::text]))),
    CONSTRAINT organizations_name_check CHECK ((name <> ''::text)),
    CONSTRAINT organizations_preset_check CHECK ((preset = ANY (ARRAY['GYM'::text, 'COACH'::text, 'COMMUNITY'::text])))
);
CREATE INDEX organizations_by_name ON public.organizations USING btree (name_lower, id);
CREATE INDEX organizations_search ON public.organizations USING gin (name_lower gin_trgm_ops);

CREATE TABLE pass_prints (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    pass_ids uuid[] NOT NULL,
    paper text NOT NULL,
    per_page integer NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pass_prints_pkey PRIMARY KEY (id),
    CONSTRAINT pass_prints_paper_check CHECK ((paper = ANY (ARRAY['A4'::text, 'LETTER'::text]))),
    CONSTRAINT pass_prints_per_page_check CHECK ((per_page = ANY (ARRAY[1, 4, 8]))),
    CONSTRAINT pass_prints_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX pass_prints_by_age ON public.pass_prints USING btree (expires_at);

CREATE TABLE pass_runs (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    number integer NOT NULL,
    location_id uuid NOT NULL,
    note text NOT NULL,
    group_ids uuid[] NOT NULL,
    created_by uuid,
    created_by_name text NOT NULL,
    expires_at timestamp with time zone,
    printed_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pass_runs_pkey PRIMARY KEY (id),
    CONSTRAINT pass_runs_number_key UNIQUE (organization_id, number),
    CONSTRAINT pass_runs_organization_id_id_key UNIQUE (organization_id, id),
    CONSTRAINT pass_runs_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id),
    CONSTRAINT pass_runs_organization_id_location_id_fkey FOREIGN KEY (organization_id, location_id) REFERENCES locations(organization_id, id)
);

CREATE TABLE programs (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    name text NOT NULL,
    name_lower text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT programs_pkey PRIMARY KEY (id),
    CONSTRAINT programs_name_key UNIQUE (organization_id, name_lower),
    CONSTRAINT programs_organization_id_id_key UNIQUE (organization_id, id),
    CONSTRAINT programs_name_check CHECK ((name <> ''::text)),
    CONSTRAINT programs_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id)
);

CREATE TABLE proofs (
    subject_id uuid NOT NULL,
    address text NOT NULL,
    code_hash bytea NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT proofs_pkey PRIMARY KEY (subject_id, address)
);
CREATE INDEX proofs_by_age ON public.proofs USING btree (expires_at);

CREATE TABLE report_days (
    organization_id uuid NOT NULL,
    location_id uuid,
    day date NOT NULL,
    created integer NOT NULL,
    invited integer NOT NULL,
    queued integer NOT NULL,
    sent integer NOT NULL,
    first_sent integer NOT NULL,
    accepted integer NOT NULL,
    declined integer NOT NULL,
    expired integer NOT NULL,
    revoked integer NOT NULL,
    failed integer NOT NULL,
    CONSTRAINT report_days_key UNIQUE NULLS NOT DISTINCT (organization_id, location_id, day),
    CONSTRAINT report_days_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id),
    CONSTRAINT report_days_organization_id_location_id_fkey FOREIGN KEY (organization_id, location_id) REFERENCES locations(organization_id, id)
);

CREATE TABLE rounds (
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    location_id uuid NOT NULL,
    invitation_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    batch_id uuid,
    number integer NOT NULL,
    purpose text NOT NULL,
    priority smallint NOT NULL,
    place bigint NOT NULL DEFAULT nextval('round_places'::regclass),
    state text NOT NULL,
    accepted boolean NOT NULL DEFAULT false,
    slot_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT rounds_pkey PRIMARY KEY (id),
    CONSTRAINT rounds_once UNIQUE (invitation_id, number, purpose),
    CONSTRAINT rounds_organization_id_id_key UNIQUE (organization_id, id),
    CONSTRAINT rounds_priority_check CHECK ((priority = ANY (ARRAY[0, 1, 2]))),
    CONSTRAINT rounds_purpose_check CHECK ((purpose = ANY (ARRAY['INVITE'::text, 'REMINDER'::text]))),
    CONSTRAINT rounds_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'SENDING'::text, 'DONE'::text, 'CANCELLED'::text]))),
    CONSTRAINT rounds_organization_id_batch_id_fkey FOREIGN KEY (organization_id, batch_id) REFERENCES batches(organization_id, id),
    CONSTRAINT rounds_organization_id_contact_id_fkey FOREIGN KEY (organization_id, contact_id) REFERENCES contacts(organization_id, id),
    CONSTRAINT rounds_organization_id_invitation_id_fkey FOREIGN KEY (organization_id, invitation_id) REFERENCES invitations(organization_id, id),
    CONSTRAINT rounds_organization_id_location_id_fkey FOREIGN KEY (organization_id, location_id) REFERENCES locations(organization_id, id)
);
CREATE INDEX rounds_by_batch ON public.rounds USING btree (batch_id, state);
CREATE INDEX rounds_lane ON public.rounds USING btree (location_id, priority, place) WHERE (state = 'WAITING'::text);
CREATE UNIQUE INDEX rounds_waiting_once ON public.rounds USING btree (invitation_id) WHERE ((state = 'WAITING'::text) AND (purpose = 'INVITE'::text));

CREATE TABLE seat_days (
    organization_id uuid NOT NULL,
    day date NOT NULL,
    client_type text NOT NULL,
    shard smallint NOT NULL,
    change integer NOT NULL,
    CONSTRAINT seat_days_pkey PRIMARY KEY (organization_id, day, client_type, shard),
    CONSTRAINT seat_days_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id)
);

CREATE TABLE sessions (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    membership_id uuid NOT NULL,
    generation integer NOT NULL DEFAULT 1,
    rotated_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT sessions_pkey PRIMARY KEY (id),
    CONSTRAINT sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
    CONSTRAINT sessions_membership_id_fkey FOREIGN KEY (membership_id) REFERENCES memberships(id)
);
CREATE INDEX sessions_by_membership ON public.sessions USING btree (membership_id) WHERE (ended_at IS NULL);

CREATE OR REPLACE FUNCTION public.bill_contacts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
    changed uuid[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        changed := ARRAY(SELECT DISTINCT household_id FROM added WHERE household_id IS NOT NULL AND account_id IS NOT NULL AND archived_at IS NULL);
    ELSE
        changed := ARRAY(
            SELECT DISTINCT household_id FROM (
                SELECT id, household_id FROM added WHERE household_id IS NOT NULL AND account_id IS NOT NULL AND archived_at IS NULL
                UNION ALL
                SELECT id, household_id FROM removed WHERE household_id IS NOT NULL AND account_id IS NOT NULL AND archived_at IS NULL
            ) counting GROUP BY id, household_id HAVING count(*) = 1);
    END IF;
    IF changed <> '{}' THEN
        PERFORM span_households(changed, (SELECT max(greatest(updated_at, archived_at)) FROM added));
    END IF;
    IF TG_OP = 'INSERT' THEN
        INSERT INTO seat_days AS d (organization_id, day, client_type, shard, change)
        SELECT a.organization_id, day_at(greatest(a.updated_at, a.archived_at), l.time_zone), a.client_type, pg_backend_pid() % 32, count(*)
        FROM added a JOIN locations l ON l.id = a.location_id WHERE a.archived_at IS NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (organization_id, day, client_type, shard) DO UPDATE SET change = d.change + excluded.change;
    ELSIF EXISTS (SELECT FROM added a JOIN removed r USING (id)
        WHERE a.client_type <> r.client_type OR (a.archived_at IS NULL) <> (r.archived_at IS NULL)) THEN
        -- Of one change both sides fall on one day, be it that the location changed with it.
        INSERT INTO seat_days AS d (organization_id, day, client_type, shard, change)
        SELECT organization_id, day, client_type, pg_backend_pid() % 32, sum(n) FROM (
            SELECT a.organization_id, day_at(greatest(a.updated_at, a.archived_at), l.time_zone) AS day, side.client_type, side.n
            FROM added a JOIN removed r USING (id) JOIN locations l ON l.id = a.location_id
            CROSS JOIN LATERAL (VALUES (a.client_type, a.archived_at, 1), (r.client_type, r.archived_at, -1)) side (client_type, archived_at, n)
            WHERE side.archived_at IS NULL
        ) sides GROUP BY 1, 2, 3 HAVING sum(n) <> 0 ORDER BY 1, 2, 3
        ON CONFLICT (organization_id, day, client_type, shard) DO UPDATE SET change = d.change + excluded.change;
    END IF;
    RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION public.count_contacts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION public.day_at(at timestamp with time zone, zone text)
 RETURNS date
 LANGUAGE plpgsql
 STABLE
AS $function$
BEGIN
    RETURN (at AT TIME ZONE zone)::date;
EXCEPTION WHEN invalid_parameter_value THEN
    RETURN (at AT TIME ZONE 'UTC')::date;
END $function$;
CREATE OR REPLACE FUNCTION public.report_events(placed uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
    INSERT INTO report_days AS r (organization_id, location_id, day, created, invited, queued, sent, first_sent, accepted, declined, expired, revoked, failed)
    SELECT organization_id, location_id, day,
        count(*) FILTER (WHERE kind = 'CONTACT_CREATED'),
        count(*) FILTER (WHERE kind = 'INVITATION_QUEUED'),
        count(*) FILTER (WHERE kind IN ('INVITATION_QUEUED', 'ROUND_QUEUED')),
        count(*) FILTER (WHERE kind = 'INVITATION_SENT'),
        count(*) FILTER (WHERE kind = 'INVITATION_SENT' AND NOT sent_before),
        count(*) FILTER (WHERE kind = 'INVITATION_ACCEPTED'),
        count(*) FILTER (WHERE kind = 'INVITATION_DECLINED'),
        count(*) FILTER (WHERE kind = 'INVITATION_EXPIRED'),
        count(*) FILTER (WHERE kind IN ('INVITATION_REVOKED', 'ROUND_CANCELLED')),
        count(*) FILTER (WHERE kind = 'INVITATION_FAILED')
    FROM (
        SELECT e.organization_id, l.id AS location_id, day_at(e.at, l.time_zone) AS day, e.kind, EXISTS (
            SELECT FROM rounds this JOIN rounds earlier
                ON earlier.invitation_id = this.invitation_id AND earlier.number < this.number AND earlier.purpose = 'INVITE' AND earlier.accepted
            WHERE this.id = e.round_id) AS sent_before
        FROM events e JOIN locations l ON l.organization_id = e.organization_id AND l.id = e.location_id
        WHERE e.id = ANY (placed) AND (
            e.kind IN ('CONTACT_CREATED', 'INVITATION_QUEUED', 'ROUND_QUEUED', 'INVITATION_SENT', 'INVITATION_ACCEPTED',
                'INVITATION_DECLINED', 'INVITATION_REVOKED', 'INVITATION_FAILED')
            OR e.kind = 'INVITATION_EXPIRED' AND e.to_state = 'EXPIRED'   -- and not QUEUED: a resend was waiting
            OR e.kind = 'ROUND_CANCELLED' AND e.to_state = 'REVOKED'      -- a first round; any other goes back to where it stood
        )
    ) happened
    GROUP BY GROUPING SETS ((organization_id, location_id, day), (organization_id, day))
    ON CONFLICT ON CONSTRAINT report_days_key DO UPDATE SET
        created = r.created + excluded.created, invited = r.invited + excluded.invited, queued = r.queued + excluded.queued,
        sent = r.sent + excluded.sent, first_sent = r.first_sent + excluded.first_sent, accepted = r.accepted + excluded.accepted,
        declined = r.declined + excluded.declined, expired = r.expired + excluded.expired, revoked = r.revoked + excluded.revoked,
        failed = r.failed + excluded.failed
$function$;
CREATE OR REPLACE FUNCTION public.report_placed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    PERFORM report_events(ARRAY(SELECT a.id FROM added a JOIN removed r USING (id) WHERE a.position IS NOT NULL AND r.position IS NULL));
    RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION public.span_households(changed uuid[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
    PERFORM FROM households WHERE id = ANY (changed) ORDER BY id FOR NO KEY UPDATE;
    -- A span that would begin when the last one ended, or before, is the same one.
    UPDATE household_spans s SET ended_at = NULL
    WHERE s.household_id = ANY (changed) AND s.ended_at >= at
        AND NOT EXISTS (SELECT FROM household_spans o WHERE o.household_id = s.household_id AND (o.ended_at IS NULL OR o.ended_at > s.ended_at))
        AND EXISTS (SELECT FROM contacts c WHERE c.household_id = s.household_id AND c.account_id IS NOT NULL AND c.archived_at IS NULL);
    INSERT INTO household_spans (id, organization_id, household_id, name, name_lower, because, began_at)
    SELECT gen_random_uuid(), h.organization_id, h.id, h.name, h.name_lower, coalesce(nullif(c.name, ''), c.email, c.phone, ''), at
    FROM households h CROSS JOIN LATERAL (
        SELECT c.* FROM contacts c WHERE c.household_id = h.id AND c.account_id IS NOT NULL AND c.archived_at IS NULL
        ORDER BY c.registered_at, c.id LIMIT 1) c
    WHERE h.id = ANY (changed) AND NOT EXISTS (SELECT FROM household_spans s WHERE s.household_id = h.id AND s.ended_at IS NULL);
    -- A span without length never was.
    DELETE FROM household_spans s
    WHERE s.household_id = ANY (changed) AND s.ended_at IS NULL AND s.began_at >= at
        AND NOT EXISTS (SELECT FROM contacts c WHERE c.household_id = s.household_id AND c.account_id IS NOT NULL AND c.archived_at IS NULL);
    UPDATE household_spans s SET ended_at = at
    WHERE s.household_id = ANY (changed) AND s.ended_at IS NULL
        AND NOT EXISTS (SELECT FROM contacts c WHERE c.household_id = s.household_id AND c.account_id IS NOT NULL AND c.archived_at IS NULL);
END $function$;
