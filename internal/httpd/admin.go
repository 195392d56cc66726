package httpd

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"io/fs"
	"net/http"
	"strings"

	"usher/web"
)

const adminPath = "/admin/"

// policyAdmin is the content security policy of an answer with this nonce. The
// component library writes a few styles by script; those carry the nonce.
func policyAdmin(nonce string) string {
	return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce + "'; connect-src 'self'; img-src 'self' data:; " +
		"font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-src 'self'; frame-ancestors 'none'"
}

// admin serves the admin app below adminPath. Its views have addresses of
// their own, so that everything but a file is its first page.
func admin(files fs.FS) http.Handler {
	page, err := fs.ReadFile(files, "index.html")
	built := err == nil
	server := http.StripPrefix(adminPath, http.FileServerFS(files))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case !built:
			answerNotBuilt(w)
		case strings.HasPrefix(r.URL.Path, adminPath+"assets/"):
			forEver(w)
			server.ServeHTTP(w, r)
		default:
			servePage(w, page)
		}
	})
}

// servePage answers with the app's first page, made with a nonce of its own.
func servePage(w http.ResponseWriter, page []byte) {
	var random [16]byte
	_, _ = rand.Read(random[:]) // never fails, says its documentation
	nonce := base64.StdEncoding.EncodeToString(random[:])
	h := w.Header()
	h.Set("Content-Security-Policy", policyAdmin(nonce))
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store") // a kept page would keep its nonce
	_, _ = w.Write(bytes.ReplaceAll(page, []byte(web.NoncePlaceholder), []byte(nonce)))
}

// forEver lets browsers keep an answer: Vite names files after their content.
func forEver(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
}
