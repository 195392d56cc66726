package deliver

import (
	"cmp"
	"fmt"
	"net/mail"
	"time"

	"usher/color"
	"usher/invite"
)

// Addition is the message to somebody whom the head of a household added: a
// stranger to us, who belongs to it once they confirm. It is no invitation: it
// leaves at once, outside the lane and the send window, and there is nothing to
// unsubscribe from.
type Addition struct {
	Language      string // BCP 47; English stands in for a language without words
	Organization  string // the name, shown as the sender
	Sender        string // the address that the email is from
	Support       string // whom people ask, see Message; may be empty
	Accent        string // color of the button as "#rrggbb"; Usher's own where empty
	Head          string // who added them
	Household     string // what it is called
	Recipient     string // the name that the head gave
	Link          string // where they confirm, absolute
	ExpiresInDays int    // at least 1
}

// additionWords is what it says in one language.
type additionWords struct {
	subject  string // with head and organization
	greeting string // precedes the recipient's name and a comma
	added    string // between head and household
	at       string // between household and organization
	ask      string // after the organization
	button   string
	expires  func(days int) string
	somebody string // a head whose name cannot be shown

	// Of the text message, the longest first: with head, household and
	// organization; with head and organization; with head; with nothing.
	smsWhole, smsNoHousehold, smsHead, smsNone string
	smsExpires                                 func(days int) string
}

var englishAddition = additionWords{
	subject:  "%s added you to a household at %s",
	greeting: "Hi ",
	added:    " has added you to the household ",
	at:       " at ",
	ask:      ". Confirm that this is right, and you are in.",
	button:   "Confirm",
	expires: func(days int) string {
		return "The link works for " + count(days, "day") + ". If you did not expect this message, ignore it: nothing happens unless you confirm."
	},
	somebody:       "Somebody",
	smsWhole:       "%s added you to the household %s at %s. Confirm:",
	smsNoHousehold: "%s added you to a household at %s. Confirm:",
	smsHead:        "%s added you to a household:",
	smsNone:        "You were added to a household. Confirm:",
	smsExpires:     func(days int) string { return "Ends in " + count(days, "day") + ". Not expected? Ignore it." },
}

// check returns an error for an addition that the caller made wrongly. The
// error names the field and not its value.
func (a Addition) check() error {
	if a.ExpiresInDays < 1 {
		return fmt.Errorf("deliver: ExpiresInDays is %d", a.ExpiresInDays)
	}
	if _, err := color.Parse(a.accent()); err != nil {
		return fmt.Errorf("deliver: Accent is not of the form #rrggbb")
	}
	if !isWebAddress(a.Link) {
		return fmt.Errorf("deliver: Link is not an absolute web address in plain ASCII of at most %d characters", maxURL)
	}
	return nil
}

func (a Addition) accent() string { return cmp.Or(a.Accent, invite.DefaultAccent) }

func (a Addition) organization() string { return plainLine(a.Organization, maxName) }

// shown returns a name that a person chose as a stranger may see it: one that
// is a link was put there to be sent.
func shown(name, otherwise string) string {
	name = plainLine(name, maxName)
	if name == "" || findLink(name) != "" {
		return otherwise
	}
	return name
}

// Email composes the email. To, messageID and date are as in [Message.Email].
func (a Addition) Email(to, messageID string, date time.Time) (Email, error) {
	if err := a.check(); err != nil {
		return Email{}, err
	}
	page := a.page(to)
	htmlPart, err := page.html()
	if err != nil {
		return Email{}, err
	}
	email := Email{
		From:      mail.Address{Name: a.organization(), Address: a.Sender},
		To:        to,
		Subject:   page.Title,
		Text:      page.text(),
		HTML:      htmlPart,
		MessageID: messageID,
		Date:      date,
	}
	if isAddress(a.Support) {
		email.ReplyTo = a.Support
	}
	return email, email.check()
}

func (a Addition) page(to string) page {
	w := wordsIn(a.Language)
	organization, head := a.organization(), shown(a.Head, w.addition.somebody)
	value := func(text string) invite.Part { return invite.Part{Text: text, Value: true} }
	words := func(text string) invite.Part { return invite.Part{Text: text} }
	line := []invite.Part{value(head), words(w.addition.added), value(shown(a.Household, organization)),
		words(w.addition.at), value(organization), words(w.addition.ask)}
	p := page{
		Language: w.language,
		Title:    plainLine(fmt.Sprintf(w.addition.subject, head, organization), invite.MaxSubjectLength+2*maxName),
		Body:     []paragraph{{line}},
		Button:   w.addition.button,
		Link:     a.Link,
		OpenLink: w.openLink,
		Expires:  w.addition.expires(a.ExpiresInDays),
		SentTo:   fmt.Sprintf(w.sentTo, organization, to),
		Support:  w.ask(a.Support),
		Paint:    painted(a.accent()),
	}
	if name := shown(a.Recipient, ""); name != "" {
		p.Body = append([]paragraph{{{words(w.addition.greeting), value(name), words(",")}}}, p.Body...)
	}
	return p
}

// SMS composes the text message, of at most [MaxSegments] segments. Where it
// would be longer, the names give way, the head's last: the link never does. To
// is an E.164 number.
func (a Addition) SMS(to string) (SMS, error) {
	if err := a.check(); err != nil {
		return SMS{}, err
	}
	if !e164.MatchString(to) {
		return SMS{}, fmt.Errorf("deliver: the recipient is not an E.164 phone number")
	}
	w := wordsIn(a.Language).addition
	for _, offer := range a.offers(w) {
		// The link ends its line, so that no phone takes a full stop for part of it.
		body := offer + "\n" + a.Link + "\n" + w.smsExpires(a.ExpiresInDays)
		if segments(body) <= MaxSegments {
			return SMS{To: to, Body: body}, nil
		}
	}
	return SMS{}, fmt.Errorf("deliver: the link is too long for a text message of %d segments", MaxSegments)
}

// offers returns what the text message may say before the link, the best first.
func (a Addition) offers(w additionWords) []string {
	head := typewriter.Replace(shown(a.Head, w.somebody))
	household, organization := typewriter.Replace(shown(a.Household, "")), typewriter.Replace(a.organization())
	var offers []string
	if household != "" {
		offers = append(offers, fmt.Sprintf(w.smsWhole, head, household, organization))
	}
	offers = append(offers, fmt.Sprintf(w.smsNoHousehold, head, organization))
	for name := head; name != ""; name = shorten(name) {
		offers = append(offers, fmt.Sprintf(w.smsHead, name))
	}
	return append(offers, w.smsNone)
}
