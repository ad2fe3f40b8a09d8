package page

import (
	"fmt"
	"io"
)

// fatal reports whether an error ends the reading of a file before its end.
func fatal(err error) bool { return err != nil && err != io.EOF }

// values reads JSON values one after another: an array of records, an object that holds one, or a
// single record. Arrays are read item by item.
func (f *file) values(t *tape) {
	defer f.endTroubles()
	for n := 0; !f.stopped(); {
		c, err := t.jsonSpace()
		switch {
		case err != nil:
			if fatal(err) {
				f.failed("", err)
			} else if n == 0 && f.troubles == 0 {
				f.skip("", "the file holds no records")
			}
			return
		case c == '[':
			if !f.array(t, &n) {
				return
			}
		case c == '{':
			if !f.whole(t, &n) {
				return
			}
		default:
			f.trouble("", "not valid JSON: something else than an object or a list stands behind item %d, at byte %d", n, t.at+1)
			return
		}
	}
}

// array reads the items of an array and counts them in n. It reports false if the file ended.
func (f *file) array(t *tape, n *int) bool {
	t.next(1)
	for !f.stopped() {
		c, err := t.jsonSpace()
		switch {
		case err != nil:
			f.ended(fmt.Sprintf("item %d", *n), err, "after it, inside a list")
			return false
		case c == ']':
			t.next(1)
			return true
		case c == ',':
			t.next(1)
			continue
		case c == '}' || c == ':':
			f.trouble("", "not valid JSON: %q stands behind item %d, at byte %d; nothing behind it is read", rune(c), *n, t.at+1)
			return false
		}
		*n++
		name := fmt.Sprintf("item %d", *n)
		var e extent
		data, err := t.value(&e, f.MaxPage)
		if err == errLineTooLong {
			f.tooLarge(name)
			err = t.dropValue(&e)
			data = nil
		}
		if err != nil {
			f.ended(name, err, "inside it")
			return false
		}
		if len(data) > 0 {
			f.object(name, data, "")
		}
	}
	return false
}

// whole reads an object as a record or as the wrapper of a list. It reports false if the file ended.
func (f *file) whole(t *tape, n *int) bool {
	var e extent
	data, err := t.value(&e, f.MaxPage)
	switch {
	case err == errLineTooLong:
		t.unread(data)
		return f.stream(t, n)
	case err != nil:
		*n++
		f.ended(fmt.Sprintf("item %d", *n), err, "inside it")
		return false
	}
	if found, err := f.find(data); err == nil && !found.isRecord() && len(found.lists) > 0 {
		f.wrapped(data, found.lists, "", n)
		return true
	}
	*n++
	f.object(fmt.Sprintf("item %d", *n), data, "")
	return true
}

// stream reads an object that is too large to be held: the records of its lists of objects. Whatever
// else it holds is passed over.
func (f *file) stream(t *tape, n *int) bool {
	before := *n
	t.next(1)
	for !f.stopped() {
		c, err := t.jsonSpace()
		switch {
		case err != nil:
			f.ended(fmt.Sprintf("item %d", *n), err, "after it")
			return false
		case c == '}':
			t.next(1)
			if *n == before {
				f.tooLarge("")
			}
			return true
		case c == ',' || c == ':':
			t.next(1)
		case c == '[' && listAhead(t):
			if !f.array(t, n) {
				return false
			}
		default:
			var e extent
			if err := t.dropValue(&e); err != nil {
				f.ended(fmt.Sprintf("item %d", *n), err, "after it")
				return false
			}
		}
	}
	return false
}

// listAhead reports whether the array that comes next holds objects.
func listAhead(t *tape) bool {
	head, _ := t.peek(64)
	for _, c := range head[1:] {
		if c != ' ' && c != '\t' && c != '\r' && c != '\n' {
			return c == '{'
		}
	}
	return false
}

// ended reports that a file ends, or cannot be read further, where it must not.
func (f *file) ended(name string, err error, where string) {
	if fatal(err) {
		f.failed(name, err)
		return
	}
	f.trouble(name, "cut off: the file ends %s", where)
}
