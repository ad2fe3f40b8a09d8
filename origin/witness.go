package origin

import (
	"fmt"
	"slices"
	"sort"

	"hearsay/lineage"
	"hearsay/reuse"
)

// Witnesses says by how many it is attested that something was said, as an interval: at least AtLeast
// and at most AtMost have heard or read it themselves. What they attest is that it was said, not what
// it says: ten outlets that quote one spokesman are ten witnesses, perhaps, of one origin.
//
// Those that only took the words over from another report are no witnesses of their own, so reports
// are put together by the same rules as origins, save that the utterance itself does not join them.
type Witnesses struct {
	AtLeast, AtMost int
	// Groups are the reports that go back to one witness each, as far as can be told, in the order of
	// their first report. Each lies in one Group of the Interval.
	Groups []Group
	// Merges are the reasons: those of the Interval, without the rule SameUtterance.
	Merges []Merge
}

// String returns the interval in words: “2” or “at least 2, at most 3”.
func (w Witnesses) String() string {
	if w.AtLeast == w.AtMost {
		return fmt.Sprint(w.AtLeast)
	}
	return fmt.Sprintf("at least %d, at most %d", w.AtLeast, w.AtMost)
}

// quotedShare is the share of a sentence's words that must stand in quotation marks for it to be a
// quotation: who spoke, what he is, to whom and when may take up the rest.
const quotedShare = 1. / 3

// A spoken is a sentence and whether it is a quotation.
type spoken struct {
	lineage.Runs
	said bool
}

// sentencesOf returns the sentences of a member.
func (g *ground) sentencesOf(m int) []spoken {
	if known, ok := g.spoken[m]; ok {
		return known
	}
	doc := g.article(m).Doc
	quoted := lineage.QuotedRuns(doc)
	var out []spoken
	for _, span := range doc.Sentences() {
		if sentence := lineage.RunOf(doc, span); len(sentence) > 0 {
			said := float64(quoted.Within(sentence).Words(doc)) >= quotedShare*float64(sentence.Words(doc))
			out = append(out, spoken{sentence, said})
		}
	}
	g.spoken[m] = out
	return out
}

// findQuotes fills c.quotes.
func (c *counting) findQuotes() {
	for m, sentences := range c.sentences {
		c.quotes[m] = slices.ContainsFunc(sentences, func(one lineage.Runs) bool { return c.holdsQuotation(m, one) })
	}
}

// holdsQuotation reports whether a piece of a member touches a sentence that is a quotation.
func (g *ground) holdsQuotation(m int, piece lineage.Runs) bool {
	if len(piece) == 0 {
		return false
	}
	all := g.sentencesOf(m)
	at := sort.Search(len(all), func(i int) bool { return all[i].Runs[0].To > piece[0].From })
	for ; at < len(all) && all[at].Runs[0].From < piece[0].To; at++ {
		if all[at].said {
			return true
		}
	}
	return false
}

// A hearing says how two reports may have come by the same sentence.
type hearing int

const (
	copied       hearing = iota // it is no quotation, or its surroundings are shared too
	heard                       // a quotation, and the articles share nothing else
	perhapsHeard                // a quotation and nothing around it, but the articles share wording elsewhere
)

// hearing tells how the articles of a tie may have come by the sentences x of the first and y of the
// second, which share their wording. Who copies takes along what stands beside a quotation; who heard
// it himself puts it in his own text.
func (c *counting) hearing(tie int, x, y lineage.Runs) hearing {
	p := c.ties[tie]
	switch p.Relation {
	case reuse.QuoteOnly:
		return heard
	case reuse.Identical, reuse.NearCopy:
		return copied
	}
	a, b := c.member[p.A], c.member[p.B]
	besideA, said := c.beside(a, x)
	if !said {
		return copied
	}
	besideB, said := c.beside(b, y)
	if !said {
		return copied
	}
	const fewest = 5 // words that show more than chance
	doc := c.article(a).Doc
	words := 0
	for _, left := range besideA {
		for _, right := range besideB {
			words += between(c.matchesOf(tie), left[0], right[0]).Words(doc)
		}
	}
	if words >= fewest {
		return copied
	}
	if c.wordsUnquoted(tie) >= fewest {
		return perhapsHeard
	}
	return heard
}

// wordsUnquoted counts the words that the articles of a tie share outside of the quotations of the first.
func (g *ground) wordsUnquoted(tie int) int {
	if n, known := g.unquoted[tie]; known {
		return n
	}
	p := g.ties[tie]
	var said lineage.Runs
	for _, s := range g.sentencesOf(g.member[p.A]) {
		if s.said {
			said = append(said, s.Runs...)
		}
	}
	n := lineage.SharedRuns(g.articles, p, p.A).Without(said).Words(g.articles[p.A].Doc)
	g.unquoted[tie] = n
	return n
}

// beside returns the sentences before and after a piece of a member that are no quotations, and whether
// all of the piece is quotations.
func (g *ground) beside(m int, piece lineage.Runs) (neighbours []lineage.Runs, said bool) {
	all := g.sentencesOf(m)
	from := sort.Search(len(all), func(i int) bool { return all[i].Runs[0].To > piece[0].From })
	to := from
	for ; to < len(all) && all[to].Runs[0].From < piece[0].To; to++ {
		if !all[to].said {
			return nil, false
		}
	}
	for _, i := range [2]int{from - 1, to} {
		if i >= 0 && i < len(all) && !all[i].said {
			neighbours = append(neighbours, all[i].Runs)
		}
	}
	return neighbours, from < to
}

// mergeUtterance merges the reports that quote the same words, though it does not show that one took
// them from another. It comes last, so that what else joins them stays known: see Witnesses.
func (c *counting) mergeUtterance() {
	for _, t := range c.sentenceTies {
		a, b := t.a[0], t.b[0]
		switch t.said {
		case perhapsHeard:
			c.openTie(a, b, fmt.Sprintf("%s and %s share wording elsewhere, and so may the quotation be copied. The lower number of witnesses counts them as one.", c.labels[a], c.labels[b]))
			c.merge(SameUtterance, []int{a, b}, fmt.Sprintf("%s and %s quote the same words, in surroundings of their own: one utterance stands behind both.", c.labels[a], c.labels[b]))
		case heard:
			c.merge(SameUtterance, []int{a, b}, fmt.Sprintf(
				"%s and %s quote the same words and share nothing else: several may attest the utterance, but one utterance stands behind them.", c.labels[a], c.labels[b]))
		}
	}
}
