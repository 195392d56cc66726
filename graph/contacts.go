package graph

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"strings"
	"time"

	"usher/app"
	"usher/auth"
	"usher/graph/model"
	"usher/invite"
	"usher/store"
)

type contactResolver struct{ *Resolver }
type contactConnectionResolver struct{ *Resolver }

// Most of what one page shows, and of a search.
const (
	maxPage   = 100
	maxSearch = 100
)

func (r *queryResolver) Contact(ctx context.Context, id invite.ID) (*invite.Contact, error) {
	if _, err := of(ctx).signedIn(); err != nil {
		return nil, err
	}
	return ptr(of(ctx).load().contacts.load(ctx, id))
}

func (r *queryResolver) Contacts(ctx context.Context, organization *invite.ID, filter *model.ContactFilter, sort *model.ContactSort, first int, after *string) (*model.ContactConnection, error) {
	org, scope, err := listed(ctx, organization, first)
	if err != nil {
		return nil, err
	}
	page := &model.ContactConnection{Organization: org, Scope: scope}
	if page.Filter, err = contactFilter(filter); err != nil {
		return nil, err
	}
	order := store.ContactSort{By: store.ByName}
	if sort != nil {
		order = store.ContactSort{By: sort.Field, Descending: sort.Direction == model.SortDirectionDesc}
	}
	place, err := readCursor(after, order)
	if err != nil {
		return nil, err
	}
	list, err := r.DB.ContactPage(ctx, page.Scope, page.Filter, order, place, first+1, of(ctx).now)
	if err != nil {
		return nil, err
	}
	page.PageInfo.HasPreviousPage = after != nil
	if len(list) > first {
		list, page.PageInfo.HasNextPage = list[:first], true
	}
	page.Nodes = notNil(of(ctx).load().sawContacts(list))
	page.Edges = []model.ContactEdge{}
	for n := range list {
		page.Edges = append(page.Edges, model.ContactEdge{Cursor: writeCursor(list[n], order, of(ctx).now), Node: &list[n]})
	}
	if n := len(page.Edges); n > 0 {
		page.PageInfo.StartCursor, page.PageInfo.EndCursor = &page.Edges[0].Cursor, &page.Edges[n-1].Cursor
	}
	return page, nil
}

// listed returns the organization whose list staff ask for a page of, and what
// of it they may see.
func listed(ctx context.Context, organization *invite.ID, first int) (invite.ID, store.Scope, error) {
	actor, err := of(ctx).require(auth.ViewContacts)
	if err != nil {
		return "", store.Scope{}, err
	}
	org, err := app.OrganizationOf(actor, organization)
	if err != nil {
		return "", store.Scope{}, err
	}
	return org, of(ctx).load().scope.Within(org), pageSize(first)
}

func pageSize(first int) error {
	if first < 1 || first > maxPage {
		return invite.Errorf(invite.Invalid, "first", "first is 1 to %d.", maxPage)
	}
	return nil
}

func contactFilter(f *model.ContactFilter) (store.ContactFilter, error) {
	if f == nil {
		return store.ContactFilter{}, nil
	}
	out := store.ContactFilter{
		Stages: f.Stages, Statuses: f.Statuses, ClientTypes: f.ClientTypes,
		Programs: f.Programs, Groups: f.Groups, Locations: f.Locations, Trainers: f.Trainers, Archived: f.Archived,
		Households: f.Households, InHousehold: f.InHousehold, JoinedBy: f.JoinedBy, ExpiresBefore: f.ExpiresBefore,
	}
	search, err := searchText(f.Search)
	out.Search = search
	return out, err
}

// searchText judges what a list is searched for.
func searchText(s *string) (string, error) {
	switch {
	case s == nil:
		return "", nil
	case len([]rune(*s)) > maxSearch:
		return "", invite.Errorf(invite.TooLong, "filter.search", "A search has at most %d characters.", maxSearch)
	case strings.ContainsFunc(*s, invite.IsControl):
		return "", invite.Errorf(invite.ControlCharacters, "filter.search", "A search is one line of plain text.")
	}
	return *s, nil
}

