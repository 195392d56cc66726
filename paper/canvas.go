package paper

import (
	"bytes"
	"fmt"

	"usher/color"
)

// mm is a millimetre in points.
const mm = 72 / 25.4

// canvas is the content of one page. Lengths are millimetres, counted from the
// top left; sizes of text are points.
type canvas struct {
	document *document
	setter   *setter
	width    float64
	height   float64
	content  bytes.Buffer
}

func (c *canvas) op(format string, args ...any) { fmt.Fprintf(&c.content, format+"\n", args...) }

// x and y are a place on the page in PDF's units, counted from the bottom left.
func (c *canvas) x(at float64) string { return number(at * mm) }
func (c *canvas) y(at float64) string { return number((c.height - at) * mm) }

func components255(c color.RGB) string {
	return fmt.Sprintf("%s %s %s", number(float64(c.R)/255), number(float64(c.G)/255), number(float64(c.B)/255))
}

// fill draws a rectangle.
func (c *canvas) fill(x, y, width, height float64, ink color.RGB) {
	c.op("%s rg %s %s %s %s re f", components255(ink), c.x(x), c.y(y+height), number(width*mm), number(height*mm))
}

// stroke draws a line of a quarter point.
func (c *canvas) stroke(x1, y1, x2, y2 float64, ink color.RGB) {
	c.op("%s RG 0.25 w %s %s m %s %s l S", components255(ink), c.x(x1), c.y(y1), c.x(x2), c.y(y2))
}

// logo draws the logo, which the document has, with its top left there.
func (c *canvas) logo(x, y, width, height float64) {
	c.op("q %s 0 0 %s %s %s cm /Logo Do Q", number(width*mm), number(height*mm), c.x(x), c.y(y+height))
}

// symbol draws a QR code without its quiet zone: the sheet around it is white.
// All of it is one path, so that no hairlines show between its bars.
func (c *canvas) symbol(s symbol, x, y, width float64) {
	module := width / float64(s.size)
	c.op("%s rg", components255(color.Black))
	for _, b := range s.bars {
		left, top := x+float64(b.x)*module, y+float64(b.y)*module
		c.op("%s %s %s %s re", c.x(left), c.y(top+module), number(float64(b.length)*module*mm), number(module*mm))
	}
	c.op("f")
}

// alignment is where lines stand in their column.
type alignment float64

const (
	left   alignment = 0
	center alignment = 0.5
	right  alignment = 1
)

// text draws a block in a column of its width whose top left is there, and
// returns its height in millimetres. Lines that are read from the right end
// under one another, wherever the block stands.
func (c *canvas) text(b block, x, y float64, align alignment, ink color.RGB) float64 {
	const ascent = 0.97 // of the size: from the top of a line to its baseline
	for i, l := range b.lines {
		baseline := y*mm + (float64(i)*leading+ascent)*b.size
		indent := (b.width - l.width) * float64(align)
		if b.rtl && align == left {
			indent = b.widest() - l.width
		}
		c.line(b, l, x*mm+indent, c.height*mm-baseline, ink)
	}
	return b.height() / mm
}

// line draws a line of text; x and y are points, from the bottom left.
func (c *canvas) line(b block, l line, x, y float64, ink color.RGB) {
	for _, run := range l.runs {
		f := c.document.font(c.setter.faces.byFont[run.Face])
		c.op("BT %s rg /%s %s Tf 1 0 0 1 %s %s Tm", components255(ink), f.name, number(b.size), number(x), number(y))
		c.run(f, b, run)
		c.op("ET")
		x += units(run.Advance) / em * b.size
	}
}
