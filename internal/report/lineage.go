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
	Anchor  string
	When    moment
	Page    pageLink // without Href for a missing source
	Missing string   // what is known of a missing source; empty for a page
	Edges   []edgeView
	Parts   parting   // where it hangs on several pages: what stands in which
	Gave    []tieView // what hangs on it; the reasons stand there
	Fold    foldView
}

// A foldView is several rows of the picture as one; without Rows it is none.
type foldView struct {
	Anchor, Summary string
	Rows            []lineageRow
}

// A tieView names a tie whose reasons stand elsewhere.
type tieView struct {
	Words string // “derived from it”
	Ends  []link // each leads to the reasons
	Left  int    // ends that are not listed
}

// mostEnds is how many ends a tieView lists.
const mostEnds = 12

// An edgeView is one tie of the lineage with its reasons.
type edgeView struct {
	Anchor  string
	Subject string // the page that was taken to, where the place does not tell; else empty
	Verb    string // “likely derived from”
	Other   pageLink
	Tail    string // what it shares
	Grade   string
	Sample  template.HTML
	Odds    string // what the grade rests on: the line against all other explanations; empty if that was not asked
	For     []clueView
	Against []clueView
	Source  string // without direction: the page whose part as the source the reasons weigh; else empty
	Pair    string // link to the pages side by side; empty if there is no such view
	PairOf  string // the pages that are shown there, where they are others with the same words
	Command string // how to see them side by side instead
}

// A clueView is a reason, with the words that show it.
type clueView struct {
	Text   []phrase
	Weight string
	Before string // of the sentence, in front of Quote
	Quote  string
	After  string
	Href   string
	tongue
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

// gaveVerb is edgeVerb as seen from the other end.
func gaveVerb(e lineage.Edge) string {
	switch {
	case !e.Directed:
		return "Shares wording, direction undetermined"
	case e.Grade == article.Strong:
		return "Derived from it"
	case e.Grade == article.Likely:
		return "Likely derived from it"
	}
	return "Perhaps derived from it"
}

func edgeGrade(e lineage.Edge) string {
	if !e.Directed {
		return "undetermined"
	}
	return string(e.Grade)
}

// list is the table that tells the same as the picture, in its order.
func (p pictured) list() []lineageRow {
	into, out := make([][]lineage.Edge, len(p.Nodes)), make([][]lineage.Edge, len(p.Nodes))
	for _, e := range p.Edges {
		into[e.To], out[e.From] = append(into[e.To], e), append(out[e.From], e)
	}
	rows := make([]lineageRow, 0, len(p.rows))
	for _, r := range p.rows {
		row := p.listed(r.node, into[r.node], out[r.node])
		if len(r.rest) > 0 {
			folded := foldView{Anchor: p.foldAnchor(r), Summary: p.foldTitle(r)}
			for _, n := range r.nodes() {
				folded.Rows = append(folded.Rows, p.listed(n, into[n], out[n]))
			}
			row = lineageRow{Page: row.Page, When: row.When, Fold: folded}
		}
		rows = append(rows, row)
	}
	return rows
}

// listed returns the row of one node, with the edges that lead to it and from it.
func (p pictured) listed(n int, into, out []lineage.Edge) lineageRow {
	node := p.Nodes[n]
	row := lineageRow{Anchor: fmt.Sprintf("%s-n-%d", p.storyAt[p.story].anchor, n), Page: p.link(n), Gave: p.gave(out)}
	switch {
	case node.Article < 0:
		row.Missing = "named as a source by the pages that hang on it"
	default:
		row.When = p.clock.moment(p.Articles[node.Article].Published)
		row.Parts = p.parts(node.Article, into)
	}
	for _, e := range into {
		row.Edges = append(row.Edges, p.edge(e))
	}
	return row
}

// gave gathers what hangs on a node by how sure that is, the surest first.
func (p pictured) gave(out []lineage.Edge) []tieView {
	var ties []tieView
	for style := draw.Solid; style <= draw.Double; style++ {
		var t tieView
		for _, e := range out {
			switch {
			case edgeStyle(e) != style:
				continue
			case len(t.Ends) == mostEnds:
				t.Left++
			default:
				t.Words = gaveVerb(e)
				t.Ends = append(t.Ends, link{p.edgeHref(e), p.names[e.To]})
			}
		}
		if len(t.Ends) > 0 {
			ties = append(ties, t)
		}
	}
	return ties
}

func (p pictured) link(n int) pageLink {
	if i := p.Nodes[n].Article; i >= 0 {
		return p.page(p.file, i)
	}
	return pageLink{Name: p.names[n], tongue: tongue{Dir: "auto"}}
}

// edgeAnchor names an edge of the story's view.
func (l *layout) edgeAnchor(s int, e lineage.Edge) string {
	return fmt.Sprintf("%s-e-%d-%d", l.storyAt[s].anchor, e.From, e.To)
}

func (p pictured) edge(e lineage.Edge) edgeView {
	v := edgeView{
		Anchor: p.edgeAnchor(p.story, e), Verb: edgeVerb(e), Grade: edgeGrade(e), Other: p.link(e.From),
		Sample: template.HTML(draw.SampleLink(edgeStyle(e))),
	}
	if p.Nodes[e.From].Article < 0 {
		v.Tail = "not in this collection"
	}
	if !e.Directed {
		v.Source = p.names[e.From]
	}
	if e.Pair >= 0 {
		v.Odds = oddsWords(e)
		p.leadToPair(&v, e)
	}
	for _, c := range e.Clues {
		if c.Against {
			v.Against = append(v.Against, p.clue(p.file, p.story, c))
		} else {
			v.For = append(v.For, p.clue(p.file, p.story, c))
		}
	}
	return v
}

// leadToPair links the pages side by side. In a large set of identical texts one is paired for all.
func (p pictured) leadToPair(v *edgeView, e lineage.Edge) {
	pair := p.Pairs[e.Pair]
	to := p.Nodes[e.To].Article
	if to == pair.A || to == pair.B {
		v.Tail = "shares " + percent(p.share(e.Pair, to)) + " of its words"
	}
	v.Pair = p.pairAt[e.Pair].from(p.file)
	switch {
	case v.Pair == "":
		v.Command = compareCommand(p.Articles[pair.A], p.Articles[pair.B])
	case !p.ownPair(p.story, e):
		v.PairOf = p.layout.names[pair.A] + " and " + p.layout.names[pair.B]
	}
}

// ownPair reports whether the pair of an edge is that of its own two pages.
func (l *layout) ownPair(s int, e lineage.Edge) bool {
	if e.Pair < 0 {
		return false
	}
	nodes, pair := l.Stories[s].Lineage.Nodes, l.Pairs[e.Pair]
	from, to := nodes[e.From].Article, nodes[e.To].Article
	return min(from, to) == pair.A && max(from, to) == pair.B
}

func (l *layout) clue(file string, s int, c lineage.Clue) clueView {
	v := clueView{Text: l.spoken(file, s, c.Text), Weight: fmt.Sprintf("%.1f", c.Weight)}
	if c.Ref != nil {
		a := l.Articles[c.Ref.Article]
		v.Quote, v.tongue, v.Href = short(a.Doc.Text(c.Ref.Span), 400), languageOf(a), l.at(file, *c.Ref)
		v.Before, v.After = around(a.Doc, c.Ref.Span)
	}
	return v
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
