package web

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"usher/color"
)

var property = regexp.MustCompile(`--([a-z-]+):\s*(#[0-9a-f]{6})`)

// schemes returns the colors that a style sheet sets, light and dark.
func schemes(t *testing.T, css string) [2]map[string]color.RGB {
	t.Helper()
	light, dark, ok := strings.Cut(css, "@media (prefers-color-scheme:dark)")
	if !ok {
		light, dark, ok = strings.Cut(css, "@media (prefers-color-scheme: dark)")
		dark, _, _ = strings.Cut(dark, "\n}\n")
	}
	if !ok {
		t.Fatalf("no dark scheme in:\n%s", css)
	}
	var both [2]map[string]color.RGB
	for i, part := range []string{light, dark} {
		both[i] = map[string]color.RGB{}
		for _, found := range property.FindAllStringSubmatch(part, -1) {
			c, err := color.Parse(found[2])
			if err != nil {
				t.Fatal(err)
			}
			both[i][found[1]] = c
		}
	}
	for name, c := range both[0] { // dark overrides some
		if _, ok := both[1][name]; !ok {
			both[1][name] = c
		}
	}
	return both
}

func joinCSS(t *testing.T) string {
	t.Helper()
	css, err := fs.ReadFile(JoinAssets(), "join.css")
	if err != nil {
		t.Fatal(err)
	}
	return string(css)
}

// TestAccentIsLegible holds every accent color, however unfortunate, to the
// contrast that WCAG 2.2 asks for on the page's own colors in both schemes.
func TestAccentIsLegible(t *testing.T) {
	own := schemes(t, joinCSS(t))
	if own[0]["page"] != lightGround || own[1]["card"] != darkGround {
		t.Fatalf("the grounds are not those of join.css: %v, %v", own[0]["page"], own[1]["card"])
	}
	var accents []color.RGB
	for _, r := range []uint8{0, 51, 102, 119, 128, 153, 204, 255} {
		for _, g := range []uint8{0, 51, 102, 119, 128, 153, 204, 255} {
			for _, b := range []uint8{0, 102, 128, 255} {
				accents = append(accents, color.RGB{R: r, G: g, B: b})
			}
		}
	}
	for _, accent := range accents {
		checkContrast(t, accent.Hex(), own, schemes(t, JoinAccentCSS(accent)))
	}
	checkContrast(t, "its own", own, own)
}

func checkContrast(t *testing.T, name string, own, accent [2]map[string]color.RGB) {
	t.Helper()
	for i, scheme := range []string{"light", "dark"} {
		set := accent[i]
		if len(set) < 4 {
			t.Fatalf("%s, %s: %d colors", name, scheme, len(set))
		}
		check := func(what string, a, b color.RGB, want float64) {
			if got := a.Contrast(b); got < want {
				t.Errorf("%s, %s: %s has %.2f:1, want %.1f", name, scheme, what, got, want)
			}
		}
		check("text on the accent", set["on-accent"], set["accent"], color.TextRatio)
		for _, ground := range []string{"page", "card"} {
			check("accent text on the "+ground, set["accent-text"], own[i][ground], color.TextRatio)
			check("a button's edge on the "+ground, set["accent-edge"], own[i][ground], color.GraphicRatio)
		}
	}
}

// TestGraysAreLegible does the same for the colors that no organization sets.
func TestGraysAreLegible(t *testing.T) {
	for i, set := range schemes(t, joinCSS(t)) {
		for _, pair := range []struct {
			on, name string
			want     float64
		}{
			{"card", "text", color.TextRatio}, {"page", "text", color.TextRatio}, {"card", "muted", color.TextRatio}, {"page", "muted", color.TextRatio},
			{"card", "error", color.TextRatio}, {"error-ground", "error", color.TextRatio}, {"card", "line", color.GraphicRatio},
		} {
			if got := set[pair.name].Contrast(set[pair.on]); got < pair.want {
				t.Errorf("scheme %d: %s on %s has %.2f:1, want %.1f", i, pair.name, pair.on, got, pair.want)
			}
		}
	}
}

func TestJoinAccentColor(t *testing.T) {
	for file, want := range map[string]string{
		"2f6f4f.css": "#2f6f4f", "000000.css": "#000000", "2F6F4F.css": "", "2f6f4f": "", "2f6f4.css": "", "2f6f4f0.css": "",
		"#2f6f4f.css": "", "2f6f4g.css": "", "+f6f4f.css": "", ".css": "", "": "", "red.css": "", "2f6f4f.css.css": "",
	} {
		got, ok := JoinAccentColor(file)
		if ok != (want != "") || ok && got.Hex() != want {
			t.Errorf("%q: %v, %v", file, got, ok)
		}
	}
}

func TestAccentURL(t *testing.T) {
	if got := accentURL("#FFCC00"); !regexp.MustCompile(`^/join/accent/ffcc00\.css\?v=[0-9a-f]{8}$`).MatchString(got) {
		t.Errorf("got %q", got)
	}
	for _, none := range []string{"", "red", "#fff", "ffcc00", "#ffcc00;}"} {
		if got := accentURL(none); got != "" {
			t.Errorf("%q: %q", none, got)
		}
	}
}
