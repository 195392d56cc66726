package deliver

import (
	"regexp"
	"strings"
)

var placeholder = regexp.MustCompile(`\{\{\s*(name|organization)\s*\}\}`)

// fill puts the names in place of {{name}} and {{organization}}. Names are not
// searched for placeholders in turn.
func fill(text, name, organization string) string {
	return spans(text, name, organization).String()
}

// span is a stretch of a line: words of the text, or a name put into it. A name
// may be written in the other direction than the text around it, so the HTML
// part sets it apart.
type span struct {
	Text   string
	IsName bool
}

// line is one line of a paragraph.
type line []span

// String returns the line as it reads.
func (l line) String() string {
	var b strings.Builder
	for _, s := range l {
		b.WriteString(s.Text)
	}
	return b.String()
}

// paragraphs splits an edited text at empty lines into paragraphs of lines, and
// puts the names in.
func paragraphs(text, name, organization string) [][]line {
	var all [][]line
	var lines []line
	text = strings.ReplaceAll(text, "\r\n", "\n")
	for _, raw := range append(strings.Split(text, "\n"), "") {
		raw = plainLine(raw, MaxBody)
		switch {
		case raw != "":
			lines = append(lines, spans(raw, name, organization))
		case lines != nil:
			all = append(all, lines)
			lines = nil
		}
	}
	return all
}

func spans(text, name, organization string) line {
	var l line
	from := 0
	for _, at := range placeholder.FindAllStringSubmatchIndex(text, -1) {
		if at[0] > from {
			l = append(l, span{Text: text[from:at[0]]})
		}
		value := organization
		if text[at[2]:at[3]] == "name" {
			value = name
		}
		l = append(l, span{Text: value, IsName: true})
		from = at[1]
	}
	if from < len(text) {
		l = append(l, span{Text: text[from:]})
	}
	return l
}

// unknownPlaceholder returns the first use of braces that is no placeholder, or "".
func unknownPlaceholder(text string) string {
	rest := placeholder.ReplaceAllLiteralString(text, " ")
	start := strings.Index(rest, "{{")
	if start < 0 {
		if strings.Contains(rest, "}}") {
			return "}}"
		}
		return ""
	}
	rest = rest[start:]
	if end := strings.Index(rest, "}}"); end >= 0 {
		rest = rest[:end+2]
	}
	return firstRunes(rest, 40)
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
