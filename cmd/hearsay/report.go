package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/export"
	"hearsay/internal/report"
)

func newReport() *cobra.Command {
	var input inputFlags
	var comparing caseFlags
	var out outputFlags
	cmd := &cobra.Command{
		Use:   "report PATH...",
		Short: "Read pages and write a report",
		Long: `Report reads pages (folders, HTML, MHTML, text, WARC, WACZ, JSON lines, JSON,
CSV, TSV, each also compressed with gzip or zstd; ZIP archives of these; - is
standard input) and writes

  DIR/report.html   the report, readable in any browser, offline
  DIR/hearsay.json  everything that was found, for other programs
  DIR/tables/*.csv  the same as tables

A summary goes to standard output. What could not be read is listed in the
report; then the exit code is 3.`,
		Example: "  hearsay report pages/ -o report\n  hearsay report crawl.warc.gz more-pages.jsonl -o report",
		Args:    atLeast(1, "a folder or file to read"),
		RunE: func(cmd *cobra.Command, args []string) error {
			pages, err := input.options(cmd.InOrStdin())
			if err != nil {
				return err
			}
			o := hearsay.Options{Page: pages}
			if err := comparing.apply(&o); err != nil {
				return err
			}
			return makeReport(cmd.Context(), args, o, out, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	input.add(cmd)
	comparing.addReuse(cmd)
	comparing.addStories(cmd)
	out.add(cmd, "report")
	return cmd
}

// outputFlags say where a report goes.
type outputFlags struct {
	dir        string
	singleFile bool
	json       bool
}

func (f *outputFlags) add(cmd *cobra.Command, dir string) {
	cmd.Flags().StringVarP(&f.dir, "output", "o", dir, "folder to write into; it is made if needed")
	cmd.Flags().BoolVar(&f.singleFile, "single-file", false, "one HTML file, however many pages there are")
	cmd.Flags().BoolVar(&f.json, "json", false, "print the summary as JSON")
}

// makeReport runs the whole road and writes everything below out.dir.
func makeReport(ctx context.Context, paths []string, o hearsay.Options, out outputFlags, stdout, stderr io.Writer) error {
	if out.dir == "" {
		return usageError{errors.New("--output names no folder; . is the one you are in")}
	}
	show, clear := newProgress(stderr)
	o.Progress = show
	collection, err := hearsay.Collect(ctx, paths, o)
	if err != nil {
		return err
	}
	if len(collection.Articles) == 0 {
		clear()
		listSkips(stderr, collection.Skipped)
		return fmt.Errorf("nothing to report: no page could be read from %s", printable(fmt.Sprint(paths)))
	}
	var c *hearsay.Case
	if err := interruptible(ctx, func() { c = hearsay.Compare(collection, o) }); err != nil {
		return err
	}
	if show != nil {
		show("writing", 0, 0)
	}
	if err := writeCase(out.dir, c, out.singleFile); err != nil {
		return err
	}
	clear()
	if out.json {
		if err := export.Write(stdout, newSummary(c, out.dir), true); err != nil {
			return err
		}
	} else {
		newSummary(c, out.dir).print(stdout)
	}
	listSkips(stderr, c.Skipped)
	if unread(c.Skipped) > 0 {
		return errSkipped
	}
	return nil
}

// writeCase writes the report, the JSON and the tables of c into dir.
func writeCase(dir string, c *hearsay.Case, singleFile bool) error {
	if err := os.MkdirAll(filepath.Join(dir, "tables"), 0o777); err != nil {
		return fmt.Errorf("make the report's folder: %w", err)
	}
	record := func(w io.Writer) error { return export.WriteCase(w, c) }
	if err := export.WriteFile(filepath.Join(dir, "hearsay.json"), record); err != nil {
		return fmt.Errorf("write the case: %w", err)
	}
	var brief bytes.Buffer
	if err := export.Write(&brief, export.NewBrief(c), false); err != nil {
		return err
	}
	if _, err := export.WriteTables(filepath.Join(dir, "tables"), c); err != nil {
		return err
	}
	_, err := report.Write(dir, c, report.Options{SingleFile: singleFile, Machine: brief.Bytes()})
	return err
}

// A summary is what the terminal shows of a report.
type summary struct {
	Report     string         `json:"report"`
	Pages      int            `json:"pages"`
	Duplicates int            `json:"duplicates"`
	Skipped    int            `json:"skipped"`
	Stories    []summaryStory `json:"stories"` // those of at least two pages
	Alone      int            `json:"alone"`   // pages that belong to no story of several
}

type summaryStory struct {
	Title   string `json:"title"`
	Pages   int    `json:"pages"`
	Texts   int    `json:"texts"`
	AtLeast int    `json:"at_least"`
	AtMost  int    `json:"at_most"`
}

func newSummary(c *hearsay.Case, dir string) summary {
	s := summary{
		Report: filepath.Join(dir, "report.html"), Pages: len(c.Articles),
		Duplicates: len(c.Duplicates), Skipped: unread(c.Skipped), Stories: []summaryStory{},
	}
	for _, st := range c.Stories {
		if len(st.Members) < 2 {
			s.Alone++
			continue
		}
		s.Stories = append(s.Stories, summaryStory{st.Title, len(st.Members), st.Origins.Texts, st.Origins.AtLeast, st.Origins.AtMost})
	}
	return s
}

func (s summary) print(w io.Writer) {
	const most = 12
	fmt.Fprintf(w, "%s\n", bold(w, fmt.Sprintf("%s, %s", count(s.Pages, "page", "pages"), count(len(s.Stories), "story", "stories"))))
	for i, st := range s.Stories {
		if i == most {
			fmt.Fprintf(w, "  … and %d more in the report\n", len(s.Stories)-most)
			break
		}
		fmt.Fprintf(w, "  %s → %s → %s  %s\n", count(st.Pages, "page", "pages"), count(st.Texts, "text", "texts"),
			bold(w, originsPhrase(st.AtLeast, st.AtMost)), printable(cmp.Or(st.Title, "(without a title)")))
	}
	if s.Alone > 0 {
		fmt.Fprintf(w, "  %s\n", count(s.Alone, "page stands alone", "pages stand alone"))
	}
	if s.Duplicates > 0 {
		fmt.Fprintf(w, "  %s left out: the same bytes as another\n", count(s.Duplicates, "page", "pages"))
	}
	if s.Skipped > 0 {
		fmt.Fprintf(w, "  %s could not be read; the report says why\n", count(s.Skipped, "input", "inputs"))
	}
	fmt.Fprintf(w, "%s\n", s.Report)
}

func originsPhrase(atLeast, atMost int) string {
	switch {
	case atLeast == atMost:
		return count(atLeast, "origin", "origins")
	default:
		return fmt.Sprintf("at least %d, at most %d origins", atLeast, atMost)
	}
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
