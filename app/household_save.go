package app

import (
	"context"

	"usher/invite"
	"usher/store"
)

// save writes the moves and returns what happened.
func (m *moves) save(ctx context.Context, tx *store.Tx) ([]invite.Fact, error) {
	facts := m.facts()
	settled, err := m.saveContacts(ctx, tx)
	if err != nil {
		return nil, err
	}
	var ended []invite.ID
	for _, o := range m.others {
		if len(o.left) == 0 {
			ended = append(ended, o.household.ID)
		} else if err := tx.SaveHousehold(ctx, o.household); err != nil {
			return nil, err
		}
	}
	if err := tx.MoveAdditions(ctx, ended, m.household.ID); err != nil {
		return nil, err
	}
	if m.over() {
		ended = append(ended, m.household.ID)
	} else if err := tx.SaveHousehold(ctx, m.household); err != nil {
		return nil, err
	}
	return append(facts, settled...), tx.DeleteHouseholds(ctx, ended...)
}

// over tells whether nobody is left in the household.
func (m *moves) over() bool { return len(m.members) == 0 && len(m.removed) > 0 }

func (m *moves) saveContacts(ctx context.Context, tx *store.Tx) ([]invite.Fact, error) {
	if err := tx.SetHousehold(ctx, idsOf(m.added), &m.household.ID); err != nil {
		return nil, err
	}
	if err := tx.SetHousehold(ctx, idsOf(m.removed), nil); err != nil {
		return nil, err
	}
	var facts []invite.Fact
	for _, c := range m.removed {
		if m.settles && c.AccountID != nil {
			settled, err := settleAlone(ctx, tx, c)
			if err != nil {
				return nil, err
			}
			facts = append(facts, settled...)
		}
	}
	return facts, nil
}

// facts says what the moves change, and nothing where they change nothing.
func (m *moves) facts() []invite.Fact {
	facts := m.factsOfOthers()
	note := func(c *invite.Contact, reason string) { facts = append(facts, householdFact(m.household, c, reason)) }
	for _, c := range m.added {
		note(&c, c.Label()+" was added")
	}
	for _, c := range m.removed {
		note(&c, c.Label()+" was taken out")
	}
	if m.household.Name != m.before.Name {
		note(nil, m.before.Name+" is now "+m.household.Name)
	}
	if m.household.Address != m.before.Address {
		note(nil, "The address was changed")
	}
	if m.over() {
		note(nil, m.household.Name+" was deleted: nobody was left")
	}
	for _, c := range m.members {
		if sameID(m.household.HeadID, &c.ID) && !sameID(m.before.HeadID, &c.ID) {
			note(&c, c.Label()+" became head")
		}
	}
	return facts
}

// factsOfOthers says what becomes of the households that members leave.
func (m *moves) factsOfOthers() []invite.Fact {
	var facts []invite.Fact
	for _, o := range m.others {
		for _, c := range m.added {
			if sameID(c.HouseholdID, &o.household.ID) {
				facts = append(facts, householdFact(o.household, &c, c.Label()+" left for "+m.household.Name))
			}
		}
		if len(o.left) == 0 {
			facts = append(facts, householdFact(o.household, nil, o.household.Name+" was deleted: nobody was left"))
		}
	}
	return facts
}
