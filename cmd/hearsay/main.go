// Command hearsay shows which news pages were copied from which, and how many independent origins
// stand behind each statement.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/spf13/cobra"

	"hearsay/page"
)

// Exit codes, as documented in the README.
const (
	exitDone    = 0
	exitFailed  = 1
	exitUsage   = 2
	exitSkipped = 3 // done, but some inputs could not be read
)

// errSkipped ends a run that did its work although some inputs could not be read.
var errSkipped = errors.New("some inputs could not be read")

// A usageError is a mistake in how the command was called.
type usageError struct{ error }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends the process at once, whatever it is doing
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// interruptible does work that does not watch ctx itself. If ctx is done first, it leaves the work
// behind and returns the error of ctx: the process is about to end.
func interruptible(ctx context.Context, work func()) error {
	done := make(chan struct{})
	go func() {
		defer close(done)
		work()
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// run executes the command line and returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errSkipped):
		return exitSkipped
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "hearsay: %v\nTry: hearsay help\n", err)
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "hearsay: interrupted")
		return exitFailed
	}
	fmt.Fprintf(stderr, "hearsay: %v\n", err)
	return exitFailed
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "hearsay",
		Short: "Ten URLs are not ten sources",
		Long: `Hearsay reads a pile of news pages about a story and shows, offline and with the
exact words as evidence, which pages were copied from which, who was first in
the collection, and how many independent origins are left.

It never uses the network and never sends anything. Exit codes: 0 done,
1 failed, 2 wrong usage, 3 done but some inputs could not be read.`,
		Example: `  hearsay demo                       try it on the built-in pages
  hearsay report my-pages/           make a report of a folder of pages
  hearsay verify report/report.html  check a report against its pages
  hearsay extract my-pages/ | hearsay reuse`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          unknownCommand,
		RunE: func(cmd *cobra.Command, args []string) error {
			return cmd.Help()
		},
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(newReport(), newDemo(), newExtract(), newReuse(), newAnnotate(), newStories(), newCompare(), newVerify(), newVersion(), newMan())
	return root
}

func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := ""
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		hint = fmt.Sprintf("; did you mean %q?", near[0])
	}
	return usageError{fmt.Errorf("unknown command %q%s", args[0], hint)}
}

// atLeast is cobra.MinimumNArgs with an error that counts as wrong usage.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return usageError{fmt.Errorf("%s needs %s", cmd.CommandPath(), what)}
		}
		return nil
	}
}

// none is cobra.NoArgs with an error that counts as wrong usage.
func none(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("%s takes no arguments, got %q", cmd.CommandPath(), args[0])}
	}
	return nil
}

// unread counts the inputs that could not be read; what is no page does not count.
func unread(skips []page.Skip) int {
	n := 0
	for _, s := range skips {
		if !s.Beside {
			n++
		}
	}
	return n
}

// listSkips says on w what could not be read and what is no page of its own, at most a screenful.
func listSkips(w io.Writer, skips []page.Skip) {
	const most = 20
	for i, s := range skips {
		if i == most {
			fmt.Fprintf(w, "  … and %d more\n", len(skips)-most)
			return
		}
		verb := "could not read"
		if s.Beside {
			verb = "no page of its own:"
		}
		fmt.Fprintf(w, "  %s %s: %s\n", verb, sourceName(s.Source), printable(s.Reason))
	}
}

// sourceName names a source on one line, whatever characters its path holds.
func sourceName(s page.Source) string {
	name := printable(s.Path)
	if s.Record != "" {
		name += " (" + printable(s.Record) + ")"
	}
	return name
}
