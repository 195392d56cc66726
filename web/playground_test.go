package web

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
)

// TestPlaygroundOperations checks every document of the playground against the
// contract, and the variables beside it: a newcomer must not meet an error that
// is ours.
func TestPlaygroundOperations(t *testing.T) {
	contract, err := os.ReadFile("../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	schema := gqlparser.MustLoadSchema(&ast.Source{Name: "schema.graphqls", Input: string(contract)})
	files, err := filepath.Glob("playground/*/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no operations: %v", err)
	}
	names := map[string]string{}
	for _, file := range files {
		t.Run(file, func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(string(text), "# ") {
				t.Errorf("has no title in a leading comment")
			}
			doc, errs := gqlparser.LoadQueryWithRules(schema, string(text), nil)
			if len(errs) > 0 {
				t.Fatal(errs)
			}
			op := doc.Operations[0]
			if other := names[op.Name]; other != "" || op.Name == "" || len(doc.Operations) != 1 {
				t.Errorf("must hold one operation with a name of its own: %q (also in %q)", op.Name, other)
			}
			names[op.Name] = file
			checkVariables(t, schema, op, strings.TrimSuffix(file, ".graphql")+".json")
		})
	}
}

// checkVariables reads the variables in file, which only the shelf's operations
// have, and coerces them to the types that op declares.
func checkVariables(t *testing.T, schema *ast.Schema, op *ast.OperationDefinition, file string) {
	t.Helper()
	if filepath.Base(filepath.Dir(file)) != "operations" {
		return
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	values := map[string]any{}
	if err := json.Unmarshal(text, &values); err != nil {
		t.Fatal(err)
	}
	if _, err := validator.VariableValues(schema, op, values); err != nil {
		t.Errorf("variables: %v", err)
	}
	for name := range values {
		if op.VariableDefinitions.ForName(name) == nil {
			t.Errorf("variable %q is not declared", name)
		}
	}
}

// TestRemember checks that what an operation says to remember is selected by
// it, and that every placeholder in the variables is remembered before.
func TestRemember(t *testing.T) {
	files, err := filepath.Glob("playground/operations/*.graphql")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{"organization": true} // the banner's
	for _, file := range files {                   // in the order of the shelf
		variables, err := os.ReadFile(strings.TrimSuffix(file, ".graphql") + ".json")
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.Split(string(variables), `"<`)[1:] {
			name, _, _ := strings.Cut(part, `>"`)
			if name = strings.TrimSuffix(name, "[]"); !known[name] {
				t.Errorf("%s: nothing before it remembers %q", file, name)
			}
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if rest, ok := strings.CutPrefix(line, "# @remember "); ok {
				name, path, _ := strings.Cut(strings.TrimSpace(rest), " ")
				known[name] = true
				if !selects(string(text), strings.Split(path, ".")) {
					t.Errorf("%s: %s is not selected", file, path)
				}
			}
		}
	}
}

// selects reports whether the operation in text selects the field at path.
func selects(text string, path []string) bool {
	doc, err := parser.ParseQuery(&ast.Source{Input: text})
	if err != nil {
		return false
	}
	fields := doc.Operations[0].SelectionSet
	for _, name := range path {
		found := false
		for _, s := range fields {
			if f, ok := s.(*ast.Field); ok && f.Alias == name {
				fields, found = f.SelectionSet, true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// TestPermissionWords checks that the banner has words for every permission
// and role there is.
func TestPermissionWords(t *testing.T) {
	contract, err := os.ReadFile("../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	words, err := os.ReadFile("playground/permissions.ts")
	if err != nil {
		t.Fatal(err)
	}
	schema := gqlparser.MustLoadSchema(&ast.Source{Name: "schema.graphqls", Input: string(contract)})
	for _, enum := range []string{"Role", "Permission"} {
		for _, value := range schema.Types[enum].EnumValues {
			if !strings.Contains(string(words), "  "+value.Name+": ") {
				t.Errorf("no words for %s %s", enum, value.Name)
			}
		}
	}
}
