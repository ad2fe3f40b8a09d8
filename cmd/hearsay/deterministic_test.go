package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// TestDeterministic checks that the demonstration report is the same bytes in every run, on one
// processor and on several.
func TestDeterministic(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	var first map[string]string
	for _, processors := range []int{1, 2, 2} {
		before := runtime.GOMAXPROCS(processors)
		runHearsay(t, "", "demo", "-o", dir)
		runtime.GOMAXPROCS(before)
		files := readAll(t, dir)
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = files
			continue
		}
		if len(files) != len(first) {
			t.Errorf("%d processors: %d files, the first run wrote %d", processors, len(files), len(first))
		}
		for name, data := range files {
			if data != first[name] {
				t.Errorf("%d processors: %s differs from the first run", processors, name)
			}
		}
	}
}

func readAll(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		files[path] = string(data)
		return err
	})
	if err != nil || len(files) < 5 {
		t.Fatalf("%d files below %s: %v", len(files), dir, err)
	}
	return files
}
