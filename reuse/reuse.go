// Package reuse finds the passages that texts share, aligned word by word.
//
// It knows texts, not outlets, and days only to tell bulletins from copies: who took from whom is
// lineage's question. Words are compared in folded form (text.FoldWord), so case, accents, marks and
// digits of other scripts make no difference, and results are spans of the originals.
package reuse

import (
	"cmp"
	"slices"

	"hearsay/text"
)

// Version is the version of the method.
const Version = 2

// A Pair is two texts that share wording.
type Pair struct {
	A, B int // indices into the texts given to Find, A < B
	// Relation sums up the passages.
	Relation Relation
	// SharedOfA and SharedOfB are the shares of the words of each text that stand in a passage that
	// is not a formula and match word for word: 0 to 1.
	SharedOfA, SharedOfB float64
	// Passages are sorted by their place in A.
	Passages []Passage
}

// Relation is the relation of two texts, by the rules at its values.
type Relation string

const (
	Identical   Relation = "identical"    // the same words in the same order
	NearCopy    Relation = "near_copy"    // at least 80 % of the words of both are shared
	Contained   Relation = "contained"    // at least 80 % of the words of the shorter are shared
	Partial     Relation = "partial"      // less is shared
	QuoteOnly   Relation = "quote_only"   // all that is shared stands inside quotation marks
	FormulaOnly Relation = "formula_only" // all that is shared are standing phrases
)

// A Passage is wording that two texts share.
type Passage struct {
	A, B text.Span
	// Words is the number of words of the longer side, SameWords how many of them match, LongestRun
	// the longest run of matching words. Two ideographs count as one word.
	Words, SameWords, LongestRun int
	// Mass is the information that the matching words carry, in nats: the sum of their inverse
	// document frequencies in the collection. Passages are ranked by it, not by length.
	Mass float64
	// Edits leads from A to B and covers both spans without gaps.
	Edits []Edit
	// Formula marks a standing phrase: wording that recurs across texts that are not copies of each
	// other (titles, honorifics, bulletins). It is shown as such and never counts as copying.
	Formula bool
	// Moved marks a passage that stands in another order in B than in A, relative to the passages
	// that carry most of the pair.
	Moved bool
	// Reworded marks wording that was worked over: the same things in the same order, while fewer than
	// three in five of the words of the shorter side match, or so few in a row that only their forms and
	// order tie them. SameWords and the edits say what matches word for word; nothing else counts in
	// shares. A standing phrase is never marked.
	Reworded bool
}

// Op is what an edit does.
type Op string

const (
	Equal   Op = "equal"
	Replace Op = "replace"
	Insert  Op = "insert" // only in B
	Delete  Op = "delete" // only in A
)

// An Edit is a stretch of an alignment. Spans reach from the first to the last word of the stretch;
// the span of a side that has no words is empty and lies where they are missing.
type Edit struct {
	Op   Op
	A, B text.Span
}

// Options steer Find. The zero value means the setting for a folder or a story.
type Options struct {
	// Archive selects the setting for more than 100,000 texts: longer shingles, winnowed.
	Archive bool
	// MinWords is the least number of matching words of a passage; default 10. A shorter passage is
	// kept if it holds a run of six words that is rare in the collection.
	MinWords int
	// Days holds for each doc given to Find the day on which it was published, counted from any fixed
	// day on, and 0 where that is not known; nil where nothing is known. It is used for one thing only:
	// what stands in different texts on days far from each other is a standing phrase (occasion.go). It
	// must be as long as docs.
	Days []int
}

// Find returns every pair of docs that share at least one passage, sorted by A, then B. The result
// depends on the docs and options alone, not on the number of processors.
//
//  1. Docs with the same words in the same order are taken together (source.go). Each of them is
//     paired, as Identical, with the first, and only the first is paired with other docs.
//  2. What each word tells is learnt from the collection (vocabulary.go).
//  3. Shingles that occur in several docs make candidates (shingle.go, posting.go, candidate.go). A
//     shingle of at most 32 docs pairs them all; in one of more, each is paired with the first and
//     with its next neighbours, so that a large family is connected, at linear cost.
//  4. Candidates are aligned word by word (run.go, chain.go, fill.go, extend.go, align.go).
//  5. Standing phrases are told from copying (tie.go, family.go, occasion.go, formula.go).
//  6. Outside of the passages, and in a folder in further pairs, reworded passages are looked for
//     (reworded.go). In the setting for archives this is left out.
//  7. What is left is described (passage.go, quotation.go, relation.go).
func Find(docs []*text.Doc, o Options) []Pair {
	g, accept := storyGrain, newAcceptance(o)
	if o.Archive {
		g = archiveGrain
	}
	sources := distinct(docs)
	setDays(sources, o.Days)
	words := learn(sources, true)
	x := newShingleIndex(sources, g)
	all := alignAll(sources, candidates(x), words, accept)
	s := newSpread(sources, x, ties(sources, all), accept)
	if !o.Archive {
		w := newRewording(sources, words, s, g, o)
		all = w.find(all, likely(sources, words, w.stems))
	}
	pairs := append(describe(sources, all, words, s, g), identical(sources, docs, words, accept)...)
	slices.SortFunc(pairs, func(p, q Pair) int { return cmp.Or(cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B)) })
	return pairs
}

// Compare aligns two texts on their own, without a collection to tell standing phrases by: what a
// word tells is taken from its length alone (vocabulary.go). The pair it returns has A = 0 and B = 1
// and may hold no passages; its relation is empty then.
func Compare(a, b *text.Doc, o Options) Pair {
	docs, accept := []*text.Doc{a, b}, newAcceptance(o)
	sources := distinct(docs)
	words := learn(sources, false)
	var pairs []Pair
	switch len(sources) {
	case 1:
		pairs = identical(sources, docs, words, accept)
	case 2:
		both := []candidate{{0, 1}}
		w := newRewording(sources, words, spread{}, denseGrain, o)
		all := w.find(alignAll(sources, both, words, accept), both)
		pairs = describe(sources, all, words, spread{}, denseGrain)
	}
	if len(pairs) == 0 {
		return Pair{A: 0, B: 1}
	}
	return pairs[0]
}
