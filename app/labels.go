package app

import (
	"context"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// CreateGroup adds a group. Permission MANAGE_GROUPS. Refusals: REQUIRED,
// TOO_LONG, CONFLICT.
func (a *App) CreateGroup(ctx context.Context, organization *invite.ID, name string) (invite.Group, error) {
	_, org, err := a.permitted(ctx, auth.ManageGroups, organization)
	if err != nil {
		return invite.Group{}, err
	}
	g := invite.Group{ID: store.NewID(), OrganizationID: org.ID}
	if g.Name, err = named(name); err != nil {
		return g, err
	}
	return g, a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		return []invite.Fact{groupChanged(g, "%s was created", g.Name)}, tx.InsertGroup(ctx, g)
	})
}

// group finds a group that the actor may change.
func (a *App) group(ctx context.Context, id invite.ID) (invite.Group, error) {
	actor := auth.FromContext(ctx)
	g, err := store.One(a.DB.Groups(ctx, ScopeOf(actor), []invite.ID{id}))
	if err != nil {
		return g, signInFirst(actor, err)
	}
	_, _, err = a.permitted(ctx, auth.ManageGroups, &g.OrganizationID)
	return g, err
}

// RenameGroup renames a group. Permission and refusals as of CreateGroup.
func (a *App) RenameGroup(ctx context.Context, id invite.ID, name string) (invite.Group, error) {
	g, err := a.group(ctx, id)
	if err != nil {
		return g, err
	}
	before := g.Name
	if g.Name, err = named(name); err != nil || g.Name == before {
		return g, err
	}
	return g, a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		return []invite.Fact{groupChanged(g, "%s is now %s", before, g.Name)}, tx.SaveGroup(ctx, g)
	})
}

// DeleteGroup deletes a group; its contacts stay. Permission MANAGE_GROUPS.
func (a *App) DeleteGroup(ctx context.Context, id invite.ID) error {
	g, err := a.group(ctx, id)
	if err != nil {
		return err
	}
	return a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		return []invite.Fact{groupChanged(g, "%s was deleted", g.Name)}, tx.DeleteGroup(ctx, id)
	})
}

// CreateProgram adds a program. Permission MANAGE_PROGRAMS. Refusals as of
// CreateGroup.
func (a *App) CreateProgram(ctx context.Context, organization *invite.ID, name string) (invite.Program, error) {
	_, org, err := a.permitted(ctx, auth.ManagePrograms, organization)
	if err != nil {
		return invite.Program{}, err
	}
	p := invite.Program{ID: store.NewID(), OrganizationID: org.ID}
	if p.Name, err = named(name); err != nil {
		return p, err
	}
	return p, a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) { return nil, tx.InsertProgram(ctx, p) })
}

// RenameProgram renames a program. Permission and refusals as of
// CreateProgram.
func (a *App) RenameProgram(ctx context.Context, id invite.ID, name string) (invite.Program, error) {
	actor := auth.FromContext(ctx)
	p, err := store.One(a.DB.Programs(ctx, ScopeOf(actor), []invite.ID{id}))
	if err != nil {
		return p, signInFirst(actor, err)
	}
	if _, _, err := a.permitted(ctx, auth.ManagePrograms, &p.OrganizationID); err != nil {
		return p, err
	}
	if p.Name, err = named(name); err != nil {
		return p, err
	}
	return p, a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) { return nil, tx.SaveProgram(ctx, p) })
}
