package web

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"usher/internal/testenv/notrun"
)

// browserPolicy is the policy under which the server sends the pages.
const browserPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// browser is a tab of a real browser, and the join pages that it visits.
type browser struct {
	t   *testing.T
	ctx context.Context //nolint:containedctx // a tab of the browser is its context
	url string

	mu       sync.Mutex
	posts    []string // bodies of the forms that arrived
	troubles []string // errors that a page threw or logged
}

// newBrowser serves pages under /join/ and their names, and opens a browser. It
// ends the test where there is none.
func newBrowser(t *testing.T, pages map[string]func(io.Writer) error) *browser {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		notrun.Report(t, "no Chromium on the PATH")
	}
	b := &browser{t: t}
	server := httptest.NewServer(b.site(pages))
	t.Cleanup(server.Close)
	b.url = server.URL

	options := []chromedp.ExecAllocatorOption{chromedp.ExecPath(path), chromedp.Flag("disable-component-update", true)}
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium refuses to run as root with it
	}
	ctx, cancel := chromedp.NewContext(t.Context(), chromedp.WithAllocatorOptions(options...))
	t.Cleanup(cancel)
	ctx, timeout := context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(timeout)
	b.ctx = ctx
	if err := chromedp.Listen(ctx, b.note); err != nil {
		t.Fatalf("browser: %v", err)
	}
	b.does(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, log.Enable, cdp.Empty{})
		return err
	}))
	return b
}

func (b *browser) site(pages map[string]func(io.Writer) error) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET "+JoinAssetsPath, http.StripPrefix(JoinAssetsPath, http.FileServerFS(JoinAssets())))
	mux.HandleFunc("GET "+JoinAccentPath+"{file}", func(w http.ResponseWriter, r *http.Request) {
		accent, _ := JoinAccentColor(r.PathValue("file"))
		w.Header().Set("Content-Type", "text/css")
		_, _ = io.WriteString(w, JoinAccentCSS(accent))
	})
	mux.HandleFunc("GET /logo/gym", func(w http.ResponseWriter, _ *http.Request) {
		time.Sleep(60 * time.Millisecond) // after the page was first drawn
		w.Header().Set("Content-Type", "image/svg+xml")
		w.Header().Set("Cache-Control", "no-store")
		_, _ = io.WriteString(w, `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="80"><rect width="900" height="80"/></svg>`)
	})
	mux.HandleFunc("GET /join/{page}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", browserPolicy)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if page, ok := pages[r.PathValue("page")]; ok {
			writeInPieces(w, page)
		}
	})
	mux.HandleFunc("POST /", func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		b.mu.Lock()
		b.posts = append(b.posts, string(body))
		b.mu.Unlock()
		w.WriteHeader(http.StatusNoContent) // the browser stays where it is
	})
	return mux
}

// writeInPieces writes a page as it comes over a slow connection: its last part,
// from within the footer on, a moment after the rest.
func writeInPieces(w http.ResponseWriter, page func(io.Writer) error) {
	var html bytes.Buffer
	if page(&html) != nil {
		return
	}
	const within = `<ul class="languages"`
	first, last, found := strings.Cut(html.String(), within)
	_, _ = io.WriteString(w, first)
	if found {
		_ = http.NewResponseController(w).Flush()
		time.Sleep(60 * time.Millisecond)
		_, _ = io.WriteString(w, within+last)
	}
}

func (b *browser) note(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.troubles = append(b.troubles, e.ExceptionDetails.Text+" "+e.ExceptionDetails.URL)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError && !strings.HasSuffix(e.Entry.URL, "/favicon.ico") {
			b.troubles = append(b.troubles, e.Entry.Text)
		}
	}
}

type step = chromedp.Action[chromedp.Void]

func (b *browser) does(steps ...step) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

func (b *browser) opens(page string) {
	b.t.Helper()
	b.does(chromedp.Navigate(b.url + "/join/" + page))
}

// has fails the test unless an expression comes to have the value: some follow
// a pause.
func (b *browser) has(expression string, want any) {
	b.t.Helper()
	var got string
	expected, err := json.Marshal(want)
	if err != nil {
		b.t.Fatal(err)
	}
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if got = b.value(expression); got == string(expected) {
			return
		}
	}
	b.t.Errorf("%s is %s, want %s", expression, got, expected)
}

// value returns what an expression is, as JSON.
func (b *browser) value(expression string) string {
	b.t.Helper()
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[string]("(async () => JSON.stringify(await "+expression+"))()", chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return got
}

// runs evaluates a statement.
func (b *browser) runs(statement string) {
	b.t.Helper()
	b.value("(() => {" + statement + "})() ?? null")
}

// sent returns the forms that arrived.
func (b *browser) sent() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string{}, b.posts...)
}

// quiet fails the test if a page threw or logged an error, such as a breach of
// its content security policy.
func (b *browser) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.troubles) > 0 {
		b.t.Errorf("errors in the pages: %q", b.troubles)
	}
}
