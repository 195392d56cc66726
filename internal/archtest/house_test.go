package archtest

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// pkg is one package of the house, as far as the walls are concerned.
type pkg struct {
	module      string   // the module's path
	path        string   // from the module's root; "" is main
	imports     []string // of production files
	testImports []string // of both kinds of test files
}

// houseOf returns an import's path from the module's root, and false for an
// import from outside.
func (p pkg) houseOf(imported string) (string, bool) {
	if imported == p.module {
		return "", true
	}
	return strings.CutPrefix(imported, p.module+"/")
}

// list returns every package of the module. It reads imports only, so packages
// that do not compile are listed too.
func list(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-e",
		"-json=ImportPath,Module,Imports,TestImports,XTestImports", "./...")
	cmd.Dir = root(t)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var house []pkg
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var listed struct {
			ImportPath                         string
			Module                             struct{ Path string }
			Imports, TestImports, XTestImports []string
		}
		err := decoder.Decode(&listed)
		if errors.Is(err, io.EOF) {
			return house
		}
		if err != nil {
			t.Fatalf("go list: %v", err)
		}
		p := pkg{module: listed.Module.Path, imports: listed.Imports,
			testImports: slices.Concat(listed.TestImports, listed.XTestImports)}
		p.path, _ = p.houseOf(listed.ImportPath)
		house = append(house, p)
	}
}

// root returns the module's folder.
func root(t *testing.T) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	return strings.TrimSpace(string(out))
}

// notOurs are folders whose files nobody wrote by hand here.
var notOurs = []string{"node_modules", "dist", ".git", ".usher", "bin"}

// handwritten calls visit for every file of the tree with one of the
// extensions, with its path from the root.
func handwritten(t *testing.T, visit func(path, fromRoot string), extensions ...string) {
	t.Helper()
	top := root(t)
	err := filepath.WalkDir(top, func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // somebody else's temporary file
		}
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if slices.Contains(notOurs, entry.Name()) {
				return fs.SkipDir
			}
			return nil
		}
		if slices.Contains(extensions, filepath.Ext(path)) {
			fromRoot, err := filepath.Rel(top, path)
			if err != nil {
				return err
			}
			visit(path, filepath.ToSlash(fromRoot))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
