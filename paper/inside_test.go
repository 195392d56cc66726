package paper

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"usher/color"
	"usher/internal/testenv/notrun"
	"usher/invite"
)

// Fonts are read when a name needs them: here all of them are.
func TestEveryFontIsRead(t *testing.T) {
	t.Parallel()
	license, err := fontFiles.ReadFile("fonts/LICENSE")
	if err != nil || !bytes.Contains(license, []byte("SIL OPEN FONT LICENSE Version 1.1")) {
		t.Errorf("the license is not there: %v", err)
	}
	fs, total := newFaces(), 0
	for _, s := range index() {
		f := fs.load(s)
		content, _ := fontFiles.ReadFile("fonts/noto/" + s.File)
		total += len(content)
		drawn := 0
		for _, span := range s.Ranges {
			for r := span[0]; r <= span[1]; r++ {
				if f.has(r) {
					drawn++
				}
			}
		}
		if drawn == 0 {
			t.Errorf("%s draws nothing of what it claims", s.File)
		}
		if !slices.ContainsFunc(strings.Split(string(license), "\n"), func(line string) bool {
			family, _, found := strings.Cut(line, ": ")
			return found && strings.HasPrefix(s.File, family+"-")
		}) {
			t.Errorf("the license names no owner of %s", s.File)
		}
	}
	if total > 12_000_000 {
		t.Errorf("the fonts take %d bytes", total)
	}
}

func TestScriptsThatAreCovered(t *testing.T) {
	t.Parallel()
	fs := newFaces()
	for name, span := range map[string][2]rune{
		"Latin-1": {0xc0, 0xff}, "Latin Extended": {0x100, 0x17f}, "Vietnamese": {0x1ea0, 0x1ef9}, "Cyrillic": {0x400, 0x45f}, "Hebrew": {0x5d0, 0x5ea},
		"Arabic": {0x621, 0x64a}, "Devanagari": {0x901, 0x939}, "Thai": {0xe01, 0xe3a}, "Hiragana": {0x3041, 0x3096}, "Katakana": {0x30a1, 0x30fa},
		"Hangul": {0xac00, 0xd7a3}, "emoji": {0x1f600, 0x1f64f},
	} {
		for r := span[0]; r <= span[1]; r++ {
			if _, ok := fs.find(bold, r); !ok {
				t.Errorf("%s: nothing draws %q", name, r)
			}
		}
	}
}

func TestWordsAreComplete(t *testing.T) {
	t.Parallel()
	for language, w := range languages {
		if n := len(strings.Fields(w.months)); n != 12 {
			t.Errorf("%s: %d months", language, n)
		}
		for i, v := 0, reflect.ValueOf(w); i < v.NumField(); i++ {
			if v.Field(i).IsZero() {
				t.Errorf("%s: %s is missing", language, v.Type().Field(i).Name)
			}
		}
		if !strings.Contains(w.Steps[0], "{address}") || w.Steps[1] == "" || w.Steps[2] == "" {
			t.Errorf("%s: steps %q", language, w.Steps)
		}
	}
	if _, err := color.Parse(invite.DefaultAccent); err != nil {
		t.Error(err)
	}
}

// As the Unicode bidirectional algorithm orders them: the pieces from the left.
func TestOrderOfMixedText(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Club גן 42 בית ok": "Club |בית| |42| |גן| ok",
		"גן 42 בית":         "בית| |42| |גן",
		"נחל 7 Club":        "Club| |7| |נחל",
		"Club גן 42 ok":     "Club |42| |גן| ok",
		"Club גן 50% ok":    "Club |50%| |גן| ok",
		"42 Club":           "42 Club",
		"نادي ٢٤":           "٢٤| |نادي",
	} {
		s := newSetter()
		b := s.set(setting{text: text, face: plain, size: 10, width: 1000, lines: 1})
		var pieces []string
		for _, run := range b.lines[0].runs {
			pieces = append(pieces, string(b.runes[run.Runes.Offset:run.Runes.Offset+run.Runes.Count]))
		}
		if got := strings.Join(pieces, "|"); got != want {
			t.Errorf("%s is set as %s, want %s", text, got, want)
		}
	}
}

// A scanner needs the white around a code as much as the code.
func TestQuietZone(t *testing.T) {
	t.Parallel()
	tool, err := exec.LookPath("pdftoppm")
	if err != nil {
		notrun.Report(t, "pdftoppm is not installed (package poppler-utils)")
	}
	const dots = 10 // a millimetre
	for perPage := range designs {
		s := Sheet{
			Organization: "Coral Bay", Language: invite.German, Support: "office@coralbay.example", JoinURL: "https://usher.example/join", Paper: invite.Letter, PerPage: perPage,
			Passes: []Pass{{Reference: "1-001", Code: "7K3QXM2PDR", Link: "https://usher.example/join/0123456789abcdefghijkl", For: "Ana", Location: "North"}},
		}
		c := s.newCards(newSetter())
		if c.qr < 28 {
			t.Errorf("%d a page: the code is %g mm wide", perPage, c.qr)
		}
		path := filepath.Join(t.TempDir(), "sheet")
		var file bytes.Buffer
		if err := PDF(&file, s); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		picture, err := exec.Command(tool, "-gray", "-singlefile", "-r", fmt.Sprint(25.4*dots), path).Output()
		if err != nil {
			t.Fatal(err)
		}
		code, err := encode(s.Passes[0].Link)
		if err != nil {
			t.Fatal(err)
		}
		module := c.qr / float64(code.size)
		x, y := c.margin+(c.width-2*c.margin-c.qr)/2, c.margin+c.logo+2.5+quietZone*module
		if c.beside {
			x = c.width - c.margin - c.qr
		}
		page := pixels(t, picture)
		if !page.dark(x+module/2, y+module/2, dots) {
			t.Fatalf("%d a page: the code is not where it is looked for", perPage)
		}
		for off := 0.3; off < c.qr; off += 0.3 {
			for away := 0.2; away < quietZone*module-0.1; away += 0.3 {
				for _, at := range [][2]float64{{x + off, y - away}, {x + off, y + c.qr + away}, {x - away, y + off}, {x + c.qr + away, y + off}} {
					if page.dark(at[0], at[1], dots) {
						t.Fatalf("%d a page: something is drawn %.1f mm beside the code, at %.1f, %.1f mm", perPage, away, at[0], at[1])
					}
				}
			}
		}
	}
}

// raster is a page as pdftoppm draws it in gray.
type raster struct {
	width int
	gray  []byte
}

func pixels(t *testing.T, pgm []byte) raster {
	t.Helper()
	var width, height, most int
	if _, err := fmt.Sscanf(string(pgm[:40]), "P5\n%d %d\n%d\n", &width, &height, &most); err != nil {
		t.Fatal(err)
	}
	return raster{width, pgm[len(pgm)-width*height:]}
}

func (r raster) dark(x, y float64, dots int) bool {
	return r.gray[int(y*float64(dots))*r.width+int(x*float64(dots))] < 200
}
