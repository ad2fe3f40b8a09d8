// Package eval measures Hearsay's own functions on public corpora. Every figure stands in
// scores.txt under review: a change of quality shows in its diff, and the test fails until the file
// says what the code does (go test ./eval -update).
//
// The corpora are third-party texts and no part of the project. They are looked for in
// ../../shared/corpora or where HEARSAY_CORPORA points; where one is missing, its tests skip and say
// what is missing. README.md names where each can be had.
package eval

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"testing"

	"hearsay/internal/golden"
)

const scoresFile = "scores.txt"

// corpus returns the path of a file or folder of the corpora and skips the test if it is absent.
func corpus(t testing.TB, name string) string {
	t.Helper()
	root := os.Getenv("HEARSAY_CORPORA")
	if root == "" {
		root = filepath.Join("..", "..", "shared", "corpora")
	}
	path := filepath.Join(root, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		t.Skipf("corpus %s is missing: see README.md for where it can be had", name)
	}
	return path
}

var scores struct {
	sync.Mutex
	lines map[string]string // what scores.txt says, by the name of the figure
}

// record compares a figure with the line of scores.txt that has its name, or with -update writes
// it. Names are words separated by dots from the general to the particular (“title.wcxb.exact”);
// the figure is rounded to four digits, and the note says what it was counted on.
func record(t *testing.T, name string, value float64, note string) {
	t.Helper()
	scores.Lock()
	defer scores.Unlock()
	if scores.lines == nil {
		scores.lines = readScores(t)
	}
	got := strings.TrimSpace(fmt.Sprintf("%.4f  %s", value, note))
	t.Logf("%s %s", name, got)
	if *golden.Update {
		scores.lines[name] = got
		writeScores(t)
		return
	}
	want, ok := scores.lines[name]
	switch {
	case !ok:
		t.Errorf("%s has no line %q: measured %s", scoresFile, name, got)
	case want != got:
		t.Errorf("%s: %s says %s, measured %s", name, scoresFile, want, got)
	}
}

func readScores(t *testing.T) map[string]string {
	lines := map[string]string{}
	f, err := os.Open(scoresFile)
	if os.IsNotExist(err) {
		return lines
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if name, rest, ok := strings.Cut(sc.Text(), " "); ok && !strings.HasPrefix(name, "#") {
			lines[name] = strings.TrimSpace(rest)
		}
	}
	return lines
}

func writeScores(t *testing.T) {
	names := make([]string, 0, len(scores.lines))
	width := 0
	for name := range scores.lines {
		names = append(names, name)
		width = max(width, len(name))
	}
	sort.Strings(names)
	var b strings.Builder
	b.WriteString("# Measured on public corpora by the tests of this folder; written by go test ./eval -update.\n")
	for _, name := range names {
		fmt.Fprintf(&b, "%-*s %s\n", width, name, scores.lines[name])
	}
	if err := os.WriteFile(scoresFile, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
