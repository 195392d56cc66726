package graph

import (
	"context"
	"slices"
	"time"

	"usher/app"
	"usher/auth"
	"usher/graph/model"
	"usher/invite"
)

type organizationResolver struct{ *Resolver }
type locationResolver struct{ *Resolver }

func (r *queryResolver) Organization(ctx context.Context, id invite.ID) (*invite.Organization, error) {
	if _, err := of(ctx).signedIn(); err != nil {
		return nil, err
	}
	return ptr(of(ctx).load().organizations.load(ctx, id))
}

func (r *queryResolver) PasswordPolicy(ctx context.Context, organization *invite.ID) (*model.PasswordPolicy, error) {
	if organization == nil {
		return &model.PasswordPolicy{PasswordRule: invite.PasswordFloor()}, nil
	}
	org, err := r.App.AnyOrganization(ctx, *organization)
	return &model.PasswordPolicy{PasswordRule: org.Policy().Password}, err
}

func (r *organizationResolver) Policy(_ context.Context, o *invite.Organization) (*model.Policy, error) {
	return model.NewPolicy(o.Policy(), invite.PolicySources(o.Overrides, invite.PolicyPatch{})), nil
}

// staffOnly returns what a load finds of an organization where the asker is its
// staff, or support. An organization may be shown to others: to whoever has
// another membership there.
func staffOnly[V any](ctx context.Context, from *loader[[]V], id invite.ID) ([]V, error) {
	if _, err := of(ctx).require(auth.ViewContacts); err != nil {
		return nil, err
	}
	if _, err := of(ctx).load().organizations.load(ctx, id); err != nil {
		return nil, err
	}
	list, _, err := from.find(ctx, id)
	return notNil(list), err
}

func (r *organizationResolver) Locations(ctx context.Context, o *invite.Organization) ([]invite.Location, error) {
	return staffOnly(ctx, of(ctx).load().locationsOf, o.ID)
}

func (r *organizationResolver) Programs(ctx context.Context, o *invite.Organization) ([]invite.Program, error) {
	return staffOnly(ctx, of(ctx).load().programsOf, o.ID)
}

func (r *organizationResolver) Groups(ctx context.Context, o *invite.Organization) ([]invite.Group, error) {
	return staffOnly(ctx, of(ctx).load().groupsOf, o.ID)
}

func (r *organizationResolver) Staff(ctx context.Context, o *invite.Organization) ([]invite.Membership, error) {
	return staffOnly(ctx, of(ctx).load().staffOf, o.ID)
}

func (r *organizationResolver) ClientTypes(_ context.Context, o *invite.Organization) ([]model.ClientType, error) {
	var list []model.ClientType
	for _, t := range []invite.ClientType{invite.FullAccess, invite.FullAccessOneWay, invite.Offline} {
		list = append(list, clientType(t, o.Policy()))
	}
	return list, nil
}

func clientType(t invite.ClientType, p invite.Policy) model.ClientType {
	return model.ClientType{Key: t, InvitedOnAssignment: p.AutoInvite && t != invite.Offline}
}

func (r *organizationResolver) StatusCounts(ctx context.Context, o *invite.Organization) ([]model.StatusCount, error) {
	return r.statusCounts(ctx, model.ContactConnection{Organization: o.ID, Scope: of(ctx).load().scope.Within(o.ID)})
}

func (r *locationResolver) Policy(ctx context.Context, l *invite.Location) (*model.Policy, error) {
	org, err := of(ctx).load().organizations.load(ctx, l.OrganizationID)
	return model.NewPolicy(l.PolicyIn(org), invite.PolicySources(org.Overrides, l.Overrides)), err
}

func (r *locationResolver) Waiting(ctx context.Context, l *invite.Location) (int, error) {
	if _, err := of(ctx).require(auth.ViewContacts); err != nil {
		return 0, err
	}
	n, _, err := of(ctx).load().depths.find(ctx, l.ID)
	return n, err
}

func (r *locationResolver) NextSendAt(ctx context.Context, l *invite.Location) (*time.Time, error) {
	return r.lane(ctx, l, func(lane invite.Lane, _ int) time.Time { return lane.Next(of(ctx).now) })
}

func (r *locationResolver) ExpectedFinishAt(ctx context.Context, l *invite.Location) (*time.Time, error) {
	return r.lane(ctx, l, func(lane invite.Lane, waiting int) time.Time { return lane.Finish(of(ctx).now, waiting) })
}

// lane asks the location's lane something about what waits in it; nil where
// nothing does.
func (r *locationResolver) lane(ctx context.Context, l *invite.Location, ask func(invite.Lane, int) time.Time) (*time.Time, error) {
	n, err := r.Waiting(ctx, l)
	if err != nil || n == 0 {
		return nil, err
	}
	org, err := of(ctx).load().organizations.load(ctx, l.OrganizationID)
	if err != nil {
		return nil, err
	}
	lane, err := l.LaneIn(org)
	if err != nil {
		return nil, err
	}
	at := ask(lane, n)
	return &at, nil
}

