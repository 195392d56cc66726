package invite

// Stage is what a contact is to the business.
type Stage string

// The stages; each organization has its own words for them.
const (
	Prospect Stage = "PROSPECT"
	Trial    Stage = "TRIAL"
	Member   Stage = "MEMBER"
)

// ClientType is what a contact may do in the client app.
type ClientType string

// The client types.
const (
	FullAccess       ClientType = "FULL_ACCESS"
	FullAccessOneWay ClientType = "FULL_ACCESS_ONE_WAY"
	Offline          ClientType = "OFFLINE"
)

// Channel is a road by which a message reaches a person.
type Channel string

// The channels.
const (
	Email Channel = "EMAIL"
	SMS   Channel = "SMS"
)

// Purpose is why a round is sent.
type Purpose string

// The purposes.
const (
	PurposeInvite   Purpose = "INVITE"
	PurposeReminder Purpose = "REMINDER"
)

// Preset is the kind of business; it chooses the defaults of the policy.
type Preset string

// The presets.
const (
	Gym       Preset = "GYM"
	Coach     Preset = "COACH"
	Community Preset = "COMMUNITY"
)

// Role is what an account may do in one organization; SUPPORT belongs to none.
type Role string

// The roles.
const (
	Owner   Role = "OWNER"
	Leader  Role = "LEADER"
	Trainer Role = "TRAINER"
	Support Role = "SUPPORT"
	Client  Role = "CLIENT"
)

// Priority orders a lane: lower leaves first, first in first out within each.
type Priority int

// The priorities.
const (
	Single   Priority = 0 // one contact, a person's own request, a purchase
	Bulk     Priority = 1 // more than one contact
	Reminder Priority = 2
)

// InvitationState is where an invitation stands.
type InvitationState string

// The invitation states; see transition for how one follows another.
const (
	Queued   InvitationState = "QUEUED"
	Pending  InvitationState = "PENDING"
	Accepted InvitationState = "ACCEPTED"
	Declined InvitationState = "DECLINED"
	Expired  InvitationState = "EXPIRED"
	Revoked  InvitationState = "REVOKED"
	Failed   InvitationState = "FAILED"
)

// ContactStatus is derived: REGISTERED beats every invitation state, then the
// open or last invitation's state, then NOT_INVITED.
type ContactStatus string

// The statuses that are not invitation states.
const (
	NotInvited ContactStatus = "NOT_INVITED"
	Registered ContactStatus = "REGISTERED"
)

// DeliveryState is where one message stands.
type DeliveryState string

// The delivery states. Providers report "delivered" and then "bounced": that
// is legal.
const (
	Scheduled   DeliveryState = "SCHEDULED"
	Dispatching DeliveryState = "DISPATCHING"
	Sent        DeliveryState = "SENT"
	Delivered   DeliveryState = "DELIVERED"
	Deferred    DeliveryState = "DEFERRED"
	Bounced     DeliveryState = "BOUNCED"
	Complained  DeliveryState = "COMPLAINED"
	Suppressed  DeliveryState = "SUPPRESSED"
	Skipped     DeliveryState = "SKIPPED"
	Undelivered DeliveryState = "FAILED"
	Cancelled   DeliveryState = "CANCELLED"
)

// RoundState is where one sending stands.
type RoundState string

// The round states.
const (
	RoundWaiting   RoundState = "WAITING"   // holds a place in its lane
	RoundSending   RoundState = "SENDING"   // granted a slot; its messages are on their way
	RoundDone      RoundState = "DONE"      // no message of it will be attempted again
	RoundCancelled RoundState = "CANCELLED" // never left
)
