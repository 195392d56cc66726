// Command usher invites people into an app and sees them in. See `usher --help`.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"usher/internal/config"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	var cli commands
	parsed := kong.Parse(&cli, kong.Name("usher"), kong.Description("Takes people from a list into the app."),
		kong.UsageOnError(), kong.Help(help), kong.BindTo(ctx, (*context.Context)(nil)))
	if err := parsed.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "usher:", err)
		os.Exit(1)
	}
}

// now is the one clock of the process; everything else is handed it.
func now() time.Time { return time.Now() }

// help prints what kong would, and the settings.
func help(options kong.HelpOptions, ctx *kong.Context) error {
	if err := kong.DefaultHelpPrinter(options, ctx); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(ctx.Stdout); err != nil {
		return err
	}
	return config.WriteHelp(ctx.Stdout)
}

// Time limits of the server; see package httpd for those of single requests.
const (
	headerTime = 10 * time.Second
	idleTime   = 2 * time.Minute
	stopTime   = 20 * time.Second // for requests to end
	maxHeader  = 32 << 10
)

// serve runs the wired process on the listener until ctx ends or a part of it
// fails, then stops in order: no new requests, subscriptions end, messages on
// their way are sent and recorded.
func (p *process) serve(ctx context.Context, listener net.Listener) error {
	server := &http.Server{
		Handler: p.handler, ReadHeaderTimeout: headerTime, IdleTimeout: idleTime, MaxHeaderBytes: maxHeader,
		ErrorLog: slog.NewLogLogger(p.log.Handler(), slog.LevelWarn),
	}
	running, cancel := context.WithCancel(ctx)
	defer cancel()
	ended := make(chan error, 3)
	part := func(name string, run func() error) {
		go func() {
			err := run()
			if err != nil {
				err = fmt.Errorf("%s: %w", name, err)
			}
			cancel() // one that ends takes the others with it
			ended <- err
		}()
	}
	part("sending", func() error { return p.jobs.Run(running) })
	part("subscriptions", func() error { return p.hub.Run(running) })
	part("server", func() error {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	p.log.Info("up", "address", listener.Addr().String())

	<-running.Done()
	p.stopping.Store(true)
	p.log.Info("stopping")
	// Not of ctx, which has ended.
	ending, done := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
	defer done()
	err := server.Shutdown(ending)
	if errors.Is(err, context.DeadlineExceeded) {
		p.log.Warn("requests were cut off", "after", stopTime)
		err = server.Close()
	}
	for range cap(ended) {
		err = errors.Join(err, <-ended)
	}
	p.log.Info("stopped")
	return err
}
