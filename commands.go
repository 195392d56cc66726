package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"os"

	"usher/auth"
	"usher/internal/config"
	"usher/internal/devmode"
	"usher/store"
)

// commands are the command line.
type commands struct {
	Serve   serveCommand   `cmd:"" help:"Run a real installation. Every setting that it needs must be there."`
	Dev     devCommand     `cmd:"" help:"Run on this machine alone with demo data, databases and an inbox of its own."`
	Migrate migrateCommand `cmd:"" help:"Bring the database's schema to this version."`
	Init    initCommand    `cmd:"" help:"Make the first organization and its owner, or somebody of support."`
	Keys    keysCommand    `cmd:"" help:"Print a new master key for USHER_KEYS."`
}

type serveCommand struct{}

// Run serves until it is told to stop.
func (serveCommand) Run(ctx context.Context) error {
	c, err := config.Load(config.Serve, os.Environ())
	if err != nil {
		return err
	}
	if err := requireSchema(ctx, c.DatabaseURL.Reveal()); err != nil {
		return err
	}
	p, err := wire(ctx, c, newLog(c), nil)
	if err != nil {
		return err
	}
	defer p.close()
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("USHER_LISTEN: %w", err)
	}
	return p.serve(ctx, listener)
}

type devCommand struct{}

// Run starts what is needed, makes the demo data once, and serves.
func (devCommand) Run(ctx context.Context) error {
	environ := os.Environ()
	if os.Getenv("USHER_LOG_FORMAT") == "" {
		environ = append(environ, "USHER_LOG_FORMAT=text")
	}
	c, err := config.Load(config.Development, environ)
	if err != nil {
		return err
	}
	log := newLog(c)
	mode, err := devmode.Start(ctx, devmode.Options{Settings: c, Now: now, Log: log})
	if err != nil {
		return err
	}
	defer mode.Stop()
	if c, err = config.Load(config.Serve, mode.Environ(environ)); err != nil {
		return err
	}
	if err := store.Migrate(ctx, c.DatabaseURL.Reveal()); err != nil {
		return err
	}
	keys, err := auth.ParseKeyring(c.Keys.Reveal(), rand.Reader)
	if err != nil {
		return fmt.Errorf("keys in %s: %w", c.Home, err)
	}
	unseeded := devmode.Seed(ctx, c.DatabaseURL.Reveal(), keys, now())
	if unseeded != nil && !errors.Is(unseeded, devmode.ErrOtherData) {
		return unseeded
	}
	p, err := wire(ctx, c, log, mode.Inbox.Handler())
	if err != nil {
		return err
	}
	defer p.close()
	if err := mode.WriteBanner(os.Stdout, unseeded); err != nil {
		return err
	}
	return p.serve(ctx, mode.Listener())
}

type migrateCommand struct{}

// Run migrates.
func (migrateCommand) Run(ctx context.Context) error {
	c, err := config.Load(config.Migrate, os.Environ())
	if err != nil {
		return err
	}
	if err := store.Migrate(ctx, c.DatabaseURL.Reveal()); err != nil {
		return err
	}
	fmt.Println("The schema is up to date.")
	return nil
}

type keysCommand struct{}

// Run prints a key.
func (keysCommand) Run() error {
	key, err := auth.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	fmt.Println(key)
	return nil
}
