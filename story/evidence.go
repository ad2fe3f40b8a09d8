package story

import (
	"cmp"
	"slices"

	"hearsay/article"
	"hearsay/text"
)

const (
	// maxTerms is how many terms a member has at most.
	maxTerms = 8
	// nearShare is the share of the threshold from which a story is near enough to come second.
	nearShare = 0.625
	// smallMargin is the margin under which a place is uncertain.
	smallMargin = 0.03
)

// A place is where a unit came to stand, and why.
type place struct {
	score     float64
	runnerUp  int // the cluster that comes second, -1 if none is near
	second    float64
	uncertain bool
}

// places returns the place of each unit. of holds their clusters.
//
// A place is uncertain if the cluster that comes second is nearly as similar to the unit as its own;
// for a unit that stands alone, if it nearly joined another.
func places(links [][]link, of []int, threshold float64) []place {
	size := make([]int, len(of))
	for _, c := range of {
		size[c]++
	}
	out := make([]place, len(of))
	sums := make([]float64, len(of))
	for i, own := range of {
		best := place{score: 1, runnerUp: -1}
		for _, l := range links[i] {
			sums[of[l.to]] += float64(l.sim)
		}
		held := threshold
		if size[own] > 1 {
			best.score = sums[own] / float64(size[own]-1)
			held = best.score
		}
		sums[own] = 0
		for _, l := range links[i] {
			c := of[l.to]
			if mean := sums[c] / float64(size[c]); mean >= nearShare*threshold && mean > best.second {
				best.runnerUp, best.second = c, mean
			}
			sums[c] = 0
		}
		best.uncertain = best.runnerUp >= 0 && held-best.second < smallMargin
		out[i] = best
	}
	return out
}

// A teller finds the words that tie units to their stories. It is for one goroutine.
type teller struct {
	space   *space
	counter *counter
	sum     []float32 // by number of a term
}

// A tie is a term and how much it ties a unit to the others.
type tie struct {
	term   uint64
	weight float64
}

// terms returns for each unit of a story the words that tie it to the others, best first, in the
// form that the story uses most. A family that is a story alone has its heaviest words, an article
// that stands alone has none.
func (t *teller) terms(units []*unit, articles []*article.Article) [][]string {
	out := make([][]string, len(units))
	if len(units) == 1 && len(units[0].articles) == 1 {
		return out
	}
	ties := make([][]uint64, len(units))
	if len(units) == 1 {
		ties[0] = units[0].vector.heavy
	} else {
		t.addAll(units, 1)
		for i, u := range units {
			ties[i] = t.ties(u)
		}
		t.addAll(units, 0)
	}
	forms := t.forms(units, articles, ties)
	for i := range ties {
		for _, term := range ties[i] {
			if f := forms[term]; f != "" {
				out[i] = append(out[i], f)
			}
		}
	}
	return out
}

// addAll adds up the vectors of units, or with factor 0 clears the sum.
func (t *teller) addAll(units []*unit, factor float32) {
	for _, u := range units {
		for _, e := range u.vector.entries {
			t.sum[e.term] = factor * (t.sum[e.term] + e.weight)
		}
	}
}

// ties returns the terms that tie a unit to the rest of the sum most.
func (t *teller) ties(u *unit) []uint64 {
	weights := map[uint64]float64{}
	for _, e := range u.vector.entries {
		// What is left is rounding unless another unit holds the term.
		if rest := t.sum[e.term] - e.weight; rest > 1e-6 {
			weights[t.space.terms[e.term].term] += float64(e.weight) * float64(rest)
		}
	}
	all := make([]tie, 0, len(weights))
	for term, w := range weights {
		all = append(all, tie{term, w})
	}
	slices.SortFunc(all, func(a, b tie) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.term, b.term))
	})
	var terms []uint64
	for _, a := range all[:min(maxTerms, len(all))] {
		terms = append(terms, a.term)
	}
	return terms
}

// forms returns the form of each term that the texts of the units use most, of equals the first in
// the alphabet.
func (t *teller) forms(units []*unit, articles []*article.Article, ties [][]uint64) map[uint64]string {
	counts := map[uint64]map[string]int{}
	for _, terms := range ties {
		for _, term := range terms {
			counts[term] = map[string]int{}
		}
	}
	for _, u := range units {
		a := articles[u.speaker]
		body, heading := a.Doc.String(), titleOf(a)
		t.counter.walk(body, bodyTokens(a.Doc), tallyForms(body, counts))
		t.counter.walk(heading, text.Tokenize(heading, nil), tallyForms(heading, counts))
	}
	best := map[uint64]string{}
	for term, c := range counts {
		for exact, n := range c {
			if b := best[term]; b == "" || n > c[b] || n == c[b] && exact < b {
				best[term] = exact
			}
		}
	}
	return best
}

func tallyForms(s string, counts map[uint64]map[string]int) func(word, text.Span) {
	return func(w word, span text.Span) {
		if c := counts[w.term]; c != nil {
			c[s[span.Start:span.End]]++
		}
	}
}
