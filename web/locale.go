package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"
)

// Locale is a language of the join pages: its texts and its way to write a
// date. A nil Locale is English.
type Locale struct {
	Code   string            `json:"code"`   // two letters, for addresses and cookies
	Tag    string            `json:"tag"`    // BCP 47, for the lang attribute and Content-Language
	Name   string            `json:"name"`   // of the language, in the language
	Clock  string            `json:"clock"`  // BCP 47, of the dates that the script writes
	Months []string          `json:"months"` // as they stand in a date
	First  string            `json:"first"`  // the first day of a month, as it stands in a date
	Moment string            `json:"moment"` // a date and time of {day}, {month}, {year}, {time}, {zone}
	Texts  map[string]string `json:"texts"`
}

// Locales returns the languages of the join pages in the order of the menu,
// English first.
func Locales() []*Locale { return locales }

var (
	locales = parseLocales("en", "es", "fr", "de", "pt")
	matcher = newMatcher()
)

func parseLocales(codes ...string) (list []*Locale) {
	for _, code := range codes {
		text, err := fs.ReadFile(join, "join/locales/"+code+".json")
		if err != nil {
			panic(err)
		}
		l := new(Locale)
		strict := json.NewDecoder(bytes.NewReader(text))
		strict.DisallowUnknownFields()
		if err := strict.Decode(l); err != nil {
			panic(fmt.Sprintf("join/locales/%s.json: %v", code, err))
		}
		list = append(list, l)
	}
	return list
}

func newMatcher() language.Matcher {
	var tags []language.Tag
	for _, l := range locales {
		tags = append(tags, language.MustParse(l.Tag))
	}
	return language.NewMatcher(tags)
}

// LocaleByCode returns the language with that code, and false where the pages
// do not speak it.
func LocaleByCode(code string) (*Locale, bool) {
	for _, l := range locales {
		if l.Code == code {
			return l, true
		}
	}
	return nil, false
}

// MatchLocale returns the language that suits a header Accept-Language best
// (RFC 9110, section 12.5.4; RFC 4647), English where none does.
func MatchLocale(accept string) *Locale {
	wanted, _, err := language.ParseAcceptLanguage(accept)
	if err != nil {
		return locales[0]
	}
	_, i, _ := matcher.Match(wanted...)
	return locales[i]
}

// or returns l, or English for nil.
func (l *Locale) or() *Locale {
	if l == nil {
		return locales[0]
	}
	return l
}

// Text returns the text of a key with its placeholders, such as {name},
// replaced; args are names and values in turns. A key that a language lacks
// answers itself: a test keeps that from happening.
func (l *Locale) Text(key string, args ...string) string {
	return fill(l.text(key), args, func(value string) string { return value })
}

func (l *Locale) text(key string) string {
	if text, ok := l.or().Texts[key]; ok {
		return text
	}
	return key
}

// fill replaces placeholders by what show makes of their values. Values are
// not looked at again: a name may contain braces.
func fill[T any](text string, args []T, show func(T) string) string {
	pairs := make([]string, 0, len(args))
	for i := 0; i+1 < len(args); i += 2 {
		pairs = append(pairs, "{"+fmt.Sprint(args[i])+"}", show(args[i+1]))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// Date writes a moment in words, in its own time zone, to the minute.
func (l *Locale) Date(t time.Time) string {
	l = l.or()
	day := strconv.Itoa(t.Day())
	if t.Day() == 1 {
		day = l.First
	}
	return fill(l.Moment, []string{
		"day", day, "month", l.Months[t.Month()-1], "year", strconv.Itoa(t.Year()), "time", t.Format("15:04"), "zone", zoneName(t),
	}, func(value string) string { return value })
}

// zoneName returns the abbreviation of a time's zone; where it has none but
// its offset, "UTC-03" or "UTC+05:45".
func zoneName(t time.Time) string {
	name := t.Format("MST")
	if !strings.HasPrefix(name, "+") && !strings.HasPrefix(name, "-") {
		return name
	}
	if len(name) > len("-03") {
		name = t.Format("-07:00")
	}
	return "UTC" + name
}
