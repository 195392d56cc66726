package deliver

import (
	"context"
	"fmt"
	"regexp"
	"unicode"
)

// MaxSegments is how many segments a text message may take. Each is paid for.
const MaxSegments = 2

// SMS is a composed text message.
type SMS struct {
	To   string // E.164, for example "+436641234567"
	Body string
}

// SMSSender hands one text message to a provider. The error is a [*Failure].
type SMSSender interface {
	Send(ctx context.Context, message SMS) (Receipt, error)
}

var e164 = regexp.MustCompile(`^\+[1-9][0-9]{6,14}$`)

// SMS composes the text message of m, of at most [MaxSegments] segments. Where
// it would be longer, first the wording gives way, then the end of the
// organization's name, then the name: the link and the code never do. To is an
// E.164 number.
//
// An error means that the caller made m wrongly, or that the link and the code
// alone are too long.
func (m Message) SMS(to string) (SMS, error) {
	if err := m.check(); err != nil {
		return SMS{}, err
	}
	if !e164.MatchString(to) {
		return SMS{}, fmt.Errorf("deliver: the recipient is not an E.164 phone number")
	}
	w := wordsIn(m.Language)
	organization := typewriter.Replace(m.organization())
	offer := func(name string) string { return fmt.Sprintf(w.smsOffer[m.Purpose], name) }
	long := fmt.Sprintf(w.smsCodeTip, m.Code, w.expires(m.ExpiresInDays))
	short := fmt.Sprintf(w.smsCode, m.Code)

	try := func(offer, code string) (SMS, bool) {
		// The link ends its line, so that no phone takes a full stop for part of it.
		body := offer + "\n" + m.Link + "\n" + code
		return SMS{To: to, Body: body}, segments(body) <= MaxSegments
	}
	if sms, fits := try(offer(organization), long); fits {
		return sms, nil
	}
	for name := organization; name != ""; name = shorten(name) {
		if sms, fits := try(offer(name), short); fits {
			return sms, nil
		}
	}
	if sms, fits := try(w.smsNoName[m.Purpose], short); fits {
		return sms, nil
	}
	return SMS{}, fmt.Errorf("deliver: the link is too long for a text message of %d segments", MaxSegments)
}

// shortest is the least of an organization's name, in characters, that still
// tells anything.
const shortest = 8

// shorten returns name with at least one character less and three dots in their
// place, or "" where too little would be left. It does not part a letter from
// its marks.
func shorten(name string) string {
	kept := []rune(name)
	if n := len(kept) - 3; n > 0 && string(kept[n:]) == "..." {
		kept = kept[:n]
	}
	n := len(kept) - 1
	for n > 0 && (joins(kept[n]) || kept[n-1] == ' ' || kept[n-1] == zeroWidthJoiner) {
		n--
	}
	if n < shortest {
		return ""
	}
	return string(kept[:n]) + "..."
}

const zeroWidthJoiner = '\u200D'

// joins is true of a character that belongs to the one before it.
func joins(r rune) bool {
	return unicode.Is(unicode.M, r) || r == zeroWidthJoiner
}
