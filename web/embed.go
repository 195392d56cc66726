// Package web holds what a browser is served: the built playground, and the
// plain pages on which an invited person joins.
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

// Playground returns the built GraphQL playground, index.html at its root. Its
// pages expect to be served under /playground/. The files are missing until
// Built.
func Playground() fs.FS { return sub(dist, "dist/playground") }

// Built reports whether the binary was compiled after the front end was built.
func Built() bool {
	_, err := fs.Stat(Playground(), "index.html")
	return err == nil
}

// sub is fs.Sub for a path that is known to be well formed, which is all that
// fs.Sub checks.
func sub(fsys fs.FS, dir string) fs.FS {
	s, err := fs.Sub(fsys, dir)
	if err != nil {
		panic(err)
	}
	return s
}
