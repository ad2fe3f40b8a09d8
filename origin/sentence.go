package origin

import (
	"fmt"

	"hearsay/lineage"
	"hearsay/reuse"
	"hearsay/text"
)

// sentenceShare is the share of a sentence's words that shared wording must hold to tie the sentence.
const sentenceShare = 0.6

// mergeSentence merges the reports whose sentence stands in wording that two of them share, whether
// or not the articles as a whole are derived.
func (c *counting) mergeSentence() {
	c.overSentences(func(p reuse.Pair, a, b int) {
		if p.Relation == reuse.QuoteOnly {
			return
		}
		reason := fmt.Sprintf("%s and %s share the wording of the sentence; who took it from whom is open.", c.labels[a], c.labels[b])
		for _, ends := range [2][2]int{{a, b}, {b, a}} {
			if e, ok := c.edgeOf[ends]; ok && e.Directed {
				reason = fmt.Sprintf("The sentence stands in wording that %s shares with %s, from which it %s.",
					c.labels[e.To], c.labels[e.From], derivation(e.Grade))
			}
		}
		c.merge(DerivedPassage, []int{a, b}, reason)
	})
}

// mergeUtterance merges the reports that only quote the same words.
func (c *counting) mergeUtterance() {
	c.overSentences(func(p reuse.Pair, a, b int) {
		if p.Relation == reuse.QuoteOnly {
			c.merge(UnnamedBasis, []int{a, b}, fmt.Sprintf(
				"%s and %s quote the same words: several attest the utterance, but one utterance stands behind them.", c.labels[a], c.labels[b]))
		}
	})
}

// overSentences calls merge for every tie whose wording holds a sentence of the statement on either
// side, with the two reports.
func (c *counting) overSentences(merge func(p reuse.Pair, a, b int)) {
	standIn := c.standIns()
	for _, p := range c.ties {
		a, b := standIn(c.member[p.A]), standIn(c.member[p.B])
		if a < 0 || b < 0 || a == b || c.groups.first(a) == c.groups.first(b) {
			continue
		}
		if c.holdsSentence(p, a) || c.holdsSentence(p, b) {
			merge(p, min(a, b), max(a, b))
		}
	}
}

// standIns returns a function that gives the report that stands for a member: itself, or the first
// report with the same text, since of a set of identical texts perhaps only one has the tie; −1 if
// there is none.
func (c *counting) standIns() func(int) int {
	first := map[int]int{}
	for m, reporting := range c.reporting {
		if set := c.texts.first(m); reporting {
			if _, ok := first[set]; !ok {
				first[set] = m
			}
		}
	}
	return func(m int) int {
		if c.reporting[m] {
			return m
		}
		if r, ok := first[c.texts.first(m)]; ok {
			return r
		}
		return -1
	}
}

// holdsSentence reports whether the wording of a tie holds a sentence by which a member reports.
func (c *counting) holdsSentence(p reuse.Pair, m int) bool {
	doc := c.article(m).Doc
	runs := lineage.SharedRuns(c.articles, p, c.members[m])
	for _, sentence := range c.sentences[m] {
		if all := sentence.Words(doc); all > 0 && float64(runs.Within(sentence).Words(doc)) >= sentenceShare*float64(all) {
			return true
		}
	}
	return false
}

// paragraphsOf returns the paragraphs of doc that a span touches.
func paragraphsOf(doc *text.Doc, s text.Span) []text.Span {
	var out []text.Span
	for _, p := range doc.Paragraphs() {
		if p.Overlaps(s) {
			out = append(out, p)
		}
	}
	return out
}
