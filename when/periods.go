package when

import "time"

func halfLater(g grain, t time.Time, way int) time.Time {
	switch g {
	case year:
		return later(month, t, 6*way)
	case month:
		return later(oneDay, t, 15*way)
	case week:
		return later(oneDay, t, 3*way)
	}
	return t
}

// period reads quarters, halves, seasons, decades and centuries.
func (r *reader) period(i int) (found, bool) {
	at := i
	if r.at(i).word.can(isArticle) && r.near(i+1) {
		at++
	}
	if f, ok := r.yearsQuarter(at); ok {
		return f, true
	}
	if f, ok := r.quarterAt(at); ok {
		return f, true
	}
	if f, ok := r.seasonAt(at, at != i); ok {
		return f, true
	}
	if f, ok := r.decadeAt(at); ok {
		return f, true
	}
	if f, ok := r.centuryAt(at); ok {
		return f, true
	}
	return r.definite(i, at)
}

// seasonAt reads “summer 1998”, “the summer of 1998”, “the summer”.
func (r *reader) seasonAt(i int, article bool) (found, bool) {
	w := r.at(i).word
	if !w.can(isSeason) {
		return found{}, false
	}
	if y, after, ok := r.yearBehind(i + 1); ok {
		return named(after, seasonStretch(y, w.n), absolute), true
	}
	if s, a, after, ok := r.yearRelative(i + 1); ok {
		return named(after, seasonStretch(s.from.Year(), w.n), a), true
	}
	if w.can(isShort) && !article && (!r.before(i, isPreposition|isEdge) || r.before(i, isTo)) || article && w.can(isShort) && r.at(i+1).word.can(isFiller) {
		return found{}, false
	}
	a := r.base()
	if a.Kind == None {
		return unknown(i+1, Date, "XXXX-"+seasonNames[w.n]), true
	}
	f := named(i+1, seasonStretch(a.Day.Year(), w.n), a)
	if f.s.from.After(a.Day) && r.direction(i) < 0 && !r.frame.Narrative {
		f = named(i+1, seasonStretch(a.Day.Year()-1, w.n), a)
	}
	return f, true
}

// definite reads “the weekend”.
func (r *reader) definite(i, at int) (found, bool) {
	w := r.at(at).word
	if at == i || !w.can(isUnit) || w.grain != weekend {
		return found{}, false
	}
	a := r.base()
	if a.Kind == None {
		return unknown(at+1, Date, "XXXX-WXX-WE"), true
	}
	n := 0
	if a.Day.Weekday() >= time.Monday && a.Day.Weekday() < time.Friday && r.direction(i) <= 0 {
		n = -1
	}
	return named(at+1, moved(weekend, a.Day, n), a), true
}
