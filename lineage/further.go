package lineage

import (
	"cmp"
	"slices"
)

// addFurther gives compilations their further parents: each explains a passage of the child of at
// least passageWords words that its other parents do not have, the largest such passage first.
func (s *search) addFurther() {
	for n := range s.members {
		if len(s.parents[n]) == 0 {
			continue
		}
		explained := s.explained(n)
		for len(s.parents[n]) < maxParents {
			best, most := (*tie)(nil), passageWords-1
			for _, t := range s.at[n] {
				from := t.other(n)
				if !s.mayTake(t, n) || slices.Contains(s.parents[n], from) {
					continue
				}
				if words := s.unexplained(t, n, explained); words > most && !s.descends(from, n) {
					best, most = t, words
				}
			}
			if best == nil {
				break
			}
			s.adopt(link{from: best.other(n), to: n, tie: best, directed: true})
			explained = explained.Union(best.runs(n))
		}
	}
}

// explained returns the words of a node that its parents have.
func (s *search) explained(n int) Runs {
	var runs Runs
	for _, t := range s.at[n] {
		if slices.Contains(s.parents[n], t.other(n)) {
			runs = runs.Union(t.runs(n))
		}
	}
	return runs
}

// unexplained returns how many words the largest passage that n shares in a tie holds beyond what is
// explained and beyond quotations.
func (s *search) unexplained(t *tie, n int, explained Runs) int {
	known := explained.Union(s.quoted(s.members[n]))
	most := 0
	for _, p := range t.passages {
		most = max(most, p[t.side(n)].Without(known).Words(s.article(n).Doc))
	}
	return most
}

// connect adds links so that all members that are tied hang together, directly or through others:
// the nearest first, with direction where that is settled, else without.
func (s *search) connect() {
	joined := newForest(len(s.members) + len(s.missing))
	for _, l := range s.links {
		joined.join(l.from, l.to)
	}
	ties := slices.Clone(s.ties)
	slices.SortStableFunc(ties, func(a, b *tie) int {
		return cmp.Or(
			-cmp.Compare(a.nearness(s), b.nearness(s)),
			b.words[0]+b.words[1]-a.words[0]-a.words[1])
	})
	for _, t := range ties {
		if !joined.join(t.x, t.y) {
			continue
		}
		l := link{from: t.x, to: t.y, tie: t}
		if t.toward(t.x) > 0 {
			l.from, l.to = t.y, t.x
		}
		l.directed = s.mayTake(t, l.to) && !s.descends(l.from, l.to)
		if !l.directed {
			l.from, l.to = t.x, t.y
		}
		s.adoptIf(l)
	}
}

func (s *search) adoptIf(l link) {
	if l.directed {
		s.adopt(l)
	} else {
		s.links = append(s.links, l)
	}
}

// nearness returns the larger of the two shares of a tie.
func (t *tie) nearness(s *search) float64 {
	return max(t.share(t.x, s.pairs), t.share(t.y, s.pairs))
}
