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

// Limits on access passes beside those of the policy.
const (
	MaxPassNote   = 200 // characters of a run's note, and of the reason why passes were revoked
	MaxPassGroups = 20  // groups that those who join with a run's passes come into
)

// PrintLife is how long the link to a printable sheet of passes is good for.
const PrintLife = 10 * time.Minute

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

// Redeem returns the pass after the contact joined with it. It returns
// PASS_NOT_AVAILABLE where it was redeemed, revoked, or has expired.
func (p AccessPass) Redeem(by ID, now time.Time) (AccessPass, error) {
	if err := p.available("", now); err != nil {
		return p, err
	}
	p.State, p.RedeemedBy, p.RedeemedAt = PassRedeemed, &by, &now
	return p, nil
}

// Revoke returns the pass as it is taken back. It returns PASS_NOT_AVAILABLE
// where it was redeemed, revoked, or has expired.
func (p AccessPass) Revoke(reason string, now time.Time) (AccessPass, error) {
	if err := p.available("", now); err != nil {
		return p, err
	}
	p.State, p.RevokedAt, p.RevokeReason = PassRevoked, &now, reason
	return p, nil
}

// Bind returns the pass bound to the contact, or to nobody where it is nil. It
// returns PASS_NOT_AVAILABLE where the pass was redeemed, revoked, or has
// expired.
func (p AccessPass) Bind(to *ID, now time.Time) (AccessPass, error) {
	if err := p.available("input.id", now); err != nil {
		return p, err
	}
	p.BoundTo = to
	return p, nil
}

// available returns PASS_NOT_AVAILABLE with what became of the pass, or nil.
func (p AccessPass) available(field string, now time.Time) error {
	var what string
	switch p.StateAt(now) {
	case PassAvailable:
		return nil
	case PassRedeemed:
		what = "was redeemed already"
	case PassRevoked:
		what = "was revoked"
	case PassExpired:
		what = "has expired"
	}
	return Errorf(PassNotAvailable, field, "Access pass %s %s; only an available one will do.", p.Reference(), what)
}

// Holder returns why no access pass can be bound to the contact, or nil: who
// redeems a bound pass proves an address of the contact, and joins as it.
func (c Contact) Holder(field string) *Error {
	switch {
	case c.ArchivedAt != nil:
		return Errorf(ContactArchived, field, "%s is archived; restore the contact first.", c.Label())
	case c.ClientType == Offline:
		return Errorf(OfflineClient, field, "%s is an offline client and cannot join; change the client type first.", c.Label())
	case c.Status == Registered:
		return Errorf(AlreadyRegistered, field, "%s has joined already.", c.Label())
	case c.Email == nil && c.Phone == nil:
		return Errorf(NoAddress, field, "%s has neither an email address nor a mobile phone to prove; add one.", c.Label())
	}
	return nil
}

// PaperSize is a size of paper.
type PaperSize string

// The sizes of paper.
const (
	A4     PaperSize = "A4"
	Letter PaperSize = "LETTER"
)

// Name returns what people call the size.
func (p PaperSize) Name() string {
	if p == Letter {
		return "Letter"
	}
	return string(p)
}
