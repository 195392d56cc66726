package paper

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// fontFiles are Noto in slices by ranges of characters, as scripts/fonts puts
// them there.
//
//go:embed fonts
var fontFiles embed.FS

// slice is a font with some of its family's characters.
type slice struct {
	File   string    `json:"file"`
	Mono   bool      `json:"mono"`
	Weight int       `json:"weight"`
	Ranges [][2]rune `json:"ranges"`
}

// index returns all slices in the order in which they are asked for a
// character.
var index = sync.OnceValue(func() []slice {
	text, err := fontFiles.ReadFile("fonts/index.json")
	if err != nil {
		panic(err)
	}
	var list []slice
	if err := json.Unmarshal(text, &list); err != nil {
		panic(fmt.Sprintf("fonts/index.json: %v", err))
	}
	return list
})

func (s slice) claims(r rune) bool {
	for _, span := range s.Ranges {
		if span[0] <= r && r <= span[1] {
			return true
		}
	}
	return false
}

// typeface is what is asked of a font. Scripts with one weight give that.
type typeface struct {
	mono bool
	bold bool
}

func (t typeface) suits(s slice) bool {
	switch {
	case s.Mono != t.mono:
		return false
	case s.Weight == 500 || t.mono:
		return true
	}
	return (s.Weight == 600) == t.bold
}

// face is a loaded slice.
type face struct {
	*font.Face
	tables *opentype.Loader
	name   string
}

func (f *face) has(r rune) bool {
	_, ok := f.NominalGlyph(r)
	return ok
}

// faces loads slices when they are needed, for one document: they must not be
// shared between goroutines.
type faces struct {
	byFile map[string]*face
	byFont map[*font.Face]*face
}

func newFaces() *faces {
	return &faces{byFile: map[string]*face{}, byFont: map[*font.Face]*face{}}
}

// find returns the first face that draws the character, and false where none
// does.
func (fs *faces) find(t typeface, r rune) (*face, bool) {
	for _, s := range index() {
		if t.suits(s) && s.claims(r) {
			// Ranges promise more than a few of the fonts hold.
			if f := fs.load(s); f.has(r) {
				return f, true
			}
		}
	}
	return nil, false
}

// base returns the face of basic Latin.
func (fs *faces) base(t typeface) *face {
	f, ok := fs.find(t, 'x')
	if !ok {
		panic("paper: no font has Latin letters")
	}
	return f
}

// load reads a slice. The files are part of the program and tested, all of
// them, so that what cannot be read is a fault of the program.
func (fs *faces) load(s slice) *face {
	if f, ok := fs.byFile[s.File]; ok {
		return f
	}
	content, err := fontFiles.ReadFile("fonts/noto/" + s.File)
	if err != nil {
		panic(err)
	}
	tables, err := opentype.NewLoader(bytes.NewReader(content))
	if err != nil {
		panic(fmt.Sprintf("%s: %v", s.File, err))
	}
	parsed, err := font.NewFont(tables)
	if err != nil {
		panic(fmt.Sprintf("%s: %v", s.File, err))
	}
	f := &face{Face: font.NewFace(parsed), tables: tables, name: s.File}
	fs.byFile[s.File], fs.byFont[f.Face] = f, f
	return f
}
