package devmode

import (
	"context"
	"fmt"
	"time"

	"usher/app"
	"usher/invite"
	"usher/store"
)

// community makes the community, which has no trainers: households in every
// state, likely ones, and access passes in every state but expired.
func (s *seeder) community(ctx context.Context) error {
	p, err := s.open(ctx, 30, app.NewOrganization{Name: communityName, Preset: invite.Community, Region: "US", SupportContact: "+1 202 555 0140", AccentColor: communityColor, Locations: []app.NewLocation{{Name: "Main Gate", TimeZone: "America/Los_Angeles"}}}, communityStaff)
	if err != nil {
		return err
	}
	programs, groups, err := s.labels(ctx, p, []string{"Pool Season"}, communityGroups)
	if err != nil {
		return err
	}
	if err := s.postedPasses(ctx, p, groups); err != nil {
		return err
	}
	homes, err := s.homes(ctx, p, groups)
	if err != nil {
		return err
	}
	if err := s.joinedHomes(ctx, p, homes); err != nil {
		return err
	}
	if err := s.communityInvited(ctx, p, programs, groups, homes); err != nil {
		return err
	}
	return s.expire(ctx)
}

// communityInvited makes those who were invited lately, in the order in which
// the lane let them leave, and the passes that the front desk keeps.
func (s *seeder) communityInvited(ctx context.Context, p place, programs, groups []invite.ID, homes map[string]invite.ID) error {
	old, err := s.create(ctx, p, invite.Leader, app.CreateInput{Contacts: communityOld, Program: &programs[0], Groups: groups[:elmStreet+1]})
	if err != nil {
		return err
	}
	recent, err := s.create(ctx, p, invite.Leader, app.CreateInput{Contacts: communityRecent, Groups: []invite.ID{groups[mapleStreet], groups[gardenCommittee]}})
	if err != nil {
		return err
	}
	later, err := s.create(ctx, p, invite.Leader, app.CreateInput{Contacts: communityLater, Stage: invite.Prospect})
	if err != nil {
		return err
	}
	messages, err := s.campaign(ctx, p, p.locations[0], 6, invite.Leader, old)
	if err != nil {
		return err
	}
	if err := s.join(ctx, messages[old[0]], communityClient); err != nil {
		return err
	}
	if err := s.decline(ctx, messages[old[1]]); err != nil {
		return err
	}
	if _, err := s.inviteHomes(ctx, p, 4, homes["7 Maple Street"], homes["Birch House, Apt 2"], homes["Birch House, Apt 3"]); err != nil {
		return err
	}
	if err := s.deskPasses(ctx, p, later[0]); err != nil {
		return err
	}
	_, err = s.campaign(ctx, p, p.locations[0], 2, invite.Leader, recent)
	return err
}

// homes puts the residents on file, makes their households and returns these
// by name.
func (s *seeder) homes(ctx context.Context, p place, groups []invite.ID) (map[string]invite.ID, error) {
	var err error
	if s.clock.at, err = morning(s.present, 21, p.locations[0].TimeZone); err != nil {
		return nil, err
	}
	for _, street := range []struct {
		group  int
		people []app.NewContact
	}{{mapleStreet, communityMaple}, {birchHouse, communityBirch}} {
		_, err := s.create(ctx, p, invite.Leader, app.CreateInput{Contacts: street.people, Groups: []invite.ID{groups[street.group]}, MakeHouseholds: true})
		if err != nil {
			return nil, err
		}
	}
	for _, home := range communityHomes {
		members, err := s.create(ctx, p, invite.Leader, app.CreateInput{Contacts: home.members, Groups: []invite.ID{groups[elmStreet]}})
		if err != nil {
			return nil, err
		}
		_, err = s.app.CreateHousehold(p.as(ctx, invite.Leader), app.NewHousehold{Name: &home.name, Members: members, Head: &members[0]})
		if err != nil {
			return nil, err
		}
	}
	made, err := s.db.HouseholdPage(ctx, store.InOrganization(p.org.ID), store.HouseholdFilter{}, nil, 100, s.clock.at)
	if err != nil {
		return nil, err
	}
	byName := map[string]invite.ID{}
	for _, h := range made {
		byName[h.Name] = h.ID
	}
	return byName, nil
}

// joinedHomes invites one of each of three households and lets them join. The
// last adds the rest of its people.
func (s *seeder) joinedHomes(ctx context.Context, p place, homes map[string]invite.ID) error {
	messages, err := s.inviteHomes(ctx, p, 14, homes["5 Maple Street"], homes["Birch House, Apt 1"], homes["3 Maple Street"])
	if err != nil {
		return err
	}
	var as context.Context
	for _, m := range messages {
		if as, err = s.enter(ctx, m.Message, Account{Name: m.to.Name, Password: clientPassword}); err != nil {
			return err
		}
	}
	return s.addsMembers(as)
}

