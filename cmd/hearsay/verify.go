package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"hearsay/internal/export"
	"hearsay/internal/verify"
)

func newVerify() *cobra.Command {
	var input inputFlags
	var asJSON, findings bool
	cmd := &cobra.Command{
		Use:   "verify REPORT [PATH...]",
		Short: "Check a report against the pages it was made from",
		Long: `Verify reads a report (its folder, its hearsay.json or its report.html) and the
pages that it was made from: below the paths given, or where the report says
they were. It checks that the pages are the same bytes, that each paragraph
stands where the report says, and that every quoted span is word for word what
the page says. It prints exactly what does not match, and then fails.

The HTML file is enough, but hearsay.json holds the full texts, so more can be
checked with it. With --findings the whole case is made again from the pages,
with the options of the run, and every article, pair and story is compared with
hearsay.json; that takes as long as making the report.`,
		Example: "  hearsay verify report/hearsay.json pages/\n  hearsay verify report.html pages/\n  hearsay verify --findings report",
		Args:    atLeast(1, "a report"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := input.options(cmd.InOrStdin())
			if err != nil {
				return err
			}
			check := verify.Check
			if findings {
				check = verify.Findings
			}
			r, err := check(cmd.Context(), args[0], args[1:], o)
			if err != nil {
				return err
			}
			if asJSON {
				err = export.Write(cmd.OutOrStdout(), r, true)
			} else {
				printVerified(cmd.OutOrStdout(), r)
			}
			if err == nil && len(r.Problems) > 0 {
				err = fmt.Errorf("%s: the report does not match its pages", count(len(r.Problems), "problem", "problems"))
			}
			return err
		},
	}
	input.add(cmd)
	cmd.Flags().BoolVar(&findings, "findings", false, "make all findings again from the pages and compare them")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print as JSON")
	return cmd
}

func printVerified(w io.Writer, r verify.Result) {
	fmt.Fprintf(w, "%s\n", bold(w, printable(r.Report)))
	fmt.Fprintf(w, "  %d of %d pages found with the same bytes\n", r.Pages, r.Articles)
	fmt.Fprintf(w, "  %d paragraphs stand where the report says", r.Paragraphs)
	if r.Unplaced > 0 {
		fmt.Fprintf(w, "; %d have no recorded place", r.Unplaced)
	}
	fmt.Fprintf(w, "\n  %d quoted spans match word for word", r.Spans)
	if r.Unchecked > 0 {
		fmt.Fprintf(w, "; %d could not be looked up in a page", r.Unchecked)
	}
	fmt.Fprintln(w)
	if f := r.Findings; f != nil {
		fmt.Fprintf(w, "  made again from the pages: %s, %s and %s come out the same\n",
			count(f.Articles, "article", "articles"), count(f.Pairs, "pair", "pairs"), count(f.Stories, "story", "stories"))
	}
	for _, p := range r.Problems {
		name := printable(p.Path)
		if p.Article != "" {
			name += " [" + printable(p.Article) + "]"
		}
		fmt.Fprintf(w, "  %s: %s\n", name, printable(p.What))
	}
	switch {
	case len(r.Problems) > 0:
	case r.Unplaced > 0 || r.Unchecked > 0:
		fmt.Fprintln(w, "  what could be looked up matches")
	default:
		fmt.Fprintln(w, "  everything matches")
	}
	if r.Findings == nil {
		fmt.Fprintln(w, "  not checked: titles, dates and findings (--findings makes them again from the pages), and the words that the HTML shows")
	} else {
		fmt.Fprintln(w, "  not checked: the words that the HTML shows; make the report again to compare them")
	}
}
