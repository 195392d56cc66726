// Package paper puts access passes on paper: a PDF to keep or send to a
// printer, and a page that a browser prints.
//
// It renders and decides nothing: who may print what is up to its callers. What
// it renders holds credentials, so that neither file may be kept.
//
// Text in any script is shaped and ordered by HarfBuzz and the Unicode
// bidirectional algorithm (go-text/typesetting) and set in Noto fonts that the
// binary carries (fonts/LICENSE). Each glyph that a PDF shows says which
// characters it stands for, so that the file can be searched and read aloud.
package paper

import (
	"errors"
	"fmt"
	"time"

	"usher/invite"
)

// Sheet is access passes of one organization and how they go on paper.
type Sheet struct {
	Organization string          // name, in any script
	Accent       string          // "#rrggbb"; anything else is Usher's own color
	Logo         []byte          // PNG, JPEG or WebP; nil without one. A damaged picture is left out
	LogoPath     string          // where a browser loads the same picture from; "" without one
	Language     invite.Language // of what is explained
	Support      string          // whom to ask, in the organization's words
	JoinURL      string          // of the page where a code is typed
	Paper        invite.PaperSize
	PerPage      int // 1, 4 or 8
	Made         time.Time
	Passes       []Pass
}

// Pass is one access pass.
type Pass struct {
	Reference string    // tells it from others; opens nothing
	Code      string    // normalized, ungrouped
	Link      string    // what the QR code says
	Location  string    // name, in any script
	Expires   time.Time // in the location's zone; zero for never
	For       string    // name of the person that it is bound to, in any script; "" for nobody
}

// check refuses what no sheet can be laid out for. Names never are refused.
func (s Sheet) check() error {
	if s.PerPage != 1 && s.PerPage != 4 && s.PerPage != 8 {
		return fmt.Errorf("paper: a page holds 1, 4 or 8 passes, not %d", s.PerPage)
	}
	if len(s.Passes) == 0 {
		return errors.New("paper: no passes")
	}
	if _, ok := papers[s.Paper]; !ok {
		return fmt.Errorf("paper: no paper %q", s.Paper)
	}
	return nil
}

// papers are the sizes of paper in millimetres.
var papers = map[invite.PaperSize]struct{ width, height float64 }{
	invite.A4:     {210, 297},
	invite.Letter: {215.9, 279.4},
}