// cursor is a place in a list: the order it was made under and the last row.
type cursor struct {
	By         store.SortKey `json:"b"`
	Descending bool          `json:"d,omitempty"`
	Value      string        `json:"v"`
	ID         invite.ID     `json:"i"`
}

func writeCursor(c invite.Contact, s store.ContactSort, now time.Time) string {
	text, _ := json.Marshal(cursor{s.By, s.Descending, s.SortValue(c, now), c.ID}) // strings and a bool
	return base64.RawURLEncoding.EncodeToString(text)
}

func readCursor(text *string, s store.ContactSort) (*store.After, error) {
	if text == nil {
		return nil, nil
	}
	bad := invite.Errorf(invite.Invalid, "after", "This cursor does not belong to this list; use the endCursor of a page with the same sort.")
	raw, err := base64.RawURLEncoding.DecodeString(*text)
	if err != nil || len(raw) > 2000 {
		return nil, bad
	}
	var c cursor
	if json.Unmarshal(raw, &c) != nil || c.By != s.By || c.Descending != s.Descending || !isID(c.ID) || !s.Fits(c.Value) {
		return nil, bad
	}
	return &store.After{Value: c.Value, ID: c.ID}, nil
}

func (r *contactConnectionResolver) TotalCount(ctx context.Context, c *model.ContactConnection) (*model.Count, error) {
	if whole(c) {
		totals, err := r.statusCounts(ctx, *c)
		sum := 0
		for _, t := range totals {
			sum += t.Count.Value
		}
		return &model.Count{Value: sum, Exact: true}, err
	}
	n, err := r.DB.CountContacts(ctx, c.Scope, c.Filter, of(ctx).now)
	return capped(n), err
}

func (r *contactConnectionResolver) StatusCounts(ctx context.Context, c *model.ContactConnection) ([]model.StatusCount, error) {
	return r.statusCounts(ctx, *c)
}

// whole tells whether the list is the whole organization, whose counts are
// kept.
func whole(c *model.ContactConnection) bool { return c.Scope.WholeOrganization() && c.Filter.Empty() }

func (r *Resolver) statusCounts(ctx context.Context, c model.ContactConnection) ([]model.StatusCount, error) {
	if _, err := of(ctx).require(auth.ViewContacts); err != nil {
		return nil, err
	}
	org, err := of(ctx).load().organizations.load(ctx, c.Organization)
	if err != nil {
		return nil, err
	}
	var list []store.StatusCount
	exact := whole(&c)
	if exact {
		list, _, err = of(ctx).load().totalsOf.find(ctx, c.Organization)
	} else {
		list, err = r.DB.CountByStatus(ctx, c.Scope, c.Filter, of(ctx).now)
	}
	count := capped
	if exact {
		count = func(n int) *model.Count { return &model.Count{Value: n, Exact: true} }
	}
	return everyStatus(org, list, count), err
}

// everyStatus returns the counts with the organization's words, those of which
// there are none included.
func everyStatus(org invite.Organization, list []store.StatusCount, count func(int) *model.Count) []model.StatusCount {
	n := map[invite.ContactStatus]int{}
	for _, s := range list {
		n[s.Status] = s.N
	}
	labels := org.Policy().StatusLabels
	var out []model.StatusCount
	for _, s := range model.Statuses() {
		out = append(out, model.StatusCount{Status: s, Label: labels[s], Count: count(n[s])})
	}
	return out
}

func capped(n int) *model.Count {
	if n > store.CountLimit {
		return &model.Count{Value: store.CountLimit}
	}
	return &model.Count{Value: n, Exact: true}
}

func (r *contactResolver) Organization(ctx context.Context, c *invite.Contact) (*invite.Organization, error) {
	return ptr(of(ctx).load().organizations.load(ctx, c.OrganizationID))
}

func (r *contactResolver) Address(_ context.Context, c *invite.Contact) (*string, error) {
	return filled(c.Address), nil
}

func (r *contactResolver) BroughtInBy(_ context.Context, c *invite.Contact) (*string, error) {
	return filled(c.BroughtInBy), nil
}

