package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// Closed says how a quotation ends.
type Closed string

const (
	ByMark      Closed = "mark"      // with its own closing mark
	ByParagraph Closed = "paragraph" // open at the end of its paragraph; the next one opens it again
	Inferred    Closed = "inferred"  // one of its marks is missing or wrong; the end was put where the text suggests it
)

// A quotation is a stretch of one paragraph between quotation marks. Span holds the marks, Inner does not.
type quotation struct {
	Span, Inner text.Span
	Level       int // 1 outermost
	Parent      int // index of the quotation around it, -1 for none
	Closed      Closed
	Continues   bool // it goes on from a quotation left open in the paragraph before
	Single      bool
}

// A glyph is a quotation mark at its place.
type glyph struct {
	at, size      int
	family        family
	before, after rune // around it; a space at the ends of the paragraph
	shape         rune
}

// A family is the marks that close each other.
type family uint8

const (
	double    family = iota // “ ” „ " '' ``
	guillemet               // « »
	single                  // ‘ ’ ‚ '
	angle                   // ‹ ›
	corner                  // 「 」
	corners                 // 『 』
)

// A scanner finds the quotations of a text, paragraph by paragraph.
type scanner struct {
	s       string
	singles bool // whether single marks quote at the outermost level: the text has no double ones
	inverse bool // whether guillemets point inwards: »so«
	found   []quotation
	open    []int // stack: indices into found
}

// quotations returns all quotations of s in order of their start. It costs time linear in s, and never fails: odd
// and wrong marks are repaired within their paragraph, and marked as Inferred.
func quotations(s string, paragraphs []text.Span) []quotation {
	sc := scanner{s: s, singles: singleStyle(s), inverse: inverseStyle(s)}
	carried := false
	for k, p := range paragraphs {
		first := len(sc.found)
		if q, ok := dashSpeech(s, p); ok {
			sc.found = append(sc.found, q)
			carried = false
			continue
		}
		glyphs := sc.glyphs(p)
		for i := range glyphs {
			sc.read(p, glyphs, i, first)
		}
		if carried && len(sc.found) > first && sc.found[first].Span.Start == p.Start {
			sc.found[first].Continues = true
		}
		carried = sc.finish(p, first, k+1 < len(paragraphs) && sc.opensWithMark(paragraphs[k+1]))
	}
	sc.nest()
	return sc.found
}

// glyphs lists the quotation marks of a paragraph; apostrophes, inches and feet are none.
func (sc *scanner) glyphs(p text.Span) []glyph {
	var out []glyph
	before := ' '
	for i := p.Start; i < p.End; {
		r, size := utf8.DecodeRuneInString(sc.s[i:p.End])
		g := glyph{at: i, size: size, before: before, shape: r, after: runeAt(sc.s, i+size, p.End)}
		if markFamily(&g, sc.s, p.End) && !sc.apostrophe(g) {
			out = append(out, g)
		}
		i += g.size
		before = r
	}
	return out
}

// markFamily sets the family of the mark g, and its size where two characters make one mark. It reports false if g is no
// quotation mark.
func markFamily(g *glyph, s string, end int) bool {
	switch g.shape {
	case '"', '“', '”', '„', '‟', '＂':
		g.family = double
	case '«', '»':
		g.family = guillemet
	case '‹', '›':
		g.family = angle
	case '「', '」':
		g.family = corner
	case '『', '』':
		g.family = corners
	case '\'', '`', '‘', '’', '‚', '‛':
		g.family = single
		if next := g.at + g.size; next < end && g.after == g.shape && (g.shape == '\'' || g.shape == '`' || g.shape == '’' || g.shape == '‘') {
			g.family, g.size = double, 2*g.size
			g.after = runeAt(s, g.at+g.size, end)
			switch g.shape {
			case '`', '‘':
				g.shape = '“'
			case '’':
				g.shape = '”'
			default:
				g.shape = '"'
			}
		}
	default:
		return false
	}
	return true
}

// apostrophe reports whether a single mark stands inside a word, or before the digits of a year.
func (sc *scanner) apostrophe(g glyph) bool {
	if g.family != single {
		return false
	}
	return wordRune(g.before) && wordRune(g.after) || unicode.IsDigit(g.after) && !wordRune(g.before) && g.shape != '‘'
}

// direction tells what the spacing and shape of a mark say: +1 opens, -1 closes, 0 may do both.
func (sc *scanner) direction(g glyph) int {
	left := blank(g.before) || opensGroup(g.before)
	right := blank(g.after) || closesGroup(g.after)
	switch {
	case g.family == guillemet || g.family == angle:
		first, last := '«', '»'
		if g.family == angle {
			first, last = '‹', '›'
		}
		if sc.inverse {
			first, last = last, first
		}
		if g.shape == first {
			return 1
		}
		return -1
	case g.family == corner || g.family == corners:
		if g.shape == '「' || g.shape == '『' {
			return 1
		}
		return -1
	case g.shape == '„' || g.shape == '‚':
		return 1
	case left && !right:
		return 1
	case right && !left:
		return -1
	case g.shape == '“' || g.shape == '‘':
		return 1
	case g.shape == '”' || g.shape == '’':
		return -1
	}
	return 0
}

func opensGroup(r rune) bool {
	return strings.ContainsRune("([{-–—/¿¡:>", r) || isMark(r)
}

func closesGroup(r rune) bool {
	return strings.ContainsRune(")]},.;:!?-–—…،؛؟/<", r) || isMark(r)
}

func isMark(r rune) bool { return strings.ContainsRune("\"“”„«»‹›‘’‚'", r) }

// singleStyle reports whether s uses single marks for its quotations: it has such a mark before a
// word, and hardly any double ones.
func singleStyle(s string) bool {
	doubles := strings.Count(s, "\"") + strings.Count(s, "“") + strings.Count(s, "”") + strings.Count(s, "«") + strings.Count(s, "»") + strings.Count(s, "''") + strings.Count(s, "``")
	singles := strings.Count(s, " ‘") + strings.Count(s, " '") + strings.Count(s, "\n‘") + strings.Count(s, "\n'")
	if strings.HasPrefix(s, "'") || strings.HasPrefix(s, "‘") {
		singles++
	}
	return doubles == 0 || singles > 2 && doubles*3 <= singles
}

// inverseStyle reports whether the guillemets of s point inwards, as in German books: »so«. The first one tells.
func inverseStyle(s string) bool {
	at := strings.IndexAny(s, "«»")
	return at >= 0 && strings.HasPrefix(s[at:], "»")
}
