package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"usher/internal/inbox"
	"usher/internal/testenv"
	"usher/store/storetest"
)

func TestServeNamesWhatIsMissing(t *testing.T) {
	t.Parallel()
	_, said, code := usher(t, nil, "", "serve")
	if code != 1 || strings.Count(strings.TrimSpace(said), "\n") != 0 {
		t.Errorf("code %d, not one line: %s", code, said)
	}
	for _, name := range []string{"DATABASE_URL", "REDIS_URL", "USHER_PUBLIC_URL", "USHER_KEYS", "USHER_SMTP_URL", "USHER_MAIL_FROM", "USHER_SMS_ACCOUNT_SID", "USHER_SMS_AUTH_TOKEN", "USHER_SMS_FROM"} {
		if !strings.Contains(said, name) {
			t.Errorf("%q does not name %s", said, name)
		}
	}
}

func TestHelpListsTheSettings(t *testing.T) {
	t.Parallel()
	for _, arguments := range [][]string{{"--help"}, {"serve", "--help"}} {
		said, _, code := usher(t, nil, "", arguments...)
		if code != 0 || !strings.Contains(said, "USHER_PUBLIC_URL") || !strings.Contains(said, "default: :8080") {
			t.Errorf("usher %v: code %d, %s", arguments, code, said)
		}
	}
}

func TestKeysPrintsAKeyThatServes(t *testing.T) {
	t.Parallel()
	first, _, code := usher(t, nil, "", "keys")
	second, _, _ := usher(t, nil, "", "keys")
	if code != 0 || first == second || !regexp.MustCompile(`^k[0-9a-f]{8}:[A-Za-z0-9+/]{43}=\n$`).MatchString(first) {
		t.Errorf("code %d: %q and %q", code, first, second)
	}
}

// installation is the settings of a real one, on a database of its own.
func installation(t *testing.T, database string) []string {
	t.Helper()
	redis, prefix := testenv.Redis(t)
	messages, err := inbox.New(inbox.Options{Dir: t.TempDir(), Now: time.Now, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = messages.Close() })
	key, _, _ := usher(t, nil, "", "keys")
	return []string{
		"DATABASE_URL=" + database, "REDIS_URL=" + redis, "USHER_REDIS_PREFIX=" + prefix, "USHER_KEYS=" + strings.TrimSpace(key),
		"USHER_PUBLIC_URL=https://usher.example", "USHER_SMTP_URL=" + messages.SMTPURL(), "USHER_MAIL_FROM=hello@usher.example",
		"USHER_SMS_URL=" + messages.SMSBaseURL(), "USHER_SMS_ACCOUNT_SID=" + messages.SMSAccountSID(),
		"USHER_SMS_AUTH_TOKEN=" + messages.SMSAuthToken(), "USHER_SMS_FROM=+15005550006",
	}
}

func TestARealInstallation(t *testing.T) {
	t.Parallel()
	settings := installation(t, testenv.Postgres(t))

	_, said, code := usher(t, settings, "", "serve")
	if code != 1 || !strings.Contains(said, "run `usher migrate` first") {
		t.Fatalf("on an empty database: code %d, %s", code, said)
	}
	if _, said, code := usher(t, settings, "", "migrate"); code != 0 {
		t.Fatalf("migrate: %s", said)
	}
	owner := []string{"init", "--organization", "North Gym", "--preset", "gym", "--time-zone", "Europe/Berlin", "--name", "Ada North", "--email", "Ada@north.example", "--accent-color", "#3949AB"}
	if said, failed, code := usher(t, settings, "Tall7-Otter\n", owner...); code != 0 || !strings.Contains(said, "North Gym") || !strings.Contains(said, "ada@north.example") {
		t.Fatalf("init: code %d, %s %s", code, said, failed)
	}
	if _, said, code := usher(t, settings, "Tall7-Otter\n", owner...); code != 1 || !strings.Contains(said, "ada@north.example has an account already") {
		t.Errorf("init again: code %d, %s", code, said)
	}
	for _, bad := range [][]string{
		{"init", "--name", "Ada", "--email", "b@north.example"},
		{"init", "--name", "Ada", "--email", "b@north.example", "--organization", "X", "--time-zone", "Local"},
		{"init", "--name", "Ada", "--email", "b@north.example", "--organization", "X", "--time-zone", "UTC", "--accent-color", "blue"},
		{"init", "--name", "Ada", "--email", "b@", "--support"},
		{"init", "--name", "Ada", "--email", "b@north.example", "--support", "--organization", "X"},
	} {
		if _, said, code := usher(t, settings, "Tall7-Otter\n", bad...); code == 0 {
			t.Errorf("usher %v: %s", bad, said)
		}
	}
	if _, said, code := usher(t, settings, "", "init", "--support", "--name", "Sam", "--email", "sam@usher.example"); code == 0 || !strings.Contains(said, "USHER_INIT_PASSWORD") {
		t.Errorf("without a password: code %d, %s", code, said)
	}
	if _, said, code := usher(t, append(settings, "USHER_INIT_PASSWORD=password"), "", "init", "--support", "--name", "Sam", "--email", "sam@usher.example"); code == 0 || strings.Contains(said, "=password") {
		t.Errorf("with a weak password: code %d, %s", code, said)
	}
	if _, said, code := usher(t, append(settings, "USHER_INIT_PASSWORD=Kind8-Raven"), "", "init", "--support", "--name", "Sam", "--email", "sam@usher.example"); code != 0 {
		t.Errorf("support: %s", said)
	}

	server, base := serve(t, settings)
	for _, who := range []struct{ email, password, sees string }{
		{"ada@north.example", "Tall7-Otter", `"role":"OWNER","organization":{"accentColor":"#3949ab"}`},
		{"sam@usher.example", "Kind8-Raven", `"role":"SUPPORT","organization":null`},
	} {
		answer := ask(t, base, fmt.Sprintf(`{"query":"mutation($e: String!, $p: String!) { signIn(input: {email: $e, password: $p, transport: BEARER}) { viewer { membership { role organization { accentColor } } } } }","variables":{"e":%q,"p":%q}}`, who.email, who.password))
		if !strings.Contains(answer, who.sees) {
			t.Errorf("%s: %s", who.email, answer)
		}
	}
	if code, _ := fetch(t, base+"/inbox"); code != http.StatusNotFound {
		t.Errorf("a real installation has an inbox: %d", code)
	}
	if code := server.end(syscall.SIGTERM); code != 0 {
		t.Errorf("exit code %d:\n%s", code, server.log)
	}
}

