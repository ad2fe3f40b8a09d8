package reuse

import (
	"cmp"
	"slices"

	"hearsay/text"
)

// besideQuote is how many matching words of a shared quotation may stand outside the marks: “he
// said” between two parts of it, a name before it.
const besideQuote = 3

// glueWeight is the weight under which a word beside a quotation does not count: two texts that go on
// with the same “for” share no more than the quotation.
const glueWeight = 0.25

// quotedIn reports whether the stretches of tokens stand inside quotation marks, all but besideQuote
// words that are no glue.
func quotedIn(s *source, words *vocabulary, stretches func(yield func(from, to int32) bool)) bool {
	quotes := s.doc.Quotations()
	if len(quotes) == 0 {
		return false
	}
	outside, inside := 0, 0
	for from, to := range stretches {
		for at := from; at < to; at++ {
			span := s.tokens[at].Span()
			k, _ := slices.BinarySearchFunc(quotes, span.Start, func(q text.Span, at int) int { return cmp.Compare(q.End, at+1) })
			switch {
			case k < len(quotes) && quotes[k].Contains(span):
				inside += int(words.halves[s.words[at]])
			case words.weight[s.words[at]] >= glueWeight:
				outside += int(words.halves[s.words[at]])
			}
		}
	}
	return inside > 0 && outside <= 2*besideQuote
}
