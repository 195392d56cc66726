package invite

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestAddressesWrittenInSeveralWays(t *testing.T) {
	t.Parallel()
	for _, alike := range [][]string{
		{"12 Birch Lane, Apt 3", "12 birch ln #3", "12  BIRCH LANE Apartment 3", "12 Birch Ln. Unit 3", "12 Birch Lane, Flat 3", "12 Birch Lane Apt. #3", "12 Birch Ln, apt no. 3"},
		{"123 North Main Street", "123 N Main St.", "123 n. main st"},
		{"5 Park Avenue, Suite 3B", "5 Park Ave #3-B", "5 park av, ste 3 b"},
		{"Birkenstraße 3", "Birkenstr. 3", "BIRKENSTRASSE 3"},
		{"Rosenplatz 4", "Rosenpl. 4"},
		{"Calle Mayor, nº 5, 3º B", "C/ Mayor 5, 3 B", "c. mayor núm. 5 - 3°B"},
		{"Avenida de la Constitución 8", "Avda. de la Constitución, 8", "AV DE LA CONSTITUCIÓN 8"},
		{"Rua das Flores, n.º 9, apto 2", "R. das Flores 9 apartamento 2"},
		{"12 rue de l’Église", "12, Rue de l'Eglise"},
		{"7 Boulevard Saint-Michel", "7 bd Saint Michel"},
		{"شارع النيل ١٢", "شارع النيل 12"},
		{"大通り 12", "大通り １２"},
		{"E\u0301cole 4", "École 4"},
		{"9 Elm Road 🏠", "9 Elm Rd"},
	} {
		for _, address := range alike {
			if got, want := AddressKey(address), AddressKey(alike[0]); got != want || got == "" {
				t.Errorf("%q has the key %q, %q has %q", address, got, alike[0], want)
			}
		}
	}
}

func TestAddressesThatDiffer(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for _, address := range []string{
		"12 Birch Lane", "12 Birch Lane, Apt 3", "12 Birch Lane, Apt 30", "3 Birch Lane, Apt 12", "12 Birch Road", "12 Birch Street", "12 Beech Lane",
		"12 South Birch Lane", "12 North Birch Lane", "שדרות רוטשילד 12", "שדרות רוטשילד 21", "किला 1", "कुला 1",
	} {
		key := AddressKey(address)
		if before, met := seen[key]; met {
			t.Errorf("%q and %q are both %q", before, address, key)
		}
		seen[key] = address
	}
}

func TestAddressesThatTellNothing(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"", "  ", "-- , .", "🏠🏠", "\u0301", "º", "\ufe0f", "\u0903"} {
		if key := AddressKey(address); key != "" {
			t.Errorf("%q has the key %q", address, key)
		}
	}
}

func TestTheKeyOfAKeyIsThatKey(t *testing.T) {
	t.Parallel()
	words := rapid.SampledFrom([]string{"12", "3b", "#", "Apt", "no.", "nº", "№", "Straße", "Birkenstr", "platz", "St", "calle", "é", "º", "°", "'", "१", "ñ", "İ", "ﬁ", "no no", " ", "-", "app", "unit"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.OneOf(words, rapid.String())).Draw(t, "words"), rapid.SampledFrom([]string{"", " ", ","}).Draw(t, "between"))
		key := AddressKey(text)
		if again := AddressKey(key); again != key {
			t.Fatalf("%q: %q, and of that %q", text, key, again)
		}
	})
}

func TestCleanAddress(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{"": "", "  12  Birch Lane ": "12 Birch Lane", "רחוב 1": "רחוב 1", "🏠 1": "🏠 1"} {
		if got, err := CleanAddress("input.address", address); got != want || err != nil {
			t.Errorf("%q: %q, %v", address, got, err)
		}
	}
	if got, err := CleanAddress("f", strings.Repeat("é", MaxAddressLength)); err != nil || len([]rune(got)) != MaxAddressLength {
		t.Errorf("the longest address: %v", err)
	}
	for address, code := range map[string]Code{strings.Repeat("é", MaxAddressLength+1): TooLong, "12\nBirch": ControlCharacters, "12 \u202eBirch": ControlCharacters} {
		if _, err := CleanAddress("f", address); err == nil || err.Code != code || err.Field != "f" {
			t.Errorf("%.20q: %v, want %s at f", address, err, code)
		}
	}
}
