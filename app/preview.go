package app

import (
	"context"
	"time"

	"usher/invite"
	"usher/store"
)

// SendingPreview is what an action would do now, and the messages that the
// chosen contact would receive.
type SendingPreview struct {
	Queued      int
	Skipped     []Invited
	First, Last *time.Time // when the first and the last would leave; nil where none would
	TTLDays     *int       // of the messages' invitation, else of the first that would leave
	Contact     *invite.ID // whom the messages are for; nil where there are none
	Messages    []Message  // one a channel, with an example for a credential
}

// What stands in a preview in place of a credential. Neither has the form of a
// real one, so that nobody can ever mint it.
const (
	ExampleToken = "0example-example-example0" // a link's token begins with its version, 1
	ExampleCode  = "Y0URC0DE00"                // no code has a U
)

// Rendered is a message as its receiver would see it.
type Rendered struct {
	From     string // of an email: the sender's name and address
	To       string
	Subject  string // of an email
	Text     string
	HTML     string // of an email
	Segments int    // of a text message: how many parts the provider bills
}

// PreviewSending tells what InviteContacts or ResendInvitations would do with
// the input, and how its messages would look to the contact, or to the first
// who would be sent to. It writes nothing and takes no locks. Permission INVITE
// or RESEND.
//
// The refusals are the mutation's, and INVALID for a contact that is not among
// the chosen. What can be told in spite of them stands in the result.
func (a *App) PreviewSending(ctx context.Context, action SendAction, in InviteInput, contact *invite.ID) (SendingPreview, error) {
	actor, org, err := a.permitted(ctx, action.permission(), in.Organization)
	if err != nil {
		return SendingPreview{}, err
	}
	var refused invite.Errors
	if list, expected := invite.Refusals(in.Text.check()); expected {
		refused = list
	}
	now := a.DB.Now()
	p, err := planner{&a.DB.Reader, a.DB.Contacts, now, actor, org}.plan(ctx, action, in)
	if list, expected := invite.Refusals(err); expected {
		return SendingPreview{}, append(refused, list...)
	}
	if err != nil {
		return SendingPreview{}, err
	}
	out := SendingPreview{Queued: len(p.sendings)}
	for _, item := range p.items {
		if item.Skipped != nil {
			out.Skipped = append(out.Skipped, item)
		}
	}
	if out.First, out.Last, err = p.times(ctx, &a.DB.Reader, now); err != nil {
		return SendingPreview{}, err
	}
	if contact != nil && !p.selects(*contact) {
		refused = append(refused, invite.Errorf(invite.Invalid, "contact", "Choose one of the contacts that the input selects."))
	}
	shown := p.shown(contact)
	switch {
	case shown != nil:
		out.TTLDays = &shown.invitation.TTLDays
	case out.Queued > 0:
		out.TTLDays = &p.sendings[0].invitation.TTLDays
	}
	if shown != nil && len(refused) == 0 {
		out.Contact, out.Messages = &shown.contact.ID, shown.messages(org, now)
	}
	return out, refused.Or()
}

func (p plan) selects(id invite.ID) bool {
	for _, item := range p.items {
		if item.Contact == id {
			return true
		}
	}
	return false
}

// shown returns the sending to the contact, or the first; nil where there is
// none.
func (p plan) shown(contact *invite.ID) *sending {
	for n := range p.sendings {
		if contact == nil || p.sendings[n].contact.ID == *contact {
			return &p.sendings[n]
		}
	}
	return nil
}

// messages returns what the sending's contact would receive if it left now.
func (s sending) messages(org invite.Organization, now time.Time) []Message {
	var list []Message
	r := newRound(s.invitation, s.contact, invite.PurposeInvite, invite.Single, nil)
	for _, d := range newDeliveries(s.invitation, r, s.contact) {
		if d.State == invite.Skipped {
			continue
		}
		d.Address, d.CreatedAt = s.contact.AddressFor(d.Channel), now
		list = append(list, message(org, s.contact, s.invitation, d, secret{ExampleToken, ExampleCode}, now))
	}
	return list
}

// times returns when the first and the last of the plan's sendings would leave
// if nothing else were queued; nil where there are none.
func (p plan) times(ctx context.Context, r *store.Reader, now time.Time) (first, last *time.Time, err error) {
	joining := map[invite.ID]*joining{}
	var lanes []store.Joining
	for _, s := range p.sendings {
		id := s.contact.LocationID
		if joining[id] == nil {
			joining[id] = newJoining(id)
		}
		joining[id].add(s)
	}
	for _, j := range joining {
		lanes = append(lanes, j.Joining)
	}
	ahead, err := r.Ahead(ctx, lanes, priorityOf(p.sendings))
	if err != nil {
		return nil, nil, err
	}
	for _, before := range ahead {
		lane, err := p.branches.locations[before.LocationID].LaneIn(p.branches.organization)
		if err != nil {
			return nil, nil, err
		}
		slots := lane.Slots(now, joining[before.LocationID].ranks(before))
		if first == nil || slots[0].Before(*first) {
			first = &slots[0]
		}
		if last == nil || slots[1].After(*last) {
			last = &slots[1]
		}
	}
	return first, last, nil
}

// joining is what a plan puts into one lane: fresh rounds behind those of their
// priority, raised ones among those of priority SINGLE, by their places.
type joining struct {
	store.Joining
	fresh  int
	raised []invite.Round
}

func newJoining(location invite.ID) *joining {
	return &joining{Joining: store.Joining{LocationID: location}}
}

func (j *joining) add(s sending) {
	if s.raised == nil {
		j.fresh++
		return
	}
	if len(j.raised) == 0 || s.raised.Place < j.Lowest {
		j.Lowest = s.raised.Place
	}
	j.Highest = max(j.Highest, s.raised.Place)
	j.raised = append(j.raised, *s.raised)
}

// ranks returns the places in the lane, from 0, of the first and the last of
// what joins it.
func (j *joining) ranks(before store.Ahead) []int {
	first, last := before.Fresh, before.Fresh+j.fresh-1
	if len(j.raised) > 0 {
		first = before.Lowest
	}
	if j.fresh == 0 {
		last = before.Highest
		for _, r := range j.raised { // those that were no SINGLE before it stand before the last one now
			if r.Priority != invite.Single && r.Place < j.Highest {
				last++
			}
		}
	}
	return []int{first, last}
}
