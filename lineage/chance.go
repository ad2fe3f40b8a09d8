package lineage

import "math"

// findChances fills for every tie how probable it is that one of its texts was made from the other.
func (s *search) findChances() {
	together := newForest(len(s.members))
	for _, t := range s.ties {
		together.join(t.x, t.y)
	}
	for _, set := range together.sets() {
		if len(set) > 1 {
			s.findChancesOf(set)
		}
	}
	s.inside, s.likeliest = make([]float64, len(s.members)), make([]float64, len(s.members))
	for n, ties := range s.at {
		for _, t := range ties {
			s.inside[n] += t.chanceOf(n)
			s.likeliest[n] = max(s.likeliest[n], t.chanceOf(n))
		}
	}
}

// findChancesOf weighs the histories of one set of texts that hang together. The odds are taken against
// the best explanation of each text, so that they stay in the range of numbers.
func (s *search) findChancesOf(set []int) {
	if len(set) > mostCounted {
		for _, n := range set {
			s.findChancesAlone(n)
		}
		return
	}
	number := make(map[int]int, len(set))
	for i, n := range set {
		number[n] = i
	}
	d := newDescent(len(set))
	for i, n := range set {
		best := s.bestOdds(n)
		d.outside[i] = math.Exp(-best)
		for _, t := range s.at[n] {
			d.from[number[t.other(n)]*d.n+i] = math.Exp(s.odds(t, n) - best)
		}
	}
	chances := d.probabilities()
	for i, n := range set {
		for _, t := range s.at[n] {
			t.chance[t.index(n)] = chances.from[number[t.other(n)]*d.n+i]
		}
	}
}

// findChancesAlone weighs the explanations of one text against each other as if the other texts were
// given.
func (s *search) findChancesAlone(n int) {
	best := s.bestOdds(n)
	sum := math.Exp(-best)
	for _, t := range s.at[n] {
		sum += math.Exp(s.odds(t, n) - best)
	}
	for _, t := range s.at[n] {
		t.chance[t.index(n)] = math.Exp(s.odds(t, n)-best) / sum
	}
}

// bestOdds returns the odds of the best explanation of a node; 0 is that of none.
func (s *search) bestOdds(n int) float64 {
	best := 0.0
	for _, t := range s.at[n] {
		best = max(best, s.odds(t, n))
	}
	return best
}

// chanceOf returns how probable it is that child was made from the other text of the tie.
func (t *tie) chanceOf(child int) float64 { return t.chance[t.index(child)] }

// directs reports whether a tie gives child the other node as its source with a direction: if that is
// likelier than all else; or if the child was probably made from some text of the collection, this one
// is nearly the likeliest, and the clues beside the words settle which of the two was first.
func (s *search) directs(t *tie, child int) bool {
	c := t.chanceOf(child)
	if c <= oneWay*t.chanceOf(t.other(child)) {
		return false
	}
	return c >= directedChance || s.inside[child] >= directedChance && c >= nearChance*s.likeliest[child] && t.toward(child) >= directionNeeded
}
