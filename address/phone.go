package address

import (
	"errors"
	"strings"
	"unicode"

	"github.com/nyaruka/phonenumbers"
)

// Phone is a number that can exist, in E.164: "+" and up to 15 digits.
type Phone string

// maxPhoneInput is the longest input looked at, in bytes: 15 digits with every
// separator one could wish for.
const maxPhoneInput = 64

// ParsePhone judges and normalizes a phone number. Without a "+" it is read as
// people write it within the region, an ISO 3166 country such as "US"; region
// may be empty. The problem is nil for a number that the country's numbering
// plan gives out. Whether it takes text messages is not asked.
func ParsePhone(raw, region string) (Phone, *Problem) {
	if len(raw) > maxPhoneInput {
		return "", problemf(TooLong, "The phone number is too long; one has at most 15 digits.")
	}
	text := strings.TrimSpace(visible(raw))
	if text == "" {
		return "", problemf(Empty, "There is no phone number.")
	}
	for _, r := range text {
		if !inPhone(r) { // letters too: a text reaches no extension, and a word such as 1-800-FLOWERS is more likely a slip
			return "", problemf(BadCharacter, "%q cannot stand in a phone number.", r)
		}
	}
	number, err := phonenumbers.Parse(text, strings.ToUpper(region))
	switch {
	case errors.Is(err, phonenumbers.ErrInvalidCountryCode) && strings.ContainsAny(text, "+＋"):
		return "", problemf(UnknownCountry, "No country has the calling code of this phone number.")
	case errors.Is(err, phonenumbers.ErrInvalidCountryCode):
		return "", problemf(UnknownCountry, "The phone number needs its country, as in +1 202 555 0123.")
	case errors.Is(err, phonenumbers.ErrNumTooLong):
		return "", problemf(TooLong, "The phone number is too long; one has at most 15 digits.")
	case err != nil:
		return "", problemf(TooShort, "The phone number is too short.")
	}
	switch phonenumbers.IsPossibleNumberWithReason(number) {
	case phonenumbers.TOO_SHORT, phonenumbers.IS_POSSIBLE_LOCAL_ONLY:
		return "", problemf(TooShort, "The phone number is too short; the area code may be missing.")
	case phonenumbers.TOO_LONG:
		return "", problemf(TooLong, "The phone number is too long for its country.")
	case phonenumbers.INVALID_COUNTRY_CODE:
		return "", problemf(UnknownCountry, "No country has the calling code of this phone number.")
	}
	if !phonenumbers.IsValidNumber(number) {
		return "", problemf(NotANumber, "There is no such phone number; check its digits.")
	}
	return Phone(phonenumbers.Format(number, phonenumbers.E164)), nil
}

// inPhone tells whether r is a digit or what people put between digits.
func inPhone(r rune) bool {
	return unicode.IsDigit(r) || unicode.IsSpace(r) || strings.ContainsRune("+＋-.()/‐‑–—", r)
}
