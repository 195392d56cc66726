package deliver

import (
	"strings"

	"usher/invite"
)

// Texts are the parts of the email that staff may edit. They are plain text.
// {{name}} stands for the recipient's name and {{organization}} for the
// organization's; an empty field stands for its default.
type Texts struct {
	Subject string // one line
	Body    string // paragraphs, separated by empty lines
	Button  string // one line, the label of the join link
}

// The limits of edited texts, in characters (code points).
const (
	MaxSubject = 150
	MaxBody    = 2000
	MaxButton  = 40
)

// DefaultTexts returns what the email of a purpose says where staff wrote
// nothing. Language is a BCP 47 tag; English stands in where there is none.
func DefaultTexts(language string, purpose invite.Purpose) Texts {
	return wordsIn(language).texts[purpose]
}

// or returns t with the empty fields taken from defaults.
func (t Texts) or(defaults Texts) Texts {
	pick := func(edited, standard string) string {
		if strings.TrimSpace(edited) == "" {
			return standard
		}
		return edited
	}
	return Texts{
		Subject: pick(t.Subject, defaults.Subject),
		Body:    pick(t.Body, defaults.Body),
		Button:  pick(t.Button, defaults.Button),
	}
}
