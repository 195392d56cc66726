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
