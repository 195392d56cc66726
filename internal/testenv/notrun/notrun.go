// Package notrun reports tests that cannot run for want of a tool, so that a
// missing tool never passes for a green test.
package notrun

import (
	"fmt"
	"os"
	"strconv"
	"testing"
)

// FileVariable names the file to which each such test adds its line, for
// `make test` to print at its end. Without it the line is in the test's log only.
const FileVariable = "USHER_NOT_RUN_FILE"

// Report ends the test: skipped on a person's machine, failed where CI is true.
// The reason says which tool is missing.
func Report(t testing.TB, reason string) {
	t.Helper()
	line := fmt.Sprintf("NOT RUN %s: %s", t.Name(), reason)
	if err := record(line); err != nil {
		t.Fatalf("%s (and that could not be recorded: %v)", line, err)
	}
	if onCI() {
		t.Fatal(line)
	}
	t.Skip(line)
}

func record(line string) error {
	path := os.Getenv(FileVariable)
	if path == "" {
		return nil
	}
	// O_APPEND: test processes of several packages write at once.
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	if _, err := file.WriteString(line + "\n"); err != nil {
		_ = file.Close()
		return err
	}
	return file.Close()
}

// onCI reports whether nobody is there to read a list of tests not run.
func onCI() bool {
	on, err := strconv.ParseBool(os.Getenv("CI"))
	return err == nil && on
}
