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
		same := c.exact[set[0]]
		if set = c.reported(set); len(set) < 2 {
			continue
		}
		reason := c.list(set) + " carry the same text, word for word."
		if !same {
			reason = c.list(set) + " carry nearly the same text: at least 80 % of the words of each stand in another of them, and the other way round."
		}
		c.merge(SameText, set, reason)
	}
}

// derivedShare is the share of an article's words that must stand in others for it to be derived.
const derivedShare = 0.5

// mergeDerived sends every article that is mostly made of others to the group of the one that it
// shares most with.
func (c *counting) mergeDerived() {
	parents := c.parents(article.Unclear)
	for m := range c.members {
		if !c.attachToParents(m, parents[m]) {
			c.attachToTie(m, parents)
		}
	}
}

// noteSmallTies notes the edges between articles that were not merged by any rule, except to further
// parents of what is derived from several: those are in its reason.
func (c *counting) noteSmallTies() {
	for _, e := range c.edges {
		if e.Pair < 0 || c.derived[e.To] || c.groups.first(e.From) == c.groups.first(e.To) {
			continue
		}
		words, all := c.shared(e.To, []lineage.Edge{e})
		c.notes = append(c.notes, fmt.Sprintf("%s shares %s of its words with %s, too little to count as the same origin.",
			c.labels[e.To], percent(words, all), c.labels[e.From]))
	}
}

// parents returns for each member its directed edges from other articles, of any grade or, unless
// Unclear is asked for, only of better ones.
func (g *ground) parents(least article.Grade) [][]lineage.Edge {
	out := make([][]lineage.Edge, len(g.members))
	for _, e := range g.edges {
		if e.Directed && e.Pair >= 0 && (e.Grade != article.Unclear || least == article.Unclear) {
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

// attachToParents merges a member with its main parent if it is derived from its parents.
func (c *counting) attachToParents(m int, parents []lineage.Edge) bool {
	if !c.taken[m] {
		return false
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
	c.merge(DerivedPassage, []int{m, main.From}, reason)
	return true
}

// attachToTie merges a member with the article that shares most of its words, if that is at least
// half of them and the other did not take them from the member itself.
func (c *counting) attachToTie(m int, parents [][]lineage.Edge) {
	doc := c.article(m).Doc
	all := lineage.AllWords(doc).Words(doc)
	best, most := -1, 0
	for _, i := range c.ofTies[m] {
		p := c.ties[i]
		other := c.member[p.A] + c.member[p.B] - m
		if p.Relation == reuse.QuoteOnly || took(other, m, parents) {
			continue
		}
		if n := lineage.SharedRuns(c.articles, p, c.members[m]).Words(doc); n > most {
			best, most = other, n
		}
	}
	if best >= 0 && float64(most) >= derivedShare*float64(all) {
		c.merge(DerivedPassage, []int{m, best}, fmt.Sprintf(
			"%s shares %s of its words with %s; one origin stands behind both, whoever took from whom.", c.labels[m], percent(most, all), c.labels[best]))
	}
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
