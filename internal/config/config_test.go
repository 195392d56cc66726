package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
)

const (
	secretKey      = "q7Zr4mYQ0v1oV2cXk8J3dW5sT9uLhB6nAeGfHiPyRjE="
	secretPassword = "hunter2hunter2"
	fingerprint    = "A0:01:02:03:04:05:06:07:08:09:0A:0B:0C:0D:0E:0F:10:11:12:13:14:15:16:17:18:19:1A:1B:1C:1D:1E:1F"
)

// complete is an environment in which `usher serve` starts.
func complete() map[string]string {
	return map[string]string{
		"DATABASE_URL":          "postgres://usher:" + secretPassword + "@db:5432/usher",
		"REDIS_URL":             "rediss://:" + secretPassword + "@redis:6379/0",
		"USHER_PUBLIC_URL":      "https://usher.example",
		"USHER_KEYS":            "k1:" + secretKey,
		"USHER_SMTP_URL":        "smtps://usher:" + secretPassword + "@mail.example",
		"USHER_MAIL_FROM":       "hello@usher.example",
		"USHER_SMS_ACCOUNT_SID": "AC0123",
		"USHER_SMS_AUTH_TOKEN":  secretPassword,
		"USHER_SMS_FROM":        "+15551234567",
	}
}

func environ(variables map[string]string) []string {
	var list []string
	for name, value := range variables {
		list = append(list, name+"="+value)
	}
	return list
}

func TestLoadTakesACompleteEnvironment(t *testing.T) {
	t.Parallel()
	c, err := Load(Serve, environ(complete()))
	if err != nil {
		t.Fatal(err)
	}
	if c.PublicURL.String() != "https://usher.example" || c.Keys.Reveal() != "k1:"+secretKey {
		t.Errorf("read %v", c.PublicURL)
	}
	if c.Listen != ":8080" || c.LogLevel != slog.LevelInfo || c.LogFormat != "json" || c.DatabaseConnections != 20 {
		t.Errorf("defaults: %+v", c)
	}
}

func TestMissingVariablesAreAllNamedInOneLine(t *testing.T) {
	t.Parallel()
	for command, want := range map[Command][]string{
		Serve:       slices.Sorted(maps.Keys(complete())),
		Migrate:     {"DATABASE_URL"},
		Init:        {"DATABASE_URL"},
		Development: nil,
	} {
		_, err := Load(command, []string{"REDIS_PREFIX=x"})
		if len(want) == 0 {
			if err != nil {
				t.Errorf("%s: %v", command, err)
			}
			continue
		}
		if err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: not one line: %v", command, err)
			continue
		}
		for _, name := range want {
			if !strings.Contains(err.Error(), name) {
				t.Errorf("%s: %q does not name %s", command, err, name)
			}
		}
		if got := strings.Count(err.Error(), ", ") + 1; got != len(want) {
			t.Errorf("%s: %q names %d variables, want %d", command, err, got, len(want))
		}
	}
	if _, err := Load(Serve, append(environ(complete()), "REDIS_URL=")); err == nil || !strings.Contains(err.Error(), "REDIS_URL") {
		t.Errorf("an empty variable counts as set: %v", err)
	}
}

