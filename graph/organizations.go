package graph

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"

	"usher/app"
	"usher/auth"
	"usher/graph/model"
	"usher/invite"
	"usher/store"
)

// organizationCursor is a place in the list of organizations: the last one's
// name, by which the list is sorted, and id.
type organizationCursor struct {
	Name string    `json:"n"`
	ID   invite.ID `json:"i"`
}

func (r *queryResolver) Organizations(ctx context.Context, search *string, first int, after *string) (*model.OrganizationConnection, error) {
	actor, err := of(ctx).signedIn()
	switch {
	case err != nil:
		return nil, err
	case actor.Kind != auth.KindSupport:
		return nil, invite.Errorf(invite.Forbidden, "", "Only support staff may list organizations.")
	}
	part, err := namePart(search)
	if err != nil {
		return nil, err
	}
	place, err := readOrganizationCursor(after)
	if err != nil {
		return nil, err
	}
	if err := pageSize(first); err != nil {
		return nil, err
	}
	list, err := r.DB.OrganizationPage(ctx, of(ctx).load().scope, part, place, first+1)
	if err != nil {
		return nil, err
	}
	page := &model.OrganizationConnection{Edges: []model.OrganizationEdge{}, PageInfo: &model.PageInfo{HasPreviousPage: after != nil}}
	if len(list) > first {
		list, page.PageInfo.HasNextPage = list[:first], true
	}
	page.Nodes = notNil(of(ctx).load().sawOrganizationPage(list))
	for n := range list {
		page.Edges = append(page.Edges, model.OrganizationEdge{Cursor: writeOrganizationCursor(list[n]), Node: &list[n]})
	}
	if n := len(page.Edges); n > 0 {
		page.PageInfo.StartCursor, page.PageInfo.EndCursor = &page.Edges[0].Cursor, &page.Edges[n-1].Cursor
	}
	return page, nil
}

// namePart returns what to look for in the names of organizations: they are
// kept in lower case, without runs of spaces.
func namePart(search *string) (string, error) {
	switch {
	case search == nil:
		return "", nil
	case len([]rune(*search)) > maxSearch:
		return "", invite.Errorf(invite.TooLong, "search", "A search has at most %d characters.", maxSearch)
	case strings.ContainsFunc(*search, invite.IsControl):
		return "", invite.Errorf(invite.ControlCharacters, "search", "A search is one line of plain text.")
	}
	return strings.Join(strings.Fields(strings.ToLower(*search)), " "), nil
}

func writeOrganizationCursor(o invite.Organization) string {
	text, _ := json.Marshal(organizationCursor{strings.ToLower(o.Name), o.ID}) // strings
	return base64.RawURLEncoding.EncodeToString(text)
}

func readOrganizationCursor(text *string) (*store.After, error) {
	if text == nil {
		return nil, nil
	}
	var c organizationCursor
	raw, err := base64.RawURLEncoding.DecodeString(*text)
	if err != nil || json.Unmarshal(raw, &c) != nil || c.Name == "" || strings.ContainsRune(c.Name, 0) || !isID(c.ID) {
		return nil, invite.Errorf(invite.Invalid, "after", "This cursor does not belong to this list; use the endCursor of a page.")
	}
	return &store.After{Value: c.Name, ID: c.ID}, nil
}

// sawOrganizationPage says what may be asked of the organizations of a page.
func (l *loaders) sawOrganizationPage(list []invite.Organization) []invite.Organization {
	for _, o := range list {
		l.organizations.want(o.ID)
		l.locationsOf.want(o.ID)
		l.programsOf.want(o.ID)
		l.groupsOf.want(o.ID)
		l.staffOf.want(o.ID)
		l.totalsOf.want(o.ID)
		l.reports.want(o.ID)
		l.problems.want(o.ID)
	}
	return list
}

func (r *organizationResolver) LogoURL(_ context.Context, o *invite.Organization) (*string, error) {
	return filled(o.LogoPath()), nil
}

func (r *mutationResolver) UpdateOrganization(ctx context.Context, in model.UpdateOrganizationInput) (*model.OrganizationPayload, error) {
	org, err := r.App.UpdateOrganization(ctx, app.PresentationInput{
		Organization: in.Organization, Name: in.Name, SupportContact: in.SupportContact, AccentColor: in.AccentColor, Logo: in.Logo,
		Language:   in.Language,
		ClearColor: slices.Contains(in.Clear, model.OrganizationFieldAccentColor),
		ClearLogo:  slices.Contains(in.Clear, model.OrganizationFieldLogo),
	})
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return &model.OrganizationPayload{UserErrors: errs}, err
	}
	return &model.OrganizationPayload{Organization: &org, UserErrors: errs}, nil
}

func (r *mutationResolver) UpdateProgram(ctx context.Context, in model.UpdateProgramInput) (*model.ProgramPayload, error) {
	p, err := r.App.RenameProgram(ctx, in.ID, in.Name)
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return &model.ProgramPayload{UserErrors: errs}, err
	}
	return &model.ProgramPayload{Program: &p, UserErrors: errs}, nil
}
