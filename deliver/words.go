package deliver

import (
	"fmt"
	"strings"
	"unicode"

	"usher/invite"
)

// words is everything that a message says in one language besides the texts
// that staff may edit.
type words struct {
	language string // BCP 47 tag, for the lang attribute
	reminder invite.Texts

	openLink   string // precedes the link in full
	typeCode   string // with the page's address; precedes the code
	expires    func(days int) string
	sentTo     string                    // with organization and address
	support    string                    // with the support contact, an address or a number
	supportSay string                    // with the support contact, a sentence
	decline    string                    // label of the decline link
	smsOffer   map[invite.Purpose]string // with the organization; precedes the link
	smsNoName  map[invite.Purpose]string // the same where the name does not fit
	smsCode    string                    // with the code
	smsCodeTip string                    // with the code and the expiry

	proofSubject string // with organization
	proofIntro   string // with organization; precedes the 6 digits
	proofExpires func(minutes int) string
	proofText    string // with the 6 digits and organization; a text message
	proofIgnore  string

	addition additionWords
}

var languages = map[string]words{"en": english}

var english = words{
	language: "en",
	reminder: invite.Texts{
		Subject: "Reminder: {{organization}} invites you to its app",
		Body: "Hi {{name}},\n\nyour invitation from {{organization}} is still open. " +
			"Accept it, choose a password, and you are in.",
		Button: "Accept the invitation",
	},
	openLink:   "Button not working? Open this address:",
	typeCode:   "Or type this code at %s:",
	expires:    func(days int) string { return "This invitation expires in " + count(days, "day") + "." },
	sentTo:     "%s sent this message to %s.",
	support:    "Questions? Contact %s.",
	supportSay: "Questions? %s",
	decline:    "Not for you? Decline the invitation",
	smsOffer: map[invite.Purpose]string{
		invite.PurposeInvite:   "%s invites you to its app:",
		invite.PurposeReminder: "%s: your invitation is still open:",
	},
	smsNoName: map[invite.Purpose]string{
		invite.PurposeInvite:   "You are invited:",
		invite.PurposeReminder: "Your invitation is still open:",
	},
	smsCode:    "Code: %s",
	smsCodeTip: "Or type the code %s. %s",

	proofSubject: "Your verification code for %s",
	proofIntro:   "Type this code to prove to %s that this email address is yours:",
	proofText:    "%s is your code to join %s.",
	proofExpires: func(minutes int) string { return "It is valid for " + count(minutes, "minute") + "." },
	proofIgnore:  "If you did not ask for it, ignore this message; nothing happens without the code.",

	addition: englishAddition,
}

// wordsIn returns the words of a language, by BCP 47 tag. English stands in for
// a language that has none yet: a message in the wrong language is better than
// no message.
func wordsIn(language string) words {
	if w, ok := languages[language]; ok {
		return w
	}
	return english
}

// ask returns the line that says whom people ask, "" where there is nobody.
func (w words) ask(support string) string {
	contact := plainLine(support, maxContact)
	switch {
	case contact == "":
		return ""
	case isAddress(contact) || !strings.ContainsFunc(contact, unicode.IsLetter):
		return fmt.Sprintf(w.support, contact)
	}
	return fmt.Sprintf(w.supportSay, contact)
}

func count(n int, unit string) string {
	if n == 1 {
		return "1 " + unit
	}
	return fmt.Sprintf("%d %ss", n, unit)
}
