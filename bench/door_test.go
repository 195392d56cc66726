package bench

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"testing"

	"usher/graph"
)

// door is the GraphQL endpoint of a town, behind a real HTTP server.
type door struct {
	b       *testing.B
	handler http.Handler
	server  *httptest.Server
	owner   string // an access token
}

func (t *town) door() *door {
	t.b.Helper()
	log := slog.New(slog.DiscardHandler)
	hub := graph.NewHub(t.World.DB, make(chan int64), log)
	ctx, stop := context.WithCancel(context.Background())
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		_ = hub.Run(ctx)
	}()
	server := httptest.NewUnstartedServer(nil)
	public, err := url.Parse("http://" + server.Listener.Addr().String())
	must(t.b, err)
	d := &door{b: t.b, server: server, owner: t.token(t.Owner)}
	d.handler = graph.NewHandler(graph.Options{
		App: t.World.App, DB: t.World.DB, Hub: hub, Log: log, PublicURL: public,
		ClientAddress: func(*http.Request) netip.Addr { return netip.MustParseAddr("192.0.2.7") },
	})
	server.Config.Handler = d.handler
	server.Start()
	t.b.Cleanup(func() {
		stop()
		<-stopped
		server.Close()
	})
	return d
}

// document returns the body of a request.
func document(b *testing.B, query string, variables map[string]any) []byte {
	b.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	must(b, err)
	return body
}

// request returns a POST of the body, in the owner's name or a stranger's.
func (d *door) request(body io.Reader, token string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, d.server.URL+"/graphql", body)
	r.RequestURI = "" // of a server's request only
	r.Header.Set("Content-Type", "application/json")
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	return r
}

// post sends a document over HTTP and returns the answer's body.
func (d *door) post(body []byte, token string) []byte {
	answer, err := d.server.Client().Do(d.request(bytes.NewReader(body), token))
	if err != nil {
		d.b.Error(err)
		return nil
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		d.b.Error(err)
	}
	return text
}

// asked posts a document in the owner's name and fails on any error.
func (d *door) asked(body []byte) []byte {
	text := d.post(body, d.owner)
	if bytes.Contains(text, []byte(`"errors"`)) || !bytes.Contains(text, []byte(`"data"`)) {
		d.b.Fatalf("%.500s", text)
	}
	return text
}
