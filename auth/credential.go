package auth

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"

	"usher/invite"
)

// NewLinkToken makes the token of an invitation's link: 144 random bits, less
// a twentieth of one, in the form that invite.IsLinkToken knows. It ends in a
// letter or a digit: programs that make links of text leave out a dash or an
// underscore at the end. Returns an error only if random fails.
func NewLinkToken(random io.Reader) (string, error) {
	b := make([]byte, (invite.LinkTokenLength-1)*6/8)
	for {
		if _, err := io.ReadFull(random, b); err != nil {
			return "", fmt.Errorf("read randomness for a link token: %w", err)
		}
		token := string(invite.LinkTokenVersion) + base64.RawURLEncoding.EncodeToString(b)
		if last := token[len(token)-1]; last != '-' && last != '_' {
			return token, nil
		}
	}
}

// NewCode makes a code that a person can type: 50 random bits, normalized; see
// invite.GroupCode for how to show it. Returns an error only if random fails.
func NewCode(random io.Reader) (string, error) {
	code := make([]byte, invite.CodeLength)
	if _, err := io.ReadFull(random, code); err != nil {
		return "", fmt.Errorf("read randomness for a code: %w", err)
	}
	for i, b := range code {
		code[i] = invite.CodeAlphabet[b%32] // 32 divides 256: every symbol is as likely
	}
	return string(code), nil
}

// NewProof makes the 6 digits that prove an email address. Returns an error
// only if random fails.
func NewProof(random io.Reader) (string, error) {
	const proofs = 1_000_000
	const usable = (1 << 32) / proofs * proofs // beyond it, low numbers would be likelier
	for {
		var b [4]byte
		if _, err := io.ReadFull(random, b[:]); err != nil {
			return "", fmt.Errorf("read randomness for a proof: %w", err)
		}
		if n := binary.BigEndian.Uint32(b[:]); n < usable {
			return fmt.Sprintf("%06d", n%proofs), nil
		}
	}
}
