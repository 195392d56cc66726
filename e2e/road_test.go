package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/Khan/genqlient/graphql"
	"github.com/google/go-cmp/cmp"

	"usher/e2e/client"
)

// What `make run` prints.
const (
	managerEmail    = "leader@irontemple.example"
	managerPassword = "Calm4-Heron"
)

// newPassword is what joining people choose.
const newPassword = "Quiet6-Marten"

// manager signs in as the gym's manager, as a native app does.
func (s *system) manager() (api graphql.Client, token, downtown string) {
	s.t.Helper()
	r, err := client.SignIn(s.t.Context(), s.browser(), client.SignInInput{
		Email: managerEmail, Password: managerPassword, Transport: client.TokenTransportBearer,
	})
	if err != nil || len(r.SignIn.UserErrors) > 0 {
		s.t.Fatalf("sign in: %v %+v", err, r)
	}
	for _, l := range r.SignIn.Viewer.Organization.Locations {
		if l.Name == "Downtown" {
			downtown = l.Id
		}
	}
	token = r.SignIn.Tokens.AccessToken
	return s.bearer(token), token, downtown
}

// pace lets a location send as fast as the test wants.
func pace(t *testing.T, api graphql.Client, location string, seconds int) {
	t.Helper()
	r, err := client.UpdatePolicy(t.Context(), api, client.UpdatePolicyInput{Location: &location, PaceSeconds: &seconds})
	if err != nil || len(r.UpdatePolicy.UserErrors) > 0 || r.UpdatePolicy.Policy.PaceSeconds != seconds {
		t.Fatalf("policy: %v %+v", err, r)
	}
}

