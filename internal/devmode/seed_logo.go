package devmode

import (
	"bytes"
	"encoding/base64"
	"image"
	rgba "image/color"
	"image/png"

	"golang.org/x/image/vector"

	"usher/color"
)

const logoSide = 256 // pixels

type corner struct{ x, y float32 }

// ironTemple is the gym's mark, as filled outlines: a temple's roof, beam,
// columns and step, and a barbell between the columns.
var ironTemple = append([][]corner{
	{{128, 44}, {216, 100}, {40, 100}},
}, boxes(
	image.Rect(52, 108, 204, 122), image.Rect(40, 202, 216, 216),
	image.Rect(58, 130, 80, 194), image.Rect(176, 130, 198, 194),
	image.Rect(88, 158, 168, 166), image.Rect(105, 142, 115, 182), image.Rect(141, 142, 151, 182),
	image.Rect(94, 149, 101, 175), image.Rect(155, 149, 162, 175),
)...)

func boxes(list ...image.Rectangle) (out [][]corner) {
	for _, r := range list {
		x0, y0, x1, y1 := float32(r.Min.X), float32(r.Min.Y), float32(r.Max.X), float32(r.Max.Y)
		out = append(out, []corner{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}})
	}
	return out
}

// gymLogo draws the gym's logo, white on a rounded square of its color, and
// returns it as the API takes it.
func gymLogo(ground color.RGB) (string, error) {
	picture := image.NewNRGBA(image.Rect(0, 0, logoSide, logoSide))
	fill := func(c color.RGB, outline func(*vector.Rasterizer)) {
		pen := vector.NewRasterizer(logoSide, logoSide)
		outline(pen)
		pen.ClosePath()
		pen.Draw(picture, picture.Bounds(), image.NewUniform(rgba.NRGBA{R: c.R, G: c.G, B: c.B, A: 255}), image.Point{})
	}
	fill(ground, func(pen *vector.Rasterizer) {
		const side, round = logoSide, 48
		pen.MoveTo(round, 0)
		pen.LineTo(side-round, 0)
		pen.QuadTo(side, 0, side, round)
		pen.LineTo(side, side-round)
		pen.QuadTo(side, side, side-round, side)
		pen.LineTo(round, side)
		pen.QuadTo(0, side, 0, side-round)
		pen.LineTo(0, round)
		pen.QuadTo(0, 0, round, 0)
	})
	for _, outline := range ironTemple {
		fill(color.White, func(pen *vector.Rasterizer) {
			pen.MoveTo(outline[0].x, outline[0].y)
			for _, c := range outline[1:] {
				pen.LineTo(c.x, c.y)
			}
		})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(b.Bytes()), nil
}
