package graph

import (
	"context"
	"sync"
	"time"

	"usher/app"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// request is what the resolvers of one response share: who is asking, one time
// for all, and the loaders of what the asker may see.
type request struct {
	db  *store.DB
	now time.Time

	position func() (int64, error) // of the newest event

	mu    sync.Mutex
	actor auth.Actor
	sees  *loaders
}

type requestKey struct{}

func newRequest(ctx context.Context, db *store.DB) *request {
	r := &request{db: db, now: db.Now(), position: endOfStream(ctx, db, auth.FromContext(ctx))}
	r.become(auth.FromContext(ctx))
	return r
}

// of returns the request that ctx belongs to.
func of(ctx context.Context) *request { return ctx.Value(requestKey{}).(*request) }

// become makes the rest of the response that of another asker: who signs in
// sees in the payload what they may see from then on.
func (r *request) become(actor auth.Actor) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.actor = actor
	r.sees = newLoaders(r.db, app.ScopeOf(actor), r.now)
}

func (r *request) asker() auth.Actor {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.actor
}

func (r *request) load() *loaders {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.sees
}

// signedIn returns the asker, or UNAUTHENTICATED.
func (r *request) signedIn() (auth.Actor, error) {
	actor := r.asker()
	if !actor.SignedIn() {
		return actor, invite.Errorf(invite.Unauthenticated, "", "Sign in first.")
	}
	return actor, nil
}

// require returns the asker if they hold the permission in their
// organization. Seeing, unlike inviting, does not depend on the policy.
func (r *request) require(p auth.Permission) (auth.Actor, error) {
	actor := r.asker()
	return actor, actor.Require(p, false)
}

// loaders read what one asker may see, for one response.
type loaders struct {
	scope store.Scope

	organizations *loader[invite.Organization]
	own           *loader[invite.Organization] // of the asker's other memberships; asked for by their holder only
	locations     *loader[invite.Location]
	contacts      *loader[invite.Contact]
	accounts      *loader[invite.Account]
	memberships   *loader[invite.Membership]
	invitations   *loader[invite.Invitation]
	batches       *loader[invite.Batch]
	groups        *loader[invite.Group]
	passRuns      *loader[invite.PassRun]
	passLoaders
	householdLoaders
	groupLoaders

	locationsOf *loader[[]invite.Location] // by organization
	programsOf  *loader[[]invite.Program]
	groupsOf    *loader[[]invite.Group]
	staffOf     *loader[[]invite.Membership]
	totalsOf    *loader[[]store.StatusCount]
	reports     *parted[reportOf, []store.ReportDay]
	problems    *parted[int, []store.Problem] // by how many

	contactPrograms    *loader[[]invite.Program] // by contact
	contactGroups      *loader[[]invite.Group]
	contactInvitations *loader[[]invite.Invitation]

	deliveries *loader[[]invite.Delivery] // by invitation
	timelines  *loader[[]invite.Fact]
	rounds     *loader[[]invite.Round]
	ranks      *loader[store.Rank]

	progress *loader[invite.Progress] // by batch
	lasts    *loader[[]store.Rank]

	depths      *loader[int] // by location
	laneQueues  *parted[queuePage, queuedRounds]
	batchQueues *parted[queuePage, queuedRounds] // by batch
}

// Most of what hangs on one record.
const (
	maxInvitations = 20
	maxDeliveries  = 100
	maxTimeline    = 100
)

