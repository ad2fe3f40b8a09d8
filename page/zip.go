package page

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
)

// maxDirectory is how much may be read to find out what a ZIP archive holds, in bytes: enough for some
// hundred thousand entries.
const maxDirectory = 16 << 20

var errDirectoryTooLarge = errors.New("the directory of the ZIP archive is too large")

// A directoryReader bounds what is read while the directory of a ZIP archive is looked up.
type directoryReader struct {
	io.ReaderAt
	left    int64
	bounded bool
}

func (d *directoryReader) ReadAt(p []byte, offset int64) (int, error) {
	if d.bounded {
		if d.left -= int64(len(p)); d.left < 0 {
			return 0, errDirectoryTooLarge
		}
	}
	return d.ReaderAt.ReadAt(p, offset)
}

// An archive is a ZIP archive while it is being read. Nothing of it is ever written to a disk.
type archive struct {
	*file
	at      io.ReaderAt
	entries []entry // without folders, in the order of their names
	left    int64   // how much may still be decompressed
}

// An entry is a file in an archive under the name that it is shown by.
type entry struct {
	*zip.File
	name string
}

// zipped reads a ZIP archive. Its directory stands at its end, so that it must be a file.
func (f *file) zipped(under *stored) {
	at, ok := under.seeker.(io.ReaderAt)
	switch {
	case f.entry != "" || f.packed != nil:
		f.skip("", "a ZIP archive inside another archive; unpack it first")
		return
	case !ok:
		f.skip("", "a ZIP archive that comes through a pipe; save it as a file and name that")
		return
	}
	size, err := under.seeker.Seek(0, io.SeekEnd)
	if err != nil {
		f.failed("", err)
		return
	}
	directory := &directoryReader{ReaderAt: at, left: maxDirectory, bounded: true}
	z, err := zip.NewReader(directory, size)
	switch {
	case errors.Is(err, errDirectoryTooLarge):
		f.skip("", "a ZIP archive with too many entries: its directory is larger than %s; unpack it first", sizeOf(maxDirectory))
		return
	case err != nil:
		f.skip("", "a ZIP archive that is cut off or damaged: its directory cannot be read")
		return
	}
	directory.bounded = false
	z.RegisterDecompressor(zstd.ZipMethodWinZip, zstd.ZipDecompressor(zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(zstdWindow), zstd.WithDecoderConcurrency(1)))
	a := &archive{file: f, at: at, entries: entriesOf(z), left: f.MaxFile}
	switch looks := a.document(); {
	case a.find(packageName) != nil:
		a.wacz()
	case looks != "":
		f.skip("", "not a text: looks like %s", looks)
	default:
		a.folder()
	}
}

// entriesOf lists the files of an archive by the bytes of their names, which are made valid UTF-8. The
// second of two entries of one name is called “name (2)”.
func entriesOf(z *zip.Reader) []entry {
	var entries []entry
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, "/") {
			entries = append(entries, entry{f, strings.ToValidUTF8(f.Name, string(utf8.RuneError))})
		}
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	same := 1
	for i := 1; i < len(entries); i++ {
		if same++; strings.ToValidUTF8(entries[i-1].Name, string(utf8.RuneError)) != entries[i].name {
			same = 1
		}
		if same > 1 {
			entries[i].name = fmt.Sprintf("%s (%d)", entries[i].name, same)
		}
	}
	return entries
}

// find returns the entry of a name, nil if there is none.
func (a *archive) find(name string) *entry {
	for i := range a.entries {
		if a.entries[i].name == name {
			return &a.entries[i]
		}
	}
	return nil
}

// documents are kinds of files that are ZIP archives inside, told by the entries that only they have.
var documents = []struct{ entry, looks string }{
	{"word/document.xml", "a Word document (DOCX); save it as text or as a web page"},
	{"xl/workbook.xml", "an Excel workbook (XLSX); save it as CSV"},
	{"ppt/presentation.xml", "a PowerPoint presentation (PPTX); save its text"},
	{"[Content_Types].xml", "an Office document; save it as text"},
	{"META-INF/container.xml", "an EPUB book; save its text"},
	{"META-INF/manifest.xml", "an OpenDocument file (ODT, ODS); save it as text or CSV"},
	{"META-INF/MANIFEST.MF", "a program (JAR)"},
}

