package article

import (
	"cmp"
	"slices"
	"sort"

	"hearsay/text"
)

// A wordRun is the words of several units (blocks of a page, paragraphs of an extract) one after
// the other.
type wordRun struct {
	hashes []uint64
	spans  []text.Span // in the text of the unit
	unit   []int32     // the unit of each word
	first  []int       // the first word of each unit; one more at the end
}

func wordsOf(units int, textOf func(int) string) *wordRun {
	r := &wordRun{first: make([]int, 0, units+1)}
	var buf []text.Token
	for u := range units {
		r.first = append(r.first, len(r.hashes))
		buf = text.Tokenize(textOf(u), buf[:0])
		for _, t := range buf {
			r.hashes = append(r.hashes, t.Hash)
			r.spans = append(r.spans, t.Span())
			r.unit = append(r.unit, int32(u))
		}
	}
	r.first = append(r.first, len(r.hashes))
	return r
}

// A match is a run of words that an extract and the page share.
type match struct {
	extract, page int // the first word on each side
	words         int
	whole         bool // whether it covers a paragraph and a block wholly
}

const (
	// seedWords is how many words in a row begin a match. Four are rare enough to stand in few
	// places of one page, and short enough to survive small cuts.
	seedWords = 4
	// maxSeeds is how often a seed may stand on either side. What is said more often than that
	// says nothing about the place, and without a bound a page of one word would take forever.
	maxSeeds = 8
)

// align finds where the words of an extract stand on the page they were taken from: the set of
// matches that rise on both sides and cover most words, whole paragraphs counting half as much
// again. It costs O(n log n) in the words of both.
func align(extract, page *wordRun) []match {
	matches := append(seedMatches(extract, page), wholeMatches(extract, page)...)
	slices.SortFunc(matches, func(a, b match) int {
		return cmp.Or(cmp.Compare(a.extract, b.extract), cmp.Compare(a.page, b.page), cmp.Compare(a.words, b.words))
	})
	return fillGaps(bestChain(matches, len(page.hashes)), extract, page)
}

// fillGaps adds to a chain the paragraphs that no match was tried for because what they say stands on
// the page too often (the cells of a table): the first block between the neighbours that equals one.
func fillGaps(chain []match, extract, page *wordRun) []match {
	places := map[uint64][]int{}
	for v := range len(page.first) - 1 {
		if a, b := page.first[v], page.first[v+1]; a < b {
			h := hashRun(page.hashes[a:b])
			places[h] = append(places[h], a)
		}
	}
	var out []match
	reached := 0 // words of the page that lie behind
	for u := range len(extract.first) - 1 {
		a, b := extract.first[u], extract.first[u+1]
		found := false
		for len(chain) > 0 && chain[0].extract < b {
			out = append(out, chain[0])
			reached = chain[0].page + chain[0].words
			chain, found = chain[1:], true
		}
		if found || a == b {
			continue
		}
		bound := len(page.hashes)
		if len(chain) > 0 {
			bound = chain[0].page
		}
		held := places[hashRun(extract.hashes[a:b])]
		if k := sort.SearchInts(held, reached); k < len(held) && held[k]+b-a <= bound {
			out = append(out, match{a, held[k], b - a, true})
			reached = held[k] + b - a
		}
	}
	return out
}

// seedPlaces says where a seed stands in an extract, and how often it does there and on the page.
type seedPlaces struct{ first, last, inExtract, onPage int32 }

// seedMatches returns the longest runs around each seed that lie within one paragraph and one block.
func seedMatches(extract, page *wordRun) []match {
	places := make(map[uint64]seedPlaces, len(extract.hashes))
	next := make([]int32, len(extract.hashes)) // the next place of the seed that stands at a word
	for i := range seeds(extract) {
		h := seedHash(extract.hashes[i:])
		p, ok := places[h]
		if ok {
			next[p.last] = int32(i)
		} else {
			p.first = int32(i)
		}
		places[h] = seedPlaces{p.first, int32(i), p.inExtract + 1, 0}
	}
	found := make([]int32, 0, len(extract.hashes)) // the words of the page at which a seed of the extract stands
	for j := range seeds(page) {
		h := seedHash(page.hashes[j:])
		if p, ok := places[h]; ok {
			p.onPage++
			places[h] = p
			found = append(found, int32(j))
		}
	}
	var out []match
	reached := map[int]int{} // by diagonal: the first word of the page not yet matched on it
	for _, at := range found {
		j := int(at)
		p := places[seedHash(page.hashes[j:])]
		if p.onPage > maxSeeds || p.inExtract > maxSeeds {
			continue
		}
		for k, i := int32(0), int(p.first); k < p.inExtract; k, i = k+1, int(next[i]) {
			if j < reached[j-i] {
				continue
			}
			m := extend(extract, page, i, j)
			reached[j-i] = m.page + m.words
			out = append(out, m)
		}
	}
	return out
}

