package paper

import (
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// em is the size at which text is shaped: glyphs are measured in thousandths of
// it, as in PDF.
const em = 1000

// setter shapes text and breaks it into lines. It is for one document.
type setter struct {
	faces   *faces
	shaper  shaping.HarfbuzzShaper
	split   shaping.Segmenter
	wrapper shaping.LineWrapper
	done    map[setting]block // most of a sheet is the same on every pass
}

// setting is text and how it is to be set.
type setting struct {
	text  string
	face  typeface
	size  float64 // points
	width float64 // of its lines at most, in points
	lines int     // at most
}

// block is text that was set.
type block struct {
	setting
	runes []rune
	lines []line
	rtl   bool // as a whole, right to left
	whole bool // nothing had to be cut off
}

// line is runs of glyphs in the order in which they stand, from the left.
type line struct {
	runs  []shaping.Output
	width float64 // points
}

func newSetter() *setter {
	return &setter{faces: newFaces(), done: map[setting]block{}}
}

// leading is from one baseline to the next, in sizes of the text. Noto's marks
// above and below need no more.
const leading = 1.28

func (b block) height() float64 { return float64(len(b.lines)) * b.size * leading }

// set returns the text in lines. What has no place on them is cut off, and an
// ellipsis says so.
func (s *setter) set(want setting) block {
	if b, ok := s.done[want]; ok {
		return b
	}
	b := block{setting: want, runes: []rune(s.clean(want.text, want.face)), whole: true}
	if len(b.runes) > 0 {
		direction := directionOf(b.runes)
		lines, cut := s.wrapper.WrapParagraphF(shaping.WrapConfig{
			Direction: direction, TruncateAfterLines: want.lines, Truncator: s.shape([]rune("…"), want.face, direction)[0],
		}, fixed.Int26_6(want.width/want.size*em*64), b.runes, shaping.NewSliceIterator(s.shape(b.runes, want.face, direction)))
		b.whole, b.rtl = cut == 0, direction == di.DirectionRTL
		for _, runs := range lines {
			b.lines = append(b.lines, lineOf(runs, b.runes, direction, want.size))
		}
	}
	s.done[want] = b
	return b
}

// fit sets the text in the largest size down to the least at which all of it
// has a place, on lines that are together no higher than height, in points.
func (s *setter) fit(want setting, least, height float64) block {
	for ; want.size > least; want.size -= 0.5 {
		if b := s.set(want); b.whole && b.height() <= height {
			return b
		}
	}
	want.size = least
	return s.set(want)
}

// lineOf copies runs, which belong to the wrapper, into the order on paper.
func lineOf(runs shaping.Line, text []rune, base di.Direction, size float64) line {
	l := line{runs: slices.Clone(runs)}
	reorder(l.runs, text, base)
	for i, run := range l.runs {
		l.runs[i].Glyphs = slices.Clone(run.Glyphs)
		l.width += units(run.Advance) / em * size
	}
	return l
}

func units(v fixed.Int26_6) float64 { return float64(v) / 64 }

// shape returns the glyphs of the text, in runs of one face and direction.
func (s *setter) shape(text []rune, face typeface, direction di.Direction) []shaping.Output {
	input := shaping.Input{Text: text, RunEnd: len(text), Direction: direction, Size: fixed.I(em), Language: "en"}
	parts := s.split.Split(input, &chooser{faces: s.faces, face: face})
	var runs []shaping.Output
	for _, part := range splitNumbers(parts, direction) {
		for _, piece := range s.withSpaces(part, face) {
			runs = append(runs, s.shaper.Shape(piece))
		}
	}
	return runs
}

// withSpaces gives the spaces of a run the base face: many slices have none,
// and that of pictures is as wide as a picture.
func (s *setter) withSpaces(in shaping.Input, face typeface) []shaping.Input {
	var out []shaping.Input
	base := s.faces.base(face).Face
	if in.Face == base {
		return []shaping.Input{in}
	}
	for start := in.RunStart; start < in.RunEnd; {
		end, space := start, in.Text[start] == ' '
		for end < in.RunEnd && (in.Text[end] == ' ') == space {
			end++
		}
		piece := in
		piece.RunStart, piece.RunEnd = start, end
		if space {
			piece.Face = base
		}
		out = append(out, piece)
		start = end
	}
	return out
}

// chooser gives each character of a text its face, in their order.
type chooser struct {
	faces *faces
	face  typeface
	last  *face
}

// ResolveFace stays with the face before for what belongs to any script:
// digits, punctuation, accents.
func (c *chooser) ResolveFace(r rune) *font.Face {
	if c.last != nil && !language.LookupScript(r).Strong() && c.last.has(r) {
		return c.last.Face
	}
	f, ok := c.faces.find(c.face, r)
	if !ok { // invisible: clean left nothing else
		f = c.faces.base(c.face)
	}
	c.last = f
	return f.Face
}

// directionOf returns that of the first letter that has one (UAX #9, P2).
func directionOf(text []rune) di.Direction {
	for _, r := range text {
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.L:
			return di.DirectionLTR
		case bidi.R, bidi.AL:
			return di.DirectionRTL
		}
	}
	return di.DirectionLTR
}

// clean returns the text as it can be drawn: composed (NFC), on one line,
// without controls, and without symbols that no font here has. A text with a
// letter, mark or digit that none has is left out as a whole: a name with holes
// would be another name.
func (s *setter) clean(text string, face typeface) string {
	var out strings.Builder
	for _, r := range norm.NFC.String(strings.ToValidUTF8(text, "")) {
		switch {
		case unicode.IsSpace(r):
			r = ' '
		case joins(r):
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r): // those that order text are among them
			continue
		default:
			if _, drawn := s.faces.find(face, r); drawn {
				break
			}
			if unicode.In(r, unicode.L, unicode.M, unicode.N) {
				return ""
			}
			continue
		}
		out.WriteRune(r)
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

// joins reports whether r is drawn as nothing but does something to its
// neighbors: joiners and variation selectors.
func joins(r rune) bool {
	return r == '\u200c' || r == '\u200d' || string(r) == unbroken || unicode.Is(unicode.Variation_Selector, r)
}
