package invite

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNormalizeCode(t *testing.T) {
	tests := []struct {
		name, typed, want string
		ok                bool
	}{
		{"as stored", "0123456789", "0123456789", true},
		{"grouped", "ABCDE-FGHJK", "ABCDEFGHJK", true},
		{"lower case", "abcde-fghjk", "ABCDEFGHJK", true},
		{"look-alikes", "oOiIlL-2345", "0011112345", true},
		{"spaces around and inside", "  AB CD E F GH JK\n", "ABCDEFGHJK", true},
		{"no-break space, en dash, non-breaking hyphen", "ABC\u00a0DE\u2013FG\u2011HJK", "ABCDEFGHJK", true},
		{"one short", "ABCDEFGHJ", "", false},
		{"one long", "ABCDEFGHJKM", "", false},
		{"U is no symbol", "ABCDEFGHJU", "", false},
		{"punctuation", "ABCDE.FGHJK", "", false},
		{"full-width letter", "ABCDEFGHJＫ", "", false},
		{"long s folds to S elsewhere", "ABCDEFGHJſ", "", false},
		{"NUL", "ABCDEFGHJ\x00", "", false},
		{"not UTF-8", "ABCDEFGHJ\xff", "", false},
		{"empty", "", "", false},
		{"dashes only", "----------", "", false},
		{"endless spaces", "ABCDEFGHJK" + strings.Repeat(" ", 100), "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := NormalizeCode(tt.typed)
			if ok != tt.ok || (ok && got != tt.want) {
				t.Errorf("NormalizeCode(%q) = %q, %v; want %q, %v", tt.typed, got, ok, tt.want, tt.ok)
			}
		})
	}
}

func TestNormalizeCodeUndoesGroupingCaseAndLookAlikes(t *testing.T) {
	misread := map[rune][]rune{'0': {'0', 'O', 'o'}, '1': {'1', 'I', 'i', 'L', 'l'}}
	rapid.Check(t, func(t *rapid.T) {
		code := rapid.StringOfN(rapid.RuneFrom([]rune(CodeAlphabet)), CodeLength, CodeLength, -1).Draw(t, "code")
		var typed strings.Builder
		for _, r := range GroupCode(code) {
			if others, found := misread[r]; found {
				r = rapid.SampledFrom(others).Draw(t, "misread")
			}
			typed.WriteRune(r)
		}
		text := typed.String()
		if rapid.Bool().Draw(t, "lower") {
			text = strings.ToLower(text)
		}
		if got, ok := NormalizeCode(text); !ok || got != code {
			t.Fatalf("NormalizeCode(%q) = %q, %v; want %q", text, got, ok, code)
		}
	})
}

func TestGroupCode(t *testing.T) {
	if got := GroupCode("ABCDEFGHJK"); got != "ABCDE-FGHJK" {
		t.Errorf("GroupCode = %q", got)
	}
	if got := GroupCode("short"); got != "short" {
		t.Errorf("GroupCode of no code = %q; want it as it is", got)
	}
}

func TestIsLinkToken(t *testing.T) {
	good := "1" + strings.Repeat("aZ0_-9", 4)
	tests := []struct {
		name, text string
		want       bool
	}{
		{"a token", good, true},
		{"one short", good[:24], false},
		{"one long", good + "a", false},
		{"another version", "2" + good[1:], false},
		{"padding", good[:24] + "=", false},
		{"standard base64", good[:24] + "/", false},
		{"a typed code", "ABCDE-FGHJK", false},
		{"empty", "", false},
	}
	for _, tt := range tests {
		if got := IsLinkToken(tt.text); got != tt.want {
			t.Errorf("%s: IsLinkToken(%q) = %v; want %v", tt.name, tt.text, got, tt.want)
		}
	}
}

func TestFindCode(t *testing.T) {
	for text, want := range map[string]string{
		"abcde-fghjk": "ABCDEFGHJK",
		"Or type the code K7QM2-9XWTF. It expires in 10 days.": "K7QM29XWTF",
		"Your invitation to Iron Temple! Code: k7qm2-9xwtf":    "K7QM29XWTF", // "invitation" could be one, too
		"Code: K7QM2\u20139XWTF":                               "K7QM29XWTF",
		"Code: K7QM2 - 9XWTF":                                  "K7QM29XWTF",
		"Dein Code: „K7QM29XWTF“":                              "K7QM29XWTF",
		"the invitation code is k7qm29xwtf":                    "K7QM29XWTF",
		"look-alikes: O7QM2-9XWTl":                             "07QM29XWT1",
		"your invitation":                                      "",
		"K7QM2-9XWTFX is longer":                               "",
		"éK7QM29XWTF is a word":                                "",
		"U is none: K7QM2-9XWTU":                               "",
		"":                                                     "",
		strings.Repeat(" ", 60) + "K7QM2-9XWTF":                "K7QM29XWTF",
		strings.Repeat("x", MaxPasted) + " K7QM2-9XWTF, far too much": "",
	} {
		if got, ok := FindCode(text); got != want || ok != (want != "") {
			t.Errorf("FindCode(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
}

func TestFindLinkToken(t *testing.T) {
	const token = "1AbCdEfGhIjKlMnOpQrStUv-_"
	for text, want := range map[string]string{
		"https://usher.example/join/" + token:                        token,
		"Accept: https://usher.example/join/" + token + "?x=1. Bye!": token,
		"/join/" + token + "/decline":                                token,
		token:                                                        "", // might be anything
		"https://usher.example/join/" + token + "x":                  "",
		"https://usher.example/join/" + token[:24]:                   "",
		"https://usher.example/join/2" + token[1:]:                   "",
		strings.Repeat("x", MaxPasted) + "/join/" + token:            "",
	} {
		if got, ok := FindLinkToken(text); got != want || ok != (want != "") {
			t.Errorf("FindLinkToken(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
}
