package devmode

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"log/slog"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/auth"
	"usher/invite"
	"usher/store"
	"usher/store/storetest"
)

// present is when a newcomer starts Usher: a Friday evening in New York.
var present = time.Date(2026, 11, 20, 23, 30, 0, 0, time.UTC)

func newKeys(t *testing.T) *auth.Keyring {
	t.Helper()
	key, err := auth.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	keys, err := auth.ParseKeyring(key, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// seeded returns a database with the demo data, and use cases over it.
func seeded(t *testing.T) (url string, keys *auth.Keyring, useCases *app.App) {
	t.Helper()
	url, keys = storetest.URL(t), newKeys(t)
	if err := Seed(t.Context(), url, keys, present); err != nil {
		t.Fatal(err)
	}
	db := storetest.Open(t, url, func() time.Time { return present })
	return url, keys, app.New(app.Deps{
		DB: db, Keys: keys, Tokens: auth.NewTokens(keys, "test", "test"), Hasher: auth.NewHasher(2), Limiter: unlimited{}, Mailer: &postman{},
		Random: rand.Reader, Wake: func() {}, Log: slog.New(slog.DiscardHandler), Limits: app.DefaultLimits(),
	})
}

func TestEverybodySignsInAsPrinted(t *testing.T) {
	t.Parallel()
	_, _, useCases := seeded(t)
	roles := map[invite.Role]bool{}
	for _, a := range Accounts() {
		signed, err := useCases.SignIn(t.Context(), app.Visitor{}, a.Email, a.Password)
		if err != nil || signed.Actor.Role != a.Role {
			t.Errorf("%s: role %s, %v", a.Email, signed.Actor.Role, err)
		}
		roles[a.Role] = true
		words := []string{a.Name, a.Email, a.Where}
		if refused := auth.CheckPassword(invite.PasswordFloor(), "", a.Password, words); len(refused) > 0 {
			t.Errorf("%s: the password is refused: %v", a.Email, refused)
		}
	}
	for _, role := range []invite.Role{invite.Owner, invite.Leader, invite.Trainer, invite.Support, invite.Client} {
		if !roles[role] {
			t.Errorf("there is no %s", role)
		}
	}
}

// of signs in and returns what the account sees.
func of(t *testing.T, useCases *app.App, a Account) (context.Context, auth.Actor) {
	t.Helper()
	signed, err := useCases.SignIn(t.Context(), app.Visitor{}, a.Email, a.Password)
	if err != nil {
		t.Fatal(err)
	}
	return auth.WithActor(t.Context(), signed.Actor), signed.Actor
}

func contactsOf(t *testing.T, useCases *app.App, actor auth.Actor) []invite.Contact {
	t.Helper()
	list, err := useCases.DB.ContactPage(t.Context(), app.ScopeOf(actor), store.ContactFilter{}, store.ContactSort{By: store.ByName}, nil, 200, present)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestTheGymHasEveryStatusAndWaitsForItsWindow(t *testing.T) {
	t.Parallel()
	_, _, useCases := seeded(t)
	ctx, leader := of(t, useCases, gymStaff[1])
	count := map[invite.ContactStatus]int{}
	for _, c := range contactsOf(t, useCases, leader) {
		count[c.StatusAt(present)]++
	}
	want := map[invite.ContactStatus]int{
		invite.NotInvited: 6, "QUEUED": len(waitingNames), "PENDING": 4, "DECLINED": 3, "EXPIRED": 10, "REVOKED": 1, "FAILED": 1, invite.Registered: 15,
	}
	if diff := cmp.Diff(want, count); diff != "" {
		t.Errorf("statuses: %s", diff)
	}
	totals, err := useCases.DB.StatusTotals(ctx, []invite.ID{leader.Organization}, present)
	if err != nil {
		t.Fatal(err)
	}
	kept := map[invite.ContactStatus]int{}
	for _, total := range totals {
		kept[total.Status] = total.N
	}
	if diff := cmp.Diff(want, kept); diff != "" {
		t.Errorf("the kept counts: %s", diff)
	}

	org, err := useCases.DB.Organization(ctx, app.ScopeOf(leader), leader.Organization)
	if err != nil {
		t.Fatal(err)
	}
	locations, err := useCases.DB.LocationsOf(ctx, app.ScopeOf(leader), []invite.ID{org.ID})
	if err != nil || len(locations) != 2 {
		t.Fatalf("%d locations, %v", len(locations), err)
	}
	fast, strict := locations[0].PolicyIn(org), locations[1].PolicyIn(org)
	if fast.PaceSeconds != 2 || fast.Window != nil {
		t.Errorf("%s paces at %d s in %v", locations[0].Name, fast.PaceSeconds, fast.Window)
	}
	if strict.PaceSeconds != 60 || strict.Window == nil || strict.Window.From != 8*60 || strict.Window.To != 16*60 {
		t.Errorf("%s paces at %d s in %v", locations[1].Name, strict.PaceSeconds, strict.Window)
	}
	lane, err := locations[1].LaneIn(org)
	if err != nil {
		t.Fatal(err)
	}
	if next := lane.Next(present); !next.After(present) {
		t.Errorf("the second location would send at %v", next)
	}
}

// The gym's report shows weeks of which every day's events are on their day.
func TestTheGymHasAHistory(t *testing.T) {
	t.Parallel()
	_, _, useCases := seeded(t)
	ctx, leader := of(t, useCases, gymStaff[1])
	for placed := int64(1); placed > 0; {
		var err error
		if placed, err = useCases.PlaceFacts(ctx, 500); err != nil {
			t.Fatal(err)
		}
	}
	days, err := useCases.DB.Reports(ctx, []invite.ID{leader.Organization}, nil, 61, present)
	if err != nil || len(days) != 61 {
		t.Fatalf("%d days, %v", len(days), err)
	}
	on := map[int]store.ReportDay{}
	total := store.ReportDay{}
	for n, d := range days {
		on[60-n] = d // by days ago
		total.Created += d.Created
		total.FirstSent += d.FirstSent
		total.Accepted += d.Accepted
		total.Expired += d.Expired
	}
	for _, g := range gymEarlier {
		if d := on[g.daysAgo]; d.Created != len(g.names) || d.Sent != len(g.names) {
			t.Errorf("%d days ago: %+v, want %d", g.daysAgo, d, len(g.names))
		}
	}
	if d := on[12]; d.Sent != len(gymOld) || d.Accepted != 1 || d.Declined != 1 {
		t.Errorf("12 days ago: %+v", d)
	}
	if d := on[47]; d.Expired != 1 {
		t.Errorf("10 days after the first group: %+v", d)
	}
	want := store.ReportDay{Created: 23 + len(gymOld) + len(gymRecent) + len(gymProspects) + len(gymOffline) + len(gymTrainees) + len(waitingNames), FirstSent: 23 + len(gymOld) + len(gymRecent) - 1, Accepted: 15, Expired: 10}
	if diff := cmp.Diff(want, total); diff != "" {
		t.Error(diff)
	}
}

func TestResendAndRenewCanBeTried(t *testing.T) {
	t.Parallel()
	_, _, useCases := seeded(t)
	ctx, leader := of(t, useCases, gymStaff[1])
	tried := 0
	for _, c := range contactsOf(t, useCases, leader) {
		if s := c.StatusAt(present); s == "EXPIRED" || s == "FAILED" || s == "PENDING" {
			tried++
			if err := useCases.ResendInvitation(ctx, app.ResendInput{Invitation: *c.InvitationID}); err != nil {
				t.Errorf("%s, %s: %v", c.Name, s, err)
			}
		}
	}
	if tried != 15 {
		t.Errorf("%d tried", tried)
	}
}

func TestTrainersHaveClientsOfTheirOwn(t *testing.T) {
	t.Parallel()
	_, _, useCases := seeded(t)
	for _, a := range []Account{gymStaff[2], coachStaff[2]} {
		_, trainer := of(t, useCases, a)
		if list := contactsOf(t, useCases, trainer); len(list) != 2 {
			t.Errorf("%s has %d clients", a.Email, len(list))
		}
	}
}

// TestSeedingTwiceChangesNothing compares every table.
func TestSeedingTwiceChangesNothing(t *testing.T) {
	t.Parallel()
	url, keys, _ := seeded(t)
	before := tables(t, url)
	if len(before) < 10 || before["contacts"] == "" {
		t.Fatalf("looked at %d tables", len(before))
	}
	if err := Seed(t.Context(), url, keys, present.AddDate(0, 0, 20)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, tables(t, url)); diff != "" {
		t.Error(diff)
	}
}

// tables returns a digest of each table's rows.
func tables(t *testing.T, url string) map[string]string {
	t.Helper()
	db, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.QueryContext(t.Context(), `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	digests := map[string]string{}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		digests[name] = ""
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Collect(maps.Keys(digests)) {
		var digest string
		err := db.QueryRowContext(t.Context(), `SELECT coalesce(md5(string_agg(r::text, '|' ORDER BY r::text)), '') FROM `+name+` r`).Scan(&digest)
		if err != nil {
			t.Fatal(err)
		}
		digests[name] = digest
	}
	return digests
}

func TestARealInstallationIsLeftAlone(t *testing.T) {
	t.Parallel()
	url, keys := storetest.URL(t), newKeys(t)
	db := storetest.Open(t, url, func() time.Time { return present })
	err := db.InTx(t.Context(), func(tx *store.Tx) error {
		return tx.InsertOrganization(t.Context(), invite.Organization{ID: store.NewID(), Name: "A real gym", Preset: invite.Gym, Region: "US"})
	})
	if err != nil {
		t.Fatal(err)
	}
	before := tables(t, url)
	if err := Seed(t.Context(), url, keys, present); !errors.Is(err, ErrOtherData) {
		t.Errorf("seeded: %v", err)
	}
	if diff := cmp.Diff(before, tables(t, url)); diff != "" {
		t.Error(diff)
	}
}
