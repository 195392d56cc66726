package jobs

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"usher/app"
	"usher/deliver"
	"usher/internal/inbox"
	"usher/invite"
)

// The whole road of one invitation, over SMTP and the text message provider's
// REST API, to somebody who joins by the link.
func TestRoadOverRealProviders(t *testing.T) {
	t.Parallel()
	r := newRig(t, 1, nil)
	in, err := inbox.New(inbox.Options{Dir: t.TempDir(), Now: r.Clock.Now, Log: slog.New(slog.DiscardHandler)})
	r.must(err)
	t.Cleanup(func() { _ = in.Close() })
	j := r.replicas[0]
	j.Email, err = deliver.NewEmailSender(in.SMTPURL())
	r.must(err)
	j.SMS, err = deliver.NewTwilioSender(deliver.TwilioConfig{
		BaseURL: in.SMSBaseURL(), AccountSID: in.SMSAccountSID(), AuthToken: in.SMSAuthToken(), From: "+15005550006",
	})
	r.must(err)
	c := r.place.Create(app.NewContact{Name: "Ada Byron", Email: "Ada@Home.example", Phone: "+12025550143"})[0]
	r.place.Invite(c)
	r.start()
	r.settle()

	answer := httptest.NewRecorder()
	in.Handler().ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/inbox/api/messages", nil))
	var list struct{ Messages []inbox.Message }
	r.must(json.Unmarshal(answer.Body.Bytes(), &list))
	if len(list.Messages) != 2 {
		t.Fatalf("%d messages arrived, want an email and a text", len(list.Messages))
	}
	email, text := list.Messages[0], list.Messages[1]
	if email.Channel != inbox.Email {
		email, text = text, email
	}
	d := r.delivery(c, invite.Email)
	if d.State != invite.Sent || d.ProviderID != email.ProviderID || email.ProviderID != string(d.ID)+"@usher.example" {
		t.Errorf("the message is %+v, its Message-ID %q", d, email.ProviderID)
	}
	if d := r.delivery(c, invite.SMS); d.State != invite.Sent || d.ProviderID != text.ProviderID {
		t.Errorf("the text is %+v, its SID %q", d, text.ProviderID)
	}
	if email.To != "ada@home.example" || text.To != "+12025550143" || email.Subject != "Join Iron Temple in the app" {
		t.Errorf("email to %q %q, text to %q", email.To, email.Subject, text.To)
	}
	for _, want := range []string{"Hi Ada Byron,", "Join now:", "at https://join.example/join:", "expires in 10 days", "desk@iron-temple.example"} {
		if !strings.Contains(email.Text, want) {
			t.Errorf("the email lacks %q:\n%s", want, email.Text)
		}
	}
	mail, sms := sent{text: email.Text}, sent{text: text.Text}
	if mail.link() == "" || mail.code() == "" || mail.link() == sms.link() || mail.code() == sms.code() {
		t.Errorf("credentials: %q %q by email, %q %q by text", mail.link(), mail.code(), sms.link(), sms.code())
	}
	if !strings.Contains(email.Text, mail.link()+"/decline") {
		t.Error("the email does not say how to decline")
	}
	join(t, r, mail)
	if s := r.place.Contact(c.ID).Status; s != invite.Registered {
		t.Errorf("the contact is %s", s)
	}
}
