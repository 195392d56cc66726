package web

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// TestCatalogs holds every language to the English keys and placeholders.
func TestCatalogs(t *testing.T) {
	english := Locales()[0]
	if len(Locales()) != 5 || english.Code != "en" {
		t.Fatalf("%d languages, %q first", len(Locales()), english.Code)
	}
	for _, l := range Locales() {
		t.Run(l.Code, func(t *testing.T) {
			if diff := cmp.Diff(slices.Sorted(maps.Keys(english.Texts)), slices.Sorted(maps.Keys(l.Texts))); diff != "" {
				t.Errorf("keys (-English +%s):\n%s", l.Code, diff)
			}
			for key, text := range l.Texts {
				if strings.TrimSpace(text) == "" {
					t.Errorf("%s is empty", key)
				}
				if diff := cmp.Diff(placeholders(english.Texts[key]), placeholders(text)); diff != "" {
					t.Errorf("%s: placeholders (-English +%s):\n%s", key, l.Code, diff)
				}
			}
			if len(l.Months) != 12 || l.Tag == "" || l.Name == "" || l.Clock == "" || l.First == "" {
				t.Errorf("incomplete: %+v", l)
			}
			if diff := cmp.Diff(placeholders(english.Moment), placeholders(l.Moment)); diff != "" {
				t.Errorf("moment: %s", diff)
			}
		})
	}
}

func placeholders(text string) []string {
	return slices.Sorted(slices.Values(placeholder.FindAllString(text, -1)))
}

// TestTextsDiffer finds a text that somebody forgot to translate. A few words
// are the same in two languages.
func TestTextsDiffer(t *testing.T) {
	same := map[string]bool{"page.error": true, "email.label": true}
	english := Locales()[0]
	for _, l := range Locales()[1:] {
		for key, text := range l.Texts {
			if text == english.Texts[key] && !same[key] {
				t.Errorf("%s: %s is English: %q", l.Code, key, text)
			}
		}
	}
}

// TestNoTextIsUnused looks for each key in the templates and in the code that
// says texts.
func TestNoTextIsUnused(t *testing.T) {
	var sources strings.Builder
	err := fs.WalkDir(join, "join", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".html" {
			return err
		}
		text, err := fs.ReadFile(join, path)
		sources.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, pattern := range []string{"*.go", "../internal/httpd/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			sources.Write(text)
		}
	}
	for key := range Locales()[0].Texts {
		if !strings.Contains(sources.String(), `"`+key+`"`) {
			t.Errorf("nobody says %q", key)
		}
	}
}

func TestMatchLocale(t *testing.T) {
	for accept, want := range map[string]string{
		"":                                 "en",
		"*":                                "en",
		"de":                               "de",
		"de-CH, fr;q=0.8":                  "de",
		"es-419,es;q=0.9,en;q=0.8":         "es",
		"pt-PT":                            "pt",
		"pt-BR,en;q=0.5":                   "pt",
		"fr-CA;q=0.7, en;q=0.3":            "fr",
		"en;q=0.3, fr-CA;q=0.7":            "fr",
		"ja, de;q=0.2":                     "de",
		"ja":                               "en",
		"de;q=0, en":                       "en",
		"en-US,en;q=0.9,de;q=0.8":          "en",
		"not a language; q=high":           "en",
		strings.Repeat("de-", 5000) + "de": "en",
	} {
		if got := MatchLocale(accept).Code; got != want {
			t.Errorf("%.40q: %s, want %s", accept, got, want)
		}
	}
}

func TestLocaleByCode(t *testing.T) {
	for code, want := range map[string]bool{"en": true, "pt": true, "pt-BR": false, "DE": false, "xx": false, "": false} {
		if l, ok := LocaleByCode(code); ok != want || ok && l.Code != code {
			t.Errorf("%q: %v", code, ok)
		}
	}
}

func TestText(t *testing.T) {
	l, _ := LocaleByCode("de")
	if got := l.Text("fault.number", "id", "{id}"); got != "Wenn es dabei bleibt, nennen Sie dem Support diese Nummer: {id}" {
		t.Errorf("got %q", got)
	}
	if got := l.Text("no such key"); got != "no such key" {
		t.Errorf("got %q", got)
	}
	if got := (*Locale)(nil).Text("page.language"); got != "Language" {
		t.Errorf("no locale says %q", got)
	}
}

func TestDate(t *testing.T) {
	place := func(name string) *time.Location {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		return zone
	}
	winter := time.Date(2026, 12, 1, 21, 5, 0, 0, time.UTC)
	for _, tt := range []struct {
		code string
		at   time.Time
		want string
	}{
		{"en", winter.In(place("America/New_York")), "1 December 2026, 16:05 EST"},
		{"es", winter.In(place("Europe/Madrid")), "1 de diciembre de 2026, 22:05 CET"},
		{"fr", winter.In(place("Europe/Paris")), "1er décembre 2026 à 22:05 CET"},
		{"fr", winter.Add(24 * time.Hour).In(place("Europe/Paris")), "2 décembre 2026 à 22:05 CET"},
		{"de", winter.In(place("Europe/Berlin")), "1. Dezember 2026, 22:05 Uhr CET"},
		{"pt", winter.In(place("America/Sao_Paulo")), "1º de dezembro de 2026, 18:05 UTC-03"},
		{"pt", winter.In(place("Asia/Kathmandu")), "2 de dezembro de 2026, 02:50 UTC+05:45"},
	} {
		l, _ := LocaleByCode(tt.code)
		if got := l.Date(tt.at); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.code, got, tt.want)
		}
	}
}

func TestInitial(t *testing.T) {
	for name, want := range map[string]string{"iron temple": "I", "«Ōkami»": "Ō", "24/7 Gym": "2", "نادي": "ن", "": "", "***": ""} {
		if got := initial(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
