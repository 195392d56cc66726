package inbox_test

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/smtp"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/deliver"
	"usher/internal/inbox"
)

func TestEmailArrives(t *testing.T) {
	in, base := open(t, t.TempDir())
	if err := email(t, in, "zoe@home.example", invitation()); err != nil {
		t.Fatal(err)
	}
	listed := messages(t, base, "")
	if listed.Total != 1 || len(listed.Messages) != 1 || listed.Next != "" {
		t.Fatalf("list %+v, want one message", listed)
	}
	if listed.Messages[0].HTML != "" || listed.Messages[0].Headers != nil {
		t.Error("the list holds whole messages")
	}
	var got inbox.Message
	getJSON(t, base+"/inbox/api/messages/1", &got)
	if !strings.Contains(got.HTML, "Zoë Müller") || !strings.Contains(got.Text, "Hi Zoë Müller,\n") {
		t.Errorf("parts are not decoded: %s", got.Text)
	}
	headers := map[string]string{}
	for _, h := range got.Headers {
		headers[h.Name] = h.Value
	}
	if headers["Auto-Submitted"] != "auto-generated" || headers["List-Unsubscribe"] == "" {
		t.Errorf("headers %v", headers)
	}
	m := invitation()
	got.HTML, got.Text, got.Headers = "", "", nil
	want := inbox.Message{
		ID: 1, At: arrival, Channel: inbox.Email, ProviderID: "delivery-1@usher.example",
		From: "Riverside Gym <hello@riverside.example>", To: "zoe@home.example",
		Subject: "Riverside Gym invites you to its app",
		Links:   []string{m.Link, m.CodePage, m.DeclineURL},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("message (-want +got):\n%s", diff)
	}
}

func TestEmailMisbehavesOnRequest(t *testing.T) {
	in, base := open(t, t.TempDir())
	for to, want := range map[string]deliver.Failure{
		"bounce+1@home.example": {Code: "550 5.1.1", Reason: "The mailbox does not exist."},
		"Busy+2@home.example":   {Temporary: true, Code: "451 4.3.2", Reason: "The mail server asked to try again later."},
	} {
		err := email(t, in, to, invitation())
		var failure *deliver.Failure
		if !errors.As(err, &failure) {
			t.Fatalf("%s: %v", to, err)
		}
		if diff := cmp.Diff(want, *failure); diff != "" {
			t.Errorf("%s (-want +got):\n%s", to, diff)
		}
	}
	composed, err := invitation().Email("hang+3@home.example", "delivery-3@usher.example", arrival)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	var failure *deliver.Failure
	if err := send(t, ctx, in, composed); !errors.As(err, &failure) || !failure.Temporary || failure.Code != "" {
		t.Errorf("hang: %v, want no answer in time", err)
	}
	if got := messages(t, base, ""); got.Total != 0 {
		t.Errorf("%d messages are kept that were not accepted", got.Total)
	}
}

