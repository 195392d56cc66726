package httpd

import (
	"encoding/csv"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
)

// table reads what the browser got as a spreadsheet does.
func (b *browser) table() [][]string {
	b.t.Helper()
	text, marked := strings.CutPrefix(b.page, "\ufeff")
	if !marked || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
		b.t.Errorf("no byte order mark, or lines that do not end in CR LF: %q", b.page)
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		b.t.Fatalf("%v: %q", err, text)
	}
	return rows
}

// Names of whatever script are in it as they are, but for those that a
// spreadsheet would run.
func TestBillingCSV(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.world.Place(invite.Community, "Birch Park")
	if _, err := s.world.App.UpdateOrganization(s.world.As(p.Owner), app.PresentationInput{Name: new(`Birch "Park" / שלום`)}); err != nil {
		t.Fatal(err)
	}
	dangerous := []string{`=HYPERLINK("https://evil.example","Click")`, "+1 Park", "-2 Park", "@SUM(A1)", `Comma, "quote"`, "🏡 Home", "בית", "Ünal"}
	for n, c := range p.Contacts(len(dangerous)) {
		if _, err := s.world.App.CreateHousehold(s.world.As(p.Owner), app.NewHousehold{Name: &dangerous[n], Members: []invite.ID{c.ID}}); err != nil {
			t.Fatal(err)
		}
		token := p.Send(c)[0].Token
		in := app.RegisterInput{Credential: app.Credential{Token: &token}, Name: "=cmd " + c.Name, Password: apptest.Password}
		if _, err := s.world.App.Register(t.Context(), app.Visitor{}, in); err != nil {
			t.Fatal(err)
		}
		s.world.Clock.Advance(time.Minute)
	}
	usage, err := s.world.App.BillingUsage(s.world.As(p.Owner), nil, &app.DaysInput{From: "2026-11-23", To: "2026-11-24"})
	if err != nil {
		t.Fatal(err)
	}
	b := s.signedIn("owner@birch-park.example")
	response := b.do(http.MethodGet, usage.CSVPath(), nil)
	status(t, response, http.StatusOK)
	for name, want := range map[string]string{
		"Content-Type":        "text/csv; charset=utf-8; header=present",
		"Cache-Control":       "no-store",
		"Content-Disposition": "attachment; filename*=utf-8''Birch-Park-%D7%A9%D7%9C%D7%95%D7%9D-billing-2026-11-23-to-2026-11-24.csv",
	} {
		if got := response.Header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	rows := b.table()
	want := [][]string{
		{"Day", "Billed", "Registered households", "Seats"}, {"2026-11-23", "0", "0", "0"}, {"2026-11-24", "8", "8", "8"},
		{"Household", "Counted from (Europe/Berlin)", "Counted until (Europe/Berlin)", "Because of"},
	}
	if diff := cmp.Diff(want, rows[:4]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	names := map[string]bool{}
	for _, row := range rows[4:] {
		names[row[0]] = true
		if !strings.HasPrefix(row[1], "2026-11-24 09:0") || row[2] != "" || !strings.HasPrefix(row[3], "'=cmd ") {
			t.Errorf("%q", row)
		}
	}
	for n, name := range dangerous {
		if n < 4 {
			name = "'" + name
		}
		if !names[name] {
			t.Errorf("%q is not in it: %v", name, names)
		}
	}
}

// Where seats are billed, they follow the days; without days it is this month.
func TestBillingCSVOfSeats(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.gym.Contacts(2)
	b := s.signedIn("owner@iron-temple.example")
	status(t, b.do(http.MethodGet, "/billing.csv", nil), http.StatusOK)
	rows := b.table()
	if want := []string{"2026-11-24", "2", "0", "2"}; len(rows) != 29 || cmp.Diff(want, rows[24]) != "" {
		t.Fatalf("%q", rows)
	}
	if diff := cmp.Diff([][]string{{"Client type", "Clients now", "", ""}, {"FULL_ACCESS", "2", "", ""}, {"FULL_ACCESS_ONE_WAY", "0", "", ""}, {"OFFLINE", "0", "", ""}}, rows[25:]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// A page that has stood open longer than its access token still gives it.
	s.world.Clock.Advance(auth.AccessTTL + time.Minute)
	status(t, b.do(http.MethodGet, "/billing.csv", nil), http.StatusOK)
	if again := b.do(http.MethodGet, "/billing.csv", nil); again.Header.Get("Set-Cookie") != "" {
		t.Error("the renewed sign-in was not kept")
	}
}

func TestBillingCSVIsRefused(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	other := s.world.Place(invite.Gym, "Other Gym")
	s.gym.Staff(invite.Leader)
	s.world.Support()
	owner, support := s.signedIn("owner@iron-temple.example"), s.signedIn("support@usher.example")
	for _, tc := range []struct {
		who  string
		b    *browser
		path string
		want int
		says string
	}{
		{"nobody", s.browser(), "/billing.csv", http.StatusUnauthorized, "Sign in first."},
		{"a leader", s.signedIn("leader@iron-temple.example"), "/billing.csv", http.StatusForbidden, "MANAGE_BILLING"},
		{"another organization's owner", owner, "/billing.csv?organization=" + string(other.Org.ID), http.StatusNotFound, "No such organization."},
		{"no id", owner, "/billing.csv?organization=x", http.StatusNotFound, "No such organization."},
		{"support for no organization", support, "/billing.csv", http.StatusBadRequest, "Name the organization"},
		{"half a period", owner, "/billing.csv?from=2026-11-01", http.StatusBadRequest, "YYYY-MM-DD"},
		{"the future", owner, "/billing.csv?from=2026-11-01&to=2026-12-01", http.StatusBadRequest, "2026-11-24"},
		{"too long", owner, "/billing.csv?from=2020-01-01&to=2026-11-01", http.StatusBadRequest, "366 days"},
	} {
		response := tc.b.do(http.MethodGet, tc.path, nil)
		if response.StatusCode != tc.want || !strings.Contains(tc.b.page, tc.says) || response.Header.Get("Content-Disposition") != "" {
			t.Errorf("%s: %d %q", tc.who, response.StatusCode, tc.b.page)
		}
	}
	status(t, support.do(http.MethodGet, "/billing.csv?organization="+string(other.Org.ID), nil), http.StatusOK)
	status(t, owner.do(http.MethodPost, "/billing.csv", strings.NewReader("x=1")), http.StatusMethodNotAllowed)
}
