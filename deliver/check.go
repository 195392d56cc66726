package deliver

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"usher/invite"
)

// CheckTexts returns every reason not to send the texts that staff edited: what
// is too long (TOO_LONG), line breaks and control characters that could forge
// headers or disguise text (CONTROL_CHARACTERS), HTML (MARKUP_NOT_ALLOWED),
// links and what mail programs turn into links (FOREIGN_LINK), and placeholders
// that do not exist (UNKNOWN_PLACEHOLDER).
//
// Path is the input field that holds the texts, for example "input.texts"; the
// fields "subject", "body" and "button" are named below it. Empty texts are in
// order: their defaults stand in.
func CheckTexts(path string, texts Texts) invite.Errors {
	var found invite.Errors
	for _, part := range []struct {
		field, label, text string
		limit              int
		manyLines          bool
	}{
		{"subject", "The subject", texts.Subject, MaxSubject, false},
		{"body", "The text", texts.Body, MaxBody, true},
		{"button", "The button", texts.Button, MaxButton, false},
	} {
		field := part.field
		if path != "" {
			field = path + "." + field
		}
		refuse := func(code invite.Code, format string, args ...any) {
			found = append(found, invite.Errorf(code, field, part.label+" "+format, args...))
		}
		// Nothing else is worth looking for in a text of any length.
		if n := utf8.RuneCountInString(part.text); n > part.limit {
			refuse(invite.TooLong, "has %d characters; at most %d are allowed.", n, part.limit)
			continue
		}
		if hasControl(part.text, part.manyLines) {
			if part.manyLines {
				refuse(invite.ControlCharacters, "contains invisible control characters; line breaks are the only ones allowed.")
			} else {
				refuse(invite.ControlCharacters, "must be a single line without control characters.")
			}
		}
		if hasMarkup(part.text) {
			refuse(invite.MarkupNotAllowed, "contains HTML; write plain text.")
		}
		if link := findLink(fill(part.text, "x", "x")); link != "" {
			refuse(invite.ForeignLink, "contains a web or email address (%s); the message has the invitation's link and your support contact already.", firstRunes(link, 60))
		}
		if bad := unknownPlaceholder(part.text); bad != "" {
			refuse(invite.UnknownPlaceholder, "contains %s; only {{name}} and {{organization}} exist.", bad)
		}
	}
	return found
}

// hasControl reports characters that can end a header line, hide text or turn
// its direction around, and bytes that are not UTF-8.
func hasControl(text string, manyLines bool) bool {
	if !utf8.ValidString(text) {
		return true
	}
	if manyLines {
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	return strings.ContainsFunc(text, func(r rune) bool {
		return isControl(r) && !(manyLines && (r == '\n' || r == '\t'))
	})
}

// isControl is true of control characters, of the line and paragraph
// separators, and of the characters that embed, override or isolate text
// direction (Unicode Technical Report 36, section 2.10, bidirectional spoofing).
// The marks LRM, RLM, ZWJ and ZWNJ are not among them: scripts need them.
func isControl(r rune) bool {
	return unicode.IsControl(r) ||
		r == '\u2028' || r == '\u2029' ||
		r >= '\u202A' && r <= '\u202E' ||
		r >= '\u2066' && r <= '\u2069'
}

var (
	tagStart = regexp.MustCompile(`<[A-Za-z/!?]`)
	entity   = regexp.MustCompile(`&#?[0-9A-Za-z]+;`)
)

// hasMarkup reports tags, comments and character references of HTML, and the
// encoded words of headers (RFC 2047), which hide text the same way. A lone "<"
// as in "5 < 6" or "<3" is none.
func hasMarkup(text string) bool {
	if tagStart.MatchString(text) || strings.Contains(text, "=?") {
		return true
	}
	for _, reference := range entity.FindAllString(text, -1) {
		if html.UnescapeString(reference) != reference {
			return true
		}
	}
	return false
}
