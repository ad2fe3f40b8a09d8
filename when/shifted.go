package when

import (
	"fmt"
	"time"
)

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
	if u := r.at(next).word; u.can(isUnit) && u.grain >= oneDay && r.isPlural(next) && r.lang.code == "en" { // coming weeks, past years
		return unknown(next+1, Duration, quantity{grain: u.grain}.value()), true
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

// unit moves a unit of the calendar.
func (r *reader) unit(i, next int, w *word, g grain) (found, bool) {
	a := r.origin(w, g)
	if w.can(isPast) && g >= decade {
		return r.ago(a, next, g, 1, -1), true
	}
	if a.Kind == None {
		return unknown(next, Date, blank(g)), true
	}
	n := w.n
	if g == weekend && n < 0 && r.at(i).word != nil && a.Day.Weekday() == time.Sunday {
		n = -1
	}
	f := named(next, moved(g, a.Day, n), a)
	if g == year && r.at(next-1).possessive {
		if q, ok := r.periodIn(next, f); ok {
			return q, true
		}
	}
	if (g == oneDay) && r.tight(next) && r.at(next).word.can(isPart) {
		return parted(f, r.at(next).word.code, next+1), true
	}
	return f, true
}

// blank is the value of a unit that cannot be placed.
func blank(g grain) string {
	switch g {
	case week:
		return "XXXX-WXX"
	case month:
		return "XXXX-XX"
	case quarter:
		return "XXXX-QX"
	case oneDay:
		return "XXXX-XX-XX"
	}
	return "XXXX"
}

func (r *reader) shiftedWeekday(next int, w *word, d time.Weekday) found {
	a := r.origin(w, oneDay)
	if a.Kind == None {
		return unknown(next, Date, fmt.Sprintf("XXXX-WXX-%d", (int(d)+6)%7+1))
	}
	ahead := (int(d) - int(a.Day.Weekday()) + 7) % 7
	other := 0
	switch {
	case w.n < 0: // strictly before
		if ahead -= 7; ahead == 0 {
			ahead = -7
		}
		other = ahead - 7
	case w.n > 0:
		if ahead == 0 {
			ahead = 7
		}
		other = ahead + 7
	default: // of this week
		ahead = (int(d)+6)%7 - (int(a.Day.Weekday())+6)%7
		other = ahead + 7
	}
	f := named(next, dayStretch(a.Day.AddDate(0, 0, ahead)), a)
	f.e.Alternatives = []Reading{reading(dayStretch(a.Day.AddDate(0, 0, other)))}
	return f
}

func (r *reader) shiftedMonth(next int, w *word, m int) found {
	a := r.origin(w, month)
	if a.Kind == None {
		return unknown(next, Date, fmt.Sprintf("XXXX-%02d", m))
	}
	y := a.Day.Year()
	switch {
	case w.n < 0 && m >= int(a.Day.Month()):
		y--
	case w.n > 0 && m <= int(a.Day.Month()):
		y++
	}
	return named(next, monthStretch(y, time.Month(m)), a)
}

func (r *reader) shiftedSeason(next int, w *word, s int) found {
	a := r.origin(w, season)
	if a.Kind == None {
		return unknown(next, Date, "XXXX-"+seasonNames[s])
	}
	f := named(next, seasonStretch(a.Day.Year(), s), a)
	switch {
	case w.n < 0 && f.s.to.After(a.Day):
		f = named(next, seasonStretch(a.Day.Year()-1, s), a)
	case w.n > 0 && !f.s.from.After(a.Day):
		f = named(next, seasonStretch(a.Day.Year()+1, s), a)
	}
	return f
}

// shiftedPart reads “last night”, “this morning”, “the next morning”, “that afternoon”.
func (r *reader) shiftedPart(next int, w *word, code string) (found, bool) {
	a := r.origin(w, oneDay)
	if a.Kind == None {
		return unknown(next, Time, "XXXX-XX-XXT"+code), true
	}
	return parted(named(next, dayStretch(a.Day.AddDate(0, 0, w.n)), a), code, next), true
}

// span reads a number of units behind last, past or next: “the past two weeks”. It is how long, with the interval that it covers.
func (r *reader) span(i int, w *word) (found, bool) {
	q, ok := r.quantity(i)
	if !ok || w.n == 0 {
		return found{}, false
	}
	a := r.origin(w, q.grain)
	return r.ago(a, q.next, q.grain, q.halves/2, w.n).withValue(q), true
}

// ago is the interval of n units before (way -1) or after (way +1) the anchor, as a duration.
func (r *reader) ago(a Anchor, next int, g grain, n, way int) found {
	f := found{next: next, e: Expression{Type: Duration, Value: quantity{halves: 2 * n, grain: g}.value(), Anchor: a}}
	switch {
	case a.Kind == None || n == 0:
	case way < 0:
		f.e.From, f.e.To = later(g, a.Day, -n), a.Day.AddDate(0, 0, 1)
	default:
		f.e.From, f.e.To = a.Day, later(g, a.Day, n).AddDate(0, 0, 1)
	}
	if !f.e.From.Before(f.e.To) {
		f.e.From, f.e.To = time.Time{}, time.Time{}
	}
	return f
}

func (f found) withValue(q quantity) found {
	f.e.Value = q.value()
	return f
}
