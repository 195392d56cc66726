package address

import (
	"net/mail"
	"strings"
	"testing"
	"unicode"
)

func TestParseEmailNormalizes(t *testing.T) {
	for raw, want := range map[string]Email{
		"a@example.com":                          {"a@example.com", "a@example.com", ""},
		"  Ann.Lee@Example.COM\u00a0":            {"Ann.Lee@Example.COM", "ann.lee@example.com", ""},
		"d'arcy.o'brien+x@example.co.uk":         {"d'arcy.o'brien+x@example.co.uk", "d'arcy.o'brien+x@example.co.uk", ""},
		"!#$%&'*+-/=?^_`{|}~@example.com":        {"!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com", ""},
		"info@Mu\u0308nchen.example":             {"info@München.example", "info@xn--mnchen-3ya.example", ""},
		"info@xn--mnchen-3ya.example":            {"info@xn--mnchen-3ya.example", "info@xn--mnchen-3ya.example", ""},
		"a@ドメイン。テスト":                             {"a@ドメイン.テスト", "a@xn--eckwd4c7c.xn--zckzah", ""},
		"a＠example．com":                          {"a@example.com", "a@example.com", ""},
		"a@ｅｘａｍｐｌｅ.com":                          {"a@ｅｘａｍｐｌｅ.com", "a@example.com", ""},
		"\ufeffa\u200b@example.com\u202c":        {"a@example.com", "a@example.com", ""},
		"a@x1.123.example":                       {"a@x1.123.example", "a@x1.123.example", ""},
		strings.Repeat("a", 64) + "@example.com": {strings.Repeat("a", 64) + "@example.com", strings.Repeat("a", 64) + "@example.com", ""},
		"\u212a@example.com":                     {"K@example.com", "k@example.com", ""}, // the Kelvin sign: its normal form is K
	} {
		if got, problem := ParseEmail(raw); problem != nil || got != want {
			t.Errorf("%q: %+v, %+v; want %+v", raw, got, problem, want)
		}
	}
}

func TestParseEmailRefuses(t *testing.T) {
	label63, label64 := strings.Repeat("a", 63), strings.Repeat("a", 64)
	for raw, want := range map[string]ProblemCode{
		"":                                      Empty,
		" \u200b ":                              Empty,
		"a":                                     NoAtSign,
		"two words":                             NoAtSign,
		"a@@example.com":                        TwoAtSigns,
		"a@b@example.com":                       TwoAtSigns,
		`"a@b"@example.com`:                     TwoAtSigns,
		"@example.com":                          NoLocalPart,
		"a@":                                    NoDomain,
		".a@example.com":                        LeadingDot,
		"a.@example.com":                        TrailingDot,
		"a..b@example.com":                      DoubleDot,
		"a@example..com":                        EmptyLabel,
		"a@.example.com":                        EmptyLabel,
		"a@example.com.":                        EmptyLabel,
		"a@example":                             NoDotInDomain,
		"a@localhost":                           NoDotInDomain,
		label64 + "a@example.com":               LocalTooLong,
		"josé@example.com":                      NonASCIILocalPart,
		"jose\u0301@example.com":                NonASCIILocalPart,
		"用户@example.com":                        NonASCIILocalPart,
		"a b@example.com":                       BadCharacter,
		"a\x00@example.com":                     BadCharacter,
		"a\r\nBcc:b@example.com":                BadCharacter,
		`"a"@example.com`:                       BadCharacter,
		"a(x)@example.com":                      BadCharacter,
		"a\ufffd@example.com":                   BadCharacter,
		"a\xff@example.com":                     BadCharacter,
		"😀@example.com":                         BadCharacter,
		"a@exam ple.com":                        BadCharacter,
		"a@exam\u00a0ple.com":                   BadCharacter,
		"a@exam_ple.com":                        BadCharacter,
		"a@exa/mple.com":                        BadCharacter,
		"a@-example.com":                        BadCharacter,
		"a@[127.0.0.1]":                         BadCharacter,
		"a@xn--a.com":                           BadCharacter,
		"a@127.0.0.1":                           BadTopLevel,
		"a@example.c":                           BadTopLevel,
		"a@" + label64 + ".com":                 LabelTooLong,
		"a@" + strings.Repeat("ü", 60) + ".com": LabelTooLong,
		"a@" + strings.Repeat(label63+".", 4) + "com": TooLong,
		strings.Repeat("a", 1<<20):                    TooLong,
		strings.Repeat("é", 1<<20) + "@example.com":   TooLong,
	} {
		got, problem := ParseEmail(raw)
		switch {
		case problem == nil:
			t.Errorf("%.80q was accepted as %+v", raw, got)
		case problem.Code != want:
			t.Errorf("%.80q: %s, want %s", raw, problem.Code, want)
		case got != Email{}:
			t.Errorf("%.80q: refused, but gave %+v", raw, got)
		case problem.Message == "" || len(problem.Message) > 200 || strings.ContainsFunc(problem.Message, unicode.IsControl):
			t.Errorf("%.80q: message %q", raw, problem.Message)
		}
	}
}

