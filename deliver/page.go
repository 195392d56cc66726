package deliver

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"strings"
)

// page is what an invitation email says: the one source of both its parts.
type page struct {
	Language     string
	Title        string
	Body         [][]line // paragraphs
	Button, Link string
	OpenLink     string
	TypeCode     string
	Code         string
	Expires      string
	SentTo       string
	Support      string // "" where there is no support contact
	Decline      string
	DeclineURL   string
}

func (m Message) page(to string) page {
	w := wordsIn(m.Language)
	texts := m.Texts.or(w.texts[m.Purpose])
	name, organization := m.recipient(), m.organization()
	p := page{
		Language:   w.language,
		Title:      plainLine(fill(texts.Subject, name, organization), MaxSubject+2*maxName),
		Body:       paragraphs(texts.Body, name, organization),
		Button:     plainLine(fill(texts.Button, name, organization), MaxButton+maxName),
		Link:       m.Link,
		OpenLink:   w.openLink,
		TypeCode:   fmt.Sprintf(w.typeCode, m.CodePage),
		Code:       m.Code,
		Expires:    w.expires(m.ExpiresInDays),
		SentTo:     fmt.Sprintf(w.sentTo, organization, to),
		Decline:    w.decline,
		DeclineURL: m.DeclineURL,
	}
	if contact := plainLine(m.Support, maxName); contact != "" {
		p.Support = fmt.Sprintf(w.support, contact)
	}
	return p
}

// text returns the text/plain part.
func (p page) text() string {
	var b strings.Builder
	for _, lines := range p.Body {
		for _, line := range lines {
			b.WriteString(line.String() + "\n")
		}
		b.WriteString("\n")
	}
	b.WriteString(p.Button + ":\n" + p.Link + "\n\n")
	b.WriteString(p.TypeCode + "\n" + p.Code + "\n\n")
	b.WriteString(p.Expires + "\n\n")
	b.WriteString("-- \n" + p.SentTo + "\n") // RFC 3676, section 4.3: the signature separator
	if p.Support != "" {
		b.WriteString(p.Support + "\n")
	}
	b.WriteString(p.Decline + ":\n" + p.DeclineURL + "\n")
	return b.String()
}

//go:embed template/invitation.gohtml
var templates embed.FS

var invitationHTML = template.Must(template.ParseFS(templates, "template/invitation.gohtml"))

// html returns the text/html part.
func (p page) html() (string, error) {
	var b bytes.Buffer
	if err := invitationHTML.Execute(&b, p); err != nil {
		return "", fmt.Errorf("deliver: render email: %w", err)
	}
	return b.String(), nil
}
