package reuse

import (
	"cmp"
	"slices"

	"hearsay/text"
)

// passage returns the passage in the words of two docs that have the words of x and y.
func (s *shared) passage(x, y *side, words *vocabulary) Passage {
	first, last := s.first(), s.last()
	lengthX, lengthY := x.halves(first.x, last.xEnd(), words), y.halves(first.y, last.yEnd(), words)
	p := Passage{
		A:         x.span(first.x, last.xEnd()),
		B:         y.span(first.y, last.yEnd()),
		Words:     wordsOf(max(lengthX, lengthY)),
		SameWords: wordsOf(s.halves),
		Mass:      s.mass,
		Edits:     s.edits(x, y),
		Reworded:  s.reworded || float64(s.halves) < keptShare*float64(min(lengthX, lengthY)),
	}
	for _, r := range s.runs {
		p.LongestRun = max(p.LongestRun, wordsOf(x.halves(r.x, r.xEnd(), words)))
	}
	return p
}

// keptShare is the share of the words of its shorter side that match in wording that was taken over; of
// what was worked over less match. What was put in between on one side only makes no difference.
const keptShare = 0.6

// edits returns the runs and what lies between them.
func (s *shared) edits(x, y *side) []Edit {
	edits := make([]Edit, 0, 2*len(s.runs)-1)
	for i, r := range s.runs {
		if i > 0 {
			b := s.runs[i-1]
			e := Edit{Op: Replace, A: x.span(b.xEnd(), r.x), B: y.span(b.yEnd(), r.y)}
			switch {
			case b.yEnd() == r.y:
				e.Op = Delete
			case b.xEnd() == r.x:
				e.Op = Insert
			}
			edits = append(edits, e)
		}
		edits = append(edits, Edit{Op: Equal, A: x.span(r.x, r.xEnd()), B: y.span(r.y, r.yEnd())})
	}
	return edits
}

// A side is one text of a pair: a doc, seen as the words of its source.
type side struct {
	*source
	tokens []text.Token
}

// span returns the bytes from the first to the last of the tokens; without tokens, the empty span
// behind the token before them.
func (s *side) span(from, to int32) text.Span {
	if from == to {
		end := s.tokens[from-1].Span().End
		return text.Span{Start: end, End: end}
	}
	return text.Span{Start: s.tokens[from].Span().Start, End: s.tokens[to-1].Span().End}
}

func (s *side) halves(from, to int32, words *vocabulary) int {
	return words.length(s.words[from:to])
}

// wordsOf turns half words into words, rounding up.
func wordsOf(halves int) int { return (halves + 1) / 2 }

// markMoved sets Moved on the passages, which are sorted by their place in A.
func markMoved(passages []Passage) {
	if len(passages) < 2 {
		return
	}
	places, mass := make([]int, len(passages)), make([]float64, len(passages))
	for i, p := range passages {
		places[i], mass[i] = p.B.Start, p.Mass
	}
	for i, in := range heaviestIncreasing(places, mass) {
		passages[i].Moved = !in
	}
}

// heaviestIncreasing marks the sequence of increasing places that has most mass. Places are
// different. It costs n log n.
func heaviestIncreasing(places []int, mass []float64) []bool {
	order := slices.Sorted(slices.Values(places))
	tree := make([]int, len(places)+1) // Fenwick tree: 1 + the end of the best sequence up to a rank
	total, back := make([]float64, len(places)), make([]int, len(places))
	heavier := func(i, j int) int {
		if i == 0 || j > 0 && cmp.Compare(total[i-1], total[j-1]) <= 0 {
			return j
		}
		return i
	}
	top := 0
	for i := range places {
		rank, _ := slices.BinarySearch(order, places[i])
		best := 0
		for k := rank; k > 0; k -= k & -k {
			best = heavier(tree[k], best)
		}
		total[i], back[i] = mass[i], best
		if best > 0 {
			total[i] += total[best-1]
		}
		for k := rank + 1; k < len(tree); k += k & -k {
			tree[k] = heavier(i+1, tree[k])
		}
		top = heavier(i+1, top)
	}
	in := make([]bool, len(places))
	for ; top > 0; top = back[top-1] {
		in[top-1] = true
	}
	return in
}
