package httpd

import (
	"bytes"
	"net/http"
	"time"

	"github.com/google/uuid"

	"usher/invite"
)

// How long a logo may be kept: for good under the address that names its
// version, and briefly under any other, which shows the newest one.
const (
	logoKept  = "public, max-age=31536000, immutable"
	logoBrief = "public, max-age=300"
)

// logo serves an organization's logo to anybody: emails and join pages show it.
// Its type is one of three that were judged when it was given; headers forbids
// browsers to guess another, and whatever the bytes say, nothing of them runs.
func logo(o Options) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id, err := uuid.Parse(r.PathValue("organization"))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		l, err := o.App.Logo(r.Context(), invite.ID(id.String()))
		switch {
		case invite.CodeOf(err) == invite.NotFound:
			http.NotFound(w, r)
			return
		case err != nil:
			if r.Context().Err() == nil { // the client is still there
				o.Log.ErrorContext(r.Context(), "logo not read", "organization", id, "err", err)
			}
			http.Error(w, "The picture cannot be read just now.", http.StatusServiceUnavailable)
			return
		}
		h := w.Header()
		h.Set("Content-Type", l.MediaType)
		h.Set("ETag", `"`+l.Hash+`"`)
		h.Set("Cache-Control", logoBrief)
		if r.URL.Query().Get("v") == l.Hash {
			h.Set("Cache-Control", logoKept)
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(l.Picture))
	}
}
