package report

import (
	"fmt"
	"html/template"
	"slices"

	"hearsay/article"
	"hearsay/internal/draw"
	"hearsay/lineage"
)

// A pictured is the lineage of one story as it is drawn: rows of nodes, and the names of these.
type pictured struct {
	*layout
	story int
	file  string
	lineage.Lineage
	folding
	names []string // by node
}

// pictured returns the picture of story s with links from a file. It is made once for all files.
func (l *layout) pictured(file string, s int) pictured {
	p, ok := l.pictures[s]
	if !ok {
		p = newPictured(l, s)
		l.pictures[s] = p
	}
	p.file = file
	return p
}

func newPictured(l *layout, s int) pictured {
	st := l.Stories[s]
	p := pictured{layout: l, story: s, Lineage: st.Lineage}
	p.folding = fold(st.Lineage, drawOrder(st.Lineage, l.Articles), st.Families)
	p.raise(st.Lineage, func(n int) bool {
		i := p.Nodes[n].Article
		return i < 0 || l.Articles[i].Published == nil
	})
	p.nameNodes()
	return p
}

// nameNodes names articles as everywhere in the report, and missing sources as they are credited.
func (p *pictured) nameNodes() {
	for _, n := range p.Nodes {
		if n.Article >= 0 {
			p.names = append(p.names, p.layout.names[n.Article])
		} else {
			p.names = append(p.names, plain(n.Missing))
		}
	}
}

// svg draws the lineage, and returns how many of its rows are left out because they are too many.
func (p pictured) svg() (template.HTML, int) {
	if len(p.Nodes) == 0 {
		return "", 0
	}
	d := draw.Picture{
		Label: fmt.Sprintf("Who took from whom: %s, time runs down", count(len(p.Stories[p.story].Members), "page")),
		Desc:  "The list “Every line with its reasons” tells the same in words.",
	}
	nearest := p.nearest()
	shown := p.rows[:min(mostDrawn, len(p.rows))]
	for _, row := range shown {
		d.Nodes = append(d.Nodes, p.drawn(row, nearest[row.node]))
	}
	for row := len(shown) - 2; row >= 0; row-- { // what has no date stands with what follows from it
		if n := p.Nodes[shown[row].node]; n.Article < 0 || p.Articles[n.Article].Published == nil {
			d.Nodes[row].Group = d.Nodes[row+1].Group
		}
	}
	for _, e := range p.Edges {
		if from, to := p.rowOf[e.From], p.rowOf[e.To]; from != to {
			link := draw.Link{From: from, To: to, Style: edgeStyle(e), Title: p.edgeTitle(e), Href: p.edgeHref(e)}
			if !e.Directed && from > to {
				link.From, link.To = to, from
			}
			d.Links = append(d.Links, link)
		}
	}
	d.Links = strongest(d.Links)
	return template.HTML(draw.Lanes(d)), len(p.rows) - len(shown)
}

func (p pictured) edgeHref(e lineage.Edge) string {
	return place{p.storyAt[p.story].file, p.edgeAnchor(p.story, e)}.from(p.file)
}

// edgeTitle says in one line what an edge says.
func (p pictured) edgeTitle(e lineage.Edge) string {
	title := p.names[e.To] + " " + edgeVerb(e) + " " + p.names[e.From]
	if !e.Directed {
		return title + ", direction undetermined"
	}
	return title + ": " + edgeGrade(e)
}

// nearest returns by node the greatest share of its words that it has in common with a node that it
// hangs on.
func (p pictured) nearest() map[int]float64 {
	out := make(map[int]float64)
	for _, e := range p.Edges {
		to := p.Nodes[e.To].Article
		if e.Pair >= 0 && to >= 0 && (p.Pairs[e.Pair].A == to || p.Pairs[e.Pair].B == to) {
			out[e.To] = max(out[e.To], p.share(e.Pair, to))
		}
	}
	return out
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

// drawn returns a row of the picture.
func (p pictured) drawn(row foldedRow, share float64) draw.Node {
	n := p.Nodes[row.node]
	d := draw.Node{Name: p.names[row.node]}
	switch {
	case n.Article < 0:
		d.Shape, d.Time, d.Title = draw.Hollow, "missing", d.Name+": named by pages here, not in this collection"
	default:
		page, when := p.page(p.file, n.Article), p.clock.moment(p.Articles[n.Article].Published)
		d.Group, d.Time, d.Href, d.Title = when.Day, when.Clock, page.Href, page.Name+", "+when.Full+": "+page.Title
		if share > 0 {
			d.Note = percent(share)
			d.Title += " (" + d.Note + " of its words shared)"
		}
	}
	if len(row.rest) > 0 {
		d.Shape, d.Href, d.Note = draw.Stacked, place{p.storyAt[p.story].file, p.foldAnchor(row)}.from(p.file), ""
		d.Name += fmt.Sprintf(" + %s", number(len(row.rest)))
		d.Title = p.foldTitle(row)
	}
	return d
}

func (p pictured) foldAnchor(row foldedRow) string {
	return fmt.Sprintf("%s-f-%d", p.storyAt[p.story].anchor, row.node)
}

// foldTitle says what a row of several pages is.
func (p pictured) foldTitle(row foldedRow) string {
	n := count(len(row.rest)+1, "page")
	switch row.kind {
	case copied:
		return fmt.Sprintf("%s with nearly the same text: %s and %s", n, p.names[row.node], number(len(row.rest))+" more")
	case siblings:
		return n + " that each hang on the same page and on no other"
	}
	return n + " that nothing ties to another page of this story"
}

// legend explains the marks that the picture of g holds.
func (p pictured) legend() []legendRow {
	var rows []legendRow
	styles, shapes := make(map[draw.Style]bool), make(map[draw.Shape]bool)
	for _, e := range p.Edges {
		styles[edgeStyle(e)] = true
	}
	for _, row := range p.rows {
		shapes[p.drawn(row, 0).Shape] = true
	}
	for style, text := range [...]string{
		draw.Solid: "derived, strong evidence", draw.Dashed: "likely derived", draw.Dotted: "perhaps derived: the evidence is unclear",
		draw.Double: "shares wording; who took from whom is undetermined",
	} {
		if styles[draw.Style(style)] {
			rows = append(rows, legendRow{template.HTML(draw.SampleLink(draw.Style(style))), text})
		}
	}
	for _, s := range []struct {
		shape draw.Shape
		text  string
	}{
		{draw.Stacked, "several pages in one row; it opens them"}, {draw.Hollow, "a source that is named but not in this collection"},
	} {
		if shapes[s.shape] {
			rows = append(rows, legendRow{template.HTML(draw.SampleNode(s.shape)), s.text})
		}
	}
	return rows
}

func edgeStyle(e lineage.Edge) draw.Style {
	switch {
	case !e.Directed:
		return draw.Double
	case e.Grade == article.Strong:
		return draw.Solid
	case e.Grade == article.Likely:
		return draw.Dashed
	}
	return draw.Dotted
}
