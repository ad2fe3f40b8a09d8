package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/article"
	"hearsay/internal/export"
	"hearsay/reuse"
)

func newCompare() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "compare",
		Short: "Compare two things and say why they are alike",
		Args:  unknownCommand,
		RunE:  func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newComparePages(), newCompareNames())
	return cmd
}

func newComparePages() *cobra.Command {
	var input inputFlags
	var comparing caseFlags
	var asJSON, batch bool
	cmd := &cobra.Command{
		Use:   "pages A B",
		Short: "Show the wording that two pages share, aligned word by word",
		Long: `Compare pages reads two files and shows what they share. With --batch it reads
pairs of paths from standard input, separated by a tab, one pair a line, and
prints one JSON line a pair: {"a","b","score","same","reasons"}; score is the
larger share of words that one has of the other, same says whether they share
any passage that is more than a quotation or a standing phrase.`,
		Example: "  hearsay compare pages a.html b.html\n  printf 'a.html\\tb.html\\n' | hearsay compare pages --batch",
		RunE: func(cmd *cobra.Command, args []string) error {
			pages, err := input.options(cmd.InOrStdin())
			if err != nil {
				return err
			}
			o := hearsay.Options{Page: pages, KeepFurniture: true}
			if err := comparing.apply(&o); err != nil {
				return err
			}
			switch {
			case batch && len(args) == 0:
				return compareBatch(cmd, o)
			case batch || len(args) != 2:
				return usageError{fmt.Errorf("compare pages needs two files, or --batch and none")}
			}
			a, err := readOne(cmd.Context(), args[0], o)
			if err != nil {
				return err
			}
			b, err := readOne(cmd.Context(), args[1], o)
			if err != nil {
				return err
			}
			pair := reuse.Compare(a.Doc, b.Doc, o.Reuse)
			if asJSON {
				if b.ID == a.ID {
					b.ID += "-2"
				}
				return export.Write(cmd.OutOrStdout(), export.NewPair([]*article.Article{a, b}, pair), true)
			}
			printPair(cmd.OutOrStdout(), a, b, pair)
			return nil
		},
	}
	input.add(cmd)
	comparing.addReuse(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the pair as a JSON record")
	cmd.Flags().BoolVar(&batch, "batch", false, "read pairs of paths from standard input")
	return cmd
}

// readOne reads the one article of a file.
func readOne(ctx context.Context, path string, o hearsay.Options) (*article.Article, error) {
	c, err := hearsay.Collect(ctx, []string{path}, o)
	switch {
	case err != nil:
		return nil, err
	case len(c.Articles) == 1:
		return c.Articles[0], nil
	case len(c.Articles) > 1:
		return nil, fmt.Errorf("compare %s: it holds %d articles; use hearsay reuse for collections", printable(path), len(c.Articles))
	case len(c.Skipped) > 0:
		return nil, fmt.Errorf("compare %s: %s", sourceName(c.Skipped[0].Source), c.Skipped[0].Reason)
	}
	return nil, fmt.Errorf("compare %s: no article could be read", printable(path))
}

// A batchLine is the answer to one pair of a batch.
type batchLine struct {
	A       string   `json:"a"`
	B       string   `json:"b"`
	Score   float64  `json:"score"`
	Same    bool     `json:"same"`
	Reasons []string `json:"reasons"`
}

func compareBatch(cmd *cobra.Command, o hearsay.Options) error {
	failed := false
	lines := bufio.NewScanner(cmd.InOrStdin())
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := compareLine(cmd.Context(), lines.Text(), o)
		failed = failed || line.Score < 0
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

// compareLine answers one line of a batch; a pair that cannot be read has the score -1 and the
// reason.
func compareLine(ctx context.Context, line string, o hearsay.Options) batchLine {
	left, right, ok := strings.Cut(line, "\t")
	r := batchLine{A: left, B: right, Score: -1}
	if !ok {
		r.Reasons = []string{"the line holds no tab between two paths"}
		return r
	}
	a, err := readOne(ctx, left, o)
	if err != nil {
		r.Reasons = []string{err.Error()}
		return r
	}
	b, err := readOne(ctx, right, o)
	if err != nil {
		r.Reasons = []string{err.Error()}
		return r
	}
	pair := reuse.Compare(a.Doc, b.Doc, o.Reuse)
	r.Score = max(pair.SharedOfA, pair.SharedOfB)
	r.Same = len(pair.Passages) > 0 && pair.Relation != reuse.QuoteOnly && pair.Relation != reuse.FormulaOnly
	r.Reasons = pairReasons(pair)
	return r
}

func pairReasons(p reuse.Pair) []string {
	if len(p.Passages) == 0 {
		return []string{"they share no passage"}
	}
	reasons := []string{
		relationWords[p.Relation],
		fmt.Sprintf("the first shares %.0f %% of its words with the second, the second %.0f %% with the first", 100*p.SharedOfA, 100*p.SharedOfB),
	}
	for _, x := range p.Passages {
		reason := fmt.Sprintf("%d matching words, the longest run %d", x.SameWords, x.LongestRun)
		if x.Moved {
			reason += ", in another order"
		}
		if x.Reworded {
			reason += ", reworded"
		}
		if x.Formula {
			reason += ", a standing phrase"
		}
		reasons = append(reasons, reason)
	}
	return reasons
}

var relationWords = map[reuse.Relation]string{
	reuse.Identical:   "The same words in the same order",
	reuse.NearCopy:    "Near-copies: each shares at least 80 % of its words with the other",
	reuse.Contained:   "One holds at least 80 % of the words of the other",
	reuse.Partial:     "They share passages",
	reuse.QuoteOnly:   "They share quotations only",
	reuse.FormulaOnly: "They share standing phrases only",
}

// printPair shows a pair on a terminal: removed words as [-so-], added words as {+so+}.
func printPair(w io.Writer, a, b *article.Article, p reuse.Pair) {
	side := func(name string, x *article.Article) {
		fmt.Fprintf(w, "%s  %s  %s\n", bold(w, name), printable(x.Name()), printable(x.Title))
	}
	side("A", a)
	side("B", b)
	if len(p.Passages) == 0 {
		fmt.Fprintln(w, "They share no passage.")
		return
	}
	fmt.Fprintf(w, "%s. A shares %.0f %% of its words with B, B %.0f %% with A.\n", bold(w, relationWords[p.Relation]), 100*p.SharedOfA, 100*p.SharedOfB)
	for i, x := range p.Passages {
		tags := ""
		if x.Moved {
			tags += ", in another order"
		}
		if x.Reworded {
			tags += ", reworded"
		}
		if x.Formula {
			tags += ", a standing phrase"
		}
		fmt.Fprintf(w, "\n%d. %d of %d words match, the longest run %d%s\n", i+1, x.SameWords, x.Words, x.LongestRun, tags)
		fmt.Fprintf(w, "   %s\n", printable(merged(a, b, x)))
	}
}

// merged writes a passage once, with what only A has as [-…-] and what only B has as {+…+}.
func merged(a, b *article.Article, x reuse.Passage) string {
	var s strings.Builder
	for _, e := range x.Edits {
		if s.Len() > 0 {
			s.WriteByte(' ')
		}
		from, to := line(a.Doc.Text(e.A)), line(b.Doc.Text(e.B))
		switch e.Op {
		case reuse.Equal:
			s.WriteString(to)
		case reuse.Delete:
			s.WriteString("[-" + from + "-]")
		case reuse.Insert:
			s.WriteString("{+" + to + "+}")
		case reuse.Replace:
			s.WriteString("[-" + from + "-] {+" + to + "+}")
		}
	}
	return s.String()
}

// line puts the words of s on one line.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }
