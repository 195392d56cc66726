package address

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"usher/invite"
)

// judged is an outcome as the committed expectation writes it.
type judged struct {
	Index       int          `json:"index"`
	Raw         string       `json:"raw"`
	Address     *string      `json:"address"`
	Problem     *ProblemCode `json:"problem"`
	Suggestion  *string      `json:"suggestion"`
	DuplicateOf *int         `json:"duplicateOf"`
}

func judgeFile(t *testing.T, name string) []Outcome {
	t.Helper()
	text, err := os.ReadFile("../examples/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return Judge(invite.SplitPaste(string(text)), "US")
}

// The expectation was written by a reader of the design, not by this code.
func TestPasteWithMistakes(t *testing.T) {
	text, err := os.ReadFile("../examples/paste-with-mistakes.expected.json")
	if err != nil {
		t.Fatal(err)
	}
	var want []judged
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	var got []judged
	for _, o := range judgeFile(t, "paste-with-mistakes.txt") {
		j := judged{Index: o.Entry.Index, Raw: o.Entry.Raw, DuplicateOf: o.DuplicateOf}
		if o.Problem != nil {
			j.Problem = &o.Problem.Code
		} else {
			j.Address = &o.Email.Lower
		}
		if o.Email.Suggestion != "" {
			j.Suggestion = &o.Email.Suggestion
		}
		got = append(got, j)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPaste200IsTwoHundredGoodPeople(t *testing.T) {
	outcomes := judgeFile(t, "paste-200.txt")
	named := map[string]string{}
	distinct := map[string]bool{}
	for _, o := range outcomes {
		if o.Channel != invite.Email || o.Problem != nil || o.DuplicateOf != nil || o.Email.Suggestion != "" {
			t.Errorf("%+v: channel %s, problem %v, duplicate of %v, suggestion %q", o.Entry, o.Channel, o.Problem, o.DuplicateOf, o.Email.Suggestion)
		}
		distinct[o.Email.Lower] = true
		if o.Entry.Name != "" {
			named[o.Email.Lower] = o.Entry.Name
		}
	}
	if len(outcomes) != 200 || len(distinct) != 200 {
		t.Errorf("%d entries, %d distinct addresses", len(outcomes), len(distinct))
	}
	for address, name := range map[string]string{
		"ivan.petrov@gym-mail.example":       "Ivan Petrov",
		"siobhan.mensah@example.org":         "Siobhán Mensah",
		"jose.rossi@example.org":             "José Rossi",
		"lukasz.o'brien@example.org":         "Łukasz O'Brien",
		"noor.smith-jones@coach.example.net": "Noor Smith-Jones",
	} {
		if named[address] != name {
			t.Errorf("%s has the name %q, want %q", address, named[address], name)
		}
	}
}

func TestClassify(t *testing.T) {
	for raw, want := range map[string]invite.Channel{
		"a@b.c": invite.Email, "two": invite.Email, "": invite.Email, "12ab": invite.Email, "555@1.2": invite.Email, "---": invite.Email,
		"+15551234567": invite.SMS, "(555) 123-4567": invite.SMS, "123": invite.SMS, "\u200e+1\u00a0555": invite.SMS, "１２３": invite.SMS,
	} {
		if got := Classify(raw); got != want {
			t.Errorf("%q is %s, want %s", raw, got, want)
		}
	}
}

func TestJudgeFindsRepetitions(t *testing.T) {
	paste := "Ann <+12025550123>, Bob <+1 202 555 0123>, (202) 555-0123, ann <2025550123>, a@b.com, A@B.COM, a@@b.com, a@@b.com, 12, 12"
	var got []int
	for _, o := range Judge(invite.SplitPaste(paste), "US") {
		duplicateOf := -1
		if o.DuplicateOf != nil {
			duplicateOf = *o.DuplicateOf
		}
		got = append(got, duplicateOf)
	}
	// Bob shares Ann's phone; the nameless one is anybody's; bad entries repeat nothing.
	if diff := cmp.Diff([]int{-1, -1, 0, 0, -1, 4, -1, -1, -1, -1}, got); diff != "" {
		t.Errorf("duplicates (-want +got):\n%s", diff)
	}
	nameless := Judge(invite.SplitPaste("+12025550123, Ann <+12025550123>"), "")
	if nameless[1].DuplicateOf != nil {
		t.Error("a name that comes second was lost as a duplicate")
	}
}
