package inbox

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

//go:embed templates
var templates embed.FS

var pageTemplate = template.Must(template.New("page.gohtml").
	Funcs(template.FuncMap{"linked": linked, "snippet": snippet}).
	ParseFS(templates, "templates/*.gohtml"))

// page is what the template shows.
type page struct {
	Query    string
	Messages []*Message
	Total    int
	Latest   int64
	Older    string // address of the next page of the list; "" on the last

	Open *Message // the message that is read; nil where none is
	View string   // how Open is shown: "html", "text", "headers" or "sms"
	base url.Values
}

// Link returns the address of a message in the list that is shown.
func (p page) Link(m *Message) string {
	return p.address("/inbox/messages/"+strconv.FormatInt(m.ID, 10), nil)
}

// ViewLink returns the address of another view of the open message.
func (p page) ViewLink(view string) string {
	return p.address("/inbox/messages/"+strconv.FormatInt(p.Open.ID, 10), url.Values{"view": {view}})
}

// List returns the address of the list without a message.
func (p page) List() string { return p.address("/inbox", nil) }

func (p page) address(path string, more url.Values) string {
	values := url.Values{}
	for _, from := range []url.Values{p.base, more} {
		for key := range from {
			values.Set(key, from.Get(key))
		}
	}
	if len(values) == 0 {
		return path
	}
	return path + "?" + values.Encode()
}

func (in *Inbox) newPage(r *http.Request) page {
	query, older := strings.TrimSpace(r.FormValue("q")), before(r)
	got := in.store.search(query, older, defaultPage)
	p := page{Query: query, Messages: got.messages, Total: got.total, Latest: got.latest, base: url.Values{}}
	if query != "" {
		p.base.Set("q", query)
	}
	if got.next != 0 {
		p.Older = p.address("/inbox", url.Values{"before": {strconv.FormatInt(got.next, 10)}})
	}
	if older != 0 {
		p.base.Set("before", strconv.FormatInt(older, 10))
	}
	return p
}

func (in *Inbox) showList(w http.ResponseWriter, r *http.Request) {
	in.show(w, in.newPage(r))
}

func (in *Inbox) showMessage(w http.ResponseWriter, r *http.Request) {
	m, ok := in.message(w, r)
	if !ok {
		return
	}
	p := in.newPage(r)
	p.Open = m
	switch view := r.FormValue("view"); {
	case m.Channel == SMS:
		p.View = "sms"
	case view == "text", view == "headers":
		p.View = view
	case m.HTML == "":
		p.View = "text"
	default:
		p.View = "html"
	}
	in.show(w, p)
}

func (in *Inbox) show(w http.ResponseWriter, p page) {
	var b bytes.Buffer
	if err := pageTemplate.Execute(&b, p); err != nil {
		in.log.Error("inbox: page not rendered", "error", err)
		http.Error(w, "The page could not be rendered.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = b.WriteTo(w) // fails only where nobody reads any more
}

// showHTML answers the HTML part as a document of its own, for the frame in the
// page. It may show styles and embedded images, and open its links in new tabs,
// and nothing else: no script, no form, no request to anywhere. The policy holds
// where the document is opened by itself, too.
func (in *Inbox) showHTML(w http.ResponseWriter, r *http.Request) {
	m, ok := in.message(w, r)
	if !ok {
		return
	}
	w.Header().Set("Content-Security-Policy", "sandbox allow-popups allow-popups-to-escape-sandbox; "+
		"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(linksInNewTabs(m.HTML)) // fails only where nobody reads any more
}

// linksInNewTabs makes every link of a document open a tab of its own, because
// the frame it is shown in can go nowhere.
func linksInNewTabs(source string) []byte {
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return []byte(source) // reading from memory does not fail
	}
	base := &html.Node{
		Type: html.ElementNode, Data: "base", DataAtom: atom.Base,
		Attr: []html.Attribute{{Key: "target", Val: "_blank"}},
	}
	for n := range root.Descendants() {
		if n.DataAtom == atom.Head {
			n.InsertBefore(base, n.FirstChild)
			break
		}
	}
	var b bytes.Buffer
	if err := html.Render(&b, root); err != nil {
		return []byte(source)
	}
	return b.Bytes()
}

// piece is a stretch of text, which may be a web address.
type piece struct {
	Text   string
	IsLink bool
}

// linked splits text at the web addresses in it.
func linked(text string) []piece {
	var pieces []piece
	from := 0
	for _, at := range webAddress.FindAllStringIndex(text, -1) {
		if at[0] > from {
			pieces = append(pieces, piece{Text: text[from:at[0]]})
		}
		pieces = append(pieces, piece{Text: text[at[0]:at[1]], IsLink: true})
		from = at[1]
	}
	if from < len(text) {
		pieces = append(pieces, piece{Text: text[from:]})
	}
	return pieces
}

// snippet returns the beginning of a text as one line.
func snippet(text string) string {
	const limit = 100
	line := []rune(strings.Join(strings.Fields(text), " "))
	if len(line) <= limit {
		return string(line)
	}
	return string(line[:limit]) + "…"
}
