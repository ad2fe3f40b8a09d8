package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/article"
	"hearsay/internal/export"
	"hearsay/reuse"
)

// memoryFlags are the flags for collections that need not fit into memory.
type memoryFlags struct{ memory, scratch string }

func (f *memoryFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.memory, "memory", "", "work within so much memory, as in 2GiB: texts and index go to scratch files; implies --archive")
	cmd.Flags().StringVar(&f.scratch, "scratch", "", "folder for the scratch files of --memory (default: the one for temporary files)")
}

// A scratchFolder makes scratch files. Once ctx is done, they can be neither written nor read.
type scratchFolder struct {
	ctx    context.Context
	folder string
	names  []string // of the files that are still there
}

type scratchFile struct {
	*os.File
	ctx context.Context
}

func (f scratchFile) Write(p []byte) (int, error) {
	if err := f.ctx.Err(); err != nil {
		return 0, err
	}
	return f.File.Write(p)
}

func (f scratchFile) ReadAt(p []byte, off int64) (int, error) {
	if err := f.ctx.Err(); err != nil {
		return 0, err
	}
	return f.File.ReadAt(p, off)
}

// create makes a file. Where the system allows it, the name of the file is removed at once, so that
// nothing is left behind however the process ends.
func (s *scratchFolder) create() (reuse.File, error) {
	f, err := os.CreateTemp(s.folder, "hearsay-*.scratch")
	if err != nil {
		return nil, err
	}
	if os.Remove(f.Name()) != nil {
		s.names = append(s.names, f.Name())
	}
	return scratchFile{f, s.ctx}, nil
}

// remove removes what could not be removed before the files were closed.
func (s *scratchFolder) remove() error {
	var errs []error
	for _, name := range s.names {
		errs = append(errs, os.Remove(name))
	}
	return errors.Join(errs...)
}

// printPairs is reuse for a collection that need not fit into memory.
func printPairs(cmd *cobra.Command, args []string, input inputFlags, f memoryFlags, o hearsay.Options) (err error) {
	memory, err := parseSize(f.memory)
	if err != nil {
		return usageError{fmt.Errorf("--memory: %w", err)}
	}
	if o.Page, err = input.options(cmd.InOrStdin()); err != nil {
		return err
	}
	if len(args) == 0 {
		args = []string{"-"}
	}
	// The garbage collector works harder as the limit comes near; the rest is for what it does not see.
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(memory / 10 * 9))
	scratch := scratchFolder{ctx: cmd.Context(), folder: f.scratch}
	defer func() { err = errors.Join(err, scratch.remove()) }()
	show, clear := newProgress(cmd.ErrOrStderr())
	defer clear()
	o.Progress = show
	pile, err := heap(cmd.Context(), args, o, &scratch)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, pile.Close()) }()
	if err := writePairs(cmd.OutOrStdout(), pile, o, memory, &scratch); err != nil {
		return err
	}
	clear()
	return finishFilter(cmd, pile.Len(), pile.Skipped)
}

func heap(ctx context.Context, args []string, o hearsay.Options, scratch *scratchFolder) (*hearsay.Pile, error) {
	texts, err := scratch.create()
	if err != nil {
		return nil, fmt.Errorf("make scratch file: %w", err)
	}
	pile, err := hearsay.Heap(ctx, args, o, texts)
	if err != nil {
		return nil, errors.Join(err, texts.Close())
	}
	return pile, nil
}

// writePairs writes the pairs as they are found, some at a time.
func writePairs(w io.Writer, pile *hearsay.Pile, o hearsay.Options, memory int64, scratch *scratchFolder) error {
	const most, mostBytes = 1024, 16 << 20 // texts that are in memory to be written
	var articles []*article.Article        // two by two
	var pairs []reuse.Pair
	size := 0
	flush := func() error {
		err := export.WriteLines(w, len(pairs), func(i int) any { return export.NewPair(articles, pairs[i]) })
		articles, pairs, size = articles[:0], pairs[:0], 0
		return err
	}
	for p, err := range pile.Pairs(o, memory, scratch.create) {
		if err != nil {
			return err
		}
		for _, i := range [...]*int{&p.A, &p.B} {
			a, err := pile.Article(*i)
			if err != nil {
				return err
			}
			*i = len(articles)
			articles = append(articles, a)
			size += a.Doc.Len()
		}
		pairs = append(pairs, p)
		if len(articles) >= most || size >= mostBytes {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}
