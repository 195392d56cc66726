package app

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"usher/invite"
)

// OwnHousehold is a household as one of its members sees it.
type OwnHousehold struct {
	Organization invite.Organization
	Household    invite.Household
	Members      []OwnMember // the head, then who has joined, then the others, each by name
	IsHead       bool        // whether the member who looks is the head
	Limit        int         // most members that the head may bring it to
}

// OwnMember is a person of it.
type OwnMember struct {
	ID        invite.ID // of the contact or the addition
	Name      string
	Email     string // this and Phone for the head only, of who has not joined
	Phone     string
	State     invite.HouseholdMemberState
	IsHead    bool
	IsViewer  bool
	MayHead   bool       // whether the headship can be handed on to the person
	ExpiresAt *time.Time // when the message to confirm ends; nil where none waits
	Problem   string     // why that did not leave; for the head only
}

// OwnHousehold returns the household that the actor, a client, belongs to.
// It returns UNAUTHENTICATED, FORBIDDEN for staff, and NOT_ALLOWED, with the
// organization, for a client of no household.
func (a *App) OwnHousehold(ctx context.Context) (OwnHousehold, error) {
	h, err := a.ownHome(ctx)
	own := OwnHousehold{
		Organization: h.organization, Household: h.household, Limit: h.policy.MaxHouseholdMembers,
		IsHead: h.refuseOthers() == nil,
	}
	if err != nil {
		return own, err
	}
	now := a.DB.Now()
	for _, c := range h.members {
		own.Members = append(own.Members, h.onFile(c, now, own.IsHead))
	}
	for _, add := range h.additions {
		own.Members = append(own.Members, added(add, now, own.IsHead))
	}
	slices.SortStableFunc(own.Members, func(a, b OwnMember) int {
		return cmp.Or(a.rank()-b.rank(), strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)))
	})
	return own, nil
}

func (m OwnMember) rank() int {
	switch {
	case m.IsHead:
		return 0
	case m.State == invite.MemberRegistered:
		return 1
	}
	return 2
}

func (h *home) onFile(c invite.Contact, now time.Time, toHead bool) OwnMember {
	m := OwnMember{
		ID: c.ID, Name: c.Label(), State: c.MemberStateOf(now), MayHead: c.MayHead(), IsViewer: c.ID == h.actor.Contact,
		IsHead: sameID(h.household.HeadID, &c.ID),
	}
	if c.Name == "" && !toHead { // other members need not see the address that stands for it
		m.Name = cmp.Or(mask(c.Email), mask(c.Phone))
	}
	if toHead && m.State != invite.MemberRegistered {
		m.Email, m.Phone = textOf(c.Email), textOf(c.Phone)
	}
	return m
}

func added(a invite.Addition, now time.Time, toHead bool) OwnMember {
	m := OwnMember{ID: a.ID, Name: a.Name, State: invite.MemberAdded, ExpiresAt: &a.ExpiresAt}
	if a.Lapsed(now) {
		m.State, m.ExpiresAt = invite.MemberLapsed, nil
	}
	if toHead {
		m.Problem = a.Problem
		if a.Channel == invite.Email {
			m.Email = a.Address
		} else {
			m.Phone = a.Address
		}
	}
	return m
}
