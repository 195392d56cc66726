package graph

import (
	"context"
	"strings"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"usher/auth"
	"usher/graph/model"
	"usher/invite"
	"usher/store"
)

// visible returns an error where the asker is not the organization's staff, nor
// support. An organization may be shown to others: to whoever has another
// membership there.
func visible(ctx context.Context, o *invite.Organization, p auth.Permission) error {
	if _, err := of(ctx).require(p); err != nil {
		return err
	}
	_, err := of(ctx).load().organizations.load(ctx, o.ID)
	return err
}

// EventCursor returns where the stream of events ends. Positions are given in
// one stream, so that there is one before the organization's first event too.
func (r *organizationResolver) EventCursor(ctx context.Context, o *invite.Organization) (string, error) {
	if err := visible(ctx, o, auth.ViewContacts); err != nil {
		return "", err
	}
	position, err := of(ctx).position()
	return model.EventCursor(position), err
}

// endOfStream returns what reads the newest position, once. Where the document
// asks for it, that is done before anything else of the answer is read: fields
// are resolved at the same time, and what is committed between a list and a
// later cursor would be in neither. Field names are never escaped, so that
// looking for the word overlooks nothing.
func endOfStream(ctx context.Context, db *store.DB, asker auth.Actor) func() (int64, error) {
	read := sync.OnceValues(func() (int64, error) { return db.LastPosition(ctx) })
	if asker.SignedIn() && graphql.HasOperationContext(ctx) && strings.Contains(graphql.GetOperationContext(ctx).RawQuery, "eventCursor") {
		_, _ = read() // whoever asks is told
	}
	return read
}

// maxReportDays is how far a report reaches back.
const maxReportDays = 90

// Report returns what became of invitations. It counts everybody's, so that
// who sees only some contacts does not see it.
func (r *organizationResolver) Report(ctx context.Context, o *invite.Organization, days int, location *invite.ID) (*model.InvitationReport, error) {
	if err := visible(ctx, o, auth.ViewContacts); err != nil {
		return nil, err
	}
	l := of(ctx).load()
	switch {
	case !l.scope.Within(o.ID).WholeOrganization():
		return nil, invite.Errorf(invite.Forbidden, "", "The report counts every client's invitations; ask a leader for it.")
	case days < 1 || days > maxReportDays:
		return nil, invite.Errorf(invite.Invalid, "days", "days is 1 to %d.", maxReportDays)
	case location != nil:
		if at, err := l.locations.load(ctx, *location); err != nil {
			return nil, err
		} else if at.OrganizationID != o.ID {
			return nil, invite.Errorf(invite.NotFound, "location", "No such location.")
		}
	}
	list, _, err := l.reports.with(reportOf{days, id(location)}).find(ctx, o.ID)
	return report(list), err
}

func report(list []store.ReportDay) *model.InvitationReport {
	out := &model.InvitationReport{Days: []model.ReportDay{}, Funnel: &model.InvitationFunnel{}}
	for _, d := range list {
		out.Days = append(out.Days, model.ReportDay{
			Date: d.Date, Queued: d.Queued, Sent: d.Sent, Accepted: d.Accepted, Declined: d.Declined,
			Expired: d.Expired, Revoked: d.Revoked, Failed: d.Failed,
		})
		out.Funnel.Created += d.Created
		out.Funnel.Invited += d.Invited
		out.Funnel.Sent += d.FirstSent
		out.Funnel.Registered += d.Accepted // nobody joins without an invitation
	}
	return out
}

// DeliveryProblems returns the newest messages that did not arrive.
func (r *organizationResolver) DeliveryProblems(ctx context.Context, o *invite.Organization, first int) ([]model.DeliveryProblem, error) {
	if err := visible(ctx, o, auth.ViewContacts); err != nil {
		return nil, err
	}
	if err := pageSize(first); err != nil {
		return nil, err
	}
	l := of(ctx).load()
	list, _, err := l.problems.with(first).find(ctx, o.ID)
	out := make([]model.DeliveryProblem, 0, len(list))
	for _, p := range list {
		if err != nil {
			break
		}
		var c *invite.Contact
		if c, err = ptr(l.contacts.load(ctx, p.ContactID)); err == nil {
			out = append(out, model.DeliveryProblem{Contact: c, Delivery: &p.Delivery, At: p.At})
		}
	}
	return out, err
}

// reportOf is what a report can be asked for besides its organization.
type reportOf struct {
	days     int
	location invite.ID // "" for all
}

func (l *loaders) ofReports(db *store.DB, now time.Time) {
	l.reports = newParted(func(ctx context.Context, of reportOf, k []invite.ID) (map[invite.ID][]store.ReportDay, error) {
		var location *invite.ID
		if of.location != "" {
			location = &of.location
		}
		list, err := db.Reports(ctx, k, location, of.days, now)
		return grouped(list, err, func(d store.ReportDay) invite.ID { return d.OrganizationID }, itself)
	})
	l.problems = newParted(func(ctx context.Context, first int, k []invite.ID) (map[invite.ID][]store.Problem, error) {
		list, err := db.Problems(ctx, l.scope, k, first)
		for _, p := range list {
			l.contacts.want(p.ContactID)
		}
		return grouped(list, err, func(p store.Problem) invite.ID { return p.OrganizationID }, itself)
	})
}

// parted is a loader for each set of a field's arguments.
type parted[A comparable, V any] struct {
	fetch func(ctx context.Context, arguments A, keys []invite.ID) (map[invite.ID]V, error)

	mu     sync.Mutex
	wanted []invite.ID
	made   map[A]*loader[V]
}

func newParted[A comparable, V any](fetch func(context.Context, A, []invite.ID) (map[invite.ID]V, error)) *parted[A, V] {
	return &parted[A, V]{fetch: fetch, made: map[A]*loader[V]{}}
}

// want says that keys may be asked for, with whatever arguments.
func (p *parted[A, V]) want(keys ...invite.ID) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wanted = append(p.wanted, keys...)
	for _, l := range p.made {
		l.want(keys...)
	}
}

// with returns the loader for the arguments.
func (p *parted[A, V]) with(arguments A) *loader[V] {
	p.mu.Lock()
	defer p.mu.Unlock()
	l := p.made[arguments]
	if l == nil {
		l = newLoader(func(ctx context.Context, keys []invite.ID) (map[invite.ID]V, error) {
			return p.fetch(ctx, arguments, keys)
		})
		l.want(p.wanted...)
		p.made[arguments] = l
	}
	return l
}
