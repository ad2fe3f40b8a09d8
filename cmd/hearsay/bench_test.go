package main

import (
	"cmp"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"hearsay"
	"hearsay/demo"
)

// BenchmarkReport measures the whole report command, from files to files: on the demonstration pages
// (34 pages of HTML and text) and on the 383 articles of Giveme5W1H's news_cluster as JSON lines, where
// that corpus is at hand.
func BenchmarkReport(b *testing.B) {
	pages := filepath.Join(b.TempDir(), "pages")
	if err := writePages(pages, demo.Pages()); err != nil {
		b.Fatal(err)
	}
	corpora := cmp.Or(os.Getenv("HEARSAY_CORPORA"), filepath.Join("..", "..", "..", "shared", "corpora"))
	for _, input := range []struct{ name, path string }{{"demo", pages}, {"g5w", filepath.Join(corpora, "stories", "g5w.jsonl")}} {
		b.Run(input.name, func(b *testing.B) {
			if _, err := os.Stat(input.path); err != nil {
				b.Skipf("%v: see README.md for where the corpora can be had", err)
			}
			out := outputFlags{dir: b.TempDir()}
			for b.Loop() {
				if err := makeReport(context.Background(), []string{input.path}, hearsay.Options{}, out, io.Discard, io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
