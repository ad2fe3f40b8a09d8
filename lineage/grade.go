package lineage

import "hearsay/article"

// blocks reports whether a clue keeps an edge from any grade but Unclear. What is contained in a text
// that came later, or carries an agency's line that the earlier one lacks, lowers the sum of the clues
// but says little beside a date: outlets add to what they take over, and drop lines. On generated
// traditions containment alone spoke against 77 dated edges, of which 74 were right, and a line
// against 15, of which 14 were.
func (c Clue) blocks() bool {
	return c.Against && c.Weight >= blocking && c.Kind != Containment && c.Kind != Dateline
}

// grade applies the rules at Edge.Grade to the clues of a directed edge between two articles.
func grade(clues []Clue, asNear bool) article.Grade {
	named, pointed, linked, earlier := false, false, false, false
	for _, c := range clues {
		if c.Against {
			if c.blocks() {
				return article.Unclear
			}
			continue
		}
		switch c.Kind {
		case Canonical:
			named = true
		case CreditLine:
			named = named || c.Weight >= creditWeight
			pointed = true
		case OutgoingLink:
			linked = true
		case EarlierDate:
			earlier = earlier || c.Weight >= datedLikely
		}
	}
	switch {
	case named, linked && earlier:
		return article.Strong // never as near: To names From
	case (pointed || linked || earlier) && !asNear:
		return article.Likely
	}
	return article.Unclear
}
