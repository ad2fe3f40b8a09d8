package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/entity"
	"hearsay/internal/export"
)

func newCompareNames() *cobra.Command {
	var asJSON, batch bool
	cmd := &cobra.Command{
		Use:   "names A B",
		Short: "Say whether two spellings can name the same one, and why",
		Long: `Compare names compares two spellings word by word, by their sounds, in Latin,
Arabic, Cyrillic, Greek and Hebrew letters. A word that only one has tells little;
words that each has alone contradict each other. With --batch it reads pairs from
standard input, separated by a tab, one pair a line, and prints one JSON line a
pair: {"a","b","score","same","reasons"}.`,
		Example: "  hearsay compare names 'Qais al-Khazali' 'قيس الخزعلي'\n  hearsay compare names --batch < pairs.tsv",
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case batch && len(args) == 0:
				return compareNamesBatch(cmd)
			case batch || len(args) != 2:
				return usageError{fmt.Errorf("compare names needs two names, or --batch and none")}
			}
			line := compareTwoNames(args[0], args[1])
			if asJSON {
				return export.Write(cmd.OutOrStdout(), line, false)
			}
			w := cmd.OutOrStdout()
			verdict := "They do not name the same one"
			if line.Same {
				verdict = "They can name the same one"
			}
			fmt.Fprintf(w, "%s (%.2f).\n", bold(w, verdict), line.Score)
			for _, reason := range line.Reasons {
				fmt.Fprintf(w, "  %s\n", printable(reason))
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the answer as JSON")
	cmd.Flags().BoolVar(&batch, "batch", false, "read pairs of names from standard input")
	return cmd
}

func compareTwoNames(a, b string) batchLine {
	c := entity.CompareNames(a, b)
	return batchLine{A: a, B: b, Score: c.Score, Same: c.Same, Reasons: append([]string{}, c.Reasons...)}
}

// compareNamesBatch answers pair by pair; a line without a tab has the score -1 and the reason.
func compareNamesBatch(cmd *cobra.Command) error {
	failed := false
	lines := bufio.NewScanner(cmd.InOrStdin())
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		a, b, ok := strings.Cut(lines.Text(), "\t")
		line := batchLine{A: a, Score: -1, Reasons: []string{"the line holds no tab between two names"}}
		if ok {
			line = compareTwoNames(a, b)
		}
		failed = failed || !ok
		if err := cmd.Context().Err(); err != nil {
			return err
		}
		if err := export.Write(cmd.OutOrStdout(), line, false); err != nil {
			return err
		}
	}
	switch {
	case lines.Err() != nil:
		return fmt.Errorf("read pairs from standard input: %w", lines.Err())
	case failed:
		return errSkipped
	}
	return nil
}
