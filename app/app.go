// Package app holds Usher's use cases: one method a mutation. Each asks first
// whether the actor may, then locks what it changes, makes a pure transition
// of package invite, saves, and returns the facts that go to the outbox in the
// same transaction. Nothing is published from here: the outbox is the only
// road out.
package app

import (
	"context"
	"io"
	"log/slog"
	"net/netip"
	"slices"
	"time"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// App runs the use cases.
type App struct {
	Deps
	live *liveness
}

// Deps is what the use cases need of the outside.
type Deps struct {
	DB      *store.DB
	Keys    *auth.Keyring
	Tokens  *auth.Tokens
	Hasher  *auth.Hasher
	Limiter Limiter
	Mailer  ProofSender
	Random  io.Reader // randomness of credentials
	Wake    func()    // tells the relay of this process that the outbox has something; never blocks
	Log     *slog.Logger
	Limits  Limits

	Additions AdditionSender // of messages to members of households
}

// Limiter counts attempts.
type Limiter interface {
	// Allow counts an attempt under key and tells whether it is within the
	// limit, and if not, when to try again.
	Allow(ctx context.Context, key string, l Limit) (ok bool, retryAfter time.Duration, err error)
}

// Limit is how many attempts a period allows.
type Limit struct {
	Rate   int // attempts a period; also how many may come at once
	Period time.Duration
}

// ProofSender sends the 6-digit code that proves an address. Such a message is
// not an invitation: it leaves at once.
type ProofSender interface {
	SendProof(ctx context.Context, m Proof) error
}

// Proof is a message with a 6-digit code.
type Proof struct {
	Channel      invite.Channel
	To           string
	Organization invite.Organization
	Code         string
	Lifetime     time.Duration
}

// New returns the use cases over deps.
func New(deps Deps) *App {
	return &App{Deps: deps, live: newLiveness(2 * time.Second)}
}

// Visitor is where a request comes from.
type Visitor struct {
	Address netip.Addr
}

// prefix returns the network that one person is taken to control: a /24 of
// IPv4, a /56 of IPv6 (what providers hand to a home).
func (v Visitor) prefix() string {
	if !v.Address.IsValid() {
		return "unknown"
	}
	bits := 24
	if a := v.Address.Unmap(); a.Is6() {
		bits = 56
	}
	p, err := v.Address.Unmap().Prefix(bits)
	if err != nil {
		return "unknown"
	}
	return p.String()
}

// ScopeOf returns what the actor may see.
func ScopeOf(a auth.Actor) store.Scope {
	switch a.Kind {
	case auth.KindSystem, auth.KindSupport:
		return store.EveryOrganization()
	case auth.KindClient:
		return store.OneContact(a.Organization, a.Contact)
	case auth.KindStaff:
		if a.Role == invite.Trainer {
			return store.OwnClients(a.Organization, a.Membership)
		}
		return store.InOrganization(a.Organization)
	}
	return store.Scope{}
}

// OrganizationOf returns the organization that a call is about: the actor's
// own, or the given one for support. It returns UNAUTHENTICATED, REQUIRED
// where support gave none, or NOT_FOUND for somebody else's.
func OrganizationOf(actor auth.Actor, given *invite.ID) (invite.ID, error) {
	switch {
	case actor.Kind == auth.KindAnonymous:
		return "", invite.Errorf(invite.Unauthenticated, "", "Sign in first.")
	case actor.Organization == "" && given == nil:
		return "", invite.Errorf(invite.Required, "organization", "Name the organization: support staff belong to none.")
	case actor.Organization == "":
		return *given, nil
	case given != nil && *given != actor.Organization:
		return "", invite.Errorf(invite.NotFound, "organization", "No such organization.")
	}
	return actor.Organization, nil
}

// permitted returns the actor and the organization that a call is about, if
// the actor holds the permission somewhere in it. What trainers may do differs
// from location to location: the caller asks again once it knows which.
func (a *App) permitted(ctx context.Context, p auth.Permission, given *invite.ID) (auth.Actor, invite.Organization, error) {
	actor := auth.FromContext(ctx)
	id, err := OrganizationOf(actor, given)
	if err != nil {
		return actor, invite.Organization{}, err
	}
	org, err := a.DB.Organization(ctx, ScopeOf(actor), id)
	if err != nil {
		return actor, org, err
	}
	trainersInvite := org.Policy().TrainersInvite
	if actor.Role == invite.Trainer && !trainersInvite {
		b, err := loadBranches(ctx, &a.DB.Reader, org)
		if err != nil {
			return actor, org, err
		}
		trainersInvite = TrainersInvite(org, b.ordered)
	}
	return actor, org, actor.Require(p, trainersInvite)
}

// TrainersInvite tells whether trainers invite anywhere in the organization:
// each of its locations may override its policy.
func TrainersInvite(org invite.Organization, locations []invite.Location) bool {
	return slices.ContainsFunc(locations, func(l invite.Location) bool { return l.PolicyIn(org).TrainersInvite })
}

// write runs fn in a transaction and puts the facts it returns into the
// outbox with it, in the actor's name.
func (a *App) write(ctx context.Context, fn func(*store.Tx) ([]invite.Fact, error)) error {
	actor := auth.FromContext(ctx)
	name, err := nameOf(ctx, &a.DB.Reader, actor)
	if err != nil {
		return err
	}
	err = a.DB.InTx(ctx, func(tx *store.Tx) error {
		facts, err := fn(tx)
		if err != nil {
			return err
		}
		for i := range facts {
			facts[i].ActorKind = string(actor.Kind)
			facts[i].ActorName = name
			if actor.Membership != "" {
				facts[i].ActorID = &actor.Membership
			}
		}
		return tx.Append(ctx, facts)
	})
	if err == nil {
		a.Wake()
	}
	return err
}

// nameOf returns the name under which the actor's doings are remembered.
func nameOf(ctx context.Context, r *store.Reader, actor auth.Actor) (string, error) {
	switch {
	case actor.Name != "":
		return actor.Name, nil
	case actor.Account == "":
		return "the invitee", nil
	}
	account, err := r.Account(ctx, actor.Account)
	return account.Name, err
}

// limit counts an attempt and returns RATE_LIMITED when there were too many.
// A limiter that does not answer limits nobody: its own fallback has spoken.
func (a *App) limit(ctx context.Context, key string, l Limit) error {
	ok, retry, err := a.Limiter.Allow(ctx, key, l)
	if err != nil {
		a.Log.WarnContext(ctx, "limiter", "err", err)
		return nil
	}
	if !ok {
		return &RateLimit{RetryAfter: retry}
	}
	return nil
}

// RateLimit is the refusal of one attempt too many.
type RateLimit struct {
	RetryAfter time.Duration
}

// Error tells when to try again.
func (r *RateLimit) Error() string { return "too many attempts; try again in " + r.RetryAfter.String() }

// Unwrap returns the refusal with its code.
func (r *RateLimit) Unwrap() error {
	return invite.Errorf(invite.RateLimited, "", "Too many attempts. Try again in %d seconds.", int(r.RetryAfter.Seconds())+1)
}

// Limits on what strangers may call, and on what takes long.
type Limits struct {
	SignInByAddress   Limit // sign-ins from one network
	SignInByEmail     Limit // sign-ins to one email from one network
	CredentialByPlace Limit // looks at links and codes, and registrations, from one network
	TypedCodes        Limit // typed codes in all; links are never slowed by it
	ProofMails        Limit // 6-digit codes to one address for one invitation or pass
	ProofsBySubject   Limit // 6-digit codes for one invitation or pass, to whatever address
	NewInvitations    Limit // requests for a new message by one link
	HouseholdMails    Limit // messages to strangers for one household
	Prints            Limit // sheets of access passes that one person opens
}

// DefaultLimits are those of production.
func DefaultLimits() Limits {
	return Limits{
		SignInByAddress:   Limit{Rate: 60, Period: time.Minute},
		SignInByEmail:     Limit{Rate: 10, Period: 5 * time.Minute},
		CredentialByPlace: Limit{Rate: 60, Period: time.Minute},
		TypedCodes:        Limit{Rate: 600, Period: time.Minute},
		ProofMails:        Limit{Rate: 3, Period: 10 * time.Minute},
		ProofsBySubject:   Limit{Rate: 20, Period: time.Hour},
		NewInvitations:    Limit{Rate: 3, Period: time.Hour},
		HouseholdMails:    Limit{Rate: 20, Period: time.Hour},
		Prints:            Limit{Rate: 30, Period: time.Minute},
	}
}
