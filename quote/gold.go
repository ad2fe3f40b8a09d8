package quote

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// An Attribution is an annotated report, as training and measuring use it: spans of bytes of a Doc.
type Attribution struct {
	Source, Cue, Content []text.Span
}

// goldLabels gives the words of a paragraph the labels that the attributions say. Content that goes on behind white space is one span.
func goldLabels(words []word, attributions []Attribution, s string) []label {
	out := make([]label, len(words))
	paint := func(spans []text.Span, r role) {
		for _, span := range join(s, spans) {
			begun := false
			i, _ := slices.BinarySearchFunc(words, span.Start, func(w word, at int) int { return cmp.Compare(w.end, at+1) })
			for ; i < len(words) && words[i].start < span.End; i++ {
				if begun {
					out[i] = r.begin() + 1
				} else {
					out[i] = r.begin()
				}
				begun = true
			}
			if begun && i < len(words) && out[i] != outside && !out[i].begins() && out[i].role() != r {
				out[i]-- // what stood around goes on as a span of its own
			}
		}
	}
	for _, a := range attributions {
		paint(a.Content, contentRole)
	}
	for _, a := range attributions {
		paint(a.Source, sourceRole)
	}
	for _, a := range attributions {
		paint(a.Cue, cueRole)
	}
	for i, y := range out { // a span whose beginning was painted over begins here
		if !y.begins() && y != outside && (i == 0 || out[i-1].role() != y.role()) {
			out[i] = y - 1
		}
	}
	return out
}

// join sorts spans and joins those between which only white space stands on one line.
func join(s string, spans []text.Span) []text.Span {
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
	out := spans[:0]
	for _, span := range spans {
		if n := len(out); n > 0 && span.Start >= out[n-1].End {
			if between := s[out[n-1].End:span.Start]; strings.TrimSpace(between) == "" && !strings.Contains(between, "\n") {
				out[n-1].End = span.End
				continue
			}
		}
		out = append(out, span)
	}
	return out
}

// bare returns the span without white space, quotation marks and punctuation at its ends.
func bare(s string, span text.Span) text.Span {
	for span.Start < span.End {
		r, size := utf8.DecodeRuneInString(s[span.Start:span.End])
		if !loose(r) {
			break
		}
		span.Start += size
	}
	for span.Start < span.End {
		r, size := utf8.DecodeLastRuneInString(s[span.Start:span.End])
		if !loose(r) {
			break
		}
		span.End -= size
	}
	return span
}

func loose(r rune) bool {
	return blank(r) || unicode.IsPunct(r) && r != '@' && r != '#' && r != '%' || r == '`'
}
