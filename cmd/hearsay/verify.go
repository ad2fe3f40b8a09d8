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
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "verify REPORT [PATH...]",
		Short: "Check a report against the pages it was made from",
		Long: `Verify reads a report (its folder, its hearsay.json or its report.html) and the
pages that it was made from: below the paths given, or where the report says
they were. It checks that the pages are the same bytes, that each paragraph
stands where the report says, and that every quoted span is word for word what
the page says. It prints exactly what does not match, and then fails.

The HTML file is enough, but hearsay.json holds the full texts, so more can be
checked with it.`,
		Example: "  hearsay verify report/hearsay.json pages/\n  hearsay verify report.html pages/",
		Args:    atLeast(1, "a report"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := input.options(cmd.InOrStdin())
			if err != nil {
				return err
			}
			r, err := verify.Check(cmd.Context(), args[0], args[1:], o)
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
	fmt.Fprintln(w, "  not checked: titles, dates and findings, and the words that the HTML shows; make the report again to compare them")
}
