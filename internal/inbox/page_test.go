package inbox_test

import (
	"bufio"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"usher/deliver"
)

func TestSearchAndPages(t *testing.T) {
	in, base := open(t, t.TempDir())
	for i := range 5 {
		m := invitation()
		m.Texts.Subject = fmt.Sprintf("Offer number-%d", i)
		if err := email(t, in, fmt.Sprintf("person%d@home.example", i), m); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := text(t, in, "+436641234567"); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]struct {
		to    []string
		total int
		next  string
	}{
		"q=PERSON3":                   {[]string{"person3@home.example"}, 1, ""},
		"q=offer+number-4":            {[]string{"person4@home.example"}, 1, ""},
		"q=M%C3%9CLLER+person1":       {[]string{"person1@home.example"}, 1, ""},
		"q=436641":                    {[]string{"+436641234567"}, 1, ""},
		"q=nobody":                    {nil, 0, ""},
		"q=offer&limit=2":             {[]string{"person4@home.example", "person3@home.example"}, 5, "4"},
		"q=offer&limit=2&before=4":    {[]string{"person2@home.example", "person1@home.example"}, 5, "2"},
		"q=offer&limit=2&before=2":    {[]string{"person0@home.example"}, 5, ""},
		"limit=1":                     {[]string{"+436641234567"}, 6, "6"},
		"limit=-1&before=x&q=offer-0": {nil, 0, ""},
	} {
		got := messages(t, base, query)
		var to []string
		for _, m := range got.Messages {
			to = append(to, m.To)
		}
		if diff := cmp.Diff(want.to, to); diff != "" || got.Total != want.total || got.Next != want.next {
			t.Errorf("%s: total %d, next %q, recipients (-want +got):\n%s", query, got.Total, got.Next, diff)
		}
	}
	_, page := get(t, base+"/inbox?q=person3")
	if strings.Count(page, "<li>") != 1 || !strings.Contains(page, `href="/inbox/messages/4?q=person3"`) {
		t.Error("the page does not search")
	}
	_, page = get(t, base+"/inbox?q=%3Cscript%3Ealert(1)%3C/script%3E")
	if strings.Contains(page, "<script>alert") || !strings.Contains(page, "Nothing holds") {
		t.Error("the page repeats the query as HTML, or does not say that nothing was found")
	}
}

