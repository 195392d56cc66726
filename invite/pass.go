package invite

import (
	"fmt"
	"time"
)

// PassState is where an access pass stands.
type PassState string

// The states of an access pass. Only AVAILABLE, REDEEMED and REVOKED are
// stored.
const (
	PassAvailable PassState = "AVAILABLE"
	PassRedeemed  PassState = "REDEEMED"
	PassRevoked   PassState = "REVOKED"
	PassExpired   PassState = "EXPIRED"
)

// PassRun is access passes that were generated together.
type PassRun struct {
	ID             ID
	OrganizationID ID
	Number         int // counts within the organization, from 1
	LocationID     ID  // where those who join with one of its passes belong
	Note           string
	CreatedByName  string
	ExpiresAt      *time.Time // nil for never
	PrintedAt      *time.Time
	CreatedAt      time.Time
}

// AccessPass is a printed credential, bound to nobody until somebody redeems
// it.
type AccessPass struct {
	ID             ID
	OrganizationID ID
	RunID          ID
	RunNumber      int
	Number         int       // counts within the run, from 1
	State          PassState // as stored; StateAt tells what it is now
	ExpiresAt      *time.Time
	BoundTo        *ID // the contact that whoever redeems it joins as
	RedeemedBy     *ID
	RedeemedAt     *time.Time
	RevokedAt      *time.Time
	RevokeReason   string
	Prints         int
}

// StateAt returns the state at now: a pass whose time ran out is expired.
func (p AccessPass) StateAt(now time.Time) PassState {
	if p.State == PassAvailable && p.ExpiresAt != nil && !now.Before(*p.ExpiresAt) {
		return PassExpired
	}
	return p.State
}

// Reference is what tells the pass from others, on paper and on screens. It
// opens nothing.
func (p AccessPass) Reference() string { return fmt.Sprintf("%d-%03d", p.RunNumber, p.Number) }

// PaperSize is a size of paper.
type PaperSize string

// The sizes of paper.
const (
	A4     PaperSize = "A4"
	Letter PaperSize = "LETTER"
)
