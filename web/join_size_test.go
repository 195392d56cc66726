package web

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"testing"

	"usher/color"
)

// budget is what the largest page may take on a phone's first visit, with all
// that it loads but the logo, compressed. The bound of the whole product is
// 100 KB; these pages keep far below it.
const budget = 12 << 10

func TestFirstLoadIsSmall(t *testing.T) {
	load := compressed(t, []byte(JoinAccentCSS(color.RGB{R: 255, G: 204})))
	assets, err := fs.Glob(JoinAssets(), "*")
	if err != nil || len(assets) < 4 {
		t.Fatalf("%d assets: %v", len(assets), err)
	}
	for _, name := range assets {
		text, err := fs.ReadFile(JoinAssets(), name)
		if err != nil {
			t.Fatal(err)
		}
		load += compressed(t, text)
	}
	for _, l := range Locales() {
		for name, page := range everyPage(l) {
			var html bytes.Buffer
			if err := page(&html); err != nil {
				t.Fatal(err)
			}
			if total := load + compressed(t, html.Bytes()); total > budget {
				t.Errorf("%s, %s: %s, want at most %s", l.Code, name, kilobytes(total), kilobytes(budget))
			}
		}
	}
	t.Logf("%s without the page", kilobytes(load))
}

func kilobytes(n int) string { return fmt.Sprintf("%.1f KB", float64(n)/1024) }

func compressed(t *testing.T, text []byte) int {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}
