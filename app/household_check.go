package app

import (
	"slices"
	"strconv"
	"strings"

	"usher/invite"
)

// describe gives h the name and the address of an input, where it has them.
func describe(h *invite.Household, name, address *string) error {
	var errs invite.Errors
	if name != nil {
		clean, err := invite.CleanName("input.name", *name)
		if err == nil && clean == "" {
			err = invite.Errorf(invite.Required, "input.name", "Enter a name, 1 to %d characters.", invite.MaxNameLength)
		}
		if err != nil {
			errs = append(errs, err)
		}
		h.Name = clean
	}
	if address != nil {
		clean, err := invite.CleanAddress("input.address", *address)
		if err != nil {
			errs = append(errs, err)
		}
		h.Address = clean
	}
	return errs.Or()
}

// countMembers returns why an input may not name so many members.
func countMembers(field string, ids []invite.ID, least int) error {
	switch {
	case len(ids) > invite.MaxHouseholdSize:
		return householdTooBig(field)
	case len(ids) < least:
		return invite.Errorf(invite.Required, field, "Choose 1 to %d members.", invite.MaxHouseholdSize)
	}
	return nil
}

func householdTooBig(field string) *invite.Error {
	return invite.Errorf(invite.TooMany, field, "A household has at most %d members; choose fewer. Nothing was changed.", invite.MaxHouseholdSize).
		With("limit", strconv.Itoa(invite.MaxHouseholdSize))
}

// joinable returns why contacts cannot become members of h.
func joinable(field string, h invite.Household, contacts []invite.Contact) invite.Errors {
	var errs invite.Errors
	if gone := labelsWhere(contacts, func(c invite.Contact) bool { return c.ArchivedAt != nil }); gone != "" {
		errs = append(errs, invite.Errorf(invite.ContactArchived, field, "Archived: %s. Restore them first.", gone).With("names", gone))
	}
	if elsewhere := labelsWhere(contacts, func(c invite.Contact) bool { return c.LocationID != h.LocationID }); elsewhere != "" {
		errs = append(errs, invite.Errorf(invite.Invalid, field, "Of another location: %s. The members of a household belong to one location.", elsewhere).With("names", elsewhere))
	}
	return errs
}

// mayBecomeHead returns why staff cannot make head the head of a household
// with these members, or nil. The head need not have joined yet.
func mayBecomeHead(members []invite.Contact, head invite.ID) error {
	at := slices.IndexFunc(members, func(c invite.Contact) bool { return c.ID == head })
	switch {
	case at < 0:
		return invite.Errorf(invite.Invalid, "input.head", "The head is one of the members.")
	case members[at].ClientType == invite.Offline:
		return invite.Errorf(invite.OfflineClient, "input.head", "%s is an offline client and cannot sign in; choose another head or change the client type first.", members[at].Label()).
			With("name", members[at].Label())
	}
	return nil
}

// labelsWhere returns what the contacts that match are called, "" where none
// does: the first few by name, the others as a number.
func labelsWhere(contacts []invite.Contact, match func(invite.Contact) bool) string {
	const most = 3
	var names []string
	for _, c := range contacts {
		if match(c) {
			names = append(names, c.Label())
		}
	}
	if more := len(names) - most; more > 0 {
		names = append(names[:most], "and "+strconv.Itoa(more)+" more")
	}
	return strings.Join(names, ", ")
}

// householdFact is a change of a household, about a contact where c is not
// nil.
func householdFact(h invite.Household, c *invite.Contact, reason string) invite.Fact {
	f := invite.Fact{Kind: invite.HouseholdChanged, OrganizationID: h.OrganizationID, LocationID: &h.LocationID, HouseholdID: &h.ID, Reason: reason}
	if c != nil {
		f.ContactID = &c.ID
	}
	return f
}

func sameID(a, b *invite.ID) bool {
	return (a == nil) == (b == nil) && (a == nil || *a == *b)
}

func idsOf(contacts []invite.Contact) []invite.ID {
	ids := make([]invite.ID, len(contacts))
	for n, c := range contacts {
		ids[n] = c.ID
	}
	return ids
}