func (r *contactResolver) Location(ctx context.Context, c *invite.Contact) (*invite.Location, error) {
	return ptr(of(ctx).load().locations.load(ctx, c.LocationID))
}

// policy returns the policy that applies to a contact.
func policy(ctx context.Context, c *invite.Contact) (invite.Policy, error) {
	l := of(ctx).load()
	org, err := l.organizations.load(ctx, c.OrganizationID)
	if err != nil {
		return invite.Policy{}, err
	}
	location, err := l.locations.load(ctx, c.LocationID)
	return location.PolicyIn(org), err
}

func (r *contactResolver) StageLabel(ctx context.Context, c *invite.Contact) (string, error) {
	p, err := policy(ctx, c)
	return p.StageLabels[c.Stage], err
}

func (r *contactResolver) ClientType(ctx context.Context, c *invite.Contact) (*model.ClientType, error) {
	p, err := policy(ctx, c)
	t := clientType(c.ClientType, p)
	return &t, err
}

func (r *contactResolver) Status(ctx context.Context, c *invite.Contact) (invite.ContactStatus, error) {
	return c.StatusAt(of(ctx).now), nil
}

func (r *contactResolver) StatusLabel(ctx context.Context, c *invite.Contact) (string, error) {
	p, err := policy(ctx, c)
	return p.StatusLabels[c.StatusAt(of(ctx).now)], err
}

func (r *contactResolver) Trainer(ctx context.Context, c *invite.Contact) (*invite.Membership, error) {
	return optional(ctx, of(ctx).load().memberships, c.TrainerID)
}

func (r *contactResolver) Programs(ctx context.Context, c *invite.Contact) ([]invite.Program, error) {
	list, _, err := of(ctx).load().contactPrograms.find(ctx, c.ID)
	return notNil(list), err
}

func (r *contactResolver) Groups(ctx context.Context, c *invite.Contact) ([]invite.Group, error) {
	list, _, err := of(ctx).load().contactGroups.find(ctx, c.ID)
	return notNil(list), err
}

func (r *contactResolver) Invitation(ctx context.Context, c *invite.Contact) (*invite.Invitation, error) {
	if c.InvitationID == nil {
		return nil, nil
	}
	return ptr(of(ctx).load().invitations.load(ctx, *c.InvitationID))
}

func (r *contactResolver) Invitations(ctx context.Context, c *invite.Contact) ([]invite.Invitation, error) {
	list, _, err := of(ctx).load().contactInvitations.find(ctx, c.ID)
	return notNil(list), err
}

func (r *queryResolver) ValidateContacts(ctx context.Context, organization *invite.ID, text string) (*model.ContactValidation, error) {
	v, err := r.App.ValidateContacts(ctx, organization, text)
	if err != nil {
		return nil, err
	}
	out := &model.ContactValidation{Entries: []model.ContactEntry{}, GoodCount: v.Good, BadCount: v.Bad, SkippedCount: v.Skipped, Limit: v.Limit}
	var met []invite.Contact
	for _, e := range v.Entries {
		entry := model.ContactEntry{
			Index: e.Index, Raw: e.Raw, Name: filled(e.Name), Email: e.Email, Phone: e.Phone,
			Suggestion: filled(e.Suggestion), DuplicateOf: e.DuplicateOf, Existing: e.Existing,
		}
		if e.Problem != nil {
			entry.Problem, entry.Message = &e.Problem.Code, &e.Problem.Message
		}
		if e.Existing != nil {
			met = append(met, *e.Existing)
		}
		out.Entries = append(out.Entries, entry)
	}
	of(ctx).load().sawContacts(met)
	return out, nil
}

