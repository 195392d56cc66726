package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
)

// What our own apps ask of the API: manifests that the generator writes, one an
// app, and the playground's own operations.
//
//go:embed */gql/persisted-documents.json playground/session/*.graphql
var documents embed.FS

// Documents returns the text of every GraphQL document that our own apps send,
// by its SHA-256 in hexadecimal digits.
func Documents() map[string]string {
	all, err := documentsIn(documents)
	if err != nil {
		panic(err) // of a file that is a part of this build; a test reads them
	}
	return all
}

// documentsIn returns the documents of the manifests and operations in fsys. It
// returns an error for a document that is not the one that its hash names.
func documentsIn(fsys fs.FS) (map[string]string, error) {
	all := map[string]string{}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		if strings.HasSuffix(name, ".graphql") {
			all[hashOf(string(text))] = string(text)
			return nil
		}
		var manifest map[string]string
		if err := json.Unmarshal(text, &manifest); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for key, document := range manifest {
			hash := strings.TrimPrefix(key, "sha256:")
			if hash != hashOf(document) {
				return fmt.Errorf("%s: %s is not the SHA-256 of its document", name, key)
			}
			all[hash] = document
		}
		return nil
	})
	return all, err
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
