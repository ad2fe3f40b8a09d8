package when

import "time"

// nthOf reads what is counted inside a month or year: “the first Friday of July”, “the third week of next month”, “the last week of
// 2019”, “the week of March 6”.
func (r *reader) nthOf(i int) (found, bool) {
	at := i
	if r.at(i).word.can(isArticle) && r.near(i+1) {
		at++
	}
	if w := r.at(at).word; w.can(isUnit) && w.grain == week && r.is(at+1, isFiller) && r.near(at+2) {
		if f, ok := r.day(r.skip(at+2, isArticle)); ok && f.s.known() && f.s.grain == oneDay {
			return named(f.next, weekStretch(f.s.from), f.e.Anchor), true
		}
		return found{}, false
	}
	n, next, ok := r.nth(at)
	if w := r.at(at).word; !ok && w.can(isShift) && w.n == -1 && !w.can(isTextual|isPast) {
		n, next, ok = -1, at+1, true
	}
	u := r.at(next).word
	if !ok || !r.tight(next) || !(u.can(isWeekday) || u.can(isUnit) && u.grain == week) || !r.tight(next+1) || !r.at(next+1).word.can(isFiller|isAhead) {
		return found{}, false
	}
	inside, ok := r.monthOrYear(next + 2)
	if !ok || !inside.s.known() {
		return found{}, false
	}
	if u.can(isWeekday) {
		return nthWeekday(inside, n, time.Weekday(u.weekday))
	}
	return nthWeek(inside, n)
}

// monthOrYear reads the month or year in which something is counted.
func (r *reader) monthOrYear(i int) (found, bool) {
	if !r.near(i) {
		return found{}, false
	}
	if r.at(i).word.can(isMonth) {
		f, ok := r.monthFirst(i)
		return f, ok && f.s.grain == month
	}
	if f, ok := r.shifted(i); ok {
		return f, f.s.grain == month || f.s.grain == year
	}
	f, ok := r.year(i)
	return f, ok
}

func nthWeekday(in found, n int, d time.Weekday) (found, bool) {
	if in.s.grain != month {
		return found{}, false
	}
	h := holiday{month: in.s.from.Month(), weekday: d, nth: n}
	t := h.in(in.s.from.Year())
	if t.Before(in.s.from) || !t.Before(in.s.to) {
		return found{}, false
	}
	return named(in.next, dayStretch(t), in.e.Anchor), true
}

// nthWeek is the nth run of seven days, or the last. Its value is the week of the calendar that holds the middle of it.
func nthWeek(in found, n int) (found, bool) {
	from := in.s.from.AddDate(0, 0, 7*(n-1))
	if n < 0 {
		from = in.s.to.AddDate(0, 0, -7)
	}
	if !from.Before(in.s.to) {
		return found{}, false
	}
	s := weekStretch(from.AddDate(0, 0, 3))
	s.from, s.to = from, from.AddDate(0, 0, 7)
	return named(in.next, s, in.e.Anchor), true
}

// ofWeek reads “Friday next week”, “Sunday of last week”.
func (r *reader) ofWeek(i int) (found, bool) {
	next := r.skip(i+1, isFiller)
	if !r.tight(next) || !r.at(next).word.can(isShift|isArticle|isTextual) {
		return found{}, false
	}
	f, ok := r.shifted(next)
	if !ok || f.s.grain != week {
		return found{}, false
	}
	days := (int(r.at(i).word.weekday) + 6) % 7
	return named(f.next, dayStretch(f.s.from.AddDate(0, 0, days)), f.e.Anchor), true
}

// fridayThe reads “Friday the 13th”: the nearest such day to the base, at most three months away.
func (r *reader) fridayThe(i, at int) (found, bool) {
	d, a := r.at(at).figure.n, r.base()
	if a.Kind == None || r.at(r.skipFillers(at+1)).word.can(isMonth) || d < 1 || d > 31 {
		return found{}, false
	}
	for _, n := range [...]int{0, -1, 1, -2, 2, -3, 3} {
		m := date(a.Day.Year(), a.Day.Month(), 1).AddDate(0, n, 0)
		if t := m.AddDate(0, 0, d-1); t.Month() == m.Month() && t.Weekday() == time.Weekday(r.at(i).word.weekday) {
			return named(at+1, dayStretch(t), a), true
		}
	}
	return found{}, false
}
