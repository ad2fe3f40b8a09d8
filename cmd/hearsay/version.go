package main

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"hearsay"
	"hearsay/internal/export"
)

func newVersion() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the version of Hearsay and of its methods",
		Args:  none,
		RunE: func(cmd *cobra.Command, args []string) error {
			methods := hearsay.Methods()
			if asJSON {
				return export.Write(cmd.OutOrStdout(), map[string]any{"version": hearsay.Version, "go": runtime.Version(), "methods": methods}, true)
			}
			fmt.Fprintf(cmd.OutOrStdout(), "hearsay %s (%s)\n", hearsay.Version, runtime.Version())
			for _, name := range slices.Sorted(maps.Keys(methods)) {
				fmt.Fprintf(cmd.OutOrStdout(), "  method %s %d\n", name, methods[name])
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print as JSON")
	return cmd
}

func newMan() *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "Write the man pages into a folder",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{fmt.Errorf("%s needs one folder to write into", cmd.CommandPath())}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			// The date is fixed: the same version gives the same pages.
			date := time.Date(2026, time.November, 1, 0, 0, 0, 0, time.UTC)
			header := &doc.GenManHeader{Title: "HEARSAY", Section: "1", Source: "Hearsay " + hearsay.Version, Date: &date}
			cmd.Root().DisableAutoGenTag = true
			if err := doc.GenManTree(cmd.Root(), header, args[0]); err != nil {
				return fmt.Errorf("write man pages into %s: %w", args[0], err)
			}
			return nil
		},
	}
}