func newLoaders(db *store.DB, s store.Scope, now time.Time) *loaders {
	l := &loaders{scope: s}
	type ids = []invite.ID
	l.organizations = newLoader(func(ctx context.Context, k ids) (map[invite.ID]invite.Organization, error) {
		list, err := db.Organizations(ctx, s, k)
		return byID(list, err, func(o invite.Organization) invite.ID { return o.ID })
	})
	l.own = newLoader(func(ctx context.Context, k ids) (map[invite.ID]invite.Organization, error) {
		list, err := db.Organizations(ctx, store.EveryOrganization(), k)
		return byID(list, err, func(o invite.Organization) invite.ID { return o.ID })
	})
	l.locations = newLoader(func(ctx context.Context, k ids) (map[invite.ID]invite.Location, error) {
		list, err := db.Locations(ctx, s, k)
		return byID(l.sawLocations(list), err, func(o invite.Location) invite.ID { return o.ID })
	})
	l.contacts = newLoader(func(ctx context.Context, k ids) (map[invite.ID]invite.Contact, error) {
		list, err := db.Contacts(ctx, s, k)
		return byID(l.sawContacts(list), err, func(o invite.Contact) invite.ID { return o.ID })
	})
	l.accounts = newLoader(func(ctx context.Context, k ids) (map[invite.ID]invite.Account, error) {
		list, err := db.Accounts(ctx, k)
		return byID(list, err, func(o invite.Account) invite.ID { return o.ID })
	})
	l.memberships = newLoader(func(ctx context.Context, k ids) (map[invite.ID]invite.Membership, error) {
		list, err := db.Memberships(ctx, k)
		return byID(l.sawMemberships(list), err, func(o invite.Membership) invite.ID { return o.ID })
	})
	l.invitations = newLoader(func(ctx context.Context, k ids) (map[invite.ID]invite.Invitation, error) {
		list, err := db.Invitations(ctx, s, k)
		return byID(l.sawInvitations(list), err, func(o invite.Invitation) invite.ID { return o.ID })
	})
	l.batches = newLoader(func(ctx context.Context, k ids) (map[invite.ID]invite.Batch, error) {
		list, err := db.Batches(ctx, s, k)
		return byID(l.sawBatches(list), err, func(o invite.Batch) invite.ID { return o.ID })
	})
	l.ofCommunities(db)
	l.ofHouseholds(db)
	l.ofPasses(db, now)
	l.ofGroups(db, now)
	l.ofOrganizations(db, now)
	l.ofReports(db, now)
	l.ofContacts(db)
	l.ofSending(db)
	l.ofQueues(db)
	return l
}

func (l *loaders) ofCommunities(db *store.DB) {
	type ids = []invite.ID
	l.groups = newLoader(func(ctx context.Context, k ids) (map[invite.ID]invite.Group, error) {
		list, err := db.Groups(ctx, l.scope, k)
		return byID(l.sawGroups(list), err, func(o invite.Group) invite.ID { return o.ID })
	})
	l.passRuns = newLoader(func(ctx context.Context, k ids) (map[invite.ID]invite.PassRun, error) {
		list, err := db.PassRuns(ctx, l.scope, k)
		return byID(l.sawRuns(list), err, func(o invite.PassRun) invite.ID { return o.ID })
	})
}

func (l *loaders) ofOrganizations(db *store.DB, now time.Time) {
	l.locationsOf = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]invite.Location, error) {
		list, err := db.LocationsOf(ctx, l.scope, k)
		return grouped(l.sawLocations(list), err, func(o invite.Location) invite.ID { return o.OrganizationID }, itself)
	})
	l.programsOf = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]invite.Program, error) {
		list, err := db.ProgramsOf(ctx, l.scope, k)
		return grouped(list, err, func(o invite.Program) invite.ID { return o.OrganizationID }, itself)
	})
	l.groupsOf = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]invite.Group, error) {
		list, err := db.GroupsOf(ctx, l.scope, k)
		return grouped(l.sawGroups(list), err, func(o invite.Group) invite.ID { return o.OrganizationID }, itself)
	})
	l.staffOf = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]invite.Membership, error) {
		list, err := db.StaffOf(ctx, k)
		return grouped(l.sawMemberships(list), err, func(o invite.Membership) invite.ID { return *o.OrganizationID }, itself)
	})
	l.totalsOf = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]store.StatusCount, error) {
		list, err := db.StatusTotals(ctx, k, now)
		return grouped(list, err, func(o store.OrganizationStatusCount) invite.ID { return o.OrganizationID },
			func(o store.OrganizationStatusCount) store.StatusCount { return o.StatusCount })
	})
}

func (l *loaders) ofContacts(db *store.DB) {
	l.contactPrograms = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]invite.Program, error) {
		list, err := db.ProgramsOfContacts(ctx, l.scope, k)
		return grouped(list, err, func(o store.Carried[invite.Program]) invite.ID { return o.ContactID },
			func(o store.Carried[invite.Program]) invite.Program { return o.Label })
	})
	l.contactGroups = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]invite.Group, error) {
		list, err := db.GroupsOfContacts(ctx, l.scope, k)
		for _, o := range list {
			l.sawGroups([]invite.Group{o.Label})
		}
		return grouped(list, err, func(o store.Carried[invite.Group]) invite.ID { return o.ContactID },
			func(o store.Carried[invite.Group]) invite.Group { return o.Label })
	})
	l.contactInvitations = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]invite.Invitation, error) {
		list, err := db.InvitationsOfContacts(ctx, l.scope, k, maxInvitations)
		return grouped(l.sawInvitations(list), err, func(o invite.Invitation) invite.ID { return o.ContactID }, itself)
	})
}

