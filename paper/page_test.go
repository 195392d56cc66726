package paper_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"usher/internal/testenv/notrun"
	"usher/invite"
	"usher/paper"
)

const hostile = `<script>alert(1)</script>"'&{{.}} שלום`

func page(t *testing.T, s paper.Sheet) string {
	t.Helper()
	var out bytes.Buffer
	if err := paper.Page(&out, s, "nonce-of-the-answer"); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// inline finds what a strict policy refuses.
var inline = regexp.MustCompile(`(?i)\s(style|on[a-z]+)=|javascript:|https?://`)

func TestPage(t *testing.T) {
	t.Parallel()
	s := sheet(9, func(s *paper.Sheet) {
		s.Organization, s.Support, s.Language, s.LogoPath, s.Accent = hostile, hostile, invite.Spanish, "/logo/x?v=1", "#ffffff;} body{display:none"
		s.Passes[3].For, s.Passes[3].Location = hostile, hostile
	})
	text := page(t, s)
	if found := inline.FindString(text); found != "" {
		t.Errorf("the page has %q", found)
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	var shown []string
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			count[n.Data]++
			if n.Data == "script" || n.Data == "style" {
				if len(n.Attr) != 1 || n.Attr[0].Val != "nonce-of-the-answer" {
					t.Errorf("%s has %v", n.Data, n.Attr)
				}
			}
		case html.TextNode:
			shown = append(shown, n.Data)
		}
	}
	if count["script"] != 1 || count["style"] != 1 || count["article"] != 9 || count["section"] != 2 || count["img"] != 9 {
		t.Errorf("the page has %v", count)
	}
	for _, p := range s.Passes {
		if !slices.Contains(shown, invite.GroupCode(p.Code)) || !slices.Contains(shown, p.Reference) {
			t.Errorf("%s or its code is missing", p.Reference)
		}
		if strings.Contains(text, p.Link) {
			t.Errorf("the link of %s stands there as text", p.Reference)
		}
	}
	for text, n := range map[string]int{hostile: 9 + 9 + 2, "Imprimir": 1, "Su código": 9, "1 de marzo de 2027": 9} {
		if got := len(slices.DeleteFunc(slices.Clone(shown), func(s string) bool { return s != text })); got != n {
			t.Errorf("%q is shown %d times, want %d", text, got, n)
		}
	}
	if !strings.Contains(text, `<html lang="es">`) || strings.Contains(text, "body{display:none") {
		t.Error("the language is not said, or a color is taken for a style")
	}
}

func TestNotice(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if err := paper.WriteNotice(&out, paper.Notice{Title: hostile, Text: "Print again.", Link: "/admin/", LinkText: "Sign in"}, "n"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"&lt;script&gt;", "Print again.", `href="/admin/"`, `nonce="n"`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in %s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "<script") {
		t.Error("a notice runs a script")
	}
}

// What a browser prints of the page: the pages that the PDF has, and codes that
// can be read.
func TestPageInABrowser(t *testing.T) {
	t.Parallel()
	browser := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil && browser == "" {
			browser = path
		}
	}
	if browser == "" {
		notrun.Report(t, "no Chromium on the PATH")
	}
	for _, test := range []struct {
		perPage, pages int
		paper          invite.PaperSize
		size           string
	}{{8, 2, invite.A4, "(A4)"}, {4, 3, invite.Letter, "(letter)"}, {1, 9, invite.A4, "(A4)"}} {
		s := sheet(9, func(s *paper.Sheet) {
			s.PerPage, s.Paper, s.Organization = test.perPage, test.paper, "Coral Bay שלום 珊瑚湾"
		})
		folder := t.TempDir()
		from, to := filepath.Join(folder, "page.html"), filepath.Join(folder, "page.pdf")
		if err := os.WriteFile(from, []byte(page(t, s)), 0o600); err != nil {
			t.Fatal(err)
		}
		run(t, browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+folder+"/profile", "--no-pdf-header-footer",
			"--print-to-pdf="+to, "file://"+from)
		info := strings.Join(strings.Fields(run(t, "pdfinfo", to)), " ")
		if !strings.Contains(info, fmt.Sprintf("Pages: %d ", test.pages)) || !strings.Contains(info, test.size) {
			t.Errorf("%d a page: %s", test.perPage, info)
		}
		var want []string
		for _, p := range s.Passes {
			want = append(want, p.Link)
		}
		got := scan(t, to)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d a page (-printed +read):\n%s", test.perPage, diff)
		}
	}
}
