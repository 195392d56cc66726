package web

import (
	"bytes"
	"io"
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
