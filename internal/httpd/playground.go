package httpd

import (
	"io"
	"io/fs"
	"net/http"
	"strings"
)

const playgroundPath = "/playground/"

// playground serves the built files below playgroundPath, or says how to build
// them.
func playground(files fs.FS) http.Handler {
	_, err := fs.Stat(files, "index.html")
	built := err == nil
	server := http.StripPrefix(playgroundPath, http.FileServerFS(files))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policyPlayground)
		switch {
		case !built:
			answerNotBuilt(w)
			return
		case strings.HasPrefix(r.URL.Path, playgroundPath+"assets/"):
			forEver(w)
		default:
			h.Set("Cache-Control", "no-cache")
		}
		server.ServeHTTP(w, r)
	})
}

func answerNotBuilt(w http.ResponseWriter) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusServiceUnavailable)
	_, _ = io.WriteString(w, notBuilt)
}

const notBuilt = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Usher</title>
<h1>This app is not built</h1>
<p>This binary was compiled before the front end. Run <code>make build</code> and start it again.</p>
</html>
`