func TestSuggestions(t *testing.T) {
	for domain, want := range map[string]string{
		"gmial.com": "gmail.com", "gmai.com": "gmail.com", "gmail.con": "gmail.com", "gmail.co": "gmail.com", "gnail.con": "gmail.com",
		"gmaill.com": "gmail.com", "gmailcom.com": "", "gamil.com": "gmail.com", "hmail.com": "gmail.com",
		"hotmail.con": "hotmail.com", "hotmial.com": "hotmail.com", "hotnail.com": "hotmail.com", "hotmal.co.uk": "hotmail.co.uk",
		"yaho.com": "yahoo.com", "yahooo.com": "yahoo.com", "outlok.com": "outlook.com", "iclod.com": "icloud.com", "t-onlin.de": "t-online.de",
		"ourgym.con": "ourgym.com", "ourgym.ogr": "ourgym.org", "mail.ourgym.nte": "mail.ourgym.net",

		// Right as they are.
		"gmail.com": "", "hotmail.com": "", "mail.com": "", "ymail.com": "", "email.com": "", "gmx.com": "", "live.de": "", "yahoo.ca": "",
		"hotmail.es": "", "outlook.fr": "", "ourgym.com": "", "ourgym.co": "", "ourgym.cm": "", "aol.com": "", "me.com": "", "msn.com": "",
		"web.de": "", "snail.com": "", "xn--mnchen-3ya.de": "", "qq.com": "", "163.com": "",

		// Reserved for examples.
		"example.com": "", "example.con": "", "gmial.example": "", "gmail.test": "", "coach.example.net": "", "gym-mail.example": "", "a.example.con": "",
	} {
		email, problem := ParseEmail("Pat@" + domain)
		if problem != nil {
			t.Errorf("%s: %+v", domain, problem)
			continue
		}
		if want != "" {
			want = "pat@" + want
		}
		if email.Suggestion != want {
			t.Errorf("%s: suggested %q, want %q", domain, email.Suggestion, want)
		}
		if email.Lower != "pat@"+domain {
			t.Errorf("%s: a suggestion was applied: %q", domain, email.Lower)
		}
	}
}

func TestTypos(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "ab", 2}, {"ab", "ab", 0}, {"ab", "ba", 1}, {"abc", "ac", 1}, {"abcd", "acbd", 1}, {"abcd", "badc", 2}, {"abc", "xyz", 3}, {"a", "abcd", 3}} {
		if got := typos(tc.a, tc.b); got != tc.want {
			t.Errorf("%q, %q: %d, want %d", tc.a, tc.b, got, tc.want)
		}
		if typos(tc.a, tc.b) != typos(tc.b, tc.a) {
			t.Errorf("%q, %q: not symmetric", tc.a, tc.b)
		}
	}
}

func FuzzParseEmail(f *testing.F) {
	for _, seed := range []string{
		"a@example.com", "Ann <a@b.co>", "josé@example..com", "a@münchen.de", "a＠ドメイン。テスト", "\ufeff@\u200b", "a@xn--a.b", "\xff@\xfe", `"a b"@c.de`,
		"a@\u212a.com", "a@ß.de", "a@\u0301.com", "pat@gmial.com", strings.Repeat("a.", 40) + "@" + strings.Repeat("b.", 120) + "cc",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		email, problem := ParseEmail(raw)
		if problem != nil {
			if problem.Code == "" || problem.Message == "" || email != (Email{}) {
				t.Fatalf("%q: %+v, %+v", raw, problem, email)
			}
			return
		}
		again, problem := ParseEmail(email.Lower)
		if problem != nil || again.Lower != email.Lower || again.Display != email.Lower || again.Suggestion != email.Suggestion {
			t.Fatalf("%q gives %+v, and that %+v, %+v", raw, email, again, problem)
		}
		shown, problem := ParseEmail(email.Display)
		if problem != nil || shown != email {
			t.Fatalf("%q gives %+v, and its display %+v, %+v", raw, email, shown, problem)
		}
		if len(email.Lower) > maxEmail || strings.ContainsFunc(email.Lower, func(r rune) bool { return r <= ' ' || r > '~' }) {
			t.Fatalf("%q gives %q", raw, email.Lower)
		}
		if parsed, err := mail.ParseAddress(email.Lower); err != nil || parsed.Address != email.Lower {
			t.Fatalf("%q gives %q, which net/mail reads as %v, %v", raw, email.Lower, parsed, err)
		}
	})
}
