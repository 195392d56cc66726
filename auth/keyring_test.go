package auth

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

func TestParseKeyringRefuses(t *testing.T) {
	good := entry("a", 1)
	secret := base64.StdEncoding.EncodeToString([]byte("the quick brown fox jumps over the lazy dog"))
	tests := []struct {
		name, text, want string
	}{
		{"empty", "", "key 1 of 1 is not of the form kid:key"},
		{"no kid", secret, "key 1 of 1 is not of the form kid:key"},
		{"empty kid", ":" + secret, "kid is 1 to 16"},
		{"swapped", secret + ":a", "kid is 1 to 16"},
		{"kid with a space", "a b:" + secret, "kid is 1 to 16"},
		{"second entry empty", good + ",", "key 2 of 2"},
		{"short", "a:" + base64.StdEncoding.EncodeToString([]byte("thirty-one bytes are one less..")), "has 31 bytes: at least 32"},
		{"not base64", "a:" + strings.Repeat("!", 44), "key 1 of 1 is not base64"},
		{"kid twice", good + ",b:" + secret + ",a:" + secret, "keys 1 and 3 have the same kid"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			keys, err := ParseKeyring(tt.text, rand.Reader)
			if err == nil {
				t.Fatalf("accepted as %v", keys)
			}
			if !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %q does not say %q", err, tt.want)
			}
			wantNoSecret(t, err.Error(), secret, good)
		})
	}
}

func TestParseKeyringAcceptsEveryBase64(t *testing.T) {
	master := bytes.Repeat([]byte{0xfb, 0xff, 0xbe}, 11) // needs + and / or - and _
	var hashes [][]byte
	for _, encoding := range []*base64.Encoding{base64.StdEncoding, base64.RawStdEncoding, base64.URLEncoding, base64.RawURLEncoding} {
		keys := ring(t, " a:"+encoding.EncodeToString(master)+" ")
		hashes = append(hashes, keys.Lookup("p", "s"))
	}
	for _, hash := range hashes[1:] {
		if !bytes.Equal(hash, hashes[0]) {
			t.Error("one key in two encodings makes two hashes")
		}
	}
}

func TestGenerateKey(t *testing.T) {
	first, err := GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	second, err := GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	ring(t, first, second)
	if _, err := GenerateKey(brokenReader{}); err == nil {
		t.Error("made a key without randomness")
	}
}

func TestKeyringNeverPrintsKeys(t *testing.T) {
	keys := ring(t, entry("new", 'N'), entry("old", 'O'))
	var logged bytes.Buffer
	slog.New(slog.NewTextHandler(&logged, nil)).Info("start", "keys", keys)
	slog.New(slog.NewJSONHandler(&logged, nil)).Info("start", "keys", keys)
	for _, text := range []string{
		fmt.Sprint(keys), fmt.Sprintf("%v %+v %#v %s %x", keys, keys, keys, keys, keys),
		fmt.Sprintf("%+v", NewTokens(keys, "usher", "usher")), logged.String(),
	} {
		wantNoSecret(t, text, strings.Repeat("N", 32), strings.Repeat("4e", 32), strings.Repeat("78 ", 32),
			string(keys.keys[0].seal), fmt.Sprintf("%v", keys.keys[0].seal), fmt.Sprintf("%x", keys.keys[0].lookup))
	}
	if got := fmt.Sprint(keys); got != "keyring(new,old)" {
		t.Errorf("keyring prints as %q", got)
	}
}

func TestLookupsFindWhatAnOlderKeyHashed(t *testing.T) {
	old := ring(t, entry("old", 1))
	rotated := ring(t, entry("new", 2), entry("old", 1))
	dropped := ring(t, entry("new", 2))
	stored := old.Lookup(ForTypedCode, "0123456789")

	if contains(dropped.Lookups(ForTypedCode, "0123456789"), stored) {
		t.Error("found under a key that has left the ring")
	}
	if !contains(rotated.Lookups(ForTypedCode, "0123456789"), stored) {
		t.Error("not found under the ring that still has its key")
	}
	if got := rotated.Lookups(ForTypedCode, "0123456789")[0]; !bytes.Equal(got, rotated.Lookup(ForTypedCode, "0123456789")) {
		t.Error("the active key's hash is not the first")
	}
	if contains(rotated.Lookups(ForLinkToken, "0123456789"), stored) {
		t.Error("a hash for one purpose matches another")
	}
	if !bytes.Equal(rotated.Lookup("p", "s"), dropped.Lookup("p", "s")) {
		t.Error("the kid or the ring changes the hash; only the key may")
	}
}

