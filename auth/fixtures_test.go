package auth

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"

	"usher/invite"
)

// noon is when tests happen.
var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

// entry returns one entry of a keyring's configuration: a key of 32 times b.
func entry(kid string, b byte) string {
	return kid + ":" + base64.StdEncoding.EncodeToString(bytes.Repeat([]byte{b}, 32))
}

// ring parses a keyring of entries, the first active.
func ring(t testing.TB, entries ...string) *Keyring {
	t.Helper()
	keys, err := ParseKeyring(strings.Join(entries, ","), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// brokenReader is a source of randomness that has failed.
type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errors.New("no entropy") }

// wantUnauthenticated fails the test unless err is UNAUTHENTICATED and its
// text contains hint and none of secrets.
func wantUnauthenticated(t *testing.T, err error, hint string, secrets ...string) {
	t.Helper()
	if got := invite.CodeOf(err); got != invite.Unauthenticated {
		t.Fatalf("error %v has code %q; want %q", err, got, invite.Unauthenticated)
	}
	if !strings.Contains(err.Error(), hint) {
		t.Errorf("error %q does not say %q", err, hint)
	}
	wantNoSecret(t, err.Error(), secrets...)
}

// wantNoSecret fails the test if text contains a secret or an 8-byte piece of
// one.
func wantNoSecret(t *testing.T, text string, secrets ...string) {
	t.Helper()
	const piece = 8
	for _, secret := range secrets {
		for i := 0; i+piece <= len(secret); i++ {
			if strings.Contains(text, secret[i:i+piece]) {
				t.Errorf("%q contains %q of a secret", text, secret[i:i+piece])
				return
			}
		}
	}
}
