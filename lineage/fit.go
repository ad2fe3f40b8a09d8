package lineage

import (
	"math"
	"slices"

	"hearsay/article"
	"hearsay/text"
)

// A fit says how well a text explains another as its source.
type fit struct {
	// contrary are the places at which the child reads as a third text does and the source otherwise:
	// the child did not have these readings from there. A house's usage is none.
	contrary []contrary
	odd      int // of them: figures, names and misspellings
	doubtful int // places like these whose reading only one third text has that may be made from the child
	light    int // places like these where one or two short words were put in or left out
	// elsewhere is the longest stretch, in words, that the child has from third texts and the source
	// lacks.
	elsewhere int
	// apart is the share of the words of both texts that do not match in the other.
	apart float64
	// marks is the sum of what dates, credits, links and addresses say, and characters that nobody sees.
	marks float64
}

// A contrary reading is the words of the child and those of the source at one place.
type contrary struct{ child, source Run }

// findFits fills the fits of all ties, for both directions. It costs each node's segments with maxOthers
// others times the logarithm of its places.
func (s *search) findFits() {
	named := make([]int, len(s.members))
	for _, names := range s.names {
		for _, n := range names {
			named[n]++
		}
	}
	for n := range s.members {
		ties := s.candidates(n)
		c := s.collate(n, ties)
		var shared Runs
		for _, t := range ties {
			shared = append(shared, t.runs(n)...)
		}
		shared = tidy(shared)
		doc := s.article(n).Doc
		for i, t := range ties {
			f, other := s.fitOf(c, i), t.other(n)
			f.elsewhere = longestRun(shared.Without(t.runs(n)), doc)
			f.apart = 1 - float64(t.matched(n)+t.matched(other))/float64(max(1, s.words[n]+s.words[other]))
			f.marks = s.markOdds(t, n) + s.characterOdds(t, n) + namedOdds*math.Log1p(float64(min(named[other], mostNamed)))
			t.fits[t.index(n)] = &f
		}
	}
}

// candidates returns the ties of a node with the texts that may be its source: those that it names,
// and of the others the nearest.
func (s *search) candidates(n int) []*tie {
	ties := slices.Clone(s.at[n])
	slices.SortStableFunc(ties, func(a, b *tie) int {
		if a.names(n) != b.names(n) {
			return bit(b.names(n)) - bit(a.names(n))
		}
		return b.matched(n) - a.matched(n)
	})
	return ties[:min(maxOthers, len(ties))]
}

// fitOf reads the places of a collation for one of its texts as the source of the base, each change once.
func (s *search) fitOf(c collation, i int) fit {
	var f fit
	own, source := s.article(c.base).Doc, s.article(c.ties[i].other(c.base)).Doc
	seen := map[change]bool{}
	for _, p := range c.places {
		if p.readings[i] <= asBase {
			continue
		}
		made := changeOf(own, source, p.at, p.runs[i])
		if seen[made] {
			continue
		}
		seen[made] = true
		kind, holders := kindOf(own, source, p.at, p.runs[i], c.changes[made] > 1), s.holdersOf(c, p)
		switch {
		case kind == usage || holders == nobody:
		case kind == light:
			f.light++
		case holders == oneUndated:
			f.doubtful++
		default:
			f.contrary = append(f.contrary, contrary{p.at, p.runs[i]})
			f.odd += bit(kind == odd)
		}
	}
	return f
}

// What third texts a reading of a child stands in.
type holding int

const (
	nobody     holding = iota // in none, or only in such as were published later and may be made from it
	oneUndated                // in one of which nobody knows whether it was later
	others                    // in one that was not later, or in several
)

// holdersOf tells which third texts read as the base at a place.
func (s *search) holdersOf(c collation, p place) holding {
	undated := 0
	for i, r := range p.readings {
		if r != asBase {
			continue
		}
		switch order, _ := first(s.article(c.ties[i].other(c.base)).Published, s.article(c.base).Published); {
		case order < 0:
			return others
		case order == 0:
			undated++
		}
	}
	return holding(min(undated, int(others)))
}

// longestRun returns the length in words of the longest of the runs.
func longestRun(runs Runs, doc *text.Doc) int {
	most := 0
	for _, r := range runs {
		most = max(most, Runs{r}.Words(doc))
	}
	return most
}

// odds returns the logarithm of the odds that child was made from the other text of a tie rather than
// from nothing in the collection.
func (s *search) odds(t *tie, child int) float64 {
	f := t.fits[t.index(child)]
	if f == nil || !s.mayTake(t, child) {
		return math.Inf(-1)
	}
	w := s.weightsOf(t)
	odds := w.source + w.ties*math.Log(float64(len(s.at[child]))) + w.share*t.share(child, s.pairs) + w.apart*f.apart +
		w.contrary*math.Log1p(float64(len(f.contrary))) + w.odd*math.Log1p(float64(f.odd)) + w.doubtful*math.Log1p(float64(f.doubtful)) + w.light*math.Log1p(float64(f.light)) + f.marks
	if f.elsewhere >= elsewhereWords {
		odds += w.elsewhere
	}
	return odds
}

// weightsOf returns the weights of words for a tie: whether dates tell which of its texts was first decides.
func (s *search) weightsOf(t *tie) wordOdds {
	if order, _ := first(s.article(t.x).Published, s.article(t.y).Published); order != 0 {
		return datedWords
	}
	return undatedWords
}

// mayTake reports whether a tie may give child the other node as a parent: where the child rests on a
// missing source by its own words, it must name the other.
func (s *search) mayTake(t *tie, child int) bool { return len(s.rests[child]) == 0 || t.names(child) }

// markOdds returns what dates, credits, links and addresses say of one text as the source of another,
// against its being from elsewhere.
func (s *search) markOdds(t *tie, child int) float64 {
	sum := 0.0
	for _, g := range s.signs(t) {
		switch {
		case g.child != child:
			sum -= g.weight
		case g.kind == EarlierDate:
			sum += min(g.weight, s.soon(t))
		default:
			sum += g.weight
		}
	}
	source := t.other(child)
	if s.sameSite(link{from: source, to: child}) {
		sum += sameSiteOdds
	}
	switch {
	case t.names(child):
		return sum
	case s.handsOn(t, child):
		sum += handsOnOdds
	case s.namesOthers(t, child):
		sum -= otherCreditOdds
	}
	if len(s.rests[source]) > 0 {
		sum -= sourceRestsOdds
	}
	return sum
}

// soon returns what it says for a tie that one of its texts was published earlier, by the delay.
func (s *search) soon(t *tie) float64 {
	delay := s.article(t.x).Published.From.Sub(s.article(t.y).Published.From).Abs()
	return max(0, earlierOdds-delayOdds*math.Log1p(delay.Minutes()))
}

// handsOn reports whether a credit of the child stands in the source as well, which the child may have
// it from.
func (s *search) handsOn(t *tie, child int) bool {
	source := &s.profiles[t.other(child)]
	return slices.ContainsFunc(s.profiles[child].credits, func(c credit) bool {
		return c.Kind == article.Republication && slices.ContainsFunc(source.credits, func(o credit) bool { return o.name.key == c.name.key })
	})
}

// namesOthers reports whether the child credits its text to a source other than the text of a tie.
func (s *search) namesOthers(t *tie, child int) bool {
	source := &s.profiles[t.other(child)]
	return slices.ContainsFunc(s.profiles[child].credits, func(c credit) bool {
		return c.Kind == article.Republication && !source.is(c.name)
	})
}
