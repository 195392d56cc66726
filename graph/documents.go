package graph

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"usher/auth"
	"usher/graph/model"
)

// documents runs what our own apps ask by the hash of its text, so that they
// need not send it; and where only is set, nothing else. It stands before
// limits, which judge the text that is run, whoever has sent it.
type documents struct {
	known map[string]string // by SHA-256, in lower-case hexadecimal digits
	only  bool
}

var _ interface {
	graphql.OperationParameterMutator
	graphql.HandlerExtension
} = &documents{}

// ExtensionName names the extension.
func (*documents) ExtensionName() string { return "Documents" }

// Validate accepts every schema.
func (*documents) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters puts the text where the request only names it.
func (d *documents) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	named, refused := namedHash(p.Extensions)
	if refused != nil {
		return refused
	}
	if p.Query == "" && named != "" {
		text, known := d.known[named]
		if !known {
			return documentNotFound()
		}
		p.Query = text
		return nil
	}
	if named == "" && !d.only || len(p.Query) > maxDocument { // limits refuses it, and need not wait for its hash
		return nil
	}
	sum := sha256.Sum256([]byte(p.Query))
	sent := hex.EncodeToString(sum[:])
	if named != "" && named != sent {
		return badRequest("The hash is not that of the query; it is the SHA-256 of its text.")
	}
	if _, known := d.known[sent]; d.only && !known && auth.FromContext(ctx).Kind != auth.KindSupport {
		return badRequest("Only the operations of our own apps are served here, and this is none of them. Send one of theirs, or its hash.")
	}
	return nil
}

// documentNotFound is answered in the words that clients know: they repeat the
// request with the text (Automatic Persisted Queries).
func documentNotFound() *gqlerror.Error {
	err := gqlerror.Errorf("PersistedQueryNotFound")
	errcode.Set(err, string(model.PersistedQueryNotFound))
	return err
}

const (
	byHash  = "persistedQuery" // the extension that names a document
	maxName = 512              // bytes of it

	howToName = "A document is named by documentId, sha256: and the SHA-256 of its text in 64 digits of 0-9 and a-f, " +
		"or by extensions.persistedQuery with version 1 and that as sha256Hash."
)

// namedHash returns the hash by which the request names its document, "" where
// it names none.
func namedHash(extensions map[string]any) (string, *gqlerror.Error) {
	given := extensions[byHash]
	if given == nil {
		return "", nil
	}
	named, _ := given.(map[string]any) // of what is no object nothing is found
	version, _ := named["version"].(json.Number)
	hash, _ := named["sha256Hash"].(string)
	if version != "1" || !isHash(hash) {
		return "", badRequest(howToName)
	}
	return hash, nil
}

func isHash(text string) bool {
	return len(text) == 2*sha256.Size && strings.Trim(text, "0123456789abcdef") == ""
}

// names tells whether the request names its document.
func (p parameters) names() bool {
	given, ok := p.Extensions[byHash]
	return p.DocumentID != nil || ok && string(given) != "null"
}

// adopt puts a document's id, which gqlgen does not read, where namedHash
// looks; that judges it too.
func (p *parameters) adopt() {
	hash, ok := strings.CutPrefix(*p.DocumentID, "sha256:")
	if !ok || !isHash(hash) {
		hash = ""
	}
	if p.Extensions == nil {
		p.Extensions = map[string]json.RawMessage{}
	}
	p.Extensions[byHash] = json.RawMessage(`{"version":1,"sha256Hash":"` + hash + `"}`)
	p.DocumentID = nil
}

// named is a socket whose messages may name their document by its id.
type named struct{ socket }

// NextReader returns the next message.
func (s named) NextReader() (int, io.Reader, error) {
	kind, r, err := s.socket.NextReader()
	if err != nil {
		return kind, r, err
	}
	text, err := io.ReadAll(r) // its length has a limit
	if err == nil && bytes.Contains(text, []byte("documentId")) {
		text = adopted(text)
	}
	return kind, bytes.NewReader(text), err
}

// adopted returns a subscribe message with its document's id adopted, or the
// message as it is where it has none.
func adopted(text []byte) []byte {
	var m struct {
		ID      string     `json:"id"`
		Type    string     `json:"type"`
		Payload parameters `json:"payload"`
	}
	if json.Unmarshal(text, &m) != nil || m.Type != "subscribe" || m.Payload.DocumentID == nil {
		return text
	}
	m.Payload.adopt()
	out, err := json.Marshal(m)
	if err != nil {
		return text
	}
	return out
}
