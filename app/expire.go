package app

import (
	"context"

	"usher/invite"
	"usher/store"
)

// Expire ends those of the invitations that have lapsed: their codes die and
// what of them is not sent is cancelled. Those that have not lapsed stay as
// they are.
func (a *App) Expire(ctx context.Context, ids []invite.ID) error {
	return a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		list, _, err := a.lockInvitations(ctx, tx, ids)
		if err != nil {
			return nil, err
		}
		var changed []invite.Invitation
		var ended []store.Ended
		var facts []invite.Fact
		for _, i := range list {
			next, lapsed := i.Lapse(tx.Now())
			if !lapsed {
				continue
			}
			upTo := i.Round
			if i.SentAt == nil { // a newer round waits or is on its way: it lives
				upTo--
			}
			changed = append(changed, next)
			ended = append(ended, store.Ended{Invitation: i.ID, UpTo: upTo})
			facts = append(facts, i.About(invite.InvitationExpired).Moved(i.State, next.State))
		}
		if err := tx.SaveInvitations(ctx, changed...); err != nil {
			return nil, err
		}
		return facts, tx.EndCredentials(ctx, ended...)
	})
}

// lockInvitations locks the contacts of the invitations and returns both as
// they stand under the locks.
func (a *App) lockInvitations(ctx context.Context, tx *store.Tx, ids []invite.ID) ([]invite.Invitation, map[invite.ID]invite.Contact, error) {
	scope := store.EveryOrganization()
	list, err := tx.Invitations(ctx, scope, ids)
	if err != nil {
		return nil, nil, err
	}
	var contacts []invite.ID
	for _, i := range list {
		contacts = append(contacts, i.ContactID)
	}
	locked, err := tx.LockContacts(ctx, scope, contacts)
	if err != nil {
		return nil, nil, err
	}
	byID := map[invite.ID]invite.Contact{}
	for _, c := range locked {
		byID[c.ID] = c
	}
	list, err = tx.Invitations(ctx, scope, ids)
	return list, byID, err
}

// QueueReminders gives those of the invitations whose reminder is due, and who
// had none in this round, a place in the lane.
func (a *App) QueueReminders(ctx context.Context, ids []invite.ID) error {
	return a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		list, contacts, err := a.lockInvitations(ctx, tx, ids)
		if err != nil {
			return nil, err
		}
		rounds, err := tx.RoundsOfInvitations(ctx, ids)
		if err != nil {
			return nil, err
		}
		reminded := map[invite.ID]int{}
		for _, r := range rounds {
			if r.Purpose == invite.PurposeReminder {
				reminded[r.InvitationID] = r.Number
			}
		}
		var facts []invite.Fact
		for _, i := range list {
			if i.StateAt(tx.Now()) != invite.Pending || i.SentAt == nil || reminded[i.ID] == i.Round {
				continue
			}
			due, on := invite.ReminderAt(*i.ExpiresAt, i.ReminderDaysBefore)
			if !on || due.After(tx.Now()) {
				continue
			}
			c := contacts[i.ContactID]
			r := newRound(i, c, invite.PurposeReminder, invite.Reminder, nil)
			if err := tx.InsertRounds(ctx, i.OrganizationID, []invite.Round{r}); err != nil {
				return nil, err
			}
			if err := tx.InsertDeliveries(ctx, i.OrganizationID, newDeliveries(i, r, c)); err != nil {
				return nil, err
			}
			facts = append(facts, i.About(invite.ReminderQueued).Of(r))
		}
		return facts, nil
	})
}

// PlaceFacts gives committed facts their positions in the stream and returns
// how many it placed.
func (a *App) PlaceFacts(ctx context.Context, limit int) (placed int64, err error) {
	err = a.DB.InTx(ctx, func(tx *store.Tx) (err error) {
		placed, err = tx.PlaceFacts(ctx, limit)
		return err
	})
	return placed, err
}

// Forget deletes what has outlived its use.
func (a *App) Forget(ctx context.Context) error {
	return a.DB.InTx(ctx, func(tx *store.Tx) error { return tx.Forget(ctx) })
}
