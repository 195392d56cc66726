// Package web holds what a browser is served: the built admin app and
// playground, and the plain pages on which an invited person joins.
//
// It renders and embeds; it decides nothing. Who may see a page and what a form
// does is up to the handlers that use it.
package web

import (
	"embed"
	"io/fs"
)

// The folder holds at least .gitkeep, so that the module compiles before the
// front end is built.
//
//go:embed all:dist
var dist embed.FS

//go:embed join
var join embed.FS

// NoncePlaceholder stands in the admin app's first page where each answer has a
// nonce of its own (CSP Level 3), put there by the build (vite.config.ts).
const NoncePlaceholder = "CSP_NONCE"

// Admin returns the built admin app, index.html at its root. It expects to be
// served under /admin/. The files are missing until the front end is built.
func Admin() fs.FS { return sub(dist, "dist/admin") }

// Playground returns the built GraphQL playground, index.html at its root. It
// expects to be served under /playground/. The files are missing until the
// front end is built.
func Playground() fs.FS { return sub(dist, "dist/playground") }

// sub is fs.Sub for a path that is known to be well formed, which is all that
// fs.Sub checks.
func sub(fsys fs.FS, dir string) fs.FS {
	s, err := fs.Sub(fsys, dir)
	if err != nil {
		panic(err)
	}
	return s
}
