package address

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"
)

// Email is a well-formed email address.
type Email struct {
	Display    string // as typed, trimmed, in Unicode normal form C
	Lower      string // ASCII in lower case, an internationalized domain in its ASCII form: stored, compared, sent to
	Suggestion string // Lower with a likely typo of the domain corrected; empty where none is seen. Never applied by itself.
}

// Limits of RFC 5321, section 4.5.3.1, and RFC 1035, in bytes.
const (
	maxEmail = 254
	maxLocal = 64
	maxLabel = 63
)

// ParseEmail judges a bare address, without a display name, and normalizes it.
// The problem is nil for an address that can be mailed to.
//
// It accepts the addresses that mail providers give out, which are fewer than
// RFC 5321 allows: no quoted local parts, no comments, no address literals, and
// no local parts outside ASCII. Whether the domain exists is not asked.
func ParseEmail(raw string) (Email, *Problem) {
	if len(raw) > 4*maxEmail { // before any work on it
		return Email{}, problemf(TooLong, "The address is too long; an email address has at most %d characters.", maxEmail)
	}
	display := norm.NFC.String(strings.TrimSpace(dots.Replace(visible(raw))))
	local, domain, problem := parts(display)
	if problem != nil {
		return Email{}, problem
	}
	if problem := checkLocal(local); problem != nil {
		return Email{}, problem
	}
	ascii, problem := asciiDomain(domain)
	if problem != nil {
		return Email{}, problem
	}
	lower := strings.ToLower(local) + "@" + ascii
	if len(lower) > maxEmail {
		return Email{}, problemf(TooLong, "The address is too long; an email address has at most %d characters.", maxEmail)
	}
	email := Email{Display: display, Lower: lower}
	if better := suggestDomain(ascii); better != "" {
		email.Suggestion = strings.ToLower(local) + "@" + better
	}
	return email, nil
}

// dots are what East Asian keyboards give for @ and for the dot of a domain
// (IDNA, RFC 3490, section 3.1).
var dots = strings.NewReplacer("＠", "@", "。", ".", "．", ".", "｡", ".")

// visible drops what has no width: it is pasted, never meant.
func visible(raw string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, raw)
}

// parts splits an address at its @ and judges its dots.
func parts(address string) (local, domain string, _ *Problem) {
	if address == "" {
		return "", "", problemf(Empty, "There is no address.")
	}
	local, domain, found := strings.Cut(address, "@")
	switch {
	case !found:
		return "", "", problemf(NoAtSign, "An email address needs an @, as in name@example.com.")
	case strings.Contains(domain, "@"):
		return "", "", problemf(TwoAtSigns, "An email address has one @; this has more.")
	case local == "":
		return "", "", problemf(NoLocalPart, "The part before the @ is missing.")
	case domain == "":
		return "", "", problemf(NoDomain, "The part after the @ is missing.")
	case strings.HasPrefix(local, "."):
		return "", "", problemf(LeadingDot, "The part before the @ cannot begin with a dot.")
	case strings.HasSuffix(local, "."):
		return "", "", problemf(TrailingDot, "The part before the @ cannot end with a dot.")
	case strings.Contains(local, ".."):
		return "", "", problemf(DoubleDot, "The part before the @ has two dots together.")
	case strings.HasPrefix(domain, ".") || strings.HasSuffix(domain, ".") || strings.Contains(domain, ".."):
		return "", "", problemf(EmptyLabel, "The part after the @ has a dot too many.")
	case !strings.Contains(domain, "."):
		return "", "", problemf(NoDotInDomain, "The part after the @ needs an ending such as .com.")
	}
	return local, domain, nil
}

func checkLocal(local string) *Problem {
	if len(local) > maxLocal {
		return problemf(LocalTooLong, "The part before the @ has at most %d characters; this has %d.", maxLocal, utf8.RuneCountInString(local))
	}
	for _, r := range local {
		switch {
		case unicode.IsLetter(r) && r > unicode.MaxASCII || unicode.IsMark(r):
			return problemf(NonASCIILocalPart, "Many mail servers cannot deliver to %q before the @; ask for an address in plain letters.", r)
		case !atext(r) && r != '.':
			return badCharacter(r, "before")
		}
	}
	return nil
}

// atext tells whether r may stand in a local part (RFC 5322, section 3.2.3).
func atext(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("!#$%&'*+-/=?^_`{|}~", r)
}

func badCharacter(r rune, where string) *Problem {
	if unicode.IsSpace(r) {
		return problemf(BadCharacter, "There is a space %s the @.", where)
	}
	return problemf(BadCharacter, "%q cannot stand %s the @.", r, where)
}

// asciiDomain returns a domain in lower case and in ASCII (RFC 5891).
func asciiDomain(domain string) (string, *Problem) {
	for _, r := range domain {
		if r <= unicode.MaxASCII && r != '.' && r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) || unicode.IsSpace(r) {
			return "", badCharacter(r, "after")
		}
	}
	for label := range strings.SplitSeq(domain, ".") {
		if len(label) > maxLabel && isASCII(label) {
			return "", problemf(LabelTooLong, "A part between two dots after the @ has at most %d characters.", maxLabel)
		}
	}
	ascii, err := idna.Lookup.ToASCII(domain)
	if err != nil || strings.ContainsFunc(ascii, func(r rune) bool { return r > unicode.MaxASCII }) {
		return "", problemf(BadCharacter, "The part after the @ is no domain name: check its letters and hyphens.")
	}
	labels := strings.Split(ascii, ".")
	for _, label := range labels {
		switch {
		case label == "": // only mapping can have emptied it
			return "", problemf(EmptyLabel, "The part after the @ has a dot too many.")
		case len(label) > maxLabel:
			return "", problemf(LabelTooLong, "A part between two dots after the @ has at most %d characters.", maxLabel)
		}
	}
	if last := labels[len(labels)-1]; len(last) < 2 || strings.Trim(last, "0123456789") == "" {
		return "", problemf(BadTopLevel, "The part after the @ must end in a name such as .com.")
	}
	return ascii, nil
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII })
}
