package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"runtime"
	"strings"
	"sync/atomic"

	"github.com/redis/go-redis/v9"

	"usher/app"
	"usher/auth"
	"usher/deliver"
	"usher/graph"
	"usher/internal/config"
	"usher/internal/httpd"
	"usher/jobs"
	"usher/jobs/rdb"
	"usher/store"
	"usher/web"
)

// redisShards spreads lanes over the slots of a cluster. A change of it makes
// the next start rebuild Redis from Postgres.
const redisShards = 4

// process is everything that runs, wired.
type process struct {
	handler  http.Handler
	jobs     *jobs.Jobs
	hub      *graph.Hub
	db       *store.DB
	redis    *redis.Client
	stopping atomic.Bool // no new requests
	log      *slog.Logger
	unlisten context.CancelFunc
}

// senders are what hands messages to the outside.
type senders struct {
	email *deliver.EmailSender
	sms   *deliver.TwilioSender
}

// hashers is how many passwords are hashed at once: one core is left to the
// rest, or a flood of registrations would stall lists (docs/adr/0015).
func hashers() int { return max(runtime.NumCPU()-1, 1) }

// wire makes the process out of complete settings. inbox is the development
// mode's; nil makes it production's.
func wire(ctx context.Context, c config.Config, log *slog.Logger, inbox http.Handler) (_ *process, err error) {
	keys, err := auth.ParseKeyring(c.Keys.Reveal(), rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("USHER_KEYS: %w", err)
	}
	out, err := newSenders(c)
	if err != nil {
		return nil, err
	}
	p := &process{log: log}
	defer func() {
		if err != nil {
			p.close()
		}
	}()
	if p.db, err = store.Open(ctx, c.DatabaseURL.Reveal(), store.Options{MaxConns: c.DatabaseConnections, Now: now}); err != nil {
		return nil, fmt.Errorf("DATABASE_URL: %w", err)
	}
	if p.redis, err = rdb.Open(c.RedisURL.Reveal()); err != nil {
		return nil, errors.New("REDIS_URL cannot be read") // without the cause, which quotes it
	}
	lanes := rdb.New(p.redis, c.RedisPrefix, redisShards)
	public := strings.TrimRight(c.PublicURL.String(), "/")
	useCases := app.New(app.Deps{
		DB: p.db, Keys: keys, Tokens: auth.NewTokens(keys, public, "usher"),
		Hasher:  auth.NewHasher(hashers()),
		Limiter: limiter{rdb.NewLimiter(lanes, now)},
		Mailer:  proofSender{email: out.email, sms: out.sms, from: c.MailFrom},
		Random:  rand.Reader,
		Wake:    func() { p.jobs.Wake() },
		Log:     log, Limits: app.DefaultLimits(),
		Additions: additionSender{out, c.MailFrom, public},
	})
	p.jobs, err = jobs.New(jobs.Deps{
		App: useCases, DB: p.db, Redis: lanes, Email: out.email, SMS: out.sms,
		From: c.MailFrom, PublicURL: public, Now: now, Log: log,
	})
	if err != nil {
		return nil, err
	}
	listening, unlisten := context.WithCancel(context.WithoutCancel(ctx))
	p.unlisten = unlisten
	p.hub = graph.NewHub(p.db, lanes.Listen(listening), log)
	p.handler = p.newHandler(c, useCases, keys, inbox)
	return p, nil
}

func (p *process) newHandler(c config.Config, useCases *app.App, keys *auth.Keyring, inbox http.Handler) http.Handler {
	development := inbox != nil
	address := httpd.ClientAddress(c.TrustedProxies)
	return httpd.New(httpd.Options{
		App: useCases, Keys: keys, Sessions: sessions{secure: c.PublicURL.Scheme == "https"},
		GraphQL: graph.NewHandler(graph.Options{
			App: useCases, DB: p.db, Hub: p.hub, Renderer: p.jobs, Log: p.log, PublicURL: &c.PublicURL, Development: development, ClientAddress: address,
			Documents: web.Documents(), DocumentsOnly: c.TrustedDocumentsOnly,
		}),
		AppleApps: appleApps(c), AndroidApps: androidApps(c),
		Inbox: inbox, PublicURL: &c.PublicURL, Development: development, ClientAddress: address,
		Database: p.db.Ping,
		Redis:    func(ctx context.Context) error { return p.redis.Ping(ctx).Err() },
		Stopping: p.stopping.Load,
		Now:      now, Log: p.log,
	})
}

func appleApps(c config.Config) (ids []string) {
	for _, id := range c.AppleAppIDs {
		ids = append(ids, string(id))
	}
	return ids
}

func androidApps(c config.Config) (apps []httpd.AndroidApp) {
	for _, app := range c.AndroidApps {
		apps = append(apps, httpd.AndroidApp(app))
	}
	return apps
}

// close gives back what wire opened.
func (p *process) close() {
	if p.unlisten != nil {
		p.unlisten()
	}
	if p.redis != nil {
		_ = p.redis.Close() // nothing of it is left to be written
	}
	if p.db != nil {
		_ = p.db.Close() // likewise
	}
}

// newSenders makes the senders; its errors name the setting that is wrong.
func newSenders(c config.Config) (senders, error) {
	email, err := deliver.NewEmailSender(c.SMTPURL.Reveal())
	if err != nil {
		return senders{}, fmt.Errorf("USHER_SMTP_URL: %w", err)
	}
	settings := deliver.TwilioConfig{BaseURL: c.SMSURL, AccountSID: c.SMSAccountSID, AuthToken: c.SMSAuthToken.Reveal()}
	if len(c.SMSFrom) == 34 { // the form of a messaging service's SID, see config
		settings.MessagingServiceSID = c.SMSFrom
	} else {
		settings.From = c.SMSFrom
	}
	sms, err := deliver.NewTwilioSender(settings)
	if err != nil {
		return senders{}, fmt.Errorf("USHER_SMS_*: %w", err)
	}
	return senders{email, sms}, nil
}

// newLog makes the process's log.
func newLog(c config.Config) *slog.Logger {
	options := &slog.HandlerOptions{Level: c.LogLevel}
	if c.LogFormat == "text" {
		return slog.New(slog.NewTextHandler(os.Stderr, options))
	}
	return slog.New(slog.NewJSONHandler(os.Stderr, options))
}
