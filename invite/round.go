package invite

import "time"

// Round is one sending of an invitation.
type Round struct {
	ID             ID
	OrganizationID ID
	LocationID     ID
	InvitationID   ID
	ContactID      ID
	BatchID        *ID
	Number         int
	Purpose        Purpose
	Priority       Priority
	Place          int64 // order within its priority; from one sequence for all lanes
	State          RoundState
	Accepted       bool       // a provider accepted a message of it
	SlotAt         *time.Time // when it was granted its slot
	CreatedAt      time.Time
}

// Delivery is one message: invitation, round, purpose and channel together
// are unique.
type Delivery struct {
	ID                ID
	OrganizationID    ID
	InvitationID      ID
	RoundID           ID
	Number            int
	Purpose           Purpose
	Channel           Channel
	Address           *string // fixed when it is dispatched
	State             DeliveryState
	Attempt           int
	FirstAttemptAt    *time.Time
	NextAttemptAt     *time.Time // DISPATCHING: when its lease ends; DEFERRED: when it is tried again
	Reason            string
	ProviderID        string
	SentAt            *time.Time
	CredentialEndedAt *time.Time
	CreatedAt         time.Time
}

// Over tells whether the message will not be attempted again.
func (s DeliveryState) Over() bool {
	switch s {
	case Scheduled, Dispatching, Deferred:
		return false
	}
	return true
}

// WasAccepted tells whether a provider accepted the message, whatever became
// of it later.
func (s DeliveryState) WasAccepted() bool {
	switch s {
	case Sent, Delivered, Bounced, Complained:
		return true
	}
	return false
}

// Lease is how long a message may be on its way before another replica may
// take it up again; a provider call ends well within it.
const (
	Lease       = 30 * time.Second
	CallTimeout = 20 * time.Second
)

// Batch is the rounds that one action queued, followed as a unit.
type Batch struct {
	ID             ID
	OrganizationID ID
	CreatedBy      *ID // membership; nil for the system
	CreatedByName  string
	CreatedAt      time.Time
	CancelledAt    *time.Time
}

// Progress counts the rounds of a batch.
type Progress struct {
	Total, Sent, Failed, Cancelled, Waiting int
}
