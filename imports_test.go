package hearsay_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport is the table of doc/design.md: which packages of Hearsay a package may import directly.
// A package that is not in the table fails the test.
var mayImport = map[string]string{
	"text":               "",
	"page":               "",
	"article":            "page text",
	"entity":             "text",
	"when":               "text",
	"quote":              "text entity when",
	"quote/training":     "text quote",
	"drift":              "text article entity quote",
	"reuse":              "text",
	"story":              "text article reuse",
	"statement":          "text article reuse story",
	"lineage":            "text article reuse story",
	"origin":             "text article reuse story statement lineage",
	"":                   "text page article entity when quote drift reuse story statement lineage origin",
	"internal/draw":      "text page article entity when quote drift reuse story statement lineage origin .",
	"internal/report":    "text page article entity when quote drift reuse story statement lineage origin . internal/draw",
	"internal/export":    "text page article entity when quote drift reuse story statement lineage origin .",
	"internal/verify":    "text page article entity when quote drift reuse story . internal/export",
	"internal/golden":    "",
	"internal/tradition": "",
	"demo":               "",
	"cmd/trainquotes":    "quote quote/training",
	"cmd/hearsay":        "text page article entity when quote drift reuse story statement lineage origin . demo internal/draw internal/report internal/export internal/verify",
}

// withoutWorld are the packages that find things: they must not reach the disk, the network, a log,
// a database or HTML templates. Only page opens files.
var withoutWorld = []string{"text", "page", "article", "entity", "when", "quote", "drift", "reuse", "story", "statement", "lineage", "origin"}

var world = []string{"database/sql", "net/http", "html/template", "log", "log/slog", "os", "os/exec", "time/tzdata"}

// TestImports reads the files itself and does not ask the go command: go test notes the files that a
// test opens, so its cache forgets this result when an import changes.
func TestImports(t *testing.T) {
	imports, err := directImports()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(imports)) {
		allowed, ok := mayImport[name]
		if !ok {
			t.Errorf("package %q is not in the table of imports; add it to doc/design.md and here", name)
			continue
		}
		checkImports(t, name, imports[name], strings.Fields(allowed))
	}
	for name := range mayImport {
		if _, ok := imports[name]; !ok {
			t.Errorf("the table of imports names %q, which is no package", name)
		}
	}
}

// directImports gives what the files of each package of the module import, tests left out. A folder
// with a go.mod of its own is another module.
func directImports() (map[string][]string, error) {
	imports := make(map[string][]string)
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return skipFolder(path, entry.Name())
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		name := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), ".")
		if imports[name] == nil {
			imports[name] = []string{} // a package without imports is one too
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			imports[name] = append(imports[name], imported)
		}
		return nil
	})
	return imports, err
}

func skipFolder(path, name string) error {
	if path == "." {
		return nil
	}
	if name == "testdata" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") {
		return filepath.SkipDir
	}
	if _, err := os.Stat(filepath.Join(path, "go.mod")); err == nil {
		return filepath.SkipDir
	}
	return nil
}

func checkImports(t *testing.T, name string, imports, allowed []string) {
	for _, path := range imports {
		own, isOwn := strings.CutPrefix(path, "hearsay/")
		switch {
		case path == "hearsay":
			if !slices.Contains(allowed, ".") {
				t.Errorf("%s imports the root package, which its row does not allow", name)
			}
		case isOwn && !slices.Contains(allowed, own):
			t.Errorf("%s imports %s, which its row does not allow", name, own)
		case slices.Contains(withoutWorld, name) && slices.Contains(world, path) && !(name == "page" && path == "os"):
			t.Errorf("%s imports %s: packages that find things do not reach the world", name, path)
		}
	}
}
