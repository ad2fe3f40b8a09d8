package reuse

// nearShare is the share of the words of a text above which it is a near-copy or contained.
const nearShare = 0.8

// pairOf describes two texts by the passages they share, which are sorted by their place in x.
func pairOf(x, y *side, found []shared, formula []bool, words *vocabulary) Pair {
	pair := Pair{Passages: make([]Passage, len(found))}
	all, counted := 0, 0
	for i := range found {
		all += found[i].halves
		pair.Passages[i] = found[i].passage(x, y, words)
	}
	copied := near(all, x.source.halves) && near(all, y.source.halves)
	for i := range found {
		// A bulletin of nothing but standing phrases is still a copy of its copy.
		pair.Passages[i].Formula = formula != nil && formula[i] && !copied
		if pair.Passages[i].Formula {
			pair.Passages[i].Reworded = false
			continue
		}
		counted += found[i].halves
	}
	markMoved(pair.Passages)
	pair.SharedOfA = share(counted, x.source.halves)
	pair.SharedOfB = share(counted, y.source.halves)
	pair.Relation = relation(x, y, found, pair.Passages, counted, words)
	return pair
}

func relation(x, y *side, found []shared, passages []Passage, counted int, words *vocabulary) Relation {
	xn, yn := x.source.halves, y.source.halves
	switch {
	case len(found) == 1 && len(found[0].runs) == 1 && int(found[0].runs[0].n) == len(x.words) && len(x.words) == len(y.words):
		return Identical
	case counted == 0:
		return FormulaOnly
	case near(counted, xn) && near(counted, yn):
		return NearCopy
	case quoteOnly(x, y, found, passages, words):
		return QuoteOnly
	case near(counted, min(xn, yn)):
		return Contained
	}
	return Partial
}

// near reports whether the halves are nearly all of a text.
func near(halves, of int) bool { return float64(halves) >= nearShare*float64(of) }

func share(halves, of int) float64 { return min(float64(halves)/float64(max(of, 1)), 1) }

// quoteOnly reports whether every passage that is not a formula stands inside quotation marks.
func quoteOnly(x, y *side, found []shared, passages []Passage, words *vocabulary) bool {
	for i := range found {
		if !passages[i].Formula && !found[i].quoted(x.source, y.source, words) {
			return false
		}
	}
	return true
}

// quoted reports whether the passage stands inside quotation marks in both texts.
func (s *shared) quoted(x, y *source, words *vocabulary) bool {
	return quotedIn(x, words, func(yield func(from, to int32) bool) {
		for _, r := range s.runs {
			if !yield(r.x, r.xEnd()) {
				return
			}
		}
	}) && quotedIn(y, words, func(yield func(from, to int32) bool) {
		for _, r := range s.runs {
			if !yield(r.y, r.yEnd()) {
				return
			}
		}
	})
}
