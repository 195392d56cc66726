package graph

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/synctest"
	"time"
)

var errClosed = errors.New("closed")

// stuck is a peer that does not read: a write ends when the connection is
// closed under it, and not before.
type stuck struct {
	socket
	http.ResponseWriter
	closed chan struct{}
}

func (s stuck) WriteJSON(any) error { <-s.closed; return errClosed }
func (s stuck) Write([]byte) (int, error) {
	<-s.closed
	return 0, errClosed
}
func (s stuck) FlushError() error                 { <-s.closed; return errClosed }
func (s stuck) SetReadDeadline(t time.Time) error { return s.deadline(t) }

// SetWriteDeadline is what http.ResponseController calls.
func (s stuck) SetWriteDeadline(t time.Time) error { return s.deadline(t) }

func (s stuck) deadline(t time.Time) error {
	if t.Before(time.Now()) {
		close(s.closed)
	}
	return nil
}

func TestWriteToAPeerThatDoesNotReadEnds(t *testing.T) {
	peer := func() stuck {
		return stuck{ResponseWriter: httptest.NewRecorder(), closed: make(chan struct{})}
	}
	for name, write := range map[string]func(){
		"socket": func() { _ = impatient{peer()}.WriteJSON("x") },
		"stream": func() {
			p := peer()
			_, _ = bounded{p, http.NewResponseController(p)}.Write(nil)
		},
		"flush of a stream": func() {
			p := peer()
			bounded{p, http.NewResponseController(p)}.Flush()
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				start := time.Now()
				write()
				if took := time.Since(start); took != writeLimit {
					t.Errorf("ended after %v", took)
				}
			})
		})
	}
}
