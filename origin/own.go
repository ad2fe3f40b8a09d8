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

// findOwn fills c.ownSigns: which members show the signs of an own report, see Own. What the members of
// a group share is not asked, so the groups must be merged, save for utterances: who heard the same
// words has not for that taken his report from another.
func (c *counting) findOwn() {
	for m := range c.members {
		c.ownSigns[m] = c.bears[m] && c.signals[m] && !c.takesText(m) && c.unshared(m) >= ownShare
	}
}

// findSignals fills g.signals.
func (g *ground) findSignals() {
	for m := range g.members {
		a := g.article(m)
		_, place := lineage.PlaceLine(a.Doc)
		told := speaksOfItself(a)
		g.signals[m] = ownDateline(a) || place && told || (place || told) && len(lineage.Authors(a)) > 0
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
	if slices.ContainsFunc(c.closing[m], func(source string) bool { return !c.sources.PageOf(a, source) }) {
		return true
	}
	return slices.ContainsFunc(a.Credits[:min(len(a.Credits), maxCredits)], func(k article.Credit) bool {
		return k.Kind == article.Pool || k.Kind == article.Republication && !c.sources.PageOf(a, k.Agency)
	})
}

// ownDateline reports whether a text has a dateline that names, behind the place, the house whose page
// it is: “LOSK (Agency A) – …” on a page of Agency A. So an agency says that a report is its own.
func ownDateline(a *article.Article) bool {
	const first, longest = 3, 60 // paragraphs, bytes
	paragraphs := a.Doc.Paragraphs()
	for _, p := range paragraphs[:min(first, len(paragraphs))] {
		line := a.Doc.Text(p)
		line = line[:min(len(line), longest)]
		place, rest, open := strings.Cut(line, "(")
		house, after, closed := strings.Cut(rest, ")")
		if open && closed && len(strings.Fields(place)) > 0 && len(strings.Fields(place)) <= 3 &&
			lineage.PageOf(a, house) && strings.IndexAny(strings.TrimLeft(after, " "), "–—-:") == 0 {
			return true
		}
	}
	return false
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
	if outlet := strings.Fields(text.Fold(a.Outlet)); len(outlet) > 0 {
		name := strings.TrimPrefix(strings.Join(outlet, " "), "the ")
		for _, who := range []string{name, "the " + name, "the " + outlet[len(outlet)-1]} {
			if strings.Contains(said, " told "+who+" ") {
				return true
			}
		}
	}
	return slices.ContainsFunc(ownPhrases, func(phrase string) bool { return strings.Contains(said, phrase) })
}

// ownPhrases are words by which an outlet speaks of its own people, folded as the words of texts are,
// with a space before, between and behind.
var ownPhrases = folded(
	"our correspondent", "our reporter", "told this newspaper", "told our",
	"unser Reporter", "unsere Reporterin", "unserem Reporter", "unserer Reporterin", "unser Korrespondent", "unsere Korrespondentin", "sagte dieser Zeitung", "sagte unserer Zeitung",
	"nuestro corresponsal", "nuestra corresponsal", "nuestro enviado", "nuestra enviada", "dijo a este diario", "contó a este diario",
	"notre correspondant", "notre correspondante", "notre envoyé spécial", "notre envoyée spéciale", "notre reporter",
	"il nostro inviato", "la nostra inviata", "al nostro giornale", "nosso correspondente", "nossa correspondente", "nosso enviado", "nossa reportagem",
	"наш корреспондент", "нашему корреспонденту", "нашего корреспондента", "наш кореспондент", "нашому кореспонденту", "наш репортёр",
	"naszemu reporterowi", "nasz reporter", "nasza reporterka", "muhabirimiz", "muhabirimize", "gazetemize konuşan",
	"مراسلنا", "مراسلتنا", "مندوبنا", "لمراسلنا", "لمراسلتنا", "لمندوبنا", "خبرنگار ما", "本报记者", "本報記者",
)

func folded(phrases ...string) []string {
	out := make([]string, len(phrases))
	for i, phrase := range phrases {
		doc := text.NewDoc(phrase)
		var b strings.Builder
		b.WriteByte(' ')
		for _, t := range doc.Tokens() {
			b.WriteString(text.FoldWord(doc.Text(t.Span())))
			b.WriteByte(' ')
		}
		out[i] = b.String()
	}
	return out
}
