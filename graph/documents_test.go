package graph_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"usher/graph"
	"usher/invite"
	"usher/web"
)

// What the apps of these tests ask.
const (
	knownQuery    = `{viewer{account{email}}}`
	knownMutation = `mutation{signOut{userErrors{code}}}`
	knownStream   = changes
)

func sha(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// withDocuments makes a door that knows documents; only serves nothing else.
func withDocuments(only bool, more ...string) func(*graph.Options) {
	return func(o *graph.Options) {
		o.Documents, o.DocumentsOnly = map[string]string{}, only
		for _, text := range append(more, knownQuery, knownMutation, knownStream) {
			o.Documents[sha(text)] = text
		}
	}
}

// byExtension and byID are the two ways to name a document.
func byExtension(hash any) vars {
	return vars{"extensions": vars{"persistedQuery": vars{"version": 1, "sha256Hash": hash}}}
}
func byID(hash any) vars { return vars{"documentId": fmt.Sprint("sha256:", hash)} }

// request posts a request as it is.
func (c *client) request(v vars) answer {
	c.w.T.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		c.w.T.Fatal(err)
	}
	return c.send(http.MethodPost, "", "application/json", bytes.NewReader(text))
}

// get sends a request in the address.
func (c *client) get(v vars) answer {
	search := url.Values{}
	for name, value := range v {
		if text, ok := value.(string); ok {
			search.Set(name, text)
			continue
		}
		text, _ := json.Marshal(value) // plain values
		search.Set(name, string(text))
	}
	return c.send(http.MethodGet, search.Encode(), "", nil)
}

// merged returns one request made of parts.
func merged(parts ...vars) vars {
	out := vars{}
	for _, p := range parts {
		for name, value := range p {
			out[name] = value
		}
	}
	return out
}

func TestDocumentsByHash(t *testing.T) {
	t.Parallel()
	w := newWire(t, withDocuments(false))
	p := w.Place(invite.Gym, "Alpha Gym")
	own := w.as(p.Owner)
	for name, by := range map[string]func(any) vars{"extension": byExtension, "id": byID} {
		for how, ask := range map[string]func(vars) answer{"POST": own.request, "GET": own.get} {
			t.Log(name, how)
			ask(by(sha(knownQuery))).ok(`"email":"owner@alpha-gym.example"`)
			ask(merged(by(sha(knownQuery)), vars{"query": ""})).ok(`"email"`)
			ask(merged(by(sha(knownQuery)), vars{"query": knownQuery})).ok(`"email"`)
			// Of no app of ours, by its own hash: clients repeat it with the text.
			const other = `{viewer{account{name}}}`
			unknown := ask(by(sha(other)))
			unknown.fails("PERSISTED_QUERY_NOT_FOUND", `"message":"PersistedQueryNotFound"`)
			if unknown.status != http.StatusOK {
				t.Errorf("status %d", unknown.status)
			}
			ask(merged(by(sha(other)), vars{"query": other})).ok(`"name"`)
			ask(by(sha(other))).fails("PERSISTED_QUERY_NOT_FOUND") // nobody teaches the server documents
			ask(merged(by(sha(other)), vars{"query": knownQuery})).fails("BAD_REQUEST", "not that of the query").lacks(`"email"`)
			ask(merged(by(sha(knownQuery)), vars{"query": other})).fails("BAD_REQUEST", "not that of the query").lacks(`"name"`)
		}
	}
	if a := own.get(byID(sha(knownMutation))); a.status != http.StatusMethodNotAllowed {
		t.Errorf("a mutation by GET: %d %s", a.status, a.short())
	}
	own.request(byExtension(sha(knownMutation))).ok(`"userErrors":[]`) // and that was the end of the sign-in
}

// The rest of the request counts as it does beside a text.
func TestDocumentsTakeVariables(t *testing.T) {
	t.Parallel()
	const text = `query A($n:Int!){viewer{organization{deliveryProblems(first:$n){at}}}} query B{viewer{account{email}}}`
	w := newWire(t, withDocuments(false, text))
	own := w.as(w.Place(invite.Gym, "Alpha Gym").Owner)
	for _, by := range []vars{byExtension(sha(text)), byID(sha(text))} {
		own.request(merged(by, vars{"operationName": "A", "variables": vars{"n": 5}})).ok(`"deliveryProblems":[]`)
		own.request(merged(by, vars{"operationName": "A", "variables": vars{"n": 500}})).fails("BAD_REQUEST")
		own.request(merged(by, vars{"operationName": "B"})).ok(`"email"`)
		own.get(merged(by, vars{"operationName": "A", "variables": vars{"n": 5}})).ok(`"deliveryProblems":[]`)
	}
}

