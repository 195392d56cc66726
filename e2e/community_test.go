package e2e

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/Khan/genqlient/graphql"

	"usher/e2e/client"
	"usher/internal/testenv/notrun"
)

// as signs somebody of the demo in: with a token for scripts, and with cookies
// for what asks for a session.
func (s *system) as(email, password string) (api graphql.Client, token string, browser *http.Client) {
	s.t.Helper()
	in := client.SignInInput{Email: email, Password: password, Transport: client.TokenTransportBearer}
	r, err := client.SignIn(s.t.Context(), s.browser(), in)
	if err != nil || len(r.SignIn.UserErrors) > 0 {
		s.t.Fatalf("sign in: %v %+v", err, r)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		s.t.Fatal(err)
	}
	browser = &http.Client{Jar: jar, Timeout: time.Minute}
	in.Transport = client.TokenTransportCookie
	if _, err := client.SignIn(s.t.Context(), graphql.NewClient(s.base+"/graphql", browser), in); err != nil {
		s.t.Fatal(err)
	}
	return s.bearer(r.SignIn.Tokens.AccessToken), r.SignIn.Tokens.AccessToken, browser
}

// paper fetches what is printed.
func (s *system) paper(browser *http.Client, path string) []byte {
	s.t.Helper()
	r, err := browser.Get(s.base + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = r.Body.Close() }()
	body, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK {
		s.t.Fatalf("%s: %d %v", path, r.StatusCode, err)
	}
	return body
}

// The community's road: a pass on paper, read as a phone reads it; a resident
// who joins with it, proves an email, and adds another; both live on the
// leader's screen and once on the bill; and a kill in between.
func TestTheCommunitysRoad(t *testing.T) {
	t.Parallel()
	for _, tool := range []string{"pdftoppm", "zbarimg"} {
		if _, err := exec.LookPath(tool); err != nil {
			notrun.Report(t, tool+" is not installed (Debian: poppler-utils, zbar-tools)")
		}
	}
	home := t.TempDir()
	s := start(t, home)
	leader, _, browser := s.as("leader@maplecommons.example", "Calm4-Heron")
	owner, _, _ := s.as("owner@maplecommons.example", "Tall7-Otter")
	before := s.usage(owner)

	made, err := client.GeneratePasses(t.Context(), leader, client.GenerateAccessPassesInput{Count: 2})
	if err != nil || len(made.GenerateAccessPasses.UserErrors) > 0 || made.GenerateAccessPasses.Run.Available != 2 {
		t.Fatalf("generate: %v %+v", err, made)
	}
	run := made.GenerateAccessPasses.Run.Id
	tooMany, err := client.GeneratePasses(t.Context(), leader, client.GenerateAccessPassesInput{Count: 101})
	if err != nil || len(tooMany.GenerateAccessPasses.UserErrors) != 1 || tooMany.GenerateAccessPasses.UserErrors[0].Code != client.UserErrorCodeTooMany {
		t.Errorf("101 passes: %v %+v", err, tooMany)
	}
	links := s.scan(leader, browser, run)
	if len(links) != 2 {
		t.Fatalf("%d QR codes were read", len(links))
	}

	s.kill() // paper outlives the process
	s = start(t, home)
	leader, token, _ := s.as("leader@maplecommons.example", "Calm4-Heron")
	owner, _, _ = s.as("owner@maplecommons.example", "Tall7-Otter")
	changes := s.changes(token)

	const ana, dee = "ana.e2e@example.com", "dee.e2e@example.com"
	pass := links[0][strings.LastIndexByte(links[0], '/')+1:]
	address, street := ana, "12 Birch Lane"
	in := client.RegisterInput{Token: &pass, Name: "Ana Park", Password: newPassword, Email: &address, Address: &street, Transport: client.TokenTransportCookie}
	head := s.browser()
	first, err := client.Register(t.Context(), head, in)
	if err != nil || len(first.Register.UserErrors) != 1 || first.Register.UserErrors[0].Code != client.UserErrorCodeEmailProofNeeded {
		t.Fatalf("without a proof: %v %+v", err, first)
	}
	digits := regexp.MustCompile(`\b[0-9]{6}\b`).FindString(s.only(ana).Text)
	in.EmailProof = &digits
	r, err := client.Register(t.Context(), head, in)
	s.joined(r, err, ana)
	s.seesJoin(changes, ana, client.JoinRouteAccessPass)

	again, err := client.Register(t.Context(), s.browser(), in)
	if err != nil || len(again.Register.UserErrors) != 1 || again.Register.UserErrors[0].Code != client.UserErrorCodeLinkUsed {
		t.Errorf("a used pass: %v %+v", err, again)
	}

	member := dee
	added, err := client.AddHouseholdMember(t.Context(), head, client.AddHouseholdMemberInput{Name: "Dee Park", Email: &member})
	if err != nil || len(added.AddHouseholdMember.UserErrors) > 0 {
		t.Fatalf("add: %v %+v", err, added)
	}
	h := added.AddHouseholdMember.Household
	if !h.ViewerManages || h.MemberCount != 2 || h.RegisteredCount != 1 || h.Name != street {
		t.Errorf("household: %+v", h)
	}
	await(t, "the message to confirm", time.Minute, func() bool { return len(s.inbox(dee)) == 1 })
	link := s.only(dee).token(t)
	r, err = client.Register(t.Context(), s.browser(), client.RegisterInput{Token: &link, Name: "Dee Park", Password: newPassword, Transport: client.TokenTransportBearer})
	s.joined(r, err, dee)
	s.seesJoin(changes, dee, client.JoinRouteHousehold)

	left, err := client.PassRun(t.Context(), leader, run)
	if err != nil || left.AccessPassRun.Available != 1 || left.AccessPassRun.Redeemed != 1 {
		t.Errorf("run: %v %+v", err, left)
	}
	after := s.usage(owner)
	if after.Current != before.Current+1 {
		t.Errorf("%d households are billed, before %d: two people of one household are one", after.Current, before.Current)
	}
	because := ""
	for _, n := range after.Households.Nodes {
		if n.Household != nil && n.Household.Id == h.Id {
			because = n.Because
		}
	}
	if because != "Ana Park" {
		t.Errorf("it counts because of %q", because)
	}
}

