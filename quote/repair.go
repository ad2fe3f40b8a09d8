package quote

import (
	"strings"
	"unicode"

	"hearsay/text"
)

// read takes in the mark glyphs[i]; first is the first quotation of its paragraph.
func (sc *scanner) read(p text.Span, glyphs []glyph, i, first int) {
	g := glyphs[i]
	d := sc.direction(g)
	top := sc.opened(g)
	if g.family == single && !sc.singleQuotes(p, glyphs, i, d, top) {
		return
	}
	if d == 0 {
		d = 1
		if top >= 0 {
			d = -1
		}
	}
	switch {
	case d > 0 && top >= 0 && g.family != single && (g.shape == '"' || !sc.directional(g)):
		// A mark that looks like an opening one while its own kind is open: the closing one before it
		// is missing.
		sc.closeInferred(p, top, g.at)
		sc.push(g)
	case d > 0:
		sc.push(g)
	case top >= 0:
		sc.close(top, text.Span{Start: g.at, End: g.at + g.size}, ByMark)
	case g.family != single && !unicode.IsDigit(g.before): // behind a digit it stands for inches
		sc.openInferred(p, g, first)
	}
}

// directional reports whether the shape of the mark says by itself that it opens.
func (sc *scanner) directional(g glyph) bool { return g.shape != '"' && g.shape != '＂' }

// opened returns the position in the stack of the innermost open quotation that the mark may close, -1 for none.
func (sc *scanner) opened(g glyph) int {
	for k := len(sc.open) - 1; k >= 0; k-- {
		q := sc.found[sc.open[k]]
		if q.Single == (g.family == single) && sc.familyOf(q) == g.family {
			return k
		}
	}
	return -1
}

func (sc *scanner) familyOf(q quotation) family {
	g := glyph{at: q.Span.Start}
	g.shape = runeAt(sc.s, g.at, len(sc.s))
	g.size = len(string(g.shape))
	g.after = runeAt(sc.s, g.at+g.size, len(sc.s))
	markFamily(&g, sc.s, len(sc.s))
	return g.family
}

// singleQuotes reports whether a single mark is a quotation mark here: nested in another, or in a text that
// quotes with single marks; and not a possessive.
func (sc *scanner) singleQuotes(p text.Span, glyphs []glyph, i, d, top int) bool {
	g := glyphs[i]
	if d >= 0 {
		return (sc.singles || len(sc.open) > 0) && !wordRune(g.before) && !sc.elided(g, p)
	}
	if top < 0 {
		return false
	}
	if (g.before == 's' || g.before == 'S') && blank(g.after) && unicode.IsLower(runeAt(sc.s, g.at+g.size+1, p.End)) {
		for _, later := range glyphs[i+1:] { // “the ministers' plan”: another mark closes
			if later.family == single && sc.direction(later) < 0 {
				return false
			}
			if later.family == single && sc.direction(later) > 0 {
				break
			}
		}
	}
	return true
}

// elided reports whether the mark stands for left-out letters at the beginning of a word: 'em, 'til.
func (sc *scanner) elided(g glyph, p text.Span) bool {
	rest := sc.s[g.at+g.size : p.End]
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(rest)
	}
	return g.shape != '‘' && elisions[strings.ToLower(rest[:end])]
}

var elisions = setOf("em til tis twas cause n bout round ere")

// deepest is how many quotations may be open inside each other; a text with more has stray marks.
const deepest = 6

func (sc *scanner) push(g glyph) {
	if len(sc.open) == deepest {
		return
	}
	q := quotation{Span: text.Span{Start: g.at, End: g.at}, Inner: text.Span{Start: g.at + g.size, End: g.at + g.size}, Parent: -1, Single: g.family == single}
	sc.open = append(sc.open, len(sc.found))
	sc.found = append(sc.found, q)
}

// close ends the open quotation at position k of the stack, and all that were opened inside it.
func (sc *scanner) close(k int, mark text.Span, how Closed) {
	for n := len(sc.open) - 1; n >= k; n-- {
		q := &sc.found[sc.open[n]]
		q.Inner.End, q.Span.End, q.Closed = max(q.Inner.Start, mark.Start), mark.End, how
		if n > k {
			q.Span.End, q.Closed = mark.Start, Inferred
		}
	}
	sc.open = sc.open[:k]
}

