package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"usher/address"
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
	Contact  string `help:"Whom its people ask for help: an email address or a phone number; the owner's email where left out."`
	Location string `default:"Main" help:"Name of its first location."`
	TimeZone string `help:"IANA time zone of that location, such as Europe/Berlin." placeholder:"ZONE"`
}

// Run makes what the flags say, all of it or nothing.
func (c initCommand) Run(ctx context.Context) error {
	settings, err := config.Load(config.Init, os.Environ())
	if err != nil {
		return err
	}
	if err := c.check(); err != nil {
		return err
	}
	password, err := initPassword(settings, os.Stdin)
	if err != nil {
		return err
	}
	email, problem := address.ParseEmail(c.Email)
	if problem != nil {
		return fmt.Errorf("--email: %s", problem.Message)
	}
	if refused := auth.CheckPassword(invite.PasswordFloor(), "", password, []string{c.Name, email.Lower, c.Org}); len(refused) > 0 {
		return errors.New("password: " + messages(refused))
	}
	if err := requireSchema(ctx, settings.DatabaseURL.Reveal()); err != nil {
		return err
	}
	db, err := store.Open(ctx, settings.DatabaseURL.Reveal(), store.Options{MaxConns: 4, Now: now})
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }() // what was written is committed
	hash, err := auth.NewHasher(runtime.NumCPU()).Hash(ctx, password)
	if err != nil {
		return err
	}
	account := invite.Account{ID: store.NewID(), Email: email.Lower, Name: c.Name, PasswordHash: hash}
	if err := db.InTx(ctx, func(tx *store.Tx) error { return c.insert(ctx, tx, account) }); err != nil {
		if invite.CodeOf(err) == invite.AccountExists {
			return fmt.Errorf("%s has an account already, so nothing was made; an owner can give that person a role", email.Lower)
		}
		return err
	}
	if c.Support {
		fmt.Printf("Made %s <%s> of support.\n", c.Name, email.Lower)
	} else {
		fmt.Printf("Made %s (%s) with the location %s in %s, and its owner %s <%s>.\n", c.Org, c.Preset, c.Location, c.TimeZone, c.Name, email.Lower)
	}
	return nil
}

func (c initCommand) check() error {
	if strings.TrimSpace(c.Name) == "" {
		return errors.New("--name must not be empty")
	}
	if c.Support {
		if c.Org != "" {
			return errors.New("--support and --organization exclude each other: support belongs to no organization")
		}
		return nil
	}
	if strings.TrimSpace(c.Org) == "" || strings.TrimSpace(c.Location) == "" {
		return errors.New("--organization and --location must have a name; for somebody of support give --support")
	}
	if _, err := time.LoadLocation(c.TimeZone); err != nil || c.TimeZone == "" || c.TimeZone == "Local" {
		return errors.New("--time-zone must be an IANA time zone such as Europe/Berlin or America/New_York")
	}
	return nil
}

func (c initCommand) insert(ctx context.Context, tx *store.Tx, account invite.Account) error {
	m := invite.Membership{ID: store.NewID(), AccountID: account.ID, Role: invite.Support}
	if !c.Support {
		org := invite.Organization{ID: store.NewID(), Name: c.Org, Preset: invite.Preset(strings.ToUpper(c.Preset)), Region: strings.ToUpper(c.Region), SupportContact: c.Contact}
		if org.SupportContact == "" {
			org.SupportContact = account.Email
		}
		if err := tx.InsertOrganization(ctx, org); err != nil {
			return err
		}
		if err := tx.InsertLocation(ctx, invite.Location{ID: store.NewID(), OrganizationID: org.ID, Name: c.Location, TimeZone: c.TimeZone}); err != nil {
			return err
		}
		m.OrganizationID, m.Role = &org.ID, invite.Owner
	}
	if err := tx.InsertAccount(ctx, account); err != nil {
		return err
	}
	return tx.InsertMembership(ctx, m)
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
