package bench

import (
	"fmt"

	"usher/invite"
)

// crowdSize is how many contacts the crowd has; depth is where a deep page of
// them begins.
const (
	crowdSize = 600_000
	depth     = 500_000
)

// rareStatus is that of one contact in 10,000; the others' frequencies follow
// from the remainder of their number by 20.
const rareStatus = invite.ContactStatus(invite.Failed)

// crowd puts crowdSize contacts on file at once, past the use cases. Number i
// is the i-th by name. Rows lie in no order of any index; indexes are made
// after the rows, and foreign keys and the counting trigger are passed by, all
// for speed: the trigger's counts are written in its stead.
func (t *town) crowd() {
	t.World.Probe.Exec(fmt.Sprintf(`
BEGIN;
SET LOCAL session_replication_role = replica;
SET LOCAL maintenance_work_mem = '512MB';
CREATE TEMP TABLE plain ON COMMIT DROP AS
    SELECT indexname, indexdef FROM pg_indexes
    WHERE tablename = 'contacts' AND indexname NOT IN (SELECT conname FROM pg_constraint WHERE conrelid = 'contacts'::regclass);
DO $$ DECLARE i record; BEGIN
    FOR i IN SELECT * FROM plain LOOP EXECUTE 'DROP INDEX ' || quote_ident(i.indexname); END LOOP;
END $$;
INSERT INTO contacts (id, organization_id, location_id, name, name_lower, email, phone, search, stage, client_type,
    account_id, registered_at, status, lapses_at, created_at, updated_at)
SELECT id, '%[1]s', '%[2]s', lower, lower, email, phone, lower || ' ' || email || ' ' || phone, 'MEMBER', 'FULL_ACCESS',
    CASE WHEN status = 'REGISTERED' THEN '%[3]s'::uuid END, CASE WHEN status = 'REGISTERED' THEN at END,
    status, CASE WHEN status = 'PENDING' THEN at + interval '5 days' END, at - i * interval '1 second', at
FROM (SELECT i, gen_random_uuid() AS id, timestamptz '%[4]s' AS at,
        lpad(i::text, 6, '0') || ' ' || substr(md5((i %% 997)::text), 1, 6) AS lower,
        'crowd' || i || '@crowd.example' AS email, '+' || (4917600000000 + i) AS phone,
        CASE WHEN i %% 10000 = 0 THEN 'FAILED' WHEN i %% 20 < 9 THEN 'REGISTERED' WHEN i %% 20 < 13 THEN 'PENDING'
             WHEN i %% 20 < 16 THEN 'EXPIRED' WHEN i %% 20 < 18 THEN 'NOT_INVITED' WHEN i %% 20 < 19 THEN 'QUEUED' ELSE 'REVOKED' END AS status
      FROM generate_series(0, %[5]d - 1) i ORDER BY md5(i::text)) people;
DO $$ DECLARE i record; BEGIN
    FOR i IN SELECT * FROM plain LOOP EXECUTE i.indexdef; END LOOP;
END $$;
INSERT INTO contact_counts (organization_id, status, shard, n)
    SELECT organization_id, status, 0, count(*) FROM contacts GROUP BY 1, 2;
COMMIT`, t.Org.ID, t.Location.ID, t.Owner.Account, t.World.Clock.Now().Format("2006-01-02 15:04:05Z"), crowdSize))
	t.World.Probe.Exec(`VACUUM ANALYZE contacts`)
}

// crowdPlace is the name by which number i of the crowd is sorted, less its
// end: what lies behind it begins with number i.
func crowdPlace(i int) string { return fmt.Sprintf("%06d", i) }
