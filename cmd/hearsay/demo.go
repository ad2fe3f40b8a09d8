package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/demo"
)

func newDemo() *cobra.Command {
	var out outputFlags
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Make a report of the built-in demonstration pages",
		Long: `Demo writes the built-in demonstration pages into DIR/pages and makes a report of
them as the report command does. Everything in them is invented: the country,
the people, the outlets.`,
		Args: none,
		RunE: func(cmd *cobra.Command, args []string) error {
			pages := filepath.Join(out.dir, "pages")
			if err := writePages(pages, demo.Pages()); err != nil {
				return err
			}
			return makeReport(cmd.Context(), []string{pages}, hearsay.Options{}, out, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	out.add(cmd, "demo-report")
	return cmd
}

// writePages copies the demonstration pages into dir.
func writePages(dir string, pages fs.FS) error {
	err := fs.WalkDir(pages, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		if d.IsDir() {
			return os.MkdirAll(path, 0o777)
		}
		data, err := fs.ReadFile(pages, name)
		if err != nil {
			return err
		}
		return os.WriteFile(path, data, 0o666)
	})
	if err != nil {
		return fmt.Errorf("write the demonstration pages: %w", err)
	}
	return nil
}
