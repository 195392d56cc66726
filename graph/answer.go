package graph

import (
	"net/http"
	"strings"
	"time"

	"usher/graph/model"
)

// overHTTP gives answers the status codes and the media type of GraphQL over
// HTTP where gqlgen has others.
type overHTTP struct {
	http.ResponseWriter
	started bool
	refused bool // nothing more is written
}

// WriteHeader sends the status: 200 for a request that is well-formed and not
// valid (section 6.4.1, for application/json), and 405 for a mutation by GET
// (section 5.3).
func (w *overHTTP) WriteHeader(status int) {
	w.started = true
	if media := w.Header().Get("Content-Type"); media != "" && !strings.Contains(media, "charset") {
		w.Header().Set("Content-Type", media+"; charset=utf-8")
	}
	switch status {
	case http.StatusUnprocessableEntity:
		status = http.StatusOK
	case http.StatusNotAcceptable:
		w.refused = true
		w.Header().Set("Allow", http.MethodPost)
		refuse(w.ResponseWriter, http.StatusMethodNotAllowed, string(model.BadRequest), "GET is for queries; send this by POST.")
		return
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write sends a part of the answer.
func (w *overHTTP) Write(p []byte) (int, error) {
	if !w.started {
		w.WriteHeader(http.StatusOK)
	}
	if w.refused {
		return len(p), nil
	}
	return w.ResponseWriter.Write(p)
}

// Unwrap is for http.ResponseController.
func (w *overHTTP) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// bounded gives each part of a stream a limit to leave: a peer that does not
// read would hold the subscriber's goroutines for ever.
type bounded struct {
	http.ResponseWriter
	control *http.ResponseController
}

// Write sends a part.
func (w bounded) Write(p []byte) (int, error) {
	defer w.limit().Stop()
	return w.ResponseWriter.Write(p)
}

// Flush sends what was written.
func (w bounded) Flush() {
	defer w.limit().Stop()
	_ = w.control.Flush() // a writer that has failed ends the request's context
}

// limit ends what is being written when it takes too long.
func (w bounded) limit() *time.Timer {
	return time.AfterFunc(writeLimit, func() { _ = w.control.SetWriteDeadline(time.Unix(1, 0)) })
}
