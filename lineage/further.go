package lineage

import (
	"cmp"
	"slices"

	"hearsay/reuse"
	"hearsay/text"
)

// addFurther gives compilations their further parents: each explains a passage of the child of at
// least passageWords words that its other parents do not have, the largest such passage first. A text
// that was probably made from no single other one gets parents in the same way if they explain most of
// it together.
func (s *search) addFurther() {
	for n := range s.members {
		explained := s.explained(n)
		links := s.furtherLinks(n, explained)
		if len(s.parents[n]) == 0 {
			for _, l := range links {
				explained = explained.Union(l.tie.runs(n))
			}
			if float64(explained.Words(s.article(n).Doc)) < derivedShare*float64(s.words[n]) {
				continue
			}
		}
		for _, l := range links {
			s.adopt(l)
		}
	}
}

// furtherLinks returns the links to the further parents of a node, of which some words are explained.
func (s *search) furtherLinks(n int, explained Runs) []link {
	var links []link
	for len(s.parents[n])+len(links) < maxParents {
		best, most := (*tie)(nil), passageWords-1
		for _, t := range s.at[n] {
			from := t.other(n)
			if t.toward(n) < directionNeeded || !s.mayTake(t, n) || slices.Contains(s.parents[n], from) ||
				slices.ContainsFunc(links, func(l link) bool { return l.from == from }) {
				continue
			}
			if words := s.unexplained(t, n, explained); words > most && !s.descends(from, n) {
				best, most = t, words
			}
		}
		if best == nil {
			break
		}
		links = append(links, link{from: best.other(n), to: n, tie: best, directed: true, further: true})
		explained = explained.Union(best.runs(n))
	}
	return links
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
	distance := map[*tie]float64{}
	for _, t := range ties {
		distance[t] = s.distance(t)
	}
	slices.SortStableFunc(ties, func(a, b *tie) int { return cmp.Compare(distance[a], distance[b]) })
	for _, t := range ties {
		if !joined.join(t.x, t.y) {
			continue
		}
		l := link{from: t.x, to: t.y, tie: t}
		if t.chanceOf(t.x) > t.chanceOf(t.y) {
			l.from, l.to = t.y, t.x
		}
		l.directed = s.directs(t, l.to) && !s.descends(l.from, l.to)
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

// distance tells how far apart the texts of a tie are: the words that were changed, and a fifth of those
// that only one of them has, by the mean length of the two. What was cut stays cut in all that is made of
// a text, so that missing words tell kinship as well, but less than changed ones. Of 35 distances this one
// gave the spanning trees that agreed best with known histories.
func (s *search) distance(t *tie) float64 {
	const cut, longestReplaced, longestPut = 0.2, 8, 3 // words
	p := s.pairs[t.pair]
	docs := [2]*text.Doc{s.articles[p.A].Doc, s.articles[p.B].Doc}
	changed := 0
	for _, passage := range p.Passages {
		for _, e := range passage.Edits {
			if passage.Formula || e.Op == reuse.Equal {
				continue
			}
			a, b := runOf(docs[0], e.A), runOf(docs[1], e.B)
			n, longest := max(a.To-a.From, b.To-b.From), longestPut
			if e.Op == reuse.Replace {
				longest = longestReplaced
			}
			if n <= longest {
				changed += n
			}
		}
	}
	length := s.words[t.x] + s.words[t.y]
	missing := max(0, length-t.matched(t.x)-t.matched(t.y)-2*changed)
	return (2*float64(changed) + cut*float64(missing)) / float64(max(1, length))
}
