package statement

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"hearsay/article"
)

// A group is the wordings of one statement; the first stands for it.
type group struct {
	classes []int
	ties    []tie // of each with the first
}

// A neighbour is a class that is tied to another.
type neighbour struct {
	class int
	tie   tie
}

// groups covers the classes with groups, each around a class that all its members are tied to. The
// classes that share most with most reports come first; each other class goes to the group whose
// first it shares most with. Only solid classes stand for a group.
func (b *board) groups() []group {
	b.sortReports()
	order, rank := b.ranked()
	near := b.neighbours(rank)
	weights := make([]float64, len(b.classes))
	for c := range weights {
		weights[c] = b.weight(c, near[c])
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return cmp.Or(cmp.Compare(weights[y], weights[x]), cmp.Compare(b.classes[x].words, b.classes[y].words))
	})
	covered := make([]bool, len(b.classes))
	at := map[int]int{}
	var out []group
	for _, c := range order {
		if covered[c] || !b.classes[c].solid {
			continue
		}
		covered[c] = true
		at[c] = len(out)
		out = append(out, group{[]int{c}, []tie{b.own(c)}})
		for _, n := range near[c] {
			covered[n.class] = true
		}
	}
	for _, c := range order {
		if _, first := at[c]; first {
			continue
		}
		if n, ok := b.closest(c, near[c], at); ok {
			g := &out[at[n.class]]
			g.classes = append(g.classes, c)
			g.ties = append(g.ties, n.tie)
		}
	}
	return out
}

// sortReports puts the reports of every class in order.
func (b *board) sortReports() {
	for i := range b.classes {
		slices.SortFunc(b.classes[i].reports, func(x, y place) int {
			return cmp.Or(cmp.Compare(x.member, y.member), cmp.Compare(x.sentence, y.sentence))
		})
	}
}

// ranked returns the classes by their first report, and the rank of each in that order. Classes are
// numbered as pairs come; from here on nothing depends on that.
func (b *board) ranked() (order, rank []int) {
	order, rank = make([]int, len(b.classes)), make([]int, len(b.classes))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int {
		p, q := b.classes[x].reports[0], b.classes[y].reports[0]
		return cmp.Or(cmp.Compare(p.member, q.member), cmp.Compare(p.sentence, q.sentence))
	})
	for r, c := range order {
		rank[c] = r
	}
	return order, rank
}

// neighbours returns the other classes that each is tied to, by rank.
func (b *board) neighbours(rank []int) [][]neighbour {
	near := make([][]neighbour, len(b.classes))
	for at, t := range b.ties {
		if at[0] != at[1] {
			near[at[0]] = append(near[at[0]], neighbour{at[1], t})
			near[at[1]] = append(near[at[1]], neighbour{at[0], t})
		}
	}
	for i := range near {
		slices.SortFunc(near[i], func(x, y neighbour) int { return cmp.Compare(rank[x.class], rank[y.class]) })
	}
	return near
}

// weight says how much a class shares with all reports near it: for each article that has one, the
// share of the words of the longer that match.
func (b *board) weight(c int, near []neighbour) float64 {
	sum := float64(b.classes[c].articles())
	for _, n := range near {
		sum += float64(b.classes[n.class].articles()) * b.likeness(c, n)
	}
	return sum
}

// likeness is the share of the words of the longer of two wordings that match.
func (b *board) likeness(c int, n neighbour) float64 {
	return float64(n.tie.same) / float64(max(b.classes[c].words, b.classes[n.class].words))
}

// articles counts the articles that have the wording.
func (c *class) articles() int {
	n := 0
	for i, r := range c.reports {
		if i == 0 || r.member != c.reports[i-1].member {
			n++
		}
	}
	return n
}

// own returns what the reports of a class share with each other.
func (b *board) own(c int) tie { return b.ties[[2]int{c, c}] }

// closest returns the neighbour that stands for a group and is most alike.
func (b *board) closest(c int, near []neighbour, at map[int]int) (best neighbour, ok bool) {
	for _, n := range near {
		if _, first := at[n.class]; first && (!ok || b.likeness(c, n) > b.likeness(c, best)) {
			best, ok = n, true
		}
	}
	return best, ok
}

// statement tells a group in terms of the collection.
func (b *board) statement(g group) Statement {
	first := &b.classes[g.classes[0]]
	var s Statement
	type sorted struct {
		place
		Report
	}
	var reports []sorted
	var words []string
	for i, c := range g.classes {
		words = append(words, b.classes[c].folded)
		s.Mass = max(s.Mass, g.ties[i].mass)
		shared := 1.0
		if i > 0 {
			shared = float64(g.ties[i].same) / float64(first.words)
		}
		for _, p := range b.classes[c].reports {
			ref := article.Ref{Article: b.members[p.member].Article, Span: b.sheet(p.member).sentences[p.sentence].span}
			reports = append(reports, sorted{p, Report{ref, shared}})
		}
	}
	slices.SortFunc(reports, func(x, y sorted) int {
		return cmp.Or(cmp.Compare(x.member, y.member), cmp.Compare(x.sentence, y.sentence))
	})
	for _, r := range reports {
		s.Reports = append(s.Reports, r.Report)
	}
	earliest := b.sheet(first.reports[0].member)
	s.Text = earliest.doc.Text(earliest.sentences[first.reports[0].sentence].span)
	s.ID = identity(words)
	return s
}

// identity returns the first 12 hexadecimal digits of the SHA-256 of the wordings.
func identity(words []string) string {
	slices.Sort(words)
	sum := sha256.Sum256([]byte(strings.Join(words, "\n")))
	return hex.EncodeToString(sum[:6])
}
