package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// sessionLife is how long a sign-in lives without being used.
const sessionLife = 30 * 24 * time.Hour

// Signed is a sign-in that was opened or renewed.
type Signed struct {
	Actor         auth.Actor
	AccessToken   string
	AccessExpires time.Time
	RefreshToken  string
	Expires       time.Time // of the refresh token
	Issued        time.Time
}

// SignIn opens the membership that the account used last.
//
// Refusals: RATE_LIMITED, WRONG_CREDENTIALS (one answer, and the same work,
// for every pair that does not match), and, only after the password was right,
// OFFLINE_CLIENT or NOT_ALLOWED where no membership can be opened.
func (a *App) SignIn(ctx context.Context, from Visitor, email, password string) (Signed, error) {
	email = strings.ToLower(strings.TrimSpace(email))
	if err := a.limit(ctx, "signin:address:"+from.prefix(), a.Limits.SignInByAddress); err != nil {
		return Signed{}, err
	}
	if err := a.limit(ctx, "signin:email:"+digest(email)+":"+from.prefix(), a.Limits.SignInByEmail); err != nil {
		return Signed{}, err
	}
	account, err := a.verified(ctx, email, password)
	if err != nil {
		return Signed{}, err
	}
	membership, err := a.openable(ctx, account)
	if err != nil {
		return Signed{}, err
	}
	var signed Signed
	err = a.DB.InTx(ctx, func(tx *store.Tx) (err error) {
		signed, err = a.open(ctx, tx, membership)
		return err
	})
	return signed, err
}

// verified returns the account whose password this is, or WRONG_CREDENTIALS.
func (a *App) verified(ctx context.Context, email, password string) (invite.Account, error) {
	wrong := invite.Errorf(invite.WrongCredentials, "input.password", "Email and password do not match. Check both, or ask the place that invited you.")
	if len(password) > auth.MaxPasswordBytes || len(email) > 320 || strings.ContainsRune(email, 0) { // no account has these
		return invite.Account{}, wrong
	}
	account, err := a.DB.AccountByEmail(ctx, email)
	if invite.CodeOf(err) == invite.NotFound {
		if err := a.Hasher.VerifyNone(ctx, password); err != nil {
			return account, err
		}
		return account, wrong
	}
	if err != nil {
		return account, err
	}
	ok, err := a.Hasher.Verify(ctx, password, account.PasswordHash)
	if err == nil && !ok {
		err = wrong
	}
	return account, err
}

// openable returns the membership to open for the account: the one used last
// if it can be opened, else the oldest that can.
func (a *App) openable(ctx context.Context, account invite.Account) (invite.Membership, error) {
	list, err := a.DB.MembershipsOf(ctx, account.ID)
	if err != nil {
		return invite.Membership{}, err
	}
	var refusal error = invite.Errorf(invite.NotAllowed, "", "Your account belongs to no organization any more. Ask the place that invited you.")
	var found *invite.Membership
	for _, m := range list {
		if err := a.mayOpen(ctx, m); err != nil {
			if _, expected := invite.Refusals(err); !expected {
				return m, err
			}
			refusal = err
			continue
		}
		if found == nil || account.LastMembershipID != nil && m.ID == *account.LastMembershipID {
			found = &m
		}
	}
	if found == nil {
		return invite.Membership{}, refusal
	}
	return *found, nil
}

// mayOpen returns why a live membership cannot be opened, or nil.
func (a *App) mayOpen(ctx context.Context, m invite.Membership) error {
	if m.ContactID == nil {
		return nil
	}
	contact, err := a.DB.Contact(ctx, store.InOrganization(*m.OrganizationID), *m.ContactID)
	if err != nil {
		return err
	}
	if contact.ClientType == invite.Offline || contact.ArchivedAt != nil {
		org, err := a.DB.Organization(ctx, store.InOrganization(*m.OrganizationID), *m.OrganizationID)
		if err != nil {
			return err
		}
		return invite.Errorf(invite.OfflineClient, "", "%s keeps your data without app access, so you cannot sign in. Contact: %s.", org.Name, org.Contact()).
			With("organization", org.Name).With("support", org.Contact())
	}
	return nil
}

// open starts a sign-in with the membership.
func (a *App) open(ctx context.Context, tx *store.Tx, m invite.Membership) (Signed, error) {
	s := store.Session{ID: store.NewID(), AccountID: m.AccountID, MembershipID: m.ID, Generation: 1, ExpiresAt: tx.Now().Add(sessionLife)}
	if err := tx.InsertSession(ctx, s); err != nil {
		return Signed{}, err
	}
	return a.sign(s, m, tx.Now())
}

