package main

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRun(t *testing.T) {
	t.Setenv("DATABASE_URL", "")
	t.Setenv("REDIS_URL", "")
	for _, test := range []struct {
		name, script string
		code         int
		out          string
	}{
		{"the servers are announced", `case "$DATABASE_URL $REDIS_URL" in postgres://*" "*redis*) echo both;; esac`, 0, "both\n"},
		{"the exit code is the command's", `exit 3`, 3, ""},
		{"a killed command has failed", `kill -9 $$`, 1, ""},
		{
			"tests not run are listed once, after the command's output",
			`for test in B A B; do echo "NOT RUN $test: no tool" >>"$USHER_NOT_RUN_FILE"; done; echo ok; exit 1`, 1,
			"ok\n\nFor want of a tool, tests did not run (2):\nNOT RUN A: no tool\nNOT RUN B: no tool\n",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			code, err := run(t.Context(), []string{"/bin/sh", "-c", test.script}, &out)
			if err != nil {
				t.Fatal(err)
			}
			if code != test.code {
				t.Errorf("exit code %d, want %d", code, test.code)
			}
			if diff := cmp.Diff(test.out, out.String()); diff != "" {
				t.Errorf("output (-want +got):\n%s", diff)
			}
		})
	}
}

func TestRunKeepsServersThatAreGiven(t *testing.T) {
	t.Setenv("DATABASE_URL", "postgres://given")
	t.Setenv("REDIS_URL", "redis://given")
	var out bytes.Buffer
	if _, err := run(t.Context(), []string{"/bin/sh", "-c", `echo "$DATABASE_URL $REDIS_URL"`}, &out); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); got != "postgres://given redis://given\n" {
		t.Errorf("the command saw %q", got)
	}
}

func TestRunWithoutTheCommand(t *testing.T) {
	t.Setenv("DATABASE_URL", "postgres://given")
	t.Setenv("REDIS_URL", "redis://given")
	if _, err := run(t.Context(), []string{"/no/such/command"}, &bytes.Buffer{}); err == nil {
		t.Error("no error")
	}
}