func (r *mutationResolver) UpdatePolicy(ctx context.Context, in model.UpdatePolicyInput) (*model.UpdatePolicyPayload, error) {
	change, err := policyInput(in)
	if err != nil {
		errs, err := refusals(err)
		return &model.UpdatePolicyPayload{UserErrors: errs}, err
	}
	org, location, err := r.App.UpdatePolicy(ctx, change)
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return &model.UpdatePolicyPayload{UserErrors: errs}, err
	}
	p := model.NewPolicy(org.Policy(), invite.PolicySources(org.Overrides, invite.PolicyPatch{}))
	if location != nil {
		p = model.NewPolicy(location.PolicyIn(org), invite.PolicySources(org.Overrides, location.Overrides))
	}
	return &model.UpdatePolicyPayload{Policy: p, UserErrors: errs}, nil
}

// policyInput returns the change that the input describes.
func policyInput(in model.UpdatePolicyInput) (app.PolicyInput, error) {
	out := app.PolicyInput{Organization: in.Organization, Location: in.Location, Clear: in.Reset, Set: invite.PolicyPatch{
		TTLDays: in.TTLDays, PassTTLDays: in.PassTTLDays, PaceSeconds: in.PaceSeconds, Channels: in.Channels,
		ReminderDaysBefore: in.ReminderDaysBefore, AutoInvite: in.AutoInvite, TrainersInvite: in.TrainersInvite,
		MaxBulkCreate: in.MaxBulkCreate, MaxPassesPerRun: in.MaxPassesPerRun, MaxHouseholdMembers: in.MaxHouseholdMembers, BillingUnit: in.BillingUnit,
		Subject: in.Subject, Body: in.Body, Button: in.Button,
	}}
	if in.Password != nil {
		out.Set.PasswordMinLength = &in.Password.MinLength
	}
	if in.StatusLabels != nil {
		out.Set.StatusLabels = map[invite.ContactStatus]string{}
		for _, l := range in.StatusLabels {
			out.Set.StatusLabels[l.Status] = l.Label
		}
	}
	if in.StageLabels != nil {
		out.Set.StageLabels = map[invite.Stage]string{}
		for _, l := range in.StageLabels {
			out.Set.StageLabels[l.Stage] = l.Label
		}
	}
	var err error
	out.Set.SendWindow, err = window(in)
	return out, err
}

// window reads when invitations may leave; nil where nothing is said of it.
func window(in model.UpdatePolicyInput) (*invite.WindowChoice, error) {
	anyTime, w := in.AnyTime != nil && *in.AnyTime, in.SendWindow
	switch {
	case anyTime && w != nil:
		return nil, invite.Errorf(invite.Invalid, "input.sendWindow", "Give either sendWindow or anyTime: true.")
	case anyTime:
		return &invite.WindowChoice{}, nil
	case w == nil:
		return nil, nil
	}
	var errs invite.Errors
	read := func(field, text string) invite.TimeOfDay {
		t, err := invite.ParseTimeOfDay(text)
		if err != nil {
			errs = append(errs, invite.Errorf(invite.Invalid, field, "Give a local time as HH:MM, 00:00 to 24:00."))
		}
		return t
	}
	out := &invite.Window{From: read("input.sendWindow.from", w.From), To: read("input.sendWindow.to", w.To), Days: invite.EveryDay}
	if w.Days != nil {
		out.Days = weekdays(w.Days)
	}
	return &invite.WindowChoice{Window: out}, errs.Or()
}

func weekdays(days []model.Weekday) invite.Weekdays {
	var out invite.Weekdays
	for _, d := range days {
		n := slices.Index(model.AllWeekday, d)
		out |= invite.WeekdaysOf(time.Weekday((n + 1) % 7)) // time's week begins on Sunday
	}
	return out
}

func (r *mutationResolver) CreateLocation(ctx context.Context, in model.CreateLocationInput) (*model.LocationPayload, error) {
	l, err := r.App.CreateLocation(ctx, in.Organization, in.Name, in.TimeZone)
	return locationPayload(l, err)
}

func (r *mutationResolver) UpdateLocation(ctx context.Context, in model.UpdateLocationInput) (*model.LocationPayload, error) {
	l, err := r.App.UpdateLocation(ctx, in.ID, in.Name, in.TimeZone)
	return locationPayload(l, err)
}

func locationPayload(l invite.Location, err error) (*model.LocationPayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return &model.LocationPayload{UserErrors: errs}, err
	}
	return &model.LocationPayload{Location: &l, UserErrors: errs}, nil
}

func (r *mutationResolver) AddStaff(ctx context.Context, in model.AddStaffInput) (*model.StaffPayload, error) {
	m, err := r.App.AddStaff(ctx, app.StaffInput{
		Organization: in.Organization, Name: in.Name, Email: in.Email, Role: in.Role, InitialPassword: in.InitialPassword,
	})
	return staffPayload(m, err)
}

func (r *mutationResolver) RemoveStaff(ctx context.Context, in model.RemoveStaffInput) (*model.StaffPayload, error) {
	m, err := r.App.RemoveStaff(ctx, in.Membership)
	return staffPayload(m, err)
}

func staffPayload(m invite.Membership, err error) (*model.StaffPayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return &model.StaffPayload{UserErrors: errs}, err
	}
	return &model.StaffPayload{Membership: &m, UserErrors: errs}, nil
}
