package store

import (
	"context"
	"time"

	"github.com/lib/pq"

	"usher/invite"
)

const invitationColumns = `i.id, i.organization_id, i.contact_id, i.state, i.round, i.ttl_days, i.channels, i.reminder_days_before,
	i.subject, i.body, i.button, i.sent_at, i.expires_at, i.accepted_at, i.end_reason, i.created_by_name, i.created_at`
const invitationsFrom = ` FROM invitations i JOIN contacts c ON c.id = i.contact_id WHERE `

// Invitations returns those of ids that the scope sees, in any order.
func (r *Reader) Invitations(ctx context.Context, s Scope, ids []invite.ID) ([]invite.Invitation, error) {
	var q query
	q.add(`SELECT `+invitationColumns+invitationsFrom+`i.id = ANY(?) AND `, pq.Array(ids)).contacts(s, "c")
	var out []invite.Invitation
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// Invitation returns one invitation, or NOT_FOUND.
func (r *Reader) Invitation(ctx context.Context, s Scope, id invite.ID) (invite.Invitation, error) {
	return One(r.Invitations(ctx, s, []invite.ID{id}))
}

// InvitationsOfContacts returns up to perContact invitations of each of the
// contacts, newest first.
func (r *Reader) InvitationsOfContacts(ctx context.Context, s Scope, contacts []invite.ID, perContact int) ([]invite.Invitation, error) {
	var q query
	q.add(`SELECT `+invitationColumns+` FROM contacts c CROSS JOIN LATERAL (
    SELECT * FROM invitations n WHERE n.contact_id = c.id ORDER BY n.created_at DESC, n.id DESC LIMIT ?) i
WHERE c.id = ANY(?) AND `, perContact, pq.Array(contacts)).contacts(s, "c")
	q.add(` ORDER BY i.contact_id, i.created_at DESC, i.id DESC`)
	var out []invite.Invitation
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

const insertInvitations = `
INSERT INTO invitations (id, organization_id, contact_id, state, round, ttl_days, channels, reminder_days_before,
    subject, body, button, end_reason, created_by_name, created_at)
SELECT id, $1, contact_id, state, 1, ttl_days, channels, reminder, subject, body, button, '', created_by_name, $2
FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::int[], $7::text[], $8::int[], $9::text[], $10::text[], $11::text[], $12::text[])
  AS t (id, contact_id, state, ttl_days, channels, reminder, subject, body, button, created_by_name)`

// InsertInvitations adds first-round invitations of one organization in one
// statement and makes each its contact's current one. It returns
// ALREADY_INVITED where a contact has an open invitation; the caller holds the
// contacts' locks and has looked.
func (tx *Tx) InsertInvitations(ctx context.Context, organization invite.ID, list []invite.Invitation) error {
	if len(list) == 0 {
		return nil
	}
	var col struct {
		ids, contacts                                      []invite.ID
		states, channels, subjects, bodies, buttons, names []string
		ttls, reminders                                    []int64
	}
	for _, i := range list {
		col.ids = append(col.ids, i.ID)
		col.contacts = append(col.contacts, i.ContactID)
		col.states = append(col.states, string(i.State))
		col.ttls = append(col.ttls, int64(i.TTLDays))
		col.channels = append(col.channels, string(i.Channels))
		col.reminders = append(col.reminders, int64(i.ReminderDaysBefore))
		col.subjects = append(col.subjects, i.Subject)
		col.bodies = append(col.bodies, i.Body)
		col.buttons = append(col.buttons, i.Button)
		col.names = append(col.names, i.CreatedByName)
	}
	_, err := tx.exec(ctx, insertInvitations, organization, tx.now, pq.Array(col.ids), pq.Array(col.contacts), pq.Array(col.states),
		pq.Array(col.ttls), pq.Array(col.channels), pq.Array(col.reminders), pq.Array(col.subjects), pq.Array(col.bodies),
		pq.Array(col.buttons), pq.Array(col.names))
	if violates(err, "invitations_open_key") {
		return invite.Errorf(invite.AlreadyInvited, "", "A contact has an open invitation already; resend it instead.")
	}
	if err != nil {
		return err
	}
	return tx.showOnContacts(ctx, list)
}

const saveInvitations = `
UPDATE invitations i SET state = t.state, round = t.round, channels = t.channels, subject = t.subject, body = t.body,
    button = t.button, ttl_days = t.ttl_days, reminder_days_before = t.reminder, sent_at = t.sent_at,
    expires_at = t.expires_at, accepted_at = t.accepted_at, end_reason = t.end_reason
FROM unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::int[],
    $10::timestamptz[], $11::timestamptz[], $12::timestamptz[], $13::text[])
  AS t (id, state, round, channels, subject, body, button, ttl_days, reminder, sent_at, expires_at, accepted_at, end_reason)
WHERE i.id = t.id`

// SaveInvitations stores changed invitations and shows them on their contacts.
// The caller holds the contacts' locks.
func (tx *Tx) SaveInvitations(ctx context.Context, list ...invite.Invitation) error {
	if len(list) == 0 {
		return nil
	}
	var col struct {
		ids                                                  []invite.ID
		states, channels, subjects, bodies, buttons, reasons []string
		rounds, ttls, reminders                              []int64
		sent, expires, accepted                              []*time.Time
	}
	for _, i := range list {
		col.ids = append(col.ids, i.ID)
		col.states = append(col.states, string(i.State))
		col.rounds = append(col.rounds, int64(i.Round))
		col.channels = append(col.channels, string(i.Channels))
		col.subjects = append(col.subjects, i.Subject)
		col.bodies = append(col.bodies, i.Body)
		col.buttons = append(col.buttons, i.Button)
		col.ttls = append(col.ttls, int64(i.TTLDays))
		col.reminders = append(col.reminders, int64(i.ReminderDaysBefore))
		col.sent = append(col.sent, i.SentAt)
		col.expires = append(col.expires, i.ExpiresAt)
		col.accepted = append(col.accepted, i.AcceptedAt)
		col.reasons = append(col.reasons, i.EndReason)
	}
	_, err := tx.exec(ctx, saveInvitations, pq.Array(col.ids), pq.Array(col.states), pq.Array(col.rounds), pq.Array(col.channels),
		pq.Array(col.subjects), pq.Array(col.bodies), pq.Array(col.buttons), pq.Array(col.ttls), pq.Array(col.reminders),
		pq.Array(col.sent), pq.Array(col.expires), pq.Array(col.accepted), pq.Array(col.reasons))
	if err != nil {
		return err
	}
	return tx.showOnContacts(ctx, list)
}

const showOnContacts = `
UPDATE contacts c SET invitation_id = t.invitation_id, updated_at = $1,
    status = CASE WHEN c.account_id IS NOT NULL THEN 'REGISTERED' ELSE t.status END,
    lapses_at = CASE WHEN c.account_id IS NULL AND t.status = 'PENDING' THEN t.lapses_at END
FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[]) AS t (contact_id, invitation_id, status, lapses_at)
WHERE c.id = t.contact_id`

// showOnContacts keeps each contact's derived status beside its source.
func (tx *Tx) showOnContacts(ctx context.Context, list []invite.Invitation) error {
	var contacts, ids []invite.ID
	var statuses []string
	var lapses []*time.Time
	for _, i := range list {
		contacts = append(contacts, i.ContactID)
		ids = append(ids, i.ID)
		statuses = append(statuses, string(i.ContactStatus()))
		lapses = append(lapses, i.ExpiresAt)
	}
	_, err := tx.exec(ctx, showOnContacts, tx.now, pq.Array(contacts), pq.Array(ids), pq.Array(statuses), pq.Array(lapses))
	return err
}

// orZero returns an id below every other where id is empty.
func orZero(id invite.ID) invite.ID {
	if id == "" {
		return "00000000-0000-0000-0000-000000000000"
	}
	return id
}
