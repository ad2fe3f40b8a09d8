package lineage

import (
	"cmp"
	"slices"
)

// A link is an edge in the making.
type link struct {
	from, to int
	tie      *tie // nil for a missing source
	directed bool
	// near are other members that were as near as from, as nodes.
	near []int
	// circular marks a link on a circle of clues: the weakest, which lost its direction, and those
	// that are hardly stronger.
	circular bool
}

// mayTake reports whether a tie gives child the other node as a parent: the direction must be
// settled, and where the child rests on a missing source by its own words, it must name the other.
func (s *search) mayTake(t *tie, child int) bool {
	return t.toward(child) >= directionNeeded && (len(s.rests[child]) == 0 || t.names(child))
}

// chooseParents gives every node the parent whose text is nearest to its own. Links are taken in the
// order of their log-odds; one that would close a circle is kept without direction, and the child
// gets the next best parent that closes none. This is the greedy form of the maximum
// arborescence; a source outside the collection competes with every parent through directionNeeded.
func (s *search) chooseParents() {
	var chosen []link
	for n := range s.members {
		if l, ok := s.bestParent(n, nil); ok {
			chosen = append(chosen, l)
		}
	}
	slices.SortFunc(chosen, func(a, b link) int {
		return cmp.Or(-cmp.Compare(a.tie.toward(a.to), b.tie.toward(b.to)), a.to-b.to)
	})
	for _, l := range chosen {
		var refused []*tie
		for ok := true; ok; l, ok = s.bestParent(l.to, refused) {
			if !s.descends(l.from, l.to) {
				s.adopt(l)
				break
			}
			if len(refused) == 0 || l.tie.names(l.to) {
				s.doubtCircle(l)
				s.links = append(s.links, link{from: l.tie.x, to: l.tie.y, tie: l.tie, circular: true})
			}
			refused = append(refused, l.tie)
		}
	}
}

// doubtCircle marks the links of the circle that l would close, as far as they are hardly stronger
// than l. Nodes have one parent each at this point.
func (s *search) doubtCircle(l link) {
	const hardly = 1.0 // log-odds
	above := map[int]bool{}
	for n := l.from; n != l.to; n = s.parents[n][0] {
		above[n] = true
	}
	for i := range s.links {
		if k := &s.links[i]; k.directed && above[k.to] && k.tie.toward(k.to) < l.tie.toward(l.to)+hardly {
			k.circular = true
		}
	}
}

// bestParent returns the link to the nearest parent of a node, passing over refused ties.
func (s *search) bestParent(n int, refused []*tie) (link, bool) {
	var fit []*tie
	for _, t := range s.at[n] {
		if s.mayTake(t, n) && !slices.Contains(refused, t) {
			fit = append(fit, t)
		}
	}
	if len(fit) == 0 {
		return link{}, false
	}
	slices.SortStableFunc(fit, func(a, b *tie) int { return b.matched(n) - a.matched(n) })
	best := fit[0]
	for _, t := range fit[1:] {
		if order := s.nearer(n, t, best); order > 0 || order == 0 && before(n, t, best) {
			best = t
		}
	}
	l := link{from: best.other(n), to: n, tie: best, directed: true}
	if best.names(n) {
		return l, true
	}
	for _, t := range fit {
		if t != best && s.nearer(n, t, best) == 0 && s.replaces(n, t, best) {
			l.near = append(l.near, t.other(n))
		}
	}
	slices.Sort(l.near)
	return l, true
}

// before decides between two parents that are as near: one that the child names comes first, then
// the earlier in the order of the story.
func before(child int, a, b *tie) bool {
	if a.names(child) != b.names(child) {
		return a.names(child)
	}
	return a.other(child) < b.other(child)
}

// nearer compares how near the texts at the other ends of two ties are to a node: above zero if that
// of a is nearer, below if that of b is, zero if they are as near. What counts is the readings that
// one shares with the node and the other does not, heavier where the other does not have the word
// anywhere (see singularReading).
func (s *search) nearer(n int, a, b *tie) int {
	lead := a.matched(n) - b.matched(n)
	if reach := max(minReadings, int(farther*float64(s.words[n]))); lead > reach || -lead > reach {
		return lead
	}
	withA := s.readings(n, a.runs(n).Without(b.runs(n)), b.other(n))
	withB := s.readings(n, b.runs(n).Without(a.runs(n)), a.other(n))
	switch {
	case withA-withB >= minReadings && withA >= readingsFactor*withB:
		return 1
	case withB-withA >= minReadings && withB >= readingsFactor*withA:
		return -1
	}
	return 0
}

// replaces reports whether a tie explains nearly the same words of a node as another, so that it
// could stand in its place.
func (s *search) replaces(n int, t, best *tie) bool {
	missed := best.runs(n).Without(t.runs(n)).Words(s.article(n).Doc)
	return missed <= max(minReadings, int(farther*float64(best.matched(n))))
}

func (s *search) adopt(l link) {
	s.links = append(s.links, l)
	s.parents[l.to] = append(s.parents[l.to], l.from)
}

// descends reports whether n is ancestor itself or took from it, directly or not.
func (s *search) descends(n, ancestor int) bool {
	seen := map[int]bool{}
	for open := []int{n}; len(open) > 0; {
		n, open = open[len(open)-1], open[:len(open)-1]
		if n == ancestor {
			return true
		}
		if !seen[n] {
			seen[n] = true
			open = append(open, s.parents[n]...)
		}
	}
	return false
}
