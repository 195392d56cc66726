package deliver

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// addition is one that is in order; tests change what they are about.
func addition() Addition {
	return Addition{
		Organization: "Birchwood", Sender: "hello@birchwood.example", Support: "desk@birchwood.example", Accent: "#ffcc00",
		Head: "Ana Park", Household: "12 Birch Lane", Recipient: "Ben Park",
		Link: "https://join.example/join/1dGhpcyBpcyBhIHRva2VuIQaaa", ExpiresInDays: 7,
	}
}

func mailed(t *testing.T, a Addition) (Email, received) {
	t.Helper()
	email, err := a.Email("ben@home.example", messageID, sentAt)
	if err != nil {
		t.Fatal(err)
	}
	return email, parse(t, mustSource(t, email))
}

const wantAddition = `Hi Ben Park,

Ana Park has added you to the household 12 Birch Lane at Birchwood. Confirm that this is right, and you are in.

Confirm:
https://join.example/join/1dGhpcyBpcyBhIHRva2VuIQaaa

The link works for 7 days. If you did not expect this message, ignore it: nothing happens unless you confirm.

-- 
Birchwood sent this message to ben@home.example.
Questions? Contact desk@birchwood.example.
`

func TestAdditionEmail(t *testing.T) {
	email, got := mailed(t, addition())
	if diff := cmp.Diff(wantAddition, got.text); diff != "" {
		t.Errorf("text part (-want +got):\n%s", diff)
	}
	if email.Subject != "Ana Park added you to a household at Birchwood" || email.ReplyTo != "desk@birchwood.example" || email.From.Name != "Birchwood" {
		t.Errorf("%+v", email)
	}
	if got.header.Get("List-Unsubscribe") != "" || got.header.Get("Auto-Submitted") != "auto-generated" {
		t.Error("the message is automatic and not of a list")
	}
	for _, part := range []string{"<bdi>Ana Park</bdi>", "<bdi>Ben Park</bdi>", "<bdi>12 Birch Lane</bdi>", "<bdi>Birchwood</bdi>", "#ffcc00", addition().Link} {
		if !strings.Contains(got.html, part) {
			t.Errorf("the HTML part lacks %q", part)
		}
	}
	for _, part := range []string{`class="code"`, "Decline", `href=""`} {
		if strings.Contains(got.html, part) {
			t.Errorf("the HTML part has %q", part)
		}
	}
}

// Whoever gets the message knows nobody of those who chose its names.
func TestAdditionShowsNoNameThatIsALink(t *testing.T) {
	a := addition()
	a.Head, a.Household, a.Recipient = "Win at evil.com/prize", "www.evil.com/1", "bob@evil.com"
	email, got := mailed(t, a)
	text := textOfAddition(t, a)
	for _, part := range []string{email.Subject, got.text, got.html, text} {
		if strings.Contains(part, "evil") {
			t.Errorf("shows a link: %q", part)
		}
	}
	if !strings.HasPrefix(text, "Somebody added you to a household at Birchwood.") || !strings.HasPrefix(got.text, "Somebody has added you") {
		t.Errorf("%q, %q", text, got.text)
	}
	a = addition()
	a.Recipient = "Ben\r\nBcc: all@home.example"
	a.Head = `<script>alert(1)</script>`
	email, got = mailed(t, a)
	if strings.ContainsAny(email.Subject, "\r\n") || strings.Contains(got.html, "<script>") || strings.Contains(got.text, "Bcc") {
		t.Errorf("%q\n%s", email.Subject, got.text)
	}
}

func textOfAddition(t *testing.T, a Addition) string {
	t.Helper()
	sms, err := a.SMS("+436641234567")
	if err != nil {
		t.Fatal(err)
	}
	if n := segments(sms.Body); n > MaxSegments {
		t.Errorf("%d segments: %q", n, sms.Body)
	}
	return sms.Body
}

func TestAdditionSMS(t *testing.T) {
	const rest = "\nhttps://join.example/join/1dGhpcyBpcyBhIHRva2VuIQaaa\nEnds in 7 days. Not expected? Ignore it."
	for name, test := range map[string]struct {
		change func(*Addition)
		want   string
	}{
		"whole":                      {func(*Addition) {}, "Ana Park added you to the household 12 Birch Lane at Birchwood. Confirm:" + rest},
		"typographic characters":     {func(a *Addition) { a.Head = "Ana ‘Annie’ Park" }, "Ana 'Annie' Park added you to the household 12 Birch Lane at Birchwood. Confirm:" + rest},
		"long household":             {func(a *Addition) { a.Household = strings.Repeat("Birch ", 20) }, "Ana Park added you to the household " + strings.TrimSpace(strings.Repeat("Birch ", 20)[:100]) + " at Birchwood. Confirm:" + rest},
		"long household, not of GSM": {func(a *Addition) { a.Household = strings.Repeat("Ж", 100) }, "Ana Park added you to a household at Birchwood. Confirm:" + rest},
		"head of another script":     {func(a *Addition) { a.Head = "Αννα Παρκ" }, "Αννα Παρκ added you to a household:" + rest},
		"long head of another script": {func(a *Addition) { a.Head = strings.Repeat("абвгд", 20) },
			"абвгдабвгда... added you to a household:" + rest},
	} {
		t.Run(name, func(t *testing.T) {
			a := addition()
			test.change(&a)
			if got := textOfAddition(t, a); got != test.want {
				t.Errorf("got  %q (%d segments)\nwant %q", got, segments(got), test.want)
			}
		})
	}
	a := addition()
	a.Head, a.Link = "Αννα Παρκ", "https://join.example/join/"+strings.Repeat("x", 85)
	if got := textOfAddition(t, a); !strings.HasPrefix(got, "You were added to a household. Confirm:\n"+a.Link+"\n") {
		t.Errorf("a long link: %q", got)
	}
}

// Whatever people are called, the link arrives, at the price of two segments.
func TestAdditionSMSSurvivesAnyName(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		a := addition()
		a.Head, a.Household, a.Organization = rapid.String().Draw(r, "head"), rapid.String().Draw(r, "household"), rapid.String().Draw(r, "organization")
		sms, err := a.SMS("+436641234567")
		if err != nil || segments(sms.Body) > MaxSegments || !strings.Contains(sms.Body, a.Link+"\n") {
			r.Errorf("%v: %q", err, sms.Body)
		}
	})
}

func TestAdditionMadeWrongly(t *testing.T) {
	for name, change := range map[string]func(*Addition){
		"no days": func(a *Addition) { a.ExpiresInDays = 0 }, "no color": func(a *Addition) { a.Accent = "red" },
		"no link": func(a *Addition) { a.Link = "" }, "link with a space": func(a *Addition) { a.Link += " x" },
	} {
		a := addition()
		change(&a)
		if _, err := a.Email("ben@home.example", messageID, sentAt); err == nil {
			t.Errorf("%s: mailed", name)
		}
		if _, err := a.SMS("+436641234567"); err == nil {
			t.Errorf("%s: texted", name)
		}
	}
	if _, err := addition().SMS("0664 1234567"); err == nil {
		t.Error("texted to a number that is not E.164")
	}
	if _, err := addition().Email("nobody", messageID, sentAt); err == nil {
		t.Error("mailed to what is no address")
	}
	long := addition()
	long.Link = "https://join.example/" + strings.Repeat("x", 400)
	if _, err := long.SMS("+436641234567"); err == nil {
		t.Error("texted a link that does not fit")
	}
}
