package page

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/transform"
)

// maxLayers is how often a file may be compressed as a whole.
const maxLayers = 2

// maxTroubles is how many records of one file are reported one by one if they cannot be read.
const maxTroubles = 100

var (
	errStopped      = errors.New("stopped")
	errFileTooLarge = errors.New("file too large")
)

// A file is one input while it is being read: a file, or an entry of a ZIP archive.
type file struct {
	*reader
	path     string
	entry    string    // the name inside a ZIP archive; empty outside of one
	packed   *unpacker // the innermost; nil if the file is not compressed
	charset  charset   // of the records of a container
	troubles int
	// doubt is a warning for each page of the file; empty if there is none.
	doubt string
	// listed are the addresses that the list of pages of a WACZ names; nil if everything counts.
	listed *pageList
}

// name is what the kind of the file may be told by, if its bytes are silent.
func (f *file) name() string {
	if f.entry != "" {
		return f.entry
	}
	return f.path
}

// source names a record of the file, or the file itself if record is empty.
func (f *file) source(record string) Source {
	return Source{f.path, strings.TrimSpace(f.entry + " " + record)}
}

// A bounded reader stops when the context is done or when more than left bytes are read.
type bounded struct {
	ctx  context.Context
	from io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.ctx.Err() != nil {
		return 0, errStopped
	}
	if b.left == 0 {
		var probe [1]byte
		n, err := b.from.Read(probe[:])
		if n > 0 {
			return 0, errFileTooLarge
		}
		return 0, err
	}
	n, err := b.from.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

// file reads one input. seeker is nil if the input is a pipe.
func (r *reader) file(path string, in io.Reader, seeker io.Seeker) {
	f := &file{reader: r, path: path}
	f.read(&bounded{r.ctx, in, r.MaxFile}, seeker)
}

// read reads the file from its first byte on.
func (f *file) read(in io.Reader, seeker io.Seeker) {
	under := newStored(in, seeker)
	for layer := 0; ; layer++ {
		head, _ := under.Peek(codecSize)
		if string(head) == zipMagic {
			f.zipped(under)
			return
		}
		codec := codecOf(head)
		if codec == notCompressed {
			break
		}
		if layer == maxLayers {
			f.skip("", "compressed more than %d times; unpack it first", maxLayers)
			return
		}
		f.packed = newUnpacker(under, codec)
		under = newStored(&bounded{f.ctx, f.packed, f.MaxFile}, nil)
	}
	f.dispatch(newTape(under))
}

// dispatch reads the decompressed content as what it looks like.
func (f *file) dispatch(t *tape) {
	head, err := f.head(t)
	if len(head) == 0 && err != nil && err != io.EOF {
		f.failed("", err)
		return
	}
	v := sniff(head, f.name(), f.names)
	switch v.kind {
	case kindEmpty:
		f.empty(err)
	case kindOther:
		f.skip("", "not a text: looks like %s", v.looks)
	case kindWARC:
		f.warc(t)
	case kindHTML:
		f.single(t, HTML)
	case kindMHTML:
		f.mhtml(t)
	case kindText:
		f.single(t, Text)
	case kindJSONLines:
		f.lines(f.decoded(t, head))
	case kindJSON:
		f.values(f.decoded(t, head))
	case kindTable:
		f.table(f.decoded(t, head), v.layout)
	}
}

// head returns the beginning of a file, by which it is sniffed, without taking it. If that is nothing
// but white space, it returns what follows, as far as a page may be long.
func (f *file) head(t *tape) ([]byte, error) {
	for size := bufferSize; ; size *= 2 {
		head, err := t.peek(size)
		blank := len(head) - len(bytes.TrimLeft(bytes.TrimPrefix(head, utf8Mark), " \t\r\n\f"))
		switch {
		case blank < len(head) && size == bufferSize, blank == len(head) && (err != nil || int64(size) > f.MaxPage):
			return head, err
		case blank < len(head):
			head, err = t.peek(blank + bufferSize)
			return head[blank:], err
		}
	}
}

// empty reports a file in which nothing but white space was seen. err is nil if there is more of it.
func (f *file) empty(err error) {
	if err == nil {
		f.skip("", "so much white space at its beginning that nothing was found behind it")
		return
	}
	f.skip("", "the file is empty")
}

// decoded returns a container of records as UTF-8 without a byte order mark. The character set is told
// by the beginning, because the file is not held; later bytes that do not fit become U+FFFD, with a
// warning on their record.
func (f *file) decoded(t *tape, head []byte) *tape {
	f.charset = findCharset(head, "", false)
	t.next(markLength(head, f.charset.name))
	if f.charset.name == "utf-8" {
		return t
	}
	e, err := htmlindex.Get(f.charset.name)
	if err != nil {
		return t
	}
	return newTape(&bounded{f.ctx, transform.NewReader(t, e.NewDecoder()), f.MaxFile})
}

// single reads a file that is one page. A page whose compression is damaged is kept as far as it goes,
// with a warning: a part of a page is still evidence of what it says.
func (f *file) single(t *tape, format Format) {
	raw, err := t.take(nil, f.MaxPage+1)
	p := &Page{Source: f.source(""), Format: format, Raw: raw}
	switch bad := (*damage)(nil); {
	case int64(len(raw)) > f.MaxPage:
		f.tooLarge("")
		return
	case errors.As(err, &bad) && len(raw) > 0:
		p.warn("%s", bad.after(len(raw)))
	case err != io.EOF:
		f.failed("", err)
		return
	}
	p.decodeBody("")
	if format == HTML {
		p.readSavedComment()
	}
	f.emit(p)
}

// emit completes a page and hands it on.
func (f *file) emit(p *Page) {
	if p.Captured.IsZero() && !f.Captured.IsZero() {
		p.Captured, p.CapturedBy = f.Captured, "option"
	}
	if f.doubt != "" {
		p.warn("%s", f.doubt)
	}
	p.SHA256 = sum(p.Raw)
	p.places = new(places)
	f.page(p)
}

// skip reports that a record, or the whole file if record is empty, could not be read.
func (f *file) skip(record, format string, args ...any) {
	f.reader.skip(f.source(record), format, args...)
}

// leaveOut reports what is no page and was not expected to be one.
func (f *file) leaveOut(record, format string, args ...any) {
	f.reader.leaveOut(f.source(record), format, args...)
}

// trouble reports a record that could not be read. Of many, only the first are reported singly.
func (f *file) trouble(record, format string, args ...any) {
	f.troubles++
	if f.troubles <= maxTroubles {
		f.skip(record, format, args...)
	}
}

// endTroubles reports how many records could not be read beyond those that were named.
func (f *file) endTroubles() {
	if more := f.troubles - maxTroubles; more > 0 {
		f.skip("", "%s could not be read either; the first %d are listed", countOf(more, "more record", "more records"), maxTroubles)
	}
}

func (f *file) tooLarge(record string) {
	f.trouble(record, "larger than %s; raise the limit with --max-page", sizeOf(f.MaxPage))
}

// failed reports an error that ends the reading of a file.
func (f *file) failed(record string, err error) {
	switch bad := (*damage)(nil); {
	case errors.Is(err, errStopped):
	case errors.Is(err, errFileTooLarge):
		f.skip("", "more than %s after decompression: the rest was not read; raise the limit with --max-file", sizeOf(f.MaxFile))
	case errors.As(err, &bad):
		f.skip(record, "%v; nothing behind it can be read", bad)
	default:
		f.skip(record, "could not be read: %s", inWords(err))
	}
}

// inWords returns an error of the file system without the path, which the Skip names already.
func inWords(err error) string {
	switch path := (*fs.PathError)(nil); {
	case errors.Is(err, fs.ErrNotExist):
		return "it does not exist"
	case errors.Is(err, fs.ErrPermission):
		return "permission denied"
	case errors.As(err, &path):
		return path.Err.Error()
	}
	return err.Error()
}

// sizeOf returns a number of bytes in the largest unit that divides it.
func sizeOf(n int64) string {
	for _, unit := range []string{"bytes", "KiB", "MiB"} {
		if n < 1024 || n%1024 != 0 {
			return fmt.Sprintf("%d %s", n, unit)
		}
		n /= 1024
	}
	return fmt.Sprintf("%d GiB", n)
}
