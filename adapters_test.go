package main

import (
	"cmp"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/deliver"
	"usher/internal/inbox"
	"usher/invite"
)

// arrivals are a mail server, a provider of text messages, and what both got.
type arrivals struct {
	t       *testing.T
	senders senders
	page    http.Handler
}

func newArrivals(t *testing.T) arrivals {
	t.Helper()
	messages, err := inbox.New(inbox.Options{Dir: t.TempDir(), Now: time.Now, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = messages.Close() })
	email, err := deliver.NewEmailSender(messages.SMTPURL())
	if err != nil {
		t.Fatal(err)
	}
	sms, err := deliver.NewTwilioSender(deliver.TwilioConfig{
		BaseURL: messages.SMSBaseURL(), AccountSID: messages.SMSAccountSID(), AuthToken: messages.SMSAuthToken(), From: "+15005550006",
	})
	if err != nil {
		t.Fatal(err)
	}
	return arrivals{t, senders{email, sms}, messages.Handler()}
}

// at returns the messages that arrived at an address.
func (a arrivals) at(to string) []inbox.Message {
	a.t.Helper()
	w := httptest.NewRecorder()
	a.page.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/inbox/api/messages?q="+url.QueryEscape(to), nil))
	var list struct{ Messages []inbox.Message }
	if err := json.Unmarshal(w.Body.Bytes(), &list); err != nil {
		a.t.Fatalf("inbox: %v: %s", err, w.Body)
	}
	return list.Messages
}

// Whom the head of a household adds gets an email or a text message at once,
// with a link that is theirs; where it does not leave, the head reads why.
func TestMessagesToMembersArrive(t *testing.T) {
	t.Parallel()
	a := newArrivals(t)
	w := apptest.New(t, func(d *app.Deps) {
		d.Additions = additionSender{a.senders, "hello@usher.example", "https://usher.example"}
	})
	place := w.Place(invite.Gym, "Birchwood")
	head := place.Join(place.Send(place.Create(app.NewContact{Name: "Ana", Email: "ana@home.example"})[0])[0]).Actor
	household, err := w.App.CreateHousehold(w.As(place.Owner), app.NewHousehold{Name: new("The Parks"), Members: []invite.ID{head.Contact}})
	if err != nil {
		t.Fatal(err)
	}
	add := func(in app.MemberInput) app.OwnMember {
		t.Helper()
		if _, err := w.App.AddHouseholdMember(w.As(head), in); err != nil {
			t.Fatal(err)
		}
		own, err := w.App.OwnHousehold(w.As(head))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range own.Members {
			if m.Name == in.Name {
				return m
			}
		}
		t.Fatalf("%s is not there", in.Name)
		return app.OwnMember{}
	}
	for _, to := range []app.MemberInput{{Name: "Dee Park", Email: new("dee@home.example")}, {Name: "Eli Park", Phone: new("+12025550143")}} {
		if m := add(to); m.Problem != "" {
			t.Errorf("%s: %s", to.Name, m.Problem)
		}
		got := a.at(cmp.Or(deref(to.Email), deref(to.Phone)))
		if len(got) != 1 {
			t.Fatalf("%s: %d messages", to.Name, len(got))
		}
		text := got[0].Text
		for _, words := range []string{"Ada Lovelace", "The Parks", "Birchwood", "https://usher.example/join/1", "7 days"} {
			if !strings.Contains(text, words) {
				t.Errorf("%s: the message lacks %q: %s", to.Name, words, text)
			}
		}
		token, ok := invite.FindLinkToken(text)
		found, err := w.DB.AdditionByToken(t.Context(), w.App.Keys.Lookups(auth.ForLinkToken, token))
		if !ok || err != nil || found.HouseholdID != household || found.Name != to.Name {
			t.Errorf("%s: the link leads to %+v, %v", to.Name, found, err)
		}
	}
	for _, to := range []app.MemberInput{
		{Name: "Fay Park", Email: new("bounce+fay@home.example")}, {Name: "Gil Park", Email: new("busy+gil@home.example")}, {Name: "Hal Park", Phone: new("+15005550009")},
	} {
		m := add(to)
		if m.State != invite.MemberAdded || m.Problem == "" || strings.Contains(m.Problem, "/join/") {
			t.Errorf("%s: %+v", to.Name, m)
		}
		t.Logf("%s: %s", to.Name, m.Problem)
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
