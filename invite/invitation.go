package invite

import "time"

// Invitation is one offer to one contact to register.
type Invitation struct {
	ID                 ID
	OrganizationID     ID
	ContactID          ID
	State              InvitationState // as stored; StateAt tells what it is now
	Round              int
	TTLDays            int
	Channels           ChannelRule
	ReminderDaysBefore int
	Subject            string
	Body               string
	Button             string
	SentAt             *time.Time // first accepted message of the current round
	ExpiresAt          *time.Time
	AcceptedAt         *time.Time
	EndReason          string
	CreatedByName      string
	CreatedAt          time.Time
}

// ReasonBatchCancelled is the end reason of a first round whose batch was
// cancelled; its contact counts as never invited.
const ReasonBatchCancelled = "BATCH_CANCELLED"

// ResendInterval is the least time between two rounds of one invitation.
const ResendInterval = 15 * time.Minute

// StateAt returns the state at now: a lapsed row never shows, counts or acts
// as PENDING, whether or not the sweep has been there.
func (i Invitation) StateAt(now time.Time) InvitationState {
	if i.State != Pending || i.ExpiresAt == nil || now.Before(*i.ExpiresAt) {
		return i.State
	}
	if i.SentAt == nil { // it was resent before it lapsed, and the new round has not left
		return Queued
	}
	return Expired
}

// ContactStatus returns what the contact's status is while i is its open or
// last invitation and nobody has joined.
func (i Invitation) ContactStatus() ContactStatus {
	if i.State == Revoked && i.EndReason == ReasonBatchCancelled {
		return NotInvited
	}
	return ContactStatus(i.State)
}

// Sent returns the invitation after a provider accepted the first message of
// round number at now: the clock of its life starts (again). A later message
// of the same round, a reminder, or an invitation that is over changes
// nothing, and changed is false.
func (i Invitation) Sent(number int, now time.Time) (next Invitation, changed bool) {
	first := number == i.Round && i.SentAt == nil
	if !first || (i.State != Queued && i.State != Pending) {
		return i, false
	}
	i.State = Pending
	i.SentAt = &now
	expires := now.Add(time.Duration(i.TTLDays) * 24 * time.Hour)
	i.ExpiresAt = &expires
	return i, true
}

// RoundFailed returns the invitation after every channel of round number
// failed for good. A failed resend of an open invitation changes nothing else.
func (i Invitation) RoundFailed(number int, reason string) (next Invitation, changed bool) {
	if i.State != Queued || number != i.Round {
		return i, false
	}
	i.State = Failed
	i.EndReason = reason
	return i, true
}

// Resent returns the invitation with its next round to be queued. lastSlot is
// when the newest round left, or nil.
//
// It refuses with ALREADY_ACCEPTED, NOT_RESENDABLE or TOO_SOON. The caller
// first returns a round that waits already instead of resending.
func (i Invitation) Resent(lastSlot *time.Time, now time.Time) (Invitation, error) {
	switch i.StateAt(now) {
	case Accepted:
		return i, Errorf(AlreadyAccepted, "id", "The invitation was accepted; there is nothing to resend.")
	case Revoked, Declined:
		return i, Errorf(NotResendable, "id", "The invitation was %s; invite the contact again instead.", stateWord(i.State))
	case Queued:
		return i, Errorf(TooSoon, "id", "The invitation is on its way right now.")
	case Expired, Failed:
		i.State = Queued
	}
	if lastSlot != nil && now.Sub(*lastSlot) < ResendInterval {
		wait := ResendInterval - now.Sub(*lastSlot)
		return i, Errorf(TooSoon, "id", "A message left less than 15 minutes ago; try again in %s.", minutes(wait))
	}
	i.Round++
	i.SentAt = nil
	i.EndReason = ""
	return i, nil
}

// Revoke returns the invitation taken back, or NOT_REVOCABLE or
// ALREADY_ACCEPTED.
func (i Invitation) Revoke(reason string, now time.Time) (Invitation, error) {
	switch state := i.StateAt(now); state {
	case Accepted:
		return i, Errorf(AlreadyAccepted, "id", "The invitation was accepted; it cannot be revoked.")
	case Queued, Pending, Failed:
		i.State = Revoked
		i.EndReason = reason
		return i, nil
	default:
		return i, Errorf(NotRevocable, "id", "The invitation is over (%s); there is nothing to revoke.", stateWord(state))
	}
}

// RoundCancelled returns the invitation after its waiting round was cancelled
// with its batch: a first round ends it, a later one puts it back to where it
// stood.
func (i Invitation) RoundCancelled() (next Invitation, changed bool) {
	if i.State != Queued { // its earlier credentials live on, or it is over already
		return i, false
	}
	switch {
	case i.Round == 1:
		i.State = Revoked
	case i.ExpiresAt != nil:
		i.State = Expired
	default:
		i.State = Failed
	}
	i.EndReason = ReasonBatchCancelled
	return i, true
}

// Accept returns the invitation accepted at now. dispatched tells whether a
// message of it is out or on its way: a person may redeem a message before our
// record of its sending is written. It refuses with LINK_USED, LINK_EXPIRED or
// LINK_NOT_VALID.
func (i Invitation) Accept(dispatched bool, now time.Time) (Invitation, error) {
	if err := i.redeemable(dispatched, now); err != nil {
		return i, err
	}
	i.State = Accepted
	i.AcceptedAt = &now
	return i, nil
}

// Decline returns the invitation declined; it refuses as Accept does.
func (i Invitation) Decline(dispatched bool, now time.Time) (Invitation, error) {
	if err := i.redeemable(dispatched, now); err != nil {
		return i, err
	}
	i.State = Declined
	return i, nil
}

func (i Invitation) redeemable(dispatched bool, now time.Time) error {
	switch i.StateAt(now) {
	case Pending:
		return nil
	case Queued:
		if dispatched {
			return nil
		}
	case Accepted:
		return Errorf(LinkUsed, "token", "This invitation was used already. Sign in instead.")
	case Expired:
		return Errorf(LinkExpired, "token", "This invitation has expired. Ask for a new one.")
	}
	return Errorf(LinkNotValid, "token", "This invitation can no longer be used.")
}

// Lapse returns the invitation after its time ran out: EXPIRED, or QUEUED
// where a resend is on its way already. lapsed is false when it is not due at
// now.
func (i Invitation) Lapse(now time.Time) (next Invitation, lapsed bool) {
	state := i.StateAt(now)
	if state == i.State {
		return i, false
	}
	i.State = state
	return i, true
}

// Sendable tells whether a waiting round of the invitation may still leave.
func (i Invitation) Sendable() bool { return i.State == Queued || i.State == Pending }

func stateWord(s InvitationState) string {
	switch s {
	case Revoked:
		return "revoked"
	case Declined:
		return "declined"
	case Expired:
		return "expired"
	}
	return "over"
}

func minutes(d time.Duration) string {
	n := int((d + time.Minute - 1) / time.Minute)
	if n <= 1 {
		return "a minute"
	}
	return Errorf("", "", "%d minutes", n).Message
}
