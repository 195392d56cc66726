package app

import (
	"context"
	"time"

	"usher/invite"
	"usher/store"
)

// way is how a person comes in: by an invitation, with an access pass, or
// added by the head of their household. What all have in common is in Register;
// what they differ in is here.
type way interface {
	route() invite.JoinRoute
	// place returns where the person belongs.
	place() (organization, location invite.ID)
	// who returns what is known of the person.
	who() person
	// state tells what the credential is good for at now.
	state(now time.Time) PreviewState
	// expiresAt returns when that ends; nil where it does not.
	expiresAt() *time.Time
	// sentTo returns the address that the credential went to; nil for paper.
	sentTo() *string
	// proves tells whether the credential proves the email by having come there.
	proves(email *string) bool
	// phoneToProve returns the phone by which the person must show who they are;
	// nil where the email does.
	phoneToProve() *string
	// subject is what proofs of an address are bound to.
	subject() invite.ID

	// contact returns the contact on file that the person joins as, given their
	// proven email; nil where they are new.
	contact(ctx context.Context, r *store.Reader, email string) (*invite.ID, error)
	// lock makes other redemptions of the credential wait, and reads it again.
	// The contact of an invitation and of a bound pass is locked with it.
	lock(ctx context.Context, tx *store.Tx) error
	// redeem records that the person joined as c, which is stored already.
	redeem(ctx context.Context, tx *store.Tx, c invite.Contact) ([]invite.Fact, error)
	// decline records that the person said no.
	decline(ctx context.Context, tx *store.Tx) ([]invite.Fact, error)
	// broughtInBy returns who is to be thanked.
	broughtInBy() string
}

// person is what is known of somebody before they join.
type person struct {
	name      string
	email     *string // to sign in with; nil where it is to be typed
	address   string
	household string // that they were added to
	addedBy   string
}

// personOf returns what is on file of a contact.
func personOf(c invite.Contact) person {
	return person{name: c.Name, email: c.Email, address: c.Address}
}

// barred returns why nobody can join as the contact, and OPEN where they can.
func barred(c invite.Contact) PreviewState {
	switch {
	case c.ClientType == invite.Offline:
		return PreviewOffline
	case c.AccountID != nil:
		return PreviewUsed
	case c.ArchivedAt != nil:
		return PreviewNotValid
	}
	return PreviewOpen
}
