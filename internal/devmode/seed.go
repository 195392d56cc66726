package devmode

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"usher/app"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// ErrOtherData says that the database holds organizations, and not the whole
// demo data: a real installation's, or those of a first start that was cut
// short. Nothing was added.
var ErrOtherData = errors.New("the database holds other organizations, so no demo data was added")

// Seed makes the demo data in a migrated database that has no organization.
// Where the data is there already it changes nothing. now is the present: what
// lies before it is made by the same use cases on a clock that was set back,
// so that facts, counts and states are as if it had happened.
//
// It returns ErrOtherData where it left a database alone.
func Seed(ctx context.Context, databaseURL string, keys *auth.Keyring, now time.Time) error {
	c := &clock{at: now}
	db, err := store.Open(ctx, databaseURL, store.Options{MaxConns: 4, Now: c.now})
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }() // nothing is left to be written
	if _, err := db.AccountByEmail(ctx, support.Email); invite.CodeOf(err) != invite.NotFound {
		return err
	}
	if used, err := holdsOrganizations(ctx, databaseURL); err != nil || used {
		return errors.Join(err, ErrOtherData)
	}
	post := &postman{}
	s := &seeder{db: db, clock: c, post: post, present: now, app: app.New(app.Deps{
		DB: db, Keys: keys, Tokens: auth.NewTokens(keys, "seed", "seed"), Hasher: auth.NewHasher(1),
		Limiter: unlimited{}, Mailer: post, Additions: post, Random: rand.Reader, Wake: func() {}, Log: slog.New(slog.DiscardHandler),
	})}
	for _, step := range []func(context.Context) error{s.gym, s.coach, s.community, s.support} {
		if err := step(ctx); err != nil {
			return fmt.Errorf("demo data: %w", err)
		}
	}
	return nil
}

// holdsOrganizations asks the database itself: no use case looks for
// organizations that nobody has named.
func holdsOrganizations(ctx context.Context, url string) (used bool, err error) {
	db, err := sql.Open("postgres", url)
	if err != nil {
		return false, err
	}
	defer db.Close()
	err = db.QueryRowContext(ctx, `SELECT EXISTS (SELECT FROM organizations)`).Scan(&used)
	return used, err
}

// unlimited lets every attempt through: the seed joins many people at once.
type unlimited struct{}

func (unlimited) Allow(context.Context, string, app.Limit) (bool, time.Duration, error) {
	return true, 0, nil
}

// postman takes the messages that prove something: the seed's people read
// their codes at once.
type postman struct{ code string }

func (p *postman) SendProof(_ context.Context, m app.Proof) error {
	p.code = m.Code
	return nil
}

func (*postman) SendAddition(context.Context, app.AdditionMessage) error { return nil }

// seeder makes the demo data.
type seeder struct {
	app     *app.App
	db      *store.DB
	clock   *clock
	post    *postman
	present time.Time
}

// place is an organization under construction.
type place struct {
	org       invite.Organization
	locations []invite.Location
	staff     map[invite.Role]auth.Actor
}

// open makes an organization with its locations and staff, the owner first, so
// many days ago.
func (s *seeder) open(ctx context.Context, daysAgo int, org app.NewOrganization, staff []Account) (place, error) {
	var err error
	if s.clock.at, err = morning(s.present, daysAgo, org.Locations[0].TimeZone); err != nil {
		return place{}, err
	}
	ctx = app.AsSystem(ctx, "seed")
	org.Owner = app.Person{Name: staff[0].Name, Email: staff[0].Email, Password: staff[0].Password}
	made, err := s.app.CreateOrganization(ctx, org)
	if err != nil {
		return place{}, err
	}
	p := place{org: made.Organization, locations: made.Locations, staff: map[invite.Role]auth.Actor{invite.Owner: acting(made.Owner)}}
	for _, person := range staff[1:] {
		m, err := s.app.AddStaff(ctx, app.StaffInput{
			Organization: &p.org.ID, Name: person.Name, Email: person.Email, Role: person.Role, InitialPassword: &person.Password,
		})
		if err != nil {
			return p, err
		}
		p.staff[person.Role] = acting(m)
	}
	return p, nil
}

// acting returns the holder of a staff membership as if signed in.
func acting(m invite.Membership) auth.Actor {
	return auth.Actor{Kind: auth.KindStaff, Account: m.AccountID, Membership: m.ID, Organization: *m.OrganizationID, Role: m.Role}
}

// as returns a context in which the place's staff of that role act.
func (p place) as(ctx context.Context, role invite.Role) context.Context {
	return auth.WithActor(ctx, p.staff[role])
}

// labels makes programs and groups and returns their ids in order.
func (s *seeder) labels(ctx context.Context, p place, programs, groups []string) (made, named []invite.ID, err error) {
	for _, name := range programs {
		program, err := s.app.CreateProgram(p.as(ctx, invite.Leader), nil, name)
		if err != nil {
			return nil, nil, err
		}
		made = append(made, program.ID)
	}
	for _, name := range groups {
		group, err := s.app.CreateGroup(p.as(ctx, invite.Leader), nil, name)
		if err != nil {
			return nil, nil, err
		}
		named = append(named, group.ID)
	}
	return made, named, nil
}

// create puts people on file as role does and returns their ids in order.
func (s *seeder) create(ctx context.Context, p place, role invite.Role, in app.CreateInput) ([]invite.ID, error) {
	if in.Stage == "" {
		in.Stage = invite.Member
	}
	if in.ClientType == "" {
		in.ClientType = invite.FullAccess
	}
	in.Invite = app.InviteLater
	made, err := s.app.CreateContacts(p.as(ctx, role), in)
	if err != nil {
		return nil, err
	}
	var ids []invite.ID
	for _, item := range made.Items {
		ids = append(ids, *item.Contact)
	}
	return ids, nil
}

// support makes the platform's support, which marks the data as complete.
func (s *seeder) support(ctx context.Context) error {
	s.clock.at = s.present
	return s.app.CreateSupport(app.AsSystem(ctx, "seed"), app.Person{Name: support.Name, Email: support.Email, Password: support.Password})
}
