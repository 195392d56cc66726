// Package config reads Usher's settings from the environment into one struct,
// whose tags are also what `usher --help` prints.
package config

import (
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"reflect"
	"strings"

	"github.com/caarlos0/env/v11"
)

// Command is a command of the binary, as the settings know it.
type Command string

// The commands. Development needs no setting: it brings its own.
const (
	Serve       Command = "serve"
	Development Command = "dev"
	Migrate     Command = "migrate"
	Init        Command = "init"
)

// Config is every setting. The tags of a field say, besides its variable and
// default: needed, the commands that cannot start without it; accepts, what a
// value must look like, which is also the text of a refusal; help, what it
// means. An empty variable counts as not set.
type Config struct {
	DatabaseURL         Secret `env:"DATABASE_URL" needed:"serve migrate init" accepts:"postgres://user:password@host:port/database" help:"The Postgres database, version 15 or later."`
	DatabaseConnections int    `env:"USHER_DATABASE_CONNECTIONS" envDefault:"20" accepts:"a whole number from 4 to 1000" help:"Most connections to Postgres that this process opens."`
	RedisURL            Secret `env:"REDIS_URL" needed:"serve" accepts:"redis://, rediss:// or unix:// and an address" help:"Redis 6 or later, or Valkey, with maxmemory-policy noeviction."`
	RedisPrefix         string `env:"USHER_REDIS_PREFIX" envDefault:"usher:" accepts:"1 to 40 characters without spaces and braces" help:"What the name of every key begins with; two installations on one Redis need two."`

	PublicURL      url.URL `env:"USHER_PUBLIC_URL" needed:"serve" accepts:"https://host without a path; http only on this machine" help:"Where people reach Usher: links in messages lead there, and browsers may call from nowhere else."`
	Listen         string  `env:"USHER_LISTEN" envDefault:":8080" accepts:"host:port, where host may be empty" help:"Where to listen. The development mode takes the port only."`
	TrustedProxies int     `env:"USHER_TRUSTED_PROXIES" envDefault:"0" accepts:"a whole number from 0 to 10" help:"How many proxies of yours stand in front and append to X-Forwarded-For. Limits on guessing go by the client's address, so a number too high lets strangers forge theirs."`

	Keys Secret `env:"USHER_KEYS" needed:"serve" accepts:"kid:key[,kid:key...], where kid is 1 to 16 letters, digits, - or _ and key is at least 32 bytes of base64" help:"Master keys. The first signs and seals, the others still open what was made under them. usher keys prints a new one."`

	SMTPURL       Secret `env:"USHER_SMTP_URL" needed:"serve" accepts:"smtp://user:password@host:587 or smtps://user:password@host:465; smtp takes ?tls=required, opportunistic or none" help:"The mail server that takes every email."`
	MailFrom      string `env:"USHER_MAIL_FROM" needed:"serve" accepts:"an email address without a name" help:"Sender address of every email; the organization is its name."`
	SMSURL        string `env:"USHER_SMS_URL" envDefault:"https://api.twilio.com" accepts:"https://host; http only on this machine" help:"Base address of Twilio's REST API, or of one like it."`
	SMSAccountSID string `env:"USHER_SMS_ACCOUNT_SID" needed:"serve" accepts:"letters and digits" help:"Account of the text message provider."`
	SMSAuthToken  Secret `env:"USHER_SMS_AUTH_TOKEN" needed:"serve" help:"Password of that account."`
	SMSFrom       string `env:"USHER_SMS_FROM" needed:"serve" accepts:"a number such as +15551234567, a sender name of at most 11 letters and digits, or the SID of a messaging service (MG...)" help:"Sender of every text message."`

	TrustedDocumentsOnly bool         `env:"USHER_TRUSTED_DOCUMENTS_ONLY" envDefault:"false" accepts:"true or false" help:"Serve no GraphQL documents but those of Usher's own apps, by their text or its SHA-256. Support may send any."`
	AppleAppIDs          []AppleAppID `env:"USHER_APPLE_APP_IDS" accepts:"TEAMID.bundle[,TEAMID.bundle...], where TEAMID is 10 capital letters and digits" help:"iOS apps that links to the join pages open, and that fill in passwords saved for this host."`
	AndroidApps          []AndroidApp `env:"USHER_ANDROID_APPS" accepts:"package=fingerprint[,package=fingerprint...], where fingerprint is the SHA-256 of a signing certificate as keytool prints it: 32 pairs of hexadecimal digits with colons" help:"Android apps that links to the join pages open, and that fill in passwords saved for this host. A package with several certificates stands there once for each."`

	LogLevel  slog.Level `env:"USHER_LOG_LEVEL" envDefault:"info" accepts:"debug, info, warn or error" help:"The least serious lines to log."`
	LogFormat string     `env:"USHER_LOG_FORMAT" envDefault:"json" accepts:"json or text" help:"Form of the log on standard error."`

	Home         string `env:"USHER_HOME" envDefault:".usher" help:"State folder of the development mode: its databases, keys and inbox."`
	InitPassword Secret `env:"USHER_INIT_PASSWORD" help:"Password of the person that usher init makes; read from standard input where it is not set."`
}

// Load reads the settings from variables of the form NAME=value. Its error is
// one line for all that is wrong; it names variables and what they accept, and
// never a value.
func Load(command Command, environ []string) (Config, error) {
	var c Config
	variables := env.ToMap(environ)
	err := env.ParseWithOptions(&c, env.Options{
		Environment: variables,
		FuncMap:     map[reflect.Type]env.ParserFunc{reflect.TypeFor[url.URL](): parseURL},
	})
	refused := map[string]bool{}
	if err != nil {
		var all env.AggregateError
		if !errors.As(err, &all) {
			return Config{}, err
		}
		for _, one := range all.Errors {
			var bad env.ParseError
			if !errors.As(one, &bad) {
				return Config{}, one // a mistake in the struct
			}
			refused[bad.Name] = true
		}
	}
	var missing, wrong []string
	for _, s := range settings() {
		set := variables[s.variable] != ""
		switch {
		case !set && s.neededBy(command):
			missing = append(missing, s.variable)
		case refused[s.field], set && !valid(s.variable, c):
			wrong = append(wrong, s.variable+" must be "+s.accepts)
		}
	}
	var lines []string
	if len(missing) > 0 {
		lines = append(lines, fmt.Sprintf("usher %s needs variables that are not set: %s", command, strings.Join(missing, ", ")))
	}
	lines = append(lines, wrong...)
	if len(lines) > 0 {
		return Config{}, errors.New(strings.Join(lines, "; ") + " (usher --help explains each)")
	}
	return c, nil
}

func parseURL(text string) (any, error) {
	u, err := url.Parse(text)
	if err != nil {
		return nil, errors.New("not a URL") // the library's own words quote it
	}
	return *u, nil
}

// Secret is text that must never be shown: printing it, in whatever way, tells
// only whether it is set.
type Secret string

// Format writes "(set)" or "(not set)", whatever the verb.
func (s Secret) Format(state fmt.State, _ rune) { _, _ = state.Write([]byte(s.hidden())) }

// LogValue is what a log line holds instead.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.hidden()) }

// MarshalText is what JSON holds instead.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.hidden()), nil }

func (s Secret) hidden() string {
	if s == "" {
		return "(not set)"
	}
	return "(set)"
}

// Reveal returns the text.
func (s Secret) Reveal() string { return string(s) }
