package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"usher/invite"
	"usher/store"
)

// maxGroupMembers is how many contacts one call puts into a group, and how
// many it takes out.
const maxGroupMembers = 200

// MembersInput says who comes into a group and who leaves it.
type MembersInput struct {
	Group  invite.ID
	Add    []invite.ID
	Remove []invite.ID
}

// MembersResult is a group, and how many came and left.
type MembersResult struct {
	Group          invite.Group
	Added, Removed int
}

// UpdateGroupMembers puts contacts into a group and takes others out, all or
// nothing. Who is in it already, or not in it, is no error and is not counted.
// Permission MANAGE_GROUPS. Refusals: TOO_MANY, INVALID for a contact that
// stands in both lists; NOT_FOUND for contacts of another organization.
func (a *App) UpdateGroupMembers(ctx context.Context, in MembersInput) (MembersResult, error) {
	g, err := a.group(ctx, in.Group)
	if err != nil {
		return MembersResult{}, err
	}
	in.Add, in.Remove = invite.Unique(in.Add), invite.Unique(in.Remove)
	if err := in.check(); err != nil {
		return MembersResult{}, err
	}
	out := MembersResult{Group: g}
	err = a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		contacts, err := in.lock(ctx, tx, g)
		if err != nil {
			return nil, err
		}
		came, err := tx.JoinGroup(ctx, g, in.Add)
		if err != nil {
			return nil, err
		}
		left, err := tx.LeaveGroup(ctx, g.ID, in.Remove)
		if err != nil {
			return nil, err
		}
		out.Added, out.Removed = len(came), len(left)
		return membersChanged(g, contacts, came, left), nil
	})
	return out, err
}

func (in MembersInput) check() error {
	switch {
	case len(in.Add) > maxGroupMembers:
		return tooManyMembers("input.add")
	case len(in.Remove) > maxGroupMembers:
		return tooManyMembers("input.remove")
	case slices.ContainsFunc(in.Remove, func(id invite.ID) bool { return slices.Contains(in.Add, id) }):
		return invite.Errorf(invite.Invalid, "input.remove", "A contact stands either in add or in remove.")
	}
	return nil
}

func tooManyMembers(field string) error {
	return invite.Errorf(invite.TooMany, field, "At most %d contacts at once; choose fewer. Nothing was changed.", maxGroupMembers)
}

// lock makes other changes of the contacts wait, and keeps the group from
// being deleted meanwhile; it returns the contacts.
func (in MembersInput) lock(ctx context.Context, tx *store.Tx, g invite.Group) ([]invite.Contact, error) {
	scope := store.InOrganization(g.OrganizationID)
	all := slices.Concat(in.Add, in.Remove)
	contacts, err := tx.LockContacts(ctx, scope, all)
	if err != nil {
		return nil, err
	}
	if len(contacts) != len(all) {
		known := func(id invite.ID) bool {
			return slices.ContainsFunc(contacts, func(c invite.Contact) bool { return c.ID == id })
		}
		field := "input.remove"
		if slices.ContainsFunc(in.Add, func(id invite.ID) bool { return !known(id) }) {
			field = "input.add"
		}
		return nil, invite.Errorf(invite.NotFound, field, "No such contact.")
	}
	_, err = store.One(tx.KeepGroups(ctx, scope, []invite.ID{g.ID}))
	return contacts, err
}

// groupChanged starts a fact about the group.
func groupChanged(g invite.Group, reason string, args ...any) invite.Fact {
	return invite.Fact{Kind: invite.GroupChanged, OrganizationID: g.OrganizationID, GroupID: &g.ID}.Because(fmt.Sprintf(reason, args...))
}

// membersChanged returns the fact that contacts came into the group and
// others left it; none where nobody did. Where it is one person, the fact is
// about them, so that their trainer hears of it.
func membersChanged(g invite.Group, contacts []invite.Contact, came, left []invite.ID) []invite.Fact {
	if len(came)+len(left) == 0 {
		return nil
	}
	var parts []string
	if len(came) > 0 {
		parts = append(parts, fmt.Sprintf("%s came into %s", people(contacts, came), g.Name))
	}
	if len(left) > 0 {
		parts = append(parts, fmt.Sprintf("%s left %s", people(contacts, left), g.Name))
	}
	f := groupChanged(g, "%s", strings.Join(parts, ", "))
	if len(came)+len(left) == 1 {
		n := slices.IndexFunc(contacts, func(c invite.Contact) bool { return c.ID == slices.Concat(came, left)[0] })
		f.ContactID, f.LocationID = &contacts[n].ID, &contacts[n].LocationID
	}
	return []invite.Fact{f}
}

// people names the only one of the ids, and counts several.
func people(contacts []invite.Contact, ids []invite.ID) string {
	if len(ids) > 1 {
		return fmt.Sprintf("%d people", len(ids))
	}
	n := slices.IndexFunc(contacts, func(c invite.Contact) bool { return c.ID == ids[0] })
	return contacts[n].Label()
}

// regroup makes the contact's groups exactly these and returns the facts.
func regroup(ctx context.Context, tx *store.Tx, c invite.Contact, to []invite.ID) ([]invite.Fact, error) {
	came, left, err := tx.SetGroups(ctx, c, to)
	if err != nil {
		return nil, err
	}
	found, err := tx.Groups(ctx, store.InOrganization(c.OrganizationID), slices.Concat(came, left))
	if err != nil {
		return nil, err
	}
	var facts []invite.Fact
	for _, g := range found {
		in, out := []invite.ID{c.ID}, []invite.ID(nil)
		if slices.Contains(left, g.ID) {
			in, out = out, in
		}
		facts = append(facts, membersChanged(g, []invite.Contact{c}, in, out)...)
	}
	return facts, nil
}

// joinGroups puts new contacts into the groups and returns the facts.
func joinGroups(ctx context.Context, tx *store.Tx, organization invite.ID, contacts []invite.Contact, groups []invite.ID) ([]invite.Fact, error) {
	if len(groups) == 0 {
		return nil, nil
	}
	var ids []invite.ID
	for _, c := range contacts {
		ids = append(ids, c.ID)
	}
	if err := tx.JoinGroups(ctx, organization, ids, groups); err != nil {
		return nil, err
	}
	found, err := tx.Groups(ctx, store.InOrganization(organization), groups)
	if err != nil {
		return nil, err
	}
	var facts []invite.Fact
	for _, g := range found {
		facts = append(facts, membersChanged(g, contacts, ids, nil)...)
	}
	return facts, nil
}
