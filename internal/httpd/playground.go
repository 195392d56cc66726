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
func playground(files fs.FS, built bool) http.Handler {
	server := http.StripPrefix(playgroundPath, http.FileServerFS(files))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policyPlayground)
		if !built {
			h.Set("Content-Type", "text/html; charset=utf-8")
			h.Set("Cache-Control", "no-store")
			w.WriteHeader(http.StatusServiceUnavailable)
			_, _ = io.WriteString(w, notBuilt)
			return
		}
		// Vite names assets after their content.
		if strings.HasPrefix(r.URL.Path, playgroundPath+"assets/") {
			h.Set("Cache-Control", "public, max-age=31536000, immutable")
		} else {
			h.Set("Cache-Control", "no-cache")
		}
		server.ServeHTTP(w, r)
	})
}

const notBuilt = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Usher playground</title>
<h1>The playground is not built</h1>
<p>This binary was compiled before the front end. Run <code>make build</code> and start it again.</p>
</html>
`
