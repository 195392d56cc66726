package deliver

import (
	"fmt"
	"net/mail"
	"regexp"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// Email is a composed email, ready for an [EmailSender].
type Email struct {
	From      mail.Address
	To        string // bare address
	ReplyTo   string // bare address; may be empty
	Subject   string
	Text      string // the text/plain part
	HTML      string // the text/html part; may be empty
	MessageID string // without angle brackets; the same for every attempt
	Date      time.Time

	// UnsubscribeURL ends further messages by POST (RFC 8058); may be empty.
	UnsubscribeURL string
}

// Email composes the email of m.
//
// To is a bare address. MessageID, without angle brackets, must be the same on
// every attempt, so that a server that saw the message before can tell. Date is
// the time of the grant, not of the attempt, for the same reason. RFC 8058 asks
// that DeclineURL be https and that the message be signed with DKIM; the first
// is the installation's base address, the second the relay's work.
//
// An error means that the caller made m wrongly; it names the field.
func (m Message) Email(to, messageID string, date time.Time) (Email, error) {
	if err := m.check(); err != nil {
		return Email{}, err
	}
	page := m.page(to)
	htmlPart, err := page.html()
	if err != nil {
		return Email{}, err
	}
	email := Email{
		From:           mail.Address{Name: m.organization(), Address: m.Sender},
		To:             to,
		Subject:        page.Title,
		Text:           page.text(),
		HTML:           htmlPart,
		MessageID:      messageID,
		Date:           date,
		UnsubscribeURL: m.DeclineURL,
	}
	if isAddress(m.Support) {
		email.ReplyTo = m.Support
	}
	return email, email.check()
}

var messageIDForm = regexp.MustCompile(`^[0-9A-Za-z._+=-]+@[0-9A-Za-z.-]+$`)

// check returns an error for an address or Message-ID that cannot stand in a
// header; it does not repeat the value.
func (e Email) check() error {
	switch {
	case !isAddress(e.From.Address):
		return fmt.Errorf("deliver: the sender is not an email address")
	case !isAddress(e.To):
		return fmt.Errorf("deliver: the recipient is not an email address")
	case !messageIDForm.MatchString(e.MessageID) || len(e.MessageID) > 250:
		return fmt.Errorf("deliver: the Message-ID is not of the form id@domain")
	case e.Date.IsZero():
		return fmt.Errorf("deliver: the date is missing")
	}
	return nil
}

// mime returns the message for the library that encodes and sends it.
func (e Email) mime() *gomail.Msg {
	msg := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	msg.FromMailAddress(&e.From)
	msg.ToMailAddress(&mail.Address{Address: e.To})
	if e.ReplyTo != "" {
		msg.ReplyToMailAddress(&mail.Address{Address: e.ReplyTo})
	}
	msg.Subject(e.Subject)
	msg.SetMessageIDWithValue(e.MessageID)
	msg.SetDateWithValue(e.Date)
	// RFC 3834, section 5.1: no out-of-office replies, please.
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	if e.UnsubscribeURL != "" {
		msg.SetGenHeaderPreformatted(gomail.HeaderListUnsubscribe, "<"+e.UnsubscribeURL+">")
		msg.SetGenHeaderPreformatted(gomail.HeaderListUnsubscribePost, "List-Unsubscribe=One-Click")
	}
	msg.SetBodyString(gomail.TypeTextPlain, e.Text)
	if e.HTML != "" {
		msg.AddAlternativeString(gomail.TypeTextHTML, e.HTML)
	}
	return msg
}