func TestBadValuesAreNamedAndNeverQuoted(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ variable, value string }{
		{"DATABASE_URL", "mysql://u:" + secretPassword + "@h/d"},
		{"DATABASE_URL", "postgres://u:" + secretPassword + "%zz@h/d"},
		{"DATABASE_URL", secretPassword},
		{"USHER_DATABASE_CONNECTIONS", "many" + secretPassword},
		{"USHER_DATABASE_CONNECTIONS", "3"},
		{"REDIS_URL", "http://" + secretPassword},
		{"USHER_REDIS_PREFIX", "a{" + secretPassword},
		{"USHER_PUBLIC_URL", "http://usher.example/" + secretPassword},
		{"USHER_PUBLIC_URL", "https://usher.example/path" + secretPassword},
		{"USHER_PUBLIC_URL", "https://u:" + secretPassword + "@usher.example"},
		{"USHER_PUBLIC_URL", "http://usher.example"},
		{"USHER_PUBLIC_URL", "usher.example"},
		{"USHER_PUBLIC_URL", "https://%" + secretPassword},
		{"USHER_LISTEN", "8080"},
		{"USHER_LISTEN", ":http"},
		{"USHER_LISTEN", ":99999"},
		{"USHER_TRUSTED_PROXIES", "-1"},
		{"USHER_TRUSTED_PROXIES", "11"},
		{"USHER_TRUSTED_PROXIES", "one"},
		{"USHER_KEYS", secretKey},
		{"USHER_KEYS", "k1:" + secretPassword},
		{"USHER_KEYS", "k1:" + secretKey + ",k2"},
		{"USHER_SMTP_URL", "http://" + secretPassword},
		{"USHER_MAIL_FROM", "Usher <hello@usher.example>"},
		{"USHER_MAIL_FROM", "hello"},
		{"USHER_SMS_URL", "http://sms.example"},
		{"USHER_SMS_ACCOUNT_SID", "AC 1/" + secretPassword},
		{"USHER_SMS_FROM", "a sender name that is too long"},
		{"USHER_TRUSTED_DOCUMENTS_ONLY", "some" + secretPassword},
		{"USHER_APPLE_APP_IDS", secretPassword},
		{"USHER_APPLE_APP_IDS", "A1B2C3D4E.example.usher"},
		{"USHER_APPLE_APP_IDS", "a1b2c3d4e5.example.usher"},
		{"USHER_APPLE_APP_IDS", "A1B2C3D4E5."},
		{"USHER_APPLE_APP_IDS", "A1B2C3D4E5.*"},
		{"USHER_APPLE_APP_IDS", "A1B2C3D4E5.example.usher,"},
		{"USHER_APPLE_APP_IDS", "A1B2C3D4E5.example.usher A1B2C3D4E5.example.other"},
		{"USHER_ANDROID_APPS", "example.usher"},
		{"USHER_ANDROID_APPS", "=" + fingerprint},
		{"USHER_ANDROID_APPS", "usher=" + fingerprint},
		{"USHER_ANDROID_APPS", "example.1usher=" + fingerprint},
		{"USHER_ANDROID_APPS", "example.usher=" + fingerprint + ":00"},
		{"USHER_ANDROID_APPS", "example.usher=" + strings.ReplaceAll(fingerprint, ":", "")},
		{"USHER_ANDROID_APPS", "example.usher=" + strings.Replace(fingerprint, "A0", "G0", 1)},
		{"USHER_ANDROID_APPS", "example.usher=" + fingerprint + "," + secretPassword},
		{"USHER_LOG_LEVEL", "loud" + secretPassword},
		{"USHER_LOG_FORMAT", "xml"},
	} {
		variables := complete()
		variables[test.variable] = test.value
		_, err := Load(Serve, environ(variables))
		switch {
		case err == nil:
			t.Errorf("%s takes %q", test.variable, test.value)
		case !strings.HasPrefix(err.Error(), test.variable+" must be "):
			t.Errorf("%s=%q: %q does not begin with what must be", test.variable, test.value, err)
		case strings.Contains(err.Error(), secretPassword), strings.Contains(err.Error(), secretKey), strings.Contains(err.Error(), "\n"):
			t.Errorf("%s=%q: the error shows too much: %q", test.variable, test.value, err)
		}
	}
}

func TestSeveralMistakesAreOneLine(t *testing.T) {
	t.Parallel()
	variables := complete()
	delete(variables, "USHER_KEYS")
	variables["USHER_LOG_FORMAT"] = "xml"
	variables["USHER_TRUSTED_PROXIES"] = "x"
	_, err := Load(Serve, environ(variables))
	if err == nil {
		t.Fatal("accepted")
	}
	for _, part := range []string{"needs variables that are not set: USHER_KEYS", "USHER_LOG_FORMAT must be json or text", "USHER_TRUSTED_PROXIES must be"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q lacks %q", err, part)
		}
	}
	if strings.Contains(err.Error(), "\n") {
		t.Errorf("more than one line: %q", err)
	}
}

