package main

import (
	"encoding/json"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"
)

// newcomer is a person in front of a browser.
type newcomer struct {
	t      *testing.T
	base   string
	client *http.Client
	page   string
}

// joinByText invites somebody by the API and joins as them: by the text
// message's link, with the code that is mailed. It returns every secret that
// was on the way.
func joinByText(t *testing.T, base, token string) (secrets []string) {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	n := &newcomer{t: t, base: base, client: &http.Client{Jar: jar, Timeout: patience}}
	n.post("/graphql", "application/json", `{"query":"mutation { createContacts(input: {contacts: [{name: \"Nia Newcomer\", email: \"nia@mail.example\", phone: \"+12025550177\"}], invite: NOW}) { userErrors { message } } }"}`,
		"Authorization", "Bearer "+token)

	text := n.message("+12025550177")
	link := text.Links[0]
	const password = "Merry4-Quail"
	n.get(link)
	if strings.Contains(n.page, link[strings.LastIndex(link, "/")+1:]) {
		t.Error("the page holds the token")
	}
	n.submit("/join", "name", "Nia", "password", password)
	code := regexp.MustCompile(`(?m)^[0-9]{6}$`).FindString(n.message("nia@mail.example", "verification").Text)
	n.submit("/join/proof", "proof", code)
	if !strings.Contains(n.page, "You are in") || !strings.Contains(n.page, "Iron Temple Gym") {
		t.Errorf("not in:\n%s", n.page)
	}
	if answer := ask(t, base, `{"query":"mutation { signIn(input: {email: \"nia@mail.example\", password: \"`+password+`\", transport: BEARER}) { viewer { membership { role } } } }"}`); !strings.Contains(answer, "CLIENT") {
		t.Errorf("sign in as the client: %s", answer)
	}
	secrets = append(secrets, link[strings.LastIndex(link, "/")+1:], password, " "+code, `"`+code, "="+code)
	for _, typed := range regexp.MustCompile(`[0-9A-Z]{5}-[0-9A-Z]{5}`).FindAllString(text.Text, -1) {
		secrets = append(secrets, typed, strings.ReplaceAll(typed, "-", ""))
	}
	for _, c := range jar.Cookies(mustParse(t, base+"/join")) {
		secrets = append(secrets, c.Value)
	}
	return secrets
}

func mustParse(t *testing.T, address string) *url.URL {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// message waits for a message with all the words in the inbox.
func (n *newcomer) message(words ...string) (m struct {
	Text  string
	Links []string
}) {
	n.t.Helper()
	defer func(page string) { n.page = page }(n.page) // it is looked at in another tab
	for late := time.After(patience); ; {
		n.get(n.base + "/inbox/api/messages?q=" + url.QueryEscape(strings.Join(words, " ")))
		var list struct {
			Messages []struct {
				Text  string
				Links []string
			}
		}
		if err := json.Unmarshal([]byte(n.page), &list); err != nil {
			n.t.Fatal(err)
		}
		if len(list.Messages) > 0 {
			return list.Messages[0]
		}
		select {
		case <-late:
			n.t.Fatalf("no message with %q came", words)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

func (n *newcomer) get(address string) {
	n.t.Helper()
	n.read(n.client.Get(address))
}

func (n *newcomer) post(path, kind, body string, headers ...string) {
	n.t.Helper()
	r, err := http.NewRequestWithContext(n.t.Context(), http.MethodPost, n.base+path, strings.NewReader(body))
	if err != nil {
		n.t.Fatal(err)
	}
	r.Header.Set("Content-Type", kind)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	n.read(n.client.Do(r))
}

func (n *newcomer) read(response *http.Response, err error) {
	n.t.Helper()
	if err != nil {
		n.t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		n.t.Fatal(err)
	}
	if response.StatusCode != http.StatusOK {
		n.t.Fatalf("%s: %d\n%s", response.Request.URL.Path, response.StatusCode, text)
	}
	n.page = string(text)
}

var hiddenField = regexp.MustCompile(`<input type="hidden" name="([^"]+)" value="([^"]*)">`)

// submit sends the page's first form, with its hidden fields and these.
func (n *newcomer) submit(path string, fields ...string) {
	n.t.Helper()
	_, form, found := strings.Cut(n.page, fmt.Sprintf(`action="%s"`, path))
	if !found {
		n.t.Fatalf("no form for %s:\n%s", path, n.page)
	}
	form, _, _ = strings.Cut(form, "</form>")
	values := url.Values{}
	for _, field := range hiddenField.FindAllStringSubmatch(form, -1) {
		values.Set(field[1], html.UnescapeString(field[2]))
	}
	for i := 0; i < len(fields); i += 2 {
		values.Set(fields[i], fields[i+1])
	}
	n.post(path, "application/x-www-form-urlencoded", values.Encode())
}
