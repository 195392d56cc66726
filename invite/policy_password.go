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

// PasswordPart is a part of a rule.
type PasswordPart string

// The parts of a rule, in the order in which people are told of them.
const (
	PartLength PasswordPart = "LENGTH"
	PartUpper  PasswordPart = "UPPER"
	PartLower  PasswordPart = "LOWER"
	PartDigit  PasswordPart = "DIGIT"
	PartSymbol PasswordPart = "SYMBOL"
)

// Words says a part so that it follows "the password needs": "at least 6
// characters", "an upper-case letter".
func (r PasswordRule) Words(part PasswordPart) string {
	switch part {
	case PartLength:
		return fmt.Sprintf("at least %d characters", r.MinLength)
	case PartUpper:
		return "an upper-case letter"
	case PartLower:
		return "a lower-case letter"
	case PartDigit:
		return "a digit"
	}
	return "a character that is neither a letter nor a digit"
}

// Parts returns every part of the rule in Words.
func (r PasswordRule) Parts() []string { return r.Unmet("") }

// Unmet returns the parts that Missing returns, in Words.
func (r PasswordRule) Unmet(password string) []string {
	var unmet []string
	for _, part := range r.Missing(password) {
		unmet = append(unmet, r.Words(part))
	}
	return unmet
}

// Missing returns the parts of the rule that the password does not meet; none
// for a password that meets all, and every one for an empty password.
//
// A space is a symbol. A combining mark is part of its letter, and control
// characters are nothing at all.
func (r PasswordRule) Missing(password string) []PasswordPart {
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
	var missing []PasswordPart
	require := func(met bool, part PasswordPart) {
		if !met {
			missing = append(missing, part)
		}
	}
	require(utf8.RuneCountInString(password) >= r.MinLength, PartLength)
	require(upper || !r.Upper, PartUpper)
	require(lower || !r.Lower, PartLower)
	require(digit || !r.Digit, PartDigit)
	require(symbol || !r.Symbol, PartSymbol)
	return missing
}