func TestGoodValues(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ variable, value string }{
		{"DATABASE_URL", "postgres:///usher?host=%2Frun%2Fpostgresql"},
		{"REDIS_URL", "unix:///run/redis.sock"},
		{"USHER_PUBLIC_URL", "https://usher.example:8443/"},
		{"USHER_PUBLIC_URL", "http://localhost:8080"},
		{"USHER_PUBLIC_URL", "http://[::1]:8080"},
		{"USHER_LISTEN", "[::1]:0"},
		{"USHER_KEYS", "new:" + secretKey + ", old:" + strings.TrimRight(secretKey, "=")},
		{"USHER_SMTP_URL", "smtp://127.0.0.1:2525?tls=none"},
		{"USHER_SMS_URL", "http://127.0.0.1:9000"},
		{"USHER_SMS_FROM", "Iron Temple"},
		{"USHER_SMS_FROM", "MG0123456789abcdef0123456789abcdef"},
		{"USHER_TRUSTED_DOCUMENTS_ONLY", "true"},
		{"USHER_APPLE_APP_IDS", "A1B2C3D4E5.example.usher, 0123456789.x-1"},
		{"USHER_ANDROID_APPS", "example.usher_2.App=" + strings.ToLower(fingerprint) + ", example.usher=" + fingerprint},
		{"USHER_LOG_LEVEL", "debug"},
	} {
		variables := complete()
		variables[test.variable] = test.value
		if _, err := Load(Serve, environ(variables)); err != nil {
			t.Errorf("%s=%q: %v", test.variable, test.value, err)
		}
	}
}

func TestApps(t *testing.T) {
	t.Parallel()
	variables := complete()
	variables["USHER_APPLE_APP_IDS"] = " A1B2C3D4E5.example.usher , 0123456789.x-1"
	variables["USHER_ANDROID_APPS"] = "example.usher=" + strings.ToLower(fingerprint) + ", example.other=" + fingerprint
	c, err := Load(Serve, environ(variables))
	if err != nil {
		t.Fatal(err)
	}
	if want := []AppleAppID{"A1B2C3D4E5.example.usher", "0123456789.x-1"}; !slices.Equal(c.AppleAppIDs, want) {
		t.Errorf("read %v", c.AppleAppIDs)
	}
	if want := []AndroidApp{{"example.usher", fingerprint}, {"example.other", fingerprint}}; !slices.Equal(c.AndroidApps, want) {
		t.Errorf("read %v", c.AndroidApps)
	}
	if c, err = Load(Serve, environ(complete())); err != nil || c.AppleAppIDs != nil || c.AndroidApps != nil || c.TrustedDocumentsOnly {
		t.Errorf("defaults: %+v, %v", c, err)
	}
}

func TestSecretsAreNeverPrinted(t *testing.T) {
	t.Parallel()
	c, err := Load(Serve, environ(complete()))
	if err != nil {
		t.Fatal(err)
	}
	var logged bytes.Buffer
	slog.New(slog.NewJSONHandler(&logged, nil)).Info("started", "config", c, "keys", c.Keys)
	slog.New(slog.NewTextHandler(&logged, nil)).Info("started", "config", c, "keys", c.Keys)
	encoded, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{fmt.Sprint(c), fmt.Sprintf("%+v", c), fmt.Sprintf("%#v", c), fmt.Sprintf("%q %x", c.Keys, c.Keys), string(encoded), logged.String()} {
		if strings.Contains(text, secretPassword) || strings.Contains(text, secretKey) || strings.Contains(text, fmt.Sprintf("%x", secretPassword)) {
			t.Errorf("a secret is printed: %s", text)
		}
		if !strings.Contains(text, "(set)") {
			t.Errorf("it is not told that the secrets are set: %s", text)
		}
	}
}

func TestHelpExplainsEverySetting(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if err := WriteHelp(&out); err != nil {
		t.Fatal(err)
	}
	commands := []Command{Serve, Development, Migrate, Init}
	for _, s := range settings() {
		if s.variable == "" || len(s.help) < 20 || !strings.HasSuffix(s.help, ".") {
			t.Errorf("%s is not explained", s.field)
		}
		if !strings.Contains(out.String(), "\n  "+s.variable) {
			t.Errorf("the help lacks %s", s.variable)
		}
		if s.defaulted && !strings.Contains(out.String(), s.variable+"  (default: "+s.fallback+")") {
			t.Errorf("the help lacks the default of %s", s.variable)
		}
		for _, name := range s.needed {
			if !slices.Contains(commands, Command(name)) {
				t.Errorf("%s is needed by %s, which is no command", s.variable, name)
			}
		}
	}
	if n := len(settings()); n != reflect.TypeFor[Config]().NumField() {
		t.Errorf("%d settings", n)
	}
	for line := range strings.Lines(out.String()) {
		if len(line) > helpWidth+40 {
			t.Errorf("a long line: %q", line)
		}
	}
}