func (l *loaders) ofSending(db *store.DB) {
	l.deliveries = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]invite.Delivery, error) {
		list, err := db.DeliveriesOfInvitations(ctx, k)
		return grouped(list, err, func(o invite.Delivery) invite.ID { return o.InvitationID }, itself)
	})
	l.timelines = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]invite.Fact, error) {
		list, err := db.Timelines(ctx, k, maxTimeline)
		return grouped(list, err, func(o invite.Fact) invite.ID { return *o.InvitationID }, itself)
	})
	l.rounds = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]invite.Round, error) {
		list, err := db.RoundsOfInvitations(ctx, k)
		for _, r := range list {
			if r.BatchID != nil {
				l.batches.want(*r.BatchID)
			}
		}
		return grouped(list, err, func(o invite.Round) invite.ID { return o.InvitationID }, itself)
	})
	l.ranks = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID]store.Rank, error) {
		list, err := db.RanksOfInvitations(ctx, k)
		out := map[invite.ID]store.Rank{}
		for _, r := range list {
			l.locations.want(r.LocationID)
			if had, ok := out[r.InvitationID]; !ok || r.Rank < had.Rank {
				out[r.InvitationID] = r
			}
		}
		return out, err
	})
	l.progress = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID]invite.Progress, error) {
		list, err := db.Progress(ctx, k)
		out := map[invite.ID]invite.Progress{}
		for _, p := range list {
			out[p.BatchID] = p.Progress
		}
		return out, err
	})
	l.lasts = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID][]store.Rank, error) {
		list, err := db.LastOfBatches(ctx, k)
		for _, r := range list {
			l.locations.want(r.LocationID)
		}
		return grouped(list, err, func(o store.Rank) invite.ID { return *o.BatchID }, itself)
	})
	l.depths = newLoader(func(ctx context.Context, k []invite.ID) (map[invite.ID]int, error) {
		list, err := db.Depths(ctx, k)
		out := map[invite.ID]int{}
		for _, d := range list {
			out[d.LocationID] = d.N
		}
		return out, err
	})
}

// The saw methods say what may be asked of the records of a list.

func (l *loaders) sawContacts(list []invite.Contact) []invite.Contact {
	for _, c := range list {
		l.organizations.want(c.OrganizationID)
		l.locations.want(c.LocationID)
		l.contactPrograms.want(c.ID)
		l.contactGroups.want(c.ID)
		l.contactInvitations.want(c.ID)
		if c.InvitationID != nil {
			l.invitations.want(*c.InvitationID)
		}
		if c.TrainerID != nil {
			l.memberships.want(*c.TrainerID)
		}
		l.households.want(id(c.HouseholdID))
	}
	return list
}

func (l *loaders) sawInvitations(list []invite.Invitation) []invite.Invitation {
	for _, i := range list {
		l.contacts.want(i.ContactID)
		l.organizations.want(i.OrganizationID)
		l.deliveries.want(i.ID)
		l.timelines.want(i.ID)
		l.rounds.want(i.ID)
		l.ranks.want(i.ID)
	}
	return list
}

func (l *loaders) sawBatches(list []invite.Batch) []invite.Batch {
	for _, b := range list {
		l.progress.want(b.ID)
		l.lasts.want(b.ID)
		l.batchQueues.want(b.ID)
	}
	return list
}

func (l *loaders) sawLocations(list []invite.Location) []invite.Location {
	for _, o := range list {
		l.organizations.want(o.OrganizationID)
		l.depths.want(o.ID)
		l.laneQueues.want(o.ID)
	}
	return list
}

func (l *loaders) sawMemberships(list []invite.Membership) []invite.Membership {
	for _, m := range list {
		l.accounts.want(m.AccountID)
		if m.OrganizationID != nil {
			l.organizations.want(*m.OrganizationID)
		}
		if m.ContactID != nil {
			l.contacts.want(*m.ContactID)
		}
	}
	return list
}
