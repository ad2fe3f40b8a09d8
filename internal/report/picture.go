package report

import (
	"fmt"
	"html/template"
	"slices"

	"hearsay/article"
	"hearsay/internal/draw"
	"hearsay/lineage"
)

// mostDrawn is the number of nodes above which the picture shows each family of near-copies as one.
const mostDrawn = 150

// drawOrder returns the nodes of g from the top of the picture to the bottom. Dated articles keep
// the order of the story, which is time. A missing source, and an undated article that others took
// from, stand above the first of those.
func drawOrder(g lineage.Lineage, articles []*article.Article) []int {
	floating := make([]bool, len(g.Nodes))
	parents := make([][]int, len(g.Nodes))
	for i, n := range g.Nodes {
		floating[i] = n.Article < 0 || articles[n.Article].Published == nil
	}
	leads := make([]bool, len(g.Nodes))
	for _, e := range g.Edges {
		if e.Directed && floating[e.From] {
			parents[e.To] = append(parents[e.To], e.From)
			leads[e.From] = true
		}
	}
	order := make([]int, 0, len(g.Nodes))
	placed := make([]bool, len(g.Nodes))
	var put func(int)
	put = func(n int) {
		if placed[n] {
			return
		}
		placed[n] = true
		for _, p := range parents[n] {
			if !placed[p] {
				put(p)
			}
		}
		order = append(order, n)
	}
	for n := range g.Nodes {
		if !floating[n] || !leads[n] {
			put(n)
		}
	}
	for n := range g.Nodes { // floating nodes in a circle lead to nothing else
		put(n)
	}
	return order
}

// picture draws the lineage of a story. It reports whether families were folded into one node each.
func (l *layout) picture(file string, s int) (template.HTML, bool) {
	st := l.Stories[s]
	g := st.Lineage
	if len(g.Nodes) == 0 {
		return "", false
	}
	families := st.Families
	if len(g.Nodes) <= mostDrawn {
		families = nil
	}
	var fig folding
	fig.fold(g, drawOrder(g, l.Articles), families)
	p := draw.Picture{
		Label: fmt.Sprintf("Who took from whom: %s, time runs down", count(len(st.Members), "page")),
		Desc:  "The table below tells the same, with the reasons for each line.",
	}
	share := make(map[int]float64) // by node: of its words, with the node above it that it shares most with
	for _, e := range g.Edges {
		if to := g.Nodes[e.To].Article; e.Pair >= 0 && to >= 0 && (l.Pairs[e.Pair].A == to || l.Pairs[e.Pair].B == to) {
			share[e.To] = max(share[e.To], l.share(e.Pair, to))
		}
	}
	for row, n := range fig.rows {
		p.Nodes = append(p.Nodes, l.drawn(file, g.Nodes[n], fig.extra[row], share[n]))
	}
	for row := len(fig.rows) - 2; row >= 0; row-- { // what has no date stands with what follows from it
		if n := g.Nodes[fig.rows[row]]; n.Article < 0 || l.Articles[n.Article].Published == nil {
			p.Nodes[row].Group = p.Nodes[row+1].Group
		}
	}
	for _, e := range g.Edges {
		if from, to := fig.rowOf[e.From], fig.rowOf[e.To]; from != to {
			p.Links = append(p.Links, draw.Link{From: from, To: to, Style: edgeStyle(e)})
		}
	}
	p.Links = strongest(p.Links)
	return template.HTML(draw.Lanes(p)), families != nil
}

// A folding says which row of the picture stands for which nodes.
type folding struct {
	rows  []int // by row: the node that it shows
	extra []int // by row: how many more pages it stands for
	rowOf []int // by node
}

func (f *folding) fold(g lineage.Lineage, order []int, families [][]int) {
	familyOf := make(map[int]int)
	for k, members := range families {
		for _, i := range members {
			familyOf[i] = k
		}
	}
	rowOfFamily := make(map[int]int)
	f.rowOf = make([]int, len(g.Nodes))
	for _, n := range order {
		k, inFamily := familyOf[g.Nodes[n].Article]
		if row, seen := rowOfFamily[k]; inFamily && seen {
			f.rowOf[n] = row
			f.extra[row]++
			continue
		}
		if inFamily {
			rowOfFamily[k] = len(f.rows)
		}
		f.rowOf[n] = len(f.rows)
		f.rows, f.extra = append(f.rows, n), append(f.extra, 0)
	}
}

// strongest keeps, of several links between the same rows, the surest.
func strongest(links []draw.Link) []draw.Link {
	slices.SortStableFunc(links, func(a, b draw.Link) int {
		if a.From != b.From {
			return a.From - b.From
		}
		if a.To != b.To {
			return a.To - b.To
		}
		return int(a.Style - b.Style)
	})
	return slices.CompactFunc(links, func(a, b draw.Link) bool { return a.From == b.From && a.To == b.To })
}

func (l *layout) drawn(file string, n lineage.Node, extra int, share float64) draw.Node {
	if n.Article < 0 {
		return draw.Node{Name: plain(n.Missing), Hollow: true, Title: plain(n.Missing) + ": not in this collection"}
	}
	page, when := l.page(file, n.Article), l.clock.moment(l.Articles[n.Article].Published)
	d := draw.Node{Group: when.Day, Time: when.Clock, Name: page.Name, Href: page.Href, Title: page.Name + ", " + when.Full + ": " + page.Title}
	if share > 0 {
		d.Note = percent(share)
		d.Title += " (" + d.Note + " of its words shared)"
	}
	if extra > 0 {
		d.Name += fmt.Sprintf(" + %s", number(extra))
		d.Title += fmt.Sprintf(" and %s near to it", count(extra, "more page"))
	}
	return d
}
