// Command trainquotes rebuilds the weights of the English quote tagger from the annotated articles of the repository:
//
//	go run ./cmd/trainquotes                 # writes quote/data/en.weights
//	go run ./cmd/trainquotes -articles my-articles -o my.weights
//
// The same articles give the same bytes.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"

	"hearsay/quote"
	"hearsay/quote/training"
)

func main() {
	articles := flag.String("articles", "quote/training/articles", "folder of annotated articles (quote/training/GUIDELINES.md)")
	out := flag.String("o", "quote/data/en.weights", "file to write")
	flag.Parse()
	if err := run(*articles, *out); err != nil {
		fmt.Fprintln(os.Stderr, "trainquotes:", err)
		os.Exit(1)
	}
}

func run(folder, out string) error {
	read, err := training.Read(os.DirFS(folder))
	if err != nil {
		return err
	}
	if len(read) == 0 {
		return fmt.Errorf("no annotated article *.txt in %s", folder)
	}
	var annotated []quote.Annotated
	words := 0
	for _, a := range read {
		annotated = append(annotated, quote.Annotated{Doc: a.Doc, Attributions: a.Attributions()})
		words += len(a.Doc.Tokens())
	}
	fmt.Fprintf(os.Stderr, "%d articles, %d words\n", len(read), words)
	var weights bytes.Buffer
	if err := quote.Learn(annotated).Write(&weights); err != nil {
		return err
	}
	if err := os.WriteFile(out, weights.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write the weights: %w", err)
	}
	return nil
}
