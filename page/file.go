package page

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"time"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/transform"
)

// maxLayers is how often a file may be compressed.
const maxLayers = 2

// maxTroubles is how many records of one file are reported one by one if they cannot be read.
const maxTroubles = 100

var (
	errStopped      = errors.New("stopped")
	errFileTooLarge = errors.New("file too large")
)

// A file is one input while it is being read.
type file struct {
	*reader
	path     string
	gz       *gunzip // the innermost; nil if the file is not compressed
	charset  charset // of the records of a container
	troubles int
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
	under := newStored(&bounded{r.ctx, in, r.MaxFile}, seeker)
	for layer := 0; ; layer++ {
		head, _ := under.Peek(len(gzipMagic))
		if string(head) != string(gzipMagic) {
			break
		}
		if layer == maxLayers {
			f.skip("", "compressed more than %d times with gzip; unpack it first", maxLayers)
			return
		}
		f.gz = newGunzip(under)
		under = newStored(&bounded{r.ctx, f.gz, r.MaxFile}, nil)
	}
	f.dispatch(newTape(under))
}

// dispatch reads the decompressed content as what it looks like.
func (f *file) dispatch(t *tape) {
	head, err := t.peek(bufferSize)
	if len(head) == 0 && err != nil && err != io.EOF {
		f.failed("", err)
		return
	}
	v := sniff(head, f.path, f.names)
	switch v.kind {
	case kindEmpty:
		f.skip("", "the file is empty")
	case kindOther:
		f.skip("", "not a text: looks like %s", v.looks)
	case kindWARC:
		f.warc(t)
	case kindHTML:
		f.single(t, HTML)
	case kindText, kindGzip: // file has undone gzip already
		f.single(t, Text)
	case kindJSONLines:
		f.lines(f.decoded(t, head))
	case kindJSON:
		f.values(f.decoded(t, head))
	case kindTable:
		f.table(f.decoded(t, head), v.delimiter)
	}
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
	p := &Page{Source: Source{Path: f.path}, Format: format, Raw: raw}
	switch bad := (*damage)(nil); {
	case int64(len(raw)) > f.MaxPage:
		f.tooLarge("")
		return
	case errors.As(err, &bad):
		p.warn("cut off after %d bytes: %v", len(raw), bad)
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
	p.SHA256 = sum(p.Raw)
	p.places = new(places)
	f.page(p)
}

// skip reports that a record, or the whole file if record is empty, could not be read.
func (f *file) skip(record, format string, args ...any) {
	f.reader.skip(Source{f.path, record}, format, args...)
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

// timeLayouts are the ways in which captures are dated.
var timeLayouts = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02 15:04:05.999999999Z07:00", "2006-01-02 15:04:05.999999999 -0700 MST",
	"2006-01-02 15:04:05.999999999", "2006-01-02T15:04Z07:00", "2006-01-02T15:04", "2006-01-02 15:04", "2006-01-02",
	"20060102150405", "20060102T150405Z", time.RFC1123, time.RFC1123Z, time.ANSIC,
}

// parseTime reads the date of a capture; one without a zone is in UTC.
func parseTime(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	for _, layout := range timeLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
