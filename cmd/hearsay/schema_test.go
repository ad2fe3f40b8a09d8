package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestSchemas checks what the command writes about the demonstration pages against the schemas in
// doc/schema.
func TestSchemas(t *testing.T) {
	dir := t.TempDir()
	runHearsay(t, "", "demo", "-o", dir)
	pages := filepath.Join(dir, "pages")

	data, err := os.ReadFile(filepath.Join(dir, "hearsay.json"))
	if err != nil {
		t.Fatal(err)
	}
	validate(t, "case", string(data))

	report, err := os.ReadFile(filepath.Join(dir, "report.html"))
	if err != nil {
		t.Fatal(err)
	}
	_, block, ok := strings.Cut(string(report), `id="hearsay">`)
	if !ok {
		t.Fatal("the report holds no machine block")
	}
	block, _, _ = strings.Cut(block, "</script>")
	validate(t, "brief", block)

	articles := runHearsay(t, "", "extract", pages)
	validate(t, "article", articles)
	validate(t, "annotated", runHearsay(t, articles, "annotate"))
	validate(t, "pair", runHearsay(t, articles, "reuse"))
	validate(t, "story", runHearsay(t, articles, "stories"))
}

// runHearsay runs the command and returns what it printed; any exit code but 0 fails the test.
func runHearsay(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(context.Background(), args, strings.NewReader(stdin), &stdout, &stderr); code != exitDone {
		t.Fatalf("hearsay %v: exit code %d\n%s", args, code, stderr.String())
	}
	return stdout.String()
}

// validate checks one JSON value a line against a schema.
func validate(t *testing.T, name, lines string) {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "..", "doc", "schema", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(lines) {
		var v any
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := schema.Validate(v); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		n++
	}
	if n == 0 {
		t.Fatalf("%s: nothing to check", name)
	}
}
