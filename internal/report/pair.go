package report

import (
	"html/template"
	"slices"

	"hearsay/internal/draw"
	"hearsay/lineage"
	"hearsay/reuse"
	"hearsay/text"
)

// A pairView is two pages side by side, the one that was taken from on the left.
type pairView struct {
	Anchor   string
	Left     side
	Right    side
	Summary  []string   // what they share and what not, in words
	Edges    []edgeView // what the lineage says about the two: none or one
	Directed bool       // whether the right one was made from the left one, as far as can be told
	Story    link
	Notes    []noteView // reasons whose words are marked in the rows
	Strip    template.HTML
	Reworded bool // a passage is reworded
	Rows     []alignedRow
	Moved    []alignedRow
}

// A side is one of the two pages.
type side struct {
	pageLink
	When  moment
	Share string // of its words that the other page has
	Words int
}

func (l *layout) pair(i int, near [2]int) view {
	file := l.pairAt[i].file
	c := l.pairView(file, i)
	v := view{Kind: "pair", Anchor: l.pairAt[i].anchor, Title: c.Left.Name + " and " + c.Right.Name + ", side by side", Content: c}
	v.Crumbs = []link{{overviewAt.from(file), "Overview"}}
	if c.Story.Href != "" {
		v.Crumbs = append(v.Crumbs, c.Story)
	}
	v.Prev, v.Next = l.pairLink(file, near[0]), l.pairLink(file, near[1])
	return v
}

func (l *layout) pairLink(file string, i int) link {
	if i < 0 {
		return link{}
	}
	return link{l.pairAt[i].from(file), l.names[l.Pairs[i].A] + " and " + l.names[l.Pairs[i].B]}
}

func (l *layout) pairView(file string, i int) pairView {
	p := l.Pairs[i]
	v := pairView{Anchor: l.pairAt[i].anchor}
	if s := l.storyOf[p.A]; s >= 0 && s == l.storyOf[p.B] {
		v.Story = link{l.storyAt[s].from(file), l.storyTitle(s)}
	}
	if l.takenFromB(i) {
		p = turned(p)
	}
	v.Left, v.Right = l.side(file, p.A, p.SharedOfA), l.side(file, p.B, p.SharedOfB)
	notes := notes{}
	if id, ok := l.edgeOf[i]; ok {
		e := l.Stories[id.story].Lineage.Edges[id.edge]
		v.Edges, v.Directed = []edgeView{l.pairEdge(file, v.Anchor, id.story, e)}, e.Directed
		notes = l.newNotes(file, id.story, v.Anchor, e.Clues, p)
	}
	al := alignment{a: l.Articles[p.A].Doc, b: l.Articles[p.B].Doc, breaks: l.paragraphs[p.A], anchor: v.Anchor, taken: make(map[string]bool)}
	v.Rows, v.Moved = al.rows(p.Passages)
	for _, rows := range [][]alignedRow{v.Rows, v.Moved} {
		for k := range rows {
			notes.mark(&rows[k].Left, 0, al.a)
			notes.mark(&rows[k].Right, 1, al.b)
		}
	}
	v.Notes = notes.views
	v.Summary = summary(v, p)
	v.Reworded = slices.ContainsFunc(p.Passages, func(g reuse.Passage) bool { return g.Reworded && !g.Formula })
	v.Strip = ribbons(v, p, al.a, al.b)
	l.linkParagraphs(file, p, v.Rows)
	l.linkParagraphs(file, p, v.Moved)
	return v
}

// pairEdge is an edge as it is shown above the two pages that it is about.
func (l *layout) pairEdge(file, anchor string, story int, e lineage.Edge) edgeView {
	p := l.pictured(file, story)
	v := p.edge(e)
	v.Anchor = anchor + "-why"
	v.Pair, v.PairOf = "", "" // this is where it leads
	v.Subject = p.link(e.To).Name
	if e.Directed {
		v.Verb = "is " + v.Verb
	}
	return v
}

func (l *layout) side(file string, i int, share float64) side {
	a := l.Articles[i]
	return side{pageLink: l.page(file, i), When: l.clock.moment(a.Published), Share: percent(share), Words: len(a.Doc.Tokens())}
}

// takenFromB reports whether B belongs on the left: A took from it, or nothing is known of that and
// B is dated earlier.
func (l *layout) takenFromB(i int) bool {
	p := l.Pairs[i]
	if id, ok := l.edgeOf[i]; ok {
		g := l.Stories[id.story].Lineage
		if e := g.Edges[id.edge]; e.Directed {
			return g.Nodes[e.From].Article == p.B
		}
	}
	a, b := l.Articles[p.A].Time(), l.Articles[p.B].Time()
	return !b.IsZero() && (a.IsZero() || b.Before(a))
}

// turned returns the pair seen from B.
func turned(p reuse.Pair) reuse.Pair {
	out := reuse.Pair{A: p.B, B: p.A, Relation: p.Relation, SharedOfA: p.SharedOfB, SharedOfB: p.SharedOfA}
	for _, g := range p.Passages {
		g.A, g.B = g.B, g.A
		edits := make([]reuse.Edit, len(g.Edits))
		for k, e := range g.Edits {
			edits[k] = reuse.Edit{Op: e.Op, A: e.B, B: e.A}
			switch e.Op {
			case reuse.Insert:
				edits[k].Op = reuse.Delete
			case reuse.Delete:
				edits[k].Op = reuse.Insert
			}
		}
		g.Edits = edits
		out.Passages = append(out.Passages, g)
	}
	return out
}

// linkParagraphs lets the rows lead to the paragraphs of the two articles.
func (l *layout) linkParagraphs(file string, p reuse.Pair, rows []alignedRow) {
	find := func(i, at int) link {
		k, ok := paragraphAt(l.paragraphs[i], at)
		if !ok {
			return link{}
		}
		return link{place{l.articleAt[i].file, l.spanAnchor(i, l.paragraphs[i][k].Span)}.from(file), number(k + 1)}
	}
	for k := range rows {
		if !rows[k].a.Empty() {
			rows[k].LeftPlace = find(p.A, rows[k].a.Start)
		}
		if !rows[k].b.Empty() {
			rows[k].RightPlace = find(p.B, rows[k].b.Start)
		}
	}
}

// ribbons draws where in the two pages the passages stand.
func ribbons(v pairView, p reuse.Pair, a, b *text.Doc) template.HTML {
	lenA, lenB := float64(max(1, a.Len())), float64(max(1, b.Len()))
	rs := make([]draw.Ribbon, len(p.Passages))
	for k, g := range p.Passages {
		kind := draw.Same
		switch {
		case g.Formula:
			kind = draw.Formula
		case g.Reworded:
			kind = draw.Reworded
		case g.Moved:
			kind = draw.Moved
		}
		rs[k] = draw.Ribbon{A0: float64(g.A.Start) / lenA, A1: float64(g.A.End) / lenA, B0: float64(g.B.Start) / lenB, B1: float64(g.B.End) / lenB, Kind: kind}
	}
	label := "Where the shared passages stand: above " + v.Left.Name + ", below " + v.Right.Name + ", each from its beginning on the left"
	return template.HTML(draw.Ribbons(label, rs))
}
