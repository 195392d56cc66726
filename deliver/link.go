package deliver

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"
	"golang.org/x/text/unicode/norm"
)

var (
	scheme  = regexp.MustCompile(`(?i)[a-z][a-z0-9+.-]*://\S*`)
	mailbox = regexp.MustCompile(`[^\s@]+@[^\s@]+\.[^\s@]+`)
	address = regexp.MustCompile(`\b\d{1,3}(?:\.\d{1,3}){3}\b`)
	domain  = regexp.MustCompile(`(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}][\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}]`)

	// Browsers take these for the dots of a domain name (UTS 46, section 4).
	dots = strings.NewReplacer("\u3002", ".", "\uFF0E", ".", "\uFF61", ".")
)

// findLink returns the first thing in text that is a link or that mail programs
// show as one: an address with a scheme, an email address, an IPv4 address, or a
// domain name under a real top-level domain. It returns "" where there
// is none. "Hello.Welcome" is none, because no top-level domain is called so.
func findLink(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) { // invisible; would hide a link from the patterns
			return -1
		}
		return r
	}, text)
	text = dots.Replace(norm.NFKC.String(text))

	for _, form := range []*regexp.Regexp{scheme, mailbox, address} {
		if found := form.FindString(text); found != "" {
			return found
		}
	}
	for _, found := range domain.FindAllString(text, -1) {
		top := found[strings.LastIndexByte(found, '.')+1:]
		ascii, err := idna.Lookup.ToASCII(top)
		if err != nil {
			continue
		}
		// A label below it, because the list knows some domains only with one.
		if _, listed := publicsuffix.PublicSuffix("x." + ascii); listed {
			return found
		}
	}
	return ""
}
