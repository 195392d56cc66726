// Package model holds the schema's types that are not types of the rules.
package model

import (
	"strconv"
	"time"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// ErrorCode is the code of a top-level error.
type ErrorCode string

// Codes of top-level errors beside those of the rules.
const (
	Resync                 ErrorCode = "RESYNC"
	BadRequest             ErrorCode = "BAD_REQUEST"
	PersistedQueryNotFound ErrorCode = "PERSISTED_QUERY_NOT_FOUND"
)

// Node is any of the schema's types with an id.
type Node any

// Viewer is the person behind the request.
type Viewer struct {
	Actor auth.Actor
}

// Policy is an effective policy with the source of each field.
type Policy struct {
	invite.Policy
	Sources []PolicySource
}

// NewPolicy returns an effective policy with where its values come from.
func NewPolicy(p invite.Policy, sources []invite.FieldSource) *Policy {
	out := &Policy{Policy: p}
	for _, s := range sources {
		out.Sources = append(out.Sources, PolicySource{Field: s.Field, Source: s.Source})
	}
	return out
}

// SendWindow returns when invitations may leave, nil for any time.
func (p Policy) SendWindow() *SendWindow {
	if p.Window == nil {
		return nil
	}
	w := &SendWindow{From: p.Window.From.String(), To: p.Window.To.String()}
	for n, day := range AllWeekday {
		if p.Window.Days.Has(time.Weekday((n + 1) % 7)) { // time's week begins on Sunday
			w.Days = append(w.Days, day)
		}
	}
	return w
}

// Password returns what a password must have.
func (p Policy) Password() PasswordPolicy { return PasswordPolicy{p.Policy.Password} }

// Subject returns the subject of the invitation email.
func (p Policy) Subject() string { return p.Texts.Subject }

// Body returns the body of the invitation email.
func (p Policy) Body() string { return p.Texts.Body }

// Button returns the text of the button that leads to the join page.
func (p Policy) Button() string { return p.Texts.Button }

// StatusLabels returns the organization's words for each status.
func (p Policy) StatusLabels() []StatusLabel {
	var out []StatusLabel
	for _, s := range Statuses() {
		out = append(out, StatusLabel{Status: s, Label: p.Policy.StatusLabels[s]})
	}
	return out
}

// StageLabels returns the organization's words for each stage.
func (p Policy) StageLabels() []StageLabel {
	var out []StageLabel
	for _, s := range []invite.Stage{invite.Prospect, invite.Trial, invite.Member} {
		out = append(out, StageLabel{Stage: s, Label: p.Policy.StageLabels[s]})
	}
	return out
}

// Statuses returns every status of a contact, in the order of the road into
// the app.
func Statuses() []invite.ContactStatus {
	return []invite.ContactStatus{
		invite.NotInvited, invite.ContactStatus(invite.Queued), invite.ContactStatus(invite.Pending), invite.ContactStatus(invite.Accepted),
		invite.ContactStatus(invite.Declined), invite.ContactStatus(invite.Expired), invite.ContactStatus(invite.Revoked),
		invite.ContactStatus(invite.Failed), invite.Registered,
	}
}

// PasswordPolicy is a password rule.
type PasswordPolicy struct {
	invite.PasswordRule
}

// Rules returns the rule in words, one sentence for each part.
func (p PasswordPolicy) Rules() []string { return p.Parts() }

// ClientType is what a kind of client may do in one organization.
type ClientType struct {
	Key                 invite.ClientType
	InvitedOnAssignment bool
}

// Name returns the type's name.
func (t ClientType) Name() string {
	switch t.Key {
	case invite.FullAccess:
		return "Full Access"
	case invite.FullAccessOneWay:
		return "Full Access, one-way messages"
	}
	return "Offline"
}

// Description says what the type is for.
func (t ClientType) Description() string {
	switch t.Key {
	case invite.FullAccess:
		return "Signs in to the app and exchanges messages with staff."
	case invite.FullAccessOneWay:
		return "Signs in to the app and reads messages from staff, but cannot write."
	}
	return "Has no access to the app and is never invited; staff keep the records."
}

// CanSignIn tells whether clients of the type sign in.
func (t ClientType) CanSignIn() bool { return t.Key != invite.Offline }

// TakesSeat tells whether clients of the type are billed.
func (t ClientType) TakesSeat() bool { return true }

// Messaging tells which way messages flow.
func (t ClientType) Messaging() Messaging {
	switch t.Key {
	case invite.FullAccess:
		return MessagingBothWays
	case invite.FullAccessOneWay:
		return MessagingToClientOnly
	}
	return MessagingNone
}

// ContactConnection is a page of contacts and what its counts are made from.
type ContactConnection struct {
	Edges        []ContactEdge
	Nodes        []invite.Contact
	PageInfo     PageInfo
	Organization invite.ID
	Scope        store.Scope
	Filter       store.ContactFilter
}

// InvitationStatusChange is a fact that changed an invitation's status.
type InvitationStatusChange struct {
	Fact invite.Fact
}

// Cursor is the fact's place in the stream.
func (c InvitationStatusChange) Cursor() string { return EventCursor(*c.Fact.Position) }

// EventCursor writes a position in the stream as subscribers give it back.
func EventCursor(position int64) string { return strconv.FormatInt(position, 36) }

// At is when it happened.
func (c InvitationStatusChange) At() time.Time { return c.Fact.At }

// From is the status before, nil for a new invitation.
func (c InvitationStatusChange) From() *invite.InvitationState { return c.Fact.FromState }

// To is the status after.
func (c InvitationStatusChange) To() invite.InvitationState { return *c.Fact.ToState }

// QueuedRound is a waiting round with its place in its lane.
type QueuedRound struct {
	invite.Round
	Position       int // 1 is next
	ExpectedSendAt *time.Time
}

// LanePriority is what the round goes before and behind.
func (q QueuedRound) LanePriority() LanePriority { return AllLanePriority[q.Priority] }
