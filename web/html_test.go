package web

import (
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// document is a parsed page, or a part of one.
type document struct{ *html.Node }

func parse(t *testing.T, page func(io.Writer) error) document {
	t.Helper()
	var out bytes.Buffer
	if err := page(&out); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "ZgotmplZ") {
		t.Fatalf("a value was refused by the template engine:\n%s", out.String())
	}
	root, err := html.Parse(&out)
	if err != nil {
		t.Fatal(err)
	}
	return document{root}
}

// elements returns the elements with one of the tags, or all of them.
func (d document) elements(tags ...string) (found []*html.Node) {
	for n := range d.Descendants() {
		if n.Type == html.ElementNode && (len(tags) == 0 || slices.Contains(tags, n.Data)) {
			found = append(found, n)
		}
	}
	return found
}

func (d document) text() string {
	var all strings.Builder
	for n := range d.Descendants() {
		if n.Type == html.TextNode {
			all.WriteString(n.Data)
		}
	}
	return all.String()
}

func has(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// checkTexts looks for what a catalog lacks: a key answers itself, and a
// placeholder without a value stays. The script fills in what data attributes
// hold.
func checkTexts(t *testing.T, doc document) {
	t.Helper()
	check := func(text string) {
		if unfilled.MatchString(text) {
			t.Errorf("%q has a placeholder", text)
		}
		if key := strings.TrimSpace(text); locales[0].Texts[key] != "" {
			t.Errorf("the key %q is shown", key)
		}
	}
	for n := range doc.Descendants() {
		if n.Type == html.TextNode {
			check(n.Data)
		}
		for _, a := range n.Attr {
			if !strings.HasPrefix(a.Key, "data-") {
				check(a.Val)
			}
		}
	}
}

var unfilled = regexp.MustCompile(`\{[a-z]+\}`)

// checkSources allows the assets, the logo and links of our own.
func checkSources(t *testing.T, doc document) {
	t.Helper()
	for _, n := range doc.elements() {
		if n.Data == "img" && !(attr(n, "class") == "logo" && has(n, "alt")) || n.Data == "style" || n.Data == "script" && attr(n, "src") == "" {
			t.Errorf("<%s> must not be there", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Errorf("<%s> has an inline %s", n.Data, a.Key)
			}
			switch a.Key {
			case "src", "href", "action", "formaction":
				if !slices.ContainsFunc([]string{"/join", "/household", "/logo/gym?v=", "#", "mailto:", "tel:"}, func(ok string) bool {
					return strings.HasPrefix(a.Val, ok)
				}) {
					t.Errorf("<%s %s=%q> leads elsewhere", n.Data, a.Key, a.Val)
				}
			}
		}
	}
}

func checkForms(t *testing.T, doc document) {
	t.Helper()
	for _, form := range doc.elements("form") {
		if attr(form, "method") != "post" || attr(form, "action") == "" {
			t.Errorf("form: method %q, action %q; want a POST to an address", attr(form, "method"), attr(form, "action"))
		}
		csrf := 0
		for _, n := range (document{form}).elements("input") {
			if attr(n, "name") == FieldCSRF && attr(n, "type") == "hidden" && attr(n, "value") == "t0ken\"" {
				csrf++
			}
		}
		if csrf != 1 {
			t.Errorf("form %s carries the CSRF value %d times, want 1", attr(form, "action"), csrf)
		}
	}
}

func checkInputs(t *testing.T, doc document) {
	t.Helper()
	labelled, ids, focused := map[string]bool{}, map[string]bool{}, 0
	for _, n := range doc.elements() {
		if n.Data == "label" {
			labelled[attr(n, "for")] = true
		}
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("id %q stands twice", id)
			}
			ids[id] = true
		}
		if has(n, "autofocus") {
			focused++
		}
	}
	if focused > 1 {
		t.Errorf("%d elements ask for the cursor", focused)
	}
	for _, n := range doc.elements("a") {
		if id, local := strings.CutPrefix(attr(n, "href"), "#"); local && !ids[id] {
			t.Errorf("a link leads to %q, which does not exist", id)
		}
	}
	for _, n := range doc.elements("input") {
		name := attr(n, "name")
		if attr(n, "type") == "hidden" {
			continue
		}
		if !labelled[attr(n, "id")] || attr(n, "id") != name {
			t.Errorf("input %q: no label, or its id is not its name", name)
		}
		if attr(n, "autocomplete") == "" || attr(n, "maxlength") == "" {
			t.Errorf("input %q: autocomplete or maxlength is missing", name)
		}
		if !has(n, "required") && attr(n, "aria-describedby") == "" {
			t.Errorf("input %q may stay empty, and nothing says what that means", name)
		}
		if name == FieldPassword && (has(n, "value") || attr(n, "type") != "password") {
			t.Errorf("a password is shown or sent back")
		}
		for _, id := range strings.Fields(attr(n, "aria-describedby")) {
			if !ids[id] {
				t.Errorf("input %q is described by %q, which does not exist", name, id)
			}
		}
	}
}
