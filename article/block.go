package article

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// A block is a stretch of a page that is shown as one piece: a paragraph, a heading, a list item, a
// line of a menu. It remembers which bytes of the source each of its own bytes came from.
type block struct {
	text     string // white space collapsed to single spaces, none at the ends
	role     string // as Paragraph.Role
	why      string // why the mark-up around it says that it is furniture; empty if it does not
	mark     *mark  // the element that says so
	lead     bool   // whether the mark-up calls it the standfirst
	cell     *cell  // the cell of a table that it stands in, nil if in none
	segments []segment
	links    []blockLink
}

// A segment maps a run of bytes of a block to the source it came from. It reaches to the next
// segment. Where both runs are equally long they map byte by byte; otherwise (character references)
// the run stands for the whole of [from, to).
type segment struct {
	at       int // offset in block.text
	from, to int // offsets in the source, half-open
}

// A blockLink is a link inside a block: its address as written and the bytes of text that carry it.
type blockLink struct {
	href       string
	start, end int
}

// source returns the bytes of the source that show text[start:end], which must not be empty.
func (b *block) source(start, end int) (from, to int) {
	i := b.segmentAt(start)
	j := b.segmentAt(end - 1)
	first, last := b.segments[i], b.segments[j]
	from, to = first.from, last.to
	if b.segmentLen(i) == first.to-first.from {
		from += start - first.at
	}
	if b.segmentLen(j) == last.to-last.from {
		to = last.from + end - last.at
	}
	return from, to
}

// segmentAt returns the index of the segment that holds the byte at offset.
func (b *block) segmentAt(offset int) int {
	lo, hi := 0, len(b.segments)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; b.segments[mid].at <= offset {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}

func (b *block) segmentLen(i int) int {
	if i+1 < len(b.segments) {
		return b.segments[i+1].at - b.segments[i].at
	}
	return len(b.text) - b.segments[i].at
}

// A blockBuilder collects the text of one block.
type blockBuilder struct {
	buf      []byte
	segments []segment
	links    []blockLink
	space    int // offset in the source of white space not yet written, -1 if there is none
	href     string
	hrefAt   int
}

func newBlockBuilder() *blockBuilder { return &blockBuilder{space: -1} }

// write adds the raw text of a page that begins at offset in the source. With references it decodes
// the character references of HTML.
func (w *blockBuilder) write(raw string, offset int, references bool) {
	for i := 0; i < len(raw); {
		switch c := raw[i]; {
		case isSpace(c):
			w.blank(offset + i)
			i++
		case c == '&' && references:
			n := referenceLen(raw[i:])
			w.add(html.UnescapeString(raw[i:i+n]), offset+i, offset+i+n)
			i += n
		default:
			n := 1
			for i+n < len(raw) && !isSpace(raw[i+n]) && !(references && raw[i+n] == '&') {
				n++
			}
			w.add(raw[i:i+n], offset+i, offset+i+n)
			i += n
		}
	}
}

// blank notes white space at offset of the source.
func (w *blockBuilder) blank(offset int) {
	if w.space < 0 {
		w.space = offset
	}
}

func (w *blockBuilder) add(s string, from, to int) {
	if strings.TrimLeft(s, " \t\n\r\f") == "" { // a reference such as &#32;
		w.blank(from)
		return
	}
	if w.space >= 0 && len(w.buf) > 0 {
		w.append(" ", w.space, w.space+1)
	}
	w.space = -1
	w.append(s, from, to)
}

func (w *blockBuilder) append(s string, from, to int) {
	at := len(w.buf)
	w.buf = append(w.buf, s...)
	if k := len(w.segments) - 1; k >= 0 && len(s) == to-from {
		last := &w.segments[k]
		if last.to == from && at-last.at == last.to-last.from {
			last.to = to
			return
		}
	}
	w.segments = append(w.segments, segment{at, from, to})
}

// openLink and closeLink mark the text between them as a link.
func (w *blockBuilder) openLink(href string) {
	w.closeLink()
	w.href, w.hrefAt = href, len(w.buf)
}

func (w *blockBuilder) closeLink() {
	if w.href != "" && len(w.buf) > w.hrefAt {
		w.links = append(w.links, blockLink{w.href, w.hrefAt, len(w.buf)})
	}
	w.href = ""
}

// flush returns the block collected so far and begins a new one; it returns nil if nothing in it can
// be read. A link that is open stays open.
func (w *blockBuilder) flush() *block {
	href := w.href
	w.closeLink()
	b := &block{text: string(w.buf), segments: w.segments, links: w.links}
	*w = blockBuilder{buf: w.buf[:0], space: -1, href: href}
	if !readable(b.text) {
		return nil
	}
	return b
}

// readable reports whether s holds a letter or a digit.
func readable(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// maxReference is the length in bytes of the longest character reference that is looked for; the
// longest name of the standard has 33.
const maxReference = 40

// referenceLen returns how many bytes of s, which begins with “&”, may be a character reference.
func referenceLen(s string) int {
	n := 1
	for n < len(s) && n < maxReference && (s[n] == '#' && n == 1 || isAlphanumeric(s[n])) {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	return n
}

func isAlphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// clean returns the words of a block in the form that articles have (see text.Normalize), on one
// line.
func clean(s string) string {
	return strings.TrimFunc(text.Normalize(s), func(r rune) bool { return unicode.IsSpace(r) || r == 0xfeff || r == 0x200b })
}

// runeCount counts characters; two of a script without spaces between words count as in a script
// with them, because they carry about twice as much.
func runeCount(s string) int {
	n := utf8.RuneCountInString(s)
	for _, r := range s {
		if r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			n++
		}
	}
	return n
}

// countWords counts the words that blocks show.
func countWords(blocks []*block) int {
	n := 0
	for _, b := range blocks {
		n += len(text.Tokenize(b.text, nil))
	}
	return n
}
