package paper

import (
	"strings"

	"github.com/go-text/typesetting/shaping"
)

// run draws glyphs of one face. Characters and glyphs go together in clusters:
// an "fi" may be one glyph for two characters, and a syllable of Devanagari
// several glyphs in another order than its characters.
func (c *canvas) run(f *pdfFont, b block, run shaping.Output) {
	rest := run.Glyphs
	for len(rest) > 0 {
		n := 1
		for n < len(rest) && rest[n].TextIndex() == rest[0].TextIndex() {
			n++
		}
		c.cluster(f, b.size, rest[:n], textOf(b, run, rest[0]))
		rest = rest[n:]
	}
}

// textOf returns the characters of a glyph's cluster. Those of an ellipsis for
// what was cut off are not the text's own, nor is what keeps lines together.
func textOf(b block, run shaping.Output, g shaping.Glyph) string {
	from, to := g.TextIndex(), g.TextIndex()+g.RunesCount()
	if from < run.Runes.Offset || to > len(b.runes) || run.Runes.Offset+run.Runes.Count > len(b.runes) {
		return "…"
	}
	return strings.ReplaceAll(string(b.runes[from:to]), unbroken, "")
}

// cluster draws glyphs that stand for text together. The one that takes room
// says the text; where several do, a replacement text says it (ISO 32000-1,
// 14.9.4), and for readers that know none, the first. Marks above and below are
// drawn last: readers take a text to reach from its first glyph to its last.
func (c *canvas) cluster(f *pdfFont, size float64, glyphs []shaping.Glyph, text string) {
	var wide, marks []placed
	end := 0.0
	for _, g := range glyphs {
		at := placed{g, end}
		if g.Advance != 0 {
			wide = append(wide, at)
		} else {
			marks = append(marks, at)
		}
		end += units(g.Advance)
	}
	if len(wide) == 0 {
		wide, marks = marks[:1], marks[1:]
	}
	if len(wide) > 1 {
		c.op("/Span <</ActualText %s>> BDC", textString(text))
	}
	for i, g := range wide {
		c.glyph(f, size, g, g.at, text)
		if text = ""; i > 0 && i == len(wide)-1 {
			c.op("EMC")
		}
	}
	for _, g := range marks {
		c.glyph(f, size, g, end, "")
	}
}

// placed is a glyph and where it begins in its cluster, in thousandths of the
// size.
type placed struct {
	shaping.Glyph
	at float64
}

// glyph draws one, the pen being at that place of the cluster, and moves on by
// its advance, as it was shaped: PDF itself moves on by the width that the font
// states. Numbers in TJ move back.
func (c *canvas) glyph(f *pdfFont, size float64, g placed, pen float64, text string) {
	ahead := g.at + units(g.XOffset) - pen
	var out strings.Builder
	if g.YOffset != 0 {
		out.WriteString(number(units(g.YOffset)/em*size) + " Ts ")
	}
	out.WriteByte('[')
	if ahead != 0 {
		out.WriteString(number(-ahead) + " ")
	}
	out.WriteString("<" + hex4(f.code(g.GlyphID, text)) + ">")
	if back := ahead + f.width(g.GlyphID) - units(g.Advance); back > 0.01 || back < -0.01 {
		out.WriteString(" " + number(back))
	}
	out.WriteString("] TJ")
	if g.YOffset != 0 {
		out.WriteString(" 0 Ts")
	}
	c.op("%s", out.String())
}

func hex4(v int) string {
	const digits = "0123456789ABCDEF"
	return string([]byte{digits[v>>12&15], digits[v>>8&15], digits[v>>4&15], digits[v&15]})
}
