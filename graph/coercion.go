package graph

import (
	"slices"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// What gqlgen accepts or stumbles over when it reads arguments and variables.

func nullRefused() *gqlerror.Error { return badRequest("A text holds a null character.") }

// readsSchema tells whether a root selection asks for the schema.
func readsSchema(set ast.SelectionSet) bool {
	return slices.ContainsFunc(set, func(s ast.Selection) bool {
		switch s := s.(type) {
		case *ast.Field:
			return s.Name == "__schema" || s.Name == "__type"
		case *ast.InlineFragment:
			return readsSchema(s.SelectionSet)
		case *ast.FragmentSpread:
			return readsSchema(s.Definition.SelectionSet)
		}
		return false
	})
}

// checkLiteral refuses numbers in a document that are none of GraphQL's: gqlgen
// panics over an integer beyond 64 bits.
func checkLiteral(v *ast.Value, depth int) *gqlerror.Error {
	if v == nil {
		return nil
	}
	if depth > maxDepth {
		return badRequest("A value is nested more than %d levels deep.", maxDepth)
	}
	switch v.Kind {
	case ast.StringValue, ast.BlockValue:
		if holdsNull(v.Raw) {
			return nullRefused()
		}
	case ast.IntValue:
		if _, err := strconv.ParseInt(v.Raw, 10, 32); err != nil {
			return badRequest("An Int has 32 bits.")
		}
	case ast.FloatValue:
		if _, err := strconv.ParseFloat(v.Raw, 64); err != nil {
			return badRequest("A Float has 64 bits.")
		}
	}
	for _, child := range v.Children {
		if refused := checkLiteral(child.Value, depth+1); refused != nil {
			return refused
		}
	}
	return nil
}

// holdsNull tells whether a text anywhere in the value has a null character,
// which Postgres cannot store, nor compare with what it stores.
func holdsNull(value any) bool {
	switch v := value.(type) {
	case string:
		return strings.ContainsRune(v, 0)
	case []any:
		return slices.ContainsFunc(v, holdsNull)
	case map[string]any:
		for _, member := range v {
			if holdsNull(member) {
				return true
			}
		}
	}
	return false
}

// checkEnums refuses values of enums that the schema does not know by just that
// name: gqlgen lets other cases of letters through, and they would reach the
// rules.
func checkEnums(schema *ast.Schema, t *ast.Type, value any) *gqlerror.Error {
	if value == nil {
		return nil
	}
	if t.Elem != nil {
		list, ok := value.([]any)
		if !ok {
			list = []any{value} // one value stands for a list of it
		}
		for _, v := range list {
			if refused := checkEnums(schema, t.Elem, v); refused != nil {
				return refused
			}
		}
		return nil
	}
	switch def := schema.Types[t.NamedType]; def.Kind {
	case ast.Enum:
		if name, err := graphql.UnmarshalString(value); err != nil || def.EnumValues.ForName(name) == nil {
			return badRequest("%s is not a value of %s.", short(name), def.Name)
		}
	case ast.InputObject:
		object, _ := value.(map[string]any) // validated before
		for _, f := range def.Fields {
			if refused := checkEnums(schema, f.Type, object[f.Name]); refused != nil {
				return refused
			}
		}
	}
	return nil
}