// create puts the pasted people on file and returns their ids.
func create(t *testing.T, api graphql.Client, paste, location string) []string {
	t.Helper()
	r, err := client.CreateContacts(t.Context(), api, client.CreateContactsInput{
		Text: &paste, Location: &location, Stage: client.StageMember, ClientType: client.ClientTypeKeyFullAccess, Invite: client.InviteWhenLater,
	})
	if err != nil || len(r.CreateContacts.UserErrors) > 0 {
		t.Fatalf("create: %v %+v", err, r)
	}
	var ids []string
	for _, item := range r.CreateContacts.Results {
		if item.Outcome != client.CreateOutcomeCreated || item.Contact.Status != client.ContactStatusNotInvited {
			t.Fatalf("%+v", item)
		}
		ids = append(ids, item.Contact.Id)
	}
	return ids
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The whole road of the README, on the 200 of the example.
func TestTheRoadFromAPasteToAPersonWhoIsIn(t *testing.T) {
	t.Parallel()
	s := start(t, t.TempDir())
	api, token, downtown := s.manager()
	pace(t, api, downtown, 0) // the newcomer has 6:40, the test has not
	ids := create(t, api, read(t, "../examples/paste-200.txt"), downtown)
	if len(ids) != 200 {
		t.Fatalf("%d created", len(ids))
	}

	events, stop := s.watch(token)
	defer stop()
	invited, err := client.InviteContacts(t.Context(), api, client.InviteContactsInput{Contacts: ids})
	if err != nil || invited.InviteContacts.QueuedCount != 200 {
		t.Fatalf("invite: %v %+v", err, invited.InviteContacts.UserErrors)
	}
	for _, r := range invited.InviteContacts.Results {
		if r.ExpectedSendAt == nil {
			t.Fatalf("no expected time: %+v", r)
		}
	}
	sent := map[string]bool{}
	for late := time.After(2 * time.Minute); len(sent) < 200; {
		select {
		case e := <-events:
			if e.To == client.InvitationStatusPending && slices.Contains(ids, e.Contact.Id) { // the other location sends as well
				if e.Label != "Invite Sent" || sent[e.Contact.Id] {
					t.Fatalf("%+v", e)
				}
				sent[e.Contact.Id] = true
			}
		case <-late:
			t.Fatalf("only %d of 200 left", len(sent))
		}
	}
	batch, err := client.Batch(t.Context(), api, invited.InviteContacts.Batch.Id)
	if err != nil {
		t.Fatal(err)
	}
	want := client.BatchInvitationBatch{Total: 200, Sent: 200, Finished: true}
	if diff := cmp.Diff(want, *batch.InvitationBatch); diff != "" {
		t.Error(diff)
	}

	s.joinByText(api, downtown)
	s.joinByLink(*invited.InviteContacts.Results[0].Contact.Email)
	s.joinByCode(*invited.InviteContacts.Results[1].Contact.Email)
}

// watch returns the status changes of the manager's organization as they come.
func (s *system) watch(token string) (<-chan client.StatusChangedInvitationStatusChangedInvitationStatusChange, func()) {
	s.t.Helper()
	socket := s.socket(token)
	failed, err := socket.Start(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	go func() {
		for err := range failed {
			if err != nil {
				fmt.Fprintln(os.Stderr, "socket:", err)
			}
		}
	}()
	answers, _, err := client.StatusChanged(s.t.Context(), socket, nil, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	out := make(chan client.StatusChangedInvitationStatusChangedInvitationStatusChange, 1000)
	go func() {
		for a := range answers {
			if a.Data != nil {
				out <- a.Data.InvitationStatusChanged
			}
		}
	}()
	return out, func() { _ = socket.Close() }
}

// joinByLink opens the email, joins by its link, and signs in.
func (s *system) joinByLink(email string) {
	s.t.Helper()
	m := s.only(email)
	token := m.token(s.t)
	if !strings.Contains(m.Subject, "Iron Temple Gym") {
		s.t.Errorf("subject %q", m.Subject)
	}
	p, err := client.Preview(s.t.Context(), s.browser(), &token, nil)
	if err != nil || p.InvitationPreview.State != client.PreviewStateOpen || *p.InvitationPreview.OrganizationName != "Iron Temple Gym" {
		s.t.Fatalf("preview: %v %+v", err, p)
	}
	if strings.Contains(*p.InvitationPreview.MaskedAddress, email) {
		s.t.Errorf("the address is not masked: %s", *p.InvitationPreview.MaskedAddress)
	}
	weak, err := client.Register(s.t.Context(), s.browser(), client.RegisterInput{Token: &token, Name: "By Link", Password: "abc", Transport: client.TokenTransportCookie})
	if err != nil || len(weak.Register.UserErrors) != 4 { // length, upper case, digit, symbol
		s.t.Fatalf("weak password: %v %+v", err, weak)
	}
	browser := s.browser()
	r, err := client.Register(s.t.Context(), browser, client.RegisterInput{Token: &token, Name: "By Link", Password: newPassword, Transport: client.TokenTransportCookie})
	s.joined(r, err, email)
	v, err := client.Viewer(s.t.Context(), browser)
	if err != nil || v.Viewer == nil || v.Viewer.Account.Email != email || v.Viewer.Membership.Role != client.RoleClient {
		s.t.Fatalf("not signed in by cookie: %v %+v", err, v)
	}
	s.signsIn(email)
}

// joinByCode types the code of the email, carelessly, joins and signs in.
func (s *system) joinByCode(email string) {
	s.t.Helper()
	code := strings.ToLower(strings.ReplaceAll(s.only(email).code(s.t), "-", " "))
	r, err := client.Register(s.t.Context(), s.browser(), client.RegisterInput{Code: &code, Name: "By Code", Password: newPassword, Transport: client.TokenTransportCookie})
	s.joined(r, err, email)
	s.signsIn(email)
	again, err := client.Register(s.t.Context(), s.browser(), client.RegisterInput{Code: &code, Name: "By Code", Password: newPassword, Transport: client.TokenTransportCookie})
	if err != nil || len(again.Register.UserErrors) != 1 || again.Register.UserErrors[0].Code != client.UserErrorCodeCodeNotValid {
		s.t.Errorf("a used code: %v %+v", err, again)
	}
}

// joinByText invites a person of whom only a phone is known, types the code of
// the text, proves an email by the digits that were mailed to it, and signs in.
func (s *system) joinByText(api graphql.Client, location string) {
	s.t.Helper()
	const phone, email = "+12025550199", "toni@example.com"
	name, number := "Toni Marsh", phone
	made, err := client.CreateContacts(s.t.Context(), api, client.CreateContactsInput{
		Contacts: []client.NewContactInput{{Name: &name, Phone: &number}}, Location: &location,
		Stage: client.StageMember, ClientType: client.ClientTypeKeyFullAccess, Invite: client.InviteWhenNow,
	})
	if err != nil || made.CreateContacts.CreatedCount != 1 {
		s.t.Fatalf("create: %v %+v", err, made)
	}
	await(s.t, "a text", time.Minute, func() bool { return len(s.inbox(phone)) == 1 })
	text := s.only(phone)
	if text.Channel != "SMS" || text.token(s.t) == "" {
		s.t.Errorf("%+v", text)
	}
	code, address := text.code(s.t), email
	in := client.RegisterInput{Code: &code, Name: name, Password: newPassword, Email: &address, Transport: client.TokenTransportCookie}
	first, err := client.Register(s.t.Context(), s.browser(), in)
	if err != nil || len(first.Register.UserErrors) != 1 || first.Register.UserErrors[0].Code != client.UserErrorCodeEmailProofNeeded {
		s.t.Fatalf("without a proof: %v %+v", err, first)
	}
	digits := regexp.MustCompile(`\b[0-9]{6}\b`).FindString(s.only(email).Text)
	in.EmailProof = &digits
	r, err := client.Register(s.t.Context(), s.browser(), in)
	s.joined(r, err, email)
	s.signsIn(email)
}

func (s *system) only(email string) mail {
	s.t.Helper()
	found := s.inbox(email)
	if len(found) != 1 {
		s.t.Fatalf("%d messages for %s", len(found), email)
	}
	return found[0]
}

func (s *system) joined(r *client.RegisterResponse, err error, email string) {
	s.t.Helper()
	if err != nil || len(r.Register.UserErrors) > 0 || r.Register.Contact.Status != client.ContactStatusRegistered || r.Register.Viewer.Account.Email != email {
		s.t.Fatalf("register: %v %+v", err, r)
	}
}

func (s *system) signsIn(email string) {
	s.t.Helper()
	r, err := client.SignInClient(s.t.Context(), s.browser(), client.SignInInput{Email: email, Password: newPassword, Transport: client.TokenTransportCookie})
	if err != nil || len(r.SignIn.UserErrors) > 0 || r.SignIn.Viewer.Membership.Contact.Status != client.ContactStatusRegistered {
		s.t.Fatalf("sign in as the client: %v %+v", err, r)
	}
}

// A kill in mid-batch loses nothing, and sends nothing twice but what was
// caught between the mail server's yes and our record of it.
func TestAKillInMidBatchLosesNothing(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	s := start(t, home)
	api, _, downtown := s.manager()
	pace(t, api, downtown, 1)
	var paste []string
	for i := range 12 {
		paste = append(paste, fmt.Sprintf("kill%02d@example.com", i))
	}
	ids := create(t, api, strings.Join(paste, "\n"), downtown)
	invited, err := client.InviteContacts(t.Context(), api, client.InviteContactsInput{Contacts: ids})
	if err != nil {
		t.Fatal(err)
	}
	await(t, "four messages", time.Minute, func() bool { return len(s.inbox("kill")) >= 4 })
	s.kill()

	s = start(t, home)
	api, _, _ = s.manager()
	await(t, "the whole batch", 2*time.Minute, func() bool {
		b, err := client.Batch(t.Context(), api, invited.InviteContacts.Batch.Id)
		return err == nil && b.InvitationBatch.Sent == 12 && b.InvitationBatch.Finished
	})
	times := map[string]int{}
	for _, m := range s.inbox("kill") {
		times[m.To+" "+s.messageID(m)]++
	}
	twice := 0
	for _, n := range times {
		twice += n - 1
	}
	if len(times) != 12 || twice > 1 {
		t.Errorf("%d different messages, %d repeated: %v", len(times), twice, times)
	}
}

func await(t *testing.T, what string, limit time.Duration, done func() bool) {
	t.Helper()
	for late := time.After(limit); !done(); {
		select {
		case <-late:
			t.Fatalf("never came: %s", what)
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// Every entry of the paste with mistakes is judged as committed beside it.
func TestThePasteWithMistakesIsJudged(t *testing.T) {
	t.Parallel()
	s := start(t, t.TempDir())
	api, _, _ := s.manager()
	got, err := client.ValidateContacts(t.Context(), api, read(t, "../examples/paste-with-mistakes.txt"))
	if err != nil {
		t.Fatal(err)
	}
	type entry struct {
		Index       int    `json:"index"`
		Raw         string `json:"raw"`
		Address     string `json:"address,omitempty"`
		Problem     string `json:"problem,omitempty"`
		Suggestion  string `json:"suggestion,omitempty"`
		DuplicateOf *int   `json:"duplicateOf,omitempty"`
	}
	text := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	var judged []entry
	for _, e := range got.ValidateContacts.Entries {
		j := entry{Index: e.Index, Raw: e.Raw, Address: text(e.Email), Suggestion: text(e.Suggestion), DuplicateOf: e.DuplicateOf}
		if e.Problem != nil {
			j.Problem = string(*e.Problem)
		}
		judged = append(judged, j)
	}
	var want []entry
	if err := json.Unmarshal([]byte(read(t, "../examples/paste-with-mistakes.expected.json")), &want); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, judged); diff != "" {
		t.Error(diff)
	}
	paste := read(t, "../examples/paste-with-mistakes.txt")
	made, err := client.CreateContacts(t.Context(), api, client.CreateContactsInput{
		Text: &paste, Stage: client.StageMember, ClientType: client.ClientTypeKeyFullAccess, Invite: client.InviteWhenLater,
	})
	if err != nil || len(made.CreateContacts.UserErrors) != got.ValidateContacts.BadCount || made.CreateContacts.CreatedCount != 0 {
		t.Errorf("creating with bad entries: %v %+v", err, made)
	}
}
