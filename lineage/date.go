package lineage

import (
	"math"
	"slices"
	"time"

	"hearsay/article"
)

// first tells which of two articles was published first: −1 for a, 1 for b, 0 if that cannot be
// told because a date is missing or the intervals overlap. weight is the weight of the clue.
func first(a, b *article.Date) (order int, weight float64) {
	if a == nil || b == nil || a.From.IsZero() || b.From.IsZero() {
		return 0, 0
	}
	weight = dateWeight * min(dateFactor(a), dateFactor(b))
	switch {
	case a.From.Equal(b.From):
		return 0, 0
	case !end(a).After(b.From):
		return -1, weighGap(weight, b.From.Sub(end(a)), b.From.Sub(a.From))
	case !end(b).After(a.From):
		return 1, weighGap(weight, a.From.Sub(end(b)), a.From.Sub(b.From))
	}
	return 0, 0
}

// end is the end of the interval, or its beginning if the end is missing or before it.
func end(d *article.Date) time.Time {
	if d.To.Before(d.From) {
		return d.From
	}
	return d.To
}

// weighGap lowers a weight by the gap between the intervals and by the distance of their beginnings.
func weighGap(weight float64, gap, distance time.Duration) float64 {
	switch {
	case distance < clearGap:
		weight *= momentaryGap
	case gap < 24*time.Hour && distance < 24*time.Hour:
		weight *= sameDayGap
	}
	return round(weight)
}

func dateFactor(d *article.Date) float64 {
	switch {
	case d.Grade == article.Strong:
		return strongDate
	case d.Grade == article.Likely:
		return likelyDate
	case len(d.Evidence) > 0 && !slices.ContainsFunc(d.Evidence, func(e article.DateEvidence) bool { return !e.Agrees }):
		return textDate
	}
	return unclearDate
}

// round keeps two decimals, so that weights are the same on every machine.
func round(x float64) float64 { return math.Round(x*100) / 100 }
