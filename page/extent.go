package page

import (
	"bytes"
	"io"
)

// An extent finds where a JSON value ends by its brackets and quotation marks alone, so that a value
// that is broken inside, or too large to be kept, can be passed over.
type extent struct {
	depth   int
	quoted  bool
	escaped bool
	began   bool
	done    bool
}

// scan looks at more bytes of the value and returns how many of them belong to it, and whether it is
// complete. The first byte of a value must not be white space.
func (e *extent) scan(b []byte) (n int, done bool) {
	for i, c := range b {
		switch {
		case e.escaped:
			e.escaped = false
		case e.quoted && c == '\\':
			e.escaped = true
		case e.quoted:
			if c == '"' {
				e.quoted = false
				if e.depth == 0 {
					return i + 1, true
				}
			}
		case c == '"':
			e.quoted = true
		case c == '{' || c == '[':
			e.depth++
		case c == '}' || c == ']':
			if e.depth <= 1 {
				if e.began && e.depth == 0 {
					return i, true // a number or a word ends before a bracket
				}
				return i + 1, true
			}
			e.depth--
		case e.depth == 0 && e.began && (c == ',' || c == ':' || c <= ' '):
			return i, true
		}
		e.began = true
	}
	return len(b), false
}

// value takes the next JSON value. If it is longer than limit bytes, it takes some of it and returns
// errLineTooLong; then e, which starts empty, tells dropValue how to go on. The bytes stay valid until
// the tape is used again.
func (t *tape) value(e *extent, limit int64) ([]byte, error) {
	for seen := 0; ; {
		n, done := e.scan(t.buf[t.r+seen : t.w])
		size := seen + n
		switch {
		case int64(size) > limit:
			e.done = done
			return t.next(size), errLineTooLong
		case done:
			return t.next(size), nil
		}
		seen = size
		if err := t.fill(); err != nil && t.w-t.r == seen {
			return t.next(seen), err
		}
	}
}

// dropValue skips the rest of a value that value found too long.
func (t *tape) dropValue(e *extent) error {
	for !e.done {
		n, done := e.scan(t.buf[t.r:t.w])
		t.next(n)
		if e.done = done; done {
			break
		}
		if err := t.fill(); err != nil && t.r == t.w {
			return err
		}
	}
	return nil
}

// jsonSpace skips white space and returns the byte behind it without taking it.
func (t *tape) jsonSpace() (byte, error) {
	for {
		b, err := t.peek(1)
		switch {
		case len(b) == 0:
			return 0, err
		case bytes.IndexByte([]byte(" \t\r\n"), b[0]) < 0:
			return b[0], nil
		}
		t.next(1)
	}
}

// Read makes a tape readable as a whole.
func (t *tape) Read(p []byte) (int, error) {
	if t.r == t.w {
		if err := t.fill(); err != nil && t.r == t.w {
			return 0, err
		}
	}
	return copy(p, t.next(min(len(p), t.w-t.r))), nil
}

var _ io.Reader = (*tape)(nil)
