package lineage

import (
	"hearsay/article"
	"hearsay/text"
)

// A sign is a clue about the direction between two tied members, before it is put in words.
type sign struct {
	kind   ClueKind
	child  int // the node that, by this sign, took from the other
	weight float64
	// places are the words of the child and of the source that a DayShift rests on, words how many an
	// OwnOpening has.
	places [2]text.Span
	words  int
	// credit is the words behind a CreditLine (of the child) or a Dateline (of the other).
	credit *article.Credit
	// explicit marks a statement of the child that its text is the other's.
	explicit bool
}

// signs returns everything that speaks for a direction between the members of a tie, in the order
// of the rules.
func (s *search) signs(t *tie) []sign {
	var out []sign
	for _, way := range [2][2]int{{t.x, t.y}, {t.y, t.x}} {
		out = append(out, s.marks(way[0], way[1])...)
	}
	a, b := s.article(t.x), s.article(t.y)
	if order, weight := first(a.Published, b.Published); order != 0 {
		child := t.y
		if order > 0 {
			child = t.x
		}
		out = append(out, sign{kind: EarlierDate, child: child, weight: weight})
	}
	if g, ok := s.dayShift(t); ok {
		out = append(out, g)
	}
	if g, ok := s.ownOpening(t); ok {
		out = append(out, g)
	}
	x, y := &s.profiles[t.x], &s.profiles[t.y]
	lineX, hasX := x.agencyLine(y)
	lineY, hasY := y.agencyLine(x)
	switch {
	case hasX && !hasY:
		out = append(out, sign{kind: Dateline, child: t.y, weight: datelineWeight, credit: lineX.Credit})
	case hasY && !hasX:
		out = append(out, sign{kind: Dateline, child: t.x, weight: datelineWeight, credit: lineY.Credit})
	}
	switch {
	case x.authored && !y.authored && !y.signed:
		out = append(out, sign{kind: Authorship, child: t.y, weight: authorWeight})
	case y.authored && !x.authored && !x.signed:
		out = append(out, sign{kind: Authorship, child: t.x, weight: authorWeight})
	}
	return out
}

// marks returns the statements by which child names source: its address, its credits, its links. A
// link counts only if it is not answered by a link back, as between two pages of one series.
func (s *search) marks(child, source int) []sign {
	c, from := &s.profiles[child], &s.profiles[source]
	var out []sign
	switch {
	case c.canonical != "" && c.canonical == from.address:
		out = append(out, sign{kind: Canonical, child: child, weight: canonicalPageWeight, explicit: true})
	case c.canonicalHost != "" && onSite(c.canonicalHost, from.domain):
		out = append(out, sign{kind: Canonical, child: child, weight: canonicalSiteWeight, explicit: true})
	}
	republished, named := c.credited(from, article.Republication)
	informed, attributed := c.credited(from, article.Information)
	switch {
	case named && len(out) > 0 && address(republished.Exact) == c.canonical: // the same statement once more
	case named:
		out = append(out, sign{kind: CreditLine, child: child, weight: creditWeight, credit: republished.Credit, explicit: true})
	case attributed:
		out = append(out, sign{kind: CreditLine, child: child, weight: informationWeight, credit: informed.Credit})
	}
	if c.links[from.address] && !from.links[c.address] {
		out = append(out, sign{kind: OutgoingLink, child: child, weight: linkWeight})
	}
	return out
}

// net adds the signs up: above zero if y took from x, below if x took from y.
func net(signs []sign, t *tie) float64 {
	sum := 0.0
	for _, g := range signs {
		if g.child == t.y {
			sum += g.weight
		} else {
			sum -= g.weight
		}
	}
	return round(sum)
}
