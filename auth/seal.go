package auth

import (
	"errors"
	"fmt"
	"io"

	"golang.org/x/crypto/chacha20poly1305"
)

// ErrUnsealable is returned for sealed bytes that cannot be opened: cut short,
// altered, made for another purpose or other associated data, or under a key
// that is no longer in the ring. It carries nothing of their content.
var ErrUnsealable = errors.New("sealed text cannot be opened: altered, meant for something else, or its key has left the keyring")

// sealVersion is the first byte of everything sealed.
const sealVersion = 1

// Seal encrypts plain with the active key (XChaCha20-Poly1305, a random nonce
// each time), bound to purpose and to aad, which names the record it belongs
// to: a seal copied to another row does not open there. The result is version,
// length of the key id, key id, nonce, ciphertext. Returns an error only if
// randomness fails.
func (k *Keyring) Seal(purpose string, plain, aad []byte) ([]byte, error) {
	key := k.keys[0]
	aead, err := chacha20poly1305.NewX(key.seal)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	header := append([]byte{sealVersion, byte(len(key.id))}, key.id...)
	nonce := make([]byte, chacha20poly1305.NonceSizeX)
	if _, err := io.ReadFull(k.rand, nonce); err != nil {
		return nil, fmt.Errorf("read randomness for a seal: %w", err)
	}
	sealed := make([]byte, 0, len(header)+len(nonce)+len(plain)+aead.Overhead())
	sealed = append(append(sealed, header...), nonce...)
	return aead.Seal(sealed, nonce, plain, sealContext(header, purpose, aad)), nil
}

// Open decrypts what Seal made for the same purpose and aad, under any key of
// the ring. Returns ErrUnsealable otherwise.
func (k *Keyring) Open(purpose string, sealed, aad []byte) ([]byte, error) {
	if len(sealed) < 2 || sealed[0] != sealVersion {
		return nil, ErrUnsealable
	}
	headerEnd := 2 + int(sealed[1])
	nonceEnd := headerEnd + chacha20poly1305.NonceSizeX
	if len(sealed) < nonceEnd {
		return nil, ErrUnsealable
	}
	key, found := k.byID(string(sealed[2:headerEnd]))
	if !found {
		return nil, ErrUnsealable
	}
	aead, err := chacha20poly1305.NewX(key.seal)
	if err != nil {
		return nil, fmt.Errorf("open a seal: %w", err)
	}
	plain, err := aead.Open(nil, sealed[headerEnd:nonceEnd], sealed[nonceEnd:], sealContext(sealed[:headerEnd], purpose, aad))
	if err != nil {
		return nil, ErrUnsealable
	}
	return plain, nil
}

// sealContext is what a seal is bound to besides its key: lengths stand in
// front so that no two contexts read alike.
func sealContext(header []byte, purpose string, aad []byte) []byte {
	return fmt.Appendf(nil, "%s%d:%s:%s", header, len(purpose), purpose, aad)
}
