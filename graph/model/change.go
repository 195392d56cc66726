package model

import (
	"time"

	"usher/invite"
)

// OrganizationChange is a fact that screens follow beside the invitations.
type OrganizationChange struct {
	Fact invite.Fact
}

// Cursor is the fact's place in the stream.
func (c OrganizationChange) Cursor() string { return EventCursor(*c.Fact.Position) }

// At is when it happened.
func (c OrganizationChange) At() time.Time { return c.Fact.At }

// Kind is what happened.
func (c OrganizationChange) Kind() invite.FactKind { return c.Fact.Kind }

// Actor is who did it.
func (c OrganizationChange) Actor() string { return c.Fact.ActorName }

// Reason is why, nil where nothing was said.
func (c OrganizationChange) Reason() *string {
	if c.Fact.Reason == "" {
		return nil
	}
	return &c.Fact.Reason
}
