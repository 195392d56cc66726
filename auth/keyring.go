package auth

import (
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/crypto/chacha20poly1305"
)

// What a secret is for. Hashes and seals made for one purpose never match or
// open under another.
const (
	ForLinkToken  = "link-token"
	ForTypedCode  = "typed-code"
	ForEmailProof = "email-proof"
)

// Limits of a keyring's configuration.
const (
	minKeyBytes = 32
	maxKeyID    = 16
)

// Keyring holds the master keys of an installation. The first key signs,
// hashes and seals; the others still verify, find and open what was made under
// them, so that adding a key in front invalidates nothing. Keys for each use
// are derived by HKDF-SHA-256 (RFC 5869), so that none serves two ends.
//
// It is safe for use by many goroutines. Printing one shows key ids only.
type Keyring struct {
	keys []derivedKeys // at least one; the first is active
	rand io.Reader
}

// derivedKeys is one master key, spread over its uses.
type derivedKeys struct {
	id     string
	sign   ed25519.PrivateKey
	lookup []byte // HMAC-SHA-256
	seal   []byte // XChaCha20-Poly1305
}

// ParseKeyring reads a keyring from its configuration, "kid:key[,kid:key...]":
// each kid 1 to 16 letters, digits, "-" or "_", unique; each key at least 32
// bytes of base64. The first is active. random gives the nonces of seals. Its
// errors name an entry by its place and never quote it.
func ParseKeyring(configuration string, random io.Reader) (*Keyring, error) {
	entries := strings.Split(configuration, ",")
	ring := &Keyring{rand: random}
	places := map[string]int{}
	for i, entry := range entries {
		place := i + 1
		id, text, found := strings.Cut(strings.TrimSpace(entry), ":")
		if !found || !validKeyID(id) {
			return nil, fmt.Errorf("key %d of %d is not of the form kid:key, where kid is 1 to %d letters, digits, - or _ and key is at least %d bytes of base64",
				place, len(entries), maxKeyID, minKeyBytes)
		}
		if first, taken := places[id]; taken {
			return nil, fmt.Errorf("keys %d and %d have the same kid: give each its own", first, place)
		}
		places[id] = place
		master, err := decodeBase64(text)
		if err != nil {
			return nil, fmt.Errorf("key %d of %d is not base64", place, len(entries))
		}
		if len(master) < minKeyBytes {
			return nil, fmt.Errorf("key %d of %d has %d bytes: at least %d are needed", place, len(entries), len(master), minKeyBytes)
		}
		key, err := derive(id, master)
		if err != nil {
			return nil, fmt.Errorf("key %d of %d cannot be used: %w", place, len(entries), err)
		}
		ring.keys = append(ring.keys, key)
	}
	return ring, nil
}

// GenerateKey makes a new master key in the form that ParseKeyring reads,
// under a random kid. Returns an error only if random fails.
func GenerateKey(random io.Reader) (string, error) {
	b := make([]byte, 4+minKeyBytes)
	if _, err := io.ReadFull(random, b); err != nil {
		return "", fmt.Errorf("read randomness for a key: %w", err)
	}
	return fmt.Sprintf("k%x:%s", b[:4], base64.StdEncoding.EncodeToString(b[4:])), nil
}

// Format writes the key ids and nothing else, whatever the verb, so that a
// keyring in a log line or an error gives no key away.
func (k *Keyring) Format(state fmt.State, _ rune) {
	if k == nil {
		_, _ = io.WriteString(state, "keyring(nil)")
		return
	}
	ids := make([]string, len(k.keys))
	for i, key := range k.keys {
		ids[i] = key.id
	}
	_, _ = fmt.Fprintf(state, "keyring(%s)", strings.Join(ids, ","))
}

// Lookup returns the keyed hash (32 bytes) under which a secret is stored. It
// is made with the active key.
func (k *Keyring) Lookup(purpose, secret string) []byte {
	return k.keys[0].hash(purpose, secret)
}

// Lookups returns the keyed hash of a secret under every key, the active one
// first, so that rows written before a rotation are found:
// WHERE token_hash = ANY($1).
func (k *Keyring) Lookups(purpose, secret string) [][]byte {
	hashes := make([][]byte, len(k.keys))
	for i, key := range k.keys {
		hashes[i] = key.hash(purpose, secret)
	}
	return hashes
}

// hash is HMAC-SHA-256 over purpose and secret, the purpose's length in front
// so that no two pairs read alike.
func (d derivedKeys) hash(purpose, secret string) []byte {
	mac := hmac.New(sha256.New, d.lookup)
	_, _ = fmt.Fprintf(mac, "%d:%s:%s", len(purpose), purpose, secret)
	return mac.Sum(nil)
}

// derive spreads one master key over its uses. The info texts are part of the
// stored format: changing one invalidates everything made with it.
func derive(id string, master []byte) (derivedKeys, error) {
	seed, errSign := hkdf.Key(sha256.New, master, nil, "usher/v1/sign/ed25519", ed25519.SeedSize)
	lookup, errLookup := hkdf.Key(sha256.New, master, nil, "usher/v1/lookup/hmac-sha256", sha256.Size)
	seal, errSeal := hkdf.Key(sha256.New, master, nil, "usher/v1/seal/xchacha20-poly1305", chacha20poly1305.KeySize)
	if err := errors.Join(errSign, errLookup, errSeal); err != nil {
		return derivedKeys{}, err
	}
	return derivedKeys{id: id, sign: ed25519.NewKeyFromSeed(seed), lookup: lookup, seal: seal}, nil
}

// byID returns the key of that id.
func (k *Keyring) byID(id string) (derivedKeys, bool) {
	for _, key := range k.keys {
		if key.id == id {
			return key, true
		}
	}
	return derivedKeys{}, false
}

func validKeyID(id string) bool {
	if id == "" || len(id) > maxKeyID {
		return false
	}
	for _, c := range []byte(id) {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '_':
		default:
			return false
		}
	}
	return true
}

// decodeBase64 reads either alphabet of RFC 4648, padded or not, because keys
// come from whatever tool was at hand.
func decodeBase64(text string) ([]byte, error) {
	text = strings.TrimRight(text, "=")
	if strings.ContainsAny(text, "-_") {
		return base64.RawURLEncoding.DecodeString(text)
	}
	return base64.RawStdEncoding.DecodeString(text)
}
