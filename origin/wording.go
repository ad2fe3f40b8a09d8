package origin

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/article"
	"hearsay/lineage"
	"hearsay/reuse"
)

// mergeSameText merges identical texts and near-copies.
func (c *counting) mergeSameText() {
	for _, set := range c.texts.all() {
		if len(c.reported(set)) < 2 {
			continue
		}
		same := c.exact[set[0]]
		for i, part := range c.byHome(c.reported(set)) {
			reason := c.list(part) + " carry the same text, word for word."
			if !same {
				reason = c.list(part) + " carry nearly the same text: at least 80 % of the words of each stand in another of them, and the other way round."
			}
			if len(part) > 1 {
				c.merge(SameText, part, reason)
			}
			if first := c.reported(set)[0]; i > 0 {
				c.openTie(first, part[0], fmt.Sprintf(
					"%s and %s carry nearly the same text, but make the statement in sentences that go back to different reports. The lower number counts both as one origin.", c.labels[first], c.labels[part[0]]))
			}
		}
	}
}

// derivedShare is the share of an article's words that must stand in others for it to be derived.
const derivedShare = 0.5

// An attachment says that most of a member's words stand in another member.
type attachment struct {
	to     int
	words  lineage.Runs // of the member, those that stand in the other
	there  lineage.Runs // of the other, those that stand in the member
	reason string
}

// mergeDerived sends every article that is mostly made of others to the group of the one that it
// shares most with.
//
// What a compilation has from one report says nothing about another that it was made of as well. So a
// member goes through another to a third only if at least half of what it shares with the other is
// what the other has from the third; else the two have an open tie.
func (c *counting) mergeDerived() {
	attached := make([]*attachment, len(c.members))
	parents := c.parents(article.Unclear)
	for m := range c.members {
		attached[m] = c.attachToParents(m, parents[m])
	}
	for m := range c.members {
		if attached[m] == nil {
			attached[m] = c.attachToTie(m, parents)
		}
	}
	for m, k := range attached {
		if k == nil {
			continue
		}
		on := attached[k.to]
		doc := c.article(k.to).Doc
		if on == nil || on.to == m || 2*k.there.Within(on.words).Words(doc) >= k.there.Words(doc) {
			c.merge(DerivedPassage, []int{m, k.to}, k.reason)
			continue
		}
		c.openTie(m, k.to, fmt.Sprintf(
			"%s shares wording with %s, but not what that has from %s, with which it is counted. The lower number counts %s as the same origin, the upper number does not.",
			c.labels[m], c.labels[k.to], c.labels[on.to], c.labels[m]))
	}
}

// attachment returns how a member hangs on another with which it shares a pair.
func (g *ground) attachment(m, to int, p reuse.Pair, reason string) *attachment {
	return &attachment{to, lineage.SharedRuns(g.articles, p, g.members[m]), lineage.SharedRuns(g.articles, p, g.members[to]), reason}
}

// tieSmall deals with the edges between articles that were not merged by any rule, except to further
// parents of what is derived from several: those are in its reason. What has signs of an own report
// stays one although it took a little from another; of anything else, a text that shares wording with
// another is not shown to have an origin of its own, whatever it credits, so that the edge is an open tie.
func (c *counting) tieSmall() {
	own := map[int]bool{} // by first member of a group
	for m, signs := range c.ownSigns {
		own[c.groups.first(m)] = own[c.groups.first(m)] || signs
	}
	for _, e := range c.edges {
		if e.Pair < 0 || e.From >= len(c.members) || c.derived[e.To] || c.groups.first(e.From) == c.groups.first(e.To) {
			continue
		}
		words, all := c.shared(e.To, []lineage.Edge{e})
		said := fmt.Sprintf("%s shares %s of its words with %s, too little to count as the same origin", c.labels[e.To], percent(words, all), c.labels[e.From])
		if own[c.groups.first(e.To)] && (e.Directed || own[c.groups.first(e.From)]) {
			c.notes = append(c.notes, said+".")
		} else {
			c.openTie(e.From, e.To, said+" in the upper number; the lower number counts both as one, since nothing shows that either has more to go by.")
		}
	}
}

