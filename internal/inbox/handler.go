package inbox

import (
	"embed"
	"encoding/json"
	"io/fs"
	"net/http"
	"strconv"
)

//go:embed assets
var assets embed.FS

// The sizes of a page of messages.
const (
	defaultPage = 100
	maxPage     = 500
)

// Handler serves the inbox page at /inbox and what belongs to it below. It
// takes whole paths; mount it at "/inbox" and "/inbox/". It asks nobody to sign
// in: the server that mounts it must listen on loopback only.
//
// Two endpoints answer JSON, for tests and scripts:
//
// GET /inbox/api/messages?q=&limit=&before= lists messages, newest first, that
// hold every word of q in recipient, subject or text, whatever the case. limit
// is 1 to 500, by default 100; before is the id that all must be older than:
//
//	{"messages": [Message without html and headers], "total": 7, "next": "41"}
//
// total counts the whole search; next is the "before" of the next page, and ""
// on the last.
//
// GET /inbox/api/messages/{id} answers one whole [Message], whose links hold the
// join link.
//
// GET /inbox/events is a stream of server-sent events: "change", with the id of
// the newest message as data, at once and after messages arrive.
func (in *Inbox) Handler() http.Handler {
	static, err := fs.Sub(assets, "assets")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /inbox", in.showList)
	mux.HandleFunc("GET /inbox/messages/{id}", in.showMessage)
	mux.HandleFunc("GET /inbox/messages/{id}/html", in.showHTML)
	mux.HandleFunc("GET /inbox/events", in.streamEvents)
	mux.HandleFunc("GET /inbox/api/messages", in.listJSON)
	mux.HandleFunc("GET /inbox/api/messages/{id}", in.messageJSON)
	mux.Handle("GET /inbox/assets/", http.StripPrefix("/inbox/assets/", http.FileServerFS(static)))
	mux.Handle("GET /inbox/{$}", http.RedirectHandler("/inbox", http.StatusSeeOther))
	return guarded(mux)
}

// guarded sets what every answer has: messages hold credentials, so they are
// neither cached nor named to the sites that their links lead to.
func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}

// message returns the message that the path names, or answers 404.
func (in *Inbox) message(w http.ResponseWriter, r *http.Request) (*Message, bool) {
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err == nil {
		if m := in.store.get(id); m != nil {
			return m, true
		}
	}
	http.Error(w, "No such message. Only the newest 2,000 are kept.", http.StatusNotFound)
	return nil, false
}

// before returns the id that the page of a list must be older than; 0 for none.
func before(r *http.Request) int64 {
	id, err := strconv.ParseInt(r.FormValue("before"), 10, 64)
	if err != nil || id < 0 {
		return 0
	}
	return id
}

func (in *Inbox) listJSON(w http.ResponseWriter, r *http.Request) {
	limit, err := strconv.Atoi(r.FormValue("limit"))
	if err != nil || limit < 1 {
		limit = defaultPage
	}
	page := in.store.search(r.FormValue("q"), before(r), min(limit, maxPage))
	answer := struct {
		Messages []Message `json:"messages"`
		Total    int       `json:"total"`
		Next     string    `json:"next"`
	}{Messages: []Message{}, Total: page.total}
	for _, m := range page.messages {
		short := *m
		short.HTML, short.Headers = "", nil
		answer.Messages = append(answer.Messages, short)
	}
	if page.next != 0 {
		answer.Next = strconv.FormatInt(page.next, 10)
	}
	in.answerJSON(w, answer)
}

func (in *Inbox) messageJSON(w http.ResponseWriter, r *http.Request) {
	if m, ok := in.message(w, r); ok {
		in.answerJSON(w, m)
	}
}

func (in *Inbox) answerJSON(w http.ResponseWriter, body any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(body); err != nil {
		in.log.Debug("inbox: answer not delivered", "error", err)
	}
}
