package invite

import "time"

// FactKind says what happened.
type FactKind string

// The kinds of facts.
const (
	InvitationQueued    FactKind = "INVITATION_QUEUED"
	RoundQueued         FactKind = "ROUND_QUEUED"
	RoundRaised         FactKind = "ROUND_RAISED"
	RoundWasCancelled   FactKind = "ROUND_CANCELLED"
	ReminderQueued      FactKind = "REMINDER_QUEUED"
	MessageSent         FactKind = "MESSAGE_SENT"
	MessageDeferred     FactKind = "MESSAGE_DEFERRED"
	MessageFailed       FactKind = "MESSAGE_FAILED"
	MessageSkipped      FactKind = "MESSAGE_SKIPPED"
	InvitationSent      FactKind = "INVITATION_SENT"
	InvitationFailed    FactKind = "INVITATION_FAILED"
	InvitationExpired   FactKind = "INVITATION_EXPIRED"
	InvitationRevoked   FactKind = "INVITATION_REVOKED"
	InvitationAccepted  FactKind = "INVITATION_ACCEPTED"
	InvitationDeclined  FactKind = "INVITATION_DECLINED"
	ContactCreated      FactKind = "CONTACT_CREATED"
	ContactChanged      FactKind = "CONTACT_CHANGED"
	PolicyChanged       FactKind = "POLICY_CHANGED"
	OrganizationChanged FactKind = "ORGANIZATION_CHANGED"
	BatchCancelled      FactKind = "BATCH_CANCELLED"
	ContactJoined       FactKind = "CONTACT_JOINED" // by whatever way
	HouseholdChanged    FactKind = "HOUSEHOLD_CHANGED"
	GroupChanged        FactKind = "GROUP_CHANGED"
	PassesGenerated     FactKind = "PASSES_GENERATED"
	PassesPrinted       FactKind = "PASSES_PRINTED"
	PassesRevoked       FactKind = "PASSES_REVOKED"
	PassBound           FactKind = "PASS_BOUND"
	PassRedemption      FactKind = "PASS_REDEEMED"
)

// Fact is one change, written to the outbox in the transaction that made it.
// The timeline and every subscriber read it from there. It never holds a
// credential.
type Fact struct {
	ID             ID
	Position       *int64 // given by the relay after commit
	OrganizationID ID
	LocationID     *ID
	ContactID      *ID
	InvitationID   *ID
	RoundID        *ID
	BatchID        *ID
	HouseholdID    *ID
	GroupID        *ID
	PassRunID      *ID
	PassID         *ID
	Kind           FactKind
	ActorKind      string
	ActorID        *ID // membership
	ActorName      string
	FromState      *InvitationState
	ToState        *InvitationState
	Channel        *Channel
	Reason         string
	At             time.Time
}

// About starts a fact about an invitation.
func (i Invitation) About(kind FactKind) Fact {
	return Fact{Kind: kind, OrganizationID: i.OrganizationID, ContactID: &i.ContactID, InvitationID: &i.ID}
}

// Moved adds the change of status from an earlier state to the current one.
func (f Fact) Moved(from, to InvitationState) Fact {
	if from != "" {
		f.FromState = &from
	}
	f.ToState = &to
	return f
}

// Because adds the reason.
func (f Fact) Because(reason string) Fact {
	f.Reason = reason
	return f
}

// Of adds the round that the fact is about.
func (f Fact) Of(r Round) Fact {
	f.RoundID, f.LocationID, f.BatchID = &r.ID, &r.LocationID, r.BatchID
	return f
}

// On adds the channel.
func (f Fact) On(ch Channel) Fact {
	f.Channel = &ch
	return f
}
