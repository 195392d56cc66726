package invite

import (
	"regexp"
	"strings"
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

// namelessGreeting stands for {{name}} where the contact has no name.
const namelessGreeting = "there"

// Fill returns the texts with the placeholders replaced. What the values hold
// is not read for placeholders.
func (t Texts) Fill(name, organization string) Texts {
	if name == "" {
		name = namelessGreeting
	}
	fill := strings.NewReplacer("{{name}}", name, "{{organization}}", organization).Replace
	return Texts{fill(t.Subject), fill(t.Body), fill(t.Button)}
}

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
	control := func(r rune) bool {
		return IsControl(r) && !(lines && (r == '\n' || r == '\r' || r == '\t'))
	}
	switch {
	case strings.TrimSpace(text) == "":
		return Errorf(Required, field, "%s must have 1 to %d characters.", label, limit)
	case strings.ContainsFunc(text, control) && lines:
		return Errorf(ControlCharacters, field, "%s may not contain control characters other than line breaks.", label)
	case strings.ContainsFunc(text, control):
		return Errorf(ControlCharacters, field, "%s must be one line without control characters.", label)
	case markup.MatchString(text):
		return Errorf(MarkupNotAllowed, field, "%s is plain text and may not contain HTML.", label)
	case link.MatchString(text):
		return Errorf(ForeignLink, field, "%s may not contain links or addresses; the link to join is added by itself.", label)
	case placeholder.MatchString(known.Replace(text)):
		return Errorf(UnknownPlaceholder, field, "%s may only use the placeholders {{name}} and {{organization}}.", label)
	}
	return nil
}

// What mail programs would act on. They are generous in what they turn into a
// link, so a bare domain counts where its last label is one that people use to
// deceive; "9.30", "e.g." and "Mr.Smith" do not.
var (
	markup      = regexp.MustCompile(`<[A-Za-z/!?]`)
	link        = regexp.MustCompile(`(?i)[a-z][a-z0-9+.-]*://|\b(?:mailto|tel|sms|javascript|data):\S|\bwww\.|\S@\S+\.\S|[\pL\pN-]+\.(?:` + linkEndings + `)\b|\.[a-z]{2,}/`)
	placeholder = regexp.MustCompile(`\{\{|\}\}`)
	known       = strings.NewReplacer("{{name}}", "", "{{organization}}", "")
)

const linkEndings = `com|net|org|info|biz|io|co|app|dev|me|ly|gl|gd|xyz|top|site|online|shop|store|club|link|live|click|page|ru|cn|uk|de|fr|eu|us`
