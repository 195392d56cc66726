package invite

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPasswordRuleUnmet(t *testing.T) {
	const (
		short, upper, lower, digit = "at least 6 characters", "an upper-case letter", "a lower-case letter", "a digit"
		symbol                     = "a character that is neither a letter nor a digit"
	)
	for password, want := range map[string][]string{
		"Abc12!":         nil,
		"Abc 12":         nil, // a space is a symbol
		"Äöü١٢!":         nil, // letters and digits of any script
		"ΑΒγδ1€":         nil,
		"":               {short, upper, lower, digit, symbol},
		"Ab1!":           {short},
		"Ää1!é":          {short}, // five characters, eight bytes
		"abcde1!":        {upper},
		"ABCDE1!":        {lower},
		"Abcdef!":        {digit},
		"Abcdef1":        {symbol},
		"Abcde\u03011":   {symbol}, // a combining accent is part of its letter
		"Abcde1\x00\x07": {symbol},
		"Abcdef!½Ⅷ":      {digit}, // numbers that are not digits
		"密码密码密码":         {upper, lower, digit, symbol},
	} {
		if diff := cmp.Diff(want, PasswordFloor().Unmet(password)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", password, diff)
		}
	}
	if got := (PasswordRule{MinLength: 8}).Unmet("aaaaaaa"); !cmp.Equal(got, []string{"at least 8 characters"}) {
		t.Errorf("a rule of length alone gives %v", got)
	}
	if diff := cmp.Diff([]string{short, upper, lower, digit, symbol}, PasswordFloor().Parts()); diff != "" {
		t.Errorf("Parts (-want +got):\n%s", diff)
	}
}

func TestPasswordRuleMissing(t *testing.T) {
	want := []PasswordPart{PartLength, PartUpper, PartLower, PartDigit, PartSymbol}
	if diff := cmp.Diff(want, PasswordFloor().Missing("")); diff != "" {
		t.Errorf("of nothing (-want +got):\n%s", diff)
	}
	if got := (PasswordRule{MinLength: 12, Digit: true}).Missing("Tall7-Otter"); !cmp.Equal(got, []PasswordPart{PartLength}) {
		t.Errorf("of 11 characters: %v", got)
	}
}
