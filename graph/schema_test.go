package graph_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"usher/graph/generated"
)

// schema returns the contract as the server knows it.
func schema() *ast.Schema { return generated.NewExecutableSchema(generated.Config{}).Schema() }

// ours returns the types of the schema that are not GraphQL's own, by name.
func ours(s *ast.Schema) (out []*ast.Definition) {
	for name, def := range s.Types {
		if !def.BuiltIn && !strings.HasPrefix(name, "__") {
			out = append(out, def)
		}
	}
	slices.SortFunc(out, func(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// rootField is a field of Query, Mutation or Subscription.
type rootField struct {
	operation string // query, mutation, subscription
	*ast.FieldDefinition
}

func rootFields(s *ast.Schema) (out []rootField) {
	for operation, def := range map[string]*ast.Definition{"query": s.Query, "mutation": s.Mutation, "subscription": s.Subscription} {
		for _, f := range def.Fields {
			if !strings.HasPrefix(f.Name, "__") {
				out = append(out, rootField{operation, f})
			}
		}
	}
	slices.SortFunc(out, func(a, b rootField) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// document calls the field with a variable for each of its arguments and
// selects what set says.
func (f rootField) document(set string) string {
	var declared, given []string
	for _, a := range f.Arguments {
		t := a.Type.String()
		if a.DefaultValue != nil {
			t = strings.TrimSuffix(t, "!") + " = " + a.DefaultValue.String()
		}
		declared = append(declared, "$"+a.Name+":"+t)
		given = append(given, a.Name+":$"+a.Name)
	}
	call := f.Name
	if len(given) > 0 {
		call += "(" + strings.Join(given, ",") + ")"
	}
	head := f.operation
	if len(declared) > 0 {
		head += "(" + strings.Join(declared, ",") + ")"
	}
	return head + "{" + call + set + "}"
}

// inputs calls visit for every input value below the field's arguments: with
// its path, such as "input.contacts.email", and its type.
func (f rootField) inputs(s *ast.Schema, visit func(path string, t *ast.Type)) {
	var walk func(path string, t *ast.Type, depth int)
	walk = func(path string, t *ast.Type, depth int) {
		visit(path, t)
		if def := s.Types[t.Name()]; def.Kind == ast.InputObject && depth < 8 {
			for _, in := range def.Fields {
				walk(path+"."+in.Name, in.Type, depth+1)
			}
		}
	}
	for _, a := range f.Arguments {
		walk(a.Name, a.Type, 0)
	}
}

// leaves returns the selection of everything of a type that is no object.
func leaves(s *ast.Schema, def *ast.Definition) string {
	var names []string
	for _, f := range def.Fields {
		if !strings.HasPrefix(f.Name, "__") && s.Types[f.Type.Name()].IsLeafType() {
			names = append(names, f.Name)
		}
	}
	if len(names) == 0 {
		names = []string{"__typename"}
	}
	return strings.Join(names, " ")
}

// reach returns selections that together show everything within steps of an
// object of the type: one for each path of fields, no type twice on one path.
func reach(s *ast.Schema, def *ast.Definition, steps int) []string {
	var out []string
	var walk func(def *ast.Definition, seen []string, wrap string)
	walk = func(def *ast.Definition, seen []string, wrap string) {
		if def.Kind == ast.Interface {
			for _, t := range s.GetPossibleTypes(def) {
				walk(t, seen, fmt.Sprintf(wrap, "...on "+t.Name+"{%s}"))
			}
			return
		}
		out = append(out, fmt.Sprintf(wrap, leaves(s, def)))
		if len(seen) == steps {
			return
		}
		for _, f := range def.Fields {
			next := s.Types[f.Type.Name()]
			if strings.HasPrefix(f.Name, "__") || next.IsLeafType() || slices.Contains(seen, next.Name) {
				continue
			}
			walk(next, append(slices.Clip(seen), next.Name), fmt.Sprintf(wrap, f.Name+"{%s}"))
		}
	}
	walk(def, []string{def.Name}, "{%s}")
	return out
}
