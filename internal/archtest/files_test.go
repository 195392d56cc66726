package archtest

import (
	"bytes"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// maxLines is how long a file that somebody maintains may be.
const maxLines = 500

// longByNature are files that may be longer.
var longByNature = []string{
	"schema.graphqls",  // the contract is one file, its sections in order
	"store/schema.sql", // dumped

	"web/admin/gql/graphql.ts", // made from the operations
	"web/admin/gql/gql.ts",     // likewise
}

func TestFilesAreShort(t *testing.T) {
	t.Parallel()
	handwritten(t, func(file, fromRoot string) {
		if slices.Contains(longByNature, fromRoot) {
			return
		}
		text := read(t, file)
		if n := bytes.Count(text, []byte("\n")); n > maxLines && !isGenerated(file, text) {
			t.Errorf("%s has %d lines, more than %d: it holds more than one thing", fromRoot, n, maxLines)
		}
	}, ".go", ".ts", ".tsx", ".css", ".lua", ".sql", ".sh", ".graphqls", ".graphql")
}

// clockUsers may read the clock: main, tools, and what only tests import.
var clockUsers = []string{"internal/testenv/...", "store/storetest", "bench"}

func TestOnlyMainReadsTheClock(t *testing.T) {
	t.Parallel()
	handwritten(t, func(file, fromRoot string) {
		if strings.HasSuffix(file, "_test.go") || matchesAny(path.Dir(fromRoot), clockUsers) {
			return
		}
		uses, err := clockUses(file, read(t, file))
		if err != nil {
			t.Errorf("%s: %v", fromRoot, err)
		}
		for _, use := range uses {
			t.Errorf("%s: %s: take a now as an argument, or a clock that main hands over", fromRoot, use)
		}
	}, ".go")
}

// clockUses returns where a file reads the clock, unless it is main's. Since
// and Until are time.Now in disguise.
func clockUses(file string, source []byte) ([]string, error) {
	if source == nil {
		return nil, nil
	}
	files := token.NewFileSet()
	parsed, err := parser.ParseFile(files, file, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	if parsed.Name.Name == "main" {
		return nil, nil
	}
	var clock string // what the file calls package time
	for _, imported := range parsed.Imports {
		if imported.Path.Value == `"time"` {
			clock = "time"
			if imported.Name != nil {
				clock = imported.Name.Name
			}
		}
	}
	var uses []string
	if clock == "." {
		uses = append(uses, `a dot import of "time" hides its uses`)
	}
	ast.Inspect(parsed, func(node ast.Node) bool {
		selector, ok := node.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if of, ok := selector.X.(*ast.Ident); ok && of.Name == clock && slices.Contains([]string{"Now", "Since", "Until"}, selector.Sel.Name) {
			uses = append(uses, files.Position(node.Pos()).String()+": time."+selector.Sel.Name)
		}
		return true
	})
	return uses, nil
}

func TestClockUses(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]int{
		"package a; import \"time\"; var x = time.Now()":                1,
		"package a; import \"time\"; var x = time.Now":                  1,
		"package a; import \"time\"; var x = time.Since(time.Time{})":   1,
		"package a; import clock \"time\"; var x = clock.Now()":         1,
		"package a; import . \"time\"; var x = Now()":                   1,
		"package a; import \"time\"; var x = time.Second // time.Now()": 0,
		"package a; var time struct{ Now int }; var x = time.Now":       0,
		"package main; import \"time\"; var x = time.Now()":             0,
	} {
		uses, err := clockUses("a.go", []byte(source))
		if err != nil || len(uses) != want {
			t.Errorf("%s: %q, %v; want %d uses", source, uses, err, want)
		}
	}
}

// read returns a file's text, nil where somebody has just removed it.
func read(t *testing.T, file string) []byte {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return text
}

// isGenerated reports whether a file says that a program wrote it:
// https://go.dev/s/generatedcode, and the same words in other languages.
func isGenerated(file string, text []byte) bool {
	if path.Ext(file) == ".go" {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, text, parser.ParseComments|parser.PackageClauseOnly)
		return err == nil && ast.IsGenerated(parsed)
	}
	first, _, _ := bytes.Cut(text, []byte("\n"))
	return bytes.Contains(first, []byte("generated"))
}
