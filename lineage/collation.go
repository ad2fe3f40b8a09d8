package lineage

import (
	"cmp"
	"math"
	"slices"

	"hearsay/reuse"
	"hearsay/text"
)

// A collation sets the texts that a node is tied with against the node's own, place by place, as
// editors collate the witnesses of a text. Only what lies between two words that match counts: what a
// text left out at length, or never had, is a gap and no reading.
type collation struct {
	base    int
	ties    []*tie // of the texts that were set against the base
	places  []place
	changes map[change]int // at how many places each change leads from the base to any text
}

// A place is a stretch of the base at which at least one of the other texts reads differently.
type place struct {
	at Run // in tokens of the base; empty where only others have words
	// readings tells by tie what the other text reads: asBase, missing, or a number from 1 that is the
	// same for those that read the same.
	readings []int8
	runs     []Run // by tie: the words of the other text at the place, in tokens of it
}

const (
	asBase = 0
	absent = -1 // the text has no words around this place
)

// A segment is a stretch of words that match one for one: of the base and of another text.
type segment struct {
	base, other, n int
	passage        int
}

// segments returns the matching stretches of a tie, in the order of the words of a node.
func (s *search) segments(t *tie, base int) []segment {
	pair := s.pairs[t.pair]
	docs := [2]*text.Doc{s.articles[pair.A].Doc, s.articles[pair.B].Doc}
	side := t.side(base)
	var out []segment
	for k, p := range pair.Passages {
		if p.Formula {
			continue
		}
		for _, e := range p.Edits {
			if e.Op != reuse.Equal {
				continue
			}
			a, b := runOf(docs[0], e.A), runOf(docs[1], e.B)
			n := min(a.To-a.From, b.To-b.From)
			from := [2]int{a.From, b.From}
			if n > 0 {
				out = append(out, segment{from[side], from[1-side], n, k})
			}
		}
	}
	slices.SortFunc(out, func(a, b segment) int { return cmp.Or(a.base-b.base, a.other-b.other) })
	return out
}

// collate sets the texts of ties against that of a node.
func (s *search) collate(base int, ties []*tie) collation {
	c := collation{base: base, ties: ties}
	all := make([][]segment, len(ties))
	var stretches []Run
	for i, t := range ties {
		all[i] = s.segments(t, base)
		for k := 1; k < len(all[i]); k++ {
			if gap, _, ok := between(all[i][k-1], all[i][k]); ok {
				stretches = append(stretches, gap)
			}
		}
	}
	for _, at := range overlapping(stretches) {
		c.places = append(c.places, s.placeAt(at, c, all))
	}
	c.countChanges(s)
	return c
}

// A change is two readings, by checksums of their words, the lesser first.
type change [2]uint64

func changeOf(a, b *text.Doc, at, other Run) change {
	x, y := checksum(a.Tokens()[at.From:at.To]), checksum(b.Tokens()[other.From:other.To])
	return change{min(x, y), max(x, y)}
}

func checksum(tokens []text.Token) uint64 {
	const basis, prime = 0xcbf29ce484222325, 0x100000001b3 // FNV-1a
	h := uint64(basis)
	for _, t := range tokens {
		h = (h ^ t.Hash) * prime
	}
	return h
}

// countChanges counts for each change at how many places it stands.
func (c *collation) countChanges(s *search) {
	c.changes = map[change]int{}
	for _, p := range c.places {
		here := map[change]bool{}
		for i, t := range c.ties {
			if p.readings[i] > asBase {
				here[changeOf(s.article(c.base).Doc, s.article(t.other(c.base)).Doc, p.at, p.runs[i])] = true
			}
		}
		for made := range here {
			c.changes[made]++
		}
	}
}

// between returns what lies between two segments that follow each other in both texts and in the same
// passage, if it is short enough to be a variant.
func between(a, b segment) (base, other Run, ok bool) {
	base, other = Run{a.base + a.n, b.base}, Run{a.other + a.n, b.other}
	long := max(base.To-base.From, other.To-other.From)
	return base, other, a.passage == b.passage && base.To >= base.From && other.To >= other.From && long > 0 && long <= longestVariant
}

// overlapping joins runs that overlap; those that only touch stay apart.
func overlapping(runs []Run) Runs {
	slices.SortFunc(runs, func(a, b Run) int { return cmp.Or(a.From-b.From, a.To-b.To) })
	var out Runs
	for _, r := range runs {
		if k := len(out) - 1; k >= 0 && (r.From < out[k].To || r == out[k]) {
			out[k].To = max(out[k].To, r.To)
			continue
		}
		out = append(out, r)
	}
	return out
}

// placeAt reads a place of the base in all texts. Of more readings than fit, the last are taken for one.
func (s *search) placeAt(at Run, c collation, all [][]segment) place {
	p := place{at: at, readings: make([]int8, len(c.ties)), runs: make([]Run, len(c.ties))}
	readings := [][]text.Token{s.article(c.base).Doc.Tokens()[at.From:at.To]}
	for i, t := range c.ties {
		run, ok := counterpart(all[i], at)
		words := s.article(t.other(c.base)).Doc.Tokens()
		if !ok || run.To > len(words) {
			p.readings[i] = absent
			continue
		}
		reading := words[run.From:run.To]
		k := slices.IndexFunc(readings, func(r []text.Token) bool { return same(r, reading) })
		if k < 0 {
			k = len(readings)
			readings = append(readings, reading)
		}
		p.readings[i], p.runs[i] = int8(min(k, math.MaxInt8)), run
	}
	return p
}

func same(a, b []text.Token) bool {
	return slices.EqualFunc(a, b, func(x, y text.Token) bool { return x.Hash == y.Hash })
}

// counterpart returns the words of the other text at a place of the base: what stands between the
// words that match those before and behind the place.
func counterpart(segments []segment, at Run) (Run, bool) {
	before, ok := matchOf(segments, at.From-1)
	if !ok {
		return Run{}, false
	}
	behind, ok := matchOf(segments, at.To)
	if !ok || before.passage != behind.passage {
		return Run{}, false
	}
	run := Run{before.other + 1, behind.other}
	if run.To < run.From || run.To-run.From > longestVariant+at.To-at.From {
		return Run{}, false
	}
	return run, true
}

// matchOf returns the match of one word of the base.
func matchOf(segments []segment, at int) (segment, bool) {
	k, found := slices.BinarySearchFunc(segments, at, func(g segment, at int) int { return cmp.Compare(g.base, at) })
	if !found {
		k--
	}
	if k < 0 || at >= segments[k].base+segments[k].n {
		return segment{}, false
	}
	g := segments[k]
	return segment{base: at, other: g.other + at - g.base, n: 1, passage: g.passage}, true
}
