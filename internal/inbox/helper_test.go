package inbox_test

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"go.uber.org/goleak"

	"usher/deliver"
	"usher/internal/inbox"
	"usher/invite"
)

// The HTTP server lets a connection that it closes linger for half a second,
// beyond its own end.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("net/http.(*conn).closeWriteAndWait"))
}

var arrival = time.Date(2026, 11, 20, 8, 30, 5, 0, time.UTC)

// open starts an inbox whose clock stands still, and a server with its page.
func open(t *testing.T, dir string) (*inbox.Inbox, string) {
	t.Helper()
	in, err := inbox.New(inbox.Options{
		Dir: dir,
		Now: func() time.Time { return arrival },
		Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(in.Handler())
	t.Cleanup(func() {
		if err := in.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
		server.Close()
		http.DefaultClient.CloseIdleConnections()
	})
	return in, server.URL
}

func invitation() deliver.Message {
	return deliver.Message{
		Purpose:       invite.PurposeInvite,
		Organization:  "Riverside Gym",
		Sender:        "hello@riverside.example",
		Support:       "help@riverside.example",
		Recipient:     "Zoë Müller",
		Texts:         invite.Texts{Subject: "{{organization}} invites you to its app", Body: "Hi {{name}},\n\nwelcome.", Button: "Join"},
		Link:          "https://join.example/j/dGhpcyBpcyBhIHRva2VuIQ?c=1",
		Code:          "7KQ2M-9XW4D",
		CodePage:      "https://join.example/join",
		ExpiresInDays: 10,
		DeclineURL:    "https://join.example/decline/dGhpcyBpcyBhIHRva2VuIQ",
	}
}

func email(t *testing.T, in *inbox.Inbox, to string, m deliver.Message) error {
	t.Helper()
	composed, err := m.Email(to, "delivery-1@usher.example", arrival)
	if err != nil {
		t.Fatal(err)
	}
	return send(t, t.Context(), in, composed)
}

func send(t *testing.T, ctx context.Context, in *inbox.Inbox, composed deliver.Email) error {
	t.Helper()
	sender, err := deliver.NewEmailSender(in.SMTPURL())
	if err != nil {
		t.Fatal(err)
	}
	_, err = sender.Send(ctx, composed)
	return err
}

func texter(t *testing.T, in *inbox.Inbox) *deliver.TwilioSender {
	t.Helper()
	sender, err := deliver.NewTwilioSender(deliver.TwilioConfig{
		BaseURL: in.SMSBaseURL(), AccountSID: in.SMSAccountSID(), AuthToken: in.SMSAuthToken(), From: "+15005550006",
	})
	if err != nil {
		t.Fatal(err)
	}
	return sender
}

func text(t *testing.T, in *inbox.Inbox, to string) (deliver.Receipt, error) {
	t.Helper()
	composed, err := invitation().SMS(to)
	if err != nil {
		t.Fatal(err)
	}
	return texter(t, in).Send(t.Context(), composed)
}

// list is the answer of /inbox/api/messages.
type list struct {
	Messages []inbox.Message
	Total    int
	Next     string
}

func get(t *testing.T, address string) (*http.Response, string) {
	t.Helper()
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(body)
}

func getJSON(t *testing.T, address string, into any) {
	t.Helper()
	response, body := get(t, address)
	if response.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s: %s", address, response.Status, body)
	}
	if err := json.Unmarshal([]byte(body), into); err != nil {
		t.Fatalf("%s: %v in %s", address, err, body)
	}
}

func messages(t *testing.T, base, query string) list {
	t.Helper()
	var got list
	getJSON(t, base+"/inbox/api/messages?"+query, &got)
	return got
}
