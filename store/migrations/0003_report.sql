-- +goose Up
-- +goose StatementBegin

-- The day on which something happened, by the calendar of a place. A zone that this server does not know must not stop
-- the relay: then the day is UTC's.
CREATE FUNCTION day_at(at timestamptz, zone text) RETURNS date LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (at AT TIME ZONE zone)::date;
EXCEPTION WHEN invalid_parameter_value THEN
    RETURN (at AT TIME ZONE 'UTC')::date;
END $$;

-- What happened on each day, rolled up from events: counting the events of 90 days takes seconds where a million were
-- invited. A day is that of the location's calendar, in the zone that it had when the day was counted.
CREATE TABLE report_days (
    organization_id uuid NOT NULL REFERENCES organizations,
    location_id     uuid,                          -- null: all locations of the organization
    day             date NOT NULL,
    created         integer NOT NULL,
    invited         integer NOT NULL,
    queued          integer NOT NULL,
    sent            integer NOT NULL,
    first_sent      integer NOT NULL,              -- of sent: invitations of which nothing had left before
    accepted        integer NOT NULL,
    declined        integer NOT NULL,
    expired         integer NOT NULL,
    revoked         integer NOT NULL,
    failed          integer NOT NULL,
    CONSTRAINT report_days_key UNIQUE NULLS NOT DISTINCT (organization_id, location_id, day),
    FOREIGN KEY (organization_id, location_id) REFERENCES locations (organization_id, id)
);

-- Adds events to their days. Each event must be given once: the relay is the only caller, by the trigger below.
CREATE FUNCTION report_events(placed uuid[]) RETURNS void LANGUAGE sql AS $$
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
$$;

-- An event is counted in the transaction that gives it its position: once, by the one writer that the relay is, so that
-- no request ever waits for a counter. That a trigger does it holds for the relays of an earlier version too, which go on
-- until their replicas are replaced.
CREATE FUNCTION report_placed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM report_events(ARRAY(SELECT a.id FROM added a JOIN removed r USING (id) WHERE a.position IS NOT NULL AND r.position IS NULL));
    RETURN NULL;
END $$;

-- What has its position already, while no relay gives more (the key is store.relayLock's).
SELECT pg_advisory_xact_lock(7061001);
DO $$
DECLARE
    step CONSTANT bigint := 50000;
BEGIN
    FOR after IN 0..(SELECT coalesce(max(position), 0) FROM events) BY step LOOP
        PERFORM report_events(ARRAY(SELECT id FROM events WHERE position > after AND position <= after + step));
    END LOOP;
END $$;

-- Messages that did not arrive: of an invitation's newest round, where it is not over. One that is over has ended every
-- credential; and a hundred thousand failures that are being resent must not stand before the few that are news.
ALTER TABLE deliveries
    ADD COLUMN tried_at timestamptz,                       -- when it was last tried, or more was heard of it
    ADD COLUMN superseded boolean NOT NULL DEFAULT false;  -- it had a problem when a newer round was queued
UPDATE deliveries d SET tried_at = coalesce(d.sent_at, d.first_attempt_at), superseded = d.number < i.round
FROM invitations i
WHERE i.id = d.invitation_id AND d.state IN ('DEFERRED', 'BOUNCED', 'COMPLAINED', 'SUPPRESSED', 'FAILED') AND d.credential_ended_at IS NULL;
CREATE INDEX deliveries_problems ON deliveries (organization_id, (coalesce(tried_at, created_at)) DESC, id DESC)
    WHERE state IN ('DEFERRED', 'BOUNCED', 'COMPLAINED', 'SUPPRESSED', 'FAILED') AND credential_ended_at IS NULL AND NOT superseded;

-- Last, because nobody can append an event from here to the end of the migration.
CREATE TRIGGER events_reported AFTER UPDATE ON events
    REFERENCING NEW TABLE AS added OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION report_placed();

-- +goose StatementEnd
