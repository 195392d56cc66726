package color_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"usher/color"
)

func parsed(t *testing.T, text string) color.RGB {
	t.Helper()
	c, err := color.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestParse(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]color.RGB{
		"#000000": {}, "#ffffff": {255, 255, 255}, "#2F6f4F": {0x2f, 0x6f, 0x4f}, "#0000ff": {B: 255},
	} {
		got, err := color.Parse(text)
		if err != nil || got != want {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{
		"", "#", "2f6f4f", "#2f6f4", "#2f6f4f0", "#fff", "#2f6f4g", "#+f6f4f", "#-1ffff", "#0x12ff", "#1_2345", "red",
		" #2f6f4f", "#2f6f4f ", "#2f6f4f\n", "rgb(1,2,3)", "#２f6f", "#\x00\x00\x00\x00\x00\x00",
	} {
		if got, err := color.Parse(text); err == nil {
			t.Errorf("%q is taken for %v", text, got)
		}
	}
	if got := parsed(t, "#2F6F4F").Hex(); got != "#2f6f4f" {
		t.Errorf("written back as %s", got)
	}
}

// The extremes follow from the definition; the rest are ratios that checkers of
// contrast publish.
func TestContrast(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		a, b  string
		ratio float64
	}{
		{"#000000", "#ffffff", 21},
		{"#777777", "#777777", 1},
		{"#767676", "#ffffff", 4.54}, // the lightest grey that passes for text on white
		{"#777777", "#ffffff", 4.48}, // the darkest that does not
		{"#949494", "#ffffff", 3.03},
		{"#959595", "#ffffff", 2.995}, // just not enough for a control
		{"#ff0000", "#ffffff", 4.00},
		{"#0000ff", "#ffffff", 8.59},
		{"#00ff00", "#ffffff", 1.37},
		{"#ffff00", "#000000", 19.56},
	} {
		a, b := parsed(t, test.a), parsed(t, test.b)
		if got := a.Contrast(b); math.Abs(got-test.ratio) > 0.005 || got != b.Contrast(a) {
			t.Errorf("%s on %s: %.4f, the other way %.4f, want %.2f", test.a, test.b, got, b.Contrast(a), test.ratio)
		}
	}
}

func TestInk(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]color.RGB{
		"#ffffff": color.Black, "#000000": color.White, "#ffff00": color.Black, "#1a5fd0": color.White,
		"#2f6f4f": color.White, "#757575": color.White, "#767676": color.Black,
	} {
		if got := parsed(t, text).Ink(); got != want {
			t.Errorf("on %s: %s", text, got.Hex())
		}
	}
}

func TestLegibleOn(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, given, background string
		ratio                   float64
		want                    string
	}{
		{"legible already", "#2f6f4f", "#ffffff", 4.5, "#2f6f4f"},
		{"no more than needed", "#777777", "#ffffff", 4.5, "#767676"},
		{"a color on itself", "#000000", "#000000", 4.5, "#757575"},
		{"out of reach", "#808080", "#808080", 7, "#000000"},
	} {
		if got := parsed(t, test.given).LegibleOn(parsed(t, test.background), test.ratio).Hex(); got != test.want {
			t.Errorf("%s: %s on %s becomes %s, want %s", test.name, test.given, test.background, got, test.want)
		}
	}
}

func anyColor(t *rapid.T, label string) color.RGB {
	channel := rapid.Uint8()
	return color.RGB{R: channel.Draw(t, label+" red"), G: channel.Draw(t, label+" green"), B: channel.Draw(t, label+" blue")}
}

// Whatever an organization chooses, text in it and on it can be read, and it
// stays as near to the choice as that allows.
func TestEveryColorBecomesLegible(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c, background := anyColor(t, "color"), anyColor(t, "background")
		if got := c.Contrast(c.Ink()); got < 4.58 {
			t.Errorf("ink on %s has %.3f", c.Hex(), got)
		}
		shade := c.LegibleOn(background, color.TextRatio)
		if got := shade.Contrast(background); got < color.TextRatio {
			t.Errorf("%s on %s becomes %s with %.3f", c.Hex(), background.Hex(), shade.Hex(), got)
		}
		if c.Contrast(background) >= color.TextRatio && shade != c {
			t.Errorf("%s on %s was legible, and became %s", c.Hex(), background.Hex(), shade.Hex())
		}
		if back, err := color.Parse(c.Hex()); err != nil || back != c {
			t.Errorf("%s is read as %v, %v", c.Hex(), back, err)
		}
	})
}
