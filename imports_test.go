package hearsay_test

import (
	"encoding/json"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// mayImport is the table of doc/design.md: which packages of Hearsay a package may import directly.
// A package that is not in the table fails the test.
var mayImport = map[string]string{
	"text":            "",
	"page":            "",
	"article":         "page text",
	"reuse":           "text",
	"story":           "text article reuse",
	"statement":       "text article reuse story",
	"lineage":         "text article reuse story",
	"origin":          "text article reuse story statement lineage",
	"":                "text page article reuse story statement lineage origin",
	"internal/draw":   "text page article reuse story statement lineage origin .",
	"internal/report": "text page article reuse story statement lineage origin . internal/draw",
	"internal/export": "text page article reuse story statement lineage origin .",
	"internal/verify": "text page article . internal/export",
	"internal/golden": "",
	"demo":            "",
	"eval":            "",
	"cmd/hearsay":     "text page article reuse story statement lineage origin . demo internal/draw internal/report internal/export internal/verify",
}

// withoutWorld are the packages that find things: they must not reach the disk, the network, a log,
// a database or HTML templates. Only page opens files.
var withoutWorld = []string{"text", "page", "article", "reuse", "story", "statement", "lineage", "origin"}

var world = []string{"database/sql", "net/http", "html/template", "log", "log/slog", "os", "os/exec", "time/tzdata"}

func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, "hearsay"), "/")
		allowed, ok := mayImport[name]
		if !ok {
			t.Errorf("package %q is not in the table of imports; add it to doc/design.md and here", name)
			continue
		}
		checkImports(t, name, p.Imports, strings.Fields(allowed))
	}
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
