package paper

// footer is the facts about a pass, set in rows at its foot.
type footer struct {
	rows   [][]factLine
	column float64 // width of one, in millimetres
}

// factLine is a fact that was set.
type factLine struct {
	label, value block
	gap          float64 // between the two, in points
}

func (f factLine) width() float64 { return f.label.widest() + f.gap + f.value.widest() }

// facts sets the facts about a pass: where there is little height two in a row,
// if both have a place in it.
func (c cards) facts(setter *setter, p Pass, width float64) footer {
	perRow, size := 1, c.text
	if c.beside {
		perRow, size = 2, c.label+0.5
	}
	out := footer{column: width / float64(perRow)}
	var row []factLine
	for _, f := range c.sheet.facts(p) {
		line := factLine{gap: size * 0.5}
		line.label = setter.set(setting{text: f.Label, face: plain, size: size, width: width * mm, lines: 1})
		line.value = setter.fit(setting{text: f.Value, face: bold, size: size, width: width*mm - line.label.widest() - line.gap, lines: 1}, size*0.75, 2*size)
		if len(line.value.lines) == 0 { // in a script that no font here has
			continue
		}
		wide := line.width() > out.column*mm-size
		if len(row) > 0 && (len(row) == perRow || wide) {
			out.rows, row = append(out.rows, row), nil
		}
		if row = append(row, line); wide {
			out.rows, row = append(out.rows, row), nil
		}
	}
	if len(row) > 0 {
		out.rows = append(out.rows, row)
	}
	return out
}

// height returns that of the rows, in millimetres.
func (f footer) height() (height float64) {
	for _, row := range f.rows {
		height += rowHeight(row)
	}
	return height
}

func rowHeight(row []factLine) float64 { return row[0].label.height() / mm * 1.08 }

// widest returns the width of the widest line, in points.
func (b block) widest() (width float64) {
	for _, l := range b.lines {
		width = max(width, l.width)
	}
	return width
}

// draw draws the rows, the last of which ends at the bottom.
func (f footer) draw(page *canvas, x, bottom float64) {
	y := bottom - f.height()
	for _, row := range f.rows {
		for i, line := range row {
			at := x + float64(i)*f.column
			page.text(line.label, at, y, left, quiet)
			page.text(line.value, at+(line.label.widest()+line.gap)/mm, y, left, ink)
		}
		y += rowHeight(row)
	}
}
