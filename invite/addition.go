package invite

import "time"

// AdditionLife is how long somebody whom the head of a household added has to
// confirm.
const AdditionLife = 7 * 24 * time.Hour

// AdditionPause is the least time between two messages to one of them.
const AdditionPause = 2 * time.Minute

// Lapsed tells whether the message to confirm has ended at now.
func (a Addition) Lapsed(now time.Time) bool { return !now.Before(a.ExpiresAt) }

// Issued returns when the newest message was made.
func (a Addition) Issued() time.Time { return a.ExpiresAt.Add(-AdditionLife) }

// Renewed returns a with a message of its own made at now, of which nothing is
// known yet.
func (a Addition) Renewed(now time.Time) Addition {
	a.ExpiresAt, a.SentAt, a.Problem = now.Add(AdditionLife), nil, ""
	return a
}

// Resendable returns TOO_SOON where a message to confirm is on its way or left
// just now, or nil. One that did not leave may be sent again at once.
func (a Addition) Resendable(now time.Time) *Error {
	next := a.Issued().Add(AdditionPause)
	if a.Problem != "" || !now.Before(next) {
		return nil
	}
	return Errorf(TooSoon, "input.id", "A message to %s left less than %d minutes ago; send the next one in %d seconds.",
		a.Name, int(AdditionPause.Minutes()), int(next.Sub(now).Seconds())+1).With("name", a.Name)
}

// AddedAlready is the refusal of an address that stands in the household
// already.
func AddedAlready(channel Channel, address string) *Error {
	field := "input.email"
	if channel == SMS {
		field = "input.phone"
	}
	return Errorf(Conflict, field, "%s is in your household already; correct that member or send the message once more.", address).With("address", address)
}

// CleanMemberName is CleanName for somebody whom the head of a household adds.
// It refuses an empty name, and FOREIGN_LINK: the name stands in a message to a
// stranger.
func CleanMemberName(field, name string) (string, *Error) {
	name, refused := CleanName(field, name)
	switch {
	case refused != nil:
		return "", refused
	case name == "":
		return "", Errorf(Required, field, "Enter the person's name, 1 to %d characters.", MaxNameLength)
	case hasLink(name):
		return "", Errorf(ForeignLink, field, "%s stands in the message to the person and may not be a link; write it without a web or email address.", fieldLabel(field))
	}
	return name, nil
}
