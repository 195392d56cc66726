package graph

import (
	"context"
	"slices"
	"strconv"

	"usher/app"
	"usher/auth"
	"usher/graph/model"
	"usher/invite"
	"usher/store"
)

type accessPassResolver struct{ *Resolver }
type accessPassRunResolver struct{ *Resolver }

// seesPasses returns an error for whoever may not look at access passes: only
// those who manage them and support do.
func seesPasses(ctx context.Context) error {
	if of(ctx).asker().Kind == auth.KindSupport {
		return nil
	}
	_, err := of(ctx).require(auth.ManagePasses)
	return err
}

func (r *queryResolver) AccessPassRun(ctx context.Context, id invite.ID) (*invite.PassRun, error) {
	if err := seesPasses(ctx); err != nil {
		return nil, err
	}
	return ptr(of(ctx).load().passRuns.load(ctx, id))
}

func (r *queryResolver) AccessPassRuns(ctx context.Context, organization *invite.ID, first int, after *string) (*model.AccessPassRunConnection, error) {
	if err := seesPasses(ctx); err != nil {
		return nil, err
	}
	org, scope, err := listed(ctx, organization, first)
	if err != nil {
		return nil, err
	}
	number, err := readRunCursor(after)
	if err != nil {
		return nil, err
	}
	list, err := r.DB.PassRunPage(ctx, scope, org, number, first+1)
	if err != nil {
		return nil, err
	}
	page := &model.AccessPassRunConnection{Edges: []model.AccessPassRunEdge{}, PageInfo: &model.PageInfo{HasPreviousPage: after != nil}}
	if len(list) > first {
		list, page.PageInfo.HasNextPage = list[:first], true
	}
	page.Nodes = notNil(of(ctx).load().sawRuns(list))
	for n := range list {
		page.Edges = append(page.Edges, model.AccessPassRunEdge{Cursor: strconv.Itoa(list[n].Number), Node: &list[n]})
	}
	if n := len(page.Edges); n > 0 {
		page.PageInfo.StartCursor, page.PageInfo.EndCursor = &page.Edges[0].Cursor, &page.Edges[n-1].Cursor
	}
	return page, nil
}

// readRunCursor returns the number of the last run that was seen, 0 before the
// first page. The list runs by the numbers of one organization.
func readRunCursor(text *string) (int, error) {
	if text == nil {
		return 0, nil
	}
	n, err := strconv.ParseInt(*text, 10, 32)
	if err != nil || n < 1 {
		return 0, invite.Errorf(invite.Invalid, "after", "This cursor does not belong to this list; use the endCursor of a page.")
	}
	return int(n), nil
}

func (r *accessPassRunResolver) Location(ctx context.Context, o *invite.PassRun) (*invite.Location, error) {
	return ptr(of(ctx).load().locations.load(ctx, o.LocationID))
}

func (r *accessPassRunResolver) Note(_ context.Context, o *invite.PassRun) (*string, error) {
	return filled(o.Note), nil
}

func (r *accessPassRunResolver) Groups(ctx context.Context, o *invite.PassRun) ([]invite.Group, error) {
	list, _, err := of(ctx).load().runGroups.find(ctx, o.ID)
	return notNil(list), err
}

func (r *accessPassRunResolver) CreatedBy(_ context.Context, o *invite.PassRun) (string, error) {
	return o.CreatedByName, nil
}

func (r *accessPassRunResolver) count(ctx context.Context, o *invite.PassRun) (store.PassCount, error) {
	c, _, err := of(ctx).load().passCounts.find(ctx, o.ID)
	return c, err
}

func (r *accessPassRunResolver) Total(ctx context.Context, o *invite.PassRun) (int, error) {
	c, err := r.count(ctx, o)
	return c.Total, err
}

func (r *accessPassRunResolver) Available(ctx context.Context, o *invite.PassRun) (int, error) {
	c, err := r.count(ctx, o)
	return c.Available, err
}

func (r *accessPassRunResolver) Redeemed(ctx context.Context, o *invite.PassRun) (int, error) {
	c, err := r.count(ctx, o)
	return c.Redeemed, err
}

func (r *accessPassRunResolver) Revoked(ctx context.Context, o *invite.PassRun) (int, error) {
	c, err := r.count(ctx, o)
	return c.Revoked, err
}

func (r *accessPassRunResolver) Expired(ctx context.Context, o *invite.PassRun) (int, error) {
	c, err := r.count(ctx, o)
	return c.Expired, err
}

func (r *accessPassRunResolver) Passes(ctx context.Context, o *invite.PassRun, states []invite.PassState) ([]invite.AccessPass, error) {
	list, _, err := of(ctx).load().runPasses.find(ctx, o.ID)
	if states == nil {
		return notNil(list), err
	}
	some := []invite.AccessPass{}
	for _, p := range list {
		if slices.Contains(states, p.StateAt(of(ctx).now)) {
			some = append(some, p)
		}
	}
	return some, err
}

func (r *accessPassRunResolver) Timeline(ctx context.Context, o *invite.PassRun, first int) ([]invite.Fact, error) {
	if err := pageSize(first); err != nil {
		return nil, err
	}
	list, _, err := of(ctx).load().runTimelines.find(ctx, o.ID)
	return notNil(list[:min(first, len(list))]), err
}

func (r *accessPassResolver) Run(ctx context.Context, p *invite.AccessPass) (*invite.PassRun, error) {
	return ptr(of(ctx).load().passRuns.load(ctx, p.RunID))
}

func (r *accessPassResolver) State(ctx context.Context, p *invite.AccessPass) (invite.PassState, error) {
	return p.StateAt(of(ctx).now), nil
}

func (r *accessPassResolver) BoundTo(ctx context.Context, p *invite.AccessPass) (*invite.Contact, error) {
	return optional(ctx, of(ctx).load().contacts, p.BoundTo)
}

func (r *accessPassResolver) RedeemedBy(ctx context.Context, p *invite.AccessPass) (*invite.Contact, error) {
	return optional(ctx, of(ctx).load().contacts, p.RedeemedBy)
}

func (r *accessPassResolver) RevokeReason(_ context.Context, p *invite.AccessPass) (*string, error) {
	return filled(p.RevokeReason), nil
}

func (r *mutationResolver) GenerateAccessPasses(ctx context.Context, in model.GenerateAccessPassesInput) (*model.GenerateAccessPassesPayload, error) {
	id, err := r.App.GeneratePasses(ctx, app.PassesInput{
		Organization: in.Organization, Count: in.Count, Location: in.Location, Note: text(in.Note), TTLDays: in.TTLDays,
		Groups: in.Groups, IdempotencyKey: in.IdempotencyKey,
	})
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return &model.GenerateAccessPassesPayload{UserErrors: errs}, err
	}
	run, err := of(ctx).load().passRuns.load(ctx, id)
	return &model.GenerateAccessPassesPayload{Run: &run, UserErrors: errs}, err
}

func (r *mutationResolver) BindAccessPass(ctx context.Context, in model.BindAccessPassInput) (*model.AccessPassPayload, error) {
	errs, err := refusals(r.App.BindPass(ctx, in.ID, in.Contact))
	if err != nil || len(errs) > 0 {
		return &model.AccessPassPayload{UserErrors: errs}, err
	}
	p, err := of(ctx).load().passes.load(ctx, in.ID)
	return &model.AccessPassPayload{AccessPass: &p, UserErrors: errs}, err
}

func (r *mutationResolver) RevokeAccessPasses(ctx context.Context, in model.RevokeAccessPassesInput) (*model.RevokeAccessPassesPayload, error) {
	done, err := r.App.RevokePasses(ctx, app.PassSelection{Run: in.Run, Passes: in.Passes}, text(in.Reason))
	errs, err := refusals(err)
	return &model.RevokeAccessPassesPayload{
		AccessPasses: notNil(of(ctx).load().sawPasses(done.Passes)), RevokedCount: done.Revoked, SkippedCount: done.Skipped, UserErrors: errs,
	}, err
}

func (r *mutationResolver) PrintAccessPasses(ctx context.Context, in model.PrintAccessPassesInput) (*model.PrintAccessPassesPayload, error) {
	sheet, err := r.App.PrintPasses(ctx, app.PrintInput{
		Selection: app.PassSelection{Run: in.Run, Passes: in.Passes}, Paper: in.Paper, PerPage: in.PerPage,
	})
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return &model.PrintAccessPassesPayload{UserErrors: errs}, err
	}
	page := "/passes/" + string(sheet.ID)
	pdf := page + ".pdf"
	return &model.PrintAccessPassesPayload{
		PDFURL: &pdf, PageURL: &page, ExpiresAt: &sheet.ExpiresAt, Count: sheet.Count, SkippedCount: sheet.Skipped, UserErrors: errs,
	}, nil
}