func (r *mutationResolver) CreateContacts(ctx context.Context, in model.CreateContactsInput) (*model.CreateContactsPayload, error) {
	made, err := r.App.CreateContacts(ctx, app.CreateInput{
		Organization: in.Organization, Text: in.Text, Contacts: newContacts(in.Contacts),
		Location: in.Location, Trainer: in.Trainer, Program: in.Program, Groups: in.Groups, Stage: in.Stage, ClientType: in.ClientType,
		MakeHouseholds: in.MakeHouseholds, Invite: in.Invite, Invitation: invitationText(in.Invitation), IdempotencyKey: in.IdempotencyKey,
	})
	errs, err := refusals(err)
	out := &model.CreateContactsPayload{Results: []model.CreatedContact{}, UserErrors: errs}
	if err != nil || len(errs) > 0 {
		return out, err
	}
	l := of(ctx).load()
	for _, item := range made.Items {
		l.contacts.want(id(item.Contact))
		l.invitations.want(id(item.Invitation))
	}
	for _, item := range made.Items {
		result := model.CreatedContact{Index: item.Index, Outcome: model.CreateOutcomeSkipped, NotInvited: userError(item.NotInvited)}
		if result.Contact, err = optional(ctx, l.contacts, item.Contact); err != nil {
			return nil, err
		}
		if result.Invitation, err = optional(ctx, l.invitations, item.Invitation); err != nil {
			return nil, err
		}
		if item.New {
			result.Outcome = model.CreateOutcomeCreated
			out.CreatedCount++
		} else {
			out.SkippedCount++
		}
		out.Results = append(out.Results, result)
	}
	out.Batch, err = optional(ctx, l.batches, made.Batch)
	return out, err
}

func newContacts(in []model.NewContactInput) []app.NewContact {
	if in == nil {
		return nil
	}
	out := make([]app.NewContact, len(in))
	for n, c := range in {
		out[n] = app.NewContact{Name: text(c.Name), Email: text(c.Email), Phone: text(c.Phone), Address: text(c.Address)}
	}
	return out
}

func (r *mutationResolver) UpdateContact(ctx context.Context, in model.UpdateContactInput) (*model.ContactPayload, error) {
	errs, err := refusals(r.App.UpdateContact(ctx, app.UpdateInput{
		ID: in.ID, Name: in.Name, Email: in.Email, Phone: in.Phone, Address: in.Address, Stage: in.Stage, ClientType: in.ClientType,
		Location: in.Location, Trainer: in.Trainer, Programs: in.Programs, Groups: in.Groups, Clear: in.Clear,
	}))
	if err != nil || len(errs) > 0 {
		return &model.ContactPayload{UserErrors: errs}, err
	}
	c, err := of(ctx).load().contacts.load(ctx, in.ID)
	return &model.ContactPayload{Contact: &c, UserErrors: errs}, err
}

func (r *mutationResolver) CreateGroup(ctx context.Context, in model.CreateGroupInput) (*model.GroupPayload, error) {
	g, err := r.App.CreateGroup(ctx, in.Organization, in.Name)
	return groupPayload(g, err)
}

func (r *mutationResolver) UpdateGroup(ctx context.Context, in model.UpdateGroupInput) (*model.GroupPayload, error) {
	g, err := r.App.RenameGroup(ctx, in.ID, in.Name)
	return groupPayload(g, err)
}

func groupPayload(g invite.Group, err error) (*model.GroupPayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return &model.GroupPayload{UserErrors: errs}, err
	}
	return &model.GroupPayload{Group: &g, UserErrors: errs}, nil
}

func (r *mutationResolver) DeleteGroup(ctx context.Context, in model.DeleteGroupInput) (*model.DeleteGroupPayload, error) {
	errs, err := refusals(r.App.DeleteGroup(ctx, in.ID))
	if err != nil || len(errs) > 0 {
		return &model.DeleteGroupPayload{UserErrors: errs}, err
	}
	return &model.DeleteGroupPayload{DeletedID: &in.ID, UserErrors: errs}, nil
}

func (r *mutationResolver) CreateProgram(ctx context.Context, in model.CreateProgramInput) (*model.ProgramPayload, error) {
	p, err := r.App.CreateProgram(ctx, in.Organization, in.Name)
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return &model.ProgramPayload{UserErrors: errs}, err
	}
	return &model.ProgramPayload{Program: &p, UserErrors: errs}, nil
}
