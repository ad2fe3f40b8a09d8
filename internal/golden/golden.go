// Package golden compares what tests produce with files under review. With the flag -update the
// files are written anew instead, so that every change of behaviour shows as a change of a file.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// Update is set by the flag -update: goldens are written, not compared.
var Update = flag.Bool("update", false, "write golden files instead of comparing with them")

// File compares got with the file at path.
func File(t *testing.T, path string, got []byte) {
	t.Helper()
	if *Update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (run the test with -update to write it)", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", path, diff)
	}
}

// Archives runs produce on every txtar archive that matches pattern, each as a subtest. produce gets
// the archive and returns the files that it should hold besides its inputs: those whose names begin
// with “want”. They are compared with the archive, or with -update written into it.
func Archives(t *testing.T, pattern string, produce func(t *testing.T, a *txtar.Archive) map[string]string) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives match %s (%v)", pattern, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			compareArchive(t, path, a, produce(t, a))
		})
	}
}

func compareArchive(t *testing.T, path string, a *txtar.Archive, got map[string]string) {
	t.Helper()
	inputs := slices.DeleteFunc(slices.Clone(a.Files), func(f txtar.File) bool { return strings.HasPrefix(f.Name, "want") })
	names := make([]string, 0, len(got))
	for name, data := range got {
		if !strings.HasPrefix(name, "want") {
			t.Fatalf("produced file %q does not begin with want", name)
		}
		if data != "" && !strings.HasSuffix(data, "\n") {
			got[name] = data + "\n"
		}
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		inputs = append(inputs, txtar.File{Name: name, Data: []byte(got[name])})
	}
	want := txtar.Format(a)
	have := txtar.Format(&txtar.Archive{Comment: a.Comment, Files: inputs})
	if *Update {
		if err := os.WriteFile(path, have, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(want), string(have)); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", path, diff)
	}
}

// Input returns the contents of a file of an archive, failing the test if it is not there.
func Input(t *testing.T, a *txtar.Archive, name string) string {
	t.Helper()
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	t.Fatalf("the archive has no file %q", name)
	return ""
}
