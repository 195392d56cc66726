package httpd

import (
	"context"
	"html"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/graph"
	"usher/invite"
	"usher/web"
)

// sessions are the cookies of package graph.
type sessions struct{}

func (sessions) Set(w http.ResponseWriter, s app.Signed) { graph.SetSessionCookies(w, s, false) }
func (sessions) Clear(w http.ResponseWriter)             { graph.ClearSessionCookies(w, false) }
func (sessions) Tokens(r *http.Request) (access, refresh string) {
	if c, err := r.Cookie("usher_access"); err == nil {
		access = c.Value
	}
	if c, err := r.Cookie("usher_refresh"); err == nil {
		refresh = c.Value
	}
	return access, refresh
}

// site is the server over a world of its own.
type site struct {
	t     *testing.T
	world *apptest.World
	gym   *apptest.Place
	url   string
}

func newSite(t *testing.T, change ...func(*Options)) *site {
	t.Helper()
	return newSiteOver(t, apptest.New(t), change...)
}

func newSiteOver(t *testing.T, world *apptest.World, change ...func(*Options)) *site {
	t.Helper()
	server := httptest.NewUnstartedServer(nil)
	public := &url.URL{Scheme: "http", Host: server.Listener.Addr().String()}
	answers := func(context.Context) error { return nil }
	o := Options{
		App: world.App, Keys: world.App.Keys, Sessions: sessions{}, PublicURL: public, ClientAddress: ClientAddress(0),
		GraphQL:  http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, `{}`) }),
		Database: answers, Redis: answers, Stopping: func() bool { return false },
		// The join flow lives by the world's clock; deadlines of connections are real.
		Now: world.Clock.Now,
		Log: slog.New(slog.NewJSONHandler(world.Log, &slog.HandlerOptions{Level: slog.LevelDebug})),
	}
	for _, f := range change {
		f(&o)
	}
	server.Config.Handler = New(o)
	server.Start()
	t.Cleanup(server.Close)
	return &site{t: t, world: world, gym: world.Place(invite.Gym, "Iron Temple"), url: public.String()}
}

// invited puts somebody on file and sends them an invitation; it returns the
// messages, by channel.
func (s *site) invited(who app.NewContact) (invite.Contact, map[invite.Channel]app.Message) {
	s.t.Helper()
	c := s.gym.Create(who)[0]
	s.gym.Invite(c)
	messages := map[invite.Channel]app.Message{}
	for _, m := range s.gym.SendNext() {
		messages[m.Channel] = m
	}
	s.world.Clock.Advance(time.Minute) // the lane's pace
	return c, messages
}

func (s *site) emailed() (invite.Contact, app.Message) {
	s.t.Helper()
	c, messages := s.invited(app.NewContact{Name: "Maria Silva", Email: "maria@mail.example"})
	return c, messages[invite.Email]
}

// browser keeps cookies, does not follow redirects by itself, and remembers
// the last page.
type browser struct {
	t       *testing.T
	site    *site
	client  *http.Client
	page    string
	visited []string // every address and Location so far
}

func (s *site) browser() *browser {
	jar, err := cookiejar.New(nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return &browser{t: s.t, site: s, client: &http.Client{
		Jar:           jar,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// do sends a request and returns the answer; its body is the browser's page.
func (b *browser) do(method, path string, body io.Reader, headers ...string) *http.Response {
	b.t.Helper()
	r, err := http.NewRequestWithContext(b.t.Context(), method, b.site.url+path, body)
	if err != nil {
		b.t.Fatal(err)
	}
	if body != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := b.client.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	b.page = string(text)
	b.visited = append(b.visited, response.Header.Get("Location"))
	return response
}

// follow is do of a GET that goes where it is sent.
func (b *browser) follow(path string) *http.Response {
	b.t.Helper()
	for range 5 {
		response := b.do(http.MethodGet, path, nil)
		if response.StatusCode != http.StatusSeeOther {
			return response
		}
		path = response.Header.Get("Location")
	}
	b.t.Fatalf("too many redirects to %s", path)
	return nil
}

// submit sends the form of the last page that leads to path, with its hidden
// fields and the given ones, as a browser does: pages with referrer policy
// no-referrer send Origin null.
func (b *browser) submit(path string, fields ...string) *http.Response {
	b.t.Helper()
	values := b.hidden(path)
	for i := 0; i < len(fields); i += 2 {
		values.Set(fields[i], fields[i+1])
	}
	return b.do(http.MethodPost, path, strings.NewReader(values.Encode()), "Origin", "null", "Sec-Fetch-Site", "same-origin")
}

var (
	formPattern   = regexp.MustCompile(`(?s)<form method="post" action="([^"]+)">(.*?)</form>`)
	hiddenPattern = regexp.MustCompile(`<input type="hidden" name="([^"]+)" value="([^"]*)">`)
	buttonPattern = regexp.MustCompile(`formaction="([^"]+)"`)
)

func (b *browser) hidden(path string) url.Values {
	b.t.Helper()
	for _, form := range formPattern.FindAllStringSubmatch(b.page, -1) {
		button := buttonPattern.FindStringSubmatch(form[2])
		if form[1] != path && (button == nil || button[1] != path) {
			continue
		}
		values := url.Values{}
		for _, field := range hiddenPattern.FindAllStringSubmatch(form[2], -1) {
			values.Set(field[1], html.UnescapeString(field[2]))
		}
		return values
	}
	b.t.Fatalf("the page has no form for %s:\n%s", path, b.page)
	return nil
}

// shows fails the test unless the page holds each of the texts.
func (b *browser) shows(texts ...string) {
	b.t.Helper()
	for _, text := range texts {
		if !strings.Contains(html.UnescapeString(b.page), text) {
			b.t.Errorf("the page lacks %q:\n%s", text, b.page)
		}
	}
}

// hides fails the test if the page holds one of the texts.
func (b *browser) hides(texts ...string) {
	b.t.Helper()
	for _, text := range texts {
		if strings.Contains(html.UnescapeString(b.page), text) {
			b.t.Errorf("the page shows %q:\n%s", text, b.page)
		}
	}
}

// cookie returns a cookie that the browser keeps, "" where it has none.
func (b *browser) cookie(name string) string {
	u, err := url.Parse(b.site.url)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, c := range b.client.Jar.Cookies(u) {
		if c.Name == name {
			return c.Value
		}
	}
	return ""
}

func status(t *testing.T, response *http.Response, want int) {
	t.Helper()
	if response.StatusCode != want {
		t.Errorf("%s %s: status %d, want %d", response.Request.Method, response.Request.URL.Path, response.StatusCode, want)
	}
}

// codeNotValid is the one answer to every code that cannot be used.
var codeNotValid = web.Locales()[0].Text("error.code")

const goodPassword = "Brave3-Finch"
