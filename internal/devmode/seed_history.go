package devmode

import (
	"context"
	"slices"

	"usher/app"
	"usher/invite"
)

// gymEarlier are the gym's newcomers of the weeks before, by the day on which
// they were put on file and invited. The first of each join, a day after one
// another; of the rest, who is named in gymDeclines says no, and the others let
// the invitation lapse.
var gymEarlier = []struct {
	daysAgo, join int
	names         []string
}{
	{57, 2, []string{"Amara Diallo", "Bruno Kessler", "Carla Jimenez"}},
	{50, 1, []string{"Dmitri Volkov", "Edith Larsen"}},
	{46, 2, []string{"Felix Arnaud", "Greta Lindqvist", "Hugo Castellan", "Ines Barros"}},
	{39, 1, []string{"Julian Frost", "Katya Sorokin"}},
	{36, 2, []string{"Leon Archer", "Maya Holloway", "Noah Petit"}},
	{29, 3, []string{"Olga Reinholt", "Pavel Hruska", "Ramona Cruz", "Stefan Kohl"}},
	{22, 2, []string{"Tobias Engel", "Ursula Vance", "Victor Amado"}},
	{17, 1, []string{"Wanda Ricci", "Yara Mansour"}},
}

var gymDeclines = []string{"Edith Larsen", "Noah Petit"}

// gymHistory makes the gym's earlier weeks at one location. It comes before
// what happened later: a lane does not go back in time.
func (s *seeder) gymHistory(ctx context.Context, p place, location invite.Location, program invite.ID) error {
	for _, group := range gymEarlier {
		at, err := morning(s.present, group.daysAgo, location.TimeZone)
		if err != nil {
			return err
		}
		s.clock.at = at
		var people []app.NewContact
		for _, name := range group.names {
			people = append(people, app.NewContact{Name: name, Email: addressOf(name)})
		}
		ids, err := s.create(ctx, p, invite.Leader, app.CreateInput{Contacts: people, Location: &location.ID, Program: &program})
		if err != nil {
			return err
		}
		messages, err := s.campaign(ctx, p, location, group.daysAgo, invite.Leader, ids)
		if err != nil {
			return err
		}
		if err := s.reply(ctx, group.names, ids, messages, group.join); err != nil {
			return err
		}
	}
	return nil
}

// reply lets the first of those who were invited join, and some decline.
func (s *seeder) reply(ctx context.Context, names []string, ids []invite.ID, messages map[invite.ID]app.Message, join int) error {
	for n, name := range names {
		var err error
		switch {
		case n < join:
			err = s.join(ctx, messages[ids[n]], Account{Name: name, Password: clientPassword})
			s.clock.at = s.clock.at.AddDate(0, 0, 1)
		case slices.Contains(gymDeclines, name):
			err = s.decline(ctx, messages[ids[n]])
		}
		if err != nil {
			return err
		}
	}
	return nil
}
