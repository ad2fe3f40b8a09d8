package main

import (
	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/export"
)

func newAnnotate() *cobra.Command {
	var input inputFlags
	cmd := &cobra.Command{
		Use:   "annotate [FILE...]",
		Short: "Print who and what each article names, and who said what in it",
		Long: `Annotate reads article records, or any records with an id and a text (JSON lines,
CSV), from files or standard input, and prints each again (JSON, one a line) with
its sentences, the people, organisations and places it names, the days it speaks
of, and its quotes: what was said, the words that report it, the speaker, to whom
or through what, and when. What cannot be told is null, with the reason.`,
		Example: "  hearsay extract pages/ | hearsay annotate > annotated.jsonl\n  hearsay annotate texts.jsonl",
		RunE: func(cmd *cobra.Command, args []string) error {
			collection, err := collect(cmd, args, input, hearsay.Options{KeepFurniture: true})
			if err != nil {
				return err
			}
			show, clear := newProgress(cmd.ErrOrStderr())
			defer clear()
			var found []hearsay.Annotation
			err = interruptible(cmd.Context(), func() {
				found = hearsay.AnnotateAll(collection.Articles, hearsay.Options{Progress: show})
			})
			if err != nil {
				return err
			}
			err = export.WriteLines(cmd.OutOrStdout(), len(collection.Articles), func(i int) any {
				return export.NewAnnotated(collection.Articles[i], found[i])
			})
			return finish(cmd, collection, err)
		},
	}
	input.add(cmd)
	return cmd
}
