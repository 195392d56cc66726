package deliver

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-message/mail"
	"golang.org/x/net/html"

	"usher/invite"
)

var sentAt = time.Date(2026, 11, 20, 8, 30, 0, 0, time.UTC)

const messageID = "0193-email-1@usher.example"

// sample is a message that is in order; tests change what they are about.
func sample() Message {
	return Message{
		Language:     "en",
		Purpose:      invite.PurposeInvite,
		Organization: "Riverside Gym",
		Sender:       "hello@riverside.example",
		Support:      "help@riverside.example",
		Accent:       "#2f6f4f",
		Recipient:    "Sam Carter",
		Texts: invite.Texts{
			Subject: "{{organization}} invites you to its app",
			Body:    "Hi {{name}},\n\n{{organization}} has invited you to its app. Choose a password, and you are in.",
			Button:  "Accept the invitation",
		},
		Link:          "https://join.example/j/dGhpcyBpcyBhIHRva2VuIQ?c=email&x=1",
		Code:          "7KQ2M-9XW4D",
		CodePage:      "https://join.example/join",
		ExpiresInDays: 10,
		DeclineURL:    "https://join.example/decline/dGhpcyBpcyBhIHRva2VuIQ",
	}
}

func composed(t *testing.T, m Message) Email {
	t.Helper()
	email, err := m.Email("sam@home.example", messageID, sentAt)
	if err != nil {
		t.Fatal(err)
	}
	return email
}

// received is a message as a mail program takes it apart.
type received struct {
	header     mail.Header
	text, html string
}

func parse(t *testing.T, source []byte) received {
	t.Helper()
	reader, err := mail.CreateReader(bytes.NewReader(source))
	if err != nil {
		t.Fatalf("parse message: %v", err)
	}
	got := received{header: reader.Header}
	for {
		part, err := reader.NextPart()
		if errors.Is(err, io.EOF) {
			return got
		}
		if err != nil {
			t.Fatalf("parse part: %v", err)
		}
		body, err := io.ReadAll(part.Body)
		if err != nil {
			t.Fatal(err)
		}
		inline, ok := part.Header.(*mail.InlineHeader)
		if !ok {
			t.Fatalf("part is %T, want an inline part", part.Header)
		}
		// Line ends are CRLF on the wire.
		content := strings.ReplaceAll(string(body), "\r\n", "\n")
		switch kind, params, _ := inline.ContentType(); {
		case !strings.EqualFold(params["charset"], "utf-8"):
			t.Errorf("%s is in %q, want UTF-8", kind, params["charset"])
		case kind == "text/plain":
			got.text = content
		case kind == "text/html":
			got.html = content
		default:
			t.Errorf("unexpected part %s", kind)
		}
	}
}

// mustSource returns the message as it goes over the wire (RFC 5322).
func mustSource(t *testing.T, e Email) []byte {
	t.Helper()
	var source bytes.Buffer
	if _, err := e.mime().WriteTo(&source); err != nil {
		t.Fatal(err)
	}
	return source.Bytes()
}

// visible returns what a reader of the HTML sees, with the target of each link
// after its label, and without the paragraph that only the HTML part needs
// (class "fallback").
func visible(t *testing.T, source string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		attr := map[string]string{}
		for _, a := range n.Attr {
			attr[a.Key] = a.Val
		}
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
			return
		case n.Data == "head", strings.Contains(attr["class"], "fallback"):
			return
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			walk(child)
		}
		if n.Data == "a" {
			b.WriteString(": " + attr["href"])
		}
		if n.Data != "bdi" {
			b.WriteString(" ")
		}
	}
	walk(root)
	return oneSpaced(b.String())
}

// oneSpaced joins the words of s by single spaces.
func oneSpaced(s string) string { return strings.Join(strings.Fields(s), " ") }