// closeInferred ends the quotation at position k of the stack before the byte at limit: behind the last end of
// a sentence or clause in it, or right there.
func (sc *scanner) closeInferred(p text.Span, k, limit int) {
	start := sc.found[sc.open[k]].Inner.Start
	words := strings.TrimRightFunc(sc.s[start:limit], unicode.IsSpace)
	end := start + len(words)
	if at := strings.LastIndexByte(words, ','); at > 0 && reports(words[at:]) {
		end = start + at + 1
	}
	sc.close(k, text.Span{Start: end, End: end}, Inferred)
}

// openInferred handles a closing mark without an opening one: the quotation then began with the sentence of the
// mark, or behind the quotation before it.
func (sc *scanner) openInferred(p text.Span, g glyph, first int) {
	from := p.Start
	if len(sc.found) > first {
		from = max(from, sc.found[len(sc.found)-1].Span.End)
	}
	words := sc.s[from:g.at]
	if at := strings.LastIndexAny(strings.TrimRight(words, ".!? "), ".!?:\n"); at >= 0 {
		from += at + 1
	}
	for from < g.at && !wordRune(runeAt(sc.s, from, g.at)) {
		from += len(string(runeAt(sc.s, from, g.at)))
	}
	if from >= g.at || !strings.ContainsFunc(sc.s[from:g.at], unicode.IsSpace) {
		return // one word: too little to tell where it began
	}
	sc.found = append(sc.found, quotation{
		Span: text.Span{Start: from, End: g.at + g.size}, Inner: text.Span{Start: from, End: g.at}, Parent: -1, Closed: Inferred,
	})
}

// finish closes what is open at the end of a paragraph. It reports whether a quotation goes on in the next.
func (sc *scanner) finish(p text.Span, first int, continues bool) bool {
	carried := false
	for k := len(sc.open) - 1; k >= 0; k-- {
		q := &sc.found[sc.open[k]]
		q.Inner.End, q.Span.End, q.Closed = p.End, p.End, Inferred
		if continues && !q.Single {
			q.Closed, carried = ByParagraph, true
		}
	}
	sc.open = sc.open[:0]
	// A single mark that never closed was an apostrophe.
	kept := sc.found[:first]
	for _, q := range sc.found[first:] {
		if !(q.Single && q.Closed == Inferred) && strings.ContainsFunc(sc.s[q.Inner.Start:q.Inner.End], wordRune) {
			kept = append(kept, q)
		}
	}
	sc.found = kept
	return carried
}

func (sc *scanner) opensWithMark(p text.Span) bool {
	g := glyph{at: p.Start, before: ' ', shape: runeAt(sc.s, p.Start, p.End)}
	g.size = len(string(g.shape))
	g.after = runeAt(sc.s, g.at+g.size, p.End)
	if !markFamily(&g, sc.s, p.End) {
		return false
	}
	return sc.direction(g) > 0 && (g.family != single || sc.singles)
}

// nest sorts the quotations and sets their levels and parents.
func (sc *scanner) nest() {
	sortQuotations(sc.found)
	var around []int
	for i := range sc.found {
		q := &sc.found[i]
		for len(around) > 0 && sc.found[around[len(around)-1]].Span.End <= q.Span.Start {
			around = around[:len(around)-1]
		}
		q.Parent, q.Level = -1, 1
		if len(around) > 0 {
			q.Parent = around[len(around)-1]
			q.Level = sc.found[q.Parent].Level + 1
			// Marks that cross are repaired to nest.
			if outer := sc.found[q.Parent].Span; q.Span.End > outer.End {
				q.Span.End = outer.End
				q.Inner.End = min(q.Inner.End, q.Span.End)
			}
		}
		around = append(around, i)
	}
}

// reports reports whether the few words behind a comma are “X said”.
func reports(words string) bool {
	fields := strings.Fields(strings.ToLower(strings.Trim(words, ", .")))
	if len(fields) == 0 || len(fields) > 6 {
		return false
	}
	for _, w := range fields {
		if f := cueForms()[w]; f.classes&(cueSay|cueClaim|cueWrite) != 0 {
			return true
		}
	}
	return false
}
