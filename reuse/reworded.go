package reuse

import (
	"cmp"
	"slices"
)

// Reworded passages: wording that was worked over. Few words stand side by side as they did, but
// content words, or other forms of them, still follow each other in both texts.
//
// Two reporters who were at the same place use the same names, figures and set phrases as well. What
// they do not share is the order in which one thing is said after the other, and the words between
// the names, over the length of a sentence or two. So evidence is content words in the same order, not far apart; what
// a text repeats, names and numbers count little, standing phrases nothing.
//
// Candidates are pairs that share wording already, and, where the collection is no larger than a
// folder about a story, pairs that share skip-shingles (rewordedcandidate.go). The two gists
// (rewordedgist.go) are then chained as exact runs are (rewordedpair.go), and what a chain is worth is
// weighed (rewordedproof.go).

const (
	// A reworded passage has at least chosenWords different content words that the writer chose: no
	// names, no numbers; at least exactWords words that match word for word; and evidence of at least
	// leastEvidence average words. That is twice the weight that is asked of wording that stands side by
	// side, since here the words between do not match.
	chosenWords   = 8
	exactWords    = 8
	leastEvidence = 10
	// leastDensity is the share of the content words, on the side that has more, that match.
	leastDensity = 0.4
	// What stands within besideWords words of a passage, before or behind it in both texts, is likelier
	// worked over than met by chance. Half the evidence suffices.
	besideWords = 15
	besideShare = 0.5
)

// A demand says what a reworded passage must have.
type demand struct {
	chosen   int // half words
	same     int // half words
	evidence float64
}

// newDemand returns the demand where an exact passage must have so many matching words.
func newDemand(minWords int) demand {
	times := max(1, float64(minWords)/defaultMinWords)
	return demand{int(2 * chosenWords * times), int(2 * exactWords * times), leastEvidence * times}
}

// beside returns the demand beside a passage.
func (d demand) beside() demand {
	return demand{int(besideShare * float64(d.chosen)), int(besideShare * float64(d.same)), besideShare * d.evidence}
}

// A rewording is the search for reworded passages in a collection.
type rewording struct {
	sources  []source
	words    *vocabulary
	stems    []stem
	standing spread // tells standing phrases …
	grain    grain  // … by these shingles
	accept   acceptance
	demand   demand
}

func newRewording(sources []source, words *vocabulary, s spread, g grain, o Options) *rewording {
	return &rewording{sources, words, stemsOf(sources, words), s, g, newAcceptance(o), newDemand(o.MinWords)}
}

// find looks for reworded passages in what was found and in further pairs, both sorted, and returns what
// there is then, sorted. Pairs that share standing phrases only are looked at if they are among the
// further ones.
//
// A pair costs as much as its shorter text is long; those that share skip-shingles outside of the
// passages found cost more, at most as much as an alignment.
func (w *rewording) find(all []found, further []candidate) []found {
	pairs := withFurther(all, further)
	ask := make([]candidate, 0, len(pairs))
	place := make([]uint32, 0, len(pairs))
	copying := w.copying(pairs)
	for i, f := range pairs {
		_, listed := slices.BinarySearchFunc(further, candidate{f.x, f.y}, compareCandidates)
		if listed || slices.Contains(copying[i], true) {
			ask, place = append(ask, candidate{f.x, f.y}), append(place, uint32(i))
		}
	}
	tasks, starts := byLonger(w.sources, ask)
	each(len(starts)-1, func() func(int) {
		r := &rewriter{rewording: w, number: map[stem]uint32{}}
		return func(i int) {
			r.setLong(tasks[starts[i]].long)
			for _, t := range tasks[starts[i]:starts[i+1]] {
				at := place[t.pair]
				f := &pairs[at]
				f.passages = append(f.passages, r.rewordings(t.short, f, copying[at])...)
				sortByPlace(f.passages)
			}
		}
	})
	return withPassages(pairs)
}

// copying tells of the passages of each pair which are no standing phrases.
func (w *rewording) copying(pairs []found) [][]bool {
	out := make([][]bool, len(pairs))
	each(len(pairs), alone(func(i int) {
		f := &pairs[i]
		for k := range f.passages {
			out[i] = append(out[i], !w.standing.formula(&f.passages[k], &w.sources[f.x], int(f.x), w.words, w.grain))
		}
	}))
	return out
}

// withFurther merges what was found with pairs in which nothing was, in order.
func withFurther(all []found, further []candidate) []found {
	out := make([]found, 0, len(all)+len(further))
	for _, c := range further {
		for len(all) > 0 && compareCandidates(candidate{all[0].x, all[0].y}, c) < 0 {
			out, all = append(out, all[0]), all[1:]
		}
		if len(all) == 0 || all[0].x != c.a || all[0].y != c.b {
			out = append(out, found{x: c.a, y: c.b})
		}
	}
	return append(out, all...)
}

func compareCandidates(p, q candidate) int {
	return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
}
