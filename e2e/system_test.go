// Package e2e walks Usher's road against the running binary, over HTTP and
// WebSocket only, as a consumer would.
package e2e

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/Khan/genqlient/graphql"
	"github.com/coder/websocket"
)

// binary is Usher, built once for the tests of this package.
var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "usher-e2e-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "usher")
	out, err := exec.Command("go", "build", "-o", path, "usher").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build: %w\n%s", err, out)
	}
	return path, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := binary(); err == nil {
		_ = os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// system is a running development mode on a state folder of its own.
type system struct {
	t    *testing.T
	home string
	cmd  *exec.Cmd
	done chan struct{}
	base string // http://localhost:port
}

// start starts the development mode on the state folder home, and waits until
// it says where it is.
func start(t *testing.T, home string) *system {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	s := &system{t: t, home: home, cmd: exec.Command(path, "dev"), done: make(chan struct{})}
	for _, v := range os.Environ() {
		name, _, _ := strings.Cut(v, "=")
		if !strings.HasPrefix(name, "USHER_") && name != "DATABASE_URL" && name != "REDIS_URL" {
			s.cmd.Env = append(s.cmd.Env, v)
		}
	}
	s.cmd.Env = append(s.cmd.Env, "USHER_HOME="+home, "USHER_LISTEN=127.0.0.1:0")
	log, err := os.OpenFile(filepath.Join(t.ArtifactDir(), "usher.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = log.Close() })
	s.cmd.Stderr = log
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	said := make(chan string, 1)
	go func() {
		where := regexp.MustCompile(`(http://\S+)/playground/`)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if m := where.FindStringSubmatch(lines.Text()); m != nil {
				said <- m[1]
			}
		}
		_ = s.cmd.Wait()
		close(s.done)
	}()
	t.Cleanup(s.kill)
	select {
	case s.base = <-said:
	case <-s.done:
		text, _ := os.ReadFile(log.Name())
		t.Fatalf("it ended at once:\n%s", text)
	case <-time.After(2 * time.Minute):
		t.Fatal("it did not say where it is")
	}
	return s
}

// kill ends it as a power cut would.
func (s *system) kill() {
	_ = s.cmd.Process.Signal(syscall.SIGKILL) // it may have ended
	<-s.done
}

// browser returns a client of the API that keeps cookies, as a browser does.
func (s *system) browser() graphql.Client {
	jar, err := cookiejar.New(nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return graphql.NewClient(s.base+"/graphql", &http.Client{Jar: jar, Timeout: time.Minute})
}

// bearer returns a client of the API that sends an access token.
func (s *system) bearer(token string) graphql.Client {
	return graphql.NewClient(s.base+"/graphql", &http.Client{Transport: bearer(token), Timeout: time.Minute})
}

type bearer string

func (b bearer) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Authorization", "Bearer "+string(b))
	return http.DefaultTransport.RoundTrip(r)
}

// socket returns a client for subscriptions over graphql-transport-ws.
func (s *system) socket(token string) graphql.WebSocketClient {
	return graphql.NewClientUsingWebSocket("ws"+strings.TrimPrefix(s.base, "http")+"/graphql", dialer{},
		graphql.WithConnectionParams(map[string]any{"Authorization": "Bearer " + token}))
}

type dialer struct{}

func (dialer) DialContext(ctx context.Context, url string, header http.Header) (graphql.WSConn, error) {
	conn, _, err := websocket.Dial(ctx, url, &websocket.DialOptions{HTTPHeader: header, Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		return nil, err
	}
	conn.SetReadLimit(1 << 20)
	return wsConn{conn}, nil
}

type wsConn struct{ *websocket.Conn }

func (c wsConn) Close() error { return c.CloseNow() }

func (c wsConn) WriteMessage(_ int, data []byte) error {
	return c.Write(context.Background(), websocket.MessageText, data)
}

func (c wsConn) ReadMessage() (int, []byte, error) {
	kind, data, err := c.Read(context.Background())
	return int(kind), data, err
}

// mail is a message in the inbox, as its recipient has it.
type mail struct {
	ID      string   `json:"id"`
	Channel string   `json:"channel"`
	To      string   `json:"to"`
	Subject string   `json:"subject"`
	Text    string   `json:"text"`
	Links   []string `json:"links"`
	Headers []struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	} `json:"headers"`
}

// inbox returns every message that the search finds.
func (s *system) inbox(search string) []mail {
	s.t.Helper()
	var all []mail
	for before := ""; ; {
		query := url.Values{"q": {search}, "limit": {"200"}}
		if before != "" {
			query.Set("before", before)
		}
		var page struct {
			Messages []mail `json:"messages"`
			Next     string `json:"next"`
		}
		s.get("/inbox/api/messages?"+query.Encode(), &page)
		all = append(all, page.Messages...)
		if before = page.Next; before == "" || len(page.Messages) == 0 {
			return all
		}
	}
}

// messageID returns the message's Message-ID, which the list leaves out.
func (s *system) messageID(m mail) string {
	s.t.Helper()
	var whole mail
	s.get("/inbox/api/messages/"+m.ID, &whole)
	for _, h := range whole.Headers {
		if strings.EqualFold(h.Name, "Message-ID") {
			return h.Value
		}
	}
	s.t.Fatalf("no Message-ID: %+v", whole)
	return ""
}

func (s *system) get(path string, into any) {
	s.t.Helper()
	r, err := http.Get(s.base + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = r.Body.Close() }()
	if err := json.NewDecoder(r.Body).Decode(into); err != nil {
		s.t.Fatal(err)
	}
}

// token returns the join link's token.
func (m mail) token(t *testing.T) string {
	t.Helper()
	for _, link := range m.Links {
		if _, token, ok := strings.Cut(link, "/join/"); ok && !strings.Contains(token, "/") {
			return token
		}
	}
	t.Fatalf("no join link in %+v", m)
	return ""
}

// code returns the typed code.
func (m mail) code(t *testing.T) string {
	t.Helper()
	code := regexp.MustCompile(`\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b`).FindString(m.Text)
	if code == "" {
		t.Fatalf("no code in %q", m.Text)
	}
	return code
}
