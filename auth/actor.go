package auth

import (
	"context"
	"slices"
	"time"

	"usher/invite"
)

// Kind is what sort of asker an Actor is.
type Kind string

// The kinds of actors.
const (
	KindAnonymous Kind = "ANONYMOUS" // nobody is signed in
	KindStaff     Kind = "STAFF"     // an owner, leader or trainer, in one organization
	KindClient    Kind = "CLIENT"    // a client, in one organization
	KindSupport   Kind = "SUPPORT"   // platform staff, in no organization
	KindSystem    Kind = "SYSTEM"    // a loop of our own, known by its name
)

// Actor is who is asking. Fields that do not apply to its Kind are empty.
type Actor struct {
	Kind         Kind
	Account      invite.ID
	Membership   invite.ID   // the membership that is open; empty for SUPPORT and SYSTEM
	Organization invite.ID   // the only organization this actor may touch; empty for SUPPORT and SYSTEM
	Contact      invite.ID   // a client's own contact
	Session      invite.ID   // what sign-out and revocation end
	Role         invite.Role // empty for ANONYMOUS and SYSTEM
	Name         string      // of a SYSTEM actor: "relay", "expiry"
	ExpiresAt    time.Time   // when the access token ends; zero for SYSTEM and ANONYMOUS
}

type actorKey struct{}

// WithActor returns a context that carries actor.
func WithActor(ctx context.Context, actor Actor) context.Context {
	return context.WithValue(ctx, actorKey{}, actor)
}

// FromContext returns the actor that ctx carries, an anonymous one if none.
func FromContext(ctx context.Context) Actor {
	if actor, ok := ctx.Value(actorKey{}).(Actor); ok {
		return actor
	}
	return Actor{Kind: KindAnonymous}
}

// System returns the actor of a loop of our own.
func System(name string) Actor {
	return Actor{Kind: KindSystem, Name: name}
}

// SignedIn reports whether the actor is a person who has signed in.
func (a Actor) SignedIn() bool {
	switch a.Kind {
	case KindStaff, KindClient, KindSupport:
		return true
	}
	return false
}

// Require returns nil when the actor holds permission p, where trainersInvite
// is the policy that applies to what is asked for. SYSTEM holds every
// permission: no request can make one. It says what may be done, not on whom:
// that is for the store's scope. Returns UNAUTHENTICATED if nobody is signed
// in, FORBIDDEN if the role does not carry p.
func (a Actor) Require(p Permission, trainersInvite bool) error {
	switch {
	case a.Kind == KindSystem:
		return nil
	case !a.SignedIn():
		return invite.Errorf(invite.Unauthenticated, "", "sign in first")
	case !slices.Contains(Permissions(a.Role, trainersInvite), p):
		return invite.Errorf(invite.Forbidden, "", "your role does not allow this (it needs %s)", p)
	}
	return nil
}

// kindOf returns the kind of actor that signs in under role, false for no role
// of ours.
func kindOf(role invite.Role) (Kind, bool) {
	switch role {
	case invite.Owner, invite.Leader, invite.Trainer:
		return KindStaff, true
	case invite.Client:
		return KindClient, true
	case invite.Support:
		return KindSupport, true
	}
	return KindAnonymous, false
}
