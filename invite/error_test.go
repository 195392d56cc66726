package invite

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCodeOf(t *testing.T) {
	t.Parallel()
	tooLong, taken := Errorf(TooLong, "input.name", "Too long."), Errorf(EmailTaken, "input.email", "Taken.")
	for _, test := range []struct {
		err  error
		want Code
	}{
		{nil, ""},
		{errors.New("connection reset"), Internal},
		{tooLong, TooLong},
		{fmt.Errorf("save: %w", taken), EmailTaken},
		{Errors{taken, tooLong}, EmailTaken},
		{fmt.Errorf("save: %w", Errors{tooLong}), TooLong},
		{Errors{}, Internal},
	} {
		if got := CodeOf(test.err); got != test.want {
			t.Errorf("%v: %q, want %q", test.err, got, test.want)
		}
	}
}

// A refusal is data on a payload; what answers the request as a whole, and a
// fault of ours, is not.
func TestRefusals(t *testing.T) {
	t.Parallel()
	one, two := Errorf(Invalid, "input.a", "A."), Errorf(Required, "input.b", "B.")
	for _, test := range []struct {
		err  error
		want []*Error
	}{
		{nil, nil},
		{errors.New("connection reset"), nil},
		{one, []*Error{one}},
		{fmt.Errorf("create: %w", one), []*Error{one}},
		{Errors{one, two}, []*Error{one, two}},
		{fmt.Errorf("create: %w", Errors{one, two}), []*Error{one, two}},
		{Errors{}, nil},
		{Errorf(Unauthenticated, "", ""), nil},
		{Errorf(Forbidden, "", ""), nil},
		{Errorf(NotFound, "", ""), nil},
		{Errorf(RateLimited, "", ""), nil},
		{Errorf(Internal, "", ""), nil},
	} {
		got, ok := Refusals(test.err)
		if diff := cmp.Diff(test.want, got); diff != "" || ok != (test.want != nil) {
			t.Errorf("%v: %v\n%s", test.err, ok, diff)
		}
	}
}

func TestErrorTexts(t *testing.T) {
	t.Parallel()
	one := Errorf(Invalid, "input.a", "Give %d.", 3)
	for _, test := range []struct {
		err  error
		want string
	}{
		{one, "INVALID: input.a: Give 3."},
		{Errorf(TooSoon, "", "Wait."), "TOO_SOON: Wait."},
		{Errors{}, "no errors"},
		{Errors{one}, "INVALID: input.a: Give 3."},
		{Errors{one, one, one}, "INVALID: input.a: Give 3. (and 2 more)"},
	} {
		if got := test.err.Error(); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

// A nil list must not become an error that is not nil.
func TestErrorsOr(t *testing.T) {
	t.Parallel()
	var none Errors
	if err := none.Or(); err != nil {
		t.Errorf("no refusals, yet %v", err)
	}
	if err := (Errors{Errorf(Invalid, "", "")}).Or(); err == nil {
		t.Error("a refusal was lost")
	}
}

func TestErrorWith(t *testing.T) {
	t.Parallel()
	e := Errorf(TooLong, "f", "Too long.")
	if e.Args != nil {
		t.Errorf("names %v before anything was named", e.Args)
	}
	if same := e.With("most", "5").With("has", "7"); same != e || e.Args["most"] != "5" || e.Args["has"] != "7" {
		t.Errorf("args %v", e.Args)
	}
}
