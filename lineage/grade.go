package lineage

import (
	"math"
	"slices"

	"hearsay/article"
	"hearsay/reuse"
)

// grade applies the rules at Edge.Grade to a directed link between two articles.
func (s *search) grade(l link) article.Grade {
	chance := s.chanceOfText(l)
	if l.further && l.tie.toward(l.to) >= furtherLikely && !s.contradicted(l) {
		return article.Likely
	}
	if l.circular || chance < likelyChance || s.contradicted(l) || s.words[l.to] < minTellingWords && !l.tie.names(l.to) {
		return article.Unclear
	}
	switch named, told := s.marked(l); {
	case named, told && chance >= strongChance:
		return article.Strong
	}
	return article.Likely
}

// chanceOfText returns how probable it is that the child of a link was made from the parent or from another
// version of it on the same site: that a site has a text twice makes it no less the source.
func (s *search) chanceOfText(l link) float64 {
	chance := l.tie.chanceOf(l.to)
	for _, n := range l.near {
		t := s.tieOf[[2]int{min(n, l.from), max(n, l.from)}]
		if t != nil && s.version(t) {
			chance += s.tieOf[[2]int{min(n, l.to), max(n, l.to)}].chanceOf(l.to)
		}
	}
	return chance
}

// version reports whether a tie joins two versions of one text on one site.
func (s *search) version(t *tie) bool {
	relation := s.pairs[t.pair].Relation
	return (relation == reuse.Identical || relation == reuse.NearCopy) && s.sameSite(link{from: t.x, to: t.y})
}

// contradicted reports whether a mark speaks against the direction of a link: a date, a credit, a link back.
func (s *search) contradicted(l link) bool {
	return slices.ContainsFunc(s.signs(l.tie), func(g sign) bool { return g.child != l.to && g.weight >= contradicting && g.kind != Dateline })
}

// marked tells what beside words gives a link its direction: whether the child names the parent as the
// source of its text, and whether that, dates that count, or the day that they write for tell which was
// first.
func (s *search) marked(l link) (named, told bool) {
	for _, g := range s.signs(l.tie) {
		if g.child == l.to {
			named = named || g.explicit
			told = told || g.explicit || g.kind == DayShift || g.kind == EarlierDate && g.weight >= datedLikely
		}
	}
	return named, told
}

// logOdds returns the natural logarithm of the odds of a probability, bounded by those of one in a
// thousand, since no model of how texts come about is surer than that.
func logOdds(chance float64) float64 {
	const most = 0.999
	chance = min(max(chance, 1-most), most)
	return round(math.Log(chance / (1 - chance)))
}
