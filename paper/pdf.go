package paper

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf16"
)

// document is a PDF file being written (ISO 32000-1).
type document struct {
	out     bytes.Buffer
	offsets []int // of the objects, the first one's number being 1
	pages   []int
	fonts   map[*face]*pdfFont
	order   []*pdfFont
	logo    *picture
}

// The first objects, which others refer to.
const (
	catalogObject = 1 + iota
	pagesObject
	resourcesObject
	infoObject
	metadataObject
)

func newDocument() *document {
	d := &document{offsets: make([]int, metadataObject), fonts: map[*face]*pdfFont{}}
	d.out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") // bytes above 127 tell transfer programs that it is no text
	return d
}

// reserve returns the number of an object that is written later.
func (d *document) reserve() int {
	d.offsets = append(d.offsets, 0)
	return len(d.offsets)
}

func (d *document) object(number int, body string) {
	d.offsets[number-1] = d.out.Len()
	fmt.Fprintf(&d.out, "%d 0 obj\n%s\nendobj\n", number, body)
}

// stream writes a compressed stream; entries are those of its dictionary
// besides length and filter.
func (d *document) stream(number int, entries string, content []byte) {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, _ = z.Write(content) // a buffer takes everything
	_ = z.Close()
	d.raw(number, entries+" /Filter /FlateDecode", packed.Bytes())
}

func (d *document) raw(number int, entries string, content []byte) {
	d.offsets[number-1] = d.out.Len()
	fmt.Fprintf(&d.out, "%d 0 obj\n<<%s /Length %d>>\nstream\n", number, entries, len(content))
	d.out.Write(content)
	d.out.WriteString("\nendstream\nendobj\n")
}

// page adds a page, its size in points.
func (d *document) page(width, height float64, content []byte) {
	page, stream := d.reserve(), d.reserve()
	d.pages = append(d.pages, page)
	d.stream(stream, "", content)
	d.object(page, fmt.Sprintf("<</Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Resources %d 0 R /Contents %d 0 R>>",
		pagesObject, number(width), number(height), resourcesObject, stream))
}

// finish writes what all pages share and where everything is. Title, author
// and the rest are there twice: for old readers and, as XMP, for new ones.
func (d *document) finish(w io.Writer, about about) error {
	var fonts, pictures, kids strings.Builder
	for _, f := range d.order {
		fmt.Fprintf(&fonts, "/%s %d 0 R ", f.name, f.write(d))
	}
	if d.logo != nil {
		fmt.Fprintf(&pictures, "/Logo %d 0 R", d.logo.write(d))
	}
	for _, page := range d.pages {
		fmt.Fprintf(&kids, "%d 0 R ", page)
	}
	d.object(catalogObject, fmt.Sprintf("<</Type /Catalog /Pages %d 0 R /Metadata %d 0 R /Lang %s /ViewerPreferences <</DisplayDocTitle true /PrintScaling /None>>>>",
		pagesObject, metadataObject, textString(about.language)))
	d.object(pagesObject, fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s]>>", len(d.pages), kids.String()))
	d.object(resourcesObject, fmt.Sprintf("<</Font <<%s>> /XObject <<%s>>>>", fonts.String(), pictures.String()))
	d.object(infoObject, fmt.Sprintf("<</Title %s /Author %s /Producer (Usher) /CreationDate (%s)>>",
		textString(about.title), textString(about.author), about.made.UTC().Format("D:20060102150405Z")))
	d.raw(metadataObject, "/Type /Metadata /Subtype /XML", about.xmp())
	d.trailer()
	_, err := d.out.WriteTo(w)
	return err
}

func (d *document) trailer() {
	id := sha256.Sum256(d.out.Bytes())
	at := d.out.Len()
	fmt.Fprintf(&d.out, "xref\n0 %d\n0000000000 65535 f \n", len(d.offsets)+1)
	for _, offset := range d.offsets {
		fmt.Fprintf(&d.out, "%010d 00000 n \n", offset)
	}
	name := hex.EncodeToString(id[:16])
	fmt.Fprintf(&d.out, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(d.offsets)+1, catalogObject, infoObject, name, name, at)
}

// about is what a document says of itself.
type about struct {
	title, author, language string
	made                    time.Time
}

func (a about) xmp() []byte {
	escaped := func(text string) string {
		var out strings.Builder
		_ = xml.EscapeText(&out, []byte(text)) // a builder takes everything
		return out.String()
	}
	return []byte(`<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + escaped(a.title) + `</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>` + escaped(a.author) + `</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>` + escaped(a.language) + `</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>` + a.made.UTC().Format(time.RFC3339) + `</xmp:CreateDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`)
}

// textString writes text as UTF-16 in hexadecimal digits, which nothing in it
// can escape from (7.9.2.2).
func textString(text string) string { return "<FEFF" + utf16Hex(text) + ">" }

func utf16Hex(text string) string {
	var out strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&out, "%04X", unit)
	}
	return out.String()
}

// number writes a coordinate to a thousandth, without an exponent, which PDF
// does not know.
func number(v float64) string {
	text := strings.TrimRight(fmt.Sprintf("%.3f", v), "0")
	text = strings.TrimSuffix(text, ".")
	if text == "-0" {
		return "0"
	}
	return text
}
