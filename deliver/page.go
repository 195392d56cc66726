package deliver

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"strings"

	"usher/invite"
)

// page is what an email with a button says: the one source of both its parts.
type page struct {
	Language     string
	Title        string
	Body         []paragraph
	Button, Link string
	OpenLink     string
	TypeCode     string
	Code         string // "" where nothing can be typed
	Expires      string
	SentTo       string
	Support      string // "" where there is no support contact
	Decline      string
	DeclineURL   string // "" where there is nothing to decline
	Paint        paint
}

func (m Message) page(to string) page {
	w := wordsIn(m.Language)
	name, organization := m.recipient(), m.organization()
	texts := m.texts()
	filled := texts.Fill(name, organization)
	p := page{
		Language:   w.language,
		Title:      plainLine(filled.Subject, invite.MaxSubjectLength+2*maxName),
		Body:       paragraphs(texts.Body, name, organization),
		Button:     plainLine(filled.Button, invite.MaxButtonLength+maxName),
		Link:       m.Link,
		OpenLink:   w.openLink,
		TypeCode:   fmt.Sprintf(w.typeCode, m.CodePage),
		Code:       m.Code,
		Expires:    w.expires(m.ExpiresInDays),
		SentTo:     fmt.Sprintf(w.sentTo, organization, to),
		Decline:    w.decline,
		DeclineURL: m.DeclineURL,
		Support:    w.ask(m.Support),
		Paint:      painted(m.accent()),
	}
	return p
}

// paragraph is lines of words and names. A name may be written in the other
// direction than the text around it, so the HTML part sets it apart.
type paragraph [][]invite.Part

// paragraphs splits a text at empty lines and puts the names in.
func paragraphs(text, name, organization string) []paragraph {
	var all []paragraph
	var lines paragraph
	text = strings.ReplaceAll(text, "\r\n", "\n")
	for _, raw := range append(strings.Split(text, "\n"), "") {
		raw = plainLine(raw, invite.MaxBodyLength)
		switch {
		case raw != "":
			lines = append(lines, invite.FillParts(raw, name, organization))
		case lines != nil:
			all = append(all, lines)
			lines = nil
		}
	}
	return all
}

// text returns the text/plain part.
func (p page) text() string {
	var b strings.Builder
	for _, lines := range p.Body {
		for _, line := range lines {
			for _, part := range line {
				b.WriteString(part.Text)
			}
			b.WriteString("\n")
		}
		b.WriteString("\n")
	}
	b.WriteString(p.Button + ":\n" + p.Link + "\n\n")
	if p.Code != "" {
		b.WriteString(p.TypeCode + "\n" + p.Code + "\n\n")
	}
	b.WriteString(p.Expires + "\n\n")
	b.WriteString("-- \n" + p.SentTo + "\n") // RFC 3676, section 4.3: the signature separator
	if p.Support != "" {
		b.WriteString(p.Support + "\n")
	}
	if p.DeclineURL != "" {
		b.WriteString(p.Decline + ":\n" + p.DeclineURL + "\n")
	}
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
