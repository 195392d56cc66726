package auth

import (
	"bytes"
	"crypto/rand"
	"io"
	"strconv"
	"strings"
	"testing"

	"usher/invite"
)

func TestNewLinkToken(t *testing.T) {
	seen := map[string]bool{}
	for range 1000 {
		token, err := NewLinkToken(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if !invite.IsLinkToken(token) {
			t.Fatalf("%q has not the form of a link token", token)
		}
		if strings.HasSuffix(token, "-") || strings.HasSuffix(token, "_") {
			t.Fatalf("%q loses its end where a program makes a link of it", token)
		}
		if seen[token] {
			t.Fatalf("%q came twice", token)
		}
		seen[token] = true
	}
	if token, err := NewLinkToken(io.LimitReader(rand.Reader, 15)); err == nil {
		t.Errorf("made %q of fewer than 128 random bits", token)
	}
}

func TestNewCodeIsNormalizedAndUniform(t *testing.T) {
	const codes = 20_000
	counts := make([]map[rune]int, invite.CodeLength)
	for i := range counts {
		counts[i] = map[rune]int{}
	}
	for range codes {
		code, err := NewCode(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if normal, ok := invite.NormalizeCode(code); !ok || normal != code {
			t.Fatalf("%q is not normalized", code)
		}
		for i, symbol := range code {
			counts[i][symbol]++
		}
	}
	// Chi-squared with 31 degrees of freedom exceeds 90 once in ten million.
	for i, seen := range counts {
		if chi := chiSquared(seen, 32, codes); chi > 90 {
			t.Errorf("symbols at place %d are not uniform: chi-squared %.1f", i, chi)
		}
	}
}

func TestNewCodeMapsEveryByteEvenly(t *testing.T) {
	counts := map[rune]int{}
	for b := range 256 {
		code, err := NewCode(bytes.NewReader(bytes.Repeat([]byte{byte(b)}, invite.CodeLength)))
		if err != nil {
			t.Fatal(err)
		}
		counts[rune(code[0])]++
	}
	for _, symbol := range invite.CodeAlphabet {
		if counts[symbol] != 8 {
			t.Errorf("%d of 256 bytes make %q; want 8", counts[symbol], symbol)
		}
	}
}

func TestNewProofIsSixDigitsAndUniform(t *testing.T) {
	const proofs = 50_000
	counts := make([]map[rune]int, 6)
	for i := range counts {
		counts[i] = map[rune]int{}
	}
	for range proofs {
		proof, err := NewProof(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := strconv.ParseUint(proof, 10, 32); err != nil || len(proof) != 6 {
			t.Fatalf("%q is not six digits", proof)
		}
		for i, digit := range proof {
			counts[i][digit]++
		}
	}
	// Chi-squared with 9 degrees of freedom exceeds 52 less than once in ten million.
	for i, seen := range counts {
		if chi := chiSquared(seen, 10, proofs); chi > 52 {
			t.Errorf("digits at place %d are not uniform: chi-squared %.1f", i, chi)
		}
	}
}

func TestNewProofRejectsTheUnevenRest(t *testing.T) {
	// 0xffffffff lies in the rest beyond the last whole million; 7 follows it.
	proof, err := NewProof(bytes.NewReader([]byte{0xff, 0xff, 0xff, 0xff, 0, 0, 0, 7}))
	if err != nil || proof != "000007" {
		t.Errorf("NewProof = %q, %v; want 000007", proof, err)
	}
}

func TestCredentialsNeedRandomness(t *testing.T) {
	for name, create := range map[string]func(io.Reader) (string, error){
		"link token": NewLinkToken, "code": NewCode, "proof": NewProof,
	} {
		if made, err := create(brokenReader{}); err == nil || made != "" {
			t.Errorf("%s: made %q without randomness", name, made)
		}
	}
}

// chiSquared measures how far counts of a draw among symbols lie from even.
func chiSquared(counts map[rune]int, symbols, draws int) float64 {
	expected := float64(draws) / float64(symbols)
	sum := float64(symbols-len(counts)) * expected // symbols never drawn
	for _, n := range counts {
		sum += (float64(n) - expected) * (float64(n) - expected) / expected
	}
	return sum
}
