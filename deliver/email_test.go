package deliver

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"usher/invite"
)

func TestEmailHeaders(t *testing.T) {
	source := mustSource(t, composed(t, sample()))
	header := parse(t, source).header
	for key, want := range map[string]string{
		"From":                  `"Riverside Gym" <hello@riverside.example>`,
		"To":                    "<sam@home.example>",
		"Reply-To":              "<help@riverside.example>",
		"Subject":               "Riverside Gym invites you to its app",
		"Message-Id":            "<" + messageID + ">",
		"Date":                  "Fri, 20 Nov 2026 08:30:00 +0000",
		"Auto-Submitted":        "auto-generated",
		"List-Unsubscribe":      "<https://join.example/decline/dGhpcyBpcyBhIHRva2VuIQ>",
		"List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
		"Mime-Version":          "1.0",
		"User-Agent":            "",
	} {
		if got := header.Get(key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	for _, line := range bytes.Split(source, []byte("\r\n")) {
		if len(line) > 998 {
			t.Errorf("line of %d octets; RFC 5322 allows 998", len(line))
		}
		if bytes.ContainsAny(line, "\r\n") {
			t.Errorf("bare CR or LF in %q", line)
		}
	}
}

func TestEmailIsTheSameOnEveryAttempt(t *testing.T) {
	boundary := regexp.MustCompile(`(boundary=|--)[0-9a-f]{20,}`)
	lines := func() []string {
		source := boundary.ReplaceAllString(string(mustSource(t, composed(t, sample()))), "")
		all := strings.Split(source, "\r\n")
		slices.Sort(all) // the library writes some headers in any order
		return all
	}
	if diff := cmp.Diff(lines(), lines()); diff != "" {
		t.Errorf("attempts differ (-first +second):\n%s", diff)
	}
}

const wantText = `Hi Sam Carter,

Riverside Gym has invited you to its app. Choose a password, and you are in.

Accept the invitation:
https://join.example/j/dGhpcyBpcyBhIHRva2VuIQ?c=email&x=1

Or type this code at https://join.example/join:
7KQ2M-9XW4D

This invitation expires in 10 days.

-- 
Riverside Gym sent this message to sam@home.example.
Questions? Contact help@riverside.example.
Not for you? Decline the invitation:
https://join.example/decline/dGhpcyBpcyBhIHRva2VuIQ
`

func TestEmailText(t *testing.T) {
	got := parse(t, mustSource(t, composed(t, sample())))
	if diff := cmp.Diff(wantText, got.text); diff != "" {
		t.Errorf("text part (-want +got):\n%s", diff)
	}
}

func TestEmailPartsAgree(t *testing.T) {
	edited := sample()
	edited.Texts = invite.Texts{
		Subject: "{{name}}, a place for you at {{organization}}",
		Body:    "Dear {{name}},\r\n\r\nfirst line\r\nsecond line: 5 < 6 & \"quotes\"\r\n\r\n\r\nYours, {{organization}}",
		Button:  "Join {{organization}}",
	}
	reminder := sample()
	reminder.Purpose, reminder.ExpiresInDays = invite.PurposeReminder, 1
	nameless := sample()
	nameless.Recipient, nameless.Support = "", ""
	arabic := sample()
	arabic.Recipient, arabic.Organization = "محمد علي", "نادي النهر"
	arabic.Texts.Body = "{{name}}, welcome!"
	hindi := sample()
	hindi.Recipient, hindi.Organization = "प्रिया शर्मा", "健身房 🏋️‍♀️ Zürich"
	hostile := sample()
	hostile.Recipient, hostile.Organization = `<script>alert(1)</script>`, `"><img src=x onerror=alert(1)> & 'Co'`
	hostile.Support = `<a href="x">`

	for name, m := range map[string]Message{
		"default": sample(), "edited": edited, "reminder": reminder, "nameless": nameless,
		"right to left": arabic, "other scripts": hindi, "hostile names": hostile,
	} {
		t.Run(name, func(t *testing.T) {
			email := composed(t, m)
			got := parse(t, mustSource(t, email))
			if got.text != email.Text || got.html != email.HTML {
				t.Error("what arrives is not what was composed")
			}
			text := oneSpaced(strings.Replace(got.text, "\n-- \n", "\n", 1))
			if diff := cmp.Diff(text, visible(t, got.html)); diff != "" {
				t.Errorf("parts differ (-text +html):\n%s", diff)
			}
			for _, needed := range []string{m.Link, m.Code, m.DeclineURL} {
				if !strings.Contains(got.text, needed) {
					t.Errorf("text part lacks %q", needed)
				}
			}
			for _, foreign := range []string{"<script", "<img", "onerror=alert(1)>"} {
				if strings.Contains(got.html, foreign) {
					t.Errorf("html part contains %q", foreign)
				}
			}
			subject, err := got.header.Subject()
			if err != nil || subject != email.Subject {
				t.Errorf("subject %q (%v), want %q", subject, err, email.Subject)
			}
			from, err := got.header.AddressList("From")
			if err != nil || len(from) != 1 || from[0].Name != email.From.Name || from[0].Address != m.Sender {
				t.Errorf("from %v (%v), want %v", from, err, email.From)
			}
		})
	}
}

func TestEmailSetsNamesApart(t *testing.T) {
	m := sample()
	m.Recipient = "محمد"
	m.Texts.Body = "{{name}}, welcome!"
	if want := `<p dir="auto" style="margin:0 0 16px;"><bdi>محمد</bdi>, welcome!</p>`; !strings.Contains(composed(t, m).HTML, want) {
		t.Errorf("html lacks %s", want)
	}
}

func TestInvitationSaysWhatItsTextsSay(t *testing.T) {
	m := sample()
	m.Texts = invite.Texts{Subject: "A place for {{name}}", Body: "Only this, {{name}}.", Button: "Let me in"}
	email := composed(t, m)
	if email.Subject != "A place for Sam Carter" {
		t.Errorf("subject %q", email.Subject)
	}
	if !strings.HasPrefix(email.Text, "Only this, Sam Carter.\n\nLet me in:\nhttps://") {
		t.Errorf("text begins %q", email.Text[:60])
	}
}

func TestReminderHasWordsOfItsOwn(t *testing.T) {
	m := sample()
	m.Purpose = invite.PurposeReminder
	m.Texts = invite.Texts{Subject: "Edited", Body: "Edited", Button: "Edited"}
	email := composed(t, m)
	if want := "Reminder: Riverside Gym invites you to its app"; email.Subject != want {
		t.Errorf("subject %q, want %q", email.Subject, want)
	}
	if strings.Contains(email.Text, "Edited") || !strings.Contains(email.Text, "your invitation from Riverside Gym is still open") {
		t.Errorf("text: %s", email.Text)
	}
}

func TestReminderTextsAreInOrder(t *testing.T) {
	for tag, w := range languages {
		if errs := w.reminder.Check(""); len(errs) > 0 {
			t.Errorf("%s: %v", tag, errs)
		}
	}
}

func TestNamesAreMadeHarmless(t *testing.T) {
	for name, test := range map[string]struct{ in, want string }{
		"header injection": {"Sam\r\nBcc: all@evil.com", "Hi there,"}, // it holds an address too
		"line break":       {"Sam\r\nSubject: x", "Hi Sam Subject: x,"},
		"control":          {"Sa\x00m\u202Eevil", "Hi Sa m evil,"},
		"encoded word":     {"=?utf-8?Q?x?=", "Hi = ?utf-8?Q?x?=,"},
		"a link":           {"Win at https://evil.example", "Hi there,"},
		"a domain":         {"evil.com", "Hi there,"},
		"a placeholder":    {"{{organization}}", "Hi {{organization}},"},
		"an initial":       {"J.R. Tolkien", "Hi J.R. Tolkien,"},
		"very long":        {strings.Repeat("ab ", 100), "Hi " + strings.TrimSpace(strings.Repeat("ab ", 33)+"a") + ","},
	} {
		t.Run(name, func(t *testing.T) {
			m := sample()
			m.Recipient = test.in
			first, _, _ := strings.Cut(composed(t, m).Text, "\n")
			if first != test.want {
				t.Errorf("greets %q, want %q", first, test.want)
			}
		})
	}
}

// Whatever names and texts hold, the message has the headers it should have and
// no other, and its parts arrive as they were composed.
func TestEmailSurvivesAnyText(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		m := sample()
		m.Organization = rapid.String().Draw(r, "organization")
		m.Recipient = rapid.String().Draw(r, "recipient")
		m.Support = rapid.String().Draw(r, "support")
		m.Texts = invite.Texts{
			Subject: rapid.String().Draw(r, "subject"),
			Body:    rapid.String().Draw(r, "body"),
			Button:  rapid.String().Draw(r, "button"),
		}
		email := composed(t, m)
		got := parse(t, mustSource(t, email))
		if diff := cmp.Diff(strings.TrimRight(email.Text, "\n"), strings.TrimRight(got.text, "\n")); diff != "" {
			r.Fatalf("text (-composed +arrived):\n%s", diff)
		}
		if subject, _ := got.header.Subject(); subject != email.Subject {
			r.Fatalf("subject %q, want %q", subject, email.Subject)
		}
		allowed := map[string]bool{
			"From": true, "To": true, "Reply-To": true, "Subject": true, "Message-Id": true, "Date": true,
			"Auto-Submitted": true, "List-Unsubscribe": true, "List-Unsubscribe-Post": true,
			"Mime-Version": true, "Content-Type": true,
		}
		for fields := got.header.Fields(); fields.Next(); {
			if !allowed[fields.Key()] {
				r.Fatalf("unexpected header %s: %s", fields.Key(), fields.Value())
			}
			delete(allowed, fields.Key())
		}
	})
}

