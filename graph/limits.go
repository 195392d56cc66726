package graph

import (
	"context"
	"errors"

	"github.com/99designs/gqlgen/complexity"
	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"usher/auth"
	"usher/graph/generated"
	"usher/graph/model"
)

// Limits of one document. They are judged on the parsed text, before it is
// validated: validation of a small hostile document can take seconds.
const (
	maxTokens     = 2_000
	maxDepth      = 16    // the introspection query of the playground has 15
	maxFields     = 1_000 // with fragments spread out
	maxRepeats    = 20    // of one path in the answer, in however many selections: merging them is what takes time
	maxRootFields = 20
	strangerCost  = 1_000
	signedInCost  = 30_000
	strangerBody  = 32 << 10
	staffBody     = 1 << 20
	maxDocument   = 64 << 10 // bytes of the document itself; texts belong into variables
	costOfList    = 20       // of what a list without an argument may hold
)

// limits refuses hostile documents.
type limits struct {
	openSchema bool // anybody may read the schema
	schema     graphql.ExecutableSchema
}

var _ interface {
	graphql.OperationParameterMutator
	graphql.OperationContextMutator
	graphql.HandlerExtension
} = &limits{}

// ExtensionName names the extension.
func (*limits) ExtensionName() string { return "Limits" }

// Validate accepts every schema.
func (l *limits) Validate(schema graphql.ExecutableSchema) error {
	l.schema = schema
	return nil
}

// MutateOperationParameters judges the document before anything else does.
func (*limits) MutateOperationParameters(_ context.Context, p *graphql.RawParams) *gqlerror.Error {
	if len(p.Query) > maxDocument {
		return badRequest("The document has more than %d KB; give texts as variables.", maxDocument>>10)
	}
	if holdsNull(p.Variables) {
		return nullRefused()
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: p.Query}, maxTokens)
	if err != nil {
		return unreadable(err)
	}
	for _, op := range doc.Operations {
		w := walker{doc: doc}
		if refused := w.walk(op.SelectionSet, &w.root, 1, 0); refused != nil {
			return refused
		}
		switch {
		case w.roots > maxRootFields:
			return badRequest("An operation has at most %d fields at its root.", maxRootFields)
		case w.roots > 1 && op.Operation == ast.Subscription:
			return badRequest("A subscription has one field at its root.")
		}
		for _, v := range op.VariableDefinitions {
			if refused := checkLiteral(v.DefaultValue, 0); refused != nil {
				return refused
			}
		}
	}
	return nil
}

// unreadable says where the document is no GraphQL.
func unreadable(err error) *gqlerror.Error {
	var at *gqlerror.Error
	if !errors.As(err, &at) {
		return badRequest("The document could not be read.")
	}
	refused := badRequest("The document could not be read: %s", at.Message)
	refused.Locations = at.Locations
	return refused
}

// walker counts what a document asks for, with its fragments spread out.
type walker struct {
	doc    *ast.QueryDocument
	fields int
	roots  int // fields at the root
	root   place
}

// place is a path of the answer, and how often the document asks for it.
type place struct {
	asked int
	below map[string]*place
}

func (p *place) child(name string) *place {
	if p.below == nil {
		p.below = map[string]*place{}
	}
	if p.below[name] == nil {
		p.below[name] = &place{}
	}
	return p.below[name]
}

