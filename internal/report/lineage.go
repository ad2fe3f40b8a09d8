package report

import (
	"fmt"
	"html/template"
	"sort"

	"hearsay/article"
	"hearsay/internal/draw"
	"hearsay/lineage"
	"hearsay/text"
)

// A legendRow explains a mark of the picture.
type legendRow struct {
	Sample template.HTML
	Text   string
}

// A lineageRow is a page of a story, or a missing source, and what it is tied to.
type lineageRow struct {
	When    moment
	Page    pageLink // without Href for a missing source
	Missing bool
	Edges   []edgeView
}

// An edgeView is one tie of the lineage with its reasons.
type edgeView struct {
	Anchor  string
	Subject string // the page that was taken to, where the place does not tell; else empty
	Verb    string // “likely derived from”
	Other   pageLink
	Tail    string // what it shares
	Grade   string
	Sample  template.HTML
	For     []clueView
	Against []clueView
	Pair    string // link to the pages side by side; empty if there is no such view
	Command string // how to see them side by side instead
}

// A clueView is a reason, with the words that show it.
type clueView struct {
	Text   string
	Weight string
	Before string // of the sentence, in front of Quote
	Quote  string
	After  string
	Href   string
	tongue
}

func edgeStyle(e lineage.Edge) draw.Style {
	switch {
	case !e.Directed:
		return draw.Dotted
	case e.Grade == article.Strong:
		return draw.Solid
	case e.Grade == article.Likely:
		return draw.Dashed
	}
	return draw.Dotted
}

func edgeVerb(e lineage.Edge) string {
	switch {
	case !e.Directed:
		return "shares wording with"
	case e.Grade == article.Strong:
		return "derived from"
	case e.Grade == article.Likely:
		return "likely derived from"
	}
	return "perhaps derived from"
}

func edgeGrade(e lineage.Edge) string {
	if !e.Directed {
		return "direction undetermined"
	}
	return string(e.Grade)
}

// lineageRows is the table that tells the same as the picture.
func (l *layout) lineageRows(file string, s int) []lineageRow {
	g := l.Stories[s].Lineage
	into := make([][]lineage.Edge, len(g.Nodes))
	for _, e := range g.Edges {
		into[e.To] = append(into[e.To], e)
	}
	rows := make([]lineageRow, 0, len(g.Nodes))
	for _, n := range drawOrder(g, l.Articles) {
		row := lineageRow{Page: l.nodeLink(file, g.Nodes[n]), Missing: g.Nodes[n].Article < 0}
		if i := g.Nodes[n].Article; i >= 0 {
			row.When = l.clock.moment(l.Articles[i].Published)
		}
		for _, e := range into[n] {
			row.Edges = append(row.Edges, l.edge(file, s, e))
		}
		rows = append(rows, row)
	}
	return rows
}

func (l *layout) nodeLink(file string, n lineage.Node) pageLink {
	if n.Article >= 0 {
		return l.page(file, n.Article)
	}
	return pageLink{Name: plain(n.Missing), tongue: tongue{Dir: "auto"}}
}

// edgeAnchor names an edge of the story's view.
func (l *layout) edgeAnchor(s int, e lineage.Edge) string {
	return fmt.Sprintf("%s-e-%d-%d", l.storyAt[s].anchor, e.From, e.To)
}

func (l *layout) edge(file string, s int, e lineage.Edge) edgeView {
	nodes := l.Stories[s].Lineage.Nodes
	v := edgeView{
		Anchor: l.edgeAnchor(s, e), Verb: edgeVerb(e), Grade: edgeGrade(e), Other: l.nodeLink(file, nodes[e.From]),
		Sample: template.HTML(draw.SampleLink(edgeStyle(e))),
	}
	if nodes[e.From].Article < 0 {
		v.Tail = "not in this collection"
	}
	if e.Pair >= 0 {
		p := l.Pairs[e.Pair]
		if to := nodes[e.To].Article; to == p.A || to == p.B {
			v.Tail = "shares " + percent(l.share(e.Pair, to)) + " of its words"
		}
		v.Pair = l.pairAt[e.Pair].from(file)
		if v.Pair == "" {
			v.Command = compareCommand(l.Articles[p.A], l.Articles[p.B])
		}
	}
	for _, c := range e.Clues {
		if c.Against {
			v.Against = append(v.Against, l.clue(file, c))
		} else {
			v.For = append(v.For, l.clue(file, c))
		}
	}
	return v
}

func (l *layout) clue(file string, c lineage.Clue) clueView {
	v := clueView{Text: plain(c.Text), Weight: fmt.Sprintf("%.1f", c.Weight)}
	if c.Ref != nil {
		a := l.Articles[c.Ref.Article]
		v.Quote, v.tongue, v.Href = short(a.Doc.Text(c.Ref.Span), 400), languageOf(a), l.at(file, *c.Ref)
		v.Before, v.After = around(a.Doc, c.Ref.Span)
	}
	return v
}

// legend explains the marks that the picture of g holds.
func legend(g lineage.Lineage) []legendRow {
	used := make(map[draw.Style]bool)
	for _, e := range g.Edges {
		used[edgeStyle(e)] = true
	}
	var rows []legendRow
	add := func(sample, text string) { rows = append(rows, legendRow{template.HTML(sample), text}) }
	if used[draw.Solid] {
		add(draw.SampleLink(draw.Solid), "derived, strong evidence")
	}
	if used[draw.Dashed] {
		add(draw.SampleLink(draw.Dashed), "likely derived")
	}
	if used[draw.Dotted] {
		add(draw.SampleLink(draw.Dotted), "shares wording; who took from whom is unclear")
	}
	for _, n := range g.Nodes {
		if n.Article < 0 {
			add(draw.SampleNode(true), "a source that is not in this collection")
			break
		}
	}
	return rows
}

// longestAround is the length in bytes up to which a sentence is shown around the words that a
// reason points at.
const longestAround = 400

// around returns what stands before and after s in its sentence; nothing where s reaches beyond it.
func around(d *text.Doc, s text.Span) (before, after string) {
	all := d.Sentences()
	k := sort.Search(len(all), func(i int) bool { return all[i].End > s.Start })
	if k == len(all) || !all[k].Contains(s) || all[k].Len() > longestAround {
		return "", ""
	}
	return evidence(d.Text(text.Span{Start: all[k].Start, End: s.Start})), evidence(d.Text(text.Span{Start: s.End, End: all[k].End}))
}
