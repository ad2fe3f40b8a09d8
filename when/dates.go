package when

import "time"

// day reads what names one day or one month: dates in figures and words, weekdays, yesterday, holidays.
func (r *reader) day(i int) (found, bool) {
	it := r.at(i)
	w := it.word
	if f, ok := r.nthOf(i); ok {
		return f, true
	}
	switch {
	case it.figure.form != noFigure:
		if f, ok := r.numeric(i); ok {
			return f, true
		}
		if f, ok := r.furtherDay(i); ok {
			return f, true
		}
		if f, ok := r.firstOfTwo(i); ok {
			return f, true
		}
		return r.dayMonth(i)
	case w.can(isWeekday) && !r.nameOfWeekday(i):
		return r.weekday(i)
	case w.can(isMonth):
		return r.monthFirst(i)
	case w.can(isOffset):
		return r.offset(i)
	case w.can(isHoliday):
		return r.holiday(i)
	}
	return r.dayMonth(i)
}

// dayMonth reads “4 March 2021”, “the 4th of March”, “4. März 2021”, “4 de marzo de 2021”, “first of May”.
func (r *reader) dayMonth(i int) (found, bool) {
	d, next, ok := r.dayNumber(i)
	if !ok {
		return found{}, false
	}
	if r.at(next).gap == dot && r.lang.code != "de" || r.at(next).gap == comma {
		return found{}, false
	}
	m, after, ok := r.monthAt(r.skipFillers(next))
	if !ok {
		return found{}, false
	}
	return r.monthDay(i, int(m), d, after)
}

func (r *reader) skipFillers(i int) int {
	for k := 0; k < 3 && r.at(i).word.can(isFiller) && r.at(i).gap != apart; k++ {
		i++
	}
	return i
}

// dayNumber reads a day of a month: 4, 4th, fourth.
func (r *reader) dayNumber(i int) (d, next int, ok bool) {
	if f := r.at(i).figure; f.plain(1, 2) {
		return f.n, i + 1, f.n >= 1 && f.n <= 31
	}
	d, next, ok = r.nth(i)
	return d, next, ok && d <= 31
}

// monthAt reads the name of a month that stands beside a number.
func (r *reader) monthAt(i int) (time.Month, int, bool) {
	it := r.at(i)
	if !it.word.can(isMonth) || it.gap == apart || it.gap == slash || it.gap == colon {
		return 0, 0, false
	}
	return time.Month(it.word.month), r.monthEnd(i), true
}

// monthEnd is the item behind the month at item i, which may be given by two names with a slash between: مايو/أيار.
func (r *reader) monthEnd(i int) int {
	if second := r.at(i + 1); second.gap == slash && second.word.can(isMonth) && second.word.month == r.at(i).word.month {
		return i + 2
	}
	return i + 1
}

// monthFirst reads “March 4, 2021”, “March 4th”, “March 2021”, “March last year” and “March”.
func (r *reader) monthFirst(i int) (found, bool) {
	m := int(r.at(i).word.month)
	next := r.monthEnd(i)
	if r.is(next, isArticle) {
		next++
	}
	if d, after, ok := r.dayNumber(next); ok && r.tight(next) && !r.countsThings(next, after) {
		return r.monthDay(i, m, d, after)
	}
	if y, after, ok := r.yearBehind(r.monthEnd(i)); ok && (r.capital(i) || !r.at(i).word.can(isShort)) {
		return named(after, monthStretch(y, time.Month(m)), absolute), true
	}
	if s, a, after, ok := r.yearRelative(i + 1); ok {
		return named(after, monthStretch(s.from.Year(), time.Month(m)), a), true
	}
	if !r.bareMonth(i) {
		return found{}, false
	}
	return r.placeMonth(i, r.monthEnd(i), m), true
}

// countsThings reports whether the number from item i to next counts what follows, as in “in March 12 people”.
func (r *reader) countsThings(i, next int) bool {
	return r.at(i).figure.form == plainForm && r.at(next).gap == hyphen && r.at(next).word.can(isUnit)
}

// monthDay makes the day of a month, with the year if one follows at item next.
func (r *reader) monthDay(i, m, d, next int) (found, bool) {
	if y, after, ok := r.yearBehind(next); ok {
		if !validDay(y, time.Month(m), d) {
			return found{}, false
		}
		return named(after, dayStretch(date(y, time.Month(m), d)), absolute), true
	}
	if y, ok := r.yearBehindPair(next, d); ok && validDay(y, time.Month(m), d) {
		return named(next, dayStretch(date(y, time.Month(m), d)), absolute), true
	}
	if s, a, after, ok := r.yearRelative(next); ok && validDay(s.from.Year(), time.Month(m), d) {
		return named(after, dayStretch(date(s.from.Year(), time.Month(m), d)), a), true
	}
	if !validDay(2000, time.Month(m), d) {
		return found{}, false
	}
	return r.place(i, next, m, d), true
}
