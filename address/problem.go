package address

import "fmt"

// ProblemCode says what is wrong with an address. The set is closed.
type ProblemCode string

// Problems of either kind of address.
const (
	Empty        ProblemCode = "EMPTY"         // nothing is there
	TooLong      ProblemCode = "TOO_LONG"      // an email over 254 bytes (RFC 5321, 4.5.3.1.3), a phone number over 15 digits (E.164)
	BadCharacter ProblemCode = "BAD_CHARACTER" // a character that cannot stand there
)

// Problems of email addresses, in the order in which they are looked for.
const (
	NoAtSign          ProblemCode = "NO_AT_SIGN"
	TwoAtSigns        ProblemCode = "TWO_AT_SIGNS" // or more
	NoLocalPart       ProblemCode = "NO_LOCAL_PART"
	NoDomain          ProblemCode = "NO_DOMAIN"
	LeadingDot        ProblemCode = "LEADING_DOT"  // of the part before @
	TrailingDot       ProblemCode = "TRAILING_DOT" // of the part before @
	DoubleDot         ProblemCode = "DOUBLE_DOT"   // in the part before @
	NoDotInDomain     ProblemCode = "NO_DOT_IN_DOMAIN"
	EmptyLabel        ProblemCode = "EMPTY_LABEL"     // two dots together, or one at an end, of the domain
	LocalTooLong      ProblemCode = "LOCAL_TOO_LONG"  // over 64 bytes (RFC 5321, 4.5.3.1.1)
	NonASCIILocalPart ProblemCode = "NON_ASCII_LOCAL" // needs SMTPUTF8 (RFC 6531), which many mail servers lack
	LabelTooLong      ProblemCode = "LABEL_TOO_LONG"  // over 63 bytes between two dots of the domain (RFC 1035)
	BadTopLevel       ProblemCode = "BAD_TOP_LEVEL"   // the domain's last part can be no top-level domain
)

// Problems of phone numbers.
const (
	TooShort       ProblemCode = "TOO_SHORT"
	UnknownCountry ProblemCode = "UNKNOWN_COUNTRY" // the calling code is none, or there is none and no region
	NotANumber     ProblemCode = "NOT_A_NUMBER"    // well-formed, but no such number can be given out
)

// Problem is why an address cannot be used.
type Problem struct {
	Code    ProblemCode
	Message string // a sentence that says what to mend; quotes one character of the input at most
}

func problemf(code ProblemCode, format string, args ...any) *Problem {
	return &Problem{code, fmt.Sprintf(format, args...)}
}
