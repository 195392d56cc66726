package bench

import (
	"bytes"
	"fmt"
	"io"
	"net/http/httptest"
	"strings"
	"testing"
)

// What no refusal may take, by the design.
const (
	refusalTime  = 0.005 // seconds of a processor
	refusalBytes = 16 << 20
)

// BenchmarkHostile compares what it costs to refuse hostile requests with the
// most that the design allows. They come in the owner's name, who may send
// the largest bodies; the documents differ from round to round, so that no
// cache helps.
func BenchmarkHostile(b *testing.B) {
	t := newTown(b)
	d := t.door()
	const padding = 1<<20 - 200 // the body stays within the limit of who is signed in
	for _, attack := range []struct {
		name string
		body func(round int) io.Reader
	}{
		{"fields=4000", query(b, func(n int) string { return "{" + strings.Repeat("__typename ", 4000+n) + "}" })},
		{"fields=1MB", query(b, func(n int) string { return "{" + strings.Repeat("__typename ", padding/11-n) + "}" })},
		{"aliases=100", query(b, func(n int) string { return "{" + each(100, "a%d: viewer { account { id } } ") + comment(n) + "}" })},
		{"deep=500", query(b, func(n int) string {
			return strings.Repeat("{ viewer ", 500) + comment(n) + strings.Repeat("}", 500)
		})},
		{"deep-values=900", query(b, func(n int) string {
			return "{ contact(id: " + strings.Repeat("[", 900) + strings.Repeat("]", 900) + ") { id } " + comment(n) + "}"
		})},
		{"unknown-fields=900", query(b, func(n int) string { return "{ viewer {" + each(900, "unknown%d ") + "}" + comment(n) + "}" })},
		{"overlapping=800", query(b, overlapping)},
		{"fragments=180", query(b, crowded)},
		{"fragments-doubling=30", query(b, doubling)},
		{"directives=600", query(b, func(n int) string {
			return "{ viewer " + strings.Repeat("@skip ", 600) + "{ account { id } } " + comment(n) + "}"
		})},
		{"cost", query(b, func(n int) string {
			return "{" + each(5, "a%d: contacts(first: 100) { nodes { invitations { timeline(first: 100) { id kind at } } } } ") + comment(n) + "}"
		})},
		{"variables=1MB", func(n int) io.Reader {
			return strings.NewReader(`{"query": "query($v: ID!) { contact(id: $v) { id } }", "variables": {"v": ` +
				strings.Repeat("[", 9_000+n) + strings.Repeat("]", 9_000+n) + `, "x": "` + strings.Repeat("x", padding-40_000) + `"}}`)
		}},
		{"not-json=1MB", func(n int) io.Reader { return strings.NewReader(strings.Repeat("[", padding-n)) }},
		{"body=20MB", func(int) io.Reader { return bytes.NewReader(make([]byte, 20<<20)) }},
		{"body=20MB-unannounced", func(int) io.Reader { return io.LimitReader(spaces{}, 20<<20) }},
	} {
		b.Run(attack.name, func(b *testing.B) {
			var took samples
			var bytes, answered float64
			n := 0
			rounds(b, func() {
				n++
				r := d.request(attack.body(n%100), d.owner)
				answer := httptest.NewRecorder()
				bytes = max(bytes, allocated(func() {
					took.cpu(func() { d.handler.ServeHTTP(answer, r) })
				}))
				text := answer.Body.String()
				if !strings.Contains(text, `"errors"`) || strings.Contains(text, `"data":{`) {
					b.Fatalf("%d, %d bytes: %.300s", answer.Code, len(text), text)
				}
				answered = float64(len(text)) / 1024
			})
			b.ReportMetric(took.median()/refusalTime, "x-time-limit")
			b.ReportMetric(took.quantile(0.99)/refusalTime, "p99-x-time-limit")
			b.ReportMetric(bytes/refusalBytes, "x-memory-limit")
			b.ReportMetric(answered, "KiB-answered")
		})
	}
}

// query returns the body of each round's request for a document.
func query(b *testing.B, text func(round int) string) func(int) io.Reader {
	return func(round int) io.Reader { return bytes.NewReader(document(b, text(round), nil)) }
}

// each writes a text n times with its number.
func each(n int, format string) string {
	var all strings.Builder
	for i := range n {
		fmt.Fprintf(&all, format, i)
	}
	return all.String()
}

// comment makes a document another one that means the same.
func comment(n int) string { return fmt.Sprintf("# %d\n", n) }

// overlapping selects one path as often as the limits allow, so that the
// validation compares each of its 800 leaves with each, and an unknown field.
func overlapping(n int) string {
	inner := strings.Repeat("account { "+strings.Repeat("id ", 20)+"} ", 20)
	return "{ unknown " + strings.Repeat("viewer { "+inner+"} ", 2) + comment(n) + "}"
}

// crowded is many fragments in one selection, whose fields must be compared
// each with each, and an unknown field.
func crowded(n int) string {
	var all strings.Builder
	all.WriteString("{ viewer { unknown " + each(180, "...f%d ") + "} } ")
	for i := range 180 {
		fmt.Fprintf(&all, "fragment f%d on Viewer { account { id } } ", i)
	}
	return all.String() + comment(n)
}

// doubling is a billion fields: each fragment spreads the next one twice.
func doubling(n int) string {
	var all strings.Builder
	all.WriteString("{ viewer { ...f0 } } ")
	for i := range 30 {
		fmt.Fprintf(&all, "fragment f%d on Viewer { ...f%d ...f%d } ", i, i+1, i+1)
	}
	return all.String() + "fragment f30 on Viewer { __typename } " + comment(n)
}

// spaces is an endless body.
type spaces struct{}

func (spaces) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}
