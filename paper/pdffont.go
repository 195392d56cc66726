package paper

import (
	"fmt"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// pdfFont is a face as a document uses it. Its codes are of our own making: one
// for each glyph and the characters that it stands for there, so that a glyph
// which stands for different ones at different places is told apart when the
// text is searched or copied.
type pdfFont struct {
	face  *face
	name  string // in the resources
	codes map[coded]int
	list  []coded // by code
}

type coded struct {
	glyph font.GID
	text  string
}

// font returns the face as the document uses it.
func (d *document) font(f *face) *pdfFont {
	if known, ok := d.fonts[f]; ok {
		return known
	}
	made := &pdfFont{face: f, name: fmt.Sprintf("F%d", len(d.order)+1), codes: map[coded]int{}, list: []coded{{}}} // code 0 is .notdef
	d.fonts[f] = made
	d.order = append(d.order, made)
	return made
}

// code returns that of a glyph standing for text; "" where the characters are
// another glyph's.
func (f *pdfFont) code(glyph font.GID, text string) int {
	key := coded{glyph, text}
	if code, ok := f.codes[key]; ok {
		return code
	}
	f.codes[key] = len(f.list)
	f.list = append(f.list, key)
	return f.codes[key]
}

// width returns the glyph's advance in thousandths of the size, as the document
// states it.
func (f *pdfFont) width(glyph font.GID) float64 {
	return float64(f.face.HorizontalAdvance(glyph)) * em / float64(f.face.Upem())
}

// write writes the font's objects (ISO 32000-1, 9.7) and returns its number.
func (f *pdfFont) write(d *document) int {
	root, descendant, descriptor := d.reserve(), d.reserve(), d.reserve()
	program, glyphs, unicode := d.reserve(), d.reserve(), d.reserve()
	name := f.tag() + "+" + strings.TrimSuffix(f.face.name, ".woff")

	d.object(root, fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>",
		name, descendant, unicode))
	d.object(descendant, fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"+
		" /FontDescriptor %d 0 R /CIDToGIDMap %d 0 R /W [0 [%s]]>>", name, descriptor, glyphs, f.widths()))
	d.object(descriptor, f.descriptor(name, program))

	content := subset(f.face.tables, f.used())
	d.stream(program, fmt.Sprintf("/Length1 %d", len(content)), content)
	d.stream(glyphs, "", f.glyphs())
	d.stream(unicode, "", []byte(f.toUnicode()))
	return root
}

// tag is six letters that tell one subset of a font from another (9.6.4).
func (f *pdfFont) tag() string {
	sum := uint32(2166136261) // FNV-1a
	for _, c := range f.list {
		sum = (sum ^ uint32(c.glyph)) * 16777619
	}
	tag := make([]byte, 6)
	for i := range tag {
		tag[i], sum = byte('A'+sum%26), sum/26
	}
	return string(tag)
}

func (f *pdfFont) widths() string {
	var out strings.Builder
	for _, c := range f.list {
		out.WriteString(number(f.width(c.glyph)) + " ")
	}
	return out.String()
}

// descriptor describes the font (9.8). It is symbolic: its codes are no
// standard encoding's.
func (f *pdfFont) descriptor(name string, program int) string {
	const symbolic, fixedPitch = 1 << 2, 1
	flags := symbolic
	if strings.Contains(f.face.name, "-mono-") {
		flags |= fixedPitch
	}
	scale := em / float64(f.face.Upem())
	ascent, descent := 1069.0, -293.0 // Noto's
	if extents, ok := f.face.FontHExtents(); ok {
		ascent, descent = float64(extents.Ascender)*scale, float64(extents.Descender)*scale
	}
	return fmt.Sprintf("<</Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [-1000 %s 3000 %s] /ItalicAngle 0 /Ascent %s /Descent %s /CapHeight 714 /StemV 80 /FontFile2 %d 0 R>>",
		name, flags, number(descent), number(ascent), number(ascent), number(descent), program)
}

func (f *pdfFont) used() []font.GID {
	used := []font.GID{}
	for _, c := range f.list {
		used = append(used, c.glyph)
	}
	slices.Sort(used)
	return slices.Compact(used)
}

// glyphs maps codes to glyphs.
func (f *pdfFont) glyphs() []byte {
	var out []byte
	for _, c := range f.list {
		out = append(out, byte(c.glyph>>8), byte(c.glyph))
	}
	return out
}

// toUnicode maps codes to characters (9.10.3).
func (f *pdfFont) toUnicode() string {
	var lines []string
	for code, c := range f.list {
		if c.text != "" {
			lines = append(lines, fmt.Sprintf("<%04X> <%s>", code, utf16Hex(c.text)))
		}
	}
	var out strings.Builder
	out.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for part := range slices.Chunk(lines, 100) { // at most, says the format
		fmt.Fprintf(&out, "%d beginbfchar\n%s\nendbfchar\n", len(part), strings.Join(part, "\n"))
	}
	out.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return out.String()
}

// subset returns the font program with the outlines of these glyphs only. The
// others keep their numbers and become empty (OpenType 1.9: glyf, loca, head).
func subset(tables *opentype.Loader, used []font.GID) []byte {
	table := func(tag string) []byte {
		content, err := tables.RawTable(opentype.MustNewTag(tag))
		if err != nil {
			return nil // cvt, fpgm and prep are there only in hinted fonts
		}
		return content
	}
	head := slices.Clone(table("head"))
	outlines := newOutlines(table("glyf"), table("loca"), head[51] == 1)
	glyf, loca := outlines.only(used)
	head[51] = 1 // long offsets

	var list []opentype.Table
	for _, part := range []struct {
		tag     string
		content []byte
	}{
		{"cvt ", table("cvt ")}, {"fpgm", table("fpgm")}, {"glyf", glyf}, {"head", head}, {"hhea", table("hhea")},
		{"hmtx", table("hmtx")}, {"loca", loca}, {"maxp", table("maxp")}, {"prep", table("prep")},
	} {
		if part.content != nil {
			list = append(list, opentype.Table{Tag: opentype.MustNewTag(part.tag), Content: padded(part.content)})
		}
	}
	return opentype.WriteTTF(list)
}

// padded returns the table with zeros up to a multiple of four bytes, where the
// next one has to begin.
func padded(table []byte) []byte {
	return slices.Clip(append(slices.Clone(table), make([]byte, -len(table)&3)...))
}
