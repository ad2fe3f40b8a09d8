package lineage

import (
	"cmp"
	"maps"
	"slices"

	"hearsay/reuse"
)

// reuse.Find pairs the members of a set of identical texts with one of them only, and only that one
// with other texts; which one is an accident of the collection. What is known of it holds for all.
// Here the ties are drawn anew, for as many members as can matter: the earliest of a set stand for
// it, and whoever names a member or is named by one is tied with it. That is linear in members,
// credits and pairs, and does not depend on whom the pairs happen to join.

// headCount is how many of the earliest members of a set of identical texts stand for it.
const headCount = 4

// units are the members of a story, identical texts taken together.
type units struct {
	of    []int   // by node: its unit
	sets  [][]int // by unit: its nodes, sorted
	inner []*tie  // by node: a tie with a member of its own unit, nil if it is alone
	outer map[[2]int]*tie
}

func (u *units) heads(unit int) []int {
	return u.sets[unit][:min(headCount, len(u.sets[unit]))]
}

// withTwins returns the ties that the direct ones stand for.
func (s *search) withTwins(direct map[[2]int]*tie) map[[2]int]*tie {
	u := s.unite(direct)
	all := map[[2]int]*tie{}
	add := func(a, b int) {
		if t := s.standing(u, direct, a, b); t != nil {
			all[[2]int{t.x, t.y}] = t
		}
	}
	for pair := range u.outer {
		for _, a := range u.heads(pair[0]) {
			for _, b := range u.heads(pair[1]) {
				add(a, b)
			}
		}
	}
	for n, named := range s.names {
		for _, head := range u.heads(u.of[n]) {
			if head < n { // the tie rests on a pair of the later node
				add(n, head)
			}
		}
		for _, m := range named {
			add(n, m)
		}
	}
	return all
}

// unite finds the units and the ties inside and between them.
func (s *search) unite(direct map[[2]int]*tie) *units {
	sorted := slices.SortedFunc(maps.Values(direct), func(a, b *tie) int { return cmp.Or(a.x-b.x, a.y-b.y) })
	same := newForest(len(s.members))
	u := &units{of: make([]int, len(s.members)), inner: make([]*tie, len(s.members)), outer: map[[2]int]*tie{}}
	for _, t := range sorted {
		if s.identical(t) {
			same.join(t.x, t.y)
			u.inner[t.x], u.inner[t.y] = cmp.Or(u.inner[t.x], t), cmp.Or(u.inner[t.y], t)
		}
	}
	u.sets = same.sets()
	for unit, set := range u.sets {
		for _, n := range set {
			u.of[n] = unit
		}
	}
	for _, t := range sorted {
		if a, b := u.of[t.x], u.of[t.y]; a != b {
			u.outer[[2]int{min(a, b), max(a, b)}] = cmp.Or(u.outer[[2]int{min(a, b), max(a, b)}], t)
		}
	}
	return u
}

// standing returns the tie of two nodes: the direct one, or else one that stands for it because its
// texts are identical with theirs; nil if there is none.
func (s *search) standing(u *units, direct map[[2]int]*tie, a, b int) *tie {
	if t := direct[[2]int{min(a, b), max(a, b)}]; t != nil || a == b {
		return t
	}
	if u.of[a] == u.of[b] {
		return newTie(a, b, u.inner[a].wording, u.inner[a].side(a))
	}
	t := u.outer[[2]int{min(u.of[a], u.of[b]), max(u.of[a], u.of[b])}]
	switch {
	case t == nil:
		return nil
	case u.of[t.x] == u.of[a]:
		return newTie(a, b, t.wording, t.side(t.x))
	}
	return newTie(a, b, t.wording, t.side(t.y))
}

// identical reports whether a tie joins two texts of the same words.
func (s *search) identical(t *tie) bool {
	return s.pairs[t.pair].Relation == reuse.Identical && sameWords(s.article(t.x).Doc, s.article(t.y).Doc)
}
