// Package color computes with colors of the sRGB space as screens show them:
// which ink can be read on a color that somebody chose, and how far a color
// must be darkened or lightened to be read itself. The measure is the contrast
// ratio of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
package color

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

// Contrast ratios that WCAG 2.2 asks for at level AA.
const (
	TextRatio    = 4.5 // success criterion 1.4.3: text of ordinary size
	GraphicRatio = 3.0 // 1.4.3: large text; 1.4.11: what must be seen to use a control
)

// RGB is an opaque sRGB color.
type RGB struct{ R, G, B uint8 }

// The two inks.
var (
	Black = RGB{}
	White = RGB{255, 255, 255}
)

var errForm = errors.New("a color is written #rrggbb, with hexadecimal digits")

// Parse reads "#rrggbb" with digits of either case, and nothing else.
func Parse(text string) (RGB, error) {
	if len(text) != 7 || text[0] != '#' {
		return RGB{}, errForm
	}
	n, err := strconv.ParseUint(text[1:], 16, 24)
	if err != nil {
		return RGB{}, errForm
	}
	return RGB{uint8(n >> 16), uint8(n >> 8), uint8(n)}, nil
}

// Hex returns the color as "#rrggbb" in lower case.
func (c RGB) Hex() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// Luminance returns the relative luminance: 0 for black, 1 for white
// (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
func (c RGB) Luminance() float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(channel uint8) float64 {
	v := float64(channel) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// Contrast returns the contrast ratio of the two colors: 1 for equal ones, 21
// for black and white.
func (c RGB) Contrast(other RGB) float64 {
	a, b := c.Luminance(), other.Luminance()
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

// Ink returns black or white, whichever reads better on c. Its contrast is
// never below 4.58, so it always serves for text.
func (c RGB) Ink() RGB {
	if c.Contrast(White) >= c.Contrast(Black) {
		return White
	}
	return Black
}

// LegibleOn returns c itself where its contrast on the background reaches
// ratio; else c darkened or lightened, in its own hue, no further than until it
// does. Where no shade of it does, it returns the background's ink.
func (c RGB) LegibleOn(background RGB, ratio float64) RGB {
	ink := background.Ink()
	for step := range 256 {
		if shade := c.toward(ink, step); shade.Contrast(background) >= ratio {
			return shade
		}
	}
	return ink
}

// toward returns c mixed with another color: c itself at step 0, the other one
// at step 255.
func (c RGB) toward(other RGB, step int) RGB {
	mix := func(from, to uint8) uint8 { return uint8((int(from)*(255-step) + int(to)*step + 127) / 255) }
	return RGB{mix(c.R, other.R), mix(c.G, other.G), mix(c.B, other.B)}
}
