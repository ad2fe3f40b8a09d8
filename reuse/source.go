package reuse

import (
	"slices"

	"hearsay/text"
)

// A source is one of the different texts of a collection. Texts with the same words in the same
// order are one source.
type source struct {
	doc    *text.Doc
	tokens []text.Token
	words  []uint32 // the tokens as indices into the vocabulary
	halves int      // length in half words
	day    day      // of the first publication

	members []int // indices of the docs that have these words, ascending
}

// distinct returns the sources of docs in the order of their first members. Docs without words are
// left out. It costs one pass over the tokens.
func distinct(docs []*text.Doc) []source {
	sums := make([]uint64, len(docs))
	each(len(docs), alone(func(i int) { sums[i] = checksum(docs[i].Tokens()) }))
	var sources []source
	bySum := make(map[uint64]int, len(docs))
	for i, doc := range docs {
		tokens := doc.Tokens()
		if len(tokens) == 0 {
			continue
		}
		if s, ok := bySum[sums[i]]; ok && sameWords(sources[s].tokens, tokens) {
			sources[s].members = append(sources[s].members, i)
			continue
		}
		bySum[sums[i]] = len(sources)
		sources = append(sources, source{
			doc: doc, tokens: tokens, members: []int{i},
		})
	}
	return sources
}

// checksum is a hash of the words of a text in their order.
func checksum(tokens []text.Token) uint64 {
	sum := uint64(len(tokens))
	for _, t := range tokens {
		sum = mix(sum ^ t.Hash)
	}
	return sum
}

func sameWords(a, b []text.Token) bool {
	return slices.EqualFunc(a, b, func(x, y text.Token) bool { return x.Hash == y.Hash })
}

// compareWords orders sources by length, then by their words, so that a pair can be aligned in the
// same orientation whatever the order in which its texts were given.
func compareWords(a, b *source) int {
	if d := len(a.tokens) - len(b.tokens); d != 0 {
		return d
	}
	return slices.CompareFunc(a.tokens, b.tokens, func(x, y text.Token) int {
		switch {
		case x.Hash < y.Hash:
			return -1
		case x.Hash > y.Hash:
			return 1
		}
		return 0
	})
}
