package page

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// path reads one of the paths that the user named.
func (r *reader) path(name string) {
	if name == "-" {
		if r.Stdin == nil {
			r.skip(Source{Path: name}, "standard input is not available")
			return
		}
		r.file(name, r.Stdin, nil)
		return
	}
	shown := filepath.ToSlash(name)
	info, err := os.Stat(name)
	switch {
	case err != nil:
		r.skip(Source{Path: shown}, "%s", inWords(err))
	case info.IsDir():
		r.folder(name, shown)
	default:
		r.open(shown, info.Mode().IsRegular(), func() (*os.File, error) { return os.Open(name) })
	}
}

// open reads one file and closes it. A file that is not regular, such as a pipe, cannot be wound back.
func (r *reader) open(shown string, regular bool, open func() (*os.File, error)) {
	f, err := open()
	if err != nil {
		r.skip(Source{Path: shown}, "could not be read: %s", inWords(err))
		return
	}
	defer f.Close()
	if regular {
		r.file(shown, f, f)
	} else {
		r.file(shown, f, nil)
	}
}

// A folder is a folder that the user named, while what lies below it is read.
type folder struct {
	*reader
	root  *os.Root // opens nothing outside, whatever links are put in the way meanwhile
	real  string   // the place of the folder without links, to see where links lead
	shown string
	files int // how many files and folders were read or reported
}

func (r *reader) folder(name, shown string) {
	root, err := os.OpenRoot(name)
	if err != nil {
		r.skip(Source{Path: shown}, "could not be read: %s", inWords(err))
		return
	}
	defer root.Close()
	f := &folder{reader: r, root: root, shown: strings.TrimRight(shown, "/")}
	if absolute, err := filepath.Abs(name); err == nil {
		f.real, _ = filepath.EvalSymlinks(absolute)
	}
	f.walk(".", 0)
	if f.files == 0 {
		r.skip(Source{Path: shown}, "the folder holds no files")
	}
}

// below returns how a file below the folder is shown.
func (f *folder) below(name string) string {
	switch {
	case name == ".":
		return f.shown
	case f.shown == ".":
		return name
	}
	return f.shown + "/" + name
}

func (f *folder) report(name, format string, args ...any) {
	f.files++
	f.skip(Source{Path: f.below(name)}, format, args...)
}

// walk reads a folder by its name below the root.
func (f *folder) walk(name string, depth int) {
	if depth > f.MaxDepth {
		f.report(name, "the folder lies more than %d folders deep and was not read; name it itself to read it", f.MaxDepth)
		return
	}
	entries, err := f.entries(name)
	if err != nil {
		f.report(name, "the folder could not be read to its end: %s", inWords(err))
	}
	own := f.holdsReport(name, entries)
	if own {
		f.files++
		f.leaveOut(Source{Path: f.below(name)}, "a report of Hearsay: what it wrote (%s) was not read as pages; name a file itself to read it", strings.Join(reportParts, ", "))
	}
	for _, entry := range entries {
		if f.stopped() {
			return
		}
		if litter(entry.Name()) || own && slices.Contains(reportParts, entry.Name()) {
			continue
		}
		below := path.Join(name, entry.Name())
		switch kind := entry.Type(); {
		case kind.IsDir() && savedBeside(entry.Name(), entries):
			f.files++
			f.leaveOut(Source{Path: f.below(below)}, "what a browser saved beside a page: its pictures, scripts and frames were not read")
		case kind.IsDir():
			f.walk(below, depth+1)
		case kind&fs.ModeSymlink != 0:
			f.link(below)
		case !kind.IsRegular():
			f.report(below, "not a file (a device, a pipe or a socket)")
		default:
			f.files++
			f.open(f.below(below), true, func() (*os.File, error) { return f.root.Open(filepath.FromSlash(below)) })
		}
	}
}

// entries lists a folder, sorted by the bytes of the names.
func (f *folder) entries(name string) ([]fs.DirEntry, error) {
	d, err := f.root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	entries, err := d.ReadDir(-1)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return entries, err
}

// link reports a link that leads out of the folder or nowhere. One that stays inside is not followed,
// because what it leads to is read under its own name: nothing is read twice, and no circle is walked.
func (f *folder) link(name string) {
	target, err := filepath.EvalSymlinks(filepath.Join(f.real, filepath.FromSlash(name)))
	if err != nil {
		f.report(name, "a link that leads to nothing that can be read: %s", inWords(err))
		return
	}
	inside, err := filepath.Rel(f.real, target)
	if err != nil || !filepath.IsLocal(inside) {
		f.report(name, "a link that leads out of the folder was not followed; name what it leads to, to read it")
	}
}

// litter reports whether a name belongs to what file systems, desktops and version control keep for
// themselves, or is a file that Hearsay was writing when it was killed.
func litter(name string) bool {
	switch name {
	case ".DS_Store", ".localized", ".directory", "Thumbs.db", "ehthumbs.db", "desktop.ini", "__MACOSX",
		".git", ".gitignore", ".gitattributes", ".gitkeep", ".svn", ".hg", ".Trashes", ".Spotlight-V100", ".fseventsd":
		return true
	}
	return strings.HasPrefix(name, ".hearsay-") || strings.HasPrefix(name, "._") || strings.HasPrefix(name, "~$") || strings.HasPrefix(name, ".~lock.")
}

// companions are the ends of the names that browsers give to the folder of a saved page.
var companions = []string{"_files", "-Dateien", "_fichiers", "_archivos", "_arquivos", "_bestanden", "_pliki", "-filer", "_file"}

// pageExtensions are the ends of the names of web pages.
var pageExtensions = []string{".html", ".htm", ".xhtml"}

// savedBeside reports whether a folder holds what a browser saved beside a page: the page lies beside
// it under the same name.
func savedBeside(name string, entries []fs.DirEntry) bool {
	for _, end := range companions {
		page, ok := strings.CutSuffix(name, end)
		if !ok {
			continue
		}
		for _, extension := range pageExtensions {
			_, found := slices.BinarySearchFunc(entries, page+extension, func(e fs.DirEntry, name string) int {
				return strings.Compare(e.Name(), name)
			})
			if found {
				return true
			}
		}
	}
	return false
}

// reportParts are the names of what Hearsay writes into the folder of a report.
var reportParts = []string{"hearsay.json", "report", "report.html", "tables"}

// holdsReport reports whether a folder holds a report of Hearsay, so that a report that was written
// among the pages is not taken for pages in the next run. The names alone do not tell: hearsay.json
// must begin as a case does.
func (f *folder) holdsReport(name string, entries []fs.DirEntry) bool {
	named := func(part string) bool {
		return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == part && e.Type().IsRegular() })
	}
	if !named("hearsay.json") || !named("report.html") {
		return false
	}
	file, err := f.root.Open(filepath.Join(filepath.FromSlash(name), "hearsay.json"))
	if err != nil {
		return false
	}
	defer file.Close()
	const begin = `{"schema":"hearsay/case/`
	start := make([]byte, len(begin))
	_, err = io.ReadFull(file, start)
	return err == nil && string(start) == begin
}
