package reuse

import (
	"cmp"
	"slices"

	"hearsay/text"
)

// An Index tells of every article that is added to it which earlier ones share wording with it, as
// candidates for Compare. It grows without pauses: no step of its work depends on how much it holds.
// It is not safe for use by several goroutines. The zero value is an empty index.
//
// It keeps fingerprints, not texts: of the runs of eight words of an article the one with the least
// hash in every four (as Find does with Options.Archive), so eleven words in a row in common are found
// for certain, eight may be. They take about 1.2 KB for an article of 450 words.
//
// The newest fingerprints are in a hash table of fixed size. Full, it becomes a sorted segment; four
// segments of a size become one of the next (a log-structured merge tree, O'Neil, Cheng, Gawlick and
// O'Neil 1996). That is done in small steps, some with every article.
type Index struct {
	articles  int
	limit     int // prints of a table; 0 stands for recentPrints
	recent    *recentTable
	freezing  *freeze
	levels    []indexLevel
	spare     *recentTable
	hashes    []uint64
	kept      []uint32
	prints    []uint64
	lookup    lookup
	matches   []match
	partners  []partner
	lastSteps int // prints that were read to keep the index in order when the last article was added
}

// recentPrints is how many prints the hash table takes: those of 370 articles of 450 words.
const recentPrints = 1 << 16

// A Candidate is an earlier article of an Index that shares fingerprints with a new one.
type Candidate struct {
	Article int // its number: the first article added has 0
	// Shared is how many fingerprints they share, of those that stand in few articles or of which the
	// earlier article is the first or one of the last two.
	Shared int
	// Rare says that one of them stands in at most three articles so far. Two fingerprints, or a rare
	// one, are what makes Find look at a pair in a large collection.
	Rare bool
}

// A partner is an article that the new one is paired with through one print.
type partner struct {
	source uint32
	rare   bool
}

// Len returns the number of articles.
func (x *Index) Len() int { return x.articles }

// Add adds an article and returns the earlier ones that share fingerprints with it, by number. Of the
// articles that share a fingerprint all are given up to 32, of more the first and the last two, so that
// a report that stands in thousands of articles stays one family. It costs time proportional to the
// length of the article and to the logarithm of the size of the index.
func (x *Index) Add(doc *text.Doc) []Candidate {
	x.take(doc)
	found := x.candidates()
	x.store()
	x.articles++
	return found
}

// take sets prints to those of a doc, sorted, each once.
func (x *Index) take(doc *text.Doc) {
	x.hashes = appendShingles(x.hashes[:0], doc.Tokens(), archiveGrain.k)
	x.kept = winnow(x.kept[:0], x.hashes, archiveGrain.window)
	x.prints = x.prints[:0]
	for _, at := range x.kept {
		x.prints = append(x.prints, x.hashes[at]>>(64-printBits))
	}
	slices.Sort(x.prints)
	x.prints = slices.Compact(x.prints)
}

func (x *Index) candidates() []Candidate {
	x.findMatches()
	x.partners = x.partners[:0]
	for rest := x.matches; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].print == rest[0].print {
			n++
		}
		x.addPartners(rest[:n])
		rest = rest[n:]
	}
	slices.SortFunc(x.partners, func(a, b partner) int { return cmp.Compare(a.source, b.source) })
	var out []Candidate
	for i, h := range x.partners {
		if i == 0 || h.source != x.partners[i-1].source {
			out = append(out, Candidate{Article: int(h.source)})
		}
		c := &out[len(out)-1]
		c.Shared++
		c.Rare = c.Rare || h.rare
	}
	return out
}

// addPartners adds those of the articles of one print, ascending, that the new article is paired with.
func (x *Index) addPartners(same []match) {
	n := len(same)
	for i, m := range same {
		if n < allPairs || i == 0 || i >= n-neighbours {
			x.partners = append(x.partners, partner{m.source, n < rareSources})
		}
	}
}

// findMatches sets matches to those of all prints, sorted.
func (x *Index) findMatches() {
	x.matches = x.matches[:0]
	for i := range x.levels {
		l := &x.levels[i]
		if l.merge != nil {
			x.matches = l.merge.appendMatches(x.matches, x.prints, 0, &x.lookup)
		}
		for _, s := range l.segments {
			x.matches = s.appendMatches(x.matches, x.prints, 0, &x.lookup)
		}
	}
	if x.freezing != nil {
		x.matches = x.freezing.table.appendMatches(x.matches, x.prints)
	}
	if x.recent != nil {
		x.matches = x.recent.appendMatches(x.matches, x.prints)
	}
	slices.SortFunc(x.matches, func(a, b match) int {
		return cmp.Or(cmp.Compare(a.print, b.print), cmp.Compare(a.source, b.source))
	})
}

// Size returns how many bytes the fingerprints take.
func (x *Index) Size() int64 {
	n := int64(0)
	for _, t := range []*recentTable{x.recent, x.spare} {
		if t != nil {
			n += t.size()
		}
	}
	if f := x.freezing; f != nil {
		n += f.table.size() + int64(16*len(f.table.prints)) + f.to.size
	}
	for _, l := range x.levels {
		if l.merge != nil {
			n += l.merge.size()
		}
		for _, s := range l.segments {
			n += s.size
		}
	}
	return n
}
