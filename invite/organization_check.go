package invite

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// MaxSupportContactLength is the longest support contact, in characters.
const MaxSupportContactLength = 200

// Shown on every message, a name or a support contact that is a link would
// lead wherever whoever wrote it wants. An email address or a number to call is
// what a support contact is for.
var reachable = regexp.MustCompile(`(?i)[\pL\pN._%+-]+@[\pL\pN.-]+|\btel:`)

// CleanOrganizationName is CleanName for what stands on every message as its
// sender. It refuses an empty name, and FOREIGN_LINK.
func CleanOrganizationName(field, name string) (string, *Error) {
	name, refused := CleanName(field, name)
	switch {
	case refused != nil:
		return "", refused
	case name == "":
		return "", Errorf(Required, field, "Enter a name, 1 to %d characters.", MaxNameLength)
	case hasLink(name):
		return "", Errorf(ForeignLink, field, "%s stands on every message and may not be a link; write it without a web address.", fieldLabel(field))
	}
	return name, nil
}

// CleanSupportContact trims whom people ask and folds runs of spaces. It
// returns REQUIRED, TOO_LONG, CONTROL_CHARACTERS, or FOREIGN_LINK for what
// messages would show as a link, an email address apart.
func CleanSupportContact(field, text string) (string, *Error) {
	if hasControl(text, false) {
		return "", Errorf(ControlCharacters, field, "The support contact must be one line without control characters.")
	}
	text = strings.Join(strings.Fields(text), " ")
	n := utf8.RuneCountInString(text)
	switch {
	case n == 0:
		return "", Errorf(Required, field, "Say whom people ask: an email address, a phone number or a sentence of 1 to %d characters.", MaxSupportContactLength)
	case n > MaxSupportContactLength:
		return "", Errorf(TooLong, field, "The support contact may have at most %d characters; this has %d.", MaxSupportContactLength, n)
	case hasLink(reachable.ReplaceAllLiteralString(text, "")):
		return "", Errorf(ForeignLink, field, "The support contact stands in every message and may not hold web addresses; give an email address, a phone number or a sentence.")
	}
	return text, nil
}
