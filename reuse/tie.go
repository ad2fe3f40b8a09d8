package reuse

import (
	"cmp"
	"slices"
)

// A tie says how many words a source shares with another.
type tie struct {
	to    uint32
	words int32
	solid int32 // of them, in solid passages: long ones with few changes
	most  bool  // whether they are at least mostShare of the shorter text
}

const (
	// solidHalves and solidShare say what a solid passage is: 25 words, three quarters of them
	// matching.
	solidHalves = 50
	solidShare  = 0.75
	// copyShare is the share of the shorter text above which a pair is tied by any passages.
	copyShare = 0.8
	// copyTie is what such a pair counts as sharing: more than any passage.
	copyTie = 1 << 30
	// mostShare is the share of the shorter text above which texts published on different days are
	// copies all the same.
	mostShare = 0.7
)

// ties returns for each source those it is tied to, ascending.
func ties(sources []source, pairs []found) [][]tie {
	out := make([][]tie, len(sources))
	for i := range pairs {
		p := &pairs[i]
		t := p.tie(min(sources[p.x].halves, sources[p.y].halves))
		t.to = p.y
		out[p.x] = append(out[p.x], t)
		t.to = p.x
		out[p.y] = append(out[p.y], t)
	}
	for _, t := range out {
		slices.SortFunc(t, func(a, b tie) int { return cmp.Compare(a.to, b.to) })
	}
	return out
}

// meet calls use for each of some sources, ascending, that is among the ties, with its place. It costs
// as many binary searches as the shorter of the two is long: one source may be tied to thousands, and
// a phrase may stand in thousands.
func meet(sources []uint32, ties []tie, use func(i int, t tie)) {
	if len(ties) < len(sources) {
		for _, t := range ties {
			if i, ok := slices.BinarySearch(sources, t.to); ok {
				use(i, t)
			}
		}
		return
	}
	for i, source := range sources {
		k, ok := slices.BinarySearchFunc(ties, source, func(t tie, to uint32) int { return cmp.Compare(t.to, to) })
		if ok {
			use(i, ties[k])
		}
	}
}

// tie returns the tie of a pair; shorter is the length of its shorter text in half words.
func (p *found) tie(shorter int) tie {
	solid, all := 0, 0
	for i := range p.passages {
		s := &p.passages[i]
		all += s.halves
		if s.solid() {
			solid += s.halves
		}
	}
	t := tie{words: int32(all / 2), solid: int32(solid / 2), most: float64(all) >= mostShare*float64(shorter)}
	if float64(all) >= copyShare*float64(shorter) {
		t.words, t.solid = copyTie, copyTie
	}
	return t
}

// solid reports whether the passage is long and has few changes.
func (s *shared) solid() bool {
	if s.halves < solidHalves {
		return false
	}
	matching := int32(0)
	for _, r := range s.runs {
		matching += r.n
	}
	first, last := s.first(), s.last()
	longer := max(last.xEnd()-first.x, last.yEnd()-first.y)
	return float64(matching) >= solidShare*float64(longer)
}