func TestDocumentsByHashOverStreams(t *testing.T) {
	t.Parallel()
	for name, by := range map[string]func(any) vars{"extension": byExtension, "id": byID} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWire(t, withDocuments(false))
			p := w.Place(invite.Gym, "Alpha Gym")
			c := p.Contacts(1)[0]
			from := vars{"variables": vars{"after": w.cursor()}}
			socket := w.socket(p.Owner)
			streams := []*stream{
				socket.ask(merged(by(sha(knownStream)), from)), socket.ask(merged(by(sha(knownStream)), from, vars{"query": knownStream})),
				w.as(p.Owner).hear(merged(by(sha(knownStream)), from)),
			}
			p.Invite(c)
			w.place()
			for _, s := range streams {
				s.moved(c, "", "QUEUED")
			}
			socket.ask(by(sha(knownQuery))).next().has(`"email":"owner@alpha-gym.example"`)
			const other = `subscription{invitationStatusChanged{at}}`
			for _, ask := range []func(vars) *stream{socket.ask, w.as(p.Owner).hear} {
				ask(by(sha(other))).next().has(`"message":"PersistedQueryNotFound"`, `"code":"PERSISTED_QUERY_NOT_FOUND"`)
				ask(merged(by(sha(other)), vars{"query": knownStream})).ends("BAD_REQUEST")
				ask(by("x")).ends("BAD_REQUEST")
				ask(byExtension(7)).ends("BAD_REQUEST")
			}
		})
	}
}

func TestHashesThatAreNone(t *testing.T) {
	t.Parallel()
	w := newWire(t, withDocuments(false))
	p := w.Place(invite.Gym, "Alpha Gym")
	own, h := w.as(p.Owner), sha(knownQuery)
	extension := func(v any) vars { return vars{"extensions": vars{"persistedQuery": v}} }
	for name, v := range map[string]vars{
		"empty": byExtension(""), "short": byExtension(h[1:]), "long": byExtension(h + "0"), "upper": byExtension(strings.ToUpper(h)),
		"no hex": byExtension("g" + h[1:]), "number": byExtension(7), "null": byExtension(nil), "list": byExtension([]string{h}),
		"object": byExtension(vars{"sha256Hash": h}), "prefixed": byExtension("sha256:" + h), "NUL": byExtension(h[:63] + "\x00"),
		"1 MB": byExtension(strings.Repeat("a", 900_000)), "text": extension("x"), "array": extension([]any{}), "nothing": extension(vars{}),
		"version 2": extension(vars{"version": 2, "sha256Hash": h}), "version text": extension(vars{"version": "1", "sha256Hash": h}),
		"no version": extension(vars{"sha256Hash": h}), "id empty": {"documentId": ""}, "id bare": {"documentId": h}, "id short": byID(h[1:]),
		"id sha1": {"documentId": "sha1:" + h}, "id quoted": byID(`"},"query":{"`), "id 1 MB": byID(strings.Repeat("a", 900_000)),
	} {
		for _, query := range []vars{{}, {"query": knownQuery}} {
			start := time.Now()
			a := own.request(merged(v, query))
			a.fails("BAD_REQUEST", "64 digits").lacks(`"email"`, "aaaaaaaa")
			t.Logf("%-12s %v", name, time.Since(start).Round(100*time.Microsecond))
			if len(a.body) > 500 {
				t.Errorf("%s: the answer has %d bytes", name, len(a.body))
			}
		}
	}
	for name, v := range map[string]vars{
		"nothing": {}, "no extension": {"extensions": vars{}}, "null": extension(nil), "id 7": {"documentId": 7}, "id null": {"documentId": nil}, "id object": {"documentId": vars{}},
	} {
		if a := own.request(v); a.status != http.StatusBadRequest {
			t.Errorf("%s: %d %s", name, a.status, a.short())
		}
	}
	own.request(merged(extension(nil), vars{"query": knownQuery})).ok(`"email"`)
	if log := w.Log.String(); strings.Contains(log, "aaaaaaaa") {
		t.Error("the log holds a hash")
	}
}

