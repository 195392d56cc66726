package web

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// Every document of our own apps can be run, and is found by its hash.
func TestDocuments(t *testing.T) {
	t.Parallel()
	contract, err := os.ReadFile("../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	schema := gqlparser.MustLoadSchema(&ast.Source{Name: "schema.graphqls", Input: string(contract)})
	all := Documents()
	for hash, text := range all {
		if hashOf(text) != hash || len(hash) != 64 {
			t.Errorf("%s is not the hash of %.60s", hash, text)
		}
		if _, errs := gqlparser.LoadQueryWithRules(schema, text, nil); len(errs) > 0 {
			t.Errorf("%.60s: %v", text, errs)
		}
	}
	files, err := filepath.Glob("playground/session/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no operations: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if all[hashOf(string(text))] != string(text) {
			t.Errorf("%s is not there", file)
		}
	}
	if manifests, err := filepath.Glob("*/gql/persisted-documents.json"); err != nil || len(manifests) == 0 || len(all) <= len(files) {
		t.Errorf("%d documents from %v and %d operations, %v", len(all), manifests, len(files), err)
	}
}

func TestDocumentsOfManifests(t *testing.T) {
	t.Parallel()
	const text, other = "{viewer{account{id}}}", "{viewer{role}}"
	for manifest, want := range map[string]string{
		`{"sha256:` + hashOf(text) + `":"` + text + `"}`:                                         "",
		`{"` + hashOf(text) + `":"` + text + `","sha256:` + hashOf(other) + `":"` + other + `"}`: "",
		`{}`: "",
		`{"sha256:` + hashOf(other) + `":"` + text + `"}`:          "is not the SHA-256",
		`{"sha1:` + hashOf(text) + `":"` + text + `"}`:             "is not the SHA-256",
		`{"` + strings.ToUpper(hashOf(text)) + `":"` + text + `"}`: "is not the SHA-256",
		`["` + text + `"]`: "app/gql/persisted-documents.json",
		`{"x":7}`:          "app/gql/persisted-documents.json",
		``:                 "app/gql/persisted-documents.json",
	} {
		all, err := documentsIn(fstest.MapFS{"app/gql/persisted-documents.json": {Data: []byte(manifest)}})
		switch {
		case want == "" && (err != nil || len(all) != strings.Count(manifest, "{viewer")):
			t.Errorf("%s: %v, %v", manifest, all, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v", manifest, err)
		}
	}
}
