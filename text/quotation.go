package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxQuotation is the longest quotation in bytes. A mark without a partner within that is none.
const maxQuotation = 4000

// quoteMarks are the marks that open a quotation, each with those that close it. German closes with
// what English opens with, Danish turns the French marks round, Swedish and Finnish open and close
// alike, and Arabic pages often have the English marks the wrong way round.
var quoteMarks = [...]struct {
	open   rune
	closes string
	// either marks those that open as well as close: alone they say nothing.
	either bool
}{
	{'“', "”", false}, {'„', "“”", false}, {'”', "”“", true},
	{'«', "»", false}, {'»', "«»", true}, {'‹', "›", false}, {'›', "‹", true},
	{'「', "」", false}, {'『', "』", false}, {'〝', "〞〟", false},
	{'‘', "’", true}, {'‚', "‘’", true}, {'"', `"`, true}, {'＂', "＂", true},
}

// Quotations returns what stands between quotation marks, in order, without the marks. Of quotations
// inside each other only the outer is given. Single marks count where no letter is behind a closing
// or before an opening one, so that an apostrophe is none.
//
// A quotation ends in the paragraph in which it begins, with one exception: what is not closed there
// reaches to its end if the next paragraph goes on with the quotation, that is, begins with the same
// mark or closes it. Then the next paragraph is quoted up to the closing mark, too. A mark that opens
// again before it was closed begins anew.
func (d *Doc) Quotations() []Span { return d.quotations() }

// quotations costs one pass over s.
func quotations(s string, paragraphs []Span) []Span {
	var all []Span
	var before quotationScan
	for _, p := range paragraphs {
		now := quotationScan{from: p.Start}
		now.scan(s[p.Start:p.End])
		all = append(all, before.carried(s, p, &now)...)
		all = append(all, outermost(now.found)...)
		before, before.to = now, p.End
	}
	return slices.Clip(outermost(all))
}

// A quotationScan is what one paragraph says about quotations.
type quotationScan struct {
	from, to int
	open     [len(quoteMarks)]int // by mark: 1 + where the quotation began, 0 for none
	found    []Span
	first    mark // the first mark of the paragraph that is no apostrophe
	stray    int  // where it stands, if it closes what was opened before; else 0
}

// A mark is a rune of the text and what stands on both sides of it; a space at the ends.
type mark struct{ before, rune, after rune }

func (q *quotationScan) scan(s string) {
	before := ' '
	for i, r := range s {
		if mayQuote(r) {
			after := ' '
			if next := i + utf8.RuneLen(r); next < len(s) {
				after, _ = utf8.DecodeRuneInString(s[next:])
			}
			q.read(mark{before, r, after}, q.from+i)
		}
		before = r
	}
}

// mayQuote leaves out nearly every rune that is no quotation mark.
func mayQuote(r rune) bool {
	return r == '"' || r == '«' || r == '»' || r >= 0x2018 && (r <= 0x203a || r >= 0x300a && r <= 0x301f || r == '＂')
}

// read takes in a mark at its place in the text.
func (q *quotationScan) read(m mark, at int) {
	if k := q.closed(m, at); k >= 0 {
		q.found = append(q.found, Span{q.open[k] - 1, at})
		q.open[k] = 0
		return
	}
	if q.first.rune == 0 && m.closing() && !unicode.IsSpace(m.before) {
		q.first, q.stray = m, at
	}
	if !m.opens() {
		return
	}
	for k, known := range quoteMarks {
		if known.open == m.rune {
			q.open[k] = at + utf8.RuneLen(m.rune) + 1
			if q.first.rune == 0 {
				q.first = m
			}
		}
	}
}

// closed returns which of the open quotations the mark closes: the one that was opened last, -1 for
// none.
func (q *quotationScan) closed(m mark, at int) int {
	last := -1
	if !m.closing() {
		return last
	}
	for k, known := range quoteMarks {
		if q.open[k] > 0 && at-q.open[k] < maxQuotation && strings.ContainsRune(known.closes, m.rune) && (last < 0 || q.open[k] > q.open[last]) {
			last = k
		}
	}
	return last
}

// closing reports whether the mark may close a quotation: any may but an apostrophe in a word. Korean
// hangs its particles on the closing mark, and scripts without spaces know no apostrophe either.
func (m mark) closing() bool {
	return m.rune != '’' || !wordRune(m.after) || unicode.Is(unicode.Hangul, m.after) || unicode.In(m.after, unspaced...)
}

// opens reports whether the mark may open a quotation. Those that close as well open only where it
// looks like it: before a word, and single ones not behind one. The years of “the ‘90s” are no
// quotation. Straight marks may stand anywhere: Arabic writes them behind a preposition, and some
// put spaces inside.
func (m mark) opens() bool {
	switch m.rune {
	case '‘', '‚':
		return !wordRune(m.before) && unicode.IsLetter(m.after)
	case '”', '›':
		return unicode.IsSpace(m.before) || !unicode.IsSpace(m.after) && !unicode.IsPunct(m.after)
	case '»':
		return !unicode.IsSpace(m.after)
	}
	return true
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// carried returns the stretches of a quotation that was left open in the paragraph scanned before
// and goes on in the next, p.
func (q *quotationScan) carried(s string, p Span, next *quotationScan) []Span {
	for k, known := range quoteMarks {
		if q.open[k] == 0 || known.either || q.to-q.open[k] >= maxQuotation {
			continue
		}
		tail := Span{q.open[k] - 1, q.to}
		switch {
		case strings.HasPrefix(s[p.Start:p.End], string(known.open)):
			return []Span{tail}
		case next.stray > 0 && next.stray-p.Start < maxQuotation && strings.ContainsRune(known.closes, next.first.rune):
			return []Span{tail, {p.Start, next.stray}}
		}
	}
	return nil
}

// outermost sorts spans and leaves out those that begin inside others, and empty ones.
func outermost(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	out := spans[:0]
	for _, s := range spans {
		if !s.Empty() && (len(out) == 0 || s.Start >= out[len(out)-1].End) {
			out = append(out, s)
		}
	}
	return out
}
