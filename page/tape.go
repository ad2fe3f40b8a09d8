package page

import (
	"bytes"
	"errors"
	"io"
	"slices"
)

// bufferSize is how much is read at once, and how much sniff sees.
const bufferSize = 64 << 10

// A tape is read forwards and can be wound back over bytes that were taken too early.
type tape struct {
	under io.Reader
	buf   []byte // buf[r:w] is read and not yet taken; buf[:r] was taken
	r, w  int
	at    int64 // offset of the next byte
	// lineEnd is the byte that ends a line, '\n' unless it is set otherwise.
	lineEnd byte
	// rewound counts the bytes that were put back: reading the same bytes again and again is bounded
	// by what may be read at all.
	rewound int64
}

func newTape(r io.Reader) *tape { return &tape{under: r, buf: make([]byte, bufferSize), lineEnd: '\n'} }

// errLineTooLong says that a line is longer than was allowed. The bytes up to there were taken.
var errLineTooLong = errors.New("line too long")

// fill reads more. It grows the buffer only if nothing can be made free.
func (t *tape) fill() error {
	switch {
	case t.r == t.w && len(t.buf) > 16*bufferSize:
		t.buf, t.r, t.w = make([]byte, bufferSize), 0, 0
	case t.r == t.w:
		t.r, t.w = 0, 0
	case t.w == len(t.buf) && t.r > 0:
		t.w = copy(t.buf, t.buf[t.r:t.w])
		t.r = 0
	case t.w == len(t.buf):
		t.buf = slices.Grow(t.buf, len(t.buf))
		t.buf = t.buf[:cap(t.buf)]
	}
	for range 100 {
		n, err := t.under.Read(t.buf[t.w:])
		t.w += n
		if n > 0 || err != nil {
			return err
		}
	}
	return io.ErrNoProgress
}

// next takes n bytes that are in the buffer.
func (t *tape) next(n int) []byte {
	b := t.buf[t.r : t.r+n : t.r+n]
	t.r += n
	t.at += int64(n)
	return b
}

// line takes the next line with its line end, which may be missing before an error. If the line is
// longer than limit bytes, it takes that many and returns errLineTooLong. The bytes stay valid until
// the tape is used again.
func (t *tape) line(limit int64) ([]byte, error) {
	for seen := 0; ; {
		end := bytes.IndexByte(t.buf[t.r+seen:t.w], t.lineEnd)
		size := t.w - t.r
		if end >= 0 {
			size = seen + end + 1
		}
		switch {
		case int64(size) > limit:
			return t.next(int(limit)), errLineTooLong
		case end >= 0:
			return t.next(size), nil
		}
		seen = size
		if err := t.fill(); err != nil && t.w-t.r == size {
			return t.next(size), err
		}
	}
}

// dropLine skips the rest of a line.
func (t *tape) dropLine() error {
	for {
		if end := bytes.IndexByte(t.buf[t.r:t.w], t.lineEnd); end >= 0 {
			t.next(end + 1)
			return nil
		}
		t.next(t.w - t.r)
		if err := t.fill(); err != nil && t.r == t.w {
			return err
		}
	}
}

// peek returns the next n bytes without taking them, fewer only with an error. The bytes stay valid
// until the tape is used again.
func (t *tape) peek(n int) ([]byte, error) {
	for t.w-t.r < n {
		before := t.w - t.r
		if err := t.fill(); err != nil && t.w-t.r == before {
			return t.buf[t.r:t.w], err
		}
	}
	return t.buf[t.r : t.r+n], nil
}

// unread puts bytes back that were the last to be taken.
func (t *tape) unread(b []byte) {
	t.at -= int64(len(b))
	t.rewound += int64(len(b))
	if len(b) <= t.r {
		t.r -= len(b) // they are still there
		return
	}
	ahead := t.buf[t.r:t.w]
	whole := make([]byte, len(b)+len(ahead)+bufferSize)
	t.w = copy(whole, b)
	t.w += copy(whole[t.w:], ahead)
	t.buf, t.r = whole, 0
}

// take appends the next n bytes to dst, fewer only with an error.
func (t *tape) take(dst []byte, n int64) ([]byte, error) {
	for n > 0 {
		if t.r == t.w {
			if err := t.fill(); err != nil && t.r == t.w {
				return dst, err
			}
		}
		got := t.next(int(min(n, int64(t.w-t.r))))
		dst = append(dst, got...)
		n -= int64(len(got))
	}
	return dst, nil
}

// drop skips n bytes.
func (t *tape) drop(n int64) error {
	for n > 0 {
		if t.r == t.w {
			if err := t.fill(); err != nil && t.r == t.w {
				return err
			}
		}
		n -= int64(len(t.next(int(min(n, int64(t.w-t.r))))))
	}
	return nil
}
