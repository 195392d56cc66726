package web

import (
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// TestEveryPage holds what is true of all pages: nothing that a person typed
// becomes markup, nothing inline or foreign is loaded, forms change things by
// POST with the CSRF value, and inputs can be found by a screen reader.
//
// It does so in every language: a text may hold a quotation mark.
func TestEveryPage(t *testing.T) {
	for _, l := range Locales() {
		for name, page := range everyPage(l) {
			t.Run(l.Code+"/"+name, func(t *testing.T) { checkPage(t, l, parse(t, page)) })
		}
	}
}

func checkPage(t *testing.T, l *Locale, doc document) {
	t.Helper()
	if !strings.Contains(doc.text(), hostile) {
		t.Errorf("the organization's name is not shown as it is written")
	}
	if !strings.Contains(doc.text(), "help@gym.example") {
		t.Errorf("the support contact is not named")
	}
	if got := attr(doc.elements("html")[0], "lang"); got != l.Tag {
		t.Errorf("lang=%q, want %q", got, l.Tag)
	}
	checkSources(t, doc)
	checkForms(t, doc)
	checkInputs(t, doc)
	checkTexts(t, doc)
}

// TestFields looks at what makes a form easy to fill in: the browser's help by
// autocomplete, the right keyboard, where the cursor stands, what was typed.
func TestFields(t *testing.T) {
	const whatever = "\x00" // the value does not matter
	tests := []struct {
		page, field string
		want        map[string]string // attributes and values
		not         []string          // attributes that must be absent
	}{
		{"enter code", FieldCode, map[string]string{"autocomplete": "one-time-code", "autofocus": whatever, "value": hostile, "aria-describedby": "code-hint"}, []string{"aria-invalid"}},
		{"wrong code", FieldCode, map[string]string{"aria-invalid": "true", "aria-describedby": "code-hint code-error", "value": hostile}, nil},
		{"invitation", FieldName, map[string]string{"autocomplete": "name", "autofocus": whatever, "value": rtl + hostile, "dir": "auto"}, []string{"aria-invalid"}},
		{"invitation", FieldPassword, map[string]string{"autocomplete": "new-password", "aria-describedby": "password-rule"}, []string{"autofocus"}},
		{"invitation, weak", FieldName, map[string]string{"value": rtl + hostile}, []string{"autofocus", "aria-invalid"}},
		{"invitation, weak", FieldPassword, map[string]string{"autofocus": whatever, "aria-invalid": "true", "aria-describedby": "password-rule password-error"}, nil},
		{"invitation, email asked", FieldEmail, map[string]string{"autocomplete": "username", "inputmode": "email", "type": "email", "autofocus": whatever, "value": hostile, "aria-describedby": "email-hint email-error"}, nil},
		{"invitation, account", FieldPassword, map[string]string{"autocomplete": "current-password", "autofocus": whatever}, nil},
		{"invitation, account", FieldProof, map[string]string{"type": "hidden", "value": hostile}, nil},
		{"prove email", FieldProof, map[string]string{"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": whatever}, []string{"value"}},
		{"prove email, password", FieldName, map[string]string{"type": "hidden", "value": rtl + hostile}, nil},
		{"prove email, password", FieldPassword, map[string]string{"aria-describedby": "password-hint"}, []string{"autofocus"}},
		{"sign in", FieldEmail, map[string]string{"autocomplete": "username", "inputmode": "email", "autofocus": whatever, "value": hostile}, nil},
		{"sign in", FieldPassword, map[string]string{"autocomplete": "current-password"}, []string{"autofocus"}},
		{"sign in, refused", FieldEmail, map[string]string{"autofocus": whatever, "value": hostile}, []string{"aria-invalid"}},
	}
	pages := everyPage(nil)
	for _, tt := range tests {
		t.Run(tt.page+"/"+tt.field, func(t *testing.T) {
			inputs := slices.DeleteFunc(parse(t, pages[tt.page]).elements("input"), func(n *html.Node) bool {
				return attr(n, "name") != tt.field
			})
			if len(inputs) != 1 {
				t.Fatalf("%d inputs, want 1", len(inputs))
			}
			for key, want := range tt.want {
				if got := attr(inputs[0], key); !has(inputs[0], key) || want != whatever && got != want {
					t.Errorf("%s=%q (there: %t), want %q", key, got, has(inputs[0], key), want)
				}
			}
			for _, key := range tt.not {
				if has(inputs[0], key) {
					t.Errorf("has %s", key)
				}
			}
		})
	}
}

// TestErrorsAreAnnounced checks that a refused form says so in its title, in an
// alert and beside the field, and that a first visit does none of it.
func TestErrorsAreAnnounced(t *testing.T) {
	refused := parse(t, everyPage(nil)["invitation, weak"])
	if !strings.Contains(refused.text(), "Error: You are invited") {
		t.Errorf("the title does not say that there is an error")
	}
	if got := strings.Count(refused.text(), "password is wrong"); got != 4 {
		t.Errorf("two messages are shown %d times, want each above the form and beside the field", got)
	}
	for page, want := range map[string]bool{"invitation, weak": true, "invitation": false} {
		alert := slices.ContainsFunc(parse(t, everyPage(nil)[page]).elements(), func(n *html.Node) bool {
			return attr(n, "role") == "alert"
		})
		if alert != want {
			t.Errorf("%s: alert %t, want %t", page, alert, want)
		}
	}
}

// TestDecline checks that declining is a POST of its own: link scanners and a
// slip of the finger must not end an invitation.
func TestDecline(t *testing.T) {
	doc := parse(t, everyPage(nil)["invitation"])
	for _, n := range doc.elements("a") {
		if strings.Contains(attr(n, "href"), "decline") {
			t.Errorf("a link declines")
		}
	}
	found := false
	for _, d := range doc.elements("details") {
		for _, f := range (document{d}).elements("form") {
			found = found || attr(f, "action") == JoinDecline
		}
	}
	if !found {
		t.Errorf("no form declines, or it is not folded away")
	}
}

func TestSupport(t *testing.T) {
	tests := []struct{ support, href, text string }{
		{"help@gym.example", "mailto:help@gym.example", "help@gym.example"},
		{"+49 (30) 123-456", "tel:+4930123456", "+49 (30) 123-456"},
		{"the front desk", "", "the front desk"},
		{"javascript:alert(1)", "", "javascript:alert(1)"},
		{"Eve <eve@evil.example>", "", "Eve <eve@evil.example>"},
		{"a?bcc=eve@evil.example", "mailto:a%3Fbcc=eve@evil.example", "a?bcc=eve@evil.example"},
		{"", "", "Contact the organization that invited you."},
	}
	for _, tt := range tests {
		t.Run(tt.support, func(t *testing.T) {
			doc := parse(t, func(w io.Writer) error { return RenderDeclined(w, JoinPage{Support: tt.support}) })
			href := ""
			for _, n := range doc.elements("a") {
				href = attr(n, "href")
			}
			if href != tt.href {
				t.Errorf("href %q, want %q", href, tt.href)
			}
			if !strings.Contains(doc.text(), tt.text) {
				t.Errorf("does not say %q", tt.text)
			}
		})
	}
}

func TestWait(t *testing.T) {
	for after, want := range map[time.Duration]string{
		-time.Second: "Try again later.", 0: "Try again later.", time.Second: "Try again in a minute.", time.Minute: "Try again in a minute.",
		61 * time.Second: "Try again in 2 minutes.", time.Hour: "Try again in 60 minutes.", 61 * time.Minute: "Try again in 2 hours.",
	} {
		if got := (LimitReachedPage{RetryAfter: after}).Wait(); got != want {
			t.Errorf("%v: %q, want %q", after, got, want)
		}
	}
}

// TestAssets checks that every asset a page asks for exists under its name.
func TestAssets(t *testing.T) {
	doc, seen := parse(t, everyPage(nil)["sign in"]), 0
	for _, n := range doc.elements("link", "script") {
		address := attr(n, "href") + attr(n, "src")
		if id, within := strings.CutPrefix(address, "#"); within {
			if !slices.ContainsFunc(doc.elements("span"), func(n *html.Node) bool { return attr(n, "id") == id }) {
				t.Errorf("drawing waits for #%s, which is not there", id)
			}
			continue
		}
		path, version, _ := strings.Cut(address, "?v=")
		_, err := fs.Stat(JoinAssets(), strings.TrimPrefix(path, JoinAssetsPath))
		if name, ok := strings.CutPrefix(path, JoinAccentPath); ok {
			if _, known := JoinAccentColor(name); known {
				err = nil
			}
		}
		if err != nil || len(version) != 8 {
			t.Errorf("%s: %v", address, err)
		}
		seen++
	}
	if seen != 5 {
		t.Errorf("%d assets, want 5", seen)
	}
}

type failingWriter struct{ err error }

func (w failingWriter) Write([]byte) (int, error) { return 0, w.err }

func TestRenderReportsTheWriter(t *testing.T) {
	gone := errors.New("gone")
	if err := RenderDeclined(failingWriter{gone}, JoinPage{}); !errors.Is(err, gone) {
		t.Errorf("got %v, want %v", err, gone)
	}
}
