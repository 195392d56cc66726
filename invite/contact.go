package invite

import (
	"strings"
	"time"
)

// Contact is a person on an organization's file.
type Contact struct {
	ID             ID
	OrganizationID ID
	LocationID     ID
	Name           string
	Address        string  // where the person lives, as it was written; empty where it is not known
	Email          *string // in lower case; unique within the organization
	Phone          *string // E.164
	Stage          Stage
	ClientType     ClientType
	HouseholdID    *ID
	TrainerID      *ID // membership of the trainer whose client this is
	AccountID      *ID // set while registered
	RegisteredAt   *time.Time
	JoinedBy       *JoinRoute    // set once registered
	BroughtInBy    string        // whoever invited, generated the pass, or heads the household; empty before
	Status         ContactStatus // as stored; StatusAt tells what it is now
	LapsesAt       *time.Time    // when the PENDING invitation expires
	InvitationID   *ID           // the open or last one
	CreatedAt      time.Time
	UpdatedAt      time.Time
	ArchivedAt     *time.Time
}

// StatusAt returns the status at now: a lapsed invitation is expired whether
// or not the sweep has been there.
func (c Contact) StatusAt(now time.Time) ContactStatus {
	if c.Status == ContactStatus(Pending) && c.LapsesAt != nil && !now.Before(*c.LapsesAt) {
		return ContactStatus(Expired)
	}
	return c.Status
}

// Invitable returns why the contact cannot be given a new invitation at now,
// or nil. rule says which channels it would use.
func (c Contact) Invitable(rule ChannelRule, now time.Time) *Error {
	switch {
	case c.ArchivedAt != nil:
		return Errorf(ContactArchived, "", "%s is archived; restore the contact first.", c.Label())
	case c.ClientType == Offline:
		return Errorf(OfflineClient, "", "%s is an offline client and is never invited; change the client type first.", c.Label())
	case c.Status == Registered:
		return Errorf(AlreadyRegistered, "", "%s has joined already.", c.Label())
	}
	switch InvitationState(c.StatusAt(now)) {
	case Queued, Pending, Expired, Failed:
		return Errorf(AlreadyInvited, "", "%s has an invitation already; resend it instead.", c.Label())
	}
	return c.Reachable(rule)
}

// Reachable returns NoAddress when the contact has no address for any channel
// of the rule, or nil.
func (c Contact) Reachable(rule ChannelRule) *Error {
	if use, _ := rule.For(c.Email != nil, c.Phone != nil); len(use) > 0 {
		return nil
	}
	switch rule {
	case EmailOnly:
		return Errorf(NoAddress, "", "%s has no email address; add one or invite by text.", c.Label())
	case SMSOnly:
		return Errorf(NoAddress, "", "%s has no mobile phone; add one or invite by email.", c.Label())
	}
	return Errorf(NoAddress, "", "%s has neither an email address nor a mobile phone; add one.", c.Label())
}

// AddressFor returns where the contact is reached on the channel, or nil.
func (c Contact) AddressFor(ch Channel) *string {
	if ch == Email {
		return c.Email
	}
	return c.Phone
}

// Label returns what a person would call the contact: the name, else an
// address.
func (c Contact) Label() string {
	switch {
	case c.Name != "":
		return c.Name
	case c.Email != nil:
		return *c.Email
	case c.Phone != nil:
		return *c.Phone
	}
	return "This contact"
}

// MaxNameLength is the longest name of a person, a location, a group or a
// program, in characters.
const MaxNameLength = 100

// CleanName trims name and folds runs of spaces. It refuses control characters
// (a line break in a name becomes a header injection in a message) and names
// that are too long. An empty name is the caller's to judge.
func CleanName(field, name string) (string, *Error) { return CleanLine(field, name, MaxNameLength) }

// CleanLine is CleanName for a text of at most that many characters.
func CleanLine(field, text string, most int) (string, *Error) {
	for _, r := range text {
		if IsControl(r) {
			return "", Errorf(ControlCharacters, field, "%s may not contain line breaks or control characters.", fieldLabel(field))
		}
	}
	text = strings.Join(strings.Fields(text), " ")
	if n := len([]rune(text)); n > most {
		return "", Errorf(TooLong, field, "%s may have at most %d characters; this has %d.", fieldLabel(field), most, n)
	}
	return text, nil
}

// IsControl tells whether r is a control character or one that reorders or
// hides text: those let one name pass for another.
func IsControl(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r <= 0x9f: // C0, DEL, C1
		return true
	case r == 0x2028, r == 0x2029: // line and paragraph separator
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069: // bidirectional overrides (Trojan Source)
		return true
	case r == 0xfeff, r == 0xfffd:
		return true
	}
	return false
}

// fieldLabel returns the last step of a field's path as a sentence would
// begin with it.
func fieldLabel(field string) string {
	last := field[strings.LastIndexByte(field, '.')+1:]
	if last == "" {
		return "The name"
	}
	return strings.ToUpper(last[:1]) + last[1:]
}
