package lineage

import "hearsay/article"

// grade applies the rules at Edge.Grade to the clues of a directed edge between two articles.
func grade(clues []Clue, asNear bool) article.Grade {
	named, pointed, linked, earlier := false, false, false, false
	for _, c := range clues {
		if c.Against {
			if c.Weight >= blocking {
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
