package when

import (
	"fmt"
	"time"
)

// weekday reads a weekday, and the date that may follow it: “Friday”, “Friday, March 22”, “Friday the 13th of May 2011”.
func (r *reader) weekday(i int) (found, bool) {
	w := r.at(i).word
	if f, ok := r.ofWeek(i); ok {
		return f, true
	}
	next := i + 1
	if r.is(next, isArticle) && r.at(next+1).figure.form == ordinal && r.near(next+1) {
		if f, ok := r.fridayThe(i, next+1); ok {
			return f, true
		}
	}
	if r.is(next, isArticle|isFiller) {
		next++
	}
	if r.near(next) {
		if f, ok := r.dateBehind(next); ok {
			return f, true
		}
	}
	if w.can(isShort) && !r.shortStands(i) {
		return found{}, false
	}
	f := r.placeWeekday(i, time.Weekday(w.weekday))
	if w.can(isWithPart) {
		f = parted(f, w.code, f.next)
	}
	return f, true
}

// dateBehind reads a date that follows a weekday.
func (r *reader) dateBehind(i int) (found, bool) {
	if f := r.at(i).figure; f.form != noFigure {
		if f, ok := r.numeric(i); ok {
			return f, true
		}
		return r.dayMonth(i)
	}
	if r.at(i).word.can(isMonth) {
		f, ok := r.monthFirst(i)
		return f, ok && f.s.grain == oneDay
	}
	return r.dayMonth(i)
}

// placeWeekday puts a weekday at the last such day up to the base: news reports what was. Words of the future before it make it the
// next. The other is kept as an alternative. In a narrative it is the next such day after what was named.
func (r *reader) placeWeekday(i int, d time.Weekday) found {
	a := r.base()
	if a.Kind == None {
		return unknown(i+1, Date, fmt.Sprintf("XXXX-WXX-%d", (int(d)+6)%7+1))
	}
	back := (int(a.Day.Weekday()) - int(d) + 7) % 7
	past, next := a.Day.AddDate(0, 0, -back), a.Day.AddDate(0, 0, 7-back)
	if back == 0 {
		f := named(i+1, dayStretch(past), a)
		f.e.Alternatives = []Reading{reading(dayStretch(a.Day.AddDate(0, 0, -7))), reading(dayStretch(next))}
		return f
	}
	if r.lies(i) > 0 || a.Kind == FromText {
		past, next = next, past
	}
	f := named(i+1, dayStretch(past), a)
	f.e.Alternatives = []Reading{reading(dayStretch(next))}
	return f
}

// lies tells whether a weekday at item i lies ahead: +1 if words before it in its clause say so.
func (r *reader) lies(i int) int {
	for k := i - 1; k >= 0 && k > i-maxClause && !r.sentenceStart(k+1); k-- {
		if d := r.cue(k); d != 0 {
			return d
		}
	}
	return 0
}

// offset reads yesterday, today, tomorrow.
func (r *reader) offset(i int) (found, bool) {
	w := r.at(i).word
	if w.can(isPart) && (r.lang.code == "de" && r.capital(i) && !r.sentenceStart(i) || r.before(i, isArticle|isShift|isPart)) {
		return found{}, false // am Morgen, esta mañana
	}
	if w.can(isUnit) && r.at(i+1).word.can(isBack|isWeekday) && r.near(i+1) {
		return found{}, false // اليوم السابق
	}
	a := r.anchor
	if a.Kind == None {
		if r.at(i).word.n == 0 {
			return unknown(i+1, Date, "PRESENT_REF"), true
		}
		return unknown(i+1, Date, "XXXX-XX-XX"), true
	}
	return named(i+1, dayStretch(a.Day.AddDate(0, 0, r.at(i).word.n)), a), true
}
