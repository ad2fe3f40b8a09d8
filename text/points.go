package text

import (
	"sort"
	"unicode/utf8"
)

// pointStep is how many bytes lie between two remembered positions: small enough that a look-up
// decodes a line at most, large enough that the index is a fraction of the text.
const pointStep = 128

// A pointIndex remembers the code point offset of every pointStep-th byte, rounded down to a rune.
// For pure ASCII it is empty: there bytes and code points are the same.
type pointIndex struct {
	ascii bool
	bytes []int
	runes []int
}

func indexPoints(s string) pointIndex {
	ascii := true
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return pointIndex{ascii: true}
	}
	ix := pointIndex{}
	next, n := 0, 0
	for i := range s {
		if i >= next {
			ix.bytes = append(ix.bytes, i)
			ix.runes = append(ix.runes, n)
			next = i + pointStep
		}
		n++
	}
	return ix
}

// CodePoints returns the span as offsets in Unicode code points, the unit of every exported record
// and of the W3C Web Annotation text position selector.
func (d *Doc) CodePoints(s Span) (start, end int) {
	return d.pointAt(s.Start), d.pointAt(s.End)
}

func (d *Doc) pointAt(offset int) int {
	ix := d.points()
	if ix.ascii {
		return offset
	}
	k := sort.SearchInts(ix.bytes, offset+1) - 1
	if k < 0 {
		return 0
	}
	return ix.runes[k] + utf8.RuneCountInString(d.text[ix.bytes[k]:offset])
}

// SpanOf returns the bytes between two code point offsets. It reports false if they do not lie
// inside the text or are in the wrong order.
func (d *Doc) SpanOf(start, end int) (Span, bool) {
	if start < 0 || end < start {
		return Span{}, false
	}
	from, ok1 := d.byteAt(start)
	to, ok2 := d.byteAt(end)
	return Span{from, to}, ok1 && ok2
}

func (d *Doc) byteAt(point int) (int, bool) {
	ix := d.points()
	if ix.ascii {
		return point, point <= len(d.text)
	}
	k := sort.SearchInts(ix.runes, point+1) - 1
	if k < 0 {
		return 0, point == 0
	}
	at, left := ix.bytes[k], point-ix.runes[k]
	for left > 0 {
		if at >= len(d.text) {
			return 0, false
		}
		_, size := utf8.DecodeRuneInString(d.text[at:])
		at += size
		left--
	}
	return at, true
}
