package report

import (
	"hearsay/article"
	"hearsay/lineage"
)

// An ordering puts the nodes of a lineage from the top of the picture to the bottom.
type ordering struct {
	lineage.Lineage
	floating []bool  // without a time: missing sources and undated articles
	leaders  [][]int // by node: the floating nodes that it is derived from
	ties     [][]int // by node: all that it is tied to
	order    []int
	placed   []bool
	followed []bool // whether what hangs on a node has been placed
}

// drawOrder returns the nodes of g from the top of the picture to the bottom. Dated articles keep the
// order of the story, which is time. A missing source, and an undated article that others took from,
// stand above the first of those. The undated articles that are left come last, those that are tied
// to each other one after the other.
func drawOrder(g lineage.Lineage, articles []*article.Article) []int {
	o := ordering{Lineage: g, floating: make([]bool, len(g.Nodes)), leaders: make([][]int, len(g.Nodes)),
		ties: make([][]int, len(g.Nodes)), placed: make([]bool, len(g.Nodes)), followed: make([]bool, len(g.Nodes))}
	for i, n := range g.Nodes {
		o.floating[i] = n.Article < 0 || articles[n.Article].Published == nil
	}
	for _, e := range g.Edges {
		if e.Directed && o.floating[e.From] {
			o.leaders[e.To] = append(o.leaders[e.To], e.From)
		}
		o.ties[e.From], o.ties[e.To] = append(o.ties[e.From], e.To), append(o.ties[e.To], e.From)
	}
	for n := range g.Nodes {
		if !o.floating[n] {
			o.lead(n)
		}
	}
	for _, n := range o.order {
		o.follow(n)
	}
	for n := range g.Nodes {
		if !o.placed[n] {
			o.lead(n)
			o.follow(n)
		}
	}
	return o.order
}

// follow places, one below the other, what hangs on n by a tie and is not placed yet.
func (o *ordering) follow(n int) {
	if o.followed[n] {
		return
	}
	o.followed[n] = true
	for _, m := range o.ties[n] {
		if o.placed[m] {
			continue
		}
		o.lead(m)
		for _, p := range o.leaders[m] {
			o.follow(p)
		}
		o.follow(m)
	}
}

// lead places n below the floating nodes that it is derived from.
func (o *ordering) lead(n int) {
	if o.placed[n] {
		return
	}
	o.placed[n] = true
	for _, p := range o.leaders[n] {
		o.lead(p)
	}
	o.order = append(o.order, n)
}
