package paper

import (
	"usher/color"
	"usher/invite"
)

// design is how a pass is laid out for a number of passes a page. Lengths are
// millimetres, sizes of text points.
type design struct {
	columns, rows int
	margin        float64 // from the cut to what is printed
	logo          float64 // height of the logo and of the line with the name
	name          float64 // size of the organization's name at most
	label         float64 // size of labels
	code          float64 // size of the code
	text          float64 // size of what is explained
	qr            float64 // width of the QR code without its quiet zone
	beside        bool    // whether the QR code stands beside the text, not above it
}

var designs = map[int]design{
	8: {columns: 2, rows: 4, margin: 7, logo: 9, name: 13, label: 6.5, code: 20, text: 7.5, qr: 29, beside: true},
	4: {columns: 2, rows: 2, margin: 10, logo: 11, name: 15, label: 7.5, code: 26, text: 9, qr: 42},
	1: {columns: 1, rows: 1, margin: 25, logo: 20, name: 28, label: 11, code: 50, text: 15, qr: 88},
}

// cards lays the passes of one sheet out.
type cards struct {
	design
	sheet         Sheet
	width, height float64 // of one pass, cut
	foot          float64 // height kept for the facts: what the pass with the most needs, so that all look alike
	rule, accent  color.RGB
}

func (s Sheet) newCards(setter *setter) cards {
	d, paper := designs[s.PerPage], papers[s.Paper]
	c := cards{design: d, sheet: s, width: paper.width / float64(d.columns), height: paper.height / float64(d.rows)}
	c.rule, c.accent = s.accent()
	for _, pass := range s.Passes {
		c.foot = max(c.foot, c.facts(setter, pass, c.width-2*c.margin).height())
	}
	return c
}

// The typefaces.
var (
	plain = typeface{}
	bold  = typeface{bold: true}
	typed = typeface{mono: true}
)

// cut is a line that marks where to cut, in millimetres of the page.
type cut struct{ x1, y1, x2, y2 float64 }

// cuts returns a cross where cuts meet, and a tick at the edges. Printers leave
// the outermost millimetres white.
func (c cards) cuts() (list []cut) {
	const edge, length, arm = 4.0, 5.0, 2.5
	paper := papers[c.sheet.Paper]
	for column := 1; column < c.columns; column++ {
		x := float64(column) * c.width
		list = append(list, cut{x, edge, x, edge + length}, cut{x, paper.height - edge - length, x, paper.height - edge})
		for row := 1; row < c.rows; row++ {
			y := float64(row) * c.height
			list = append(list, cut{x - arm, y, x + arm, y}, cut{x, y - arm, x, y + arm})
		}
	}
	for row := 1; row < c.rows; row++ {
		y := float64(row) * c.height
		list = append(list, cut{edge, y, edge + length, y}, cut{paper.width - edge - length, y, paper.width - edge, y})
	}
	return list
}

// area is the part of a page that something may take.
type area struct{ x, y, width, height float64 }

// below returns what is left of the area under its first millimetres.
func (a area) below(taken float64) area {
	return area{a.x, a.y + taken, a.width, a.height - taken}
}

// draw draws the pass at a place of the page, counted as one reads.
func (c cards) draw(page *canvas, place int, p Pass) error {
	code, err := encode(p.Link)
	if err != nil {
		return err
	}
	a := area{
		x: float64(place%c.columns)*c.width + c.margin, y: float64(place/c.columns)*c.height + c.margin,
		width: c.width - 2*c.margin, height: c.height - 2*c.margin,
	}
	a = c.header(page, a, p)
	c.facts(page.setter, p, a.width).draw(page, a.x, a.y+a.height)
	a.height -= c.foot + c.margin/5
	if c.beside {
		c.drawBeside(page, a, code, p)
	} else {
		c.drawBelow(page, a, code, p)
	}
	return nil
}

// header draws logo, name and reference over a rule, and returns what is left.
func (c cards) header(page *canvas, a area, p Pass) area {
	x, width := a.x, a.width
	if logo := page.document.logo; logo != nil {
		w, h := logo.within(2.6*c.logo, c.logo)
		page.logo(x, a.y+(c.logo-h)/2, w, h)
		x, width = x+w+c.logo/4, width-w-c.logo/4
	}
	what, number := c.small(page, c.sheet.words().Pass), c.small(page, p.Reference)
	page.text(number, a.x, a.y+page.text(what, a.x, a.y, right, quiet), right, quiet)
	width -= max(what.widest(), number.widest())/mm + c.logo/4
	name := page.setter.fit(setting{text: c.sheet.Organization, face: bold, size: c.name, width: width * mm, lines: 3}, c.name*0.5, (c.logo+0.5)*mm)
	page.text(name, x, a.y+max(0, (c.logo-name.height()/mm)/2), left, ink)
	page.fill(a.x, a.y+c.logo+2, a.width, 0.5, c.rule)
	return a.below(c.logo + 2.5)
}

// small sets a label across the width of the pass.
func (c cards) small(page *canvas, text string) block {
	return page.setter.set(setting{text: text, face: plain, size: c.label, width: (c.width - 2*c.margin) * mm, lines: 1})
}

// drawBeside draws the text with the QR code at its right.
func (c cards) drawBeside(page *canvas, a area, code symbol, p Pass) {
	gap := float64(quietZone) * c.qr / float64(code.size)
	page.symbol(code, a.x+a.width-c.qr, a.y+gap, c.qr)
	a = a.below(gap - 1)
	a.width -= c.qr + gap + 1
	a = a.below(c.typedCode(page, a, p, left) + 1.8)
	c.steps(page, a)
}

// drawBelow draws the QR code, and the text under it.
func (c cards) drawBelow(page *canvas, a area, code symbol, p Pass) {
	gap := float64(quietZone) * c.qr / float64(code.size)
	page.symbol(code, a.x+(a.width-c.qr)/2, a.y+gap, c.qr)
	a = a.below(c.qr + 2*gap)
	a = a.below(c.typedCode(page, a, p, center) + c.text/3)
	c.steps(page, a)
}

// typedCode draws the code under its label and returns how high that is.
func (c cards) typedCode(page *canvas, a area, p Pass, align alignment) float64 {
	label := page.setter.set(setting{text: c.sheet.words().Code, face: plain, size: c.label, width: a.width * mm, lines: 1})
	h := page.text(label, a.x, a.y, align, quiet)
	code := page.setter.fit(setting{text: invite.GroupCode(p.Code), face: typed, size: c.code, width: a.width * mm, lines: 1}, c.code/2, 2*c.code)
	return h + page.text(code, a.x, a.y+h-0.5, align, c.accent)
}

// steps draws how to join, in the largest size that has a place.
func (c cards) steps(page *canvas, a area) {
	const gap = 0.25 // of the size, between two steps
	var list []block
	size := c.text
	for ; ; size -= 0.25 {
		list = nil
		indent, height := size*1.4, 0.0
		for _, step := range c.sheet.steps() {
			b := page.setter.set(setting{text: step, face: plain, size: size, width: a.width*mm - indent, lines: 4})
			list = append(list, b)
			height += (b.height() + gap*size) / mm
		}
		if height <= a.height || size <= c.text*0.75 {
			break
		}
	}
	y := a.y
	for i, b := range list {
		digit := page.setter.set(setting{text: string(rune('1' + i)), face: bold, size: size, width: size * 1.4, lines: 1})
		page.text(digit, a.x, y, left, c.accent)
		y += page.text(b, a.x+size*1.4/mm, y, left, ink) + gap*size/mm
	}
}
