package auth

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"

	"github.com/alexedwards/argon2id"
	"golang.org/x/text/unicode/norm"

	"usher/invite"
)

// MaxPasswordBytes is the longest password that is accepted: 128 characters of
// any script (NIST SP 800-63B, section 5.1.1.2, asks for at least 64).
const MaxPasswordBytes = 512

// hashParams are the least that OWASP's Password Storage Cheat Sheet asks of
// argon2id: 19 MiB, two passes, one lane.
var hashParams = argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// Hasher hashes and checks passwords with argon2id (RFC 9106). At most width of
// them are at work at once, so that a flood of sign-ins costs the rest of the
// server neither its cores nor its memory; the others wait for their turn or
// for their context's end. It is safe for use by many goroutines.
type Hasher struct {
	gate gate
	none string // a hash of no password; see VerifyNone
}

// NewHasher returns a hasher of that width, which should be the number of
// cores. A width below one counts as one.
func NewHasher(width int) *Hasher {
	b64 := base64.RawStdEncoding.EncodeToString
	return &Hasher{
		gate: make(gate, max(width, 1)),
		none: fmt.Sprintf("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s", hashParams.Memory, hashParams.Iterations, hashParams.Parallelism,
			b64(make([]byte, hashParams.SaltLength)), b64(make([]byte, hashParams.KeyLength))),
	}
}

// Hash returns the hash to store, in the PHC string format. Returns TOO_LONG
// if the password has more than MaxPasswordBytes, and the context's error if
// it ends before the turn comes.
func (h *Hasher) Hash(ctx context.Context, password string) (string, error) {
	if len(password) > MaxPasswordBytes {
		return "", invite.Errorf(invite.TooLong, "", "a password has at most %d bytes", MaxPasswordBytes)
	}
	var hash string
	var err error
	if waited := h.gate.do(ctx, func() { hash, err = argon2id.CreateHash(canonical(password), &hashParams) }); waited != nil {
		return "", waited
	}
	if err != nil {
		return "", fmt.Errorf("hash a password: %w", err)
	}
	return hash, nil
}

// Verify reports whether hash was made from password. A password that is too
// long is wrong. Returns the context's error if it ends before the turn comes,
// and an error for text that is no hash of ours.
func (h *Hasher) Verify(ctx context.Context, password, hash string) (bool, error) {
	if len(password) > MaxPasswordBytes {
		return false, nil
	}
	var match bool
	var err error
	if waited := h.gate.do(ctx, func() { match, err = argon2id.ComparePasswordAndHash(canonical(password), hash) }); waited != nil {
		return false, waited
	}
	if err != nil {
		return false, errors.New("the stored password hash cannot be read") // without the cause: it may quote the hash
	}
	return match, nil
}

// VerifyNone does the work of Verify for an account that does not exist, so
// that the time an answer takes does not say which accounts do. Returns the
// context's error if it ends before the turn comes.
func (h *Hasher) VerifyNone(ctx context.Context, password string) error {
	_, err := h.Verify(ctx, password, h.none)
	return err
}

// canonical returns the form of a password that is judged and hashed: Unicode
// NFC (RFC 8265, section 4.2), because keyboards differ in how they write "é".
func canonical(password string) string { return norm.NFC.String(password) }

// gate lets at most its capacity through at once.
type gate chan struct{}

// do runs work when there is room. Returns the context's error, without having
// run work, if it ends first.
func (g gate) do(ctx context.Context, work func()) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case g <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-g }()
	work()
	return nil
}
