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
	// further marks a link that explains what the other parents of its child do not.
	further bool
	// near are other members that were as near as from, as nodes.
	near []int
	// circular marks a link on a circle of clues: the weakest, which lost its direction, and those
	// that are hardly stronger.
	circular bool
}

// chooseParents gives every node the parent that it was most probably made from. Links are taken in the
// order of their probability; one that would close a circle is kept without direction, and the child
// gets the next best parent that closes none.
func (s *search) chooseParents() {
	var chosen []link
	for n := range s.members {
		if l, ok := s.bestParent(n, nil); ok {
			chosen = append(chosen, l)
		}
	}
	slices.SortFunc(chosen, func(a, b link) int {
		return cmp.Or(-cmp.Compare(a.tie.chanceOf(a.to), b.tie.chanceOf(b.to)), a.to-b.to)
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
	const hardly = 0.15 // probability
	above := map[int]bool{}
	for n := l.from; n != l.to; n = s.parents[n][0] {
		above[n] = true
	}
	for i := range s.links {
		if k := &s.links[i]; k.directed && above[k.to] && k.tie.chanceOf(k.to) < l.tie.chanceOf(l.to)+hardly {
			k.circular = true
		}
	}
}

// bestParent returns the link to the most probable parent of a node, passing over refused ties. Of
// equal ones it takes the earliest in the order of the story.
func (s *search) bestParent(n int, refused []*tie) (link, bool) {
	var best *tie
	for _, t := range s.at[n] {
		if !s.directs(t, n) || slices.Contains(refused, t) {
			continue
		}
		if best == nil || t.chanceOf(n) > best.chanceOf(n)+sameChance {
			best = t
		}
	}
	if best == nil {
		return link{}, false
	}
	l := link{from: best.other(n), to: n, tie: best, directed: true}
	for _, t := range s.at[n] {
		if t != best && t.chanceOf(n) >= nearChance*best.chanceOf(n) {
			l.near = append(l.near, t.other(n))
		}
	}
	slices.Sort(l.near)
	return l, true
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