// scan prints the run, renders the PDF, and reads the QR codes off the picture.
func (s *system) scan(leader graphql.Client, browser *http.Client, run string) []string {
	s.t.Helper()
	printed, err := client.PrintPasses(s.t.Context(), leader, client.PrintAccessPassesInput{Run: &run, Paper: client.PaperSizeA4, PerPage: 8})
	if err != nil || len(printed.PrintAccessPasses.UserErrors) > 0 || printed.PrintAccessPasses.Count != 2 {
		s.t.Fatalf("print: %v %+v", err, printed)
	}
	dir := s.t.TempDir()
	render := exec.CommandContext(s.t.Context(), "pdftoppm", "-r", "150", "-png", "-", filepath.Join(dir, "page"))
	render.Stdin = strings.NewReader(string(s.paper(browser, *printed.PrintAccessPasses.PdfUrl)))
	if out, err := render.CombinedOutput(); err != nil {
		s.t.Fatalf("pdftoppm: %v %s", err, out)
	}
	pages, _ := filepath.Glob(filepath.Join(dir, "page*.png"))
	out, err := exec.CommandContext(s.t.Context(), "zbarimg", append([]string{"--quiet", "--raw"}, pages...)...).Output()
	if err != nil {
		s.t.Fatalf("zbarimg: %v", err)
	}
	return strings.Fields(string(out))
}

func (s *system) usage(owner graphql.Client) client.UsageBillingUsage {
	s.t.Helper()
	r, err := client.Usage(s.t.Context(), owner)
	if err != nil || r.BillingUsage.Unit != client.BillingUnitRegisteredHousehold || r.BillingUsage.Current != r.BillingUsage.RegisteredHouseholds {
		s.t.Fatalf("usage: %v %+v", err, r)
	}
	return r.BillingUsage
}

type change = client.OrganizationChangedOrganizationChangedOrganizationChange

// changes returns what happens in the organization, as it happens.
func (s *system) changes(token string) <-chan change {
	s.t.Helper()
	socket := s.socket(token)
	failed, err := socket.Start(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = socket.Close() })
	go func() {
		for range failed { // a kill ends it, which is no failure of the test
		}
	}()
	answers, _, err := client.OrganizationChanged(s.t.Context(), socket, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	out := make(chan change, 1000)
	go func() {
		for a := range answers {
			if a.Data != nil {
				out <- a.Data.OrganizationChanged
			}
		}
	}()
	return out
}

// seesJoin waits until the leader's screen is told who joined, and how.
func (s *system) seesJoin(changes <-chan change, email string, route client.JoinRoute) {
	s.t.Helper()
	for late := time.After(time.Minute); ; {
		select {
		case c := <-changes:
			if c.Kind == client.EventKindContactJoined && c.Contact != nil && *c.Contact.Email == email {
				if *c.Contact.JoinedBy != route || c.Contact.Household == nil {
					s.t.Errorf("%+v", c.Contact)
				}
				return
			}
		case <-late:
			s.t.Fatalf("nobody was told that %s joined", email)
		}
	}
}
