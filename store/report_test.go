package store_test

import (
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/internal/testenv"
	"usher/invite"
	"usher/store"
	"usher/store/storetest"
)

// happened is a fact of the kind about a contact at the location.
func happened(n *tenant, at invite.Location, kind invite.FactKind, to invite.InvitationState) invite.Fact {
	f := invite.Fact{Kind: kind, OrganizationID: n.org.ID, LocationID: &at.ID}
	if to != "" {
		f = f.Moved(invite.Queued, to)
	}
	return f
}

// eachKind is one fact of each kind that is counted, and of each that is not.
func eachKind(n *tenant, at invite.Location) []invite.Fact {
	return []invite.Fact{
		happened(n, at, invite.ContactCreated, ""), happened(n, at, invite.InvitationQueued, invite.Queued),
		happened(n, at, invite.RoundQueued, ""), happened(n, at, invite.InvitationSent, invite.Pending),
		happened(n, at, invite.InvitationAccepted, invite.Accepted), happened(n, at, invite.InvitationDeclined, invite.Declined),
		happened(n, at, invite.InvitationExpired, invite.Expired), happened(n, at, invite.InvitationExpired, invite.Queued),
		happened(n, at, invite.InvitationRevoked, invite.Revoked), happened(n, at, invite.RoundWasCancelled, invite.Revoked),
		happened(n, at, invite.RoundWasCancelled, invite.Failed), happened(n, at, invite.RoundWasCancelled, ""),
		happened(n, at, invite.InvitationFailed, invite.Failed), happened(n, at, invite.ContactChanged, ""),
		happened(n, at, invite.RoundRaised, ""), happened(n, at, invite.ReminderQueued, ""), happened(n, at, invite.MessageSent, ""),
		happened(n, at, invite.PolicyChanged, ""),
	}
}

// once is a day on which eachKind happened n times.
func once(o *tenant, date string, n int) store.ReportDay {
	return store.ReportDay{
		OrganizationID: o.org.ID, Date: date, Created: n, Invited: n, Queued: 2 * n, Sent: n, FirstSent: n,
		Accepted: n, Declined: n, Expired: n, Revoked: 2 * n, Failed: n,
	}
}

// appendFacts writes facts in a transaction of their own.
func appendFacts(t testing.TB, db *store.DB, facts ...invite.Fact) {
	t.Helper()
	write(t, db, func(tx *store.Tx) error { return tx.Append(t.Context(), facts) })
}

// place gives every fact its position, some at a time.
func place(t testing.TB, db *store.DB, some int) {
	t.Helper()
	for n := int64(1); n > 0; {
		write(t, db, func(tx *store.Tx) (err error) {
			n, err = tx.PlaceFacts(t.Context(), some)
			return err
		})
	}
}

