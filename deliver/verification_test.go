package deliver

import (
	"net/mail"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVerificationEmail(t *testing.T) {
	v := Verification{
		Language: "en", Organization: "Riverside\r\nGym", Sender: "hello@riverside.example",
		Support: "+43 1 234", Code: "048213", ValidInMinutes: 10,
	}
	email, err := v.Email("sam@home.example", messageID, sentAt)
	if err != nil {
		t.Fatal(err)
	}
	want := Email{
		From:    mail.Address{Name: "Riverside Gym", Address: "hello@riverside.example"},
		To:      "sam@home.example",
		Subject: "Your verification code for Riverside Gym",
		Text: "Type this code to prove to Riverside Gym that this email address is yours:\n\n048213\n\n" +
			"It is valid for 10 minutes.\nIf you did not ask for it, ignore this message; nothing happens without the code.\n" +
			"Questions? Contact +43 1 234.\n",
		MessageID: messageID,
		Date:      sentAt,
	}
	if diff := cmp.Diff(want, email); diff != "" {
		t.Errorf("email (-want +got):\n%s", diff)
	}
	header := parse(t, mustSource(t, email)).header
	if header.Get("List-Unsubscribe") != "" || header.Get("Auto-Submitted") != "auto-generated" {
		t.Error("a verification mail is automatic and not of a list")
	}
	for _, code := range []string{"", "12345", "1234567", "12345a", "12345\n"} {
		v.Code = code
		if _, err := v.Email("sam@home.example", messageID, sentAt); err == nil {
			t.Errorf("composed with code %q", code)
		}
	}
}