// parents returns for each member its directed edges from other articles, of any grade or, unless
// Unclear is asked for, only of better ones.
func (g *ground) parents(least article.Grade) [][]lineage.Edge {
	out := make([][]lineage.Edge, len(g.members))
	for _, e := range g.edges {
		if e.Directed && e.Pair >= 0 && e.From < len(g.members) && (e.Grade != article.Unclear || least == article.Unclear) {
			out[e.To] = append(out[e.To], e)
		}
	}
	return out
}

// derivation says with what certainty an edge makes a text derived.
func derivation(g article.Grade) string {
	switch g {
	case article.Strong:
		return "is derived"
	case article.Likely:
		return "is likely derived"
	}
	return "may be derived"
}

// shared returns how many of a member's words stand in the articles at the other ends of edges, and
// how many words it has.
func (g *ground) shared(m int, edges []lineage.Edge) (words, all int) {
	doc := g.article(m).Doc
	var runs lineage.Runs
	for _, e := range edges {
		runs = runs.Union(lineage.SharedRuns(g.articles, g.pairs[e.Pair], g.members[m]))
	}
	return runs.Words(doc), lineage.AllWords(doc).Words(doc)
}

// madeOf reports whether a member is derived: most of its words stand in its parents.
func (g *ground) madeOf(m int, parents []lineage.Edge) bool {
	words, all := g.shared(m, parents)
	return len(parents) > 0 && float64(words) >= derivedShare*float64(all)
}

// attachToParents returns the main parent of a member if it is derived from its parents.
func (c *counting) attachToParents(m int, parents []lineage.Edge) *attachment {
	if !c.taken[m] {
		return nil
	}
	words, all := c.shared(m, parents)
	main, most := parents[0], -1
	for _, e := range parents {
		if n, _ := c.shared(m, []lineage.Edge{e}); n > most {
			main, most = e, n
		}
	}
	c.derived[m] = true
	reason := fmt.Sprintf("%s shares %s of its words with %s, from which it %s.", c.labels[m], percent(most, all), c.labels[main.From], derivation(main.Grade))
	if main.Grade != article.Strong {
		reason = strings.TrimSuffix(reason, ".") + "; if both rest on a third text, that is one origin too."
	}
	if len(parents) > 1 {
		from := make([]int, len(parents))
		for i, e := range parents {
			from[i] = e.From
		}
		slices.Sort(from)
		reason = fmt.Sprintf("%s of the words of %s stand in %s; it is counted with %s, which has most of them.",
			percent(words, all), c.labels[m], c.list(from), c.labels[main.From])
	}
	return c.attachment(m, main.From, c.pairs[main.Pair], reason)
}

// attachToTie returns the article that shares most of a member's words, if that is at least half of
// them and the other did not take them from the member itself.
func (c *counting) attachToTie(m int, parents [][]lineage.Edge) *attachment {
	doc := c.article(m).Doc
	all := lineage.AllWords(doc).Words(doc)
	best, most := -1, 0
	for _, i := range c.ofTies[m] {
		p := c.ties[i]
		if p.Relation == reuse.QuoteOnly || took(c.other(i, m), m, parents) {
			continue
		}
		if n := lineage.SharedRuns(c.articles, p, c.members[m]).Words(doc); n > most {
			best, most = i, n
		}
	}
	if best < 0 || float64(most) < derivedShare*float64(all) {
		return nil
	}
	other := c.other(best, m)
	return c.attachment(m, other, c.ties[best], fmt.Sprintf(
		"%s shares %s of its words with %s; one origin stands behind both, whoever took from whom.", c.labels[m], percent(most, all), c.labels[other]))
}

// other returns the member at the other end of a tie.
func (g *ground) other(tie, m int) int {
	p := g.ties[tie]
	return g.member[p.A] + g.member[p.B] - m
}

// took reports whether a member took from another, directly or through others.
func took(m, from int, parents [][]lineage.Edge) bool {
	seen := map[int]bool{m: true}
	for open := []int{m}; len(open) > 0; {
		m, open = open[len(open)-1], open[:len(open)-1]
		for _, e := range parents[m] {
			if e.From == from {
				return true
			}
			if !seen[e.From] {
				seen[e.From] = true
				open = append(open, e.From)
			}
		}
	}
	return false
}
