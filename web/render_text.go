package web

import (
	"errors"
	"html/template"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// functions are what the templates of one language call.
func (l *Locale) functions() template.FuncMap {
	return template.FuncMap{
		"accent":     accentURL,
		"asset":      assetURL,
		"contactURL": contactURL,
		"initial":    initial,
		"locale":     func() *Locale { return l },
		"locales":    Locales,
		"moment":     l.moment,
		"path":       func(name string) string { return joinPaths[name] },
		"strong":     strong,
		"t":          l.markup,
		"text":       l.plain,
	}
}

var errUnpaired = errors.New("a placeholder needs a name and a value")

// plain is Text for titles and attributes, where no markup may stand.
func (l *Locale) plain(key string, args ...string) (string, error) {
	if len(args)%2 != 0 {
		return "", errUnpaired
	}
	return l.Text(key, args...), nil
}

// markup returns the text of a key for a page. Values are names and addresses
// of people: each is isolated, because one in another direction would reorder
// the sentence around it (Unicode Standard Annex 9). Values that are markup
// already stand as they are.
func (l *Locale) markup(key string, args ...any) (template.HTML, error) {
	if len(args)%2 != 0 {
		return "", errUnpaired
	}
	return template.HTML(fill(template.HTMLEscapeString(l.text(key)), args, func(value any) string {
		switch v := value.(type) {
		case template.HTML:
			return string(v)
		case string:
			return "<bdi>" + template.HTMLEscapeString(v) + "</bdi>"
		case int:
			return strconv.Itoa(v)
		}
		return ""
	})), nil
}

// strong makes a name stand out.
func strong(name string) template.HTML {
	return template.HTML("<strong><bdi>" + template.HTMLEscapeString(name) + "</bdi></strong>")
}

// moment writes a date, to which the script adds the viewer's own time.
func (l *Locale) moment(t time.Time) template.HTML {
	return template.HTML(`<time datetime="` + t.Format("2006-01-02T15:04:05Z07:00") + `" data-yours="` +
		template.HTMLEscapeString(l.text("time.yours")) + `">` + template.HTMLEscapeString(l.Date(t)) + `</time>`)
}

// initial is what stands for an organization without a logo: the first letter
// or digit of its name, "" where it has none.
func initial(name string) string {
	for _, r := range name {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return strings.ToUpper(string(r))
		}
	}
	return ""
}

// ruleTexts are the texts of a password's parts.
var ruleTexts = map[string]string{
	"LENGTH": "rule.length", "UPPER": "rule.upper", "LOWER": "rule.lower", "DIGIT": "rule.digit", "SYMBOL": "rule.symbol",
}

// Text returns the key of the part's text.
func (p RulePart) Text() string { return ruleTexts[p.Kind] }

// Wait says when to try again, rounded up.
func (p LimitReachedPage) Wait() string {
	switch {
	case p.RetryAfter <= 0:
		return p.Locale.Text("limit.later")
	case p.RetryAfter <= time.Minute:
		return p.Locale.Text("limit.minute")
	case p.RetryAfter <= time.Hour:
		return p.Locale.Text("limit.minutes", "count", strconv.Itoa(int(math.Ceil(p.RetryAfter.Minutes()))))
	}
	return p.Locale.Text("limit.hours", "count", strconv.Itoa(int(math.Ceil(p.RetryAfter.Hours()))))
}
