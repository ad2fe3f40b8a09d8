package quote

import (
	"cmp"
	"slices"
)

func sortQuotations(qs []quotation) {
	slices.SortStableFunc(qs, func(a, b quotation) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
}

func sortUtterances(us []utterance) {
	slices.SortStableFunc(us, func(a, b utterance) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to))
	})
}
