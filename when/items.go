package when

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// An item is a token, or the tokens of a phrase, as the rules see it.
type item struct {
	span       text.Span
	word       *word // nil if the language knows no meaning of it
	gap        gap   // what stands before it
	possessive bool
	figure     figure
}

// A gap is what stands between an item and the one before.
type gap uint8

const (
	apart gap = iota // the end of a sentence or paragraph, brackets, quotation marks
	touching
	space
	comma
	dot
	hyphen
	slash
	colon
	apostrophe
)

// gapOf tells what s is, the text between two tokens.
func gapOf(s string) gap {
	mark := touching
	lines := 0
	for _, r := range s {
		var g gap
		switch r {
		case ' ', '\t', '\u00a0', '\u202f', '\u2009':
			g = space
		case '\n':
			if lines++; lines > 1 {
				return apart
			}
			g = space
		case ',', '،':
			g = comma
		case '.':
			g = dot
		case '-', '‐', '‑', '–', '—', '−':
			g = hyphen
		case '/':
			g = slash
		case ':':
			g = colon
		case '\'', '’', '‘':
			g = apostrophe
		default:
			return apart
		}
		if mark > space && g > space {
			return apart // two marks
		}
		mark = max(mark, g)
	}
	return mark
}

// itemsOf makes the items of d. Words longer than any of ours are looked up like others: the hash is there already.
func itemsOf(d *text.Doc, l *language) []item {
	tokens := d.Tokens()
	s := d.String()
	items := make([]item, 0, len(tokens)+1)
	end := 0
	for i := 0; i < len(tokens); {
		t := tokens[i]
		span := t.Span()
		it := item{span: span, gap: gapBetween(s, end, span.Start)}
		n := 1
		if t.Kind == text.Number {
			it.figure = readFigure(s[span.Start:span.End])
		}
		if t.Kind == text.Word && strings.HasPrefix(s[span.Start:], "و") && span.Len() < maxFigure { // و12: and 12
			if f := readFigure(s[span.Start+len("و") : span.End]); f.form == plainForm {
				it.span.Start += len("و")
				it.figure = f
			}
		}
		if e, ok := l.words[t.Hash]; ok {
			it.word, it.possessive = e.word, e.possessive
			if p := longestPhrase(e.word, s, tokens[i:]); p != nil {
				it.word, it.possessive, n = p.word, false, 1+len(p.rest)
				it.span.End = tokens[i+n-1].Span().End
			}
		}
		if end = it.span.End; it.word.can(isMeridiem) && strings.HasSuffix(s[:end], ".m") && strings.HasPrefix(s[end:], ".") {
			it.span.End++ // a.m.
		}
		if it.possessive {
			it.span.End = beforePossessive(s, it.span)
		}
		items = append(items, it)
		i += n
	}
	return items
}

func gapBetween(s string, from, to int) gap {
	if to == from+1 && s[from] == ' ' {
		return space
	}
	if to-from > 8 || from == 0 {
		return apart
	}
	return gapOf(s[from:to])
}

// longestPhrase returns the longest phrase of w that the tokens begin with, nil if none.
func longestPhrase(w *word, s string, tokens []text.Token) *phrase {
	var best *phrase
	for k := range w.phrases {
		p := &w.phrases[k]
		if len(p.rest) >= len(tokens) || best != nil && len(p.rest) <= len(best.rest) {
			continue
		}
		matches := true
		for j, h := range p.rest {
			if tokens[j+1].Hash != h || !phraseGap(s, tokens[j].Span().End, tokens[j+1].Span().Start, p.hyphen) {
				matches = false
				break
			}
		}
		if matches {
			best = p
		}
	}
	return best
}

func phraseGap(s string, from, to int, hyphenated bool) bool {
	switch gapBetween(s, from, to) {
	case hyphen:
		return true
	case space, apostrophe, touching:
		return !hyphenated
	case dot: // St. Patrick's
		return to-from == 2
	}
	return false
}

// beforePossessive returns where the 's at the end of a token begins.
func beforePossessive(s string, span text.Span) int {
	end := span.End
	for range 2 {
		_, size := utf8.DecodeLastRuneInString(s[span.Start:end])
		end -= size
	}
	return max(end, span.Start+1)
}

// capital reports whether the item begins with a capital letter, or its script has none.
func (r *reader) capital(i int) bool {
	it := r.at(i)
	c, _ := utf8.DecodeRuneInString(r.s[it.span.Start:it.span.End])
	return !unicode.IsLower(c)
}
