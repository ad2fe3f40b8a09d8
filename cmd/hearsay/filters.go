package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/export"
	"hearsay/page"
	"hearsay/reuse"
	"hearsay/story"
)

func newExtract() *cobra.Command {
	var input inputFlags
	cmd := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Read pages and print what they say as article records",
		Long: `Extract reads pages and prints one article record a line (JSON): title, outlet,
byline, date with its evidence, credits, body, and what was removed and why.
The records are described in doc/formats.md.`,
		Example: "  hearsay extract pages/ > articles.jsonl\n  hearsay extract pages/ | hearsay reuse",
		Args:    atLeast(1, "a folder or file to read"),
		RunE: func(cmd *cobra.Command, args []string) error {
			collection, err := collect(cmd, args, input, hearsay.Options{})
			if err != nil {
				return err
			}
			err = export.WriteLines(cmd.OutOrStdout(), len(collection.Articles), func(i int) any {
				return collection.Articles[i].Record()
			})
			return finish(cmd, collection, err)
		},
	}
	input.add(cmd)
	return cmd
}

func newReuse() *cobra.Command {
	var input inputFlags
	var comparing caseFlags
	var large memoryFlags
	cmd := &cobra.Command{
		Use:   "reuse [FILE...]",
		Short: "Print the passages that articles share",
		Long: `Reuse reads article records, or any records with an id and a text (JSON lines,
CSV), from files or standard input, and prints one pair a line (JSON): two
articles that share wording, with the passages aligned word by word.

A collection that does not fit into memory needs --memory: 4GiB is enough for a
million articles. The pairs are those of --archive. The scratch files take the
room of the texts and about 1 KB an article more; they are removed at the end.`,
		Example: "  hearsay extract pages/ | hearsay reuse > pairs.jsonl\n  hearsay reuse --memory 4GiB archive/*.jsonl.gz > pairs.jsonl",
		RunE: func(cmd *cobra.Command, args []string) error {
			o := hearsay.Options{KeepFurniture: true}
			if err := comparing.apply(&o); err != nil {
				return err
			}
			if large.memory != "" {
				return printPairs(cmd, args, input, large, o)
			}
			if large.scratch != "" {
				return usageError{fmt.Errorf("--scratch needs --memory")}
			}
			collection, err := collect(cmd, args, input, o)
			if err != nil {
				return err
			}
			var pairs []reuse.Pair
			if err := interruptible(cmd.Context(), func() { pairs = hearsay.Passages(collection.Articles, o.Reuse) }); err != nil {
				return err
			}
			err = export.WriteLines(cmd.OutOrStdout(), len(pairs), func(i int) any {
				return export.NewPair(collection.Articles, pairs[i])
			})
			return finish(cmd, collection, err)
		},
	}
	input.add(cmd)
	comparing.addReuse(cmd)
	large.add(cmd)
	return cmd
}

func newStories() *cobra.Command {
	var input inputFlags
	var comparing caseFlags
	cmd := &cobra.Command{
		Use:   "stories [FILE...]",
		Short: "Print which articles belong together",
		Long: `Stories reads article records, or any records with an id and a text (JSON lines,
CSV), from files or standard input, and prints one story a line (JSON): the
articles that report the same event, with the words that tie each to the rest.`,
		Example: "  hearsay extract pages/ | hearsay stories > stories.jsonl",
		RunE: func(cmd *cobra.Command, args []string) error {
			o := hearsay.Options{KeepFurniture: true}
			if err := comparing.apply(&o); err != nil {
				return err
			}
			collection, err := collect(cmd, args, input, o)
			if err != nil {
				return err
			}
			var stories []story.Story
			err = interruptible(cmd.Context(), func() {
				pairs := hearsay.Passages(collection.Articles, o.Reuse)
				stories = story.Find(collection.Articles, pairs, o.Story)
			})
			if err != nil {
				return err
			}
			err = export.WriteLines(cmd.OutOrStdout(), len(stories), func(i int) any {
				return export.NewStoryHead(collection.Articles, hearsay.Story{Story: stories[i]})
			})
			return finish(cmd, collection, err)
		},
	}
	input.add(cmd)
	comparing.addReuse(cmd)
	comparing.addStories(cmd)
	return cmd
}

// collect reads the articles of a filter: from the files named, or from standard input.
func collect(cmd *cobra.Command, args []string, input inputFlags, o hearsay.Options) (*hearsay.Collection, error) {
	pages, err := input.options(cmd.InOrStdin())
	if err != nil {
		return nil, err
	}
	if len(args) == 0 {
		args = []string{"-"}
	}
	show, clear := newProgress(cmd.ErrOrStderr())
	defer clear()
	o.Page, o.Progress = pages, show
	return hearsay.Collect(cmd.Context(), args, o)
}

// finish says what could not be read and picks the exit code of a filter.
func finish(cmd *cobra.Command, c *hearsay.Collection, err error) error {
	if err != nil {
		return err
	}
	return finishFilter(cmd, len(c.Articles), c.Skipped)
}

func finishFilter(cmd *cobra.Command, articles int, skipped []page.Skip) error {
	listSkips(cmd.ErrOrStderr(), skipped)
	switch {
	case articles == 0:
		return fmt.Errorf("no article could be read")
	case unread(skipped) > 0:
		return errSkipped
	}
	return nil
}
