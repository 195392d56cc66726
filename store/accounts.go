package store

import (
	"context"
	"time"

	"github.com/lib/pq"

	"usher/invite"
)

const accountColumns = `a.id, a.email, a.name, a.password_hash, a.last_membership_id, a.created_at`

// accounts are not a tenant's rows: an account is seen by whoever sees one of
// its memberships, and the callers of these have seen one, or are signing in.

const accountsByID = `SELECT ` + accountColumns + ` FROM accounts a WHERE a.id = ANY($1)`

// Accounts returns those of ids that exist, in any order.
func (r *Reader) Accounts(ctx context.Context, ids []invite.ID) ([]invite.Account, error) {
	var out []invite.Account
	err := r.list(ctx, &out, accountsByID, pq.Array(ids))
	return out, err
}

// Account returns one account, or NOT_FOUND.
func (r *Reader) Account(ctx context.Context, id invite.ID) (invite.Account, error) {
	return One(r.Accounts(ctx, []invite.ID{id}))
}

const accountByEmail = `SELECT ` + accountColumns + ` FROM accounts a WHERE a.email = $1`

// AccountByEmail returns the account that signs in with email, in lower case,
// or NOT_FOUND.
func (r *Reader) AccountByEmail(ctx context.Context, email string) (invite.Account, error) {
	var a invite.Account
	err := r.get(ctx, &a, accountByEmail, email)
	return a, err
}

const insertAccount = `
INSERT INTO accounts (id, email, name, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)`

// InsertAccount adds an account. It returns ACCOUNT_EXISTS where the email has
// one.
func (tx *Tx) InsertAccount(ctx context.Context, a invite.Account) error {
	_, err := tx.exec(ctx, insertAccount, a.ID, a.Email, a.Name, a.PasswordHash, tx.now)
	if violates(err, "accounts_email_key") {
		return invite.Errorf(invite.AccountExists, "input.email", "This email has an account already; use its password.")
	}
	return err
}

const membershipColumns = `m.id, m.account_id, m.organization_id, m.role, m.contact_id, m.created_at, m.ended_at`

const membershipsByID = `SELECT ` + membershipColumns + ` FROM memberships m WHERE m.id = ANY($1)`

// Memberships returns those of ids that exist, ended ones too, in any order.
func (r *Reader) Memberships(ctx context.Context, ids []invite.ID) ([]invite.Membership, error) {
	var out []invite.Membership
	err := r.list(ctx, &out, membershipsByID, pq.Array(ids))
	return out, err
}

const membershipsOfAccount = `
SELECT ` + membershipColumns + ` FROM memberships m
WHERE m.account_id = $1 AND m.ended_at IS NULL ORDER BY m.created_at, m.id LIMIT 100`

// MembershipsOf returns the live memberships of an account, oldest first.
func (r *Reader) MembershipsOf(ctx context.Context, account invite.ID) ([]invite.Membership, error) {
	var out []invite.Membership
	err := r.list(ctx, &out, membershipsOfAccount, account)
	return out, err
}

const membershipOfContact = `
SELECT ` + membershipColumns + ` FROM memberships m WHERE m.contact_id = $1 AND m.ended_at IS NULL`

// MembershipOfContact returns the live membership of somebody who has joined,
// or NOT_FOUND.
func (r *Reader) MembershipOfContact(ctx context.Context, contact invite.ID) (invite.Membership, error) {
	var m invite.Membership
	err := r.get(ctx, &m, membershipOfContact, contact)
	return m, err
}

const staffOf = `
SELECT ` + membershipColumns + ` FROM memberships m JOIN accounts a ON a.id = m.account_id
WHERE m.organization_id = ANY($1) AND m.role <> 'CLIENT' AND m.ended_at IS NULL ORDER BY a.name, m.id`

// StaffOf returns the live staff memberships of the organizations, by name.
func (r *Reader) StaffOf(ctx context.Context, organizations []invite.ID) ([]invite.Membership, error) {
	var out []invite.Membership
	err := r.list(ctx, &out, staffOf, pq.Array(organizations))
	return out, err
}

const insertMembership = `
INSERT INTO memberships (id, account_id, organization_id, role, contact_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)`

// InsertMembership adds a membership. It returns CONFLICT where the account is
// staff of the organization already, and ALREADY_REGISTERED where somebody has
// joined as the contact.
func (tx *Tx) InsertMembership(ctx context.Context, m invite.Membership) error {
	_, err := tx.exec(ctx, insertMembership, m.ID, m.AccountID, m.OrganizationID, m.Role, m.ContactID, tx.now)
	switch {
	case violates(err, "memberships_staff_key"):
		return invite.Errorf(invite.Conflict, "input.email", "This person is on the staff already.")
	case violates(err, "memberships_contact_key"):
		return invite.Errorf(invite.AlreadyRegistered, "", "Somebody has joined as this contact already.")
	}
	return err
}

const endSessionsOfMembership = `UPDATE sessions SET ended_at = $2 WHERE membership_id = $1 AND ended_at IS NULL`
const endMembership = `UPDATE memberships SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL`

// EndMembership ends a membership and every sign-in that has it open.
func (tx *Tx) EndMembership(ctx context.Context, id invite.ID) error {
	if _, err := tx.exec(ctx, endMembership, id, tx.now); err != nil {
		return err
	}
	_, err := tx.exec(ctx, endSessionsOfMembership, id, tx.now)
	return err
}

// Session is a sign-in.
type Session struct {
	ID           invite.ID
	AccountID    invite.ID
	MembershipID invite.ID
	Generation   int
	RotatedAt    time.Time
	CreatedAt    time.Time
	ExpiresAt    time.Time
	EndedAt      *time.Time
}

const insertSession = `
INSERT INTO sessions (id, account_id, membership_id, rotated_at, created_at, expires_at) VALUES ($1, $2, $3, $4, $4, $5)`

// InsertSession adds a sign-in of generation 1, and makes its membership the
// one that the account used last.
func (tx *Tx) InsertSession(ctx context.Context, s Session) error {
	if _, err := tx.exec(ctx, insertSession, s.ID, s.AccountID, s.MembershipID, tx.now, s.ExpiresAt); err != nil {
		return err
	}
	return tx.useMembership(ctx, s.AccountID, s.MembershipID)
}

const useMembership = `UPDATE accounts SET last_membership_id = $2 WHERE id = $1`

func (tx *Tx) useMembership(ctx context.Context, account, membership invite.ID) error {
	_, err := tx.exec(ctx, useMembership, account, membership)
	return err
}

const lockSession = `
SELECT id, account_id, membership_id, generation, rotated_at, created_at, expires_at, ended_at
FROM sessions WHERE id = $1 FOR UPDATE`

// LockSession returns a sign-in and makes its other users wait, or NOT_FOUND.
func (tx *Tx) LockSession(ctx context.Context, id invite.ID) (Session, error) {
	var s Session
	err := tx.get(ctx, &s, lockSession, id)
	return s, err
}

const rotateSession = `UPDATE sessions SET generation = $2, rotated_at = $3, expires_at = $4 WHERE id = $1`

// RotateSession moves a sign-in to its next generation.
func (tx *Tx) RotateSession(ctx context.Context, id invite.ID, generation int, expires time.Time) error {
	_, err := tx.exec(ctx, rotateSession, id, generation, tx.now, expires)
	return err
}

const switchSession = `UPDATE sessions SET membership_id = $2 WHERE id = $1`

// SwitchSession opens another membership of the account in the sign-in.
func (tx *Tx) SwitchSession(ctx context.Context, s Session, membership invite.ID) error {
	if _, err := tx.exec(ctx, switchSession, s.ID, membership); err != nil {
		return err
	}
	return tx.useMembership(ctx, s.AccountID, membership)
}

const endSession = `UPDATE sessions SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL`

// EndSession ends a sign-in; ending it twice is no error.
func (tx *Tx) EndSession(ctx context.Context, id invite.ID) error {
	_, err := tx.exec(ctx, endSession, id, tx.now)
	return err
}

const endSessionsOfContact = `
UPDATE sessions s SET ended_at = $2 FROM memberships m
WHERE m.contact_id = $1 AND s.membership_id = m.id AND s.ended_at IS NULL`

// EndSessionsOfContact ends every sign-in that is open as the contact.
func (tx *Tx) EndSessionsOfContact(ctx context.Context, contact invite.ID) error {
	_, err := tx.exec(ctx, endSessionsOfContact, contact, tx.now)
	return err
}

const sessionLive = `
SELECT s.membership_id FROM sessions s
JOIN memberships m ON m.id = s.membership_id
LEFT JOIN contacts c ON c.id = m.contact_id
WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > $2 AND m.ended_at IS NULL
  AND (c.id IS NULL OR (c.client_type <> 'OFFLINE' AND c.archived_at IS NULL))`

// OpenMembership returns the membership that a live sign-in has open at now,
// or NOT_FOUND when the sign-in or the membership has ended, or the client may
// no longer sign in.
func (r *Reader) OpenMembership(ctx context.Context, session invite.ID, now time.Time) (invite.ID, error) {
	var id invite.ID
	err := r.get(ctx, &id, sessionLive, session, now)
	return id, err
}