func TestHangingMailDoesNotDelayClose(t *testing.T) {
	in, err := inbox.New(inbox.Options{
		Dir: t.TempDir(), Now: func() time.Time { return arrival }, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	server, err := url.Parse(in.SMTPURL())
	if err != nil {
		t.Fatal(err)
	}
	client, err := smtp.Dial(server.Host)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	if err := errors.Join(client.Mail("a@a.example"), client.Rcpt("hang+3@home.example")); err != nil {
		t.Fatal(err)
	}
	if err := client.Text.PrintfLine("DATA"); err != nil {
		t.Fatal(err)
	}
	if _, _, err := client.Text.ReadResponse(354); err != nil {
		t.Fatal(err)
	}
	if err := client.Text.PrintfLine("Subject: x\r\n\r\ny\r\n."); err != nil {
		t.Fatal(err)
	}
	if err := in.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
	if line, err := client.Text.ReadLine(); err == nil {
		t.Errorf("the server answered %q", line)
	}
}

func TestTextArrives(t *testing.T) {
	in, base := open(t, t.TempDir())
	receipt, err := text(t, in, "+436641234567")
	if err != nil {
		t.Fatal(err)
	}
	var got inbox.Message
	getJSON(t, base+"/inbox/api/messages/1", &got)
	want := inbox.Message{
		ID: 1, At: arrival, Channel: inbox.SMS, From: "+15005550006", To: "+436641234567", ProviderID: receipt.ProviderID,
		Text: "Riverside Gym invites you to its app:\n" + invitation().Link +
			"\nOr type the code 7KQ2M-9XW4D. This invitation expires in 10 days.",
		Links: []string{invitation().Link},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("message (-want +got):\n%s", diff)
	}
	if !strings.HasPrefix(receipt.ProviderID, "SM") || len(receipt.ProviderID) != 34 {
		t.Errorf("SID %q is not of the provider's form", receipt.ProviderID)
	}
}

func TestTextAPIRefuses(t *testing.T) {
	in, base := open(t, t.TempDir())
	path := "/2010-04-01/Accounts/" + in.SMSAccountSID() + "/Messages.json"
	full := url.Values{"To": {"+436641234567"}, "From": {"+15005550006"}, "Body": {"hello"}}
	for name, test := range map[string]struct {
		path, user, password, key, value string
		status, code                     int
	}{
		"wrong token":     {path: path, user: in.SMSAccountSID(), password: "x", status: 401, code: 20003},
		"nobody":          {path: path, status: 401, code: 20003},
		"another account": {path: "/2010-04-01/Accounts/AC0/Messages.json", user: in.SMSAccountSID(), password: in.SMSAuthToken(), status: 404, code: 20404},
		"another path":    {path: "/2010-04-01/", user: in.SMSAccountSID(), password: in.SMSAuthToken(), status: 404, code: 20404},
		"invalid number":  {path: path, user: in.SMSAccountSID(), password: in.SMSAuthToken(), key: "To", value: "+15005550001", status: 400, code: 21211},
		"no number":       {path: path, user: in.SMSAccountSID(), password: in.SMSAuthToken(), key: "To", status: 400, code: 21604},
		"national number": {path: path, user: in.SMSAccountSID(), password: in.SMSAuthToken(), key: "To", value: "0664123", status: 400, code: 21211},
		"not mobile":      {path: path, user: in.SMSAccountSID(), password: in.SMSAuthToken(), key: "To", value: "+15005550009", status: 400, code: 21614},
		"no sender":       {path: path, user: in.SMSAccountSID(), password: in.SMSAuthToken(), key: "From", status: 400, code: 21603},
		"no text":         {path: path, user: in.SMSAccountSID(), password: in.SMSAuthToken(), key: "Body", status: 400, code: 21602},
		"long text":       {path: path, user: in.SMSAccountSID(), password: in.SMSAuthToken(), key: "Body", value: strings.Repeat("é", 1601), status: 400, code: 21617},
		"huge text":       {path: path, user: in.SMSAccountSID(), password: in.SMSAuthToken(), key: "Body", value: strings.Repeat("x", 100<<10), status: 400, code: 20001},
	} {
		t.Run(name, func(t *testing.T) {
			form := url.Values{}
			for key := range full {
				form.Set(key, full.Get(key))
			}
			if test.key != "" {
				form.Set(test.key, test.value)
			}
			request, err := http.NewRequest(http.MethodPost, in.SMSBaseURL()+test.path, strings.NewReader(form.Encode()))
			if err != nil {
				t.Fatal(err)
			}
			request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			request.SetBasicAuth(test.user, test.password)
			response, err := http.DefaultClient.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			defer response.Body.Close()
			var got struct{ Code, Status int }
			if err := json.NewDecoder(response.Body).Decode(&got); err != nil {
				t.Fatal(err)
			}
			if response.StatusCode != test.status || got.Status != test.status || got.Code != test.code {
				t.Errorf("HTTP %d with %+v, want %d and %d", response.StatusCode, got, test.status, test.code)
			}
		})
	}
	if got := messages(t, base, ""); got.Total != 0 {
		t.Errorf("%d messages are kept that were refused", got.Total)
	}
}

func TestRestartKeepsMessages(t *testing.T) {
	dir := t.TempDir()
	t.Run("first run", func(t *testing.T) {
		in, _ := open(t, dir)
		if err := email(t, in, "zoe@home.example", invitation()); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("second run", func(t *testing.T) {
		in, base := open(t, dir)
		if _, err := text(t, in, "+436641234567"); err != nil {
			t.Fatal(err)
		}
		got := messages(t, base, "")
		if got.Total != 2 || got.Messages[0].ID != 2 || got.Messages[1].To != "zoe@home.example" {
			t.Errorf("list %+v, want the text and before it the email", got)
		}
		if _, page := get(t, base+"/inbox/messages/1/html"); !strings.Contains(page, "Zoë Müller") {
			t.Error("the kept email has lost its HTML part")
		}
	})
}
