package address

import (
	"regexp"
	"strings"
	"testing"
)

func TestParsePhoneNormalizes(t *testing.T) {
	for _, tc := range []struct {
		raw, region string
		want        Phone
	}{
		{"+12025550123", "", "+12025550123"},
		{"+1 (202) 555-0123", "DE", "+12025550123"},
		{"(202) 555-0123", "US", "+12025550123"},
		{"202.555.0123", "us", "+12025550123"},
		{"1-202-555-0123", "US", "+12025550123"},
		{"011 44 20 7946 0958", "US", "+442079460958"},
		{"020 7946 0958", "GB", "+442079460958"},
		{"+44 (0)20 7946 0958", "", "+442079460958"},
		{"0151/23456789", "DE", "+4915123456789"},
		{"\u202a+49 151\u00a023456789\u202c", "US", "+4915123456789"},
		{"＋１２０２５５５０１２３", "", "+12025550123"},
		{"٠٥٠١٢٣٤٥٦٧", "AE", "+971501234567"},
	} {
		if got, problem := ParsePhone(tc.raw, tc.region); problem != nil || got != tc.want {
			t.Errorf("%q in %q: %q, %+v; want %q", tc.raw, tc.region, got, problem, tc.want)
		}
	}
}

func TestParsePhoneRefuses(t *testing.T) {
	for _, tc := range []struct {
		raw, region string
		want        ProblemCode
	}{
		{"", "US", Empty},
		{" \ufeff", "US", Empty},
		{"7", "US", TooShort},
		{"+", "US", TooShort},
		{"+1", "US", TooShort},
		{"555-0123", "US", TooShort}, // without its area code
		{"+1202555012345", "US", TooLong},
		{strings.Repeat("1", 1<<20), "US", TooLong},
		{"0151 23456789", "", UnknownCountry},
		{"0151 23456789", "XX", UnknownCountry},
		{"+999 12345678", "US", UnknownCountry},
		{"+1 555 123 4567", "US", NotANumber}, // no area code 555
		{"000 000 0000", "US", NotANumber},
		{"1-800-FLOWERS", "US", BadCharacter},
		{"202-555-0123 x5", "US", BadCharacter},
		{"202-555-0123;ext=5", "US", BadCharacter},
		{"tel:+12025550123", "US", BadCharacter}, // the paste drops it
		{"2025550123\x00", "US", BadCharacter},
		{"a@example.com", "US", BadCharacter},
	} {
		got, problem := ParsePhone(tc.raw, tc.region)
		switch {
		case problem == nil:
			t.Errorf("%.40q in %q was accepted as %q", tc.raw, tc.region, got)
		case problem.Code != tc.want || got != "" || problem.Message == "":
			t.Errorf("%.40q in %q: %+v, %q; want %s", tc.raw, tc.region, problem, got, tc.want)
		}
	}
}

var e164 = regexp.MustCompile(`^\+[1-9][0-9]{4,14}$`)

func FuzzParsePhone(f *testing.F) {
	for _, seed := range []string{"+12025550123", "(202) 555-0123", "011 44 20 7946 0958", "+", "++1", "１２", "٠٥٠١٢٣٤٥٦٧", "+800 1234 5678", "()", "0-0/0", "\xff1"} {
		f.Add(seed, "US")
		f.Add(seed, "")
	}
	f.Fuzz(func(t *testing.T, raw, region string) {
		phone, problem := ParsePhone(raw, region)
		if problem != nil {
			if problem.Code == "" || problem.Message == "" || phone != "" {
				t.Fatalf("%q in %q: %+v, %q", raw, region, problem, phone)
			}
			return
		}
		if !e164.MatchString(string(phone)) {
			t.Fatalf("%q in %q gives %q", raw, region, phone)
		}
		for _, other := range []string{region, "", "JP"} {
			if again, problem := ParsePhone(string(phone), other); problem != nil || again != phone {
				t.Fatalf("%q gives %q, and that in %q %q, %+v", raw, phone, other, again, problem)
			}
		}
	})
}
