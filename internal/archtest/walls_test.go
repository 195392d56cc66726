package archtest

import (
	"path"
	"slices"
	"strings"
	"testing"
)

// anything is the right to import every package of the house.
const anything = "*"

// mayImport says which packages of the house each package may import, by paths
// from the module's root. A package that is not here fails the test: give it
// its line, and its walls with it.
var mayImport = map[string][]string{
	// The product, from the rules outwards.
	"invite":          {},
	"address":         {"invite"},
	"color":           {},
	"auth":            {"invite"},
	"store":           {"invite"},
	"jobs/rdb":        {"invite"},                                      // never sees Postgres
	"paper":           {"invite", "color"},                             // renders; who may print is its callers' affair
	"deliver":         {"invite", "color"},                             // parses providers' webhooks; app applies them
	"app":             {"invite", "auth", "store", "address", "color"}, // the outbox is its only road to Redis
	"jobs":            {"app", "store", "jobs/rdb", "deliver", "invite"},
	"graph":           {"app", "store", "auth", "invite", "address", "graph/generated", "graph/model", "graph/scalar"},
	"graph/generated": {"app", "store", "auth", "invite", "address", "graph/model", "graph/scalar"}, // address: the names of its problems
	"graph/model":     {"app", "store", "auth", "invite", "address", "graph/scalar"},
	"graph/scalar":    {"invite"},
	"web":             {"color"},
	"":                {anything}, // main wires

	// Around it.
	"internal/config":  {"invite"},
	"internal/engines": {},
	"internal/inbox":   {},
	"internal/devmode": {anything},                                         // the wiring of the development mode
	"internal/httpd":   {"app", "auth", "invite", "web", "color", "paper"}, // the pages that are not GraphQL

	// Tools and test support. No product package may import them.
	"internal/engines/reset":  {"internal/engines"},
	"internal/testenv":        {"internal/engines", "internal/testenv/notrun"},
	"internal/testenv/notrun": {},
	"internal/testenv/with":   {"internal/engines", "internal/testenv", "internal/testenv/notrun"},
	"internal/archtest":       {},
	"store/storetest":         {"store", "invite", "internal/testenv"},
	"app/apptest":             {"app", "auth", "store", "invite", "store/storetest"},
	"e2e":                     {},
	"e2e/client":              {},
	"store/dump":              {"store", "invite", "internal/engines", "internal/testenv"},
	"bench":                   {anything},
}

// libraryWalls keep each outside thing in the packages that are about it.
// Patterns end in "/..." for a whole tree; the house's are from its root.
var libraryWalls = []struct {
	why       string
	libraries []string
	only      []string // packages that may import them
}{
	{
		why:       "all SQL is in store",
		libraries: []string{"database/sql/...", "github.com/lib/pq/...", "github.com/jmoiron/sqlx/...", "github.com/pressly/goose/..."},
		only:      []string{"", "store/...", "bench", "internal/engines", "internal/testenv", "internal/devmode"},
	},
	{
		why:       "all of Redis is in jobs/rdb",
		libraries: []string{"github.com/redis/...", "github.com/go-redis/...", "github.com/alicebob/miniredis/..."},
		only:      []string{"", "jobs/rdb", "bench", "internal/engines", "internal/testenv", "internal/devmode"},
	},
	{
		why:       "GraphQL ends at graph",
		libraries: []string{"github.com/99designs/gqlgen/...", "github.com/vektah/gqlparser/...", "github.com/vikstrous/dataloadgen/..."},
		only:      []string{"", "graph/...", "bench"},
	},
	{
		why:       "app and the rules know no transport",
		libraries: []string{"net/http/..."},
		only:      []string{"", "graph/...", "deliver", "web", "bench", "jobs", "internal/..."},
	},
}

// impure are the standard library's ways to the outside world. The rules take
// none of them: what they need of the world is an argument.
var impure = []string{
	"os/...", "net", "net/http/...", "net/smtp", "net/rpc/...", "database/sql/...", "syscall", "io/ioutil",
	"log/...", "math/rand/...", "crypto/rand", "plugin", "unsafe",
}

// pureTestLibraries are what the tests of the rules may use besides the
// standard library.
var pureTestLibraries = []string{"pgregory.net/rapid", "github.com/google/go-cmp/..."}

const rules = "invite"

