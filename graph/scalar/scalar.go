// Package scalar puts the schema's scalars into Go types and back.
package scalar

import (
	"io"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"

	"usher/invite"
)

// MarshalID writes an id.
func MarshalID(id invite.ID) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(id))) })
}

// UnmarshalID reads an id in its canonical form. It refuses everything else
// before a query sees it.
func UnmarshalID(v any) (invite.ID, error) {
	text, ok := v.(string)
	if !ok {
		return "", invite.Errorf(invite.Invalid, "", "An id is a string.")
	}
	id, err := uuid.Parse(text)
	if err != nil || id.String() != text {
		return "", invite.Errorf(invite.Invalid, "", "This is not an id; give one that the API returned.")
	}
	return invite.ID(text), nil
}

// MarshalTime writes an instant as RFC 3339 in UTC.
func MarshalTime(t time.Time) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(t.UTC().Format(time.RFC3339Nano))) })
}

// UnmarshalTime reads an instant as RFC 3339.
func UnmarshalTime(v any) (time.Time, error) {
	text, ok := v.(string)
	if !ok {
		return time.Time{}, invite.Errorf(invite.Invalid, "", "A time is a string such as 2026-11-20T08:00:00Z.")
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return time.Time{}, invite.Errorf(invite.Invalid, "", "A time has the form 2026-11-20T08:00:00Z.")
	}
	return t.UTC(), nil
}
