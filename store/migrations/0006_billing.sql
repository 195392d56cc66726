-- +goose Up
-- +goose StatementBegin

-- When a household had a registered member on file: that is what a community is billed for. A span outlives its household.
CREATE TABLE household_spans (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations,
    household_id    uuid NOT NULL,                 -- no reference: households are deleted
    name            text NOT NULL,                 -- of the household when it began
    name_lower      text NOT NULL,
    because         text NOT NULL,                 -- whose joining made it count
    began_at        timestamptz NOT NULL,
    ended_at        timestamptz,
    CHECK (ended_at > began_at)
);
CREATE UNIQUE INDEX household_spans_open_key ON household_spans (household_id) WHERE ended_at IS NULL;
CREATE INDEX household_spans_by_household ON household_spans (household_id, ended_at);
CREATE INDEX household_spans_by_name ON household_spans (organization_id, name_lower, id);

-- How many contacts of a type came on file or went off it on a day of their location's calendar; a row a shard, as in
-- contact_counts. Their sum up to a day is how many there were at its end.
CREATE TABLE seat_days (
    organization_id uuid NOT NULL REFERENCES organizations,
    day             date NOT NULL,
    client_type     text NOT NULL,
    shard           smallint NOT NULL,
    change          integer NOT NULL,
    PRIMARY KEY (organization_id, day, client_type, shard)
);

-- Opens and ends the spans of households, as their members are now. Whoever comes and whoever goes wait for one another at
-- the household's row, and each looks at what the other has left: so two who join at once open one span, and the last who
-- leaves does not end it for the one who has just joined. The time is that of the contact's change.
CREATE FUNCTION span_households(changed uuid[], at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
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
END $$;

-- What counts is kept by triggers, so that no use case can forget it. Contacts of no household cost one look at the changed
-- rows; seats are only written where somebody came, went, or changed type.
CREATE FUNCTION bill_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
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
END $$;

-- What is there already; nobody changes a contact from here to the end of the migration.
LOCK TABLE contacts IN SHARE ROW EXCLUSIVE MODE;
INSERT INTO household_spans (id, organization_id, household_id, name, name_lower, because, began_at)
SELECT gen_random_uuid(), h.organization_id, h.id, h.name, h.name_lower, coalesce(nullif(c.name, ''), c.email, c.phone, ''), greatest(c.registered_at, h.created_at)
FROM households h CROSS JOIN LATERAL (
    SELECT c.* FROM contacts c WHERE c.household_id = h.id AND c.account_id IS NOT NULL AND c.archived_at IS NULL
    ORDER BY c.registered_at, c.id LIMIT 1) c;
-- Nobody kept which type a contact had earlier: it is taken to have had today's from the beginning.
INSERT INTO seat_days (organization_id, day, client_type, shard, change)
SELECT organization_id, day, client_type, 0, sum(n) FROM (
    SELECT c.organization_id, day_at(c.created_at, l.time_zone) AS day, c.client_type, 1 AS n
    FROM contacts c JOIN locations l ON l.id = c.location_id
    UNION ALL
    SELECT c.organization_id, day_at(greatest(c.archived_at, c.created_at), l.time_zone), c.client_type, -1
    FROM contacts c JOIN locations l ON l.id = c.location_id WHERE c.archived_at IS NOT NULL
) sides GROUP BY 1, 2, 3 HAVING sum(n) <> 0;

CREATE TRIGGER contacts_billed_insert AFTER INSERT ON contacts
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION bill_contacts();
CREATE TRIGGER contacts_billed_update AFTER UPDATE ON contacts
    REFERENCING NEW TABLE AS added OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION bill_contacts();

-- +goose StatementEnd