// breaches returns what p imports against the walls, one line each.
func breaches(p pkg) []string {
	allowed, known := mayImport[p.path]
	if !known {
		return []string{"package " + p.path + " is not in mayImport: give it its line"}
	}
	var found []string
	refuse := func(imported, why string) {
		found = append(found, name(p.path)+" imports "+imported+": "+why)
	}
	for _, imported := range p.imports {
		if inside, ok := p.houseOf(imported); ok {
			if !slices.Contains(allowed, inside) && !slices.Contains(allowed, anything) {
				refuse(imported, "it may import "+strings.Join(append(allowed, "nothing else of the house"), ", "))
			}
			continue
		}
		for _, wall := range libraryWalls {
			if matchesAny(imported, wall.libraries) && !matchesAny(p.path, wall.only) {
				refuse(imported, wall.why)
			}
		}
		if p.path == rules && (!isStandard(imported) || matchesAny(imported, impure)) {
			refuse(imported, "the rules are pure")
		}
	}
	if p.path == rules {
		for _, imported := range p.testImports {
			inside, ok := p.houseOf(imported)
			if ok && inside != rules || !ok && !isStandard(imported) && !matchesAny(imported, pureTestLibraries) {
				refuse(imported, "so do its tests stay pure")
			}
		}
	}
	return found
}

func name(path string) string {
	if path == "" {
		return "main"
	}
	return path
}

func matchesAny(path string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		tree, ok := strings.CutSuffix(pattern, "/...")
		return path == tree || ok && strings.HasPrefix(path, tree+"/")
	})
}

// isStandard relies on what cmd/go does: only the standard library's paths have
// no dot in their first element.
func isStandard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".")
}

func TestWalls(t *testing.T) {
	t.Parallel()
	house := list(t)
	if len(house) < 5 {
		t.Fatalf("go list found %d packages", len(house))
	}
	for _, p := range house {
		for _, breach := range breaches(p) {
			t.Error(breach)
		}
	}
}

func TestBreaches(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name     string
		pkg      pkg
		breaches int
	}{
		{"an allowed import", pkg{path: "app", imports: []string{"usher/store", "context", "usher/address"}}, 0},
		{"app imports jobs", pkg{path: "app", imports: []string{"usher/jobs"}}, 1},
		{"app imports below jobs", pkg{path: "app", imports: []string{"usher/jobs/rdb"}}, 1},
		{"a rule imports a library", pkg{path: "invite", imports: []string{"golang.org/x/text/cases"}}, 1},
		{"a rule does I/O", pkg{path: "invite", imports: []string{"os", "net/http"}}, 3}, // a transport, too
		{"a rule is pure", pkg{path: "invite", imports: []string{"time", "net/url", "encoding/json"}}, 0},
		{"a rule's test is pure", pkg{path: "invite", testImports: []string{"os", "usher/invite", "pgregory.net/rapid", "github.com/google/go-cmp/cmp"}}, 0},
		{"a rule's test is not", pkg{path: "invite", testImports: []string{"usher/store", "github.com/lib/pq"}}, 2},
		{"rdb sees Postgres", pkg{path: "jobs/rdb", imports: []string{"database/sql", "github.com/lib/pq"}}, 2},
		{"jobs speaks to Redis itself", pkg{path: "jobs", imports: []string{"github.com/redis/go-redis/v9"}}, 1},
		{"a resolver writes SQL", pkg{path: "graph", imports: []string{"github.com/jmoiron/sqlx"}}, 1},
		{"the product imports test support", pkg{path: "store", imports: []string{"usher/internal/testenv"}}, 1},
		{"a product test may", pkg{path: "store", testImports: []string{"usher/internal/testenv"}}, 0},
		{"main imports all", pkg{path: "", imports: []string{"usher/jobs", "usher/internal/devmode", "github.com/lib/pq"}}, 0},
		{"a stranger", pkg{path: "common"}, 1},
	} {
		test.pkg.module = "usher"
		if got := breaches(test.pkg); len(got) != test.breaches {
			t.Errorf("%s: %d breaches %q, want %d", test.name, len(got), got, test.breaches)
		}
	}
}

// TestTableIsSound finds typing errors in the tables, which would open a wall.
func TestTableIsSound(t *testing.T) {
	t.Parallel()
	for from, allowed := range mayImport {
		for _, to := range allowed {
			if _, known := mayImport[to]; !known && to != anything {
				t.Errorf("%s may import %s, which is no package", name(from), to)
			}
			if slices.Contains(mayImport[to], from) {
				t.Errorf("%s and %s may import each other", name(from), to)
			}
		}
		if path.Clean("/"+from) != "/"+from {
			t.Errorf("%q is not a clean path", from)
		}
	}
}
