package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"usher/app"
	"usher/auth"
	"usher/internal/config"
	"usher/invite"
	"usher/store"
)

// initCommand asks nothing: what it needs are flags, and the password in the
// environment or on standard input.
type initCommand struct {
	Support  bool   `help:"Make somebody of the platform's support, who belongs to no organization."`
	Name     string `required:"" help:"The person's name."`
	Email    string `required:"" help:"The person's email address, to sign in with."`
	Org      string `name:"organization" help:"Name of the organization." placeholder:"NAME"`
	Preset   string `enum:"gym,coach,community" default:"gym" help:"Kind of organization: gym, coach or community."`
	Region   string `default:"US" help:"ISO 3166 country, for phone numbers written the national way."`
	Contact  string `help:"Whom its people ask for help: an email address, a phone number or a sentence; the owner's email where left out."`
	Accent   string `name:"accent-color" help:"The color of its screens and of the button in its emails, as #rrggbb; Usher's own where left out." placeholder:"COLOR"`
	Location string `default:"Main" help:"Name of its first location."`
	TimeZone string `help:"IANA time zone of that location, such as Europe/Berlin." placeholder:"ZONE"`
}

// Run makes what the flags say, all of it or nothing.
func (c initCommand) Run(ctx context.Context) error {
	settings, err := config.Load(config.Init, os.Environ())
	if err != nil {
		return err
	}
	if c.Support && c.Org != "" {
		return errors.New("--support and --organization exclude each other: support belongs to no organization")
	}
	password, err := initPassword(settings, os.Stdin)
	if err != nil {
		return err
	}
	url := settings.DatabaseURL.Reveal()
	if err := requireSchema(ctx, url); err != nil {
		return err
	}
	db, err := store.Open(ctx, url, store.Options{MaxConns: 4, Now: now})
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }() // what was written is committed
	useCases := app.New(app.Deps{DB: db, Hasher: auth.NewHasher(1)})
	return c.make(app.AsSystem(ctx, "init"), useCases, app.Person{Name: c.Name, Email: c.Email, Password: password})
}

func (c initCommand) make(ctx context.Context, useCases *app.App, person app.Person) error {
	if c.Support {
		if err := useCases.CreateSupport(ctx, person); err != nil {
			return c.inFlags(err)
		}
		fmt.Printf("Made %s <%s> of support.\n", c.Name, c.Email)
		return nil
	}
	made, err := useCases.CreateOrganization(ctx, app.NewOrganization{
		Name: c.Org, Preset: invite.Preset(strings.ToUpper(c.Preset)), Region: c.Region, SupportContact: c.Contact, AccentColor: c.Accent,
		Locations: []app.NewLocation{{Name: c.Location, TimeZone: c.TimeZone}}, Owner: person,
	})
	if err != nil {
		return c.inFlags(err)
	}
	fmt.Printf("Made %s (%s) with the location %s in %s, and its owner %s <%s>.\n",
		made.Organization.Name, c.Preset, c.Location, c.TimeZone, c.Name, strings.ToLower(c.Email))
	return nil
}

// inFlags says a refusal in the words of the flags.
func (c initCommand) inFlags(err error) error {
	refused, expected := invite.Refusals(err)
	switch {
	case invite.CodeOf(err) == invite.AccountExists:
		return fmt.Errorf("%s has an account already, so nothing was made; an owner can give that person a role", strings.ToLower(c.Email))
	case expected:
		return errors.New(messages(refused))
	}
	return err
}

// initPassword returns the password of the person to make.
func initPassword(c config.Config, in io.Reader) (string, error) {
	if c.InitPassword != "" {
		return c.InitPassword.Reveal(), nil
	}
	line, err := bufio.NewReader(io.LimitReader(in, auth.MaxPasswordBytes+2)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	if line = strings.TrimRight(line, "\r\n"); line == "" {
		return "", errors.New("no password: set USHER_INIT_PASSWORD, or write it to standard input")
	}
	return line, nil
}

// messages joins what refusals say.
func messages(refused []*invite.Error) string {
	var list []string
	for _, e := range refused {
		list = append(list, e.Message)
	}
	return strings.Join(list, "; ")
}