func TestLookupSeparatesPurposeFromSecret(t *testing.T) {
	keys := ring(t, entry("a", 1))
	for _, pairs := range [][2][2]string{
		{{"ab", "c"}, {"a", "bc"}},
		{{"a:b", "c"}, {"a", "b:c"}},
		{{"", "a"}, {"a", ""}},
		{{"", "1:a:b"}, {"a", "b"}},
	} {
		if bytes.Equal(keys.Lookup(pairs[0][0], pairs[0][1]), keys.Lookup(pairs[1][0], pairs[1][1])) {
			t.Errorf("%q and %q have one hash", pairs[0], pairs[1])
		}
	}
	for _, secret := range []string{"", "s", strings.Repeat("s", 1000)} {
		if n := len(keys.Lookup("p", secret)); n != 32 {
			t.Errorf("a hash of %d bytes; want 32", n)
		}
	}
}

func TestSeal(t *testing.T) {
	old := ring(t, entry("old", 1))
	sealed, err := old.Seal(ForLinkToken, []byte("a credential"), []byte("delivery-1"))
	if err != nil {
		t.Fatal(err)
	}
	altered := func(i int) []byte {
		b := bytes.Clone(sealed)
		b[i] ^= 1
		return b
	}
	tests := []struct {
		name    string
		keys    *Keyring
		purpose string
		sealed  []byte
		aad     string
		opens   bool
	}{
		{"same ring", old, ForLinkToken, sealed, "delivery-1", true},
		{"rotated ring", ring(t, entry("new", 2), entry("old", 1)), ForLinkToken, sealed, "delivery-1", true},
		{"key dropped", ring(t, entry("new", 2)), ForLinkToken, sealed, "delivery-1", false},
		{"another key under the same kid", ring(t, entry("old", 2)), ForLinkToken, sealed, "delivery-1", false},
		{"the same key under another kid", ring(t, entry("new", 1)), ForLinkToken, sealed, "delivery-1", false},
		{"another purpose", old, ForTypedCode, sealed, "delivery-1", false},
		{"another record", old, ForLinkToken, sealed, "delivery-2", false},
		{"version altered", old, ForLinkToken, altered(0), "delivery-1", false},
		{"length of kid altered", old, ForLinkToken, altered(1), "delivery-1", false},
		{"kid altered", old, ForLinkToken, altered(2), "delivery-1", false},
		{"nonce altered", old, ForLinkToken, altered(8), "delivery-1", false},
		{"ciphertext altered", old, ForLinkToken, altered(len(sealed) - 20), "delivery-1", false},
		{"tag altered", old, ForLinkToken, altered(len(sealed) - 1), "delivery-1", false},
		{"nothing", old, ForLinkToken, nil, "delivery-1", false},
		{"erased", old, ForLinkToken, []byte{}, "delivery-1", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			plain, err := tt.keys.Open(tt.purpose, tt.sealed, []byte(tt.aad))
			if !tt.opens {
				if !errors.Is(err, ErrUnsealable) || plain != nil {
					t.Fatalf("Open = %q, %v; want ErrUnsealable", plain, err)
				}
				return
			}
			if err != nil || string(plain) != "a credential" {
				t.Fatalf("Open = %q, %v", plain, err)
			}
		})
	}
	for cut := range sealed {
		if _, err := old.Open(ForLinkToken, sealed[:cut], []byte("delivery-1")); !errors.Is(err, ErrUnsealable) {
			t.Fatalf("cut to %d bytes: %v; want ErrUnsealable", cut, err)
		}
	}
}

func TestSealIsFreshEachTime(t *testing.T) {
	keys := ring(t, entry("a", 1))
	one, _ := keys.Seal("p", []byte("same"), nil)
	two, _ := keys.Seal("p", []byte("same"), nil)
	if bytes.Equal(one, two) {
		t.Error("two seals of one text are equal")
	}
	if bytes.Contains(one, []byte("same")) {
		t.Error("the seal shows its text")
	}
}

func TestSealSeparatesPurposeFromRecord(t *testing.T) {
	keys := ring(t, entry("a", 1))
	for _, pairs := range [][2][2]string{
		{{"ab", "c"}, {"a", "bc"}},
		{{"a:b", "c"}, {"a", "b:c"}},
	} {
		sealed, err := keys.Seal(pairs[0][0], []byte("plain"), []byte(pairs[0][1]))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := keys.Open(pairs[1][0], sealed, []byte(pairs[1][1])); !errors.Is(err, ErrUnsealable) {
			t.Errorf("sealed for %q, opened for %q: %v", pairs[0], pairs[1], err)
		}
	}
}

func TestSealNeedsRandomness(t *testing.T) {
	keys, err := ParseKeyring(entry("a", 1), brokenReader{})
	if err != nil {
		t.Fatal(err)
	}
	if sealed, err := keys.Seal("p", []byte("the credential"), nil); err == nil || sealed != nil {
		t.Errorf("Seal = %x, %v without randomness", sealed, err)
	}
}

func contains(hashes [][]byte, want []byte) bool {
	for _, hash := range hashes {
		if bytes.Equal(hash, want) {
			return true
		}
	}
	return false
}
