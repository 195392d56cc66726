package inbox

import (
	"io"
	"regexp"
	"strings"
	"time"

	"github.com/emersion/go-message/mail"
)

// Channel is the road by which a message came.
type Channel string

// The channels.
const (
	Email Channel = "EMAIL"
	SMS   Channel = "SMS"
)

// Message is one message as one recipient got it. It is also the answer of
// /inbox/api/messages/{id}.
type Message struct {
	ID      int64     `json:"id,string"` // counts up; a later message has a higher one
	At      time.Time `json:"at"`
	Channel Channel   `json:"channel"`
	From    string    `json:"from"` // as shown: name and address, number, or service
	To      string    `json:"to"`   // address or number of this recipient
	Subject string    `json:"subject"`
	Text    string    `json:"text"`
	HTML    string    `json:"html,omitempty"`
	Headers []Header  `json:"headers,omitempty"`
	// Links are the web addresses in Text, in order.
	Links []string `json:"links,omitempty"`
	// ProviderID is the Message-ID of an email (without angle brackets), the SID
	// of a text.
	ProviderID string `json:"providerId"`
}

// Header is one header field of an email, decoded.
type Header struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

var webAddress = regexp.MustCompile(`https?://[^\s<>"]+[^\s<>".,;:!?')\]]`)

// parseEmail takes an email apart. What cannot be understood is shown as it came.
func parseEmail(source string) Message {
	m := Message{Channel: Email}
	reader, err := mail.CreateReader(strings.NewReader(source))
	if err != nil {
		m.Text = source
		return m
	}
	m.Subject, _ = reader.Header.Subject()
	m.ProviderID, _ = reader.Header.MessageID()
	m.From, _ = reader.Header.Text("From")
	if from, err := reader.Header.AddressList("From"); err == nil && len(from) == 1 {
		m.From = from[0].Address
		if name := from[0].Name; name != "" {
			m.From = name + " <" + from[0].Address + ">"
		}
	}
	for fields := reader.Header.Fields(); fields.Next(); {
		value, err := fields.Text()
		if err != nil {
			value = fields.Value()
		}
		m.Headers = append(m.Headers, Header{Name: fields.Key(), Value: value})
	}
	for {
		part, err := reader.NextPart()
		if err != nil { // io.EOF, or the rest is beyond understanding
			break
		}
		inline, ok := part.Header.(*mail.InlineHeader)
		if !ok {
			continue // nothing that Usher sends has attachments
		}
		body, _ := io.ReadAll(part.Body)
		content := strings.ReplaceAll(string(body), "\r\n", "\n")
		if kind, _, _ := inline.ContentType(); kind == "text/html" {
			m.HTML += content
		} else {
			m.Text += content
		}
	}
	m.Links = webAddress.FindAllString(m.Text, -1)
	return m
}

// matches reports whether every word of the query is in the recipient, the
// subject or the text, whatever its case.
func (m *Message) matches(words []string) bool {
	if len(words) == 0 {
		return true
	}
	within := strings.ToLower(m.To + "\n" + m.Subject + "\n" + m.Text)
	for _, word := range words {
		if !strings.Contains(within, word) {
			return false
		}
	}
	return true
}
