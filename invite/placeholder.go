package invite

import (
	"regexp"
	"strings"
)

// namelessGreeting stands for {{name}} where the contact has no name.
const namelessGreeting = "there"

var (
	placeholder = regexp.MustCompile(`\{\{\s*(name|organization)\s*\}\}`)
	braces      = regexp.MustCompile(`\{\{|\}\}`)
)

// Part is a stretch of a text with placeholders: words of the text, or the
// value that took a placeholder's place. A value may be written in the other
// direction than the words around it, so that HTML sets it apart.
type Part struct {
	Text  string
	Value bool
}

// FillParts parts a text at its placeholders and puts the values in. What the
// values hold is not read for placeholders.
func FillParts(text, name, organization string) []Part {
	if name == "" {
		name = namelessGreeting
	}
	var parts []Part
	from := 0
	for _, at := range placeholder.FindAllStringSubmatchIndex(text, -1) {
		if at[0] > from {
			parts = append(parts, Part{Text: text[from:at[0]]})
		}
		value := organization
		if text[at[2]:at[3]] == "name" {
			value = name
		}
		parts = append(parts, Part{value, true})
		from = at[1]
	}
	if from < len(text) {
		parts = append(parts, Part{Text: text[from:]})
	}
	return parts
}

// Fill returns the texts with the placeholders replaced, as FillParts does.
func (t Texts) Fill(name, organization string) Texts {
	fill := func(text string) string {
		var b strings.Builder
		for _, p := range FillParts(text, name, organization) {
			b.WriteString(p.Text)
		}
		return b.String()
	}
	return Texts{fill(t.Subject), fill(t.Body), fill(t.Button)}
}