func TestLongSubjectIsFoldedAndComesBackWhole(t *testing.T) {
	for _, unit := range []string{"word ", "é", "界", "👩‍🚀"} {
		m := sample()
		m.Texts.Subject = firstRunes(strings.Repeat(unit, 200), invite.MaxSubjectLength)
		email := composed(t, m)
		source := mustSource(t, email)
		header := parse(t, source).header
		if got, _ := header.Subject(); got != strings.TrimSpace(m.Texts.Subject) {
			t.Errorf("%q came back as %q", m.Texts.Subject, got)
		}
		head, _, _ := bytes.Cut(source, []byte("\r\n\r\n"))
		for _, line := range strings.Split(string(head), "\r\n") {
			if len(line) > 78 && !strings.HasPrefix(line, "List-Unsubscribe") {
				t.Errorf("header line of %d octets: %s", len(line), line)
			}
		}
	}
}

func TestEmailRefusesCallersMistakes(t *testing.T) {
	secret := "dGhpcyBpcyBhIHRva2VuIQ"
	for name, change := range map[string]func(*Message){
		"purpose":             func(m *Message) { m.Purpose = "LUNCH" },
		"expiry":              func(m *Message) { m.ExpiresInDays = 0 },
		"no link":             func(m *Message) { m.Link = "" },
		"relative link":       func(m *Message) { m.Link = "/j/" + secret },
		"script link":         func(m *Message) { m.Link = "javascript:" + secret },
		"link with line":      func(m *Message) { m.Link = "https://a.example/" + secret + "\r\nX: y" },
		"link with bracket":   func(m *Message) { m.DeclineURL = "https://a.example/" + secret + ">" },
		"very long link":      func(m *Message) { m.Link = "https://a.example/" + strings.Repeat(secret, 99) },
		"no code":             func(m *Message) { m.Code = "" },
		"code with line":      func(m *Message) { m.Code = secret + "\n" },
		"sender":              func(m *Message) { m.Sender = "nobody" },
		"sender with a name":  func(m *Message) { m.Sender = "A <a@a.example>" },
		"sender with newline": func(m *Message) { m.Sender = "a@a.example\r\nBcc: b@b.example" },
	} {
		t.Run(name, func(t *testing.T) {
			m := sample()
			change(&m)
			_, err := m.Email("sam@home.example", messageID, sentAt)
			if err == nil {
				t.Fatal("composed")
			}
			if strings.Contains(err.Error(), secret) {
				t.Errorf("the error holds a credential: %v", err)
			}
		})
	}
	for name, args := range map[string]struct {
		to, id string
		date   time.Time
	}{
		"recipient":  {"sam@home.example, eve@evil.example", messageID, sentAt},
		"injection":  {"sam@home.example\r\nBcc: eve@evil.example", messageID, sentAt},
		"message id": {"sam@home.example", "<" + messageID + ">", sentAt},
		"id lines":   {"sam@home.example", "a@b\r\nX: y", sentAt},
		"date":       {"sam@home.example", messageID, time.Time{}},
	} {
		if _, err := sample().Email(args.to, args.id, args.date); err == nil {
			t.Errorf("%s: composed", name)
		}
	}
}