// report reads one organization's days.
func report(t testing.TB, db *store.DB, n *tenant, at *invite.ID, days int) []store.ReportDay {
	t.Helper()
	list, err := db.Reports(t.Context(), []invite.ID{n.org.ID}, at, days, db.Now())
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestReportCountsWhatHappened(t *testing.T) {
	t.Parallel()
	db := open(t)
	a, b := bare(t, db, "a"), bare(t, db, "b")
	second := invite.Location{ID: store.NewID(), OrganizationID: a.org.ID, Name: "Second", TimeZone: "UTC"}
	write(t, db, func(tx *store.Tx) error { return tx.InsertLocation(t.Context(), second) })
	appendFacts(t, db, eachKind(a, a.location)...)
	appendFacts(t, db, append(eachKind(a, second), eachKind(a, second)...)...)
	appendFacts(t, db, eachKind(b, b.location)...)
	if diff := cmp.Diff([]store.ReportDay{{OrganizationID: a.org.ID, Date: "2026-11-24"}}, report(t, db, a, nil, 1)); diff != "" {
		t.Errorf("before they are placed: %s", diff)
	}
	place(t, db, 7)
	for name, tc := range map[string]struct {
		of   *tenant
		at   *invite.ID
		want int
	}{
		"all": {a, nil, 3}, "main": {a, &a.location.ID, 1}, "second": {a, &second.ID, 2}, "other": {b, nil, 1}, "strange": {b, &second.ID, -1},
	} {
		want := []store.ReportDay{once(tc.of, "2026-11-24", tc.want)}
		if tc.want < 0 {
			want = nil
		}
		if diff := cmp.Diff(want, report(t, db, tc.of, tc.at, 1)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// Several relays that lose transactions on the way count each event once.
func TestReportCountsEachEventOnce(t *testing.T) {
	t.Parallel()
	db := open(t)
	n := bare(t, db, "a")
	const writers, each = 4, 25
	lost := errors.New("lost")
	var writing, placing sync.WaitGroup
	for range writers {
		writing.Go(func() {
			for range each {
				err := db.InTx(t.Context(), func(tx *store.Tx) error { return tx.Append(t.Context(), eachKind(n, n.location)) })
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	done := make(chan struct{})
	for range 3 {
		placing.Go(func() {
			for turn := 0; ; turn++ {
				select {
				case <-done:
					return
				default:
				}
				err := db.InTx(t.Context(), func(tx *store.Tx) error {
					_, err := tx.PlaceFacts(t.Context(), 31)
					if err == nil && turn%3 == 0 {
						return lost
					}
					return err
				})
				if err != nil && !errors.Is(err, lost) {
					t.Error(err)
				}
			}
		})
	}
	writing.Wait()
	close(done)
	placing.Wait()
	place(t, db, 500)
	want := []store.ReportDay{once(n, "2026-11-24", writers*each)}
	if diff := cmp.Diff(want, report(t, db, n, nil, 1)); diff != "" {
		t.Error(diff)
	}
}

// What else is changed of events that have their positions is not counted.
func TestReportIgnoresOtherChanges(t *testing.T) {
	t.Parallel()
	url := storetest.URL(t)
	db := storetest.Open(t, url, clock)
	n := bare(t, db, "a")
	appendFacts(t, db, eachKind(n, n.location)...)
	storetest.NewProbe(t, url).Exec(`UPDATE events SET reason = 'not placed'`)
	place(t, db, 500)
	storetest.NewProbe(t, url).Exec(`UPDATE events SET reason = 'placed'`)
	if diff := cmp.Diff([]store.ReportDay{once(n, "2026-11-24", 1)}, report(t, db, n, nil, 1)); diff != "" {
		t.Error(diff)
	}
}

// A day is the location's: where it begins late or early, is 23 or 25 hours
// long, or began in another year.
func TestReportDaysFollowTheLocation(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ zone, at, day string }{
		{"UTC", "2026-11-24T00:00:00Z", "2026-11-24"},
		{"Pacific/Auckland", "2026-11-24T10:59:59Z", "2026-11-24"},
		{"Pacific/Auckland", "2026-11-24T11:00:00Z", "2026-11-25"},
		{"Pacific/Honolulu", "2026-11-24T09:59:59Z", "2026-11-23"},
		{"Pacific/Honolulu", "2026-11-24T10:00:00Z", "2026-11-24"},
		{"Europe/Berlin", "2026-03-28T22:59:59Z", "2026-03-28"}, // standard time
		{"Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29"}, // 23 hours long
		{"Europe/Berlin", "2026-03-29T21:59:59Z", "2026-03-29"},
		{"Europe/Berlin", "2026-03-29T22:00:00Z", "2026-03-30"},
		{"Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25"}, // 25 hours long
		{"Europe/Berlin", "2026-10-25T22:59:59Z", "2026-10-25"},
		{"Europe/Berlin", "2026-10-25T23:00:00Z", "2026-10-26"},
		{"America/New_York", "2027-01-01T04:59:59Z", "2026-12-31"},
		{"Asia/Kathmandu", "2026-11-24T18:15:00Z", "2026-11-25"},
		{"Atlantis/Capital", "2026-11-24T23:59:59Z", "2026-11-24"}, // the server does not know it: by UTC
	} {
		at, err := time.Parse(time.RFC3339, tc.at)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(tc.zone+" "+tc.at, func(t *testing.T) {
			t.Parallel()
			url := storetest.URL(t)
			db := storetest.Open(t, url, func() time.Time { return at })
			n := bare(t, db, "a")
			storetest.NewProbe(t, url).Exec(`UPDATE locations SET time_zone = $1`, tc.zone)
			appendFacts(t, db, eachKind(n, n.location)...)
			place(t, db, 500)
			want := []store.ReportDay{once(n, tc.day, 1)}
			if diff := cmp.Diff(want, report(t, db, n, nil, 1)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(want, report(t, db, n, &n.location.ID, 1)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Every day is there, the empty ones too, up to where the day has begun first.
func TestReportFillsEmptyDays(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 27, 12, 0, 0, 0, time.UTC)
	db := storetest.New(t, func() time.Time { return now })
	n := bare(t, db, "a")
	early := invite.Location{ID: store.NewID(), OrganizationID: n.org.ID, Name: "Early", TimeZone: "Pacific/Auckland"}
	write(t, db, func(tx *store.Tx) error { return tx.InsertLocation(t.Context(), early) })
	appendFacts(t, db, eachKind(n, n.location)...)
	now = now.AddDate(0, 0, 3)
	appendFacts(t, db, eachKind(n, early)...)
	place(t, db, 500)
	empty := func(date string) store.ReportDay { return store.ReportDay{OrganizationID: n.org.ID, Date: date} }
	for name, tc := range map[string]struct {
		at   *invite.ID
		want []store.ReportDay
	}{
		"all":   {nil, []store.ReportDay{once(n, "2026-03-27", 1), empty("2026-03-28"), empty("2026-03-29"), empty("2026-03-30"), once(n, "2026-03-31", 1)}},
		"main":  {&n.location.ID, []store.ReportDay{empty("2026-03-26"), once(n, "2026-03-27", 1), empty("2026-03-28"), empty("2026-03-29"), empty("2026-03-30")}},
		"early": {&early.ID, []store.ReportDay{empty("2026-03-27"), empty("2026-03-28"), empty("2026-03-29"), empty("2026-03-30"), once(n, "2026-03-31", 1)}},
	} {
		if diff := cmp.Diff(tc.want, report(t, db, n, tc.at, 5)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if days := report(t, db, n, nil, 90); len(days) != 90 || days[0].Date != "2026-01-01" {
		t.Errorf("%d days from %s", len(days), days[0].Date)
	}
}

// earlier is a tenant in a schema that today's methods do not know.
func earlier(probe *storetest.Probe, name string) *tenant {
	n := &tenant{org: invite.Organization{ID: store.NewID()}}
	n.location = invite.Location{ID: store.NewID(), OrganizationID: n.org.ID}
	probe.Exec(`INSERT INTO organizations (id, name, name_lower, preset, created_at) VALUES ($1, $2, $2, 'GYM', $3)`, n.org.ID, name, now)
	probe.Exec(`INSERT INTO locations (id, organization_id, name, name_lower, time_zone, created_at) VALUES ($1, $2, 'Main', 'main', 'UTC', $3)`, n.location.ID, n.org.ID, now)
	return n
}

// What happened before there were reports is in them; what was not placed by
// then is counted when it is.
func TestReportOfEarlierEvents(t *testing.T) {
	t.Parallel()
	url := testenv.Postgres(t)
	if err := store.MigrateTo(t.Context(), url, 2); err != nil {
		t.Fatal(err)
	}
	db, probe := storetest.Open(t, url, clock), storetest.NewProbe(t, url)
	a, b := earlier(probe, "a"), earlier(probe, "b")
	happen := func(n *tenant) {
		for _, f := range eachKind(n, n.location) {
			probe.Exec(`INSERT INTO events (id, organization_id, location_id, kind, actor_kind, actor_name, to_state, at) VALUES ($1, $2, $3, $4, 'SYSTEM', '', $5, $6)`,
				store.NewID(), f.OrganizationID, f.LocationID, f.Kind, f.ToState, now)
		}
	}
	for range 3 {
		happen(a)
		happen(b)
	}
	place(t, db, 7)
	happen(a)
	if err := store.Migrate(t.Context(), url); err != nil {
		t.Fatal(err)
	}
	for _, n := range []*tenant{a, b} {
		if diff := cmp.Diff([]store.ReportDay{once(n, "2026-11-24", 3)}, report(t, db, n, nil, 1)); diff != "" {
			t.Errorf("after the migration: %s", diff)
		}
	}
	place(t, db, 7)
	if diff := cmp.Diff([]store.ReportDay{once(a, "2026-11-24", 4)}, report(t, db, a, nil, 1)); diff != "" {
		t.Errorf("after the relay's next turns: %s", diff)
	}
}
