package deliver

import (
	"fmt"
	"net/mail"
	"regexp"
	"time"
)

// Verification is the mail that carries the 6 digits by which a person proves
// an email address. It is no invitation: it leaves at once, outside the lane
// and the send window, and there is nothing to unsubscribe from.
type Verification struct {
	Language       string // BCP 47; English stands in for a language without words
	Organization   string // the name, shown as the sender
	Sender         string // the address that the email is from
	Support        string // whom people ask, see Message; may be empty
	Code           string // 6 digits
	ValidInMinutes int    // at least 1
}

var sixDigits = regexp.MustCompile(`^[0-9]{6}$`)

// Email composes the mail, a plain text. The code is not in the subject, which
// mail servers log and phones show on their lock screen. To, messageID and date
// are as in [Message.Email].
func (v Verification) Email(to, messageID string, date time.Time) (Email, error) {
	if !sixDigits.MatchString(v.Code) {
		return Email{}, fmt.Errorf("deliver: Code is not of 6 digits")
	}
	if v.ValidInMinutes < 1 {
		return Email{}, fmt.Errorf("deliver: ValidInMinutes is %d", v.ValidInMinutes)
	}
	w := wordsIn(v.Language)
	organization := plainLine(v.Organization, maxName)
	text := fmt.Sprintf(w.proofIntro, organization) + "\n\n" + v.Code + "\n\n" +
		w.proofExpires(v.ValidInMinutes) + "\n" + w.proofIgnore + "\n"
	if ask := w.ask(v.Support); ask != "" {
		text += ask + "\n"
	}
	email := Email{
		From:      mail.Address{Name: organization, Address: v.Sender},
		To:        to,
		Subject:   fmt.Sprintf(w.proofSubject, organization),
		Text:      text,
		MessageID: messageID,
		Date:      date,
	}
	if isAddress(v.Support) {
		email.ReplyTo = v.Support
	}
	return email, email.check()
}

// SMS composes the text message with the code, for a phone that proves who a
// person is. To is an E.164 number. Where it would take more than one segment,
// the end of the organization's name gives way.
func (v Verification) SMS(to string) (SMS, error) {
	switch {
	case !sixDigits.MatchString(v.Code):
		return SMS{}, fmt.Errorf("deliver: Code is not of 6 digits")
	case v.ValidInMinutes < 1:
		return SMS{}, fmt.Errorf("deliver: ValidInMinutes is %d", v.ValidInMinutes)
	case !e164.MatchString(to):
		return SMS{}, fmt.Errorf("deliver: the recipient is not an E.164 phone number")
	}
	w := wordsIn(v.Language)
	var sms SMS
	for name := typewriter.Replace(plainLine(v.Organization, maxName)); name != ""; name = shorten(name) {
		sms = SMS{To: to, Body: fmt.Sprintf(w.proofText, v.Code, name) + " " + w.proofExpires(v.ValidInMinutes)}
		if segments(sms.Body) == 1 {
			break
		}
	}
	return sms, nil
}
