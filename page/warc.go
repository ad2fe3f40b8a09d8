package page

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// maxHeader is the largest header of a WARC record or of an HTTP response that is read, in bytes.
const maxHeader = 64 << 10

// A warcFile is the reading of a web archive (ISO 28500), compressed or not.
//
// The pages are the “response” records with status 200 and the “resource” and “conversion” records
// whose content is HTML or plain text. Other content, other statuses and the rest of segmented records
// are counted and told of in one Skip at the end; a “revisit” record tells that a page was captured again
// (see revisit); “request”, “metadata” and “warcinfo” records tell about the crawl and are passed over, as
// are robots.txt and what a crawler noted for itself.
type warcFile struct {
	*file
	tape  *tape
	block []byte // of the current record, as far as it was held
	other tally
	pages int
	// revisits counts the records of revisits, and noted those that were told one by one.
	revisits, noted int
}

// A warcRecord is the header of a record and where it begins.
type warcRecord struct {
	place  string
	header headers
	length int64
}

var (
	errNoVersion = errors.New("no WARC record begins here")
	errNoLength  = errors.New("its Content-Length is missing or no number")
	errLength    = errors.New("its Content-Length is wrong")
	errCutHeader = errors.New("its header breaks off where another record begins")
	errHeader    = fmt.Errorf("its header is malformed or longer than %s", sizeOf(maxHeader))
)

// warc reads a web archive. A broken record is reported, and reading goes on at the next.
func (f *file) warc(t *tape) {
	w := &warcFile{file: f, tape: t, other: tally{}}
	defer w.end()
	for !w.stopped() {
		record, err := w.next()
		if err == nil {
			err = w.read(record)
		}
		switch {
		case err == nil:
		case err == io.EOF && record.place == "":
			return
		case errors.Is(err, errStopped), errors.Is(err, errFileTooLarge):
			w.failed("", err)
			return
		case !w.recover(record.place, err):
			return
		}
	}
}

// end tells what the archive held beside pages.
func (w *warcFile) end() {
	w.endTroubles()
	if w.pages+w.troubles+w.revisits+len(w.other) == 0 {
		w.skip("", "the archive holds no pages")
	}
	if len(w.other) > 0 {
		w.leaveOut("", "%s of text and left out: %s", countOf(w.other.sum(), "record of the archive is no page", "records of the archive are no pages"), w.other)
	}
}

// next reads the header of the next record. At the end it returns io.EOF and no place.
func (w *warcFile) next() (warcRecord, error) {
	w.block = w.block[:0]
	for {
		b, err := w.tape.peek(1)
		if len(b) == 0 {
			var r warcRecord
			if err != io.EOF {
				r.place = w.place()
			}
			return r, err
		}
		if b[0] != '\r' && b[0] != '\n' {
			break
		}
		w.tape.next(1)
	}
	r := warcRecord{place: w.place()}
	head, err := w.tape.peek(len("WARC/1."))
	switch {
	case warcVersion(head):
	case fatal(err):
		return r, err
	default:
		return r, errNoVersion
	}
	header, err := readHeaders(w.tape)
	if err != nil {
		return r, err
	}
	r.header = header
	r.length, err = strconv.ParseInt(header.get("Content-Length"), 10, 64)
	if err != nil || r.length < 0 {
		return r, errNoLength
	}
	return r, nil
}

// place names the record that begins at the next byte.
func (w *warcFile) place() string {
	if w.packed != nil {
		return w.packed.place(w.tape.at)
	}
	return fmt.Sprintf("offset %d", w.tape.at)
}

// read reads the block of a record and yields its page, if it is one.
func (w *warcFile) read(r warcRecord) error {
	w.block = w.block[:0]
	// The header of the HTTP response is no part of the page.
	held := r.length <= w.MaxPage+maxHeader
	var err error
	if held {
		w.block, err = w.tape.take(w.block, r.length)
	} else {
		w.block, err = w.tape.take(w.block, maxHeader)
		if err == nil {
			err = w.tape.drop(r.length - maxHeader)
		}
	}
	if err != nil {
		return err
	}
	if b, _ := w.tape.peek(5); !recordEnds(b) {
		return errLength
	}
	w.page(r, held)
	return nil
}

// recordEnds reports whether what follows a block is a line end, another record or the end.
func recordEnds(b []byte) bool {
	return len(b) == 0 || b[0] == '\r' || b[0] == '\n' || string(b) == "WARC/"
}

// recover reports a broken record and finds the next one. Where a record claims to be longer than it
// is, the next one has been read as a part of it. It reports false at the end of the file.
func (w *warcFile) recover(place string, err error) bool {
	next := -1
	if err == errLength || err == io.EOF {
		next = recordInside(w.block)
	}
	bad := (*damage)(nil)
	switch {
	case errors.As(err, &bad):
		w.trouble(place, "broken record: %v", bad)
		w.tape.next(w.tape.w - w.tape.r) // what is left of the damaged member
		return w.packed != nil && w.packed.resume()
	case next >= 0:
		w.trouble(place, "broken record: %v", errLength)
		w.tape.unread(w.block[next+1:])
		if w.tape.rewound > w.MaxFile {
			w.failed("", errFileTooLarge)
			return false
		}
		return true
	case err == io.EOF:
		w.trouble(place, "broken record: the file ends inside it")
		return false
	case !isBroken(err):
		w.failed(place, err)
		return false
	}
	w.trouble(place, "broken record: %v", err)
	return w.resume()
}

// recordInside returns where a record begins inside a block that claims to be longer than it is, or -1.
func recordInside(block []byte) int {
	for at := 0; ; {
		next := bytes.Index(block[at:], []byte("\nWARC/"))
		if next < 0 {
			return -1
		}
		if at += next; warcVersion(block[at+1:]) {
			return at
		}
		at++
	}
}

// isBroken reports whether an error lies in a record rather than in reading the file.
func isBroken(err error) bool {
	return err == errNoVersion || err == errNoLength || err == errLength || err == errHeader || err == errCutHeader
}

// resume skips lines up to the next that begins a record.
func (w *warcFile) resume() bool {
	for {
		if head, _ := w.tape.peek(len("WARC/1.")); warcVersion(head) {
			return true
		}
		if err := w.tape.dropLine(); err != nil {
			bad := (*damage)(nil)
			return errors.As(err, &bad) && w.packed != nil && w.packed.resume()
		}
	}
}
