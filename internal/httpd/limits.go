package httpd

import (
	"errors"
	"io"
	"net/http"
	"time"
)

const (
	// bodyTime is how long a body may take to arrive.
	bodyTime = 30 * time.Second
	// answerTime is how long an answer that is no stream may take to leave.
	answerTime = time.Minute
)

// limited bounds how slowly a client may send and read. The server's own
// ReadTimeout and WriteTimeout cannot: they would end every stream that lives
// longer than an ordinary request.
func limited(next http.Handler, body, answer time.Duration) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		control := http.NewResponseController(w)
		// A deadline in the past ends what is being read or written. Writers
		// without deadlines, as in tests, refuse; there is nothing to bound then.
		if r.Body != nil && r.Body != http.NoBody {
			late := time.AfterFunc(body, func() { _ = control.SetReadDeadline(past) })
			defer late.Stop()
			r.Body = &timedBody{ReadCloser: r.Body, arrived: late}
		}
		if r.URL.Path != "/graphql" { // its streams are as long as somebody listens
			late := time.AfterFunc(answer, func() { _ = control.SetWriteDeadline(past) })
			defer late.Stop()
		}
		next.ServeHTTP(w, r)
	})
}

var past = time.Unix(1, 0)

// timedBody stops the timer when the body has arrived: it would otherwise end
// the connection's watch over the client, and with it the stream.
type timedBody struct {
	io.ReadCloser
	arrived *time.Timer
}

// Read reads from the body.
func (b *timedBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if errors.Is(err, io.EOF) {
		b.arrived.Stop()
	}
	return n, err
}
