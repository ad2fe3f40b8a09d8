package page

import (
	"bytes"
	"errors"
	"io"
	"strings"
)

// A rowScanner finds the cells of one row of a table. Like encoding/csv with LazyQuotes it takes a
// quotation mark inside a cell for itself: only one at the start of a cell opens a quoted cell, and
// only one before a delimiter or a line end closes it. Unlike encoding/csv it bounds a row, keeps its
// bytes, knows where in them each cell stands, and keeps line ends inside cells as they are.
type rowScanner struct {
	layout
	raw     []byte // the row so far
	cells   []cell
	start   int  // where the cell begins that is not yet complete
	at      int  // up to where raw was looked at
	open    bool // whether that cell is quoted and still open
	cut     bool // whether the row ended with that cell open
	columns int  // how many cells the header has, 0 while it is being read
}

// A cell is the range of the content of a cell, without the quotation marks around it.
type cell struct {
	part
	quoted bool
}

func (c cell) decode(raw []byte) string {
	s := validUTF8(raw[c.start:c.end])
	if c.quoted {
		return strings.ReplaceAll(s, `""`, `"`)
	}
	return s
}

// reset prepares for the next row and keeps the memory.
func (r *rowScanner) reset() {
	*r = rowScanner{layout: r.layout, columns: r.columns, raw: r.raw[:0], cells: r.cells[:0]}
}

// feed adds a line with its line end. The row is complete if open is false afterwards.
func (r *rowScanner) feed(line []byte) {
	r.raw = append(r.raw, line...)
	end := len(r.raw)
	if end > r.at && r.raw[end-1] == r.lineEnd {
		end--
	}
	if end > r.at && end < len(r.raw) && r.raw[end-1] == '\r' && r.lineEnd == '\n' {
		end--
	}
	for {
		if !r.open && r.at == r.start && r.at < end && r.raw[r.at] == '"' {
			r.open = true
			r.at++
			r.start = r.at
		}
		if r.open && !r.closeQuote(end) {
			return // the cell goes on in the next line
		}
		next := bytes.IndexByte(r.raw[r.at:end], r.delimiter)
		if next < 0 {
			r.endCell(end)
			r.raw = r.raw[:end]
			return
		}
		r.endCell(r.at + next)
		r.at += next + 1
		r.start = r.at
	}
}

// closeQuote looks for the quotation mark that ends the open cell and stops behind it.
func (r *rowScanner) closeQuote(end int) bool {
	for {
		next := bytes.IndexByte(r.raw[r.at:end], '"')
		if next < 0 {
			r.at = len(r.raw)
			return false
		}
		r.at += next + 1
		switch {
		case r.at == end || r.raw[r.at] == r.delimiter:
			r.cells = append(r.cells, cell{part{r.start, r.at - 1}, true})
			r.open, r.start = false, -1
			return true
		case r.raw[r.at] == '"':
			r.at++
		}
	}
}

// endCell ends an unquoted cell; a quoted one has ended with its quotation mark.
func (r *rowScanner) endCell(end int) {
	if r.start >= 0 {
		r.cells = append(r.cells, cell{part{r.start, end}, false})
	}
}

// finish ends a row whose last cell was not closed at the end of the file.
func (r *rowScanner) finish() {
	if r.open {
		r.cells = append(r.cells, cell{part{r.start, len(r.raw)}, true})
		r.open, r.cut = false, true
	}
}

// errRowTooLong says that a row holds more than MaxPage bytes.
var errRowTooLong = errors.New("row too long")

// next reads one row. If a quotation mark is never closed, the row is given up after max bytes, and
// only its first line counts as read; the rest is put back.
func (r *rowScanner) next(t *tape, max int64) error {
	r.reset()
	first := 0
	for {
		line, err := t.line(max - int64(len(r.raw)) + 1)
		r.feed(line)
		if first == 0 {
			first = len(line)
		}
		switch {
		case err != nil && err != io.EOF && err != errLineTooLong:
			return err
		case err == errLineTooLong || int64(len(r.raw)) > max:
			t.unread(r.raw[min(first, len(r.raw)):])
			return errRowTooLong
		case err == io.EOF && len(r.raw) == 0:
			return io.EOF
		case err == io.EOF && r.open:
			return r.unclosed(t, first)
		case !r.open:
			return nil
		}
	}
}

// errNotClosed says that a row has a quotation mark that opens a cell and is never closed.
var errNotClosed = errors.New("quotation mark not closed")

// unclosed decides about a row that the end of the file leaves open. If its second line has as many
// cells as the header, it is a row of its own, and all but the first line is put back; else the row is
// complete but for its quotation mark.
func (r *rowScanner) unclosed(t *tape, first int) error {
	rest := r.raw[first:]
	line, _, _ := bytes.Cut(rest, []byte{r.lineEnd})
	second := rowScanner{layout: r.layout}
	second.feed(line)
	second.finish()
	if r.columns > 1 && len(second.cells) == r.columns {
		t.unread(rest)
		return errNotClosed
	}
	r.finish()
	return nil
}
