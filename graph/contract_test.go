package graph_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	gql "github.com/vektah/gqlparser/v2/ast"
)

// The schema is the manual: whatever can be asked for or given is described.
// A mutation's one argument is, by its type.
func TestEverythingIsDescribed(t *testing.T) {
	t.Parallel()
	need := func(what, description string) {
		if strings.TrimSpace(description) == "" {
			t.Errorf("%s has no description", what)
		}
	}
	for _, def := range ours(schema()) {
		if def.Name != "Query" && def.Name != "Mutation" && def.Name != "Subscription" { // GraphQL's own names
			need(def.Name, def.Description)
		}
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			need(def.Name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				if a.Name == "input" {
					continue
				}
				need(def.Name+"."+f.Name+"("+a.Name+")", a.Description)
			}
		}
		for _, v := range def.EnumValues {
			need(def.Name+"."+v.Name, v.Description)
		}
	}
}

// Each mutation's description says who may call it.
func TestMutationsSayWhoMayCall(t *testing.T) {
	t.Parallel()
	who := regexp.MustCompile(`OWNER|LEADER|TRAINER|SUPPORT|CLIENT|Anyone|Anybody|[Tt]he holder of|[Tt]he head of the household|of which the viewer is head|nobody is signed in`)
	for _, f := range schema().Mutation.Fields {
		if !who.MatchString(f.Description) {
			t.Errorf("%s does not say who may call it: %s", f.Name, f.Description)
		}
	}
}

// Every mutation has one payload with userErrors, never null.
func TestPayloadsCarryUserErrors(t *testing.T) {
	t.Parallel()
	s := schema()
	for _, f := range s.Mutation.Fields {
		errors := s.Types[f.Type.Name()].Fields.ForName("userErrors")
		if !f.Type.NonNull || errors == nil || errors.Type.String() != "[UserError!]!" {
			t.Errorf("%s has a payload without userErrors", f.Name)
		}
		if len(f.Arguments) > 1 || len(f.Arguments) == 1 && f.Arguments[0].Name != "input" {
			t.Errorf("%s takes other arguments than one input", f.Name)
		}
	}
}

// Enums of the schema and constants of the code are the same sets.
func TestEnumsAreTheCodesOwn(t *testing.T) {
	t.Parallel()
	type source struct{ dir, typ string }
	from := map[string][]source{
		"Stage": {{"invite", "Stage"}}, "ClientTypeKey": {{"invite", "ClientType"}}, "Channel": {{"invite", "Channel"}}, "Purpose": {{"invite", "Purpose"}},
		"Preset": {{"invite", "Preset"}}, "Role": {{"invite", "Role"}}, "InvitationStatus": {{"invite", "InvitationState"}},
		"ContactStatus": {{"invite", "InvitationState"}, {"invite", "ContactStatus"}}, "DeliveryState": {{"invite", "DeliveryState"}},
		"ChannelRule": {{"invite", "ChannelRule"}}, "BillingUnit": {{"invite", "BillingUnit"}}, "PolicyLevel": {{"invite", "Source"}},
		"EventKind": {{"invite", "FactKind"}}, "Permission": {{"auth", "Permission"}}, "EntryProblem": {{"address", "ProblemCode"}},
		"InviteWhen": {{"app", "InviteWhen"}}, "PreviewState": {{"app", "PreviewState"}}, "ContactSortField": {{"store", "SortKey"}},
	}
	s := schema()
	for name, sources := range from {
		def := s.Types[name]
		if def == nil {
			t.Errorf("the schema has no enum %s", name)
			continue
		}
		var want []string
		for _, src := range sources {
			want = append(want, constants(t, src.dir, src.typ)...)
		}
		sameSet(t, name, want, valuesOf(def))
	}
	// A refusal is data or answers the request as a whole, and never both.
	codes := append(valuesOf(s.Types["UserErrorCode"]), valuesOf(s.Types["ErrorCode"])...)
	sameSet(t, "error codes", append(constants(t, "invite", "Code"), constants(t, "graph/model", "ErrorCode")...), codes)
	for _, c := range valuesOf(s.Types["ErrorCode"]) {
		if slices.Contains(valuesOf(s.Types["UserErrorCode"]), c) {
			t.Errorf("%s is in both enums of codes", c)
		}
	}
}

func sameSet(t *testing.T, what string, code, schema []string) {
	t.Helper()
	slices.Sort(code)
	slices.Sort(schema)
	if diff := cmp.Diff(code, schema); diff != "" {
		t.Errorf("%s (-code +schema):\n%s", what, diff)
	}
}

func valuesOf(def *gql.Definition) (out []string) {
	for _, v := range def.EnumValues {
		out = append(out, v.Name)
	}
	return out
}

// constants returns the string constants of a type that a package declares.
func constants(t *testing.T, dir, typ string) (out []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if id, ok := spec.Type.(*ast.Ident); !ok || id.Name != typ {
				return true
			}
			for _, v := range spec.Values {
				if lit, ok := v.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					value, err := strconv.Unquote(lit.Value)
					if err != nil {
						t.Fatal(err)
					}
					out = append(out, value)
				}
			}
			return true
		})
	}
	if len(out) == 0 {
		t.Errorf("%s declares no constants of %s", dir, typ)
	}
	return out
}
