package inbox

import (
	"fmt"
	"net/http"
	"time"
)

// heartbeat is how often an idle stream says something, so that a connection
// that is gone is noticed.
const heartbeat = 20 * time.Second

// streamEvents tells the page when to fetch its list again (server-sent events,
// WHATWG HTML, section 9.2).
func (in *Inbox) streamEvents(w http.ResponseWriter, r *http.Request) {
	added, stop := in.store.watch()
	defer stop()
	control := http.NewResponseController(w)
	// The stream outlives the server's time limit for ordinary answers. A writer
	// that has no such limit says so by an error.
	_ = control.SetWriteDeadline(time.Time{})
	w.Header().Set("Content-Type", "text/event-stream")

	// A page that lost its connection asks again after 2 seconds, and learns
	// from the first event whether it missed anything.
	if _, err := fmt.Fprintf(w, "retry: 2000\n\nevent: change\ndata: %d\n\n", in.store.latest()); err != nil {
		return
	}
	alive := time.NewTicker(heartbeat)
	defer alive.Stop()
	for {
		if err := control.Flush(); err != nil {
			return
		}
		var err error
		select {
		case <-added:
			_, err = fmt.Fprintf(w, "event: change\ndata: %d\n\n", in.store.latest())
		case <-alive.C:
			_, err = fmt.Fprint(w, ": alive\n\n")
		case <-r.Context().Done():
			return
		case <-in.done:
			return
		}
		if err != nil {
			return
		}
	}
}
