package paper

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"usher/color"
	"usher/invite"
)

//go:embed page.html
var pageTemplate string

//go:embed page.css
var pageStyle string

var pages = template.Must(template.New("").Parse(pageTemplate))

// sheetPage is what the template of a sheet shows.
type sheetPage struct {
	Sheet
	Nonce string
	Style template.CSS
	Title string
	Words words
	Steps [3]string
	Cuts  string // path of the marks, in millimetres
	Size  string // of the paper, for the marks
	Pages [][]passCard
}

// passCard is one pass as the template shows it.
type passCard struct {
	Reference string
	Code      string
	QR        string // path
	Side      int    // of the QR code, in its units
	Facts     []fact
}

// Page writes the sheet as an HTML page that a browser prints as it is: names
// in any script come out in the browser's own fonts. The nonce is that of the
// answer's content security policy, which needs no more than style-src and
// script-src for it and img-src 'self' for the logo. It fails as PDF does.
func Page(w io.Writer, s Sheet, nonce string) error {
	if err := s.check(); err != nil {
		return err
	}
	layout := cards{design: designs[s.PerPage], sheet: s}
	paper := papers[s.Paper]
	layout.width, layout.height = paper.width/float64(layout.columns), paper.height/float64(layout.rows)
	page := sheetPage{
		Sheet: s, Nonce: nonce, Style: s.style(layout), Title: s.title(), Words: s.words(), Steps: s.steps(),
		Cuts: cutPath(layout.cuts()), Size: number(paper.width) + " " + number(paper.height),
	}
	for passes := range slices.Chunk(s.Passes, s.PerPage) {
		var list []passCard
		for _, p := range passes {
			code, err := encode(p.Link)
			if err != nil {
				return err
			}
			list = append(list, passCard{Reference: p.Reference, Code: invite.GroupCode(p.Code), QR: code.path(), Side: code.side(), Facts: s.facts(p)})
		}
		page.Pages = append(page.Pages, list)
	}
	return execute(w, "sheet", page)
}

// Notice is why there is no sheet, in plain words.
type Notice struct {
	Title, Text    string
	Link, LinkText string // where to go on
}

// WriteNotice writes a page that says so, under the same policy as Page.
func WriteNotice(w io.Writer, n Notice, nonce string) error {
	return execute(w, "notice", struct {
		Notice
		Nonce string
		Style template.CSS
	}{n, nonce, template.CSS(pageStyle)})
}

// execute writes all of the page or nothing.
func execute(w io.Writer, name string, data any) error {
	var out bytes.Buffer
	if err := pages.ExecuteTemplate(&out, name, data); err != nil {
		return fmt.Errorf("paper: page: %w", err)
	}
	_, err := out.WriteTo(w)
	return err
}

func cutPath(cuts []cut) string {
	var out strings.Builder
	for _, c := range cuts {
		fmt.Fprintf(&out, "M%s %sL%s %s", number(c.x1), number(c.y1), number(c.x2), number(c.y2))
	}
	return out.String()
}

// style returns the style sheet with the measures of the sheet, all of which
// are numbers and colors of our own making.
func (s Sheet) style(c cards) template.CSS {
	rule, accent := s.accent()
	paper := papers[s.Paper]
	quietMM := float64(quietZone) * 2 / 37 // of a symbol of 37 modules, as links have
	return template.CSS(fmt.Sprintf("@page{size:%smm %smm;margin:0}\n:root{--page-width:%smm;--page-height:%smm;--columns:%d;--rows:%d;--margin:%smm;"+
		"--logo:%smm;--name:%spt;--label:%spt;--code:%spt;--text:%spt;--qr:%smm;--rule:%s;--accent:%s;--on-accent:%s}\n%s",
		number(paper.width), number(paper.height), number(paper.width), number(paper.height), c.columns, c.rows, number(c.margin),
		number(c.logo), number(c.name), number(c.label), number(c.code), number(c.text), number(c.qr*(1+quietMM)),
		rule.Hex(), accent.Hex(), color.White.Hex(), pageStyle))
}
