package graph

import (
	"context"
	"strconv"
	"time"

	"usher/app"
	"usher/auth"
	"usher/graph/model"
	"usher/invite"
	"usher/store"
)

// InvitationStatusChanged replays what was missed and goes live.
func (r *subscriptionResolver) InvitationStatusChanged(ctx context.Context, organization, location, batch, contact *invite.ID, after *string) (<-chan *model.InvitationStatusChange, error) {
	w, err := r.watch(ctx, organization, batch, contact, location)
	if err != nil {
		return nil, err
	}
	matches := func(f invite.Fact) bool { return f.ToState != nil && f.InvitationID != nil && w.about(f) }
	return changes(ctx, r, w, after, matches, func(f invite.Fact) *model.InvitationStatusChange {
		return &model.InvitationStatusChange{Fact: f}
	})
}

// changes hands over the facts that match and that the subscriber sees, those
// behind after first, each as show makes it.
func changes[T any](ctx context.Context, r *subscriptionResolver, w watched, after *string, matches func(invite.Fact) bool, show func(invite.Fact) *T) (<-chan *T, error) {
	from, err := readPosition(after)
	if err != nil {
		return nil, err
	}
	out := make(chan *T)
	return out, r.follow(ctx, w, from, matches, func() { close(out) }, func(f invite.Fact) error {
		if visible, err := r.sees(ctx, w, f); err != nil || !visible {
			return err
		}
		return send(ctx, out, show(f))
	})
}

// readPosition reads a cursor of the stream; all subscriptions share its
// cursors.
func readPosition(cursor *string) (*int64, error) {
	if cursor == nil {
		return nil, nil
	}
	n, err := strconv.ParseInt(*cursor, 36, 64)
	if err != nil || n < 0 {
		return nil, invite.Errorf(invite.Invalid, "after", "This cursor is not one of this subscription's.")
	}
	return &n, nil
}

// watched is what one subscriber looks at, and who they are.
type watched struct {
	actor                    auth.Actor
	scope                    store.Scope
	organization             invite.ID
	location, batch, contact *invite.ID
}

// watch finds out whether the asker may look, before anything is sent: another
// organization's records are NOT_FOUND.
func (r *subscriptionResolver) watch(ctx context.Context, organization, batch, contact, location *invite.ID) (watched, error) {
	actor := auth.FromContext(ctx)
	if err := actor.Require(auth.ViewContacts, false); err != nil {
		return watched{}, err
	}
	org, err := app.OrganizationOf(actor, organization)
	if err != nil {
		return watched{}, err
	}
	w := watched{actor: actor, scope: app.ScopeOf(actor).Within(org), organization: org, location: location, batch: batch, contact: contact}
	if _, err := r.DB.Organization(ctx, w.scope, org); err != nil {
		return w, err
	}
	if location != nil {
		if _, err := r.DB.Location(ctx, w.scope, *location); err != nil {
			return w, err
		}
	}
	if batch != nil {
		if _, err := r.DB.Batch(ctx, w.scope, *batch); err != nil {
			return w, err
		}
	}
	if contact != nil {
		if _, err := r.DB.Contact(ctx, w.scope, *contact); err != nil {
			return w, err
		}
	}
	return w, nil
}

// about tells whether the fact is one of those asked for.
func (w watched) about(f invite.Fact) bool {
	within := func(want, have *invite.ID) bool { return want == nil || have != nil && *want == *have }
	return f.OrganizationID == w.organization &&
		within(w.batch, f.BatchID) && within(w.contact, f.ContactID) && within(w.location, f.LocationID)
}

// sees tells whether the subscriber may hear of the fact: of all staff of an
// organization, only a trainer hears of own clients alone.
func (r *subscriptionResolver) sees(ctx context.Context, w watched, f invite.Fact) (bool, error) {
	if w.scope.WholeOrganization() {
		return true, nil
	}
	if f.ContactID == nil {
		return false, nil
	}
	_, err := r.DB.Contact(ctx, w.scope, *f.ContactID)
	if invite.CodeOf(err) == invite.NotFound {
		return false, nil
	}
	return err == nil, err
}

type invitationStatusChangeResolver struct{ *Resolver }

func (r *invitationStatusChangeResolver) Contact(ctx context.Context, c *model.InvitationStatusChange) (*invite.Contact, error) {
	return ptr(of(ctx).load().contacts.load(ctx, *c.Fact.ContactID))
}

func (r *invitationStatusChangeResolver) Invitation(ctx context.Context, c *model.InvitationStatusChange) (*invite.Invitation, error) {
	return ptr(of(ctx).load().invitations.load(ctx, *c.Fact.InvitationID))
}

