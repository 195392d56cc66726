package jobs

import (
	"context"
	"time"

	"usher/invite"
	"usher/jobs/rdb"
	"usher/store"
)

// mirror makes Redis show of the subjects what Postgres says now. It may be
// repeated, and may run in two replicas at once: what one of them writes too
// late is a round that Postgres will not grant, or a time at which it will find
// nothing to do.
func (j *Jobs) mirror(ctx context.Context, s subjects) error {
	places, err := j.DB.Places(ctx, s.rounds)
	if err != nil {
		return err
	}
	expiries, err := j.DB.Expiries(ctx, s.invitations)
	if err != nil {
		return err
	}
	dues, err := j.dues(ctx, append(lanesOf(places), s.locations...), s.organizations)
	if err != nil {
		return err
	}
	var gone []rdb.Place
	for _, p := range places {
		if p.State != invite.RoundWaiting {
			gone = append(gone, rdb.Place{Location: p.LocationID, Round: p.ID})
		}
	}
	if err := j.Redis.Enqueue(ctx, waiting(places, dues)); err != nil {
		return err
	}
	if err := j.Redis.Remove(ctx, gone); err != nil {
		return err
	}
	if err := j.index(ctx, expiries); err != nil {
		return err
	}
	return j.reschedule(ctx, dues, s)
}

// due is when a lane may send next.
type due struct {
	organization invite.ID
	at           time.Time
}

// dues returns when the lanes of the locations, and of all locations of the
// organizations, may send next.
func (j *Jobs) dues(ctx context.Context, locations, organizations []invite.ID) (map[invite.ID]due, error) {
	list, err := j.DB.Locations(ctx, every(), invite.Unique(locations))
	if err != nil {
		return nil, err
	}
	all, err := j.DB.LocationsOf(ctx, every(), organizations)
	if err != nil {
		return nil, err
	}
	list = append(list, all...)
	var owners []invite.ID
	for _, l := range list {
		owners = append(owners, l.OrganizationID)
	}
	orgs, err := j.DB.Organizations(ctx, every(), invite.Unique(owners))
	if err != nil {
		return nil, err
	}
	byID := map[invite.ID]invite.Organization{}
	for _, o := range orgs {
		byID[o.ID] = o
	}
	now := j.DB.Now()
	dues := map[invite.ID]due{}
	for _, l := range list {
		lane, err := l.LaneIn(byID[l.OrganizationID])
		if err != nil { // a zone this build does not know: the grant says so, and tries again
			dues[l.ID] = due{l.OrganizationID, now}
			continue
		}
		dues[l.ID] = due{l.OrganizationID, lane.Next(now)}
	}
	return dues, nil
}

// reschedule moves the lanes whose policy changed.
func (j *Jobs) reschedule(ctx context.Context, dues map[invite.ID]due, s subjects) error {
	changed := map[invite.ID]bool{}
	for _, id := range append(s.locations, s.organizations...) {
		changed[id] = true
	}
	moved := map[invite.ID]due{}
	for location, d := range dues {
		if changed[location] || changed[d.organization] {
			moved[location] = d
		}
	}
	return j.setDue(ctx, moved)
}

// setDue gives lanes their due times. Most share one: the window's start.
func (j *Jobs) setDue(ctx context.Context, dues map[invite.ID]due) error {
	byTime := map[time.Time][]invite.ID{}
	for location, d := range dues {
		at := d.at.UTC()
		byTime[at] = append(byTime[at], location)
	}
	for at, locations := range byTime {
		if err := j.Redis.SetDue(ctx, at, locations...); err != nil {
			return err
		}
	}
	return nil
}

func lanesOf(places []store.Place) []invite.ID {
	var ids []invite.ID
	for _, p := range places {
		ids = append(ids, p.LocationID)
	}
	return ids
}

// waiting returns those of the places that wait, with their lanes' due times.
// A lane that dues does not know stays dormant.
func waiting(places []store.Place, dues map[invite.ID]due) []rdb.Waiting {
	var list []rdb.Waiting
	for _, p := range places {
		if p.State == invite.RoundWaiting {
			list = append(list, rdb.Waiting{
				Location: p.LocationID, Round: p.ID, Priority: p.Priority, Place: p.Place, Due: dues[p.LocationID].at,
			})
		}
	}
	return list
}

// index gives open invitations their times in the indexes, and takes out those
// that can never be open again. One that may be opened once more by a resend is
// left alone: another replica may have indexed it anew already, and a time that
// has passed comes up once and is settled then.
func (j *Jobs) index(ctx context.Context, list []store.Expiry) error {
	var lapse, remind []rdb.Entry
	var over []invite.ID
	for _, e := range list {
		switch e.State {
		case invite.Pending:
			lapse = append(lapse, rdb.Entry{Invitation: e.ID, At: *e.ExpiresAt})
			if at, on := invite.ReminderAt(*e.ExpiresAt, e.ReminderDaysBefore); on && !e.Reminded {
				remind = append(remind, rdb.Entry{Invitation: e.ID, At: at})
			}
		case invite.Accepted, invite.Declined, invite.Revoked:
			over = append(over, e.ID)
		}
	}
	expiry, reminder := j.Redis.Index(rdb.Expiry), j.Redis.Index(rdb.Reminder)
	if len(lapse) > 0 {
		if err := expiry.Set(ctx, lapse); err != nil {
			return err
		}
	}
	if len(remind) > 0 {
		if err := reminder.Set(ctx, remind); err != nil {
			return err
		}
	}
	if len(over) > 0 {
		if err := expiry.Clear(ctx, over...); err != nil {
			return err
		}
		return reminder.Clear(ctx, over...)
	}
	return nil
}