// sign issues the tokens of a sign-in.
func (a *App) sign(s store.Session, m invite.Membership, now time.Time) (Signed, error) {
	actor := auth.Actor{Kind: auth.KindStaff, Account: m.AccountID, Membership: m.ID, Session: s.ID, Role: m.Role}
	switch m.Role {
	case invite.Support:
		actor.Kind = auth.KindSupport
	case invite.Client:
		actor.Kind = auth.KindClient
		actor.Contact = *m.ContactID
	}
	if m.OrganizationID != nil {
		actor.Organization = *m.OrganizationID
	}
	token, expires, err := a.Tokens.IssueAccess(actor, now)
	if err != nil {
		return Signed{}, err
	}
	actor.ExpiresAt = expires
	return Signed{
		Actor: actor, AccessToken: token, AccessExpires: expires,
		RefreshToken: a.Tokens.RefreshToken(s.ID, s.Generation), Expires: s.ExpiresAt, Issued: now,
	}, nil
}

// Refresh exchanges a refresh token for its successor. An old token used again
// ends the sign-in, but for the seconds after a rotation in which it answers
// with the same successor. It returns UNAUTHENTICATED otherwise.
func (a *App) Refresh(ctx context.Context, token string) (Signed, error) {
	ended := invite.Errorf(invite.Unauthenticated, "", "The sign-in has ended. Sign in again.")
	id, generation, err := a.Tokens.ParseRefreshToken(token)
	if err != nil {
		return Signed{}, err
	}
	var signed Signed
	var refused error // kept out of InTx's error, so that ending a reused sign-in is committed
	err = a.DB.InTx(ctx, func(tx *store.Tx) error {
		signed, refused = Signed{}, nil
		s, err := tx.LockSession(ctx, id)
		if invite.CodeOf(err) == invite.NotFound {
			refused = ended
			return nil
		}
		if err != nil {
			return err
		}
		state := auth.SessionState{Generation: s.Generation, RotatedAt: s.RotatedAt, ExpiresAt: s.ExpiresAt}
		if s.EndedAt != nil {
			state.RevokedAt = *s.EndedAt
		}
		switch auth.Refresh(generation, state, tx.Now()) {
		case auth.RefreshRotate:
			s.Generation++
			s.ExpiresAt = tx.Now().Add(sessionLife)
			if err := tx.RotateSession(ctx, s.ID, s.Generation, s.ExpiresAt); err != nil {
				return err
			}
		case auth.RefreshRepeat:
		case auth.RefreshReused:
			refused = ended
			return tx.EndSession(ctx, s.ID)
		default:
			refused = ended
			return nil
		}
		open, err := tx.OpenMembership(ctx, s.ID, tx.Now())
		if invite.CodeOf(err) == invite.NotFound {
			refused = ended
			return nil
		}
		if err != nil {
			return err
		}
		m, err := store.One(tx.Memberships(ctx, []invite.ID{open}))
		if err != nil {
			return err
		}
		signed, err = a.sign(s, m, tx.Now())
		return err
	})
	if err == nil {
		err = refused
	}
	if err != nil {
		a.live.forget(id)
	}
	return signed, err
}

// SignOut ends the actor's sign-in everywhere it is used. Nobody signed in is
// no error.
func (a *App) SignOut(ctx context.Context) error {
	actor := auth.FromContext(ctx)
	if actor.Session == "" {
		return nil
	}
	err := a.DB.InTx(ctx, func(tx *store.Tx) error { return tx.EndSession(ctx, actor.Session) })
	a.live.forget(actor.Session)
	return err
}

// SwitchMembership opens another of the actor's own memberships in the same
// sign-in. It returns NOT_FOUND for anybody else's, and the refusals of
// SignIn.
func (a *App) SwitchMembership(ctx context.Context, to invite.ID) (Signed, error) {
	actor := auth.FromContext(ctx)
	if !actor.SignedIn() {
		return Signed{}, invite.Errorf(invite.Unauthenticated, "", "Sign in first.")
	}
	m, err := store.One(a.DB.Memberships(ctx, []invite.ID{to}))
	if err != nil {
		return Signed{}, err
	}
	if m.AccountID != actor.Account || m.EndedAt != nil {
		return Signed{}, invite.Errorf(invite.NotFound, "input.membership", "No such membership.")
	}
	if err := a.mayOpen(ctx, m); err != nil {
		return Signed{}, err
	}
	var signed Signed
	err = a.DB.InTx(ctx, func(tx *store.Tx) error {
		s, err := tx.LockSession(ctx, actor.Session)
		if err != nil {
			return err
		}
		if err := tx.SwitchSession(ctx, s, m.ID); err != nil {
			return err
		}
		signed, err = a.sign(s, m, tx.Now())
		return err
	})
	a.live.forget(actor.Session)
	return signed, err
}

// digest shortens a personal value for use in a limiter's key.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:12])
}
