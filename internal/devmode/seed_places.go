package devmode

import (
	"context"
	"fmt"
	"strings"

	"usher/app"
	"usher/color"
	"usher/invite"
	"usher/store"
)

// The organizations' colors.
const (
	gymColor       = "#a63d14" // rust
	coachColor     = "#3949ab" // indigo
	communityColor = "#4a7a2c" // maple leaves in June
)

// gym makes the gym, with a contact in every status. Its first location lets a
// newcomer watch: one message every 2 seconds, at any hour. Its second has the
// policy of the preset, and a batch that waits.
func (s *seeder) gym(ctx context.Context) error {
	p, err := s.open(ctx, 60, app.NewOrganization{Name: gymName, Preset: invite.Gym, Region: "US", SupportContact: "hello@irontemple.example", AccentColor: gymColor, Locations: []app.NewLocation{{Name: "Downtown", TimeZone: "America/New_York"}, {Name: "Riverside", TimeZone: "America/New_York"}}}, gymStaff)
	if err != nil {
		return err
	}
	if err := s.mark(ctx, p); err != nil {
		return err
	}
	downtown, riverside := p.locations[0], p.locations[1]
	pace := 2
	_, _, err = s.app.UpdatePolicy(p.as(ctx, invite.Owner), app.PolicyInput{Location: &downtown.ID, Set: invite.PolicyPatch{
		PaceSeconds: &pace, SendWindow: &invite.WindowChoice{},
	}})
	if err != nil {
		return err
	}
	programs, groups, err := s.labels(ctx, p, []string{"Open Gym", "Strength Basics", "Yoga Flow"}, []string{"Competition Team", "Morning Crew"})
	if err != nil {
		return err
	}
	if err := s.gymHistory(ctx, p, downtown, programs[0]); err != nil {
		return err
	}
	if err := s.gymInvited(ctx, p, programs, groups); err != nil {
		return err
	}
	if _, err := s.create(ctx, p, invite.Leader, app.CreateInput{Contacts: gymProspects, Stage: invite.Prospect, Program: &programs[0]}); err != nil {
		return err
	}
	if _, err := s.create(ctx, p, invite.Leader, app.CreateInput{Contacts: gymOffline, ClientType: invite.Offline, Program: &programs[2]}); err != nil {
		return err
	}
	trainer := p.staff[invite.Trainer].Membership
	if _, err := s.create(ctx, p, invite.Leader, app.CreateInput{Contacts: gymTrainees, Trainer: &trainer}); err != nil {
		return err
	}
	return s.gymWaiting(ctx, p, riverside, programs[1])
}

// mark gives the gym its logo, in its color.
func (s *seeder) mark(ctx context.Context, p place) error {
	ground, err := color.Parse(p.org.Accent())
	if err != nil {
		return err
	}
	logo, err := gymLogo(ground)
	if err != nil {
		return err
	}
	_, err = s.app.UpdateOrganization(p.as(ctx, invite.Owner), app.PresentationInput{Logo: &logo})
	return err
}

// gymInvited makes those of the gym whose invitations have left.
func (s *seeder) gymInvited(ctx context.Context, p place, programs, groups []invite.ID) error {
	old, err := s.create(ctx, p, invite.Leader, app.CreateInput{Contacts: gymOld, Program: &programs[1], Groups: groups[:1]})
	if err != nil {
		return err
	}
	recent, err := s.create(ctx, p, invite.Leader, app.CreateInput{Contacts: gymRecent, Stage: invite.Trial, Program: &programs[2], Groups: groups[1:]})
	if err != nil {
		return err
	}
	messages, err := s.campaign(ctx, p, p.locations[0], 12, invite.Leader, old)
	if err != nil {
		return err
	}
	if err := s.join(ctx, messages[old[0]], gymClient); err != nil {
		return err
	}
	if err := s.decline(ctx, messages[old[1]]); err != nil {
		return err
	}
	if _, err := s.campaign(ctx, p, p.locations[0], 3, invite.Leader, recent); err != nil {
		return err
	}
	revoked, err := s.db.Contact(ctx, store.InOrganization(p.org.ID), recent[len(recent)-1])
	if err != nil {
		return err
	}
	if err := s.app.RevokeInvitation(p.as(ctx, invite.Leader), *revoked.InvitationID, "Moved to another gym."); err != nil {
		return err
	}
	return s.expire(ctx)
}

// gymWaiting invites many at the second location, at present.
func (s *seeder) gymWaiting(ctx context.Context, p place, location invite.Location, program invite.ID) error {
	var people []app.NewContact
	for n, name := range waitingNames {
		person := app.NewContact{Name: name, Email: addressOf(name)}
		if n%4 == 0 {
			person.Phone = fmt.Sprintf("+120255502%02d", n)
		}
		people = append(people, person)
	}
	s.clock.at = s.present
	ids, err := s.create(ctx, p, invite.Leader, app.CreateInput{Contacts: people, Location: &location.ID, Program: &program})
	if err != nil {
		return err
	}
	_, err = s.app.InviteContacts(p.as(ctx, invite.Leader), app.InviteInput{Contacts: ids})
	return err
}

// addressOf returns the address of somebody of whom nothing else is said.
func addressOf(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, " ", ".")) + "@mail.example"
}

// coach makes the coach, whose trainer invites own clients.
func (s *seeder) coach(ctx context.Context) error {
	p, err := s.open(ctx, 45, app.NewOrganization{Name: coachName, Preset: invite.Coach, Region: "DE", SupportContact: "kai@coachkai.example", AccentColor: coachColor, Locations: []app.NewLocation{{Name: "Studio", TimeZone: "Europe/Berlin"}}}, coachStaff)
	if err != nil {
		return err
	}
	programs, groups, err := s.labels(ctx, p, []string{"12-Week Plan", "Mobility"}, []string{"Online", "In Person"})
	if err != nil {
		return err
	}
	old, err := s.create(ctx, p, invite.Leader, app.CreateInput{Contacts: coachOld, Program: &programs[0], Groups: groups[:1]})
	if err != nil {
		return err
	}
	recent, err := s.create(ctx, p, invite.Trainer, app.CreateInput{Contacts: coachRecent, Program: &programs[1], Groups: groups[1:]})
	if err != nil {
		return err
	}
	if _, err := s.create(ctx, p, invite.Leader, app.CreateInput{Contacts: coachLater, Stage: invite.Prospect}); err != nil {
		return err
	}
	messages, err := s.campaign(ctx, p, p.locations[0], 16, invite.Leader, old)
	if err != nil {
		return err
	}
	if err := s.join(ctx, messages[old[0]], coachClient); err != nil {
		return err
	}
	if _, err := s.campaign(ctx, p, p.locations[0], 5, invite.Trainer, recent); err != nil {
		return err
	}
	return s.expire(ctx)
}
