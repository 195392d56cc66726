package config

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
)

// setting is one field of Config, as its tags describe it.
type setting struct {
	field, variable         string
	fallback, accepts, help string
	needed                  []string
	defaulted               bool
}

// settings returns every setting, in the order of the struct.
func settings() []setting {
	var list []setting
	t := reflect.TypeFor[Config]()
	for i := range t.NumField() {
		f := t.Field(i)
		s := setting{
			field: f.Name, variable: f.Tag.Get("env"), accepts: f.Tag.Get("accepts"), help: f.Tag.Get("help"),
			needed: strings.Fields(f.Tag.Get("needed")),
		}
		s.fallback, s.defaulted = f.Tag.Lookup("envDefault")
		list = append(list, s)
	}
	return list
}

func (s setting) neededBy(command Command) bool { return slices.Contains(s.needed, string(command)) }

// helpWidth is where a line of the list ends, helpIndent where its text begins.
const (
	helpWidth  = 100
	helpIndent = "      "
)

// WriteHelp writes what every setting means, what it accepts, and its default.
func WriteHelp(w io.Writer) error {
	var b strings.Builder
	b.WriteString("Settings are environment variables; an empty one counts as not set.\n")
	for _, s := range settings() {
		fmt.Fprintf(&b, "\n  %s", s.variable)
		switch {
		case len(s.needed) > 0:
			fmt.Fprintf(&b, "  (needed by: %s)", strings.Join(s.needed, ", "))
		case s.defaulted:
			fmt.Fprintf(&b, "  (default: %s)", s.fallback)
		}
		b.WriteString("\n")
		wrap(&b, s.help)
		if s.accepts != "" {
			wrap(&b, "Accepts "+s.accepts+".")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// wrap writes text as an indented paragraph.
func wrap(b *strings.Builder, text string) {
	line := helpIndent
	for _, word := range strings.Fields(text) {
		if len(line)+1+len(word) > helpWidth {
			b.WriteString(line + "\n")
			line = helpIndent
		}
		if line != helpIndent {
			line += " "
		}
		line += word
	}
	b.WriteString(line + "\n")
}