func TestPageOfEmptyInbox(t *testing.T) {
	_, base := open(t, t.TempDir())
	response, page := get(t, base+"/inbox")
	if !strings.Contains(page, "Nothing has arrived yet") || !strings.Contains(page, "0 messages") {
		t.Error("the page does not say that it is empty")
	}
	for key, want := range map[string]string{
		"Content-Type":           "text/html; charset=utf-8",
		"X-Content-Type-Options": "nosniff",
		"Referrer-Policy":        "no-referrer",
		"Cache-Control":          "no-store",
	} {
		if got := response.Header.Get(key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	if csp := response.Header.Get("Content-Security-Policy"); !strings.HasPrefix(csp, "default-src 'self';") || strings.Contains(csp, "unsafe") {
		t.Errorf("policy %q", csp)
	}
	if strings.Contains(page, "<style") || strings.Contains(page, " style=") || strings.Contains(page, " onclick=") ||
		strings.Contains(page, "http://") || strings.Contains(page, "https://") {
		t.Error("the page has inline style or script, or asks another origin")
	}
	for path, kind := range map[string]string{"inbox.js": "text/javascript", "inbox.css": "text/css", "icon.svg": "image/svg+xml"} {
		asset, _ := get(t, base+"/inbox/assets/"+path)
		if asset.StatusCode != http.StatusOK || !strings.HasPrefix(asset.Header.Get("Content-Type"), kind) {
			t.Errorf("%s: %s, %s", path, asset.Status, asset.Header.Get("Content-Type"))
		}
	}
	for _, path := range []string{"/inbox/messages/1", "/inbox/messages/x", "/inbox/messages/1/html", "/inbox/api/messages/1"} {
		if response, _ := get(t, base+path); response.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %s, want 404", path, response.Status)
		}
	}
}

func TestPageViews(t *testing.T) {
	in, base := open(t, t.TempDir())
	m := invitation()
	if err := email(t, in, "zoe@home.example", m); err != nil {
		t.Fatal(err)
	}
	if _, err := text(t, in, "+436641234567"); err != nil {
		t.Fatal(err)
	}
	proof, err := deliver.Verification{
		Organization: "Riverside Gym", Sender: "hello@riverside.example", Code: "048213", ValidInMinutes: 10,
	}.Email("zoe@home.example", "proof-1@usher.example", arrival)
	if err != nil {
		t.Fatal(err)
	}
	if err := send(t, t.Context(), in, proof); err != nil {
		t.Fatal(err)
	}
	link := `<a href="` + m.Link + `" target="_blank" rel="noopener noreferrer">` + m.Link + `</a>`
	for path, want := range map[string][]string{
		"1":              {`<iframe title="The email as its recipient sees it" src="/inbox/messages/1/html" sandbox="allow-popups allow-popups-to-escape-sandbox"`, `aria-current="true">HTML<`},
		"1?view=text":    {"Hi Zoë Müller,", link, `aria-current="true">Text<`},
		"1?view=headers": {`<th scope="row">Auto-Submitted</th><td>auto-generated</td>`},
		"2":              {`<p class="bubble" dir="auto">Riverside Gym invites you to its app:`, link, `<bdi>&#43;15005550006</bdi>`},
		"3":              {"048213", `aria-current="true">Text<`},
	} {
		_, page := get(t, base+"/inbox/messages/"+path)
		for _, part := range want {
			if !strings.Contains(page, part) {
				t.Errorf("%s lacks %s in\n%s", path, part, page)
			}
		}
	}
}

func TestPageIsSafeAgainstItsMessages(t *testing.T) {
	in, base := open(t, t.TempDir())
	const script = `<script>document.title="taken"</script>`
	hostile := deliver.Email{
		To: "zoe@home.example", Subject: "Hi " + script, Text: "text " + script + " javascript:alert(1)",
		HTML:      `<p>html</p>` + script + `<img src="https://tracker.example/x.png"><a href="https://join.example/j/x">Join</a>`,
		MessageID: "hostile-1@usher.example", Date: arrival,
	}
	hostile.From.Name, hostile.From.Address = script, "eve@evil.example"
	if err := send(t, t.Context(), in, hostile); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/inbox", "/inbox/messages/1", "/inbox/messages/1?view=text", "/inbox/messages/1?view=headers"} {
		_, page := get(t, base+path)
		if strings.Contains(page, script) || strings.Contains(page, `href="javascript:`) {
			t.Errorf("%s takes over markup from the message", path)
		}
		if !strings.Contains(page, "&lt;script&gt;") {
			t.Errorf("%s does not show the subject as it is", path)
		}
	}
	response, document := get(t, base+"/inbox/messages/1/html")
	policy := response.Header.Get("Content-Security-Policy")
	for _, rule := range []string{"sandbox allow-popups allow-popups-to-escape-sandbox;", "default-src 'none'", "img-src data:", "form-action 'none'", "frame-ancestors 'self'"} {
		if !strings.Contains(policy, rule) {
			t.Errorf("the frame's policy %q lacks %q", policy, rule)
		}
	}
	if strings.Contains(policy, "allow-scripts") || strings.Contains(policy, "allow-same-origin") || strings.Contains(policy, "script-src") {
		t.Errorf("the frame's policy %q lets scripts run", policy)
	}
	if !strings.Contains(document, `<head><base target="_blank"/>`) {
		t.Errorf("links of the frame do not open tabs: %s", document)
	}
}

func TestEventsTellOfArrivals(t *testing.T) {
	in, base := open(t, t.TempDir())
	response, err := http.Get(base + "/inbox/events")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if kind := response.Header.Get("Content-Type"); kind != "text/event-stream" {
		t.Errorf("content type %q", kind)
	}
	lines := bufio.NewScanner(response.Body)
	next := func() (event string) {
		for lines.Scan() {
			switch line := lines.Text(); {
			case line == "" && event != "":
				return event
			case line != "" && !strings.HasPrefix(line, "retry:"):
				event += line + "|"
			}
		}
		t.Fatalf("the stream ended: %v", lines.Err())
		return ""
	}
	if got := next(); got != "event: change|data: 0|" {
		t.Errorf("first event %q", got)
	}
	for i := 1; i <= 2; i++ {
		if _, err := text(t, in, "+436641234567"); err != nil {
			t.Fatal(err)
		}
		if got, want := next(), fmt.Sprintf("event: change|data: %d|", i); got != want {
			t.Errorf("event %q, want %q", got, want)
		}
	}
}
