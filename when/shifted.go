package when

import "time"

// shifted reads what is counted from the base or the text by a word such as last, this, next, previous, following, same: “last week”,
// “the following day”, “this past spring”, “last Friday”, “the past two weeks”, “la semaine dernière”.
func (r *reader) shifted(i int) (found, bool) {
	at := i
	if w := r.at(at).word; (w.can(isArticle) && r.is(at+1, isShift|isTextual|isPast) || w.can(isTextual) && r.is(at+1, isShift) && r.at(at+1).word.can(isTextual)) && !w.can(isShift) {
		at++
	}
	if at == i && r.at(i).word.can(isArticle) && r.near(i+1) && r.backUnit(i+1) {
		at++
	}
	w := r.at(at).word
	if r.backUnit(at) {
		return r.shiftedUnit(at, at+2, r.at(at+1).word)
	}
	if w.can(isTextual) && !w.can(isShift) {
		return r.that(at)
	}
	if !w.can(isShift) {
		return found{}, false
	}
	if at != i && w.n == 1 && (r.is(at+1, isPart) || r.is(at+1, isUnit) && r.at(at+1).word.grain == oneDay) {
		w = &word{is: isShift | isTextual, n: 1} // the next day
	}
	next := at + 1
	for k := 0; k < 2 && r.at(next).word.can(isShift|isTextual) && !r.at(next).word.can(isMonth) && r.near(next); k++ { // this past, this coming, that same
		if r.at(next).word.n != 0 || r.at(next).word.can(isPast) {
			w = r.at(next).word
		}
		next++
	}
	if r.is(next, isFiscal) {
		if !r.is(next+1, isUnit) {
			return r.unit(at, next+1, w, year)
		}
		next++
	}
	if !r.tight(next) {
		return found{}, false
	}
	if f, ok := r.span(next, w); ok {
		return f, true
	}
	return r.shiftedUnit(next, next+1, w)
}

// backUnit reports whether a unit at item i has the word for last or next behind it, as in “semaine dernière”.
func (r *reader) backUnit(i int) bool {
	w := r.at(i).word
	if w.can(isBack) {
		return false
	}
	return w.can(isUnit|isWeekday|isMonth|isSeason|isPart) && r.tight(i+1) && r.at(i+1).word.can(isBack)
}

// that reads “that day”, “that year”.
func (r *reader) that(i int) (found, bool) {
	next := i + 1
	if !r.tight(next) || !r.at(next).word.can(isUnit|isPart) || r.at(next).word.can(isShort) {
		return found{}, false
	}
	return r.shiftedUnit(next, next+1, &word{is: isShift | isTextual})
}

// shiftedUnit reads the unit, weekday, month, season or part of the day at item i, moved as w says.
func (r *reader) shiftedUnit(i, next int, w *word) (found, bool) {
	u := r.at(i).word
	switch {
	case u.can(isUnit) && !(u.can(isOrdinal) && !r.is(i, isUnit)):
		if u.grain == second || u.grain == minute || u.grain == hour {
			return found{}, false
		}
		return r.unit(i, next, w, u.grain)
	case u.can(isWeekday):
		return r.timeOfDay(r.shiftedWeekday(next, w, time.Weekday(u.weekday))), true
	case u.can(isMonth) && (r.capital(i) || !u.can(isShort)) && !r.is(next, isOrdinal):
		f := r.shiftedMonth(next, w, int(u.month))
		if d, after, ok := r.dayNumber(next); ok && r.tight(next) && f.s.known() && validDay(f.s.from.Year(), f.s.from.Month(), d) {
			return named(after, dayStretch(f.s.from.AddDate(0, 0, d-1)), f.e.Anchor), true
		}
		return f, true
	case u.can(isSeason):
		return r.shiftedSeason(next, w, u.n), true
	case u.can(isPart):
		return r.shiftedPart(next, w, u.code)
	case u.can(isHoliday):
		return r.shiftedHoliday(i, next, w)
	}
	return found{}, false
}

// origin is the day that a shift counts from.
func (r *reader) origin(w *word, g grain) Anchor {
	if w.can(isTextual) || r.frame.Narrative {
		return r.fromText(g)
	}
	return r.anchor
}
