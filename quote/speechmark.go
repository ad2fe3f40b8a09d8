package quote

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// A use says what a quotation is good for.
type use uint8

const (
	notSpeech use = iota // a scare quote, a title, a nickname
	whole                // direct speech: the words between the marks are all that is reported
	piece                // quoted words inside indirect speech
)

// usage decides what the quotation that covers words[from:to] (marks included) is, from its own words, what stands
// around it, and what the tagger says.
func usage(s string, q *sequence, ls []label, from, to int) use {
	if to <= from {
		return notSpeech
	}
	in, out := innerRange(q, from, to)
	n := 0
	content := 0
	for i := in; i < out; i++ {
		if !q.words[i].mark {
			n++
			if ls[i].role() == contentRole {
				content++
			}
		}
	}
	if n == 0 {
		return notSpeech
	}
	covered := 2*content >= n
	before, after := neighbour(q, from-1), neighbour(q, to)
	opens := from == q.first[from] || before == "," || before == ":" || before == "--" || before == "\"" || before == ";"
	ends := endsSpeech(q, in, out, to)
	capital := beginsUpper(s, q, in, out)
	if covered {
		alone := from == 0 || ls[from-1].role() != contentRole || ls[min(from, len(ls)-1)].begins() || ls[in].begins()
		behind := to >= len(ls) || ls[to].role() != contentRole || ls[to].begins()
		if q.words[to-1].mark && to < len(ls) && q.words[to].mark && !behind { // the mark's own stop behind it
			behind = to+1 >= len(ls) || ls[to+1].role() != contentRole
		}
		switch {
		case n < 4 && !opens && !ends:
			if alone && behind {
				return notSpeech // a name, a title or a scare quote that the tagger took for speech
			}
			return piece
		case alone && (behind || to <= q.last[from] && ends && capital):
			return whole
		case opens && capital && ends && n >= 3:
			return whole
		}
		return piece
	}
	switch {
	case opens && ends && (n >= 4 || capital && n >= 2 && before != "\"") && after != "and":
		return whole
	case n >= 8 && capital && ends:
		return whole
	}
	return notSpeech
}

// innerRange leaves out the marks at the ends of a quotation.
func innerRange(q *sequence, from, to int) (int, int) {
	for from < to && q.quote[from] == quoteOpen {
		from++
	}
	for to > from && q.quote[to-1] == quoteClose {
		to--
	}
	return from, to
}

func neighbour(q *sequence, i int) string {
	if i < 0 || i >= len(q.words) {
		return ""
	}
	return q.words[i].lower
}

// endsSpeech reports whether the quoted words end as speech does: with a mark inside, or at the end of the
// paragraph, or before a comma.
func endsSpeech(q *sequence, in, out, to int) bool {
	if out > in && q.words[out-1].mark && strings.ContainsAny(q.words[out-1].lower, ",.!?-") {
		return true
	}
	return to >= len(q.words) || q.words[to].lower == "," || q.words[to].lower == "." || q.words[to].lower == "--" || to-1 == q.last[in] && out-in > 8
}

func beginsUpper(s string, q *sequence, in, out int) bool {
	for i := in; i < out; i++ {
		if !q.words[i].mark {
			r, _ := utf8.DecodeRuneInString(s[q.words[i].start:])
			return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.Is(unicode.Arabic, r)
		}
	}
	return false
}

// rangeOf returns the words that lie in the span, as a range of indices.
func rangeOf(words []word, span text.Span) (from, to int) {
	from, _ = slices.BinarySearchFunc(words, span.Start, func(w word, at int) int { return cmp.Compare(w.start, at) })
	to = from
	for to < len(words) && words[to].start < span.End {
		to++
	}
	return from, to
}