// walk counts the fields of one selection at a place of the answer; spreads is
// how many fragments lead to it, so that fragments in a circle end too.
func (w *walker) walk(set ast.SelectionSet, at *place, depth, spreads int) *gqlerror.Error {
	if depth > maxDepth {
		return badRequest("The document is nested more than %d levels deep.", maxDepth)
	}
	if spreads > maxDepth {
		return badRequest("Fragments are nested more than %d levels deep.", maxDepth)
	}
	for _, s := range set {
		var refused *gqlerror.Error
		switch s := s.(type) {
		case *ast.Field:
			if w.fields++; w.fields > maxFields {
				return badRequest("The document asks for more than %d fields.", maxFields)
			}
			if depth == 1 {
				w.roots++
			}
			below := at.child(s.Alias)
			if below.asked++; below.asked > maxRepeats {
				return badRequest("A field is repeated more than %d times.", maxRepeats)
			}
			for _, a := range s.Arguments {
				if refused == nil {
					refused = checkLiteral(a.Value, 0)
				}
			}
			if refused == nil {
				refused = w.walk(s.SelectionSet, below, depth+1, 0)
			}
		case *ast.InlineFragment:
			refused = w.walk(s.SelectionSet, at, depth, spreads+1)
		case *ast.FragmentSpread:
			if f := w.doc.Fragments.ForName(s.Name); f != nil {
				refused = w.walk(f.SelectionSet, at, depth, spreads+1)
			}
		}
		if refused != nil {
			return refused
		}
	}
	return nil
}

// MutateOperationContext judges the validated operation and its variables.
func (l *limits) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	actor := auth.FromContext(ctx)
	op.DisableIntrospection = !l.openSchema && actor.Kind != auth.KindStaff && actor.Kind != auth.KindSupport
	if op.DisableIntrospection && readsSchema(op.Operation.SelectionSet) {
		return badRequest("The schema is shown to staff; sign in first.")
	}
	for _, v := range op.Operation.VariableDefinitions {
		if refused := checkEnums(l.schema.Schema(), v.Type, op.Variables[v.Variable]); refused != nil {
			return refused
		}
	}
	limit := strangerCost
	if actor.SignedIn() {
		limit = signedInCost
	}
	if cost := complexity.Calculate(ctx, l.schema, op.Operation, op.Variables); cost > limit {
		return badRequest("The operation is too dear: it costs %d, and at most %d is allowed. Ask for fewer fields or smaller pages.", cost, limit)
	}
	return nil
}

// badRequest returns a refusal with gqlgen's code for requests that are not
// valid, by which transports know it; presenter gives it ours.
func badRequest(format string, args ...any) *gqlerror.Error {
	err := gqlerror.Errorf(format, args...)
	errcode.Set(err, errcode.ValidationFailed)
	return err
}

// costs tells how dear the lists of the schema are.
func costs(c *generated.ComplexityRoot) {
	list := func(child int) int { return 1 + costOfList*child }
	paged := func(first, child int) int { return 1 + max(first, 1)*child }
	c.Organization.Locations, c.Organization.Programs, c.Organization.Groups, c.Organization.Staff = list, list, list, list
	c.Organization.Report = func(child, days int, _ *idType) int { return paged(days, child) }
	c.Organization.DeliveryProblems = func(child, first int) int { return paged(first, child) }
	c.Contact.Programs, c.Contact.Groups, c.Contact.Invitations = small, small, small
	c.Invitation.Deliveries = small
	c.Invitation.Timeline = func(child, first int) int { return paged(first, child) }
	c.Viewer.Memberships = small
	c.InvitePreview.Skipped = list
	c.Location.Queue = func(child, first int, _ *string) int { return paged(first, child) }
	c.InvitationBatch.Queue = func(child, first int, _ *string) int { return paged(first, child) }
	c.Household.Members = small
	c.HouseholdSuggestion.Contacts, c.HouseholdSuggestion.Households = small, small
	c.Query.Households = func(child int, _ *idType, _ *model.HouseholdFilter, first int, _ *string) int {
		return paged(first, child)
	}
	c.Query.HouseholdSuggestions = func(child int, _ *idType, first int) int { return paged(first, child) }
	c.BillingUsage.Days = func(child int) int { return paged(31, child) } // as many as a month has: each is four numbers
	c.BillingUsage.Households = func(child, first int, _ *string) int { return paged(first, child) }
	c.Query.InvitationBatches = func(child int, _ *idType, first int, _ *string) int { return paged(first, child) }
	c.Query.Organizations = func(child int, _ *string, first int, _ *string) int { return paged(first, child) }
	c.Query.Contacts = func(child int, _ *idType, _ *model.ContactFilter, _ *model.ContactSort, first int, _ *string) int {
		return paged(first, child)
	}
}

func small(child int) int { return 1 + 3*child }