// extend grows a match of seedWords words at i and j to both sides.
func extend(extract, page *wordRun, i, j int) match {
	u, v := extract.unit[i], page.unit[j]
	lo, hi := 0, seedWords
	for i-lo > extract.first[u] && j-lo > page.first[v] && extract.hashes[i-lo-1] == page.hashes[j-lo-1] {
		lo++
	}
	for i+hi < extract.first[u+1] && j+hi < page.first[v+1] && extract.hashes[i+hi] == page.hashes[j+hi] {
		hi++
	}
	n := lo + hi
	return match{i - lo, j - lo, n, n == extract.first[u+1]-extract.first[u] && n == page.first[v+1]-page.first[v]}
}

// seeds yields the words of r that at least seedWords words of the same unit begin with.
func seeds(r *wordRun) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i+seedWords <= len(r.hashes); i++ {
			if r.unit[i] == r.unit[i+seedWords-1] && !yield(i) {
				return
			}
		}
	}
}

func seedHash(hashes []uint64) uint64 { return hashRun(hashes[:seedWords]) }

func hashRun(hashes []uint64) uint64 {
	h := uint64(len(hashes))
	for _, x := range hashes {
		h = (h ^ x) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return h
}

// wholeMatches returns the paragraphs that have too few words for a seed, or only words that are too
// frequent for one, and equal a block of the page.
func wholeMatches(extract, page *wordRun) []match {
	places := map[uint64][]int{}
	for v := range len(page.first) - 1 {
		if a, b := page.first[v], page.first[v+1]; a < b {
			h := hashRun(page.hashes[a:b])
			if len(places[h]) <= maxSeeds {
				places[h] = append(places[h], a)
			}
		}
	}
	var out []match
	for u := range len(extract.first) - 1 {
		a, b := extract.first[u], extract.first[u+1]
		if a == b {
			continue
		}
		for _, j := range places[hashRun(extract.hashes[a:b])] {
			out = append(out, match{a, j, b - a, true})
		}
	}
	return out
}

// bestChain returns the chain of matches with the greatest weight in which each begins where or
// after the one before it ends, on both sides. Matches are sorted by their place in the extract; of
// equal chains the one that stands first on the page wins.
func bestChain(matches []match, pageWords int) []match {
	order := make([]int, len(matches)) // by end in the extract
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(matches[a].extract+matches[a].words, matches[b].extract+matches[b].words)
	})
	best := make([]int, len(matches)) // weight of the best chain that ends with a match
	prev := make([]int, len(matches))
	tree := newMaxTree(pageWords + 1)
	next, last := 0, -1
	for k, m := range matches {
		for ; next < len(order); next++ {
			d := matches[order[next]]
			if d.extract+d.words > m.extract {
				break
			}
			tree.put(d.page+d.words, best[order[next]], order[next])
		}
		weight, before := tree.upTo(m.page)
		prev[k] = before
		best[k] = weight + m.weight()
		if last < 0 || best[k] > best[last] {
			last = k
		}
	}
	var chain []match
	for k := last; k >= 0; k = prev[k] {
		chain = append(chain, matches[k])
	}
	slices.Reverse(chain)
	return chain
}

func (m match) weight() int {
	if m.whole {
		return 3 * m.words
	}
	return 2 * m.words
}

// A maxTree is a Fenwick tree that answers which entry with a key up to a bound weighs most.
type maxTree struct {
	weight []int
	entry  []int
}

func newMaxTree(keys int) *maxTree {
	t := &maxTree{make([]int, keys+1), make([]int, keys+1)}
	for i := range t.entry {
		t.entry[i] = -1
	}
	return t
}

func (t *maxTree) put(key, weight, entry int) {
	for i := key + 1; i < len(t.weight); i += i & -i {
		if weight > t.weight[i] {
			t.weight[i], t.entry[i] = weight, entry
		}
	}
}

// upTo returns the weight and the entry of the heaviest key up to and including key; 0 and -1 if
// there is none.
func (t *maxTree) upTo(key int) (weight, entry int) {
	entry = -1
	for i := min(key+1, len(t.weight)-1); i > 0; i -= i & -i {
		if t.weight[i] > weight {
			weight, entry = t.weight[i], t.entry[i]
		}
	}
	return weight, entry
}
