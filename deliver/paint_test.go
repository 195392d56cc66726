package deliver

import (
	"regexp"
	"strings"
	"testing"

	"usher/color"
	"usher/invite"
)

var button = regexp.MustCompile(`<td align="center" class="edge" bgcolor="(#[0-9a-f]{6})" style="background-color:(#[0-9a-f]{6});border:1px solid (#[0-9a-f]{6});` +
	`[^"]*"><a href="[^"]*" class="button" [^>]*;color:(#[0-9a-f]{6});`)

// The button has the organization's color, whatever it is, with words that can
// be read on it and an edge that stands out from the email's ground.
func TestButtonHasTheAccentColor(t *testing.T) {
	for accent, want := range map[string]struct{ fill, ink, edge string }{
		"#b8431e": {"#b8431e", "#ffffff", "#b8431e"},
		"#3949AB": {"#3949ab", "#ffffff", "#3949ab"},
		"#ffcc00": {"#ffcc00", "#000000", ""},
		"#ffffff": {"#ffffff", "#000000", "#949494"},
		"#000000": {"#000000", "#ffffff", "#000000"},
		"#777777": {"#777777", "#000000", "#777777"},
		"":        {invite.DefaultAccent, "#ffffff", invite.DefaultAccent},
	} {
		m := sample()
		m.Accent = accent
		html := composed(t, m).HTML
		got := button.FindStringSubmatch(html)
		if got == nil {
			t.Fatalf("%s: no button in %s", accent, html)
		}
		if got[1] != want.fill || got[2] != want.fill || got[4] != want.ink || want.edge != "" && got[3] != want.edge {
			t.Errorf("%s: the button is %v, want %v", accent, got[1:], want)
		}
		fill, ink, edge := parsed(t, got[2]), parsed(t, got[4]), parsed(t, got[3])
		if r := fill.Contrast(ink); r < color.TextRatio {
			t.Errorf("%s: words on the button have a contrast of %.2f", accent, r)
		}
		if r := edge.Contrast(card); r < color.GraphicRatio {
			t.Errorf("%s: the edge has a contrast of %.2f on the card", accent, r)
		}
		dark := regexp.MustCompile(`\.edge \{ border-color: (#[0-9a-f]{6}) !important; \}`).FindStringSubmatch(html)
		if dark == nil || parsed(t, dark[1]).Contrast(darkCard) < color.GraphicRatio {
			t.Errorf("%s: the edge on a dark card: %v", accent, dark)
		}
	}
}

func parsed(t *testing.T, text string) color.RGB {
	t.Helper()
	c, err := color.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The grounds that contrasts are judged against are those of the template.
func TestGroundsAreTheTemplates(t *testing.T) {
	html := composed(t, sample()).HTML
	for _, want := range []string{
		`class="card" width="560" cellpadding="0" cellspacing="0" border="0" bgcolor="` + card.Hex() + `"`,
		`.card { background-color: ` + darkCard.Hex() + ` !important;`,
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the email lacks %s", want)
		}
	}
}

func TestAccentMustBeAColor(t *testing.T) {
	for _, accent := range []string{"red", "#fff", "#ff0000;background:url(//evil.example)", "#ff000080"} {
		m := sample()
		m.Accent = accent
		if _, err := m.Email("sam@home.example", messageID, sentAt); err == nil || strings.Contains(err.Error(), accent) {
			t.Errorf("%q: %v", accent, err)
		}
	}
}

// Whom people ask may be an address, a number or a sentence, in full.
func TestSupportContact(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Ask Anna. ", 20))
	for support, want := range map[string]string{
		"help@gym.example":               "Questions? Contact help@gym.example.",
		"+43 1 234":                      "Questions? Contact +43 1 234.",
		"Ask Anna at the desk.":          "Questions? Ask Anna at the desk.",
		"Anna, help@gym.example, +43 1":  "Questions? Anna, help@gym.example, +43 1",
		long:                             "Questions? " + long,
		"one\r\nBcc: two@evil.example\n": "Questions? one Bcc: two@evil.example",
	} {
		m := sample()
		m.Support = support
		email := composed(t, m)
		if !strings.Contains(email.Text, "\n"+want+"\n") {
			t.Errorf("%q: the text lacks %q:\n%s", support, want, email.Text)
		}
		if !strings.Contains(visible(t, email.HTML), want) {
			t.Errorf("%q: the page lacks %q", support, want)
		}
	}
}
