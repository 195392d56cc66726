package invite

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// PasswordRule is what the characters of a password must be. That it is not a
// known or guessable one is judged elsewhere.
type PasswordRule struct {
	MinLength int  // in characters (Unicode code points), not bytes
	Upper     bool // needs an upper-case letter, of any script
	Lower     bool // needs a lower-case letter, of any script
	Digit     bool // needs a decimal digit, of any script
	Symbol    bool // needs a character that is neither letter nor digit
}

// PasswordFloor returns the rule that no organization can weaken.
func PasswordFloor() PasswordRule {
	return PasswordRule{MinLength: 6, Upper: true, Lower: true, Digit: true, Symbol: true}
}

// Parts returns every part of the rule in words that follow "the password
// needs": "at least 6 characters", "an upper-case letter".
func (r PasswordRule) Parts() []string { return r.Unmet("") }

// Unmet returns the parts of the rule, in the words of Parts, that the
// password does not meet; none for a password that meets all.
//
// A space is a symbol. A combining mark is part of its letter, and control
// characters are nothing at all.
func (r PasswordRule) Unmet(password string) []string {
	var upper, lower, digit, symbol bool
	for _, c := range password {
		switch {
		case unicode.IsUpper(c) || unicode.IsTitle(c):
			upper = true
		case unicode.IsLower(c):
			lower = true
		case unicode.IsDigit(c):
			digit = true
		case unicode.IsLetter(c) || unicode.IsNumber(c) || unicode.IsMark(c):
			// Letters without case, numbers such as Roman ones, and accents.
		case unicode.IsGraphic(c):
			symbol = true
		}
	}
	var unmet []string
	require := func(met bool, part string) {
		if !met {
			unmet = append(unmet, part)
		}
	}
	require(utf8.RuneCountInString(password) >= r.MinLength, fmt.Sprintf("at least %d characters", r.MinLength))
	require(upper || !r.Upper, "an upper-case letter")
	require(lower || !r.Lower, "a lower-case letter")
	require(digit || !r.Digit, "a digit")
	require(symbol || !r.Symbol, "a character that is neither a letter nor a digit")
	return unmet
}
