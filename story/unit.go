package story

import (
	"slices"
	"time"

	"hearsay/article"
	"hearsay/text"
)

// A unit is a family of near-copies or an article on its own: what is clustered. So one wire report
// with 300 copies counts once. Articles are named by their numbers in canonical order.
type unit struct {
	articles []int  // in order
	speaker  int    // the article that stands for the family
	outlet   string // empty if unknown or if there are several
	// published is when the first of them was published, zero if unknown for all.
	published time.Time
	vector    vector
	days      []day // that the speaker's text names
}

// unitsOf returns the units, in the order of their speakers. of is what families returned.
func unitsOf(articles []*article.Article, of []int) []unit {
	var units []unit
	at := make([]int, len(articles))
	for i, speaker := range of {
		if i == speaker {
			at[i] = len(units)
			units = append(units, unit{speaker: i})
		}
	}
	for i, speaker := range of {
		units[at[speaker]].add(i, articles[i])
	}
	return units
}

// add adds the next article of the family.
func (u *unit) add(i int, a *article.Article) {
	outlet := a.Domain
	if outlet == "" {
		outlet = a.Outlet
	}
	switch {
	case len(u.articles) == 0:
		u.outlet, u.published = outlet, a.Time()
	case u.outlet != outlet:
		u.outlet = ""
	}
	u.articles = append(u.articles, i)
}

// read fills the vectors and days of the units from the texts of their speakers, whose standing phrases
// are given by article.
func read(units []unit, articles []*article.Article, standing [][]text.Span) *space {
	bags := make([]bag, len(units))
	each(len(units), func() func(int) {
		c := newCounter()
		return func(i int) {
			a := articles[units[i].speaker]
			bags[i] = c.bag(a, standing[units[i].speaker])
			months := c.tables.backgrounds[bags[i].language].months
			units[i].days = namedDays(a.Doc, months, units[i].published)
		}
	})
	vs, sp := vectors(bags)
	for i := range units {
		units[i].vector = vs[i]
	}
	return sp
}

const (
	// outletPenalty is what the similarity of two reports of one outlet is lowered by: they have its
	// style, its beat and what is left of its furniture in common.
	outletPenalty = 0.05
	// farApart is the time between two reports from which their similarity is lowered by farPenalty.
	farApart   = 30 * 24 * time.Hour
	farPenalty = 0.05
)

// similarityOf returns how similar two units are, 0 to 1, from the product of their vectors.
//
// Reports that are more than farApart need more in common, unless one names a day that the other
// names or was published on. They are not kept apart at any price: follow-ups, trials and
// anniversaries belong to their story. On G5W, BCubed F1 is best with this penalty; a ban costs 0.03.
func similarityOf(a, b *unit, product float64) float64 {
	s := similarity(product, &a.vector, &b.vector)
	if s == 0 {
		return 0
	}
	if a.outlet != "" && a.outlet == b.outlet {
		s -= outletPenalty
	}
	if far(a, b) {
		s -= farPenalty
	}
	return max(s, 0)
}

func far(a, b *unit) bool {
	if a.published.IsZero() || b.published.IsZero() || a.published.Sub(b.published).Abs() <= farApart {
		return false
	}
	return !shareDay(a.days, b.days) && !names(a.days, dayOf(b.published)) && !names(b.days, dayOf(a.published))
}

// names reports whether days holds d or a day beside it: reports of an event appear on its day or
// the next, and time zones blur the day.
func names(days []day, d day) bool {
	return slices.ContainsFunc(days, func(n day) bool { return d-1 <= n && n <= d+1 })
}
