package auth

import (
	"crypto/hmac"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
	"time"

	"usher/invite"
)

// RefreshGrace is how long the token before the current one is still answered,
// with the same successor, so that two tabs that refresh at once, or an answer
// lost on the way, sign nobody out.
const RefreshGrace = 10 * time.Second

const (
	refreshVersion  = "1"
	forRefreshToken = "refresh-token"
	maxRefreshToken = 256 // bytes; ours have some 90
)

// SessionState is what a session's row says about its refresh tokens. Zero
// times mean "never", but for ExpiresAt, which every session has.
type SessionState struct {
	Generation int       // of the current refresh token
	RotatedAt  time.Time // when Generation became current
	RevokedAt  time.Time
	ExpiresAt  time.Time
}

// RefreshOutcome is what to do about a refresh token that was presented.
type RefreshOutcome string

// The outcomes.
const (
	// RefreshRotate: the current token. Set Generation to the presented one
	// plus one where it still equals the presented one, and answer with the
	// token of the new generation. If another request was faster, read the row
	// and decide again.
	RefreshRotate RefreshOutcome = "ROTATE"
	// RefreshRepeat: the token before, within RefreshGrace of the rotation.
	// Change nothing and answer with the token of Generation, which is the one
	// that the first to ask was given.
	RefreshRepeat RefreshOutcome = "REPEAT"
	// RefreshReused: a token that was used up. Somebody else holds a copy:
	// revoke the session (RFC 9700, section 4.14.2).
	RefreshReused RefreshOutcome = "REUSED"
	// RefreshEnded: the session is revoked or has expired.
	RefreshEnded RefreshOutcome = "ENDED"
)

// Refresh decides about a refresh token of the presented generation.
func Refresh(presentedGeneration int, state SessionState, now time.Time) RefreshOutcome {
	switch {
	case !state.RevokedAt.IsZero(), !now.Before(state.ExpiresAt):
		return RefreshEnded
	case presentedGeneration == state.Generation:
		return RefreshRotate
	case presentedGeneration == state.Generation-1 && now.Sub(state.RotatedAt) <= RefreshGrace:
		return RefreshRepeat
	}
	return RefreshReused
}

// RefreshToken returns the refresh token of one generation of a session:
// "1.session.generation.MAC". Under one active key it is always the same text,
// so that a successor can be answered again without being stored.
func (t *Tokens) RefreshToken(session invite.ID, generation int) string {
	signed := refreshText(session, generation)
	return signed + "." + base64.RawURLEncoding.EncodeToString(t.keys.Lookup(forRefreshToken, signed))
}

// ParseRefreshToken returns the session and generation of a refresh token that
// any key of the ring made. It does not say whether that session still lives:
// see Refresh. Returns UNAUTHENTICATED for anything else; the message never
// quotes the token.
func (t *Tokens) ParseRefreshToken(token string) (session invite.ID, generation int, err error) {
	refused := invite.Errorf(invite.Unauthenticated, "", "the refresh token is not valid; sign in again")
	if len(token) > maxRefreshToken {
		return "", 0, refused
	}
	parts := strings.Split(token, ".")
	if len(parts) != 4 {
		return "", 0, refused
	}
	generation, err = strconv.Atoi(parts[2])
	if err != nil {
		return "", 0, refused
	}
	session = invite.ID(parts[1])
	signed := refreshText(session, generation)
	mac, err := base64.RawURLEncoding.Strict().DecodeString(parts[3])
	if err != nil || strings.Join(parts[:3], ".") != signed {
		return "", 0, refused
	}
	for _, want := range t.keys.Lookups(forRefreshToken, signed) {
		if hmac.Equal(mac, want) {
			return session, generation, nil
		}
	}
	return "", 0, refused
}

// refreshText is the part of a refresh token that its MAC covers.
func refreshText(session invite.ID, generation int) string {
	return fmt.Sprintf("%s.%s.%d", refreshVersion, session, generation)
}
