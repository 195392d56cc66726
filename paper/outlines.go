package paper

import (
	"encoding/binary"

	"github.com/go-text/typesetting/font"
)

// outlines are a TrueType font's glyphs.
type outlines struct {
	glyf    []byte
	offsets []uint32 // one more than there are glyphs
}

func newOutlines(glyf, loca []byte, long bool) outlines {
	o := outlines{glyf: glyf}
	if long {
		for i := 0; i+4 <= len(loca); i += 4 {
			o.offsets = append(o.offsets, binary.BigEndian.Uint32(loca[i:]))
		}
		return o
	}
	for i := 0; i+2 <= len(loca); i += 2 {
		o.offsets = append(o.offsets, 2*uint32(binary.BigEndian.Uint16(loca[i:])))
	}
	return o
}

func (o outlines) glyph(id font.GID) []byte {
	if int(id)+1 >= len(o.offsets) {
		return nil
	}
	return o.glyf[o.offsets[id]:o.offsets[id+1]]
}

// only returns the tables glyf and loca, with long offsets, with the outlines
// of these glyphs and of those that they are composed of.
func (o outlines) only(used []font.GID) (glyf, loca []byte) {
	keep := map[font.GID]bool{0: true}
	for queue := used; len(queue) > 0; queue = queue[1:] {
		keep[queue[0]] = true
		for _, part := range components(o.glyph(queue[0])) {
			if !keep[part] {
				queue = append(queue, part)
			}
		}
	}
	for id := range len(o.offsets) - 1 {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if keep[font.GID(id)] {
			glyf = append(glyf, padded(o.glyph(font.GID(id)))...)
		}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
}

// The flags of a component, and how many bytes follow it for each (OpenType
// 1.9, glyf, composite glyph description).
const (
	argumentsAreWords = 1 << 0
	hasScale          = 1 << 3
	moreComponents    = 1 << 5
	hasTwoScales      = 1 << 6
	hasMatrix         = 1 << 7
)

// components returns the glyphs that a composed one consists of.
func components(outline []byte) (ids []font.GID) {
	const header = 10
	if len(outline) < header || int16(binary.BigEndian.Uint16(outline)) >= 0 { // a glyph of its own
		return nil
	}
	for at := header; at+4 <= len(outline); {
		flags := binary.BigEndian.Uint16(outline[at:])
		ids = append(ids, font.GID(binary.BigEndian.Uint16(outline[at+2:])))
		if flags&moreComponents == 0 {
			break
		}
		at += 4 + 2
		if flags&argumentsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&hasScale != 0:
			at += 2
		case flags&hasTwoScales != 0:
			at += 4
		case flags&hasMatrix != 0:
			at += 8
		}
	}
	return ids
}
