package app

import (
	"context"
	"time"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// SendAction is what is sent: first rounds or further ones.
type SendAction string

// The actions.
const (
	SendInvite SendAction = "INVITE" // what inviteContacts does
	SendAgain  SendAction = "RESEND" // what resendInvitations does
)

func (s SendAction) permission() auth.Permission {
	if s == SendAgain {
		return auth.Resend
	}
	return auth.Invite
}

// mutation is the name under which idempotency keys are kept.
func (s SendAction) mutation() string {
	if s == SendAgain {
		return "resendInvitations"
	}
	return "inviteContacts"
}

// planner decides what an action makes of each contact. A mutation reads the
// contacts with their locks, a preview without: the decisions are the same.
type planner struct {
	read     *store.Reader
	contacts func(context.Context, store.Scope, []invite.ID) ([]invite.Contact, error)
	now      time.Time
	actor    auth.Actor
	org      invite.Organization
}

// plan is what an action makes of each of the contacts, in the order of the
// input. Nothing of it is written yet.
type plan struct {
	branches branches
	items    []Invited // of those who are sent to, without the invitation
	sendings []sending
}

// plan decides for every contact that the input selects. It reads a handful of
// times, however many they are.
func (p planner) plan(ctx context.Context, action SendAction, in InviteInput) (plan, error) {
	list, err := p.selected(ctx, in) // only now: an earlier call with the key may have changed whom a filter finds
	if err != nil {
		return plan{}, err
	}
	b, err := loadBranches(ctx, p.read, p.org)
	if err != nil {
		return plan{}, err
	}
	decide := func(c invite.Contact) (sending, error) {
		if refusal := c.Invitable(in.Text.rule(b.policyOf(c)), p.now); refusal != nil {
			return sending{}, refusal
		}
		return firstRound(c, b.policyOf(c), in.Text, p.now), nil
	}
	if action == SendAgain {
		before, err := p.history(ctx, list)
		if err != nil {
			return plan{}, err
		}
		decide = func(c invite.Contact) (sending, error) { return before.again(c, b.policyOf(c), in.Text, p.now) }
	}
	out := plan{branches: b, items: make([]Invited, len(list))}
	for n, c := range list {
		item := &out.items[n]
		item.Contact = c.ID
		if item.Skipped = b.refuseTrainer(p.actor, c); item.Skipped != nil {
			continue
		}
		s, err := decide(c)
		refusals, expected := invite.Refusals(err)
		switch {
		case expected:
			refusal := *refusals[0]
			refusal.Field = "" // the contact is to blame
			item.Skipped = &refusal
		case err != nil:
			return plan{}, err
		default:
			out.sendings = append(out.sendings, s)
		}
	}
	return out, nil
}

// selected returns the contacts that the input selects, in its order, each
// once. NOT_FOUND where one is not to be seen.
func (p planner) selected(ctx context.Context, in InviteInput) ([]invite.Contact, error) {
	scope := ScopeOf(p.actor).Within(p.org.ID)
	ids, err := p.chosen(ctx, scope, in)
	if err != nil {
		return nil, err
	}
	found, err := p.contacts(ctx, scope, ids)
	if err != nil {
		return nil, err
	}
	if len(found) != len(ids) {
		return nil, invite.Errorf(invite.NotFound, "input.contacts", "%d of the contacts do not exist.", len(ids)-len(found))
	}
	byID := map[invite.ID]invite.Contact{}
	for _, c := range found {
		byID[c.ID] = c
	}
	list := make([]invite.Contact, len(ids))
	for n, id := range ids {
		list[n] = byID[id]
	}
	return list, nil
}

// chosen returns the ids that the input names or its filter finds, each once.
func (p planner) chosen(ctx context.Context, scope store.Scope, in InviteInput) ([]invite.ID, error) {
	limit := p.org.Policy().MaxBulkCreate
	if (in.Contacts == nil) == (in.Filter == nil) {
		return nil, invite.Errorf(invite.Required, "input.contacts", "Give either contacts or filter.")
	}
	ids := in.Contacts
	if in.Filter != nil {
		page, err := p.read.ContactPage(ctx, scope, *in.Filter, store.ContactSort{By: store.ByName}, nil, limit+1, p.now)
		if err != nil {
			return nil, err
		}
		for _, c := range page {
			ids = append(ids, c.ID)
		}
	}
	ids = invite.Unique(ids)
	switch {
	case len(ids) > limit:
		return nil, invite.Errorf(invite.TooMany, "input.contacts", "At most %d contacts at once; choose fewer. Nothing was queued.", limit)
	case len(ids) == 0 && in.Filter != nil:
		return nil, invite.Errorf(invite.Required, "input.filter", "No contact matches the filter.")
	case len(ids) == 0:
		return nil, invite.Errorf(invite.Required, "input.contacts", "Choose 1 to %d contacts.", limit)
	}
	return ids, nil
}

// history is the contacts' open or last invitations, by id, with their rounds.
type history struct {
	invitations map[invite.ID]invite.Invitation
	rounds      map[invite.ID][]invite.Round
}

func (p planner) history(ctx context.Context, contacts []invite.Contact) (history, error) {
	h := history{map[invite.ID]invite.Invitation{}, map[invite.ID][]invite.Round{}}
	var ids []invite.ID
	for _, c := range contacts {
		if c.InvitationID != nil {
			ids = append(ids, *c.InvitationID)
		}
	}
	invitations, err := p.read.Invitations(ctx, store.InOrganization(p.org.ID), ids)
	if err != nil {
		return h, err
	}
	for _, i := range invitations {
		h.invitations[i.ID] = i
	}
	rounds, err := p.read.RoundsOfInvitations(ctx, ids)
	for _, r := range rounds {
		h.rounds[r.InvitationID] = append(h.rounds[r.InvitationID], r)
	}
	return h, err
}

// again returns the next round of the contact's invitation, or why there is
// none.
func (h history) again(c invite.Contact, p invite.Policy, text InvitationText, now time.Time) (sending, error) {
	switch {
	case c.InvitationID != nil:
		return nextRound(c, h.invitations[*c.InvitationID], h.rounds[*c.InvitationID], p, text, now)
	case c.Status == invite.Registered:
		return sending{}, joinedAlready(c)
	}
	return sending{}, invite.Errorf(invite.NotResendable, "", "%s was never invited; invite instead.", c.Label())
}
