package deliver

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"usher/invite"
)

func TestSegments(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want int
	}{
		"empty":                              {"", 1},
		"160 of the alphabet":                {strings.Repeat("a", 160), 1},
		"161 of the alphabet":                {strings.Repeat("a", 161), 2},
		"306 of the alphabet":                {strings.Repeat("a", 306), 2},
		"307 of the alphabet":                {strings.Repeat("a", 307), 3},
		"accents of the alphabet":            {strings.Repeat("é", 160), 1},
		"80 of the extension":                {strings.Repeat("€", 80), 1},
		"81 of the extension":                {strings.Repeat("€", 81), 2},
		"extension is not split":             {strings.Repeat("a", 152) + "€" + strings.Repeat("a", 152), 3},
		"extension at the end of a segment":  {strings.Repeat("a", 151) + "€" + strings.Repeat("a", 153), 2},
		"70 of others":                       {strings.Repeat("я", 70), 1},
		"71 of others":                       {strings.Repeat("я", 71), 2},
		"134 of others":                      {strings.Repeat("я", 134), 2},
		"135 of others":                      {strings.Repeat("я", 135), 3},
		"one other character changes all":    {strings.Repeat("a", 70) + "ç", 2},
		"surrogate pairs take two":           {strings.Repeat("😀", 35), 1},
		"36 surrogate pairs":                 {strings.Repeat("😀", 36), 2},
		"surrogate pair is not split":        {strings.Repeat("я", 66) + "😀" + strings.Repeat("я", 66), 3},
		"extension in others counts as one":  {strings.Repeat("я", 69) + "€", 1},
		"the alphabet lacks the lower c ced": {"Ç", 1},
	} {
		if got := segments(test.text); got != test.want {
			t.Errorf("%s: %d segments, want %d", name, got, test.want)
		}
	}
}

func textOf(t *testing.T, m Message) string {
	t.Helper()
	sms, err := m.SMS("+436641234567")
	if err != nil {
		t.Fatal(err)
	}
	if n := segments(sms.Body); n > MaxSegments {
		t.Errorf("%d segments: %q", n, sms.Body)
	}
	return sms.Body
}

func TestSMS(t *testing.T) {
	const link, code = "https://join.example/j/dGhpcyBpcyBhIHRva2VuIQ", "7KQ2M-9XW4D"
	long := "https://join.example/j/" + strings.Repeat("x", 85)
	for name, test := range map[string]struct {
		purpose            invite.Purpose
		organization, link string
		days               int
		want               string
	}{
		"whole": {invite.PurposeInvite, "Riverside Gym", link, 10,
			"Riverside Gym invites you to its app:\n" + link + "\nOr type the code " + code + ". This invitation expires in 10 days."},
		"reminder": {invite.PurposeReminder, "Riverside Gym", link, 1,
			"Riverside Gym: your invitation is still open:\n" + link + "\nOr type the code " + code + ". This invitation expires in 1 day."},
		"typographic characters": {invite.PurposeInvite, "Joe’s “Gym” – Vienna…", link, 10,
			"Joe's \"Gym\" - Vienna... invites you to its app:\n" + link + "\nOr type the code " + code + ". This invitation expires in 10 days."},
		"other script, shorter wording": {invite.PurposeInvite, "Спортзал у реки", link, 10,
			"Спортзал у реки invites you to its app:\n" + link + "\nCode: " + code},
		"long name in another script, shortened": {invite.PurposeInvite, strings.Repeat("клуб", 20), link, 10,
			strings.Repeat("клуб", 10) + "клу... invites you to its app:\n" + link + "\nCode: " + code},
		"long link, no room for such a name": {invite.PurposeInvite, "Спортзал у реки", long, 10,
			"You are invited:\n" + long + "\nCode: " + code},
		"long link, Latin name": {invite.PurposeInvite, "Riverside Gym", long, 10,
			"Riverside Gym invites you to its app:\n" + long + "\nOr type the code " + code + ". This invitation expires in 10 days."},
		"header injection": {invite.PurposeInvite, "Gym\r\nCall +1900", link, 10,
			"Gym Call +1900 invites you to its app:\n" + link + "\nOr type the code " + code + ". This invitation expires in 10 days."},
	} {
		t.Run(name, func(t *testing.T) {
			m := sample()
			m.Purpose, m.Organization, m.Link, m.ExpiresInDays = test.purpose, test.organization, test.link, test.days
			if got := textOf(t, m); got != test.want {
				t.Errorf("got  %q (%d segments)\nwant %q", got, segments(got), test.want)
			}
		})
	}
}

// Whatever the organization is called, the message keeps to its segments and
// the link and the code are whole, each ended by a space, a line or a full stop.
func TestSMSKeepsLinkAndCode(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		m := sample()
		m.Organization = rapid.OneOf(
			rapid.String(),
			rapid.StringN(0, 120, -1),
			rapid.StringOfN(rapid.SampledFrom([]rune("aé€я界😀\u0301\u200D '’")), 0, 150, -1),
		).Draw(r, "organization")
		m.Purpose = rapid.SampledFrom([]invite.Purpose{invite.PurposeInvite, invite.PurposeReminder}).Draw(r, "purpose")
		m.Link = "https://join.example/j/" + rapid.StringMatching(`[A-Za-z0-9_-]{22,200}`).Draw(r, "token")
		body := textOf(t, m)
		if !utf8.ValidString(body) {
			r.Fatalf("not UTF-8: %q", body)
		}
		if strings.Count(body, "\n"+m.Link+"\n") != 1 || !strings.Contains(body, m.Code) {
			r.Fatalf("link or code is not whole in %q", body)
		}
	})
}

func TestShortenKeepsLettersTogether(t *testing.T) {
	for in, want := range map[string]string{
		"Riverside Gym":        "Riverside Gy...",
		"Riverside G...":       "Riverside...",
		"Riverside G":          "Riverside...",
		"Gymnasiums":           "Gymnasium...",
		"Gymnasium":            "Gymnasiu...",
		"Gymnasiu...":          "",
		"Gym":                  "",
		"Gymnasiume\u0301":     "Gymnasium...",
		"Gymnasium 👩\u200D🚀":   "Gymnasium...",
		"":                     "",
		"\u0301\u0301\u0301":   "",
		strings.Repeat("я", 9): strings.Repeat("я", 8) + "...",
	} {
		if got := shorten(in); got != want {
			t.Errorf("shorten(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSMSRefuses(t *testing.T) {
	for _, to := range []string{"", "06641234567", "+0123456789", "+43 664 1234567", "+4366412345671234", "+43664\r\n1234567"} {
		if _, err := sample().SMS(to); err == nil {
			t.Errorf("composed to %q", to)
		}
	}
	m := sample()
	m.Link = "https://join.example/j/" + strings.Repeat("x", 400)
	if _, err := m.SMS("+436641234567"); err == nil {
		t.Error("composed a link longer than the segments")
	} else if strings.Contains(err.Error(), "xxx") {
		t.Errorf("the error holds the link: %v", err)
	}
}
