package graph_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"usher/auth"
)

// patience is how long a test waits for what must come. It is only used up
// where a test fails.
const patience = 20 * time.Second

// stream is a subscription as its reader sees it.
type stream struct {
	t      testing.TB
	events chan event
	stop   func() // by the reader
}

// event is one message of a stream: next, error or complete.
type event struct{ kind, body string }

// next returns the next event's data, which must come.
func (s *stream) next() answer {
	s.t.Helper()
	select {
	case e, ok := <-s.events:
		if !ok || e.kind != "next" {
			s.t.Fatalf("the stream has ended: %+v", e)
		}
		return answer{t: s.t, status: http.StatusOK, body: e.body}
	case <-time.After(patience):
		s.t.Fatal("nothing comes")
	}
	return answer{}
}

// ends demands that the stream ends and says why; "" where it just ends.
// Whatever comes before the end is let by.
func (s *stream) ends(code string) {
	s.t.Helper()
	last := ""
	for deadline := time.After(patience); ; {
		select {
		case e, ok := <-s.events:
			if !ok || e.kind == "complete" || e.kind == "error" {
				if e.kind == "error" {
					last = e.body
				}
				if code != "" && !strings.Contains(last, `"code":"`+code+`"`) {
					s.t.Errorf("the stream does not end with %s: %s", code, last)
				}
				if code == "" && strings.Contains(last, `"errors"`) {
					s.t.Errorf("the stream ends with an error: %s", last)
				}
				return
			}
			last = e.body
		case <-deadline:
			s.t.Fatalf("the stream does not end with %q; last came %s", code, last)
		}
	}
}

// silent demands that nothing comes. The caller has made sure that what could
// come has been handed out.
func (s *stream) silent() {
	s.t.Helper()
	select {
	case e := <-s.events:
		s.t.Errorf("came %+v", e)
	default:
	}
}

// socket is a client of graphql-transport-ws.
type socket struct {
	w    *wire
	conn *websocket.Conn

	mu      sync.Mutex
	streams map[string]*stream
	closed  chan websocket.CloseError // what the server closed with
}

type message struct {
	ID      string          `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// dial opens a socket and says nothing yet.
func (c *client) dial() (*socket, *http.Response, error) {
	conn, res, err := websocket.Dial(context.Background(), c.w.URL+"/graphql", &websocket.DialOptions{
		HTTPClient: c.http, HTTPHeader: c.header, Subprotocols: []string{"graphql-transport-ws"},
	})
	if err != nil {
		return nil, res, err
	}
	conn.SetReadLimit(1 << 20)
	s := &socket{w: c.w, conn: conn, streams: map[string]*stream{}, closed: make(chan websocket.CloseError, 1)}
	c.w.T.Cleanup(func() { _ = conn.CloseNow() })
	return s, res, nil
}

// socket returns an open, authenticated socket of the actor.
func (w *wire) socket(a auth.Actor) *socket {
	w.T.Helper()
	s, _, err := w.anyone().dial()
	if err != nil {
		w.T.Fatal(err)
	}
	s.hello(`{"Authorization":"Bearer ` + w.token(a) + `"}`)
	return s
}

// hello sends connection_init, waits for the answer and starts to read.
func (s *socket) hello(payload string) {
	s.w.T.Helper()
	s.say(message{Type: "connection_init", Payload: json.RawMessage(payload)})
	var m message
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := wsjson.Read(ctx, s.conn, &m); err != nil || m.Type != "connection_ack" {
		s.w.T.Fatalf("no connection_ack: %+v %v", m, err)
	}
	go s.read()
}

func (s *socket) say(m message) {
	s.w.T.Helper()
	if err := wsjson.Write(context.Background(), s.conn, m); err != nil {
		s.w.T.Errorf("write to the socket: %v", err)
	}
}

func (s *socket) read() {
	for {
		var m message
		if err := wsjson.Read(context.Background(), s.conn, &m); err != nil {
			var closed websocket.CloseError
			if code := websocket.CloseStatus(err); code >= 0 {
				closed.Code = code
			}
			s.closed <- closed
			s.mu.Lock()
			for id, st := range s.streams {
				close(st.events)
				delete(s.streams, id)
			}
			s.mu.Unlock()
			return
		}
		s.mu.Lock()
		st := s.streams[m.ID]
		if st != nil {
			st.events <- event{m.Type, string(m.Payload)}
		}
		if m.Type == "complete" || m.Type == "error" {
			delete(s.streams, m.ID)
		}
		s.mu.Unlock()
		if m.Type == "ping" {
			s.say(message{Type: "pong"})
		}
	}
}

// subscribe starts an operation on the socket.
func (s *socket) subscribe(query string, v ...vars) *stream {
	s.w.T.Helper()
	payload := vars{"query": query}
	if len(v) > 0 {
		payload["variables"] = v[0]
	}
	return s.ask(payload)
}

// ask starts an operation with the payload as it is.
func (s *socket) ask(payload vars) *stream {
	s.w.T.Helper()
	text, _ := json.Marshal(payload) // plain values
	s.mu.Lock()
	id := strconv.Itoa(time.Now().Nanosecond()) + "-" + strconv.Itoa(len(s.streams))
	st := &stream{t: s.w.T, events: make(chan event, 10_000)}
	st.stop = func() { s.say(message{ID: id, Type: "complete"}) }
	s.streams[id] = st
	s.mu.Unlock()
	s.say(message{ID: id, Type: "subscribe", Payload: text})
	return st
}

// listen starts a subscription by server-sent events (distinct connections
// mode of GraphQL over SSE).
func (c *client) listen(query string, v ...vars) *stream {
	c.w.T.Helper()
	body := vars{"query": query}
	if len(v) > 0 {
		body["variables"] = v[0]
	}
	return c.hear(body)
}

// hear starts an operation by server-sent events with the body as it is.
func (c *client) hear(body vars) *stream {
	c.w.T.Helper()
	text, _ := json.Marshal(body) // plain values
	ctx, cancel := context.WithCancel(context.Background())
	c.w.T.Cleanup(cancel)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.w.URL+"/graphql", bytes.NewReader(text))
	if err != nil {
		c.w.T.Fatal(err)
	}
	req.Header = c.header.Clone()
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "text/event-stream")
	res, err := c.http.Do(req)
	if err != nil {
		c.w.T.Fatal(err)
	}
	if media := res.Header.Get("Content-Type"); res.StatusCode != http.StatusOK || media != "text/event-stream" {
		c.w.T.Fatalf("no stream: %d %s", res.StatusCode, media)
	}
	st := &stream{t: c.w.T, events: make(chan event, 10_000), stop: cancel}
	go func() {
		defer close(st.events)
		defer res.Body.Close()
		var e event
		for lines := bufio.NewScanner(res.Body); lines.Scan(); {
			name, value, _ := strings.Cut(lines.Text(), ": ")
			switch name {
			case "event":
				e.kind = value
			case "data":
				e.body = value
			case "":
				if e.kind != "" {
					st.events <- e
				}
				e = event{}
			}
		}
	}()
	return st
}
