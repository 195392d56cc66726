package invite_test

import (
	"strings"
	"testing"

	"usher/invite"
)

func TestCleanSupportContact(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"help@gym.example":       "help@gym.example",
		" +1 202 555 0140\u00a0": "+1 202 555 0140",
		"tel:+43-1-234":          "tel:+43-1-234",
		"Ask Anna at the desk, or  write to anna@gym.com.": "Ask Anna at the desk, or write to anna@gym.com.",
		"受付まで (9.30 to 18.00)":                             "受付まで (9.30 to 18.00)",
		strings.Repeat("ü", 200):                           strings.Repeat("ü", 200),
		" " + strings.Repeat("x", 200) + "   ":             strings.Repeat("x", 200),
	} {
		if got, refused := invite.CleanSupportContact("input.supportContact", text); refused != nil || got != want {
			t.Errorf("%q: %q, %v", text, got, refused)
		}
	}
	for text, code := range map[string]invite.Code{
		"": invite.Required, " \u3000 ": invite.Required,
		strings.Repeat("ü", 201): invite.TooLong, strings.Repeat("x", 1<<20): invite.TooLong,
		"help@gym.example\r\nBcc: all@gym.example": invite.ControlCharacters, "a\x00b": invite.ControlCharacters,
		"a\u202eb": invite.ControlCharacters, "\xff\xfe": invite.ControlCharacters, "one\ntwo": invite.ControlCharacters,
		"https://evil.example": invite.ForeignLink, "www.evil.example": invite.ForeignLink, "see evil.com for help": invite.ForeignLink,
		"https://evil.example/@help@gym.example": invite.ForeignLink, "https://help@evil.example": invite.ForeignLink,
		"javascript:alert(1)": invite.ForeignLink, "help@gym.example or evil.com/help@gym.example": invite.ForeignLink,
	} {
		got, refused := invite.CleanSupportContact("input.supportContact", text)
		if refused == nil || refused.Code != code || refused.Field != "input.supportContact" || refused.Message == "" || got != "" {
			t.Errorf("%.60q: %q, %v, want %s", text, got, refused, code)
		}
	}
}

func TestCleanOrganizationName(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		" Iron  Temple ": "Iron Temple", "Dr. Fit & Co": "Dr. Fit & Co", "24.7 Gym": "24.7 Gym", "鉄の神殿": "鉄の神殿",
	} {
		if got, refused := invite.CleanOrganizationName("input.name", text); refused != nil || got != want {
			t.Errorf("%q: %q, %v", text, got, refused)
		}
	}
	for text, code := range map[string]invite.Code{
		"": invite.Required, "  ": invite.Required, strings.Repeat("x", 101): invite.TooLong, "a\nb": invite.ControlCharacters,
		"Win at evil.com": invite.ForeignLink, "https://evil.example": invite.ForeignLink, "you@evil.example": invite.ForeignLink,
	} {
		_, refused := invite.CleanOrganizationName("input.name", text)
		if refused == nil || refused.Code != code || refused.Field != "input.name" {
			t.Errorf("%.60q: %v, want %s", text, refused, code)
		}
	}
}

func TestPresentation(t *testing.T) {
	t.Parallel()
	var o invite.Organization
	if o.Accent() != invite.DefaultAccent || o.LogoPath() != "" {
		t.Errorf("without a choice: %q, %q", o.Accent(), o.LogoPath())
	}
	o = invite.Organization{ID: "0b5e", AccentColor: "#a1b2c3", Logo: "c0ffee"}
	if o.Accent() != "#a1b2c3" || o.LogoPath() != "/logo/0b5e?v=c0ffee" {
		t.Errorf("%q, %q", o.Accent(), o.LogoPath())
	}
	for given, want := range map[string]string{
		"help@gym.example": "help@gym.example", "Ask at the desk.": "Ask at the desk", "Ask Anna. ": "Ask Anna", "": "",
	} {
		if got := (invite.Organization{SupportContact: given}).Contact(); got != want {
			t.Errorf("%q in a sentence: %q", given, got)
		}
	}
}
