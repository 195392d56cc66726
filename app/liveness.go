package app

import (
	"context"
	"sync"
	"time"

	"usher/auth"
	"usher/invite"
)

// liveness remembers for a moment that a sign-in is still good, so that not
// every request asks the database; an ended one is noticed within that moment.
type liveness struct {
	keep time.Duration
	mu   sync.Mutex
	seen map[invite.ID]seen
}

type seen struct {
	membership invite.ID
	until      time.Time
}

// maxSeen bounds the memory; a full map is started anew.
const maxSeen = 50_000

func newLiveness(keep time.Duration) *liveness {
	return &liveness{keep: keep, seen: map[invite.ID]seen{}}
}

func (l *liveness) get(session invite.ID, now time.Time) (invite.ID, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	s, ok := l.seen[session]
	return s.membership, ok && now.Before(s.until)
}

func (l *liveness) put(session, membership invite.ID, now time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.seen) >= maxSeen {
		clear(l.seen)
	}
	l.seen[session] = seen{membership, now.Add(l.keep)}
}

func (l *liveness) forget(session invite.ID) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.seen, session)
}

// Authenticate returns the actor that an access token stands for, or
// UNAUTHENTICATED when the token is not good or its sign-in has ended.
func (a *App) Authenticate(ctx context.Context, token string) (auth.Actor, error) {
	actor, err := a.Tokens.VerifyAccess(token, a.DB.Now())
	if err != nil {
		return auth.Actor{}, err
	}
	return actor, a.StillLive(ctx, actor)
}

// StillLive returns UNAUTHENTICATED when the actor's token or sign-in has
// ended, the membership was withdrawn, or the client became OFFLINE. It
// notices within two seconds.
func (a *App) StillLive(ctx context.Context, actor auth.Actor) error {
	now := a.DB.Now()
	ended := invite.Errorf(invite.Unauthenticated, "", "The sign-in has ended. Sign in again.")
	if !actor.SignedIn() || !now.Before(actor.ExpiresAt) {
		return ended
	}
	membership, known := a.live.get(actor.Session, now)
	if !known {
		var err error
		membership, err = a.DB.OpenMembership(ctx, actor.Session, now)
		if invite.CodeOf(err) == invite.NotFound {
			return ended
		}
		if err != nil {
			return err
		}
		a.live.put(actor.Session, membership, now)
	}
	if membership != actor.Membership {
		return ended
	}
	return nil
}
