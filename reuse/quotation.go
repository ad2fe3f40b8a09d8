package reuse

import (
	"cmp"
	"slices"
	"strings"

	"hearsay/text"
)

// maxQuotation is the longest quotation in bytes. A mark without a partner within that is none.
const maxQuotation = 4000

// quoteMarks are the marks that open a quotation, each with those that close it. German closes with
// what English opens with, Danish turns the French marks round, Swedish opens and closes alike.
var quoteMarks = [...]struct {
	open   rune
	closes string
}{
	{'“', "”"}, {'„', "“”"}, {'”', "”"}, {'«', "»"}, {'»', "«»"}, {'‹', "›"}, {'›', "‹"}, {'「', "」"}, {'『', "』"}, {'"', `"`}, {'＂', "＂"},
}

// quotations returns what stands between quotation marks in s, in order, without the marks. Of
// quotations inside each other, in different marks, only the outer is given. A mark that opens again
// before it was closed begins anew; a quotation ends in the paragraph in which it begins. It costs
// one pass over s.
func quotations(s string) []text.Span {
	var found []text.Span
	var open [len(quoteMarks)]int // 1 + where the quotation began, 0 for none
	for i, r := range s {
		if r == '\n' && strings.HasPrefix(s[i+1:], "\n") {
			clear(open[:])
		}
		if !mayQuote(r) {
			continue
		}
		if k := closed(&open, r, i); k >= 0 {
			found = append(found, text.Span{Start: open[k] - 1, End: i})
			open[k] = 0
			continue
		}
		for k, mark := range quoteMarks {
			if mark.open == r {
				open[k] = i + len(string(r)) + 1
			}
		}
	}
	return outermost(found)
}

// mayQuote leaves out nearly every rune that is no quotation mark.
func mayQuote(r rune) bool {
	return r == '"' || r == '«' || r == '»' || r >= 0x2018
}

// closed returns which of the open quotations r closes: the one that was opened last, -1 for none.
func closed(open *[len(quoteMarks)]int, r rune, at int) int {
	last := -1
	for k, mark := range quoteMarks {
		if open[k] > 0 && at-open[k] < maxQuotation && strings.ContainsRune(mark.closes, r) && (last < 0 || open[k] > open[last]) {
			last = k
		}
	}
	return last
}

// outermost sorts spans and leaves out those that begin inside others.
func outermost(spans []text.Span) []text.Span {
	slices.SortFunc(spans, func(a, b text.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	out := spans[:0]
	for _, s := range spans {
		if len(out) == 0 || s.Start >= out[len(out)-1].End {
			out = append(out, s)
		}
	}
	return out
}

// besideQuote is how many matching words of a shared quotation may stand outside the marks: “he
// said” between two parts of it, a name before it.
const besideQuote = 3

// quotedIn reports whether the stretches of tokens stand inside quotation marks, all but besideQuote
// words.
func quotedIn(s *source, words *vocabulary, stretches func(yield func(from, to int32) bool)) bool {
	quotes := s.quoted()
	if len(quotes) == 0 {
		return false
	}
	outside, inside := 0, 0
	for from, to := range stretches {
		for at := from; at < to; at++ {
			span := s.tokens[at].Span()
			k, _ := slices.BinarySearchFunc(quotes, span.Start, func(q text.Span, at int) int { return cmp.Compare(q.End, at+1) })
			if k < len(quotes) && quotes[k].Contains(span) {
				inside += int(words.halves[s.words[at]])
			} else {
				outside += int(words.halves[s.words[at]])
			}
		}
	}
	return inside > 0 && outside <= 2*besideQuote
}
