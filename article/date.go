package article

import (
	"slices"
	"time"
)

// A dateSource is a place of a page that can name a date. Sources are independent of each other in
// the sense of Date: the tags of one kind are written by one template and count once.
type dateSource int

const (
	fromLD dateSource = iota
	fromMicrodata
	fromMeta
	fromURL
	fromLabel // a date near the headline that the page labels as that of publication
	fromTime  // a time element near the headline
	fromText
	fromLibrary // go-htmldate, the last resort
	fromField   // a field of a record
)

// stated reports whether the source is made for machines and speaks of the whole page. A time
// element may belong to something else on the page, so a conflict with one does not count.
func (s dateSource) stated() bool { return s <= fromURL || s == fromField }

// A dateCandidate is one place that names a date, read.
type dateCandidate struct {
	stamp
	source dateSource
	kind   string // DateEvidence.Kind
	value  string
}

// rank orders candidates by their sources; what is only counted back from the capture comes last.
func (c dateCandidate) rank() int {
	if c.relative {
		return int(c.source) + int(fromField) + 1
	}
	return int(c.source)
}

// coarse reports whether the candidate counts back in units so large that it cannot confirm a day.
func (c dateCandidate) coarse() bool { return c.relative && c.to.Sub(c.from) > day+time.Hour }

// maxCandidates is how many places one date is compared over.
const maxCandidates = 40

// chooseDate picks the day that the most sources agree on, stated ones first, in doubt the one
// that stands first in the order of dateSource, and grades it as Date says. It returns nil without
// candidates.
//
// Of the agreeing candidates the most exact gives the time: one with a time of day and a zone other
// than UTC (that is the zone the outlet lives in), then one with time and zone, then a day.
func chooseDate(list []dateCandidate) *Date {
	list = list[:min(len(list), maxCandidates)]
	if len(list) == 0 {
		return nil
	}
	slices.SortStableFunc(list, func(a, b dateCandidate) int { return a.rank() - b.rank() })
	best, bestVotes := -1, -1
	for i := range list {
		if v := votes(list, i); v > bestVotes {
			best, bestVotes = i, v
		}
	}
	chosen := mostExact(list, best)
	d := &Date{From: chosen.from, To: chosen.to, Grade: grade(list, best)}
	if betweenDays(list, best, chosen) {
		d.Grade = d.Grade.lower()
	}
	var against []DateEvidence
	for _, c := range list {
		e := DateEvidence{Kind: c.kind, Value: cut(c.value, 200), Agrees: c.sameDay(list[best].stamp)}
		if e.Agrees {
			d.Evidence = append(d.Evidence, e)
		} else {
			against = append(against, e)
		}
	}
	d.Evidence = append(d.Evidence, against...)
	return d
}

// lower returns the grade one step below.
func (g Grade) lower() Grade {
	if g == Strong {
		return Likely
	}
	return Unclear
}

// betweenDays reports whether the time chosen lies on another day than a place that agrees prints, and no
// zone tells which day it was where the outlet is: 04:13 UTC on the 24th beside “23 February”.
func betweenDays(list []dateCandidate, best int, chosen stamp) bool {
	return slices.ContainsFunc(list, func(c dateCandidate) bool {
		return !c.relative && c.swapped.IsZero() && !c.zoned && c.sameDay(list[best].stamp) && civil(c.from) != civil(chosen.from)
	})
}

// votes counts the sources that agree with candidate i; a stated source outweighs all others.
func votes(list []dateCandidate, i int) int {
	var seen [fromField + 1]bool
	n := 0
	for _, c := range list {
		if seen[c.source] || !c.sameDay(list[i].stamp) {
			continue
		}
		seen[c.source] = true
		if c.source.stated() {
			n += 10
		} else {
			n++
		}
	}
	return n
}

func mostExact(list []dateCandidate, best int) stamp {
	rank := func(c dateCandidate) int {
		_, offset := c.from.Zone()
		switch {
		case c.relative || !c.swapped.IsZero():
			return 0
		case c.timed && c.zoned && offset != 0:
			return 4
		case c.timed && c.zoned:
			return 3
		case c.zoned:
			return 2
		}
		return 1
	}
	chosen := list[best]
	for _, c := range list {
		// A better source is not given up for a day of a worse one, only for a time of day.
		if c.sameDay(list[best].stamp) && rank(c) > rank(chosen) && (c.timed || !chosen.swapped.IsZero()) && c.source != fromLibrary {
			chosen = c
		}
	}
	if !chosen.swapped.IsZero() && chosen.source != fromField {
		return chosen.eitherOrder()
	}
	if chosen.timed && !chosen.zoned && chosen.source != fromField {
		// Somewhere on earth: the time of day cannot be compared with that of other pages.
		return chosen.wholeDay()
	}
	return inOutletZone(chosen.stamp, list)
}

// inOutletZone moves a stamp in UTC to the zone that another candidate shows by naming the same
// minute in local time without a zone: 01:09 UTC and 18:09 the day before are one moment at UTC-7.
func inOutletZone(st stamp, list []dateCandidate) stamp {
	if _, offset := st.from.Zone(); offset != 0 || !st.timed || !st.zoned {
		return st
	}
	for _, c := range list {
		if !c.timed || c.zoned || c.source == fromLibrary {
			continue
		}
		apart := c.from.Truncate(time.Minute).Sub(st.from.Truncate(time.Minute))
		if apart != 0 && apart.Abs() <= 14*time.Hour && apart%(15*time.Minute) == 0 {
			zone := time.FixedZone("", int(apart/time.Second))
			st.from, st.to = st.from.In(zone), st.to.In(zone)
			return st
		}
	}
	return st
}

// grade applies the rule of Date. What stands in the visible page counts once: a time element, its
// text and the microdata on it are one place. go-htmldate reads the same places again and so adds
// none. Visible dates that differ take a date that rests on one place down to unclear; they do not
// count against one on which two places agree, since they may belong to something else on the page.
// A date counted back from the capture confirms another if it is exact to the day; alone it is unclear,
// and so is a tag that does not say what it dates.
func grade(list []dateCandidate, best int) Grade {
	agree := map[dateSource]bool{}
	conflict, doubt, vague := false, false, true
	for _, c := range list {
		switch {
		case c.source == fromLibrary, c.coarse() && !list[best].relative && c.sameDay(list[best].stamp):
		case c.sameDay(list[best].stamp):
			vague = vague && c.vague()
			if c.source == fromMicrodata || c.source == fromLabel || c.source == fromTime {
				c.source = fromText
			}
			agree[c.source] = true
		case c.source.stated():
			conflict = true
		default:
			doubt = true
		}
	}
	only := list[best]
	switch {
	case conflict:
		return Unclear
	case len(agree) > 1:
		return Strong
	case doubt || vague || only.source == fromText || only.source == fromLibrary || !only.swapped.IsZero() || only.relative:
		return Unclear
	}
	return Likely
}

// longAfter is how long after its publication a page may be changed before a date that rests on one
// place is doubted: the words may be those of the change, and some systems date the page anew or keep
// the date of its first draft. In the sets of eval, 73 of 79 dates on one place were right to the day, and 18
// of 22 where the page was changed later.
const longAfter = 30 * day

// doubtChanged takes the date of publication down to unclear if it rests on one place and the page says
// that it was changed long after.
func (d *Date) doubtChanged(modified *Date) {
	if d != nil && modified != nil && d.Grade == Likely && modified.From.Sub(d.From) > longAfter {
		d.Grade = Unclear
	}
}
