package invite

import "time"

// Household is people at one address: one invited member joins and adds the
// rest.
type Household struct {
	ID             ID
	OrganizationID ID
	LocationID     ID
	Name           string
	Address        string // street and unit; empty where it is not known
	HeadID         *ID    // contact
	CreatedAt      time.Time
}

// Addition is somebody whom the head of a household added and who has not
// confirmed yet. There is no contact until they do, so that nobody learns who
// is on file.
type Addition struct {
	ID             ID
	OrganizationID ID
	HouseholdID    ID
	AddedBy        ID // contact of the head
	Name           string
	Channel        Channel
	Address        string // an email in lower case, or E.164
	SentAt         *time.Time
	Problem        string // why the message did not leave
	ExpiresAt      time.Time
	CreatedAt      time.Time
	EndedAt        *time.Time // when it was confirmed or removed
	ContactID      *ID        // who confirmed
}

// JoinRoute is the way by which a person comes in.
type JoinRoute string

// The routes.
const (
	ByInvitation JoinRoute = "INVITATION"
	ByPass       JoinRoute = "ACCESS_PASS"
	ByHousehold  JoinRoute = "HOUSEHOLD"
)

// HouseholdState is where a household stands.
type HouseholdState string

// The states of a household.
const (
	HouseholdNotInvited HouseholdState = "NOT_INVITED" // nobody of it was invited
	HouseholdInvited    HouseholdState = "INVITED"     // a member has an open invitation, nobody has joined
	HouseholdRegistered HouseholdState = "REGISTERED"  // at least one member has joined
)

// HouseholdMemberState is where a person of a household stands.
type HouseholdMemberState string

// The states of a member.
const (
	MemberRegistered HouseholdMemberState = "REGISTERED"
	MemberInvited    HouseholdMemberState = "INVITED" // has an open invitation of the organization
	MemberAdded      HouseholdMemberState = "ADDED"   // by the head; has a message to confirm
	MemberLapsed     HouseholdMemberState = "LAPSED"  // and that message has ended
	MemberOnFile     HouseholdMemberState = "ON_FILE"
	MemberListed     HouseholdMemberState = "LISTED" // without a sign-in, such as a child
)

// HouseholdPickReason is why a member is the one to invite.
type HouseholdPickReason string

// The reasons, best first.
const (
	PickHead          HouseholdPickReason = "HEAD"
	PickOnlyOne       HouseholdPickReason = "ONLY_ONE"
	PickEmailAndPhone HouseholdPickReason = "EMAIL_AND_PHONE"
	PickEmail         HouseholdPickReason = "EMAIL"
	PickPhone         HouseholdPickReason = "PHONE"
)