// The limits judge what is run, and not what was sent.
func TestLimitsOfDocumentsByHash(t *testing.T) {
	t.Parallel()
	var texts []string
	for _, text := range hostileDocuments() {
		texts = append(texts, text)
	}
	texts = append(texts, knownQuery+strings.Repeat(" ", 70_000))
	w := newWire(t, withDocuments(false, texts...))
	for _, text := range texts {
		byText, byHash := w.anyone().do(text), w.anyone().request(byExtension(sha(text)))
		byHash.fails("BAD_REQUEST")
		if len(text) < 30_000 && byText.body != byHash.body {
			t.Errorf("%.40s: %s by hash, %s by its text", text, byHash.short(), byText.short())
		}
	}
}

func TestOnlyDocuments(t *testing.T) {
	t.Parallel()
	w := newWire(t, withDocuments(true))
	p := w.Place(invite.Gym, "Alpha Gym")
	const other = `{viewer{account{name}}}`
	const refusal = "Only the operations of our own apps"
	for _, c := range []*client{w.as(p.Owner), w.as(p.Staff(invite.Trainer)), w.as(w.client(p, "member@alpha.example")), w.anyone()} {
		c.do(knownQuery).ok(`"viewer":`)
		c.request(byExtension(sha(knownQuery))).ok(`"viewer":`)
		c.request(byID(sha(knownQuery))).ok(`"viewer":`)
		c.get(vars{"query": knownQuery}).ok(`"viewer":`)
		c.request(byExtension(sha(other))).fails("PERSISTED_QUERY_NOT_FOUND")
		for _, text := range []string{other, knownQuery + " ", knownQuery + "#", "{__typename}", "{", " "} {
			c.do(text).fails("BAD_REQUEST", refusal)
			c.request(merged(byExtension(sha(text)), vars{"query": text})).fails("BAD_REQUEST", refusal)
			c.request(merged(byID(sha(text)), vars{"query": text})).fails("BAD_REQUEST", refusal)
		}
		c.get(vars{"query": other}).fails("BAD_REQUEST", refusal)
		c.do(knownQuery+strings.Repeat(" ", 20_000)).fails("BAD_REQUEST", refusal)
	}
	w.as(p.Owner).do(knownQuery+strings.Repeat(" ", 70_000)).fails("BAD_REQUEST", "64 KB")
	const stream = `subscription{invitationStatusChanged{at}}`
	socket := w.socket(p.Owner)
	socket.subscribe(stream).ends("BAD_REQUEST")
	socket.subscribe(other).ends("BAD_REQUEST")
	w.as(p.Owner).listen(stream).ends("BAD_REQUEST")
	socket.subscribe(knownQuery).next().has(`"email"`)
	// Staff of the platform write their own: that is what the playground is for.
	support := w.Support()
	w.as(support).do(other).ok(`"name":"Sam Support"`)
	w.socket(support).subscribe(other).next().has(`"name":"Sam Support"`)
	w.as(support).request(merged(byExtension(sha(other)), vars{"query": knownQuery})).fails("BAD_REQUEST", "not that of the query")
}

// What our apps ask passes the limits, whoever asks it.
func TestOwnDocumentsPassTheLimits(t *testing.T) {
	t.Parallel()
	all := web.Documents()
	w := newWire(t, func(o *graph.Options) { o.Documents, o.DocumentsOnly = all, true })
	owner, support := w.as(w.Place(invite.Gym, "Alpha Gym").Owner), w.as(w.Support())
	if len(all) == 0 {
		t.Fatal("none")
	}
	for hash, text := range all {
		if strings.Contains(text, "mutation") {
			continue // some change what the next ones see
		}
		own := owner
		if strings.Contains(text, "organizations(") {
			own = support
		}
		a := own.request(byExtension(hash)) // without variables: those that need some say so
		if strings.Contains(a.body, "errors") && !strings.Contains(a.body, "must be defined") && !strings.Contains(a.body, "WebSocket") {
			t.Errorf("%.80s: %s", text, a.short())
		}
	}
}
