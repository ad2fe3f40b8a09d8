package page

import (
	"sort"
	"sync"
	"unicode/utf8"
)

// A part is a half-open range of bytes.
type part struct{ start, end int }

// partSeparator stands between the parts of a text that a record gives as a list.
const partSeparator = "\n\n"

// A syntax is how the text of a record is written in its file.
type syntax int

const (
	verbatim   syntax = iota // nothing is escaped
	jsonSyntax               // JSON strings, without their quotation marks
	cellSyntax               // a quoted cell of a table: a doubled quotation mark stands for one
)

// Locate returns the bytes of Raw that the words at [start, end) were decoded from. The offsets are
// bytes of the text that the article is read from: Body; for a Record Fields.HTML or, if that is
// empty, Fields.Text. The words at the found place are those that Decode returns: entities and tags of
// HTML are not undone, escapes of JSON, doubled quotation marks of CSV and the character set are.
//
// It reports false if the offsets do not lie between characters of that text, or if the page was not
// made by Read and its Body is not what Raw decodes to. The first call on a page that is not UTF-8 or
// that has escapes walks over Raw once; every further call costs the decoding of some hundred bytes.
// Several goroutines may call it on one page.
func (p *Page) Locate(start, end int) (rawStart, rawEnd int, ok bool) {
	a := p.alignment()
	if a == nil || start < 0 || end < start {
		return 0, 0, false
	}
	first := a.runAt(func(r *run) int { return r.text.end }, start+1)
	rawStart, ok = a.rawAt(first, start)
	if !ok || start == end {
		return rawStart, rawStart, ok
	}
	last := a.runAt(func(r *run) int { return r.text.end }, end)
	rawEnd, ok = a.rawAt(last, end)
	return rawStart, rawEnd, ok
}

// Decode returns the words that the bytes [rawStart, rawEnd) of Raw stand for in the text that the
// article is read from: the inverse of Locate. It reports false if the offsets do not lie between
// characters of that text.
func (p *Page) Decode(rawStart, rawEnd int) (string, bool) {
	a := p.alignment()
	if a == nil || rawStart < 0 || rawEnd < rawStart {
		return "", false
	}
	start, ok1 := a.textAt(a.runAt(func(r *run) int { return r.raw.end }, rawStart+1), rawStart)
	if rawStart == rawEnd {
		return "", ok1
	}
	end, ok2 := a.textAt(a.runAt(func(r *run) int { return r.raw.end }, rawEnd), rawEnd)
	if !ok1 || !ok2 {
		return "", false
	}
	return a.text[start:end], true
}

// content is the text that the article is read from.
func (p *Page) content() string {
	switch {
	case p.Format != Record:
		return p.Body
	case p.Fields == nil:
		return ""
	case p.Fields.HTML != "":
		return p.Fields.HTML
	}
	return p.Fields.Text
}

// places holds the alignment of a page once it was asked for.
type places struct {
	once  sync.Once
	found *alignment
}

func (p *Page) alignment() *alignment {
	if p.places == nil {
		return align(p)
	}
	p.places.once.Do(func() { p.places.found = align(p) })
	return p.places.found
}

// An alignment ties a text to the bytes that it was decoded from. Between its runs stand separators
// that were not decoded from anything.
type alignment struct {
	raw  []byte
	text string
	runs []run
}

// A run is a stretch of the text that was decoded without a break.
type run struct {
	raw, text part
	same      bool // the bytes are those of the text
	decoder   decoder
	marks     []mark
}

// A mark is a place between two characters, so that decoding need not begin at the start.
type mark struct {
	raw, text int
	state     string // what a decoder of a character set with states has to read first
}

// markStep is how many bytes lie between two marks at least.
const markStep = 256

// align returns the alignment of the content of p, or nil if it does not fit to Raw.
func align(p *Page) *alignment {
	a := &alignment{raw: p.Raw, text: p.content()}
	d := decoder(utf8Decoder{})
	parts := p.parts
	switch {
	case p.Format != Record:
		mark := markLength(p.Raw, p.Charset)
		parts = []part{{mark, len(p.Raw)}}
		if d = decoderOf(p.Charset); d == nil {
			return nil
		}
	case p.syntax == jsonSyntax:
		d = jsonDecoder{}
	case p.syntax == cellSyntax:
		d = cellDecoder{}
	}
	at := 0
	for i, part := range parts {
		if i > 0 {
			at += len(partSeparator)
		}
		r, ok := a.align(part, at, d, i == len(parts)-1)
		if !ok {
			return nil
		}
		at = r.text.end
		a.runs = append(a.runs, r)
	}
	if at != len(a.text) {
		return nil
	}
	return a
}

// align aligns the bytes of one part with the text from at on, with all of it if it is the last part.
func (a *alignment) align(raw part, at int, d decoder, last bool) (run, bool) {
	r := run{raw: raw, decoder: d}
	size := raw.end - raw.start
	if at > len(a.text) || raw.start > raw.end || raw.end > len(a.raw) {
		return r, false
	}
	if rest := a.text[at:]; (size == len(rest) || size < len(rest) && !last) && rest[:size] == string(a.raw[raw.start:raw.end]) {
		r.same, r.text = true, part{at, at + size}
		return r, true
	}
	d = d.resume("")
	r.marks = append(r.marks, mark{raw: raw.start, text: at})
	for k := raw.start; k < raw.end; {
		size, width := d.step(a.raw[k:raw.end])
		k, at = k+size, at+width
		if last := r.marks[len(r.marks)-1]; k-last.raw >= markStep {
			r.marks = append(r.marks, mark{k, at, d.state()})
		}
	}
	r.text = part{r.marks[0].text, at}
	return r, at <= len(a.text)
}

// runAt returns the first run whose end, as given by end, is at least least.
func (a *alignment) runAt(end func(*run) int, least int) *run {
	i := sort.Search(len(a.runs), func(i int) bool { return end(&a.runs[i]) >= least })
	if i == len(a.runs) {
		if i == 0 {
			return nil
		}
		i-- // the place behind the last character
	}
	return &a.runs[i]
}

func (a *alignment) rawAt(r *run, text int) (int, bool) {
	if r == nil || text < r.text.start || text > r.text.end {
		return 0, false
	}
	if r.same {
		whole := text == len(a.text) || utf8.RuneStart(a.text[text])
		return r.raw.start + text - r.text.start, whole
	}
	i := sort.Search(len(r.marks), func(i int) bool { return r.marks[i].text > text }) - 1
	at := a.walk(r, r.marks[i], func(at mark) bool { return at.text >= text })
	return at.raw, at.text == text
}

func (a *alignment) textAt(r *run, raw int) (int, bool) {
	if r == nil || raw < r.raw.start || raw > r.raw.end {
		return 0, false
	}
	if r.same {
		text := r.text.start + raw - r.raw.start
		return text, text == len(a.text) || utf8.RuneStart(a.text[text])
	}
	i := sort.Search(len(r.marks), func(i int) bool { return r.marks[i].raw > raw }) - 1
	at := a.walk(r, r.marks[i], func(at mark) bool { return at.raw >= raw })
	return at.text, at.raw == raw
}

// walk decodes from a mark on until there holds or the run ends.
func (a *alignment) walk(r *run, at mark, there func(mark) bool) mark {
	d := r.decoder.resume(at.state)
	for !there(at) && at.raw < r.raw.end {
		size, width := d.step(a.raw[at.raw:r.raw.end])
		at.raw, at.text = at.raw+size, at.text+width
	}
	return at
}
