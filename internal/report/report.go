// Package report writes a Case as pages that a person reads: one self-contained HTML file, or for a
// large collection a front page and a folder of pages.
//
// It shows what the stages found and finds nothing itself. The views are Go structs without nil
// (view.go and a file for each kind); the templates only lay them out. A report loads nothing from
// anywhere, works without scripts, and holds no mark-up of the pages it is about, only their text.
package report

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"hearsay"
)

// Options steer Write. The zero value means the defaults.
type Options struct {
	// SingleFile puts everything into report.html, however much it is.
	SingleFile bool
	// Machine is a JSON document that is embedded for programs, as the script element with the id
	// “hearsay”; empty for none. Characters that could end the element are escaped, which does not
	// change what the document means.
	Machine []byte
}

// Write writes the report of c into the folder dir, which it makes if need be, and returns the files
// that it wrote, as slash-separated paths below dir, report.html first. What is written depends on c
// and o alone. Each file appears whole or not at all; files of an earlier report in the same place
// that are no part of this one are removed.
func Write(dir string, c *hearsay.Case, o Options) ([]string, error) {
	l := newLayout(c, o.SingleFile)
	var written []string
	for _, f := range l.files {
		path := filepath.Join(dir, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return written, fmt.Errorf("write report: make folder: %w", err)
		}
		machine := o.Machine
		if f.name != frontPage {
			machine = nil
		}
		if err := writeFile(path, func(w io.Writer) error { return l.render(w, f, machine) }); err != nil {
			return written, fmt.Errorf("write report %s: %w", f.name, err)
		}
		written = append(written, f.name)
	}
	return written, removeOld(dir, written)
}

// ownFile matches the names that the files of a report have in its folder.
var ownFile = regexp.MustCompile(`^(s-[0-9a-f]{12}|alone-[0-9]+|people-[0-9]+)\.html$`)

// removeOld removes the files of an earlier report in the same place that this one has not written
// anew: a reader who opens one would take it for a part of this report.
func removeOld(dir string, written []string) error {
	entries, err := os.ReadDir(filepath.Join(dir, folder))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("write report: look for files of an earlier one: %w", err)
	}
	for _, e := range entries {
		if !ownFile.MatchString(e.Name()) || slices.Contains(written, folder+e.Name()) {
			continue
		}
		if err := os.Remove(filepath.Join(dir, folder, e.Name())); err != nil {
			return fmt.Errorf("write report: remove a file of an earlier one: %w", err)
		}
	}
	return nil
}

// writeFile writes a file under another name first, so that a reader never meets half of it.
func writeFile(path string, write func(io.Writer) error) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".hearsay-*")
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(tmp, 1<<16)
	err = write(w)
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = tmp.Chmod(0o644)
	}
	err = errors.Join(err, tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(tmp.Name()))
	}
	return nil
}
