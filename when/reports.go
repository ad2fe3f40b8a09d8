package when

import "time"

// Reports on companies and the economy speak of one quarter and compare it with the same a year before, mostly without saying so: “the
// quarter”, “the latest period”, “the year-earlier quarter”, “from 4 million a year earlier”.

// maxQuarterApart is how many items may lie between a quarter and “a year earlier” that means the same quarter of the year before.
const maxQuarterApart = 150

// report reads such expressions.
func (r *reader) report(i int) (found, bool) {
	at := i
	if r.at(i).word.can(isArticle) && r.near(i+1) {
		at++
	}
	w := r.at(at).word
	switch {
	case w.can(isYearEnd):
		return r.yearEnd(at)
	case w.can(isYearBack):
		return r.yearBack(at)
	case r.at(at).figure.plain(4, 4) && r.tight(at+1):
		return r.ofYear(at)
	case at != i && w.can(isUnit) && w.grain == year && r.before(i, isPreposition) && !r.at(at).possessive:
		return r.wholeYear(i, at)
	case at != i && w.can(isUnit) && w.grain == quarter && !w.can(isOrdinal):
		return r.reported(at + 1)
	case w.can(isShift) && w.n == 0 && r.tight(at+1) && (r.at(at+1).word.can(isPeriod) || r.at(at+1).word.can(isUnit) && r.at(at+1).word.grain == quarter):
		if r.at(at).word.can(isTextual) || r.at(at+1).word.can(isPeriod) || r.s[r.at(at).span.Start:r.at(at).span.End] == "latest" {
			return r.reported(at + 2)
		}
	}
	return found{}, false
}

// wholeYear reads “for the year” and “the year ended June 30”, in which the year is only how long.
func (r *reader) wholeYear(i, at int) (found, bool) {
	if r.is(at+1, isEnding) {
		return unknown(at+1, Duration, "P1Y"), true
	}
	if b := r.at(i - 1); r.anchor.Kind == None || r.s[b.span.Start:b.span.End] != "for" || r.at(at+1).figure.form != noFigure {
		return found{}, false
	}
	return named(at+1, yearStretch(r.anchor.Day.Year()), r.anchor), true
}

// reported is the quarter that the text named last; without one the last that had ended.
func (r *reader) reported(next int) (found, bool) {
	if m := r.named[quarter]; m.order > 0 {
		return named(next, m.stretch, Anchor{FromText, day(m.stretch.from)}), true
	}
	if r.anchor.Kind == None || r.at(next-1).word.can(isPeriod) {
		return found{}, false
	}
	return named(next, moved(quarter, r.anchor.Day, -1), r.anchor), true
}

// yearBack reads “the year-earlier quarter”, “a year-ago period”, “year-earlier third quarter”.
func (r *reader) yearBack(i int) (found, bool) {
	next := i + 1
	if q, after, ok := r.numbered(next); ok && r.near(next) && r.anchor.Kind != None {
		return named(after, q.of(r.anchor.Day.Year()-1), r.anchor), true
	}
	if r.tight(next) && (r.at(next).word.can(isPeriod) || r.at(next).word.can(isUnit) && r.at(next).word.grain == quarter) {
		next++
	}
	f, ok := r.reported(next)
	if !ok {
		if r.anchor.Kind == None {
			return found{}, false
		}
		return named(next, yearStretch(r.anchor.Day.Year()-1), r.anchor), true
	}
	return named(next, moved(quarter, f.s.from, -4), f.e.Anchor), true
}

// ofYear reads “the 1988 quarter”, “the 1988 period”.
func (r *reader) ofYear(i int) (found, bool) {
	w := r.at(i + 1).word
	y := r.at(i).figure.n
	if !w.can(isPeriod) && !(w.can(isUnit) && w.grain == quarter) || y < 1900 || y >= 2200 {
		return found{}, false
	}
	if m := r.named[quarter]; m.order > 0 {
		return named(i+2, quarterStretch(y, (int(m.stretch.from.Month())+2)/3), Anchor{FromText, day(m.stretch.from)}), true
	}
	return named(i+2, yearStretch(y), absolute), true
}

// yearEnd reads “year-end”, “year-end 2019”.
func (r *reader) yearEnd(i int) (found, bool) {
	y, next, ok := r.yearBehind(i + 1)
	a := absolute
	if !ok {
		if r.anchor.Kind == None {
			return found{}, false
		}
		y, next, a = r.anchor.Day.Year(), i+1, r.anchor
	}
	f := named(next, yearStretch(y), a)
	f.e.Mod = "END"
	f.e.From = date(y, time.December, 1)
	return f, true
}

// quarterBefore is the quarter of the year before, where a text that speaks of a quarter says “a year earlier”.
func (r *reader) quarterBefore(q quantity, way int) (stretch, bool) {
	m := r.named[quarter]
	if q.grain != year || q.halves != 2 || way > 0 || m.order == 0 || r.cursor-m.item > maxQuarterApart || m.stretch.from.Year() < r.anchor.Day.Year()-1 {
		return stretch{}, false
	}
	return moved(quarter, m.stretch.from, -4), true
}
