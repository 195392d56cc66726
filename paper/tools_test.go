package paper_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"usher/internal/testenv/notrun"
	"usher/invite"
	"usher/paper"
)

// sheet returns one of n passes.
func sheet(n int, change ...func(*paper.Sheet)) paper.Sheet {
	s := paper.Sheet{
		Organization: "Coral Bay Residents", Accent: "#1a5fd0", Language: invite.English, Support: "office@coralbay.example",
		JoinURL: "https://usher.example/join", Paper: invite.A4, PerPage: 8, Made: time.Date(2026, 11, 20, 9, 30, 0, 0, time.UTC),
	}
	for i := range n {
		s.Passes = append(s.Passes, paper.Pass{
			Reference: fmt.Sprintf("3-%03d", i+1), Code: fmt.Sprintf("7K3QX%05d", i), Location: "Coral Bay North",
			Link:    fmt.Sprintf("https://usher.example/join/%022d", i*7919),
			Expires: time.Date(2027, 3, 1, 12, 0, 0, 0, time.UTC),
		})
	}
	for _, f := range change {
		f(&s)
	}
	return s
}

func named(name string) func(*paper.Sheet) {
	return func(s *paper.Sheet) { s.Organization = name }
}

// file returns the path of the sheet's PDF.
func file(t *testing.T, s paper.Sheet) string {
	t.Helper()
	var out bytes.Buffer
	if err := paper.PDF(&out, s); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// run runs a tool that is none of ours and returns what it printed.
func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		notrun.Report(t, name+" is not installed (packages qpdf, poppler-utils and zbar-tools)")
	}
	var said bytes.Buffer
	command := exec.Command(path, args...)
	command.Stderr = &said // zbarimg complains there of a missing message bus
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out, said.Bytes())
	}
	return string(out)
}

var marks = regexp.MustCompile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")

// textOf returns a PDF's text in the order in which it is read, on one line,
// without the marks of direction that the reader adds.
func textOf(t *testing.T, path string) string {
	t.Helper()
	return strings.Join(strings.Fields(marks.ReplaceAllString(run(t, "pdftotext", path, "-"), "")), " ")
}

// scan returns what the QR codes of a PDF say, in no order.
func scan(t *testing.T, path string) []string {
	t.Helper()
	pages := filepath.Join(t.TempDir(), "page")
	run(t, "pdftoppm", "-gray", "-r", "150", path, pages)
	pictures, err := filepath.Glob(pages + "*")
	if err != nil || len(pictures) == 0 {
		t.Fatalf("no pictures of %s: %v", path, err)
	}
	return strings.Fields(run(t, "zbarimg", append([]string{"--quiet", "--raw", "--set", "*.enable=0", "--set", "qrcode.enable=1"}, pictures...)...))
}
