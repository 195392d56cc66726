package auth

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"usher/invite"
)

// AccessTTL is how long an access token is good for.
const AccessTTL = 15 * time.Minute

const (
	clockLeeway    = 10 * time.Second // how far the clocks of two replicas may differ
	maxAccessToken = 4096             // bytes; ours have some 600
	accessType     = "at+jwt"         // RFC 9068, section 2.1
	incomplete     = "the access token is incomplete; sign in again"
)

// Tokens issues and verifies access tokens (JWT, RFC 7519, in the manner of RFC
// 9068) and refresh tokens. It is safe for use by many goroutines.
type Tokens struct {
	keys             *Keyring
	issuer, audience string
}

// NewTokens returns the issuer of tokens that are signed by keys, name issuer
// as their origin and are accepted by audience only.
func NewTokens(keys *Keyring, issuer, audience string) *Tokens {
	return &Tokens{keys: keys, issuer: issuer, audience: audience}
}

// accessClaims are the claims of an access token. The registered "sub" is the
// account.
type accessClaims struct {
	jwt.RegisteredClaims
	Session      invite.ID   `json:"sid"`
	Membership   invite.ID   `json:"mid,omitempty"`
	Organization invite.ID   `json:"org,omitempty"`
	Role         invite.Role `json:"role"`
	Contact      invite.ID   `json:"con,omitempty"`
}

// IssueAccess signs an access token for an actor who has signed in, under the
// active key, and returns it with the time it ends. Kind, Name and ExpiresAt
// of actor are not read: the role decides the kind. Returns a plain error,
// INTERNAL to callers, for an actor without account, session or role.
func (t *Tokens) IssueAccess(actor Actor, now time.Time) (token string, expiresAt time.Time, err error) {
	expiresAt = now.Add(AccessTTL).UTC().Truncate(time.Second)
	claims := accessClaims{
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer:    t.issuer,
			Audience:  jwt.ClaimStrings{t.audience},
			Subject:   string(actor.Account),
			IssuedAt:  jwt.NewNumericDate(now),
			ExpiresAt: jwt.NewNumericDate(expiresAt),
		},
		Session:      actor.Session,
		Membership:   actor.Membership,
		Organization: actor.Organization,
		Role:         actor.Role,
		Contact:      actor.Contact,
	}
	if _, err := claims.actor(); err != nil {
		return "", time.Time{}, fmt.Errorf("issue an access token: %w", err)
	}
	key := t.keys.keys[0]
	unsigned := jwt.NewWithClaims(jwt.SigningMethodEdDSA, claims)
	unsigned.Header["kid"] = key.id
	unsigned.Header["typ"] = accessType
	token, err = unsigned.SignedString(key.sign)
	if err != nil {
		return "", time.Time{}, fmt.Errorf("sign an access token: %w", err)
	}
	return token, expiresAt, nil
}

// VerifyAccess returns the actor of an access token. Only EdDSA under a key of
// the ring is accepted, whatever the token claims of itself (RFC 8725, section
// 3.1). Returns UNAUTHENTICATED, with what to do about it, for anything else;
// the message never quotes the token.
func (t *Tokens) VerifyAccess(token string, now time.Time) (Actor, error) {
	if len(token) > maxAccessToken {
		return Actor{}, invite.Errorf(invite.Unauthenticated, "", "the access token is longer than %d bytes; sign in again", maxAccessToken)
	}
	parser := jwt.NewParser(
		jwt.WithValidMethods([]string{jwt.SigningMethodEdDSA.Alg()}),
		jwt.WithIssuer(t.issuer),
		jwt.WithAudience(t.audience),
		jwt.WithExpirationRequired(),
		jwt.WithIssuedAt(),
		jwt.WithLeeway(clockLeeway),
		jwt.WithTimeFunc(func() time.Time { return now }),
		jwt.WithStrictDecoding(),
	)
	var claims accessClaims
	if _, err := parser.ParseWithClaims(token, &claims, t.verifyKey); err != nil {
		return Actor{}, refusal(err)
	}
	actor, err := claims.actor()
	if err != nil {
		return Actor{}, invite.Errorf(invite.Unauthenticated, "", incomplete)
	}
	return actor, nil
}

// verifyKey returns the public key that a token's header names.
func (t *Tokens) verifyKey(token *jwt.Token) (any, error) {
	if token.Header["typ"] != accessType {
		return nil, errors.New("not an access token")
	}
	id, _ := token.Header["kid"].(string)
	key, found := t.keys.byID(id)
	if !found {
		return nil, errors.New("unknown key")
	}
	return key.sign.Public().(ed25519.PublicKey), nil
}

// actor checks that the claims are complete and returns whom they describe.
func (c accessClaims) actor() (Actor, error) {
	kind, known := kindOf(c.Role)
	if !known || c.Subject == "" || c.Session == "" || c.ExpiresAt == nil {
		return Actor{}, errors.New("an account, a session and a role are needed")
	}
	if kind != KindSupport && (c.Organization == "" || c.Membership == "") {
		return Actor{}, errors.New("this role needs an organization and a membership")
	}
	if kind == KindClient && c.Contact == "" {
		return Actor{}, errors.New("a client needs a contact")
	}
	return Actor{
		Kind:         kind,
		Account:      invite.ID(c.Subject),
		Membership:   c.Membership,
		Organization: c.Organization,
		Contact:      c.Contact,
		Session:      c.Session,
		Role:         c.Role,
		ExpiresAt:    c.ExpiresAt.UTC(),
	}, nil
}

// refusal says in our words why the parser refused a token: its own texts may
// quote parts of it.
func refusal(err error) error {
	message := "the access token is not one of ours; sign in again"
	switch {
	case errors.Is(err, jwt.ErrTokenMalformed):
		message = "the access token is malformed; sign in again"
	case errors.Is(err, jwt.ErrTokenRequiredClaimMissing):
		message = incomplete
	case errors.Is(err, jwt.ErrTokenExpired):
		message = "the access token has expired; refresh the session"
	case errors.Is(err, jwt.ErrTokenUsedBeforeIssued), errors.Is(err, jwt.ErrTokenNotValidYet):
		message = "the access token is not valid yet; check the clocks"
	case errors.Is(err, jwt.ErrTokenInvalidAudience), errors.Is(err, jwt.ErrTokenInvalidIssuer):
		message = "the access token was issued by or for another service; sign in again"
	}
	return invite.Errorf(invite.Unauthenticated, "", "%s", message)
}
