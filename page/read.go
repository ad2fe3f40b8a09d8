package page

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"iter"
	"time"
)

// Options bound and steer reading. The zero value means the defaults.
type Options struct {
	// MaxPage is the largest page that is read, in bytes after decompression; default 32 MiB.
	// A larger page is skipped.
	MaxPage int64
	// MaxFile is the largest amount that is read from one input file, in bytes after decompression;
	// default 8 GiB. It bounds containers (WARC, JSON lines, CSV, all entries of a ZIP archive together),
	// not single pages.
	MaxFile int64
	// MaxDepth is how deep folders are followed; default 32.
	MaxDepth int
	// Captured is the capture time of pages that have none of their own; zero if unknown.
	Captured time.Time
	// FieldNames maps a field of Fields, by its lower-case name (“url”, “title”, “text”, …), to the
	// name that it has in the user's records, where that is not among the usual names. FieldAliases
	// lists the fields; others are ignored.
	FieldNames map[string]string
	// Stdin is read for the path “-”.
	Stdin io.Reader
}

// Read yields the pages below paths in order: the order of paths, and inside a folder the order of
// names by bytes. For each input exactly one of page and skip is not nil. It stops early only when
// ctx is done or the consumer stops; the caller checks ctx.Err.
//
// A file is taken for what its bytes say, its name counting only where they are silent. One page is
// held in memory at a time, with some 300 bytes for each page of a web archive that was read before. A
// ZIP archive and a WACZ must be files, because their directory stands at their end.
//
// Whatever cannot be read is a Skip, with these exceptions: what file systems and version control keep
// for themselves in a folder (.DS_Store, Thumbs.db, .git and the like), links to something that is read
// under its own name anyway, blank lines, records of a WARC that tell about the crawl, and pictures and
// frames inside an MHTML file. Of the records of a WARC that are no pages, and of what a browser saved
// beside a page, one Skip tells for all.
//
// A revisit record of a WARC says that a page was captured again and had not changed. It is no page of
// its own, because the same bytes must not be counted as a second witness: a Skip tells when it was
// captured again, and which page of these archives it repeats. Revisits whose page has not been read
// by then are told at the end, after the last path.
func Read(ctx context.Context, paths []string, o Options) iter.Seq2[*Page, *Skip] {
	return func(yield func(*Page, *Skip) bool) {
		r := newReader(ctx, o, yield)
		for _, path := range paths {
			if r.stopped() {
				return
			}
			r.path(path)
		}
		r.endRevisits()
	}
}

func (o Options) withDefaults() Options {
	if o.MaxPage <= 0 {
		o.MaxPage = 32 << 20
	}
	if o.MaxFile <= 0 {
		o.MaxFile = 8 << 30
	}
	if o.MaxDepth <= 0 {
		o.MaxDepth = 32
	}
	return o
}

// A reader is one call of Read.
type reader struct {
	Options
	ctx   context.Context
	names fieldNames
	yield func(*Page, *Skip) bool
	done  bool // the consumer has stopped
	// captures are the pages of web archives that were read so far.
	captures captures
}

func newReader(ctx context.Context, o Options, yield func(*Page, *Skip) bool) *reader {
	return &reader{Options: o.withDefaults(), ctx: ctx, yield: yield, names: newFieldNames(o.FieldNames), captures: newCaptures()}
}

func (r *reader) stopped() bool { return r.done || r.ctx.Err() != nil }

func (r *reader) page(p *Page) {
	if !r.stopped() {
		r.done = !r.yield(p, nil)
	}
}

func (r *reader) skip(source Source, format string, args ...any) {
	if !r.stopped() {
		r.done = !r.yield(nil, &Skip{Source: source, Reason: fmt.Sprintf(format, args...)})
	}
}

// leaveOut reports what is no page and was not expected to be one.
func (r *reader) leaveOut(source Source, format string, args ...any) {
	if !r.stopped() {
		r.done = !r.yield(nil, &Skip{Source: source, Reason: fmt.Sprintf(format, args...), Beside: true})
	}
}

// sum returns the hexadecimal SHA-256 of raw.
func sum(raw []byte) string {
	s := sha256.Sum256(raw)
	return hex.EncodeToString(s[:])
}