// addsMembers adds a child without a sign-in, and somebody who has not
// confirmed by the present, in the name of a household's head.
func (s *seeder) addsMembers(as context.Context) error {
	mail := "joon.park@mail.example"
	for _, member := range []app.MemberInput{{Name: "Mia Park"}, {Name: "Joon Park", Email: &mail}} {
		if _, err := s.app.AddHouseholdMember(as, member); err != nil {
			return err
		}
	}
	return nil
}

// homeMessage is a message that went to one of a household.
type homeMessage struct {
	app.Message
	to invite.Contact
}

// inviteHomes invites one of each household so many days ago, makes them the
// heads, lets the messages leave and returns these in the order of homes.
func (s *seeder) inviteHomes(ctx context.Context, p place, daysAgo int, homes ...invite.ID) ([]homeMessage, error) {
	var err error
	if s.clock.at, err = morning(s.present, daysAgo, p.locations[0].TimeZone); err != nil {
		return nil, err
	}
	invited, err := s.app.InviteHouseholds(p.as(ctx, invite.Leader), app.HouseholdsToInvite{Households: homes})
	if err != nil {
		return nil, err
	}
	of := map[invite.ID]invite.ID{}
	for _, item := range invited.Items {
		if item.Invitation == nil {
			return nil, fmt.Errorf("nobody of household %s was invited: %w", item.Household, item.Skipped)
		}
		of[*item.Invitation] = *item.Contact
		if err := s.app.UpdateHousehold(p.as(ctx, invite.Leader), app.HouseholdChange{ID: item.Household, Head: item.Contact}); err != nil {
			return nil, err
		}
	}
	sent, err := s.leave(ctx, p.locations[0], of)
	if err != nil {
		return nil, err
	}
	var out []homeMessage
	for _, item := range invited.Items {
		c, err := s.db.Contact(ctx, store.InOrganization(p.org.ID), *item.Contact)
		if err != nil {
			return nil, err
		}
		out = append(out, homeMessage{sent[c.ID], c})
	}
	return out, nil
}

// postedPasses generates a run that was posted to a street, and lets some join
// with it.
func (s *seeder) postedPasses(ctx context.Context, p place, groups []invite.ID) error {
	var err error
	if s.clock.at, err = morning(s.present, 29, p.locations[0].TimeZone); err != nil {
		return err
	}
	as := p.as(ctx, invite.Leader)
	run, err := s.app.GeneratePasses(as, app.PassesInput{Count: 24, Note: "Welcome letters, Elm Street", Groups: []invite.ID{groups[elmStreet]}})
	if err != nil {
		return err
	}
	sheet, err := s.app.PrintPasses(as, app.PrintInput{Selection: app.PassSelection{Run: &run}, Paper: invite.Letter, PerPage: 8})
	if err != nil {
		return err
	}
	printed, err := s.app.OpenPrint(as, sheet.ID)
	if err != nil {
		return err
	}
	for n, person := range communityPassed {
		s.clock.advance(24 * time.Hour)
		if err := s.redeem(ctx, printed.Passes[n], person); err != nil {
			return err
		}
	}
	return nil
}

// redeem joins with a pass: the first try has a code mailed, the second proves
// the email with it.
func (s *seeder) redeem(ctx context.Context, pass app.PrintedPass, person app.NewContact) error {
	in := app.RegisterInput{
		Credential: app.Credential{Token: &pass.Token}, Name: person.Name, Password: clientPassword,
		Email: &person.Email, Address: &person.Address,
	}
	if person.Phone != "" {
		in.Phone = &person.Phone
	}
	if _, err := s.app.Register(ctx, app.Visitor{}, in); invite.CodeOf(err) != invite.EmailProofNeeded {
		return fmt.Errorf("pass %s asked for no proof: %w", pass.Reference, err)
	}
	in.Proof = &s.post.code
	_, err := s.app.Register(ctx, app.Visitor{}, in)
	return err
}

// deskPasses generates a run of which some were lost and one is for a contact.
func (s *seeder) deskPasses(ctx context.Context, p place, bound invite.ID) error {
	var err error
	if s.clock.at, err = morning(s.present, 3, p.locations[0].TimeZone); err != nil {
		return err
	}
	as := p.as(ctx, invite.Leader)
	days := 90
	run, err := s.app.GeneratePasses(as, app.PassesInput{Count: 10, Note: "Front desk", TTLDays: &days})
	if err != nil {
		return err
	}
	if _, err := s.app.PrintPasses(as, app.PrintInput{Selection: app.PassSelection{Run: &run}, Paper: invite.Letter, PerPage: 4}); err != nil {
		return err
	}
	passes, err := s.db.PassesOfRuns(ctx, []invite.ID{run})
	if err != nil {
		return err
	}
	if err := s.app.BindPass(as, passes[0].ID, &bound); err != nil {
		return err
	}
	lost := []invite.ID{passes[7].ID, passes[8].ID, passes[9].ID}
	_, err = s.app.RevokePasses(as, app.PassSelection{Passes: lost}, "Lost in the mail room")
	return err
}
