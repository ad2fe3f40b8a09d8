package report

import (
	"fmt"
	"math"
	"slices"

	"hearsay/article"
	"hearsay/lineage"
)

// oddsForLikely are the odds that the grade likely takes (see lineage.Edge.Grade).
const oddsForLikely = 4

// oddsWords says what the grade of an edge between two pages rests on. The reasons alone do not tell: a
// line with much for it and little against it is unclear where another page would do as well.
func oddsWords(e lineage.Edge) string {
	circular := slices.ContainsFunc(e.Clues, func(c lineage.Clue) bool { return c.Kind == lineage.Circular })
	switch {
	case !e.Directed && circular:
		return "" // a clue says so
	case !e.Directed:
		return "Neither page is likely enough to be made from the other, so the line has no direction."
	case e.Further:
		return "This is a further source: it has a passage that the other sources of the page do not explain. It was not weighed against them."
	}
	odds := math.Exp(e.Odds)
	s := fmt.Sprintf("Against all other explanations together – other pages, the other direction, a source outside this collection – "+
		"the odds for this line are %s.", ratio(odds))
	switch {
	case e.Grade != article.Unclear:
		return s
	case odds < oddsForLikely:
		return s + fmt.Sprintf(" “Likely” takes at least %d : 1.", oddsForLikely)
	}
	return s + " They would do for “likely”, but a reason against it keeps it unclear."
}

// ratio writes odds: “13 : 1”, “1.4 : 1”, “1 : 23”. It never rounds up to a grade that they do not reach.
func ratio(odds float64) string {
	switch {
	case odds >= 10:
		return number(int(odds)) + " : 1"
	case odds >= 1:
		return fmt.Sprintf("%.1f : 1", math.Floor(odds*10)/10)
	case odds > 0.1:
		return fmt.Sprintf("1 : %.1f", math.Ceil(10/odds)/10)
	}
	return "1 : " + number(int(math.Ceil(1/max(odds, 1e-9))))
}
