package paper

import (
	"io"
	"slices"

	"usher/color"
	"usher/invite"
)

// Inks. Those of the accent color are chosen for each sheet.
var (
	ink    = color.RGB{R: 0x1b, G: 0x1c, B: 0x1f}
	quiet  = color.RGB{R: 0x59, G: 0x5d, B: 0x64}
	cutter = color.RGB{R: 0x9a, G: 0x9e, B: 0xa5}
)

// PDF writes the sheet as a PDF file (ISO 32000-1). It fails only where there
// are no passes, where the number a page or the paper is none of those there
// are, where a link is too long for a QR code, or where w fails; never for what
// a name holds.
func PDF(w io.Writer, s Sheet) error {
	if err := s.check(); err != nil {
		return err
	}
	d := newDocument()
	d.logo = readPicture(s.Logo)
	paper, setter := papers[s.Paper], newSetter()
	cards := s.newCards(setter)
	for passes := range slices.Chunk(s.Passes, s.PerPage) {
		page := &canvas{document: d, setter: setter, width: paper.width, height: paper.height}
		for _, mark := range cards.cuts() {
			page.stroke(mark.x1, mark.y1, mark.x2, mark.y2, cutter)
		}
		for i, pass := range passes {
			if err := cards.draw(page, i, pass); err != nil {
				return err
			}
		}
		d.page(paper.width*mm, paper.height*mm, page.content.Bytes())
	}
	return d.finish(w, about{title: s.title(), author: s.Organization, language: s.words().Tag, made: s.Made})
}

// accent returns the organization's color, as a rule on paper and as text.
func (s Sheet) accent() (rule, text color.RGB) {
	chosen, err := color.Parse(s.Accent)
	if err != nil {
		chosen, _ = color.Parse(invite.DefaultAccent) // a color, says a test
	}
	return chosen.LegibleOn(color.White, color.GraphicRatio), chosen.LegibleOn(color.White, color.TextRatio)
}
