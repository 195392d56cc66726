package engines

import (
	"os"
	"strings"
)

// tellingLine returns the line of a program's output that says what went wrong:
// the first fatal one, else the last.
func tellingLine(output string) string {
	lines := strings.Split(strings.TrimSpace(output), "\n")
	for _, line := range lines {
		for _, mark := range []string{"FATAL:", "PANIC:", "Fatal", "FATAL CONFIG"} {
			if strings.Contains(line, mark) {
				return strings.TrimSpace(line)
			}
		}
	}
	return strings.TrimSpace(lines[len(lines)-1])
}

// tellingLineOf is tellingLine for a log file, "" where it cannot be read.
func tellingLineOf(path string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	return tellingLine(string(text))
}
