package when

import "time"

// numeric reads dates in figures alone: 2013-03-22, 2013/3/22, 22.03.2013, 3/22/2013, 3/22/13. Where day and month cannot be told
// apart the language decides, and the other order is an alternative.
func (r *reader) numeric(i int) (found, bool) {
	f := r.at(i).figure
	if f.form == dotted {
		return r.ordered(i+1, f.parts[0], f.parts[1], f.parts[2], true)
	}
	if f.form == decimal && f.parts[0] <= 31 && r.at(i+1).gap == dot && r.at(i+1).figure.plain(4, 4) {
		return r.ordered(i+2, f.parts[0], f.parts[1], r.at(i+1).figure.n, true)
	}
	second, third := r.at(i+1), r.at(i+2)
	if f.form != plainForm || second.gap != hyphen && second.gap != slash || !second.figure.plain(1, 2) || r.spaced(i+1) {
		return found{}, false
	}
	if f.digits == 4 && f.n >= 1000 && f.n < 2200 {
		return r.yearFirst(i)
	}
	if f.digits > 2 || third.gap != second.gap || r.spaced(i+2) || !third.figure.plain(2, 4) || third.figure.digits == 3 {
		return found{}, false
	}
	return r.ordered(i+3, f.n, second.figure.n, third.figure.n, r.lang.dayFirst)
}

// spaced reports whether more than one character stands between item i and the one before.
func (r *reader) spaced(i int) bool {
	gap := r.s[r.at(i-1).span.End:r.at(i).span.Start]
	return len(gap) != 1
}

// yearFirst reads 2013-03-22 and 2013-03.
func (r *reader) yearFirst(i int) (found, bool) {
	y, m := r.at(i).figure.n, time.Month(r.at(i+1).figure.n)
	if third := r.at(i + 2); third.gap == r.at(i+1).gap && third.figure.form != noFigure {
		if third.figure.plain(1, 2) && validDay(y, m, third.figure.n) && !r.spaced(i+2) {
			return named(i+3, dayStretch(date(y, m, third.figure.n)), absolute), true
		}
		return found{}, false
	}
	if r.at(i+1).gap == hyphen && r.at(i+1).figure.digits == 2 && m >= 1 && m <= 12 && y >= 1900 {
		return named(i+2, monthStretch(y, m), absolute), true
	}
	return found{}, false
}

func (r *reader) ordered(next, first, second, y int, dayFirst bool) (found, bool) {
	if y < 100 {
		y = r.fullYear(y)
	}
	if y < 1000 || y >= 2200 || r.isHijri(y) {
		return found{}, false
	}
	d, m := first, second
	if !dayFirst {
		d, m = second, first
	}
	if !validDay(y, time.Month(m), d) {
		d, m = m, d
		if !validDay(y, time.Month(m), d) {
			return found{}, false
		}
		return named(next, dayStretch(date(y, time.Month(m), d)), absolute), true
	}
	f := named(next, dayStretch(date(y, time.Month(m), d)), absolute)
	if d != m && r.at(next-1).figure.form == plainForm && r.at(next-1).gap != dot && validDay(y, time.Month(d), m) {
		f.e.Alternatives = []Reading{reading(dayStretch(date(y, time.Month(d), m)))}
	}
	return f, true
}

// isHijri reports whether a year in an Arabic text is one of the Islamic calendar, which is not read.
func (r *reader) isHijri(y int) bool { return r.lang.code == "ar" && y >= 1300 && y < 1500 }

// fullYear gives a year of two digits its century: the one that brings it nearest to publication.
func (r *reader) fullYear(y int) int {
	now := 2000
	if r.anchor.Kind != None {
		now = r.anchor.Day.Year()
	}
	full := now - now%100 + y
	switch {
	case full > now+20:
		return full - 100
	case full < now-79:
		return full + 100
	}
	return full
}
