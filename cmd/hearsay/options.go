package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/page"
)

// inputFlags are the flags of every command that reads pages.
type inputFlags struct {
	maxPage, maxFile string
	captured         string
	fields           map[string]string
}

func (f *inputFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.maxPage, "max-page", "32MiB", "largest page that is read, after decompression")
	flags.StringVar(&f.maxFile, "max-file", "8GiB", "most that is read from one file, after decompression")
	flags.StringVar(&f.captured, "captured", "", "when pages without a capture time of their own were captured (2006-01-02 or RFC 3339)")
	flags.StringToStringVar(&f.fields, "field", nil, "where records have other names: field=name, as in text=Full_Text (repeatable)")
}

func (f *inputFlags) options(stdin io.Reader) (page.Options, error) {
	o := page.Options{FieldNames: f.fields, Stdin: stdin}
	var err error
	if o.MaxPage, err = parseSize(f.maxPage); err != nil {
		return o, usageError{fmt.Errorf("--max-page: %w", err)}
	}
	if o.MaxFile, err = parseSize(f.maxFile); err != nil {
		return o, usageError{fmt.Errorf("--max-file: %w", err)}
	}
	if f.captured != "" {
		if o.Captured, err = parseDay(f.captured); err != nil {
			return o, usageError{fmt.Errorf("--captured: %w", err)}
		}
	}
	var known []string
	for _, a := range page.FieldAliases() {
		known = append(known, a.Field)
	}
	for _, name := range slices.Sorted(maps.Keys(f.fields)) {
		if !slices.Contains(known, name) {
			return o, usageError{fmt.Errorf("--field: there is no field %q; the fields are %s", name, strings.Join(known, ", "))}
		}
	}
	return o, nil
}

// parseSize reads a number of bytes with an optional unit: 4096, 32MiB, 8GiB, 100KB.
func parseSize(s string) (int64, error) {
	units := []struct {
		name  string
		bytes int64
	}{{"KiB", 1 << 10}, {"MiB", 1 << 20}, {"GiB", 1 << 30}, {"TiB", 1 << 40}, {"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"TB", 1e12}, {"B", 1}}
	number, factor := strings.TrimSpace(s), int64(1)
	for _, u := range units {
		if rest, ok := strings.CutSuffix(number, u.name); ok {
			number, factor = strings.TrimSpace(rest), u.bytes
			break
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n <= 0 || n > (1<<62)/factor {
		return 0, fmt.Errorf("%q is no size; write it as 32MiB or 1GiB", s)
	}
	return n * factor, nil
}

func parseDay(s string) (time.Time, error) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04", "2006-01-02"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is no date; write it as 2006-01-02 or 2006-01-02T15:04:05Z", s)
}

// caseFlags are the flags of the commands that compare articles.
type caseFlags struct {
	archive   bool
	minWords  int
	threshold float64
}

func (f *caseFlags) addReuse(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.archive, "archive", false, "the setting for more than 100,000 articles: longer shingles, fewer of them")
	cmd.Flags().IntVar(&f.minWords, "min-words", 10, "least number of matching words of a shared passage")
}

func (f *caseFlags) addStories(cmd *cobra.Command) {
	cmd.Flags().Float64Var(&f.threshold, "story-threshold", 0.16, "mean similarity at which articles are one story, 0 to 1")
}

func (f *caseFlags) apply(o *hearsay.Options) error {
	if f.minWords < 0 {
		return usageError{fmt.Errorf("--min-words must not be negative")}
	}
	if f.threshold < 0 || f.threshold > 1 {
		return usageError{fmt.Errorf("--story-threshold must lie between 0 and 1")}
	}
	o.Reuse.Archive, o.Reuse.MinWords, o.Story.Threshold = f.archive, f.minWords, f.threshold
	return nil
}