func (r *invitationStatusChangeResolver) Label(ctx context.Context, c *model.InvitationStatusChange) (string, error) {
	contact, err := r.Contact(ctx, c)
	if err != nil {
		return "", err
	}
	p, err := policy(ctx, contact)
	return p.StatusLabels[invite.ContactStatus(c.To())], err
}

// recheck is how often an idle subscriber's right to look is asked again.
const recheck = 2 * time.Second

// follow starts handing the facts to each, replayed ones first, until ctx
// ends, the subscriber's sign-in ends, or it reads too slowly; then done is
// called.
func (r *subscriptionResolver) follow(ctx context.Context, w watched, after *int64, matches func(invite.Fact) bool, done func(), each func(invite.Fact) error) error {
	s, live, err := r.Hub.open(ctx, matches)
	if err != nil {
		return err
	}
	if after != nil {
		if *after > live {
			live = *after // seen through another replica that is a moment ahead
		}
		if err := r.Hub.check(ctx, *after); err != nil {
			r.Hub.close(s)
			return err
		}
	}
	go func() {
		defer done()
		defer r.Hub.close(s)
		err := r.run(ctx, w, s, after, live, matches, each)
		if err != nil && ctx.Err() == nil {
			end(ctx, r.Hub.log, err)
		}
	}()
	return nil
}

func (r *subscriptionResolver) run(ctx context.Context, w watched, s *stream, after *int64, live int64, matches func(invite.Fact) bool, each func(invite.Fact) error) error {
	guarded := func(f invite.Fact) error {
		if err := r.App.StillLive(ctx, w.actor); err != nil {
			return err
		}
		return each(f)
	}
	if after != nil {
		if err := r.Hub.replay(ctx, *after, live, matches, guarded); err != nil {
			return err
		}
	}
	tick := time.NewTicker(recheck)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
			if err := r.App.StillLive(ctx, w.actor); err != nil {
				return err
			}
		case f, ok := <-s.facts:
			if !ok {
				return invite.Errorf(invite.Code(model.Resync), "", "The stream has ended because events were not read fast enough, or the server stops. Subscribe again with after.")
			}
			if *f.Position <= live {
				continue
			}
			if err := guarded(f); err != nil {
				return err
			}
		}
	}
}

// BatchProgress sends the batch at the start, then whenever something happened
// to it, at most twice a second; it ends when nothing of it waits.
func (r *subscriptionResolver) BatchProgress(ctx context.Context, batch invite.ID) (<-chan *invite.Batch, error) {
	actor := auth.FromContext(ctx)
	if err := actor.Require(auth.ViewContacts, false); err != nil {
		return nil, err
	}
	b, err := r.DB.Batch(ctx, app.ScopeOf(actor), batch)
	if err != nil {
		return nil, err
	}
	s, _, err := r.Hub.open(ctx, func(f invite.Fact) bool { return f.BatchID != nil && *f.BatchID == batch })
	if err != nil {
		return nil, err
	}
	out := make(chan *invite.Batch)
	go func() {
		defer close(out)
		defer r.Hub.close(s)
		if err := r.progress(ctx, actor, b, s, out); err != nil && ctx.Err() == nil {
			end(ctx, r.Hub.log, err)
		}
	}()
	return out, nil
}

// calm is the least time between two reports of a batch.
const calm = 500 * time.Millisecond

func (r *subscriptionResolver) progress(ctx context.Context, actor auth.Actor, b invite.Batch, s *stream, out chan<- *invite.Batch) error {
	for {
		if err := send(ctx, out, &b); err != nil {
			return err
		}
		list, err := r.DB.Progress(ctx, []invite.ID{b.ID})
		if err != nil || len(list) == 0 || list[0].Waiting == 0 {
			return err
		}
		if err := r.changed(ctx, actor, s); err != nil {
			return err
		}
		if b, err = r.DB.Batch(ctx, app.ScopeOf(actor), b.ID); err != nil {
			return err
		}
	}
}

// changed waits until something happened to the batch and a calm has passed.
func (r *subscriptionResolver) changed(ctx context.Context, actor auth.Actor, s *stream) error {
	rest := time.NewTimer(calm)
	defer rest.Stop()
	tick := time.NewTicker(recheck)
	defer tick.Stop()
	happened, rested := false, false
	for !happened || !rested {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-tick.C:
			if err := r.App.StillLive(ctx, actor); err != nil {
				return err
			}
		case <-rest.C:
			rested = true
		case _, ok := <-s.facts:
			if !ok {
				return invite.Errorf(invite.Code(model.Resync), "", "The stream has ended.")
			}
			happened = true
		}
	}
	return r.App.StillLive(ctx, actor)
}

func send[T any](ctx context.Context, out chan<- T, v T) error {
	select {
	case out <- v:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
