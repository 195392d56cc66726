package deliver

import (
	"cmp"
	"fmt"
	"net/mail"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"usher/color"
	"usher/invite"
)

// Message is one round of an invitation for one person, before it is put into
// the form of a channel. Each channel has its own credential, so Link and Code
// differ between the email and the text message of a round.
//
// An INVITE is composed from Texts as they are given: whoever stored them has
// judged them by [invite.Texts.Check]. A REMINDER has words of our own with the
// organization's name, whatever Texts says: what introduces the offer does not
// fit when it is about to end.
type Message struct {
	Language     string // BCP 47; English stands in for a language without words
	Purpose      invite.Purpose
	Organization string       // the name, shown as the sender
	Sender       string       // the address that the email is from
	Support      string       // whom the organization's people ask: an email address, a phone number or a sentence; may be empty
	Accent       string       // color of the button as "#rrggbb"; Usher's own where empty
	Recipient    string       // the person's name; may be empty
	Texts        invite.Texts // of an INVITE, see below

	Link          string // the join link, absolute
	Code          string // the typed code, in groups
	CodePage      string // the page where the code can be typed, absolute
	ExpiresInDays int    // at least 1
	DeclineURL    string // shows a page by GET, declines by POST; absolute
}

// Limits that keep a hostile or mistaken name from filling a message.
const (
	maxName = 100 // characters of a person's or an organization's name that are shown

	maxContact = invite.MaxSupportContactLength
	maxURL     = 900 // so that a header line with it stays below 998 octets (RFC 5322, section 2.1.1)
)

// check returns an error for a message that the caller made wrongly. The error
// names the field and not its value.
func (m Message) check() error {
	if _, ok := english.smsOffer[m.Purpose]; !ok {
		return fmt.Errorf("deliver: unknown purpose %q", m.Purpose)
	}
	if m.ExpiresInDays < 1 {
		return fmt.Errorf("deliver: ExpiresInDays is %d", m.ExpiresInDays)
	}
	if !codeForm.MatchString(m.Code) {
		return fmt.Errorf("deliver: Code is not of letters and digits in groups")
	}
	if _, err := color.Parse(m.accent()); err != nil {
		return fmt.Errorf("deliver: Accent is not of the form #rrggbb")
	}
	for field, value := range map[string]string{
		"Link": m.Link, "CodePage": m.CodePage, "DeclineURL": m.DeclineURL,
	} {
		if !isWebAddress(value) {
			return fmt.Errorf("deliver: %s is not an absolute web address in plain ASCII of at most %d characters", field, maxURL)
		}
	}
	return nil
}

var (
	codeForm = regexp.MustCompile(`^[0-9A-Za-z]+([- ][0-9A-Za-z]+)*$`)
	urlForm  = regexp.MustCompile(`^https?://[!#-;=?-~]+$`) // no space, quote or angle bracket
)

func isWebAddress(s string) bool {
	if len(s) > maxURL || !urlForm.MatchString(s) {
		return false
	}
	u, err := url.Parse(s)
	return err == nil && u.Host != ""
}

// organization returns the organization's name as it may be shown anywhere.
func (m Message) organization() string { return plainLine(m.Organization, maxName) }

// recipient returns the person's name as it may be shown anywhere, or "". A
// name that is a link is not shown: it was put there to be sent to somebody.
func (m Message) recipient() string {
	name := plainLine(m.Recipient, maxName)
	if findLink(name) != "" {
		return ""
	}
	return name
}

// accent returns the color of the button.
func (m Message) accent() string { return cmp.Or(m.Accent, invite.DefaultAccent) }

// texts returns the words of the email, with placeholders.
func (m Message) texts() invite.Texts {
	if m.Purpose == invite.PurposeReminder {
		return wordsIn(m.Language).reminder
	}
	return m.Texts
}

// plainLine makes a value safe for a header and for one line of text: control
// characters and line breaks become spaces, runs of spaces one, and what looks
// like an encoded word (RFC 2047) is taken apart.
func plainLine(s string, limit int) string {
	s = strings.Map(func(r rune) rune {
		if invite.IsControl(r) || unicode.IsSpace(r) || r == unicode.ReplacementChar {
			return ' '
		}
		return r
	}, s)
	s = strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "=?", "= ?")
	return strings.TrimSpace(firstRunes(s, limit))
}

// isAddress is true of a bare email address, without a display name.
func isAddress(s string) bool {
	parsed, err := mail.ParseAddress(s)
	return err == nil && parsed.Name == "" && parsed.Address == s && !strings.ContainsFunc(s, invite.IsControl)
}

// firstRunes returns at most the first n characters of text.
func firstRunes(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}
