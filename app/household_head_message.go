package app

import (
	"context"
	"errors"
	"time"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// AdditionSender mails or texts somebody whom the head of a household added.
// Such a message is not an invitation: it leaves at once.
type AdditionSender interface {
	// SendAddition makes one attempt. It returns Unsent where the message did
	// not leave, and any other error for a fault of ours.
	SendAddition(ctx context.Context, m AdditionMessage) error
}

// Unsent says why a message did not leave, in a sentence that may be stored and
// shown: it holds nothing of the message.
type Unsent string

// Error returns the sentence.
func (u Unsent) Error() string { return string(u) }

// AdditionMessage is a message with a link to confirm.
type AdditionMessage struct {
	Channel      invite.Channel
	To           string
	Name         string
	Head         string // who added the person
	Household    string // what it is called
	Organization invite.Organization
	Token        string // of the link
	Lifetime     time.Duration
}

// letter is a message to be sent once the addition is committed.
type letter struct {
	addition invite.ID
	hash     []byte // of the token
	message  AdditionMessage
}

// letterTo makes the message to confirm, with a token of its own.
func (a *App) letterTo(h *home, to invite.Addition) (letter, error) {
	token, err := auth.NewLinkToken(a.Random)
	if err != nil {
		return letter{}, err
	}
	head, _, err := h.member(h.actor.Contact)
	if err != nil {
		return letter{}, err
	}
	return letter{
		addition: to.ID, hash: a.Keys.Lookup(auth.ForLinkToken, token),
		message: AdditionMessage{
			Channel: to.Channel, To: to.Address, Name: to.Name, Head: head.Label(), Household: h.household.Name,
			Organization: h.organization, Token: token, Lifetime: invite.AdditionLife,
		},
	}, nil
}

// post sends a message and writes down what became of it. A message that does
// not leave is no failure of what the head did: the member shows why, and can
// be sent another. Nor is a head who does not wait for it.
func (a *App) post(ctx context.Context, h home, l letter) {
	ctx = context.WithoutCancel(ctx)
	sending, cancel := context.WithTimeout(ctx, invite.CallTimeout)
	defer cancel()
	problem := a.attempt(sending, l)
	err := a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		current, err := tx.RecordAddition(ctx, l.addition, l.hash, problem)
		if err != nil || !current || problem == "" {
			return nil, err
		}
		return []invite.Fact{h.changed(nil, "The message to "+l.message.Name+" did not leave")}, nil
	})
	if err != nil {
		a.Log.ErrorContext(ctx, "message to a household's member not recorded", "addition", l.addition, "err", err)
	}
}

// attempt returns why the message did not leave, "" where it did.
func (a *App) attempt(ctx context.Context, l letter) string {
	err := a.Additions.SendAddition(ctx, l.message)
	if err == nil {
		return ""
	}
	var unsent Unsent
	if errors.As(err, &unsent) {
		return unsent.Error()
	}
	a.Log.ErrorContext(ctx, "message to a household's member not sent", "addition", l.addition, "err", err)
	return "The message could not be sent; the address may be wrong."
}

// limitMails counts a message to a stranger, so that no household becomes a
// way to write to the world.
func (a *App) limitMails(ctx context.Context, h home) error {
	return a.limit(ctx, "household:"+string(h.household.ID), a.Limits.HouseholdMails)
}
