package paper

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	_ "image/jpeg" // a format of logos
	_ "image/png"  // likewise

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // likewise
)

// Limits of a picture. More pixels than are printed would only make the file
// heavy: 600 on 30 mm are 500 dots an inch.
const (
	maxPixels  = 1 << 22 // beyond, it is not even decoded
	printedMax = 600     // pixels a side
)

// picture is a logo, ready to be embedded once.
type picture struct {
	width, height int
	jpeg          []byte // as it came, or nil
	rgb, alpha    []byte // where it is no JPEG; alpha is nil where all is opaque
	gray          bool   // of the JPEG
}

// readPicture returns nil for what is no picture or too large a one.
func readPicture(content []byte) *picture {
	config, format, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil || config.Width < 1 || config.Height < 1 || config.Width*config.Height > maxPixels {
		return nil
	}
	decoded, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return nil
	}
	p := &picture{width: config.Width, height: config.Height}
	// PDF shows a JPEG as it is, but for one in the four colors of print,
	// which programs write in two ways.
	if format == "jpeg" && config.ColorModel != color.CMYKModel {
		p.jpeg, p.gray = content, config.ColorModel == color.GrayModel
		return p
	}
	p.take(decoded)
	return p
}

// take keeps the picture's pixels, fewer where it has more than are printed.
func (p *picture) take(from image.Image) {
	if side := max(p.width, p.height); side > printedMax {
		p.width, p.height = max(1, p.width*printedMax/side), max(1, p.height*printedMax/side)
	}
	pixels := image.NewNRGBA(image.Rect(0, 0, p.width, p.height))
	draw.CatmullRom.Scale(pixels, pixels.Bounds(), from, from.Bounds(), draw.Src, nil)
	opaque := true
	for i := 0; i < len(pixels.Pix); i += 4 {
		p.rgb = append(p.rgb, pixels.Pix[i:i+3]...)
		p.alpha = append(p.alpha, pixels.Pix[i+3])
		opaque = opaque && pixels.Pix[i+3] == 255
	}
	if opaque {
		p.alpha = nil
	}
}

// write writes the picture's objects (ISO 32000-1, 8.9) and returns its number.
func (p *picture) write(d *document) int {
	at := d.reserve()
	image := func(space string) string {
		return fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /%s", p.width, p.height, space)
	}
	switch {
	case p.jpeg != nil && p.gray:
		d.raw(at, image("DeviceGray")+" /Filter /DCTDecode", p.jpeg)
	case p.jpeg != nil:
		d.raw(at, image("DeviceRGB")+" /Filter /DCTDecode", p.jpeg)
	case p.alpha != nil:
		mask := d.reserve()
		d.stream(mask, image("DeviceGray"), p.alpha)
		d.stream(at, image("DeviceRGB")+fmt.Sprintf(" /SMask %d 0 R", mask), p.rgb)
	default:
		d.stream(at, image("DeviceRGB"), p.rgb)
	}
	return at
}

// within returns the size of the picture in a frame, in the frame's unit.
func (p *picture) within(width, height float64) (w, h float64) {
	scale := min(width/float64(p.width), height/float64(p.height))
	return float64(p.width) * scale, float64(p.height) * scale
}
