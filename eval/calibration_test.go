package eval

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"testing"

	"hearsay/lineage"
)

// A claim is the best line that leads to a copy: its odds as a logarithm, and whether it is right.
type claim struct {
	margin float64
	right  bool
}

// tieClues are the kinds of clues that speak for a tie and not for its direction.
var tieClues = map[lineage.ClueKind]bool{
	lineage.SharedWording: true, lineage.SharedReading: true, lineage.CommonCredit: true,
	lineage.SharedCharacters: true, lineage.SharedSpelling: true, lineage.SharedFigure: true, lineage.SharedSlip: true,
}

// margin returns the odds of a line as a logarithm; where none were asked, of lines from missing sources
// and further parents, the weights of the clues for it less those against it.
func margin(from lineage.Node, e lineage.Edge) float64 {
	if from.Article >= 0 && !e.Further {
		return e.Odds
	}
	sum := 0.0
	for _, c := range e.Clues {
		switch {
		case c.Against:
			sum -= c.Weight
		case !tieClues[c.Kind]:
			sum += c.Weight
		}
	}
	return sum
}

// claims returns the claims of a story, at most one for each copy, and how many copies it has.
func (s traced) claims() (out []claim, copies int) {
	pages, houses := s.parents()
	best := map[int]claim{}
	for _, st := range s.found.Stories {
		for _, e := range st.Lineage.Edges {
			to, m := st.Lineage.Nodes[e.To].Article, margin(st.Lineage.Nodes[e.From], e)
			if b, ok := best[to]; e.Directed && (!ok || m > b.margin) {
				best[to] = claim{m, right(st.Lineage.Nodes[e.From], pages[to], houses[to])}
			}
		}
	}
	for i := range pages {
		if c, ok := best[i]; ok {
			out = append(out, c)
		}
		if len(pages[i])+len(houses[i]) > 0 {
			copies++
		}
	}
	return out, copies
}

// rightOfBest returns how many of the n claims with the largest margins are right. Where several have
// the margin at which the cut falls, they count by their mean.
func rightOfBest(claims []claim, n int) float64 {
	sum := 0.0
	for from := 0; from < n; {
		to, good := from, 0
		for ; to < len(claims) && claims[to].margin == claims[from].margin; to++ {
			if claims[to].right {
				good++
			}
		}
		sum += float64(good) * float64(min(to, n)-from) / float64(to-from)
		from = to
	}
	return sum
}

// TestCalibrationOfTraditions records how far the odds of lines can be trusted: the share of right
// lines among those of the best odds, up to 20, 40, 60 and 80 % of the copies; and the
// Brier score of the probability that the odds are. A line to a text that is
// no copy counts as wrong. Where there are no lines, the figures are no numbers.
func TestCalibrationOfTraditions(t *testing.T) {
	for _, mute := range []bool{false, true} {
		name := "lineage.traditions.all_clues."
		if mute {
			name = "lineage.traditions.words_only."
		}
		var all []claim
		copies := 0
		each(t, traditions, heldBackStory(mute), func(_ int, s traced) {
			c, n := s.claims()
			all, copies = append(all, c...), copies+n
		})
		slices.SortStableFunc(all, func(a, b claim) int { return cmp.Compare(b.margin, a.margin) })
		for _, percent := range []int{20, 40, 60, 80} {
			n := min(copies*percent/100, len(all))
			note := fmt.Sprintf("right of the %d best lines, one a copy; %d copies", n, copies)
			if n == len(all) {
				note = fmt.Sprintf("right of %d lines: no more than %d of %d copies have one", n, n, copies)
			}
			record(t, fmt.Sprintf("%srisk.at_%d", name, percent), rightOfBest(all, n)/float64(n), note)
		}
		score, base := brier(all)
		record(t, name+"brier", score, fmt.Sprintf("of the probability that the odds are, %d lines; %.4f if all had the same", len(all), base))
	}
}

// brier returns the Brier score of the margins read as log-odds, and that of the share of right claims
// given for each; neither is a number if there are no claims.
func brier(claims []claim) (score, base float64) {
	good := 0.0
	for _, c := range claims {
		p, is := 1/(1+math.Exp(-c.margin)), 0.0
		if c.right {
			is = 1
		}
		good += is
		score += (p - is) * (p - is)
	}
	n := float64(len(claims))
	return score / n, good / n * (1 - good/n)
}
