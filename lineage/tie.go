package lineage

import (
	"cmp"
	"slices"

	"hearsay/reuse"
)

// A wording is what the two texts of a pair share, by word number.
type wording struct {
	pair     int
	passages [][2]Runs // of each passage that is no formula: the words of A and of B that match
	all      [2]Runs   // of the passages together
	words    [2]int    // how many these are
	// unquoted is how many of them stand outside quotation marks, on the side that has fewer, and
	// longest how many of these the passage with most of them holds.
	unquoted, longest int
}

func (s *search) wordingOf(pair int) *wording {
	if w := s.wordings[pair]; w != nil {
		return w
	}
	p := s.pairs[pair]
	w := &wording{pair: pair}
	for _, passage := range p.Passages {
		if passage.Formula {
			continue
		}
		var runs [2]Runs
		var unquoted [2]int
		for side, member := range [2]int{p.A, p.B} {
			doc := s.articles[member].Doc
			runs[side] = matchedRuns(doc, passage, side)
			w.all[side] = append(w.all[side], runs[side]...)
			unquoted[side] = runs[side].Without(s.quoted(member)).Words(doc)
		}
		w.passages = append(w.passages, runs)
		w.longest = max(w.longest, min(unquoted[0], unquoted[1]))
	}
	var unquoted [2]int
	for side, member := range [2]int{p.A, p.B} {
		doc := s.articles[member].Doc
		w.all[side] = tidy(w.all[side])
		w.words[side] = w.all[side].Words(doc)
		unquoted[side] = w.all[side].Without(s.quoted(member)).Words(doc)
	}
	w.unquoted = min(unquoted[0], unquoted[1])
	s.wordings[pair] = w
	return w
}

// A tie is wording that two members share: enough to ask who took from whom.
type tie struct {
	x, y int // nodes, x < y
	*wording
	sideX int     // the side of the pair that stands for x
	net   float64 // log-odds that y took from x rather than x from y
	// explicit tells for x and for y whether it names the other as the source of its text or links
	// to it.
	explicit [2]bool
	// fits tell for x and for y how well the other explains it as its source, nil if that was not asked;
	// chance is how probable it is that it took from the other.
	fits   [2]*fit
	chance [2]float64
}

// index returns 0 for x and 1 for y.
func (t *tie) index(n int) int { return bit(n == t.y) }

func (t *tie) other(n int) int { return t.x + t.y - n }

// side returns the side of the pair that stands for a node of the tie.
func (t *tie) side(n int) int {
	if n == t.x {
		return t.sideX
	}
	return 1 - t.sideX
}

// share returns the share of the words of a node of the tie that match in the other.
func (t *tie) share(n int, pairs []reuse.Pair) float64 {
	p := pairs[t.pair]
	return [2]float64{p.SharedOfA, p.SharedOfB}[t.side(n)]
}

// runs returns the words of a node that match in the other.
func (t *tie) runs(n int) Runs { return t.all[t.side(n)] }

// matched returns how many words of a node match in the other.
func (t *tie) matched(n int) int { return t.words[t.side(n)] }

// toward returns the log-odds that child took from the other node.
func (t *tie) toward(child int) float64 {
	if child == t.y {
		return t.net
	}
	return -t.net
}

// names reports whether child names the other node as its source.
func (t *tie) names(child int) bool {
	if child == t.x {
		return t.explicit[0]
	}
	return t.explicit[1]
}

// tied reports whether a pair shares enough to ask who took from whom. Quotations and standing
// phrases do not count: who quotes the same words has not copied them from each other.
func (s *search) tied(pair int) bool {
	p := s.pairs[pair]
	if p.Relation == reuse.QuoteOnly || p.Relation == reuse.FormulaOnly {
		return false
	}
	w := s.wordingOf(pair)
	shorter := min(s.size(p.A), s.size(p.B))
	return w.longest >= passageWords ||
		w.unquoted > 0 && w.unquoted >= min(minTieWords, shorter/2) && float64(w.unquoted) >= minTieShare*float64(shorter)
}

// size returns the number of words of an article, by its index.
func (s *search) size(member int) int {
	doc := s.articles[member].Doc
	return AllWords(doc).Words(doc)
}

// findTies fills s.ties and s.at from the pairs between members.
func (s *search) findTies() {
	node := make(map[int]int, len(s.members))
	for n, m := range s.members {
		node[m] = n
	}
	found := map[[2]int]*tie{}
	for i, p := range s.pairs {
		a, okA := node[p.A]
		b, okB := node[p.B]
		if okA && okB && a != b && s.tied(i) {
			t := newTie(a, b, s.wordingOf(i), 0)
			found[[2]int{t.x, t.y}] = cmp.Or(found[[2]int{t.x, t.y}], t)
		}
	}
	for _, t := range s.withTwins(found) {
		s.ties = append(s.ties, t)
	}
	slices.SortFunc(s.ties, func(a, b *tie) int { return cmp.Or(a.x-b.x, a.y-b.y) })
	s.at = make([][]*tie, len(s.members))
	s.tieOf = map[[2]int]*tie{}
	for _, t := range s.ties {
		s.tieOf[[2]int{t.x, t.y}] = t
		s.weigh(t)
		s.at[t.x] = append(s.at[t.x], t)
		s.at[t.y] = append(s.at[t.y], t)
	}
}

// newTie returns the tie of two nodes by a wording, of which one side stands for a.
func newTie(a, b int, w *wording, sideA int) *tie {
	if a > b {
		return &tie{x: b, y: a, wording: w, sideX: 1 - sideA}
	}
	return &tie{x: a, y: b, wording: w, sideX: sideA}
}

func (s *search) weigh(t *tie) {
	signs := s.signs(t)
	t.net = net(signs, t)
	for _, g := range signs {
		if g.explicit || g.kind == OutgoingLink {
			if g.child == t.x {
				t.explicit[0] = true
			} else {
				t.explicit[1] = true
			}
		}
	}
}
