package invite

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Texts are the words of an invitation email that may be edited. All are plain
// text; the placeholders {{name}} and {{organization}} may stand in each.
type Texts struct {
	Subject string // one line
	Body    string // paragraphs are parted by empty lines
	Button  string // one line
}

// Limits of the texts, in characters.
const (
	MaxSubjectLength = 150
	MaxBodyLength    = 5000
	MaxButtonLength  = 40
)

// Check returns why the texts cannot be sent: REQUIRED or TOO_LONG by length,
// CONTROL_CHARACTERS (a line break in a subject is a header injection),
// MARKUP_NOT_ALLOWED, FOREIGN_LINK or UNKNOWN_PLACEHOLDER. path is put before
// the names of the fields, as in "input.".
func (t Texts) Check(path string) Errors {
	return checkTexts(path, &t.Subject, &t.Body, &t.Button)
}

// checkTexts judges those texts that are not nil.
func checkTexts(path string, subject, body, button *string) Errors {
	var errs Errors
	for _, f := range []struct {
		name  string
		text  *string
		limit int
		lines bool // may have line breaks
	}{
		{"subject", subject, MaxSubjectLength, false},
		{"body", body, MaxBodyLength, true},
		{"button", button, MaxButtonLength, false},
	} {
		if f.text == nil {
			continue
		}
		if err := checkText(path+f.name, *f.text, f.limit, f.lines); err != nil {
			errs = append(errs, err)
		}
	}
	return errs
}

func checkText(field, text string, limit int, lines bool) *Error {
	label := fieldLabel(field)
	if len(text) > limit*utf8.UTFMax || utf8.RuneCountInString(text) > limit {
		return Errorf(TooLong, field, "%s may have at most %d characters.", label, limit)
	}
	control := hasControl(text, lines)
	switch {
	case strings.TrimSpace(text) == "":
		return Errorf(Required, field, "%s must have 1 to %d characters.", label, limit)
	case control && lines:
		return Errorf(ControlCharacters, field, "%s may not contain control characters other than line breaks.", label)
	case control:
		return Errorf(ControlCharacters, field, "%s must be one line without control characters.", label)
	case hasMarkup(text):
		return Errorf(MarkupNotAllowed, field, "%s is plain text and may not contain HTML.", label)
	case hasLink(text):
		return Errorf(ForeignLink, field, "%s may not contain links or addresses; the link to join is added by itself.", label)
	case braces.MatchString(placeholder.ReplaceAllLiteralString(text, "")):
		return Errorf(UnknownPlaceholder, field, "%s may only use the placeholders {{name}} and {{organization}}.", label)
	}
	return nil
}

// hasControl tells whether text holds what can end a header line, hide text or
// turn its direction around, or bytes that are not UTF-8.
func hasControl(text string, lines bool) bool {
	if !utf8.ValidString(text) {
		return true
	}
	if lines {
		text = strings.ReplaceAll(text, "\r\n", "\n") // a lone CR is no line break
	}
	return strings.ContainsFunc(text, func(r rune) bool {
		return IsControl(r) && !(lines && (r == '\n' || r == '\t'))
	})
}

var (
	tag    = regexp.MustCompile(`<[A-Za-z/!?]`) // not "5 < 6", not "<3"
	entity = regexp.MustCompile(`&#?[0-9A-Za-z]+;`)
)

// hasMarkup tells whether text holds tags, comments or character references of
// HTML, or the encoded words of headers (RFC 2047), which hide text the same
// way.
func hasMarkup(text string) bool {
	if tag.MatchString(text) || strings.Contains(text, "=?") {
		return true
	}
	for _, reference := range entity.FindAllString(text, -1) {
		if html.UnescapeString(reference) != reference { // "AT&T;" is none
			return true
		}
	}
	return false
}

// What mail programs would act on. They are generous in what they turn into a
// link, so a bare domain counts where its last label is one that people use to
// deceive; "9.30", "e.g." and "Mr.Smith" do not.
var link = regexp.MustCompile(`(?i)[a-z][a-z0-9+.-]*://|\b(?:mailto|tel|sms|javascript|data):\S|\bwww\.|\S@\S+\.\S|\.[a-z]{2,}/` +
	`|[\pL\pN-]+\.(?:` + linkEndings + `)\b|[\pL\pN-]+\.(?:` + nativeEndings + `)(?:\PL|$)` +
	`|(?:^|[^\d.])\d{1,3}(?:\.\d{1,3}){3}(?:[^\d.]|\.?$)`)

const (
	linkEndings   = `com|net|org|info|biz|io|co|app|dev|me|ly|gl|gd|xyz|top|site|online|shop|store|club|link|live|click|page|ru|cn|uk|de|fr|eu|us`
	nativeEndings = `рф|рус|укр|бел|бг|срб|ком|онлайн|中国|中國|香港|台湾|公司|网络|网站|한국|みんな`
)

// hasLink tells whether text holds what mail programs would show as a link, in
// whatever disguise.
func hasLink(text string) bool {
	text = strings.Map(plainCharacter, placeholder.ReplaceAllLiteralString(text, "x")) // "{{name}}.com"
	return link.MatchString(text)
}

// plainCharacter undoes what browsers undo in addresses: it drops invisible
// characters, and turns full-width ones and the ideographic full stops into
// ASCII (UTS 46, section 4).
func plainCharacter(r rune) rune {
	switch {
	case unicode.Is(unicode.Cf, r):
		return -1
	case r == 0x3002, r == 0xff61:
		return '.'
	case r >= 0xff01 && r <= 0xff5e:
		return r - 0xff01 + '!'
	}
	return r
}
