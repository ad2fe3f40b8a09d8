package origin

import (
	"slices"
	"strings"

	"hearsay/article"
	"hearsay/lineage"
	"hearsay/text"
)

// ownShare is the share of an own report's words that stand in no article outside its group.
const ownShare = 0.4

// own reports whether a text of a group shows the signals of an own report: see Own.
func (c *counting) own(group []int) bool {
	return slices.ContainsFunc(group, func(m int) bool {
		return c.bears[m] && c.signals[m] && !c.takesText(m) && c.unshared(m) >= ownShare
	})
}

// findSignals fills g.signals.
func (g *ground) findSignals() {
	for m := range g.members {
		a := g.article(m)
		_, place := lineage.PlaceLine(a.Doc)
		told := speaksOfItself(a)
		g.signals[m] = place && told || (place || told) && len(lineage.Authors(a)) > 0
	}
}

// unshared returns the share of a member's words that stand in no article outside its group. Those
// that likely took them from the member do not count.
func (c *counting) unshared(m int) float64 {
	doc := c.article(m).Doc
	parents := c.parents(article.Likely)
	var runs lineage.Runs
	for _, n := range c.copies(m) {
		for _, i := range c.ofTies[n] {
			p := c.ties[i]
			if other := c.member[p.A] + c.member[p.B] - n; c.groups.first(other) != c.groups.first(m) && !took(other, m, parents) {
				runs = runs.Union(lineage.SharedRuns(c.articles, p, c.members[m]))
			}
		}
	}
	all := lineage.AllWords(doc)
	if len(all) == 0 {
		return 0
	}
	return float64(all.Without(runs).Words(doc)) / float64(all.Words(doc))
}

// takesText reports whether an article credits its text to another or to a pool.
func (c *counting) takesText(m int) bool {
	a := c.article(m)
	return slices.ContainsFunc(a.Credits[:min(len(a.Credits), maxCredits)], func(k article.Credit) bool {
		return k.Kind == article.Pool || k.Kind == article.Republication && !c.sources.PageOf(a, k.Agency)
	})
}

// speaksOfItself reports whether a text says, outside quotation marks, that its outlet was there or
// was told: “our correspondent”, “told our breakfast programme”, “told Daily A”, “told the Courier”.
func speaksOfItself(a *article.Article) bool {
	var b strings.Builder
	b.WriteByte(' ')
	tokens := a.Doc.Tokens()
	for _, r := range lineage.AllWords(a.Doc).Without(lineage.QuotedRuns(a.Doc)) {
		for _, t := range tokens[r.From:r.To] {
			b.WriteString(text.FoldWord(a.Doc.Text(t.Span())))
			b.WriteByte(' ')
		}
	}
	said := b.String()
	phrases := slices.Clone(ownPhrases)
	if outlet := strings.Fields(text.Fold(a.Outlet)); len(outlet) > 0 {
		name := strings.TrimPrefix(strings.Join(outlet, " "), "the ")
		phrases = append(phrases, "told "+name, "told the "+name, "told the "+outlet[len(outlet)-1])
	}
	return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.Contains(said, " "+phrase+" ") })
}

// ownPhrases are folded phrases by which an outlet speaks of its own people.
var ownPhrases = []string{
	"our correspondent", "our reporter", "told this newspaper", "told our",
	text.Fold("مراسلنا"), text.Fold("مراسلتنا"), text.Fold("مندوبنا"), text.Fold("لمراسلنا"), text.Fold("لمراسلتنا"), text.Fold("لمندوبنا"),
}