// serve starts a server on a free port and waits until it answers.
func serve(t *testing.T, settings []string) (*running, string) {
	t.Helper()
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := free.Addr().String()
	if err := free.Close(); err != nil {
		t.Fatal(err)
	}
	server := start(t, append(settings, "USHER_LISTEN="+address), "serve")
	for base, late := "http://"+address, time.After(patience); ; {
		if code, _ := fetch(t, base+"/readyz"); code == http.StatusOK {
			return server, base
		}
		select {
		case <-server.done:
			t.Fatalf("it ended:\n%s", server.log)
		case <-late:
			t.Fatalf("it is never ready:\n%s", server.log)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// TestStoppingEndsSubscriptions stops a server that somebody listens to.
func TestStoppingEndsSubscriptions(t *testing.T) {
	t.Parallel()
	settings := installation(t, storetest.URL(t))
	var err error
	if _, said, code := usher(t, settings, "Tall7-Otter\n", "init", "--organization", "North Gym", "--time-zone", "Europe/Berlin", "--name", "Ada North", "--email", "ada@north.example"); code != 0 {
		t.Fatal(said)
	}
	server, base := serve(t, settings)
	answer := ask(t, base, `{"query":"mutation { signIn(input: {email: \"ada@north.example\", password: \"Tall7-Otter\", transport: BEARER}) { tokens { accessToken } } }"}`)
	token := regexp.MustCompile(`"accessToken":"([^"]+)"`).FindStringSubmatch(answer)
	if token == nil {
		t.Fatal(answer)
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	post := func(body, accept string) *http.Response {
		r, err := http.NewRequestWithContext(ctx, http.MethodPost, base+"/graphql", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Accept", accept)
		r.Header.Set("Authorization", "Bearer "+token[1])
		response, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = response.Body.Close() })
		if response.StatusCode != http.StatusOK {
			t.Fatalf("status %d", response.StatusCode)
		}
		return response
	}
	post(`{"query":"mutation { createContacts(input: {text: \"bo@mail.example\", invite: NOW}) { userErrors { message } } }"}`, "application/json")
	stream := post(`{"query":"subscription { invitationStatusChanged(after: \"0\") { to } }"}`, "text/event-stream")
	events := bufio.NewReader(stream.Body)
	for line := ""; !strings.Contains(line, "QUEUED"); { // then the stream is live
		if line, err = events.ReadString('\n'); err != nil {
			t.Fatal(err)
		}
	}
	began := time.Now()
	if code := server.end(syscall.SIGTERM); code != 0 {
		t.Errorf("exit code %d:\n%s", code, server.log)
	}
	if took := time.Since(began); took > stopTime {
		t.Errorf("stopping took %v", took)
	}
	if _, err := io.Copy(io.Discard, events); err != nil {
		t.Errorf("the stream broke off instead of ending: %v", err)
	}
	if strings.Contains(server.log.String(), "cut off") {
		t.Errorf("the subscription had to be cut off:\n%s", server.log)
	}
}
