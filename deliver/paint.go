package deliver

import "usher/color"

// The grounds of the email, as its template has them.
var (
	card     = color.RGB{R: 0xff, G: 0xff, B: 0xff}
	darkCard = color.RGB{R: 0x1c, G: 0x21, B: 0x27}
)

// paint is the color of the button. It is the organization's own, whatever it
// is: the words on it are black or white, and its edge is a shade of it that
// stands out from the ground, so that a white button on white is still one.
type paint struct {
	Fill, Ink, Edge, DarkEdge string // "#rrggbb"
}

// painted returns the paint of an accent color that was checked.
func painted(accent string) paint {
	fill, _ := color.Parse(accent) // black is legible, too
	return paint{
		Fill: fill.Hex(), Ink: fill.Ink().Hex(),
		Edge: fill.LegibleOn(card, color.GraphicRatio).Hex(), DarkEdge: fill.LegibleOn(darkCard, color.GraphicRatio).Hex(),
	}
}