// document says what the archive looks like if it is a document rather than a folder of pages.
func (a *archive) document() string {
	for _, d := range documents {
		if a.find(d.entry) != nil {
			return d.looks
		}
	}
	return ""
}

// folder reads an archive of pages as the folder that it was made from.
func (a *archive) folder() {
	told := 0
	beside := map[string]bool{}
	for _, e := range a.entries {
		if a.stopped() {
			return
		}
		parts := strings.Split(e.name, "/")
		if slices.ContainsFunc(parts, litter) {
			continue
		}
		told++
		if companion := a.companion(parts); companion != "" {
			if !beside[companion] {
				beside[companion] = true
				a.leaveOut(companion, "what a browser saved beside a page: its pictures, scripts and frames were not read")
			}
			continue
		}
		if !a.open(e, &file{reader: a.reader, path: a.path, entry: e.name}) {
			return
		}
	}
	if told == 0 {
		a.skip("", "the ZIP archive holds no files")
	}
}

// companion returns the folder in which a browser saved what belongs to a page of the archive, if one
// of the folders that lead to an entry is such a folder.
func (a *archive) companion(parts []string) string {
	for i := range len(parts) - 1 {
		folder := path.Join(parts[:i+1]...)
		for _, end := range companions {
			page, ok := strings.CutSuffix(folder, end)
			if !ok {
				continue
			}
			for _, extension := range pageExtensions {
				if _, found := slices.BinarySearchFunc(a.entries, page+extension, func(e entry, name string) int { return strings.Compare(e.name, name) }); found {
					return folder
				}
			}
		}
	}
	return ""
}

// open reads an entry as f. It reports false if nothing more may be read from the archive.
func (a *archive) open(e entry, f *file) bool {
	if why := e.refusal(); why != "" {
		a.skip(e.name, "%s", why)
		return true
	}
	in, seeker, err := a.content(e)
	switch {
	case errors.Is(err, zip.ErrAlgorithm):
		a.skip(e.name, "compressed by a method of ZIP that is not read (%d); unpack the archive first", e.Method)
		return true
	case err != nil:
		a.skip(e.name, "the entry of the ZIP archive is damaged")
		return true
	}
	defer in.Close()
	limited := &bounded{a.ctx, in, a.left}
	f.read(limited, seeker)
	if a.left = limited.left; a.left == 0 {
		a.skip("", "more than %s after decompression: what follows %s was not read; raise the limit with --max-file", sizeOf(a.MaxFile), e.name)
		return false
	}
	return true
}

// refusal says why an entry is not read at all, or nothing.
func (e entry) refusal() string {
	switch {
	case !fs.ValidPath(strings.TrimPrefix(e.name, "./")):
		return "an entry of the ZIP archive whose name leads out of it was not read"
	case e.Mode()&fs.ModeSymlink != 0:
		return "a link in a ZIP archive was not followed"
	case !e.Mode().IsRegular():
		return "an entry of the ZIP archive that is no file"
	case e.Flags&1 != 0:
		return "encrypted; unpack the archive with its password first"
	}
	return ""
}

// content opens an entry. One that is stored as it is can be wound back, so that reading can go on
// behind damage in it; seeker is nil for others. The checksum of such an entry is not checked, because
// it counts only for an entry read from end to end; it is done only for web archives, which have
// checksums of their own.
func (a *archive) content(e entry) (io.ReadCloser, io.Seeker, error) {
	offset, err := e.DataOffset()
	if err != nil {
		return nil, nil, err
	}
	if e.Method == zip.Store && strings.Contains(path.Base(e.name), ".warc") {
		section := io.NewSectionReader(a.at, offset, int64(e.CompressedSize64))
		return io.NopCloser(section), section, nil
	}
	in, err := e.Open()
	if err != nil {
		return nil, nil, err
	}
	return entryReader{in}, nil, nil
}

// An entryReader tells damage of an entry from other errors.
type entryReader struct{ io.ReadCloser }

func (e entryReader) Read(p []byte) (int, error) {
	n, err := e.ReadCloser.Read(p)
	if err != nil && err != io.EOF {
		err = &damage{"entry of the ZIP archive", 0, err}
	}
	return n, err
}
